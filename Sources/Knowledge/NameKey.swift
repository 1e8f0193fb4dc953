import Foundation

/// The form in which names are compared: lower case, no accents, apostrophes or full stops, hyphens as spaces.
public enum NameKey {
  /// The key of a name as it stands in a text: "Côte d'Ivoire" gives `cote divoire`, "U.S." gives `us`.
  public static func fold(_ name: some StringProtocol) -> String { fold(String(name)) }

  /// The key of a name as it stands in a text.
  public static func fold(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { $0 < 0x80 }
    let bytes = isPlain ? name.utf8 : plain(name).utf8
    return String(unsafeUninitializedCapacity: bytes.count) { key in
      var length = 0
      for byte in bytes {
        guard let folded = folded(byte, after: length > 0 ? key[length - 1] : space) else { continue }
        key[length] = folded
        length += 1
      }
      return length > 0 && key[length - 1] == space ? length - 1 : length
    }
  }

  /// The words of a key.
  public static func words(of key: String) -> [Substring] {
    key.utf8.split(separator: space).map { Substring($0) }
  }

  private static let space = UInt8(ascii: " ")

  /// What a byte gives in a key; nil where it gives nothing.
  private static func folded(_ byte: UInt8, after previous: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
    case UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "`"): nil
    case UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"): previous == space ? nil : space
    default: byte
    }
  }

  /// A name in lower case without accents, special letters replaced.
  private static func plain(_ name: String) -> String {
    var plain = ""
    for scalar in name.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      if scalar.properties.generalCategory == .nonspacingMark { continue }
      if let letters = letters(for: scalar) { plain += letters } else { plain.unicodeScalars.append(scalar) }
    }
    return plain
  }

  private static func letters(for scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "ø": "o"
    case "ł": "l"
    case "đ", "ð": "d"
    case "þ": "th"
    case "æ": "ae"
    case "œ": "oe"
    case "ß": "ss"
    case "ı": "i"
    case "ħ": "h"
    case "ŋ": "n"
    case "ə": "e"
    case "’", "‘", "ʻ", "ʼ", "ʿ", "ʾ": ""
    case "–", "\u{2010}", "\u{2011}", "\u{A0}", "\u{202F}": " "
    default: nil
    }
  }
}
