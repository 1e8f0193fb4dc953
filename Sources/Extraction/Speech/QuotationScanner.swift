import LanguageAnalysis

/// Finds quotations by their marks: straight, curly, low and angled, single and double, told from apostrophes.
///
/// A quotation that is not closed runs on where the next paragraph opens with a mark again, and else ends with its
/// sentence. Quotations within quotations are not found of their own.
struct QuotationScanner {
  private let context: ArticleContext
  private let scalars: ContiguousArray<Unicode.Scalar>
  private var quotations: [Quotation] = []

  init(context: ArticleContext) {
    self.context = context
    scalars = context.document.text.scalars
  }

  /// The quotations in the order of the text.
  static func quotations(in context: ArticleContext) -> [Quotation] {
    var scanner = QuotationScanner(context: context)
    var open: Found?
    for block in TextBlock.blocks(of: context.document) { open = scanner.scan(block, continuing: open) }
    return scanner.quotations
  }

  /// A quotation whose end is not yet known.
  private struct Found {
    var family: QuotationMark.Family
    var pieces: [Range<Int>]
    var start: Int
    var block: TextBlock
  }

  /// Reads one block; gives the quotation that is still open at its end.
  private mutating func scan(_ block: TextBlock, continuing previous: Found?) -> Found? {
    var open: Found?
    var innerStart = 0
    var depth = 0
    var position = block.span.lowerBound
    if let previous {
      if let mark = mark(at: position), mark.canOpen, mark.family == previous.family {
        open = previous
        innerStart = position + mark.length
        position = innerStart
      } else {
        closeAtSentenceEnd(previous)
      }
    }
    while position < block.span.upperBound {
      guard let mark = mark(at: position) else {
        position += 1
        continue
      }
      if var found = open {
        if mark.family == found.family {
          if mark.isOpening, !mark.isClosing {
            depth += 1
          } else if depth > 0, mark.isClosing {
            depth -= 1
          } else {
            found.pieces.append(innerStart..<position)
            add(found, end: position + mark.length)
            open = nil
          }
        }
      } else if mark.family == .single {
        if let end = closingSingle(after: position, in: block) {
          add(Found(family: .single, pieces: [position + 1..<end], start: position, block: block), end: end + 1)
          position = end
        }
      } else if mark.canOpen, mark.isOpening || isClosedLater(mark, after: position, in: block) {
        open = Found(family: mark.family, pieces: [], start: position, block: block)
        innerStart = position + mark.length
        depth = 0
      }
      position += mark.length
    }
    open?.pieces.append(innerStart..<block.span.upperBound)
    open?.block = block
    return open
  }

  private func mark(at position: Int) -> QuotationMark? { QuotationMark(at: position, in: scalars) }

  /// Whether a mark that looks like a closing one, though nothing is open, has a partner in its block.
  private func isClosedLater(_ opening: QuotationMark, after position: Int, in block: TextBlock) -> Bool {
    var next = position + opening.length
    while next < block.span.upperBound {
      if let mark = mark(at: next), mark.family == opening.family { return !mark.isOpening }
      next += 1
    }
    return false
  }

  /// Where a quotation in single marks ends that would open here; nil where the mark is an apostrophe.
  private func closingSingle(after position: Int, in block: TextBlock) -> Int? {
    guard let mark = mark(at: position), mark.isOpening, position + 1 < block.span.upperBound else { return nil }
    guard scalars[position] == "\u{2018}" || !scalars[position + 1].properties.isDecimal else { return nil }
    var afterPossessive: Int?
    var next = position + 2
    while next < min(block.span.upperBound, position + 1_500) {
      defer { next += 1 }
      guard let mark = self.mark(at: next) else { continue }
      guard mark.family == .single else {
        if mark.isOpening { return afterPossessive }
        continue
      }
      guard mark.isClosing else { continue }
      let before = scalars[next - 1]
      if before != "s" || next + 1 >= block.span.upperBound || scalars[next + 1] != " " { return next }
      afterPossessive = afterPossessive ?? next
    }
    return afterPossessive
  }

  private mutating func add(_ found: Found, end: Int) {
    let pieces = found.pieces.map { context.tokens(in: $0) }.filter { !$0.isEmpty }
    guard !pieces.isEmpty else { return }
    let outer = context.tokens(in: found.start..<end)
    let block = context.document.sentences[context.tree.sentenceOfToken[outer.lowerBound]].block
    quotations.append(Quotation(pieces: pieces, outer: outer, block: block))
  }

  /// Ends a quotation whose closing mark is missing with the sentence that it opens in.
  private mutating func closeAtSentenceEnd(_ found: Found) {
    var found = found
    guard let last = found.pieces.popLast() else { return }
    let tokens = context.tokens(in: last)
    guard let first = tokens.first else { return }
    let sentence = context.document.sentences[context.tree.sentenceOfToken[first]].tokens
    let end = context.scalarSpan(of: first..<min(sentence.upperBound, tokens.upperBound)).upperBound
    found.pieces.append(last.lowerBound..<end)
    add(found, end: end)
  }
}

extension Unicode.Scalar.Properties {
  var isDecimal: Bool { numericType == .decimal }
}
