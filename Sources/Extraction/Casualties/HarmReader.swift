import Knowledge
import LanguageAnalysis

/// Tells what became of the people of a quantity, by the dependency tree around them.
struct HarmReader {
  let context: ArticleContext
  let table: CasualtyWordTable
  var document: Document { context.document }
  var tree: DependencyTree { context.tree }

  init(context: ArticleContext) {
    self.context = context
    table = context.knowledge.casualtyWords
  }

  /// Where people stand to a word: what a verb is done to, or who does it.
  enum Position {
    case patient
    case subject
  }

  /// Everything that the text says became of the people of a quantity; "killed and wounded" gives two.
  func harms(of quantity: Quantity) -> [Harm] {
    if let noun = countedNoun(quantity) { return [noun] }
    if let body = body(of: quantity) { return [body] }
    if let state = state(of: quantity) { return fate(of: quantity.node, besides: [state]) ?? [state] }
    if let verb = verbBefore(quantity) { return [verb] }
    if !quantity.isIndefinite, let fate = unknownFate(quantity.node) { return [fate] }
    if let lost = lostWithoutSurvivors(quantity) ?? neverFound(quantity.node) ?? notSurvived(quantity.node)
      ?? noneSurvived(quantity.node)
    {
      return [lost]
    }
    var node = quantity.node
    for _ in 0..<4 {
      let described = modifiers(of: node, quantity: quantity)
      // "three girls who were abducted have been found dead", "rescued 500 people stranded on roofs"
      if let described, let told = fate(of: node, besides: described) { return told }
      let harms = described ?? governors(of: node)
      if let harms, !harms.isEmpty { return harms }
      guard let head = tree.head(of: node), climbs(node, to: head) else { return [] }
      node = head
    }
    return []
  }

  // MARK: The counted noun and its state

  /// "12 deaths", "35 dead", "20 bodies", "14,000 lives".
  private func countedNoun(_ quantity: Quantity) -> Harm? {
    let candidates = [quantity.counted, quantity.node].compactMap { $0 }
    for token in candidates where token > quantity.numberEnd && !isFatal(quantity.node) && !isFatal(token) {
      for entry in table.entries(.noun, document.lemmas[token]) + nounEntries(token) {
        switch entry.frame {
        case .people where hasCompanion(entry, near: token), .life where hasCompanion(entry, near: token):
          guard let outcome = outcome(entry) else { continue }
          if let adjective = adjective(before: token), adjective.outcome != outcome, entry.frame == .people {
            return adjective
          }
          return Harm(outcome: outcome, cue: token, foundBy: entry.id, isUnreal: isUnreal(token))
        default: continue
        }
      }
    }
    return nil
  }

  /// "Three of the four cases were fatal": what is said of the cases tells more.
  private func isFatal(_ subject: Int) -> Bool {
    guard document.relations[subject].universal == "nsubj", let state = tree.head(of: subject) else { return false }
    return context.words[state] == "fatal"
  }

  /// "the bodies of eight climbers who went missing".
  private func body(of quantity: Quantity) -> Harm? {
    guard let head = tree.head(of: quantity.node), ["body", "corpse", "remains"].contains(document.lemmas[head]),
      tree.children(of: quantity.node, .caseMarking).contains(where: { context.words[$0] == "of" })
    else { return nil }
    let outcome = CasualtyFact.Outcome.killed
    return Harm(outcome: outcome, cue: head, foundBy: document.lemmas[head] + ".noun", isUnreal: isUnreal(head))
  }

  /// Entries under the word as written, for "dead" and "wounded" used as nouns.
  private func nounEntries(_ token: Int) -> [CasualtyWordTable.Entry] {
    context.words[token] == document.lemmas[token] ? [] : table.entries(.noun, context.words[token])
  }

  private func adjective(before noun: Int) -> Harm? {
    for child in tree.children(of: noun, .adjectivalModifier) where child < noun {
      if let harm = adjectiveHarm(child) { return harm }
    }
    return nil
  }

  /// "35 dead", "three people missing", "21 injured individuals".
  private func state(of quantity: Quantity) -> Harm? {
    let end = (quantity.counted ?? quantity.numberEnd)
    let sentence = document.sentences[tree.sentenceOfToken[quantity.node]].tokens
    for token in (quantity.numberEnd + 1)..<max(quantity.numberEnd + 1, end + 1) {
      if let harm = adjectiveHarm(token), document.relations[token] != .root { return harm }
    }
    var next = end + 1
    while next < sentence.upperBound, next <= end + 4 {
      if let harm = adjectiveHarm(next) { return harm }
      let isSkipped =
        [.adverb].contains(document.partsOfSpeech[next])
        || ["others", "more", "other", "people"].contains(context.words[next])
      guard isSkipped else { break }
      next += 1
    }
    return condition(behind: next - 1, in: sentence)
  }

