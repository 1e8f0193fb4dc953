import CGraphviz

/// Makes any text safe inside Graphviz's attributes and HTML-like labels.
enum GraphvizText {
  /// The longest text that is handed over, in Unicode scalars; longer ones are cut and end in an ellipsis.
  static let longest = 2_000

  /// A plain attribute value in which no escape sequence (`\N`, `\l`, …) is read.
  static func plain(_ text: String) -> String {
    cleaned(text, limit: longest) { scalar in
      switch scalar {
      case "\\": "\\\\".unicodeScalars
      case "&": "&amp;".unicodeScalars
      default: nil
      }
    }
  }

  /// Text inside an HTML-like label, an element or an attribute.
  static func html(_ text: String, limit: Int = longest) -> String {
    cleaned(text, limit: limit) { scalar in
      switch scalar {
      case "&": "&amp;".unicodeScalars
      case "<": "&lt;".unicodeScalars
      case ">": "&gt;".unicodeScalars
      case "\"": "&quot;".unicodeScalars
      case "'": "&#39;".unicodeScalars
      default: nil
      }
    }
  }

  /// How wide a text is in points.
  static func width(_ text: String, points: Double, isBold: Bool = false) -> Double {
    dateline_graphviz_text_width(text, points, isBold ? 1 : 0)
  }

  /// A text without control characters, cut to the longest that is allowed, with what stands for single characters.
  private static func cleaned(
    _ text: String,
    limit: Int,
    escape: (Unicode.Scalar) -> String.UnicodeScalarView?
  ) -> String {
    var kept = String.UnicodeScalarView()
    kept.reserveCapacity(text.utf8.count)
    var count = 0
    for scalar in text.unicodeScalars {
      guard count < limit else { return String(kept) + "…" }
      count += 1
      if let escaped = escape(scalar) {
        kept.append(contentsOf: escaped)
      } else {
        kept.append(isAllowed(scalar) ? scalar : " ")
      }
    }
    return String(kept)
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
