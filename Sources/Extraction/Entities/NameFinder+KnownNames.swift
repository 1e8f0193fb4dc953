import Knowledge
import LanguageAnalysis

// Names that tables know.
extension NameFinder {
  /// Countries, their adjectives and well-known regions and organisations that the model left out.
  mutating func addKnownNames(in sentence: Range<Int>) {
    var token = sentence.lowerBound
    while token < sentence.upperBound {
      guard !covered[token], context.isCapitalized(token), let found = knownName(at: token, in: sentence) else {
        token += 1
        continue
      }
      append(found.tokens, kind: found.kind, confidence: 0.9, form: found.form, foundBy: found.foundBy)
      token = found.tokens.upperBound
    }
  }

  /// A region with the part of it that a constituency is called after: "Ardovia West".
  private func overDirection(_ tokens: Range<Int>, in sentence: Range<Int>) -> Range<Int> {
    let next = tokens.upperBound
    guard next < sentence.upperBound, !covered[next], context.isCapitalized(next),
      ["east", "west", "north", "south", "central"].contains(context.words[next]),
      next + 1 >= sentence.upperBound || !context.isCapitalized(next + 1)
    else { return tokens }
    return tokens.lowerBound..<next + 1
  }

  struct KnownName {
    var tokens: Range<Int>
    var kind: Entity.Kind
    var form: EntityMention.Form
    var foundBy: String
  }

  /// The longest known name that begins at a token; words are taken up while a known name begins with them.
  func knownName(at token: Int, in sentence: Range<Int>) -> KnownName? {
    let spans = context.document.spans
    var longest: KnownName?
    var end = token
    var key = ""
    while end < min(sentence.upperBound, token + 8), !covered[end],
      end == token || spans[end - 1].upperBound == spans[end].lowerBound
        || context.knowledge.nameBeginnings.contains(key)
    {
      end += 1
      key = NameKey.fold(context.document.text(of: token..<end))
      if let name = knownName(token..<end, key: key, in: sentence) { longest = name }
    }
    return longest
  }

  /// The known name that tokens are from end to end.
  private func knownName(_ tokens: Range<Int>, key: String, in sentence: Range<Int>) -> KnownName? {
    let knowledge = context.knowledge
    let (first, last) = (tokens.lowerBound, tokens.upperBound - 1)
    guard context.document.partsOfSpeech[last] != .punctuation, !isApostrophe(last),
      !isOrdinaryWord(tokens, key: key)
    else { return nil }
    if knowledge.countries.country(named: key) != nil, !isPartOfName(tokens) {
      return KnownName(tokens: tokens, kind: .place, form: .name, foundBy: "name:countries")
    }
    if knowledge.countries.country(ofAdjective: key) != nil, !isPeople(tokens) {
      return KnownName(tokens: tokens, kind: .place, form: .adjective, foundBy: "adjective:countries")
    }
    if knowledge.regions.region(named: key) != nil, !isPartOfName(tokens), !isPartOfCompound(first) {
      return KnownName(
        tokens: overDirection(tokens, in: sentence),
        kind: .place,
        form: .name,
        foundBy: "name:regions"
      )
    }
    if knowledge.organizations.organization(named: key) != nil, !isExchange(tokens, before: sentence.upperBound),
      tokens.count > 1 || context.isAcronym(first) || isPartyBeforeTitle(first, key: key)
    {
      return KnownName(tokens: tokens, kind: .organization, form: .name, foundBy: "name:organisations")
    }
    return nil
  }

  /// "the Labour leader", "a Conservative MP": the party before what somebody is in it.
  private func isPartyBeforeTitle(_ token: Int, key: String) -> Bool {
    let next = token + 1
    guard next < context.document.tokenCount,
      context.knowledge.organizations.organization(named: key)?.noun == "party",
      context.document.partsOfSpeech[next].isNoun
    else { return false }
    let lemma = context.document.lemmas[next].lowercased()
    return context.knowledge.titles[lemma].map { $0.kind == .office } ?? false
      || ["mp", "party", "leadership", "lawmaker", "candidate", "politician", "frontbencher", "backbencher"].contains(
        lemma
      )
  }

  /// "euro-Atlantic": a word after a hyphen and a word written small.
  private func isPartOfCompound(_ token: Int) -> Bool {
    token > 1 && ["-", "–"].contains(context.document.forms[token - 1]) && !context.isCapitalized(token - 2)
      && context.document.spans[token - 1].upperBound == context.document.spans[token].lowerBound
  }

  /// "(NASDAQ: ABCD)": where shares are listed.
  private func isExchange(_ tokens: Range<Int>, before end: Int) -> Bool {
    tokens.lowerBound > 0 && context.words[tokens.lowerBound - 1] == "(" && tokens.upperBound < end
      && context.words[tokens.upperBound] == ":"
  }

  private func isApostrophe(_ token: Int) -> Bool {
    ["'", "’"].contains(context.document.forms[token]) || context.isPossessiveEnding(token)
  }

  /// Whether a word that is written like a known name is likely an ordinary one ("us", "Turkey" after "a").
  private func isOrdinaryWord(_ tokens: Range<Int>, key: String) -> Bool {
    guard tokens.count == 1 else { return false }
    let token = tokens.lowerBound
    if context.document.partsOfSpeech[token] == .pronoun { return !context.isAcronym(token) || key.count < 3 }
    if key.count <= 3 { return !context.isAcronym(token) && !context.document.forms[token].contains(".") }
    return false
  }

  /// Whether further proper nouns stand beside the words, so that they are only part of some name.
  private func isPartOfName(_ tokens: Range<Int>) -> Bool {
    let document = context.document
    let next = tokens.upperBound
    guard next < document.tokenCount, !covered[next] else { return false }
    return document.relations[next] == .flat && tokens.contains(document.heads[next])
      && document.partsOfSpeech[next] == .properNoun
  }

  /// Whether the words are the people of a country ("Russians", "a Russian"), no adjective before a noun.
  private func isPeople(_ tokens: Range<Int>) -> Bool {
    let last = tokens.upperBound - 1
    guard context.document.partsOfSpeech[last].isNoun else { return false }
    return ![.compound, .adjectivalModifier, .descriptiveModifier, .flat].contains(context.document.relations[last])
      && ["NNS", "NNPS"].contains(context.document.pennTags[last])
  }
}
