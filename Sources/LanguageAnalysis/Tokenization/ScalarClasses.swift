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

  /// Whether the scalar is there for the typesetting alone: soft hyphen, zero-width space, directional mark.
  var isInvisible: Bool {
    switch value {
    case 0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether the scalar is part of a word or number: letter, mark or digit.
  var isWordPart: Bool {
    if value < 0x80 { return isLetter || isDigit }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
      return true
    default: return false
    }
  }

  /// Whether the scalar is a letter.
  var isLetter: Bool {
    if value < 0x80 { return value | 0x20 >= 0x61 && value | 0x20 <= 0x7A }
    return properties.isAlphabetic
  }

  /// Whether the scalar is one of the digits 0 to 9.
  var isDigit: Bool { value >= 0x30 && value <= 0x39 }

  /// Whether the scalar is a capital letter.
  var isCapital: Bool {
    if value < 0x80 { return value >= 0x41 && value <= 0x5A }
    return properties.isUppercase || properties.generalCategory == .titlecaseLetter
  }

  /// Whether the scalar is a small letter.
  var isSmall: Bool {
    if value < 0x80 { return value >= 0x61 && value <= 0x7A }
    return properties.isLowercase
  }

  /// Whether the scalar is used as an apostrophe.
  var isApostrophe: Bool {
    switch self {
    case "'", "’", "‘", "ʼ", "`", "´": true
    default: false
    }
  }

  /// Whether the scalar is a hyphen within words.
  var isHyphen: Bool { self == "-" || self == "\u{2010}" || self == "\u{2011}" }

  /// Whether the scalar sets off parts of a sentence.
  var isDash: Bool { isHyphen || (value >= 0x2012 && value <= 0x2015) }

  /// Whether the scalar opens a bracket or is an opening quotation mark.
  var opens: Bool {
    switch self {
    case "(", "[", "{", "<", "“", "‘", "«", "„", "‚", "‹", "¿", "¡": true
    default: false
    }
  }

  /// Whether the scalar closes a bracket or a quotation.
  var closes: Bool {
    switch self {
    case ")", "]", "}", ">", "”", "’", "»", "›", "\"", "'": true
    default: false
    }
  }

  /// Whether the scalar is a quotation mark that opens and closes alike.
  var isStraightQuote: Bool { self == "\"" || self == "'" || self == "＂" }

  /// Whether the scalar is a sign of a currency.
  var isCurrency: Bool { properties.generalCategory == .currencySymbol }

  /// Whether the scalar draws as a picture, and so may be the head of a sequence of scalars.
  var isPicture: Bool { value > 0x2000 && properties.isEmoji }

  /// Whether the scalar changes or joins the pictures beside it.
  var continuesPicture: Bool {
    switch value {
    case 0x200D, 0xFE0E, 0xFE0F, 0x20E3, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F: true
    default: false
    }
  }
}
