import Knowledge
import LanguageAnalysis

/// Finds the time expression that dates a word, by the dependency tree.
struct TimeAttachment {
  let context: ArticleContext
  /// The best expression that directly modifies a token.
  let own: (Int) -> TimeExpression?
  /// The expression that a token is part of.
  let covering: (Int) -> TimeExpression?

  /// Prepositions of what lies at another time than the clause, or at none.
  private static let borders: Set = [
    "after", "before", "since", "following", "until", "despite", "over", "about", "for", "of", "against", "because",
    "into", "ahead", "from", "due",
  ]
  /// The expression that dates the clause or phrase headed by a token.
  func expression(for token: Int) -> TimeExpression? {
    if let found = own(token) ?? belowNoun(token) ?? aboveClause(token) ?? ofOccasion(token) ?? besideClause(token)
      ?? ofScene(token) ?? ofCause(token)
    {
      return found
    }
    guard let head = context.tree.head(of: token) else { return nil }
    if isKind(token, of: head) { return expression(for: head) }
    if isCounted(token, by: head) { return expression(for: head) }
    switch context.document.relations[token] {
    case .object, .indirectObject:
      if isReporting(head) { return aboveClause(head) }
      return isDistant(head) && timeThatSaw(head) == nil ? nil : ofClause(head)
    case .oblique, .obliqueAgent:
      return isReporting(head) && !isOccasion(token) || isTimeBorder(token) ? nil : ofClause(head)
    case .subject, .passiveSubject, .outerSubject: return ofSubject(token, clause: head)
    // "was discovered dead on Wednesday"
    case .openClausalComplement:
      return isReporting(head) && context.document.partsOfSpeech[token] == .verb ? nil : ofClause(head)
    case .adverbialClause:
      return isResult(token) || isPurpose(token, of: head) || isSimultaneous(token) || isMeanwhile(token)
        ? ofClause(head) : nil
    case .conjunct: return ofConjunct(token, first: head)
    case .nominalModifier where isOccasion(token):
      // "threatened sanctions at a summit in May": the occasion is that of the verb.
      guard context.document.relations[head] == .object, let verb = context.tree.head(of: head) else { return nil }
      return ofClause(verb)
    case .compound, .nominalModifier:
      return context.document.partsOfSpeech[head].isNoun && isHappening(head) ? own(head) : nil
    default: return nil
    }
  }

  /// "a series of attacks", "declared a state of emergency": the phrase is that of what it counts.
  private func isCounted(_ noun: Int, by head: Int) -> Bool {
    context.document.relations[noun] == .nominalModifier && head < noun
      && context.tree.child(of: noun, .caseMarking).map { context.words[$0] == "of" } ?? false
      && context.knowledge.wordClasses.contains(context.document.lemmas[head], in: .countedSpan)
  }

  /// The clause's own expression, or that of the verb it completes ("was found dead on Monday").
  private func ofClause(_ verb: Int) -> TimeExpression? {
    if let found = own(verb) { return found }
    for complement in context.tree.children(of: verb, .openClausalComplement) where complement > verb {
      if let found = own(complement) { return found }
    }
    // "on 3 May, when he made an offer"
    if let found = aboveClause(verb) { return found }
    guard let head = context.tree.head(of: verb), !isReporting(head) else { return nil }
    switch context.document.relations[verb] {
    case .openClausalComplement: return own(head)
    // "reached the island today, making landfall", "turned out on Sunday to vote in an election"
    case .adverbialClause where isResult(verb) || isSimultaneous(verb) || isPurpose(verb, of: head): return own(head)
    default: return nil
    }
  }

  /// "the storm that struck on Friday".
  private func belowNoun(_ token: Int) -> TimeExpression? {
    guard context.document.partsOfSpeech[token].isNoun else { return nil }
    for clause in context.tree.children(of: token, .relativeClause) {
      let subject = context.tree.child(of: clause, .subject, .passiveSubject)
      if let found = own(clause),
        subject.map({ ["which", "that", "who"].contains(context.words[$0]) }) ?? false || tellsObject(clause)
      {
        return found
      }
    }
    if let found = ofTerms(token) ?? behindPlace(of: token) { return found }
    // "the summit scheduled for July", "the election held on Sunday", "the trial expected to begin in July"
    for clause in context.tree.children(of: token, .adnominalClause)
    where context.document.pennTags[clause] == "VBN"
      && (context.knowledge.wordClasses.contains(context.document.lemmas[clause], in: .occurrenceVerb)
        || !isReporting(clause))
    {
      if let found = own(clause) ?? ofBeginning(under: clause) { return found }
    }
    return nil
  }

