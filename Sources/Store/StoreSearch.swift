import ArticleReading
import Foundation
import GRDB
import KnowledgeGraph

/// An article of a store with what was read from it.
public struct StoredArticle: Sendable, Hashable {
  /// The article.
  public var reference: ArticleReference
  /// How many nodes its own graph has.
  public var nodes: Int
  /// How many edges its own graph has.
  public var edges: Int
}

/// A sentence that a search has found.
public struct FoundPassage: Sendable, Hashable {
  /// Where it stands, with its words.
  public var passage: Provenance
  /// The day of publication.
  public var date: CalendarDate?
}

extension GraphStore {
  /// The articles, sorted by day of publication and id; throws `StoreError`.
  public func articles() throws -> [StoredArticle] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT name, title, date, url,
            (SELECT COUNT(*) FROM node WHERE id >= article.id * ?1 AND id < (article.id + 1) * ?1),
            (SELECT COUNT(*) FROM edge WHERE id >= article.id * ?1 AND id < (article.id + 1) * ?1)
          FROM article ORDER BY date IS NULL, date, name
          """,
        arguments: [StoreSchema.rowsPerArticle]
      ).map { StoredArticle(reference: ArticleRows.reference($0), nodes: $0[4], edges: $0[5]) }
    }
  }

  /// The number of articles; throws `StoreError`.
  public func articleCount() throws -> Int {
    try read { db in try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM article") ?? 0 }
  }

  /// The node that a name or id means; throws `StoreError`.
  ///
  /// The whole name counts first, then its spelling in another romanisation, then single words of it, then the titles
  /// of offices and the descriptions of groups. Where several nodes have the name and one of them stands in five times
  /// as many articles as all others, that one is meant.
  public func node(named query: String) throws -> NameSearch.Result {
    let view = StoreView(of: self)
    if let exact = try view.nodes(withIDs: [query]).first { return .found(exact) }
    for tier in NameTier.allCases {
      var found = try read { db in try clusters(db, named: query, tier: tier) }
      if tier == .whole, !found.isEmpty, found.allSatisfy(\.isBarePerson) {
        // A person known by a single name in one article may be one known by a full name in others.
        let ids = Set(found.map(\.id))
        let fuller = try read { db in try clusters(db, named: query, tier: .words) }
        found += fuller.filter { $0.kind == .person && !ids.contains($0.id) }
        found.sort { ($1.articles, $0.id) < ($0.articles, $1.id) }
      }
      guard let first = found.first else { continue }
      let others = found.dropFirst().reduce(0) { $0 + $1.articles }
      if found.count == 1 || (tier != .words && first.articles >= 5 * max(others, 1) && others > 0) {
        if let node = try view.nodes(withIDs: [first.id]).first { return .found(node) }
      }
      let nodes = try view.nodes(withIDs: found.map(\.id))
      let order = Dictionary(zip(found.map(\.id), found.indices), uniquingKeysWith: { first, _ in first })
      return .ambiguous(nodes.sorted { (order[$0.id] ?? 0) < (order[$1.id] ?? 0) })
    }
    let offices = try view.nodes(withIDs: read { db in try self.described(db, as: query) })
    if !offices.isEmpty { return offices.count == 1 ? .found(offices[0]) : .ambiguous(offices) }
    let nearest = try read { db in try self.nearest(db, to: query) }
    let nodes = try view.nodes(withIDs: nearest)
    return .unknown(nearest: nearest.compactMap { id in nodes.first { $0.id == id } })
  }

  /// The nodes whose names have words that begin with those of a query, the most covered first; throws `StoreError`.
  public func nodes(matching query: String, limit: Int = 20) throws -> [Node] {
    guard let pattern = FTS5Pattern(matchingAllPrefixesIn: query) else { return [] }
    let ids = try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT cluster.name FROM name_text JOIN name ON name.id = name_text.rowid
          JOIN identity ON identity.id = name.identity JOIN cluster ON cluster.id = identity.cluster
          WHERE name_text MATCH ? GROUP BY cluster.id ORDER BY cluster.articles DESC, cluster.name LIMIT ?
          """,
        arguments: [pattern, limit]
      )
    }
    let nodes = try StoreView(of: self).nodes(withIDs: ids)
    return ids.compactMap { id in nodes.first { $0.id == id } }
  }

  /// The sentences that have all words of a query, the best first; throws `StoreError`.
  public func passages(matching query: String, limit: Int = 20) throws -> [FoundPassage] {
    guard let pattern = FTS5Pattern(matchingAllPrefixesIn: query) else { return [] }
    return try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT article.name, passage.start, passage."end", passage.text, article.date
          FROM passage_text JOIN passage ON passage.id = passage_text.rowid
          JOIN article ON article.id = passage.id / \(StoreSchema.rowsPerArticle)
          WHERE passage_text MATCH ? ORDER BY passage_text.rank, article.name, passage.start LIMIT ?
          """,
        arguments: [pattern, limit]
      ).compactMap { row in
        let (start, end): (Int, Int) = (row[1], row[2])
        guard start <= end else { return nil }
        return FoundPassage(
          passage: Provenance(article: row[0], range: start..<end, text: row[3]),
          date: (row[4] as String?).flatMap { CalendarDate($0) }
        )
      }
    }
  }

  /// The ids of the nodes of a kind with most neighbours, the best connected first; throws `StoreError`.
  public func bestConnected(_ kind: NodeKind, limit: Int) throws -> [(node: Node, neighbours: Int)] {
    let found = try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT cluster.name,
            (SELECT COUNT(DISTINCT source_cluster) FROM edge WHERE target_cluster = cluster.id)
            + (SELECT COUNT(DISTINCT target_cluster) FROM edge WHERE source_cluster = cluster.id) AS degree
          FROM cluster WHERE kind = ? ORDER BY degree DESC, cluster.name LIMIT ?
          """,
        arguments: [kind.rawValue, limit]
      ).map { (id: $0[0] as String, degree: $0[1] as Int) }
    }
    let nodes = try StoreView(of: self).nodes(withIDs: found.map(\.id))
    return found.compactMap { entry in nodes.first { $0.id == entry.id }.map { ($0, entry.degree) } }
  }

  // MARK: Names

  private enum NameTier: CaseIterable {
    case whole
    case spelling
    case words
  }

  private struct FoundCluster {
    let id: String
    let articles: Int
    let kind: NodeKind?
    let label: String

    var isBarePerson: Bool { kind == .person && !label.contains(" ") }
  }

  private func clusters(_ db: Database, named query: String, tier: NameTier) throws -> [FoundCluster] {
    let condition: String
    let argument: (any DatabaseValueConvertible)?
    switch tier {
    case .whole: (condition, argument) = ("name.folded = ?", NameSearch.folded(query))
    case .spelling:
      (condition, argument) = ("name.key = ?", folder.personWords(query).joined(separator: " "))
    case .words:
      condition = "name.id IN (SELECT rowid FROM name_text WHERE name_text MATCH ?)"
      argument = FTS5Pattern(matchingAllTokensIn: query)
    }
    guard let argument else { return [] }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT cluster.name, cluster.articles, cluster.kind, cluster.label FROM name JOIN identity ON identity.id = name.identity
        JOIN cluster ON cluster.id = identity.cluster WHERE \(condition)
        GROUP BY cluster.id ORDER BY cluster.articles DESC, cluster.name LIMIT 50
        """,
      arguments: [argument]
    )
    return rows.map {
      FoundCluster(id: $0[0], articles: $0[1], kind: NodeKind(rawValue: $0[2] as String), label: $0[3])
    }
  }

  /// The offices and groups of a title or description, those of most articles first.
  private func described(_ db: Database, as query: String) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT name FROM cluster WHERE label = ? COLLATE NOCASE AND kind IN ('role', 'group')
        ORDER BY articles DESC, name LIMIT 50
        """,
      arguments: [query.split(separator: " ").joined(separator: " ")]
    )
  }

  private func nearest(_ db: Database, to query: String) throws -> [String] {
    let name = NameSearch.folded(query)
    let most = max(1, name.count / 3)
    var ranked: [(distance: Int, id: String)] = []
    let names = try Row.fetchCursor(
      db,
      sql: """
        SELECT name.folded, cluster.name FROM name JOIN identity ON identity.id = name.identity
        JOIN cluster ON cluster.id = identity.cluster
        """
    )
    while let row = try names.next() {
      let candidate: String = row[0]
      let parts = [candidate] + candidate.split(separator: " ").map(String.init)
      let distance = parts.map { NameSearch.distance(name, $0, atMost: most) }.min() ?? most + 1
      guard distance <= most, !ranked.contains(where: { $0.id == row[1] && $0.distance <= distance }) else { continue }
      ranked.removeAll { $0.id == row[1] }
      ranked.append((distance, row[1]))
      ranked.sort { ($0.distance, $0.id) < ($1.distance, $1.id) }
      if ranked.count > 5 { ranked.removeLast() }
    }
    return ranked.map(\.id)
  }
}
