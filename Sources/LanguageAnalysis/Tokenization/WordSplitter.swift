/// Divides a stretch of text into tokens: words, numbers, punctuation, addresses.
///
/// Ranges are positions in the visible text. The parts of a chunk, a run without white space, are found from left to
/// right, and every look ahead is bounded, so that the time is linear.
struct WordSplitter {
  let text: VisibleText
  var scalars: ContiguousArray<Unicode.Scalar> { text.scalars }

  /// The spans of the tokens of a range, in order and none empty.
  func spans(in range: Range<Int>) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    spans.reserveCapacity(range.count / 5)
    var position = range.lowerBound
    var startsLine = true
    while position < range.upperBound {
      if scalars[position].separatesWords {
        startsLine = startsLine || scalars[position].isLineTerminator
        position += 1
        continue
      }
      var end = position + 1
      while end < range.upperBound, !scalars[end].separatesWords { end += 1 }
      appendTokens(of: Chunk(range: position..<end, block: range, startsLine: startsLine), to: &spans)
      startsLine = false
      position = end
    }
    return spans
  }

  /// A run without white space, and where it stands.
  struct Chunk {
    let range: Range<Int>
    /// The block of text around it.
    let block: Range<Int>
    /// Whether nothing stands before it in its line.
    let startsLine: Bool
  }

  private func appendTokens(of chunk: Chunk, to spans: inout [Range<Int>]) {
    if TokenizationTables.emoticons.contains(where: { matches($0, at: chunk.range) }) {
      spans.append(chunk.range)
      return
    }
    if let end = endOfListMarker(chunk) {
      spans.append(chunk.range.lowerBound..<end)
      return
    }
    var position = chunk.range.lowerBound
    while position < chunk.range.upperBound {
      let word = wordEnd(at: position, in: chunk)
      let end = max(word ?? endOfSymbol(at: position, in: chunk), position + 1)
      if word != nil {
        appendWord(position..<end, in: chunk, to: &spans)
      } else {
        spans.append(position..<end)
      }
      position = end
    }
  }

  /// "1." or "2.1." at the beginning of a line that goes on.
  private func endOfListMarker(_ chunk: Chunk) -> Int? {
    guard chunk.startsLine, chunk.range.upperBound < chunk.block.upperBound, (2...6).contains(chunk.range.count),
      scalars[chunk.range.upperBound - 1] == ".", scalars[chunk.range.lowerBound].isDigit,
      chunk.range.allSatisfy({ scalars[$0].isDigit || scalars[$0] == "." })
    else { return nil }
    return chunk.range.upperBound
  }

  /// The end of the word, number or address that begins at a position; nil where none does.
  private func wordEnd(at position: Int, in chunk: Chunk) -> Int? {
    let scalar = scalars[position]
    let limit = chunk.range.upperBound
    if let end = clitic(at: position, in: chunk) { return end }
    if scalar.isWordPart {
      let isFree = position == chunk.range.lowerBound || !scalars[position - 1].isWordPart
      if isFree, let end = webAddressEnd(at: position, limit: limit) { return end }
      return runEnd(at: position, in: chunk)
    }
    guard position + 1 < limit else { return nil }
    let next = scalars[position + 1]
    if scalar == "#" || scalar == "@", next.isLetter { return runEnd(at: position + 1, in: chunk) }
    if scalar == ".", next.isDigit, position == 0 || !scalars[position - 1].isWordPart {
      return runEnd(at: position + 1, in: chunk)
    }
    if scalar == "+", next.isDigit { return telephoneEnd(at: position, limit: limit) }
    if scalar.isApostrophe { return leadingApostropheEnd(at: position, in: chunk) }
    return nil
  }

  /// The end of the punctuation or symbol at a position: runs of the same sign and pictures stay together.
  private func endOfSymbol(at position: Int, in chunk: Chunk) -> Int {
    let scalar = scalars[position]
    let limit = chunk.range.upperBound
    var end = position + 1
    switch scalar {
    case ".", "…":
      while end < limit, scalars[end] == "." || scalars[end] == "…" { end += 1 }
    case "!", "?":
      while end < limit, scalars[end] == "!" || scalars[end] == "?" { end += 1 }
    case "-", "*", "=", "_", "~", "+", "|", "—", "–", "•", "<", ">", "#":
      while end < limit, scalars[end] == scalar { end += 1 }
    case "[":
      if limit - position > 2, scalars[position + 1] == "." || scalars[position + 1] == "…" {
        return bracketedEllipsisEnd(at: position, limit: limit) ?? end
      }
    case "'", "`", "’", "‘":
      if end < limit, scalars[end] == scalar || scalar == "‘" && scalars[end] == "’" { end += 1 }
    default:
      if scalar.isPicture { end = pictureEnd(at: position, limit: limit) }
    }
    return end
  }

  /// The end of "[...]" or "[…]".
  private func bracketedEllipsisEnd(at position: Int, limit: Int) -> Int? {
    var end = position + 1
    while end < limit, end - position < 6, scalars[end] == "." || scalars[end] == "…" { end += 1 }
    return end < limit && scalars[end] == "]" ? end + 1 : nil
  }

  private func pictureEnd(at position: Int, limit: Int) -> Int {
    var end = position + 1
    if isRegionalIndicator(position), end < limit, isRegionalIndicator(end) { return end + 1 }
    while end < limit {
      if scalars[end].continuesPicture {
        end += 1
      } else if scalars[end - 1].value == 0x200D, scalars[end].isPicture {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  private func isRegionalIndicator(_ position: Int) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalars[position].value)
  }

  /// Whether the characters of a range are those of a string of ASCII characters.
  func matches(_ string: String, at range: Range<Int>) -> Bool {
    string.unicodeScalars.count == range.count && scalars[range].elementsEqual(string.unicodeScalars)
  }

  /// The text of a range in small letters.
  func lowercased(_ range: Range<Int>) -> String { text.string(range).lowercased() }
}
