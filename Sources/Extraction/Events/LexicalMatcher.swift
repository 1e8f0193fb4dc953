import Knowledge
import LanguageAnalysis

/// Says whether a word with its surroundings is an entry of the lexicon.
struct LexicalMatcher {
  let syntax: ClauseSyntax
  /// The entities, for conditions on what kind a phrase is; groups that are met here stay unknown elsewhere.
  private var entities: StoryEntities
  private var wordsOfSentence: (sentence: Int, lemmas: Set<String>)?
  private lazy var wordsOfArticle = Set(context.document.lemmas.map { $0.lowercased() })
  private var phrases: (token: Int, found: [ArgumentPhrase])?
  private var context: ArticleContext { syntax.context }

  init(syntax: ClauseSyntax, entities: StoryEntities) {
    self.syntax = syntax
    self.entities = entities
  }

  /// The first entry that a word matches, a discard included.
  mutating func entry(at token: Int, among entries: [EventLexicon.Entry], part: LexicalPart) -> EventLexicon.Entry? {
    for entry in entries where entry.part == part {
      if companions(entry.companions, of: token) != nil, allHold(entry.requires, at: token),
        !anyHolds(entry.excludes, at: token)
      {
        return entry
      }
    }
    return nil
  }

  /// The tokens of further words that hang on a word or on each other; nil where one is absent.
  func companions(_ lemmas: [String], of token: Int) -> [Int]? {
    guard !lemmas.isEmpty else { return [] }
    if lemmas.count == 1, let particle = lemmas.first, Self.particles.contains(particle), syntax.isVerb(token) {
      return self.particle(particle, of: token).map { [$0] }
    }
    var found: [Int] = []
    var missing = lemmas
    var isGrowing = true
    while isGrowing, !missing.isEmpty {
      isGrowing = false
      for (position, lemma) in missing.enumerated() {
        guard let match = neighbour(lemma, of: [token] + found, among: lemmas) else { continue }
        found.append(match)
        missing.remove(at: position)
        isGrowing = true
        break
      }
    }
    return missing.isEmpty ? found : nil
  }

  /// Words that a verb takes as a particle: "took in refugees", not "took refugees in a boat".
  private static let particles: Set<String> = ["in", "out", "off", "over", "down", "up", "away", "back"]

  /// The particle of a verb: beside it, whatever the parser has hung it on ("handed over 15 prisoners"), or under it.
  private func particle(_ word: String, of verb: Int) -> Int? {
    if verb + 1 < context.document.tokenCount, context.words[verb + 1] == word { return verb + 1 }
    return syntax.children(verb).first {
      context.words[$0] == word && ![.caseMarking, .conjunct].contains(syntax.relation($0))
    }
  }

  private func neighbour(_ lemma: String, of tokens: [Int], among lemmas: [String]) -> Int? {
    for token in tokens {
      for child in syntax.children(token)
      where isWord(lemma, at: child) && !tokens.contains(child) && syntax.relation(child) != .conjunct
        && !isName(child) && !isPhraseBeside(child, of: token) && !isWhereTo(child, of: token, besides: lemmas)
      {
        return child
      }
      for phrase in syntax.children(token) where [.oblique, .object].contains(syntax.relation(phrase)) {
        let marker = syntax.children(phrase).first { isWord(lemma, at: $0) && syntax.relation($0) == .caseMarking }
        if let marker, !tokens.contains(marker) { return marker }
      }
      if lemma == "for", let marker = markerOfClause(under: token) { return marker }
      if let head = context.tree.head(of: token), !tokens.contains(head), isWord(lemma, at: head),
        syntax.relation(token) != .conjunct
      {
        return head
      }
    }
    return nil
  }

  /// "used by the Ruritanian Air Force": a word of somebody's name is not the word of a phrase.
  private func isName(_ token: Int) -> Bool {
    guard syntax.partOfSpeech(token) == .properNoun, !context.isInTitle(token),
      let entity = entities.entity(headedBy: token)
    else { return false }
    return [.person, .organization].contains(entities.entities[entity].kind)
  }

  /// "a visit by officials" is no official visit: of a noun only what stands before it completes it without preposition.
  private func isPhraseBeside(_ child: Int, of noun: Int) -> Bool {
    syntax.partOfSpeech(noun) == .noun && child > noun && syntax.relation(child) == .nominalModifier
      && ["by", "from", "with", "between", "against"].contains(syntax.preposition(of: child) ?? "")
  }

  /// "took them to the office" is not "took office": what a verb takes along has no preposition that the phrase has not.
  private func isWhereTo(_ child: Int, of verb: Int, besides lemmas: [String]) -> Bool {
    syntax.isVerb(verb) && child > verb && syntax.relation(child) == .oblique
      && syntax.preposition(of: child).map { ["to", "from", "into", "near"].contains($0) && !lemmas.contains($0) }
        ?? false
  }

