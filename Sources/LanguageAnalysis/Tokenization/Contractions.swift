/// Where contractions divide: "do|n't", "Rutte|'s", "they|'ll|'ve".
extension WordSplitter {
  /// The end of the clitic that begins with the apostrophe at a position, or with the n of "n't"; nil where none does.
  func clitic(at position: Int, in chunk: Chunk) -> Int? {
    guard position > chunk.range.lowerBound else { return nil }
    if scalars[position].isApostrophe { return clitic(at: position, limit: chunk.range.upperBound) }
    return isNegation(at: position, limit: chunk.range.upperBound) ? position + 3 : nil
  }

  /// The end of the clitic after a word that begins with the apostrophe at a position.
  func clitic(at position: Int, limit: Int) -> Int? {
    guard position > 0, scalars[position - 1].isWordPart || scalars[position - 1] == "." else { return nil }
    var end = position + 1
    while end < limit, end - position < 4, scalars[end].isLetter { end += 1 }
    guard end == limit || !scalars[end].isWordPart else { return nil }
    switch end - position {
    case 2:
      let letter = lowercased((position + 1)..<end)
      if letter == "s" { return isDecade(before: position) ? nil : end }
      return letter == "m" || letter == "d" ? end : nil
    case 3:
      return TokenizationTables.longClitics.contains(lowercased((position + 1)..<end)) ? end : nil
    default: return nil
    }
  }

  /// Where "n't" begins in the run of letters that reaches a position; nil where the run goes on.
  func negationStart(at position: Int, segment: Int, limit: Int) -> Int? {
    position > segment && isNegation(at: position, limit: limit) ? position : nil
  }

  /// The end of a word that begins with its apostrophe: "'90s", "'em"; of a clitic set off from its word.
  func leadingApostropheEnd(at position: Int, in chunk: Chunk) -> Int? {
    let limit = chunk.range.upperBound
    if position > chunk.range.lowerBound, scalars[position - 1].isWordPart { return nil }
    if scalars[position + 1].isDigit {
      var end = position + 1
      while end < limit, end - position < 4, scalars[end].isDigit || scalars[end] == "s" { end += 1 }
      return (3...4).contains(end - position) && (end == limit || !scalars[end].isWordPart) ? end : nil
    }
    let end = endOfLetters(at: position + 1, limit: limit)
    guard end - position <= 6 else { return nil }
    let word = lowercased((position + 1)..<end)
    if word == "n", end < limit, scalars[end].isApostrophe { return end + 1 }
    return TokenizationTables.clippedWords.contains(word) ? end : nil
  }

  private func isNegation(at position: Int, limit: Int) -> Bool {
    guard position + 2 < limit, scalars[position].value | 0x20 == 0x6E, scalars[position + 1].isApostrophe,
      scalars[position + 2].value | 0x20 == 0x74, position > 0, scalars[position - 1].isLetter
    else { return false }
    return position + 3 == limit || !scalars[position + 3].isWordPart
  }

  /// "1930's" and "50's" name decades; "2003's" belongs to a year.
  func isDecade(before position: Int) -> Bool {
    guard position + 1 < scalars.count, scalars[position + 1] == "s", scalars[position - 1] == "0" else { return false }
    var start = position
    while start > 0, position - start < 5, scalars[start - 1].isDigit { start -= 1 }
    return position - start == 2 || position - start == 4
  }
}
