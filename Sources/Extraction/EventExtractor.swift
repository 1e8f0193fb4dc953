import ArticleReading
import Knowledge
import LanguageAnalysis

/// Reads the events of an article: triggers, arguments, status, date, and which triggers tell of the same event.
package struct EventExtractor: Sendable {
  private let model: ParticipantModel?

  /// Makes a reader of events that weighs participants by a model too; with nil the rules decide alone.
  package init(participants model: ParticipantModel? = .embedded) {
    self.model = model
  }

  /// The events in the order of their first trigger; groups met as participants are added to the entities.
  package func events(
    in context: ArticleContext,
    entities: inout StoryEntities,
    times: TimeResolver,
    attributions: [Attribution]
  ) -> [EventFact] {
    let syntax = ClauseSyntax(context: context)
    var events = drafts(in: syntax, entities: &entities, times: times, attributions: attributions)
    if let model {
      LearnedParticipants(syntax: syntax).complete(&events, by: model, among: &entities)
    }
    return events.map { fact($0, in: syntax) }
  }

  /// The events as the rules read them.
  func drafts(
    in syntax: ClauseSyntax,
    entities: inout StoryEntities,
    times: TimeResolver,
    attributions: [Attribution]
  ) -> [EventDraft] {
    let dates = EventDates(syntax: syntax, times: times)
    var finder = TriggerFinder(syntax: syntax, entities: entities)
    let triggers = finder.triggers().filter { !namesMonth($0.token, times: times) }
    let reader = ArgumentReader(syntax: syntax, triggers: Set(triggers.map(\.token)))
    let medium = OwnMedium(context: syntax.context)
    let references = EventReferenceReader(syntax: syntax)
    let sources = EventSources(context: syntax.context, attributions: attributions)
    var drafts: [EventDraft] = []
    for trigger in triggers {
      let arguments = reader.arguments(of: trigger, among: &entities)
      guard !medium.isAlone(in: arguments, among: entities.entities) else { continue }
      drafts.append(
        draft(
          of: trigger,
          with: arguments,
          reportedBy: sources.sources(of: trigger.token, among: &entities),
          in: syntax,
          references: references,
          dates: dates
        )
      )
    }
    SuspectNames(syntax: syntax, entities: entities.entities).name(&drafts)
    PairNames(syntax: syntax, entities: entities.entities).name(&drafts)
    AccusationClaims(syntax: syntax).mark(&drafts)
    SharedParticipants(syntax: syntax).complete(&drafts)
    dates.shareWithCauses(&drafts)
    dates.shareWithConjuncts(&drafts)
    dateBySentence(&drafts, in: syntax, dates: dates)
    var events = EventJoiner(syntax: syntax, entities: entities.entities).joined(drafts)
    complete(&events, in: syntax, reader: reader, among: entities)
    date(&events, in: syntax, dates: dates)
    return events
  }

  private func draft(
    of trigger: EventTrigger,
    with arguments: [EventArgument],
    reportedBy: [EntityIndex],
    in syntax: ClauseSyntax,
    references: EventReferenceReader,
    dates: EventDates
  ) -> EventDraft {
    let (date, relative) = dates.date(of: trigger)
    return EventDraft(
      triggers: [trigger],
      references: [references.reference(of: trigger)],
      type: trigger.type,
      status: StatusReader(syntax: syntax).status(of: trigger),
      date: date,
      relative: relative,
      arguments: arguments,
      reportedBy: reportedBy,
      sentence: syntax.context.tree.sentenceOfToken[trigger.token],
      isInTitle: syntax.context.isInTitle(trigger.token)
    )
  }

  /// Gives events without a time of their own the day of their sentence.
  private func dateBySentence(_ drafts: inout [EventDraft], in syntax: ClauseSyntax, dates: EventDates) {
    let anchors = dates.anchors
    for position in drafts.indices
    where drafts[position].date == nil && drafts[position].relative == nil {
      let token = drafts[position].triggers.first?.token ?? 0
      if drafts[position].status != .actual {
        drafts[position].date = syntax.isVerb(token) ? nil : dates.sentences.dayBeside(token)
        continue
      }
      guard !anchors.contains(token),
        !syntax.children(token).contains(where: { syntax.context.words[$0] == "had" })
      else { continue }
      let day = dates.sentences.day(for: token)
      // "agreed to hold elections on 30 September": what is past has no day to come.
      if let day, let today = syntax.context.article.date, day > today, ["VBD", "VBN"].contains(syntax.tag(token)) {
        continue
      }
      drafts[position].date = day
    }
  }

  /// Adds the participants that other events and the story tell of.
  private func complete(
    _ events: inout [EventDraft],
    in syntax: ClauseSyntax,
    reader: ArgumentReader,
    among entities: StoryEntities
  ) {
    let shared = SharedParticipants(syntax: syntax)
    shared.completeChains(&events)
    shared.completeConjuncts(&events)
    shared.completeBlame(&events, among: entities.entities)
    for position in events.indices {
      let event = events[position]
      events[position].arguments += reader.commanders(of: event.arguments, in: event.type, among: entities)
    }
    ImpliedParticipants(syntax: syntax, entities: entities.entities).complete(&events)
  }

  /// Dates events by others and by the time of the story.
  private func date(_ events: inout [EventDraft], in syntax: ClauseSyntax, dates: EventDates) {
    dates.resolveRelative(&events)
    dates.refineByCauses(&events)
    StoryTime(syntax: syntax, dates: dates).date(&events)
    dates.resolveRelative(&events)
    dates.refineByCauses(&events)
    dates.planFuture(&events)
  }

  /// "Last March": a month is no march.
  private func namesMonth(_ token: Int, times: TimeResolver) -> Bool {
    switch times.expression(overlapping: token..<token + 1)?.meaning {
    case .date(_, let month, _): month != nil
    case .month: true
    default: false
    }
  }

  private func fact(_ event: EventDraft, in syntax: ClauseSyntax) -> EventFact {
    var named: Set<Int> = []
    return EventFact(
      type: event.type,
      status: event.status,
      date: event.date,
      mentions: zip(event.triggers, event.references).flatMap { trigger, reference in
        let joined = reference.reason.map { "+\($0)" } ?? ""
        return trigger.namingWords(in: syntax).filter { named.insert($0).inserted }.map {
          let word = HyphenatedWord(context: syntax.context).tokens(endingAt: $0, named: trigger.entry.trigger)
          return syntax.context.evidence(word, foundBy: "lexicon:\(trigger.entry.id)\(joined)")
        }
      },
      arguments: event.arguments,
      reportedBy: event.reportedBy
    )
  }
}
