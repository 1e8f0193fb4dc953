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
    for position in events.indices where EventConflicts.mutual.contains(events[position].type) {
      addParties(to: position, in: &events)
    }
    for position in events.indices where events[position].fillers(.place).isEmpty { placeByTeller(&events[position]) }
    let country = events.contains { $0.type == "elect" && !$0.fillers(.place).isEmpty } ? nil : countryOfStory
    for position in events.indices where events[position].fillers(.place).isEmpty {
      placeThere(&events[position])
      if let country, events[position].type == "elect", events[position].fillers(.place).isEmpty,
        let trigger = events[position].triggers.first(where: { Self.ballots.contains($0.entry.trigger) })
      {
        let evidence = syntax.context.evidence(trigger.token..<trigger.token + 1, foundBy: "implied:country")
        events[position].arguments.append(EventArgument(role: .place, entity: country, evidence: evidence))
      }
    }
  }

  // MARK: Places

  /// Words for what a whole country votes in.
  private static let ballots: Set<String> = ["election", "vote", "poll", "ballot", "voting", "runoff", "by-election"]

  /// The one country that a story tells of more than of any other.
  private var countryOfStory: EntityIndex? {
    let countries = entities.indices.filter { entities[$0].kind == .place && entities[$0].placeKind == "country" }
    func count(_ index: Int) -> Int { entities[index].mentions.count { $0.form != .pronoun } }
    guard let most = countries.max(by: { count($0) < count($1) }) else { return nil }
    return countries.contains { $0 != most && count($0) >= count(most) } ? nil : most
  }

  /// "Ten miners died there": the place named last.
  private func placeThere(_ event: inout EventDraft) {
    for trigger in event.triggers {
      guard let adverb = syntax.children(trigger.token).first(where: { isThere($0) }) else { continue }
      let sentence = syntax.context.tree.sentenceOfToken[adverb]
      var found: (head: Int, entity: EntityIndex)?
      for (index, entity) in entities.enumerated() where entity.kind == .place {
        for mention in entity.mentions where mention.form == .name && mention.head < adverb {
          guard sentence - syntax.context.tree.sentenceOfToken[mention.head] <= 1, mention.head > found?.head ?? -1
          else { continue }
          found = (mention.head, index)
        }
      }
      guard let found else { continue }
      let evidence = syntax.context.evidence(adverb..<adverb + 1, foundBy: "implied:there")
      event.arguments.append(EventArgument(role: .place, entity: found.entity, evidence: evidence))
      return
    }
  }

  private func isThere(_ token: Int) -> Bool {
    syntax.context.words[token] == "there" && syntax.relation(token) == .adverbialModifier
  }

  /// Types of what happens where those are who tell of it.
  private static let local: Set<EventType> = ["attack", "kill", "injure", "accident", "disaster", "protest", "arrest"]

  /// "Officials in Strelsau say a bomb has killed two people": where the officials are.
  private func placeByTeller(_ event: inout EventDraft) {
    guard Self.local.contains(event.type), event.status == .actual, let token = event.triggers.first?.token else {
      return
    }
    let tree = syntax.context.tree
    for clause in [token] + tree.ancestors(of: token) where syntax.relation(clause) == .clausalComplement {
      guard let verb = tree.head(of: clause), ["say", "report"].contains(syntax.lemma(verb)),
        let teller = tree.children(of: verb, .subject).first,
        ["official", "police", "authority", "witness", "resident", "report", "doctor"].contains(syntax.lemma(teller))
      else { continue }
      for phrase in tree.children(of: teller, .nominalModifier)
      where ["in", "from"].contains(syntax.preposition(of: phrase) ?? "") {
        let heads = [phrase] + tree.children(of: phrase, .nominalModifier, .apposition)
        guard
          let place = entities.firstIndex(where: { entity in
            entity.kind == .place && entity.mentions.contains { $0.form != .adjective && heads.contains($0.head) }
          })
        else { continue }
        let evidence = syntax.context.evidence(phrase..<phrase + 1, foundBy: "implied:teller")
        event.arguments.append(EventArgument(role: .place, entity: place, evidence: evidence))
        return
      }
      return
    }
  }

  // MARK: Parties

  /// "The talks were held in secret": those who talk as told just before.
  private func addParties(to position: Int, in events: inout [EventDraft]) {
    let event = events[position]
    guard event.fillers(.agent).isEmpty,
      event.references.allSatisfy({ [.definite, .demonstrative].contains($0.form) }),
      let source = nearest(to: position, with: .agent, types: EventConflicts.mutual, in: events)
    else { return }
    let parties = source.arguments.filter { $0.role == .agent }
    guard parties.count >= 2 else { return }
    events[position].arguments += parties.map { filler in
      var filler = filler
      filler.evidence.foundBy = "implied:\(source.type.rawValue)"
      return filler
    }
  }

  // MARK: Proceedings

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
