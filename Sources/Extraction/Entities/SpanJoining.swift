import Knowledge
import LanguageAnalysis

/// Joins spans of the model that are fragments of one name.
struct SpanJoining {
  let context: ArticleContext

  /// The spans with fragments of one name made one, in the order of the text.
  func joined(_ spans: [EntitySpan]) -> [EntitySpan] {
    var joined: [EntitySpan] = []
    for span in withOffices(withoutNicknames(spans.flatMap { divided($0) })) {
      if let last = joined.last, span.kind != .date, last.kind != .date,
        last.tokens.upperBound <= span.tokens.lowerBound, let kind = kind(of: last, joinedWith: span)
      {
        joined[joined.count - 1].tokens = last.tokens.lowerBound..<span.tokens.upperBound
        joined[joined.count - 1].kind = kind
        joined[joined.count - 1].confidence = max(last.confidence, span.confidence)
      } else {
        joined.append(span)
      }
    }
    return joined
  }

  /// The spans without the nicknames that stand in quotation marks within a person's name: `Ama "Nana" Mensah`.
  private func withoutNicknames(_ spans: [EntitySpan]) -> [EntitySpan] {
    var kept: [EntitySpan] = []
    for span in spans {
      let (open, close) = (span.tokens.lowerBound - 1, span.tokens.upperBound)
      if span.kind == .person, let one = kept.last, one.kind == .person, one.tokens.upperBound == open, isQuote(open),
        isQuote(close), close + 1 < context.document.tokenCount, context.isCapitalized(close + 1),
        context.document.partsOfSpeech[close + 1] == .properNoun
      {
        continue
      }
      kept.append(span)
    }
    return kept
  }

  // MARK: Offices

  /// The spans with the offices of officers as one each: "Ashby County Sheriff's Office", "the Prosecutor's Office".
  private func withOffices(_ spans: [EntitySpan]) -> [EntitySpan] {
    let offices = context.document.sentences.flatMap { sentence in
      sentence.tokens.compactMap { office(endingAt: $0, in: sentence.tokens) }
    }
    guard !offices.isEmpty else { return spans }
    var all = spans.filter { span in !offices.contains { $0.tokens.overlaps(span.tokens) } } + offices
    all.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    return all
  }

  private func office(endingAt token: Int, in sentence: Range<Int>) -> EntitySpan? {
    guard ["office", "department"].contains(context.words[token]), token - 2 >= sentence.lowerBound,
      context.isPossessiveEnding(token - 1), context.isCapitalized(token - 2),
      NameMatching.officers.contains(context.words[token - 2]), !context.isInTitle(token)
    else { return nil }
    var first = token - 2
    while first - 1 >= sentence.lowerBound, context.isCapitalized(first - 1),
      context.document.partsOfSpeech[first - 1].isNoun || context.document.partsOfSpeech[first - 1] == .adjective,
      !context.beginsSentence(first - 1) || context.document.partsOfSpeech[first - 1] == .properNoun
    {
      first -= 1
    }
    guard first < token - 2 || context.isCapitalized(token) else { return nil }
    return EntitySpan(tokens: first..<token + 1, kind: .organization, confidence: 0.9)
  }

  /// "Mayor of" before "Accra Ama Mensah": the place and the person whom the model takes for one.
  private func divided(_ span: EntitySpan) -> [EntitySpan] {
    let first = span.tokens.lowerBound
    guard span.kind == .person || span.kind == .place, span.tokens.count > 2, first > 1,
      context.words[first - 1] == "of", context.titleEntry(of: max(0, first - 3)..<first - 1) != nil
    else { return [span] }
    for length in [2, 1] where span.tokens.count - length >= 2 {
      let place = first..<first + length
      let key = context.nameKey(of: place)
      let given = NameKey.fold(context.document.forms[place.upperBound])
      guard context.knowledge.givenNames[key] == nil,
        context.knowledge.countries.country(named: key) != nil
          || !context.knowledge.gazetteer.places(named: key).isEmpty,
        span.kind == .person || context.knowledge.givenNames[given] != nil
      else { continue }
      return [
        EntitySpan(tokens: place, kind: .place, confidence: span.confidence),
        EntitySpan(tokens: place.upperBound..<span.tokens.upperBound, kind: .person, confidence: span.confidence),
      ]
    }
    return [span]
  }

