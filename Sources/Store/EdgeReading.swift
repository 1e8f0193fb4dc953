import ArticleReading
import GRDB
import KnowledgeGraph

/// Reads merged edges: rows first, then what is needed of sentences, articles and the names of their ends.
struct EdgeReading {
  private struct EdgeRow {
    let id: Int64
    let ends: Ends
    let isFormer: Bool
    let isDerived: Bool
    var article = ""
    var date: CalendarDate?
    var evidence: [Provenance] = []
  }

  private struct Ends: Hashable {
    let source: Int64
    let kind: Edge.Kind
    let target: Int64
  }

  private let db: Database
  private let path: String
  private let isWithin: (CalendarDate?) -> Bool
  private var articles: StoreArticles
  private var rows: [EdgeRow] = []

  /// A reading of what articles of some days say.
  init(_ db: Database, path: String, isWithin: @escaping (CalendarDate?) -> Bool) {
    self.db = db
    self.path = path
    self.isWithin = isWithin
    articles = StoreArticles(db)
  }

  /// The edges that leave or reach any of the merged nodes, each once, in a fixed order.
  mutating func edges(touching clusters: [Int64]) throws -> [Edge] {
    let near = Set(clusters)
    let wanted = StoreView.json(clusters)
    try read("FROM json_each(?) wanted CROSS JOIN edge ON edge.source_cluster = wanted.value", [wanted]) { _ in true }
    try read("FROM json_each(?) wanted CROSS JOIN edge ON edge.target_cluster = wanted.value", [wanted]) {
      !near.contains($0.source)
    }
    return try merged()
  }

  /// All edges, in a fixed order.
  mutating func allEdges() throws -> [Edge] {
    try read("FROM edge", []) { _ in true }
    return try merged()
  }

  private mutating func read(_ selection: String, _ arguments: StatementArguments, where isWanted: (Ends) -> Bool)
    throws
  {
    let found = try Row.fetchCursor(
      db,
      sql: "SELECT edge.id, source_cluster, edge.kind, target_cluster, former, derived \(selection)",
      arguments: arguments
    )
    while let row = try found.next() {
      guard let kind = Edge.Kind(rawValue: row[2] as String) else { continue }
      let ends = Ends(source: row[1], kind: kind, target: row[3])
      guard isWanted(ends) else { continue }
      rows.append(EdgeRow(id: row[0], ends: ends, isFormer: row[4], isDerived: row[5]))
    }
  }

  private mutating func merged() throws -> [Edge] {
    try restrictToArticles()
    try readEvidence()
    let names = try names()
    var groups: [[EdgeRow]] = []
    var positions: [Ends: Int] = Dictionary(minimumCapacity: rows.count)
    for row in rows {
      if let position = positions[row.ends] {
        groups[position].append(row)
      } else {
        positions[row.ends] = groups.count
        groups.append([row])
      }
    }
    return groups.compactMap { group in
      let ends = group[0].ends
      guard let source = names[ends.source], let target = names[ends.target] else { return nil }
      let parts = group.map { row in
        (
          edge: Edge(
            source: source,
            kind: ends.kind,
            target: target,
            evidence: row.evidence,
            isFormer: row.isFormer,
            isDerived: row.isDerived
          ),
          date: row.date
        )
      }
      return MergedNodes.edge(source: source, kind: ends.kind, target: target, parts: parts)
    }
  }

  private mutating func restrictToArticles() throws {
    rows.sort { $0.id < $1.id }
    try articles.load(ofRows: rows.map(\.id))
    for position in rows.indices {
      (rows[position].article, rows[position].date) = articles.article(ofRow: rows[position].id)
    }
    rows.removeAll { !isWithin($0.date) }
  }

  private mutating func readEvidence() throws {
    let found = try Row.fetchCursor(
      db,
      sql: """
        SELECT evidence.edge, passage.start, passage."end", passage.text, evidence.rule
        FROM json_each(?) wanted CROSS JOIN evidence ON evidence.edge = wanted.value
        CROSS JOIN passage ON passage.id = evidence.passage
        """,
      arguments: [StoreView.json(rows.map(\.id))]
    )
    // Both are in the order of the edges.
    var position = 0
    while let row = try found.next() {
      let edge: Int64 = row[0]
      while position < rows.count, rows[position].id != edge { position += 1 }
      guard position < rows.count else { break }
      let (start, end): (Int, Int) = (row[1], row[2])
      guard start <= end else { throw StoreError(path: path, kind: .damaged("a span ends before it begins")) }
      rows[position].evidence.append(
        Provenance(article: rows[position].article, range: start..<end, text: row[3], foundBy: row[4])
      )
    }
  }

  private func names() throws -> [Int64: String] {
    let ids = Set(rows.flatMap { [$0.ends.source, $0.ends.target] }).sorted()
    var names: [Int64: String] = Dictionary(minimumCapacity: ids.count)
    let found = try Row.fetchCursor(
      db,
      sql: "SELECT cluster.id, cluster.name FROM json_each(?) wanted CROSS JOIN cluster ON cluster.id = wanted.value",
      arguments: [StoreView.json(ids)]
    )
    while let row = try found.next() { names[row[0]] = row[1] }
    return names
  }
}
