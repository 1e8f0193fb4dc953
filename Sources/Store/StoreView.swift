import ArticleReading
import Foundation
import GRDB
import KnowledgeGraph

/// The merged graph of a store as queries see it: looked up piece by piece, never held as a whole.
///
/// Nodes come without their mentions, and places without coordinates, save in a whole view.
public struct StoreView: GraphSource, Sendable {
  let store: GraphStore
  private let since: CalendarDate?
  private let until: CalendarDate?
  private let isWhole: Bool

  /// A view of a store.
  ///
  /// - Parameters:
  ///   - since: Only what articles of this day and later say; articles without a date are then left out.
  ///   - until: Only what articles of this day and earlier say.
  ///   - isWhole: Whether nodes come with all their mentions, for which the articles' own nodes have to be read.
  public init(of store: GraphStore, since: CalendarDate? = nil, until: CalendarDate? = nil, isWhole: Bool = false) {
    self.store = store
    self.since = since
    self.until = until
    self.isWhole = isWhole
  }

  /// The nodes of the ids, sorted by id; throws `StoreError`.
  public func nodes(withIDs ids: [String]) throws -> [Node] {
    try store.read { db in
      try nodes(db, ClusterRow.rows(db, named: ids)).sorted { $0.id < $1.id }
    }
  }

  /// The edges that leave or reach any of the nodes, each once, in a fixed order; throws `StoreError`.
  public func edges(touching ids: [String]) throws -> [Edge] {
    try store.read { db in
      var reading = EdgeReading(db, path: store.path, isWithin: isWithin)
      try reading.read(touching: ClusterRow.rows(db, named: ids).map(\.row), over: [])
      return try reading.edges(between: ClusterRow.rows(db, of: reading.ends))
    }
  }

  /// The edges that leave or reach any of the nodes, without their sentences; throws `StoreError`.
  public func links(touching ids: [String]) throws -> [Edge] {
    try store.read { db in
      var reading = EdgeReading(db, path: store.path, isWithin: isWithin)
      try reading.read(touching: ClusterRow.rows(db, named: ids).map(\.row), over: [])
      return try reading.edges(between: ClusterRow.rows(db, of: reading.ends), withEvidence: false)
    }
  }

  /// The edges between two nodes, in a fixed order; throws `StoreError`.
  public func edges(between one: String, and other: String) throws -> [Edge] {
    try store.read { db in
      let clusters = try ClusterRow.rows(db, named: [one, other])
      guard clusters.count == 2 else { return [] }
      var reading = EdgeReading(db, path: store.path, isWithin: isWithin)
      try reading.read(between: clusters[0].row, and: clusters[1].row)
      return try reading.edges(between: clusters)
    }
  }

  /// The edges at some nodes with the nodes at their ends, as one reader sees them at one moment; throws `StoreError`.
  public func surroundings(of ids: [String], over kinds: Set<Edge.Kind>, besides known: Set<String>) throws
    -> (edges: [Edge], nodes: [Node])
  {
    try store.read { db in
      var reading = EdgeReading(db, path: store.path, isWithin: isWithin)
      try reading.read(touching: ClusterRow.rows(db, named: ids).map(\.row), over: kinds)
      let ends = try ClusterRow.rows(db, of: reading.ends)
      return (try reading.edges(between: ends), try nodes(db, ends.filter { !known.contains($0.id) }))
    }
  }

  private func nodes(_ db: Database, _ clusters: [ClusterRow]) throws -> [Node] {
    var reading = NodeReading(db, path: store.path, isWithin: isWithin)
    guard !isWhole else { return try reading.wholeNodes(clusters) }
    let claims = try reading.claims(clusters.filter { !$0.kind.isKnownByName })
    return try claims + reading.names(clusters.filter(\.kind.isKnownByName))
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

  func isWithin(_ date: CalendarDate?) -> Bool {
    guard since != nil || until != nil else { return true }
    guard let date else { return false }
    return since.map { date >= $0 } ?? true && until.map { date <= $0 || "\(date)".hasPrefix("\($0)") } ?? true
  }

  static func json(_ values: [String]) throws -> String {
    let isPlain = values.allSatisfy { $0.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != 0x5C } }
    guard isPlain, !values.isEmpty else { return String(decoding: try JSONEncoder().encode(values), as: UTF8.self) }
    return "[\"" + values.joined(separator: "\",\"") + "\"]"
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
      try reading.readAll()
      return try reading.edges(between: ClusterRow.rows(db, of: reading.ends))
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
