import Knowledge
import LanguageAnalysis

/// Fills who did what a noun tells from the clause around it: of "killed ten rebels in air strikes" the strikes are those
/// of the subject, of "blamed the army for the massacre" the massacre is the army's.
struct SharedParticipants {
  let syntax: ClauseSyntax

  /// Types whose patient did what a phrase under them tells.
  private static let accusations: Set<EventType> = ["accuse", "charge", "convict", "arrest", "try"]
  private static let grounds: Set<String> = ["for", "of", "with", "over"]
  /// Types of deeds of which somebody may be accused.
  private static let deeds: Set<EventType> = ["attack", "kill", "injure", "arrest", "threaten"]
  /// Types that ask or warn somebody not to do what a phrase with "against" tells.
  private static let warnings: Set<EventType> = ["threaten", "demand"]
  /// Types that an attack brings about.
  private static let harms: Set<EventType> = ["kill", "injure"]
  private static let attack: EventType = "attack"
  private static let mutual = "clash"
  private static let means: Set<String> = ["in", "during", "with", "by"]

  /// Adds the agents that the clauses around nouns tell.
  func complete(_ drafts: inout [EventDraft]) {
    var positions: [Int: Int] = [:]
    for (position, draft) in drafts.enumerated() {
      for trigger in draft.triggers { positions[trigger.token] = position }
    }
    placeHarms(in: &drafts, positions)
    sendGuests(in: &drafts, positions)
    for (position, draft) in drafts.enumerated() {
      if let verb = blaming(draft), let governor = positions[verb], governor != position {
        share(.patient, of: governor, as: position, in: &drafts)
      }
      guard let trigger = draft.triggers.first, trigger.entry.part == .noun,
        let (verb, preposition) = clause(of: trigger)
      else { continue }
      guard let governor = positions[verb], governor != position else { continue }
      let isCase = preposition == "in" && ["charge", "convict", "try"].contains(drafts[governor].type)
      if Self.accusations.contains(drafts[governor].type), Self.grounds.contains(preposition) || isCase,
        Self.deeds.contains(draft.type)
      {
        share(.patient, of: governor, as: position, in: &drafts)
      } else if Self.warnings.contains(drafts[governor].type), preposition == "against",
        Self.deeds.contains(draft.type)
      {
        share(.patient, of: governor, as: position, in: &drafts)
        share(.recipient, of: governor, as: position, in: &drafts)
      } else if Self.harms.contains(drafts[governor].type), draft.type == Self.attack, Self.means.contains(preposition)
      {
        share(.agent, of: governor, as: position, in: &drafts)
        // Who clashes has not killed each of those who died in it.
        guard trigger.entry.frame != Self.mutual else { continue }
        share(.agent, of: position, as: governor, in: &drafts)
      }
    }
  }

  /// "began a visit to Ruritania for talks with the king": whoever visits talks.
  private func sendGuests(in drafts: inout [EventDraft], _ positions: [Int: Int]) {
    for position in drafts.indices where ["meet", "negotiate"].contains(drafts[position].type) {
      guard let token = drafts[position].triggers.first?.token, syntax.relation(token) == .nominalModifier,
        syntax.preposition(of: token) == "for", let head = syntax.context.tree.head(of: token),
        let visit = positions[head], drafts[visit].type == "visit"
      else { continue }
      let known = drafts[position].fillers(.agent)
      drafts[position].arguments += drafts[visit].arguments.filter {
        $0.role == .agent && !known.contains($0.entity)
      }
    }
  }

