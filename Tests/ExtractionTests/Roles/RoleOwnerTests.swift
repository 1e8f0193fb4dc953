import Extraction
import LanguageAnalysis
import Testing

/// What offices are of, where words stand between or nothing says it outright.
struct RoleOwnerTests {
  @Test("A body with its acronym in brackets owns the title after it")
  func readsOwnersBeforeAcronyms() throws {
    let found = try RoleTexts.roles(
      """
      Harbour Harbour PROPN NNP 2 compound
      Union Union PROPN NNP 6 compound
      (+ _ PUNCT -LRB- 4 punct
      HU+ HU PROPN NNP 2 appos
      ) _ PUNCT -RRB- 4 punct
      head _ NOUN NN 7 compound
      Ama Ama PROPN NNP 9 nsubj
      Mensah Mensah PROPN NNP 7 flat
      left leave VERB VBD 0 root
      . _ PUNCT . 9 punct
      """,
      [(0..<2, .organization), (3..<4, .organization), (6..<8, .person)]
    )
    #expect(found == ["Ama Mensah | head | Harbour Union"])
  }

  @Test("Praise is no office")
  func readsNoPraise() throws {
    let found = try RoleTexts.roles(
      """
      Ama Ama PROPN NNP 6 nsubj
      Mensah Mensah PROPN NNP 1 flat
      is be AUX VBZ 6 cop
      a _ DET DT 6 det
      great _ ADJ JJ 6 amod
      leader _ NOUN NN 0 root
      . _ PUNCT . 6 punct
      """,
      [(0..<2, .person)]
    )
    #expect(found == [])
  }

  @Test("A body that names somebody to an office owns it")
  func readsWhoAppoints() throws {
    let found = try RoleTexts.roles(
      """
      Oakmere Oakmere PROPN NNP 2 compound
      Foods Foods PROPN NNPS 3 nsubj
      named name VERB VBD 0 root
      Ama Ama PROPN NNP 3 obj
      Mensah Mensah PROPN NNP 4 flat
      chairman _ NOUN NN 3 xcomp
      . _ PUNCT . 3 punct
      """,
      [(0..<2, .organization), (3..<5, .person)]
    )
    #expect(found == ["Ama Mensah | chairman | Oakmere Foods"])
  }

  @Test("A president may lead a party as well")
  func readsLeadersOfPartiesInOffice() throws {
    let found = try RoleTexts.roles(
      """
      President President PROPN NNP 2 compound
      Brandl+ Brandl PROPN NNP 10 nsubj
      , _ PUNCT , 5 punct
      who _ PRON WP 5 nsubj
      leads lead VERB VBZ 2 acl:relcl
      the _ DET DT 8 det
      Unity Unity PROPN NNP 8 compound
      Front+ Front PROPN NNP 5 obj
      , _ PUNCT , 5 punct
      lost lose VERB VBD 0 root
      . _ PUNCT . 10 punct
      """,
      [(1..<2, .person), (6..<8, .organization)]
    )
    #expect(found == ["Brandl | President | -", "Brandl | leader | Unity Front"])
  }

  @Test("A chief executive is of the one body that the paragraph names")
  func readsWhoseChiefItIs() throws {
    let found = try RoleTexts.roles(
      """
      Halvard Halvard PROPN NNP 2 nsubj
      grew grow VERB VBD 0 root
      . _ PUNCT . 2 punct

      Chief _ ADJ JJ 2 amod
      executive _ NOUN NN 3 compound
      Ama Ama PROPN NNP 5 nsubj
      Mensah Mensah PROPN NNP 3 flat
      spoke speak VERB VBD 0 root
      . _ PUNCT . 5 punct
      """,
      [(0..<1, .organization), (5..<7, .person)]
    )
    #expect(found == ["Ama Mensah | Chief executive | Halvard"])
  }

  @Test("A title that the parser makes the head of the name before it does no harm")
  func readsTitlesAfterNames() throws {
    let found = try RoleTexts.roles(
      """
      Kofi Kofi PROPN NNP 2 flat
      President President PROPN NNP 3 nsubj
      left leave VERB VBD 0 root
      . _ PUNCT . 3 punct
      """,
      [(0..<1, .person)]
    )
    #expect(found == [])
  }

