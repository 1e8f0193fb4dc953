import ArticleReading
import Extraction
import Foundation
import Knowledge
import KnowledgeGraph

/// Graphs of invented articles in which few people, bodies and places come often and many seldom.
///
/// The same seed gives the same articles. An article has some 100 edges.
struct GeneratedArticles {
  private static let people = 40_000
  private static let bodies = 8_000
  private static let places = 4_000
  private static let kinds = ["attack", "meet", "visit", "accuse", "agree", "arrest", "negotiate", "support"]

  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The graph of the next article.
  mutating func next(_ number: Int) -> Graph {
    let day = CalendarDate(year: 2020 + number / 336 % 5, month: number / 28 % 12 + 1, day: number % 28 + 1)
    var draft = ArticleDraft(article: ArticleReference(id: "article-\(number)", title: nil, date: day, url: nil))
    let numbers = distinct(6, of: Self.people)
    let people = numbers.map { draft.add(.person, Self.personName($0)) }
    let bodies = distinct(3, of: Self.bodies).map { draft.add(.organization, Self.body($0)) }
    let places = distinct(3, of: Self.places).map {
      draft.add(.place(PlaceDetail(country: Self.country($0), placeKind: "city")), Self.word($0 + 90_000, 3))
    }
    for (number, person) in zip(numbers, people) {
      // Not every article tells an office, and some tell another one.
      let office = pick(5)
      guard office > 0 else { continue }
      let role = draft.add(.role, ["minister", "director", "spokesman"][(number + office / 4) % 3])
      draft.edge(person, .holds, role)
      draft.edge(role, .roleOf, draft.add(.organization, Self.body((number / 3 + office / 4) % Self.bodies)))
    }
    for position in 0..<3 {
      draft.edge(people[position], .memberOf, bodies[position])
      draft.edge(bodies[position], .locatedIn, places[position])
    }
    for _ in 0..<15 {
      let event = draft.event(Self.kinds[pick(Self.kinds.count)], day: day)
      draft.edge(event, .agent, people[pick(6)])
      draft.edge(event, .patient, pick(2) == 0 ? bodies[pick(3)] : people[pick(6)])
      draft.edge(event, .place, places[pick(3)])
      if pick(5) == 0 {
        let figure = draft.figure(pick(90) + 1)
        draft.edge(figure, .resultOf, event)
        draft.edge(figure, .reportedBy, bodies[pick(3)])
      }
    }
    for position in 0..<12 {
      let statement = draft.statement("What was said at number \(position) of article \(number).")
      draft.edge(statement, .speaker, people[pick(6)])
      draft.edge(statement, .about, bodies[pick(3)])
    }
    return draft.graph
  }

  // MARK: Numbers

  private mutating func pick(_ count: Int) -> Int { Int(bits() % UInt64(count)) }

  /// Numbers below a count, low ones by far the most often.
  private mutating func distinct(_ wanted: Int, of count: Int) -> [Int] {
    var found: [Int] = []
    while found.count < wanted {
      let share = Double(bits() >> 11) / Double(1 << 53)
      let number = Int(pow(share, 3) * Double(count))
      if !found.contains(number) { found.append(number) }
    }
    return found
  }

  private mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  // MARK: Names

  private static func personName(_ number: Int) -> String {
    "\(word(number % 61 + 11, 2)) \(word(number + 300_000, 4))"
  }

  private static func body(_ number: Int) -> String { "\(word(number + 7_000, 3)) Council" }

  private static func country(_ number: Int) -> String { ["GH", "NG", "KE", "PL", "PE", "JP", "NO", "CL"][number % 8] }

  /// A word of syllables that is another one for every number.
  private static func word(_ number: Int, _ syllables: Int) -> String {
    let (consonants, vowels) = (Array("bdfgklmnprstvz"), Array("aeiou"))
    var rest = number &* 2_654_435 % 24_010_000
    var word = ""
    for _ in 0..<syllables {
      word.append(consonants[rest % 14])
      word.append(vowels[rest / 14 % 5])
      rest /= 70
    }
    return word.capitalized
  }
}

/// The graph of one article while it is being made up.
private struct ArticleDraft {
  let article: ArticleReference
  private var nodes: [Node] = []
  private var edges: [Edge] = []
  private var offset = 0

  init(article: ArticleReference) { self.article = article }

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

  mutating func add(_ detail: NodeDetail, _ label: String) -> String {
    let id = "\(detail.kind.rawValue):\(nodes.count)"
    nodes.append(Node(id: id, detail: detail, label: label, mentions: [span(label)]))
    return id
  }

  mutating func event(_ type: String, day: CalendarDate?) -> String {
    let type = EventType(rawValue: type)
    return add(.event(EventDetail(type: type, trigger: span(type.rawValue), status: .actual, date: day)), type.rawValue)
  }

  mutating func figure(_ count: Int) -> String {
    let detail = CasualtyDetail(outcome: .injured, bound: .exact, minimum: count, maximum: count)
    return add(.casualtyFigure(detail), "\(count) injured")
  }

  mutating func statement(_ text: String) -> String {
    add(.statement(StatementDetail(text: text, isDirect: true)), text)
  }

  mutating func edge(_ source: String, _ kind: Edge.Kind, _ target: String) {
    let sentence =
      "The sentence of article \(article.id) that says what \(kind.rawValue) links \(source) with \(target)."
    edges.append(Edge(source: source, kind: kind, target: target, evidence: [span(sentence)]))
  }

  private mutating func span(_ text: String) -> Provenance {
    defer { offset += text.count + 1 }
    return Provenance(article: article.id, range: offset..<offset + text.count, text: text, foundBy: "generated")
  }
}
