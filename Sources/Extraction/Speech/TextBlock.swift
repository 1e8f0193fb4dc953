import LanguageAnalysis

/// A title or paragraph of an annotated text.
struct TextBlock {
  /// Index of the block.
  var index: Int
  /// Its tokens.
  var tokens: Range<Int>
  /// Its scalars.
  var span: Range<Int>

  /// The blocks of a document in the order of the text.
  static func blocks(of document: Document) -> [TextBlock] {
    var blocks: [TextBlock] = []
    for sentence in document.sentences {
      guard let first = sentence.tokens.first, let last = sentence.tokens.last else { continue }
      if let block = blocks.last, block.index == sentence.block {
        blocks[blocks.count - 1].tokens = block.tokens.lowerBound..<sentence.tokens.upperBound
        blocks[blocks.count - 1].span = block.span.lowerBound..<document.spans[last].upperBound
      } else {
        let span = document.spans[first].lowerBound..<document.spans[last].upperBound
        blocks.append(TextBlock(index: sentence.block, tokens: sentence.tokens, span: span))
      }
    }
    return blocks
  }
}

extension ArticleContext {
  /// The tokens that lie within a range of scalars.
  func tokens(in span: Range<Int>) -> Range<Int> {
    let first = firstToken { document.spans[$0].lowerBound >= span.lowerBound }
    let end = firstToken { document.spans[$0].upperBound > span.upperBound }
    return first..<max(first, end)
  }

  /// The first token for which a condition holds that holds for all later ones too.
  private func firstToken(where condition: (Int) -> Bool) -> Int {
    var low = 0
    var high = document.tokenCount
    while low < high {
      let middle = (low + high) / 2
      if condition(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
