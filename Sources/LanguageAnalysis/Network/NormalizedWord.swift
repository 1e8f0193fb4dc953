import Foundation

/// A word as the vocabulary of word pieces wants it: lower case, without accents and control characters, in parts.
struct NormalizedWord {
  /// The parts in UTF-8, one after the other.
  private(set) var bytes: [UInt8] = []
  /// The parts as ranges of `bytes`, each with its number of scalars; none is empty.
  private(set) var parts: [(bytes: Range<Int>, scalars: Int)] = []
  private var start = 0
  private var scalars = 0

  /// Normalises a word; memory is kept from one word to the next.
  mutating func read(_ word: String) {
    bytes.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    (start, scalars) = (0, 0)
    var word = word
    let isASCII = word.withUTF8 { utf8 in
      for byte in utf8 {
        guard byte < 0x80 else { return false }
        append(ascii: byte)
      }
      return true
    }
    if !isASCII {
      bytes.removeAll(keepingCapacity: true)
      parts.removeAll(keepingCapacity: true)
      (start, scalars) = (0, 0)
      let text = Self.lowercased(word).decomposedStringWithCanonicalMapping
      for scalar in text.unicodeScalars { append(scalar) }
    }
    endPart()
  }

  /// The lower case of a word, with the final form of the sigma.
  static func lowercased(_ word: String) -> String {
    var result = String.UnicodeScalarView()
    let scalars = Array(word.unicodeScalars)
    for (position, scalar) in scalars.enumerated() {
      if scalar == "Σ" {
        result.append(isFinal(position, in: scalars) ? "ς" : "σ")
      } else if scalar.isASCII {
        let isCapital = ("A"..."Z").contains(scalar)
        result.append(isCapital ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar)
      } else {
        result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(result)
  }

  /// Whether the letter ends its word: cased letters before it and none after it, but for ignorable marks.
  private static func isFinal(_ position: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let counts = { (scalar: Unicode.Scalar) in !scalar.properties.isCaseIgnorable }
    let before = scalars[..<position].last(where: counts)
    let after = scalars[(position + 1)...].first(where: counts)
    return before?.properties.isCased == true && after?.properties.isCased != true
  }

  private mutating func append(ascii byte: UInt8) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      bytes.append(byte)
      scalars += 1
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      bytes.append(byte + 32)
      scalars += 1
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      endPart()
    case 0x21...0x7E:
      endPart()
      bytes.append(byte)
      scalars = 1
      endPart()
    default:
      break
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII { return append(ascii: UInt8(scalar.value)) }
    if scalar == "\u{FFFD}" { return }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .control, .format: return
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return endPart()
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      appendAlone(scalar)
    default:
      if Self.isIdeograph(scalar) {
        appendAlone(scalar)
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
        scalars += 1
      }
    }
  }

  private mutating func appendAlone(_ scalar: Unicode.Scalar) {
    endPart()
    bytes.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
    scalars = 1
    endPart()
  }

  private mutating func endPart() {
    if start < bytes.count { parts.append((start..<bytes.count, scalars)) }
    (start, scalars) = (bytes.count, 0)
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2CEAF, 0xF900...0xFAFF, 0x2F800...0x2FA1F: true
    default: false
    }
  }
}
