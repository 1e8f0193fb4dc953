import Knowledge
import LanguageAnalysis

// Who takes part in what a noun or infinitive tells, by the verb above it.
extension ArgumentReader {
  /// The prepositions of what the subject of a verb takes part in.
  private static let occasions: [EventType: Set<String>] = [
    "visit": ["during", "on", "in", "at", "from", "after", "before", "following"],
    "meet": ["during", "on", "in", "at"], "negotiate": ["during", "on", "in", "at"], "support": ["in"],
    "agree": ["with"],
  ]

  /// "said during a visit to Strelsau", "told him in a call": who does something on an occasion takes part in it.
  func visitors(of trigger: EventTrigger, beside found: [ArgumentPhrase]) -> [ArgumentPhrase] {
    let token = trigger.token
    if let party = guests(of: trigger) ?? willing(of: trigger) ?? accomplices(in: trigger, beside: found) {
      return party
    }
    // "came to power with a promise to cut taxes"
    if trigger.type == "agree", !syntax.has(token, .adnominalClause) { return [] }
    guard trigger.entry.part == .noun, trigger.carriers.isEmpty,
      syntax.relation(token) == .oblique, let verb = context.tree.head(of: token), syntax.isVerb(verb),
      Self.occasions[trigger.type]?.contains(syntax.preposition(of: token) ?? "") ?? false,
      !found.contains(where: {
        ["subject", "possessive", "by", "between", "compound"].contains($0.position.rawValue)
          || $0.position.rawValue == "of" && trigger.type != "support"
      }),
      ["visit", "support"].contains(trigger.type) || !syntax.isPassive(verb)
    else { return [] }
    return syntax.surfaceSubjects(verb).map { ArgumentPhrase(position: .subject, head: $0.head) }
  }

  /// "The envoy is in Strelsau for talks": who is there, and where.
  private func guests(of trigger: EventTrigger) -> [ArgumentPhrase]? {
    let token = trigger.token
    // "is in Strelsau to discuss the truce"
    if trigger.entry.part == .verb, syntax.isInfinitive(token), syntax.relation(token) == .adverbialClause,
      let place = context.tree.head(of: token), syntax.has(place, .copula), syntax.preposition(of: place) == "in",
      syntax.partOfSpeech(place) == .properNoun
    {
      return [ArgumentPhrase(position: ArgumentPosition(rawValue: "in"), head: place)]
    }
    guard trigger.entry.part == .noun, ["visit", "meet", "negotiate"].contains(trigger.type),
      ["for", "on"].contains(syntax.preposition(of: token) ?? ""), let place = context.tree.head(of: token),
      syntax.has(place, .copula), syntax.preposition(of: place) == "in", syntax.partOfSpeech(place) == .properNoun
    else { return nil }
    return syntax.surfaceSubjects(place).map { ArgumentPhrase(position: .subject, head: $0.head) }
      + [ArgumentPhrase(position: ArgumentPosition(rawValue: "in"), head: place)]
  }

  /// "for his role in the bombing", "suspected of involvement in the raid": who had a part in it.
  private func accomplices(in trigger: EventTrigger, beside found: [ArgumentPhrase]) -> [ArgumentPhrase]? {
    guard trigger.entry.part == .noun, ["attack", "kill", "protest"].contains(trigger.type),
      syntax.preposition(of: trigger.token) == "in", let part = context.tree.head(of: trigger.token),
      ["role", "part", "involvement", "participation", "complicity"].contains(syntax.lemma(part)),
      !found.contains(where: { ["subject", "possessive", "by", "adjective"].contains($0.position.rawValue) })
    else { return nil }
    let governor = context.tree.head(of: part).map { syntax.lemma($0) } ?? ""
    guard !["deny", "reject", "dismiss", "investigate"].contains(governor) else { return nil }
    let owners = context.tree.children(of: part, .possessiveModifier)
    let doers =
      owners.isEmpty ? syntax.controllers(ofNoun: part, depth: 1).map(\.head) : owners
    return doers.isEmpty ? nil : doers.map { ArgumentPhrase(position: .subject, head: $0) }
  }

  /// "The rebels agreed to talks with the army": who is ready for them.
  private func willing(of trigger: EventTrigger) -> [ArgumentPhrase]? {
    guard trigger.entry.part == .noun, ["meet", "negotiate", "withdraw"].contains(trigger.type),
      trigger.carriers.isEmpty,
      syntax.preposition(of: trigger.token) == "to", let verb = context.tree.head(of: trigger.token),
      ["agree", "return", "commit"].contains(syntax.lemma(verb)), syntax.isVerb(verb)
    else { return nil }
    return syntax.surfaceSubjects(verb).map { ArgumentPhrase(position: .subject, head: $0.head) }
  }

  /// Who takes part as the verb above tells: "wrote to the embassy asking for help".
  func addressees(of trigger: EventTrigger) -> [ArgumentPhrase] {
    guard let verb = context.tree.head(of: trigger.token), syntax.isVerb(verb), syntax.isVerb(trigger.token) else {
      return []
    }
    if syntax.isInfinitive(trigger.token), ["agree", "together"].contains(trigger.entry.frame),
      ["meet", "talk", "confer", "speak", "sit", "call", "phone", "telephone"].contains(syntax.lemma(verb))
    {
      // "met with the premier to discuss the truce": both discuss it.
      return syntax.phrases(of: verb).compactMap { phrase in
        guard ["with", "object"].contains(phrase.position.rawValue), phrase.head < trigger.token else { return nil }
        return ArgumentPhrase(position: ArgumentPosition(rawValue: "with"), head: phrase.head)
      }
    }
    guard trigger.type == "demand", syntax.tag(trigger.token) == "VBG",
      ["write", "appeal"].contains(syntax.lemma(verb)),
      syntax.relation(trigger.token) == .adverbialClause, syntax.preposition(of: trigger.token) == nil,
      !(syntax.has(trigger.token, .object) && syntax.has(trigger.token, .openClausalComplement))
    else { return [] }
    return syntax.phrases(of: verb).filter { $0.position.rawValue == "to" && $0.head < trigger.token }
  }
}
