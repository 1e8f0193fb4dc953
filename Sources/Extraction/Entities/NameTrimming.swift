import Knowledge
import LanguageAnalysis

/// Cuts what does not belong to a name off a model's span, and drops spans that name nothing.
struct NameTrimming {
  let context: ArticleContext
  private(set) var tokens: Range<Int>
  let kind: Entity.Kind
  /// The title cut off directly before a person's name.
  private(set) var title: Range<Int>?

  init(context: ArticleContext, tokens: Range<Int>, kind: Entity.Kind) {
    self.context = context
    self.tokens = tokens
    self.kind = kind
  }

  /// Trims the span; false where nothing is left that could be a name.
  mutating func trim() -> Bool {
    trimBracket()
    trimEnd()
    trimStart()
    if kind == .person {
      trimTitle()
      trimOrigin()
      trimLettersAtEnd()
    } else {
      trimCommonNounAtEnd()
      trimTitleAtEnd()
    }
    if kind == .place { trimDirection() }
    guard !tokens.isEmpty, tokens.contains(where: { context.isCapitalized($0) }) else { return false }
    return !isJunk()
  }

  /// Cuts off which part of a country is meant, where that part has no name of its own: "North Poland".
  private mutating func trimDirection() {
    guard tokens.count == 2, let first = tokens.first, Self.directions.contains(context.words[first]) else { return }
    let knowledge = context.knowledge
    let (whole, country) = (context.nameKey(of: tokens), NameKey.fold(context.document.forms[first + 1]))
    guard knowledge.countries.country(named: whole) == nil, knowledge.regions.region(named: whole) == nil,
      knowledge.gazetteer.places(named: whole).isEmpty, knowledge.countries.country(named: country) != nil
    else { return }
    tokens = first + 1..<tokens.upperBound
  }

  private static let directions: Set<String> = [
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeast",
    "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern",
  ]

  /// Cuts off what stands before a bracket that was opened outside: "UN) General Assembly".
  private mutating func trimBracket() {
    guard let close = tokens.last(where: { context.document.forms[$0] == ")" }), close + 1 < tokens.upperBound,
      !tokens.contains(where: { context.document.forms[$0] == "(" })
    else { return }
    tokens = close + 1..<tokens.upperBound
  }

  /// Cuts the letters off that follow a person's name and are no part of it: "QC", "MP".
  private mutating func trimLettersAtEnd() {
    while tokens.count > 2, let last = tokens.last, isLetters(last),
      !["jr", "sr", "ii", "iii", "iv", "v"].contains(NameKey.fold(context.document.forms[last]))
    {
      tokens = tokens.lowerBound..<last
      trimEnd()
    }
  }

  private func isLetters(_ token: Int) -> Bool {
    context.knowledge.naming.isAffix(NameKey.fold(context.document.forms[token]), .suffix)
  }

  /// Cuts the town or the leaning off that stands before a full name: "Nonpartisan Ama Mensah".
  private mutating func trimOrigin() {
    guard tokens.count > 2, let first = tokens.first else { return }
    let key = NameKey.fold(context.document.forms[first])
    guard context.knowledge.givenNames[key] == nil else { return }
    if first + 1 < tokens.upperBound, context.words[first + 1] != "-",
      context.knowledge.countries.country(ofPeople: key.hasSuffix("s") ? String(key.dropLast()) : key) != nil
        || ["countryman", "countrywoman", "emeritus", "nonpartisan", "cde"].contains(key)
    {
      tokens = first + 1..<tokens.upperBound
      return
    }
    guard
      context.knowledge.givenNames[NameKey.fold(context.document.forms[first + 1])] != nil
    else { return }
    if context.knowledge.peopleWords[key] == nil, context.document.partsOfSpeech[first] != .adjective,
      context.knowledge.gazetteer.places(named: key).isEmpty || context.words[first + 1] == "-"
    {
      return
    }
    tokens = first + 1..<tokens.upperBound
  }

  private func isAdjective(_ token: Int) -> Bool {
    if context.document.partsOfSpeech[token] == .adjective { return true }
    return ["ian", "ese", "ish"].contains { context.words[token].hasSuffix($0) }
  }

