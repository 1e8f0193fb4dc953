import ArticleReading
import GRDB
import Knowledge
import KnowledgeGraph

/// A graph in one SQLite file that grows article by article.
///
/// Every article's own graph is kept as it was given; beside it stands the merged view, in which what several articles
/// say of one person, organisation, place or event is one node. Each change is one transaction, safe on the disk when
/// the call returns. Several processes may use a file at a time; readers never wait.
public struct GraphStore: Sendable {
  /// How a store is used.
  public enum Access: Sendable, Hashable {
    /// The file must exist and is not changed.
    case reading
    /// The file must exist and is changed.
    case changing
    /// The file is made where it does not exist.
    case writing
  }

  /// What became of an article that was added.
  public enum Change: String, Sendable, Hashable, CaseIterable {
    /// It is new.
    case added
    /// It stands in the place of an earlier text of the same id.
    case replaced
    /// It is there already.
    case unchanged
  }

  /// Where the file is.
  public let path: String
  private let connection: StoreConnection
  let folder: NameFolder
  private let domains: RoleDomainTable
  private let profiler: LocalProfiler

  /// Opens a store; throws `StoreError`, or `KnowledgeError` where a table is wrong.
  public init(path: String, access: Access, tables: TableSource = TableSource()) throws {
    self.path = path
    folder = NameFolder(naming: try NamingTables(source: tables), countries: try CountryTable(source: tables))
    domains = try RoleDomainTable(source: tables)
    profiler = LocalProfiler(folder: folder)
    switch access {
    case .reading: connection = StoreConnection(try StoreFile.openForReading(path), isWriting: false)
    case .changing, .writing:
      if access == .changing { _ = try StoreFile.openForReading(path) }
      connection = StoreConnection(try StoreFile.openForWriting(path), isWriting: true)
      try rebuildIfOutdated()
    }
  }

  /// Ends the use of the file before the value goes; nothing may be asked of the store after it.
  public func close() { connection.close() }

  // MARK: Articles

  /// Whether the store holds an article of the id and digest already.
  public func holds(article id: String, digest: String) throws -> Bool {
    try read { db in
      try String.fetchOne(db, sql: "SELECT digest FROM article WHERE name = ?", arguments: [id]) == digest
    }
  }

  /// Adds the graph of one article, in the place of an earlier one of the same id.
  ///
  /// - Parameter digest: A text that is another one where the article has changed; an equal one changes nothing.
  /// - Throws: `StoreError`; the store is then as it was.
  @discardableResult
  public func add(_ graph: Graph, digest: String) throws -> Change {
    try ArticleRows.check(graph, path: path)
    return try write { db, update in
      let name = graph.articles[0].id
      let known = try Row.fetchOne(db, sql: "SELECT id, digest FROM article WHERE name = ?", arguments: [name])
      if let known {
        if known[1] as String == digest { return .unchanged }
        try update.remove(known[0], profiler: profiler)
      }
      try update.add(graph, digest: digest, profiler: profiler)
      return known == nil ? .added : .replaced
    }
  }

  /// Takes an article away; gives whether it was there; throws `StoreError`.
  public func remove(article id: String) throws -> Bool {
    try write { db, update in
      guard let article = try Int64.fetchOne(db, sql: "SELECT id FROM article WHERE name = ?", arguments: [id]) else {
        return false
      }
      try update.remove(article, profiler: profiler)
      return true
    }
  }

  /// The graph of one article as it was added, or nil; throws `StoreError`.
  public func graph(ofArticle id: String) throws -> Graph? {
    try read { db in
      try Int64.fetchOne(db, sql: "SELECT id FROM article WHERE name = ?", arguments: [id])
        .map { try ArticleRows(db: db, path: path).graph(of: $0) }
    }
  }

  // MARK: Decisions

  /// Keeps a decision and applies it; one on the same two is replaced; throws `StoreError`.
  package func decide(_ decision: MergeDecision) throws {
    try write { db, _ in
      try DecisionRows(db: db, path: path).keep(decision)
      var update = MergeUpdate(db: db, path: path, resolver: try resolver(db))
      try update.reconsider(DecisionRows(db: db, path: path).concerned(decision))
      try update.finish()
    }
  }

  /// Takes a decision back by its number; gives whether it was there; throws `StoreError`.
  public func withdraw(decision number: Int) throws -> Bool {
    try write { db, _ in
      let rows = DecisionRows(db: db, path: path)
      guard let decision = try rows.all().first(where: { $0.number == number })?.decision else { return false }
      var before = MergeUpdate(db: db, path: path, resolver: try resolver(db))
      let concerned = try rows.concerned(decision)
      try before.reconsider(concerned)
      try db.execute(sql: "DELETE FROM decision WHERE id = ?", arguments: [number])
      var update = MergeUpdate(db: db, path: path, resolver: try resolver(db))
      for id in before.touched { try update.reconsider([id]) }
      try update.finish()
      return true
    }
  }

  /// The decisions with their numbers, in the order they were taken; throws `StoreError`.
  package func decisions() throws -> [(number: Int, decision: MergeDecision)] {
    try read { db in try DecisionRows(db: db, path: path).all() }
  }

  // MARK: Access

  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try connection.queue.read(body)
    } catch {
      throw StoreError(path: path, error)
    }
  }

  /// Access outside of a transaction.
  func unrestricted<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try connection.queue.inDatabase(body)
    } catch {
      throw StoreError(path: path, error)
    }
  }

  func resolver(_ db: Database) throws -> IdentityResolver {
    IdentityResolver(
      folder: folder,
      domains: domains,
      decisions: try DecisionRows(db: db, path: path).all().map(\.decision)
    )
  }

  private func write<Value>(_ body: (Database, inout MergeUpdate) throws -> Value) throws -> Value {
    do {
      return try connection.queue.inDatabase { db in
        var value: Value?
        try db.inTransaction(.immediate) {
          var update = MergeUpdate(db: db, path: path, resolver: try resolver(db))
          value = try body(db, &update)
          try update.finish()
          return .commit
        }
        guard let value else { throw StoreError(path: path, kind: .unusable("nothing was written")) }
        return value
      }
    } catch {
      throw StoreError(path: path, error)
    }
  }

  /// Computes the merged view anew where it was made by other rules or tables than the present ones.
  private func rebuildIfOutdated() throws {
    let current = "\(GraphMerger.version)"
    let made = try read { db in
      try String.fetchOne(db, sql: "SELECT value FROM property WHERE name = 'merging'")
    }
    guard made != current else { return }
    try write { db, update in
      try update.rebuild(profiler: profiler)
      try db.execute(sql: "INSERT OR REPLACE INTO property (name, value) VALUES ('merging', ?)", arguments: [current])
    }
  }
}

/// A connection to the file of a store, closed when nothing uses it any more.
private final class StoreConnection: Sendable {
  let queue: DatabaseQueue
  private let isWriting: Bool

  init(_ queue: DatabaseQueue, isWriting: Bool) {
    self.queue = queue
    self.isWriting = isWriting
  }

  deinit { close() }

  func close() {
    if isWriting { StoreFile.settle(queue) }
    try? queue.close()
  }
}
