import Foundation
import SwiftCSV

/// A form in which one file holds many articles.
public enum RecordForm: Sendable, Hashable {
  /// One JSON object a line: https://jsonlines.org.
  case jsonLines
  /// A table with a header, its cells apart by this character, as RFC 4180 has it.
  case table(delimiter: Character)

  /// The endings of files in these forms, in small letters.
  public static let endings = ["jsonl", "ndjson", "csv", "tsv"]

  /// The form that a path's ending tells, or nil for files with one article.
  public init?(path: String) {
    switch URL(fileURLWithPath: path).pathExtension.lowercased() {
    case "jsonl", "ndjson": self = .jsonLines
    case "csv": self = .table(delimiter: ",")
    case "tsv": self = .table(delimiter: "\t")
    default: return nil
    }
  }
}

/// The bytes of one article's record, not yet read, and how messages call it.
public struct RawRecord: Sendable, Hashable {
  enum Content: Sendable, Hashable {
    case json(Data)
    case row(Data, columns: [String], delimiter: Character, id: String)
  }

  var content: Content
  /// The source with the number of the record's first line.
  public let name: String
}

/// Reads the records of a stream one by one, never holding more than one of them.
public struct RecordReader {
  private let form: RecordForm
  private let input: String
  private var lines: LineReader
  private var number = 0
  private var columns: [String]?

  /// Reads from a handle.
  ///
  /// - Parameter input: How errors call the source: the path, or "standard input".
  public init(_ handle: FileHandle, form: RecordForm, input: String) {
    self.form = form
    self.input = input
    lines = LineReader(handle)
  }

  /// The next record, or nil at the end; throws where the stream cannot be read or a table has no column of texts.
  public mutating func next() throws(ArticleReadingError) -> RawRecord? {
    switch form {
    case .jsonLines:
      guard let line = try nextLine() else { return nil }
      return RawRecord(content: .json(line), name: "\(input), line \(number)")
    case .table(let delimiter):
      let columns = try columns(delimiter)
      guard let line = try nextLine() else { return nil }
      let first = number
      let row = try wholeRow(from: line)
      let id = "\(URL(fileURLWithPath: input).deletingPathExtension().lastPathComponent)-\(first)"
      return RawRecord(
        content: .row(row, columns: columns, delimiter: delimiter, id: id),
        name: "\(input), line \(first)"
      )
    }
  }

  /// The records to the end, or to the error that ends them.
  public var results: some Sequence<Result<RawRecord, ArticleReadingError>> {
    sequence(state: Optional(self)) { reader -> Result<RawRecord, ArticleReadingError>? in
      do throws(ArticleReadingError) {
        return try reader?.next().map { .success($0) }
      } catch {
        reader = nil
        return .failure(error)
      }
    }
  }

  private mutating func nextLine() throws(ArticleReadingError) -> Data? {
    while let line = try anyLine() { if line.contains(where: { $0 > UInt8(ascii: " ") }) { return line } }
    return nil
  }

  /// The next line, which may be blank.
  private mutating func anyLine() throws(ArticleReadingError) -> Data? {
    do {
      let line = try lines.next()
      number += 1
      return line
    } catch {
      throw ArticleReadingError(input: input, kind: .unreadable(error.localizedDescription))
    }
  }

  /// A row from its first line on: a quoted cell may run over many lines, and ends where the quotes pair up.
  private mutating func wholeRow(from line: Data) throws(ArticleReadingError) -> Data {
    var row = line
    let first = number
    var isOpen = Self.hasOddQuotes(line)
    while isOpen, row.count <= ArticleReader.largestArticle, let next = try anyLine() {
      row.append(UInt8(ascii: "\n"))
      row.append(next)
      isOpen = isOpen != Self.hasOddQuotes(next)
    }
    guard !isOpen else {
      throw ArticleReadingError(input: "\(input), line \(first)", kind: .badTable("a quotation mark is not closed"))
    }
    return row
  }

  private static func hasOddQuotes(_ line: Data) -> Bool {
    line.count { $0 == UInt8(ascii: "\"") } % 2 == 1
  }

  private mutating func columns(_ delimiter: Character) throws(ArticleReadingError) -> [String] {
    if let columns { return columns }
    guard let line = try nextLine() else { throw ArticleReadingError(input: input, kind: .empty) }
    let text = try TextDecoding.text(of: try wholeRow(from: line), input: input)
    let columns = try TableRow.cells(of: text, delimiter: delimiter, input: input)
    guard columns.contains(where: { $0.lowercased() == "text" }) else {
      throw ArticleReadingError(
        input: input,
        kind: .badTable("the first line names no column 'text', but \(columns.joined(separator: ", "))")
      )
    }
    self.columns = columns
    return columns
  }
}

/// One row of a table of articles.
enum TableRow {
  /// The record of a row: the columns are called as the members of a record, in capitals or small letters. Where none
  /// is called "id", the address names the article, else its place in the table.
  static func record(
    _ row: Data,
    columns: [String],
    delimiter: Character,
    id: String,
    input: String
  ) throws(ArticleReadingError) -> ArticleRecord {
    let text = try TextDecoding.text(of: row, input: input)
    let values = try cells(of: text, delimiter: delimiter, input: input)
    func value(_ name: String) -> String? {
      guard let column = columns.firstIndex(where: { $0.lowercased() == name }), column < values.count else {
        return nil
      }
      return values[column].isEmpty ? nil : values[column]
    }
    let date = value("date")
    guard date.map({ CalendarDate($0) != nil }) ?? true else {
      throw ArticleReadingError(input: input, kind: .badTable("'\(date ?? "")' is no ISO 8601 date"))
    }
    return ArticleRecord(
      id: value("id") ?? value("url") ?? id,
      text: value("text") ?? "",
      date: date.flatMap { CalendarDate($0) },
      title: value("title"),
      url: value("url")
    )
  }

  /// The cells of one row.
  static func cells(of row: String, delimiter: Character, input: String) throws(ArticleReadingError) -> [String] {
    do {
      return try CSV<Enumerated>(string: row, delimiter: .character(delimiter), loadColumns: false, rowLimit: 0).header
    } catch CSVParseError.quotation(let message), CSVParseError.generic(let message) {
      throw ArticleReadingError(input: input, kind: .badTable(message))
    } catch {
      throw ArticleReadingError(input: input, kind: .badTable("\(error)"))
    }
  }
}
