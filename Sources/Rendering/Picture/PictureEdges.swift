import Knowledge
import KnowledgeGraph

/// The lines between the nodes that are drawn.
struct PictureEdges: Sendable {
  /// The lines in the order of the nodes that they belong to.
  private(set) var edges: [PictureContent.Edge] = []

  private let composer: PictureComposer
  private let index: GraphIndex
  private let selected: Set<Int>
  private var connected: Set<Int> = []

  init(composer: PictureComposer, selected: Set<Int>) {
    self.composer = composer
    index = composer.index
    self.selected = selected
    let order = selected.sorted(by: composer.precedes)
    for node in order {
      switch index[node].kind {
      case .event: addParticipants(of: node)
      case .casualtyFigure: addPlace(ofFigure: node)
      case .statement: addStatement(node)
      case .person, .organization, .place, .group, .thing, .role: break
      }
    }
    for node in order where index[node].kind.isEntity && !connected.contains(node) { addSaying(of: node) }
    for node in order where index[node].kind.isEntity && !connected.contains(node) { addRelation(of: node) }
  }

  private mutating func addParticipants(of event: Int) {
    guard case .event(let detail) = index[event].detail else { return }
    let telling = composer.telling(ofEvent: event)
    var drawn: Set<Int> = []
    var beside = 0
    let order: [Edge.Kind] = [.agent, .patient, .recipient, .instrument, .place, .origin]
    for kind in order {
      let entry = composer.knowledge.pictureEdges.entry(for: kind.rawValue, eventType: detail.type)
      for number in index.participations(of: event) where index.graph.edges[number].kind == kind {
        guard let other = index.position[index.graph.edges[number].target], selected.contains(other) else { continue }
        if !drawn.insert(other).inserted {
          join(number, from: event, to: other)
          continue
        }
        let isLeft = entry.side == .before || (entry.side == .beside && beside == 0)
        if entry.side == .beside { beside += 1 }
        add(
          edges: [number],
          tail: isLeft ? other : event,
          head: isLeft ? event : other,
          label: entry.label,
          hasArrow: entry.side != .beside,
          telling: telling
        )
      }
    }
  }

  private mutating func addPlace(ofFigure figure: Int) {
    let label = composer.knowledge.pictureEdges.entry(for: Edge.Kind.place.rawValue).label
    for number in index.outgoing[figure] where index.graph.edges[number].kind == .place {
      guard let place = index.position[index.graph.edges[number].target], selected.contains(place) else { continue }
      add(edges: [number], tail: figure, head: place, label: label)
    }
  }

  private mutating func addStatement(_ statement: Int) {
    // Who says it is drawn even where they speak of themselves; two lines between the same nodes are one.
    let graph = index.graph
    let isSaying = { (number: Int) in graph.edges[number].kind == .speaker }
    var drawn: Set<Int> = []
    for number in index.outgoing[statement].filter(isSaying) + index.outgoing[statement].filter({ !isSaying($0) }) {
      let edge = index.graph.edges[number]
      guard let other = index.position[edge.target], selected.contains(other) else { continue }
      if !drawn.insert(other).inserted {
        join(number, from: statement, to: other)
        continue
      }
      let entry = composer.knowledge.pictureEdges.entry(for: edge.kind.rawValue)
      if entry.side == .before {
        add(edges: [number], tail: other, head: statement, label: entry.label, telling: .claimed)
      } else {
        add(edges: [number], tail: statement, head: other, label: entry.label, telling: .claimed)
      }
    }
  }

  /// A line from a speaker who does nothing else to the weightiest thing that they speak of.
  private mutating func addSaying(of speaker: Int) {
    guard !composer.options.showsStatements else { return }
    var spoken: [Int: [Int]] = [:]
    for number in index.incoming[speaker] where index.graph.edges[number].kind == .speaker {
      guard let statement = index.position[index.graph.edges[number].source] else { continue }
      for about in index.outgoing[statement] where index.graph.edges[about].kind == .about {
        guard let subject = index.position[index.graph.edges[about].target], selected.contains(subject),
          subject != speaker
        else { continue }
        spoken[subject, default: []] += [number, about]
      }
    }
    let events = spoken.keys.filter { index[$0].kind == .event }
    guard let subject = (events.isEmpty ? Array(spoken.keys) : events).min(by: composer.precedes) else { return }
    let entry = composer.knowledge.pictureEdges.entry(for: Edge.Kind.speaker.rawValue)
    add(
      edges: spoken[subject] ?? [],
      tail: speaker,
      head: subject,
      label: index[subject].kind == .event ? entry.label : "speaks of",
      telling: .claimed
    )
  }

  /// A line from an entity that nothing else holds to the weightiest one that it belongs to.
  private mutating func addRelation(of node: Int) {
    let relations = StandingRelations(of: node, in: index).filter { selected.contains($0.target) && $0.target != node }
    guard let relation = relations.min(by: { composer.precedes($0.target, $1.target) }) else { return }
    let label = composer.knowledge.pictureEdges.entry(for: relation.kind.rawValue).label
    add(edges: relation.edges, tail: node, head: relation.target, label: label)
  }

  private mutating func add(
    edges numbers: [Int],
    tail: Int,
    head: Int,
    label: String,
    hasArrow: Bool = true,
    telling: PictureContent.Telling = .told
  ) {
    guard let first = numbers.first, tail != head else { return }
    connected.formUnion([tail, head])
    edges.append(
      PictureContent.Edge(
        id: "e\(first)",
        edges: numbers,
        tail: "n\(tail)",
        head: "n\(head)",
        kind: index.graph.edges[first].kind.rawValue,
        label: label,
        hasArrow: hasArrow,
        telling: telling,
        evidence: numbers.flatMap { index.graph.edges[$0].evidence }
      )
    )
  }

  /// Lets the line that already joins two nodes stand for one more edge.
  private mutating func join(_ number: Int, from event: Int, to other: Int) {
    let ends = ["n\(event)", "n\(other)"]
    guard let place = edges.lastIndex(where: { ends.contains($0.tail) && ends.contains($0.head) }) else { return }
    edges[place].edges.append(number)
    edges[place].evidence += index.graph.edges[number].evidence
  }
}
