import GRDB
import KnowledgeGraph

/// Brings the merged view of a store up to date within one transaction, looking only at what a change can reach.
///
/// The merged view is a function of the articles and decisions alone; `GraphMerger` computes the same from scratch.
struct MergeUpdate {
  private let db: Database
  private let path: String
  private let rows: ArticleRows
  private let identities: IdentityRows
  private let resolver: IdentityResolver
  private var touchedIdentities: Set<Int64> = []
  private var articlesToRefresh: Set<Int64> = []
  /// The graphs just written, which need not be read again.
  private var writtenGraphs: [Int64: Graph] = [:]
  private var touchedBlocks: Set<String> = []
  private var touchedClusters: Set<Int64> = []

  init(db: Database, path: String, resolver: IdentityResolver) {
    self.db = db
    self.path = path
    self.resolver = resolver
    rows = ArticleRows(db: db, path: path)
    identities = IdentityRows(db: db, resolver: resolver)
  }

  // MARK: Changes

  /// Writes an article's graph.
  mutating func add(_ graph: Graph, digest: String, profiler: LocalProfiler) throws {
    guard let reference = graph.articles.first else { return }
    let article = try rows.insertArticle(reference, digest: digest)
    let base = ArticleRows.range(of: article).first
    let profiles = profiler.profiles(of: graph)
    let firstName = try identities.nextName()
    var nodeIDs: [String: Int64] = [:]
    for (position, node) in graph.nodes.enumerated() {
      let id = base + Int64(position)
      nodeIDs[node.id] = id
      let identity = try profiles[position].map { try identities.add($0) }
      if let identity { touchedIdentities.insert(identity) }
      try rows.insert(NodeRow(id: id, node: node, identity: identity, cluster: 0, profile: nil))
    }
    try identities.indexNames(from: firstName)
    try rows.insertEdges(graph.edges, article: article, nodeIDs: nodeIDs)
    articlesToRefresh.insert(article)
    writtenGraphs[article] = graph
  }

  /// Takes an article away.
  mutating func remove(_ article: Int64, profiler: LocalProfiler) throws {
    let graph = try rows.graph(of: article, isWhole: false)
    for profile in profiler.profiles(of: graph).sorted(by: { $0.key < $1.key }).map(\.value) {
      guard let id = try identities.id(of: profile.key) else { continue }
      touchedIdentities.formUnion(try identities.block(of: id))
      try identities.remove(profile, from: id)
    }
    let (first, end) = ArticleRows.range(of: article)
    touchedClusters.formUnion(
      try Int64.fetchAll(
        db,
        sql: "SELECT DISTINCT cluster FROM node WHERE id >= ? AND id < ?",
        arguments: [first, end]
      )
    )
    touchedBlocks.formUnion(
      try String.fetchAll(
        db,
        sql: "SELECT DISTINCT block FROM node WHERE id >= ? AND id < ? AND block IS NOT NULL",
        arguments: [first, end]
      )
    )
    try rows.delete(article)
    writtenGraphs[article] = nil
  }

  /// Looks again at the identities that a decision concerns.
  mutating func reconsider(_ ids: [Int64]) throws {
    for id in ids { touchedIdentities.formUnion(try identities.block(of: id)) }
  }

  /// Throws the merged view away and computes it from the articles.
  mutating func rebuild(profiler: LocalProfiler) throws {
    for table in ["identity", "identity_key", "identity_context", "name", "cluster"] {
      try db.execute(sql: "DELETE FROM \(table)")
    }
    try db.execute(sql: "UPDATE node SET cluster = 0, identity = NULL, block = NULL, profile = NULL")
    for article in try Int64.fetchAll(db, sql: "SELECT id FROM article ORDER BY id") {
      let base = ArticleRows.range(of: article).first
      let graph = try rows.graph(of: article, isWhole: true)
      for (position, profile) in profiler.profiles(of: graph).sorted(by: { $0.key < $1.key }) {
        let identity = try identities.add(profile)
        touchedIdentities.insert(identity)
        try db.cachedStatement(sql: "UPDATE node SET identity = ? WHERE id = ?")
          .execute(arguments: [identity, base + Int64(position)])
      }
      articlesToRefresh.insert(article)
    }
    try identities.indexNames(from: 1)
  }

  /// The identities to be looked at, sorted.
  var touched: [Int64] { touchedIdentities.sorted() }

  // MARK: Effects

