import Knowledge
import LanguageAnalysis

/// What the words that govern an event's word make of it, one word after the other upwards.
extension StatusReader {
  /// One step from a word to what governs it: what is found there, and the word to go on from, if any.
  private struct Step {
    let found: [ImpliedStatus]
    let next: Int?

    static func stop(_ found: [ImpliedStatus] = []) -> Step { Step(found: found, next: nil) }
    static func climb(_ found: [ImpliedStatus], to next: Int) -> Step { Step(found: found, next: next) }
  }

  /// What the words that govern a word make of it, up to the border of what they govern.
  func inherited(by start: Int, type: EventType) -> [ImpliedStatus] {
    var current = start
    var found: [ImpliedStatus] = []
    for _ in 0..<Self.depthLimit {
      guard let head = context.tree.head(of: current) else { return found }
      let step = step(from: current, to: head, start: start, isFirst: found.isEmpty, type: type)
      found += step.found
      guard let next = step.next else { return found }
      current = next
    }
    return found
  }

  private func step(from current: Int, to head: Int, start: Int, isFirst: Bool, type: EventType) -> Step {
    let governing = governing(head, current, type: type)
    if governing == [.negated], isUntouched(start, from: current, by: head) { return .stop() }
    if let status = governing.first { return .stop(weighed(status, by: head, type: type) + foiled(head)) }
    switch syntax.relation(current) {
    case .conjunct:
      return isOpenConjunct(current)
        ? .climb(sharedModality(head, isFinite: isFinite(current)), to: head) : .stop()
    case .openClausalComplement where isListed(current, by: head),
      .clausalComplement where isListed(current, by: head):
      return .stop(requested(by: head))
    // "would not stop protesting": it goes on.
    case .openClausalComplement:
      return .climb(isDoublyNegated(current, under: head) ? [] : local(head, type: type), to: head)
    case .adverbialClause:
      return step(fromAdverbialClause: current, to: head, isStart: current == start, isFirst: isFirst, type: type)
    case .adnominalClause: return step(fromAdnominalClause: current, to: head, type: type)
    // "any acts that threaten the peace"
    case .relativeClause where isAny(head) && !isPast(current): return .stop([.hypothetical])
    case .nominalModifier, .oblique: return step(fromPhrase: current, to: head, type: type)
    case .object, .passiveSubject: return step(fromObject: current, to: head, type: type)
    // "there should be another vote"
    case .subject where syntax.lemma(head) == "be" && syntax.has(head, .expletive):
      return .climb(local(head, type: type), to: head)
    default: return .stop()
    }
  }

  /// Whether a negating word above leaves what it is about as it is.
  private func isUntouched(_ start: Int, from current: Int, by head: Int) -> Bool {
    // "refused to accept a ruling": there is one.
    if current != start, syntax.relation(start) == .object,
      context.knowledge.wordClasses.contains(syntax.lemma(current), in: .reactionVerb)
    {
      return true
    }
    // "urged Ruritania to stop deporting them": it goes on.
    return Self.endings.contains(syntax.lemma(head)) && syntax.isInfinitive(head)
  }

  private func step(
    fromAdverbialClause current: Int,
    to head: Int,
    isStart: Bool,
    isFirst: Bool,
    type: EventType
  ) -> Step {
    guard syntax.isInfinitive(current) else {
      // "stayed the order until it hears the appeal"
      if syntax.preposition(of: current) == "until", ["VBZ", "VBP"].contains(syntax.tag(current)) {
        return .stop([.planned])
      }
      // "would save lives by sending food": one is as open as the other.
      let isMeans = syntax.tag(current) == "VBG" && ["by", nil].contains(syntax.preposition(of: current))
      return isMeans ? .climb(local(head, type: type), to: head) : .stop()
    }
    // "gathered to protest": who does the one does the other.
    if isEffective(head, for: current) || isStart && Self.expressive.contains(type) {
      return .climb(local(head, type: type), to: head)
    }
    guard isFirst, syntax.isInfinitive(head) || syntax.has(head, .auxiliary) else { return .stop([.planned]) }
    return .climb([.planned] + local(head, type: type), to: head)
  }

