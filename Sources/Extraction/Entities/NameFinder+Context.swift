import Knowledge
import LanguageAnalysis

// Names that the model left out or took for something else, found by the words beside them.
extension NameFinder {
  /// "a Tambo-class frigate": a name that only tells the make of a thing.
  func isClass(_ tokens: Range<Int>) -> Bool {
    let next = tokens.upperBound
    return next + 1 < context.document.tokenCount && ["-", "‑", "‐"].contains(context.document.forms[next])
      && context.words[next + 1] == "class" || context.words[tokens.upperBound - 1].hasSuffix("-class")
  }

  // MARK: People

  /// "actor Kofi Boateng", "Ama Mensah": capitalised words after a noun for a person, or that begin with a given name.
  mutating func addPeople(in sentence: Range<Int>) {
    guard !context.isInTitle(sentence.lowerBound) else { return }
    var token = sentence.lowerBound
    while token < sentence.upperBound {
      let end = endOfName(at: token, in: sentence)
      if end - token > 1, isPerson(token..<end, in: sentence) {
        append(token..<end, kind: .person, confidence: 0.6, foundBy: "name:after-title")
      }
      token = max(end, token + 1)
    }
  }

  /// The whole name of a person of whom a span holds the given name alone: "Ama" and "Mensah".
  func fullName(from span: EntitySpan, kind: Entity.Kind) -> Range<Int>? {
    let first = span.tokens.lowerBound
    guard span.tokens.count == 1, kind == .person || kind == .thing, !covered[first], !context.isInTitle(first),
      context.knowledge.givenNames[NameKey.fold(context.document.forms[first])] != nil
    else { return nil }
    let sentence = context.sentenceTokens(of: first)
    let end = endOfName(at: first, in: sentence)
    guard end - first == 2, isPerson(first..<end, in: sentence),
      !context.document.entities.contains(where: { $0.tokens.contains(first + 1) })
    else { return nil }
    return first..<end
  }

