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

  /// Reads the edges of some kinds that leave or reach any of the merged nodes; no kinds mean all.
  mutating func read(touching clusters: [Int64], over kinds: Set<Edge.Kind>) throws {
    let near = Set(clusters)
    let wanted = StoreView.json(clusters)
    try read("FROM json_each(?) wanted CROSS JOIN edge ON edge.source_cluster = wanted.value", [wanted]) {
      kinds.isEmpty || kinds.contains($0.kind)
    }
    try read("FROM json_each(?) wanted CROSS JOIN edge ON edge.target_cluster = wanted.value", [wanted]) {
      !near.contains($0.source) && (kinds.isEmpty || kinds.contains($0.kind))
    }
    try restrictToArticles()
  }

  /// Reads the edges between two merged nodes.
  mutating func read(between one: Int64, and other: Int64) throws {
    for (source, target) in one == other ? [(one, one)] : [(one, other), (other, one)] {
      try read("FROM edge WHERE source_cluster = ? AND target_cluster = ?", [source, target]) { _ in true }
    }
    try restrictToArticles()
  }

  /// Reads all edges.
  mutating func readAll() throws {
    try read("FROM edge", []) { _ in true }
    try restrictToArticles()
  }

  /// The row ids of the merged nodes at the ends of what has been read, sorted.
  var ends: [Int64] {
    var ends: Set<Int64> = []
    for row in rows {
      ends.insert(row.ends.source)
      ends.insert(row.ends.target)
    }
    return ends.sorted()
  }

  private mutating func read(_ selection: String, _ arguments: StatementArguments, where isWanted: (Ends) -> Bool)
    throws
  {
    let found = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT edge.id, source_cluster, edge.kind, target_cluster, former, derived \(selection)"
      ),
      arguments: arguments
    )
    while let row = try found.next() {
      guard let kind = Self.kinds[row[2] as String] else { continue }
      let ends = Ends(source: row[1], kind: kind, target: row[3])
      guard isWanted(ends) else { continue }
      rows.append(EdgeRow(id: row[0], ends: ends, isFormer: row[4], isDerived: row[5]))
    }
  }

  private static let kinds = Dictionary(uniqueKeysWithValues: Edge.Kind.allCases.map { ($0.rawValue, $0) })

  /// What has been read, each edge once, in a fixed order.
  ///
  /// - Parameters:
  ///   - clusters: The merged nodes at the ends.
  ///   - withEvidence: Whether the sentences are read.
  mutating func edges(between clusters: [ClusterRow], withEvidence: Bool = true) throws -> [Edge] {
    if withEvidence { try readEvidence() }
    let names = Dictionary(clusters.map { ($0.row, $0.id) }) { first, _ in first }
    var groups: [[Int]] = []
    var positions: [Ends: Int] = Dictionary(minimumCapacity: rows.count)
    for (row, edge) in rows.enumerated() {
      if let position = positions[edge.ends] {
        groups[position].append(row)
      } else {
        positions[edge.ends] = groups.count
        groups.append([row])
      }
    }
    return groups.compactMap { group in
      let ends = rows[group[0]].ends
      guard let source = names[ends.source], let target = names[ends.target] else { return nil }
      func edge(_ row: EdgeRow) -> Edge {
        Edge(
          source: source,
          kind: ends.kind,
          target: target,
          evidence: row.evidence,
          isFormer: row.isFormer,
          isDerived: row.isDerived
        )
      }
      let parts = group.map { (edge: edge(rows[$0]), date: rows[$0].date) }
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
      db.cachedStatement(
        sql: """
          SELECT evidence.edge, passage.start, passage."end", passage.text, evidence.rule
          FROM json_each(?) wanted CROSS JOIN evidence ON evidence.edge = wanted.value
          CROSS JOIN passage ON passage.id = evidence.passage
          """
      ),
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
}
