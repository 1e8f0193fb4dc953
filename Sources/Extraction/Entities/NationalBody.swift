import Knowledge
import LanguageAnalysis

/// A body that every country has one of: "the Russian Defence Ministry", "Ukraine's Ministry of Defence".
struct NationalBody: Hashable {
  /// ISO 3166-1 alpha-2 of its country, or the key of a place that is no known country; nil where it is not said.
  var country: String?
  /// What it is, in one form for all the ways to say it: "defence ministry".
  var field: String

  /// One key for all the names of the body.
  var key: String { "body \(country ?? "-") \(field)" }
}

extension NameMatching {
  /// Reads the words of a name as a body that every country has, which belongs to the `owner` where they do not say.
  func nationalBody(_ words: [Substring], owner: String?) -> NationalBody? {
    var rest = words[...]
    var country = owner
    for count in stride(from: min(3, rest.count - 1), to: 0, by: -1) {
      var before = Array(rest.prefix(count))
      if before.last == "s" { before.removeLast() }
      guard let code = self.country(before.joined(separator: " ")) else { continue }
      country = code
      rest = rest.dropFirst(count)
      break
    }
    if let of = rest.lastIndex(of: "of"), of > rest.startIndex,
      let code = self.country(rest[(of + 1)...].filter { $0 != "the" }.joined(separator: " "))
    {
      country = code
      rest = rest[..<of]
    }
    if let known = knowledge.organizations.organization(named: rest.joined(separator: " ")),
      rest.count < words.count, known.country == nil || known.country == country
    {
      return nil
    }
    guard rest.count > 1 || country != nil, let field = field(of: rest) else { return nil }
    return NationalBody(country: country, field: field)
  }

  /// One key for a company by all the ways to write its legal form: "Oakmere Foods Co." and "Oakmere Foods Company".
  func company(_ words: [Substring]) -> String? {
    guard words.count > 1, let last = words.last,
      knowledge.naming.isAffix(String(last), .corporate) || ["company", "corporation", "limited"].contains(last)
    else { return nil }
    return "company " + words.dropLast().joined(separator: " ")
  }

  /// The field of a body of generic words alone, the word for the body last: "defence ministry".
  private func field(of words: ArraySlice<Substring>) -> String? {
    let naming = knowledge.naming
    guard let first = words.first, let last = words.last,
      words.count < 7 && words.count > 1 && (first == "ministry" || last == "ministry")
        || words.allSatisfy({ naming.isAffix(String($0), .generic) || naming.isAffix(String($0), .connective) })
    else { return nil }
    let small: Set<Substring> = ["of", "the", "for", "and", "&"]
    var plain = words.filter { !small.contains($0) }
    if naming.isAffix(String(first), .ministry), words.dropFirst().first == "of" || words.dropFirst().first == "for" {
      plain.removeFirst()
      plain.append(first)
    }
    guard naming.isAffix(String(plain.last ?? last), .ministry) || knowledge.organizationWords[String(last)] != nil
    else { return nil }
    let field = plain.joined(separator: " ").replacing("defense", with: "defence")
      .replacing("forces", with: "force")
    return Self.otherFields[field] ?? field
  }

  private static let otherFields: [String: String] = [
    "foreign affairs ministry": "foreign ministry", "internal affairs ministry": "interior ministry",
    "external affairs ministry": "foreign ministry", "home affairs ministry": "interior ministry",
  ]
}

extension ArticleContext {
  /// Whose a name is said to be right before it: the code of a country, or the key of another place's name.
  func owner(of tokens: Range<Int>, among names: [NameMention]) -> String? {
    let start = sentenceTokens(of: tokens.lowerBound).lowerBound
    var end = tokens.lowerBound
    let isPossessed = end - 1 > start && isPossessiveEnding(end - 1)
    if isPossessed { end -= 1 }
    for length in 1...4 where end - length >= start {
      let key = nameKey(of: end - length..<end)
      let countries = knowledge.countries
      if let country = isPossessed ? countries.country(named: key) : countries.country(ofAdjective: key) {
        return country.code
      }
    }
    guard isPossessed else { return nil }
    return names.last { $0.tokens.upperBound == end && $0.kind == .place && $0.form == .name }?.key
  }
}
