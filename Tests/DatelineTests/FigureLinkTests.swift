import Testing

import Dateline

/// Who gives the figures of short reports, what caused the harm and where, read as the articles are; published on
/// Wednesday, 14 June 2023.
@Suite("Sources, causes and places of figures", .enabled(if: (try? Analyser()) != nil))
struct FigureLinkTests {
  /// A report and what is told of the figure with a number; nil where nothing is.
  struct Example: Sendable {
    var text: String
    var number: Int
    var source: String?
    var cause: String?
    var place: String?
  }

  @Test("Figures have the source, the cause and the place that the text gives", arguments: examples)
  func links(example: Example) throws {
    let pipeline = try Pipeline()
    let article = pipeline.reader.article(id: "test", text: example.text, date: CalendarDate("2023-06-14"))
    let facts = pipeline.facts(of: article)
    let figure = try #require(facts.casualties.first { $0.minimum == example.number })
    let scalars = Array(example.text.unicodeScalars)
    let causes = figure.cause.map { cause in
      facts.events[cause].mentions.map { String(String.UnicodeScalarView(scalars[$0.span])) }
    }
    #expect(figure.reportedBy.first.map { facts.entities[$0].name } == example.source)
    #expect(figure.place.map { facts.entities[$0].name } == example.place)
    if let cause = example.cause { #expect(causes?.contains(cause) ?? false) }
  }

  static let examples = [
    Example(
      text:
        "A gunman shot at a crowd in Accra. A court charged Erik Holm with two counts of murder and seven of attempted "
        + "murder. Nine people were wounded.",
      number: 9,
      source: nil,
      cause: "shot",
      place: "Accra"
    ),
    Example(
      text: "Cholera has killed at least 61 people in Kassala since May, as heavy rains washed sewage into wells.",
      number: 61,
      source: nil,
      cause: "killed",
      place: "Kassala"
    ),
    Example(
      text: "A cholera outbreak was declared in Kivu on Monday after floods. The disease has killed 12 people.",
      number: 12,
      source: nil,
      cause: "outbreak",
      place: "Kivu"
    ),
    Example(
      text:
        "The toll from Monday's quake in Orlanda has climbed to 419, the agency said on Tuesday, with some 900 hurt.",
      number: 900,
      source: "agency",
      cause: "quake",
      place: "Orlanda"
    ),
    Example(
      text: "The ministry reported 68 new deaths from the virus on Monday, bringing the total to 975.",
      number: 975,
      source: "ministry",
      cause: nil,
      place: nil
    ),
    Example(
      text: "Six miners died in the blast, the minister, Ana Belo, has said.",
      number: 6,
      source: "Ana Belo",
      cause: "blast",
      place: nil
    ),
    Example(
      text: "Typhoon Sarika left 54 people dead in Mexico.",
      number: 54,
      source: nil,
      cause: "Sarika",
      place: "Mexico"
    ),
    Example(
      text: "Cyclone Idai has claimed 602 lives in Mozambique.",
      number: 602,
      source: nil,
      cause: "Idai",
      place: "Mozambique"
    ),
    Example(
      text: "A quake struck the Aegean Sea, flattening houses in the city of Izmir. At least 26 people died there.",
      number: 26,
      source: nil,
      cause: "quake",
      place: "Izmir"
    ),
    Example(
      text: "The toll given by the ministry is 19 dead.",
      number: 19,
      source: "ministry",
      cause: nil,
      place: nil
    ),
    Example(
      text: "A total of 16 people were killed in the crash, as reported by the ministry.",
      number: 16,
      source: "ministry",
      cause: "crash",
      place: nil
    ),
    Example(
      text: "The quake that devastated Nepal killed 20 people. Over 650 people have been injured.",
      number: 651,
      source: nil,
      cause: "quake",
      place: "Nepal"
    ),
    Example(
      text: "At least 49 inmates were killed in a riot in Peru. Twelve people were injured.",
      number: 12,
      source: nil,
      cause: "riot",
      place: "Peru"
    ),
    Example(
      text: "Part of a bridge collapsed during a storm in Italy on Tuesday. At least 26 people died.",
      number: 26,
      source: nil,
      cause: "collapsed",
      place: "Italy"
    ),
    Example(
      text: "Three ferries sank off Mozambique's coast on Sunday and 30 people drowned.",
      number: 30,
      source: nil,
      cause: "sank",
      place: "Mozambique"
    ),
    Example(
      text: "A quake shook Italy. Peru has registered 90 deaths from the flu since May.",
      number: 90,
      source: "Peru",
      cause: nil,
      place: "Peru"
    ),
  ]
}
