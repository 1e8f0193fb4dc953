/// Divides a stretch of text into tokens.
struct WordSplitter {
  let scalars: ContiguousArray<Unicode.Scalar>

  /// The spans of the tokens of a range, in order and none empty.
  func spans(in range: Range<Int>) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var start: Int?
    for offset in range {
      let scalar = scalars[offset]
      let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isWord {
        start = start ?? offset
        continue
      }
      if let first = start { spans.append(first..<offset) }
      start = nil
      if !scalar.separatesWords { spans.append(offset..<(offset + 1)) }
    }
    if let first = start { spans.append(first..<range.upperBound) }
    return spans
  }
}
