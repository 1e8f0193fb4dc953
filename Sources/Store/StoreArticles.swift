import ArticleReading
import GRDB

/// The names and days of articles, looked up once each while a query goes on.
struct StoreArticles {
  private let statement: Statement
  private var known: [Int64: (name: String, date: CalendarDate?)] = [:]

  init(_ db: Database) throws {
    statement = try db.cachedStatement(sql: "SELECT name, date FROM article WHERE id = ?")
  }

  /// The article that a row of a node, edge or passage belongs to.
  mutating func article(ofRow row: Int64) throws -> (name: String, date: CalendarDate?) {
    let id = row / StoreSchema.rowsPerArticle
    if let article = known[id] { return article }
    let row = try Row.fetchOne(statement, arguments: [id])
    let article = (name: row?[0] as String? ?? "", date: (row?[1] as String?).flatMap { CalendarDate($0) })
    known[id] = article
    return article
  }
}
