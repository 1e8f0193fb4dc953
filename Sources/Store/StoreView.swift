import ArticleReading
import Foundation
import GRDB
import KnowledgeGraph

/// The merged graph of a store as queries see it: looked up piece by piece, never held as a whole.
///
/// A named node of very many articles comes without its mentions and coordinates; its names are complete.
public struct StoreView: GraphSource, Sendable {
  /// From how many articles on a node comes without its mentions.
  public static let manyArticles = 20

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
      var light: [(row: Int64, id: String, kind: NodeKind, label: String)] = []
      var whole: [(row: Int64, id: String, kind: NodeKind)] = []
      let clusters = try Row.fetchCursor(
        db,
        sql: """
          SELECT cluster.id, cluster.name, cluster.kind, cluster.label, cluster.articles
          FROM json_each(?) wanted CROSS JOIN cluster ON cluster.name = wanted.value
          """,
        arguments: [try Self.json(ids)]
      )
      while let row = try clusters.next() {
        guard let kind = NodeKind(rawValue: row[2] as String) else { continue }
        if !isWhole, kind.isKnownByName, row[4] as Int > Self.manyArticles {
          light.append((row[0], row[1], kind, row[3]))
        } else {
          whole.append((row[0], row[1], kind))
        }
      }
      var reading = NodeReading(db, path: store.path, isWithin: isWithin)
      let nodes = try reading.nodes(whole).map(Self.withMergedFigure) + reading.lightNodes(light)
      return nodes.sorted { $0.id < $1.id }
    }
  }

  /// The edges that leave or reach any of the nodes, each once, in a fixed order; throws `StoreError`.
  public func edges(touching ids: [String]) throws -> [Edge] {
    try store.read { db in
      let clusters = try Int64.fetchAll(
        db,
        sql: "SELECT cluster.id FROM json_each(?) wanted CROSS JOIN cluster ON cluster.name = wanted.value",
        arguments: [try Self.json(ids)]
      )
      var reading = EdgeReading(db, path: store.path, isWithin: isWithin)
      return try reading.edges(touching: clusters)
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

  private static func withMergedFigure(_ node: Node) -> Node {
    guard node.kind == .casualtyFigure else { return node }
    return node.replacingFigure { article, local in
      ClaimNaming.claim(.casualtyFigure, article: article, local: local)
    }
  }

  func isWithin(_ date: CalendarDate?) -> Bool {
    guard since != nil || until != nil else { return true }
    guard let date else { return false }
    return since.map { date >= $0 } ?? true && until.map { date <= $0 || "\(date)".hasPrefix("\($0)") } ?? true
  }

  static func json(_ values: [String]) throws -> String {
    String(decoding: try JSONEncoder().encode(values), as: UTF8.self)
  }

  static func json(_ values: [Int64]) -> String { "[" + values.map(String.init).joined(separator: ",") + "]" }
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
    let edges = try read { db in
      var reading = EdgeReading(db, path: path, isWithin: view.isWithin)
      return try reading.allEdges()
    }
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
