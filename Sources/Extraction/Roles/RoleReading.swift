import ArticleReading
import Knowledge
import LanguageAnalysis

/// Finds the titles of an article and their holders.
struct RoleReading {
  let context: ArticleContext
  let entities: StoryEntities
  let titles: TitleReader
  private var found: [RoleFact] = []

  init(context: ArticleContext, entities: StoryEntities) {
    self.context = context
    self.entities = entities
    var nameOfToken = [Range<Int>?](repeating: nil, count: context.document.tokenCount)
    for entity in entities.entities {
      for mention in entity.mentions where mention.form == .name || mention.form == .adjective {
        for token in mention.tokens { nameOfToken[token] = mention.tokens }
      }
    }
    titles = TitleReader(context: context, nameOfToken: nameOfToken)
  }

  /// The roles, one for every holder and office, in the order of the text.
  func roles() -> [RoleFact] {
    var reading = self
    for (index, entity) in entities.entities.enumerated() where entity.kind == .person {
      for mention in entity.mentions where mention.form == .name { reading.read(mention, of: index) }
    }
    for token in 0..<context.document.tokenCount {
      if context.document.partsOfSpeech[token].isNoun {
        reading.readPredicate(token)
        reading.readPairs(token)
      }
    }
    for token in 0..<context.document.tokenCount { reading.readOffice(token) }
    return RoleMerging.merged(reading.found).map(reading.withState)
  }

  // MARK: Beside a name

  private mutating func read(_ mention: EntityMention, of holder: EntityIndex) {
    for phrase in titles.titles(before: mention.tokens) {
      add(phrase, holder: holder, after: mention, rule: "role:title-before-name")
      guard context.document.pennTags[phrase.head].hasSuffix("S") else { continue }
      for other in listed(after: mention) {
        add(phrase, holder: other.holder, after: other.mention, rule: "role:title-before-names")
      }
    }
    let head = mention.head
    for anchor in anchors(of: mention) {
      for child in context.tree.children(of: anchor, .apposition) where !isCompound(child, after: mention) {
        addApposition(child, holder: holder)
      }
    }
    addLinkedNominal(of: mention, holder: holder)
    for child in context.tree.children(of: head, .descriptiveModifier, .unspecified, .list)
    where child > mention.tokens.upperBound && context.words[mention.tokens.upperBound] == "," {
      addApposition(child, holder: holder)
    }
    readOfficeBefore(mention, holder: holder)
    guard let noun = context.tree.head(of: head) else { return }
    guard !isName(noun), titles.title(headedBy: noun) != nil else {
      return addOfficeAbove(noun, of: mention, holder: holder)
    }
    switch context.document.relations[head] {
    case .apposition where noun > head || !hasOtherPerson(between: noun, and: mention, holder: holder):
      addApposition(noun, holder: holder, of: mention)
    case .flat where noun < mention.tokens.lowerBound - 1: addApposition(noun, holder: holder)
    default: break
    }
  }

  /// Whether a noun goes on right after a name, which then says whose it is: "Trump advisor".
  private func isCompound(_ noun: Int, after mention: EntityMention) -> Bool {
    let next = mention.tokens.upperBound
    return next <= noun && (next..<noun + 1).allSatisfy { context.document.partsOfSpeech[$0].isNoun && !isName($0) }
  }

  /// "X, the Y's envoy in Z,": a title after a name and a comma that the parser takes for a clause.
  private mutating func addLinkedNominal(of mention: EntityMention, holder: EntityIndex) {
    for noun in context.tree.children(of: mention.head, .relativeClause, .adnominalClause)
    where context.document.partsOfSpeech[noun].isNoun && context.tree.child(of: noun, .copula) == nil
      && context.tree.children(of: noun, .subject).allSatisfy({ isName($0) })
    {
      addApposition(noun, holder: holder)
    }
  }

  /// The head of a name and that of the title before it, where the parser takes that for a part of the name.
  private func anchors(of mention: EntityMention) -> [Int] {
    guard context.document.relations[mention.head] == .flat, let title = context.tree.head(of: mention.head),
      title < mention.tokens.lowerBound, !isName(title),
      context.titleEntry(of: title..<mention.tokens.lowerBound) != nil
    else { return [mention.head] }
    return [mention.head, title]
  }

