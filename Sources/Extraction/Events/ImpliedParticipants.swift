import Knowledge
import LanguageAnalysis

/// Fills what a story leaves unsaid because it was just told: the accused of "the charges".
struct ImpliedParticipants {
  let syntax: ClauseSyntax
  let entities: [Entity]

  /// Types of one proceeding, all against the same person.
  private static let proceedings: Set<EventType> = ["arrest", "charge", "try", "convict", "release"]
  /// How many sentences back the participant may have been told.
  private static let reach = 3

  /// Adds the participants that nouns without any imply.
  func complete(_ events: inout [EventDraft]) {
    for position in events.indices where isBare(events[position]) {
      if Self.proceedings.contains(events[position].type), events[position].fillers(.patient).isEmpty {
        add(.patient, to: position, from: Self.proceedings, of: [.person], in: &events)
      }
    }
  }

  /// Whether nouns alone tell of an event.
  private func isBare(_ event: EventDraft) -> Bool {
    event.status != .hypothetical
      && event.triggers.allSatisfy {
        $0.entry.part == .noun && !["swap", "exchange"].contains($0.entry.trigger)
      }
  }

  private func add(
    _ role: EventArgument.Role,
    to position: Int,
    from types: Set<EventType>,
    of kinds: Set<Entity.Kind>,
    in events: inout [EventDraft]
  ) {
    guard let source = nearest(to: position, with: role, types: types, in: events) else { return }
    let fillers = source.arguments.filter { $0.role == role && kinds.contains(entities[$0.entity].kind) }
    guard fillers.count == 1 else { return }
    events[position].arguments += fillers.map { filler in
      var filler = filler
      filler.evidence.foundBy = "implied:\(source.type.rawValue)"
      return filler
    }
  }

  /// The event told last before another one that has the role filled.
  private func nearest(
    to position: Int,
    with role: EventArgument.Role,
    types: Set<EventType>,
    in events: [EventDraft]
  ) -> EventDraft? {
    guard let token = events[position].triggers.first?.token else { return nil }
    let sentence = syntax.context.tree.sentenceOfToken[token]
    var found: (token: Int, event: EventDraft)?
    for (other, event) in events.enumerated()
    where other != position && types.contains(event.type) && !event.fillers(role).isEmpty {
      for trigger in event.triggers where trigger.token < token {
        let distance = sentence - syntax.context.tree.sentenceOfToken[trigger.token]
        guard (0...Self.reach).contains(distance), trigger.token > found?.token ?? -1 else { continue }
        found = (trigger.token, event)
      }
    }
    return found?.event
  }
}