  /// Cuts off what is written small after a place's or body's name and is no head word: "Ashby superstore".
  private mutating func trimCommonNounAtEnd() {
    guard kind != .thing else { return }
    // "a New York Democrat"
    if tokens.count > 1, let last = tokens.last, ["democrat", "republican"].contains(context.words[last]),
      !context.knowledge.gazetteer.places(named: context.nameKey(of: tokens.dropLast())).isEmpty
    {
      tokens = tokens.dropLast()
    }
    if kind == .place, tokens.count == 2, let last = tokens.last, !context.isCapitalized(last),
      context.document.partsOfSpeech[last] == .noun, isAdjective(last - 1)
    {
      tokens = tokens.lowerBound..<last
    }
    while tokens.count > 1, let last = tokens.last, !context.isCapitalized(last),
      context.document.partsOfSpeech[last] == .noun, context.isCapitalized(last - 1),
      context.knowledge.organizationWords[context.document.lemmas[last].lowercased()] == nil,
      context.knowledge.placeWords[context.document.lemmas[last].lowercased()] == nil
    {
      tokens = tokens.lowerBound..<last
    }
  }

  private mutating func trimEnd() {
    let document = context.document
    while let last = tokens.last {
      let part = document.partsOfSpeech[last]
      let isDangling =
        context.isPossessiveEnding(last)
        || [.adposition, .coordinatingConjunction, .determiner, .particle].contains(part)
        || (part == .punctuation && ![")", "."].contains(document.forms[last]))
        || (part == .punctuation && document.forms[last] == ")" && !tokens.contains { document.forms[$0] == "(" })
        || ([.verb, .auxiliary, .adverb, .pronoun].contains(part) && !context.isCapitalized(last))
      guard isDangling else { return }
      tokens = tokens.lowerBound..<last
    }
  }

  private mutating func trimStart() {
    let document = context.document
    while let first = tokens.first {
      let part = document.partsOfSpeech[first]
      // "R-Utah"
      if tokens.count > 2, ["d", "r", "i"].contains(context.words[first]), context.words[first + 1] == "-" {
        tokens = kind == .person ? first..<first : first + 2..<tokens.upperBound
        continue
      }
      let isDangling =
        (part == .determiner || part == .adposition || part == .coordinatingConjunction || part == .auxiliary
          || part == .subordinatingConjunction || part == .particle || part == .pronoun)
        && !(tokens.count > 1 && context.isCapitalized(first) && !context.beginsSentence(first)
          && context.words[first] != "the")
        || (part == .punctuation && tokens.count > 1) || (tokens.count > 1 && isCalendarWord(first))
        || (tokens.count > 1 && kind != .thing && part == .numeral && !context.isCapitalized(first))
        || (tokens.count > 1 && kind != .thing && part == .adjective && !context.isCapitalized(first)
          && context.isCapitalized(first + 1))
        || (tokens.count > 1 && kind == .person && part == .adjective
          && document.relations[first] == .adjectivalModifier
          && context.beginsSentence(first))
        || (tokens.count > 1
          && ["former", "late", "ex", "then", "another", "some", "other"].contains(context.words[first]))
      guard isDangling else { return }
      tokens = first + 1..<tokens.upperBound
    }
  }

  /// Whether a noun for a vessel stands before the span, which then is its whole name: "the ferry Queen Astrid".
  private func isAfterVessel() -> Bool {
    let before = tokens.lowerBound - 1
    guard before >= context.sentenceTokens(of: tokens.lowerBound).lowerBound else { return false }
    if context.isAcronym(before), context.knowledge.thingWords[context.words[before]] == "leading" { return true }
    return context.knowledge.wordClasses.contains(context.document.lemmas[before].lowercased(), in: .vesselNoun)
  }

  /// Cuts everything up to the last title in front of a person's name.
  private mutating func trimTitle() {
    guard tokens.count > 1, !isAfterVessel() else { return }
    for end in stride(from: tokens.upperBound - 1, to: tokens.lowerBound, by: -1) {
      let before = tokens.lowerBound..<end
      guard let entry = context.titleEntry(of: before), context.document.partsOfSpeech[end] != .punctuation,
        context.words[end - 1] != "-"
      else {
        continue
      }
      let isGivenName = before.count == 1 && context.knowledge.givenNames[context.words[end - 1]] != nil
      // "Don Mensah" is no don.
      if isGivenName, context.words[end - 1] == "don", tokens.upperBound - end == 1 { return }
      if isGivenName, entry.kind != .respect, !["president", "king", "queen"].contains(context.words[end - 1]) {
        return
      }
      title = before
      tokens = end..<tokens.upperBound
      return
    }
  }

