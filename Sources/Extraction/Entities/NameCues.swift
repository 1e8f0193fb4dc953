import Knowledge
import LanguageAnalysis

/// What the words in and beside a name tell of its kind.
struct NameCues {
  let context: ArticleContext
  var knowledge: KnowledgeBase { context.knowledge }

  /// The keys of what the dateline names: "ACCRA, Ghana, March 3 —".
  private let datelinePlaces: Set<String>

  init(context: ArticleContext) {
    self.context = context
    var places: Set<String> = []
    let scalars = Array(context.article.text.unicodeScalars)
    for region in context.article.regions where region.kind == .dateline && region.range.upperBound <= scalars.count {
      let text = String(String.UnicodeScalarView(scalars[region.range]))
      for piece in text.prefix(while: { $0 != "(" }).split(whereSeparator: { ",–—-/".contains($0) }) {
        places.insert(NameKey.fold(String(piece).trimmingPrefix(while: \.isWhitespace)))
      }
    }
    datelinePlaces = places
  }

  /// Adds what one mention tells to the votes on its name.
  func add(_ mention: NameMention, to votes: inout NameVotes) {
    addWords(of: mention, to: &votes)
    addNeighbours(of: mention, to: &votes)
    addSyntax(of: mention, to: &votes)
  }

  // MARK: The name itself

  private func addWords(of mention: NameMention, to votes: inout NameVotes) {
    let words = mention.words
    let house = houseOfPerson(mention)
    if mention.title != nil, house == nil { votes.add(.person, weight: 0.6) }
    if let house { vote(for: house, on: mention, weight: 1.5, in: &votes) }
    if let organization = knowledge.organizations.organization(named: mention.key) {
      let isSure =
        words.count > 1 || context.isAcronym(mention.tokens.lowerBound) && !isAfterComma(mention.tokens)
        || organization.noun == "parliament"
      votes.add(.organization, weight: isSure ? 1.5 : organization.country == nil ? 0.6 : 0.8)
    }
    if knowledge.regions.region(named: mention.key) != nil { votes.add(.place, weight: words.count > 1 ? 2 : 0.8) }
    if words.count == 1, mention.kind == .person, mention.title == nil, isTreasury(mention.key) {
      votes.add(.organization, weight: 1.2)
    }
    if knowledge.thingWords[mention.key] == "alone" { votes.add(.thing, weight: 3) }
    if words.count == 1, mention.title == nil, mention.kind != .organization, isLargeCity(mention.key) {
      votes.add(.place, weight: 0.3)
    }
    guard words.count > 1, let last = words.last, let first = words.first else { return }
    if isThing(mention, first: first, last: last) {
      votes.add(.thing, weight: 2)
    } else if knowledge.organizationWords[String(last)] != nil, knowledge.placeWords[String(last)] == nil {
      votes.add(.organization, weight: 0.5)
    } else if let sort = knowledge.placeWords[String(last)], mention.kind != .organization || sort == "water" {
      votes.add(.place, weight: 0.4)
    } else if last == "city" || last == "county" {
      let town = words.dropLast().joined(separator: " ")
      votes.add(.place, weight: isKnownPlace(mention.key) || isKnownPlace(town) ? 1.2 : 0.4)
    } else if knowledge.naming.isAffix(String(last), .business), mention.kind == .place, !isKnownPlace(mention.key) {
      vote(for: .organization, on: mention, weight: 0.8, in: &votes)
    } else if knowledge.givenNames[String(first)] != nil, mention.kind != .place {
      let isBody = words.contains { knowledge.organizationWords[String($0)] != nil } || words.count > 3
      vote(for: .person, on: mention, weight: mention.kind == .organization && !isBody ? 0.5 : 0.25, in: &votes)
    }
    if first == "channel", last.allSatisfy(\.isNumber) { votes.add(.organization, weight: 2) }
    if ["ministry", "bank", "university", "department", "institute", "association"].contains(first) {
      votes.add(.organization, weight: 0.5)
    }
  }

