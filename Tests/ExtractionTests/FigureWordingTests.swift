import LanguageAnalysis
import Testing

import Extraction

@Suite("Wording of figures and where they belong")
struct FigureWordingTests {
  private func figures(
    _ lines: String,
    naming names: [(Range<Int>, EntitySpan.Kind)] = []
  ) throws -> (facts: [CasualtyFact], places: [String]) {
    let context = ParsedText.naming(try ParsedText.context(lines), names)
    var entities = EntityResolver().entities(in: context, attributions: [])
    let facts = CasualtyExtractor().casualties(
      in: context,
      entities: &entities,
      events: [],
      times: TimeResolver(context: context),
      attributions: []
    )
    return (facts, facts.map { fact in fact.place.map { entities.entities[$0].name } ?? "none" })
  }

  private func told(_ lines: String, naming names: [(Range<Int>, EntitySpan.Kind)] = []) throws -> [String] {
    try figures(lines, naming: names).facts.map {
      "\($0.outcome) \($0.minimum.map(String.init) ?? "-")..\($0.maximum.map(String.init) ?? "-")"
    }
  }

  @Test("A sum before its noun is read")
  func sumBeforeNoun() throws {
    let found = try told(
      """
      Divers diver NOUN NNS 2 nsubj
      found find VERB VBD 0 root
      two _ NUM CD 4 nummod
      bodies+ body NOUN NNS 2 obj
      , _ PUNCT , 6 punct
      bringing bring VERB VBG 2 advcl
      to _ ADP IN 8 case
      five _ NUM CD 6 obl
      the _ DET DT 10 det
      number _ NOUN NN 6 obj
      of _ ADP IN 12 case
      people _ NOUN NNS 10 nmod
      killed+ kill VERB VBD 12 acl
      . _ PUNCT . 2 punct
      """
    )
    #expect(found == ["killed 2..2", "killed 5..5"])
  }

  @Test("A family of five are five")
  func family() throws {
    let found = try told(
      """
      A _ DET DT 2 det
      family _ NOUN NN 6 nsubj:pass
      of _ ADP IN 4 case
      five _ NUM CD 2 nmod
      was be AUX VBD 6 aux:pass
      found find VERB VBN 0 root
      dead+ _ ADJ JJ 6 xcomp
      . _ PUNCT . 6 punct
      """
    )
    #expect(found == ["killed 5..5"])
  }

  @Test("Whoever is forced to leave is displaced")
  func forcedToLeave() throws {
    let found = try told(
      """
      A _ DET DT 2 det
      fire _ NOUN NN 3 nsubj
      forced force VERB VBD 0 root
      800 _ NUM CD 5 nummod
      residents resident NOUN NNS 3 obj
      to _ PART TO 7 mark
      leave+ _ VERB VB 3 xcomp
      . _ PUNCT . 3 punct
      """
    )
    #expect(found == ["displaced 800..800"])
  }

  @Test("Rescue tells more than being stranded")
  func rescuedAfterAll() throws {
    let found = try told(
      """
      Soldiers soldier NOUN NNS 2 nsubj
      rescued rescue VERB VBD 0 root
      500 _ NUM CD 4 nummod
      people _ NOUN NNS 2 obj
      stranded _ VERB JJ 4 acl
      on _ ADP IN 7 case
      roofs+ roof NOUN NNS 5 obl
      . _ PUNCT . 2 punct
      """
    )
    #expect(found == ["rescued 500..500"])
  }

  @Test("The end of a story tells more than what went before")
  func foundDead() throws {
    let found = try told(
      """
      Three _ NUM CD 2 nummod
      boys boy NOUN NNS 7 nsubj:pass
      who _ PRON WP 5 nsubj:pass
      were be AUX VBD 5 aux:pass
      abducted abduct VERB VBN 2 acl:relcl
      were be AUX VBD 7 aux:pass
      found find VERB VBN 0 root
      dead+ _ ADJ JJ 7 xcomp
      . _ PUNCT . 7 punct
      """
    )
    #expect(found == ["killed 3..3"])
  }

