import Extraction
import LanguageAnalysis
import Testing

/// Which events figures are laid to, beside others that the text tells of.
@Suite("What figures are laid to")
struct FigureCauseTests {
  /// The figures of a text with the first word of what caused them, in lower case, and the names of their places.
  private func figures(
    _ lines: String,
    naming names: [(Range<Int>, EntitySpan.Kind)] = []
  ) throws -> [(cause: String, place: String)] {
    let context = ParsedText.naming(try ParsedText.context(lines, date: "2023-06-14"), names)
    var entities = EntityResolver().entities(in: context, attributions: [])
    let times = TimeResolver(context: context)
    let events = EventExtractor(participants: nil).events(
      in: context,
      entities: &entities,
      times: times,
      attributions: []
    )
    let facts = CasualtyExtractor().casualties(
      in: context,
      entities: &entities,
      events: events,
      times: times,
      attributions: []
    )
    return facts.map { fact in
      let start = fact.cause.flatMap { events[$0].mentions.first?.span.lowerBound }
      let cause = start.flatMap { start in context.document.spans.firstIndex { $0.lowerBound == start } }
      return (cause.map { context.words[$0] } ?? "none", fact.place.map { entities.entities[$0].name } ?? "none")
    }
  }

  private static let attack = """
    Gunmen gunman NOUN NNS 2 nsubj
    attacked attack VERB VBD 0 root
    villagers villager NOUN NNS 2 obj
    in in ADP IN 5 case
    Strelsau+ Strelsau PROPN NNP 2 obl
    . . PUNCT . 2 punct


    """

  @Test(
    "Who dies of a disease dies of no attack told before",
    arguments: [("cholera", "died"), ("wounds", "attacked")]
  )
  func disease(of noun: String, cause: String) throws {
    let found = try figures(
      Self.attack + """
        Later later ADV RB 4 advmod
        29 29 NUM CD 3 nummod
        people person NOUN NNS 4 nsubj
        died die VERB VBD 0 root
        of of ADP IN 6 case
        \(noun)+ \(noun) NOUN NN 4 obl
        . . PUNCT . 4 punct
        """
    )
    #expect(found.map(\.cause) == [cause])
  }

  @Test("What is told by the way of whoever gives a figure neither caused it nor tells where")
  func clauseOfSpeaker() throws {
    let found = try figures(
      Self.attack + """
        The the DET DT 2 det
        militia+ militia NOUN NN 8 nsubj
        , , PUNCT , 5 punct
        which which PRON WDT 5 nsubj
        besieged besiege VERB VBD 2 acl:relcl
        Hentzau+ Hentzau PROPN NNP 5 obj
        , , PUNCT , 2 punct
        said say VERB VBD 0 root
        52 52 NUM CD 10 nummod
        people person NOUN NNS 12 nsubj
        had have AUX VBD 12 aux
        died+ die VERB VBN 8 ccomp
        . . PUNCT . 8 punct
        """,
      naming: [(4..<5, .place), (11..<12, .place)]
    )
    #expect(found.map(\.cause) == ["attacked"])
    #expect(found.map(\.place) == ["Strelsau"])
  }

  @Test("Where something was on the day that cases are counted from is not where all of them are")
  func placeOfFirstDay() throws {
    let found = try figures(
      """
      Doctors doctor NOUN NNS 2 nsubj
      worked work VERB VBD 0 root
      in in ADP IN 4 case
      Strelsau+ Strelsau PROPN NNP 2 obl
      . . PUNCT . 2 punct

      The the DET DT 3 det
      280 280 NUM CD 3 nummod
      infections infection NOUN NNS 5 nsubj:pass
      were be AUX VBD 5 aux:pass
      counted count VERB VBN 0 root
      since since ADP IN 7 case
      June June PROPN NNP 5 obl
      7+ 7 NUM CD 7 nummod
      , , PUNCT , 7 punct
      when when ADV WRB 13 advmod
      a a DET DT 12 det
      patient patient NOUN NN 13 nsubj
      died die VERB VBD 5 advcl
      in in ADP IN 15 case
      Orso+ Orso PROPN NNP 13 obl
      . . PUNCT . 5 punct
      """,
      naming: [(3..<4, .place), (11..<13, .date), (19..<20, .place)]
    )
    #expect(found.first?.place == "Strelsau")
  }
}