  /// "Queen Esi's Hospital", "St. Kofi's Bridge": what a body or building is that is called after somebody; nil for other
  /// names.
  private func houseOfPerson(_ mention: NameMention) -> Entity.Kind? {
    guard let last = mention.words.last, mention.tokens.count > 2,
      ["'s", "’s"].contains(context.words[mention.tokens.upperBound - 2])
    else { return nil }
    if knowledge.organizationWords[String(last)] != nil { return .organization }
    return knowledge.placeWords[String(last)] != nil ? .place : nil
  }

  /// Whether the words are those of a law, war, vessel, storm or product: "X Act", "MV X", "Boeing 737".
  private func isThing(_ mention: NameMention, first: Substring, last: Substring) -> Bool {
    if knowledge.thingWords[String(first)] == "leading" { return true }
    if knowledge.thingWords[String(last)] == "closing",
      !context.knowledge.wordClasses.contains(String(first), in: .bodyOfFieldNoun)
    {
      return mention.kind != .person
    }
    let matching = NameMatching(knowledge: knowledge)
    let isOfCountry = (1..<mention.words.count).contains { count in
      // "French Legion of Honour"
      matching.country(mention.words.prefix(count).joined(separator: " ")) != nil
        && knowledge.thingWords[mention.words.dropFirst(count).joined(separator: " ")] == "alone"
    }
    if isOfCountry, mention.kind != .person { return true }
    return isProduct(mention)
  }

  /// "Boeing 737 Max", "Airbus A300s": the name of a maker with a number.
  private func isProduct(_ mention: NameMention) -> Bool {
    let words = mention.words
    if mention.kind == .person { return words.count > 1 && words.last.map { $0.allSatisfy(\.isNumber) } ?? false }
    guard mention.kind == .organization || mention.kind == .thing, words.count < 5, let first = words.first,
      first.allSatisfy(\.isLetter), !["area", "route", "interstate", "highway"].contains(first)
    else { return false }
    return words.dropFirst().contains { word in
      word.contains(where: \.isNumber) && word.count < 7 && word.allSatisfy { $0.isLetter || $0.isNumber }
        && !["1st", "2nd", "3rd"].contains(word) && !word.hasSuffix("th")
    } && knowledge.organizations.organization(named: mention.key) == nil
      && !words.contains { knowledge.organizationWords[String($0)] != nil || knowledge.placeWords[String($0)] != nil }
  }

  /// "Scranton, PA": letters after a comma may be a state's.
  private func isAfterComma(_ tokens: Range<Int>) -> Bool {
    tokens.lowerBound > 0 && context.words[tokens.lowerBound - 1] == ","
  }

  /// Whether a single word is the head word of a body of the state: "Treasury" before "Secretary X".
  private func isTreasury(_ key: String) -> Bool {
    ["government", "court", "police"].contains(knowledge.organizationWords[key]) && knowledge.titles[key] == nil
  }

  /// Whether tables know a place of that name.
  func isKnownPlace(_ key: String) -> Bool {
    knowledge.countries.country(named: key) != nil || knowledge.regions.region(named: key) != nil
      || !knowledge.gazetteer.places(named: key).isEmpty
  }

  /// Votes for a kind and, where the mention was taken for another one, against that.
  func vote(for kind: Entity.Kind, on mention: NameMention, weight: Float, in votes: inout NameVotes) {
    votes.add(kind, weight: weight)
    if mention.kind != kind { votes.add(mention.kind, weight: -weight / 2) }
  }

  private func isLargeCity(_ key: String) -> Bool {
    knowledge.gazetteer.places(named: key).first.map { $0.thousands >= 150 } ?? false
  }

  // MARK: Beside the name

