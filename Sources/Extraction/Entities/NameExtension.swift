import Knowledge
import LanguageAnalysis

/// Widens a model's span over words that its parse and its spelling tie to the name.
struct NameExtension {
  let context: ArticleContext
  /// The tokens that belong to another name or a date.
  let covered: [Bool]
  /// The model's span, of which what was cut off stays off.
  let span: Range<Int>

  /// The span with the words that the model left out.
  func extended(_ tokens: Range<Int>, kind: Entity.Kind) -> Range<Int> {
    var tokens = overHyphens(tokens, kind: kind)
    guard !context.isInTitle(tokens.lowerBound) else { return tokens }
    let sentence = context.sentenceTokens(of: tokens.lowerBound)
    while tokens.upperBound < sentence.upperBound, takes(tokens.upperBound, beside: tokens, kind: kind) {
      tokens = overHyphens(tokens.lowerBound..<tokens.upperBound + 1, kind: kind)
    }
    while tokens.lowerBound > sentence.lowerBound, takes(tokens.lowerBound - 1, beside: tokens, kind: kind) {
      tokens = overHyphens(tokens.lowerBound - 1..<tokens.upperBound, kind: kind)
    }
    // "director Said Abdallah": the parser takes the given name for a verb.
    let before = tokens.lowerBound - 1
    if kind == .person, before > sentence.lowerBound, context.document.forms[before] == "Said", !covered[before],
      !context.beginsSentence(before), context.words[before - 1] != ","
    {
      tokens = before..<tokens.upperBound
    }
    tokens = overPossessor(overSaint(tokens), kind: kind)
    if kind == .person, let company = overCompany(tokens) { return company }
    return kind == .organization ? overConjunct(overField(overBody(tokens))) : tokens
  }

  /// The span with "& Co." after it: a person's name that is a firm's.
  private func overCompany(_ tokens: Range<Int>) -> Range<Int>? {
    let next = tokens.upperBound + 1
    guard next < context.sentenceTokens(of: tokens.lowerBound).upperBound, context.words[next - 1] == "&",
      context.isCapitalized(next),
      context.knowledge.naming.isAffix(NameKey.fold(context.document.forms[next]), .corporate)
        || ["sons", "partners", "associates", "brothers", "daughters"].contains(context.words[next])
    else { return nil }
    return tokens.lowerBound..<next + 1
  }

  /// The span with the first of two fields: "Command and" before "Control Centre".
  private func overConjunct(_ tokens: Range<Int>) -> Range<Int> {
    let field = tokens.lowerBound - 2
    guard field - 1 >= context.sentenceTokens(of: tokens.lowerBound).lowerBound, tokens.count > 1,
      ["and", "&"].contains(context.words[field + 1]), context.isCapitalized(field), !covered[field],
      [.noun, .properNoun].contains(context.document.partsOfSpeech[field]), !context.isAcronym(field),
      ["the", "its", "their"].contains(context.words[field - 1]) || context.isPossessiveEnding(field - 1),
      let last = tokens.last, context.knowledge.organizationWords[context.words[last]] != nil,
      context.knowledge.organizationWords[context.words[tokens.lowerBound]] == nil,
      !context.document.entities.contains(where: { $0.tokens.contains(field) }), !isCountry(field),
      context.knowledge.organizations.organization(named: context.nameKey(of: tokens)) == nil
    else { return tokens }
    return field..<tokens.upperBound
  }

  /// The span with the body whose field it is: "Center for" before "Coastal Research".
  private func overBody(_ tokens: Range<Int>) -> Range<Int> {
    let body = tokens.lowerBound - 2
    guard body >= context.sentenceTokens(of: tokens.lowerBound).lowerBound,
      ["of", "for", "on"].contains(context.words[body + 1]), !covered[body], context.isCapitalized(body),
      context.knowledge.wordClasses.contains(context.words[body], in: .bodyOfFieldNoun),
      !context.isAcronym(tokens.lowerBound),
      !tokens.contains(where: { context.knowledge.organizationWords[context.words[$0]] != nil }),
      context.knowledge.organizations.organization(named: context.nameKey(of: tokens)) == nil
    else { return tokens }
    var first = body
    while first - 1 >= context.sentenceTokens(of: body).lowerBound, !covered[first - 1],
      context.isCapitalized(first - 1), context.document.heads[first - 1] == body,
      [.compound, .adjectivalModifier].contains(context.document.relations[first - 1]), !isCountry(first - 1)
    {
      first -= 1
    }
    return first..<tokens.upperBound
  }

