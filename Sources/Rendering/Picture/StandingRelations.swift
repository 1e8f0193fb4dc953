import KnowledgeGraph

/// What an entity is beside what it does: its offices, memberships and where it lies.
struct StandingRelations: Sendable, Sequence {
  /// One relation to another entity, with the words for it.
  struct Relation: Sendable, Hashable {
    let kind: Edge.Kind
    /// The other entity.
    let target: Int
    /// The office, where the relation is one.
    let title: String?
    let isFormer: Bool
    /// Positions of the edges that say so.
    let edges: [Int]
  }

  /// An office that belongs to nobody that the graph knows.
  struct Office: Sendable, Hashable {
    let title: String
    /// What it belongs to, where known.
    let owner: Int?
    let isFormer: Bool
  }

  /// The offices, those still held first.
  let offices: [Office]
  private let relations: [Relation]

  init(of node: Int, in index: GraphIndex) {
    var offices: [Office] = []
    var relations: [Relation] = []
    for number in index.outgoing[node] {
      let edge = index.graph.edges[number]
      guard let target = index.position[edge.target] else { continue }
      switch edge.kind {
      case .holds:
        let title = index[target].label
        let owners = index.outgoing[target].filter { index.graph.edges[$0].kind == .roleOf }
        for owning in owners {
          guard let owner = index.position[index.graph.edges[owning].target] else { continue }
          offices.append(Office(title: title, owner: owner, isFormer: edge.isFormer))
          relations.append(
            Relation(kind: .holds, target: owner, title: title, isFormer: edge.isFormer, edges: [number, owning])
          )
        }
        if owners.isEmpty { offices.append(Office(title: title, owner: nil, isFormer: edge.isFormer)) }
      case .memberOf, .locatedIn:
        relations.append(Relation(kind: edge.kind, target: target, title: nil, isFormer: false, edges: [number]))
      case .roleOf, .agent, .patient, .recipient, .instrument, .place, .origin, .resultOf, .reportedBy, .speaker,
        .addressee, .about:
        break
      }
    }
    self.offices = offices.filter { !$0.isFormer } + offices.filter(\.isFormer)
    self.relations = relations
  }

  func makeIterator() -> IndexingIterator<[Relation]> { relations.makeIterator() }
}
