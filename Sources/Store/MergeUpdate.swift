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
  private let clusters: ClusterUpdate
  private let resolver: IdentityResolver
  private var touchedIdentities: Set<Int64> = []
  private var articlesToRefresh: Set<Int64> = []
  /// The articles whose edges lead elsewhere.
  private var articlesWithMovedEnds: Set<Int64> = []
  /// What is added, written once it is known which merged nodes it belongs to.
  private var additions: [Addition] = []
  private var touchedBlocks: Set<String> = []
  private var touchedClusters: Set<Int64> = []

  init(db: Database, path: String, resolver: IdentityResolver) {
    self.db = db
    self.path = path
    self.resolver = resolver
    rows = ArticleRows(db: db, path: path)
    identities = IdentityRows(db: db, resolver: resolver)
    clusters = ClusterUpdate(db: db)
  }

  private struct Addition {
    let article: Int64
    let graph: Graph
    /// The row ids of the identities of named nodes, by position.
    let identities: [Int: Int64]

    var base: Int64 { ArticleRows.range(of: article).first }
  }

  // MARK: Changes

  /// Takes up an article's graph.
  mutating func add(_ graph: Graph, digest: String, profiler: LocalProfiler) throws {
    guard let reference = graph.articles.first else { return }
    let article = try rows.insertArticle(reference, digest: digest)
    let firstName = try identities.nextName()
    var named: [Int: Int64] = [:]
    for (position, profile) in profiler.profiles(of: graph).sorted(by: { $0.key < $1.key }) {
      let identity = try identities.add(profile)
      named[position] = identity
      touchedIdentities.insert(identity)
    }
    try identities.indexNames(from: firstName)
    additions.append(Addition(article: article, graph: graph, identities: named))
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
    for addition in additions { try writeNodes(addition) }
    for article in articlesToRefresh.sorted() { try refresh(article) }
    try resolveEvents()
    for addition in additions { try rows.insertEdges(addition.graph, article: addition.article) }
    for article in articlesWithMovedEnds.subtracting(additions.map(\.article)).sorted() { try updateEdgeEnds(article) }
    try clusters.refresh(touchedClusters)
  }

  private mutating func resolveIdentities() throws {
    let touched = touchedIdentities.sorted()
    // So many at a time, since all of a store may be touched.
    let pieces = stride(from: 0, to: touched.count, by: ClusterUpdate.rowsAtOnce).map {
      Array(touched[$0..<min($0 + ClusterUpdate.rowsAtOnce, touched.count)])
    }
    var known: [IdentityRows.Member] = []
    for piece in pieces {
      let members = try identities.refreshKeys(piece)
      if pieces.count == 1 { known = members }
    }
    var done: Set<Int64> = []
    for piece in pieces {
      let blocks = try identities.blocks(of: piece.filter { !done.contains($0) })
      for block in blocks { done.formUnion(block) }
      for members in try identities.members(ofBlocks: blocks, known: known) { try resolve(members) }
    }
  }

  private mutating func resolve(_ members: [IdentityRows.Member]) throws {
    let memberOfKey = Dictionary(members.map { ($0.profile.key, $0) }) { first, _ in first }
    for identity in resolver.resolve(members.map(\.profile), isExplaining: false) {
      let parts = identity.members.compactMap { memberOfKey[$0] }
      guard parts.contains(where: { $0.clusterName != identity.id }) else {
        // Nothing but counts and names of what was touched can have changed.
        if parts.contains(where: { touchedIdentities.contains($0.id) }) { touchedClusters.insert(parts[0].cluster) }
        continue
      }
      let cluster = try clusters.row(named: ClusterName(id: identity.id, kind: identity.kind))
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

  /// Writes an added article's nodes; those of events get their merged nodes later.
  private mutating func writeNodes(_ addition: Addition) throws {
    let named = try identities.clusters(of: addition.identities)
    let resolution = LocalResolution(graph: addition.graph, named: named.mapValues(\.name))
    var written: [NodeRow] = []
    for (position, node) in addition.graph.nodes.enumerated() {
      var cluster = named[position]?.row ?? 0
      if cluster == 0, let name = resolution.clusters[position] {
        // Offices alone may be known from other articles.
        cluster = try node.kind == .role ? clusters.row(named: name) : clusters.newRow(named: name)
        touchedClusters.insert(cluster)
      }
      let profile = resolution.events[position]
      if let profile { touchedBlocks.insert(profile.block) }
      let id = addition.base + Int64(position)
      let identity = addition.identities[position]
      written.append(NodeRow(id: id, node: node, identity: identity, cluster: cluster, profile: profile))
    }
    try rows.insert(written)
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
    let graph = try rows.graph(of: article, isWhole: false)
    let resolution = LocalResolution(graph: graph, named: try named(first, end))
    for (position, name) in resolution.clusters.sorted(by: { $0.key < $1.key }) {
      guard !graph.nodes[position].kind.isKnownByName else { continue }
      try place(first + Int64(position), in: try clusters.row(named: name), profile: nil)
    }
    for (position, profile) in resolution.events.sorted(by: { $0.key < $1.key }) {
      touchedBlocks.insert(profile.block)
      try place(first + Int64(position), in: nil, profile: profile)
    }
    articlesWithMovedEnds.insert(article)
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

  private func updateEdgeEnds(_ article: Int64) throws {
    let (first, end) = ArticleRows.range(of: article)
    try db.cachedStatement(
      sql: """
        UPDATE edge SET source_cluster = (SELECT cluster FROM node WHERE node.id = edge.source),
          target_cluster = (SELECT cluster FROM node WHERE node.id = edge.target)
        WHERE id >= ? AND id < ?
        """
    ).execute(arguments: [first, end])
  }

  private mutating func resolveEvents() throws {
    let blocks = touchedBlocks.sorted()
    for start in stride(from: 0, to: blocks.count, by: ClusterUpdate.rowsAtOnce) {
      let piece = Array(blocks[start..<min(start + ClusterUpdate.rowsAtOnce, blocks.count)])
      let members = try eventMembers(ofBlocks: piece)
      for block in piece { try resolveEvents(members[block] ?? [:]) }
    }
  }

  private typealias EventMembers = [EventProfile: [(node: Int64, name: String, cluster: Int64)]]

  /// The events of blocks, by block.
  private func eventMembers(ofBlocks blocks: [String]) throws -> [String: EventMembers] {
    var members: [String: EventMembers] = [:]
    let found = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT node.block, node.profile, node.id, node.local, node.cluster, article.name
          FROM json_each(?) wanted CROSS JOIN node ON node.block = wanted.value
          JOIN article ON article.id = node.id / \(StoreSchema.rowsPerArticle)
          """
      ),
      arguments: [StoreView.json(blocks)]
    )
    while let row = try found.next() {
      let block: String = row[0]
      guard let profile = EventProfile(block: block, encoded: row[1]) else { continue }
      let name = ClaimNaming.claim(.event, article: row[5], local: row[3])
      members[block, default: [:]][profile, default: []].append((row[2], name, row[4]))
    }
    return members
  }

  private mutating func resolveEvents(_ members: EventMembers) throws {
    for set in EventMatching.sets(of: Set(members.keys)) {
      let parts = set.flatMap { members[$0] ?? [] }
      guard let name = parts.map(\.name).min() else { continue }
      let cluster = try clusters.row(named: ClusterName(id: name, kind: .event))
      for part in parts where part.cluster != cluster {
        touchedClusters.formUnion([part.cluster, cluster])
        try db.cachedStatement(sql: "UPDATE node SET cluster = ? WHERE id = ?").execute(arguments: [
          cluster, part.node,
        ])
        articlesWithMovedEnds.insert(part.node / StoreSchema.rowsPerArticle)
      }
    }
  }
}
