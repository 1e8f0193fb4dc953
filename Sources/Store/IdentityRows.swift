import GRDB
import KnowledgeGraph

/// Reads and writes what merging knows of the identities of named nodes.
struct IdentityRows {
  let db: Database
  let resolver: IdentityResolver

  /// Adds what an article says of an identity, made where it is new; gives its row id.
  func add(_ profile: IdentityProfile) throws -> Int64 {
    let key = profile.key
    try db.cachedStatement(
      sql: """
        INSERT INTO identity (kind, name, signature, articles, cluster) VALUES (?,?,?,?,0)
        ON CONFLICT (kind, name, signature) DO UPDATE SET articles = articles + excluded.articles
        """
    ).execute(arguments: [key.kind.rawValue, key.name, key.signature, profile.articles])
    guard let id = try id(of: key) else { return 0 }
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

  /// Everything known of an identity.
  func profile(_ id: Int64) throws -> IdentityProfile? {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT kind, name, signature, articles FROM identity WHERE id = ?"),
        arguments: [id]
      ), let kind = NodeKind(rawValue: row[0] as String)
    else { return nil }
    var profile = IdentityProfile(key: IdentityKey(kind: kind, name: row[1], signature: row[2]), articles: row[3])
    let names = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT text, key, labels, aliases FROM name WHERE identity = ?"),
      arguments: [id]
    )
    while let row = try names.next() {
      profile.names[row[0]] = NameCount(key: row[1], labels: row[2], aliases: row[3])
    }
    let contexts = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT key, articles FROM identity_context WHERE identity = ?"),
      arguments: [id]
    )
    while let row = try contexts.next() { profile.contexts[row[0]] = row[1] }
    return profile
  }

  /// Brings the block keys of an identity to what its profile says.
  func refreshKeys(_ id: Int64) throws {
    guard let profile = try profile(id) else { return }
    let wanted = Set(resolver.blockKeys(of: profile))
    let present = Set(
      try String.fetchAll(
        db.cachedStatement(sql: "SELECT key FROM identity_key WHERE identity = ?"),
        arguments: [id]
      )
    )
    for key in wanted.subtracting(present) {
      try db.cachedStatement(sql: "INSERT INTO identity_key (key, identity) VALUES (?,?)").execute(arguments: [key, id])
    }
    for key in present.subtracting(wanted) {
      try db.execute(sql: "DELETE FROM identity_key WHERE key = ? AND identity = ?", arguments: [key, id])
    }
  }

  /// All identities that share a block with one, directly or over others, the one included.
  func block(of id: Int64) throws -> Set<Int64> {
    var block: Set<Int64> = [id]
    var frontier = [id]
    let neighbours = try db.cachedStatement(
      sql: """
        SELECT other.identity FROM identity_key mine JOIN identity_key other ON other.key = mine.key
        WHERE mine.identity = ?
        """
    )
    while let next = frontier.popLast() {
      for other in try Int64.fetchAll(neighbours, arguments: [next]) where block.insert(other).inserted {
        frontier.append(other)
      }
    }
    return block
  }
}