  /// "the agreement that they signed in 2015": a clause about what is done, not about what is said of it.
  private func tellsObject(_ clause: Int) -> Bool {
    guard !isReporting(clause), !isDistant(clause) else { return false }
    let objects = context.tree.children(of: clause, .object, .passiveSubject)
    return objects.allSatisfy { ["which", "that"].contains(context.words[$0]) }
      && context.tree.children(of: clause, .openClausalComplement, .clausalComplement).isEmpty
      && context.tree.child(of: clause, .subject) != nil
      && !context.tree.children(of: clause, .adverbialModifier).contains {
        ["where", "when", "why"].contains(context.words[$0])
      }
  }

  /// "praised them in a speech on Tuesday": what is done on an occasion is done at its time.
  private func ofOccasion(_ verb: Int) -> TimeExpression? {
    guard context.document.partsOfSpeech[verb] == .verb else { return nil }
    for noun in context.tree.children(of: verb, .oblique) where !isCrime(noun, of: verb) {
      let preposition = context.tree.child(of: noun, .caseMarking).map { context.words[$0] }
      if ["at", "in", "during"].contains(preposition), let found = own(noun), found.date != nil,
        found.head > noun || !types(of: noun).isEmpty
      {
        return found
      }
    }
    return nil
  }

  /// "charged in the killing of a man in 2015": what a case is about lies at another time.
  private func isCrime(_ noun: Int, of verb: Int) -> Bool {
    types(of: verb).contains { Self.legal.contains($0) } && types(of: noun).contains { Self.violent.contains($0) }
  }

  func types(of token: Int) -> [EventType] {
    context.knowledge.events.entries(trigger: context.document.lemmas[token]).compactMap(\.type)
  }

  private static let legal: Set<EventType> = [
    "arrest", "charge", "convict", "try", "investigate", "accuse", "release", "rule",
  ]
  private static let violent: Set<EventType> = ["kill", "attack", "injure", "accident"]

  /// "died when a bus crashed in 2007", "was shot in 2007 as he left home": both happen at the time that one tells.
  private func besideClause(_ verb: Int) -> TimeExpression? {
    guard context.document.partsOfSpeech[verb] == .verb, !isPerfect(verb), !isReporting(verb) else { return nil }
    for clause in context.tree.children(of: verb, .adverbialClause)
    where isSimultaneous(clause) && !isPerfect(clause) && (clause > verb || isPast(verb)) || isMeans(clause) {
      if let found = own(clause), found.date != nil { return found }
    }
    return nil
  }

  /// A clause that "when" or "as" opens right behind the one that it belongs to.
  private func isSimultaneous(_ clause: Int) -> Bool {
    guard let head = context.tree.head(of: clause), !isPerfect(clause),
      let opening = context.tree.children(of: clause, .adverbialModifier, .marker).first,
      opening > head || clause < head
    else { return false }
    return ["when", "as"].contains(context.words[opening]) && opening < clause
      && context.document.partsOfSpeech[clause] == .verb && !isFuture(clause)
  }

  func isPerfect(_ verb: Int) -> Bool {
    context.tree.children(of: verb, .auxiliary).contains { ["had", "has", "have"].contains(context.words[$0]) }
  }

  private func isFuture(_ verb: Int) -> Bool {
    context.tree.children(of: verb, .auxiliary).contains { context.document.pennTags[$0] == "MD" }
  }

  /// "said at a rally on Monday", "told a hearing": where somebody speaks is at the time of the speaking.
  private func isOccasion(_ noun: Int) -> Bool {
    let preposition = context.tree.child(of: noun, .caseMarking).map { context.words[$0] }
    return ["at", "in", "during"].contains(preposition)
      && types(of: noun).contains { ["meet", "protest", "visit", "try", "negotiate"].contains($0) }
  }

