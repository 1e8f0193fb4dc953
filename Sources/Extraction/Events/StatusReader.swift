import Knowledge
import LanguageAnalysis

/// Reads off modality, negation and the words above it whether an event is actual, planned, hypothetical or negated.
struct StatusReader {
  let syntax: ClauseSyntax
  private var context: ArticleContext { syntax.context }
  private static let depthLimit = 8
  /// What is only announced once it has happened: "announced the death of the king".
  private static let happenings: Set<EventType> = [
    "kill", "injure", "accident", "disaster", "attack", "arrest", "convict", "charge", "protest",
  ]
  /// What goes on until it is suspended.
  private static let lasting: Set<EventType> = ["protest", "negotiate", "rescue", "investigate", "try"]
  /// What is done by what is done to do it: "gathered to protest", "sent a letter to demand".
  private static let expressive: Set<EventType> = ["protest", "demand", "accuse", "support"]
  /// Verbs that tell that something is done, whatever was planned.
  private static let starts: Set = ["begin", "start", "launch", "stage", "hold", "conduct", "carry"]
  /// Verbs for what ends something that goes on.
  private static let endings: Set = ["stop", "end", "halt", "cease"]
  /// Verbs whose purpose is done with them: "voted 66 to 27 to ban it", "used gas to disperse them".
  private static let effective: Set = ["vote", "use"]