  /// "nine of them in intensive care", "two more with minor injuries", "three in a critical condition".
  private func condition(behind end: Int, in sentence: Range<Int>) -> Harm? {
    var next = end + 1
    if next + 1 < sentence.upperBound, context.words[next] == "of" { next += 2 }
    if next < sentence.upperBound, ["were", "are", "was", "is"].contains(context.words[next]) { next += 1 }
    guard next < sentence.upperBound, ["in", "with"].contains(context.words[next]) else { return nil }
    let phrase = (next + 1)..<min(sentence.upperBound, next + 6)
    let nouns: WordClassTable.Class = context.words[next] == "in" ? .conditionNoun : .injuryNoun
    guard let noun = phrase.first(where: { document.partsOfSpeech[$0].isNoun && !isModifier($0) }),
      context.knowledge.wordClasses.contains(document.lemmas[noun], in: nouns),
      context.words[next] == "with" || document.lemmas[noun] == "hospital"
        || (next + 1..<noun).contains(where: {
          context.knowledge.wordClasses.contains(context.words[$0], in: .conditionAdjective)
        })
    else { return nil }
    return Harm(outcome: .injured, cue: noun, foundBy: document.lemmas[noun] + ".condition", isUnreal: isUnreal(noun))
  }

  private func isModifier(_ noun: Int) -> Bool {
    document.relations[noun] == .compound && document.heads[noun] > noun
  }

  private func adjectiveHarm(_ token: Int) -> Harm? {
    for entry in table.entries(.adjective, context.words[token]) {
      guard let outcome = outcome(entry), hasCompanion(entry, near: token) else { continue }
      return Harm(outcome: outcome, cue: token, foundBy: entry.id, isUnreal: isUnreal(token))
    }
    return nil
  }

  // MARK: Clauses that modify the people

  /// "migrants who died", "people killed in the fire", "18 workers injured".
  private func modifiers(of node: Int, quantity: Quantity) -> [Harm]? {
    var harms: [Harm] = []
    for clause in tree.children(of: node, .adnominalClause, .relativeClause)
    where clause > node && !isOfSome(clause, of: node) && !tellsOfOthers(clause) {
      let relative = tree.children(of: clause, .subject, .passiveSubject, .object).first
      let position: Position
      if document.relations[clause] == .adnominalClause || document.pennTags[clause] == "VBN" {
        position = document.pennTags[clause] == "VBG" ? .subject : .patient
      } else {
        position = relative.map { document.relations[$0] == .subject } == true ? .subject : .patient
      }
      harms += self.harms(ofVerb: clause, as: position)
    }
    if harms.isEmpty, let owned = harm(ofOwner: node) { harms = [owned] }
    if harms.isEmpty, node == quantity.node, let next = partsBehind(quantity) {
      harms += self.harms(ofVerb: next, as: .patient)
    }
    return harms.isEmpty ? nil : harms
  }

  /// "96 people, most of them fleeing a war, drowned": what some of the people do is not what became of all.
  private func isOfSome(_ clause: Int, of node: Int) -> Bool {
    guard document.pennTags[clause] == "VBG", clause > node + 1 else { return false }
    return ((node + 1)..<clause).contains { ["most", "many", "some", "all"].contains(context.words[$0]) }
  }

  /// A participle right behind the people, which the tree may hang elsewhere: "with 25 others injured".
  private func partsBehind(_ quantity: Quantity) -> Int? {
    let end = max(quantity.counted ?? quantity.numberEnd, quantity.node > quantity.numberEnd ? quantity.node : 0)
    let sentence = document.sentences[tree.sentenceOfToken[quantity.node]].tokens
    var next = end + 1
    while next < sentence.upperBound, next < end + 4, document.partsOfSpeech[next] == .adverb { next += 1 }
    guard next < sentence.upperBound, document.pennTags[next] == "VBN" else { return nil }
    return next
  }

  // MARK: What the people hang on