  private func addNeighbours(of mention: NameMention, to votes: inout NameVotes) {
    let tokens = mention.tokens
    if Self.isLocated(tokens, in: context), mention.kind != .organization || mention.words.count == 1 {
      votes.add(.place, weight: knowledge.gazetteer.places(named: mention.key).isEmpty ? 0.25 : 0.4)
    }
    let before = tokens.lowerBound - 1
    if before >= context.sentenceTokens(of: tokens.lowerBound).lowerBound,
      ["mr.", "mrs.", "ms.", "mr", "mrs", "ms"].contains(context.words[before])
    {
      vote(for: .person, on: mention, weight: 2, in: &votes)
    }
    if let kind = kindOfExpansion(before: tokens) {
      vote(for: kind, on: mention, weight: kind == .thing ? 3 : 1, in: &votes)
    }
    if let sort = sortOfWord(before: mention) {
      vote(for: sort, on: mention, weight: sort == .thing ? 3 : 1, in: &votes)
    }
    if datelinePlaces.contains(mention.key), knowledge.organizations.organization(named: mention.key) == nil {
      votes.add(.place, weight: 2)
    }
    if mention.kind == .organization, mention.words.count <= 2,
      knowledge.gazetteer.places(named: mention.key).first?.isRegion ?? false,
      context.isTitle(tokens.upperBound, of: 3) || isState(mention)
    {
      votes.add(.place, weight: 1)
    }
    if isBesidePlace(mention) { votes.add(.place, weight: 1.2) }
    if mention.kind == .person, mention.words.count == 1, mention.title == nil, context.isAcronym(tokens.lowerBound) {
      votes.add(.organization, weight: 1)
    }
    if isPersonal(tokens) { votes.add(.person, weight: 0.2) }
    if mention.kind == .organization, isModel(tokens) { votes.add(.thing, weight: 2) }
    if isAfterAge(tokens) { vote(for: .person, on: mention, weight: 1.5, in: &votes) }
    if mention.kind == .place, mention.words.count > 1, isAfterOffice(tokens), !isKnownPlace(mention.key) {
      vote(for: .person, on: mention, weight: 1.5, in: &votes)
    }
  }

  /// "the mayor of Accra, X,": whether a name between commas follows an office in a place.
  private func isAfterOffice(_ tokens: Range<Int>) -> Bool {
    let sentence = context.sentenceTokens(of: tokens.lowerBound)
    let comma = tokens.lowerBound - 1
    guard comma > sentence.lowerBound + 2, context.words[comma] == ",", tokens.upperBound < sentence.upperBound,
      context.words[tokens.upperBound] == ",",
      let of = (max(comma - 4, sentence.lowerBound + 1)..<comma - 1).last(where: { context.words[$0] == "of" })
    else { return false }
    return (of + 1..<comma).allSatisfy { context.isCapitalized($0) || context.words[$0] == "the" }
      && context.titleEntry(of: max(of - 3, sentence.lowerBound)..<of)?.kind == .office
  }

