import Foundation
import Logging

/// What the program says beside its output: errors, and on request what it does, all on standard error.
struct Console: Sendable {
  /// How much is said.
  enum Level: Sendable {
    case quiet
    case normal
    case verbose
  }

  private let logger: Logger
  private let level: Level

  /// The console of a level.
  init(_ level: Level) {
    self.level = level
    var logger = Logger(label: "dateline") { _ in PlainLogHandler() }
    logger.logLevel = level == .verbose ? .debug : level == .quiet ? .error : .info
    self.logger = logger
  }

  /// The console for what happens before options are read.
  static let standard = Console(.normal)

  /// Says what failed.
  func error(_ message: String) { logger.error("\(message)") }

  /// Says what a user should know although the work was done.
  func warning(_ message: String) { logger.warning("\(message)") }

  /// Says what has been done.
  func information(_ message: String) { logger.info("\(message)") }

  /// Says what is being done, with `--verbose` alone.
  func detail(_ message: String) { logger.debug("\(message)") }

  /// Whether progress may be shown: on a terminal, and not with `--quiet`.
  var showsProgress: Bool { level != .quiet && isatty(FileHandle.standardError.fileDescriptor) == 1 }
}

/// Writes messages as lines that begin with the program's name.
private struct PlainLogHandler: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .info

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let prefix = event.level >= .error ? "error: " : event.level == .warning ? "warning: " : ""
    FileHandle.standardError.write(Data("dateline: \(prefix)\(event.message)\n".utf8))
  }
}
