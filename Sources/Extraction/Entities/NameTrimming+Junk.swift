import Knowledge
import LanguageAnalysis

// Spans that name nothing.
extension NameTrimming {
  /// Whether nothing is named by what is left of the span.
  func isJunk() -> Bool {
    let document = context.document
    guard let first = tokens.first, let last = tokens.last else { return true }
    if let entry = context.titleEntry(of: tokens), kind == .person || tokens.count > 1, !isSurnameLikeTitle() {
      if entry.kind != .respect || kind == .person { return true }
    }
    if isPeopleOfCountry() || isPeopleOfFaith() || kind == .organization && isOffice() { return true }
    if kind == .person, document.forms[first].unicodeScalars.first?.properties.numericType != nil { return true }
    if tokens.count == 1, isLetters(first) || isTimeZone(first) { return true }
    if kind == .person, tokens.count == 1, isFieldOfOffice() { return true }
    if kind == .organization, isFieldOfOffice() || isFieldBeforeOffice() || isTicker(first) { return true }
    if tokens.count == 1, ["d-", "r-", "i-"].contains(where: { context.words[first].hasPrefix($0) }) { return true }
    if kind != .thing, isFieldOfTitle() { return true }
    // "U.S. nationals"
    if tokens.count > 1, kind == .organization, !context.isCapitalized(last), document.pennTags[last].hasSuffix("S"),
      context.knowledge.peopleWords[document.lemmas[last].lowercased()] == "person"
    {
      return true
    }
    if kind == .organization, isDescriptionOfName(last) { return true }
    guard tokens.count == 1 else {
      return tokens.allSatisfy { isCommonNoun($0) } && kind != .thing
        && !tokens.dropFirst().contains { context.isCapitalized($0) }
    }
    if isCalendarWord(first) || isBeginningOfTitle(first) || isHeadWordPointedAt(first) { return true }
    if kind == .organization, isCapitalizedNoun(first) { return true }
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

  /// "Opposition party Unity won": what the body named next is, capitalised because it begins the sentence.
  private func isDescriptionOfName(_ last: Int) -> Bool {
    tokens.count > 1 && context.beginsSentence(tokens.lowerBound)
      && context.document.relations[last] == .descriptiveModifier
      && context.knowledge.organizationWords[context.words[last]] != nil
      && !tokens.dropFirst().contains { context.isCapitalized($0) }
  }

  /// "Fire kills 14" above "the fire": a noun that is capitalised only because it begins a sentence.
  private func isCapitalizedNoun(_ token: Int) -> Bool {
    guard context.beginsSentence(token), !context.isAcronym(token),
      context.knowledge.organizations.organization(named: context.nameKey(of: tokens)) == nil
    else { return false }
    let others = context.words.indices.filter { $0 != token && context.words[$0] == context.words[token] }
    return others.contains { !context.isCapitalized($0) && context.document.partsOfSpeech[$0] == .noun }
      && others.allSatisfy { !context.isCapitalized($0) || context.beginsSentence($0) || context.isInTitle($0) }
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
    if context.isTitle(tokens), context.titleEntry(of: tokens)?.kind == .rank {
      return context.document.partsOfSpeech[next] == .properNoun
    }
    if tokens.count == 1 { return false }
    return tokens.count < 4 && context.isTitle(first..<next + 1)
      && !tokens.contains { context.knowledge.organizationWords[context.words[$0]] != nil }
      && context.knowledge.organizations.organization(named: context.nameKey(of: tokens)) == nil
  }

  /// Whether a person's full name ends in a word that is a title as well: "Ama King", "J.K. Bishop".
  private func isSurnameLikeTitle() -> Bool {
    guard kind == .person, tokens.count > 1, let first = tokens.first, let last = tokens.last,
      context.isCapitalized(last), !context.isTitle(tokens),
      context.document.partsOfSpeech[first] == .properNoun
    else { return false }
    let key = NameKey.fold(context.document.forms[first])
    if context.knowledge.givenNames[key] != nil { return true }
    let isInitial = context.document.forms[first].hasSuffix(".") && context.document.forms[first].count < 6
    let isName =
      context.knowledge.titles[key] == nil && context.knowledge.organizationWords[key] == nil
      && context.knowledge.placeWords[key] == nil && !context.knowledge.naming.isAffix(key, .generic)
      && context.knowledge.countries.country(ofAdjective: key) == nil
      && context.knowledge.countries.country(named: key) == nil
    return isName && context.knowledge.wordClasses.contains(context.words[last], in: .surnameLikeTitle)
      && (isInitial || context.document.relations[last] == .flat)
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

  /// Whether the span is the first of two fields of an office: "Public Health" in "Public Health and Roads Minister".
  private func isFieldBeforeOffice() -> Bool {
    let joint = tokens.upperBound
    guard let first = tokens.first, joint + 2 < context.sentenceTokens(of: first).upperBound,
      ["and", "&"].contains(context.words[joint]),
      context.knowledge.organizations.organization(named: context.nameKey(of: tokens)) == nil
    else { return false }
    let office = (joint + 2..<min(joint + 4, context.sentenceTokens(of: first).upperBound)).first { token in
      ["minister", "secretary", "commissioner"].contains(context.words[token]) && context.isCapitalized(token)
    }
    guard let office, (joint + 1..<office).allSatisfy({ context.isCapitalized($0) }) else { return false }
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
    let country = NameKey.fold(context.document.forms[tokens.lowerBound])
    if tokens.count == 2, kind == .organization, context.knowledge.countries.country(named: country) != nil,
      let people = key.split(separator: " ").last
    {
      // "Kosovo Serbs"
      return context.knowledge.countries.country(ofPeople: String(people)) != nil
    }
    return context.knowledge.countries.country(ofPeople: key) != nil
  }

  /// Whether the span is a faith or a people and names no body: "Shi'ite", "Sunni Muslims", "Serbs and Croats".
  private func isPeopleOfFaith() -> Bool {
    guard kind != .thing, tokens.count < 4, context.titleEntry(of: tokens) == nil else { return false }
    return tokens.allSatisfy { token in
      let word = NameKey.fold(context.document.forms[token])
      let singular = word.hasSuffix("s") ? String(word.dropLast()) : word
      return context.knowledge.wordClasses.contains(word, in: .peopleOrFaith)
        || context.knowledge.wordClasses.contains(singular, in: .peopleOrFaith) || word == "and"
        || tokens.count > 1 && context.knowledge.countries.country(ofAdjective: word) != nil
    }
      && tokens.contains { token in
        let word = NameKey.fold(context.document.forms[token])
        return context.knowledge.wordClasses.contains(word, in: .peopleOrFaith)
          || context.knowledge.wordClasses.contains(
            word.hasSuffix("s") ? String(word.dropLast()) : word,
            in: .peopleOrFaith
          )
      }
  }

  private func isProper(_ token: Int) -> Bool { context.document.partsOfSpeech[token] == .properNoun }

  private func isCommonNoun(_ token: Int) -> Bool {
    [.noun, .verb, .adverb].contains(context.document.partsOfSpeech[token])
  }

  private func isTimeZone(_ token: Int) -> Bool {
    context.document.forms[token].allSatisfy(\.isUppercase)
      && context.knowledge.wordClasses.contains(context.words[token], in: .timeZone)
  }
}