  /// The span with "St" before it.
  private func overSaint(_ tokens: Range<Int>) -> Range<Int> {
    let before = tokens.lowerBound - 1
    guard before >= context.sentenceTokens(of: tokens.lowerBound).lowerBound, !covered[before],
      context.isSaint(before), tokens.count < 6
    else { return tokens }
    return before..<tokens.upperBound
  }

  /// The span with the people that it is of by name: "People's" before "Movement for Progress".
  private func overPossessor(_ tokens: Range<Int>, kind: Entity.Kind) -> Range<Int> {
    let possessor = tokens.lowerBound - 2
    guard kind == .organization || kind == .thing,
      possessor >= context.sentenceTokens(of: tokens.lowerBound).lowerBound,
      context.isPossessiveEnding(possessor + 1), !covered[possessor], context.isCapitalized(possessor),
      !context.beginsSentence(possessor),
      context.document.pennTags[possessor].hasSuffix("S")
        || ["people", "women", "children", "men"].contains(context.words[possessor]),
      context.knowledge.peopleWords[context.document.lemmas[possessor].lowercased()] != nil
        || ["people", "women", "children", "men"].contains(context.words[possessor])
    else { return tokens }
    var first = possessor
    while first - 1 >= context.sentenceTokens(of: first).lowerBound, !covered[first - 1],
      context.isCapitalized(first - 1), !context.beginsSentence(first - 1), !isCountry(first - 1),
      [.properNoun, .adjective].contains(context.document.partsOfSpeech[first - 1])
    {
      first -= 1
    }
    return first..<tokens.upperBound
  }

  /// The span with the field of the body: "Ministry" and "of Health and Sport", "Commission" and "on Human Rights".
  private func overField(_ tokens: Range<Int>) -> Range<Int> {
    let document = context.document
    let preposition = tokens.upperBound
    let sentence = context.sentenceTokens(of: tokens.lowerBound)
    guard preposition + 2 < sentence.upperBound else { return tokens }
    let first = ["the", "a"].contains(context.words[preposition + 1]) ? preposition + 2 : preposition + 1
    guard ["of", "for", "on"].contains(context.words[preposition]),
      let last = tokens.last, context.isCapitalized(last),
      context.knowledge.wordClasses.contains(context.words[last], in: .bodyOfFieldNoun),
      context.isCapitalized(first),
      !isPlace(first) || context.words[preposition] == "for" || isAdjectiveBeforeField(first), !isBody(first),
      tokens.count < 3 || !["center", "centre", "school", "college"].contains(context.words[last])
    else { return tokens }
    guard let field = context.tree.children[last].first(where: { document.relations[$0] == .nominalModifier }),
      context.tree.child(of: field, .caseMarking) == preposition
    else {
      return overField(of: tokens, from: first, in: sentence) ?? overBareField(tokens, from: first, in: sentence)
    }
    let phrase = Set(context.tree.subtree(of: field))
    var end = preposition + 1
    var next = first
    while next < sentence.upperBound, phrase.contains(next), !covered[next] {
      // "Center for a Free Ardovia": the place that the words before it choose ends the field.
      if isPlace(next), context.words[preposition] != "for", !isAdjectiveBeforeField(next),
        document.partsOfSpeech[next - 1] != .adjective || !context.isCapitalized(next - 1)
      {
        break
      }
      if context.isCapitalized(next), [.properNoun, .noun, .adjective].contains(document.partsOfSpeech[next]) {
        end = next + 1
      } else if !["and", "of", "for", "the", "a", ",", "&"].contains(context.words[next]) {
        break
      }
      next += 1
    }
    return end > preposition + 1 ? tokens.lowerBound..<end : tokens
  }

  /// "Centre of Ghanaian Trade Unions": the adjective of a country before the field of a body.
  private func isAdjectiveBeforeField(_ token: Int) -> Bool {
    let next = token + 1
    return next < context.document.tokenCount && context.isCapitalized(next)
      && [.noun, .properNoun].contains(context.document.partsOfSpeech[next])
      && context.knowledge.countries.country(ofAdjective: NameKey.fold(context.document.forms[token])) != nil
  }

