import ArticleReading
import Foundation
import KnowledgeGraph

/// Words, numbers and days as the picture writes them.
enum PictureText {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// A day as "15 April 2025" or "15 Apr"; the year is left out where it is the given one.
  static func day(_ date: CalendarDate, isShort: Bool = false, impliedYear: Int? = nil) -> String {
    var parts: [String] = []
    if let day = date.day { parts.append(String(day)) }
    if let month = date.month { parts.append(isShort ? String(months[month - 1].prefix(3)) : months[month - 1]) }
    if parts.isEmpty || date.year != impliedYear { parts.append(String(date.year)) }
    return parts.joined(separator: " ")
  }

  /// A count with its noun: "1 event", "1,200 events".
  static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? singular : plural ?? singular + "s")"
  }

  /// A number with commas between thousands.
  static func grouped(_ number: Int) -> String {
    var digits = Substring(String(number.magnitude))
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits = digits.dropLast(3)
    }
    return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
  }

  /// "a, b and c".
  static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The text on one line, with runs of white space made one space.
  static func oneLine(_ text: String) -> String { text.withSingleSpaces }

  /// The text cut to so many characters at the end of a word, with an ellipsis where it was longer.
  static func clipped(_ text: String, to limit: Int) -> String {
    let text = oneLine(text)
    guard text.utf8.count > limit, text.count > limit else { return text }
    let cut = text.prefix(limit - 1)
    let words = cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut
    let kept = words.count * 2 > limit ? words : cut
    return kept.trimmingCharacters(in: .whitespaces.union(.punctuationCharacters)) + "…"
  }

  /// The text in lines of about so many characters, as even as can be; a word that is longer is broken.
  static func wrapped(_ text: String, width: Int) -> [String] {
    let words = oneLine(text).split(separator: " ").flatMap { broken($0, width: width + width / 3) }
    guard !words.isEmpty else { return [] }
    let lengths = words.map(\.count)
    let count = breaks(lengths, width: width).count
    guard count > 0 else { return [words.joined(separator: " ")] }
    // The narrowest width that needs no more lines makes them even.
    let narrowest = (1...width + width / 3).first { breaks(lengths, width: $0).count <= count } ?? width
    let starts = [0] + breaks(lengths, width: narrowest) + [words.count]
    return zip(starts, starts.dropFirst()).map { words[$0..<$1].joined(separator: " ") }
  }

  /// Where lines begin after the first if words of so many characters are put on lines of a width.
  private static func breaks(_ lengths: [Int], width: Int) -> [Int] {
    var breaks: [Int] = []
    var used = -1
    for (number, length) in lengths.enumerated() {
      if used >= 0, used + 1 + length > width {
        breaks.append(number)
        used = length
      } else {
        used += 1 + length
      }
    }
    return breaks
  }

  /// Pieces of text in as few lines of at most so many characters as their order allows; a longer piece has its own.
  static func filled(_ pieces: [String], separator: String = " ", width: Int) -> [String] {
    var lines: [String] = []
    for word in pieces {
      if let last = lines.last, last.count + separator.count + word.count <= width {
        lines[lines.count - 1] = last + separator + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  private static func broken(_ word: Substring, width: Int) -> [String] {
    var parts: [String] = []
    var rest = word
    while rest.count > width {
      parts.append(String(rest.prefix(width - 1)) + "-")
      rest = rest.dropFirst(width - 1)
    }
    return parts + [String(rest)]
  }
}