  /// What two neighbouring spans name together, nil where they are two names.
  private func kind(of one: EntitySpan, joinedWith other: EntitySpan) -> EntitySpan.Kind? {
    let between = one.tokens.upperBound..<other.tokens.lowerBound
    if isNickname(between: one, other) || isInitial(one, before: other) { return .person }
    if one.tokens.count == 1, between.count < 3, between.allSatisfy({ context.isCapitalized($0) }),
      context.isAcronym(one.tokens.lowerBound),
      context.knowledge.thingWords[context.words[one.tokens.lowerBound]] == "leading"
    {
      return .thing
    }
    if isNamedAfterSaint(one.tokens, between, other.tokens) { return other.kind }
    if isOfPeople(one.tokens, between, other.tokens) { return .organization }
    if isCouple(one, between, of: other) || isOfTown(one, between, other) { return .organization }
    // "PKN" before "Oakmere"
    if one.kind == .organization, other.kind == .organization, between.isEmpty, one.tokens.count == 1,
      context.isAcronym(one.tokens.lowerBound), !context.isAcronym(other.tokens.lowerBound),
      context.knowledge.organizations.organization(named: context.nameKey(of: one.tokens)) == nil,
      context.knowledge.organizations.organization(named: context.nameKey(of: other.tokens)) == nil
    {
      return .organization
    }
    guard one.kind == other.kind, between.count < 3 else { return nil }
    if isName(between: between, beside: other.tokens), areOne(one.tokens, other.tokens) { return one.kind }
    return one.kind == .organization && isOneBody(one.tokens, other.tokens) ? one.kind : nil
  }

  // MARK: People

  /// `Ama "Nana" Mensah`: the quotation marks of a nickname stand within the name.
  private func isNickname(between one: EntitySpan, _ other: EntitySpan) -> Bool {
    guard one.kind == .person, one.tokens.count <= 2, other.tokens.lowerBound - one.tokens.upperBound <= 4,
      isQuote(one.tokens.upperBound)
    else { return false }
    let inside = one.tokens.upperBound + 1..<min(other.tokens.upperBound, one.tokens.upperBound + 4)
    guard let close = inside.first(where: { isQuote($0) }), close > inside.lowerBound,
      close + 1 < other.tokens.upperBound, close + 1 >= other.tokens.lowerBound
    else { return false }
    return inside.prefix { $0 < close }.allSatisfy { context.isCapitalized($0) }
      && context.isCapitalized(close + 1) && context.document.partsOfSpeech[close + 1] == .properNoun
  }

  private func isQuote(_ token: Int) -> Bool {
    token < context.document.tokenCount && ["\"", "“", "”", "'", "‘", "’", "``", "''"].contains(context.words[token])
  }

  /// "P." before "Mensah".
  private func isInitial(_ one: EntitySpan, before other: EntitySpan) -> Bool {
    guard one.kind == .person, other.kind == .person, one.tokens.upperBound == other.tokens.lowerBound,
      one.tokens.count == 1
    else { return false }
    let form = context.document.forms[one.tokens.lowerBound]
    return form.hasSuffix(".") && form.filter(\.isLetter).count <= 2 && context.isCapitalized(one.tokens.lowerBound)
  }

  // MARK: Bodies and places

  /// "Ashby County" before "Superior Court".
  private func isOfTown(_ one: EntitySpan, _ between: Range<Int>, _ other: EntitySpan) -> Bool {
    guard one.kind == .place, other.kind == .organization, between.isEmpty, (1...3).contains(other.tokens.count),
      let last = other.tokens.last, let sort = context.knowledge.organizationWords[context.words[last]]
    else { return false }
    let countries = context.knowledge.countries
    let key = context.nameKey(of: one.tokens)
    if other.tokens.count == 1 {
      // "Oakmere TV"
      return ["media", "school", "police"].contains(sort) && countries.country(named: key) == nil
        && countries.country(ofAdjective: key) == nil && context.isCapitalized(last)
    }
    return countries.country(named: key) == nil && countries.country(ofAdjective: key) == nil
      && context.knowledge.organizations.organization(named: context.nameKey(of: other.tokens)) == nil
      && other.tokens.allSatisfy {
        context.knowledge.naming.isAffix(context.words[$0], .generic)
          || context.knowledge.organizationWords[context.words[$0]] != nil
          || ["superior", "circuit", "municipal", "high", "crown", "magistrates", "school", "fire"].contains(
            context.words[$0]
          )
      }
  }

