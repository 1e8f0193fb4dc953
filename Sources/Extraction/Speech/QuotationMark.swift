/// A quotation mark in a text and what the characters around it let it be.
struct QuotationMark {
  /// Marks that open and close each other.
  enum Family {
    case straight
    case curly
    case angled
    case single
  }

  let family: Family
  /// Number of scalars: two where it is typed as two single marks.
  let length: Int
  /// Whether its shape lets it open a quotation.
  let canOpen: Bool
  /// Whether it stands where an opening mark stands.
  let isOpening: Bool
  /// Whether it stands where a closing mark stands.
  let isClosing: Bool

  /// Reads the mark at a position; nil where there is none.
  init?(at position: Int, in scalars: ContiguousArray<Unicode.Scalar>) {
    let scalar = scalars[position]
    guard Self.isMark(scalar) else { return nil }
    let isDoubled =
      (scalar == "'" || scalar == "`") && position + 1 < scalars.count && scalars[position + 1] == scalar
    length = isDoubled ? 2 : 1
    let before = position > 0 ? scalars[position - 1] : " "
    let after = position + length < scalars.count ? scalars[position + length] : " "
    let opensHere = !Self.endsWord(before) && !after.properties.isWhitespace && !",;:)".unicodeScalars.contains(after)
    let closesHere = !before.properties.isWhitespace && !Self.isWordCharacter(after)
    switch scalar {
    case _ where isDoubled, "\"", "\u{FF02}":
      family = .straight
      canOpen = true
      isOpening = opensHere
      isClosing = closesHere || !opensHere
    case "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}":
      family = .curly
      canOpen = scalar != "\u{201D}"
      isOpening = scalar == "\u{201E}" || (scalar != "\u{201D}" && opensHere)
      isClosing = scalar == "\u{201D}" || (scalar == "\u{201C}" && !opensHere)
    case "«", "»":
      family = .angled
      canOpen = scalar == "«"
      isOpening = scalar == "«"
      isClosing = scalar == "»"
    case "'", "\u{2018}", "\u{2019}", "`", "\u{2039}", "\u{203A}":
      family = .single
      canOpen = scalar != "\u{2019}" && scalar != "\u{203A}"
      isOpening = canOpen && opensHere && (Self.isWordCharacter(after) || after == "[" || after == ".")
      isClosing = scalar != "\u{2018}" && scalar != "`" && closesHere
    default: return nil
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "`", "«", "»", "\u{2018}", "\u{2019}", "\u{201C}"..."\u{201F}", "\u{2039}", "\u{203A}", "\u{FF02}":
      true
    default: false
    }
  }

  private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.isDecimal
  }

  /// Whether a mark behind this character cannot open anything.
  private static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
    isWordCharacter(scalar) || ".,!?%;)]".unicodeScalars.contains(scalar)
  }
}
