import Foundation

/// Gives out the ids of nodes: made of what the node is, the same for the same input, each one once.
struct NodeIdentifiers {
  private var given: Set<String> = []

  /// The proposed id, or the first of `proposed-2`, `proposed-3`, … that is still free.
  mutating func unique(_ proposed: String) -> String {
    var id = proposed
    var number = 1
    while !given.insert(id).inserted {
      number += 1
      id = "\(proposed)-\(number)"
    }
    return id
  }

  /// A name as a part of an id: its letters and digits in lower case, Latin ones without accents, words joined by
  /// hyphens.
  static func slug(_ name: String) -> String {
    let slug = name.utf8.allSatisfy { $0 < 0x80 } ? slug(ofASCII: name) : slug(ofUnicode: name)
    return slug.isEmpty ? "unnamed" : slug
  }

  private static func slug(ofASCII name: String) -> String {
    var slug: [UInt8] = []
    var isApart = false
    for byte in name.utf8 {
      let scalar = Unicode.Scalar(byte)
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9":
        if isApart { slug.append(UInt8(ascii: "-")) }
        isApart = false
        slug.append(("A"..."Z").contains(scalar) ? byte + 32 : byte)
      default: isApart = isApart || !slug.isEmpty && !isApostropheOrStop(scalar)
      }
    }
    return String(decoding: slug, as: UTF8.self)
  }

  private static func slug(ofUnicode name: String) -> String {
    var words: [String] = [""]
    var isLatin = true
    for scalar in name.decomposedStringWithCompatibilityMapping.unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        isLatin = scalar.value < firstScalarAfterLatin
        words[words.endIndex - 1] += scalar.properties.lowercaseMapping
      } else if isMark(scalar) {
        if !isLatin { words[words.endIndex - 1].unicodeScalars.append(scalar) }
      } else if !isApostropheOrStop(scalar), words.last?.isEmpty == false {
        words.append("")
      }
    }
    return words.filter { !$0.isEmpty }.joined(separator: "-").precomposedStringWithCanonicalMapping
  }

  private static let firstScalarAfterLatin: UInt32 = 0x370

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  /// "O'Neill" and "U.S." are one word.
  private static func isApostropheOrStop(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "’" || scalar == "."
  }
}
