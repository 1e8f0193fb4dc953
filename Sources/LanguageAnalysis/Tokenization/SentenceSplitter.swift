/// Groups the tokens of a block into sentences.
struct SentenceSplitter {
  let text: VisibleText
  /// The tokens of the block, as ranges of visible scalars.
  let spans: [Range<Int>]

  /// The sentences of a block as ranges of its tokens, in order, together all of them.
  func sentences() -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    var index = 0
    var isQuoting = false
    while index < spans.count {
      if isStraightQuote(index) { isQuoting.toggle() }
      guard let terminator = terminator(at: index) else {
        index += 1
        continue
      }
      let end = endOfClosers(from: index + 1, isQuoting: &isQuoting)
      if endsSentence(terminator, at: index, before: end) {
        sentences.append(start..<end)
        start = end
      }
      index = end
    }
    if start < spans.count { sentences.append(start..<spans.count) }
    return sentences.flatMap(shortened)
  }

  // MARK: Terminators

  /// What may end a sentence.
  private enum Terminator {
    case period
    case questionOrExclamation
    case ellipsis
    case abbreviation
  }

  private func terminator(at index: Int) -> Terminator? {
    let span = spans[index]
    let last = text.scalars[span.upperBound - 1]
    switch last {
    case "。", "．": return .period
    case "！", "？", "‽", "!", "?": return text.scalars[span.lowerBound].isWordPart ? nil : .questionOrExclamation
    case "…": return .ellipsis
    case "]": return span.count > 2 ? .ellipsis : nil
    case ".":
      if span.count == 1 { return .period }
      if text.scalars[span.lowerBound] == "." { return .ellipsis }
      return text.scalars[span.lowerBound].isLetter ? .abbreviation : nil
    default: return nil
    }
  }

  /// The end of the closing quotation marks and brackets that belong to a sentence's end.
  private func endOfClosers(from index: Int, isQuoting: inout Bool) -> Int {
    var end = index
    while end < spans.count {
      if isFootnote(end) {
        end += 3
        continue
      }
      let scalar = text.scalars[spans[end].lowerBound]
      if let again = terminator(at: end), again != .abbreviation {
        end += 1
        continue
      }
      let isAdjacent = spans[end].lowerBound == spans[end - 1].upperBound
      let closes = scalar.closes || isAdjacent && !touchesNext(end) && (scalar == "“" || scalar == "*")
      guard spans[end].count <= 2, closes else { break }
      if scalar.isStraightQuote {
        guard !touchesNext(end), isAdjacent || isQuoting || end + 1 == spans.count else { break }
        if isStraightQuote(end) { isQuoting = false }
      } else if !isAdjacent && scalar != "”" {
        break
      }
      end += 1
    }
    return end
  }

  /// "[12]" after the end of a sentence.
  private func isFootnote(_ index: Int) -> Bool {
    guard index + 2 < spans.count, index > 0, scalar(index) == "[", scalar(index + 2) == "]" else { return false }
    return scalar(index + 1).isDigit
  }

  private func endsSentence(_ terminator: Terminator, at index: Int, before end: Int) -> Bool {
    guard end < spans.count else { return true }
    let isQuoted = end > index + 1
    guard let next = firstWord(from: end) else {
      return !goesOn(scalar(end)) && terminator != .abbreviation
    }
    if goesOn(scalar(end)) { return false }
    if beginsSmall(next) { return scalar(index) == "?" && !isQuoted }
    switch terminator {
    case .period: return true
    case .ellipsis: return scalar(next).isCapital
    case .questionOrExclamation: return !(isQuoted && reports(from: next))
    case .abbreviation: return endsWithAbbreviation(index, next: next, at: end)
    }
  }

  private func endsWithAbbreviation(_ index: Int, next: Int, at end: Int) -> Bool {
    let span = spans[index]
    let name = text.string(span.lowerBound..<(span.upperBound - 1)).lowercased()
    let word = text.string(spans[next]).lowercased()
    switch TokenizationTables.abbreviations[name] {
    case .title, .numbered, .inner, .weekday, .unit: return false
    case .month: return scalar(next).isCapital && TokenizationTables.sentenceStarters.contains(word)
    default: break
    }
    if span.count == 2 { return false }
    guard scalar(next).isCapital else { return false }
    if TokenizationTables.sentenceStarters.contains(word) { return true }
    if name == "a.m" || name == "p.m" || name == "etc" { return !TokenizationTables.timeWords.contains(word) }
    return next > end && scalar(end).opens && scalar(end) != "("
  }

  // MARK: What follows

  /// Signs that never begin a sentence.
  private func goesOn(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", ";", ":", "%", ")", "]", "}", "/", "&": true
    default: false
    }
  }

  /// The first token from an index that holds letters or digits, past opening marks, dashes and bullets.
  private func firstWord(from index: Int) -> Int? {
    var index = index
    let limit = min(spans.count, index + 6)
    while index < limit {
      if scalar(index).isWordPart { return index }
      if spans[index].count > 1, text.scalars[spans[index].lowerBound + 1].isWordPart { return index }
      index += 1
    }
    return nil
  }

  /// Whether a word begins with a small letter, as no sentence does.
  private func beginsSmall(_ index: Int) -> Bool {
    guard scalar(index).isSmall else { return false }
    let span = spans[index]
    // "iPhone", "al-Shabaab"
    if span.count > 1, text.scalars[span.lowerBound + 1].isCapital { return false }
    return !(span.count == 2 && index + 2 < spans.count && scalar(index + 1).isHyphen && scalar(index + 2).isCapital)
  }

  /// Whether a few words that name a speaker and a verb of speaking follow a quotation.
  private func reports(from index: Int) -> Bool {
    for index in index..<min(index + 6, spans.count) {
      if terminator(at: index) == .period || scalar(index) == "\"" { return false }
      if TokenizationTables.reportingWords.contains(text.string(spans[index])) { return true }
    }
    return false
  }

  private func scalar(_ index: Int) -> Unicode.Scalar { text.scalars[spans[index].lowerBound] }

  private func isStraightQuote(_ index: Int) -> Bool { spans[index].count == 1 && scalar(index) == "\"" }

  /// Whether no white space stands between a token and the next, and the next is a word.
  private func touchesNext(_ index: Int) -> Bool {
    index + 1 < spans.count && spans[index].upperBound == spans[index + 1].lowerBound && scalar(index + 1).isWordPart
  }
}
