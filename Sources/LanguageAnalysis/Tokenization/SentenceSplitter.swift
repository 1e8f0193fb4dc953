/// Groups the tokens of a block into sentences.
struct SentenceSplitter {
  let scalars: ContiguousArray<Unicode.Scalar>

  /// The sentences of a block as ranges of its tokens, in order, together all of them.
  func sentences(of spans: [Range<Int>]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    for (index, span) in spans.enumerated() {
      let scalar = scalars[span.lowerBound]
      guard scalar == "." || scalar == "!" || scalar == "?" else { continue }
      sentences.append(start..<(index + 1))
      start = index + 1
    }
    if start < spans.count { sentences.append(start..<spans.count) }
    return sentences
  }
}