  @Test("The noun of an office stands for its holder")
  func tiesOfficesToTheirHolders() throws {
    let context = ParsedText.naming(
      try ParsedText.context(
        """
        The _ DET DT 2 det
        mayor _ NOUN NN 8 nsubj
        of _ ADP IN 4 case
        Accra+ Accra PROPN NNP 2 nmod
        , _ PUNCT , 6 punct
        Ama Ama PROPN NNP 4 appos
        Mensah Mensah PROPN NNP 6 flat
        left leave VERB VBD 0 root
        . _ PUNCT . 8 punct
        """
      ),
      [(3..<4, .place), (5..<7, .person)]
    )
    var entities = EntityResolver().entities(in: context, attributions: [])
    entities.add(holders: RoleExtractor().roles(in: context, entities: entities), in: context)
    #expect(entities.entity(headedBy: 1).map { entities.entities[$0].name } == "Ama Mensah")
  }

  @Test("The party before an office of a state is not what the office is of")
  func leavesPartiesToPoliticians() throws {
    let found = try RoleTexts.roles(
      """
      Labour Labour PROPN NNP 2 compound
      mayor _ NOUN NN 3 compound
      Ama Ama PROPN NNP 5 nsubj
      Mensah Mensah PROPN NNP 3 flat
      met meet VERB VBD 0 root
      Labour Labour PROPN NNP 7 compound
      leader _ NOUN NN 8 compound
      Kofi Kofi PROPN NNP 5 obj
      Oduro Oduro PROPN NNP 8 flat
      . _ PUNCT . 5 punct
      """,
      [(0..<1, .organization), (2..<4, .person), (5..<6, .organization), (7..<9, .person)]
    )
    #expect(found == ["Ama Mensah | mayor | -", "Kofi Oduro | leader | Labour"])
  }

  @Test("A place before a level of government owns the office, and an office may still be to be taken up")
  func readsLevelsAndElect() throws {
    let found = try RoleTexts.roles(
      """
      Oakshire Oakshire PROPN NNP 3 compound
      regional _ ADJ JJ 3 amod
      governor _ NOUN NN 4 compound
      Ama Ama PROPN NNP 10 nsubj
      Mensah Mensah PROPN NNP 4 flat
      and _ CCONJ CC 9 cc
      Mayor+ mayor PROPN NNP 9 compound
      -+ - PUNCT HYPH 7 punct
      elect _ ADJ JJ 10 amod
      Kofi Kofi PROPN NNP 4 conj
      Oduro Oduro PROPN NNP 10 flat
      left leave VERB VBD 0 root
      . _ PUNCT . 12 punct
      """,
      [(0..<1, .place), (3..<5, .person), (9..<11, .person)]
    )
    #expect(found == ["Ama Mensah | regional governor | Oakshire", "Kofi Oduro | Mayor-elect | -"])
  }

  @Test("An office of a state without further words is of the country that the story is of")
  func infersStates() throws {
    let lines = """
      Kenya Kenya PROPN NNP 2 nsubj
      voted vote VERB VBD 0 root
      . _ PUNCT . 2 punct

      Kenya Kenya PROPN NNP 2 nsubj
      waited wait VERB VBD 0 root
      . _ PUNCT . 2 punct

      Kenya Kenya PROPN NNP 2 nsubj
      hoped hope VERB VBD 0 root
      . _ PUNCT . 2 punct

      President _ PROPN NNP 2 nmod:desc
      Ama Ama PROPN NNP 4 nsubj
      Mensah Mensah PROPN NNP 2 flat
      spoke speak VERB VBD 0 root
      . _ PUNCT . 4 punct
      """
    #expect(try RoleTexts.roles(lines, [(10..<12, .person)]) == ["Ama Mensah | President | Kenya"])
  }

  @Test("A leader whom all know holds the office of the own state and not of the country of the story")
  func knowsLeaders() throws {
    let lines = """
      Kenya Kenya PROPN NNP 2 nsubj
      voted vote VERB VBD 0 root
      . _ PUNCT . 2 punct

      Kenya Kenya PROPN NNP 2 nsubj
      thanked thank VERB VBD 0 root
      France France PROPN NNP 2 obj
      . _ PUNCT . 2 punct

      Kenya Kenya PROPN NNP 2 nsubj
      hoped hope VERB VBD 0 root
      . _ PUNCT . 2 punct

      President _ PROPN NNP 2 nmod:desc
      Emmanuel Emmanuel PROPN NNP 4 nsubj
      Macron Macron PROPN NNP 2 flat
      spoke speak VERB VBD 0 root
      . _ PUNCT . 4 punct
      """
    #expect(try RoleTexts.roles(lines, [(11..<13, .person)]) == ["Emmanuel Macron | President | France"])
  }
}
