import Knowledge
import LanguageAnalysis

/// A phrase seen from a word that names an event.
struct ArgumentPhrase: Sendable, Hashable {
  /// Where it stands: `subject`, `object`, a preposition.
  var position: ArgumentPosition
  /// The token index of its head.
  var head: Int
  /// Whether the word that names the event modifies it ("soldiers killed", "the man who fled"), so that of its
  /// conjuncts only those before the word are meant.
  var isAntecedent: Bool = false
}

/// Reads deep subjects, objects and modifiers off the dependency tree: passives, control, relative clauses,
/// participles and coordination undone.
struct ClauseSyntax: Sendable {
  let context: ArticleContext

  static let depthLimit = 6
  /// What stands before examples of those just named.
  static let exemplifying: Set = ["including", "such_as", "among_them", "namely"]
  /// Verbs whose infinitive is done by whom a preposition names: "appealed to Ruritania to withdraw".
  private static let prepositionalControl: [String: Set<String>] = [
    "appeal": ["to"], "call": ["on", "upon", "for"], "plead": ["with"], "prevail": ["on", "upon"], "rely": ["on"],
    "count": ["on"], "depend": ["on"], "lean": ["on"], "signal": ["to"], "shout": ["at", "to"], "pray": ["for"],
  ]
  /// Prepositions whose gerund tells what the object did: "accused him of attacking", "arrested her for stealing".
  private static let objectMarkers: Set = ["of", "for", "with", "from", "into", "as"]

  /// Words of quantity before those of whom some are meant: "some of the users".
  private static let partitives: Set = ["some", "most", "many", "several", "few", "all", "both", "half", "none", "any"]

  /// What somebody gets from another one to do something.
  private static let leave: Set = [
    "permission", "approval", "consent", "clearance", "authorization", "authorisation", "authority", "mandate",
    "invitation", "order",
  ]

  func lemma(_ token: Int) -> String { context.document.lemmas[token] }
  func relation(_ token: Int) -> DependencyRelation { context.document.relations[token] }
  func tag(_ token: Int) -> String { context.document.pennTags[token] }
  func partOfSpeech(_ token: Int) -> UniversalPartOfSpeech { context.document.partsOfSpeech[token] }
  func children(_ token: Int) -> [Int] { context.tree.children[token] }
  func isVerb(_ token: Int) -> Bool { partOfSpeech(token) == .verb }

  func has(_ token: Int, _ wanted: DependencyRelation...) -> Bool {
    context.tree.children[token].contains { wanted.contains(context.document.relations[$0]) }
  }

  /// The words before a phrase or clause that mark its case: "on", "out_of", "because_of"; nil where there is none.
  func preposition(of token: Int) -> String? {
    var name: String?
    for child in children(token) where child < token {
      guard relation(child) == .caseMarking || relation(child) == .marker,
        partOfSpeech(child) != .particle || context.words[child] != "to"
      else { continue }
      guard context.words[child] != "'s", context.words[child] != "’s" else { continue }
      append(context.words[child], to: &name)
      for part in children(child) where relation(part) == .fixed { append(context.words[part], to: &name) }
    }
    if name == nil, partOfSpeech(token) == .properNoun,
      let title = children(token).first(where: { $0 < token && relation($0) == .descriptiveModifier })
    {
      // "the arrest of opposition leader Ama Mensah": it may hang on what the name is called.
      return preposition(of: title)
    }
    return name
  }

  private func append(_ word: String, to name: inout String?) {
    name = name.map { $0 + "_" + word } ?? word
  }

  /// Whether a verb is an infinitive with "to".
  func isInfinitive(_ token: Int) -> Bool {
    children(token).contains { relation($0) == .marker && context.words[$0] == "to" }
  }

