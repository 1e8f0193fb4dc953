extension Graph {
  /// The union of graphs: nodes of one id become one, with all names and mentions, and so do equal edges.
  ///
  /// What only one of them knows is kept; where they differ in a node's label or fields, the first in order counts.
  public static func union(_ graphs: [Graph]) -> Graph {
    guard graphs.count != 1 else { return graphs[0] }
    var articles: [String: ArticleReference] = [:]
    var nodes: [String: Node] = [:]
    var edges = EdgeCollection()
    for graph in graphs {
      for article in graph.articles { articles[article.id] = articles[article.id] ?? article }
      for node in graph.nodes { nodes[node.id] = nodes[node.id].map { $0.joined(with: node) } ?? node }
      for edge in graph.edges { edges.add(edge) }
    }
    return Graph(articles: Array(articles.values), nodes: Array(nodes.values), edges: edges.edges)
  }
}

extension Node {
  fileprivate func joined(with other: Node) -> Node {
    var node = self
    node.aliases = sortedOnce((aliases + [other.label] + other.aliases).filter { $0 != label })
    node.mentions = sortedOnce(mentions + other.mentions)
    if case .place(var place) = detail, case .place(let more) = other.detail {
      place.country = place.country ?? more.country
      place.latitude = place.latitude ?? more.latitude
      place.longitude = place.longitude ?? more.longitude
      place.placeKind = place.placeKind ?? more.placeKind
      node.detail = .place(place)
    }
    return node
  }
}
