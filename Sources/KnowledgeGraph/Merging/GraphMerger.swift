import ArticleReading
import Knowledge

/// Merges the graphs of articles into one.
///
/// The merged graph is a function of the set of article graphs and decisions: giving them in another order, in several
/// pieces or twice changes nothing. Merging merged graphs is therefore done by uniting their articles.
package struct GraphMerger: Sendable {
  /// The version of the procedure: a store merged by another one is merged anew.
  package static let version = 6

  private let profiler: LocalProfiler
  private let resolver: IdentityResolver

  /// A merger that knows names and roles by the knowledge's tables and holds to decisions.
  package init(knowledge: KnowledgeBase, decisions: [MergeDecision] = []) {
    let folder = NameFolder(naming: knowledge.naming, countries: knowledge.countries)
    profiler = LocalProfiler(folder: folder)
    resolver = IdentityResolver(folder: folder, domains: knowledge.roleDomains, decisions: decisions)
  }

  /// The merged graph; a graph of no article is left out, and of several graphs of one article the least counts.
  package func merged(_ graphs: [Graph]) -> Graph {
    let graphs = Self.distinct(graphs)
    let profiles = graphs.map(profiler.profiles)
    let clusterOfKey = resolve(profiles)
    var clusters = MergedClusters()
    for (graph, profiles) in zip(graphs, profiles) {
      let named = profiles.compactMapValues { clusterOfKey[$0.key] }
      clusters.add(graph, named: named)
    }
    return clusters.graph()
  }

  private static func distinct(_ graphs: [Graph]) -> [Graph] {
    var known: [String: Graph] = [:]
    for graph in graphs {
      guard let id = graph.articles.first?.id else { continue }
      if let other = known[id], other == graph || "\(other)" < "\(graph)" { continue }
      known[id] = graph
    }
    return known.sorted { $0.key < $1.key }.map(\.value)
  }

  private func resolve(_ profiles: [[Int: IdentityProfile]]) -> [IdentityKey: ClusterName] {
    var united: [IdentityKey: IdentityProfile] = [:]
    for profile in profiles.flatMap(\.values) {
      united[profile.key, default: IdentityProfile(key: profile.key)].add(profile)
    }
    let all = united.values.sorted { $0.key < $1.key }
    var blocks = LinkForest(count: all.count)
    var firstOfKey: [String: Int] = [:]
    for (position, profile) in all.enumerated() {
      for key in resolver.blockKeys(of: profile) {
        if let first = firstOfKey[key] { blocks.join(first, position, reason: "") } else { firstOfKey[key] = position }
      }
    }
    var clusterOfKey: [IdentityKey: ClusterName] = [:]
    for block in blocks.sets {
      for identity in resolver.resolve(block.map { all[$0] }) {
        for key in identity.members { clusterOfKey[key] = ClusterName(id: identity.id, kind: identity.kind) }
      }
    }
    return clusterOfKey
  }
}

/// The id and kind of a merged node.
package struct ClusterName: Sendable, Hashable {
  /// The id.
  package var id: String
  /// The kind.
  package var kind: NodeKind

  /// Makes a name of its parts.
  package init(id: String, kind: NodeKind) {
    self.id = id
    self.kind = kind
  }
}

/// The merged nodes while articles are being laid together, all in memory.
private struct MergedClusters {
  private var articles: [ArticleReference] = []
  private var members: [ClusterName: [Node]] = [:]
  private var events: [EventProfile: [(article: String, node: Node)]] = [:]
  private var edges: [(edge: Edge, article: ArticleReference)] = []
  private var clusterOfNode: [String: [String: String]] = [:]

  /// Adds an article's graph, its named nodes resolved by position.
  mutating func add(_ graph: Graph, named: [Int: ClusterName]) {
    guard let article = graph.articles.first else { return }
    let resolution = LocalResolution(graph: graph, named: named)
    articles.append(article)
    for (position, cluster) in resolution.clusters.sorted(by: { $0.key < $1.key }) {
      members[cluster, default: []].append(graph.nodes[position])
      clusterOfNode[article.id, default: [:]][graph.nodes[position].id] = cluster.id
    }
    for (position, profile) in resolution.events.sorted(by: { $0.key < $1.key }) {
      events[profile, default: []].append((article.id, graph.nodes[position]))
    }
    edges += graph.edges.map { ($0, article) }
  }

