import GRDB
import KnowledgeGraph

/// The row of a merged node.
struct ClusterRow {
  /// The row id.
  let row: Int64
  /// What names the node.
  let id: String
  let kind: NodeKind
  let label: String

  /// The rows of ids, in the order of the ids.
  static func rows(_ db: Database, named ids: [String]) throws -> [ClusterRow] {
    try rows(
      db,
      sql: """
        SELECT cluster.id, cluster.name, cluster.kind, cluster.label
        FROM json_each(?) wanted CROSS JOIN cluster ON cluster.name = wanted.value
        """,
      wanted: StoreView.json(ids)
    )
  }

  /// The rows of row ids, in the order of these.
  static func rows(_ db: Database, of ids: [Int64]) throws -> [ClusterRow] {
    try rows(
      db,
      sql: """
        SELECT cluster.id, cluster.name, cluster.kind, cluster.label
        FROM json_each(?) wanted CROSS JOIN cluster ON cluster.id = wanted.value
        """,
      wanted: StoreView.json(ids)
    )
  }

  private static func rows(_ db: Database, sql: String, wanted: String) throws -> [ClusterRow] {
    var clusters: [ClusterRow] = []
    let found = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [wanted])
    while let row = try found.next() {
      guard let kind = NodeKind(rawValue: row[2] as String) else { continue }
      clusters.append(ClusterRow(row: row[0], id: row[1], kind: kind, label: row[3]))
    }
    return clusters
  }
}
