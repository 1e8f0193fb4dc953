import Knowledge
import LanguageAnalysis

/// Reads off modality, negation and the words above it whether an event is actual, planned, hypothetical or negated.
struct StatusReader {
  let syntax: ClauseSyntax
  var context: ArticleContext { syntax.context }
  static let depthLimit = 8
  /// What is done by what is done to do it: "gathered to protest", "sent a letter to demand".
  static let expressive: Set<EventType> = ["protest", "demand", "accuse", "support"]
  /// Verbs that tell that something is done, whatever was planned.
  private static let starts: Set = ["begin", "start", "launch", "stage", "hold", "conduct", "carry"]
  /// Verbs for what ends something that goes on.
  static let endings: Set = ["stop", "end", "halt", "cease"]

  /// The status of an event, by its trigger, the carriers of it and the clauses that govern them.
  func status(of trigger: EventTrigger) -> EventFact.Status {
    var found: [ImpliedStatus] = []
    // "ran for mayor in 1992": the race was run.
    if let own = trigger.entry.status, own != .planned || trigger.type != "elect" || !isPast(trigger.token) {
      found.append(own)
    }
    var outermost = trigger.token
    found += local(trigger.token, type: trigger.type).filter { status in
      // "have begun a planned strike": it is no longer only planned.
      status != .planned || !trigger.carriers.contains { Self.starts.contains(syntax.lemma($0.token)) }
    }
    for carrier in trigger.carriers {
      // "No group has claimed responsibility for the attack": there was one.
      if syntax.lemma(carrier.token) == "responsibility" { return EventFact.Status(found) }
      // "called off the search": it was under way.
      let isCutShort = syntax.lemma(carrier.token) == "call" && ["investigate", "rescue"].contains(trigger.type)
      if let status = carrier.entry.status, status != .negated || !isCutShort { found.append(status) }
      if syntax.lemma(carrier.token) == "rule" {
        found.append(isNegated(carrier.token) ? .hypothetical : .negated)
      } else if !isOngoing(trigger.token, under: carrier.token) {
        found += local(carrier.token, type: trigger.type)
      }
      outermost = carrier.token
    }
    // "demanded that the killers be caught": who has done it has done it.
    if trigger.carriers.isEmpty, syntax.describesPeople(trigger.token) { return EventFact.Status(found) }
    found += inherited(by: outermost, type: trigger.type)
    return EventFact.Status(found)
  }

  /// "if the violence does not end": what ends goes on until then.
  private func isOngoing(_ noun: Int, under verb: Int) -> Bool {
    Self.endings.contains(syntax.lemma(verb)) && context.tree.head(of: noun) == verb
      && context.tree.children(of: noun, .determiner).contains { ["the", "this", "that"].contains(context.words[$0]) }
  }

  // MARK: At one word

  /// What stands at a word itself: modal verbs, negation, conjunctions, prepositions, adjectives.
  func local(_ token: Int, type: EventType) -> [ImpliedStatus] {
    var found: [ImpliedStatus] = []
    // "was due to arrive", whatever the parser ties "due" to
    if syntax.tag(token) == "VB", token > 1, context.words[token - 1] == "to", context.words[token - 2] == "due" {
      found.append(.planned)
    }
    for child in syntax.children(token) {
      switch syntax.relation(child) {
      case .auxiliary, .copula:
        // "I would urge them to leave": by saying so.
        if Self.expressive.contains(type), context.words[child] == "would", isSaidOfOneself(token) { continue }
        if let status = modality(of: child, on: token) { found.append(status) }
      case .adverbialModifier, .determiner, .caseMarking, .coordination, .preconjunction:
        guard !isLimited(child), context.words[child] != "instead" || isFollowed(child, by: "of"),
          !isOrdinal(token, negatedBy: child)
        else { continue }
        found += cues(child, [.adverb, .particle, .adposition, .conjunction], at: .modified)
      case .marker:
        guard !isLimited(child) else { continue }
        found += cues(child, [.conjunction, .adposition], at: .modified)
        if context.words[child] == "to", isIndependent(token) || isAppointed(token, by: child) {
          found.append(.planned)
        }
      case .adjectivalModifier, .compound, .adnominalClause, .descriptiveModifier:
        guard type != "legislate" || context.document.lemmas[child] != "propose",
          !isPartOfTrigger(child, of: token, type: type)
        else { continue }
        found += cues(child, [.adjective, .noun], at: syntax.relation(child) == .compound ? .compound : .modified)
        if syntax.isVerb(child), syntax.isPassive(child), !isTold(token, under: child, type: type) {
          found += cues(child, [.verb], at: .object)
        }
      case .subject, .passiveSubject, .object:
        if isNobody(child) { found.append(.negated) }
      case .adverbialClause:
        let openings = context.tree.children(of: child, .marker).map { context.words[$0] }
        // "the speaker takes over if the king dies"
        let isRule =
          openings.contains("if") && ["VBZ", "VBP"].contains(syntax.tag(token)) && !isPast(child)
          && !isSaidOfOneself(token)
        if isRule || openings.contains("unless") { found.append(.hypothetical) }
      case .relativeClause:
        found += appointment(of: token, by: child, type: type)
      default: break
      }
    }
    return withoutUnreal(found, at: token)
  }

