/// Tells the parts of an article's text apart: headline, dateline, byline, day of publication, paragraphs, boilerplate.
struct ArticleStructure {
  private let patterns: [LinePattern]
  /// Only so many lines from the beginning may hold the headline, the byline and the day of publication.
  private static let openingLines = 8
  private static let longestHeadline = 30

  init(patterns: [LinePattern]) {
    self.patterns = patterns
  }

  /// The regions of a text, in order, and the day of publication where a line names it.
  func regions(of text: String) -> (regions: [ArticleRegion], date: CalendarDate?) {
    let lines = TextLine.lines(of: text)
    let isWrapped = Self.isHardWrapped(lines)
    var regions: [ArticleRegion] = []
    var date: CalendarDate?
    for (index, line) in lines.enumerated() {
      let isOpening = index < Self.openingLines
      var rest = line.range
      var remaining = line.text
      while let (kind, match) = firstMatch(of: remaining, isOpening: isOpening) {
        let found = rest.lowerBound..<(rest.lowerBound + match.length)
        date = date ?? match.date
        regions.append(ArticleRegion(kind: kind, range: found))
        (rest, remaining) = Self.remainder(of: remaining, in: rest, after: match.length)
      }
      guard !rest.isEmpty else { continue }
      let continues = isWrapped && !line.followsBlank && regions.last?.kind == .paragraph && rest == line.range
      if continues, let last = regions.indices.last {
        regions[last].range = regions[last].range.lowerBound..<rest.upperBound
      } else {
        let hasNext = index + 1 < lines.count
        let kind = Self.kind(of: remaining, isFirst: index == 0, hasNext: hasNext, isWrapped: isWrapped)
        regions.append(ArticleRegion(kind: rest == line.range ? kind : .paragraph, range: rest))
      }
    }
    return (regions, date)
  }

  private func firstMatch(of line: String, isOpening: Bool) -> (ArticleRegion.Kind, LinePattern.Match)? {
    guard !line.isEmpty else { return nil }
    for pattern in patterns where isOpening || pattern.kind == .boilerplate {
      if let match = pattern.match(line) { return (pattern.kind, match) }
    }
    return nil
  }

  private static func remainder(of line: String, in range: Range<Int>, after length: Int) -> (Range<Int>, String) {
    let rest = line.unicodeScalars.dropFirst(length)
    let kept = rest.drop { $0.properties.isWhitespace }
    let begin = range.lowerBound + length + (rest.count - kept.count)
    return (begin..<range.upperBound, String(String.UnicodeScalarView(kept)))
  }

  /// Whether paragraphs are broken into lines of much the same length, as in plain-text mail.
  private static func isHardWrapped(_ lines: [TextLine]) -> Bool {
    let followed = lines.indices.dropLast().filter { !lines[$0 + 1].followsBlank }
    guard followed.count > 2 else { return false }
    let wrapped = followed.filter { (45...110).contains(lines[$0].range.count) && !endsSentence(lines[$0].text) }
    return wrapped.count * 2 > followed.count
  }

  private static func kind(of line: String, isFirst: Bool, hasNext: Bool, isWrapped: Bool) -> ArticleRegion.Kind {
    let words = line.split(whereSeparator: \.isWhitespace)
    let isHeading = hasNext && words.count <= longestHeadline && !endsSentence(line)
    if isFirst { return isHeading ? .title : .paragraph }
    let startsUpper = line.unicodeScalars.first.map { !$0.properties.isLowercase } ?? false
    return isHeading && !isWrapped && startsUpper && words.count <= 9 ? .title : .paragraph
  }

  private static func endsSentence(_ line: String) -> Bool {
    let closing: Set<Character> = ["\"", "”", "’", "'", ")", "]", "»"]
    guard let last = line.last(where: { !closing.contains($0) }) else { return false }
    return ".!?…:;,—–".contains(last) && !(line.hasSuffix("?") && line.count < 120)
  }
}