  /// The end of the run of free, capitalised proper nouns that begins at a token, hyphenated words included.
  private func endOfName(at token: Int, in sentence: Range<Int>) -> Int {
    func isWord(_ token: Int) -> Bool {
      token < sentence.upperBound && !covered[token] && context.isCapitalized(token)
        && context.document.partsOfSpeech[token] == .properNoun
        && context.document.forms[token].unicodeScalars.contains { $0.isSmall }
    }
    guard isWord(token) else { return token }
    var end = token + 1
    while end < sentence.upperBound {
      if isWord(end) {
        end += 1
      } else if end + 1 < sentence.upperBound, context.words[end] == "-", !covered[end], !covered[end + 1] {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private func isPerson(_ tokens: Range<Int>, in sentence: Range<Int>) -> Bool {
    let knowledge = context.knowledge
    guard let last = tokens.last, tokens.count < 6,
      !tokens.contains(where: {
        let word = context.words[$0]
        return knowledge.organizationWords[word] != nil || knowledge.placeWords[word] != nil
          || knowledge.titles[word] != nil
          || knowledge.thingWords[word].map { $0 != "noun" } ?? false
      }),
      last + 1 >= sentence.upperBound || !context.document.partsOfSpeech[last + 1].isNoun
    else { return false }
    let before = tokens.lowerBound - 1
    if before >= sentence.lowerBound, context.document.partsOfSpeech[before] == .noun,
      !context.document.pennTags[before].hasSuffix("S")
    {
      let lemma = context.document.lemmas[before].lowercased()
      if knowledge.titles[lemma] != nil || knowledge.peopleWords[lemma] == "person" { return true }
    }
    return knowledge.peopleWords[context.words[tokens.lowerBound]] == nil
      && knowledge.givenNames[NameKey.fold(context.document.forms[tokens.lowerBound])] != nil
      && knowledge.gazetteer.places(named: context.nameKey(of: tokens)).isEmpty
  }

  /// "the Mensah administration": a government named after its head is a body of that name.
  mutating func addAdministrations() {
    for (position, mention) in mentions.enumerated()
    where mention.form == .name && !mention.isInTitle && (mention.kind == .person || mention.kind == .organization) {
      let next = mention.tokens.upperBound
      guard next < context.sentenceTokens(of: mention.tokens.lowerBound).upperBound, !covered[next],
        context.words[next] == "administration", mention.title == nil,
        mention.tokens.lowerBound > 0, context.words[mention.tokens.lowerBound - 1] == "the" || mention.kind == .person,
        mention.kind == .person || context.knowledge.organizations.organization(named: mention.key) == nil
      else { continue }
      mentions[position] = NameMention(
        tokens: mention.tokens.lowerBound..<next + 1,
        kind: .organization,
        confidence: 1,
        form: .name,
        key: context.nameKey(of: mention.tokens.lowerBound..<next + 1),
        foundBy: "name:administration"
      )
      cover(next)
    }
  }

  private func isPlace(_ mention: NameMention) -> Bool {
    if mention.kind == .place { return true }
    return mention.kind == .organization
      && (context.knowledge.countries.country(named: mention.key) != nil
        || !context.knowledge.gazetteer.places(named: mention.key).isEmpty)
  }

  /// "the Accra Observer": a place and a word that newspapers are called by are one name.
  mutating func addNewspapers() {
    for (position, mention) in mentions.enumerated()
    where mention.form == .name && !mention.isInTitle && isPlace(mention) {
      let next = mention.tokens.upperBound
      let end = context.sentenceTokens(of: mention.tokens.lowerBound).upperBound
      guard next < end, !covered[next], context.isCapitalized(next), context.document.partsOfSpeech[next].isNoun,
        context.knowledge.wordClasses.contains(context.words[next], in: .newspaperWord),
        next + 1 >= end || !context.isCapitalized(next + 1)
      else { continue }
      let tokens = mention.tokens.lowerBound..<next + 1
      mentions[position] = NameMention(
        tokens: tokens,
        kind: .organization,
        confidence: 1,
        form: .name,
        key: context.nameKey(of: tokens),
        foundBy: "name:newspaper"
      )
      cover(next)
    }
  }

  // MARK: Adjectives and peoples of places

  /// The keys of the places that spans may name, by the adjectives that may be formed of them.
  static func placesOfAdjectives(_ spans: [EntitySpan], in context: ArticleContext) -> [String: String] {
    var places: [String: String] = [:]
    for span in spans where span.kind != .date && span.kind != .thing && span.tokens.count <= 2 {
      let key = context.nameKey(of: span.tokens)
      guard context.knowledge.countries.country(named: key) == nil,
        span.kind != .person || !key.contains(" ") && context.knowledge.givenNames[key] == nil
      else { continue }
      for form in PlaceAdjectives.forms(of: key) where places[form] == nil { places[form] = key }
    }
    return places
  }

  /// "Ardovian" where the article names Ardovia: an adjective of that place, and "Ardovians" no name at all.
  mutating func readAdjectivesOfPlaces() {
    mentions = mentions.compactMap { mention in
      guard mention.form == .name, mention.kind != .thing else { return mention }
      if isDemonym(mention) { return nil }
      guard let place = placesOfAdjectives[mention.key] ?? regionOfAdjective(mention.key), isModifier(mention.tokens)
      else { return mention }
      var adjective = mention
      adjective.form = .adjective
      adjective.kind = .place
      adjective.place = place
      return adjective
    }
    for token in covered.indices where !covered[token] && context.isCapitalized(token) {
      guard let place = placesOfAdjectives[NameKey.fold(context.document.forms[token])],
        isModifier(token..<token + 1)
      else { continue }
      append(token..<token + 1, kind: .place, confidence: 0.9, form: .adjective, foundBy: "adjective:own-place")
      mentions[mentions.count - 1].place = place
    }
  }

  private func regionOfAdjective(_ key: String) -> String? {
    guard context.knowledge.regions.region(named: key) == nil else { return nil }
    return context.knowledge.regions.region(ofAdjective: key).map { NameKey.fold($0.name) }
  }

  /// Whether a name is the people of a place: "Texans", "a New Yorker".
  private func isDemonym(_ mention: NameMention) -> Bool {
    guard let last = mention.tokens.last, context.document.partsOfSpeech[last].isNoun, mention.title == nil,
      mention.words.count <= 2
    else { return false }
    var key = mention.key
    let isPlural = ["NNS", "NNPS"].contains(context.document.pennTags[last]) && key.hasSuffix("s")
    if isPlural { key.removeLast() }
    if !isPlural, key.hasSuffix("s"), placesOfAdjectives[String(key.dropLast())] != nil { return true }
    if placesOfAdjectives[key] != nil { return isPlural || !isModifier(mention.tokens) }
    guard isPlural || key.hasSuffix("er") && mention.kind != .person else { return false }
    return PlaceAdjectives.names(of: key).contains { name in
      context.knowledge.countries.country(named: name) != nil || context.knowledge.regions.region(named: name) != nil
        || (context.knowledge.gazetteer.places(named: name).first.map { $0.isRegion || $0.thousands >= 300 } ?? false)
    }
  }
}
