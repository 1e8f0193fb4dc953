import Testing

import Extraction

@Suite("Figures of people harmed")
struct CasualtyTests {
  private func figures(_ lines: String) throws -> [CasualtyFact] {
    try figures(in: ParsedText.context(lines))
  }

  private func figures(in context: ArticleContext) throws -> [CasualtyFact] {
    var entities = StoryEntities()
    return CasualtyExtractor().casualties(
      in: context,
      entities: &entities,
      events: [],
      times: TimeResolver(context: context),
      attributions: []
    )
  }

  @Test(
    "Numbers in words and digits, hedges and vague quantities",
    arguments: [
      ("Twelve", .exact, 12, 12), ("1,200", .exact, 1_200, 1_200), ("Twenty-one", .exact, 21, 21),
      ("At least 40", .atLeast, 40, nil), ("More than 100", .moreThan, 101, nil), ("About 30", .about, 30, 30),
      ("Up to 50", .atMost, nil, 50), ("Fewer than 20", .atMost, nil, 19), ("30 to 40", .range, 30, 40),
      ("Dozens of", .vague, 24, nil), ("Several", .vague, 3, nil), ("A dozen", .exact, 12, 12),
      ("No", .exact, 0, 0),
    ] as [(String, CasualtyFact.Bound, Int?, Int?)]
  )
  func bounds(words: String, bound: CasualtyFact.Bound, minimum: Int?, maximum: Int?) throws {
    let quantity = words.split(separator: " ").map(String.init)
    let noun = quantity.count + 1
    var lines = quantity.enumerated().map { index, word in
      "\(word) _ NUM CD \(noun) \(index == quantity.count - 1 ? "nummod" : "advmod")"
    }
    lines += ["people person NOUN NNS \(noun + 2) nsubj:pass", "were be AUX VBD \(noun + 2) aux:pass"]
    lines += ["killed+ kill VERB VBN 0 root", ". . PUNCT . \(noun + 2) punct"]
    let found = try figures(lines.joined(separator: "\n"))
    #expect(found.count == 1)
    #expect(found.first?.outcome == .killed)
    #expect(found.first?.bound == bound)
    #expect(found.first?.minimum == minimum)
    #expect(found.first?.maximum == maximum)
  }

  @Test("Figures under two verbs are two, and things are not counted")
  func twoVerbs() throws {
    let found = try figures(
      """
      The the DET DT 2 det
      blast blast NOUN NN 3 nsubj
      killed kill VERB VBD 0 root
      35 35 NUM CD 5 nummod
      people person NOUN NNS 3 obj
      and and CCONJ CC 7 cc
      wounded wound VERB VBD 3 conj
      117 117 NUM CD 7 obj
      and and CCONJ CC 10 cc
      destroyed destroy VERB VBD 3 conj
      12 12 NUM CD 12 nummod
      houses+ house NOUN NNS 10 obj
      . . PUNCT . 3 punct
      """
    )
    #expect(found.map(\.outcome) == [.killed, .injured])
    #expect(found.map(\.minimum) == [35, 117])
  }

  @Test("A woman and two children are three; what would happen is no figure")
  func listsAndModality() throws {
    let found = try figures(
      """
      A a DET DT 2 det
      woman woman NOUN NN 7 nsubj:pass
      and and CCONJ CC 5 cc
      two two NUM CD 5 nummod
      children child NOUN NNS 2 conj
      were be AUX VBD 7 aux:pass
      killed+ kill VERB VBN 0 root
      . . PUNCT . 7 punct

      Another another DET DT 2 det
      flood flood NOUN NN 4 nsubj
      would would AUX MD 4 aux
      kill kill VERB VB 0 root
      50 50 NUM CD 6 nummod
      people+ person NOUN NNS 4 obj
      . . PUNCT . 4 punct
      """
    )
    #expect(found.map(\.minimum) == [3])
  }

