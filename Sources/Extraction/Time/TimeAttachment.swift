import LanguageAnalysis

/// Finds the time expression that dates a word, by the dependency tree.
struct TimeAttachment {
  let context: ArticleContext
  /// The best expression that directly modifies a token.
  let own: (Int) -> TimeExpression?
  /// The expression that a token is part of.
  let covering: (Int) -> TimeExpression?

  /// Verbs whose subject is what happens: "the shooting took place on Tuesday".
  private static let occurrences: Set = [
    "occur", "happen", "begin", "start", "come", "take", "follow", "strike", "hit", "break", "end", "erupt", "last",
    "kill", "injure", "wound", "destroy", "damage", "leave", "cause", "claim", "continue", "resume", "fall", "run",
    "be",
    "schedule", "plan", "set", "hold", "carry", "stage", "launch", "sweep", "affect", "displace", "unfold", "open",
    "remove", "topple", "oust", "overthrow", "force", "paralyse", "paralyze", "shake", "rock", "ravage", "devastate",
    "engulf", "spread", "gut", "level", "bury", "trap", "flatten", "collapse", "conclude", "reach", "go",
  ]

  /// Prepositions of what lies at another time than the clause, or at none.
  private static let borders: Set = [
    "after", "before", "since", "following", "until", "despite", "over", "about", "for", "of", "against", "because",
    "into", "ahead", "from",
  ]
  /// Verbs that look back or ahead at what they are done to.
  static let distant: Set = [
    "trigger", "call", "schedule", "plan", "propose", "prepare", "expect", "predict", "demand", "seek", "promise",
    "fear",
    "urge", "request", "survive", "witness", "see", "recall",
    "lift", "cancel", "condemn", "denounce", "criticise", "criticize", "postpone", "suspend", "repeal", "investigate",
    "remember", "commemorate", "discuss", "mark", "blame", "praise", "halt", "overturn", "probe", "mourn", "honour",
    "honor", "link", "attribute", "revoke", "extend", "renew", "reject", "dismiss", "drop", "welcome", "uphold",
  ]

  /// The expression that dates the clause or phrase headed by a token.
  func expression(for token: Int) -> TimeExpression? {
    if let found = own(token) ?? belowNoun(token) ?? aboveClause(token) { return found }
    guard let head = context.tree.head(of: token) else { return nil }
    switch context.document.relations[token] {
    case .object, .indirectObject: return isReporting(head) || isDistant(head) ? nil : ofClause(head)
    case .oblique, .obliqueAgent:
      return isReporting(head) || isTimeBorder(token) ? nil : ofClause(head)
    case .subject, .passiveSubject: return ofSubject(token, clause: head)
    case .openClausalComplement: return isReporting(head) ? nil : ofClause(head)
    case .adverbialClause: return isResult(token) || isPurpose(token, of: head) ? ofClause(head) : nil
    case .conjunct: return ofConjunct(token, first: head)
    case .compound, .nominalModifier:
      return context.document.partsOfSpeech[head].isNoun && isHappening(head) ? own(head) : nil
    default: return nil
    }
  }

  /// The clause's own expression, or that of the verb it completes ("was found dead on Monday").
  private func ofClause(_ verb: Int) -> TimeExpression? {
    if let found = own(verb) { return found }
    for complement in context.tree.children(of: verb, .openClausalComplement) where complement > verb {
      if let found = own(complement) { return found }
    }
    guard context.document.relations[verb] == .openClausalComplement, let head = context.tree.head(of: verb),
      !isReporting(head)
    else { return nil }
    return own(head)
  }

  /// "the storm that struck on Friday".
  private func belowNoun(_ token: Int) -> TimeExpression? {
    guard context.document.partsOfSpeech[token].isNoun else { return nil }
    for clause in context.tree.children(of: token, .relativeClause) {
      let subject = context.tree.child(of: clause, .subject, .passiveSubject)
      if let subject, ["which", "that", "who"].contains(context.words[subject]), let found = own(clause) {
        return found
      }
    }
    // "the summit scheduled for July", "the election held on Sunday"
    for clause in context.tree.children(of: token, .adnominalClause)
    where context.document.pennTags[clause] == "VBN"
      && (Self.occurrences.contains(context.document.lemmas[clause]) || !isReporting(clause))
    {
      if let found = own(clause) { return found }
    }
    return nil
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
    return covering(noun)
      ?? (context.document.relations[noun] == .apposition ? context.tree.head(of: noun).flatMap(covering) : nil)
  }

  private func ofSubject(_ token: Int, clause: Int) -> TimeExpression? {
    guard context.document.partsOfSpeech[token].isNoun else { return nil }
    let isPassive = context.document.relations[token] == .passiveSubject
    let lemma = context.document.lemmas[clause]
    guard
      isPassive && !isReporting(clause) && !isDistant(clause) || Self.occurrences.contains(lemma)
        || context.document.partsOfSpeech[clause] != .verb
    else { return nil }
    return ofClause(clause)
  }

  /// Conjuncts without a subject of their own share what stands before the first one.
  private func ofConjunct(_ token: Int, first: Int) -> TimeExpression? {
    if context.document.partsOfSpeech[token].isNoun { return nil }
    guard context.tree.child(of: token, .subject, .passiveSubject) == nil, let found = own(first), found.head < first
    else { return nil }
    return found
  }

  /// A participle clause that tells of a result: "…, killing 12".
  private func isResult(_ token: Int) -> Bool {
    context.document.pennTags[token] == "VBG" && context.tree.child(of: token, .marker, .subject) == nil
  }

  /// "called her on Sunday to congratulate her": what one goes or meets for is done then.
  private func isPurpose(_ token: Int, of head: Int) -> Bool {
    Self.encounters.contains(context.document.lemmas[head])
      && context.tree.child(of: token, .marker).map { context.words[$0] == "to" } ?? false
  }

  private static let encounters: Set = [
    "call", "phone", "travel", "fly", "go", "come", "arrive", "meet", "visit", "gather",
  ]

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

  private func isDistant(_ verb: Int) -> Bool { Self.distant.contains(context.document.lemmas[verb]) }

  private func isReporting(_ token: Int) -> Bool {
    context.document.partsOfSpeech[token] == .verb
      && context.knowledge.reportingWords.verb(context.document.lemmas[token]).map { $0.manner != .describe } ?? false
  }
}
