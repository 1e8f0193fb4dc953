import ArticleReading
import Extraction

/// The graph of an article while it is put together.
struct GraphAssembly {
  private(set) var nodes: [Node] = []
  private(set) var edges = EdgeCollection()

  private let facts: Facts
  private let article: String
  private let source: ProvenanceSource
  private var identifiers = NodeIdentifiers()
  private var entityIdentifiers: [String] = []
  private var eventIdentifiers: [String] = []

  init(facts: Facts, article: Article) {
    self.facts = facts
    self.article = article.id
    source = ProvenanceSource(article: article)
  }

  mutating func addEntities() {
    for entity in facts.entities {
      let slug = NodeIdentifiers.slug(entity.name)
      // A description names somebody in its own article alone.
      let name = entity.kind == .group ? "\(article):\(slug)" : slug
      let id = identifiers.unique("\(entity.kind.rawValue):\(name)")
      entityIdentifiers.append(id)
      nodes.append(
        Node(
          id: id,
          detail: Self.detail(of: entity),
          label: entity.name,
          aliases: sortedOnce(entity.aliases.filter { $0 != entity.name }),
          mentions: sortedOnce(entity.mentions.map { source.words($0.evidence) })
        )
      )
    }
  }

  /// An office is shared by all who hold it where its organisation is known, and is the holder's own otherwise.
  mutating func addRoles() {
    var positions: [String: Int] = [:]
    for role in facts.roles {
      guard let holder = entity(role.holder) else { continue }
      let body = role.of.flatMap { entity($0) }
      let id = "role:\(NodeIdentifiers.slug(role.title)):\(body ?? holder)"
      let mentions = role.evidence.map { source.words($0) }
      if let position = positions[id] {
        nodes[position].mentions = sortedOnce(nodes[position].mentions + mentions)
        let isOther = nodes[position].label != role.title && !nodes[position].aliases.contains(role.title)
        if isOther { nodes[position].aliases = (nodes[position].aliases + [role.title]).sorted() }
      } else {
        positions[id] = nodes.count
        nodes.append(
          Node(id: identifiers.unique(id), detail: .role, label: role.title, mentions: sortedOnce(mentions))
        )
      }
      let sentences = role.evidence.map { source.sentence($0) }
      edges.add(Edge(source: holder, kind: .holds, target: id, evidence: sentences, isFormer: role.isFormer))
      if let body { edges.add(Edge(source: id, kind: .roleOf, target: body, evidence: sentences)) }
    }
  }

  mutating func addRelations() {
    for relation in facts.relations {
      let kind: Edge.Kind = relation.kind == .memberOf ? .memberOf : .locatedIn
      addEdge(
        from: entity(relation.source),
        kind,
        to: entity(relation.target),
        relation.evidence,
        isDerived: relation.evidence.isEmpty
      )
    }
  }

  mutating func addEvents() {
    for event in facts.events {
      let trigger = event.mentions.first.map { source.words($0) } ?? source.provenance(0..<0, foundBy: nil)
      let id = identifiers.unique("event:\(article):\(event.type.rawValue):\(trigger.range.lowerBound)")
      eventIdentifiers.append(id)
      let mentions = event.mentions.map { source.words($0) }
      nodes.append(
        Node(
          id: id,
          detail: .event(EventDetail(type: event.type, trigger: trigger, status: event.status, date: event.date)),
          label: trigger.text,
          aliases: sortedOnce(mentions.map(\.text).filter { $0 != trigger.text }),
          mentions: sortedOnce(mentions)
        )
      )
      for argument in event.arguments {
        addEdge(from: id, Self.edgeKind(of: argument.role), to: entity(argument.entity), [argument.evidence])
      }
      for reporter in event.reportedBy {
        addEdge(from: id, .reportedBy, to: entity(reporter), report(of: event, by: reporter).map { [$0] } ?? [])
      }
    }
  }

  /// The mention of an event in whose sentence the one who reports it stands, else the first.
  private func report(of event: EventFact, by reporter: EntityIndex) -> Evidence? {
    let mentions = facts.entities.indices.contains(reporter) ? facts.entities[reporter].mentions : []
    return event.mentions.first { told in mentions.contains { $0.evidence.sentence == told.sentence } }
      ?? event.mentions.first
  }

