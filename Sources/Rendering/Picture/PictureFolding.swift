import Extraction
import Knowledge
import KnowledgeGraph

/// Finds what needs no node of its own because another node says it: a "kill" whose figure hangs on the flood, and
/// the "41 people" that a figure counts.
struct PictureFolding: Sendable {
  /// The node that says what a folded node would say.
  private(set) var carriers: [Int: Int] = [:]
  /// Positions of edges that are not drawn.
  private(set) var hidden: Set<Int> = []

  private let index: GraphIndex

  init(_ index: GraphIndex) {
    self.index = index
    let figures = index.graph.nodes.indices.filter { index[$0].kind == .casualtyFigure }
    guard !figures.isEmpty else { return }
    foldHarm(into: figures)
    foldCounted(figures)
  }

  private static let harm: [String: CasualtyFact.Outcome] = ["kill": .killed, "injure": .injured]

  private func harm(of event: Int) -> CasualtyFact.Outcome? {
    guard case .event(let detail) = index[event].detail, detail.status == .actual else { return nil }
    return Self.harm[detail.type.rawValue]
  }

  /// Events of harm whose figure in the same sentence is the result of another event.
  private mutating func foldHarm(into figures: [Int]) {
    for event in index.graph.nodes.indices {
      guard let outcome = harm(of: event),
        !index.participations(of: event).contains(where: { target(of: $0).map { index[$0].kind == .person } ?? false })
      else { continue }
      for figure in figures where carriers[event] == nil {
        carriers[event] = cause(of: figure, outcome: outcome, in: event)
      }
    }
  }

  /// The event that a figure of the outcome results from, where a sentence of the figure tells of the harm.
  private func cause(of figure: Int, outcome: CasualtyFact.Outcome, in event: Int) -> Int? {
    guard case .casualtyFigure(let detail) = index[figure].detail, detail.outcome == outcome else { return nil }
    for number in index.outgoing[figure] where index.graph.edges[number].kind == .resultOf {
      guard let cause = target(of: number), cause != event, index[cause].kind == .event, harm(of: cause) == nil else {
        continue
      }
      let sentences = index.graph.edges[number].evidence
      if index[event].mentions.contains(where: { mention in sentences.contains { $0.holds(mention) } }) { return cause }
    }
    return nil
  }

  /// Groups that are done something to and are counted by a figure of that event.
  private mutating func foldCounted(_ figures: [Int]) {
    for figure in figures {
      for cause in index.targets(of: figure, by: .resultOf) {
        let events = [cause] + carriers.keys.filter { carriers[$0] == cause }.sorted()
        for event in events {
          for number in index.outgoing[event] where index.graph.edges[number].kind == .patient {
            guard let group = target(of: number), index[group].kind == .group, isCounted(group, by: figure) else {
              continue
            }
            hidden.insert(number)
            carriers[group] = cause
          }
        }
      }
    }
    // A group that does something else as well keeps its node.
    carriers = carriers.filter { node, _ in
      index[node].kind == .event
        || !index.incoming[node].contains { index.graph.edges[$0].kind.isParticipation && !hidden.contains($0) }
    }
  }

  private func isCounted(_ group: Int, by figure: Int) -> Bool {
    index[group].mentions.contains { mention in
      index[figure].mentions.contains { $0.article == mention.article && $0.range.overlaps(mention.range) }
    }
  }

  private func target(of edge: Int) -> Int? { index.position[index.graph.edges[edge].target] }
}

extension Provenance {
  /// Whether the other words stand within these.
  fileprivate func holds(_ other: Provenance) -> Bool {
    article == other.article && range.lowerBound <= other.range.lowerBound && other.range.upperBound <= range.upperBound
  }
}
