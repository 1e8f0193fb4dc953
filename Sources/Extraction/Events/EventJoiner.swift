import Knowledge
import LanguageAnalysis

/// Joins the triggers that tell of the same event.
struct EventJoiner {
  let syntax: ClauseSyntax
  let entities: [Entity]
  private var context: ArticleContext { syntax.context }

  /// How many sentences back "the attack" may refer.
  private static let reach = 6
  /// Those of them that strike somebody once in a story, whatever the words.
  private static let onceInLife: Set<EventType> = ["kill"]
  /// How many sentences after the description of somebody the name may follow.
  private static let namingReach = 6
  /// Types of which one patient has one at a time: the same person is not arrested twice in a story.
  private static let onceForPatient: Set<EventType> = [
    "kill", "arrest", "convict", "release", "appoint", "resign", "elect", "charge", "injure", "rescue", "try",
  ]
  /// Types whose participants all stand as agents.
  private static let mutual: Set<EventType> = ["meet", "negotiate", "agree", "cooperate"]

  /// The events, in the order of their first trigger.
  func joined(_ drafts: [EventDraft]) -> [EventDraft] {
    var events: [EventDraft] = []
    var positions: [EventType: [Int]] = [:]
    var names: [EntityIndex: EntityIndex] = [:]
    for draft in drafts {
      let candidates = (positions[draft.type] ?? []).reversed().filter { isSame(events[$0], draft) }
      let likely = candidates.filter { !isBackground(events[$0], beside: draft) }
      if let match = likely.first(where: { events[$0].status == draft.status }) ?? likely.first ?? candidates.first {
        let parts = (events[match], draft)
        events[match].join(draft)
        dropDescriptions(in: &events[match], of: parts, naming: &names)
      } else {
        positions[draft.type, default: []].append(events.count)
        events.append(draft)
      }
    }
    for position in events.indices { events[position].replaceFillers(by: names) }
    return events
  }

  /// Whether an event lies years back, so that "the visit" rather means another one that the story tells.
  private func isBackground(_ event: EventDraft, beside draft: EventDraft) -> Bool {
    guard draft.isDefinite, draft.date == nil, let date = event.date, let today = context.article.date else {
      return false
    }
    return date.year + 1 < today.year
  }

  /// "Killer sentenced" and "the court sentenced Smith": the name tells who the one of the description is, wherever
  /// else the description takes part; of two descriptions of one person the first stands for both.
  private func dropDescriptions(
    in event: inout EventDraft,
    of parts: (EventDraft, EventDraft),
    naming names: inout [EntityIndex: EntityIndex]
  ) {
    for role in [EventArgument.Role.agent, .patient] {
      let fillers = event.fillers(role)
      let persons = fillers.filter { entities[$0].kind == .person }
      let (known, new) = (parts.0.fillers(role), parts.1.fillers(role))
      if persons.isEmpty {
        if known.count == 1, new.count == 1, known != new, (known + new).allSatisfy(isSingleDescription) {
          names[new[0]] = names[known[0]] ?? known[0]
          event.arguments.removeAll { $0.role == role && $0.entity == new[0] }
        }
        continue
      }
      let descriptions = fillers.filter(isSingleDescription)
      if persons.count == 1, known.count == 1, new.count == 1 {
        for description in descriptions { names[description] = persons[0] }
      }
      event.arguments.removeAll { $0.role == role && descriptions.contains($0.entity) }
    }
  }

  private func isSingleDescription(_ index: EntityIndex) -> Bool {
    guard entities[index].kind == .group, let head = entities[index].mentions.first?.head else { return false }
    return syntax.tag(head) == "NN" && !syntax.has(head, .numericModifier)
      && !syntax.children(head).contains { context.words[$0] == "another" }
      && context.knowledge.peopleWords[syntax.lemma(head)] == "person"
  }

  /// Whether the headline tells an event already.
  private func begins(_ event: EventDraft) -> Bool { event.triggers.contains { context.isInTitle($0.token) } }

  private func isIndefinite(_ index: EntityIndex) -> Bool {
    guard let head = entities[index].mentions.first?.head else { return false }
    return syntax.children(head).contains { ["a", "an"].contains(context.words[$0]) }
  }

  /// Whether a description of one person and the name of one person may mean the same.
  private func mayMeanSame(_ known: [EntityIndex], _ new: [EntityIndex]) -> Bool {
    guard known.count == 1, new.count == 1 else { return false }
    return isSingleDescription(known[0]) && entities[new[0]].kind == .person
      || isSingleDescription(new[0]) && entities[known[0]].kind == .person
  }

