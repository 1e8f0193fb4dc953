/// Words between quotation marks, over one or several paragraphs.
struct Quotation: Sendable, Hashable {
  /// Token ranges of the words without the marks, one a paragraph.
  var pieces: [Range<Int>]
  /// The first token of the opening mark to behind the closing mark.
  var outer: Range<Int>
  /// The block of text where it opens.
  var block: Int
  /// The first and the last token of its words.
  var inner: Range<Int> {
    (pieces.first?.lowerBound ?? outer.lowerBound)..<(pieces.last?.upperBound ?? outer.lowerBound)
  }
}