  /// "Ten people drowned when a ferry sank off Strelsau": whoever was harmed was so where it happened.
  private func placeHarms(in drafts: inout [EventDraft], _ positions: [Int: Int]) {
    for (position, draft) in drafts.enumerated() where Self.harms.contains(draft.type) && draft.fillers(.place).isEmpty
    {
      guard let trigger = draft.triggers.first, syntax.isVerb(trigger.token) else { continue }
      let clauses = syntax.context.tree.children(of: trigger.token, .adverbialClause).filter {
        ["when", "as", "after"].contains(syntax.preposition(of: $0) ?? "")
          || syntax.children($0).contains { $0 > trigger.token && syntax.context.words[$0] == "when" }
      }
      guard let cause = clauses.compactMap({ positions[$0] }).first,
        [Self.attack, "accident", "disaster"].contains(drafts[cause].type)
      else { continue }
      drafts[position].arguments += drafts[cause].arguments.filter { $0.role == .place }
    }
  }

  /// "blamed the attack on militants": the verb that says whose deed it is.
  private func blaming(_ draft: EventDraft) -> Int? {
    guard let trigger = draft.triggers.first, trigger.entry.part == .noun, Self.deeds.contains(draft.type) else {
      return nil
    }
    let tree = syntax.context.tree
    // "attacks blamed on militants", "a rise in violence blamed on militants"
    let nouns =
      [trigger.token]
      + (syntax.relation(trigger.token) == .nominalModifier ? [tree.head(of: trigger.token)].compactMap { $0 } : [])
    let verb =
      [.object, .passiveSubject].contains(syntax.relation(trigger.token))
      ? tree.head(of: trigger.token)
      : nouns.flatMap { tree.children(of: $0, .adnominalClause, .relativeClause) }.first {
        $0 > trigger.token && syntax.isPassive($0)
      }
    return verb.flatMap { ["blame", "pin"].contains(syntax.lemma($0)) ? $0 : nil }
  }

  /// The verb above a noun, and the preposition between them.
  private func clause(of trigger: EventTrigger) -> (verb: Int, preposition: String)? {
    let outermost = trigger.carriers.last.map(\.token) ?? trigger.token
    guard [.oblique, .obliqueAgent, .nominalModifier].contains(syntax.relation(outermost)),
      let head = syntax.context.tree.head(of: outermost), let preposition = syntax.preposition(of: outermost)
    else { return nil }
    // "blamed the army for the massacre": the phrase may hang on the object.
    if !syntax.isVerb(head), [.object, .passiveSubject].contains(syntax.relation(head)),
      let verb = syntax.context.tree.head(of: head)
    {
      return (verb, preposition)
    }
    return (head, preposition)
  }

  /// Adds to whole events what those tell that brought them about: "Smith was killed in an air strike" strikes him, where
  /// and by whom the strike was, and "arrested on charges of theft" charges the arrested.
  func completeChains(_ events: inout [EventDraft]) {
    var positions: [Int: Int] = [:]
    for (position, event) in events.enumerated() {
      for trigger in event.triggers { positions[trigger.token] = position }
    }
    for position in events.indices {
      for trigger in events[position].triggers where trigger.entry.part == .noun {
        // "An air strike killed Smith": it struck him.
        if [.subject].contains(syntax.relation(trigger.token)), let verb = syntax.context.tree.head(of: trigger.token),
          let harm = positions[verb], harm != position, Self.harms.contains(events[harm].type)
        {
          complete(harm, by: position, trigger, in: &events)
        }
        guard let (verb, preposition) = clause(of: trigger), let governor = positions[verb], governor != position
        else { continue }
        if Self.harms.contains(events[governor].type), ["in", "by", "during"].contains(preposition) {
          complete(governor, by: position, trigger, in: &events)
        } else if events[position].type == "charge", preposition == "on",
          ["arrest", "convict", "try", "release"].contains(events[governor].type),
          events[position].fillers(.patient).isEmpty
        {
          events[position].arguments += events[governor].arguments.filter { $0.role == .patient }
        }
      }
    }
  }

  /// "Six people were killed in the blast and ten were injured": there too.
  func completeConjuncts(_ events: inout [EventDraft]) {
    var positions: [Int: Int] = [:]
    for (position, event) in events.enumerated() where Self.harms.contains(event.type) {
      for trigger in event.triggers { positions[trigger.token] = position }
    }
    for position in events.indices
    where Self.harms.contains(events[position].type) && events[position].fillers(.place).isEmpty {
      for trigger in events[position].triggers where syntax.relation(trigger.token) == .conjunct {
        guard let first = syntax.context.tree.head(of: trigger.token), let other = positions[first], other != position
        else { continue }
        events[position].arguments += events[other].arguments.filter { $0.role == .place }
        break
      }
    }
  }