  /// Whether a nearer person's name stands between an office and a name in apposition to it.
  private func hasOtherPerson(between noun: Int, and mention: EntityMention, holder: EntityIndex) -> Bool {
    (noun + 1..<max(mention.tokens.lowerBound, noun + 1)).contains { token in
      guard let other = entities.entity(namedAt: token) else { return false }
      return other != holder && entities.entities[other].kind == .person
    }
  }

  private mutating func addApposition(_ noun: Int, holder: EntityIndex, of mention: EntityMention? = nil) {
    guard !isName(noun) else { return }
    for (position, phrase) in joinedTitles(at: noun).enumerated()
    where !precedesOther(phrase, holder: holder, afterComma: position > 0) {
      let isShared = context.document.pennTags[phrase.head].hasSuffix("S")
      add(phrase, holder: holder, after: isShared ? mention : nil, rule: "role:apposition")
      guard isShared else { continue }
      if let mention {
        // "the leaders, X of A and Y of B"
        for other in listed(after: mention) {
          add(phrase, holder: other.holder, after: other.mention, rule: "role:apposition-of-names")
        }
      } else if let first = context.tree.head(of: noun) {
        // "X and Y, leaders of Z"
        for conjunct in context.tree.children(of: first, .conjunct) where conjunct < noun {
          if let other = person(at: conjunct) { add(phrase, holder: other, rule: "role:apposition-of-names") }
        }
      }
    }
  }

  /// "the mayor of Tamale, X": where X is tied to the town by the parser, the office above it is X's.
  private mutating func addOfficeAbove(_ body: Int, of mention: EntityMention, holder: EntityIndex) {
    guard [.apposition, .flat].contains(context.document.relations[mention.head]), body < mention.tokens.lowerBound,
      context.document.relations[body] == .nominalModifier, entities.entity(headedBy: body) != holder,
      person(at: body) == nil, let noun = context.tree.head(of: body), noun < body
    else { return }
    for phrase in joinedTitles(at: noun) where phrase.entry.kind != .rank {
      add(phrase, holder: holder, rule: "role:apposition")
    }
  }

  /// "the president of the league, X,": by the commas alone, where the parser ties the two to different words.
  private mutating func readOfficeBefore(_ mention: EntityMention, holder: EntityIndex) {
    let sentence = context.sentenceTokens(of: mention.head)
    var comma = mention.tokens.lowerBound - 1
    while comma > sentence.lowerBound, context.titleEntry(of: comma..<comma + 1)?.kind == .respect { comma -= 1 }
    let next = mention.tokens.upperBound
    guard comma > sentence.lowerBound, context.words[comma] == ",", next < sentence.upperBound,
      [",", ".", ";", ")"].contains(context.words[next]),
      let title = officeNoun(endingAt: comma, from: sentence.lowerBound), var phrase = titles.title(headedBy: title),
      phrase.entry.kind == .office, !isDescribed(after: next, in: sentence)
    else { return }
    phrase.owners += (title + 1..<max(comma, title + 1)).filter { isName($0) }
    add(phrase, holder: holder, rule: "role:apposition")
  }

  /// The first title of the definite phrase that ends before a comma.
  private func officeNoun(endingAt comma: Int, from start: Int) -> Int? {
    var found: Int?
    var isDefinite = false
    var token = comma - 1
    while token >= start {
      let part = context.document.partsOfSpeech[token]
      let word = context.words[token]
      if part == .determiner {
        isDefinite = true
        guard token - 1 >= start, Self.linking.contains(context.words[token - 1]) else { return found }
      } else if part.isNoun {
        if !isName(token), ["NN", "NNP"].contains(context.document.pennTags[token]),
          titles.title(headedBy: token) != nil
        {
          found = token
        }
      } else if context.isPossessiveEnding(token) {
        // What stands before it is whose the office is.
        return found
      } else if part != .adjective, part != .numeral, !Self.linking.contains(word) {
        return isDefinite ? found : nil
      }
      token -= 1
    }
    return isDefinite ? found : nil
  }

  private static let linking: Set<String> = ["of", "for", "at", "in", "to", "on"]

