import Knowledge
import LanguageAnalysis

/// Finds the names of an article: the model's spans, mended, and what tables know besides.
struct NameFinder {
  let context: ArticleContext
  /// Whether a token belongs to a name or a date already.
  private(set) var covered: [Bool]
  var mentions: [NameMention] = []
  /// The keys of the article's own places by the adjectives that may be formed of them.
  private(set) var placesOfAdjectives: [String: String] = [:]

  init(context: ArticleContext) {
    self.context = context
    covered = [Bool](repeating: false, count: context.document.tokenCount)
    let spans = SpanJoining(context: context).joined(context.document.entities)
    placesOfAdjectives = Self.placesOfAdjectives(spans, in: context)
    for span in spans where span.kind == .date { for token in span.tokens { covered[token] = true } }
    for sentence in context.document.sentences { addBodiesOfCountries(in: sentence.tokens) }
    let known = knownNamesOfSeveralWords(spans)
    for span in spans where span.kind != .date { add(span, known: known) }
    for sentence in context.document.sentences {
      addKnownNames(in: sentence.tokens)
      addMedia(in: sentence.tokens)
      addBodies(in: sentence.tokens)
      addPeople(in: sentence.tokens)
    }
    addRepeatedNames()
    addAdministrations()
    addNewspapers()
    readAdjectivesOfPlaces()
    mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// Names found in one place and overlooked in another, surnames included.
  private mutating func addRepeatedNames() {
    var known: [String: [(count: Int, key: String, kind: Entity.Kind)]] = [:]
    for mention in mentions where mention.form == .name && mention.kind != .thing && !mention.isInTitle {
      let words = mention.words
      guard let first = words.first, let last = words.last, mention.key.count > 2 else { continue }
      known[String(first), default: []].append((mention.tokens.count, mention.key, mention.kind))
      if mention.kind == .person, words.count > 1, last.count > 2 {
        known[String(last), default: []].append((1, String(last), .person))
      }
      // "the Third Way" where the article names "the Third Way alliance"
      if mention.kind == .organization, words.count > 2, mention.tokens.count == words.count,
        context.knowledge.organizationWords[String(last)] != nil
      {
        let short = words.dropLast().joined(separator: " ")
        known[String(first), default: []].append((mention.tokens.count - 1, short, .organization))
      }
    }
    for token in covered.indices where !covered[token] && context.isCapitalized(token) {
      guard let candidates = known[NameKey.fold(context.document.forms[token])] else { continue }
      let end = context.sentenceTokens(of: token).upperBound
      let isNoun = context.document.partsOfSpeech[token].isNoun
      for candidate in candidates where token + candidate.count <= end && (isNoun || candidate.count > 1) {
        let tokens = token..<token + candidate.count
        guard !tokens.contains(where: { covered[$0] }), context.nameKey(of: tokens) == candidate.key,
          context.isCapitalized(tokens.upperBound - 1),
          candidate.count > 1 || context.document.partsOfSpeech[token] == .properNoun
            || candidate.kind == .person && !context.beginsSentence(token)
            || candidate.kind == .organization && isSpeaking(token)
        else { continue }
        append(tokens, kind: candidate.kind, confidence: 0.5, foundBy: "name:repeated")
        break
      }
    }
  }

  /// Whether a word without an article is told to say something: "Time reported".
  private func isSpeaking(_ token: Int) -> Bool {
    guard context.document.relations[token] == .subject, context.tree.children[token].isEmpty,
      let verb = context.tree.head(of: token)
    else { return false }
    return context.knowledge.reportingWords.verb(context.document.lemmas[verb].lowercased()) != nil
  }

  /// Known names of several words that no span holds whole, by their first tokens.
  private func knownNamesOfSeveralWords(_ spans: [EntitySpan]) -> [Int: KnownName] {
    var known: [Int: KnownName] = [:]
    for span in spans where span.kind != .date {
      let sentence = context.sentenceTokens(of: span.tokens.lowerBound)
      for start in max(sentence.lowerBound, span.tokens.lowerBound - 2)..<span.tokens.upperBound {
        guard context.isCapitalized(start), let name = knownName(at: start, in: sentence), name.tokens.count > 1 else {
          continue
        }
        for token in name.tokens where known[token] == nil { known[token] = name }
        break
      }
    }
    return known
  }

  /// "the Indonesian military", "Russia's defence ministry": bodies of a country that are written small.
  private mutating func addBodiesOfCountries(in sentence: Range<Int>) {
    for token in sentence where context.document.partsOfSpeech[token].isNoun && isBodyOfCountry(token) && !goesOn(token)
    {
      var first = token
      while first - 1 >= sentence.lowerBound, !covered[first - 1],
        [.adjectivalModifier, .compound].contains(context.document.relations[first - 1]), first - 1 > token - 5,
        first == token || !isCountryWord(first)
      {
        first -= 1
      }
      if first < token, first - 2 >= sentence.lowerBound, context.isPossessiveEnding(first - 1),
        isCountryWord(first - 2), context.words[token] == "ministry", !covered[first..<token + 1].contains(true)
      {
        // "Egypt's foreign ministry"
        append(first..<token + 1, kind: .organization, confidence: 0.9, foundBy: "name:body-of-country")
        continue
      }
      guard first < token, !covered[first..<token + 1].contains(true) else { continue }
      if first > sentence.lowerBound, context.isCapitalized(first - 1), isCountryPhrase(first - 1..<first + 1) {
        first -= 1
      } else if !isCountryWord(first), !(first + 1 < token && isCountryPhrase(first..<first + 2)) {
        continue
      }
      append(first..<token + 1, kind: .organization, confidence: 0.9, foundBy: "name:body-of-country")
    }
  }

  /// Whether a body written large is followed by its field: "Ministry of Health".
  private func goesOn(_ token: Int) -> Bool {
    token + 2 < context.document.tokenCount && context.isCapitalized(token) && context.isCapitalized(token + 2)
      && ["of", "for"].contains(context.words[token + 1]) && !isCountryWord(token + 2)
  }

  /// Words written large that end in the head word of a body, where the model saw no name: "Legislative Council".
  private mutating func addBodies(in sentence: Range<Int>) {
    guard !context.isInTitle(sentence.lowerBound) else { return }
    for token in sentence where !covered[token] && context.isCapitalized(token) {
      guard let sort = context.knowledge.organizationWords[context.words[token]],
        ["government", "court", "party", "union", "police", "military", "school"].contains(sort),
        context.knowledge.titles[context.words[token]] == nil || isGuard(token)
      else { continue }
      var first = token
      while first - 1 >= sentence.lowerBound, !covered[first - 1], context.isCapitalized(first - 1),
        [.properNoun, .adjective, .noun].contains(context.document.partsOfSpeech[first - 1]),
        !context.beginsSentence(first - 1) || context.document.partsOfSpeech[first - 1] == .properNoun
          || context.knowledge.naming.isAffix(context.words[first - 1], .generic)
      {
        first -= 1
      }
      let end = endOfField(after: token, in: sentence)
      guard first < token || isChamber(token) || end > token + 1 else { continue }
      append(first..<end, kind: .organization, confidence: 0.7, foundBy: "name:head-word")
    }
  }

  /// Where a body's name ends that goes on with whom it is of: "Council of Representatives".
  private func endOfField(after token: Int, in sentence: Range<Int>) -> Int {
    guard token + 2 < sentence.upperBound, context.words[token + 1] == "of",
      ["council", "chamber", "house", "assembly", "court", "congress", "union", "federation"].contains(
        context.words[token]
      )
    else { return token + 1 }
    var end = token + 2
    while end < sentence.upperBound, !covered[end], context.isCapitalized(end),
      context.document.partsOfSpeech[end].isNoun, context.document.pennTags[end].hasSuffix("S") || end > token + 2
    {
      end += 1
    }
    return end > token + 2 ? end : token + 1
  }

  /// "the Hindu newspaper": words written large before a noun for a medium, where the model saw no name.
  private mutating func addMedia(in sentence: Range<Int>) {
    guard !context.isInTitle(sentence.lowerBound) else { return }
    for token in sentence where context.document.partsOfSpeech[token] == .noun {
      guard ["newspaper", "magazine", "broadcaster"].contains(context.words[token]) else { continue }
      var first = token
      while first - 1 >= sentence.lowerBound, !covered[first - 1], context.isCapitalized(first - 1),
        !context.beginsSentence(first - 1), !isCountryWord(first - 1),
        [.properNoun, .noun, .adjective].contains(context.document.partsOfSpeech[first - 1])
      {
        first -= 1
      }
      guard first < token else { continue }
      append(first..<token, kind: .organization, confidence: 0.8, foundBy: "name:medium")
    }
  }

  /// "Coast Guard", "National Guard".
  private func isGuard(_ token: Int) -> Bool {
    token > 0 && context.words[token] == "guard"
      && ["coast", "national", "border", "revolutionary"].contains(context.words[token - 1])
  }

  /// Whether a single word written large within a sentence is the parliament of the story's country.
  private func isChamber(_ token: Int) -> Bool {
    ["parliament", "congress", "senate", "knesset", "bundestag", "duma"].contains(context.words[token])
      && !context.beginsSentence(token) && context.document.partsOfSpeech[token].isNoun
      && !(token + 1 < context.document.tokenCount && context.isCapitalized(token + 1))
  }

  private func isCountryWord(_ token: Int) -> Bool { isCountryPhrase(token..<token + 1) }

  private func isCountryPhrase(_ tokens: Range<Int>) -> Bool {
    let key = NameKey.fold(context.document.text(of: tokens))
    let countries = context.knowledge.countries
    return countries.country(ofAdjective: key) != nil || placesOfAdjectives[key] != nil
      || countries.country(named: key) != nil && context.isCapitalized(tokens.lowerBound)
  }

  private func isBodyOfCountry(_ token: Int) -> Bool {
    switch context.document.lemmas[token].lowercased() {
    case "military", "army", "navy", "ministry", "parliament", "legislature", "congress", "senate", "coastguard": true
    case "force": ["air", "armed", "defence", "defense"].contains { token > 0 && context.words[token - 1] == $0 }
    case "court": token > 0 && context.words[token - 1] == "supreme"
    case "bank": token > 0 && context.words[token - 1] == "central"
    case "guard": token > 0 && ["coast", "national", "border", "revolutionary"].contains(context.words[token - 1])
    default: false
    }
  }

  private mutating func add(_ span: EntitySpan, known: [Int: KnownName]) {
    guard let kind = Entity.Kind(span.kind) else { return }
    if let name = span.tokens.lazy.compactMap({ known[$0] }).first,
      !(span.tokens.contains(name.tokens.lowerBound) && span.tokens.contains(name.tokens.upperBound - 1)),
      name.tokens.contains(span.tokens.lowerBound) || name.tokens.contains(span.tokens.upperBound - 1)
    {
      // The span is a fragment of the known name, or goes on after it.
      if span.tokens.upperBound <= name.tokens.upperBound {
        if !name.tokens.contains(where: { covered[$0] }) {
          append(name.tokens, kind: name.kind, confidence: 0.9, form: name.form, foundBy: name.foundBy)
        }
        return
      }
      var whole = span
      whole.tokens = name.tokens.lowerBound..<span.tokens.upperBound
      add(whole, kind: kind)
      return
    }
    add(span, kind: kind)
  }

  private mutating func add(_ span: EntitySpan, kind: Entity.Kind) {
    let kind = kind == .thing && context.isCalledByTitle(span.tokens) ? .person : kind
    if let name = fullName(from: span, kind: kind) {
      append(name, kind: .person, confidence: span.confidence, foundBy: "name:model")
      return
    }
    for piece in pieces(of: span.tokens, kind: kind) where !isClass(piece) {
      var trimming = NameTrimming(context: context, tokens: piece, kind: kind)
      guard trimming.trim() else { continue }
      let tokens = NameExtension(context: context, covered: covered, span: piece).extended(trimming.tokens, kind: kind)
      guard !tokens.contains(where: { covered[$0] }) else { continue }
      if kind == .place, let places = pair(of: tokens) {
        for place in places { append(place, kind: .place, confidence: span.confidence, foundBy: "name:model") }
        continue
      }
      let isCompany =
        kind == .person && tokens.upperBound > piece.upperBound + 1 && context.words[piece.upperBound] == "&"
      append(
        tokens,
        kind: isCompany ? .organization : kind,
        confidence: span.confidence,
        foundBy: "name:model",
        title: trimming.title
      )
    }
  }

  /// The two countries or regions that a hyphen joins where they have no name together: "the Egypt-Gaza border".
  private func pair(of tokens: Range<Int>) -> [Range<Int>]? {
    guard let hyphen = tokens.first(where: { ["-", "–"].contains(context.document.forms[$0]) }),
      hyphen > tokens.lowerBound, hyphen + 1 < tokens.upperBound, !isKnownPlace(tokens)
    else { return nil }
    let pair = [tokens.lowerBound..<hyphen, hyphen + 1..<tokens.upperBound]
    return pair.allSatisfy {
      isCountryPhrase($0) || context.knowledge.regions.region(named: context.nameKey(of: $0)) != nil
    }
      ? pair : nil
  }

  private func isKnownPlace(_ tokens: Range<Int>) -> Bool {
    let key = context.nameKey(of: tokens)
    return context.knowledge.countries.country(named: key) != nil || context.knowledge.regions.region(named: key) != nil
      || !context.knowledge.gazetteer.places(named: key).isEmpty
  }

  mutating func append(
    _ tokens: Range<Int>,
    kind: Entity.Kind,
    confidence: Float,
    form: EntityMention.Form = .name,
    foundBy: String,
    title: Range<Int>? = nil
  ) {
    let key = context.nameKey(of: tokens)
    guard !key.isEmpty else { return }
    var mention = NameMention(
      tokens: tokens,
      kind: kind,
      confidence: confidence,
      form: form,
      key: key,
      foundBy: foundBy
    )
    mention.isInTitle = context.isInTitle(tokens.lowerBound)
    mention.title = title
    if form == .name, isAdjectiveOfCountry(key, tokens: tokens) {
      guard isModifier(tokens) else { return }
      mention.form = .adjective
      mention.kind = .place
    }
    mentions.append(mention)
    for token in tokens { covered[token] = true }
  }

  /// Notes that a token belongs to a name.
  mutating func cover(_ token: Int) { covered[token] = true }

  /// Whether a whole span is the adjective of a country and not its name as well.
  private func isAdjectiveOfCountry(_ key: String, tokens: Range<Int>) -> Bool {
    tokens.count <= 3 && context.knowledge.countries.country(ofAdjective: key) != nil
      && context.knowledge.countries.country(named: key) == nil
  }

  func isModifier(_ tokens: Range<Int>) -> Bool {
    let head = context.head(of: tokens)
    return context.document.partsOfSpeech[head] == .adjective
      || [.compound, .adjectivalModifier, .descriptiveModifier, .flat].contains(context.document.relations[head])
  }

  /// A span of people divided at commas and conjunctions; other spans stay whole.
  private func pieces(of tokens: Range<Int>, kind: Entity.Kind) -> [Range<Int>] {
    guard kind == .person else { return [tokens] }
    var pieces: [Range<Int>] = []
    var start = tokens.lowerBound
    for token in tokens where [",", "and", "&", ";", "or"].contains(context.words[token]) {
      if start < token { pieces.append(start..<token) }
      start = token + 1
    }
    if start < tokens.upperBound { pieces.append(start..<tokens.upperBound) }
    return pieces
  }
}

extension Entity.Kind {
  /// The kind of entity that a span of the model names; nil for dates.
  init?(_ kind: EntitySpan.Kind) {
    switch kind {
    case .person: self = .person
    case .organization: self = .organization
    case .place: self = .place
    case .thing: self = .thing
    case .date: return nil
    }
  }
}
