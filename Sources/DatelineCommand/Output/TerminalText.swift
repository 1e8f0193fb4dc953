/// Text made safe for a terminal, measured and cut by the columns that it fills.
enum TerminalText {
  /// The text on one line, without anything that moves the cursor, changes colours or turns the direction of writing.
  static func line(_ text: String) -> String {
    guard !isLine(text) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isASCII, scalar.value >= 0x20, scalar.value < 0x7F {
        scalars.append(scalar)
        continue
      }
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: scalars.append(" ")
      case .format where scalar != "\u{200D}": continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars).split(separator: " ").joined(separator: " ")
  }

  /// Whether a text consists of visible ASCII with single spaces between.
  private static func isLine(_ text: String) -> Bool {
    var last = UInt8(ascii: " ")
    for byte in text.utf8 {
      guard byte >= 0x20, byte < 0x7F, byte != last || byte != UInt8(ascii: " ") else { return false }
      last = byte
    }
    return text.isEmpty || last != UInt8(ascii: " ")
  }

  /// How many columns a text fills.
  static func width(of text: String) -> Int {
    text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.reduce(0) { $0 + width(of: $1) }
  }

  /// The text cut to so many columns.
  static func cut(_ text: String, to columns: Int) -> String {
    guard width(of: text) > columns else { return text }
    var cut = ""
    var used = 0
    for character in text {
      used += self.width(of: character)
      guard used < columns else { break }
      cut.append(character)
    }
    return cut + "…"
  }

  /// The text in at most so many lines of so many columns, broken between words; what is left over is cut.
  static func wrapped(_ text: String, to columns: Int, lines most: Int) -> [String] {
    var lines: [String] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      guard lines.count + 1 < most else { return lines + [cut(String(rest), to: columns)] }
      var (used, end, lastBreak) = (0, rest.startIndex, rest.startIndex)
      while end < rest.endIndex {
        used += width(of: rest[end])
        guard used <= columns else { break }
        if rest[end] == " " { lastBreak = end }
        end = rest.index(after: end)
      }
      if end == rest.endIndex { return lines + [String(rest)] }
      if rest[end] == " " { lastBreak = end }
      let stop = lastBreak > rest.startIndex ? lastBreak : end > rest.startIndex ? end : rest.index(after: end)
      lines.append(String(rest[..<stop]))
      rest = rest[stop...].drop { $0 == " " }
    }
    return lines
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