  /// The verb above a noun for whose reason a gerund stands: "sentenced to life without parole for killing", "fined a
  /// million dollars for polluting"; nil for other words.
  func reasonedVerb(of gerund: Int) -> Int? {
    guard tag(gerund) == "VBG", preposition(of: gerund) == "for", var head = context.tree.head(of: gerund) else {
      return nil
    }
    for _ in 0..<Self.depthLimit where partOfSpeech(head).isNoun {
      guard let next = context.tree.head(of: head) else { return nil }
      head = next
    }
    let isPunishing = context.knowledge.events.entries(trigger: lemma(head)).contains {
      ["convict", "arrest", "charge", "accuse", "sanction"].contains($0.type?.rawValue ?? "")
    }
    return isVerb(head) && isPunishing && context.tree.head(of: gerund) != head ? head : nil
  }

  /// Whether a verb is a gerund that says what a noun is about: "a policy of turning boats away".
  private func isGerundOfNoun(_ verb: Int) -> Bool {
    tag(verb) == "VBG" && preposition(of: verb) != nil
      && context.tree.head(of: verb).map { partOfSpeech($0) == .noun && !has($0, .copula) } ?? false
  }

  /// Whether a participle tells what a text of somebody says: "released a statement expressing support".
  private func isWording(_ verb: Int) -> Bool {
    guard tag(verb) == "VBG", let noun = context.tree.head(of: verb) else { return false }
    // "appeared in a video praising"
    if relation(noun) == .oblique { return ["video", "videotape", "tape", "message"].contains(lemma(noun)) }
    guard relation(noun) == .object else { return false }
    return context.knowledge.reportingWords.isDocument(lemma(noun)) || lemma(noun) == "statement"
  }

  // MARK: Voice

  /// Whether a verb stands in the passive, or as a participle that tells what was done to a noun.
  func isPassive(_ verb: Int, depth: Int = 0) -> Bool {
    var hasSubject = false
    var hasObject = false
    var hasAuxiliary = false
    for child in children(verb) {
      switch relation(child) {
      case .passiveAuxiliary, .passiveSubject, .clausalPassiveSubject, .obliqueAgent: return true
      case .subject, .outerSubject: hasSubject = true
      case .object, .clausalComplement: hasObject = true
      case .auxiliary: hasAuxiliary = true
      default: break
      }
    }
    guard !hasAuxiliary, ["VBN", "VBD", "JJ"].contains(tag(verb)) else { return false }
    let isParticiple = tag(verb) != "VBD"
    // "with ten others injured"
    if tag(verb) == "VBN", hasSubject, !hasObject, preposition(of: verb) == "with" { return true }
    switch relation(verb) {
    // "visiting ministers": they visit.
    case .adjectivalModifier: return tag(verb) != "VBG"
    case .adnominalClause: return !hasObject || isParticiple
    case .conjunct:
      guard !hasSubject, !hasObject, depth < Self.depthLimit, isParticiple || hasRegularParticiple(verb),
        let head = context.tree.head(of: verb), isVerb(head)
      else { return isParticiple && hasSubject && !hasObject }
      return isPassive(head, depth: depth + 1)
    default: return isParticiple && !hasObject && !hasSubject
    }
  }

  /// Whether past tense and participle look alike, so that the tagger may take one for the other: "arrested", not "flew".
  func hasRegularParticiple(_ verb: Int) -> Bool {
    let word = context.words[verb]
    return word.hasSuffix("ed") || ["shot", "held", "hit", "hurt", "cut", "sent", "found", "brought"].contains(word)
  }

  // MARK: Subjects

