import ArticleReading
import Knowledge
import KnowledgeGraph

/// The chains of single documents as graphs, merged.
///
/// What stands in one sentence hangs on one undated event, as it often does in the graph of an article; offices are
/// not given, so that merging knows less than it does of an article that was read.
struct MergedChains {
  private var clusters: [String: String] = [:]

  init(documents: [ChainDocument], entities: [GoldEntity], knowledge: KnowledgeBase) {
    let entitiesOfDocument = Dictionary(grouping: entities, by: \.document)
    let graphs = documents.map { Self.graph(of: $0.id, entitiesOfDocument[$0.id] ?? [], knowledge: knowledge) }
    for node in GraphMerger(knowledge: knowledge).merged(graphs).nodes {
      for mention in node.mentions { clusters["\(mention.article) \(mention.text)"] = node.id }
    }
  }

  /// The merged node of a chain.
  func cluster(of entity: GoldEntity) -> String { clusters["\(entity.document) \(entity.chain)"] ?? "none" }

  /// Prints the largest errors: chains in several nodes and nodes of several chains.
  func printErrors(_ entities: [GoldEntity]) {
    func tell(_ title: String, by key: (GoldEntity) -> String, _ other: (GoldEntity) -> String) {
      print("\n## \(title)")
      let groups = Dictionary(grouping: entities, by: key).filter { Set($1.map(other)).count > 1 }
      for (_, group) in groups.sorted(by: {
        ($1.value.reduce(0) { $0 + $1.mentions }, $0.key) < ($0.value.reduce(0) { $0 + $1.mentions }, $1.key)
      }).prefix(40) {
        let parts = Dictionary(grouping: group, by: other).sorted { $0.key < $1.key }
        print(
          parts.map {
            "\($0) ×\($1.reduce(0) { $0 + $1.mentions }): \(Set($1.map { $0.names[0] }).sorted().prefix(6).joined(separator: ", "))"
          }.joined(separator: " | ")
        )
      }
    }
    tell("one in several nodes", by: \.chain, cluster(of:))
    tell("several in one node", by: cluster(of:), \.chain)
  }

  private static func graph(of id: String, _ entities: [GoldEntity], knowledge: KnowledgeBase) -> Graph {
    var nodes: [Node] = []
    var edges: [Edge] = []
    for (number, entity) in entities.enumerated() {
      nodes.append(
        Node(
          id: "chain-\(number)",
          detail: detail(of: entity, knowledge: knowledge),
          label: entity.names[0],
          aliases: entity.names.dropFirst().sorted(),
          mentions: [Provenance(article: id, range: 0..<1, text: entity.chain)]
        )
      )
    }
    for sentence in Set(entities.flatMap(\.sentences)).sorted() {
      let event = "sentence-\(sentence)"
      let trigger = Provenance(article: id, range: sentence..<sentence + 1, text: "event")
      nodes.append(
        Node(
          id: event,
          detail: .event(EventDetail(type: EventType(rawValue: "other"), trigger: trigger, status: .actual)),
          label: "event"
        )
      )
      for (number, entity) in entities.enumerated() where entity.sentences.contains(sentence) {
        edges.append(Edge(source: event, kind: .agent, target: "chain-\(number)", evidence: [trigger]))
      }
    }
    let article = ArticleReference(id: id, title: nil, date: nil, url: nil)
    return Graph(articles: [article], nodes: nodes, edges: edges)
  }

  private static func detail(of entity: GoldEntity, knowledge: KnowledgeBase) -> NodeDetail {
    switch entity.kind {
    case .person: return .person
    case .organization: return .organization
    default:
      for name in entity.names {
        let key = NameKey.fold(name)
        if let country = knowledge.countries.country(named: key) ?? knowledge.countries.country(ofAdjective: key) {
          return .place(PlaceDetail(country: country.code, placeKind: "country"))
        }
      }
      let found = entity.names.lazy.compactMap { knowledge.gazetteer.places(named: NameKey.fold($0)).first }.first
      return .place(PlaceDetail(country: found?.country, placeKind: found.map { $0.isRegion ? "region" : "city" }))
    }
  }
}
