import ArticleReading
import Foundation
import GRDB
import KnowledgeGraph

/// The events and casualty figures that one article tells of.
public struct ArticleClaims: Sendable, Hashable {
  /// The article.
  public var article: ArticleReference
  /// Ids of the merged nodes, sorted.
  public var ids: [String]
}

extension StoreView {
  /// What the articles that name any of the nodes claim, the latest articles first; throws `StoreError`.
  ///
  /// - Parameter limit: The most articles to look at.
  public func claims(inArticlesNaming ids: [String], limit: Int = 1000) throws -> [ArticleClaims] {
    try store.read { db in
      try claims(
        db,
        articles: """
          SELECT DISTINCT node.id / \(StoreSchema.rowsPerArticle) AS id
          FROM json_each(?1) wanted JOIN cluster ON cluster.name = wanted.value
          CROSS JOIN node ON node.cluster = cluster.id
          """,
        argument: try Self.json(ids),
        limit: limit
      )
    }
  }

  /// What the articles claim in whose titles and sentences every word has one that begins like it; the latest first.
  ///
  /// - Parameter limit: The most articles to look at.
  /// - Throws: `StoreError`.
  public func claims(inArticlesWithWords words: [String], limit: Int = 200) throws -> [ArticleClaims] {
    guard !words.isEmpty else { return [] }
    return try store.read { db in
      var found: Set<Int64>?
      for word in words {
        let articles = try Self.articles(db, withWord: word)
        found = found?.intersection(articles) ?? articles
      }
      let articles = Self.json((found ?? []).sorted())
      return try claims(db, articles: "SELECT value AS id FROM json_each(?1)", argument: articles, limit: limit)
    }
  }

  /// The shortest sentence kept of an article in which a place of its text lies; nil where none is; throws `StoreError`.
  public func sentence(around place: Provenance) throws -> Provenance? {
    try store.read { db in
      try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT passage.start, passage."end", passage.text FROM article
            CROSS JOIN passage ON passage.id >= article.id * ?1 AND passage.id < (article.id + 1) * ?1
            WHERE article.name = ?2 AND passage.start <= ?3 AND passage."end" >= ?4
            ORDER BY passage."end" - passage.start, passage.id LIMIT 1
            """
        ),
        arguments: [StoreSchema.rowsPerArticle, place.article, place.range.lowerBound, place.range.upperBound]
      ).flatMap { row in
        let (start, end): (Int, Int) = (row[0], row[1])
        return start <= end ? Provenance(article: place.article, range: start..<end, text: row[2]) : nil
      }
    }
  }

  private static func articles(_ db: Database, withWord word: String) throws -> Set<Int64> {
    guard let pattern = FTS5Pattern(matchingAllPrefixesIn: word) else { return [] }
    let told = try Int64.fetchSet(
      db,
      sql: "SELECT DISTINCT rowid / \(StoreSchema.rowsPerArticle) FROM passage_text WHERE passage_text MATCH ?",
      arguments: [pattern]
    )
    let beginning = NameSearch.folded(word)
    let titles = try Row.fetchCursor(db, sql: "SELECT id, title FROM article WHERE title IS NOT NULL")
    var titled: Set<Int64> = []
    while let row = try titles.next() {
      let words = NameSearch.folded(row[1] as String).split(separator: " ")
      if words.contains(where: { $0.hasPrefix(beginning) }) { titled.insert(row[0]) }
    }
    return told.union(titled)
  }

  private func claims(_ db: Database, articles: String, argument: String, limit: Int) throws -> [ArticleClaims] {
    let chosen = try Row.fetchAll(
      db,
      sql: """
        SELECT article.name, article.title, article.date, article.url, article.id
        FROM (\(articles)) wanted JOIN article ON article.id = wanted.id
        ORDER BY article.date DESC, article.name
        """,
      arguments: [argument]
    )
    var claims: [ArticleClaims] = []
    let ids = try db.cachedStatement(
      sql: """
        SELECT DISTINCT cluster.name FROM node CROSS JOIN cluster ON cluster.id = node.cluster
        WHERE node.id >= ? AND node.id < ? AND node.kind IN ('event', 'casualtyFigure') ORDER BY cluster.name
        """
    )
    for row in chosen where claims.count < limit {
      let reference = ArticleRows.reference(row)
      guard isWithin(reference.date) else { continue }
      let (first, end) = ArticleRows.range(of: row[4])
      claims.append(ArticleClaims(article: reference, ids: try String.fetchAll(ids, arguments: [first, end])))
    }
    return claims
  }
}