  /// Who or what stands as the subject of a verb, adjective or noun that is a predicate, understood ones included.
  func surfaceSubjects(_ predicate: Int, depth: Int = 0) -> [ArgumentPhrase] {
    let own = ownSubjects(predicate)
    if let speakers = speakers(meantBy: own, of: predicate) { return speakers }
    if !own.isEmpty { return withoutTitles(own).map { phrase(.subject, resolvingRelative: $0) } }
    guard depth < Self.depthLimit, let head = context.tree.head(of: predicate) else { return [] }
    switch relation(predicate) {
    case .relativeClause, .adjectivalModifier:
      if let members = members(of: head, depth: depth) { return members }
      return [ArgumentPhrase(position: .subject, head: counted(by: head), isAntecedent: true)]
    case .adnominalClause:
      if let verb = reasonedVerb(of: predicate) { return deepObjects(verb, depth: depth + 1) }
      if let members = members(of: head, depth: depth) { return members }
      // "accused the troops of helping rebels": the troops, wherever the parser has hung the gerund.
      if isGerundOfNoun(predicate), describesPeople(head) { return [phrase(.subject, resolvingRelative: head)] }
      if isInfinitive(predicate), isRanked(head) {
        // "the third country to recognise it": who is said to be it, else it itself.
        let subjects = isPredicate(head) ? surfaceSubjects(head, depth: depth + 1) : []
        return subjects.isEmpty ? [ArgumentPhrase(position: .subject, head: head, isAntecedent: true)] : subjects
      }
      if isInfinitive(predicate) || isGerundOfNoun(predicate) || isWording(predicate) {
        return controllers(ofNoun: head, depth: depth + 1)
      }
      return partOfSpeech(head).isNoun || partOfSpeech(head) == .pronoun || partOfSpeech(head) == .numeral
        ? [ArgumentPhrase(position: .subject, head: counted(by: head), isAntecedent: true)]
        : surfaceSubjects(head, depth: depth + 1)
    case .openClausalComplement:
      return isFledFrom(predicate, by: head) ? [] : controllers(ofVerb: head, depth: depth + 1)
    case .adverbialClause, .oblique, .nominalModifier:
      guard isVerb(predicate) else { return [] }
      if isGerundOfNoun(predicate) { return controllers(ofNoun: head, depth: depth + 1) }
      if let marker = preposition(of: predicate), Self.objectMarkers.contains(marker), isVerb(head) {
        let objects = deepObjects(head, depth: depth + 1)
        if !objects.isEmpty { return objects }
      }
      if isInfinitive(predicate), let others = addressees(of: head) ?? delegates(of: head, before: predicate) {
        return others
      }
      if let authors = authors(ofTextBefore: predicate, depth: depth) { return authors }
      if let people = people(justBefore: predicate, under: head) {
        return [phrase(.subject, resolvingRelative: people)]
      }
      return surfaceSubjects(head, depth: depth + 1)
    case .conjunct: return surfaceSubjects(head, depth: depth + 1)
    case .clausalComplement: return tag(predicate) == "VBG" ? surfaceSubjects(head, depth: depth + 1) : []
    default: return []
    }
  }

  /// "Smith and Jones said they would quit": who says so means themselves.
  private func speakers(meantBy subjects: [Int], of predicate: Int) -> [ArgumentPhrase]? {
    guard let pronoun = subjects.first, subjects.count == 1, context.words[pronoun] == "they",
      relation(predicate) == .clausalComplement, let verb = context.tree.head(of: predicate), verb < pronoun,
      let speaker = context.tree.children(of: verb, .subject).first, partOfSpeech(speaker) == .properNoun,
      has(speaker, .conjunct)
    else { return nil }
    return [phrase(.subject, resolvingRelative: speaker)]
  }

  /// The subjects that hang on a predicate; one after a conjunction ("arrested after Smith was stabbed") is that of the
  /// clause that the conjunction opens, wherever the parser has put it.
  private func ownSubjects(_ predicate: Int) -> [Int] {
    let relations: [DependencyRelation] = [.subject, .passiveSubject, .outerSubject]
    func subjects(of verb: Int) -> [Int] { children(verb).filter { relations.contains(relation($0)) } }
    func isOfClause(_ subject: Int, _ clause: Int) -> Bool {
      subject < clause && context.tree.children(of: clause, .marker).contains { $0 < subject }
    }
    let own = subjects(of: predicate).filter { subject in
      subject < predicate
        || !context.tree.children(of: predicate, .adverbialClause).contains { isOfClause(subject, $0) }
    }
    guard own.isEmpty, relation(predicate) == .adverbialClause, let head = context.tree.head(of: predicate) else {
      return own
    }
    return subjects(of: head).filter { $0 > head && isOfClause($0, predicate) }
  }

