import ArticleReading
import Foundation
import GRDB
import KnowledgeGraph

/// The merged graph of a store as queries see it: looked up piece by piece, never held as a whole.
///
/// A named node of very many articles comes without its mentions and coordinates; its names are complete.
public struct StoreView: GraphSource, Sendable {
  /// From how many articles on a node comes without its mentions.
  public static let manyArticles = 200

  let store: GraphStore
  private let since: CalendarDate?
  private let until: CalendarDate?
  private let isWhole: Bool

  /// A view of a store.
  ///
  /// - Parameters:
  ///   - since: Only what articles of this day and later say; articles without a date are then left out.
  ///   - until: Only what articles of this day and earlier say.
  public init(of store: GraphStore, since: CalendarDate? = nil, until: CalendarDate? = nil) {
    self.init(of: store, since: since, until: until, isWhole: false)
  }

  init(of store: GraphStore, since: CalendarDate? = nil, until: CalendarDate? = nil, isWhole: Bool) {
    self.store = store
    self.since = since
    self.until = until
    self.isWhole = isWhole
  }

  /// The nodes of the ids, sorted by id; throws `StoreError`.
  public func nodes(withIDs ids: [String]) throws -> [Node] {
    try store.read { db in
      var parts: [String: [Node]] = [:]
      var kinds: [String: NodeKind] = [:]
      var light: [(cluster: Int64, id: String, kind: NodeKind, label: String)] = []
      var heavy: [Int64] = []
      let clusters = try Row.fetchCursor(
        db,
        sql: """
          SELECT cluster.id, cluster.name, cluster.kind, cluster.label, cluster.articles
          FROM json_each(?) wanted JOIN cluster ON cluster.name = wanted.value
          """,
        arguments: [try Self.json(ids)]
      )
      while let row = try clusters.next() {
        guard let kind = NodeKind(rawValue: row[2] as String) else { continue }
        kinds[row[1]] = kind
        if !isWhole, kind.isKnownByName, row[4] as Int > Self.manyArticles {
          light.append((row[0], row[1], kind, row[3]))
        } else {
          heavy.append(row[0])
        }
      }
      try loadParts(db, clusters: heavy, into: &parts)
      let figures = parts.values.contains { $0.contains { $0.kind == .casualtyFigure } }
      var nodes = parts.compactMap { id, parts in kinds[id].map { MergedNodes.node(id: id, kind: $0, parts: parts) } }
      if figures { nodes = try nodes.map { try withMergedFigure($0, db) } }
      nodes += try light.map { try lightNode($0, db) }
      return nodes.sorted { $0.id < $1.id }
    }
  }

  /// The edges that leave or reach any of the nodes, sorted; throws `StoreError`.
  public func edges(touching ids: [String]) throws -> [Edge] {
    try store.read { db in
      let clusters = try Self.json(
        Int64.fetchAll(
          db,
          sql: "SELECT cluster.id FROM json_each(?) wanted JOIN cluster ON cluster.name = wanted.value",
          arguments: [try Self.json(ids)]
        )
      )
      return try edges(
        db,
        selection: """
          SELECT edge.id FROM json_each(?1) wanted CROSS JOIN edge ON edge.source_cluster = wanted.value
          UNION SELECT edge.id FROM json_each(?1) wanted CROSS JOIN edge ON edge.target_cluster = wanted.value
          """,
        arguments: [clusters]
      )
    }
  }