  /// The span with a field that the model takes for a name: "Office for the" before "Protection of Competition".
  private func overField(of tokens: Range<Int>, from first: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard tokens.count < 4,
      let field = context.document.entities.first(where: { $0.kind == .organization && $0.tokens.lowerBound == first }),
      !context.isAcronym(first), field.tokens.upperBound <= sentence.upperBound,
      !field.tokens.contains(where: { covered[$0] }),
      context.knowledge.organizations.organization(named: context.nameKey(of: field.tokens)) == nil
    else { return nil }
    return tokens.lowerBound..<field.tokens.upperBound
  }

  /// The span with a field that the parser ties to a later word: "Center for Coastal Research" before "scientist X".
  private func overBareField(_ tokens: Range<Int>, from first: Int, in sentence: Range<Int>) -> Range<Int> {
    var end = first
    while end < sentence.upperBound, context.isCapitalized(end), !covered[end], !isPlace(end),
      [.properNoun, .noun, .adjective].contains(context.document.partsOfSpeech[end]),
      !context.document.entities.contains(where: { $0.kind == .person && $0.tokens.contains(end) })
    {
      end += 1
    }
    guard end > first, end < sentence.upperBound, context.titleEntry(of: first..<end) == nil,
      context.document.partsOfSpeech[end] == .noun
    else { return tokens }
    return tokens.lowerBound..<end
  }

  /// Whether the model takes a token for a body, which then is what another body is a part of.
  private func isBody(_ token: Int) -> Bool {
    context.words[token - 1] == "the"
      && context.document.entities.contains { span in
        span.kind == .organization && span.tokens.contains(token)
          && (context.isAcronym(token)
            || span.tokens.contains { context.knowledge.organizationWords[context.words[$0]] != nil }
            || context.knowledge.organizations.organization(named: context.nameKey(of: span.tokens)) != nil)
      }
  }

  /// Whether the model takes a token for a place, so that it says where a body is and not what for.
  private func isPlace(_ token: Int) -> Bool {
    if isCountry(token) { return true }
    return context.document.entities.contains { $0.kind == .place && $0.tokens.contains(token) }
  }

  /// Whether a proper noun beside a name belongs to it.
  private func takes(_ token: Int, beside tokens: Range<Int>, kind: Entity.Kind) -> Bool {
    let document = context.document
    guard !covered[token], !span.contains(token), context.isCapitalized(token), !isCalendarWord(token),
      kind != .person || token < tokens.upperBound || !isLetters(token)
    else { return false }
    let isProper = document.partsOfSpeech[token] == .properNoun
    let head = document.heads[token]
    let isBelow =
      tokens.contains(head) && [.flat, .compound, .adjectivalModifier, .goesWith].contains(document.relations[token])
    let isAbove = tokens.contains {
      document.heads[$0] == token && [.flat, .compound].contains(document.relations[$0])
    }
    switch kind {
    case .person:
      // "councillor X Y", both tied to the title
      let isBesideTitle =
        token == tokens.upperBound && document.relations[token] == .flat && head == tokens.lowerBound - 1
        && context.isCalledByTitle(tokens)
      guard isProper,
        isBelow && document.relations[token] == .flat || isAbove && isFlatBelow(token, tokens) || isBesideTitle
      else { return false }
      if token < tokens.lowerBound, context.beginsSentence(token), !isGivenName(token), isGivenName(tokens.lowerBound) {
        return false
      }
      return token >= tokens.upperBound || context.titleEntry(of: token..<token + 1) == nil
    case .organization, .place, .thing:
      // "Lumen Shipping": a noun with a capital within a sentence is part of the name that stands before it.
      let isOwnNoun =
        token >= tokens.upperBound && isAbove && document.pennTags[token] == "NN"
        && (kind == .organization || kind == .thing && isHeadWord(token))
      guard isBelow || isAbove,
        isProper || isOwnNoun || token < tokens.lowerBound && document.partsOfSpeech[token] == .adjective
      else {
        return false
      }
      // "mayor of Accra Ama Mensah"
      if kind == .place, token >= tokens.upperBound, tokens.lowerBound > 1,
        context.words[tokens.lowerBound - 1] == "of", context.knowledge.placeWords[context.words[token]] == nil,
        context.titleEntry(of: tokens.lowerBound - 2..<tokens.lowerBound - 1)?.kind == .office
      {
        return false
      }
      if token < tokens.lowerBound, isCountry(token) { return tokens.count == 1 && isHeadWord(tokens.lowerBound) }
      if context.beginsSentence(token), document.partsOfSpeech[token] == .adjective { return false }
      if token >= tokens.upperBound, token + 1 < document.tokenCount, context.isTitle(token..<token + 2) {
        return false
      }
      return context.titleEntry(of: token..<token + 1).map { $0.kind == .occupation } ?? true
    case .group: return false
    }
  }

