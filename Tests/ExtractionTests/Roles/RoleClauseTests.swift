import LanguageAnalysis
import Testing

/// Offices that clauses give.
struct RoleClauseTests {
  @Test func readsWhoHeadsABody() throws {
    let found = try RoleTexts.roles(
      """
      Maria Maria PROPN NNP 12 nsubj
      Castellano+ Castellano PROPN NNP 1 flat
      , _ PUNCT , 5 punct
      who _ PRON WP 5 nsubj
      heads head VERB VBZ 1 acl:relcl
      the _ DET DT 8 det
      Red Red ADJ NNP 8 amod
      Cross Cross PROPN NNP 5 obj
      in _ ADP IN 10 case
      Italy+ Italy PROPN NNP 5 obl
      , _ PUNCT , 1 punct
      spoke+ speak VERB VBD 0 root
      . _ PUNCT . 12 punct
      """,
      [(0..<2, .person), (6..<8, .organization), (9..<10, .place)]
    )
    #expect(found == ["Maria Castellano | head | Red Cross"])
  }

  @Test func readsWhoOneOfSeveralIs() throws {
    let found = try RoleTexts.roles(
      """
      One _ NUM CD 8 nsubj
      of _ ADP IN 3 case
      them+ _ PRON PRP 1 nmod
      , _ PUNCT , 5 punct
      Maria Maria PROPN NNP 1 appos
      Castellano+ Castellano PROPN NNP 5 flat
      is be AUX VBZ 8 cop
      ambassador ambassador NOUN NN 0 root
      to _ ADP IN 10 case
      Italy+ Italy PROPN NNP 8 nmod
      . _ PUNCT . 8 punct
      """,
      [(4..<6, .person), (9..<10, .place)]
    )
    #expect(found == ["Maria Castellano | ambassador | Italy"])
  }

  @Test func readsBothSidesOfASuccession() throws {
    let found = try RoleTexts.roles(
      """
      Mary Mary PROPN NNP 3 nsubj
      Keane Keane PROPN NNP 1 flat
      replaced replace VERB VBD 0 root
      John John PROPN NNP 3 obj
      Doyle Doyle PROPN NNP 4 flat
      as _ ADP IN 7 case
      chairman _ NOUN NN 3 obl
      of _ ADP IN 10 case
      Lagan Lagan PROPN NNP 10 compound
      Lines+ Line PROPN NNPS 7 nmod
      . _ PUNCT . 3 punct
      """,
      [(0..<2, .person), (3..<5, .person), (8..<10, .organization)]
    )
    #expect(found == ["Mary Keane | chairman | Lagan Lines", "John Doyle | chairman | Lagan Lines | former"])
  }

  @Test func readsOathsOfOffice() throws {
    let found = try RoleTexts.roles(
      """
      Sofia Sofia PROPN NNP 4 nsubj:pass
      Lindgren Lindgren PROPN NNP 1 flat
      was be AUX VBD 4 aux:pass
      sworn swear VERB VBN 0 root
      in _ ADP RP 4 compound:prt
      as _ ADP IN 8 case
      prime _ ADJ JJ 8 amod
      minister _ NOUN NN 4 obl
      of _ ADP IN 10 case
      Sweden+ Sweden PROPN NNP 8 nmod
      . _ PUNCT . 4 punct
      """,
      [(0..<2, .person), (9..<10, .place)]
    )
    #expect(found == ["Sofia Lindgren | prime minister | Sweden"])
  }

  @Test func readsFrontedOffices() throws {
    let found = try RoleTexts.roles(
      """
      As _ ADP IN 2 case
      president+ _ NOUN NN 6 obl
      , _ PUNCT , 2 punct
      Carlos Carlos PROPN NNP 6 nsubj
      Mejia Mejia PROPN NNP 4 flat
      pardoned pardon VERB VBD 0 root
      hundreds+ hundred NOUN NNS 6 obj
      . _ PUNCT . 6 punct
      """,
      [(3..<5, .person)]
    )
    #expect(found == ["Carlos Mejia | president | -"])
  }

