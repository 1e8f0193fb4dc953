import ArticleReading
import KnowledgeGraph

/// How much a node matters to its story: by its place in the article, how often it is named and how it is connected.
struct Salience: Sendable {
  /// The weight of each node by its position in the graph, 0 or more.
  let weights: [Double]

  init(_ index: GraphIndex) {
    let lengths = Self.lengths(of: index.graph)
    let titles = index.graph.articles.compactMap(\.title).map(Self.folded)
    var weights = index.graph.nodes.map { node in
      Self.weight(of: node, lengths: lengths, titles: titles)
    }
    let own = weights
    for position in index.graph.nodes.indices {
      switch index[position].kind {
      case .event: weights[position] += Self.weight(ofEvent: position, index: index, entities: own)
      case .person, .organization, .place, .group, .thing:
        let events = index.incoming[position].count { index.graph.edges[$0].kind.isParticipation }
        let statements = index.sources(of: position, by: .speaker).count
        weights[position] += 0.5 * Double(min(events, 6)) + 0.25 * Double(min(statements, 6))
      case .role, .casualtyFigure, .statement: break
      }
    }
    self.weights = weights
  }

  /// The weight that a node has by itself: mentions, the first of them, the headline.
  private static func weight(of node: Node, lengths: [String: Int], titles: [String]) -> Double {
    let mentions = node.mentions.count
    var weight = Double(min(mentions, 16)).squareRoot()
    let starts = node.mentions.map { mention in
      Double(mention.range.lowerBound) / Double(max(lengths[mention.article] ?? 1, 1))
    }
    weight += 2 * (1 - (starts.min() ?? 1))
    let names = ([node.label] + node.aliases).map(folded).filter { $0.count > 2 }
    if titles.contains(where: { title in names.contains { title.contains($0) } }) { weight += 2 }
    return weight
  }

  /// What an event gains by who takes part and by the figures of people harmed; little is left of one without both.
  private static func weight(ofEvent event: Int, index: GraphIndex, entities: [Double]) -> Double {
    let edges = index.participations(of: event)
    let participants = Set(edges.compactMap { index.position[index.graph.edges[$0].target] })
    let figures = index.figures(of: event).count
    let strongest = participants.map { entities[$0] }.sorted(by: >).prefix(2).reduce(0, +)
    var weight = 0.35 * strongest + 0.8 * Double(min(participants.count, 4)) + 2 * Double(min(figures, 3)).squareRoot()
    if case .event(let detail) = index[event].detail, detail.status != .actual { weight -= 0.8 }
    if participants.isEmpty, figures == 0 { weight -= 0.8 * entities[event] }
    if participants.count == 1, figures == 0 { weight -= 1 }
    return weight
  }

  private static func lengths(of graph: Graph) -> [String: Int] {
    var lengths: [String: Int] = [:]
    for node in graph.nodes {
      for mention in node.mentions {
        lengths[mention.article] = max(lengths[mention.article] ?? 0, mention.range.upperBound)
      }
    }
    return lengths
  }

  private static func folded(_ text: String) -> String {
    " " + text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ") + " "
  }
}
