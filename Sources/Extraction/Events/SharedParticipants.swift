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
    for (position, draft) in drafts.enumerated() {
      if let verb = blaming(draft), let governor = positions[verb], governor != position {
        share(.patient, of: governor, as: position, in: &drafts)
      }
      guard let trigger = draft.triggers.first, trigger.entry.part == .noun,
        let (verb, preposition) = clause(of: trigger)
      else { continue }
      guard let governor = positions[verb], governor != position else { continue }
      if Self.accusations.contains(drafts[governor].type), Self.grounds.contains(preposition),
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
        sharePatients(of: governor, with: position, in: &drafts)
        // Who clashes has not killed each of those who died in it.
        guard trigger.entry.frame != Self.mutual else { continue }
        share(.agent, of: position, as: governor, in: &drafts)
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
    let verb =
      [.object, .passiveSubject].contains(syntax.relation(trigger.token))
      ? syntax.context.tree.head(of: trigger.token)
      // "attacks blamed on militants"
      : syntax.context.tree.children(of: trigger.token, .adnominalClause, .relativeClause).first {
        syntax.isPassive($0)
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

  /// "Smith was killed in an air strike": he is whom it struck.
  private func sharePatients(of harm: Int, with attack: Int, in drafts: inout [EventDraft]) {
    guard let trigger = drafts[attack].triggers.first, trigger.entry.frame != Self.mutual,
      drafts[attack].fillers(.patient).isEmpty
    else { return }
    let agents = drafts[attack].fillers(.agent)
    drafts[attack].arguments += drafts[harm].arguments.filter { $0.role == .patient && !agents.contains($0.entity) }
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