  /// Letters after a person's name that are no part of it: "QC".
  private func isLetters(_ token: Int) -> Bool {
    let word = NameKey.fold(context.document.forms[token])
    return context.knowledge.naming.isAffix(word, .suffix) && context.isAcronym(token)
      && !["ii", "iii", "iv"].contains(word)
  }

  private func isGivenName(_ token: Int) -> Bool {
    context.knowledge.givenNames[NameKey.fold(context.document.forms[token])] != nil
  }

  private func isFlatBelow(_ token: Int, _ tokens: Range<Int>) -> Bool {
    tokens.contains { context.document.heads[$0] == token && context.document.relations[$0] == .flat }
  }

  private func isCountry(_ token: Int) -> Bool {
    let key = NameKey.fold(context.document.forms[token])
    return context.knowledge.countries.country(ofAdjective: key) != nil
      || context.knowledge.countries.country(named: key) != nil
  }

  private func isHeadWord(_ token: Int) -> Bool {
    context.knowledge.organizationWords[context.document.lemmas[token].lowercased()] != nil
  }

  private func isCalendarWord(_ token: Int) -> Bool {
    switch context.knowledge.timeWords[context.words[token]] {
    case .weekday, .month: true
    default: false
    }
  }

  /// The span with the whole of the hyphenated words at its ends: "Chung-tai", "France-Presse", "al-Amr".
  private func overHyphens(_ tokens: Range<Int>, kind: Entity.Kind) -> Range<Int> {
    var low = tokens.lowerBound
    var high = tokens.upperBound
    let sentence = context.sentenceTokens(of: low)
    while high + 1 < sentence.upperBound, isHyphen(high), touches(high - 1), touches(high),
      kind == .person || isChain(high, in: sentence)
        || context.isCapitalized(high + 1) && context.document.partsOfSpeech[high + 1] != .adjective
    {
      high += 2
    }
    // After "al" the hyphen may be missing from the span as well: "Suleiman" and "al-Amr".
    if kind == .person, high + 2 < sentence.upperBound,
      ["al", "el", "bin", "ibn", "abu", "ul"].contains(context.words[high]),
      isHyphen(high + 1) || context.document.relations[high + 1] == .flat
    {
      high += isHyphen(high + 1) ? 3 : 2
    }
    if kind == .person, ["al", "el", "bin", "ibn", "van", "de", "von"].contains(context.words[high - 1]),
      high < sentence.upperBound, context.isCapitalized(high), !covered[high],
      context.document.partsOfSpeech[high] == .properNoun
    {
      high += 1
    }
    while low - 2 >= sentence.lowerBound, isHyphen(low - 1), touches(low - 1), touches(low - 2),
      context.document.forms[low - 2].count > 1,
      context.isCapitalized(low - 2) && !isCountry(low - 2)
        || ["al", "el", "as", "an", "ad"].contains(context.words[low - 2])
    {
      low -= 2
    }
    return low..<high
  }

  /// Whether a short word and another hyphen follow a hyphen: "Oduro-a-ba".
  private func isChain(_ hyphen: Int, in sentence: Range<Int>) -> Bool {
    hyphen + 3 < sentence.upperBound && isHyphen(hyphen + 2) && touches(hyphen + 1) && touches(hyphen + 2)
      && context.document.forms[hyphen + 1].count < 3
      || hyphen - 2 > sentence.lowerBound && isHyphen(hyphen - 2) && touches(hyphen - 2)
        && context.document.forms[hyphen - 1].count < 3 && !context.isCapitalized(hyphen - 1)
  }

  private func isHyphen(_ token: Int) -> Bool { ["-", "‑", "‐"].contains(context.document.forms[token]) }

  /// Whether no space follows a token.
  private func touches(_ token: Int) -> Bool {
    token >= 0 && token + 1 < context.document.tokenCount
      && context.document.spans[token].upperBound == context.document.spans[token + 1].lowerBound
  }
}
