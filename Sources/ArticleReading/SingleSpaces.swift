extension String {
  /// The words with single spaces between them, on one line.
  package var withSingleSpaces: String {
    hasSingleSpaces ? self : split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private var hasSingleSpaces: Bool {
    var isAfterSpace = true
    for scalar in unicodeScalars {
      let isSpace = scalar == " "
      if isSpace ? isAfterSpace : Self.isOtherSpace(scalar) || isAfterSpace && Self.isMark(scalar) { return false }
      isAfterSpace = isSpace
    }
    return !isAfterSpace
  }

  private static func isOtherSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar.value < 0x20 : scalar.properties.isWhitespace
  }

  /// Whether this makes one character of the space before it and itself.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard !scalar.isASCII else { return false }
    return switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .format: true
    default: false
    }
  }
}
