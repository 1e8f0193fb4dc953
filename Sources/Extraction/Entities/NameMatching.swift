import Knowledge

/// Whether two different names may mean the same, by their words alone.
struct NameMatching {
  let knowledge: KnowledgeBase

  /// Whether two full names of people (two words or more, as keys) may be the same person's.
  ///
  /// Middle names and initials may be missing; spellings may differ by a letter in one long word.
  func samePerson(_ one: [Substring], _ other: [Substring]) -> Bool {
    if let suffix = one.last, let otherSuffix = other.last, Self.generations.contains(suffix),
      Self.generations.contains(otherSuffix), suffix != otherSuffix
    {
      return false
    }
    let (one, other) = (Self.withoutGeneration(one), Self.withoutGeneration(other))
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    guard short.count >= 2 else { return false }
    if short.count == long.count {
      let different = zip(short, long).filter { !sameWord($0, $1) }
      guard different.count <= 1 else { return false }
      guard let pair = different.first else { return true }
      return pair.0.count >= 5 && Self.differByOneLetter(pair.0, pair.1)
    }
    guard sameWord(short[0], long[0]) || short.last == long.last else { return false }
    var position = 0
    for word in long where position < short.count && sameWord(short[position], word) { position += 1 }
    return position == short.count
  }

  /// Whether a later name has a "Jr." that the earlier, otherwise equal one has not: they are father and son.
  func isJunior(_ later: [Substring], of earlier: [Substring]) -> Bool {
    guard let last = later.last, later.count > 2 else { return false }
    return ["jr", "sr"].contains(last) && earlier.elementsEqual(later.dropLast())
  }

  private static let generations: Set<Substring> = ["jr", "sr", "ii", "iii", "iv"]

  /// The words of a person's name without "Jr." and the like.
  static func withoutGeneration(_ words: [Substring]) -> [Substring] {
    words.count > 2 && words.last.map { generations.contains($0) } ?? false ? Array(words.dropLast()) : words
  }

  /// Whether two words are equal or one is the other's initial.
  private func sameWord(_ one: Substring, _ other: Substring) -> Bool {
    one == other || (one.count == 1 && other.hasPrefix(one)) || (other.count == 1 && one.hasPrefix(other))
  }

  /// Whether a short name of an organisation or place may stand for a longer one that it begins or ends.
  func isShortForm(_ short: [Substring], of long: [Substring], kind: Entity.Kind) -> Bool {
    guard short.count < long.count, !short.isEmpty else { return false }
    if kind == .organization, Self.isSameOffice(short, long) { return true }
    if kind == .organization, Self.isOffice(long), !Self.isOffice(short) { return false }
    if kind == .thing {
      return long.suffix(short.count).elementsEqual(short)
        && long.dropLast(short.count).contains { knowledge.thingWords[String($0)] == "leading" }
    }
    if long.starts(with: short) {
      let rest = long.dropFirst(short.count)
      if kind == .place {
        let rest = rest.last == "airport" && rest.count > 1 ? rest.dropFirst() : rest
        return rest.allSatisfy { knowledge.placeWords[String($0)] != nil } && rest.first != "river"
          && !(rest.contains { isBuilding($0) } && isTown(short, atLeast: isNamedAlone(rest) ? 300 : 15))
          && !isPlaceOfItsOwn(short, long)
      }
      if let first = rest.first, ["of", "in"].contains(first) {
        let place = rest.dropFirst().filter { $0 != "the" }.joined(separator: " ")
        return isCountry(place) || first == "in" && knowledge.regions.region(named: place) != nil
      }
      // "Coastal Trust Bank of Savannah"
      let sorts = rest.contains("of") ? rest.prefix { $0 != "of" } : rest
      if sorts.count < rest.count, knowledge.organizationWords[String(sorts.last ?? "")] != "company" { return false }
      return sorts.allSatisfy { isGeneric($0) } && !isHeadWordAlone(short)
        && !(isLargePlace(short) && rest.contains { !isClub($0) })
    }
    guard long.suffix(short.count).elementsEqual(short) else { return false }
    var before = Array(long.dropLast(short.count))
    if kind == .place {
      if before.last == "of" { before.removeLast() }
      if isCountry(before.joined(separator: " ")), short.count > 1 { return true }
      if short.count > 1, short.last.map({ isBuilding($0) }) ?? false, isTown(before, atLeast: 15) { return true }
      return before.count == 1 && knowledge.placeWords[String(before[0])] != nil
    }
    if before.count == 2, before[1] == "of", knowledge.organizationWords[String(before[0])] != nil {
      return !isCountry(short.joined(separator: " ")) && !isHeadWordAlone(short)
    }
    if before.last == "s" { before.removeLast() }
    if short.count > 1, before == ["national"] || before == ["federal"] { return true }
    if Self.isOffice(short) { return true }
    return short.count > 1 && isCountry(before.joined(separator: " "))
  }

