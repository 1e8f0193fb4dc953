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

  /// The shortest paths between two nodes along edges in both directions, each over other nodes, in a fixed order.
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
    var (ahead, back) = (PathSearch(start: start.id), PathSearch(start: end.id))
    var meetings: [String] = []
    while meetings.isEmpty, ahead.depth + back.depth < longest, !ahead.frontier.isEmpty, !back.frontier.isEmpty {
      if ahead.frontier.count <= back.frontier.count {
        try ahead.advance(in: source)
        meetings = ahead.frontier.filter { back.distances[$0] != nil }
      } else {
        try back.advance(in: source)
        meetings = back.frontier.filter { ahead.distances[$0] != nil }
      }
    }
    var chains: [[String]] = []
    for meeting in meetings where chains.count < limit {
      for first in ahead.chains(to: meeting, limit: limit - chains.count) {
        for second in back.chains(to: meeting, limit: limit - chains.count) {
          chains.append(first + second.reversed().dropFirst())
        }
      }
    }
    let nodes = Dictionary(
      try source.nodes(withIDs: sortedOnce(chains.flatMap { $0 })).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    return try chains.map { chain in
      let steps = try zip(chain, chain.dropFirst()).compactMap { from, to -> Step? in
        let edges = try source.edges(between: from, and: to)
        guard let edge = edges.min(by: { ($0.kind.rank, $0) < ($1.kind.rank, $1) }), let node = nodes[to] else {
          return nil
        }
        return Step(edge: edge, isForward: edge.target == to, node: node)
      }
      return GraphPath(start: start, steps: steps)
    }
  }
}

/// A breadth-first search that remembers from where a node was first reached.
private struct PathSearch {
  private(set) var distances: [String: Int]
  private(set) var frontier: [String]
  private(set) var depth = 0
  private var origins: [String: Set<String>] = [:]

  init(start: String) {
    distances = [start: 0]
    frontier = [start]
  }

  mutating func advance(in source: some GraphSource) throws {
    depth += 1
    let isNear = Set(frontier)
    var reached: Set<String> = []
    for edge in try source.links(touching: frontier) {
      for (origin, node) in [(edge.source, edge.target), (edge.target, edge.source)] {
        guard isNear.contains(origin), distances[node] == nil else { continue }
        origins[node, default: []].insert(origin)
        reached.insert(node)
      }
    }
    frontier = reached.sorted()
    for node in frontier { distances[node] = depth }
  }

  /// The nodes on ways from the start to a node, at most so many ways.
  func chains(to node: String, limit: Int) -> [[String]] {
    guard let distance = distances[node], limit > 0 else { return [] }
    guard distance > 0 else { return [[node]] }
    var chains: [[String]] = []
    for origin in (origins[node] ?? []).sorted() where chains.count < limit {
      chains += self.chains(to: origin, limit: limit - chains.count).map { $0 + [node] }
    }
    return chains
  }
}