  /// Resolves everything that the changes can reach.
  mutating func finish() throws {
    try resolveIdentities()
    for article in articlesToRefresh.sorted() { try refresh(article) }
    try resolveEvents()
    try refreshClusters()
  }

  private mutating func resolveIdentities() throws {
    let touched = touchedIdentities.sorted()
    // So many at a time, since all of a store may be touched.
    let pieces = stride(from: 0, to: touched.count, by: 500).map { touched[$0..<min($0 + 500, touched.count)] }
    for piece in pieces { try identities.refreshKeys(Array(piece)) }
    var done: Set<Int64> = []
    for piece in pieces {
      for block in try identities.blocks(of: piece.filter { !done.contains($0) }) {
        done.formUnion(block)
        try resolve(try identities.members(block))
      }
    }
  }

  private mutating func resolve(_ members: [IdentityRows.Member]) throws {
    let memberOfKey = Dictionary(members.map { ($0.profile.key, $0) }) { first, _ in first }
    for identity in resolver.resolve(members.map(\.profile)) {
      let parts = identity.members.compactMap { memberOfKey[$0] }
      guard parts.contains(where: { $0.clusterName != identity.id }) else {
        // Nothing but counts and names of what was touched can have changed.
        if parts.contains(where: { touchedIdentities.contains($0.id) }) { touchedClusters.insert(parts[0].cluster) }
        continue
      }
      let cluster = try self.cluster(named: ClusterName(id: identity.id, kind: identity.kind))
      for part in parts where part.cluster != cluster { try move(part, to: cluster) }
      touchedClusters.insert(cluster)
    }
  }

