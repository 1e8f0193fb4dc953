import LanguageAnalysis

import Extraction

/// The casualty figures of parsed texts, for tests.
enum ToldFigures {
  /// The outcomes and bounds of the figures of a text.
  static func told(_ lines: String, naming names: [(Range<Int>, EntitySpan.Kind)] = []) throws -> [String] {
    try facts(lines, naming: names).map { $0.told }
  }

  /// The figures of a text with the names of their places.
  static func facts(
    _ lines: String,
    naming names: [(Range<Int>, EntitySpan.Kind)] = []
  ) throws -> [(told: String, place: String)] {
    let context = ParsedText.naming(try ParsedText.context(lines), names)
    var entities = EntityResolver().entities(in: context, attributions: [])
    let facts = CasualtyExtractor().casualties(
      in: context,
      entities: &entities,
      events: [],
      times: TimeResolver(context: context),
      attributions: []
    )
    return facts.map { fact in
      (
        "\(fact.outcome) \(fact.minimum.map(String.init) ?? "-")..\(fact.maximum.map(String.init) ?? "-")",
        fact.place.map { entities.entities[$0].name } ?? "none"
      )
    }
  }
}
