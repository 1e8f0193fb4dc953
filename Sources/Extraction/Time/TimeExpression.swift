import ArticleReading
import Knowledge

/// Words that say when: "on Tuesday", "two days after the attack".
package struct TimeExpression: Sendable, Hashable {
  /// The words, without the preposition before them.
  package var tokens: Range<Int>
  /// The token that ties them to the rest of the sentence.
  package var head: Int
  /// What they mean.
  package var meaning: TimeMeaning
  /// The date they give, as exactly as the text lets a reader work it out; absent where it does not.
  package var date: CalendarDate?
  /// Whether something ends or is bounded then ("until Friday", "before 2015"), so that they date nothing.
  package var isBoundary: Bool
  /// Whether something has gone on since then ("since Monday"), so that it dates only what lasts.
  package var isStart: Bool = false
}

/// What a time expression means before it is tied to the calendar.
package enum TimeMeaning: Sendable, Hashable {
  /// A date of which some parts may be left to the context: "13 April", "2015".
  case date(year: Int?, month: Int?, day: Int?)
  /// A day of the week; counted from the week of publication where there is a shift ("last Tuesday": −1).
  case weekday(Int, shift: Int?)
  /// A day of the week that lies so many weeks from now: "Tuesday of last week".
  case weekdayOfWeek(Int, week: Int)
  /// A month of the year with a shift: "last March".
  case month(Int, shift: Int)
  /// A number of days from the day of publication: "yesterday".
  case day(Int)
  /// A length of time counted from the one of publication: "last month", "this week".
  case period(TimeWordTable.Unit, shift: Int)
  /// An amount before or after publication: "two weeks ago".
  case fromPublication(Int, TimeWordTable.Unit)
  /// An amount after publication in a clause about what is to come: "in two weeks".
  case ahead(Int, TimeWordTable.Unit)
  /// An amount before or after another time: "two days after the attack", "the day before".
  case fromAnchor(RelativeTime)
  /// The night before or after the day of publication.
  case overnight
  /// A season of this year or another, by the month that it begins in: "in the spring".
  case season(Int)
}

/// A time counted from another one.
package struct RelativeTime: Sendable, Hashable {
  /// How many units later; negative where earlier; 0 for "the same day".
  package var amount: Int
  /// What is counted.
  package var unit: TimeWordTable.Unit
  /// The head of the words that name the other time ("attack" in "two days after the attack"); absent where it is the
  /// time told of last ("the next day").
  package var anchor: Int?
  /// Whether the words name all of a unit, not a time so many units away: "the following week".
  package var isWhole = false
  /// The month and day that the words name of a year counted so: "in April of that year".
  package var month: Int?
  package var day: Int?
  /// The day of the week that is meant, the nearest in the direction of the amount: "the previous Friday".
  package var weekday: Int?

  /// Makes a relative time of its parts.
  package init(amount: Int, unit: TimeWordTable.Unit, anchor: Int? = nil, month: Int? = nil, day: Int? = nil) {
    self.amount = amount
    self.unit = unit
    self.anchor = anchor
    self.month = month
    self.day = day
  }

  /// What all days of the week so many weeks later have in common.
  private func week(after other: CalendarDate) -> CalendarDate? {
    guard let weekday = other.weekday, let monday = other.adding(days: 7 * amount + 1 - weekday),
      let sunday = monday.adding(days: 6)
    else { return nil }
    return .common(from: monday, to: sunday)
  }

  /// The nearest such day of the week before or after a day.
  private func day(_ weekday: Int, from other: CalendarDate) -> CalendarDate? {
    guard let today = other.weekday else { return nil }
    let distance = amount < 0 ? (today - weekday + 7) % 7 : (weekday - today + 7) % 7
    let days = distance == 0 ? 7 : distance
    return other.adding(days: amount < 0 ? -days : days)
  }

  /// The time counted from a known one.
  package func date(from other: CalendarDate) -> CalendarDate? {
    if let weekday { return day(weekday, from: other) }
    // "In 2006 he was poisoned and died three weeks later": within the year, as a rule.
    if other.month == nil, [.day, .week, .fortnight].contains(unit) { return amount < 5 ? other : nil }
    return switch unit {
    case .instant: other
    case .day: other.adding(days: amount)
    case .week, .weekend: amount == 0 ? nil : isWhole ? week(after: other) : other.adding(days: 7 * amount)
    case .fortnight: other.adding(days: 14 * amount)
    case .month: other.adding(months: amount)
    case .quarter: other.adding(months: 3 * amount)
    case .year: CalendarDate(year: other.year + amount, month: month, day: day)
    case .decade: CalendarDate(year: other.year + 10 * amount)
    case .century: CalendarDate(year: other.year + 100 * amount)
    }
  }
}
