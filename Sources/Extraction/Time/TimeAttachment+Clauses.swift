import Knowledge
import LanguageAnalysis

// Times that a word has from another clause or name: "Friday saw soldiers searching the town".
extension TimeAttachment {
  /// "on 1 June, the day he resigned": the time that a noun stands beside, as the tree has it or right before its comma.
  func besideTime(_ noun: Int) -> TimeExpression? {
    if context.document.relations[noun] == .apposition { return context.tree.head(of: noun).flatMap(covering) }
    guard let first = context.tree.subtree(of: noun).first else { return nil }
    let comma = context.words[first] == "," ? first : first - 1
    return comma > 0 && context.words[comma] == "," ? covering(comma - 1) : nil
  }

  /// "Friday saw soldiers searching the town", "2018 saw storms that led to floods": the day is the subject, and all that
  /// it saw happened then.
  func ofScene(_ token: Int) -> TimeExpression? {
    var below = token
    for ancestor in context.tree.ancestors(of: token) {
      if [.object, .clausalComplement, .openClausalComplement].contains(context.document.relations[below]),
        let found = timeThatSaw(ancestor), found.date != nil
      {
        return found
      }
      guard isPartOfScene(below) else { return nil }
      below = ancestor
    }
    return nil
  }

  /// "Monday saw", "2018 saw": the time that sees, where the tree has it as the subject or the verb has none.
  func timeThatSaw(_ verb: Int) -> TimeExpression? {
    guard context.document.lemmas[verb] == "see" else { return nil }
    if let subject = context.tree.child(of: verb, .subject, .passiveSubject) { return covering(subject) }
    return verb > 0 ? covering(verb - 1) : nil
  }

  /// Whether a word belongs to what is seen and to its time: no clause with a time or a person of its own.
  private func isPartOfScene(_ token: Int) -> Bool {
    switch context.document.relations[token] {
    case .adnominalClause, .openClausalComplement: context.document.pennTags[token] == "VBG"
    case .oblique:
      context.tree.child(of: token, .caseMarking).map { ["to", "in"].contains(context.words[$0]) } ?? false
    // "soldiers with dogs searching the town", whoever the tree has searching
    case .nominalModifier: token > 0 && context.words[token - 1] == "with"
    case .object, .conjunct: true
    default: false
    }
  }

  /// "Storm Flavia, which struck in 2014", "the storm, Hurricane Flavia, struck in 2014": the word that says what a name
  /// names, and a name beside a noun of the same type.
  func isKind(_ token: Int, of head: Int) -> Bool {
    switch context.document.relations[token] {
    case .descriptiveModifier:
      return context.document.partsOfSpeech[head] == .properNoun && !types(of: token).isEmpty
    case .apposition:
      let kinds = [token] + context.tree.children(of: token, .descriptiveModifier, .compound)
      let types = types(of: head)
      return kinds.contains { self.types(of: $0).contains { types.contains($0) } }
    default: return false
    }
  }

  /// "a fire at a clinic in Accra in 2014": a time behind the place where something happened is that of what happened.
  func behindPlace(of noun: Int) -> TimeExpression? {
    types(of: noun).isEmpty ? nil : timeInside(noun)
  }

  /// "a leak in Bergen in 2011 killed one": whatever did the harm, harm was done when it was there.
  func ofCause(_ verb: Int) -> TimeExpression? {
    guard types(of: verb).contains(where: { ["kill", "injure"].contains($0) }),
      let cause = context.tree.child(of: verb, .subject), context.document.partsOfSpeech[cause] == .noun,
      context.knowledge.peopleWords[context.document.lemmas[cause]] == nil
    else { return nil }
    return own(cause).flatMap { $0.head > cause && $0.date != nil ? $0 : nil } ?? timeInside(cause)
  }

  private func timeInside(_ noun: Int) -> TimeExpression? {
    var below = [noun]
    while let place = below.popLast() {
      let inner = context.tree.children(of: place, .nominalModifier).filter { child in
        child > place && types(of: child).isEmpty
          && context.tree.child(of: child, .caseMarking).map {
            ["at", "in", "near", "outside", "on"].contains(context.words[$0])
          } ?? false
      }
      if place != noun, let found = own(place), found.head > place, found.date != nil { return found }
      below += inner.reversed()
    }
    return nil
  }

  /// "a deal whereby, on 3 May, the state bought the works": what is agreed is told by the clause.
  func ofTerms(_ noun: Int) -> TimeExpression? {
    context.tree.children(of: noun, .relativeClause, .adverbialRelativeClause, .adnominalClause).lazy
      .filter { clause in
        context.tree.children(of: clause, .adverbialModifier, .oblique).contains { context.words[$0] == "whereby" }
      }
      .compactMap { own($0) }.first
  }

  /// "the trial expected to begin in July": the time at which what is expected begins.
  func ofBeginning(under participle: Int) -> TimeExpression? {
    context.tree.children(of: participle, .openClausalComplement).lazy
      .filter {
        context.knowledge.wordClasses.contains(context.document.lemmas[$0], in: .occurrenceVerb)
      }
      .compactMap { own($0) }.first
  }

  /// "was shot in May 1970, while running for mayor": what somebody was at when something happened.
  func isMeanwhile(_ clause: Int) -> Bool {
    context.document.pennTags[clause] == "VBG" && context.tree.children(of: clause, .subject, .auxiliary).isEmpty
      && context.tree.child(of: clause, .marker).map { context.words[$0] == "while" } ?? false
  }

  /// "killed him by strangling him in 2016": how something was done is done at its time.
  func isMeans(_ clause: Int) -> Bool {
    context.document.pennTags[clause] == "VBG" && context.tree.child(of: clause, .subject) == nil
      && context.tree.child(of: clause, .marker).map { context.words[$0] == "by" } ?? false
  }

  /// Whether a verb stands in the simple past, so that a clause with "when" before it tells its time.
  func isPast(_ verb: Int) -> Bool {
    context.document.pennTags[verb] == "VBD"
      || context.document.pennTags[verb] == "VBN"
        && context.tree.children(of: verb, .passiveAuxiliary).contains { ["was", "were"].contains(context.words[$0]) }
  }

  /// "called her", "met", "turned out": what one does to do something else at the same time.
  func isEncounter(verb: Int) -> Bool {
    let lemma = context.document.lemmas[verb]
    return context.knowledge.wordClasses.contains(lemma, in: .encounterNoun)
      || context.tree.children(of: verb, .particle).contains {
        context.knowledge.wordClasses.contains("\(lemma) \(context.words[$0])", in: .encounterNoun)
      }
  }
}
