import Foundation

/// A pattern by which a line of an article is known to be no part of the story.
///
/// A pattern of kind `date` has groups named `year`, `month` and `day` (or `dayBefore`, where it stands before the
/// month) that give the day of publication; one of kind `dateline` may have them.
public struct LinePattern: Sendable {
  /// What a line that matches is.
  public let kind: ArticleRegion.Kind
  private let expression: NSRegularExpression

  /// Compiles a regular expression (ICU syntax); throws where it is malformed.
  ///
  /// It must match from the beginning of a line. A pattern of kind `date` or `dateline` may end before the line
  /// does: the rest is then read on its own.
  public init(kind: ArticleRegion.Kind, pattern: String) throws {
    self.kind = kind
    expression = try NSRegularExpression(pattern: pattern)
  }

  /// What a pattern found at the beginning of a line.
  public struct Match: Sendable, Hashable {
    /// Number of Unicode scalars that it covers.
    public let length: Int
    /// The day that it names.
    public let date: CalendarDate?
  }

  /// The match at the beginning of a line, or nil.
  public func match(_ line: String) -> Match? {
    let whole = NSRange(line.startIndex..., in: line)
    guard let found = expression.firstMatch(in: line, options: .anchored, range: whole),
      let range = Range(found.range, in: line), !range.isEmpty
    else { return nil }
    return Match(
      length: line.unicodeScalars.distance(from: range.lowerBound, to: range.upperBound),
      date: date(in: found, of: line)
    )
  }

  private func date(in found: NSTextCheckingResult, of line: String) -> CalendarDate? {
    guard kind == .date || kind == .dateline else { return nil }
    func group(_ name: String) -> Substring? {
      Range(found.range(withName: name), in: line).map { line[$0] }
    }
    guard let year = group("year").flatMap({ Int($0) }) else { return nil }
    let month = group("month").flatMap { Self.month(named: $0) }
    let day = (group("day") ?? group("dayBefore")).flatMap { Int($0) }
    return CalendarDate(year: year, month: month, day: month == nil ? nil : day)
  }

  private static let monthNames = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  static func month(named name: Substring) -> Int? {
    Int(name) ?? monthNames.firstIndex(of: name.prefix(3).lowercased()).map { $0 + 1 }
  }
}
