import LanguageAnalysis
import Testing

/// Offices in noun phrases.
struct RolePhraseTests {
  @Test func sharesTheBodyOfJoinedOffices() throws {
    let found = try RoleTexts.roles(
      """
      Erik Erik PROPN NNP 11 nsubj
      Solberg+ Solberg PROPN NNP 1 flat
      , _ PUNCT , 4 punct
      president _ NOUN NN 1 appos
      and _ CCONJ CC 6 cc
      CEO _ NOUN NN 4 conj
      of _ ADP IN 9 case
      Halden Halden PROPN NNP 9 compound
      Motors+ Motor PROPN NNPS 6 nmod
      , _ PUNCT , 1 punct
      resigned+ resign VERB VBD 0 root
      . _ PUNCT . 11 punct
      """,
      [(0..<2, .person), (7..<9, .organization)]
    )
    #expect(found == ["Erik Solberg | president | Halden Motors", "Erik Solberg | CEO | Halden Motors"])
  }

  @Test func readsALongTitle() throws {
    let found = try RoleTexts.roles(
      """
      The _ DET DT 5 det
      regional _ ADJ JJ 5 amod
      military _ ADJ JJ 4 amod
      administration _ NOUN NN 5 compound
      head+ _ NOUN NN 10 nsubj
      , _ PUNCT , 7 punct
      Petro Petro PROPN NNP 5 appos
      Hrytsenko+ Hrytsenko PROPN NNP 7 flat
      , _ PUNCT , 5 punct
      spoke+ speak VERB VBD 0 root
      . _ PUNCT . 10 punct
      """,
      [(6..<8, .person)]
    )
    #expect(found == ["Petro Hrytsenko | regional military administration head | -"])
  }

  @Test func takesTheBodyAfterAName() throws {
    let found = try RoleTexts.roles(
      """
      Gov. Gov. PROPN NNP 2 nmod:desc
      Ellen Ellen PROPN NNP 6 nsubj
      Marsh Marsh PROPN NNP 2 flat
      of _ ADP IN 5 case
      Texas Texas PROPN NNP 2 nmod
      spoke+ speak VERB VBD 0 root
      . _ PUNCT . 6 punct
      """,
      [(1..<3, .person), (4..<5, .place)]
    )
    #expect(found == ["Ellen Marsh | Gov. | Texas"])
  }

  @Test func dealsOutTitlesInThePlural() throws {
    let found = try RoleTexts.roles(
      """
      Presidents president NOUN NNS 2 nmod:desc
      Ivan Ivan PROPN NNP 11 nsubj
      Kolar Kolar PROPN NNP 2 flat
      of _ ADP IN 5 case
      Croatia Croatia PROPN NNP 2 nmod
      and _ CCONJ CC 7 cc
      Marek Marek PROPN NNP 2 conj
      Novak Novak PROPN NNP 7 flat
      of _ ADP IN 10 case
      Slovakia Slovakia PROPN NNP 7 nmod
      met+ meet VERB VBD 0 root
      . _ PUNCT . 11 punct
      """,
      [(1..<3, .person), (4..<5, .place), (6..<8, .person), (9..<10, .place)]
    )
    #expect(found == ["Ivan Kolar | President | Croatia", "Marek Novak | President | Slovakia"])
  }

  @Test func pairsBodiesWithHolders() throws {
    let found = try RoleTexts.roles(
      """
      The _ DET DT 3 det
      foreign _ ADJ JJ 3 amod
      ministers minister NOUN NNS 15 nsubj
      of _ ADP IN 5 case
      France France PROPN NNP 3 nmod
      and _ CCONJ CC 7 cc
      Spain+ Spain PROPN NNP 5 conj
      , _ PUNCT , 9 punct
      Jean Jean PROPN NNP 5 conj
      Morel Morel PROPN NNP 9 flat
      and _ CCONJ CC 12 cc
      Pilar Pilar PROPN NNP 9 conj
      Ruiz+ Ruiz PROPN NNP 12 flat
      , _ PUNCT , 3 punct
      met+ meet VERB VBD 0 root
      . _ PUNCT . 15 punct
      """,
      [(4..<5, .place), (6..<7, .place), (8..<10, .person), (11..<13, .person)]
    )
    #expect(found == ["Jean Morel | foreign minister | France", "Pilar Ruiz | foreign minister | Spain"])
  }

  @Test func readsAnOfficeAboveATown() throws {
    let found = try RoleTexts.roles(
      """
      Among _ ADP IN 2 case
      them they PRON PRP 13 obl
      was be AUX VBD 13 cop
      the _ DET DT 5 det
      mayor _ NOUN NN 13 nsubj
      of _ ADP IN 7 case
      Tamale+ Tamale PROPN NNP 5 nmod
      , _ PUNCT , 9 punct
      Ama Ama PROPN NNP 5 appos
      Mensah+ Mensah PROPN NNP 9 flat
      , _ PUNCT , 9 punct
      witnesses witness NOUN NNS 13 nsubj
      said+ say VERB VBD 0 root
      . _ PUNCT . 13 punct
      """,
      [(6..<7, .place), (8..<10, .person)]
    )
    #expect(found == ["Ama Mensah | mayor | Tamale"])
  }

