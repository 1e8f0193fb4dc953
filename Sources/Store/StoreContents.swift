import GRDB
import KnowledgeGraph

/// Something that one of two stores has and the other has not.
public struct StoreDifference: Sendable, Hashable {
  /// Whether the first store has it, not the second.
  public var isOnlyInFirst: Bool
  /// `article`, a kind of node or `edge`.
  public var what: String
  /// Its id; of an edge, the ids of source and target with the kind between.
  public var id: String
  /// What it is called.
  public var label: String
}

extension GraphStore {
  /// What one of two stores has and the other has not: articles of an id and text, then nodes, then edges; throws
  /// `StoreError`.
  public func differences(from other: GraphStore) throws -> [StoreDifference] {
    try unrestricted { db in
      try db.execute(sql: "ATTACH ? AS other", arguments: [other.path])
      defer { try? db.execute(sql: "DETACH other") }
      return try [Self.articles, Self.nodes, Self.edges].flatMap { query in
        try Self.differences(db, query("main", "other"), isOnlyInFirst: true)
          + Self.differences(db, query("other", "main"), isOnlyInFirst: false)
      }
    }
  }

  private static func differences(_ db: Database, _ sql: String, isOnlyInFirst: Bool) throws -> [StoreDifference] {
    try Row.fetchAll(db, sql: sql).map { row in
      StoreDifference(isOnlyInFirst: isOnlyInFirst, what: row[0], id: row[1], label: row[2])
    }
  }

  private static func articles(in one: String, besides other: String) -> String {
    """
    SELECT 'article', name, (SELECT COALESCE(title, '') FROM \(one).article same WHERE same.name = found.name)
    FROM (SELECT name, digest FROM \(one).article EXCEPT SELECT name, digest FROM \(other).article) found ORDER BY name
    """
  }

  /// Nodes; of what is known by no name, those of another label are others.
  private static func nodes(in one: String, besides other: String) -> String {
    func selection(_ store: String) -> String {
      """
      SELECT kind, name, CASE WHEN kind IN ('person', 'organization', 'place', 'thing', 'role') THEN '' ELSE label END
      FROM \(store).cluster
      """
    }
    return """
      SELECT kind, name, (SELECT label FROM \(one).cluster same WHERE same.name = found.name)
      FROM (\(selection(one)) EXCEPT \(selection(other))) found ORDER BY kind, name
      """
  }

  private static func edges(in one: String, besides other: String) -> String {
    func selection(_ store: String) -> String {
      """
      SELECT source.name AS source, edge.kind AS kind, target.name AS target FROM \(store).edge
      JOIN \(store).cluster source ON source.id = edge.source_cluster
      JOIN \(store).cluster target ON target.id = edge.target_cluster
      """
    }
    func label(_ end: String) -> String { "(SELECT label FROM \(one).cluster same WHERE same.name = found.\(end))" }
    return """
      SELECT 'edge', source || ' –' || kind || '→ ' || target,
        \(label("source")) || ' –' || kind || '→ ' || \(label("target"))
      FROM (\(selection(one)) EXCEPT \(selection(other))) found ORDER BY source, kind, target
      """
  }
}
