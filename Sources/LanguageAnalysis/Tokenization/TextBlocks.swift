/// Finds the paragraphs of a text.
///
/// Blank lines are borders, and so is the end of a line unless the paragraph is wrapped there: its lines are of one
/// width, and the next word would have gone beyond it.
struct TextBlocks {
  /// Lines longer than this are whole paragraphs, and shorter ones than the least width are verses or lists.
  private static let widths = 40...132

  private let scalars: ContiguousArray<Unicode.Scalar>

  /// Looks at the scalars of a text.
  init(_ scalars: ContiguousArray<Unicode.Scalar>) {
    self.scalars = scalars
  }

  /// The stretches between borders, without white space around them, in order.
  func ranges() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var paragraph: [Range<Int>] = []
    for line in lines() {
      if line.isEmpty {
        ranges.append(contentsOf: joined(paragraph))
        paragraph = []
      } else {
        paragraph.append(line)
      }
    }
    return ranges + joined(paragraph)
  }

  /// The lines of the text without white space around them; an empty range stands for a blank one.
  func lines() -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var first: Int?
    var end = 0
    for (offset, scalar) in scalars.enumerated() {
      if scalar.isLineTerminator {
        if scalar == "\n", offset > 0, scalars[offset - 1] == "\r" { continue }
        lines.append(first.map { $0..<end } ?? offset..<offset)
        if scalar.isParagraphSeparator { lines.append(offset..<offset) }
        first = nil
      } else if !scalar.separatesWords, !scalar.isInvisible {
        first = first ?? offset
        end = offset + 1
      }
    }
    if let first { lines.append(first..<end) }
    return lines
  }

  /// The lines of a paragraph, joined where it is wrapped.
  private func joined(_ lines: [Range<Int>]) -> [Range<Int>] {
    let width = lines.map(\.count).max() ?? 0
    var ranges: [Range<Int>] = []
    for (index, line) in lines.enumerated() {
      if index > 0, isWrapped(lines[index - 1], before: line, width: width) {
        ranges[ranges.count - 1] = ranges[ranges.count - 1].lowerBound..<line.upperBound
      } else {
        ranges.append(line)
      }
    }
    return ranges
  }

  /// Whether the first word of a line would have had no room at the end of the line before.
  private func isWrapped(_ line: Range<Int>, before next: Range<Int>, width: Int) -> Bool {
    guard Self.widths.contains(width) else { return false }
    let word = scalars[next].prefix(width).prefix { !$0.separatesWords }.count
    return line.count + 1 + word >= width - 1
  }
}
