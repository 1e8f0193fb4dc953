/// The shape of a word: what an uncased vocabulary does not see (Training/FORMAT.md).
package enum WordShape {
  /// Number of shapes, that of the sequence's ends included.
  static let count = 15
  /// The shape of `[CLS]` and `[SEP]`.
  static let none: UInt8 = 0

  private enum Kind: UInt8 {
    case lower, initial, capitals, mixed, digits, other, single
  }

  /// The index of a word's shape; `isFirst`: whether it begins its sentence.
  package static func index(of word: String, isFirst: Bool) -> UInt8 {
    1 + kind(of: word).rawValue + (isFirst ? 7 : 0)
  }

  private static func kind(of word: String) -> Kind {
    var (letters, capitals) = (0, 0)
    var (startsWithCapital, hasDigit) = (false, false)
    for scalar in word.unicodeScalars {
      let (isLetter, isCapital, isDigit) = classes(of: scalar)
      if isLetter {
        if isCapital {
          capitals += 1
          if letters == 0 { startsWithCapital = true }
        }
        letters += 1
      } else if isDigit {
        hasDigit = true
      }
    }
    if letters == 0 { return hasDigit ? .digits : .other }
    if letters == 1, capitals == 1 { return .single }
    if capitals == 0 { return .lower }
    if capitals == letters { return .capitals }
    return capitals == 1 && startsWithCapital ? .initial : .mixed
  }

  private static func classes(of scalar: Unicode.Scalar) -> (letter: Bool, capital: Bool, digit: Bool) {
    switch scalar {
    case "a"..."z": return (true, false, false)
    case "A"..."Z": return (true, true, false)
    case "0"..."9": return (false, false, true)
    case "\0"..."\u{7F}": return (false, false, false)
    default: break
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return (true, properties.isUppercase, false)
    default:
      let isDigit = properties.numericType == .digit || properties.numericType == .decimal
      return (false, false, isDigit)
    }
  }
}
