/// Divides English text into sentences and tokens as the Universal Dependencies treebanks EWT and GUM do.
///
/// Works in time linear in the length of the text, and on any text.
package struct Tokenizer: Sendable {
  /// Makes a tokenizer.
  package init() {}

  /// The sentences of a text, in order; none is empty.
  ///
  /// - Parameters:
  ///   - text: The text; spans are Unicode scalar offsets into it.
  ///   - blocks: The stretches to read, as Unicode scalar ranges in rising order, none of which shares a sentence with
  ///     another; nil reads the whole text and takes blank lines as borders.
  package func sentences(of text: SourceText, blocks: [Range<Int>]?) -> [TokenizedSentence] {
    let ranges = blocks ?? TextBlocks.ranges(of: text.scalars)
    var sentences: [TokenizedSentence] = []
    for (block, range) in ranges.enumerated() {
      let spans = WordSplitter(scalars: text.scalars).spans(in: range.clamped(to: 0..<text.count))
      for sentence in SentenceSplitter(scalars: text.scalars).sentences(of: spans) {
        let tokens = spans[sentence].map { TextToken(span: $0, form: text[$0]) }
        sentences.append(TokenizedSentence(block: block, tokens: tokens))
      }
    }
    return sentences
  }
}

/// One sentence as tokens.
package struct TokenizedSentence: Sendable, Hashable {
  /// Index of the block that the sentence stands in.
  package var block: Int
  /// The tokens in the order of the text, at least one.
  package var tokens: [TextToken]

  /// Makes a sentence.
  package init(block: Int, tokens: [TextToken]) {
    self.block = block
    self.tokens = tokens
  }
}

/// One token and where it stands.
package struct TextToken: Sendable, Hashable {
  /// Unicode scalar offsets into the text; the parts of a contraction each have their own.
  package var span: Range<Int>
  /// The text of the span without invisible characters; never empty.
  package var form: String

  /// Makes a token.
  package init(span: Range<Int>, form: String) {
    self.span = span
    self.form = form
  }
}