  /// "in 2015, when they met", "the day they met": what the clause tells happened at the time that it describes.
  private func aboveClause(_ clause: Int) -> TimeExpression? {
    let relations: Set<DependencyRelation> = [.adverbialClause, .relativeClause, .adverbialRelativeClause]
    guard relations.contains(context.document.relations[clause]) else { return nil }
    if let when = context.tree.children(of: clause, .adverbialModifier, .marker).first(where: {
      context.words[$0] == "when" && $0 < clause
    }) {
      let before = when > 0 && context.words[when - 1] == "," ? when - 2 : when - 1
      guard before >= 0, var found = covering(before) else { return nil }
      found.isStart = false
      return found
    }
    guard context.document.relations[clause] == .relativeClause, let noun = context.tree.head(of: clause),
      ["day", "night", "week", "month", "year", "morning", "evening"].contains(context.document.lemmas[noun])
    else { return nil }
    return covering(noun) ?? besideTime(noun)
  }

  private func ofSubject(_ token: Int, clause: Int) -> TimeExpression? {
    guard context.document.partsOfSpeech[token].isNoun else { return nil }
    let isPassive = context.document.relations[token] == .passiveSubject
    if isPassive, context.document.lemmas[clause] == "propose", types(of: token).contains("legislate") {
      return ofClause(clause)
    }
    let lemma = context.document.lemmas[clause]
    guard
      isPassive && !isReporting(clause) && !isDistant(clause)
        || context.knowledge.wordClasses.contains(lemma, in: .occurrenceVerb)
        || context.document.partsOfSpeech[clause] != .verb
          && !context.knowledge.wordClasses.contains(lemma, in: .reportNoun)
    else { return nil }
    return ofClause(clause)
  }

  /// Conjuncts without a subject of their own share what stands before the first one.
  private func ofConjunct(_ token: Int, first: Int) -> TimeExpression? {
    if context.document.partsOfSpeech[token].isNoun { return nil }
    guard context.tree.child(of: token, .subject, .passiveSubject) == nil, let found = own(first), found.head <= first
    else { return nil }
    return found
  }

  /// A participle clause that tells of a result: "…, killing 12", "…, one of them catching fire".
  private func isResult(_ token: Int) -> Bool {
    guard context.document.pennTags[token] == "VBG", let head = context.tree.head(of: token) else { return false }
    return context.tree.children(of: token, .marker).allSatisfy { context.words[$0] == "with" }
      && context.tree.children(of: token, .auxiliary).isEmpty
      && (token > head || context.tree.child(of: token, .subject) == nil)
  }

  /// "called her on Sunday to congratulate her": what one goes or meets for is done then.
  private func isPurpose(_ token: Int, of head: Int) -> Bool {
    isEncounter(verb: head)
      && context.tree.child(of: token, .marker).map { context.words[$0] == "to" } ?? false
  }

  /// "met for talks": the encounter itself.
  private func isEncounter(_ token: Int) -> Bool {
    ["talk", "meeting", "summit", "negotiation", "visit", "discussion", "conference", "dialogue"]
      .contains(context.document.lemmas[token])
  }

  /// "after the attack": the clause's time is not the attack's.
  private func isTimeBorder(_ token: Int) -> Bool {
    context.tree.children(of: token, .caseMarking).contains {
      Self.borders.contains(context.words[$0]) && !(context.words[$0] == "for" && isEncounter(token))
    }
  }

  private func isHappening(_ noun: Int) -> Bool {
    ["scene", "site", "victim", "day", "time"].contains(context.document.lemmas[noun])
  }

  private func isDistant(_ verb: Int) -> Bool {
    context.knowledge.wordClasses.contains(context.document.lemmas[verb], in: .distantVerb)
  }

  func isReporting(_ token: Int) -> Bool {
    context.document.partsOfSpeech[token] == .verb
      && context.knowledge.reportingWords.verb(context.document.lemmas[token]).map { $0.manner != .describe } ?? false
  }
}
