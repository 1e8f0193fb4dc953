import KnowledgeGraph

/// Chooses what a picture shows when there is not room for all: the events that matter most, each with who and what
/// takes part, then who speaks of what is shown.
struct PictureSelection: Sendable {
  /// The most participants of one event that are drawn unless everything is.
  static let mostParticipants = 7
  /// What each further node costs in weight, so that events among those already shown come first.
  private static let costOfNode = 0.9
  /// The share of the nodes that events may take where statements are drawn as well.
  private static let shareOfEvents = 0.55

  /// Positions of the nodes that are drawn as nodes of their own.
  private(set) var nodes: Set<Int> = []

  private let index: GraphIndex
  private let weights: [Double]
  private let limit: Int
  private let options: PictureOptions

  init(index: GraphIndex, weights: [Double], limit: Int, options: PictureOptions) {
    self.index = index
    self.weights = weights
    self.limit = limit
    self.options = options
    addEvents()
    addOrphanFigures()
    if options.showsStatements { addStatements() }
    addSpeakers()
    addRelated()
    if options.showsAll { addRest() }
  }

  /// The participants of an event that would be drawn with it, the weightiest first.
  private func participants(of event: Int) -> [Int] {
    var seen: Set<Int> = []
    let all = index.participations(of: event).compactMap { index.position[index.graph.edges[$0].target] }
      .filter { seen.insert($0).inserted }.sorted(by: precedes)
    return options.showsAll ? all : Array(all.prefix(Self.mostParticipants))
  }

  private mutating func addEvents() {
    let takesAll = !options.showsStatements || options.showsAll
    let limit = takesAll ? limit : max(1, Int(Double(limit) * Self.shareOfEvents))
    var candidates = index.graph.nodes.indices.filter { index[$0].kind == .event && index.carriers[$0] == nil }
    let participants = Dictionary(uniqueKeysWithValues: candidates.map { ($0, self.participants(of: $0)) })
    func isBare(_ event: Int) -> Bool {
      (participants[event] ?? []).isEmpty && index.figures(of: event).isEmpty
    }
    if !options.showsAll { candidates.removeAll(where: isBare) }
    while nodes.count < limit, !candidates.isEmpty {
      var best: (place: Int, value: Double)?
      for (place, event) in candidates.enumerated() {
        let fresh = (participants[event] ?? []).count { !nodes.contains($0) }
        guard nodes.count + 1 + fresh <= limit || nodes.isEmpty else { continue }
        let value = weights[event] - Self.costOfNode * Double(fresh)
        if best.map({ value > $0.value }) ?? true { best = (place, value) }
      }
      guard let best else { return }
      let event = candidates.remove(at: best.place)
      nodes.insert(event)
      for participant in participants[event] ?? [] where nodes.count < limit { nodes.insert(participant) }
    }
  }

  /// Figures that no drawn event carries, the first mentioned first.
  private mutating func addOrphanFigures() {
    for figure in index.graph.nodes.indices where index[figure].kind == .casualtyFigure {
      guard nodes.count < limit, !index.targets(of: figure, by: .resultOf).contains(where: nodes.contains) else {
        continue
      }
      nodes.insert(figure)
      for place in index.targets(of: figure, by: .place) where nodes.count < limit { nodes.insert(place) }
    }
  }

  private mutating func addStatements() {
    let statements = index.graph.nodes.indices.filter { index[$0].kind == .statement }
    for statement in statements.sorted(by: precedes) {
      let speakers = index.targets(of: statement, by: .speaker).filter { !nodes.contains($0) }
      guard options.showsAll || nodes.count + 1 + speakers.count <= limit else { continue }
      nodes.insert(statement)
      nodes.formUnion(speakers)
    }
  }

  /// Who speaks of something that is shown; a body or group that is written there as its source needs no node.
  private mutating func addSpeakers() {
    let speakers = index.graph.nodes.indices.filter { node in
      index[node].kind.isEntity && !nodes.contains(node) && index.carriers[node] == nil
        && index.sources(of: node, by: .speaker).contains { statement in
          index.targets(of: statement, by: .about).contains { subject in
            nodes.contains(subject) && subject != node
              && (index[node].kind == .person || !index.sources(of: subject).contains(node))
          }
        }
    }
    add(speakers)
  }

  /// Entities that stand in a lasting relation to one that is shown, and, if nothing else is, to any.
  private mutating func addRelated() {
    let isEmpty = nodes.isEmpty
    let related = index.graph.nodes.indices.filter { node in
      guard index[node].kind == .person || index[node].kind == .organization, !nodes.contains(node) else {
        return false
      }
      let others = StandingRelations(of: node, in: index).map(\.target)
      return others.contains { isEmpty || nodes.contains($0) }
    }
    guard isEmpty else { return add(related) }
    for node in related.sorted(by: precedes) {
      let others = StandingRelations(of: node, in: index).map(\.target)
      add([node] + others.filter { !nodes.contains($0) })
    }
  }

  private mutating func addRest() {
    add(
      index.graph.nodes.indices.filter {
        index[$0].kind.isEntity && !nodes.contains($0) && index.carriers[$0] == nil
      }
    )
  }

  private mutating func add(_ candidates: [Int]) {
    for node in candidates.sorted(by: precedes) where nodes.count < limit { nodes.insert(node) }
  }

  /// The order of weight, then of the graph.
  private func precedes(_ left: Int, _ right: Int) -> Bool {
    weights[left] != weights[right] ? weights[left] > weights[right] : left < right
  }
}
