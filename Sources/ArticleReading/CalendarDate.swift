/// A day, month or year of the Gregorian calendar: as much of a date as a text gives, never more.
///
/// Its textual form is ISO 8601, reduced where parts are unknown: `2025-04-13`, `2022-02`, `2025`.
public struct CalendarDate: Sendable, Hashable, Codable {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12, where known.
  public let month: Int?
  /// The day of the month, 1 to 31, where known.
  public let day: Int?

  /// Makes a date of its parts, or nothing where they name no date of the calendar; a day needs a month.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day {
        guard (1...Self.days(inMonth: month, ofYear: year)).contains(day) else { return nil }
      }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads the ISO 8601 form, reduced or whole; a time after the day (`2025-04-13T08:00Z`) is left aside.
  public init?(_ text: some StringProtocol) {
    var numbers = (0, 0, 0)
    var (part, digits) = (0, 0)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        let digit = Int(byte - UInt8(ascii: "0"))
        switch part {
        case 0 where digits <= 4: numbers.0 = numbers.0 * 10 + digit
        case 1 where digits <= 2: numbers.1 = numbers.1 * 10 + digit
        case 2 where digits <= 2: numbers.2 = numbers.2 * 10 + digit
        default: return nil
        }
        continue
      case UInt8(ascii: "-") where digits == (part == 0 ? 4 : 2) && part < 2:
        (part, digits) = (part + 1, 0)
        continue
      case UInt8(ascii: "T"), UInt8(ascii: " "): break
      default: return nil
      }
      break
    }
    guard digits == (part == 0 ? 4 : 2) else { return nil }
    self.init(year: numbers.0, month: part > 0 ? numbers.1 : nil, day: part > 1 ? numbers.2 : nil)
  }

  static func days(inMonth month: Int, ofYear year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Encodes the ISO 8601 form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// Decodes the ISO 8601 form; throws `DecodingError.dataCorrupted` where the text is no date.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = CalendarDate(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is no ISO 8601 date")
    }
    self = date
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The ISO 8601 form, reduced to what is known.
  public var description: String {
    [(year, 4), (month, 2), (day, 2)].compactMap { part, width in
      part.map { String(repeating: "0", count: max(0, width - String($0).count)) + String($0) }
    }.joined(separator: "-")
  }
}

extension CalendarDate: Comparable {
  /// Orders by year, month and day; an unknown part comes before a known one.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
  }
}