  /// Cuts the titles off that a body's or place's name ends in: "Federal Court Judge".
  private mutating func trimTitleAtEnd() {
    guard kind != .thing else { return }
    trimBeginningOfTitle()
    while tokens.count > 1, let last = tokens.last, !context.document.pennTags[last].hasSuffix("S"),
      let entry = context.titleEntry(of: last..<last + 1), entry.kind == .office || entry.kind == .rank,
      !["general", "marshal", "head", "member", "host", "prince", "king", "queen", "chair", "principal"].contains(
        context.words[last]
      )
    {
      let before = context.words[last - 1]
      guard before != "of", before != "the", !context.isPossessiveEnding(last - 1) else { return }
      tokens = tokens.lowerBound..<titleStart(endingAt: last)
    }
  }

  /// Cuts off what belongs to the title after a body's or place's name: "District" before "Judge".
  private mutating func trimBeginningOfTitle() {
    let next = tokens.upperBound
    guard tokens.count > 1, let last = tokens.last, next < context.sentenceTokens(of: last).upperBound,
      context.isCapitalized(next)
    else { return }
    for start in max(tokens.lowerBound + 1, last - 2)...last
    where !["county", "parish"].contains(context.words[start])
      && context.knowledge.organizationWords[context.words[start]] == nil && context.isTitle(start..<next + 1)
    {
      tokens = tokens.lowerBound..<start
      return
    }
  }

  /// Whether a word that may begin a title is rather the end of the name: "Denver Police" before "Chief".
  private func isHeadWord(_ token: Int) -> Bool {
    let word = context.words[token]
    return context.knowledge.organizationWords[word] != nil
      || word != "district" && context.knowledge.placeWords[word] != nil
  }

  /// Where the title begins that a body's or place's name ends in: "Senate Minority Leader" at "Minority".
  private func titleStart(endingAt last: Int) -> Int {
    for start in max(tokens.lowerBound + 1, last - 3)..<last
    where context.knowledge.organizationWords[context.words[start]] == nil
      && context.isTitle(start..<last + 1)
    {
      return start
    }
    return last
  }

  private func isCalendarWord(_ token: Int) -> Bool {
    switch context.knowledge.timeWords[context.words[token]] {
    case .weekday, .month: context.document.forms[token].count > 3
    default: false
    }
  }

  private func isJunk() -> Bool {
    let document = context.document
    guard let first = tokens.first, let last = tokens.last else { return true }
    if let entry = context.titleEntry(of: tokens), kind == .person || tokens.count > 1 {
      if entry.kind != .respect || kind == .person { return true }
    }
    if isPeopleOfCountry() || kind == .organization && isOffice() { return true }
    if tokens.count == 1, isLetters(first) || isTimeZone(first) { return true }
    if kind == .organization, isFieldOfOffice() || isTicker(first) { return true }
    if tokens.count == 1, ["d-", "r-", "i-"].contains(where: { context.words[first].hasPrefix($0) }) { return true }
    if kind != .thing, isFieldOfTitle() { return true }
    guard tokens.count == 1 else {
      return tokens.allSatisfy { isCommonNoun($0) } && kind != .thing
        && !tokens.dropFirst().contains { context.isCapitalized($0) }
    }
    if isCalendarWord(first) || isBeginningOfTitle(first) || isHeadWordPointedAt(first) { return true }
    if document.forms[first].unicodeScalars.allSatisfy({ $0.properties.numericType != nil }) { return true }
    if document.partsOfSpeech[first] == .numeral || document.partsOfSpeech[first] == .pronoun { return kind != .place }
    let lemma = document.lemmas[last].lowercased()
    if ["east", "west", "north", "south", "northeast", "northwest", "southeast", "southwest"].contains(lemma) {
      return true
    }
    let isPeople =
      context.knowledge.peopleWords[lemma] != nil || context.knowledge.peopleWords[context.words[last]] != nil
    if isPeople, document.pennTags[last].hasSuffix("S") || context.knowledge.peopleWords[lemma] == "people" {
      return true
    }
    let isHeadWord =
      context.knowledge.peopleWords[lemma] != nil || context.knowledge.placeWords[lemma] != nil
      || context.knowledge.titles[lemma].map { $0.kind != .respect } ?? false
    return isHeadWord && (context.beginsSentence(first) || !isProper(first))
      || isCommonNoun(first) && context.beginsSentence(first)
  }

