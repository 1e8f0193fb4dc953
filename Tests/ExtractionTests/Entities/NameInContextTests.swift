import Extraction
import LanguageAnalysis
import Testing

/// Names that hold words which are no names elsewhere, and what the words beside names make of them.
struct NameInContextTests {
  private func names(_ lines: String, _ spans: [(Range<Int>, EntitySpan.Kind)]) throws -> [String] {
    try ParsedText.entities(lines, spans).entities.map { "\($0.kind) \($0.name)" }
  }

  @Test("A title within or at the end of a name belongs to it")
  func keepsTitlesInNames() throws {
    let found = try names(
      """
      General _ NOUN NN 2 nmod:desc
      Ali Ali PROPN NNP 5 nsubj
      Shah Shah PROPN NNP 2 flat
      Paktin Paktin PROPN NNP 2 flat
      met meet VERB VBD 0 root
      Tol Tol PROPN NNP 5 obj
      Sen Sen PROPN NNP 6 flat
      . _ PUNCT . 5 punct
      """,
      [(1..<4, .person), (5..<7, .person)]
    )
    #expect(found == ["person Ali Shah Paktin", "person Tol Sen"])
  }

  @Test("A title after an adjective of a country stays one")
  func cutsTitlesOff() throws {
    let found = try names(
      """
      French French ADJ JJ 2 amod
      Judge Judge PROPN NNP 3 nmod:desc
      Marie Marie PROPN NNP 5 nsubj
      Duval Duval PROPN NNP 3 flat
      spoke speak VERB VBD 0 root
      . _ PUNCT . 5 punct
      """,
      [(0..<4, .person)]
    )
    #expect(found == ["place France", "person Marie Duval"])
  }

  @Test("A government called after its head is a body of its own")
  func readsAdministrations() throws {
    let found = try names(
      """
      The _ DET DT 3 det
      Mensah Mensah PROPN NNP 3 compound
      administration _ NOUN NN 4 nsubj
      fell fall VERB VBD 0 root
      . _ PUNCT . 4 punct
      """,
      [(1..<2, .person)]
    )
    #expect(found == ["organization Mensah administration"])
  }

  @Test("A name before -class only tells the make of a thing")
  func leavesClassesOut() throws {
    let found = try names(
      """
      The _ DET DT 5 det
      Tambo+ Tambo PROPN NNP 4 compound
      -+ _ PUNCT HYPH 4 punct
      class _ NOUN NN 5 compound
      frigate _ NOUN NN 6 nsubj
      sank sink VERB VBD 0 root
      . _ PUNCT . 6 punct
      """,
      [(1..<2, .place)]
    )
    #expect(found.isEmpty)
  }

  @Test("What findings are published in is a body")
  func readsJournals() throws {
    let found = try names(
      """
      Findings _ NOUN NNS 2 nsubj:pass
      published publish VERB VBN 0 root
      in _ ADP IN 5 case
      Coastal Coastal PROPN NNP 5 compound
      Chemistry Chemistry PROPN NNP 2 obl
      . _ PUNCT . 2 punct
      """,
      [(3..<5, .thing)]
    )
    #expect(found == ["organization Coastal Chemistry"])
  }

  @Test("A surname and the other name that it is told to have are one person's")
  func joinsOtherNamesOfSurnames() throws {
    let found = try ParsedText.entities(
      """
      Kofi Kofi PROPN NNP 3 nsubj
      Mensah Mensah PROPN NNP 1 flat
      left leave VERB VBD 0 root
      . _ PUNCT . 3 punct

      Mensah+ Mensah PROPN NNP 7 nsubj
      , _ PUNCT , 4 punct
      widely _ ADV RB 4 advmod
      known know VERB VBN 1 acl
      as _ ADP IN 6 case
      Kofman Kofman PROPN NNP 4 obl
      sang sing VERB VBD 0 root
      . _ PUNCT . 7 punct
      """,
      [(0..<2, .person), (4..<5, .person), (9..<10, .person)]
    )
    #expect(found.entities.map(\.name) == ["Kofi Mensah"])
    #expect(found.entities.first?.aliases == ["Mensah", "Kofman"])
  }

  @Test("The noun right before a name means the named one")
  func tiesNounsBesideNames() throws {
    let found = try ParsedText.entities(
      """
      The _ DET DT 3 det
      liberal _ ADJ JJ 3 amod
      party _ NOUN NN 5 nsubj
      Avanza Avanza PROPN NNP 5 nsubj
      won win VERB VBD 0 root
      . _ PUNCT . 5 punct
      """,
      [(3..<4, .organization)]
    )
    #expect(found.entity(headedBy: 2) == found.entity(headedBy: 3))
  }

