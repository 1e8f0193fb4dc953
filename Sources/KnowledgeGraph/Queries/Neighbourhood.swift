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
  private let walked: [Step]

  /// Walks breadth first, along edges in both directions, from a node.
  ///
  /// - Throws: What the source throws.
  public init(of center: Node, in source: some GraphSource, limits: Limits = Limits()) throws {
    self.center = center
    var walk = Walk(center: center, limits: limits)
    while walk.isUnfinished { try walk.advance(in: source) }
    walked = walk.steps
    steps =
      limits.nodeKinds.isEmpty ? walk.steps : walk.steps.filter { limits.nodeKinds.contains($0.node.kind) }
  }

  /// The node, all that is of interest around it and what lies between them.
  ///
  /// - Throws: What the source throws, which is asked for the articles.
  public func graph(from source: some GraphSource) throws -> Graph {
    var needed = Set(steps.map(\.node.id))
    var nodes = [center]
    var edges: [Edge] = []
    var added: Set<String> = [center.id]
    for step in walked.reversed() where needed.contains(step.node.id) {
      edges.append(step.edge)
      needed.insert(step.origin)
      if added.insert(step.node.id).inserted { nodes.append(step.node) }
    }
    let articles = Set((nodes.flatMap(\.mentions) + edges.flatMap(\.evidence)).map(\.article)).sorted()
    return Graph(articles: try source.articles(withIDs: articles), nodes: nodes, edges: edges)
  }
}

/// The state of a breadth-first walk.
private struct Walk {
  let limits: Neighbourhood.Limits
  var steps: [Neighbourhood.Step] = []
  private var known: Set<String>
  private var frontier: [String]
  private var distance = 0

  init(center: Node, limits: Neighbourhood.Limits) {
    self.limits = limits
    known = [center.id]
    frontier = [center.id]
  }

  var isUnfinished: Bool { distance < limits.depth && !frontier.isEmpty }

  mutating func advance(in source: some GraphSource) throws {
    distance += 1
    let (edges, nodes) = try source.surroundings(of: frontier, over: limits.edgeKinds, besides: known)
    let reached = Dictionary(nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let near = Dictionary(zip(frontier, frontier.indices), uniquingKeysWith: { first, _ in first })
    var found: [(order: Order, step: Neighbourhood.Step)] = []
    found.reserveCapacity(edges.count)
    for edge in edges {
      let isOutgoing: Bool
      let origin: Int
      if let position = near[edge.source], reached[edge.target] != nil {
        (isOutgoing, origin) = (true, position)
      } else if let position = near[edge.target], reached[edge.source] != nil {
        (isOutgoing, origin) = (false, position)
      } else {
        continue
      }
      guard let node = reached[isOutgoing ? edge.target : edge.source] else { continue }
      let order = Order(origin: origin, isOutgoing: isOutgoing, kind: edge.kind, node: node)
      found.append((order, Neighbourhood.Step(distance: distance, edge: edge, isOutgoing: isOutgoing, node: node)))
    }
    let sorted = found.indices.sorted { found[$0].order < found[$1].order }
    steps += sorted.map { found[$0].step }
    known.formUnion(reached.keys)
    frontier = reached.keys.sorted()
  }

  /// Where a step stands among those of its distance: by the node it starts from, direction, relation and name.
  private struct Order: Comparable {
    private let number: Int
    private let label: String
    private let id: String

    init(origin: Int, isOutgoing: Bool, kind: Edge.Kind, node: Node) {
      number = (origin * 2 + (isOutgoing ? 0 : 1)) * Edge.Kind.allCases.count + kind.rank
      label = node.label
      id = node.id
    }

    static func < (left: Order, right: Order) -> Bool {
      if left.number != right.number { return left.number < right.number }
      return left.label == right.label ? left.id < right.id : left.label < right.label
    }
  }
}

extension Edge.Kind {
  /// The place of the kind in the order of the contract.
  var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