  /// Whether a name before a comma is told what it is after it, and so not by what stands before.
  private func isDescribed(after next: Int, in sentence: Range<Int>) -> Bool {
    var token = next + 1
    if token < sentence.upperBound, context.words[token] == "and" { return false }
    while token < min(next + 8, sentence.upperBound), context.words[token] != "," {
      if context.document.partsOfSpeech[token].isNoun, !isName(token), titles.title(headedBy: token) != nil {
        return true
      }
      token += 1
    }
    return false
  }

  /// Whether somebody is already told to hold an office in a body.
  func holds(_ holder: EntityIndex, in body: EntityIndex) -> Bool {
    found.contains { $0.holder == holder && ($0.of == body || $0.of == nil && !isParty(body)) }
  }

  private func isParty(_ body: EntityIndex) -> Bool {
    let key = NameKey.fold(entities.entities[body].name)
    if context.knowledge.organizations.organization(named: key)?.noun == "party" { return true }
    return key.split(separator: " ").contains {
      context.knowledge.organizationWords[String($0)] == "party"
    }
  }

  /// Whether a title stands directly before the name of somebody else: "X, First Minister Y and Z".
  /// and, for a title joined to one of the holder's, one with a comma before the name: "X, and the mayor, Y".
  private func precedesOther(_ phrase: TitlePhrase, holder: EntityIndex, afterComma: Bool) -> Bool {
    var end = phrase.tokens.upperBound
    let stop = context.sentenceTokens(of: phrase.head).upperBound
    if let owner = phrase.owners.first(where: { $0 >= end }) {
      end = titles.nameOfToken[owner]?.upperBound ?? owner + 1
    }
    if afterComma, end < stop, context.words[end] == "," { end += 1 }
    guard end < stop, let next = entities.entity(namedAt: end) else { return false }
    return next != holder && entities.entities[next].kind == .person
  }

  func isName(_ token: Int) -> Bool { titles.nameOfToken[token] != nil }

  // MARK: Facts

  mutating func add(
    _ phrase: TitlePhrase,
    holder: EntityIndex,
    after mention: EntityMention? = nil,
    rule: String
  ) {
    var owner: EntityIndex?
    for token in phrase.owners {
      guard let other = self.owner(at: token, holder: holder),
        !isParty(other) || token > phrase.head || !isOfficeOfState(phrase)
      else { continue }
      // "Y's Middle East director": of Y.
      if owner == nil {
        owner = other
      } else if isOfBody(owner, other, at: token, phrase) || isRegional(owner, other, at: token, phrase) {
        owner = other
      }
    }
    if owner == nil, let mention { owner = self.owner(after: mention, holder: holder) }
    if owner == nil, phrase.owners.isEmpty, rule == "role:title-before-name" { owner = company(of: phrase) }
    let title = title(of: phrase)
    if isFate(phrase, title: title) || phrase.entry.kind == .occupation && !isPosition(phrase, owner: owner) { return }
    if rule == "role:copula", owner == nil, isPraise(phrase) { return }
    add(title, of: owner, holder: holder, at: phrase.tokens, isFormer: phrase.isFormer, rule: rule)
    if !context.document.pennTags[phrase.head].hasSuffix("S"), !rule.hasSuffix("copula") {
      found[found.count - 1].heads = [phrase.head]
    }
  }

  /// "X is a great leader": tells what somebody is like and no office.
  private func isPraise(_ phrase: TitlePhrase) -> Bool {
    guard let determiner = context.tree.child(of: phrase.head, .determiner),
      ["a", "an"].contains(context.words[determiner])
    else { return false }
    return ["leader", "head", "chief", "partner", "figure", "ambassador", "member", "king", "queen", "champion"]
      .contains(context.document.lemmas[phrase.head].lowercased())
  }

  mutating func add(
    _ title: String,
    of owner: EntityIndex?,
    holder: EntityIndex,
    at tokens: Range<Int>,
    isFormer: Bool = false,
    rule: String
  ) {
    let evidence = context.evidence(tokens, foundBy: rule)
    found.append(RoleFact(holder: holder, title: title, of: owner, isFormer: isFormer, evidence: [evidence]))
  }

  /// Whether work or fate that is no office is still a position: an attorney for a body, a reporter of a paper.
  private func isPosition(_ phrase: TitlePhrase, owner: EntityIndex?) -> Bool {
    let lemma = context.document.lemmas[phrase.head].lowercased()
    let words = context.knowledge.roleWords
    if words.contains(lemma, .advocate), !phrase.owners.isEmpty { return true }
    guard let owner, entities.entities[owner].kind == .organization else { return false }
    return true
  }

