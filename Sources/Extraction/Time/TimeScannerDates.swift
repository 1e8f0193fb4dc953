import ArticleReading
import Knowledge
import LanguageAnalysis

// Dates of the calendar, whole or in part: "April 13, 2025", "the night of 3 May", "2015".
extension TimeScanner {
  func afterWeekday(_ weekday: Int, at position: Int) -> Finding? {
    // "Good Friday", "Easter Sunday": a day of the year that moves.
    guard isCapitalised(position), !context.knowledge.wordClasses.contains(word(position - 1), in: .feastWord),
      !word(position).hasSuffix(".") || number(position + 1) != nil || isMonth(position + 1)
    else { return nil }
    var next = position + 1
    if meaning(next) == .part || word(next) == "night" { next += 1 }
    let afterPart = next
    if [",", "("].contains(word(next)) { next += 1 }
    if word(next) == "the" { next += 1 }
    if let date = isMonth(next) ? dateAfterMonth(at: next) : dayBeforeMonth(at: next),
      case .date(_, _, let day?) = date.meaning,
      day > 0
    {
      return Finding(tokens: position..<date.tokens.upperBound, meaning: date.meaning)
    }
    if let (week, end) = weekFromNow(at: afterPart) {
      return Finding(tokens: position..<end, meaning: .weekdayOfWeek(weekday, week: week))
    }
    return Finding(tokens: position..<afterPart, meaning: .weekday(weekday, shift: nil))
  }

  /// "of last week", "next week": how many weeks from now, and where the words end.
  func weekFromNow(at position: Int) -> (Int, Int)? {
    let next = word(position) == "of" ? position + 1 : position
    guard case .shift(let shift) = meaning(next), word(next + 1) == "week" else { return nil }
    return (shift, next + 2)
  }

  /// The year that follows a date: "2015", "last year", "of this year"; and where its words end.
  func year(after position: Int, isDay: Bool) -> (year: Int, end: Int)? {
    let next = [",", "of", "-", "–"].contains(word(position)) ? position + 1 : position
    if let year = yearNumber(next), isDay || next == position || word(position) == "of" || endsDate(next + 1) {
      return (year, next + 1)
    }
    guard case .shift(let shift) = meaning(next), word(next + 1) == "year",
      let publication = context.article.date
    else { return nil }
    return (publication.year + shift, next + 2)
  }

  /// The year that follows a date and is counted from one told before: "of that year", "the following year".
  func narratedYear(after position: Int) -> (amount: Int, end: Int)? {
    var next = word(position) == "of" ? position + 1 : position
    if word(next) == "the" { next += 1 }
    guard word(next + 1) == "year" else { return nil }
    switch word(next) {
    case "that", "same": return (0, next + 2)
    case "following", "next": return word(next - 1) == "the" ? (1, next + 2) : nil
    case "previous", "preceding": return (-1, next + 2)
    default: return nil
    }
  }

  /// A month or day of a year told before.
  func narrated(month: Int, day: Int?, from position: Int, after next: Int) -> Finding? {
    narratedYear(after: next).map { amount, end in
      Finding(
        tokens: position..<end,
        meaning: .fromAnchor(RelativeTime(amount: amount, unit: .year, month: month, day: day))
      )
    }
  }

  /// Whether no noun follows that a number would count.
  private func endsDate(_ position: Int) -> Bool {
    !sentence.contains(position)
      || ![.noun, .properNoun, .adjective].contains(context.document.partsOfSpeech[position])
  }

  func dateAfterMonth(at position: Int) -> Finding? {
    guard case .month(let month) = meaning(position), isMonthName(position) else { return nil }
    return afterMonth(month, at: position)
  }

  /// "April 13, 2025", "April 13", "April 2025", "April".
  func afterMonth(_ month: Int, at position: Int) -> Finding? {
    var next = position + 1
    var day: Int?
    var isRange = false
    if let number = dayNumber(next) {
      day = number
      next += 1
    } else if let (number, end) = ordinal(at: word(next) == "the" ? next + 1 : next), endsDate(end) {
      day = number
      next = end
    }
    if day != nil {
      while ["-", "–", "to", "and", "/"].contains(word(next)), dayNumber(next + 1) != nil {
        next += 2
        isRange = true
      }
    }
    if isRange { day = nil }
    if let found = narrated(month: month, day: day, from: position, after: next) { return found }
    if let (year, end) = year(after: next, isDay: day != nil || isRange) {
      return Finding(tokens: position..<end, meaning: .date(year: year, month: month, day: day))
    }
    return Finding(tokens: position..<next, meaning: .date(year: nil, month: month, day: day))
  }