  mutating func addCasualties() {
    let ids = facts.casualties.map { figure in
      let start = figure.evidence.first?.span.lowerBound ?? 0
      return identifiers.unique("casualtyFigure:\(article):\(figure.outcome.rawValue):\(start)")
    }
    for (figure, id) in zip(facts.casualties, ids) {
      let mentions = figure.evidence.map { source.words($0) }
      let detail = CasualtyDetail(
        outcome: figure.outcome,
        bound: figure.bound,
        minimum: figure.minimum,
        maximum: figure.maximum,
        date: figure.date,
        partOf: figure.partOf.flatMap { ids.indices.contains($0) ? ids[$0] : nil }
      )
      let label = NodeLabels.label(of: figure, words: mentions.first?.text)
      nodes.append(Node(id: id, detail: .casualtyFigure(detail), label: label, mentions: sortedOnce(mentions)))
      addEdge(from: id, .resultOf, to: figure.cause.flatMap { event($0) }, figure.evidence)
      addEdge(from: id, .place, to: figure.place.flatMap { entity($0) }, figure.evidence)
      for reporter in figure.reportedBy {
        addEdge(from: id, .reportedBy, to: entity(reporter), figure.evidence)
      }
    }
  }

  mutating func addStatements() {
    for statement in facts.statements {
      let start = statement.spans.first?.lowerBound ?? statement.evidence.first?.span.lowerBound ?? 0
      let id = identifiers.unique("statement:\(article):\(start)")
      let foundBy = statement.evidence.first?.foundBy
      nodes.append(
        Node(
          id: id,
          detail: .statement(StatementDetail(text: statement.text, isDirect: statement.isDirect)),
          label: NodeLabels.label(ofStatement: statement.text),
          mentions: sortedOnce(statement.spans.map { source.provenance($0, foundBy: foundBy) })
        )
      )
      addEdge(from: id, .speaker, to: statement.speaker.flatMap { entity($0) }, statement.evidence)
      addEdge(from: id, .addressee, to: statement.addressee.flatMap { entity($0) }, statement.evidence)
      for subject in statement.aboutEntities { addEdge(from: id, .about, to: entity(subject), statement.evidence) }
      for subject in statement.aboutEvents { addEdge(from: id, .about, to: event(subject), statement.evidence) }
    }
  }

  /// Places lie in their country, where the country is in the story and nothing nearer is said.
  mutating func addContainment() {
    var countries: [String: String] = [:]
    for (entity, id) in zip(facts.entities, entityIdentifiers) where entity.placeKind == "country" {
      guard let code = entity.country, countries[code] == nil else { continue }
      countries[code] = id
    }
    for (entity, id) in zip(facts.entities, entityIdentifiers) where entity.placeKind != "country" {
      guard entity.kind == .place, let country = entity.country.flatMap({ countries[$0] }) else { continue }
      guard country != id, !edges.contains(source: id, kind: .locatedIn) else { continue }
      let mentioned = entity.mentions.first.map { source.provenance($0.evidence.sentence, foundBy: "derived:country") }
      edges.add(
        Edge(
          source: id,
          kind: .locatedIn,
          target: country,
          evidence: mentioned.map { [$0] } ?? [],
          isDerived: true
        )
      )
    }
  }

  private mutating func addEdge(
    from source: String?,
    _ kind: Edge.Kind,
    to target: String?,
    _ evidence: [Evidence],
    isDerived: Bool = false
  ) {
    guard let source, let target, source != target else { return }
    let sentences = evidence.map { self.source.sentence($0) }
    edges.add(Edge(source: source, kind: kind, target: target, evidence: sentences, isDerived: isDerived))
  }

  private func entity(_ index: EntityIndex) -> String? {
    entityIdentifiers.indices.contains(index) ? entityIdentifiers[index] : nil
  }

  private func event(_ index: EventIndex) -> String? {
    eventIdentifiers.indices.contains(index) ? eventIdentifiers[index] : nil
  }

  private static func detail(of entity: Entity) -> NodeDetail {
    switch entity.kind {
    case .person: .person
    case .organization: .organization
    case .group: .group
    case .thing: .thing
    case .place:
      .place(
        PlaceDetail(
          country: entity.country,
          latitude: entity.latitude,
          longitude: entity.longitude,
          placeKind: entity.placeKind
        )
      )
    }
  }

  private static func edgeKind(of role: EventArgument.Role) -> Edge.Kind {
    switch role {
    case .agent: .agent
    case .patient: .patient
    case .recipient: .recipient
    case .instrument: .instrument
    case .place: .place
    case .origin: .origin
    }
  }
}
