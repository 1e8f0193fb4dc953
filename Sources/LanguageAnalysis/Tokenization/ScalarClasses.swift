extension Unicode.Scalar {
  /// Whether the scalar ends a line.
  var isLineTerminator: Bool {
    switch self {
    case "\n", "\r", "\u{0B}", "\u{85}", "\u{2028}": true
    default: isParagraphSeparator
    }
  }

  /// Whether the scalar ends a paragraph by itself.
  var isParagraphSeparator: Bool { self == "\u{2029}" || self == "\u{0C}" }

  /// Whether the scalar stands between tokens: white space of any kind, and controls.
  var separatesWords: Bool {
    if value < 0x80 { return value <= 0x20 || value == 0x7F }
    return properties.isWhitespace || properties.generalCategory == .control
  }
}