  @Test func readsTermsOfOffice() throws {
    let found = try RoleTexts.roles(
      """
      Luis Luis PROPN NNP 3 nsubj
      Prado Prado PROPN NNP 1 flat
      ended end VERB VBD 0 root
      his _ PRON PRP$ 5 nmod:poss
      term _ NOUN NN 3 obj
      as _ ADP IN 7 case
      mayor _ NOUN NN 3 obl
      of _ ADP IN 9 case
      Salto+ Salto PROPN NNP 7 nmod
      . _ PUNCT . 3 punct
      """,
      [(0..<2, .person), (8..<9, .place)]
    )
    #expect(found == ["Luis Prado | mayor | Salto"])
  }

  @Test func readsPostsHeld() throws {
    let found = try RoleTexts.roles(
      """
      Kevin Kevin PROPN NNP 11 nsubj
      Marlow+ Marlow PROPN NNP 1 flat
      , _ PUNCT , 5 punct
      who _ PRON WP 5 nsubj
      held hold VERB VBD 1 acl:relcl
      the _ DET DT 7 det
      post _ NOUN NN 5 obj
      of _ ADP IN 9 case
      speaker+ _ NOUN NN 7 nmod
      , _ PUNCT , 1 punct
      spoke+ speak VERB VBD 0 root
      . _ PUNCT . 11 punct
      """,
      [(0..<2, .person)]
    )
    #expect(found == ["Kevin Marlow | speaker | -"])
  }

  @Test func readsOfficesWon() throws {
    let found = try RoleTexts.roles(
      """
      Luis Luis PROPN NNP 3 nsubj
      Prado Prado PROPN NNP 1 flat
      won win VERB VBD 0 root
      the _ DET DT 5 det
      presidency _ NOUN NN 3 obj
      of _ ADP IN 7 case
      Uruguay+ Uruguay PROPN NNP 5 nmod
      . _ PUNCT . 3 punct
      """,
      [(0..<2, .person), (6..<7, .place)]
    )
    #expect(found == ["Luis Prado | president | Uruguay"])
  }

  @Test func takesNoAppointerForTheAppointed() throws {
    let found = try RoleTexts.roles(
      """
      The _ DET DT 2 det
      board _ NOUN NN 3 nsubj
      appointed appoint VERB VBD 0 root
      Claire Claire PROPN NNP 3 obj
      Dubois Dubois PROPN NNP 4 flat
      as _ ADP IN 8 case
      chief _ ADJ JJ 8 amod
      executive _ NOUN NN 3 obl
      of _ ADP IN 10 case
      Renault+ Renault PROPN NNP 8 nmod
      . _ PUNCT . 3 punct
      """,
      [(3..<5, .person), (9..<10, .organization)]
    )
    #expect(found == ["Claire Dubois | chief executive | Renault"])
  }

  @Test func leavesOutWhatIsDenied() throws {
    let found = try RoleTexts.roles(
      """
      Noor Noor PROPN NNP 6 nsubj
      Jahan Jahan PROPN NNP 1 flat
      is be AUX VBZ 6 cop
      not _ PART RB 6 advmod
      the _ DET DT 6 det
      mayor _ NOUN NN 0 root
      of _ ADP IN 8 case
      Lahore+ Lahore PROPN NNP 6 nmod
      . _ PUNCT . 6 punct
      """,
      [(0..<2, .person), (7..<8, .place)]
    )
    #expect(found == [])
  }

  @Test func leavesOutAims() throws {
    let found = try RoleTexts.roles(
      """
      Ravi Ravi PROPN NNP 3 nsubj
      Rao Rao PROPN NNP 1 flat
      hopes hope VERB VBZ 0 root
      to _ PART TO 5 mark
      become _ VERB VB 3 xcomp
      mayor _ NOUN NN 5 xcomp
      of _ ADP IN 8 case
      Pune+ Pune PROPN NNP 6 nmod
      . _ PUNCT . 3 punct
      """,
      [(0..<2, .person), (7..<8, .place)]
    )
    #expect(found == [])
  }
}
