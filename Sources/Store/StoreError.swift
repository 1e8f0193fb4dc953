import GRDB

/// Why a store cannot be opened, read or written; the file is left as it was.
public struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kind of thing is wrong.
  public enum Kind: Sendable, Hashable {
    /// There is no such file.
    case missing
    /// The path leads to a folder.
    case folder
    /// The file is no store.
    case noStore
    /// The file was written by a newer version of the program.
    case newer(schema: Int, known: Int)
    /// The file was written by an older version of the program and cannot be brought to the present schema.
    case older
    /// The file is damaged.
    case damaged(String)
    /// Another process held the file for too long.
    case busy
    /// There is no room left to write.
    case full
    /// The file cannot be opened or written.
    case unusable(String)
    /// A graph that cannot be kept: not of one article, or with an edge to a node that is not there.
    case badGraph(String)
    /// A decision contradicts an earlier one.
    case contradiction(String)
  }

  /// The path of the file.
  public let path: String
  /// What is wrong.
  public let kind: Kind

  /// Makes an error of its parts.
  public init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }

  /// A sentence that names the file, what is wrong and what to do.
  public var description: String { "\(path): \(reason)" }

  private var reason: String {
    switch kind {
    case .missing: "there is no such store; 'dateline add ARTICLE --store FILE' makes one"
    case .folder: "is a folder; name a file"
    case .noStore: "is no store of dateline; it was left as it is, name another file"
    case .newer(let schema, let known):
      "was written by a newer version (schema \(schema), this one knows \(known)); it was left as it is, use that version"
    case .older: "was written by an older version, and there is no permission to bring it up to date; use a copy"
    case .damaged(let reason): "is damaged (\(reason)); restore it from a copy, or add its articles to a new store"
    case .busy: "is in use by another process; try again"
    case .full: "cannot be written, there is no room left; what was reported as added is kept"
    case .unusable(let reason): "cannot be used (\(reason)); check the path and its permissions"
    case .badGraph(let reason): "cannot take the graph: \(reason)"
    case .contradiction(let reason): reason
    }
  }

  init(path: String, _ error: any Error) {
    self.path = path
    switch error {
    case let error as StoreError: kind = error.kind
    case let error as DatabaseError: kind = Self.kind(of: error)
    default: kind = .unusable("\(error)")
    }
  }

  private static func kind(of error: DatabaseError) -> Kind {
    let message = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    switch error.resultCode.primaryResultCode {
    case .SQLITE_NOTADB: return .noStore
    case .SQLITE_CORRUPT: return .damaged(message)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy
    case .SQLITE_FULL: return .full
    case .SQLITE_READONLY, .SQLITE_PERM: return .unusable("it or its folder must not be written")
    default: return .unusable(message)
    }
  }
}
