import ArticleReading
import Knowledge

/// Turns meanings of time expressions into dates, given the day of publication.
struct TimeCalendar {
  /// The day of publication, where known; without it only full dates can be told.
  let publication: CalendarDate?

  /// The date that a meaning gives in a clause of a tense; nil where it gives none without another event's date.
  func date(of meaning: TimeMeaning, tense: ClauseTense) -> CalendarDate? {
    switch meaning {
    case .date(let year?, let month, let day): CalendarDate(year: year, month: month, day: day)
    case .date(nil, let month?, let day?): dayOfYear(month: month, day: day, tense: tense)
    case .date(nil, let month?, nil): self.month(month, tense: tense)
    case .date(nil, nil, let day?): dayOfMonth(day, tense: tense)
    case .date: nil
    case .weekday(let weekday, let shift): self.weekday(weekday, shift: shift, tense: tense)
    case .weekdayOfWeek(let weekday, let week):
      publication.flatMap { day in day.weekday.flatMap { day.adding(days: weekday - $0 + 7 * week) } }
    case .month(let month, let shift): self.month(month, shift: shift)
    case .day(let offset): publication?.adding(days: offset)
    case .period(let unit, let shift): period(unit, shift: shift, tense: tense)
    case .fromPublication(let amount, let unit): fromPublication(amount, unit)
    case .ahead(let amount, let unit): tense == .future ? fromPublication(amount, unit) : nil
    case .fromAnchor: nil
    case .season(let month): season(beginning: month, tense: tense)
    case .overnight: publication.flatMap { day in day.adding(days: -1).flatMap { .common(from: $0, to: day) } }
    }
  }

  /// The latest such day not after publication; in a clause about what is to come, the first not before it.
  private func weekday(_ weekday: Int, shift: Int?, tense: ClauseTense) -> CalendarDate? {
    guard let publication, let today = publication.weekday else { return nil }
    let back = (today - weekday + 7) % 7
    let ahead = (weekday - today + 7) % 7
    switch shift {
    case .some(let shift) where shift < 0: return publication.adding(days: -(back == 0 ? 7 : back))
    case .some(let shift) where shift > 0: return publication.adding(days: weekday - today + 7)
    default: return publication.adding(days: tense == .future ? ahead : -back)
    }
  }

  private func dayOfYear(month: Int, day: Int, tense: ClauseTense) -> CalendarDate? {
    guard let publication, publication.day != nil else { return nil }
    let candidates = [-1, 0, 1].compactMap { CalendarDate(year: publication.year + $0, month: month, day: day) }
    switch tense {
    case .past: return candidates.last { $0 <= publication }
    case .future: return candidates.first { $0 >= publication }
    case .present, .unknown: return candidates.min { distance($0, publication) < distance($1, publication) }
    }
  }

  /// "on the 13th": the latest such day, or the next one of what is to come.
  private func dayOfMonth(_ day: Int, tense: ClauseTense) -> CalendarDate? {
    guard let publication, publication.day != nil else { return nil }
    let candidates = [-1, 0, 1].compactMap { shift in
      publication.adding(months: shift).flatMap { CalendarDate(year: $0.year, month: $0.month, day: day) }
    }
    return tense == .future ? candidates.first { $0 >= publication } : candidates.last { $0 <= publication }
  }

  private func distance(_ date: CalendarDate, _ other: CalendarDate) -> Int { abs(date.days(since: other) ?? .max) }

  private func month(_ month: Int, tense: ClauseTense) -> CalendarDate? {
    guard let publication, let current = publication.month else { return nil }
    let isEarlier = month <= current
    switch tense {
    case .future: return CalendarDate(year: month >= current ? publication.year : publication.year + 1, month: month)
    case .past, .present, .unknown:
      return CalendarDate(year: isEarlier ? publication.year : publication.year - 1, month: month)
    }
  }

  private func month(_ month: Int, shift: Int) -> CalendarDate? {
    guard let publication, let current = publication.month else { return nil }
    let year =
      shift < 0
      ? (month < current ? publication.year : publication.year - 1)
      : shift > 0 ? (month > current ? publication.year : publication.year + 1) : publication.year
    return CalendarDate(year: year, month: month)
  }

  /// The year of the latest such season begun, or of the next one not over.
  private func season(beginning month: Int, tense: ClauseTense) -> CalendarDate? {
    guard let publication, let current = publication.month else { return nil }
    let year =
      tense == .future
      ? (current <= month + 2 ? publication.year : publication.year + 1)
      : (current >= month ? publication.year : publication.year - 1)
    return CalendarDate(year: year)
  }

  private func period(_ unit: TimeWordTable.Unit, shift: Int, tense: ClauseTense) -> CalendarDate? {
    guard let publication else { return nil }
    switch unit {
    case .day: return publication.adding(days: shift)
    case .month: return publication.adding(months: shift)
    case .quarter: return publication.adding(months: 3 * shift)?.withoutMonth
    case .year: return CalendarDate(year: publication.year + shift)
    case .week: return week(shift: shift, tense: tense)
    case .weekend: return weekend(shift: shift, tense: tense)
    case .instant, .fortnight, .decade, .century: return nil
    }
  }

  /// What all days of a week have in common; of this week, those not after publication, or not before it.
  private func week(shift: Int, tense: ClauseTense) -> CalendarDate? {
    guard let publication, let today = publication.weekday,
      let monday = publication.adding(days: 7 * shift - (today - 1)), let sunday = monday.adding(days: 6)
    else { return nil }
    guard shift == 0 else { return .common(from: monday, to: sunday) }
    if today == 7, tense == .future { return sunday.adding(days: 7).flatMap { .common(from: publication, to: $0) } }
    let days: CalendarDate? =
      tense == .future ? .common(from: publication, to: sunday) : .common(from: monday, to: publication)
    // On a Monday too, "this week" names no day.
    return days?.day == nil ? days : days?.withoutDay
  }

  /// What Saturday and Sunday have in common; of the weekend, the latest begun or, of what is to come, the first to end.
  private func weekend(shift: Int, tense: ClauseTense) -> CalendarDate? {
    guard let publication, let today = publication.weekday else { return nil }
    let isWeekend = today >= 6
    let weeks =
      shift < 0 ? -1 : shift > 0 ? (isWeekend ? 1 : 0) : tense == .future || isWeekend ? 0 : -1
    guard let saturday = publication.adding(days: 6 - today + 7 * weeks), let sunday = saturday.adding(days: 1) else {
      return nil
    }
    return .common(from: saturday, to: sunday)
  }

  private func fromPublication(_ amount: Int, _ unit: TimeWordTable.Unit) -> CalendarDate? {
    publication.flatMap { RelativeTime(amount: amount, unit: unit, anchor: nil).date(from: $0) }
      .flatMap { date in
        // "two weeks ago" is no exact day.
        [.week, .weekend, .fortnight].contains(unit) ? date.withoutDay : date
      }
  }
}
