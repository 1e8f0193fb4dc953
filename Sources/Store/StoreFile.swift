import Foundation
import GRDB

/// Opens the file of a store, after looking at it without touching it.
enum StoreFile {
  /// How long a process waits for another one that writes.
  private static let patience: TimeInterval = 60
  private static let pageCache = -98_304
  private static let pagesBetweenCheckpoints = 4000

  /// A connection that only reads, save that it brings a store of an earlier schema to the present one.
  ///
  /// - Throws: `StoreError`.
  static func openForReading(_ path: String) throws(StoreError) -> DatabaseQueue {
    guard FileManager.default.fileExists(atPath: path) else { throw StoreError(path: path, kind: .missing) }
    let isEmpty = try inspectHeader(path)
    guard !isEmpty else { throw StoreError(path: path, kind: .noStore) }
    do {
      // The last connection to a file takes its side files away, where it may write.
      let isWritable = isWritable(path)
      let queue = try DatabaseQueue(path: path, configuration: configuration(readonly: !isWritable))
      let version = try queue.read { db in try inspectVersion(db, path: path) }
      if version < StoreSchema.version {
        guard isWritable else { throw StoreError(path: path, kind: .older) }
        try queue.inDatabase { db in try migrate(db, path: path) }
      }
      return queue
    } catch {
      throw StoreError(path: path, error)
    }
  }

  /// A connection that reads and writes; makes the store or brings it to the present schema; throws `StoreError`.
  static func openForWriting(_ path: String) throws(StoreError) -> DatabaseQueue {
    let isNew = try FileManager.default.fileExists(atPath: path) ? inspectHeader(path) : true
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration(readonly: false))
      try queue.inDatabase { db in
        _ = try inspectVersion(db, path: path)
        // A new file is marked as a store by its first transaction, so that what is left of it is one.
        if !isNew { try db.execute(sql: "PRAGMA journal_mode = WAL") }
        try migrate(db, path: path)
        if isNew { try db.execute(sql: "PRAGMA journal_mode = WAL") }
      }
      return queue
    } catch {
      throw StoreError(path: path, error)
    }
  }

  private static func migrate(_ db: Database, path: String) throws {
    try db.inTransaction(.immediate) {
      _ = try inspectVersion(db, path: path)
      try StoreSchema.migrate(db)
      return .commit
    }
  }

  /// Brings a file back to the form in which it needs no others beside it and can be read where nothing can be written;
  /// where other processes use it, the last of them does.
  static func settle(_ queue: DatabaseQueue) {
    try? queue.inDatabase { db in
      try db.execute(sql: "PRAGMA busy_timeout = 0")
      try db.execute(sql: "PRAGMA journal_mode = DELETE")
    }
    try? queue.close()
  }

  private static func isWritable(_ path: String) -> Bool {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    return FileManager.default.isWritableFile(atPath: path) && FileManager.default.isWritableFile(atPath: folder)
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

  /// The version of a file's schema; throws where it is a newer one, or where what is in it is no store.
  private static func inspectVersion(_ db: Database, path: String) throws -> Int {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard version <= StoreSchema.version else {
      throw StoreError(path: path, kind: .newer(schema: version, known: StoreSchema.version))
    }
    if version == 0 {
      // Only a file that the program itself has begun, and nothing has been written to, may have no version.
      let tables = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sqlite_master") ?? 0
      guard tables == 0 else { throw StoreError(path: path, kind: .noStore) }
    }
    return version
  }
}