  func graph() -> Graph {
    var members = members
    var clusterOfNode = clusterOfNode
    for block in Dictionary(grouping: events.keys, by: \.block).values {
      for set in EventMatching.sets(of: Set(block)) {
        let parts = set.flatMap { events[$0] ?? [] }
        let names = parts.map { ClaimNaming.claim(.event, article: $0.article, local: $0.node.id) }
        guard let id = names.min() else { continue }
        members[ClusterName(id: id, kind: .event), default: []] += parts.map(\.node)
        for part in parts { clusterOfNode[part.article, default: [:]][part.node.id] = id }
      }
    }
    var parts: [EdgeEnds: [(edge: Edge, date: CalendarDate?)]] = [:]
    for (edge, article) in edges {
      guard let source = clusterOfNode[article.id]?[edge.source], let target = clusterOfNode[article.id]?[edge.target]
      else { continue }
      parts[EdgeEnds(source: source, kind: edge.kind, target: target), default: []].append((edge, article.date))
    }
    return Graph(
      articles: articles,
      nodes: members.map { MergedNodes.node(id: $0.id, kind: $0.kind, parts: $1) }.map { node in
        node.replacingFigure { clusterOfNode[$0]?[$1] }
      },
      edges: parts.map { MergedNodes.edge(source: $0.source, kind: $0.kind, target: $0.target, parts: $1) }
    )
  }
}

private struct EdgeEnds: Hashable {
  let source: String
  let kind: Edge.Kind
  let target: String
}

extension Node {
  /// The node with the figure that it is a part of named as in the merged graph.
  package func replacingFigure(_ id: (_ article: String, _ local: String) -> String?) -> Node {
    guard case .casualtyFigure(var detail) = detail, let whole = detail.partOf, let article = mentions.first?.article
    else { return self }
    detail.partOf = id(article, whole)
    var node = self
    node.detail = .casualtyFigure(detail)
    return node
  }
}

/// The merged nodes that an article's nodes belong to, where its named nodes are resolved; events still by profile.
package struct LocalResolution {
  /// Nodes by position, without the events that have a date.
  package private(set) var clusters: [Int: ClusterName]
  /// Events that have a date, by position.
  package private(set) var events: [Int: EventProfile] = [:]

  /// Resolves the nodes of an article, given its named nodes by position.
  package init(graph: Graph, named: [Int: ClusterName]) {
    clusters = named
    let article = graph.articles.first?.id ?? ""
    let positions = Dictionary(graph.nodes.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let outgoing = Dictionary(grouping: graph.edges, by: \.source)
    let holders = Dictionary(grouping: graph.edges.filter { $0.kind == .holds }, by: \.target)
    func cluster(_ id: String) -> String? { positions[id].flatMap { named[$0] }?.id }
    var dated: [(id: String, profile: EventProfile)] = []
    for (position, node) in graph.nodes.enumerated() where named[position] == nil {
      let leaving = outgoing[node.id] ?? []
      if case .event(let detail) = node.detail,
        let profile = EventProfile(
          detail: detail,
          participants: leaving.compactMap { edge in cluster(edge.target).map { (edge.kind, $0) } }
        )
      {
        dated.append((node.id, profile))
        continue
      }
      let id: String
      if node.kind == .role {
        id = ClaimNaming.role(
          title: node.label,
          bodies: Set(leaving.filter { $0.kind == .roleOf }.compactMap { cluster($0.target) }),
          holders: Set((holders[node.id] ?? []).compactMap { cluster($0.source) }),
          local: "\(article)/\(node.id)"
        )
      } else {
        id = ClaimNaming.claim(node.kind, article: article, local: node.id)
      }
      clusters[position] = ClusterName(id: id, kind: node.kind)
    }
    for (id, profile) in EventMatching.numbered(dated) {
      if let position = positions[id] { events[position] = profile }
    }
  }
}