  /// The status of an event, by its trigger, the carriers of it and the clauses that govern them.
  func status(of trigger: EventTrigger) -> EventFact.Status {
    var found: [ImpliedStatus] = []
    if let own = trigger.entry.status { found.append(own) }
    var outermost = trigger.token
    found += local(trigger.token, type: trigger.type).filter { status in
      // "have begun a planned strike": it is no longer only planned.
      status != .planned || !trigger.carriers.contains { Self.starts.contains(syntax.lemma($0.token)) }
    }
    for carrier in trigger.carriers {
      // "No group has claimed responsibility for the attack": there was one.
      if syntax.lemma(carrier.token) == "responsibility" { return EventFact.Status(found) }
      if let status = carrier.entry.status { found.append(status) }
      if syntax.lemma(carrier.token) == "rule" {
        found.append(isNegated(carrier.token) ? .hypothetical : .negated)
      } else if !isOngoing(trigger.token, under: carrier.token) {
        found += local(carrier.token, type: trigger.type)
      }
      outermost = carrier.token
    }
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
  private func local(_ token: Int, type: EventType) -> [ImpliedStatus] {
    var found: [ImpliedStatus] = []
    // "was due to arrive", whatever the parser ties "due" to
    if syntax.tag(token) == "VB", token > 1, context.words[token - 1] == "to", context.words[token - 2] == "due" {
      found.append(.planned)
    }
    for child in syntax.children(token) {
      switch syntax.relation(child) {
      case .auxiliary, .copula:
        if let status = modality(of: child, on: token) { found.append(status) }
      case .adverbialModifier, .determiner, .caseMarking, .coordination, .preconjunction:
        guard !isLimited(child), context.words[child] != "instead" || isFollowed(child, by: "of"),
          !isOrdinal(token, negatedBy: child)
        else { continue }
        found += cues(child, [.adverb, .particle, .adposition, .conjunction], at: .modified)
      case .marker:
        found += cues(child, [.conjunction, .adposition], at: .modified)
        if context.words[child] == "to", isIndependent(token) { found.append(.planned) }
      case .adjectivalModifier, .compound, .adnominalClause, .descriptiveModifier:
        guard type != "legislate" || context.document.lemmas[child] != "propose" else { continue }
        found += cues(child, [.adjective, .noun], at: syntax.relation(child) == .compound ? .compound : .modified)
        if syntax.isVerb(child), syntax.isPassive(child), !isTold(token, under: child, type: type) {
          found += cues(child, [.verb], at: .object)
        }
      case .subject, .passiveSubject, .object:
        if isNobody(child) { found.append(.negated) }
      case .adverbialClause:
        if context.tree.children(of: child, .marker).contains(where: { context.words[$0] == "unless" }) {
          found.append(.hypothetical)
        }
      default: break
      }
    }
    return found
  }

  /// "not only", "not just": no negation.
  private func isLimited(_ token: Int) -> Bool {
    token + 1 < context.words.count && ["only", "just", "merely", "least"].contains(context.words[token + 1])
      && ["not", "n't", "n’t"].contains(context.words[token])
  }

  /// "not the first lawsuit": there were others, and this one.
  private func isOrdinal(_ noun: Int, negatedBy particle: Int) -> Bool {
    context.words[particle] == "not" && syntax.has(noun, .copula)
      && context.tree.children(of: noun, .adjectivalModifier).contains {
        ["first", "last", "only", "latest"].contains(context.words[$0])
      }
  }

  private func isFollowed(_ token: Int, by word: String) -> Bool {
    token + 1 < context.words.count && context.words[token + 1] == word
  }

  private func isNobody(_ token: Int) -> Bool {
    ["nobody", "none", "neither", "nothing", "no-one"].contains(context.words[token])
      || syntax.children(token).contains { syntax.relation($0) == .determiner && context.words[$0] == "no" }
  }

  private func isIndependent(_ verb: Int) -> Bool {
    switch syntax.relation(verb) {
    case .root, .parataxis: true
    case .clausalComplement: syntax.has(verb, .subject, .passiveSubject) && context.isInTitle(verb)
    default: false
    }
  }

  private func modality(of auxiliary: Int, on verb: Int) -> ImpliedStatus? {
    guard ["would", "'d", "’d"].contains(context.words[auxiliary]), syntax.tag(auxiliary) == "MD" else {
      return cues(auxiliary, [.auxiliary], at: .modified).first
    }
    let isCounterfactual =
      syntax.children(verb).contains { context.words[$0] == "have" && syntax.relation($0) == .auxiliary }
      || context.tree.children(of: verb, .adverbialClause).contains { clause in
        syntax.children(clause).contains { ["if", "were", "had"].contains(context.words[$0]) && $0 < clause }
      }
    if isCounterfactual || [.relativeClause, .adnominalClause].contains(syntax.relation(verb)) { return .hypothetical }
    return .planned
  }

  // MARK: Above

  /// What the words that govern a word make of it, up to the border of what they govern.
  private func inherited(by start: Int, type: EventType) -> [ImpliedStatus] {
    var current = start
    var found: [ImpliedStatus] = []
    for _ in 0..<Self.depthLimit {
      guard let head = context.tree.head(of: current) else { return found }
      let governing = governing(head, current, type: type)
      // "refused to accept a ruling": there is one.
      if current != start, syntax.relation(start) == .object, governing == [.negated],
        context.knowledge.wordClasses.contains(syntax.lemma(current), in: .reactionVerb)
      {
        return found
      }
      // "urged Ruritania to stop deporting them": it goes on.
      if governing == [.negated], Self.endings.contains(syntax.lemma(head)), syntax.isInfinitive(head) { return found }
      if let status = governing.first { return found + [status] + foiled(head) }
      let relation = syntax.relation(current)
      switch relation {
      case .conjunct:
        guard isOpenConjunct(current) else { return found }
        found += sharedModality(head, isFinite: isFinite(current))
      // "would not stop protesting": it goes on.
      case .openClausalComplement: found += isDoublyNegated(current, under: head) ? [] : local(head, type: type)
      case .adverbialClause:
        if syntax.isInfinitive(current) {
          guard !Self.effective.contains(syntax.lemma(head)) else { return found }
          // "gathered to protest": who does the one does the other.
          if current == start, Self.expressive.contains(type) {
            found += local(head, type: type)
            current = head
            continue
          }
          found.append(.planned)
          guard found.count == 1, syntax.isInfinitive(head) || syntax.has(head, .auxiliary) else { return found }
        } else {
          guard syntax.tag(current) == "VBG", syntax.preposition(of: current) == nil else { return found }
        }
        found += local(head, type: type)
      case .adnominalClause:
        guard syntax.isInfinitive(current) else { return found }
        return syntax.isRanked(head) ? found : found + [.hypothetical] + foiled(head)
      case .nominalModifier
      where context.knowledge.wordClasses.contains(syntax.lemma(head), in: .tidingNoun) && isNobody(head):
        // "no reports of violence"
        return found + [.negated]
      case .nominalModifier where type == "agree" && isSought(current, under: head),
        .oblique where type == "agree" && isSought(current, under: head):
        return found + [.hypothetical]
      case .object where syntax.lemma(head) == "include":
        // "their demands include an inquiry": what is asked for is as open as in "demand an inquiry".
        return found
          + context.tree.children(of: head, .subject).flatMap { cues($0, [.noun], at: .complement) }.prefix(1)
      case .object, .passiveSubject:
        // "will reach a verdict": what is not known yet is as open as the deed that makes it.
        guard isNew(current), syntax.isVerb(head),
          !context.knowledge.wordClasses.contains(syntax.lemma(head), in: .distantVerb)
        else {
          return found
        }
        found += local(head, type: type).filter { $0 != .negated }
      case .subject:
        // "there should be another vote"
        guard syntax.lemma(head) == "be", syntax.has(head, .expletive) else { return found }
        found += local(head, type: type)
      default: return found
      }
      current = head
    }
    return found
  }

  /// "talks on a trade deal": there is none yet.
  private func isSought(_ noun: Int, under head: Int) -> Bool {
    guard isNew(noun), ["on", "about", "for", "over"].contains(syntax.preposition(of: noun) ?? "") else { return false }
    return ([head] + context.tree.children(of: head, .object)).contains {
      ["talk", "negotiation", "discussion"].contains(syntax.lemma($0))
    }
  }

  /// "foiled a plot to attack": what is only planned and then prevented did not happen.
  private func foiled(_ noun: Int) -> [ImpliedStatus] {
    guard syntax.partOfSpeech(noun).isNoun, [.object, .passiveSubject].contains(syntax.relation(noun)),
      let verb = context.tree.head(of: noun), syntax.isVerb(verb), !isNegated(verb),
      context.knowledge.wordClasses.contains(syntax.lemma(verb), in: .foilingVerb)
    else { return [] }
    return [.negated]
  }

  /// "a verdict", "an attack": an event that the text has not told before.
  private func isNew(_ noun: Int) -> Bool {
    context.tree.children(of: noun, .determiner).contains { ["a", "an"].contains(context.words[$0]) }
      && !syntax.has(noun, .relativeClause)
  }

  /// Conjuncts share modality while they have no subject or auxiliary of their own.
  private func isOpenConjunct(_ token: Int) -> Bool {
    guard syntax.isVerb(token) else { return true }
    return !syntax.has(token, .subject, .passiveSubject, .auxiliary)
  }

  /// Whether a verb stands in a tense of its own and so shares no modal verb: "will leave, he said, and urged".
  private func isFinite(_ verb: Int) -> Bool { ["VBD", "VBZ"].contains(syntax.tag(verb)) }

  private func sharedModality(_ head: Int, isFinite: Bool) -> [ImpliedStatus] {
    syntax.children(head).filter { child in
      child < head && (syntax.relation(child) == .marker || syntax.relation(child) == .auxiliary && !isFinite)
    }
    .flatMap { child in
      modality(of: child, on: head).map { [$0] } ?? cues(child, [.conjunction], at: .modified)
    }
  }

  /// What a governing word makes of what hangs on it.
  private func governing(_ head: Int, _ current: Int, type: EventType) -> [ImpliedStatus] {
    guard let part = cuePart(of: head), !isTold(current, under: head, type: type) else { return [] }
    // "set off a bomb": nothing is set for later.
    if syntax.lemma(head) == "set", syntax.has(head, .particle) { return [] }
    let found = positions(of: current, under: head).flatMap { cues(head, [part], at: $0) }
    guard let status = found.first else { return [] }
    // "has not ruled out an attack": it may come.
    if status == .negated, isNegated(head), syntax.lemma(head) == "rule" { return [.hypothetical] }
    // "announced that she won" tells what has happened, "announced that she will" what has not.
    if status == .planned, [.clausalComplement, .openClausalComplement].contains(syntax.relation(current)),
      isPast(current)
    {
      return []
    }
    return isNegated(head)
      ? (status == .hypothetical && syntax.lemma(head) != "seek"
        ? [.hypothetical] : status == .negated ? [] : [.negated]) : [status]
  }

  /// Whether what governs a word tells of it as of something that happened, whatever the table says of it otherwise.
  private func isTold(_ token: Int, under head: Int, type: EventType) -> Bool {
    switch syntax.lemma(head) {
    case "announce": return Self.happenings.contains(type) && !syntax.isVerb(token)
    case "propose": return type == "legislate"
    // "suspended the talks": they were held.
    case "suspend", "halt": return Self.lasting.contains(type) && !syntax.isVerb(token)
    case "stall": return (Self.lasting.contains(type) || type == "agree") && !syntax.isVerb(token)
    // "offered his thanks": they are given with it.
    case "offer": return type == "support"
    // "called the premier to offer his thanks": by the call.
    case "call": return type == "support" && syntax.has(head, .object) && syntax.isInfinitive(token)
    // "denied the accusation": it was made.
    case "deny", "reject", "dismiss", "drop": return ["accuse", "charge"].contains(type) && !syntax.isVerb(token)
    // "refused the request": it was made.
    case "refuse": return ["accuse", "demand"].contains(type) && !syntax.isVerb(token)
    // "scrapped the deal": there was one.
    case "scrap", "abandon", "shelve": return type == "agree" && !syntax.isVerb(token)
    case "suggest", "warn": return syntax.relation(token) == .clausalComplement && isPast(token)
    default: break
    }
    if syntax.reasonedVerb(of: token) != nil { return true }
    // "considered the deal acceptable": there is a deal; "is considered a massacre": it was one.
    let isJudged = syntax.lemma(head) == "consider" && !syntax.isVerb(token)
    guard [.object, .passiveSubject].contains(syntax.relation(token)) else {
      return isJudged && syntax.relation(token) == .openClausalComplement
    }
    return (isJudged || syntax.relation(token) == .object)
      && context.tree.children(of: head, .openClausalComplement).contains { !syntax.isVerb($0) }
  }

  private func isPast(_ verb: Int) -> Bool {
    if syntax.tag(verb) == "VBD" { return true }
    return syntax.children(verb).contains { child in
      [.auxiliary, .passiveAuxiliary, .copula].contains(syntax.relation(child))
        && ["was", "were", "had", "has", "have"].contains(context.words[child])
    }
  }

  private func positions(of token: Int, under head: Int) -> [ArgumentPosition] {
    switch syntax.relation(token) {
    case .openClausalComplement, .clausalComplement, .clausalSubject, .clausalPassiveSubject: [.complement]
    case .adverbialClause, .adnominalClause:
      (syntax.preposition(of: token).map { [ArgumentPosition(rawValue: $0)] } ?? [])
        + (syntax.isInfinitive(token) || syntax.tag(token) == "VBG" && !isFree(token, of: head) ? [.complement] : [])
    case .object: [.object]
    case .passiveSubject: [.object]
    case .subject: syntax.isPassive(head) ? [.object] : syntax.isVerb(head) ? [.subject] : [.modified]
    case .oblique, .nominalModifier: syntax.preposition(of: token).map { [ArgumentPosition(rawValue: $0)] } ?? []
    default: []
    }
  }

  /// Whether a participle is a clause beside another and no complement: "With Ruritania urging peace, firms plan to leave".
  private func isFree(_ participle: Int, of head: Int) -> Bool {
    syntax.relation(participle) == .adverbialClause
      && (participle < head || syntax.has(participle, .subject, .passiveSubject)
        || Self.timeMarkers.contains(syntax.preposition(of: participle) ?? ""))
  }

  /// "announced it after meeting the king": when, not what.
  private static let timeMarkers: Set = ["after", "before", "while", "when", "since", "despite", "by"]

  private func isDoublyNegated(_ token: Int, under head: Int) -> Bool {
    guard isNegated(head), let part = cuePart(of: head) else { return false }
    return positions(of: token, under: head).contains { cues(head, [part], at: $0).contains(.negated) }
  }

  private func isNegated(_ token: Int) -> Bool {
    syntax.children(token).contains { child in
      guard [.adverbialModifier, .determiner].contains(syntax.relation(child)), !isLimited(child) else { return false }
      return cues(child, [.particle], at: .modified).contains(.negated)
    }
  }

  // MARK: The table

  private func cuePart(of token: Int) -> LexicalPart? {
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

  private func cues(_ token: Int, _ parts: [LexicalPart], at position: ArgumentPosition) -> [ImpliedStatus] {
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
