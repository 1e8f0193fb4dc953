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
    guard tokens.count == 2, let first = tokens.first,
      context.knowledge.wordClasses.contains(context.words[first], in: .directionWord)
    else { return }
    let knowledge = context.knowledge
    let (whole, country) = (context.nameKey(of: tokens), NameKey.fold(context.document.forms[first + 1]))
    guard knowledge.countries.country(named: whole) == nil, knowledge.regions.region(named: whole) == nil,
      knowledge.gazetteer.places(named: whole).isEmpty, knowledge.countries.country(named: country) != nil
    else { return }
    tokens = first + 1..<tokens.upperBound
  }

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

  func isLetters(_ token: Int) -> Bool {
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
          && ["former", "late", "ex", "then", "another", "some", "other", "elect", "designate"].contains(
            context.words[first]
          ))
        || (tokens.count > 1 && kind == .organization && isLeaning(first))
        || (tokens.count > 1 && ["of", "for", "in", "at", "by", "from"].contains(document.forms[first]))
      guard isDangling else { return }
      tokens = first + 1..<tokens.upperBound
    }
  }

  /// "Republican Senate Majority Leader": a party's adjective before a chamber.
  private func isLeaning(_ token: Int) -> Bool {
    ["republican", "democratic"].contains(context.words[token])
      && ["senate", "house", "congress"].contains(context.words[token + 1])
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
    // "Secretary of State" is nobody called State.
    if context.titleEntry(of: tokens) != nil, tokens.dropFirst().contains(where: { context.words[$0] == "of" }) {
      return
    }
    for end in stride(from: tokens.upperBound - 1, to: tokens.lowerBound, by: -1) {
      let before = tokens.lowerBound..<end
      guard let entry = context.titleEntry(of: before), context.document.partsOfSpeech[end] != .punctuation,
        context.words[end - 1] != "-"
      else {
        continue
      }
      if isNameLikeTitle(end - 1) { continue }
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

  /// Whether a word that is a title as well stands within a person's name: "Shah" in "Ali Shah Paktin".
  private func isNameLikeTitle(_ token: Int) -> Bool {
    let before = token - 1
    guard before >= tokens.lowerBound,
      context.knowledge.wordClasses.contains(context.words[token], in: .surnameLikeTitle),
      context.document.partsOfSpeech[before] == .properNoun, !context.document.forms[before].hasSuffix(".")
    else { return false }
    let key = NameKey.fold(context.document.forms[before])
    // "Foreign Minister Shah Mahmood"
    if context.titleEntry(of: before..<token) != nil {
      return context.knowledge.givenNames[context.words[token]] != nil && token + 2 < tokens.upperBound
    }
    let knowledge = context.knowledge
    return knowledge.countries.country(named: key) == nil && knowledge.countries.country(ofAdjective: key) == nil
      && knowledge.organizationWords[key] == nil && knowledge.givenNames[key] != nil
      && !knowledge.gazetteer.places(named: key).contains(where: \.isRegion)
  }

  /// Cuts the titles off that a body's or place's name ends in: "Federal Court Judge".
  private mutating func trimTitleAtEnd() {
    guard kind != .thing, context.knowledge.organizations.organization(named: context.nameKey(of: tokens)) == nil else {
      return
    }
    trimBeginningOfTitle()
    while tokens.count > 1, let last = tokens.last, !context.document.pennTags[last].hasSuffix("S"),
      let entry = context.titleEntry(of: last..<last + 1), entry.kind == .office || entry.kind == .rank,
      !["general", "marshal", "head", "member", "host", "prince", "king", "queen", "chair", "principal"].contains(
        context.words[last]
      ), !(kind == .organization && context.knowledge.wordClasses.contains(context.words[last], in: .newspaperWord))
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
      context.isCapitalized(next) || context.words[next] == "chief"
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
    for start in max(tokens.lowerBound + 1, last - 3)..<max(tokens.lowerBound + 1, last)
    where context.knowledge.organizationWords[context.words[start]] == nil
      && context.isTitle(start..<last + 1)
    {
      return start
    }
    return last
  }

  func isCalendarWord(_ token: Int) -> Bool {
    switch context.knowledge.timeWords[context.words[token]] {
    case .weekday, .month: context.document.forms[token].count > 3
    default: false
    }
  }
}
