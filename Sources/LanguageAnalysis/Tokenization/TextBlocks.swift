/// Finds the paragraphs of a text by its blank lines.
enum TextBlocks {
  /// The stretches between blank lines, without white space around them, in order.
  static func ranges(of scalars: ContiguousArray<Unicode.Scalar>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start: Int?
    var end = 0
    var lineBreaks = 0
    for (offset, scalar) in scalars.enumerated() {
      if scalar.isParagraphSeparator {
        lineBreaks = 2
      } else if scalar.isLineTerminator {
        let isSecondOfPair = scalar == "\n" && offset > 0 && scalars[offset - 1] == "\r"
        lineBreaks += isSecondOfPair ? 0 : 1
      } else if !scalar.separatesWords {
        if lineBreaks > 1, let first = start {
          ranges.append(first..<end)
          start = nil
        }
        start = start ?? offset
        end = offset + 1
        lineBreaks = 0
      }
    }
    if let first = start { ranges.append(first..<end) }
    return ranges
  }
}
