import ArticleReading
import Knowledge
import LanguageAnalysis

/// An event as one trigger tells it, before the triggers of one event are joined.
struct EventDraft: Sendable {
  /// The words that tell of it; the first is the trigger.
  var triggers: [EventTrigger]
  /// How each of the words refers.
  var references: [EventReference]
  var type: EventType
  var status: EventFact.Status
  var date: CalendarDate?
  /// How the date is counted from another event, where it is.
  var relative: RelativeTime?
  var arguments: [EventArgument]
  var reportedBy: [EntityIndex]
  /// Index of the sentence of the last trigger.
  var sentence: Int
  /// Whether it stands in a headline.
  var isInTitle: Bool
  /// Whether a noun with "the", "this" or a possessive tells it, so that it may refer back.
  var isDefinite: Bool { references.first?.isDefinite ?? false }

  /// The entities that fill a role.
  func fillers(_ role: EventArgument.Role) -> [EntityIndex] {
    arguments.filter { $0.role == role }.map(\.entity)
  }

  /// Whoever speaks of "the attack" takes it for known and does not report it; what the article tells in its own words
  /// once is no claim of somebody.
  private mutating func takeSources(of other: EventDraft) {
    guard !other.isDefinite else { return }
    if isInTitle, !other.isInTitle || reportedBy.isEmpty {
      reportedBy = other.reportedBy
    } else if !other.isInTitle, other.reportedBy.isEmpty {
      reportedBy = []
    }
  }

  /// Puts other entities in the place of some that take part.
  mutating func replaceFillers(by names: [EntityIndex: EntityIndex]) {
    guard !names.isEmpty else { return }
    var kept: [EventArgument] = []
    for var argument in arguments {
      argument.entity = names[argument.entity] ?? argument.entity
      if !kept.contains(where: { $0.role == argument.role && $0.entity == argument.entity }) { kept.append(argument) }
    }
    arguments = kept
  }

  /// Takes over what another draft tells of the same event.
  mutating func join(_ other: EventDraft) {
    triggers += other.triggers
    references += other.references
    for argument in other.arguments
    where !arguments.contains(where: { $0.role == argument.role && $0.entity == argument.entity }) {
      arguments.append(argument)
    }
    takeSources(of: other)
    if isInTitle, !other.isInTitle, !other.isDefinite { status = other.status }
    date = CalendarDate.finer(date, other.date)
    relative = relative ?? other.relative
    sentence = other.sentence
    isInTitle = isInTitle && other.isInTitle
  }
}

extension CalendarDate {
  /// Of two dates the one that tells more, the first where neither does.
  static func finer(_ left: CalendarDate?, _ right: CalendarDate?) -> CalendarDate? {
    guard let left else { return right }
    guard let right else { return left }
    return right.precision > left.precision ? right : left
  }

  /// How many of year, month and day it gives.
  var precision: Int { day != nil ? 3 : month != nil ? 2 : 1 }

  /// Whether two dates may be the same day.
  func mayEqual(_ other: CalendarDate) -> Bool {
    guard year == other.year else { return false }
    guard let month, let otherMonth = other.month else { return true }
    guard month == otherMonth else { return false }
    guard let day, let otherDay = other.day else { return true }
    return day == otherDay
  }
}