  /// "the Kofi and Ama Mensah Foundation".
  private func isCouple(_ one: EntitySpan, _ between: Range<Int>, of other: EntitySpan) -> Bool {
    guard one.kind == .person, one.tokens.count == 1, other.kind == .organization, other.tokens.count > 2,
      between.count == 1, ["and", "&"].contains(context.words[between.lowerBound]), let last = other.tokens.last,
      ["foundation", "trust", "fund", "center", "centre", "library", "institute"].contains(context.words[last])
    else { return false }
    return context.knowledge.givenNames[NameKey.fold(context.document.forms[other.tokens.lowerBound])] != nil
  }

  /// "St Anne" and "Hospital", with the possessive ending between.
  private func isNamedAfterSaint(_ one: Range<Int>, _ between: Range<Int>, _ other: Range<Int>) -> Bool {
    guard between.count == 1, context.isPossessiveEnding(between.lowerBound), other.count <= 2,
      context.isSaint(one.lowerBound) || one.lowerBound > 0 && context.isSaint(one.lowerBound - 1), one.count <= 2
    else { return false }
    let head = context.words[other.upperBound - 1]
    return context.knowledge.placeWords[head] != nil || context.knowledge.organizationWords[head] != nil
  }

  /// "Ashby Doctors" and "Hospital", with the apostrophe between.
  private func isOfPeople(_ one: Range<Int>, _ between: Range<Int>, _ other: Range<Int>) -> Bool {
    guard between.count == 1, context.isPossessiveEnding(between.lowerBound), let last = one.last,
      context.document.pennTags[last].hasSuffix("S") || context.words[last] == "children",
      context.isCapitalized(last), context.isCapitalized(other.lowerBound), let head = other.last,
      context.knowledge.organizationWords[context.words[head]] != nil
    else { return false }
    let lemma = context.document.lemmas[last].lowercased()
    return context.knowledge.peopleWords[lemma] != nil || context.knowledge.titles[lemma] != nil
  }

  /// Whether two spans with "and" or a comma between are one body: "the Competition and Markets Authority",
  /// "Department of Trade and Public Works", "Committee on Trade, Science and Transportation".
  private func isOneBody(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    guard other.lowerBound - one.upperBound == 1, ["and", ","].contains(context.words[one.upperBound]) else {
      return false
    }
    func isBody(_ token: Int) -> Bool { context.knowledge.organizationWords[context.words[token]] != nil }
    let isBodyOfField = one.dropLast(2).contains {
      context.knowledge.wordClasses.contains(context.words[$0], in: .bodyOfFieldNoun)
        && ["of", "for", "on"].contains(context.words[$0 + 1])
    }
    if context.words[one.upperBound] == "," {
      return isBodyOfField && !other.contains { isBody($0) } && !context.isAcronym(other.lowerBound)
        && other.contains { context.words[$0] == "and" }
    }
    if isBodyOfField { return !other.contains { isBody($0) } && !context.isAcronym(other.lowerBound) }
    guard one.count == 1, other.count > 1, isBody(other.upperBound - 1), !isBody(one.lowerBound),
      !context.isAcronym(one.lowerBound), one.lowerBound > 0,
      context.words[one.lowerBound - 1] == "the" || context.isPossessiveEnding(one.lowerBound - 1)
    else { return false }
    return context.knowledge.organizations.organization(named: context.nameKey(of: one)) == nil
  }

  /// Whether the words between two fragments are written large and modify the second one.
  private func isName(between tokens: Range<Int>, beside span: Range<Int>) -> Bool {
    tokens.allSatisfy { context.isCapitalized($0) && span.contains(context.document.heads[$0]) }
  }

  private func areOne(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    let (heads, relations) = (context.document.heads, context.document.relations)
    let ties: Set<DependencyRelation> = [.flat, .compound, .adjectivalModifier, .goesWith]
    return one.contains { other.contains(heads[$0]) && ties.contains(relations[$0]) }
      || other.contains { one.contains(heads[$0]) && ties.contains(relations[$0]) }
  }
}
