/// What surrounds a node: the nodes within some steps and the edges that lead there.
public struct Neighbourhood: Sendable, Hashable {
  /// One edge that leads one step further from the node asked for.
  public struct Step: Sendable, Hashable {
    /// How many steps away its farther end lies, from 1.
    public var distance: Int
    /// The edge.
    public var edge: Edge
    /// Whether the edge points away from the node asked for.
    public var isOutgoing: Bool
    /// The node at its farther end.
    public var node: Node

    /// Id of the node at its nearer end.
    public var origin: String { isOutgoing ? edge.source : edge.target }
  }

  /// What a neighbourhood is limited to.
  public struct Limits: Sendable, Hashable {
    /// The greatest number of steps, at least 1.
    public var depth: Int
    /// The kinds of nodes that are of interest; others are only passed through. Empty means all.
    public var nodeKinds: Set<NodeKind>
    /// The kinds of edges that may be followed; empty means all.
    public var edgeKinds: Set<Edge.Kind>

    /// Makes limits.
    public init(depth: Int = 1, nodeKinds: Set<NodeKind> = [], edgeKinds: Set<Edge.Kind> = []) {
      self.depth = max(1, depth)
      self.nodeKinds = nodeKinds
      self.edgeKinds = edgeKinds
    }
  }

  /// The node asked for.
  public let center: Node
  /// The steps to nodes of interest: near ones first, then by the node they start from, relation and name.
  public let steps: [Step]
  /// The node, all that is of interest around it and what lies between them.
  public let graph: Graph

  /// Walks breadth first, along edges in both directions, from a node.
  ///
  /// - Throws: What the source throws.
  public init(of center: Node, in source: some GraphSource, limits: Limits = Limits()) throws {
    self.center = center
    var walk = Walk(center: center, limits: limits)
    while walk.isUnfinished { try walk.advance(in: source) }
    steps = walk.steps.filter { limits.nodeKinds.isEmpty || limits.nodeKinds.contains($0.node.kind) }
    var graph = walk.graph(reaching: steps)
    let spans = graph.nodes.flatMap(\.mentions) + graph.edges.flatMap(\.evidence)
    graph.articles = try source.articles(withIDs: sortedOnce(spans.map(\.article))).sorted { $0.id < $1.id }
    self.graph = graph
  }
}

/// The state of a breadth-first walk.
private struct Walk {
  let center: Node
  let limits: Neighbourhood.Limits
  var steps: [Neighbourhood.Step] = []
  private var distances: [String: Int]
  private var frontier: [String]
  private var distance = 0

  init(center: Node, limits: Neighbourhood.Limits) {
    self.center = center
    self.limits = limits
    distances = [center.id: 0]
    frontier = [center.id]
  }

  var isUnfinished: Bool { distance < limits.depth && !frontier.isEmpty }

  mutating func advance(in source: some GraphSource) throws {
    distance += 1
    let edges = try source.edges(touching: frontier).filter {
      limits.edgeKinds.isEmpty || limits.edgeKinds.contains($0.kind)
    }
    let isNear = Set(frontier)
    let ends = edges.flatMap { [$0.source, $0.target] }.filter { distances[$0] == nil }
    let reached = sortedOnce(ends)
    let nodes = try source.nodes(withIDs: reached)
    let nodeOfID = Dictionary(nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var found: [Neighbourhood.Step] = []
    for edge in edges {
      if isNear.contains(edge.source), let node = nodeOfID[edge.target] {
        found.append(Neighbourhood.Step(distance: distance, edge: edge, isOutgoing: true, node: node))
      } else if isNear.contains(edge.target), let node = nodeOfID[edge.source] {
        found.append(Neighbourhood.Step(distance: distance, edge: edge, isOutgoing: false, node: node))
      }
    }
    steps += found.sorted(by: Self.precedes)
    for id in reached where nodeOfID[id] != nil { distances[id] = distance }
    frontier = reached.filter { nodeOfID[$0] != nil }
  }

  /// The part of the graph that is walked to reach the given steps.
  func graph(reaching wanted: [Neighbourhood.Step]) -> Graph {
    var needed = Set(wanted.map(\.node.id))
    var nodes = [center]
    var edges: [Edge] = []
    var added: Set<String> = [center.id]
    for step in steps.reversed() where needed.contains(step.node.id) {
      edges.append(step.edge)
      needed.insert(step.origin)
      if added.insert(step.node.id).inserted { nodes.append(step.node) }
    }
    return Graph(nodes: nodes, edges: edges)
  }

  private static func precedes(_ left: Neighbourhood.Step, _ right: Neighbourhood.Step) -> Bool {
    let leftRank = (left.origin, left.isOutgoing ? 0 : 1, left.edge.kind.rank)
    let rightRank = (right.origin, right.isOutgoing ? 0 : 1, right.edge.kind.rank)
    if leftRank != rightRank { return leftRank < rightRank }
    return (left.node.label, left.node.id) < (right.node.label, right.node.id)
  }
}

extension Edge.Kind {
  /// The place of the kind in the order of the contract.
  var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
