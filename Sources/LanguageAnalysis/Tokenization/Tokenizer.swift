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
  ///     another; nil reads the whole text and takes blank lines, and line ends that no wrapping explains, as borders.
  package func sentences(of text: SourceText, blocks: [Range<Int>]?) -> [TokenizedSentence] {
    let visible = VisibleText(text)
    let splitter = WordSplitter(text: visible)
    let ranges = blocks ?? TextBlocks(text.scalars).ranges()
    var sentences: [TokenizedSentence] = []
    for (block, range) in ranges.enumerated() {
      let spans = splitter.spans(in: visible.range(ofSource: range))
      for sentence in SentenceSplitter(text: visible, spans: spans).sentences() {
        sentences.append(TokenizedSentence(block: block, tokens: spans[sentence].map { token($0, of: visible) }))
      }
    }
    return sentences
  }

  /// The lines of a text as they are, each one sentence and a block of its own; blank ones are left out.
  package func sentencesByLine(of text: SourceText) -> [TokenizedSentence] {
    let visible = VisibleText(text)
    let splitter = WordSplitter(text: visible)
    var sentences: [TokenizedSentence] = []
    for line in TextBlocks(text.scalars).lines() where !line.isEmpty {
      let tokens = splitter.spans(in: visible.range(ofSource: line)).map { token($0, of: visible) }
      sentences.append(TokenizedSentence(block: sentences.count, tokens: tokens))
    }
    return sentences
  }

  private func token(_ span: Range<Int>, of text: VisibleText) -> TextToken {
    TextToken(span: text.sourceRange(of: span), form: text.string(span))
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
