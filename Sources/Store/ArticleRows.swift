import ArticleReading
import GRDB
import KnowledgeGraph

/// Reads and writes the rows of one article's own graph, which is kept as it was given.
struct ArticleRows {
  let db: Database
  let path: String

  /// The lowest row id of an article's nodes, edges and passages, and the one after the highest.
  static func range(of article: Int64) -> (first: Int64, end: Int64) {
    (article * StoreSchema.rowsPerArticle, (article + 1) * StoreSchema.rowsPerArticle)
  }

  /// Throws `StoreError` where a graph cannot be kept.
  static func check(_ graph: Graph, path: String) throws {
    guard graph.articles.count == 1, let article = graph.articles.first else {
      throw StoreError(path: path, kind: .badGraph("it is not of one article"))
    }
    let ids = Set(graph.nodes.map(\.id))
    guard ids.count == graph.nodes.count else {
      throw StoreError(path: path, kind: .badGraph("two nodes of article \(article.id) have one id"))
    }
    guard graph.edges.allSatisfy({ ids.contains($0.source) && ids.contains($0.target) }) else {
      throw StoreError(path: path, kind: .badGraph("an edge of article \(article.id) leads to no node"))
    }
    let largest = max(graph.nodes.count, graph.edges.count, graph.edges.reduce(0) { $0 + $1.evidence.count })
    guard largest < Int(StoreSchema.rowsPerArticle) else {
      throw StoreError(path: path, kind: .badGraph("article \(article.id) is too large"))
    }
  }

  /// Writes an article's row and gives its row id.
  func insertArticle(_ article: ArticleReference, digest: String) throws -> Int64 {
    try db.cachedStatement(sql: "INSERT INTO article (name, title, date, url, digest) VALUES (?,?,?,?,?)")
      .execute(arguments: [article.id, article.title, article.date?.description, article.url, digest])
    return db.lastInsertedRowID
  }

  /// Writes nodes with their mentions.
  func insert(_ rows: [NodeRow]) throws {
    let nodes = try db.cachedStatement(sql: NodeRow.insertion)
    for row in rows { try nodes.executeUnchecked(row.arguments) }
    let mentions = try db.cachedStatement(
      sql: "INSERT INTO mention (node, position, start, \"end\", text, rule) VALUES (?,?,?,?,?,?)"
    )
    for row in rows {
      for (position, mention) in row.node.mentions.enumerated() {
        try mentions.executeUnchecked([
          row.id, position, mention.range.lowerBound, mention.range.upperBound, mention.text, mention.foundBy,
        ])
      }
    }
  }

