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
  /// The same edges, of which only ends and kind are needed.
  func links(touching ids: [String]) throws -> [Edge]
  /// The edges between two nodes, whichever way they point, in any order.
  func edges(between one: String, and other: String) throws -> [Edge]
  /// The edges of some kinds that leave or reach any of the nodes, and the nodes at their ends save the known ones, all
  /// in any order.
  ///
  /// - Parameter kinds: The kinds of edges; empty means all.
  func surroundings(of ids: [String], over kinds: Set<Edge.Kind>, besides known: Set<String>) throws
    -> (edges: [Edge], nodes: [Node])
}

extension GraphSource {
  /// The edges at some nodes, with everything that is known of them.
  public func links(touching ids: [String]) throws -> [Edge] { try edges(touching: ids) }

  /// The edges at both of two nodes.
  public func edges(between one: String, and other: String) throws -> [Edge] {
    try edges(touching: [one]).filter { Set([$0.source, $0.target]) == [one, other] }
  }

  /// The edges at some nodes with the nodes at their ends, by one look-up each.
  public func surroundings(of ids: [String], over kinds: Set<Edge.Kind>, besides known: Set<String>) throws
    -> (edges: [Edge], nodes: [Node])
  {
    let edges = try edges(touching: ids).filter { kinds.isEmpty || kinds.contains($0.kind) }
    let ends = Set(edges.flatMap { [$0.source, $0.target] }).subtracting(known)
    return (edges, try nodes(withIDs: ends.sorted()))
  }
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