  func governors(of node: Int) -> [Harm]? {
    guard let head = tree.head(of: node) else { return nil }
    switch document.relations[node] {
    case .object, .passiveSubject, .subject, .outerSubject, .indirectObject:
      let isSubject = document.relations[node].universal == "nsubj"
      let isPassive = document.relations[node] == .passiveSubject || isPassiveLike(head, subject: node)
      let harms = predicate(head, as: isSubject && !isPassive ? .subject : .patient, isSubject: isSubject)
      return isSubject ? harms : harms + further(harms, of: head, before: node)
    case .nominalModifier, .oblique:
      let prepositions = tree.children(of: node, .caseMarking).map { context.words[$0] }
      if prepositions.contains("with"), prepositions.contains("along") || prepositions.contains("together"),
        document.partsOfSpeech[head] == .verb,
        context.knowledge.peopleWords[document.lemmas[node]] != nil
          || document.partsOfSpeech[node] == .numeral
      {
        return predicate(head, as: .patient, isSubject: false)
      }
      if prepositions.contains("for"), isSought(node, by: head) {
        return [Harm(outcome: .missing, cue: head, foundBy: "search.for", isUnreal: isUnreal(head))]
      }
      if prepositions.contains("of") || prepositions.contains("to") {
        for entry in table.entries(.noun, document.lemmas[head]) where tellsOfPeople(entry, at: head) {
          if let outcome = outcome(entry), prepositions.contains("of") || document.lemmas[head] == "injury" {
            return [Harm(outcome: outcome, cue: head, foundBy: entry.id, isUnreal: isUnreal(head))]
          }
        }
      }
      return nil
    case .adverbialModifier, .unmarkedOblique, .numericModifier, .unmarkedNominalModifier:
      // "three more", "two others" that the tree takes for adverbs.
      guard document.partsOfSpeech[head] == .verb else { return nil }
      if node > head { return predicate(head, as: .patient, isSubject: false) }
      return predicate(head, as: isPassiveLike(head, subject: node) ? .patient : .subject, isSubject: true)
    default: return nil
    }
  }

  /// "900 prisoners fled": who escapes is not driven from home.
  func isFugitive(_ noun: Int) -> Bool {
    context.knowledge.wordClasses.contains(document.lemmas[noun].lowercased(), in: .fugitiveNoun)
  }

  /// "rescuers were searching for 20 people", "snow hampered the search for eight others"; whom the police look for may be
  /// a suspect.
  private func isSought(_ people: Int, by verb: Int) -> Bool {
    if document.lemmas[verb] == "search", document.partsOfSpeech[verb] == .noun, !isFugitive(people) {
      let sentence = document.sentences[tree.sentenceOfToken[verb]].tokens
      return !sentence.contains { isFugitive($0) || ["police", "detective", "arrest"].contains(document.lemmas[$0]) }
    }
    guard ["search", "look"].contains(document.lemmas[verb]), document.partsOfSpeech[verb] == .verb,
      let subject = tree.child(of: verb, .subject)
    else { return false }
    return context.knowledge.wordClasses.contains(document.lemmas[subject], in: .searcherNoun)
  }

  /// Whether a noun tells what became of those it is of: "the drowning of three", "claiming the lives of six".
  private func tellsOfPeople(_ entry: CasualtyWordTable.Entry, at noun: Int) -> Bool {
    switch entry.frame {
    case .happening: hasCompanion(entry, near: noun)
    case .life: document.pennTags[noun] == "NNS" && hasCompanion(entry, near: noun)
    default: false
    }
  }

  /// A clause whose participle looks active to the tree, as headlines have it: "Four stabbed to death".
  private func isPassiveLike(_ verb: Int, subject: Int) -> Bool {
    tree.child(of: verb, .passiveAuxiliary) != nil
      || (["VBN", "VBD"].contains(document.pennTags[verb]) && tree.child(of: verb, .object, .auxiliary) == nil
        && table.entries(.verb, document.lemmas[verb]).contains { entry in
          entry.frame == .patient
            && (entry.companions.isEmpty || entry.companions.contains("dead") || document.pennTags[verb] == "VBN")
        })
  }