  /// Nouns that stand for what somebody just did: "condemned the move".
  private static let deedNouns: Set<String> = ["move", "decision", "action", "step", "measure", "act"]

  /// "Ruritania launched a raid. Graustark condemned the attack": whoever did it is blamed.
  func completeBlame(_ events: inout [EventDraft], among entities: [Entity]) {
    var positions: [Int: Int] = [:]
    for (position, event) in events.enumerated() {
      for trigger in event.triggers { positions[trigger.token] = position }
    }
    for position in events.indices
    where events[position].type == "accuse" && events[position].fillers(.patient).isEmpty {
      guard let trigger = events[position].triggers.first, syntax.isVerb(trigger.token),
        !syntax.isPassive(trigger.token),
        let object = syntax.context.tree.children(of: trigger.token, .object).first
      else { continue }
      let accusers = events[position].fillers(.agent)
      let source =
        positions[object]
        ?? (Self.deedNouns.contains(syntax.lemma(object)) && !syntax.has(object, .nominalModifier)
          ? deed(before: trigger.token, in: events) : nil)
      guard let source, source != position, events[source].type != "accuse" else { continue }
      events[position].arguments += events[source].arguments.filter {
        $0.role == .agent && entities[$0.entity].kind != .group && !accusers.contains($0.entity)
      }.map { EventArgument(role: .patient, entity: $0.entity, evidence: $0.evidence) }
    }
  }

  /// The event that the sentence before tells first, where somebody does it.
  private func deed(before token: Int, in events: [EventDraft]) -> Int? {
    let sentence = syntax.context.tree.sentenceOfToken[token]
    return events.indices.filter { position in
      guard let first = events[position].triggers.first?.token, !events[position].fillers(.agent).isEmpty else {
        return false
      }
      return syntax.context.tree.sentenceOfToken[first] == sentence - 1
    }.min { (events[$0].triggers.first?.token ?? 0) < (events[$1].triggers.first?.token ?? 0) }
  }

  private func complete(_ harm: Int, by cause: Int, _ trigger: EventTrigger, in events: inout [EventDraft]) {
    let isMutual = events[cause].triggers.contains { $0.entry.frame == Self.mutual }
    guard [Self.attack, "accident", "disaster"].contains(events[cause].type) else { return }
    if events[harm].fillers(.place).isEmpty {
      events[harm].arguments += events[cause].arguments.filter { $0.role == .place }
    } else if events[cause].fillers(.place).isEmpty {
      events[cause].arguments += events[harm].arguments.filter { $0.role == .place }
    }
    guard events[cause].type == Self.attack, !isMutual, syntax.preposition(of: trigger.token) != "during" else {
      return
    }
    let (patients, agents) = (events[harm].fillers(.patient), events[cause].fillers(.agent))
    if events[harm].fillers(.agent).isEmpty {
      events[harm].arguments += events[cause].arguments.filter { $0.role == .agent && !patients.contains($0.entity) }
    }
    if events[cause].fillers(.patient).isEmpty {
      events[cause].arguments += events[harm].arguments.filter { $0.role == .patient && !agents.contains($0.entity) }
    }
  }

  private func share(
    _ role: EventArgument.Role,
    of source: Int,
    as target: Int,
    in drafts: inout [EventDraft]
  ) {
    guard drafts[target].fillers(.agent).isEmpty else { return }
    let patients = drafts[target].fillers(.patient)
    for argument in drafts[source].arguments where argument.role == role && !patients.contains(argument.entity) {
      drafts[target].arguments.append(
        EventArgument(role: .agent, entity: argument.entity, evidence: argument.evidence)
      )
    }
  }
}
