/// Collects edges; what is said again of the same two nodes adds its evidence to the edge that is there.
struct EdgeCollection {
  private struct Key: Hashable {
    var source: String
    var kind: Edge.Kind
    var target: String
  }

  /// The edges in the order of their first adding, evidence sorted and each once.
  private(set) var edges: [Edge] = []
  private var positions: [Key: Int] = [:]

  /// Adds an edge, or its evidence to an equal one; an office counts as former only where every edge says so.
  mutating func add(_ edge: Edge) {
    let key = Key(source: edge.source, kind: edge.kind, target: edge.target)
    guard let position = positions[key] else {
      positions[key] = edges.count
      var edge = edge
      edge.evidence = sortedOnce(edge.evidence)
      edges.append(edge)
      return
    }
    edges[position].evidence = sortedOnce(edges[position].evidence + edge.evidence)
    edges[position].isFormer = edges[position].isFormer && edge.isFormer
    edges[position].isDerived = edges[position].isDerived && edge.isDerived
  }

  /// Whether an edge of a kind leaves a node.
  func contains(source: String, kind: Edge.Kind) -> Bool {
    edges.contains { $0.source == source && $0.kind == kind }
  }
}

/// The elements in rising order, each once.
func sortedOnce<Element: Comparable & Hashable>(_ elements: [Element]) -> [Element] {
  elements.count < 2 ? elements : Array(Set(elements)).sorted()
}