  /// "called for the bill to be dropped": what is called for may be a clause.
  private func markerOfClause(under token: Int) -> Int? {
    context.tree.children(of: token, .adverbialClause, .clausalComplement, .openClausalComplement).lazy.compactMap {
      clause in
      syntax.children(clause).first { context.words[$0] == "for" && syntax.relation($0) == .marker && $0 < clause }
    }.first { marker in
      let clause = context.tree.head(of: marker) ?? marker
      // "called for giving them more power"
      return syntax.isInfinitive(clause) || syntax.tag(clause) == "VBG" && marker == token + 1
    }
  }

  private func isWord(_ lemma: String, at token: Int) -> Bool {
    context.document.lemmas[token] == lemma || context.words[token] == lemma
      || Self.spellings[lemma]?.contains(context.words[token]) ?? false
  }

  /// Signs that stand for a word: "sent $3 million".
  private static let spellings: [String: Set<String>] = ["money": ["$", "€", "£", "¥"]]

  // MARK: Conditions

  private mutating func allHold(_ conditions: [LexicalCondition], at token: Int) -> Bool {
    for condition in conditions where !holds(condition, at: token) { return false }
    return true
  }

  private mutating func anyHolds(_ conditions: [LexicalCondition], at token: Int) -> Bool {
    for condition in conditions where holds(condition, at: token) { return true }
    return false
  }

  private mutating func holds(_ condition: LexicalCondition, at token: Int) -> Bool {
    switch condition.position {
    case .voice:
      let isPassive = syntax.isPassive(token)
      return condition.values.contains(.property(isPassive ? "passive" : "active"))
    case .number:
      let isPlural = ["NNS", "NNPS"].contains(syntax.tag(token))
      return condition.values.contains(.property(isPlural ? "plural" : "singular"))
    case .complement: return condition.values.contains { hasComplement($0, token) }
    case .sentence:
      let words = lemmasOfSentence(token)
      return condition.values.contains { if case .lemma(let lemma) = $0 { words.contains(lemma) } else { false } }
    case .article:
      for case .lemma(let lemma) in condition.values where wordsOfArticle.contains(lemma) { return true }
      return false
    case .governor:
      return phraseIs(context.tree.head(of: token).map { [$0] } ?? [], condition.values)
    case .modifier: return phraseIs(modifiers(of: token), condition.values)
    default:
      // The agent of a passive stands as its deep subject; conditions may ask for it by its preposition.
      let isAgent = condition.position.rawValue == "by" && syntax.isPassive(token)
      let heads = phrases(of: token).filter { $0.position == condition.position || isAgent && $0.position == .subject }
        .map(\.head)
      if phraseIs(heads + heads.flatMap(wholes), condition.values) { return true }
      // "stripped the cleric of his citizenship": the parser may have hung it on the object.
      guard syntax.isVerb(token), condition.position.isPreposition else { return false }
      let words = condition.values.filter { value in
        if case .lemma = value { return true }
        // "named Smith as its candidate"
        return condition.position.rawValue == "as" && value == .anything
      }
      return !words.isEmpty && phraseIs(syntax.phrases(at: condition.position, ofObjectOf: token), words)
    }
  }

  /// "part of the bridge", "hundreds of thousands of refugees": what the part or number is of.
  private func wholes(of part: Int) -> [Int] {
    guard
      context.knowledge.wordClasses.contains(syntax.lemma(part), in: .partNoun)
        || Self.quantities.contains(syntax.lemma(part)) || syntax.tag(part) == "CD"
    else { return [] }
    let wholes = context.tree.children(of: part, .nominalModifier).filter { syntax.preposition(of: $0) == "of" }
    return wholes + wholes.filter { $0 > part }.flatMap(self.wholes)
  }

  /// Words that count what their phrase names.
  private static let quantities: Set = [
    "hundred", "thousand", "million", "dozen", "score", "number", "majority", "most", "many", "some", "several",
  ]

  private func hasComplement(_ value: LexicalCondition.Value, _ token: Int) -> Bool {
    let clauses = context.tree.children(
      of: token,
      .clausalComplement,
      .openClausalComplement,
      .adnominalClause,
      .adverbialClause
    )
    switch value {
    case .property("infinitive"): return clauses.contains { syntax.isInfinitive($0) }
    case .property("gerund"): return clauses.contains { syntax.tag($0) == "VBG" }
    case .property("clause"):
      return clauses.contains { syntax.relation($0) == .clausalComplement && !syntax.isInfinitive($0) }
    case .anything: return !clauses.isEmpty
    case .nothing: return clauses.isEmpty
    case .lemma(let lemma): return clauses.contains { context.document.lemmas[$0] == lemma }
    default: return false
    }
  }

  private mutating func phraseIs(_ heads: [Int], _ values: [LexicalCondition.Value]) -> Bool {
    for value in values {
      switch value {
      case .anything: if !heads.isEmpty { return true }
      case .nothing: if heads.isEmpty { return true }
      case .lemma(let lemma): if heads.contains(where: { isNamed(lemma, $0) }) { return true }
      case .kind(let kind): for head in heads where isKind(kind, head) { return true }
      case .property: break
      }
    }
    return false
  }

