import Foundation

/// The form in which names are compared: lower case, no accents, apostrophes or full stops, hyphens as spaces.
public enum NameKey {
  /// The key of a name as it stands in a text: "Côte d'Ivoire" gives `cote divoire`, "U.S." gives `us`.
  public static func fold(_ name: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
      guard byte < 0x80 else { return foldUnicode(String(name)) }
      append(byte, to: &bytes)
    }
    if bytes.last == space { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The words of a key.
  public static func words(of key: String) -> [Substring] {
    key.utf8.split(separator: space).map { Substring($0) }
  }

  private static let space = UInt8(ascii: " ")

  private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte + 32)
    case UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "`"): break
    case UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"):
      if bytes.last != space, !bytes.isEmpty { bytes.append(space) }
    default: bytes.append(byte)
    }
  }

  private static func foldUnicode(_ name: String) -> String {
    var plain = ""
    for scalar in name.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      if scalar.properties.generalCategory == .nonspacingMark { continue }
      if let letters = letters(for: scalar) { plain += letters } else { plain.unicodeScalars.append(scalar) }
    }
    var bytes: [UInt8] = []
    for byte in plain.utf8 { append(byte, to: &bytes) }
    if bytes.last == space { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
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
