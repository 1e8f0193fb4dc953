import GRDB
import KnowledgeGraph

/// What a check of a store has found.
public struct StoreCheck: Sendable, Hashable {
  /// The number of articles.
  public var articles: Int
  /// The number of nodes of the merged graph.
  public var nodes: Int
  /// The number of edges of the articles' graphs.
  public var edges: Int
  /// What is wrong; empty where the store is sound.
  public var problems: [String]
}

extension GraphStore {
  /// Verifies the file and everything that the store relies on; throws `StoreError` where it cannot be read at all.
  public func check() throws -> StoreCheck {
    try unrestricted { db in
      // One view of the file throughout, whatever others write, and one that does not end where a page is damaged.
      try db.execute(sql: "BEGIN")
      defer { try? db.execute(sql: "ROLLBACK") }
      var problems: [String] = []
      func found<Value>(_ what: String, _ look: () throws -> Value) -> Value? {
        do {
          return try look()
        } catch {
          problems.append("\(what) cannot be told (\((error as? DatabaseError)?.message ?? "\(error)"))")
          return nil
        }
      }
      let pages = found("whether the file is whole") { try String.fetchAll(db, sql: "PRAGMA integrity_check") }
      problems += (pages ?? []).filter { $0 != "ok" }.map { "the file: \($0)" }
      for (sql, problem) in Self.invariants {
        let count = found("whether \(problem)") { try Int.fetchOne(db, sql: sql) ?? 0 } ?? 0
        if count > 0 { problems.append("\(count) \(problem)") }
      }
      func count(_ table: String) -> Int {
        let sql = "SELECT COUNT(*) FROM \(table)"
        return found("the number of rows of '\(table)'") { try Int.fetchOne(db, sql: sql) ?? 0 } ?? 0
      }
      let (articles, nodes, edges) = (count("article"), count("cluster"), count("edge"))
      return StoreCheck(articles: articles, nodes: nodes, edges: edges, problems: problems)
    }
  }

  /// Whether the merged view is what merging from scratch gives; reads everything, for small stores and tests.
  package func mergedAnewIsEqual(merger: GraphMerger) throws -> Bool {
    let graphs = try articles().compactMap { try graph(ofArticle: $0.reference.id) }
    return try merger.merged(graphs) == graph()
  }

  /// Queries that count what must not be.
  private static let invariants = [
    ("SELECT COUNT(*) FROM node WHERE cluster NOT IN (SELECT id FROM cluster)", "nodes belong to no merged node"),
    ("SELECT COUNT(*) FROM cluster WHERE id NOT IN (SELECT cluster FROM node)", "merged nodes have no node"),
    (
      "SELECT COUNT(*) FROM node WHERE id / \(StoreSchema.rowsPerArticle) NOT IN (SELECT id FROM article)",
      "nodes belong to no article"
    ),
    (
      "SELECT COUNT(*) FROM edge WHERE id / \(StoreSchema.rowsPerArticle) NOT IN (SELECT id FROM article)",
      "edges belong to no article"
    ),
    (
      """
      SELECT COUNT(*) FROM edge LEFT JOIN node source ON source.id = edge.source
      LEFT JOIN node target ON target.id = edge.target
      WHERE source.id IS NULL OR target.id IS NULL OR source.cluster <> edge.source_cluster
        OR target.cluster <> edge.target_cluster
      """, "edges do not stand between the merged nodes of their ends"
    ),
    (
      "SELECT COUNT(*) FROM evidence WHERE passage NOT IN (SELECT id FROM passage)",
      "pieces of evidence have no sentence"
    ),
    (
      """
      SELECT COUNT(*) FROM node JOIN identity ON identity.id = node.identity WHERE identity.cluster <> node.cluster
      """, "nodes are merged otherwise than their identity"
    ),
    (
      """
      SELECT COUNT(*) FROM (
        SELECT identity.id, identity.articles AS kept, COUNT(node.id) AS counted
        FROM identity LEFT JOIN node ON node.identity = identity.id GROUP BY identity.id
      ) WHERE kept <> counted
      """, "identities count their articles wrongly"
    ),
  ]
}
