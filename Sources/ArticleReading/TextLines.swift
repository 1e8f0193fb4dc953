/// One line of a text, without its terminator and the white space around it.
struct TextLine {
  /// Unicode scalar offsets into the text.
  var range: Range<Int>
  /// The characters of the range.
  var text: String
  /// Whether a blank line, or the beginning of the text, comes before it.
  var followsBlank: Bool

  /// The lines of a text that hold more than white space, in order.
  static func lines(of text: String) -> [TextLine] {
    let scalars = Array(text.unicodeScalars)
    var lines: [TextLine] = []
    var followsBlank = true
    var start = 0
    while start < scalars.count {
      let end = scalars[start...].firstIndex(where: isLineTerminator) ?? scalars.count
      if let range = trimmed(start..<end, in: scalars) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        lines.append(TextLine(range: range, text: String(view), followsBlank: followsBlank))
        followsBlank = false
      } else {
        followsBlank = true
      }
      let isPair = end + 1 < scalars.count && scalars[end] == "\r" && scalars[end + 1] == "\n"
      start = end + (isPair ? 2 : 1)
    }
    return lines
  }

  private static func isLineTerminator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  private static func trimmed(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> Range<Int>? {
    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
    }
    guard let first = scalars[range].firstIndex(where: { !isSpace($0) }),
      let last = scalars[range].lastIndex(where: { !isSpace($0) })
    else { return nil }
    return first..<(last + 1)
  }
}
