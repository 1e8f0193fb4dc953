import GRDB
import KnowledgeGraph

/// Reads and writes what merging knows of the identities of named nodes.
struct IdentityRows {
  let db: Database
  let resolver: IdentityResolver

  /// Adds what an article says of an identity, made where it is new; gives its row id.
  func add(_ profile: IdentityProfile) throws -> Int64 {
    let key = profile.key
    let id = try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          INSERT INTO identity (kind, name, signature, articles, cluster) VALUES (?,?,?,?,0)
          ON CONFLICT (kind, name, signature) DO UPDATE SET articles = articles + excluded.articles RETURNING id
          """
      ),
      arguments: [key.kind.rawValue, key.name, key.signature, profile.articles]
    )
    guard let id else { return 0 }
    let names = try db.cachedStatement(
      sql: """
        INSERT INTO name (identity, text, key, folded, labels, aliases) VALUES (?,?,?,?,?,?)
        ON CONFLICT (identity, text) DO UPDATE
        SET labels = labels + excluded.labels, aliases = aliases + excluded.aliases
        """
    )
    for (text, count) in profile.names.sorted(by: { $0.key < $1.key }) {
      try names.execute(arguments: [id, text, count.key, NameSearch.folded(text), count.labels, count.aliases])
    }
    let contexts = try db.cachedStatement(
      sql: """
        INSERT INTO identity_context (identity, key, articles) VALUES (?,?,?)
        ON CONFLICT (identity, key) DO UPDATE SET articles = articles + excluded.articles
        """
    )
    for (context, count) in profile.contexts.sorted(by: { $0.key < $1.key }) {
      try contexts.execute(arguments: [id, context, count])
    }
    return id
  }

  /// The row id that the next new name gets.
  func nextName() throws -> Int64 {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT COALESCE(MAX(id), 0) + 1 FROM name")) ?? 1
  }

  /// Makes the names from a row id on searchable.
  func indexNames(from first: Int64) throws {
    try db.cachedStatement(sql: "INSERT INTO name_text (rowid, text) SELECT id, text FROM name WHERE id >= ?")
      .execute(arguments: [first])
  }

  /// Takes away what an article said of an identity; an identity that nothing is left of goes.
  func remove(_ profile: IdentityProfile, from id: Int64) throws {
    try db.execute(
      sql: "UPDATE identity SET articles = articles - ? WHERE id = ?",
      arguments: [profile.articles, id]
    )
    for (text, count) in profile.names {
      try db.execute(
        sql: "UPDATE name SET labels = labels - ?, aliases = aliases - ? WHERE identity = ? AND text = ?",
        arguments: [count.labels, count.aliases, id, text]
      )
    }
    for (context, count) in profile.contexts {
      try db.execute(
        sql: "UPDATE identity_context SET articles = articles - ? WHERE identity = ? AND key = ?",
        arguments: [count, id, context]
      )
    }
    try db.execute(sql: "DELETE FROM name WHERE identity = ? AND labels <= 0 AND aliases <= 0", arguments: [id])
    try db.execute(sql: "DELETE FROM identity_context WHERE identity = ? AND articles <= 0", arguments: [id])
    let left = try Int.fetchOne(db, sql: "SELECT articles FROM identity WHERE id = ?", arguments: [id]) ?? 0
    if left <= 0 {
      for table in ["name", "identity_context", "identity_key"] {
        try db.execute(sql: "DELETE FROM \(table) WHERE identity = ?", arguments: [id])
      }
      try db.execute(sql: "DELETE FROM identity WHERE id = ?", arguments: [id])
    }
  }

  /// The row id of a key.
  func id(of key: IdentityKey) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM identity WHERE kind = ? AND name = ? AND signature = ?"),
      arguments: [key.kind.rawValue, key.name, key.signature]
    )
  }

  /// An identity with everything known of it, and the merged node that it belongs to.
  struct Member {
    let id: Int64
    var profile: IdentityProfile
    let cluster: Int64
    let clusterName: String?
  }

  /// The identities of row ids, in the order of the ids.
  func members(_ ids: [Int64]) throws -> [Member] {
    let wanted = StoreView.json(ids)
    var members: [Member] = []
    var positions: [Int64: Int] = [:]
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT identity.id, identity.kind, identity.name, signature, identity.articles, cluster, cluster.name
          FROM json_each(?) wanted CROSS JOIN identity ON identity.id = wanted.value
          LEFT JOIN cluster ON cluster.id = identity.cluster
          """
      ),
      arguments: [wanted]
    )
    while let row = try rows.next() {
      guard let kind = NodeKind(rawValue: row[1] as String) else { continue }
      let profile = IdentityProfile(key: IdentityKey(kind: kind, name: row[2], signature: row[3]), articles: row[4])
      positions[row[0]] = members.count
      members.append(Member(id: row[0], profile: profile, cluster: row[5], clusterName: row[6]))
    }
    let names = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT identity, text, name.key, labels, aliases
          FROM json_each(?) wanted CROSS JOIN name ON name.identity = wanted.value
          """
      ),
      arguments: [wanted]
    )
    while let row = try names.next() {
      guard let position = positions[row[0]] else { continue }
      members[position].profile.names[row[1]] = NameCount(key: row[2], labels: row[3], aliases: row[4])
    }
    let contexts = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT identity, context.key, articles
          FROM json_each(?) wanted CROSS JOIN identity_context context ON context.identity = wanted.value
          """
      ),
      arguments: [wanted]
    )
    while let row = try contexts.next() {
      guard let position = positions[row[0]] else { continue }
      members[position].profile.contexts[row[1]] = row[2]
    }
    return members
  }

  /// The identities of several blocks, those of each in the order of its ids; known ones are not looked up.
  func members(ofBlocks blocks: [[Int64]], known: [Member] = []) throws -> [[Member]] {
    var members = Dictionary(known.map { ($0.id, $0) }) { first, _ in first }
    let missing = blocks.flatMap { $0 }.filter { members[$0] == nil }
    for member in missing.isEmpty ? [] : try self.members(missing) { members[member.id] = member }
    return blocks.map { $0.compactMap { members[$0] } }
  }

  /// The merged nodes that identities belong to, each with its row id, by what the identities are named by.
  func clusters(of identities: [Int: Int64]) throws -> [Int: (row: Int64, name: ClusterName)] {
    var clusters: [Int64: (row: Int64, name: ClusterName)] = [:]
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT identity.id, cluster.id, cluster.name, cluster.kind
          FROM json_each(?) wanted CROSS JOIN identity ON identity.id = wanted.value
          JOIN cluster ON cluster.id = identity.cluster
          """
      ),
      arguments: [StoreView.json(Set(identities.values).sorted())]
    )
    while let row = try rows.next() {
      guard let kind = NodeKind(rawValue: row[3] as String) else { continue }
      clusters[row[0]] = (row[1], ClusterName(id: row[2], kind: kind))
    }
    return identities.compactMapValues { clusters[$0] }
  }

  /// Brings the block keys of identities to what their profiles say; gives the identities.
  @discardableResult
  func refreshKeys(_ ids: [Int64]) throws -> [Member] {
    var present: [Int64: Set<String>] = [:]
    let rows = try Row.fetchCursor(db.cachedStatement(sql: Self.keysOfIdentities), arguments: [StoreView.json(ids)])
    while let row = try rows.next() { present[row[0], default: []].insert(row[1]) }
    let members = try members(ids)
    for member in members {
      let (id, wanted) = (member.id, Set(resolver.blockKeys(of: member.profile)))
      for key in wanted.subtracting(present[id] ?? []).sorted() {
        try db.cachedStatement(sql: "INSERT INTO identity_key (key, identity) VALUES (?,?)")
          .execute(arguments: [key, id])
      }
      for key in (present[id] ?? []).subtracting(wanted).sorted() {
        try db.execute(sql: "DELETE FROM identity_key WHERE key = ? AND identity = ?", arguments: [key, id])
      }
    }
    return members
  }

  private static let keysOfIdentities = """
    SELECT wanted.value, identity_key.key FROM json_each(?) wanted
    CROSS JOIN identity_key ON identity_key.identity = wanted.value
    """

  /// All identities that share a block with one, directly or over others, the one included.
  func block(of id: Int64) throws -> Set<Int64> { Set(try blocks(of: [id]).joined()) }

  /// The sets of identities that share blocks with some, directly or over others; each in the order of the ids, the one
  /// with the lowest id first.
  func blocks(of ids: [Int64]) throws -> [[Int64]] {
    var found: [Int64] = []
    var positions: [Int64: Int] = [:]
    var owners: [String: Int] = [:]
    var links: [(Int, Int)] = []
    func position(of id: Int64) -> Int {
      if let position = positions[id] { return position }
      positions[id] = found.count
      found.append(id)
      return found.count - 1
    }
    for id in ids { _ = position(of: id) }
    var reached = 0
    while reached < found.count {
      let frontier = Array(found[reached...])
      reached = found.count
      var keys: [String] = []
      let own = try Row.fetchCursor(
        db.cachedStatement(sql: Self.keysOfIdentities),
        arguments: [StoreView.json(frontier)]
      )
      while let row = try own.next() {
        let (identity, key) = (position(of: row[0]), row[1] as String)
        if let owner = owners[key] {
          links.append((owner, identity))
        } else {
          owners[key] = identity
          keys.append(key)
        }
      }
      let others = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT wanted.value, identity FROM json_each(?) wanted
            CROSS JOIN identity_key ON identity_key.key = wanted.value
            """
        ),
        arguments: [StoreView.json(keys)]
      )
      while let row = try others.next() {
        if let owner = owners[row[0] as String] { links.append((owner, position(of: row[1]))) }
      }
    }
    var forest = LinkForest(count: found.count)
    for (one, other) in links { forest.join(one, other, reason: "block") }
    return forest.sets.map { $0.map { found[$0] }.sorted() }.sorted { $0[0] < $1[0] }
  }
}