  /// "in this Chamber": a word for a body or place, which no name is.
  private func isHeadWordPointedAt(_ token: Int) -> Bool {
    let before = token - 1
    guard before >= context.sentenceTokens(of: token).lowerBound,
      ["this", "our", "my", "your", "every", "each", "any", "a", "an"].contains(context.words[before])
    else { return false }
    return context.knowledge.organizationWords[context.words[token]] != nil
      || context.knowledge.placeWords[context.words[token]] != nil
  }

  /// Whether the span is what begins a title, or a rank before a name: "National Security" before "Adviser", "General"
  /// before "Mensah".
  private func isFieldOfTitle() -> Bool {
    let next = tokens.upperBound
    guard let first = tokens.first, next < context.sentenceTokens(of: first).upperBound, context.isCapitalized(next)
    else { return false }
    if tokens.count == 1 {
      return context.titleEntry(of: tokens)?.kind == .rank && context.document.partsOfSpeech[next] == .properNoun
    }
    return tokens.count < 4 && context.isTitle(first..<next + 1)
      && !tokens.contains { context.knowledge.organizationWords[context.words[$0]] != nil }
      && context.knowledge.organizations.organization(named: context.nameKey(of: tokens)) == nil
  }

  /// Whether the span is what an office is for: "Information" in "Minister of Information".
  private func isFieldOfOffice() -> Bool {
    guard let first = tokens.first, first > 1, ["of", "for"].contains(context.words[first - 1]),
      ["minister", "secretary", "commissioner", "undersecretary"].contains(
        context.document.lemmas[first - 2].lowercased()
      ), !context.isAcronym(first),
      context.knowledge.organizations.organization(named: context.nameKey(of: tokens)) == nil
    else { return false }
    return !tokens.contains { context.knowledge.organizationWords[context.words[$0]] != nil }
  }

  /// Whether a word is a company's sign at an exchange: "(NASDAQ: ABCD)".
  private func isTicker(_ token: Int) -> Bool {
    token > 2 && context.words[token - 1] == ":"
      && ["nasdaq", "nyse", "lse", "tsx", "asx", "hkex", "lon", "otcqb"].contains(context.words[token - 2])
  }

  /// Whether the span is an office and no body: "Speaker of the House".
  private func isOffice() -> Bool {
    guard let of = tokens.first(where: { context.words[$0] == "of" }), of > tokens.lowerBound else { return false }
    return context.titleEntry(of: tokens.lowerBound..<of).map { $0.kind == .office } ?? false
      && context.knowledge.organizationWords[context.words[of - 1]] == nil
      && !["general", "chair", "head", "fellow", "fellows", "state"].contains(context.words[of - 1])
  }

  /// Whether a single word is the beginning of a title and no name: "Prime" before "Minister".
  private func isBeginningOfTitle(_ token: Int) -> Bool {
    if kind == .person, ["majesty", "highness", "excellency", "holiness"].contains(context.words[token]) {
      return true
    }
    let next = token + 1
    guard next < context.sentenceTokens(of: token).upperBound, context.isCapitalized(next) else { return false }
    return context.knowledge.titles[context.words[token] + " " + context.words[next]].map { $0.kind == .office }
      ?? false
      && context.knowledge.organizationWords[context.words[token]] == nil
  }

  /// Whether the span is the people of a country ("Russians"), which no name of the graph stands for.
  private func isPeopleOfCountry() -> Bool {
    guard tokens.count <= 2, let last = tokens.last, context.document.pennTags[last].hasSuffix("S") else {
      return false
    }
    var key = context.nameKey(of: tokens)
    if context.knowledge.countries.country(named: key) != nil { return false }
    guard key.hasSuffix("s") else { return false }
    key.removeLast()
    return context.knowledge.countries.country(ofPeople: key) != nil
  }

  private func isTimeZone(_ token: Int) -> Bool {
    context.document.forms[token].allSatisfy(\.isUppercase)
      && context.knowledge.wordClasses.contains(context.words[token], in: .timeZone)
  }

  private func isProper(_ token: Int) -> Bool { context.document.partsOfSpeech[token] == .properNoun }

  private func isCommonNoun(_ token: Int) -> Bool {
    [.noun, .verb, .adverb].contains(context.document.partsOfSpeech[token])
  }
}