  /// "13 April 2025", "the 13th of April", "13–15 April".
  func dayBeforeMonth(at position: Int) -> Finding? {
    guard let (first, end) = dayNumber(position).map({ ($0, position + 1) }) ?? ordinal(at: position) else {
      return nil
    }
    var next = end
    while ["-", "–", "to", "and"].contains(word(next)), dayNumber(next + 1) != nil { next += 2 }
    // Of several days no more is known than their month.
    let day: Int? = next == end ? first : nil
    if word(next) == "of" { next += 1 }
    guard case .month(let month) = meaning(next), isMonthName(next) else { return nil }
    next += 1
    if let found = narrated(month: month, day: day, from: position, after: next) { return found }
    if let (year, end) = year(after: next, isDay: true) {
      return Finding(tokens: position..<end, meaning: .date(year: year, month: month, day: day))
    }
    return Finding(tokens: position..<next, meaning: .date(year: nil, month: month, day: day))
  }

  /// "2025-04-13" as one token or as five, "13.04.2025", "13/04/2025" where the order of day and month is clear.
  func numericDate(at position: Int) -> Finding? {
    let word = word(position)
    guard word.utf8.contains(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
    if let separator = ["-", "/", "."].first(where: { word.split(separator: $0).count == 3 }) {
      let parts = word.split(separator: separator).map { Int($0) ?? 0 }
      return date(of: parts, isDayFirst: separator == ".").map { Finding(tokens: position..<position + 1, meaning: $0) }
    }
    guard let year = yearNumber(position), self.word(position + 1) == "-", self.word(position + 3) == "-",
      let month = number(position + 2), let day = dayNumber(position + 4),
      let date = date(of: [year, month, day], isDayFirst: false)
    else { return nil }
    return Finding(tokens: position..<position + 5, meaning: date)
  }

  private func date(of parts: [Int], isDayFirst: Bool) -> TimeMeaning? {
    let isYearFirst = parts[0] > 31
    let year = isYearFirst ? parts[0] : parts[2]
    let (first, second) = isYearFirst ? (parts[2], parts[1]) : (parts[0], parts[1])
    guard (1500...2100).contains(year), (1...31).contains(first), (1...31).contains(second) else { return nil }
    if second <= 12, isYearFirst || isDayFirst || first > 12 || first == second {
      return .date(year: year, month: second, day: first)
    }
    return first <= 12 && second > 12 ? .date(year: year, month: first, day: second) : nil
  }

  /// The day that an ordinal in words names, and where its words end: "third", "twenty - first".
  func ordinal(at position: Int) -> (Int, Int)? {
    if word(position) == "second" { return (2, position + 1) }
    if case .ordinal(let day) = meaning(position) { return (day, position + 1) }
    guard ["twenty", "thirty"].contains(word(position)), word(position + 1) == "-",
      case .ordinal(let day)? = context.knowledge.timeWords["\(word(position))-\(word(position + 2))"]
    else { return nil }
    return (day, position + 3)
  }

  /// "mid-June", "mid-2019", "late-April" in one token.
  func prefixedEdge(at position: Int) -> Finding? {
    guard word(position).utf8.contains(UInt8(ascii: "-")) else { return nil }
    let parts = word(position).split(separator: "-", maxSplits: 1).map(String.init)
    guard parts.count == 2, case .edge = context.knowledge.timeWords[parts[0]] else { return nil }
    if let year = Self.year(parts[1]) {
      return Finding(tokens: position..<position + 1, meaning: .date(year: year, month: nil, day: nil))
    }
    guard case .month(let month) = context.knowledge.timeWords[parts[1]] else { return nil }
    let (year, end) = year(after: position + 1, isDay: false).map { ($0, $1) } ?? (nil, position + 1)
    return Finding(tokens: position..<end, meaning: .date(year: year, month: month, day: nil))
  }

  /// A holiday with a date of its own: "New Year's Day", "Christmas Day 2009".
  func holiday(at position: Int) -> Finding? {
    guard isCapitalised(position) else { return nil }
    if let found = feast(at: position) { return found }
    let longest = context.knowledge.timeWords.longestHoliday(beginningWith: word(position).replacingCurlyApostrophe)
    for count in stride(from: min(longest, 4), to: 0, by: -1) {
      let words = (position..<position + count).map { word($0).replacingCurlyApostrophe }.joined(separator: " ")
      guard case .holiday(let month, let day) = context.knowledge.timeWords[words] else { continue }
      let (year, end) = year(after: position + count, isDay: true).map { ($0, $1) } ?? (nil, position + count)
      return Finding(tokens: position..<end, meaning: .date(year: year, month: month, day: day))
    }
    return nil
  }

  /// "Good Friday", "Easter Sunday 2019": a feast that moves with Easter, of the year nearest to publication.
  private func feast(at position: Int) -> Finding? {
    guard let days = Self.daysFromEaster["\(word(position)) \(word(position + 1))"], isCapitalised(position + 1) else {
      return nil
    }
    let end = position + 2
    let told = year(after: end, isDay: true)
    let years = told.map { [$0.year] } ?? context.article.date.map { [$0.year, $0.year - 1] } ?? []
    let dates = years.compactMap { CalendarDate.easter(of: $0)?.adding(days: days) }
    let latest = dates.first { date in told != nil || context.article.date.map { date.isNear($0) } ?? false }
    guard let date = latest ?? dates.last else { return nil }
    return Finding(
      tokens: position..<(told?.end ?? end),
      meaning: .date(year: date.year, month: date.month, day: date.day)
    )
  }

  private static let daysFromEaster = [
    "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "holy thursday": -3, "good friday": -2,
    "holy saturday": -1, "easter saturday": -1, "easter sunday": 0, "easter monday": 1, "whit monday": 50,
  ]

  /// "on the 13th".
  func dayAlone(at position: Int) -> Finding? {
    guard word(position - 1) == "the", word(position - 2) == "on", let day = dayNumber(position),
      !(word(position).last?.isNumber ?? true), endsDate(position + 1), word(position + 1) != "of"
    else { return nil }
    return Finding(tokens: position..<position + 1, meaning: .date(year: nil, month: nil, day: day))
  }

  /// "the night of 3 May", "the early hours of Monday", "the spring of 1949", "summer 2015", "the week of June 5".
  func part(at position: Int) -> Finding? {
    let isNamed = word(position + 1) == "of"
    var next = isNamed ? position + 2 : position + 1
    if isNamed, word(next) == "the" { next += 1 }
    if meaning(position) == .season, let year = yearNumber(next) {
      return Finding(tokens: position..<next + 1, meaning: .date(year: year, month: nil, day: nil))
    }
    if let found = season(at: position) { return found }
    guard isNamed, let date = dayBeforeMonth(at: next) ?? (next == position + 2 ? edged(at: next) : nil) else {
      return nil
    }
    let isWeek = meaning(position) == .unit(.week) || meaning(position) == .unit(.weekend)
    if isWeek, case .date(let year, let month, _?) = date.meaning {
      return Finding(tokens: position..<date.tokens.upperBound, meaning: .date(year: year, month: month, day: nil))
    }
    return Finding(tokens: position..<date.tokens.upperBound, meaning: date.meaning)
  }

  /// "in the spring": of the year of publication or the one before.
  private func season(at position: Int) -> Finding? {
    guard let month = Self.beginnings[word(position)], word(position - 1) == "the",
      ["in", "during", "over"].contains(word(position - 2)), word(position + 1) != "of",
      word(position) != "fall" || endsClause(position + 1),
      // "called for an election in the autumn": of which year the noun's season is, nobody can tell.
      !(sentence.contains(position - 3) && context.document.partsOfSpeech[position - 3].isNoun)
    else { return nil }
    return Finding(tokens: position..<position + 1, meaning: .season(month))
  }

  private func endsClause(_ position: Int) -> Bool {
    position >= sentence.upperBound || context.document.partsOfSpeech[position] == .punctuation
  }

  /// The months that seasons of one year begin in.
  private static let beginnings = ["spring": 3, "summer": 6, "autumn": 9, "fall": 9]

  /// "at the weekend", "over the weekend".
  func weekend(at position: Int) -> Finding? {
    guard meaning(position) == .unit(.weekend), word(position - 1) == "the",
      ["at", "over", "on", "during"].contains(word(position - 2))
    else { return nil }
    return Finding(tokens: position..<position + 1, meaning: .period(.weekend, shift: 0))
  }

  /// "overnight", "overnight into Tuesday".
  func overnight(at position: Int) -> Finding {
    var next = position + 1
    while ["on", "into", "to"].contains(word(next)) { next += 1 }
    if next > position + 1, case .weekday(let weekday) = meaning(next), let day = afterWeekday(weekday, at: next) {
      return Finding(tokens: position..<day.tokens.upperBound, meaning: day.meaning)
    }
    return Finding(tokens: position..<position + 1, meaning: .overnight)
  }

  /// A year alone, where a preposition or a name shows that it is one: "in 2015", "the 2014 protests".
  func year(at position: Int) -> Finding? {
    guard let year = yearNumber(position), !["people", "percent", "%"].contains(word(position + 1)),
      !isClockTime(position)
    else { return nil }
    let previous = word(position - 1)
    let isPlain: Bool
    if case .preposition = meaning(position - 1) { isPlain = true } else { isPlain = false }
    let isNamed =
      ["of", "by", "before", "after", "year", "the", "late", "early", "mid", "'s", "’s", "summer", "winter"]
      .contains(previous) || Self.seasons.contains(previous) || ["(", "between"].contains(previous)
      || previous == "and" && yearNumber(position - 2) != nil || isNumberOfNoun(position) || word(position + 1) == "saw"
      || isSecondObject(position)
    guard isPlain || isNamed || context.document.partsOfSpeech[position] == .properNoun else { return nil }
    // "around 2000 homes", "in 1500 cases": a count, unless the noun after it is a single thing.
    let isOpening = previous == "in" && position - 1 == sentence.lowerBound && year > 1800
    let counts = ["NNS", "NNPS"].contains(pennTag(position + 1)) && previous != "the" && !isOpening
    guard !counts, !["$", "€", "£"].contains(previous) else { return nil }
    return Finding(tokens: position..<position + 1, meaning: .date(year: year, month: nil, day: nil))
  }

  /// "(2100 UTC)", "at 1830 local time", "at 2000 on Monday".
  private func isClockTime(_ position: Int) -> Bool {
    let hours = number(position).map { $0 / 100 } ?? 24
    let next = (1...3).map { word(position + $0) }
    return hours < 24 && (word(position - 1) == "at" || next[0] == "hours" || next[0] == "local")
      || next.contains { context.knowledge.wordClasses.contains($0, in: .timeZone) }
  }

  /// "a 2017 report", "its 2014 invasion": a year before the one thing that it dates.
  private func isNumberOfNoun(_ position: Int) -> Bool {
    let document = context.document
    return ["NN", "NNP"].contains(pennTag(position + 1)) && document.heads[position] > position
      && [.determiner, .pronoun].contains(document.partsOfSpeech[max(position - 1, sentence.lowerBound)])
  }

  /// "took office 1965": a number after the object of the same verb that counts nothing.
  private func isSecondObject(_ position: Int) -> Bool {
    let document = context.document
    let relations: Set<DependencyRelation> = [.object, .unmarkedOblique]
    guard relations.contains(document.relations[position]), position > sentence.lowerBound,
      document.relations[position - 1] == .object, document.heads[position - 1] == document.heads[position],
      document.partsOfSpeech[position - 1].isNoun, document.heads[position] < position,
      let year = yearNumber(position), let today = context.article.date
    else { return false }
    return year >= 1800 && year <= today.year
  }

  static let seasons: Set = ["spring", "summer", "autumn", "fall", "winter"]
}

extension CalendarDate {
  /// Easter Sunday of a year of the Gregorian calendar (Meeus's algorithm).
  static func easter(of year: Int) -> CalendarDate? {
    let (century, rest) = (year / 100, year % 100)
    let cycle = year % 19
    let moon = (19 * cycle + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
    let week = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7
    let shift = (cycle + 11 * moon + 22 * week) / 451
    let days = moon + week - 7 * shift + 114
    return CalendarDate(year: year, month: days / 31, day: days % 31 + 1)
  }

  /// Whether a day is not far ahead of another, so that it is not rather that of the year before.
  fileprivate func isNear(_ other: CalendarDate) -> Bool { (other.days(since: self) ?? -1) > -60 }
}

extension String {
  /// The same with straight apostrophes.
  fileprivate var replacingCurlyApostrophe: String {
    unicodeScalars.contains("’") ? replacing("’", with: "'") : self
  }
}