  @Test("A place before a number alone goes on with the list")
  func gappedPlace() throws {
    let found = try told(
      """
      Ardovia Ardovia PROPN NNP 2 nsubj
      reported report VERB VBD 0 root
      20 _ NUM CD 4 nummod
      deaths+ death NOUN NNS 2 obj
      , _ PUNCT , 6 punct
      Borduria Borduria PROPN NNP 2 nsubj
      26+ _ NUM CD 6 flat
      . _ PUNCT . 2 punct
      """,
      naming: [(0..<1, .place), (5..<6, .place)]
    )
    #expect(found == ["killed 20..20", "killed 26..26"])
  }

  @Test("Phrases with a preposition of their own are two figures")
  func twoPhrases() throws {
    let found = try told(
      """
      The _ DET DT 2 det
      war _ NOUN NN 3 nsubj
      cost _ VERB VBD 0 root
      the _ DET DT 5 det
      lives life NOUN NNS 3 obj
      of _ ADP IN 8 case
      1,867 1867 NUM CD 8 nummod
      men man NOUN NNS 5 nmod
      and _ CCONJ CC 12 cc
      of _ ADP IN 12 case
      67 _ NUM CD 12 nummod
      women+ woman NOUN NNS 8 conj
      . _ PUNCT . 3 punct
      """
    )
    #expect(found == ["killed 1867..1867", "killed 67..67"])
  }

  @Test("An increase is no figure and no range")
  func increase() throws {
    let found = try told(
      """
      The _ DET DT 2 det
      number _ NOUN NN 5 nsubj
      of _ ADP IN 4 case
      cases case NOUN NNS 2 nmod
      went go VERB VBD 0 root
      up _ ADV RB 5 advmod
      by _ ADP IN 8 case
      60 _ NUM CD 5 obl
      to _ ADP IN 10 case
      530+ _ NUM CD 5 obl
      . _ PUNCT . 5 punct
      """
    )
    #expect(found == ["affected 530..530"])
  }

  @Test("What became of somebody else is not told of the counted")
  func ofOthers() throws {
    let found = try told(
      """
      A _ DET DT 2 det
      baby _ NOUN NN 8 nsubj
      whose _ PRON WP$ 4 nmod:poss
      parents parent NOUN NNS 6 nsubj:pass
      were be AUX VBD 6 aux:pass
      killed kill VERB VBN 2 acl:relcl
      is be AUX VBZ 8 cop
      well+ _ ADJ JJ 0 root
      . _ PUNCT . 8 punct
      """
    )
    #expect(found == [String]())
  }

  @Test("Verbs that share an object tell of it both")
  func sharedObject() throws {
    let found = try told(
      """
      Gunmen gunman NOUN NNS 2 nsubj
      kidnapped kidnap VERB VBD 0 root
      and _ CCONJ CC 4 cc
      beheaded behead VERB VBN 2 conj
      four _ NUM CD 6 nummod
      men+ man NOUN NNS 2 obj
      . _ PUNCT . 2 punct
      """
    )
    #expect(found == ["detained 4..4", "killed 4..4"])
  }

  @Test("A number that is surpassed keeps its own value")
  func surpassed() throws {
    let found = try told(
      """
      It _ PRON PRP 5 nsubj
      was be AUX VBD 5 cop
      the _ DET DT 5 det
      worst bad ADJ JJS 5 amod
      shooting+ _ NOUN NN 0 root
      , _ PUNCT , 7 punct
      surpassing surpass VERB VBG 5 advcl
      the _ DET DT 10 det
      49 _ NUM CD 10 nummod
      people _ NOUN NNS 7 obj
      killed kill VERB VBN 10 acl
      in _ ADP IN 13 case
      Orso+ Orso PROPN NNP 11 obl
      . _ PUNCT . 5 punct
      """
    )
    #expect(found == ["killed 49..49"])
  }