  /// Writes the edges of an article, whose nodes are written, with their evidence.
  func insertEdges(_ graph: Graph, article: Int64) throws {
    let (base, end) = Self.range(of: article)
    let clusters = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT cluster FROM node WHERE id >= ? AND id < ? ORDER BY id"),
      arguments: [base, end]
    )
    let positions = Dictionary(zip(graph.nodes.map(\.id), graph.nodes.indices)) { first, _ in first }
    var passages: [PassageKey: Int64] = [:]
    let edgeStatement = try db.cachedStatement(
      sql: """
        INSERT INTO edge (id, source, kind, target, former, derived, source_cluster, target_cluster)
        VALUES (?,?,?,?,?,?,?,?)
        """
    )
    let passageStatement = try db.cachedStatement(
      sql: "INSERT INTO passage (id, start, \"end\", text) VALUES (?,?,?,?)"
    )
    let evidenceStatement = try db.cachedStatement(
      sql: "INSERT INTO evidence (edge, position, passage, rule) VALUES (?,?,?,?)"
    )
    for (position, edge) in graph.edges.enumerated() {
      guard let source = positions[edge.source], let target = positions[edge.target] else { continue }
      let id = base + Int64(position)
      try edgeStatement.executeUnchecked([
        id, base + Int64(source), edge.kind.rawValue, base + Int64(target), edge.isFormer, edge.isDerived,
        clusters[source], clusters[target],
      ])
      for (place, evidence) in edge.evidence.enumerated() {
        let key = PassageKey(range: evidence.range, text: evidence.text)
        let passage = passages[key] ?? base + Int64(passages.count)
        if passages[key] == nil {
          passages[key] = passage
          try passageStatement.executeUnchecked([
            passage, evidence.range.lowerBound, evidence.range.upperBound, evidence.text,
          ])
        }
        try evidenceStatement.executeUnchecked([id, place, passage, evidence.foundBy])
      }
    }
    try db.cachedStatement(
      sql: "INSERT INTO passage_text (rowid, text) SELECT id, text FROM passage WHERE id >= ? AND id < ?"
    ).execute(arguments: [base, base + Int64(passages.count)])
  }

  /// Takes an article's rows away; its identities and clusters are not looked at.
  func delete(_ article: Int64) throws {
    let (first, end) = Self.range(of: article)
    for (table, column) in [
      ("mention", "node"), ("evidence", "edge"), ("node", "id"), ("edge", "id"), ("passage", "id"),
    ] {
      try db.execute(
        sql: "DELETE FROM \(table) WHERE \(column) >= ? AND \(column) < ?",
        arguments: [first, end]
      )
    }
    try db.execute(sql: "DELETE FROM article WHERE id = ?", arguments: [article])
  }

  /// An article's graph as it was given; without mentions and evidence where only its shape is needed.
  func graph(of article: Int64, isWhole: Bool = true) throws -> Graph {
    guard let reference = try reference(of: article) else { return Graph() }
    let (first, end) = Self.range(of: article)
    let mentions = isWhole ? try mentions(first, end, article: reference.id) : [:]
    var nodes: [Node] = []
    var localIDs: [Int64: String] = [:]
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT \(NodeRow.columns) FROM node WHERE id >= ? AND id < ? ORDER BY id"),
      arguments: [first, end]
    )
    while let row = try rows.next() {
      let id: Int64 = row[0]
      guard let node = NodeRow.node(row, article: reference.id, mentions: mentions[id] ?? []) else {
        throw StoreError(path: path, kind: .damaged("a node of article \(reference.id) cannot be read"))
      }
      localIDs[id] = node.id
      nodes.append(node)
    }
    let evidence = isWhole ? try evidence(first, end, article: reference.id) : [:]
    var edges: [Edge] = []
    let edgeRows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT id, source, kind, target, former, derived FROM edge WHERE id >= ? AND id < ? ORDER BY id"
      ),
      arguments: [first, end]
    )
    while let row = try edgeRows.next() {
      guard let kind = Edge.Kind(rawValue: row[2] as String), let source = localIDs[row[1] as Int64],
        let target = localIDs[row[3] as Int64]
      else { throw StoreError(path: path, kind: .damaged("an edge of article \(reference.id) cannot be read")) }
      edges.append(
        Edge(
          source: source,
          kind: kind,
          target: target,
          evidence: evidence[row[0] as Int64] ?? [],
          isFormer: row[4],
          isDerived: row[5]
        )
      )
    }
    return Graph(articles: [reference], nodes: nodes, edges: edges)
  }

  /// What is kept of an article.
  func reference(of article: Int64) throws -> ArticleReference? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT name, title, date, url FROM article WHERE id = ?"),
      arguments: [article]
    ).map(Self.reference)
  }

  /// The reference of a row of name, title, date and url.
  static func reference(_ row: Row) -> ArticleReference {
    ArticleReference(id: row[0], title: row[1], date: (row[2] as String?).flatMap { CalendarDate($0) }, url: row[3])
  }

  private func mentions(_ first: Int64, _ end: Int64, article: String) throws -> [Int64: [Provenance]] {
    var mentions: [Int64: [Provenance]] = [:]
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT node, start, "end", text, rule FROM mention WHERE node >= ? AND node < ? ORDER BY node, position
          """
      ),
      arguments: [first, end]
    )
    while let row = try rows.next() {
      mentions[row[0], default: []].append(try provenance(row, article: article))
    }
    return mentions
  }

  private func evidence(_ first: Int64, _ end: Int64, article: String) throws -> [Int64: [Provenance]] {
    var evidence: [Int64: [Provenance]] = [:]
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT evidence.edge, passage.start, passage."end", passage.text, evidence.rule
          FROM evidence JOIN passage ON passage.id = evidence.passage
          WHERE evidence.edge >= ? AND evidence.edge < ? ORDER BY evidence.edge, evidence.position
          """
      ),
      arguments: [first, end]
    )
    while let row = try rows.next() {
      evidence[row[0], default: []].append(try provenance(row, article: article))
    }
    return evidence
  }

  private func provenance(_ row: Row, article: String) throws -> Provenance {
    let start: Int = row[1]
    let end: Int = row[2]
    guard start <= end else { throw StoreError(path: path, kind: .damaged("a span of article \(article)")) }
    return Provenance(article: article, range: start..<end, text: row[3], foundBy: row[4])
  }

  private struct PassageKey: Hashable {
    let range: Range<Int>
    let text: String
  }
}

extension Statement {
  /// Runs a statement that is run again and again, without counting its arguments each time.
  fileprivate func executeUnchecked(_ arguments: StatementArguments) throws {
    setUncheckedArguments(arguments)
    try execute()
  }
}