  /// "The network RTHK withdrew": of two subjects side by side the first only says what the second is.
  private func withoutTitles(_ subjects: [Int]) -> [Int] {
    subjects.filter { subject in
      partOfSpeech(subject) != .noun || !subjects.contains(subject + 1) || partOfSpeech(subject + 1) != .properNoun
    }
  }

  /// Who does what an infinitive or gerund under a verb or adjective tells.
  private func controllers(ofVerb verb: Int, depth: Int) -> [ArgumentPhrase] {
    if isVerb(verb), !context.knowledge.wordClasses.contains(lemma(verb), in: .subjectControlVerb) {
      let objects = context.tree.children(of: verb, .object, .indirectObject)
      if !objects.isEmpty { return objects.map { phrase(.subject, resolvingRelative: $0) } }
      if let addressed = addressees(of: verb) { return addressed }
    }
    return surfaceSubjects(verb, depth: depth)
  }

  /// Who is to do what an infinitive tells, where a preposition names them: "appealed to Ruritania to withdraw".
  private func addressees(of verb: Int) -> [ArgumentPhrase]? {
    guard let prepositions = Self.prepositionalControl[lemma(verb)], !has(verb, .object) else { return nil }
    // "called for Smith to step down": the preposition may hang on the infinitive.
    let marker = context.tree.children(of: verb, .adverbialClause, .openClausalComplement).lazy.compactMap { clause in
      context.tree.children(of: clause, .marker).first { context.words[$0] == "for" }
    }.first
    let found = context.tree.children(of: verb, .oblique).filter { phrase in
      prepositions.contains(preposition(of: phrase) ?? "")
        || prepositions.contains("for") && marker == context.tree.subtree(of: phrase).first.map { $0 - 1 }
    }
    return found.isEmpty ? nil : found.map { phrase(.subject, resolvingRelative: $0) }
  }

  /// Who does what an infinitive under a noun tells: "Ruritania's plan to attack", "made a promise to leave".
  func controllers(ofNoun noun: Int, depth: Int) -> [ArgumentPhrase] {
    // "received permission from Ruritania to land": who received it lands.
    if Self.leave.contains(lemma(noun)), relation(noun) == .object, let head = context.tree.head(of: noun),
      ["get", "receive", "win", "have", "seek", "need", "obtain", "secure", "ask"].contains(lemma(head))
    {
      return surfaceSubjects(head, depth: depth)
    }
    let owners = children(noun).filter { child in
      switch relation(child) {
      case .possessiveModifier, .compound: true
      case .adjectivalModifier: partOfSpeech(child) == .adjective
      case .nominalModifier: ["by", "on", "from", "of"].contains(preposition(of: child) ?? "")
      default: false
      }
    }
    if !owners.isEmpty { return owners.map { phrase(.subject, resolvingRelative: $0) } }
    guard let head = context.tree.head(of: noun), isVerb(head) else { return [] }
    if relation(noun) == .oblique, ["charge", "suspicion", "count", "allegation"].contains(lemma(noun)) {
      // "arrested two men on charges of helping the rebels"
      let accused = deepObjects(head, depth: depth + 1)
      if !accused.isEmpty { return accused }
    }
    switch relation(noun) {
    case .object where isOpposed(noun, by: head): return []
    case .object, .oblique: return surfaceSubjects(head, depth: depth + 1)
    case .passiveSubject: return agents(head)
    default: return []
    }
  }

  /// "condemned any attempt to seize power": what somebody blames or opposes is others' doing.
  private func isOpposed(_ noun: Int, by verb: Int) -> Bool {
    let types = context.knowledge.events.entries(trigger: lemma(verb)).filter { $0.part == .verb }.compactMap(\.type)
    return types.contains("accuse")
      || types.contains("reject") && children(noun).contains { context.words[$0] == "any" }
  }

  private func agents(_ verb: Int) -> [ArgumentPhrase] {
    children(verb).filter { relation($0) == .obliqueAgent || relation($0) == .oblique && preposition(of: $0) == "by" }
      .map { phrase(.subject, resolvingRelative: $0) }
  }

