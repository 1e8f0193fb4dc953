import ArticleReading
import Knowledge
import LanguageAnalysis

/// Says what speaks against two drafts telling of the same event.
struct EventConflicts {
  let syntax: ClauseSyntax
  let entities: [Entity]
  private var context: ArticleContext { syntax.context }

  /// Types whose participants all stand as agents.
  static let mutual: Set<EventType> = ["meet", "negotiate", "agree", "cooperate"]
  /// Types whose noun is plural for one event: "the talks", "the charges".
  private static let pluralNouns: Set<EventType> = [
    "negotiate", "charge", "sanction", "accuse", "elect", "protest", "disaster", "aid", "support", "legislate",
  ]
  /// Types of which a number of people tells one from another.
  private static let counted: Set<EventType> = ["kill", "injure", "rescue", "arrest", "convict", "charge", "release"]

  /// Whether nothing that is told of two drafts speaks against one event.
  func areCompatible(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    if let date = event.date, let other = draft.date, !date.mayEqual(other) { return false }
    if event.status == .planned, draft.status == .actual, let date = draft.date, let today = context.article.date,
      date < today, !date.mayEqual(today)
    {
      return false
    }
    if isForgone(event, beside: draft) || isForgone(draft, beside: event) { return false }
    if isWar(event) != isWar(draft), !shareSense(event, draft) { return false }
    guard sensesAgree(event, draft), countsAgree(event, draft) else { return false }
    for role in [EventArgument.Role.agent, .patient] {
      let (known, new) = (definiteFillers(role, of: event), definiteFillers(role, of: draft))
      guard !known.isEmpty, !new.isEmpty, !new.contains(where: { known.contains($0) }) else { continue }
      let mayDescribe = role == .patient || draft.isDefinite || Self.mutual.contains(draft.type)
      if role == .agent, areOfOtherKinds(known, new) || draft.isDefinite && mayAct(new, for: known, in: draft.type) {
        continue
      }
      // "freed 14 people" beside "demanded the release of Hector Paz": what is only asked is of those whom it names.
      let mayBeSome = mayDescribe && (draft.status == event.status || draft.status == .actual)
      if mayMeanSame(known, new) || mayBeSome && mayBeAmong(known, new) { continue }
      return false
    }
    if Self.mutual.contains(draft.type) {
      let (known, new) = (Set(event.fillers(.agent)), Set(draft.fillers(.agent)))
      if known.count >= 2, new.count >= 2, known.intersection(new).count < 2 { return false }
    }
    return placesAgree(event, draft)
  }

  /// "to buy Acme" beside "tried to buy Acme in 2021": what is planned lies ahead, in no year before this.
  private func isForgone(_ planned: EventDraft, beside other: EventDraft) -> Bool {
    guard planned.status == .planned, planned.date == nil, let date = other.date, let today = context.article.date
    else { return false }
    return date.year < today.year - 1 || date.year < today.year && date.month == nil
  }

  /// "the war" beside "missiles hit a market": the one goes on, the other happens in it.
  private func isWar(_ event: EventDraft) -> Bool {
    event.triggers.contains {
      context.knowledge.wordClasses.contains($0.entry.trigger, in: .warNoun) && $0.entry.part == .noun
    }
  }

  // MARK: Senses

  /// Whether a draft's word may name what all the words of an event name.
  func sensesAgree(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    zip(event.triggers, event.references).allSatisfy { trigger, reference in
      zip(draft.triggers, draft.references).allSatisfy { other, otherReference in
        reference.senses.isGeneral || otherReference.senses.isGeneral
          || reference.senses.shareName(with: otherReference.senses) || areKindred(trigger, other)
      }
    }
  }

  /// Whether some word of an event names the very kind of event that a draft names.
  func shareSense(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    zip(event.triggers, event.references).contains { trigger, reference in
      zip(draft.triggers, draft.references).contains { other, otherReference in
        reference.senses.shareName(with: otherReference.senses) || areKindred(trigger, other)
      }
    }
  }

  /// Whether two drafts share a word, or words made from one another: "dissolve" and "dissolution".
  func areOfOneStem(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    event.triggers.contains { trigger in draft.triggers.contains { areKindred(trigger, $0) } }
  }

  /// Whether two words are one word, or one made from the other: "evacuate" and "evacuation".
  private func areKindred(_ trigger: EventTrigger, _ other: EventTrigger) -> Bool {
    let (word, second) = (trigger.entry.trigger, other.entry.trigger)
    if word == second { return true }
    guard min(word.count, second.count) >= 5 else { return false }
    return word.commonPrefix(with: second).count >= max(5, min(word.count, second.count) - 2)
  }

  // MARK: Who and how many

  private func countsAgree(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    guard Self.counted.contains(draft.type), let new = draft.references.first?.count else { return true }
    let known = event.references.compactMap(\.count)
    return known.isEmpty || known.contains(new)
  }

