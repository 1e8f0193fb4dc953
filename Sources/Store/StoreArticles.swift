import ArticleReading
import GRDB

/// The names and days of articles, looked up once each while a query goes on.
struct StoreArticles {
  private let db: Database
  private var known: [Int64: (name: String, date: CalendarDate?)] = [:]

  init(_ db: Database) { self.db = db }

  /// Looks up the articles that rows of nodes, edges or passages belong to.
  mutating func load(ofRows rows: [Int64]) throws {
    let wanted = Set(rows.lazy.map { $0 / StoreSchema.rowsPerArticle }).filter { known[$0] == nil }.sorted()
    let found = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT article.id, article.name, article.date
          FROM json_each(?) wanted CROSS JOIN article ON article.id = wanted.value
          """
      ),
      arguments: [StoreView.json(wanted)]
    )
    while let row = try found.next() {
      known[row[0]] = (row[1], (row[2] as String?).flatMap { CalendarDate($0) })
    }
  }

  /// The article that a row belongs to, where it has been loaded.
  func article(ofRow row: Int64) -> (name: String, date: CalendarDate?) {
    known[row / StoreSchema.rowsPerArticle] ?? ("", nil)
  }
}