  @Test func tellsTheOwnerOfAnOfficeFromItsHolder() throws {
    let found = try RoleTexts.roles(
      """
      A _ DET DT 2 det
      spokesman _ NOUN NN 7 nsubj
      for _ ADP IN 5 case
      President President PROPN NNP 5 nmod:desc
      Emil Emil PROPN NNP 2 nmod
      Vasil Vasil PROPN NNP 5 flat
      spoke+ speak VERB VBD 0 root
      . _ PUNCT . 7 punct
      """,
      [(4..<6, .person)]
    )
    #expect(found == ["Emil Vasil | President | -"])
  }

  @Test func takesPossessorsForNoOffices() throws {
    let found = try RoleTexts.roles(
      """
      The _ DET DT 2 det
      president+ _ NOUN NN 4 nmod:poss
      's _ PART POS 2 case
      spokesman+ _ NOUN NN 9 nsubj
      , _ PUNCT , 6 punct
      Ion Ion PROPN NNP 4 appos
      Radu+ Radu PROPN NNP 6 flat
      , _ PUNCT , 4 punct
      spoke+ speak VERB VBD 0 root
      . _ PUNCT . 9 punct
      """,
      [(5..<7, .person)]
    )
    #expect(found == ["Ion Radu | spokesman | -"])
  }

  @Test func keepsTheFieldOfAnOffice() throws {
    let found = try RoleTexts.roles(
      """
      Secretary _ NOUN NN 6 nsubj
      of _ ADP IN 4 case
      Justice Justice PROPN NNP 4 nmod:desc
      Wanda Wanda PROPN NNP 1 appos
      Ortiz Ortiz PROPN NNP 4 flat
      spoke+ speak VERB VBD 0 root
      . _ PUNCT . 6 punct
      """,
      [(3..<5, .person)]
    )
    #expect(found == ["Wanda Ortiz | Secretary of Justice | -"])
  }

  @Test func leavesPartiesOutOfTitles() throws {
    let found = try RoleTexts.roles(
      """
      Republican Republican ADJ JJ 2 amod
      Senator Senator PROPN NNP 3 nmod:desc
      Dale Dale PROPN NNP 5 nsubj
      Hutchins Hutchins PROPN NNP 3 flat
      spoke+ speak VERB VBD 0 root
      . _ PUNCT . 5 punct
      """,
      [(2..<4, .person)]
    )
    #expect(found == ["Dale Hutchins | Senator | -"])
  }

  @Test func leavesOutFateAndKinship() throws {
    let found = try RoleTexts.roles(
      """
      Ion Ion PROPN NNP 10 nsubj
      Radu+ Radu PROPN NNP 1 flat
      , _ PUNCT , 5 punct
      a _ DET DT 5 det
      survivor _ NOUN NN 1 appos
      of _ ADP IN 8 case
      the _ DET DT 8 det
      fire+ _ NOUN NN 5 nmod
      , _ PUNCT , 1 punct
      spoke+ speak VERB VBD 0 root
      . _ PUNCT . 10 punct
      """,
      [(0..<2, .person)]
    )
    #expect(found == [])
  }

  @Test func readsWorkForABody() throws {
    let found = try RoleTexts.roles(
      """
      Ingrid Ingrid PROPN NNP 10 nsubj
      Solheim+ Solheim PROPN NNP 1 flat
      , _ PUNCT , 5 punct
      a _ DET DT 5 det
      researcher _ NOUN NN 1 appos
      at _ ADP IN 8 case
      Volta Volta PROPN NNP 8 compound
      University+ University PROPN NNP 5 nmod
      , _ PUNCT , 1 punct
      spoke+ speak VERB VBD 0 root
      . _ PUNCT . 10 punct
      """,
      [(0..<2, .person), (6..<8, .organization)]
    )
    #expect(found == ["Ingrid Solheim | researcher | Volta University"])
  }

  @Test func readsWhomALawyerActsFor() throws {
    let found = try RoleTexts.roles(
      """
      Joan Joan PROPN NNP 10 nsubj
      Pryce+ Pryce PROPN NNP 1 flat
      , _ PUNCT , 5 punct
      a _ DET DT 5 det
      lawyer _ NOUN NN 1 appos
      for _ ADP IN 8 case
      the _ DET DT 8 det
      family+ _ NOUN NN 5 nmod
      , _ PUNCT , 1 punct
      spoke+ speak VERB VBD 0 root
      . _ PUNCT . 10 punct
      """,
      [(0..<2, .person)]
    )
    #expect(found == ["Joan Pryce | lawyer | -"])
  }
}
