import Foundation
import Knowledge

/// Brings names into the forms by which they are compared; no form is ever shown.
package struct NameFolder: Sendable {
  private let naming: NamingTables
  private let countries: CountryTable
  private let variants: [String: [(key: String, country: String?)]]
  private let groupsOfGivenName: [String: Set<Int>]
  private let transliteration: Transliteration

  /// A folder that knows spellings by the given tables.
  package init(naming: NamingTables, countries: CountryTable) {
    self.naming = naming
    self.countries = countries
    var variants: [String: [(key: String, country: String?)]] = [:]
    for row in naming.variants {
      let key = Self.words(row.name, naming: naming).joined(separator: " ")
      let variant = Self.words(row.variant, naming: naming).joined(separator: " ")
      guard key != variant else { continue }
      variants["\(row.kind):\(variant)", default: []].append((key, row.country))
    }
    self.variants = variants
    let transliteration = Transliteration(naming: naming)
    var groups: [String: Set<Int>] = [:]
    for (number, forms) in naming.givenNames.enumerated() {
      for form in forms { groups[transliteration.folded(form), default: []].insert(number) }
    }
    self.transliteration = transliteration
    groupsOfGivenName = groups
  }

  /// The words of a name: lower case, without diacritics, dots, apostrophes, possessive ending and leading "the".
  package func words(_ name: String) -> [String] { Self.words(name, naming: naming) }

  /// The words of a person's name, without titles, folded over romanisations.
  package func personWords(_ name: String) -> [String] { plainPersonWords(name).map(folded) }

  /// The words of a person's name, without titles, as romanised in the name. The number of a king or pope stays, where
  /// a single name is left before it.
  func plainPersonWords(_ name: String) -> [String] {
    var words = words(name)
    while words.count > 1, naming.isAffix(words[0], .honorific), !Self.isNumeral(words[1]) { words.removeFirst() }
    while words.count > 1, let last = words.last, naming.isAffix(last, .suffix) {
      if words.count == 2, Self.isNumeral(last) { break }
      words.removeLast()
    }
    return words
  }

  private func folded(_ word: String) -> String { Self.isNumeral(word) ? word : transliteration.folded(word) }

  /// Whether a word is a small Roman number.
  static func isNumeral(_ word: String) -> Bool { numerals.contains(word) }

  /// By which of its words a folded name of a person is called for short: the last one, of a king or pope the first.
  static func shortName(of words: [String]) -> String? {
    words.last.flatMap { words.count == 2 && isNumeral($0) ? words.first : $0 }
  }

  private static let numerals: Set<String> = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii",
    "xviii", "xix", "xx", "xxi", "xxii", "xxiii",
  ]

  /// The form by which names of organisations and things are compared; a country in the name is left out where the
  /// rest of the name is generic.
  package func organizationKey(_ name: String) -> String {
    if let body = nationalBody(name) { return body.key }
    var words = words(name)
    while words.count > 1, let last = words.last, naming.isAffix(last, .corporate) { words.removeLast() }
    let generic = isGeneric(words.joined(separator: " "))
    let key = (generic ? Self.ministryFirst(words, naming) : words).joined(separator: " ")
    return variants["organization:\(key)"]?.first?.key ?? key
  }

  /// The generic name and the country of an organisation that is called by both: "US Supreme Court", "Parliament of
  /// Ghana", "Department of Justice of the United States"; nil for other names.
  package func nationalBody(_ name: String) -> (key: String, country: String)? {
    let words = words(name)
    guard words.count > 1 else { return nil }
    for length in 1..<min(words.count, 5) {
      let before = words[..<length].joined(separator: " ")
      let found = countries.country(named: before) ?? countries.country(ofAdjective: before)
      if let found, let key = genericBody(Array(words[length...])) { return (key, found.code) }
      var rest = Array(words.dropLast(length))
      guard let after = countries.country(named: words.suffix(length).joined(separator: " ")) else { continue }
      if rest.last == "the" { rest.removeLast() }
      if rest.last == "of", let key = genericBody(Array(rest.dropLast())) { return (key, after.code) }
    }
    return nil
  }

  private func genericBody(_ words: [String]) -> String? {
    let key = Self.ministryFirst(words, naming).joined(separator: " ")
    guard let first = words.first, isGeneric(key) else { return nil }
    return words.count > 1 || naming.isAffix(first, .sole) ? key : nil
  }

  /// "Justice Department" in the form of "Department of Justice".
  private static func ministryFirst(_ words: [String], _ naming: NamingTables) -> [String] {
    guard words.count > 1, let last = words.last, naming.isAffix(last, .ministry), !words.contains("of") else {
      return words
    }
    return [last, "of"] + words.dropLast()
  }

  /// Whether the holder of an office is known by a single name: a king, a pope.
  package func isRegnal(_ role: String) -> Bool { !thrones(of: [role]).isEmpty }

  /// The words of roles whose holders are known by a single name: "pope" of a Roman Catholic pope.
  func thrones(of roles: some Sequence<String>) -> Set<String> {
    Set(roles.flatMap { $0.prefix { $0 != "@" }.split(separator: " ").map(String.init) })
      .filter { naming.isAffix($0, .regnal) }
  }

  /// The form by which names of places are compared; a country is named by its code.
  package func placeKey(_ name: String, detail: PlaceDetail) -> String {
    if detail.placeKind == "country", let country = detail.country { return "=\(country.lowercased())" }
    let key = words(name).joined(separator: " ")
    let known = variants["place:\(key)"]?.first { variant in
      variant.country == nil || detail.country == nil || variant.country == detail.country
    }
    return known?.key ?? key
  }

  /// Whether an organisation's name consists of words alone that organisations of every country have.
  package func isGeneric(_ key: String) -> Bool {
    key.split(separator: " ").allSatisfy { word in
      naming.isAffix(String(word), .generic) || naming.isAffix(String(word), .connective)
    }
  }

  /// The first letters of the words of a name that are no connectives.
  package func acronym(of key: String) -> String {
    String(key.split(separator: " ").filter { !naming.isAffix(String($0), .connective) }.compactMap(\.first))
  }

  /// Whether two folded given names may belong to one person: nicknames and forms of several languages.
  package func areVariants(_ left: String, _ right: String) -> Bool {
    guard let left = groupsOfGivenName[left], let right = groupsOfGivenName[right] else { return false }
    return !left.isDisjoint(with: right)
  }

  private static func words(_ name: String, naming: NamingTables) -> [String] {
    let words = plainWords(name, naming: naming) ?? accentedWords(name, naming: naming)
    return words.count > 1 && words[0] == "the" ? Array(words.dropFirst()) : words
  }

  /// The words of a name in ASCII alone, in which nothing is to be decomposed; nil for other names.
  private static func plainWords(_ name: String, naming: NamingTables) -> [String]? {
    guard !naming.foldsPlainLetters else { return nil }
    var words: [String] = []
    var word: [UInt8] = []
    func close() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    let isPossessive = name.hasSuffix("'s") || name.hasSuffix("'S")
    for byte in name.utf8.dropLast(isPossessive ? 2 : 0) {
      switch byte {
      case 0x80...: return nil
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): word.append(byte)
      case UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "`"): continue
      default: close()
      }
    }
    close()
    return words
  }

  private static func accentedWords(_ name: String, naming: NamingTables) -> [String] {
    var text = name.precomposedStringWithCompatibilityMapping.lowercased()
    for ending in ["'s", "’s", "ʼs"] where text.hasSuffix(ending) { text.removeLast(2) }
    var words: [String] = []
    var word = ""
    for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: continue
      default: break
      }
      if ".'’ʼʻ`‘".unicodeScalars.contains(scalar) { continue }
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word += naming.fold(String(scalar), at: .letter) ?? String(scalar)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}

/// The consonants of a word, by which spellings of a name that differ in vowels meet.
func consonants(of word: String) -> String {
  guard let first = word.first else { return "" }
  let kept = word.dropFirst().filter { !"aeiouh".contains($0) }
  return ("aeiou".contains(first) ? "a" : String(first)) + kept
}