  /// The articles of the ids, sorted by id; throws `StoreError`.
  public func articles(withIDs ids: [String]) throws -> [ArticleReference] {
    try store.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT article.name, title, date, url FROM json_each(?) wanted
          JOIN article ON article.name = wanted.value ORDER BY article.name
          """,
        arguments: [try Self.json(ids)]
      ).map(ArticleRows.reference)
    }
  }

  // MARK: Nodes

  private func loadParts(_ db: Database, clusters: [Int64], into parts: inout [String: [Node]]) throws {
    guard !clusters.isEmpty else { return }
    let wanted = try Self.json(clusters)
    var mentions: [Int64: [Provenance]] = [:]
    let mentionRows = try Row.fetchCursor(
      db,
      sql: """
        SELECT mention.node, mention.start, mention."end", mention.text, mention.rule, article.name, article.date
        FROM json_each(?) wanted CROSS JOIN node ON node.cluster = wanted.value
        CROSS JOIN mention ON mention.node = node.id
        CROSS JOIN article ON article.id = node.id / \(StoreSchema.rowsPerArticle)
        """,
      arguments: [wanted]
    )
    while let row = try mentionRows.next() {
      guard isWithin((row[6] as String?).flatMap { CalendarDate($0) }) else { continue }
      mentions[row[0], default: []].append(try provenance(row))
    }
    let columns = NodeRow.columns.split(whereSeparator: { $0 == "," || $0 == "\n" || $0 == " " })
      .map { "node.\($0)" }.joined(separator: ", ")
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(columns), article.name, cluster.name
        FROM json_each(?) wanted CROSS JOIN node ON node.cluster = wanted.value
        CROSS JOIN article ON article.id = node.id / \(StoreSchema.rowsPerArticle)
        CROSS JOIN cluster ON cluster.id = node.cluster
        """,
      arguments: [wanted]
    )
    while let row = try rows.next() {
      let article: String = row[23]
      guard let node = NodeRow.node(row, article: article, mentions: mentions[row[0]] ?? []) else {
        throw StoreError(path: store.path, kind: .damaged("a node of article \(article) cannot be read"))
      }
      parts[row[24], default: []].append(node)
    }
  }

  private func withMergedFigure(_ node: Node, _ db: Database) throws -> Node {
    guard case .casualtyFigure(let detail) = node.detail, detail.partOf != nil else { return node }
    var whole: String?
    return node.replacingFigure { article, local in
      if whole == nil {
        whole = ClaimNaming.claim(.casualtyFigure, article: article, local: local)
      }
      return whole
    }
  }

  private func lightNode(
    _ cluster: (cluster: Int64, id: String, kind: NodeKind, label: String),
    _ db: Database
  ) throws -> Node {
    let names = try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT name.text FROM identity JOIN name ON name.identity = identity.id WHERE identity.cluster = ?
          """
      ),
      arguments: [cluster.cluster]
    )
    let detail: NodeDetail
    switch cluster.kind {
    case .person: detail = .person
    case .organization: detail = .organization
    case .place:
      let signatures = try Row.fetchAll(
        db.cachedStatement(sql: "SELECT name, signature FROM identity WHERE cluster = ? ORDER BY name, signature"),
        arguments: [cluster.cluster]
      )
      let code = signatures.lazy.compactMap { row -> String? in
        let (name, signature): (String, String) = (row[0], row[1])
        return name.hasPrefix("=") ? name.dropFirst().uppercased() : signature.isEmpty ? nil : signature
      }.first
      let isCountry = signatures.contains { ($0[0] as String).hasPrefix("=") }
      detail = .place(PlaceDetail(country: code, placeKind: isCountry ? "country" : nil))
    default: detail = .thing
    }
    return Node(
      id: cluster.id,
      detail: detail,
      label: cluster.label,
      aliases: names.filter { $0 != cluster.label }.sorted()
    )
  }

  // MARK: Edges

  /// The merged edges of which a selection of edge rows are parts.
  func edges(_ db: Database, selection: String, arguments: StatementArguments) throws -> [Edge] {
    var evidence: [Int64: [Provenance]] = [:]
    let evidenceRows = try Row.fetchCursor(
      db,
      sql: """
        SELECT evidence.edge, passage.start, passage."end", passage.text, evidence.rule, article.name
        FROM (\(selection)) chosen CROSS JOIN evidence ON evidence.edge = chosen.id
        CROSS JOIN passage ON passage.id = evidence.passage
        CROSS JOIN article ON article.id = evidence.edge / \(StoreSchema.rowsPerArticle)
        """,
      arguments: arguments
    )
    while let row = try evidenceRows.next() {
      evidence[row[0], default: []].append(try provenance(row))
    }
    var parts: [Ends: [(edge: Edge, date: CalendarDate?)]] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT edge.id, source.name, edge.kind, target.name, edge.former, edge.derived, article.date
        FROM (\(selection)) chosen CROSS JOIN edge ON edge.id = chosen.id
        CROSS JOIN cluster source ON source.id = edge.source_cluster
        CROSS JOIN cluster target ON target.id = edge.target_cluster
        CROSS JOIN article ON article.id = edge.id / \(StoreSchema.rowsPerArticle)
        """,
      arguments: arguments
    )
    while let row = try rows.next() {
      let date = (row[6] as String?).flatMap { CalendarDate($0) }
      guard isWithin(date), let kind = Edge.Kind(rawValue: row[2] as String) else { continue }
      let ends = Ends(source: row[1], kind: kind, target: row[3])
      let edge = Edge(
        source: ends.source,
        kind: kind,
        target: ends.target,
        evidence: (evidence[row[0]] ?? []).sorted(),
        isFormer: row[4],
        isDerived: row[5]
      )
      parts[ends, default: []].append((edge, date))
    }
    return parts.map { ends, parts in
      MergedNodes.edge(source: ends.source, kind: ends.kind, target: ends.target, parts: parts)
    }.sorted()
  }

  func isWithin(_ date: CalendarDate?) -> Bool {
    guard since != nil || until != nil else { return true }
    guard let date else { return false }
    return since.map { date >= $0 } ?? true && until.map { date <= $0 || "\(date)".hasPrefix("\($0)") } ?? true
  }

  private func provenance(_ row: Row) throws -> Provenance {
    let start: Int = row[1]
    let end: Int = row[2]
    guard start <= end else { throw StoreError(path: store.path, kind: .damaged("a span ends before it begins")) }
    return Provenance(article: row[5], range: start..<end, text: row[3], foundBy: row[4])
  }

  static func json(_ values: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(values), as: UTF8.self)
  }

  private struct Ends: Hashable {
    let source: String
    let kind: Edge.Kind
    let target: String
  }
}

