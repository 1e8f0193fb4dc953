import GRDB
import KnowledgeGraph

extension GraphStore {
  /// Decides that two names or ids mean the same node or different ones; gives the decision in words.
  ///
  /// - Throws: `StoreError` where a name is not there, stands for several or both are one, or other decisions
  ///   contradict.
  package func decide(_ verdict: MergeDecision.Verdict, _ first: String, _ second: String) throws -> String {
    let sides = try read { db in (try side(first, db), try side(second, db)) }
    let decision = MergeDecision(verdict, sides.0, sides.1)
    guard sides.0.kind != sides.1.kind || sides.0.name != sides.1.name || sides.0.signature != sides.1.signature else {
      throw StoreError(
        path: path,
        kind: .contradiction("“\(first)” and “\(second)” are one name; give ids, as 'dateline find' lists them")
      )
    }
    try decide(decision)
    return "“\(first)” and “\(second)” are " + (verdict == .same ? "the same" : "different")
  }

  /// Why what several articles say was taken for one node: what they call alike, then one reason for each join.
  ///
  /// - Throws: `StoreError`.
  public func reasons(ofMerging id: String) throws -> [String] {
    try read { db in
      let cluster = try Row.fetchOne(db, sql: "SELECT id, kind FROM cluster WHERE name = ?", arguments: [id])
      guard let cluster else { return [] }
      let identity = try Int64.fetchOne(
        db,
        sql: "SELECT id FROM identity WHERE cluster = ? LIMIT 1",
        arguments: [cluster[0] as Int64]
      )
      guard let identity else { return try claimReasons(db, cluster: cluster[0], kind: cluster[1]) }
      let resolver = try resolver(db)
      let rows = IdentityRows(db: db, resolver: resolver)
      let profiles = try rows.members(rows.block(of: identity).sorted()).map(\.profile)
      guard let resolved = resolver.resolve(profiles).first(where: { $0.id == id }) else { return [] }
      let members = Set(resolved.members)
      return profiles.filter { members.contains($0.key) }.sorted { $0.key < $1.key }.compactMap(\.agreement)
        + resolved.reasons
    }
  }

  private func claimReasons(_ db: Database, cluster: Int64, kind: String) throws -> [String] {
    let parts = try Row.fetchAll(
      db,
      sql: """
        SELECT article.name, node.label, node.block FROM node
        JOIN article ON article.id = node.id / \(StoreSchema.rowsPerArticle)
        WHERE node.cluster = ? ORDER BY article.name, node.local
        """,
      arguments: [cluster]
    )
    guard let first = parts.first, parts.count > 1 else { return [] }
    let block: String? = first[2]
    let agreement = block.map { "type, status and date (\($0)), agents and targets agree" } ?? "title and body agree"
    return parts.dropFirst().map { part in
      "“\(first[1] as String)” (\(first[0] as String)) = “\(part[1] as String)” (\(part[0] as String)): \(agreement)"
    }
  }

  /// What a decision about a name or id is about.
  private func side(_ query: String, _ db: Database) throws -> MergeDecision.Side {
    if let cluster = try Int64.fetchOne(db, sql: "SELECT id FROM cluster WHERE name = ?", arguments: [query]) {
      return try side(ofCluster: cluster, shown: query, db)
    }
    for kind in [NodeKind.person, .organization, .place, .thing] {
      let key =
        kind == .person
        ? folder.personWords(query).joined(separator: " ")
        : kind == .place ? folder.placeKey(query, detail: PlaceDetail()) : folder.organizationKey(query)
      let clusters = try Int64.fetchAll(
        db,
        sql: "SELECT DISTINCT cluster FROM identity WHERE kind = ? AND name = ?",
        arguments: [kind.rawValue, key]
      )
      guard !clusters.isEmpty else { continue }
      guard clusters.count == 1 || !key.contains(" ") else {
        let ids = try String.fetchAll(
          db,
          sql: """
            SELECT DISTINCT cluster.name FROM identity JOIN cluster ON cluster.id = identity.cluster
            WHERE identity.kind = ? AND identity.name = ? ORDER BY cluster.name
            """,
          arguments: [kind.rawValue, key]
        )
        throw StoreError(
          path: path,
          kind: .contradiction("“\(query)” may mean several; give an id: " + ids.joined(separator: ", "))
        )
      }
      return MergeDecision.Side(kind: kind, name: key, signature: nil, shown: query)
    }
    let alias = try Int64.fetchAll(
      db,
      sql: """
        SELECT DISTINCT identity.cluster FROM name JOIN identity ON identity.id = name.identity WHERE name.folded = ?
        """,
      arguments: [NameSearch.folded(query)]
    )
    guard alias.count == 1 else {
      let reason =
        alias.isEmpty
        ? "there is nothing called “\(query)”; 'dateline find' searches names"
        : "“\(query)” may mean several; give an id, as 'dateline find' lists them"
      throw StoreError(path: path, kind: .contradiction(reason))
    }
    return try side(ofCluster: alias[0], shown: query, db)
  }

  private func side(ofCluster cluster: Int64, shown: String, _ db: Database) throws -> MergeDecision.Side {
    guard
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT kind, name, signature,
            (SELECT COUNT(DISTINCT other.cluster) FROM identity other
             WHERE other.kind = identity.kind AND other.name = identity.name)
          FROM identity WHERE cluster = ? ORDER BY articles DESC, name, signature LIMIT 1
          """,
        arguments: [cluster]
      ), let kind = NodeKind(rawValue: row[0] as String)
    else {
      throw StoreError(
        path: path,
        kind: .contradiction(
          "“\(shown)” is known by no name; decisions are about people, organisations, places, things"
        )
      )
    }
    let isOnlyBearer = (row[3] as Int) == 1
    return MergeDecision.Side(kind: kind, name: row[1], signature: isOnlyBearer ? nil : row[2], shown: shown)
  }
}
