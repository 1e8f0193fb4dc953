import Extraction
import LanguageAnalysis
import Testing

/// Names that the model cuts, joins or takes for something else, and what is one with what.
struct NameJoiningTests {
  @Test("A word that begins the name of a body is that body again, whatever the model takes it for")
  func joinsTheShortNameOfABody() throws {
    let found = try ParsedText.entities(
      """
      Lumen Lumen PROPN NNP 2 compound
      Microsystems Microsystems PROPN NNPS 3 nsubj
      grew grow VERB VBD 0 root
      . _ PUNCT . 3 punct

      Lumen Lumen PROPN NNP 2 nsubj
      rose rise VERB VBD 0 root
      . _ PUNCT . 2 punct
      """,
      [(0..<2, .organization), (4..<5, .person)]
    )
    #expect(found.entities.map(\.name) == ["Lumen Microsystems"])
    #expect(found.entities.first?.kind == .organization)
  }

  @Test("A nickname in quotation marks stands within one name")
  func joinsNamesAroundNicknames() throws {
    let found = try ParsedText.entities(
      """
      Kofi+ Kofi PROPN NNP 6 nsubj
      " _ PUNCT `` 3 punct
      Duke+ Duke PROPN NNP 1 flat
      " _ PUNCT '' 3 punct
      Mensah Mensah PROPN NNP 1 flat
      left leave VERB VBD 0 root
      . _ PUNCT . 6 punct

      Mensah Mensah PROPN NNP 2 nsubj
      wept weep VERB VBD 0 root
      . _ PUNCT . 2 punct
      """,
      [(0..<1, .person), (2..<5, .person), (7..<8, .person)]
    )
    #expect(found.entities.count == 1)
    #expect(found.entities.first?.mentions.count == 2)
  }

  @Test("A hospital named after a saint is one name")
  func joinsNamesOfSaints() throws {
    let found = try ParsedText.entities(
      """
      St St PROPN NNP 2 compound
      Anne+ Anne PROPN NNP 4 nmod:poss
      's _ PART POS 2 case
      Hospital Hospital PROPN NNP 5 nsubj
      closed close VERB VBD 0 root
      . _ PUNCT . 5 punct
      """,
      [(0..<2, .place), (3..<4, .organization)]
    )
    #expect(found.entities.map(\.name) == ["St Anne's Hospital"])
  }

  @Test("A name that is told to be known by another one has both")
  func joinsNamesKnownOtherwise() throws {
    let found = try ParsedText.entities(
      """
      Harbour Harbour PROPN NNP 2 compound
      Authority+ Authority PROPN NNP 8 nsubj
      , _ PUNCT , 4 punct
      known know VERB VBN 2 acl
      as _ ADP IN 6 case
      Marina+ Marina PROPN NNP 4 obl
      , _ PUNCT , 4 punct
      failed fail VERB VBD 0 root
      . _ PUNCT . 8 punct
      """,
      [(0..<2, .organization), (5..<6, .person)]
    )
    #expect(found.entities.map(\.name) == ["Harbour Authority"])
    #expect(found.entities.first?.aliases == ["Marina"])
  }

  @Test("The ministries of two countries are two, and one without a country is the last one named")
  func keepsMinistriesOfCountriesApart() throws {
    let found = try ParsedText.entities(
      """
      Russian _ ADJ JJ 3 amod
      Defence Defence PROPN NNP 3 compound
      Ministry Ministry PROPN NNP 4 nsubj
      spoke speak VERB VBD 0 root
      . _ PUNCT . 4 punct

      Ministry Ministry PROPN NNP 4 nsubj
      of _ ADP IN 3 case
      Defence Defence PROPN NNP 1 nmod
      agreed agree VERB VBD 0 root
      . _ PUNCT . 4 punct

      Ukraine+ Ukraine PROPN NNP 3 nmod:poss
      's _ PART POS 1 case
      Ministry Ministry PROPN NNP 6 nsubj
      of _ ADP IN 5 case
      Defence Defence PROPN NNP 3 nmod
      left leave VERB VBD 0 root
      . _ PUNCT . 6 punct
      """,
      [(0..<3, .organization), (5..<8, .organization), (10..<11, .place), (12..<15, .organization)]
    )
    let bodies = found.entities.filter { $0.kind == .organization }
    #expect(bodies.map(\.mentions.count) == [2, 1])
  }

