import ArticleReading
import Knowledge
import LanguageAnalysis

/// Dates events without a time of their own by the story around them: what happens next in a narrative in the simple
/// past happens on the day that was told last.
struct StoryTime {
  let syntax: ClauseSyntax
  let dates: EventDates
  private var context: ArticleContext { syntax.context }

  /// How many sentences a day told once holds.
  private static let reach = 2
  /// How many sentences may lie between harm and what did it.
  private static let harmReach = 3
  /// How many days before publication a story's day may lie; what lies further back is background.
  private static let daysBack = 10
  /// What physically happens; words and decisions have days of their own.
  private static let physical: Set<EventType> = [
    "attack", "protest", "travel", "withdraw", "kill", "injure", "rescue", "arrest", "accident", "mobilize",
  ]
  private static let harms: Set<EventType> = ["kill", "injure"]
  private static let causes: Set<EventType> = ["attack", "accident", "disaster", "protest"]

  /// A day told at a word.
  private struct Telling {
    let token: Int
    let sentence: Int
    let date: CalendarDate
    let type: EventType
  }

  /// Gives the undated events of the list the time of the story, where it tells one.
  func date(_ events: inout [EventDraft]) {
    let tellings = tellings(of: events)
    for position in events.indices {
      let event = events[position]
      guard event.date == nil, event.relative == nil, event.status == .actual, let first = event.triggers.first else {
        continue
      }
      if context.isInTitle(first.token) {
        events[position].date = dateOfLead() ?? (Self.harms.contains(event.type) ? firstCause(among: tellings) : nil)
      } else if Self.harms.contains(event.type), let date = cause(of: first.token, among: tellings) {
        events[position].date = date
      } else if Self.physical.contains(event.type), isNarrative(first.token) {
        events[position].date = day(before: first.token, among: tellings)
      }
    }
  }

  private func tellings(of events: [EventDraft]) -> [Telling] {
    var found: [Telling] = []
    for event in events where event.status == .actual {
      guard let date = event.date else { continue }
      for trigger in event.triggers {
        found.append(
          Telling(
            token: trigger.token,
            sentence: context.tree.sentenceOfToken[trigger.token],
            date: date,
            type: event.type
          )
        )
      }
    }
    return found.sorted { $0.token < $1.token }
  }

  /// A headline sums up the first sentence below it.
  private func dateOfLead() -> CalendarDate? {
    guard
      let lead = context.document.sentences.firstIndex(where: {
        !$0.tokens.isEmpty && !context.isInTitle($0.tokens.lowerBound) && $0.tokens.contains(where: syntax.isVerb)
      }), let date = dates.soleDate(in: lead), date.day != nil, isRecent(date)
    else { return nil }
    return date
  }

  private func firstCause(among tellings: [Telling]) -> CalendarDate? {
    tellings.first { Self.causes.contains($0.type) && isRecent($0.date) }?.date
  }

  /// The time of the nearest event before that does harm.
  private func cause(of token: Int, among tellings: [Telling]) -> CalendarDate? {
    guard !isPerfect(token) else { return nil }
    let sentence = context.tree.sentenceOfToken[token]
    return tellings.last {
      $0.sentence <= sentence && sentence - $0.sentence <= Self.harmReach && Self.causes.contains($0.type)
    }?.date
  }

  private func day(before token: Int, among tellings: [Telling]) -> CalendarDate? {
    let sentence = context.tree.sentenceOfToken[token]
    return tellings.last {
      $0.sentence <= sentence && sentence - $0.sentence <= Self.reach && $0.date.day != nil && isRecent($0.date)
    }?.date
  }

  private func isRecent(_ date: CalendarDate) -> Bool {
    guard let today = context.article.date, let days = today.days(since: date) else { return false }
    return (0...Self.daysBack).contains(days)
  }

  private func isPerfect(_ token: Int) -> Bool {
    syntax.children(token).contains { ["had", "has", "have", "having"].contains(context.words[$0]) }
  }

  /// Whether a word tells the story on: a verb in the simple past, or the noun that is the subject of one.
  private func isNarrative(_ token: Int) -> Bool {
    let verb = syntax.isVerb(token) ? token : subjectOf(token)
    guard let verb, !isPerfect(verb), ![.relativeClause, .adnominalClause].contains(syntax.relation(verb)) else {
      return false
    }
    if syntax.tag(verb) == "VBD" { return true }
    return syntax.tag(verb) == "VBN" && syntax.children(verb).contains { ["was", "were"].contains(context.words[$0]) }
  }

  private func subjectOf(_ noun: Int) -> Int? {
    guard [.subject, .passiveSubject].contains(syntax.relation(noun)) else { return nil }
    return context.tree.head(of: noun)
  }
}