  /// Whether a single word may be the name of one body that it begins or ends, and of nothing else.
  func isDistinctive(_ word: Substring) -> Bool {
    let key = String(word)
    return key.count > 2 && !isCountry(key) && !isLargePlace([word])
      && knowledge.organizationWords[key] == nil && knowledge.placeWords[key] == nil && knowledge.titles[key] == nil
      && knowledge.regions.region(named: key) == nil && knowledge.regions.region(ofAdjective: key) == nil
      && knowledge.organizations.organization(named: key) == nil
  }

  /// One key for all the ways of naming a body: by the table, and by a country and its words ("UK Parliament").
  func canonicalBody(_ words: [Substring]) -> String? {
    if isNumberedChamber(words) { return canonicalBody(Array(words.dropFirst())) }
    if let known = knowledge.organizations.organization(named: words.joined(separator: " ")) {
      return "organisation " + known.name
    }
    if let of = words.lastIndex(of: "of"), of > 1,
      let code = country(words[(of + 1)...].filter { $0 != "the" }.joined(separator: " ")),
      let known = knowledge.organizations.organization(named: words[..<of].joined(separator: " ")),
      known.country == code
    {
      return "organisation " + known.name
    }
    if let of = words.lastIndex(of: "of"), of > 0,
      let code = country(words[(of + 1)...].filter { $0 != "the" }.joined(separator: " ")),
      knowledge.organizationWords[String(words[of - 1])] != nil, of > 1 || words[0] == "parliament"
    {
      return "body \(code) " + words[..<of].joined(separator: " ")
    }
    for count in stride(from: min(3, words.count - 1), to: 0, by: -1) {
      var before = Array(words.prefix(count))
      if before.last == "s" { before.removeLast() }
      guard let code = country(before.joined(separator: " ")) else { continue }
      let rest = words.dropFirst(count)
      if let known = knowledge.organizations.organization(named: rest.joined(separator: " ")),
        known.country == code || known.country == nil && rest.count > 1
      {
        return "organisation " + known.name
      }
      guard rest.count > 1 || rest.contains(where: { knowledge.organizationWords[String($0)] != nil }) else {
        return nil
      }
      return "body \(code) " + rest.joined(separator: " ")
    }
    return nil
  }

  /// "116th United States Congress": a term of a parliament is that parliament.
  private func isNumberedChamber(_ words: [Substring]) -> Bool {
    guard words.count > 1, let first = words.first, let last = words.last,
      let digit = first.unicodeScalars.first, digit.properties.numericType != nil,
      ["st", "nd", "rd", "th"].contains(where: { first.hasSuffix($0) })
    else { return false }
    return ["congress", "parliament", "knesset", "bundestag", "duma", "legislature"].contains(last)
  }

  /// Whether a name is that of an officer's office, after a town as a rule: "Ashby Sheriff's Office".
  static func isOffice(_ words: [Substring]) -> Bool {
    guard words.count > 1, let last = words.last, last == "office" || last == "department" else { return false }
    let officer = words[words.count - 2]
    return officers.contains(String(officer)) || officer.hasSuffix("s") && officers.contains(String(officer.dropLast()))
  }

  /// Officers by whom their office is named.
  static let officers: Set<String> = [
    "sheriff", "prosecutor", "prosecutors", "attorney", "coroner", "examiner", "defender", "marshal", "controller",
    "comptroller", "ombudsman",
  ]

  /// Whether two names of offices are of one officer, the town of one in letters: "LA Sheriff's Office".
  static func isSameOffice(_ one: [Substring], _ other: [Substring]) -> Bool {
    guard isOffice(one), isOffice(other), one.suffix(2).elementsEqual(other.suffix(2)) else { return false }
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    return short.count == 3 && long.count > 3 && String(long.dropLast(2).compactMap(\.first)) == short[0]
  }

  /// Whether a name of a body is a single word with the country that it is of: "British parliament" for "Parliament".
  func isOfCountry(_ words: [Substring], word: Substring) -> Bool {
    words.count > 1 && canonicalBody(words).map { $0.hasPrefix("body ") && $0.hasSuffix(" " + word) } ?? false
      && words.filter { $0 != word }.allSatisfy { $0 == "of" || $0 == "the" || $0 == "s" || isCountry(String($0)) }
  }

