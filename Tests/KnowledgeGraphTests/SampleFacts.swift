import ArticleReading
import Extraction
import Knowledge

/// Facts of a small article, with the spans of words found in its text.
struct SampleFacts {
  static let text = """
    Ama Mensah, president of Ghana, visited Accra on Monday. "We will rebuild," she told Kofi Boateng.
    Floods in Accra killed at least 12 people, police said.
    """

  let article: Article
  var facts = Facts()

  init(id: String = "flood") {
    article = Article(
      id: id,
      title: "Floods",
      date: CalendarDate(year: 2025, month: 3, day: 4),
      text: Self.text,
      regions: []
    )
    facts.entities = [
      entity(.person, "Ama Mensah", country: nil, also: ["she"]),
      entity(.place, "Ghana", country: "GH", placeKind: "country"),
      entity(.place, "Accra", country: "GH", placeKind: "city"),
      entity(.person, "Kofi Boateng"),
      entity(.group, "police"),
    ]
    facts.roles = [RoleFact(holder: 0, title: "president", of: 1, evidence: [evidence("president")])]
    facts.events = [
      EventFact(
        type: EventType(rawValue: "visit"),
        date: CalendarDate(year: 2025, month: 3, day: 3),
        mentions: [evidence("visited")],
        arguments: [
          EventArgument(role: .agent, entity: 0, evidence: evidence("Ama Mensah")),
          EventArgument(role: .place, entity: 2, evidence: evidence("Accra")),
        ]
      ),
      EventFact(type: EventType(rawValue: "disaster"), mentions: [evidence("Floods")], reportedBy: [4]),
    ]
    facts.casualties = [
      CasualtyFact(
        outcome: .killed,
        bound: .atLeast,
        minimum: 12,
        maximum: nil,
        evidence: [evidence("at least 12 people")],
        cause: 1,
        place: 2,
        reportedBy: [4]
      )
    ]
    facts.statements = [
      StatementFact(
        text: "We will rebuild,",
        isDirect: true,
        spans: [span("We will rebuild,")],
        speaker: 0,
        addressee: 3,
        aboutEvents: [1],
        evidence: [evidence("We will rebuild,")]
      )
    ]
  }

  /// The scalar range of the first place where words stand.
  func span(_ words: String) -> Range<Int> {
    guard let range = Self.text.range(of: words) else { return 0..<0 }
    let scalars = Self.text.unicodeScalars
    let start = scalars.distance(from: scalars.startIndex, to: range.lowerBound)
    return start..<(start + words.unicodeScalars.count)
  }

  func evidence(_ words: String) -> Evidence {
    let span = span(words)
    return Evidence(span: span, sentence: 0..<(span.upperBound + 1), foundBy: "test:\(words)")
  }

  func entity(
    _ kind: Entity.Kind,
    _ name: String,
    country: String? = nil,
    placeKind: String? = nil,
    also: [String] = []
  ) -> Entity {
    Entity(
      kind: kind,
      name: name,
      mentions: ([name] + also).map {
        EntityMention(form: .name, tokens: 0..<1, head: 0, evidence: evidence($0))
      },
      country: country,
      placeKind: placeKind
    )
  }
}
