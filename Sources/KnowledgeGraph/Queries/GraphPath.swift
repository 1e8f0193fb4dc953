/// A chain of edges from one node to another.
public struct GraphPath: Sendable, Hashable {
  /// One edge of a path.
  public struct Step: Sendable, Hashable {
    /// The edge.
    public var edge: Edge
    /// Whether the path goes the way the edge points.
    public var isForward: Bool
    /// The node that it leads to.
    public var node: Node
  }

  /// Where the path begins.
  public let start: Node
  /// The edges in order; none where start and end are the same.
  public let steps: [Step]

  /// The shortest paths between two nodes along edges in both directions, in a fixed order.
  ///
  /// - Parameters:
  ///   - longest: The most edges that a path may have.
  ///   - limit: The most paths to be given.
  /// - Returns: Paths of one length; none where the nodes are farther apart.
  /// - Throws: What the source throws.
  public static func shortest(
    from start: Node,
    to end: Node,
    in source: some GraphSource,
    longest: Int = 6,
    limit: Int = 3
  ) throws -> [GraphPath] {
    guard start.id != end.id else { return [GraphPath(start: start, steps: [])] }
    var search = PathSearch(start: start.id)
    while search.distances[end.id] == nil, search.depth < longest, !search.frontier.isEmpty {
      try search.advance(in: source)
    }
    let chains = search.chains(to: end.id, limit: limit)
    let ids = sortedOnce(chains.flatMap { $0.map(\.node) })
    let nodes = Dictionary(
      try source.nodes(withIDs: ids).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    return chains.map { chain in
      let steps = chain.compactMap { link in
        nodes[link.node].map { Step(edge: link.edge, isForward: link.edge.target == link.node, node: $0) }
      }
      return GraphPath(start: start, steps: steps)
    }
  }
}

/// A breadth-first search that remembers every edge by which a node was first reached.
private struct PathSearch {
  struct Link {
    var edge: Edge
    var origin: String
    var node: String
  }

  private(set) var distances: [String: Int]
  private(set) var frontier: [String]
  private(set) var depth = 0
  private var links: [String: [Link]] = [:]

  init(start: String) {
    distances = [start: 0]
    frontier = [start]
  }

  mutating func advance(in source: some GraphSource) throws {
    depth += 1
    let isNear = Set(frontier)
    var reached: Set<String> = []
    for edge in try source.edges(touching: frontier).sorted() {
      for (origin, node) in [(edge.source, edge.target), (edge.target, edge.source)] {
        guard isNear.contains(origin), distances[node] == nil else { continue }
        links[node, default: []].append(Link(edge: edge, origin: origin, node: node))
        reached.insert(node)
      }
    }
    frontier = reached.sorted()
    for node in frontier { distances[node] = depth }
  }

  /// The chains from the start to a node, at most so many.
  func chains(to node: String, limit: Int) -> [[Link]] {
    guard let distance = distances[node], limit > 0 else { return [] }
    guard distance > 0 else { return [[]] }
    var chains: [[Link]] = []
    for link in links[node] ?? [] where chains.count < limit {
      chains += self.chains(to: link.origin, limit: limit - chains.count).map { $0 + [link] }
    }
    return chains
  }
}