  @Test("An unknown word that is told something is a medium")
  func takesWhoIsToldForAMedium() throws {
    let found = try ParsedText.entities(
      """
      Police _ NOUN NNS 2 nsubj
      told tell VERB VBD 0 root
      Kazinform Kazinform PROPN NNP 2 obj
      so _ ADV RB 2 advmod
      . _ PUNCT . 2 punct
      """,
      [(2..<3, .person)]
    )
    #expect(found.entities.map(\.kind) == [.organization])
  }

  @Test("A son of the same name is not his father")
  func keepsJuniorsApart() throws {
    let found = try ParsedText.entities(
      """
      Kofi Kofi PROPN NNP 3 nsubj
      Mensah Mensah PROPN NNP 1 flat
      left leave VERB VBD 0 root
      . _ PUNCT . 3 punct

      Kofi Kofi PROPN NNP 4 nsubj
      Mensah Mensah PROPN NNP 1 flat
      Jr. Jr. PROPN NNP 1 flat
      stayed stay VERB VBD 0 root
      . _ PUNCT . 4 punct
      """,
      [(0..<2, .person), (4..<7, .person)]
    )
    #expect(found.entities.map(\.name) == ["Kofi Mensah", "Kofi Mensah Jr."])
  }

  @Test("A bare surname is of whom the story names most")
  func givesASurnameToTheMainBearer() throws {
    let found = try ParsedText.entities(
      """
      Ama Ama PROPN NNP 3 nsubj
      Oduro Oduro PROPN NNP 1 flat
      won win VERB VBD 0 root
      . _ PUNCT . 3 punct

      Ama Ama PROPN NNP 3 nsubj
      Oduro Oduro PROPN NNP 1 flat
      wept weep VERB VBD 0 root
      . _ PUNCT . 3 punct

      Yaw Yaw PROPN NNP 3 nsubj
      Oduro Oduro PROPN NNP 1 flat
      sang sing VERB VBD 0 root
      . _ PUNCT . 3 punct

      Oduro Oduro PROPN NNP 2 nsubj
      rose rise VERB VBD 0 root
      . _ PUNCT . 2 punct
      """,
      [(0..<2, .person), (4..<6, .person), (8..<10, .person), (12..<13, .person)]
    )
    #expect(found.entities.map(\.mentions.count) == [3, 1])
  }

  @Test("What a minister is for is no body")
  func findsNoBodyInAnOffice() throws {
    let found = try ParsedText.entities(
      """
      Minister Minister PROPN NNP 6 nsubj
      of _ ADP IN 3 case
      Information Information PROPN NNP 1 nmod
      Kofi Kofi PROPN NNP 1 appos
      Mensah Mensah PROPN NNP 4 flat
      left leave VERB VBD 0 root
      . _ PUNCT . 6 punct
      """,
      [(2..<3, .organization), (3..<5, .person)]
    )
    #expect(found.entities.map(\.name) == ["Kofi Mensah"])
  }

  @Test("A town and the mayor after it are two names")
  func dividesATownFromItsMayor() throws {
    let found = try ParsedText.entities(
      """
      Mayor Mayor PROPN NNP 6 nsubj
      of _ ADP IN 3 case
      Accra Accra PROPN NNP 1 nmod
      Ama Ama PROPN NNP 3 flat
      Mensah Mensah PROPN NNP 3 flat
      left leave VERB VBD 0 root
      . _ PUNCT . 6 punct
      """,
      [(2..<5, .person)]
    )
    #expect(Set(found.entities.map(\.name)) == ["Accra", "Ama Mensah"])
  }

  @Test("Words written large before a newspaper are its name")
  func readsNamesOfMedia() throws {
    let found = try ParsedText.entities(
      """
      He _ PRON PRP 2 nsubj
      told tell VERB VBD 0 root
      the _ DET DT 5 det
      Beacon Beacon PROPN NNP 5 compound
      newspaper _ NOUN NN 2 obj
      . _ PUNCT . 2 punct
      """,
      []
    )
    #expect(found.entities.map(\.name) == ["Beacon"])
  }

  @Test("A body goes on with whom it is of")
  func readsBodiesWithTheirField() throws {
    let found = try ParsedText.entities(
      """
      The _ DET DT 2 det
      Council Council PROPN NNP 5 nsubj
      of _ ADP IN 4 case
      Deputies Deputies PROPN NNPS 2 nmod
      voted vote VERB VBD 0 root
      . _ PUNCT . 5 punct
      """,
      []
    )
    #expect(found.entities.map(\.name) == ["Council of Deputies"])
  }
}