  private mutating func move(_ identity: IdentityRows.Member, to cluster: Int64) throws {
    touchedClusters.insert(identity.cluster)
    try db.cachedStatement(sql: "UPDATE identity SET cluster = ? WHERE id = ?")
      .execute(arguments: [cluster, identity.id])
    let nodes = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM node WHERE identity = ?"),
      arguments: [identity.id]
    )
    for node in nodes { articlesToRefresh.insert(node / StoreSchema.rowsPerArticle) }
  }

  /// Finds anew what depends on the resolved names of an article: offices, events and the ends of its edges.
  private mutating func refresh(_ article: Int64) throws {
    let (first, end) = ArticleRows.range(of: article)
    try db.cachedStatement(
      sql: """
        UPDATE node SET cluster = (SELECT cluster FROM identity WHERE identity.id = node.identity)
        WHERE id >= ? AND id < ? AND identity IS NOT NULL
        """
    ).execute(arguments: [first, end])
    let graph = try writtenGraphs[article] ?? rows.graph(of: article, isWhole: false)
    let resolution = LocalResolution(graph: graph, named: try named(first, end))
    for (position, name) in resolution.clusters.sorted(by: { $0.key < $1.key }) {
      guard !graph.nodes[position].kind.isKnownByName else { continue }
      try place(first + Int64(position), in: try cluster(named: name), profile: nil)
    }
    for (position, profile) in resolution.events.sorted(by: { $0.key < $1.key }) {
      touchedBlocks.insert(profile.block)
      try place(first + Int64(position), in: nil, profile: profile)
    }
    try updateEdgeEnds(first, end)
  }

  private func named(_ first: Int64, _ end: Int64) throws -> [Int: ClusterName] {
    var named: [Int: ClusterName] = [:]
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT node.id, cluster.name, cluster.kind FROM node JOIN cluster ON cluster.id = node.cluster
          WHERE node.id >= ? AND node.id < ? AND node.identity IS NOT NULL
          """
      ),
      arguments: [first, end]
    )
    while let row = try rows.next() {
      guard let kind = NodeKind(rawValue: row[2] as String) else { continue }
      named[Int(row[0] as Int64 - first)] = ClusterName(id: row[1], kind: kind)
    }
    return named
  }

  private mutating func place(_ node: Int64, in cluster: Int64?, profile: EventProfile?) throws {
    let current = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT cluster, block FROM node WHERE id = ?"),
      arguments: [node]
    )
    let old: Int64 = current?[0] ?? 0
    if let block = current?[1] as String? { touchedBlocks.insert(block) }
    touchedClusters.formUnion([old, cluster ?? old])
    try db.cachedStatement(sql: "UPDATE node SET cluster = ?, block = ?, profile = ? WHERE id = ?")
      .execute(arguments: [cluster ?? old, profile?.block, profile?.encoded, node])
  }

  private func updateEdgeEnds(_ first: Int64, _ end: Int64) throws {
    try db.cachedStatement(
      sql: """
        UPDATE edge SET source_cluster = (SELECT cluster FROM node WHERE node.id = edge.source),
          target_cluster = (SELECT cluster FROM node WHERE node.id = edge.target)
        WHERE id >= ? AND id < ?
        """
    ).execute(arguments: [first, end])
  }

  private mutating func resolveEvents() throws {
    var moved: Set<Int64> = []
    for block in touchedBlocks.sorted() {
      var members: [EventProfile: [(node: Int64, name: String, cluster: Int64)]] = [:]
      let found = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT node.id, node.local, node.profile, node.cluster, article.name
            FROM node JOIN article ON article.id = node.id / \(StoreSchema.rowsPerArticle) WHERE node.block = ?
            """
        ),
        arguments: [block]
      )
      while let row = try found.next() {
        guard let profile = EventProfile(block: block, encoded: row[2]) else { continue }
        let name = ClaimNaming.claim(.event, article: row[4], local: row[1])
        members[profile, default: []].append((row[0], name, row[3]))
      }
      for set in EventMatching.sets(of: Set(members.keys)) {
        let parts = set.flatMap { members[$0] ?? [] }
        guard let name = parts.map(\.name).min() else { continue }
        let cluster = try cluster(named: ClusterName(id: name, kind: .event))
        for part in parts where part.cluster != cluster {
          touchedClusters.formUnion([part.cluster, cluster])
          try db.cachedStatement(sql: "UPDATE node SET cluster = ? WHERE id = ?").execute(arguments: [
            cluster, part.node,
          ])
          moved.insert(part.node / StoreSchema.rowsPerArticle)
        }
      }
    }
    for article in moved.sorted() {
      let (first, end) = ArticleRows.range(of: article)
      try updateEdgeEnds(first, end)
    }
  }

  private func cluster(named name: ClusterName) throws -> Int64 {
    let known = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM cluster WHERE name = ?"),
      arguments: [name.id]
    )
    if let known { return known }
    try db.cachedStatement(sql: "INSERT INTO cluster (name, kind, label, articles) VALUES (?,?,'',0)")
      .execute(arguments: [name.id, name.kind.rawValue])
    return db.lastInsertedRowID
  }

  /// Counts the articles of the touched clusters, names them and takes away those that nothing is left of.
  private func refreshClusters() throws {
    for cluster in touchedClusters.sorted() where cluster != 0 {
      guard
        let node = try Row.fetchOne(
          db.cachedStatement(
            sql: """
              SELECT node.label, cluster.kind, node.identity FROM node JOIN cluster ON cluster.id = node.cluster
              WHERE node.cluster = ? LIMIT 1
              """
          ),
          arguments: [cluster]
        )
      else {
        try db.cachedStatement(sql: "DELETE FROM cluster WHERE id = ?").execute(arguments: [cluster])
        continue
      }
      if node[2] as Int64? == nil {
        try refreshClaim(cluster)
      } else {
        try refreshNamed(cluster, kind: node[1])
      }
    }
  }

  private func refreshClaim(_ cluster: Int64) throws {
    try db.cachedStatement(
      sql: """
        UPDATE cluster SET
          label = (
            SELECT node.label FROM node JOIN article ON article.id = node.id / \(StoreSchema.rowsPerArticle)
            WHERE node.cluster = cluster.id ORDER BY article.name, node.local LIMIT 1
          ),
          articles = (SELECT COUNT(*) FROM node WHERE node.cluster = cluster.id)
        WHERE id = ?
        """
    ).execute(arguments: [cluster])
  }

  private func refreshNamed(_ cluster: Int64, kind: String) throws {
    var uses: [String: NameUse] = [:]
    let names = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT name.text, SUM(name.labels), SUM(name.aliases)
          FROM identity JOIN name ON name.identity = identity.id
          WHERE identity.cluster = ? AND identity.kind = ? GROUP BY name.text
          """
      ),
      arguments: [cluster, kind]
    )
    while let row = try names.next() { uses[row[0]] = NameUse(labels: row[1], aliases: row[2]) }
    let articles = try Int.fetchOne(
      db.cachedStatement(sql: "SELECT SUM(articles) FROM identity WHERE cluster = ?"),
      arguments: [cluster]
    )
    try db.cachedStatement(sql: "UPDATE cluster SET label = ?, articles = ?, kind = ? WHERE id = ?")
      .execute(arguments: [
        NodeKind(rawValue: kind).map { MergedNodes.label(of: uses, kind: $0) }, articles ?? 0, kind, cluster,
      ])
  }
}