  @Test("Another twelve are twelve, and the lives of six are six")
  func furtherPeopleAndLives() throws {
    let found = try figures(
      """
      Another another DET DT 3 det
      12 12 NUM CD 3 nummod
      people person NOUN NNS 5 nsubj:pass
      were be AUX VBD 5 aux:pass
      injured+ injure VERB VBN 0 root
      . . PUNCT . 5 punct

      The the DET DT 2 det
      fire fire NOUN NN 3 nsubj
      claimed claim VERB VBD 0 root
      the the DET DT 5 det
      lives life NOUN NNS 3 obj
      of of ADP IN 8 case
      six six NUM CD 8 nummod
      women+ woman NOUN NNS 5 nmod
      . . PUNCT . 3 punct
      """
    )
    #expect(found.map(\.outcome) == [.injured, .killed])
    #expect(found.map(\.minimum) == [12, 6])
  }

  @Test("A hedged number in the body holds for the title's bare one")
  func titleAndBody() throws {
    let context = try ParsedText.context(
      """
      Blast blast NOUN NN 2 nsubj
      kills kill VERB VBZ 0 root
      12 12 NUM CD 2 obj
      ¶
      At at ADP IN 3 advmod
      least least ADJ JJS 1 fixed
      12 12 NUM CD 4 nummod
      people person NOUN NNS 6 nsubj:pass
      were be AUX VBD 6 aux:pass
      killed+ kill VERB VBN 0 root
      . . PUNCT . 6 punct
      """,
      titles: 1
    )
    let found = try figures(in: context)
    #expect(found.map(\.bound) == [.atLeast])
    #expect(found.map(\.minimum) == [12])
    #expect(found.first?.evidence.count == 2)
  }

  @Test("Those told to be badly hurt are a part, as are those among them")
  func partsWithoutVerb() throws {
    let found = try figures(
      """
      Eleven eleven NUM CD 2 nummod
      officers officer NOUN NNS 4 nsubj:pass
      were be AUX VBD 4 aux:pass
      hurt+ hurt VERB VBN 0 root
      , , PUNCT , 6 punct
      two two NUM CD 7 obl:unmarked
      seriously+ seriously ADV RB 4 advmod
      . . PUNCT . 4 punct

      Among among ADP IN 2 case
      them they PRON PRP 5 obl
      were be AUX VBD 5 cop
      three three NUM CD 5 nummod
      sergeants+ sergeant NOUN NNS 0 root
      . . PUNCT . 5 punct
      """
    )
    #expect(found.map(\.outcome) == [.injured, .injured, .injured])
    #expect(found.map(\.minimum) == [11, 2, 3])
    #expect(found.map(\.partOf) == [nil, 0, 0])
  }

  @Test("A quarter of a million, a couple of hundred; an age is no figure")
  func roundNumbers() throws {
    let found = try figures(
      """
      A a DET DT 2 det
      quarter quarter NOUN NN 7 nsubj:pass
      of of ADP IN 5 case
      a a DET DT 5 det
      million million NUM CD 2 nmod
      were be AUX VBD 7 aux:pass
      displaced+ displace VERB VBN 0 root
      . . PUNCT . 7 punct

      A a DET DT 2 det
      couple couple NOUN NN 5 nummod
      of of ADP IN 4 case
      hundred hundred NUM CD 2 nmod
      workers worker NOUN NNS 7 nsubj:pass
      were be AUX VBD 7 aux:pass
      injured+ injure VERB VBN 0 root
      . . PUNCT . 7 punct

      The the DET DT 2 det
      gunman+ gunman NOUN NN 6 nsubj
      ,+ , PUNCT , 4 punct
      19+ 19 NUM CD 2 appos
      , , PUNCT , 4 punct
      died+ die VERB VBD 0 root
      . . PUNCT . 6 punct
      """
    )
    #expect(found.map(\.minimum) == [250_000, 200])
    #expect(found.map(\.bound) == [.exact, .about])
  }

  @Test("\"That one\" is a person where \"that\" begins what was said")
  func oneBehindThat() throws {
    let found = try figures(
      """
      Police police NOUN NN 2 nsubj
      said say VERB VBD 0 root
      that that SCONJ IN 8 mark
      one one NUM CD 8 nsubj
      of of ADP IN 7 case
      the the DET DT 7 det
      victims victim NOUN NNS 4 nmod
      died+ die VERB VBD 2 ccomp
      . . PUNCT . 2 punct
      """
    )
    #expect(found.map(\.outcome) == [.killed])
    #expect(found.map(\.minimum) == [1])
  }
}
