import Knowledge
import LanguageAnalysis

/// Joins the triggers that tell of the same event.
struct EventJoiner {
  private let entities: [Entity]
  private let identity: EventIdentity
  private let senses: EventSenseTable

  init(syntax: ClauseSyntax, entities: [Entity]) {
    self.entities = entities
    identity = EventIdentity(syntax: syntax, entities: entities)
    senses = syntax.context.knowledge.eventSenses
  }

  /// The events, in the order of their first trigger; what only takes up others and finds none is left out.
  func joined(_ drafts: [EventDraft]) -> [EventDraft] {
    var events: [EventDraft] = []
    var positions: [EventType: [Int]] = [:]
    var names: [EntityIndex: EntityIndex] = [:]
    for draft in drafts {
      if let (match, reason) = match(of: draft, among: events, at: positions) {
        var draft = draft
        draft.references[0].reason = reason.rule
        // A storm lasts for days: only what the lead tells of it is its day.
        if reason == .name, !identity.isOfLead(draft) { draft.date = nil }
        let parts = (events[match], draft)
        events[match].join(draft)
        shareSenses(of: draft, in: &events[match])
        dropDescriptions(in: &events[match], of: parts, naming: &names)
      } else if draft.type != EventSenseTable.anaphoric {
        positions[draft.type, default: []].append(events.count)
        events.append(draft)
      }
    }
    for position in events.indices { events[position].replaceFillers(by: names) }
    return events
  }

  /// Of "won the election" both words name the win and the election.
  private func shareSenses(of draft: EventDraft, in event: inout EventDraft) {
    guard let last = event.references.indices.last, let trigger = draft.triggers.first else { return }
    for position in event.triggers.indices.dropLast() where identity.isOnePhrase(event.triggers[position], trigger) {
      let both = event.references[position].senses.joined(event.references[last].senses)
      event.references[position].senses = both
      event.references[last].senses = both
    }
  }

  private typealias Match = (position: Int, reason: EventIdentity.Reason)

  private func match(of draft: EventDraft, among events: [EventDraft], at positions: [EventType: [Int]]) -> Match? {
    let own = positions[draft.type] ?? []
    guard let reference = draft.references.first, reference.form == .definite || reference.form == .demonstrative,
      let word = draft.triggers.first?.entry.trigger
    else { return best(for: draft, among: own, of: events) }
    let further = senses.furtherTypes(of: word, type: draft.type).flatMap { positions[$0] ?? [] }
    return best(for: draft, among: (own + further).sorted(), of: events)
  }

  private func best(for draft: EventDraft, among positions: [Int], of events: [EventDraft]) -> Match? {
    var found: (position: Int, reason: EventIdentity.Reason, salience: Int)?
    for position in positions.reversed() {
      let event = events[position]
      let draft = event.type == draft.type ? draft : retyped(draft, as: event.type)
      guard let reason = identity.reason(event, draft) else { continue }
      let salience =
        reason == .reference || reason == .headline
        ? identity.salience(of: event, for: draft) : event.status == draft.status ? 1 : 0
      if let known = found, (known.reason, -known.salience) <= (reason, -salience) { continue }
      found = (position, reason, salience)
    }
    return found.map { ($0.position, $0.reason) }
  }

  /// A draft with the senses that its word has in another type.
  private func retyped(_ draft: EventDraft, as type: EventType) -> EventDraft {
    var draft = draft
    for (position, trigger) in draft.triggers.enumerated() {
      let known = senses.senses(of: trigger.entry.trigger, type: type)
      draft.references[position].senses =
        known.names.isEmpty ? EventSenseTable.Senses(names: [], isGeneral: true) : known
    }
    return draft
  }

  /// "Killer sentenced" and "the court sentenced Smith": the name tells who the one of the description is, wherever
  /// else the description takes part; of two descriptions of one person the first stands for both.
  private func dropDescriptions(
    in event: inout EventDraft,
    of parts: (EventDraft, EventDraft),
    naming names: inout [EntityIndex: EntityIndex]
  ) {
    for role in [EventArgument.Role.agent, .patient] {
      if parts.0.isInTitle, role == .patient { dropCrowd(in: &event, of: parts, naming: &names) }
      let fillers = event.fillers(role)
      let persons = fillers.filter { entities[$0].kind == .person }
      let (known, new) = (parts.0.fillers(role), parts.1.fillers(role))
      if persons.isEmpty {
        if known.count == 1, new.count == 1, known != new,
          (known + new).allSatisfy(identity.conflicts.isSingleDescription)
        {
          names[new[0]] = names[known[0]] ?? known[0]
          event.arguments.removeAll { $0.role == role && $0.entity == new[0] }
        }
        continue
      }
      let descriptions = fillers.filter(identity.conflicts.isSingleDescription)
      if persons.count == 1, known.count == 1, new.count == 1 {
        for description in descriptions { names[description] = persons[0] }
      }
      event.arguments.removeAll { $0.role == role && descriptions.contains($0.entity) }
    }
  }

  /// "Crash kills three" and "three miners were killed": the text says who the people of the headline are.
  private func dropCrowd(
    in event: inout EventDraft,
    of parts: (EventDraft, EventDraft),
    naming names: inout [EntityIndex: EntityIndex]
  ) {
    let (known, new) = (parts.0.fillers(.patient), parts.1.fillers(.patient))
    guard known.count == 1, new.count == 1, known != new, (known + new).allSatisfy({ entities[$0].kind == .group }),
      let count = parts.1.references.first?.count, count > 1, parts.0.references.contains(where: { $0.count == count })
    else { return }
    names[known[0]] = new[0]
    event.arguments.removeAll { $0.role == .patient && $0.entity == known[0] }
  }
}