  /// Whether a word of the titles table tells what somebody is and no office: "victim", "presidential candidate".
  private func isFate(_ phrase: TitlePhrase, title: String) -> Bool {
    let words = context.knowledge.roleWords
    return words.contains(context.document.lemmas[phrase.head].lowercased(), .fate)
      || words.contains(title.lowercased(), .fate)
  }

  /// The words of a title; one in the plural, told of one holder, in the singular: "councillors" gives "councillor".
  private func title(of phrase: TitlePhrase) -> String {
    guard phrase.tokens.contains(phrase.head), context.document.pennTags[phrase.head].hasSuffix("S") else {
      let title = context.document.text(of: phrase.tokens).withSingleSpaces
      if title.lowercased().hasPrefix("ex-") { return String(title.dropFirst(3)) }
      // "then-prime-minister"
      let isJoined = phrase.tokens.lowerBound > 0 && context.words[phrase.tokens.lowerBound - 1] == "-"
      return isJoined ? title.replacing("-", with: " ") : title
    }
    var parts = phrase.tokens.map { context.document.forms[$0] }
    let position = phrase.head - phrase.tokens.lowerBound
    let lemma = context.document.lemmas[phrase.head]
    parts[position] = context.isCapitalized(phrase.head) ? lemma.prefix(1).uppercased() + lemma.dropFirst() : lemma
    return parts.joined(separator: " ").replacing(" - ", with: "-")
  }

  func owner(at token: Int, holder: EntityIndex) -> EntityIndex? {
    guard
      let index = entities.entity(headedBy: token) ?? entities.entity(namedAt: token) ?? known(by: token)
        ?? region(by: token), index != holder
    else { return nil }
    switch entities.entities[index].kind {
    case .organization, .place, .thing: return index
    case .person, .group: return nil
    }
  }

  /// "Scottish": Scotland, where the story names it.
  private func region(by token: Int) -> EntityIndex? {
    guard context.isCapitalized(token), let region = context.knowledge.regions.region(ofAdjective: context.words[token])
    else { return nil }
    return entities.entities.firstIndex {
      $0.kind == .place && ($0.name == region.name || $0.aliases.contains(region.name))
    }
  }

  /// "the project": the last body or thing named before whose name ends in that word.
  private func known(by token: Int) -> EntityIndex? {
    guard let determiner = context.tree.child(of: token, .determiner),
      ["the", "its"].contains(context.words[determiner]),
      context.tree.children(of: token, .adjectivalModifier, .compound, .nominalModifier).isEmpty
    else { return nil }
    var best: (position: Int, entity: EntityIndex)?
    for (index, entity) in entities.entities.enumerated()
    where [.organization, .thing].contains(entity.kind)
      && NameKey.fold(entity.name).split(separator: " ").dropFirst().last.map(String.init) == context.words[token]
    {
      guard let position = entity.mentions.last(where: { $0.head < token })?.head, position > best?.position ?? -1
      else {
        continue
      }
      best = (position, index)
    }
    return best?.entity
  }

  /// "Gov. X of Texas", "Analyst X at Y": what the words after a name say that the title before it is of.
  private func owner(after mention: EntityMention, holder: EntityIndex) -> EntityIndex? {
    for modifier in context.tree.children(of: mention.head, .nominalModifier)
    where modifier >= mention.tokens.upperBound {
      guard let marker = context.tree.child(of: modifier, .caseMarking), marker == mention.tokens.upperBound,
        ["of", "from", "at", "with"].contains(context.words[marker])
      else { continue }
      if let owner = owner(at: modifier, holder: holder) { return owner }
      // "Superintendent X of the police of Y"
      let inner = context.tree.children(of: modifier, .nominalModifier).lazy.compactMap { place in
        context.tree.child(of: place, .caseMarking).flatMap {
          ["of", "in"].contains(context.words[$0]) ? owner(at: place, holder: holder) : nil
        }
      }
      if context.knowledge.organizationWords[context.words[modifier]] != nil, let owner = inner.first { return owner }
    }
    return nil
  }
}
