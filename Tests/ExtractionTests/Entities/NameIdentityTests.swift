import Extraction
import LanguageAnalysis
import Testing

/// What the names of an article are, and which of them mean the same.
struct NameIdentityTests {
  @Test("The House is the House of Representatives of the story")
  func joinsTheHouse() throws {
    let found = try ParsedText.entities(
      """
      The _ DET DT 2 det
      House House PROPN NNP 5 nsubj
      of _ ADP IN 4 case
      Representatives Representatives PROPN NNPS 2 nmod
      met meet VERB VBD 0 root
      . _ PUNCT . 5 punct

      The _ DET DT 2 det
      House House PROPN NNP 3 nsubj
      voted vote VERB VBD 0 root
      . _ PUNCT . 3 punct
      """,
      [(1..<4, .organization), (7..<8, .organization)]
    )
    #expect(found.entities.map(\.mentions.count) == [2])
  }

  @Test("What a noun for a machine stands beside is a thing")
  func takesNamesOfMachinesForThings() throws {
    let found = try ParsedText.entities(
      """
      Our _ PRON PRP$ 2 nmod:poss
      rover+ _ NOUN NN 6 nsubj
      , _ PUNCT , 4 punct
      Pragyan+ Pragyan PROPN NNP 2 appos
      , _ PUNCT , 4 punct
      moved move VERB VBD 0 root
      . _ PUNCT . 6 punct
      """,
      [(3..<4, .person)]
    )
    #expect(found.entities.map(\.kind) == [.thing])
  }

  @Test("A company in brackets is not named by its exchange")
  func readsNoTickers() throws {
    let found = try ParsedText.entities(
      """
      Halvard Halvard PROPN NNP 2 compound
      Foods Foods PROPN NNPS 8 nsubj
      (+ _ PUNCT -LRB- 4 punct
      NASDAQ+ NASDAQ PROPN NNP 2 appos
      : _ PUNCT : 6 punct
      HLVD+ HLVD PROPN NNP 4 appos
      ) _ PUNCT -RRB- 4 punct
      grew grow VERB VBD 0 root
      . _ PUNCT . 8 punct
      """,
      [(0..<2, .organization), (5..<6, .organization)]
    )
    #expect(found.entities.map(\.name) == ["Halvard Foods"])
  }

  @Test("The firm is the body that was called a firm")
  func tiesTheNounOfAnApposition() throws {
    let found = try ParsedText.entities(
      """
      Oakmere Oakmere PROPN NNP 2 compound
      Group+ Group PROPN NNP 8 nsubj
      , _ PUNCT , 6 punct
      a _ DET DT 6 det
      research _ NOUN NN 6 compound
      firm+ _ NOUN NN 2 appos
      , _ PUNCT , 6 punct
      praised praise VERB VBD 0 root
      Boeing Boeing PROPN NNP 8 obj
      . _ PUNCT . 8 punct

      The _ DET DT 2 det
      firm _ NOUN NN 3 nsubj
      grew grow VERB VBD 0 root
      . _ PUNCT . 3 punct
      """,
      [(0..<2, .organization), (8..<9, .organization)]
    )
    #expect(found.entity(headedBy: 11).map { found.entities[$0].name } == "Oakmere Group")
  }

  @Test("The legal form of a company may be written in several ways")
  func joinsLegalForms() throws {
    let found = try ParsedText.entities(
      """
      Oakmere Oakmere PROPN NNP 3 compound
      Foods Foods PROPN NNPS 3 compound
      Company Company PROPN NNP 4 nsubj
      grew grow VERB VBD 0 root
      . _ PUNCT . 4 punct

      Oakmere Oakmere PROPN NNP 3 compound
      Foods Foods PROPN NNPS 3 compound
      Co. Co. PROPN NNP 4 nsubj
      closed close VERB VBD 0 root
      . _ PUNCT . 4 punct
      """,
      [(0..<3, .organization), (5..<8, .organization)]
    )
    #expect(found.entities.map(\.mentions.count) == [2])
  }

  @Test("A party may go without the word for it")
  func namesAPartyWithoutTheWord() throws {
    let found = try ParsedText.entities(
      """
      The _ DET DT 3 det
      Law Law PROPN NNP 3 nmod
      Order Order PROPN NNP 4 compound
      party _ NOUN NN 5 nsubj
      won win VERB VBD 0 root
      . _ PUNCT . 5 punct
      """,
      [(1..<4, .organization)]
    )
    #expect(found.entities.first?.aliases == ["Law Order"])
  }

  @Test("A court of a county is one name")
  func joinsCourtsOfCounties() throws {
    let found = try ParsedText.entities(
      """
      Ashby Ashby PROPN NNP 2 compound
      County County PROPN NNP 4 compound
      Superior Superior PROPN NNP 4 compound
      Court Court PROPN NNP 5 nsubj
      ruled rule VERB VBD 0 root
      . _ PUNCT . 5 punct
      """,
      [(0..<2, .place), (2..<4, .organization)]
    )
    #expect(found.entities.map(\.name) == ["Ashby County Superior Court"])
  }

  @Test("A ministry written small is of the country before it")
  func readsMinistriesWrittenSmall() throws {
    let found = try ParsedText.entities(
      """
      Egypt+ Egypt PROPN NNP 4 nmod:poss
      's _ PART POS 1 case
      foreign _ ADJ JJ 4 amod
      ministry _ NOUN NN 5 nsubj
      agreed agree VERB VBD 0 root
      . _ PUNCT . 5 punct
      """,
      [(0..<1, .place)]
    )
    #expect(found.entities.map(\.name) == ["Egypt", "foreign ministry"])
  }
}
