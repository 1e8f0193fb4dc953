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
  init(_ db: Database, path: String, isWithin: @escaping (CalendarDate?) -> Bool) throws {
    self.db = db
    self.path = path
    self.isWithin = isWithin
    articles = try StoreArticles(db)
  }

  /// The nodes of merged nodes given by row id, name and kind.
  mutating func nodes(_ clusters: [(row: Int64, id: String, kind: NodeKind)]) throws -> [Node] {
    guard !clusters.isEmpty else { return [] }
    let positions = Dictionary(uniqueKeysWithValues: zip(clusters.map(\.row), clusters.indices))
    var parts = try self.parts(clusters.map(\.row))
    try readMentions(&parts)
    var grouped: [[Node]] = Array(repeating: [], count: clusters.count)
    for part in parts {
      if let position = positions[part.cluster] { grouped[position].append(part.node) }
    }
    return zip(clusters, grouped).compactMap { cluster, parts in
      parts.isEmpty ? nil : MergedNodes.node(id: cluster.id, kind: cluster.kind, parts: parts)
    }
  }

  private typealias Part = (id: Int64, cluster: Int64, node: Node)

  /// The nodes of the articles' own graphs, without mentions, sorted by row id.
  private mutating func parts(_ clusters: [Int64]) throws -> [Part] {
    var parts: [Part] = []
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(NodeRow.qualifiedColumns)
        FROM json_each(?) wanted CROSS JOIN node ON node.cluster = wanted.value
        """,
      arguments: [StoreView.json(clusters)]
    )
    while let row = try rows.next() {
      let id: Int64 = row[0]
      let article = try articles.article(ofRow: id).name
      guard let node = NodeRow.node(row, article: article, mentions: []) else {
        throw StoreError(path: path, kind: .damaged("a node of article \(article) cannot be read"))
      }
      parts.append((id, row[6], node))
    }
    return parts.sorted { $0.id < $1.id }
  }

  private mutating func readMentions(_ parts: inout [Part]) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT mention.node, mention.start, mention."end", mention.text, mention.rule
        FROM json_each(?) wanted CROSS JOIN mention ON mention.node = wanted.value
        """,
      arguments: [StoreView.json(parts.map(\.id))]
    )
    // Both are in the order of the nodes.
    var position = 0
    while let row = try rows.next() {
      let node: Int64 = row[0]
      while position < parts.count, parts[position].id != node { position += 1 }
      guard position < parts.count else { break }
      let (article, date) = try articles.article(ofRow: node)
      guard isWithin(date) else { continue }
      let (start, end): (Int, Int) = (row[1], row[2])
      guard start <= end else { throw StoreError(path: path, kind: .damaged("a span ends before it begins")) }
      parts[position].node.mentions.append(
        Provenance(article: article, range: start..<end, text: row[3], foundBy: row[4])
      )
    }
  }
}
