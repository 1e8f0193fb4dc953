import Foundation

/// A table of plain text whose columns stand below each other and, on a terminal, fit its width.
struct TextTable {
  private let headings: [String]
  private var rows: [[String]] = []

  /// A table with the headings of its columns.
  init(_ headings: [String]) {
    self.headings = headings
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
    if let width { Self.shrink(&widths, to: width - Self.gap.count * (headings.count - 1)) }
    return all.map { cells in
      let line = zip(cells, widths).map { TerminalText.fitted($0, to: $1) }.joined(separator: Self.gap)
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }

  private static let gap = "  "
  private static let narrowest = 8

  private static func shrink(_ widths: inout [Int], to total: Int) {
    while widths.reduce(0, +) > total {
      guard let widest = widths.max(), widest > narrowest, let column = widths.lastIndex(of: widest) else { return }
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

/// Text made safe for a terminal, measured and cut by the columns that it fills.
enum TerminalText {
  /// The text on one line, without anything that moves the cursor, changes colours or turns the direction of writing.
  static func line(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: scalars.append(" ")
      case .format where scalar != "\u{200D}": continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars).split(separator: " ").joined(separator: " ")
  }

  /// How many columns a text fills.
  static func width(of text: String) -> Int { text.reduce(0) { $0 + width(of: $1) } }

  /// The text cut or padded to so many columns.
  static func fitted(_ text: String, to columns: Int) -> String {
    let width = width(of: text)
    guard width > columns else { return text + String(repeating: " ", count: columns - width) }
    var cut = ""
    var used = 0
    for character in text {
      used += self.width(of: character)
      guard used < columns else { break }
      cut.append(character)
    }
    return fitted(cut + "…", to: columns)
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD,
  ]

  private static func width(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }
}
