import ArticleReading
import GRDB
import KnowledgeGraph

/// Reads merged nodes with all that their articles say of them.
struct NodeReading {
  private let db: Database
  private let path: String
  private let isWithin: (CalendarDate?) -> Bool
  private var articles: StoreArticles

  /// A reading of what articles of some days say.
  init(_ db: Database, path: String, isWithin: @escaping (CalendarDate?) -> Bool) {
    self.db = db
    self.path = path
    self.isWithin = isWithin
    articles = StoreArticles(db)
  }

  /// The nodes with all their mentions.
  mutating func wholeNodes(_ clusters: [ClusterRow]) throws -> [Node] {
    guard !clusters.isEmpty else { return [] }
    var parts = try self.parts(clusters)
    try readMentions(&parts)
    return Self.nodes(clusters, parts)
  }

  /// What is known otherwise than by a name, without mentions.
  mutating func claims(_ clusters: [ClusterRow]) throws -> [Node] {
    guard !clusters.isEmpty else { return [] }
    return Self.nodes(clusters, try parts(clusters))
  }

  private static func nodes(_ clusters: [ClusterRow], _ parts: [Part]) -> [Node] {
    var grouped: [[Node]] = Array(repeating: [], count: clusters.count)
    let positions = Dictionary(uniqueKeysWithValues: zip(clusters.map(\.row), clusters.indices))
    for part in parts {
      if let position = positions[part.cluster] { grouped[position].append(part.node) }
    }
    return zip(clusters, grouped).compactMap { cluster, parts in
      parts.isEmpty ? nil : MergedNodes.node(id: cluster.id, kind: cluster.kind, parts: parts)
    }
  }

  private typealias Part = (id: Int64, cluster: Int64, node: Node)

  /// The nodes of the articles' own graphs, without mentions, sorted by row id.
  private mutating func parts(_ clusters: [ClusterRow]) throws -> [Part] {
    let wanted = StoreView.json(clusters.map(\.row))
    var parts: [Part] = []
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT \(NodeRow.qualifiedColumns)
          FROM json_each(?) wanted CROSS JOIN node ON node.cluster = wanted.value
          """
      ),
      arguments: [wanted]
    )
    while let row = try rows.next() {
      let id: Int64 = row[0]
      guard let node = NodeRow.node(row, article: "", mentions: []) else {
        throw StoreError(path: path, kind: .damaged("the node of row \(id) cannot be read"))
      }
      parts.append((id, row[6], node))
    }
    try articles.load(ofRows: parts.map(\.id))
    for position in parts.indices {
      let article = articles.article(ofRow: parts[position].id).name
      switch parts[position].node.detail {
      case .event(var detail):
        detail.trigger.article = article
        parts[position].node.detail = .event(detail)
      case .casualtyFigure(var detail):
        detail.partOf = detail.partOf.map { ClaimNaming.claim(.casualtyFigure, article: article, local: $0) }
        parts[position].node.detail = .casualtyFigure(detail)
      default: continue
      }
    }
    let order = parts.indices.sorted { parts[$0].id < parts[$1].id }
    return order.map { parts[$0] }
  }

  private mutating func readMentions(_ parts: inout [Part]) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT mention.node, mention.start, mention."end", mention.text, mention.rule
          FROM json_each(?) wanted CROSS JOIN mention ON mention.node = wanted.value
          """
      ),
      arguments: [StoreView.json(parts.map(\.id))]
    )
    // Both are in the order of the nodes.
    var position = 0
    while let row = try rows.next() {
      let node: Int64 = row[0]
      while position < parts.count, parts[position].id != node { position += 1 }
      guard position < parts.count else { break }
      let (article, date) = articles.article(ofRow: node)
      guard isWithin(date) else { continue }
      let (start, end): (Int, Int) = (row[1], row[2])
      guard start <= end else { throw StoreError(path: path, kind: .damaged("a span ends before it begins")) }
      parts[position].node.mentions.append(
        Provenance(article: article, range: start..<end, text: row[3], foundBy: row[4])
      )
    }
  }

  // MARK: Names

  /// What is known by a name, without mentions and coordinates, for which the articles' own nodes need not be read.
  func names(_ clusters: [ClusterRow]) throws -> [Node] {
    guard !clusters.isEmpty else { return [] }
    let wanted = StoreView.json(clusters.map(\.row))
    var names: [Int64: Set<String>] = [:]
    let nameRows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT wanted.value, name.text FROM json_each(?) wanted
          CROSS JOIN identity ON identity.cluster = wanted.value CROSS JOIN name ON name.identity = identity.id
          """
      ),
      arguments: [wanted]
    )
    while let row = try nameRows.next() { names[row[0], default: []].insert(row[1]) }
    let places = try countries(ofPlaces: clusters.filter { $0.kind == .place }.map(\.row))
    return clusters.map { cluster in
      let detail: NodeDetail =
        switch cluster.kind {
        case .person: .person
        case .organization: .organization
        case .place: .place(places[cluster.row] ?? PlaceDetail())
        default: .thing
        }
      let aliases = (names[cluster.row] ?? []).subtracting([cluster.label])
      return Node(id: cluster.id, detail: detail, label: cluster.label, aliases: aliases.sorted())
    }
  }

  private func countries(ofPlaces clusters: [Int64]) throws -> [Int64: PlaceDetail] {
    guard !clusters.isEmpty else { return [:] }
    var places: [Int64: PlaceDetail] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT wanted.value, identity.name, identity.signature FROM json_each(?) wanted
        CROSS JOIN identity ON identity.cluster = wanted.value ORDER BY 1, 2, 3
        """,
      arguments: [StoreView.json(clusters)]
    )
    while let row = try rows.next() {
      let (cluster, name, signature): (Int64, String, String) = (row[0], row[1], row[2])
      let isCountry = name.hasPrefix("=")
      let code = isCountry ? name.dropFirst().uppercased() : signature.isEmpty ? nil : signature
      places[cluster, default: PlaceDetail()].country = places[cluster]?.country ?? code
      if isCountry { places[cluster]?.placeKind = "country" }
    }
    return places
  }
}