  private func isSame(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    if carries(event, draft) { return true }
    guard event.status == draft.status || refersBack(draft) && draft.status == .actual,
      areCompatible(event, draft)
    else { return false }
    let sharesAgent = shares(.agent, event, draft)
    let sharesPatient = shares(.patient, event, draft)
    let sharesPlace = shares(.place, event, draft)
    let sharesWord = shareLemma(event, draft)
    if sharesWord, isNamedLater(event, draft) { return true }
    let isSameWording = sharesWord || refersBack(draft) || event.isInTitle
    if sharesPatient, isSameWording, sharesAgent || Self.onceForPatient.contains(draft.type) { return true }
    if sharesPatient, Self.onceInLife.contains(draft.type) { return true }
    if Self.mutual.contains(draft.type) {
      let common = Set(event.fillers(.agent)).intersection(draft.fillers(.agent)).count
      if common >= 2, sharesWord || refersBack(draft) { return true }
    }
    if sharesAgent, sharesPlace, sharesWord || ["visit", "travel"].contains(draft.type) { return true }
    if event.isInTitle, draft.sentence <= lastLeadSentence,
      sharesAgent || sharesPatient || sharesPlace || sharesWord
    {
      return true
    }
    return refersBack(draft) && draft.sentence - event.sentence <= Self.reach && mayRefer(draft, to: event)
      && !bringsStrangers(draft, to: event)
  }

  // MARK: What speaks for it

  /// "A man was arrested … John Smith was arrested": the lead describes whom the story names.
  private func isNamedLater(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    let described = event.fillers(.patient)
    return Self.onceForPatient.contains(draft.type) && draft.sentence - event.sentence <= Self.namingReach
      && described.count == 1 && isSingleDescription(described[0]) && (begins(event) || isIndefinite(described[0]))
      && mayMeanSame(described, draft.fillers(.patient))
  }

  /// "won the election": verb and object name the same event.
  private func carries(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    for trigger in event.triggers {
      for other in draft.triggers {
        if trigger.carriers.contains(where: { $0.token == other.token })
          || other.carriers.contains(where: { $0.token == trigger.token }) || tells(other, trigger)
          || tells(trigger, other)
        {
          return true
        }
      }
    }
    return false
  }

  /// "Two bombings struck the town", "a blast hit": the subject is the event that the verb tells.
  private func tells(_ verb: EventTrigger, _ noun: EventTrigger) -> Bool {
    verb.entry.part == .verb && noun.entry.part == .noun && context.tree.head(of: noun.token) == verb.token
      && syntax.relation(noun.token) == .subject
  }

  private func refersBack(_ draft: EventDraft) -> Bool { draft.isDefinite }

  /// An agreement may be any of many: only a noun of it takes up another.
  private func mayRefer(_ draft: EventDraft, to event: EventDraft) -> Bool {
    guard ["agree", "demand", "accuse", "support", "reject", "aid", "transact", "legislate"].contains(draft.type)
    else { return true }
    return shareLemma(event, draft) || event.triggers.contains { $0.entry.part == .noun }
  }

  /// Whether a noun brings names of its own into an event that knows of nobody there: "the party's takeover of China" is
  /// not the violence told before.
  private func bringsStrangers(_ draft: EventDraft, to event: EventDraft) -> Bool {
    guard !shareLemma(event, draft) else { return false }
    let roles = [EventArgument.Role.agent, .patient]
    let new = roles.flatMap { draft.fillers($0) }.filter { entities[$0].kind != .group }
    let known = roles.flatMap { event.fillers($0) }
    return !new.isEmpty && !new.contains { known.contains($0) }
  }

  private func shares(_ role: EventArgument.Role, _ event: EventDraft, _ draft: EventDraft) -> Bool {
    let known = event.fillers(role)
    return draft.fillers(role).contains { known.contains($0) }
  }

  private func shareLemma(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    event.triggers.contains { trigger in draft.triggers.contains { $0.entry.trigger == trigger.entry.trigger } }
  }

  private var lastLeadSentence: Int {
    let sentences = context.document.sentences
    guard let first = sentences.firstIndex(where: { !$0.tokens.isEmpty && !context.isInTitle($0.tokens.lowerBound) })
    else { return -1 }
    return first + 2
  }

  // MARK: What speaks against it

  private func areCompatible(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    if let date = event.date, let other = draft.date, !date.mayEqual(other) { return false }
    if event.status == .planned, draft.status == .actual, let date = draft.date, let today = context.article.date,
      date < today, !date.mayEqual(today)
    {
      return false
    }
    for role in [EventArgument.Role.agent, .patient] {
      let (known, new) = (definiteFillers(role, of: event), definiteFillers(role, of: draft))
      if !known.isEmpty, !new.isEmpty, !new.contains(where: { known.contains($0) }), !mayMeanSame(known, new) {
        return false
      }
    }
    let (places, others) = (event.fillers(.place), draft.fillers(.place))
    return places.isEmpty || others.isEmpty || places.contains { place in others.contains { mayHold(place, $0) } }
  }

  /// The fillers that speak against others: descriptions in a headline are those whom the text names below.
  private func definiteFillers(_ role: EventArgument.Role, of event: EventDraft) -> [EntityIndex] {
    let fillers = event.fillers(role)
    return event.isInTitle ? fillers.filter { entities[$0].kind != .group } : fillers
  }

  /// Whether one place may lie in the other: one of them is a country or region, and the countries agree.
  private func mayHold(_ place: EntityIndex, _ other: EntityIndex) -> Bool {
    if place == other { return true }
    let (left, right) = (entities[place], entities[other])
    guard let country = left.country, country == right.country else { return false }
    return left.placeKind != right.placeKind
  }
}