  @Test("The lower-case name of a body and a newspaper called after a town")
  func readsLowerCaseNamesAndNewspapers() throws {
    let found = try ParsedText.entities(
      """
      The _ DET DT 3 det
      Reform Reform PROPN NNP 3 compound
      Party Party PROPN NNP 4 nsubj
      told tell VERB VBD 0 root
      the _ DET DT 7 det
      Kumasi Kumasi PROPN NNP 7 compound
      Observer Observer PROPN NNP 4 obj
      . _ PUNCT . 4 punct

      The _ DET DT 3 det
      reform _ NOUN NN 3 compound
      party _ NOUN NN 4 nsubj
      lost lose VERB VBD 0 root
      . _ PUNCT . 4 punct
      """,
      [(1..<3, .organization), (5..<6, .place)]
    )
    #expect(found.entities.map(\.name) == ["Reform Party", "Kumasi Observer"])
    #expect(found.entity(headedBy: 10) == found.entity(headedBy: 2))
  }

  @Test("What is joined to a name, and what its bearer is made to do, is its own")
  func readsPossessives() throws {
    let found = try ParsedText.entities(
      """
      Ardo Ardo PROPN NNP 2 nsubj
      forced force VERB VBD 0 root
      Ferrodyn Ferrodyn PROPN NNP 2 obj
      to _ PART TO 5 mark
      cut cut VERB VB 2 xcomp
      its _ PRON PRP$ 7 nmod:poss
      prices price NOUN NNS 5 obj
      . _ PUNCT . 2 punct

      Ardo Ardo PROPN NNP 2 nsubj
      met meet VERB VBD 0 root
      Ferrodyn Ferrodyn PROPN NNP 2 obj
      and _ CCONJ CC 6 cc
      its _ PRON PRP$ 6 nmod:poss
      owners owner NOUN NNS 3 conj
      . _ PUNCT . 2 punct
      """,
      [(0..<1, .organization), (2..<3, .organization), (8..<9, .organization), (10..<11, .organization)]
    )
    #expect(found.entity(headedBy: 5) == found.entity(namedAt: 2))
    #expect(found.entity(headedBy: 12) == found.entity(namedAt: 2))
  }

  @Test("A relative introduced by a given name is not who bears it as a middle name")
  func tellsRelativesApart() throws {
    let found = try names(
      """
      Joseph Joseph PROPN NNP 4 nsubj
      Kofi Kofi PROPN NNP 1 flat
      Mensah Mensah PROPN NNP 1 flat
      died die VERB VBD 0 root
      . _ PUNCT . 4 punct

      His _ PRON PRP$ 2 nmod:poss
      father+ _ NOUN NN 5 nsubj
      , _ PUNCT , 4 punct
      Kofi Kofi PROPN NNP 2 appos
      wept weep VERB VBD 0 root
      . _ PUNCT . 5 punct
      """,
      [(0..<3, .person), (8..<9, .person)]
    )
    #expect(found == ["person Joseph Kofi Mensah", "person Kofi"])
  }

  @Test("A name after somebody's age is a person's, a noun that begins a headline is no body's")
  func readsAgesAndHeadlines() throws {
    let aged = try names(
      """
      It _ PRON PRP 2 nsubj
      killed kill VERB VBD 0 root
      27+ 27 NUM CD 5 nummod
      -+ - PUNCT HYPH 3 punct
      year+ year NOUN NN 7 obl:unmarked
      -+ - PUNCT HYPH 5 punct
      old old ADJ JJ 8 amod
      angler angler NOUN NN 2 obj
      Boama Boama PROPN NNP 8 appos
      Tindo Tindo PROPN NNP 9 flat
      . _ PUNCT . 2 punct
      """,
      [(8..<10, .place)]
    )
    #expect(aged == ["person Boama Tindo"])
    let headline = """
      Orange Orange PROPN NNP 2 nsubj
      hits hit VERB VBZ 0 root
      14 14 NUM CD 2 obj

      An a DET DT 2 det
      orange orange NOUN NN 3 nsubj
      fell fall VERB VBD 0 root
      on on ADP IN 5 case
      """
    let common = headline + "\nstreets street NOUN NNS 3 obl"
    #expect(try names(common, [(0..<1, .organization)]) == [])
    let named = headline + "\nOrange Orange PROPN NNP 3 obl"
    #expect(try names(named, [(0..<1, .organization), (7..<8, .organization)]) == ["organization Orange"])
  }

  @Test("What a party is, before its name, is no party")
  func describesBodies() throws {
    let found = try names(
      """
      Opposition Opposition PROPN NNP 2 compound
      party party PROPN NNP 3 nmod:desc
      Unita Unita PROPN NNP 4 nsubj
      won win VERB VBD 0 root
      . . PUNCT . 4 punct
      """,
      [(0..<2, .organization), (2..<3, .organization)]
    )
    #expect(found == ["organization Unita"])
  }
}