  /// ISO 3166-1 alpha-2 of the country that a name, an adjective or a possessive form means.
  func country(_ key: String) -> String? {
    let countries = knowledge.countries
    if let country = countries.country(named: key) ?? countries.country(ofAdjective: key) { return country.code }
    return key.hasSuffix("s") ? countries.country(named: String(key.dropLast()))?.code : nil
  }

  /// Whether a place and the longer name that begins like it are two: "Hong Kong" and "Hong Kong Island", "Kansas City".
  private func isPlaceOfItsOwn(_ short: [Substring], _ long: [Substring]) -> Bool {
    let (one, other) = (short.joined(separator: " "), long.joined(separator: " "))
    if knowledge.countries.country(named: one) != nil { return true }
    return !knowledge.gazetteer.places(named: one).isEmpty && !knowledge.gazetteer.places(named: other).isEmpty
      && ["city", "state", "island"].contains(long.last ?? "")
  }

  private func isCountry(_ key: String) -> Bool {
    let countries = knowledge.countries
    if countries.country(named: key) != nil || countries.country(ofAdjective: key) != nil { return true }
    return key.hasSuffix("s") && countries.country(named: String(key.dropLast())) != nil
  }

  /// Whether the words name a city or region that a body of the same first word is only named after: "Boston University".
  private func isLargePlace(_ words: [Substring]) -> Bool {
    let key = words.joined(separator: " ")
    if knowledge.regions.region(named: key) != nil { return true }
    return knowledge.gazetteer.places(named: key).first.map { $0.isRegion || $0.thousands >= 150 } ?? false
  }

  private func isBuilding(_ word: Substring) -> Bool {
    ["building", "water", "mountain"].contains(knowledge.placeWords[String(word)])
  }

  /// Whether the words name a town or region, after which a bridge or a bay is only named.
  private func isTown(_ words: [Substring], atLeast thousands: Int) -> Bool {
    let key = words.joined(separator: " ")
    return knowledge.regions.region(named: key) != nil
      || (knowledge.gazetteer.places(named: key).first.map { $0.isRegion || $0.thousands >= thousands } ?? false)
  }

  /// Whether a building of these words is often called by its name alone: "Blenheim" for "Blenheim Palace".
  private func isNamedAlone(_ rest: ArraySlice<Substring>) -> Bool {
    rest.allSatisfy { ["palace", "castle", "station", "abbey", "house", "hall", "park", "stadium"].contains($0) }
  }

  private func isClub(_ word: Substring) -> Bool { knowledge.organizationWords[String(word)] == "club" }

  private func isGeneric(_ word: Substring) -> Bool {
    guard let sort = knowledge.organizationWords[String(word)] else {
      return knowledge.wordClasses.contains(String(word), in: .businessWord)
    }
    return ["company", "group", "media", "organisation", "party", "union", "club", "school", "alliance"].contains(sort)
  }

  private func isHeadWordAlone(_ words: [Substring]) -> Bool {
    words.count == 1 && (knowledge.organizationWords[String(words[0])] != nil || isCountry(String(words[0])))
  }

  /// The capitals that a name of several words is shortened to: with and without its small words.
  static func initials(of name: String) -> Set<String> {
    let words = name.split(whereSeparator: { $0 == " " || $0 == "-" })
    guard words.count >= 2 else { return [] }
    let small: Set<Substring> = ["of", "the", "and", "for", "in", "on", "&", "de", "to"]
    let all = words.compactMap(\.first).map { $0.lowercased() }.joined()
    let main = words.filter { !small.contains($0) }.compactMap(\.first).map { $0.lowercased() }.joined()
    let companies: Set<Substring> = [
      "Company", "Corporation", "Co", "Co.", "Inc", "Inc.", "Ltd", "Ltd.", "Group", "plc",
    ]
    guard words.count > 2, let last = words.last, companies.contains(last) else { return [all, main] }
    return [all, main, String(main.dropLast()), String(all.dropLast()).replacing("a", with: "&")]
  }

  /// Whether two words differ by one letter added, left out or changed, or by two neighbours exchanged.
  static func differByOneLetter(_ one: some StringProtocol, _ other: some StringProtocol) -> Bool {
    let (a, b) = (Array(one.utf8), Array(other.utf8))
    guard abs(a.count - b.count) <= 1, a != b else { return false }
    var start = 0
    while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
    var end = 0
    while end < min(a.count, b.count) - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
    let (left, right) = (a.count - start - end, b.count - start - end)
    if left <= 1, right <= 1 { return true }
    return left == 2 && right == 2 && a[start] == b[start + 1] && a[start + 1] == b[start]
  }
}
