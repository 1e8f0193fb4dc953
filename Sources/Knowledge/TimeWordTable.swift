/// What single words contribute to a time expression (table `time-words`).
public struct TimeWordTable: Sendable {
  /// What one word contributes.
  public enum Meaning: Sendable, Hashable {
    /// A day of the week, 1 for Monday to 7 for Sunday.
    case weekday(Int)
    /// A month, 1 to 12.
    case month(Int)
    /// A day counted from the day of publication: −1 for "yesterday".
    case day(Int)
    /// A length of time.
    case unit(Unit)
    /// A part of a day: "morning".
    case part
    /// A season of the year.
    case season
    /// The beginning, middle or end of a month or year: "early".
    case edge
    /// So many units from now: −1 for "last".
    case shift(Int)
    /// An amount counted back from now ("ago") or from another time ("before").
    case back(fromNow: Bool)
    /// An amount counted forward from another time: "after".
    case forward
    /// The night before or after the day of publication.
    case overnight
    /// The number of a day of the month in words: "third".
    case ordinal(Int)
    /// A day of every year: "Christmas Day".
    case holiday(month: Int, day: Int)
    /// A day of one year, known by a name: "9/11".
    case date(year: Int, month: Int, day: Int)
    /// A preposition and what it makes of the time that follows.
    case preposition(Preposition)
  }

  /// The lengths of time that expressions count.
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    /// Shorter than a day.
    case instant
    case day
    case week
    case weekend
    case fortnight
    case month
    case quarter
    case year
    case decade
    case century
  }

  /// What a preposition makes of a time.
  public enum Preposition: String, Sendable, Hashable, CaseIterable {
    /// Something happens then: "on", "in".
    case at
    /// Something begins then: "since".
    case since
    /// Something ends then: "until".
    case until
  }

  private let meanings: [String: Meaning]
  /// The most words of the holidays that begin with a word.
  private let longestHolidays: [String: Int]

  init(source: TableSource) throws(KnowledgeError) {
    let table = try source.table("time-words")
    var meanings: [String: Meaning] = [:]
    for row in table.rows {
      guard let meaning = Self.meaning(kind: row["kind"], value: row["value"]) else {
        throw KnowledgeError(
          table: table.name,
          line: row.line,
          problem: "has no meaning for '\(row["kind"])' with '\(row["value"])'"
        )
      }
      meanings[row["word"]] = meaning
    }
    self.meanings = meanings
    var longestHolidays: [String: Int] = [:]
    for case (let name, .holiday) in meanings {
      let words = name.split(separator: " ")
      guard let first = words.first else { continue }
      longestHolidays[String(first)] = max(longestHolidays[String(first)] ?? 0, words.count)
    }
    self.longestHolidays = longestHolidays
  }

  /// The meaning of a word in lower case, where the table has it.
  public subscript(word: String) -> Meaning? { meanings[word] }

  /// The number of words of the longest holiday that begins with a word in lower case; 0 where none does.
  public func longestHoliday(beginningWith word: String) -> Int { longestHolidays[word] ?? 0 }

  private static func meaning(kind: String, value: String) -> Meaning? {
    let number = Int(value)
    switch kind {
    case "weekday": return number.flatMap { (1...7).contains($0) ? .weekday($0) : nil }
    case "month": return number.flatMap { (1...12).contains($0) ? .month($0) : nil }
    case "day": return number.map { .day($0) }
    case "unit": return Unit(rawValue: value).map { .unit($0) }
    case "part": return .part
    case "season": return .season
    case "edge": return .edge
    case "shift": return number.map { .shift($0) }
    case "back": return .back(fromNow: value == "now")
    case "forward": return .forward
    case "overnight": return .overnight
    case "ordinal": return number.flatMap { (1...31).contains($0) ? .ordinal($0) : nil }
    case "holiday":
      let parts = value.split(separator: "-").compactMap { Int($0) }
      return parts.count == 2 ? .holiday(month: parts[0], day: parts[1]) : nil
    case "date":
      let parts = value.split(separator: "-").compactMap { Int($0) }
      return parts.count == 3 ? .date(year: parts[0], month: parts[1], day: parts[2]) : nil
    case "preposition": return Preposition(rawValue: value).map { .preposition($0) }
    default: return nil
    }
  }
}