  @Test("What may have happened to a number of people is a figure")
  func mayHaveDied() throws {
    let found = try told(
      """
      As _ ADV RB 2 advmod
      many _ ADJ JJ 8 nsubj
      as _ ADP IN 4 case
      700 _ NUM CD 5 nummod
      people _ NOUN NNS 8 nsubj
      may _ AUX MD 8 aux
      have _ AUX VB 8 aux
      died+ die VERB VBN 0 root
      . _ PUNCT . 8 punct
      """
    )
    #expect(found == ["killed -..700"])
  }

  @Test("An age is no number of people")
  func age() throws {
    let found = try told(
      """
      Hunger _ NOUN NN 3 nsubj
      has have AUX VBZ 3 aux
      killed kill VERB VBN 0 root
      29,000 29000 NUM CD 5 nummod
      children child NOUN NNS 3 obj
      under _ ADP IN 7 case
      five+ _ NUM CD 3 obl
      . _ PUNCT . 3 punct
      """
    )
    #expect(found == ["killed 29000..29000"])
  }

  @Test("The place right behind a number is its own")
  func placeBehind() throws {
    let found = try figures(
      """
      The _ DET DT 2 det
      floods flood NOUN NNS 3 nsubj
      killed kill VERB VBD 0 root
      40 _ NUM CD 5 nummod
      people _ NOUN NNS 3 obj
      in _ ADP IN 7 case
      Orso+ Orso PROPN NNP 5 nmod
      , _ PUNCT , 9 punct
      25 _ NUM CD 5 nummod
      in _ ADP IN 11 case
      Strelsau Strelsau PROPN NNP 9 nmod
      and _ CCONJ CC 13 cc
      six _ NUM CD 5 conj
      in _ ADP IN 15 case
      Hentzau+ Hentzau PROPN NNP 13 nmod
      . _ PUNCT . 3 punct
      """,
      naming: [(6..<7, .place), (10..<11, .place), (14..<15, .place)]
    )
    #expect(found.places == ["Orso", "Strelsau", "Hentzau"])
  }

  @Test("A building is where its place is")
  func placeOfBuilding() throws {
    let found = try figures(
      """
      A _ DET DT 2 det
      bomb _ NOUN NN 3 nsubj
      killed kill VERB VBD 0 root
      six _ NUM CD 5 nummod
      people _ NOUN NNS 3 obj
      at _ ADP IN 9 case
      a _ DET DT 9 det
      Strelsau Strelsau PROPN NNP 9 compound
      hotel+ _ NOUN NN 3 obl
      . _ PUNCT . 3 punct
      """,
      naming: [(7..<8, .place)]
    )
    #expect(found.places == ["Strelsau"])
  }

  @Test("Where those are who speak tells less")
  func placeOfSpeakers() throws {
    let found = try figures(
      """
      Prosecutors prosecutor NOUN NNS 5 nsubj
      based base VERB VBN 1 acl
      in _ ADP IN 4 case
      Orso Orso PROPN NNP 2 obl
      said say VERB VBD 0 root
      that _ SCONJ IN 10 mark
      six _ NUM CD 8 nummod
      people _ NOUN NNS 10 nsubj
      had have AUX VBD 10 aux
      died die VERB VBN 5 ccomp
      in _ ADP IN 12 case
      Strelsau+ Strelsau PROPN NNP 10 obl
      . _ PUNCT . 5 punct
      """,
      naming: [(3..<4, .place), (11..<12, .place)]
    )
    #expect(found.places == ["Strelsau"])
  }

  @Test("Of a town and its country the town is meant")
  func townAndCountry() throws {
    let found = try figures(
      """
      Six _ NUM CD 2 nummod
      people _ NOUN NNS 3 nsubj
      died die VERB VBD 0 root
      in _ ADP IN 5 case
      Orso+ Orso PROPN NNP 3 obl
      , _ PUNCT , 7 punct
      Ruritania+ Ruritania PROPN NNP 3 obl
      . _ PUNCT . 3 punct
      """,
      naming: [(4..<5, .place), (6..<7, .place)]
    )
    #expect(found.places == ["Orso"])
  }
}
