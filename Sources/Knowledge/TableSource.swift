import Foundation
import KnowledgeTables

/// Where the tables come from: embedded in the program, with a user's folder of additions laid over them.
///
/// A file `NAME.tsv` in the user's folder adds its rows to the embedded table NAME; a row whose first cell (the id)
/// equals an embedded row's replaces that row; a row with an id alone, or with `-` as its second cell, removes it where the table has
/// further columns.
public struct TableSource: Sendable {
  private let additions: URL?

  /// A source of the embedded tables, with the additions of a folder where one is given.
  public init(additions: URL? = nil) {
    self.additions = additions
  }

  /// Reads a table by name; throws `KnowledgeError` where it does not exist or cannot be read.
  public func table(_ name: String) throws(KnowledgeError) -> Table {
    guard let text = Self.embeddedText(of: name) else {
      throw KnowledgeError(table: name, line: 0, problem: "is not part of the program")
    }
    let embedded = try Table(name: name, text: text)
    guard let addition = try addition(to: name) else { return embedded }
    return embedded.overlaid(by: addition)
  }

  private func addition(to name: String) throws(KnowledgeError) -> Table? {
    guard let additions else { return nil }
    let file = additions.appendingPathComponent("\(name).tsv")
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    guard let data = FileManager.default.contents(atPath: file.path), let text = String(data: data, encoding: .utf8)
    else {
      throw KnowledgeError(table: file.path, line: 0, problem: "cannot be read as UTF-8 text")
    }
    return try Table(name: file.path, text: text)
  }

  /// The rows that the user's folder adds to a table that is not read whole; throws `KnowledgeError` as `table` does.
  func addedRows(_ name: String) throws(KnowledgeError) -> [Table.Row] {
    try addition(to: name)?.rows ?? []
  }

  /// The embedded text of a table as bytes that live as long as the program.
  static func embeddedBytes(of name: String) -> UnsafeBufferPointer<UInt8>? {
    for position in 0..<dateline_knowledge_table_count() {
      let table = dateline_knowledge_table_at(position)
      if String(cString: table.name) == name { return UnsafeBufferPointer(start: table.bytes, count: table.length) }
    }
    return nil
  }

  /// The names of all embedded tables, sorted.
  public static var names: [String] {
    (0..<dateline_knowledge_table_count()).map { String(cString: dateline_knowledge_table_at($0).name) }.sorted()
  }

  private static func embeddedText(of name: String) -> String? {
    embeddedBytes(of: name).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension Table {
  private init(name: String, columns: [String], rows: [Row]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }

  /// The table with another one's rows laid over it, by the id in the first column.
  func overlaid(by other: Table) -> Table {
    guard let key = columns.first else { return other }
    let replaced = Set(other.rows.map { $0[key] })
    let kept = rows.filter { !replaced.contains($0[key]) }
    let added = other.rows.filter { row in
      let rest = columns.dropFirst().map { row[$0] }
      return rest.isEmpty || rest.first != "-" && rest.contains { !$0.isEmpty }
    }
    return Table(name: name, columns: columns, rows: kept + added)
  }
}
