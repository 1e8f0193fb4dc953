import Extraction
import LanguageAnalysis
import Testing

/// What names name, where the model is of two minds.
struct NameTypingTests {
  @Test("The adjective of a place that no table has belongs to it and makes it a place")
  func readsAdjectivesOfOwnPlaces() throws {
    let found = try ParsedText.entities(
      """
      Ardovian _ ADJ JJ 2 amod
      troops troop NOUN NNS 3 nsubj
      left leave VERB VBD 0 root
      . . PUNCT . 3 punct

      Ardovia Ardovia PROPN NNP 4 nmod:poss
      's 's PART POS 1 case
      new _ ADJ JJ 4 amod
      parliament _ NOUN NN 5 nsubj
      met meet VERB VBD 0 root
      . . PUNCT . 5 punct
      """,
      [(4..<5, .person)]
    )
    let ardovia = found.entity(headedBy: 0).map { found.entities[$0] }
    #expect(ardovia?.kind == .place)
    #expect(ardovia?.name == "Ardovia")
    #expect(found.entity(headedBy: 4) == found.entity(headedBy: 0))
  }

  @Test("A surname is its bearer's, whatever the model takes it for")
  func prefersThePersonNamedInFull() throws {
    let found = try ParsedText.entities(
      """
      Ama Ama PROPN NNP 3 nsubj
      Oduro Oduro PROPN NNP 1 flat
      resigned resign VERB VBD 0 root
      . . PUNCT . 3 punct

      Oduro Oduro PROPN NNP 2 nsubj
      wept weep VERB VBD 0 root
      . . PUNCT . 2 punct
      """,
      [(0..<2, .person), (4..<5, .organization)]
    )
    #expect(found.entities.map(\.name) == ["Ama Oduro"])
    #expect(found.entities.first?.kind == .person)
  }

  @Test("A law and a vessel are things")
  func tellsThings() throws {
    let found = try ParsedText.entities(
      """
      The _ DET DT 4 det
      Clean Clean PROPN NNP 4 compound
      Rivers Rivers PROPN NNP 4 compound
      Act Act PROPN NNP 5 nsubj
      freed free VERB VBD 0 root
      MV MV PROPN NNP 7 compound
      Sunrise Sunrise PROPN NNP 5 obj
      . . PUNCT . 5 punct
      """,
      [(1..<4, .organization), (5..<7, .place)]
    )
    #expect(found.entities.map(\.kind) == [.thing, .thing])
  }

  @Test("A name after a noun for a person is found where the model saw none")
  func findsPeopleAfterTitles() throws {
    let found = try ParsedText.entities(
      """
      The _ DET DT 2 det
      actor _ NOUN NN 5 nsubj
      Kwabena Kwabena PROPN NNP 2 appos
      Oti Oti PROPN NNP 3 flat
      sang sing VERB VBD 0 root
      . . PUNCT . 5 punct
      """,
      []
    )
    #expect(found.entities.map(\.name) == ["Kwabena Oti"])
    #expect(found.entity(headedBy: 1) == found.entity(headedBy: 2))
  }

  @Test("Two descriptions of the same people are one group, other people another")
  func joinsDescriptions() throws {
    let lines = """
      Three three NUM CD 2 nummod
      soldiers soldier NOUN NNS 3 nsubj
      fell fall VERB VBD 0 root
      . . PUNCT . 3 punct

      The _ DET DT 2 det
      soldiers soldier NOUN NNS 3 nsubj
      slept sleep VERB VBD 0 root
      . . PUNCT . 3 punct

      Two two NUM CD 2 nummod
      soldiers soldier NOUN NNS 3 nsubj
      fled flee VERB VBD 0 root
      . . PUNCT . 3 punct
      """
    let context = try ParsedText.context(lines)
    var found = EntityResolver().entities(in: context, attributions: [])
    let heads = [1, 5, 9].map { EntityResolver().entity(describedBy: $0, in: context, among: &found) }
    #expect(heads[0] != nil)
    #expect(heads[0] == heads[1])
    #expect(heads[0] != heads[2])
  }

  @Test("A small town of the same name takes no surname away; what is called after somebody is nobody")
  func surnamesAndHouses() throws {
    let found = try ParsedText.entities(
      """
      Camila Camila PROPN NNP 3 nsubj
      Duarte Duarte PROPN NNP 1 flat
      resigned resign VERB VBD 0 root
      . . PUNCT . 3 punct

      They they PRON PRP 2 nsubj
      praised praise VERB VBD 0 root
      Duarte Duarte PROPN NNP 2 obj
      at at ADP IN 7 case
      Ingrid Ingrid PROPN NNP 7 nmod:poss
      's 's PART POS 5 case
      Hospital Hospital PROPN NNP 2 obl
      . . PUNCT . 2 punct
      """,
      [(0..<2, .person), (6..<7, .place), (8..<11, .person)]
    )
    #expect(found.entity(headedBy: 6) == found.entity(headedBy: 0))
    #expect(found.entity(headedBy: 10).map { found.entities[$0].kind } == .organization)
  }

  @Test("What an indefinite article and a number stand around is a make, no firm")
  func tellsMakes() throws {
    let found = try ParsedText.entities(
      """
      A a DET DT 3 det
      Tambo Tambo PROPN NNP 3 compound
      Wing Wing PROPN NNP 5 nsubj
      8 8 NUM CD 3 flat
      landed land VERB VBD 0 root
      . . PUNCT . 5 punct
      """,
      [(1..<3, .organization)]
    )
    #expect(found.entities.map(\.kind) == [.thing])
  }
}
