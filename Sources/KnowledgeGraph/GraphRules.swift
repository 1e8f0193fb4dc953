extension Graph {
  /// The same graph without the names of what found its facts; a sentence then stands as evidence once.
  public var withoutRules: Graph {
    var graph = self
    for position in graph.nodes.indices {
      graph.nodes[position].mentions = graph.nodes[position].mentions.withoutRules
      if case .event(var event) = graph.nodes[position].detail {
        event.trigger.foundBy = nil
        graph.nodes[position].detail = .event(event)
      }
    }
    for position in graph.edges.indices {
      graph.edges[position].evidence = graph.edges[position].evidence.withoutRules
    }
    return graph
  }
}

extension [Provenance] {
  fileprivate var withoutRules: [Provenance] {
    sortedOnce(
      map { provenance in
        var provenance = provenance
        provenance.foundBy = nil
        return provenance
      }
    )
  }
}