  /// What a common noun right before a name says that it is: "the law firm X", "news agency X".
  private func sortOfWord(before mention: NameMention) -> Entity.Kind? {
    let tokens = mention.tokens
    let first = context.sentenceTokens(of: tokens.lowerBound).lowerBound
    var before = tokens.lowerBound - 1
    // "the ferry Queen X"
    if mention.title?.upperBound == tokens.lowerBound, let title = mention.title, title.lowerBound > first,
      context.knowledge.wordClasses.contains(
        context.document.lemmas[title.lowerBound - 1].lowercased(),
        in: .vesselNoun
      ),
      context.isCapitalized(title.lowerBound)
    {
      return .thing
    }
    // "a lander named X"
    if before > first + 1, context.words[before] == "as", context.words[before - 1] == "known" {
      before -= 2
    } else if before > first, ["named", "called", "dubbed", "nicknamed"].contains(context.words[before]) {
      before -= 1
    }
    guard before >= first, context.document.partsOfSpeech[before].isNoun else { return nil }
    let lemma = context.document.lemmas[before].lowercased()
    // "a man known as X"
    if before < tokens.lowerBound - 1, mention.title == nil, knowledge.peopleWords[lemma] == "person",
      !context.document.pennTags[before].hasSuffix("S")
    {
      return .person
    }
    if knowledge.thingWords[lemma] == "leading", context.isAcronym(before) { return .thing }
    if context.knowledge.wordClasses.contains(lemma, in: .stormNoun)
      || context.knowledge.wordClasses.contains(lemma, in: .vesselNoun)
    {
      return .thing
    }
    guard context.document.partsOfSpeech[before] == .noun, knowledge.titles[lemma] == nil,
      context.titleEntry(of: max(before - 3, context.sentenceTokens(of: before).lowerBound)..<before + 1) == nil
    else { return nil }
    if knowledge.thingWords[lemma] == "noun" { return .thing }
    if knowledge.organizationWords[lemma] != nil, knowledge.placeWords[lemma] == nil { return .organization }
    return nil
  }

  /// What letters in brackets stand for by the noun before them: "automatic identification system (AIS)".
  private func kindOfExpansion(before tokens: Range<Int>) -> Entity.Kind? {
    let first = context.sentenceTokens(of: tokens.lowerBound).lowerBound
    var noun = tokens.lowerBound - 2
    while noun > first, ["'", "’", "\"", "”"].contains(context.words[noun]) { noun -= 1 }
    guard tokens.count == 1, context.isAcronym(tokens.lowerBound), tokens.lowerBound > first,
      context.words[tokens.lowerBound - 1] == "(", noun >= first, context.document.partsOfSpeech[noun].isNoun
    else { return nil }
    let lemma = context.document.lemmas[noun].lowercased()
    if knowledge.thingWords[lemma] == "closing" || knowledge.thingWords[lemma] == "noun" { return .thing }
    return knowledge.organizationWords[lemma] != nil && knowledge.placeWords[lemma] == nil ? .organization : nil
  }

  /// Whether a preposition of place stands before a name.
  static func isLocated(_ tokens: Range<Int>, in context: ArticleContext) -> Bool {
    let before = tokens.lowerBound - 1
    guard before >= context.sentenceTokens(of: tokens.lowerBound).lowerBound else { return false }
    return ["in", "near", "outside", "at", "into", "toward", "towards", "across", "throughout"].contains(
      context.words[before]
    )
  }

  /// Whether a country or region is named right after a name and a comma, or joined to it: "Burlington, Massachusetts",
  /// "Estonia and Zamora".
  private func isBesidePlace(_ mention: NameMention) -> Bool {
    guard mention.words.count <= 3,
      mention.kind != .person || mention.words.count == 1 || isListedAfterPlace(mention) && !mention.key.contains("."),
      !mention.words.contains(where: { knowledge.organizationWords[String($0)] != nil })
    else { return false }
    let sentence = context.sentenceTokens(of: mention.tokens.lowerBound)
    let next = mention.tokens.upperBound
    if next + 1 < sentence.upperBound, context.words[next] == ",", isState(next + 1, before: sentence.upperBound),
      context.document.relations[next + 1] != .conjunct
    {
      return true
    }
    if isListedAfterPlace(mention) { return true }
    let before = mention.tokens.lowerBound - 1
    return before - 1 >= sentence.lowerBound && context.words[before] == "and" && mention.words.count == 1
      && isCountry(before - 1) && context.document.relations[context.head(of: mention.tokens)] == .conjunct
      && context.document.heads[context.head(of: mention.tokens)] == before - 1
  }