extension GraphStore {
  /// The merged graph, in memory; throws `StoreError`.
  ///
  /// - Parameters:
  ///   - since: Only what articles of this day and later say; articles without a date are then left out.
  ///   - until: Only what articles of this day and earlier say.
  public func graph(since: CalendarDate? = nil, until: CalendarDate? = nil) throws -> Graph {
    let view = StoreView(of: self, since: since, until: until, isWhole: true)
    let (articles, ids) = try read { db in
      (
        try Row.fetchAll(db, sql: "SELECT name, title, date, url FROM article").map(ArticleRows.reference),
        try String.fetchAll(db, sql: "SELECT name FROM cluster ORDER BY name")
      )
    }
    let edges = try read { db in try view.edges(db, selection: "SELECT id FROM edge", arguments: []) }
    let whole = Graph(articles: articles, nodes: try view.nodes(withIDs: ids), edges: edges)
    return since == nil && until == nil ? whole : whole.restricted { view.isWithin($0.date) }
  }
}

extension Graph {
  /// What some of its articles say; its edges are theirs already.
  fileprivate func restricted(to isWanted: (ArticleReference) -> Bool) -> Graph {
    let wanted = articles.filter(isWanted)
    let names = Set(wanted.map(\.id))
    let ends = Set(edges.flatMap { [$0.source, $0.target] })
    let nodes = nodes.compactMap { node -> Node? in
      var node = node
      node.mentions.removeAll { !names.contains($0.article) }
      return node.mentions.isEmpty && !ends.contains(node.id) ? nil : node
    }
    return Graph(articles: wanted, nodes: nodes, edges: edges)
  }
}