  private func step(fromAdnominalClause current: Int, to head: Int, type: EventType) -> Step {
    guard syntax.isInfinitive(current) else { return .stop(described(by: current, noun: head, type: type)) }
    if isTaken(head), let verb = context.tree.head(of: head) { return .climb(local(verb, type: type), to: verb) }
    return .stop(syntax.isRanked(head) || isMembership(head) ? [] : [.hypothetical] + foiled(head))
  }

  /// What a word makes of what hangs on it by a preposition.
  private func step(fromPhrase current: Int, to head: Int, type: EventType) -> Step {
    let isOblique = syntax.relation(current) == .oblique
    // "no reports of violence"
    if !isOblique, context.knowledge.wordClasses.contains(syntax.lemma(head), in: .tidingNoun), isNoneOfAny(head) {
      return .stop([.negated])
    }
    if type == "agree", isSought(current, under: head) { return .stop([.hypothetical]) }
    // "will lead to floods"
    if isOblique, ["to", "into", "in"].contains(syntax.preposition(of: current)), isCreated(current, by: head) {
      return .climb(local(head, type: type).filter { $0 != .negated }, to: head)
    }
    // "for a trial to end well, a quorum is needed"
    return .stop(isRequirement(current) ? [.hypothetical] : [])
  }

  private func step(fromObject current: Int, to head: Int, type: EventType) -> Step {
    // "their demands include an inquiry": what is asked for is as open as in "demand an inquiry".
    if syntax.relation(current) == .object, syntax.lemma(head) == "include" { return .stop(requested(by: head)) }
    // "protests were not reported"
    if isUntold(current), isNegated(head), Self.notices.contains(syntax.lemma(head)) { return .stop([.negated]) }
    // "will reach a verdict": what is not known yet is as open as the deed that makes it.
    guard isNew(current) || isCreated(current, by: head), syntax.isVerb(head),
      !context.knowledge.wordClasses.contains(syntax.lemma(head), in: .distantVerb)
    else { return .stop() }
    return .climb(local(head, type: type).filter { $0 != .negated }, to: head)
  }

  /// Verbs that tell that something was seen to happen.
  private static let notices: Set = ["report", "record", "register", "observe"]

  /// "foiled a plot to attack": what is only planned and then prevented did not happen.
  private func foiled(_ noun: Int) -> [ImpliedStatus] {
    guard syntax.partOfSpeech(noun).isNoun, [.object, .passiveSubject].contains(syntax.relation(noun)),
      let verb = context.tree.head(of: noun), syntax.isVerb(verb), !isNegated(verb),
      context.knowledge.wordClasses.contains(syntax.lemma(verb), in: .foilingVerb)
    else { return [] }
    return [.negated]
  }

  /// Conjuncts share modality while they have no subject or auxiliary of their own.
  private func isOpenConjunct(_ token: Int) -> Bool {
    guard syntax.isVerb(token) else { return true }
    // "abstains from ruling and dismisses the suit"
    if isFinite(token), let head = context.tree.head(of: token), syntax.tag(head) == "VBG" { return false }
    return !syntax.has(token, .subject, .passiveSubject, .auxiliary)
  }

  /// Whether a verb stands in a tense of its own and so shares no modal verb: "will leave, he said, and urged".
  func isFinite(_ verb: Int) -> Bool { ["VBD", "VBZ"].contains(syntax.tag(verb)) }

  private func sharedModality(_ head: Int, isFinite: Bool) -> [ImpliedStatus] {
    syntax.children(head).filter { child in
      child < head && (syntax.relation(child) == .marker || syntax.relation(child) == .auxiliary && !isFinite)
    }
    .flatMap { child in
      modality(of: child, on: head).map { [$0] } ?? cues(child, [.conjunction], at: .modified)
    }
  }
}