  /// "tombs in Abydos and Tuna": whether a name is joined to that of a place after a preposition of place.
  private func isListedAfterPlace(_ mention: NameMention) -> Bool {
    let head = context.head(of: mention.tokens)
    guard context.document.relations[head] == .conjunct, mention.title == nil, let first = context.tree.head(of: head),
      let marker = context.tree.child(of: first, .caseMarking),
      ["in", "at", "near", "outside", "around"].contains(context.words[marker]),
      mention.words.first.map({ knowledge.givenNames[String($0)] == nil }) ?? false
    else { return false }
    return context.document.entities.contains { $0.kind == .place && $0.tokens.contains(first) }
  }

  /// Whether a name that a federal state's part goes by stands before a noun written small: "an Iowa lottery".
  private func isState(_ mention: NameMention) -> Bool {
    let next = mention.tokens.upperBound
    guard next < context.document.tokenCount, context.document.partsOfSpeech[next] == .noun,
      !context.isCapitalized(next), knowledge.nameContexts.kinds(beside: context.words[next], .compound).isEmpty
    else { return false }
    return knowledge.gazetteer.places(named: mention.key).contains {
      $0.isRegion && ["US", "CA", "AU", "IN"].contains($0.country) && $0.thousands >= 500
    }
  }

  private func isCountry(_ token: Int) -> Bool {
    knowledge.countries.country(named: NameKey.fold(context.document.forms[token])) != nil
  }

  /// Whether a country or a state or province of the gazetteer is named at a token, and a comma or full stop ends it.
  private func isState(_ token: Int, before end: Int) -> Bool {
    for length in 1...2 where token + length <= end {
      guard token + length == end || [",", ".", ";", ")", "(", "-", "—", "–"].contains(context.words[token + length])
      else { continue }
      let key = context.nameKey(of: token..<token + length)
      if knowledge.countries.country(named: key) != nil { return true }
      if knowledge.gazetteer.places(named: key).contains(where: \.isRegion) { return true }
    }
    return false
  }

  /// "a Tambo Wing 8": whether a name stands between an indefinite article and a number that belongs to it.
  private func isModel(_ tokens: Range<Int>) -> Bool {
    let (before, next) = (tokens.lowerBound - 1, tokens.upperBound)
    let sentence = context.sentenceTokens(of: tokens.lowerBound)
    guard sentence.contains(before), sentence.contains(next), ["a", "an"].contains(context.words[before]),
      let digit = context.words[next].unicodeScalars.last
    else { return false }
    return digit.properties.numericType != nil && tokens.contains(context.document.heads[next])
  }

  /// "27-year-old docker Kofi Boateng": whether a name follows somebody's age and what they are.
  private func isAfterAge(_ tokens: Range<Int>) -> Bool {
    let document = context.document
    let next = tokens.upperBound
    let sentence = context.sentenceTokens(of: tokens.lowerBound)
    guard next >= sentence.upperBound || !document.partsOfSpeech[next].isNoun else { return false }
    let before = (sentence.lowerBound..<tokens.lowerBound).reversed().prefix {
      document.partsOfSpeech[$0].isNoun || document.partsOfSpeech[$0] == .adjective
    }
    guard let word = before.first(where: { $0 < tokens.lowerBound - 1 && context.words[$0].hasSuffix("old") }) else {
      return false
    }
    return context.words[word].hasSuffix("year-old")
      || word > sentence.lowerBound + 1 && context.words[word - 1] == "-" && context.words[word - 2] == "year"
  }

  /// Whether a name is followed by an age or a relative "who".
  private func isPersonal(_ tokens: Range<Int>) -> Bool {
    let next = tokens.upperBound
    guard next + 1 < context.document.tokenCount, context.words[next] == "," else { return false }
    let word = context.words[next + 1]
    return word == "who" || word == "whose" || (word.count == 2 && Int(word) != nil)
  }
}

extension Entity.Kind {
  /// The kind of entity that a kind of the table means.
  init(_ kind: NameContextTable.Kind) {
    switch kind {
    case .person: self = .person
    case .organization: self = .organization
    case .place: self = .place
    }
  }
}