  /// What a verb and those that share its people say, or the adjective that is said of them.
  private func predicate(_ head: Int, as position: Position, isSubject: Bool) -> [Harm] {
    var harms = harms(ofVerb: head, as: position)
    if isSubject {
      if harms.isEmpty, let state = adjectiveHarm(head) { harms = [state] }
      if harms.isEmpty {
        for entry in table.entries(.verb, "be") where entry.companions.contains(document.lemmas[head]) {
          if let outcome = outcome(entry) {
            harms = [Harm(outcome: outcome, cue: head, foundBy: entry.id, isUnreal: isUnreal(head))]
          }
        }
      }
    }
    if harms.isEmpty, position == .patient, let flight = flight(forcedBy: head) { harms = [flight] }
    for complement in tree.children(of: head, .openClausalComplement, .clausalComplement) where harms.isEmpty {
      // "four were detained, a spokeswoman said": whoever says so is not meant.
      if document.relations[complement] == .clausalComplement,
        tree.child(of: complement, .subject, .passiveSubject, .object) != nil
      {
        continue
      }
      // "outlets reported him dead": the object is meant.
      if isSubject, position == .subject,
        tree.children(of: head, .object).contains(where: { $0 > head || document.partsOfSpeech[$0] != .numeral })
      {
        continue
      }
      if let state = adjectiveHarm(complement) {
        harms = [state]
      } else {
        harms = self.harms(ofVerb: complement, as: .patient)
        // "confirmed to have died": the subject of the whole is that of the infinitive.
        if harms.isEmpty, isSubject, tree.child(of: complement, .subject, .passiveSubject, .object) == nil {
          harms = self.harms(ofVerb: complement, as: .subject)
        }
      }
    }
    for other in tree.children(of: head, .conjunct) where isSubject || harms.isEmpty {
      guard tree.child(of: other, .subject, .passiveSubject, .object) == nil || !isSubject && harms.isEmpty,
        !hasQuantity(below: other), !isSubject || !hasSubject(between: head, and: other)
      else { continue }
      let isPassive = position == .patient || document.pennTags[other] == "VBN"
      harms += self.harms(ofVerb: other, as: isPassive ? .patient : .subject).filter { harm in
        !harms.contains { $0.outcome == harm.outcome }
      }
    }
    return harms
  }

  /// What a verb says of people who stand to it as given.
  func harms(ofVerb verb: Int, as position: Position) -> [Harm] {
    for entry in table.entries(.verb, document.lemmas[verb]) {
      let fits: Bool
      switch entry.frame {
      case .either: fits = true
      case .patient: fits = position == .patient
      case .subject: fits = position == .subject
      default: fits = false
      }
      guard fits, hasCompanion(entry, near: verb), !isAbandoning(entry) || hasObject(of: entry, verb),
        let outcome = outcome(entry)
      else { continue }
      return [Harm(outcome: outcome, cue: verb, foundBy: entry.id, isUnreal: isUnreal(verb))]
    }
    return []
  }

  /// Whether what somebody loses or leaves tells what became of them.
  private func isAbandoning(_ entry: CasualtyWordTable.Entry) -> Bool {
    entry.frame == .subject
      && ["lose.verb", "leave.verb", "abandon.verb", "escape.verb"].contains { entry.id.hasPrefix($0) }
  }

  private func hasObject(of entry: CasualtyWordTable.Entry, _ verb: Int) -> Bool {
    tree.children[verb].contains { child in
      ([child] + tree.children[child]).contains { entry.companions.contains(document.lemmas[$0]) }
    }
  }

  private func climbs(_ node: Int, to head: Int) -> Bool {
    guard document.partsOfSpeech[head] != .verb else { return false }
    if document.relations[node] == .conjunct { return true }
    guard [.nominalModifier, .oblique].contains(document.relations[node]) else { return false }
    // "80 of the 218 passengers": what became of the eighty is not told of the others.
    if document.partsOfSpeech[head] == .numeral,
      tree.children(of: node, .determiner, .possessiveModifier).contains(where: { context.words[$0] != "a" })
    {
      return false
    }
    let isOf = tree.children(of: node, .caseMarking).contains { ["of", "including"].contains(context.words[$0]) }
    return isOf
      && (context.knowledge.wordClasses.contains(document.lemmas[head], in: .collective)
        || document.partsOfSpeech[head] == .numeral)
  }

  // MARK: Conditions

  private func outcome(_ entry: CasualtyWordTable.Entry) -> CasualtyFact.Outcome? {
    CasualtyFact.Outcome(rawValue: entry.outcome)
  }

  /// Whether one of the words that an entry asks for stands near a token in its sentence.
  func hasCompanion(_ entry: CasualtyWordTable.Entry, near token: Int) -> Bool {
    guard !entry.companions.isEmpty else { return true }
    let sentence = document.sentences[tree.sentenceOfToken[token]].tokens
    // Of which illness cases are is told before.
    let start = entry.id.hasPrefix("case.") ? max(0, token - 60) : max(sentence.lowerBound, token - 6)
    let border = (token..<min(sentence.upperBound, token + 11)).first { context.words[$0] == ";" }
    let window = start..<(border ?? min(sentence.upperBound, token + 11))
    return window.contains {
      $0 != token && (entry.companions.contains(document.lemmas[$0]) || entry.companions.contains(context.words[$0]))
    }
  }
}
