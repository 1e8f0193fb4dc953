import ArticleReading
import Knowledge
import LanguageAnalysis

/// What makes a later telling the same event although no word refers back.
extension EventIdentity {
  /// "Typhoon Mira … Mira made landfall": whether two drafts tell of storms with the same name, or with other names; nil
  /// where names say nothing.
  func isOneStorm(_ event: EventDraft, _ draft: EventDraft) -> Bool? {
    guard event.type == "disaster", draft.type == "disaster", event.status != .negated, draft.status != .negated else {
      return nil
    }
    if draft.references.contains(where: \.isStormAlias), event.sentence == draft.sentence { return true }
    let (known, new) = (event.references.compactMap(\.stormName), draft.references.compactMap(\.stormName))
    let (subjects, others) = (event.references.compactMap(\.stormSubject), draft.references.compactMap(\.stormSubject))
    if new.contains(where: known.contains) || others.contains(where: known.contains)
      || new.contains(where: subjects.contains)
    {
      return true
    }
    return known.isEmpty || new.isEmpty ? nil : false
  }

  /// "strong winds and heavy rain": kinds of weather told side by side are one storm.
  func isOneWeather(_ trigger: EventTrigger, _ other: EventTrigger) -> Bool {
    guard trigger.type == "disaster", other.type == "disaster",
      [trigger.token, other.token].allSatisfy({ syntax.partOfSpeech($0) == .noun }),
      syntax.relation(other.token) == .conjunct, syntax.context.tree.head(of: other.token) == trigger.token
    else { return false }
    let table = syntax.context.knowledge.eventSenses
    return table.senses(of: trigger.entry.trigger, type: trigger.type)
      .shareName(with: table.senses(of: other.entry.trigger, type: other.type))
  }

  /// Nobody dies twice, whatever day and place the words around tell.
  func isOneDeath(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    guard event.type == "kill", draft.type == "kill", event.status == .actual, draft.status == .actual else {
      return false
    }
    if let date = event.date, let other = draft.date, date.year != other.year { return false }
    let known = event.fillers(.patient)
    return draft.fillers(.patient).contains { known.contains($0) && entities[$0].kind == .person }
  }

  /// "On Friday a judge ruled … On Friday Judge Anna Weber ruled": what the same people did on the same day is told in
  /// the same word.
  func isRetold(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    guard let date = draft.date, date.day != nil, date == event.date, event.status == draft.status,
      draft.references.first?.form == .verb, shareWord(event, draft)
    else { return false }
    let (known, new) = (event.fillers(.agent), draft.fillers(.agent))
    return shares(.agent, event, draft) || conflicts.mayMeanSame(known, new)
  }

  /// "All five deaths", "those who were wounded", "It crashed": what is told anew in other grammar.
  func isRepeated(_ event: EventDraft, _ draft: EventDraft, _ reference: EventReference) -> Bool {
    if Self.harms.contains(draft.type), event.type == draft.type {
      if reference.isOfThose {
        return isMain(event) && event.references.contains { $0.isKeyPlural || ($0.count ?? 1) > 1 }
      }
      if reference.form != .verb, let count = reference.count, count > 1 {
        return event.references.contains { $0.count == count }
      }
    }
    return reference.isByPronoun && draft.type == "accident" && shareWord(event, draft)
      && draft.sentence - event.sentence <= Self.reach
  }

  /// Types of acts of which a story holds one, so that the bare noun is that one: "dissolution was unlawful".
  private static let acts: Set<EventType> = ["legislate", "charge"]

  /// "the cause of death", "after landfall": a bare noun for what was told before.
  func isBare(_ draft: EventDraft, beside event: EventDraft, _ reference: EventReference) -> Bool {
    guard let link = reference.bareLink, !draft.isInTitle, event.status == .actual, draft.status == .actual,
      draft.fillers(.agent).isEmpty, draft.fillers(.patient).isEmpty
    else { return false }
    let distance = draft.sentence - event.sentence
    switch link {
    case .cause:
      return draft.type == "kill" && (isMain(event) || event.fillers(.patient).count == 1 && distance <= Self.reach)
    case .occasion where draft.type != "kill":
      return conflicts.shareSense(event, draft) && (distance <= Self.reach || isMain(event))
    default:
      if draft.type == "disaster" { return distance <= 1 && shareWord(event, draft) && reference.bareLink == .other }
      return Self.acts.contains(draft.type) && isMain(event) && conflicts.areOfOneStem(event, draft)
    }
  }

  /// "The accident happened when the crane fell": what the clause of a mention tells in words of an earlier one.
  func isToldBeside(_ event: EventDraft, _ draft: EventDraft, _ reference: EventReference) -> Bool {
    guard event.triggers.count > 1, let last = event.references.last, last.isDefinite, reference.form == .verb,
      reference.isKeyKnown, let key = reference.keyWord, conflicts.shareSense(event, draft)
    else { return false }
    return event.references.dropLast().contains { $0.keyWord == key }
  }

  /// Whether somebody takes part in two drafts in one role.
  func sharesParticipant(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    shares(.agent, event, draft) || shares(.patient, event, draft)
  }
}