  /// "a suspended sentence": whether a word belongs to the name of the event and says nothing of whether it happened.
  private func isPartOfTrigger(_ child: Int, of token: Int, type: EventType) -> Bool {
    context.knowledge.events.entries(trigger: context.document.lemmas[token]).contains {
      $0.type == type && $0.companions.contains(context.words[child])
    }
  }

  /// "a visit that had been planned", "the aid which was promised".
  private func appointment(of noun: Int, by verb: Int, type: EventType) -> [ImpliedStatus] {
    guard !isNegated(verb), !isTold(noun, under: verb, type: type),
      context.tree.children(of: verb, .passiveSubject).contains(where: syntax.isRelativePronoun)
    else { return [] }
    return cues(verb, [.verb], at: .object)
  }

  // MARK: Above

  /// What a governing word makes of what hangs on it.
  func governing(_ head: Int, _ current: Int, type: EventType) -> [ImpliedStatus] {
    guard let part = cuePart(of: head), !isTold(current, under: head, type: type) else { return [] }
    // "set off a bomb": nothing is set for later.
    if syntax.lemma(head) == "set", syntax.has(head, .particle) { return [] }
    let found = positions(of: current, under: head).flatMap { cues(head, [part], at: $0) }
    guard let status = found.first else { return [] }
    // "has not ruled out an attack": it may come.
    if status == .negated, isNegated(head), ["rule", "preclude"].contains(syntax.lemma(head)) {
      return [.hypothetical]
    }
    // "announced that she won" tells what has happened, "announced that she will" what has not.
    if status == .planned, [.clausalComplement, .openClausalComplement].contains(syntax.relation(current)),
      isPast(current)
    {
      return []
    }
    if status != .negated, isDone(after: head) { return [] }
    if status == .planned, isNobodysDeed(head) { return [.negated] }
    return isNegated(head)
      ? (status == .hypothetical && syntax.lemma(head) != "seek"
        ? [.hypothetical] : status == .negated ? [] : [.negated]) : [status]
  }

  /// The position of an infinitive alone, where a clause under the same word tells a fact: "told them to leave".
  private static let infinitive = ArgumentPosition(rawValue: "infinitive")

  func positions(of token: Int, under head: Int) -> [ArgumentPosition] {
    switch syntax.relation(token) {
    case .openClausalComplement, .clausalComplement, .clausalSubject, .clausalPassiveSubject:
      [.complement] + (syntax.isInfinitive(token) ? [Self.infinitive] : [])
    case .adverbialClause, .adnominalClause:
      (syntax.preposition(of: token).map { [ArgumentPosition(rawValue: $0)] } ?? [])
        + (syntax.isInfinitive(token) ? [Self.infinitive] : [])
        + (syntax.isInfinitive(token) || syntax.tag(token) == "VBG" && !isFree(token, of: head) ? [.complement] : [])
    case .object: [.object]
    case .passiveSubject: [.object]
    case .subject: syntax.isPassive(head) ? [.object] : syntax.isVerb(head) ? [.subject] : [.modified]
    case .oblique, .nominalModifier: syntax.preposition(of: token).map { [ArgumentPosition(rawValue: $0)] } ?? []
    default: []
    }
  }

  /// Whether a participle is a clause beside another and no complement: "With Ruritania urging peace, firms plan to leave",
  /// "refused to leave, alleging fraud".
  private func isFree(_ participle: Int, of head: Int) -> Bool {
    syntax.relation(participle) == .adverbialClause
      && (participle < head || context.words[participle - 1] == ","
        || syntax.has(participle, .subject, .passiveSubject)
        || Self.timeMarkers.contains(syntax.preposition(of: participle) ?? ""))
  }

  /// "announced it after meeting the king": when, not what.
  private static let timeMarkers: Set = ["after", "before", "while", "when", "since", "despite", "by"]

  // MARK: The table

  func cuePart(of token: Int) -> LexicalPart? {
    switch syntax.partOfSpeech(token) {
    case .verb: .verb
    case .auxiliary: .auxiliary
    case .noun, .properNoun: .noun
    case .adjective: .adjective
    case .adposition: .adposition
    case .adverb: .adverb
    default: nil
    }
  }

  func cues(_ token: Int, _ parts: [LexicalPart], at position: ArgumentPosition) -> [ImpliedStatus] {
    var entries = context.knowledge.statusCues.entries(word: context.document.lemmas[token])
    if entries.isEmpty { entries = context.knowledge.statusCues.entries(word: context.words[token]) }
    guard !entries.isEmpty else { return [] }
    return entries.filter { entry in
      parts.contains(entry.part) && entry.positions.contains(position)
        && entry.companions.allSatisfy { word in
          syntax.children(token).contains { context.words[$0] == word || context.document.lemmas[$0] == word }
        }
    }
    .map(\.status)
  }
}

extension EventFact.Status {
  /// The status that several cues give together: what is negated did not happen, whatever else is said of it.
  init(_ cues: [ImpliedStatus]) {
    if cues.contains(.negated) {
      self = .negated
    } else if cues.contains(.hypothetical) {
      self = .hypothetical
    } else {
      self = cues.isEmpty ? .actual : .planned
    }
  }
}

extension EventType: ExpressibleByStringLiteral {
  /// An identifier of the table, written out.
  public init(stringLiteral value: String) { self.init(rawValue: value) }
}
