import KnowledgeGraph

/// A graph with its edges found by the node that they leave or reach; nodes and edges are positions in the graph.
struct GraphIndex: Sendable {
  let graph: Graph
  /// Position of a node by its id.
  let position: [String: Int]
  /// Positions of the edges that leave a node, by the node's position.
  let outgoing: [[Int]]
  /// Positions of the edges that reach a node, by the node's position.
  let incoming: [[Int]]
  /// Nodes that are not drawn since another node says what they would say, with that node.
  let carriers: [Int: Int]

  /// The index of a graph in which folded nodes have given their edges to their carriers.
  init(folding graph: Graph) {
    let folding = PictureFolding(GraphIndex(graph))
    self.init(graph, carriers: folding.carriers, hidden: folding.hidden)
  }

  init(_ graph: Graph) { self.init(graph, carriers: [:], hidden: []) }

  private init(_ graph: Graph, carriers: [Int: Int], hidden: Set<Int>) {
    var graph = graph
    let position = Dictionary(
      zip(graph.nodes.map(\.id), graph.nodes.indices),
      uniquingKeysWith: { first, _ in first }
    )
    var outgoing = [[Int]](repeating: [], count: graph.nodes.count)
    var incoming = outgoing
    for (number, edge) in graph.edges.enumerated() where !hidden.contains(number) {
      guard var source = position[edge.source], var target = position[edge.target] else { continue }
      source = carriers[source] ?? source
      target = carriers[target] ?? target
      guard source != target else { continue }
      graph.edges[number].source = graph.nodes[source].id
      graph.edges[number].target = graph.nodes[target].id
      outgoing[source].append(number)
      incoming[target].append(number)
    }
    self.graph = graph
    self.carriers = carriers
    self.position = position
    self.outgoing = outgoing
    self.incoming = incoming
  }

  /// A node by its position.
  subscript(node: Int) -> Node { graph.nodes[node] }

  /// The nodes that edges of a kind lead to from a node, in the order of the graph.
  func targets(of node: Int, by kind: Edge.Kind) -> [Int] {
    outgoing[node].compactMap { graph.edges[$0].kind == kind ? position[graph.edges[$0].target] : nil }
  }

  /// The nodes that edges of a kind come from to a node, in the order of the graph.
  func sources(of node: Int, by kind: Edge.Kind) -> [Int] {
    incoming[node].compactMap { graph.edges[$0].kind == kind ? position[graph.edges[$0].source] : nil }
  }

  /// Edges that say who and what takes part in an event.
  func participations(of event: Int) -> [Int] {
    outgoing[event].filter { graph.edges[$0].kind.isParticipation }
  }

  /// Who says that an event happened or gives its figures.
  func sources(of event: Int) -> [Int] {
    targets(of: event, by: .reportedBy) + figures(of: event).flatMap { targets(of: $0, by: .reportedBy) }
  }

  /// The figures that an event caused.
  func figures(of event: Int) -> [Int] { sources(of: event, by: .resultOf) }
}

extension Edge.Kind {
  /// Whether it says what an entity is in an event.
  var isParticipation: Bool {
    switch self {
    case .agent, .patient, .recipient, .instrument, .place, .origin: true
    case .holds, .roleOf, .memberOf, .locatedIn, .resultOf, .reportedBy, .speaker, .addressee, .about: false
    }
  }
}

extension NodeKind {
  /// Whether it is somebody or something that takes part in events.
  var isEntity: Bool {
    switch self {
    case .person, .organization, .place, .group, .thing: true
    case .role, .event, .casualtyFigure, .statement: false
    }
  }
}