  // MARK: Objects

  /// What is done to: objects of an active verb, subjects of a passive one.
  private func deepObjects(_ verb: Int, depth: Int) -> [ArgumentPhrase] {
    if isPassive(verb) { return surfaceSubjects(verb, depth: depth) }
    return context.tree.children(of: verb, .object, .indirectObject).map { phrase(.subject, resolvingRelative: $0) }
  }

  /// The objects of a verb in the active voice, those that it shares with another verb or a relative clause included.
  func activeObjects(_ verb: Int) -> [ArgumentPhrase] {
    // "soldiers whom they held hostage": as what they are held, not whom.
    let own = context.tree.children(of: verb, .object).filter {
      !["hostage", "captive", "prisoner"].contains(context.words[$0]) || !children($0).isEmpty
    }
    if !own.isEmpty { return own.map { phrase(.object, resolvingRelative: $0) } }
    guard !has(verb, .clausalComplement, .openClausalComplement) else { return [] }
    if relation(verb) == .conjunct, let first = context.tree.head(of: verb), isVerb(first) {
      return context.tree.children(of: first, .object).filter { $0 > verb }.map {
        phrase(.object, resolvingRelative: $0)
      }
    }
    if relation(verb) == .relativeClause, let head = context.tree.head(of: verb), hasObjectGap(verb) {
      return [ArgumentPhrase(position: .object, head: head, isAntecedent: true)]
    }
    for next in context.tree.children(of: verb, .conjunct) where isVerb(next) && next - verb <= 3 {
      let shared = context.tree.children(of: next, .object)
      if !shared.isEmpty, !has(next, .subject, .passiveSubject), !has(verb, .oblique) {
        return shared.map { phrase(.object, resolvingRelative: $0) }
      }
    }
    return []
  }

  /// "the man police arrested": a relative clause with a subject of its own and nothing that stands for the noun.
  private func hasObjectGap(_ verb: Int) -> Bool {
    guard has(verb, .subject) else { return false }
    return !children(verb).contains { child in
      isRelativePronoun(child) || ["where", "when", "why", "whose"].contains(context.words[child])
        || children(child).contains { isRelativePronoun($0) || context.words[$0] == "whose" }
    }
  }

  // MARK: Relative pronouns

  func isRelativePronoun(_ token: Int) -> Bool {
    ["who", "whom", "which", "that", "whose"].contains(context.words[token])
      && ["WDT", "WP", "WP$"].contains(tag(token))
  }

  /// A phrase; of a relative pronoun the noun that its clause modifies.
  func phrase(_ position: ArgumentPosition, resolvingRelative token: Int) -> ArgumentPhrase {
    guard isRelativePronoun(token), let noun = antecedent(of: token) else {
      return ArgumentPhrase(position: position, head: counted(by: token))
    }
    return ArgumentPhrase(position: position, head: counted(by: noun), isAntecedent: true)
  }

  /// The noun that a word of quantity counts: "dozens of girls", "a group of soldiers"; the word itself for others.
  func counted(by token: Int) -> Int {
    let isOne = context.words[token] == "one"
    let isPart = tag(token) == "CD" || Self.partitives.contains(context.words[token])
    guard isPart || context.knowledge.wordClasses.contains(context.words[token], in: .quantityNoun) else {
      return token
    }
    let whole = children(token).last {
      $0 > token && [.nominalModifier, .oblique].contains(relation($0)) && preposition(of: $0) == "of"
        && (isOne ? describesPeople($0) : partOfSpeech($0).isNoun || isPart && context.words[$0] == "them")
    }
    // "tens of thousands of miners"
    return whole.map { $0 > token ? counted(by: $0) : $0 } ?? token
  }

  private func antecedent(of token: Int) -> Int? {
    var current = token
    for _ in 0..<Self.depthLimit {
      guard let head = context.tree.head(of: current) else { return nil }
      if [.relativeClause, .adverbialRelativeClause, .adnominalClause].contains(relation(current)) { return head }
      current = head
    }
    return nil
  }
}