  private func isNamed(_ lemma: String, _ head: Int) -> Bool {
    if isWord(lemma, at: head) || context.document.lemmas[head].lowercased() == lemma { return true }
    // "cease-fire": written as three words
    if let whole = HyphenatedWord(context: context).lemma(endingAt: head), whole.filter({ $0 != "-" }) == lemma {
      return true
    }
    guard syntax.partOfSpeech(head) == .properNoun else { return false }
    return syntax.children(head).contains {
      [.compound, .flat, .descriptiveModifier].contains(syntax.relation($0)) && context.words[$0] == lemma
    }
  }

  private mutating func isKind(_ kind: FillerKind, _ head: Int) -> Bool {
    if let index = entities.entity(headedBy: head) {
      let entity = entities.entities[index]
      // A place that no table knows may be a country: "Ruritania curbed exports".
      let isUnknown = kind == .country && entity.kind == .place && entity.placeKind == nil && entity.country == nil
      return kind.admits(entity) || isUnknown || entity.kind == .group && isDescribed(kind, head)
    }
    // "three were arrested", "a fourth was killed"
    if syntax.tag(head) == "CD" || isOrdinal(context.words[head]), syntax.relation(head) == .passiveSubject {
      return [.person, .human, .actor, .any, .group].contains(kind)
    }
    if syntax.partOfSpeech(head) == .pronoun {
      let isPersonal = ["he", "she", "they", "him", "her", "them", "who", "we", "us", "i", "me", "you"]
        .contains(context.words[head])
      return isPersonal && [.person, .human, .actor, .any, .group].contains(kind)
    }
    if isDescribed(kind, head) { return true }
    guard kind.admitsGroups, syntax.partOfSpeech(head).isNoun,
      let index = EntityResolver().entity(describedBy: head, in: context, among: &entities)
    else { return false }
    return kind.admits(entities.entities[index])
  }

  private func isOrdinal(_ word: String) -> Bool { ["second", "third", "fourth", "fifth", "others"].contains(word) }

  /// Whether a common noun describes somebody or something of a kind: "the city", "the director", "the union".
  private func isDescribed(_ kind: FillerKind, _ head: Int) -> Bool {
    guard syntax.partOfSpeech(head) == .noun else { return false }
    let lemma = syntax.lemma(head)
    let knowledge = context.knowledge
    switch kind {
    case .place: return knowledge.placeWords[lemma] != nil
    case .settlement: return ["settlement", "region", "island"].contains(knowledge.placeWords[lemma] ?? "")
    case .building: return knowledge.placeWords[lemma] == "building"
    case .country: return knowledge.placeWords[lemma] == "country"
    case .organization: return knowledge.organizationWords[lemma] != nil
    case .person:
      return knowledge.peopleWords[lemma].map { $0 != "body" } ?? false || knowledge.titles[lemma] != nil
    case .group, .thing, .human, .actor, .any: return false
    }
  }

  // MARK: Words around

  private func modifiers(of token: Int) -> [Int] {
    var found = syntax.children(token).filter {
      switch syntax.relation($0) {
      case .adjectivalModifier, .adverbialModifier, .compound, .numericModifier, .adnominalClause,
        .descriptiveModifier, .particle, .determiner:
        true
      default: false
      }
    }
    if [.compound, .adjectivalModifier].contains(syntax.relation(token)), let head = context.tree.head(of: token) {
      found += syntax.children(head).filter { $0 < token && syntax.relation($0) == .adjectivalModifier }
    }
    return found
  }

  private mutating func phrases(of token: Int) -> [ArgumentPhrase] {
    if let phrases, phrases.token == token { return phrases.found }
    let found = syntax.phrases(of: token)
    phrases = (token, found)
    return found
  }

  private mutating func lemmasOfSentence(_ token: Int) -> Set<String> {
    let sentence = context.tree.sentenceOfToken[token]
    if let known = wordsOfSentence, known.sentence == sentence { return known.lemmas }
    let lemmas = Set(context.document.lemmas[context.document.sentences[sentence].tokens])
    wordsOfSentence = (sentence, lemmas)
    return lemmas
  }
}

extension FillerKind {
  /// Whether an entity is of the kind.
  func admits(_ entity: Entity) -> Bool {
    switch self {
    case .person: entity.kind == .person
    case .organization: entity.kind == .organization
    case .place: entity.kind == .place
    case .country: entity.kind == .place && entity.placeKind == "country"
    case .settlement: entity.kind == .place && entity.placeKind != "country" && entity.placeKind != "building"
    case .building: entity.kind == .place && entity.placeKind == "building"
    case .group: entity.kind == .group
    case .thing: entity.kind == .thing
    case .human: entity.kind == .person || entity.kind == .group
    case .actor: entity.kind != .thing
    case .any: true
    }
  }

  /// Whether people or bodies named by a description may be of the kind.
  var admitsGroups: Bool { [.group, .human, .actor, .any].contains(self) }
}
