import ArticleReading
import Foundation

/// Counting in days, months and years; of the Gregorian calendar, without time zones.
extension CalendarDate {
  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }()

  /// The instant at which the date begins, with unknown parts taken as the first.
  private var start: Date? {
    Self.calendar.date(from: DateComponents(year: year, month: month ?? 1, day: day ?? 1))
  }

  private init?(_ instant: Date) {
    let parts = Self.calendar.dateComponents([.year, .month, .day], from: instant)
    guard let year = parts.year else { return nil }
    self.init(year: year, month: parts.month, day: parts.day)
  }

  /// The day so many days later, or earlier where the number is negative; nil unless the date is a day.
  func adding(days: Int) -> CalendarDate? {
    guard day != nil, let start, let moved = Self.calendar.date(byAdding: .day, value: days, to: start) else {
      return nil
    }
    return CalendarDate(moved)
  }

  /// The month so many months later; nil where the month is unknown.
  func adding(months: Int) -> CalendarDate? {
    guard let month else { return nil }
    let count = year * 12 + (month - 1) + months
    return CalendarDate(year: count / 12, month: count % 12 + 1)
  }

  /// The day of the week, 1 for Monday to 7 for Sunday; nil unless the date is a day.
  var weekday: Int? {
    guard day != nil, let start else { return nil }
    return (Self.calendar.component(.weekday, from: start) + 5) % 7 + 1
  }

  /// The number of days from another day to this one; nil unless both are days.
  func days(since other: CalendarDate) -> Int? {
    guard day != nil, other.day != nil, let start, let begin = other.start else { return nil }
    return Self.calendar.dateComponents([.day], from: begin, to: start).day
  }

  /// The year and month alone, or the year where the month is unknown.
  var withoutDay: CalendarDate { CalendarDate(year: year, month: month) ?? self }

  /// The year alone.
  var withoutMonth: CalendarDate { CalendarDate(year: year) ?? self }

  /// As much as all days from one day to another have in common: a day, a month or a year; nil across years.
  static func common(from first: CalendarDate, to last: CalendarDate) -> CalendarDate? {
    guard first.year == last.year else { return nil }
    guard let month = first.month, month == last.month else { return CalendarDate(year: first.year) }
    guard let day = first.day, day == last.day else { return CalendarDate(year: first.year, month: month) }
    return first
  }
}
