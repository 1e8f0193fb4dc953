import ArticleReading
import Extraction
import Knowledge
import KnowledgeGraph

/// A seeded source of numbers (SplitMix64): the same seed gives the same ones everywhere.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Makes graphs of invented articles in which the same people, places and events come back under several names.
struct GeneratedStory {
  private static let people = [
    ["Volodymyr Lysenko", "Volodimir Lysenko", "Vladimir Lysenko", "Lysenko"], ["Ama Mensah", "Mensah"],
    ["Kofi Boateng"], ["William Harker", "Bill Harker", "Harker"], ["Olena Kharchenko", "Olena Harchenko"],
    ["Rosa Pinto Salas", "Rosa Pinto", "Pinto"], ["Margaret II", "Margaret"],
  ]
  private static let places = [("Kyiv", "UA"), ("Kiev", "UA"), ("Accra", "GH"), ("Springfield", nil), ("Lagos", "NG")]
  private static let bodies = [
    ("World Ferry Organization", ["WFO"]), ("WFO", []), ("Supreme Court", []),
    ("Boateng Shipping Ltd", ["Boateng Shipping"]),
  ]
  private static let titles = ["minister", "footballer", "spokesman"]
  private static let types = ["visit", "attack", "meet"]

  private var numbers: SeededNumbers

  init(seed: UInt64) { numbers = SeededNumbers(seed) }

  /// The graph of an invented article.
  mutating func graph(id: String) -> Graph {
    let day = pick(0...5)
    var builder = GraphDraft(article: id, date: day > 0 ? CalendarDate(year: 2025, month: 4, day: day) : nil)
    let people = (0..<pick(1...3)).map { _ in builder.person(names: namesOfPerson()) }
    let place = Self.places[pick(0...4)]
    let places = [builder.place(place.0, country: place.1)]
    let body = Self.bodies[pick(0...3)]
    let bodies = [builder.add(.organization, label: body.0, aliases: body.1)]
    for person in people where pick(0...2) > 0 {
      let role = builder.add(.role, label: Self.titles[pick(0...2)])
      builder.edge(person, .holds, role, isFormer: pick(0...3) == 0)
      if pick(0...1) == 0 { builder.edge(role, .roleOf, pick(0...1) == 0 ? bodies[0] : places[0]) }
    }
    for _ in 0..<pick(1...2) {
      let event = builder.event(Self.types[pick(0...2)], day: pick(0...3) == 0 ? nil : pick(1...3))
      builder.edge(event, .agent, people[pick(0...(people.count - 1))])
      builder.edge(event, .place, places[0])
      let figure = builder.figure(pick(1...40))
      builder.edge(figure, .resultOf, event)
      builder.edge(figure, .reportedBy, bodies[0])
      if pick(0...2) == 0 { _ = builder.figure(1, partOf: figure) }
    }
    for number in 0..<pick(0...2) {
      let statement = builder.statement("What was said at number \(number).", isDirect: pick(0...1) == 0)
      builder.edge(statement, .speaker, people[pick(0...(people.count - 1))])
      builder.edge(statement, .about, places[0])
    }
    if pick(0...3) == 0 { builder.edge(builder.add(.group, label: "two sailors"), .locatedIn, places[0]) }
    if pick(0...3) == 0 { _ = builder.add(.thing, label: "Ferry Act", aliases: ["Act"]) }
    return builder.graph
  }

  private mutating func namesOfPerson() -> [String] {
    let names = Self.people[pick(0...(Self.people.count - 1))]
    let first = pick(0...(names.count - 1))
    return [names[first]] + (first == 0 && names.count > 1 && pick(0...1) == 0 ? [names[names.count - 1]] : [])
  }

  private mutating func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &numbers) }
}

/// The graph of one article while it is being made up.
struct GraphDraft {
  private let article: ArticleReference
  private var nodes: [Node] = []
  private var edges: [Edge] = []
  private var offset = 0

  init(article: String, date: CalendarDate?) {
    self.article = ArticleReference(id: article, title: "About \(article)", date: date, url: nil)
  }

  var graph: Graph {
    var joined: [Edge] = []
    for edge in edges.sorted() {
      if let last = joined.last, (last.source, last.kind, last.target) == (edge.source, edge.kind, edge.target) {
        joined[joined.count - 1].evidence += edge.evidence
      } else {
        joined.append(edge)
      }
    }
    return Graph(articles: [article], nodes: nodes, edges: joined)
  }

  mutating func person(names: [String]) -> String { add(.person, label: names[0], aliases: Array(names.dropFirst())) }

  mutating func place(_ name: String, country: String?, kind: String? = nil) -> String {
    add(.place(PlaceDetail(country: country, placeKind: kind)), label: name)
  }

  mutating func event(_ type: String, day: Int?, status: EventFact.Status = .actual) -> String {
    let date = day.flatMap { CalendarDate(year: 2025, month: 4, day: $0) }
    let trigger = span(type)
    return add(
      .event(EventDetail(type: EventType(rawValue: type), trigger: trigger, status: status, date: date)),
      label: type
    )
  }

  mutating func figure(_ count: Int, partOf whole: String? = nil) -> String {
    add(
      .casualtyFigure(
        CasualtyDetail(outcome: .killed, bound: .atLeast, minimum: count, maximum: nil, partOf: whole)
      ),
      label: "at least \(count)"
    )
  }

  mutating func statement(_ text: String, isDirect: Bool) -> String {
    add(.statement(StatementDetail(text: text, isDirect: isDirect)), label: text)
  }

  mutating func add(_ detail: NodeDetail, label: String, aliases: [String] = []) -> String {
    let id = "\(detail.kind.rawValue):\(nodes.count)"
    nodes.append(Node(id: id, detail: detail, label: label, aliases: aliases.sorted(), mentions: [span(label)]))
    return id
  }

  mutating func edge(_ source: String, _ kind: Edge.Kind, _ target: String, isFormer: Bool = false) {
    let words = "\(label(source)) \(kind.rawValue) \(label(target))"
    edges.append(Edge(source: source, kind: kind, target: target, evidence: [span(words)], isFormer: isFormer))
  }

  private func label(_ id: String) -> String { nodes.first { $0.id == id }?.label ?? id }

  private mutating func span(_ text: String) -> Provenance {
    defer { offset += text.count + 1 }
    return Provenance(article: article.id, range: offset..<offset + text.count, text: text, foundBy: "test")
  }
}
