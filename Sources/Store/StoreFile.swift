import Foundation
import GRDB

/// Opens the file of a store, after looking at it without touching it.
enum StoreFile {
  /// How long a process waits for another one that writes.
  private static let patience: TimeInterval = 60
  private static let pageCache = -65_536
  private static let pagesBetweenCheckpoints = 4000

  /// A connection that only reads; throws `StoreError`.
  static func openForReading(_ path: String) throws(StoreError) -> DatabaseQueue {
    guard FileManager.default.fileExists(atPath: path) else { throw StoreError(path: path, kind: .missing) }
    let isEmpty = try inspectHeader(path)
    guard !isEmpty else { throw StoreError(path: path, kind: .noStore) }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration(readonly: true))
      try queue.read { db in try inspectVersion(db, path: path) }
      return queue
    } catch {
      throw StoreError(path: path, error)
    }
  }

  /// A connection that reads and writes; makes the store or brings it to the present schema; throws `StoreError`.
  static func openForWriting(_ path: String) throws(StoreError) -> DatabaseQueue {
    if FileManager.default.fileExists(atPath: path) {
      let isEmpty = try inspectHeader(path)
      if !isEmpty { _ = try openForReading(path) }
    }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration(readonly: false))
      try queue.inDatabase { db in
        try db.inTransaction(.immediate) {
          try inspectVersion(db, path: path)
          try StoreSchema.migrate(db)
          return .commit
        }
        try db.execute(sql: "PRAGMA journal_mode = WAL")
      }
      return queue
    } catch {
      throw StoreError(path: path, error)
    }
  }

  private static func configuration(readonly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readonly
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = \(pageCache)")
      // A commit is on the disk before it is reported: `NORMAL` could lose the last ones when the power fails.
      if !readonly {
        try db.execute(sql: "PRAGMA synchronous = FULL")
        try db.execute(sql: "PRAGMA wal_autocheckpoint = \(pagesBetweenCheckpoints)")
      }
    }
    return configuration
  }

  /// Looks at the first bytes of a file; gives whether it is empty, throws where it is no store.
  private static func inspectHeader(_ path: String) throws(StoreError) -> Bool {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw StoreError(path: path, kind: .folder)
    }
    let header: Data
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      header = try handle.read(upToCount: 100) ?? Data()
    } catch {
      throw StoreError(path: path, kind: .unusable(error.localizedDescription))
    }
    guard !header.isEmpty else { return true }
    guard header.count == 100, header.starts(with: Data("SQLite format 3\0".utf8)) else {
      throw StoreError(path: path, kind: .noStore)
    }
    let application = header[68..<72].reduce(0) { $0 << 8 | Int($1) }
    guard application == StoreSchema.applicationID else { throw StoreError(path: path, kind: .noStore) }
    return false
  }

  private static func inspectVersion(_ db: Database, path: String) throws {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard version <= StoreSchema.version else {
      throw StoreError(path: path, kind: .newer(schema: version, known: StoreSchema.version))
    }
    guard version > 0 else {
      // Only a file that the program itself has begun, and nothing has been written to, may have no version.
      let tables = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sqlite_master") ?? 0
      guard tables == 0 else { throw StoreError(path: path, kind: .noStore) }
      return
    }
  }
}
