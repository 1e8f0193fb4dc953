/// Makes any text safe inside Graphviz's attributes and HTML-like labels.
enum GraphvizText {
  /// The longest text that is handed over, in Unicode scalars; longer ones are cut and end in an ellipsis.
  static let longest = 2_000

  /// A text without control characters, cut to the longest that is allowed.
  static func cleaned(_ text: String, limit: Int = longest) -> String {
    var kept = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      guard count < limit else { return String(kept) + "…" }
      count += 1
      kept.append(isAllowed(scalar) ? scalar : " ")
    }
    return String(kept)
  }

  /// A plain attribute value in which no escape sequence (`\N`, `\l`, …) is read.
  static func plain(_ text: String, limit: Int = longest) -> String {
    cleaned(text, limit: limit).replacing("\\", with: "\\\\").replacing("&", with: "&amp;")
  }

  /// Text inside an HTML-like label.
  static func html(_ text: String, limit: Int = longest) -> String {
    cleaned(text, limit: limit).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }

  /// What XML 1.0 allows, less characters that turn the direction of writing or are no characters.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: false
    case let value where value & 0xFFFE == 0xFFFE: false
    default: true
    }
  }
}
