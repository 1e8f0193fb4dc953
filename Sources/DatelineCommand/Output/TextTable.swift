import Foundation

/// A table of plain text whose columns stand below each other and, on a terminal, fit its width.
///
/// Its last columns may be prose: where little room is left beside the others, they stand on lines of their own.
struct TextTable {
  private let headings: [String]
  private let prose: Int
  private var rows: [[String]] = []

  /// A table with the headings of its columns, of which so many at the end are prose.
  init(_ headings: [String], prose: Int = 0) {
    self.headings = headings
    self.prose = min(prose, headings.count - 1)
  }

  /// Adds a row with a text for each column.
  mutating func add(_ cells: [String]) {
    rows.append(cells.map(TerminalText.line))
  }

  /// The table's lines.
  ///
  /// - Parameter width: The most columns of the terminal to fill; nil sets no limit. The widest columns are cut first.
  func text(width: Int? = Terminal.width) -> String {
    let all = [headings] + rows
    var widths = headings.indices.map { column in all.map { TerminalText.width(of: $0[column]) }.max() ?? 0 }
    guard let width, Self.filled(widths) > width else { return all.map { Self.line($0, widths) }.joined() }
    let leading = headings.count - prose
    guard prose > 0 else {
      Self.shrink(&widths, to: width)
      return all.map { Self.line($0, widths) }.joined()
    }
    var narrow = Array(widths[..<leading])
    let least = Self.filled(narrow.map { min($0, Self.readable) })
    let left = width - prose * (Self.gap.count + Self.proseWidth)
    guard least <= left else {
      Self.shrink(&narrow, to: width)
      return Self.line(headings, narrow) + rows.map { Self.line($0, narrow) + below($0, width: width) }.joined()
    }
    Self.shrink(&narrow, to: left)
    widths = narrow + widths[leading...]
    Self.shrink(&widths, to: width, from: leading)
    return all.map { Self.line($0, widths) }.joined()
  }

  /// The prose of a row on lines of its own.
  private func below(_ cells: [String], width: Int) -> String {
    cells.suffix(prose).filter { !$0.isEmpty }.map { cell in
      TerminalText.wrapped(cell, to: max(width - Self.indentation.count, Self.readable), lines: Self.mostLines)
        .map { Self.indentation + $0 + "\n" }.joined()
    }.joined()
  }

  private static let gap = "  "
  private static let indentation = "    "
  private static let narrowest = 10
  private static let readable = 20
  private static let proseWidth = 44
  private static let mostLines = 3

  private static func filled(_ widths: [Int]) -> Int { widths.reduce(0, +) + gap.count * max(widths.count - 1, 0) }

  private static func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    var spaces = 0
    for (cell, width) in zip(cells, widths) {
      let text = TerminalText.cut(cell, to: width)
      if !text.isEmpty {
        line += String(repeating: " ", count: spaces) + text
        spaces = 0
      }
      spaces += width - TerminalText.width(of: text) + gap.count
    }
    return line + "\n"
  }

  private static func shrink(_ widths: inout [Int], to total: Int, from first: Int = 0) {
    while filled(widths) > total {
      guard let widest = widths[first...].max(), widest > narrowest, let column = widths.lastIndex(of: widest) else {
        return
      }
      widths[column] -= 1
    }
  }
}

/// The terminal that standard output goes to.
enum Terminal {
  /// How many characters fit in a line; nil where standard output is no terminal.
  static var width: Int? {
    let descriptor = FileHandle.standardOutput.fileDescriptor
    guard isatty(descriptor) == 1 else { return nil }
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
