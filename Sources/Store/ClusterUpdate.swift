import GRDB
import KnowledgeGraph

/// Writes the rows of merged nodes.
struct ClusterUpdate {
  let db: Database

  /// The most rows that one statement is asked for.
  static let rowsAtOnce = 500

  /// The row id of a merged node, which is made where it is new.
  func row(named name: ClusterName) throws -> Int64 {
    let known = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM cluster WHERE name = ?"),
      arguments: [name.id]
    )
    return try known ?? newRow(named: name)
  }

  /// The row id of a merged node that is very likely new.
  func newRow(named name: ClusterName) throws -> Int64 {
    let row = try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          INSERT INTO cluster (name, kind, label, articles) VALUES (?,?,'',0)
          ON CONFLICT (name) DO UPDATE SET kind = kind RETURNING id
          """
      ),
      arguments: [name.id, name.kind.rawValue]
    )
    return row ?? 0
  }

  /// Counts the articles of merged nodes, names these and takes away those that nothing is left of.
  func refresh(_ clusters: Set<Int64>) throws {
    let sorted = clusters.filter { $0 != 0 }.sorted()
    for start in stride(from: 0, to: sorted.count, by: Self.rowsAtOnce) {
      let wanted = StoreView.json(Array(sorted[start..<min(start + Self.rowsAtOnce, sorted.count)]))
      try db.cachedStatement(
        sql: """
          DELETE FROM cluster WHERE id IN (SELECT value FROM json_each(?))
            AND NOT EXISTS (SELECT 1 FROM node WHERE node.cluster = cluster.id)
          """
      ).execute(arguments: [wanted])
      try refreshClaims(wanted)
      try refreshNamed(wanted)
    }
  }

  private static let namedKinds = NodeKind.allCases.filter(\.isKnownByName).map { "'\($0.rawValue)'" }
    .joined(separator: ",")

  private func refreshClaims(_ wanted: String) throws {
    try db.cachedStatement(
      sql: """
        UPDATE cluster SET
          label = (
            SELECT node.label FROM node JOIN article ON article.id = node.id / \(StoreSchema.rowsPerArticle)
            WHERE node.cluster = cluster.id ORDER BY article.name, node.local LIMIT 1
          ),
          articles = (SELECT COUNT(*) FROM node WHERE node.cluster = cluster.id)
        WHERE id IN (SELECT value FROM json_each(?)) AND kind NOT IN (\(Self.namedKinds))
        """
    ).execute(arguments: [wanted])
  }

  private func refreshNamed(_ wanted: String) throws {
    let uses = try nameUses(wanted)
    let update = try db.cachedStatement(sql: "UPDATE cluster SET label = ?, articles = ? WHERE id = ?")
    let found = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT cluster.id, cluster.kind,
            (SELECT SUM(identity.articles) FROM identity WHERE identity.cluster = cluster.id)
          FROM json_each(?) wanted CROSS JOIN cluster ON cluster.id = wanted.value
          WHERE cluster.kind IN (\(Self.namedKinds))
          """
      ),
      arguments: [wanted]
    )
    for row in found {
      guard let kind = NodeKind(rawValue: row[1] as String) else { continue }
      let label = MergedNodes.label(of: uses[row[0]] ?? [:], kind: kind)
      try update.execute(arguments: [label, row[2] as Int? ?? 0, row[0] as Int64])
    }
  }

  /// How often the names of merged nodes are used, by row id.
  private func nameUses(_ wanted: String) throws -> [Int64: [String: NameUse]] {
    var uses: [Int64: [String: NameUse]] = [:]
    let names = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT cluster.id, name.text, name.labels, name.aliases
          FROM json_each(?) wanted CROSS JOIN cluster ON cluster.id = wanted.value
          CROSS JOIN identity ON identity.cluster = cluster.id AND identity.kind = cluster.kind
          CROSS JOIN name ON name.identity = identity.id
          """
      ),
      arguments: [wanted]
    )
    while let row = try names.next() {
      uses[row[0], default: [:]][row[1], default: NameUse()].labels += row[2] as Int
      uses[row[0], default: [:]][row[1], default: NameUse()].aliases += row[3] as Int
    }
    return uses
  }
}
