/// What queries read a graph from, be it in memory or in a store.
///
/// Queries ask for many nodes at a time, so that a store answers each step of theirs with one look-up.
public protocol GraphSource {
  /// The nodes of the ids, in any order; ids that are not there are left out.
  func nodes(withIDs ids: [String]) throws -> [Node]
  /// The edges that leave or reach any of the nodes, in any order.
  func edges(touching ids: [String]) throws -> [Edge]
  /// The articles of the ids, in any order; ids that are not there are left out.
  func articles(withIDs ids: [String]) throws -> [ArticleReference]
}

/// A graph in memory with its nodes by id and its edges by node.
public struct IndexedGraph: GraphSource, Sendable {
  /// The graph.
  public let graph: Graph
  private let nodePositions: [String: Int]
  private let edgePositions: [String: [Int]]

  /// Indexes a graph.
  public init(_ graph: Graph) {
    self.graph = graph
    nodePositions = Dictionary(
      zip(graph.nodes.map(\.id), graph.nodes.indices),
      uniquingKeysWith: { first, _ in first }
    )
    var positions: [String: [Int]] = [:]
    for (position, edge) in graph.edges.enumerated() {
      positions[edge.source, default: []].append(position)
      if edge.target != edge.source { positions[edge.target, default: []].append(position) }
    }
    edgePositions = positions
  }

  /// The node of an id.
  public func node(withID id: String) -> Node? { nodePositions[id].map { graph.nodes[$0] } }

  /// The nodes of the ids, in the order of the ids.
  public func nodes(withIDs ids: [String]) -> [Node] { ids.compactMap { node(withID: $0) } }

  /// The edges at a node, in canonical order.
  public func edges(at id: String) -> [Edge] { (edgePositions[id] ?? []).map { graph.edges[$0] } }

  /// The edges at any of the nodes, in canonical order, each once.
  public func edges(touching ids: [String]) -> [Edge] {
    Set(ids.flatMap { edgePositions[$0] ?? [] }).sorted().map { graph.edges[$0] }
  }

  /// The articles of the ids, sorted by id.
  public func articles(withIDs ids: [String]) -> [ArticleReference] {
    let wanted = Set(ids)
    return graph.articles.filter { wanted.contains($0.id) }
  }
}