  /// Whether a noun's number goes with the event: "the strikes" are not one strike.
  func numberAgrees(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    guard let reference = draft.references.first, reference.isPlural, !Self.pluralNouns.contains(event.type) else {
      return true
    }
    return event.references.contains { known in
      known.isPlural || known.isKeyPlural || known.count.map { $0 > 1 } ?? false
    }
  }

  /// Whether a description of one person and the name, or a plainer description, of one person may mean the same.
  func mayMeanSame(_ known: [EntityIndex], _ new: [EntityIndex]) -> Bool {
    guard known.count == 1, new.count == 1 else { return false }
    if isSingleDescription(known[0]), isSingleDescription(new[0]) { return isPlain(new[0]) }
    return isSingleDescription(known[0]) && entities[new[0]].kind == .person
      || isSingleDescription(new[0]) && entities[known[0]].kind == .person
  }

  /// Whether those named may be some of the people whom the event only describes: "five people", "Joan Smith".
  private func mayBeAmong(_ known: [EntityIndex], _ new: [EntityIndex]) -> Bool {
    known.contains(where: isCrowd) && new.allSatisfy { [.person, .organization].contains(entities[$0].kind) }
  }

  /// Whether one draft describes people and the other names a body: "lawmakers", "parliament".
  private func areOfOtherKinds(_ known: [EntityIndex], _ new: [EntityIndex]) -> Bool {
    known.allSatisfy(isCrowd) && new.allSatisfy(isBody) || known.allSatisfy(isBody) && new.allSatisfy(isCrowd)
  }

  /// "police are investigating … officers in the investigation", "the court ruled … the judge's ruling".
  private func mayAct(_ new: [EntityIndex], for known: [EntityIndex], in type: EventType) -> Bool {
    if (known + new).allSatisfy(isCrowd) { return true }
    return ["rule", "convict", "try", "investigate"].contains(type) && known.allSatisfy(isBody)
      && new.allSatisfy { entities[$0].kind == .person }
  }

  private func isBody(_ index: EntityIndex) -> Bool { [.organization, .place].contains(entities[index].kind) }

  /// "the man", "the suspect": who was described before.
  private func isPlain(_ index: EntityIndex) -> Bool {
    guard let head = entities[index].mentions.first?.head else { return false }
    let children = syntax.children(head)
    return context.knowledge.wordClasses.contains(syntax.lemma(head), in: .plainPersonNoun)
      && children.contains { ["the", "this", "that"].contains(context.words[$0]) }
      && !children.contains {
        [.adjectivalModifier, .compound, .nominalModifier, .relativeClause].contains(syntax.relation($0))
      }
  }

  /// Whether an entity is several people who are only described.
  func isCrowd(_ index: EntityIndex) -> Bool {
    guard entities[index].kind == .group, let head = entities[index].mentions.first?.head else { return false }
    return ["NNS", "NNPS"].contains(syntax.tag(head))
  }

  /// Whether an entity is one person who is only described: "a man".
  func isSingleDescription(_ index: EntityIndex) -> Bool {
    guard entities[index].kind == .group, let head = entities[index].mentions.first?.head else { return false }
    return syntax.tag(head) == "NN" && !syntax.has(head, .numericModifier)
      && !syntax.children(head).contains { context.words[$0] == "another" }
      && isOfOne(syntax.lemma(head))
  }

  /// Whether a noun says what one person is: "man", "minister".
  private func isOfOne(_ noun: String) -> Bool {
    if let sort = context.knowledge.peopleWords[noun] { return sort == "person" }
    return context.knowledge.titles[noun] != nil && context.knowledge.organizationWords[noun] == nil
  }

  /// The fillers that speak against others: descriptions in a headline are those whom the text names below.
  private func definiteFillers(_ role: EventArgument.Role, of event: EventDraft) -> [EntityIndex] {
    let fillers = event.fillers(role).filter { entities[$0].kind != .place || role != .patient }
    return event.isInTitle ? fillers.filter { entities[$0].kind != .group } : fillers
  }

  // MARK: Where

  /// Where it happened, places that were struck included.
  private func places(of event: EventDraft) -> [EntityIndex] {
    event.fillers(.place) + event.fillers(.patient).filter { entities[$0].kind == .place }
  }

  private func placesAgree(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    let (known, new) = (places(of: event), places(of: draft))
    if known.isEmpty || new.isEmpty { return true }
    return known.contains { place in
      new.contains { mayHold(place, $0) || event.isInTitle && mayHoldUnknown(place, $0) }
    }
  }

  /// Whether one place may lie in the other: one of them is a country or region, and the countries agree.
  private func mayHold(_ place: EntityIndex, _ other: EntityIndex) -> Bool {
    if place == other { return true }
    let (left, right) = (entities[place], entities[other])
    guard let country = left.country, country == right.country else { return false }
    return left.placeKind != right.placeKind
  }

  /// A headline may tell the place that the text narrows down, where nothing is known of either.
  private func mayHoldUnknown(_ place: EntityIndex, _ other: EntityIndex) -> Bool {
    entities[place].country == nil || entities[other].country == nil
  }
}
