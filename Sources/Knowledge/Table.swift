/// A table of knowledge: tab-separated text with a header line, `#` comments and one record a line.
///
/// Format: UTF-8; lines that are blank or begin with `#` are left out; the first other line names the columns; a
/// record may have fewer cells than the header (the rest are empty), never more; cells are trimmed; a cell may hold
/// several values separated by `|`.
public struct Table: Sendable {
  /// One record, by column name.
  public struct Row: Sendable {
    let columns: [String: Int]
    let cells: [String]
    /// Line number in the file, counted from 1.
    public let line: Int

    /// The cell under a column, or an empty string where it is empty, absent or there is no such column.
    public subscript(column: String) -> String {
      guard let position = columns[column], position < cells.count else { return "" }
      return cells[position]
    }

    /// The values of a cell that holds several, separated by `|`.
    public func values(_ column: String) -> [String] {
      self[column].split(separator: "|").map { String($0).trimmed }.filter { !$0.isEmpty }
    }
  }

  /// What the table is called: the name of its file without the extension.
  public let name: String
  /// Names of the columns, in the order of the header.
  public let columns: [String]
  /// The records, in the order of the file.
  public let rows: [Row]

  /// Reads a table; throws `KnowledgeError` where there is no header, a column is named twice or a record is too long.
  public init(name: String, text: String) throws(KnowledgeError) {
    self.name = name
    var header: [String: Int]?
    var columns: [String] = []
    var rows: [Row] = []
    var number = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      guard line.first != UInt8(ascii: "#"), line.contains(where: { $0 > UInt8(ascii: " ") }) else { continue }
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map(\.trimmed)
      guard let known = header else {
        columns = cells
        guard Set(cells).count == cells.count else {
          throw KnowledgeError(table: name, line: number, problem: "names a column twice")
        }
        header = Dictionary(uniqueKeysWithValues: zip(cells, cells.indices))
        continue
      }
      guard cells.count <= columns.count else {
        throw KnowledgeError(
          table: name,
          line: number,
          problem: "has \(cells.count) cells under \(columns.count) columns"
        )
      }
      rows.append(Row(columns: known, cells: cells, line: number))
    }
    guard header != nil else {
      throw KnowledgeError(table: name, line: number, problem: "ends without a line that names the columns")
    }
    self.columns = columns
    self.rows = rows
  }
}

extension String {
  var trimmed: String { Substring(self).utf8.trimmed }
}

extension Substring.UTF8View {
  /// The text without spaces and tabs around it.
  fileprivate var trimmed: String {
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    let kept = drop(while: isBlank)
    guard let last = kept.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(Substring(kept[...last]))
  }
}
