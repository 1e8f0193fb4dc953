import Dateline

/// What surrounds a node of a store, sorted by what kind of knowledge it is and by day: one row for each relation,
/// with all the sentences that say it.
struct NodeReport {
  /// All that is told of a relation.
  static let columns = [
    "what", "relation", "former", "with", "id", "date", "evidence", "when", "articles", "sentence",
  ]
  /// The columns of a table: when something happened or, where that is not told, when it was written.
  static let shownColumns = ["relation", "with", "when", "articles", "sentence"]
  /// The columns of JSON: the evidence has days, articles and sentences.
  static let toldColumns = ["what", "relation", "former", "with", "id", "date", "evidence"]

  let node: Node
  let view: StoreView

  private struct Relation {
    var kind: Edge.Kind
    var isFormer: Bool
    var other: Node
    var name: String
    var evidence: [Provenance]
  }

  func rows() throws -> [[AnswerCell]] {
    let relations = try relations()
    let articles = Set(relations.flatMap { $0.evidence.map(\.article) }).sorted()
    let dates = Dictionary(try view.articles(withIDs: articles).map { ($0.id, $0.date) }) { first, _ in first }
    let rows = relations.map { relation in
      let days = relation.evidence.compactMap { dates[$0.article].flatMap { $0 } }.sorted()
      let date = Self.date(of: relation.other)
      return (
        rank: Self.rank(relation.other.kind), day: (date ?? days.first)?.description ?? "~",
        row: row(of: relation, date: date, days: days, dates: dates)
      )
    }
    return rows.sorted { ($0.rank, $0.day, $0.row[3].shown) < ($1.rank, $1.day, $1.row[3].shown) }.map(\.row)
  }

  private func row(
    of relation: Relation,
    date: CalendarDate?,
    days: [CalendarDate],
    dates: [String: CalendarDate?]
  ) -> [AnswerCell] {
    let articles = Set(relation.evidence.map(\.article)).sorted()
    let first = days.first?.description ?? ""
    let last = days.last?.description ?? ""
    let evidence = relation.evidence.map { span in
      AnswerRecord([
        ("article", .text(span.article)), ("date", .text(dates[span.article].flatMap { $0 }?.description ?? "")),
        ("sentence", .text(span.text)),
      ])
    }
    return [
      .text(relation.other.kind.noun), .text((relation.isFormer ? "former " : "") + relation.kind.rawValue),
      .flag(relation.isFormer), .text(relation.name), .text(relation.other.id), .text(date?.description ?? ""),
      .records(evidence), .text(date?.description ?? (first == last ? first : "\(first) to \(last)")),
      .text(articles.count > 2 ? "\(articles.count) articles" : articles.joined(separator: ", ")),
      .text(relation.evidence.first?.text ?? ""),
    ]
  }

  /// The relations of the node; an office without a body is the one of that title whose body is known.
  private func relations() throws -> [Relation] {
    let edges = try view.edges(touching: [node.id])
    let others = try view.nodes(withIDs: Set(edges.map { $0.source == node.id ? $0.target : $0.source }).sorted())
    let nodes = Dictionary(others.map { ($0.id, $0) }) { first, _ in first }
    let roles = try RoleNames(of: others, in: view)
    let participants = try participants(of: others)
    let relations = edges.compactMap { edge -> Relation? in
      guard let other = nodes[edge.source == node.id ? edge.target : edge.source] else { return nil }
      let role = node.kind == .person ? roles.summary(of: other) : roles.description(of: other)
      let name = role + (participants[other.id].map { ": \($0)" } ?? "")
      return Relation(
        kind: edge.kind,
        isFormer: edge.isFormer,
        other: other,
        name: name,
        evidence: edge.evidence
      )
    }
    return Self.withBodies(relations)
  }

  private static func withBodies(_ relations: [Relation]) -> [Relation] {
    var kept: [Relation] = []
    let offices = relations.filter { $0.kind == .holds }
    var evidence: [String: [Provenance]] = [:]
    for relation in relations {
      let title = relation.other.label.lowercased()
      let isOffice = relation.kind == .holds
      let full = offices.filter { $0.other.label.lowercased() == title && $0.name.count > title.count }
      if isOffice, relation.name.count == title.count, full.count == 1 {
        evidence[full[0].other.id, default: []] += relation.evidence
      } else {
        kept.append(relation)
      }
    }
    return kept.map { relation in
      var relation = relation
      relation.evidence = Set(relation.evidence + (evidence[relation.other.id] ?? [])).sorted()
      return relation
    }
  }

  /// Who and what else takes part in events.
  private func participants(of nodes: [Node]) throws -> [String: String] {
    let events = nodes.filter { $0.kind == .event }.map(\.id)
    let edges = try view.links(touching: events).filter { $0.target != node.id && $0.kind != .reportedBy }
    let bySource = Dictionary(grouping: edges.sorted(), by: \.source)
    let ends = Set(edges.map(\.target)).sorted()
    let labels = Dictionary(try view.nodes(withIDs: ends).map { ($0.id, $0.label) }) { first, _ in first }
    var participants: [String: String] = [:]
    for event in events {
      let names = (bySource[event] ?? []).compactMap { labels[$0.target] }
      if !names.isEmpty { participants[event] = names.joined(separator: ", ") }
    }
    return participants
  }

  /// The day of an event or figure.
  static func date(of node: Node) -> CalendarDate? {
    switch node.detail {
    case .event(let event): event.date
    case .casualtyFigure(let figure): figure.date
    default: nil
    }
  }

  private static func rank(_ kind: NodeKind) -> Int {
    [.role, .organization, .place, .event, .casualtyFigure, .statement].firstIndex(of: kind) ?? 9
  }
}
