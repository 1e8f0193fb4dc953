/// What an abbreviation's company tells about the period after it.
enum AbbreviationKind: Sendable {
  /// Stands before a name: "Gen.", "St.".
  case title
  /// Stands before a number: "No.", "pp.".
  case numbered
  /// A month, and a period only before a day or year where it is a word too.
  case month
  /// A day of the week.
  case weekday
  /// A unit after a number: "ft.", "lbs.".
  case unit
  /// Stands within a sentence: "e.g.", "vs.".
  case inner
  /// May end a sentence: "Inc.", "Jr.", "etc.".
  case last
  /// A state after a comma: "Calif.".
  case state
}

extension WordSplitter {
  /// Whether the period after a word belongs to it: "Gen.", "U.S.", the initial "K.".
  func keepsPeriod(_ word: Range<Int>, in chunk: Chunk) -> Bool {
    let after = word.upperBound + 1
    guard word.count <= 12, scalars[word.lowerBound].isLetter,
      after == chunk.range.upperBound || scalars[after] != "…", !beginsEllipsis(at: word.upperBound, in: chunk)
    else { return false }
    if isAcronym(afterHyphen(in: word)) { return true }
    if word.count == 1, scalars[word.lowerBound].isSmall, scalars[word.lowerBound] != "v" {
      return "cbdmp".unicodeScalars.contains(scalars[word.lowerBound]) && followsMark(word, in: chunk)
    }
    if word.count == 1, scalars[word.lowerBound].isCapital { return isInitial(word, in: chunk) }
    let name = lowercased(word)
    guard let kind = TokenizationTables.abbreviations[name] else { return false }
    let isCapital = scalars[word.lowerBound].isCapital
    let next = firstVisible(after: after, in: chunk.block)
    switch kind {
    case .title: return isCapital && next != nil
    case .numbered: return next.map { $0.isDigit || $0 == "#" || $0 == "+" } ?? false
    case .month:
      return isCapital && (!TokenizationTables.ambiguousMonths.contains(name) || next?.isDigit == true)
    case .weekday:
      return isCapital && next != nil
        && (next?.isCapital == false || !TokenizationTables.ambiguousWeekdays.contains(name))
    case .unit: return next != nil && next?.isCapital != true && followsNumber(word, in: chunk)
    case .inner: return next != nil
    case .last: return name == "etc" || name == "al" || isCapital
    case .state: return isCapital && (followsComma(word, in: chunk) || followsParty(word, in: chunk))
    }
  }

  /// Whether three or more periods begin at a position; of two, the first may belong to an abbreviation.
  private func beginsEllipsis(at position: Int, in chunk: Chunk) -> Bool {
    let rest = scalars[position..<min(position + 3, chunk.range.upperBound)]
    return rest.count == 3 && rest.allSatisfy { $0 == "." }
  }

  /// One to three letters between periods, as in "U.S", "a.m" and "Ph.D".
  private func isAcronym(_ word: Range<Int>) -> Bool {
    var length = 0
    var parts = 1
    for position in word {
      if scalars[position] == "." {
        parts += 1
        length = 0
      } else if scalars[position].isLetter, length < 3 {
        length += 1
      } else {
        return false
      }
    }
    return parts > 1
  }

  /// A single capital before a name, and not the last letter of a sentence: "J. K. Rowling", but not "Plan B. The".
  private func isInitial(_ word: Range<Int>, in chunk: Chunk) -> Bool {
    let after = word.upperBound + 1
    if after < chunk.range.upperBound, scalars[after].isLetter { return scalars[after].isCapital }
    guard let start = (after..<min(after + 4, chunk.block.upperBound)).first(where: { !scalars[$0].separatesWords })
    else {
      return false
    }
    if scalars[start] == "," { return !chunk.startsLine }
    guard scalars[start].isCapital else { return false }
    let next = text.string(start..<endOfLetters(at: start, limit: chunk.block.upperBound))
    let isPronoun = scalars[word.lowerBound] == "I"
    return !TokenizationTables.sentenceStarters.contains(next.lowercased())
      && !(isPronoun && next.count > 1 && !followsCapital(word, in: chunk))
  }

  private func firstVisible(after position: Int, in block: Range<Int>) -> Unicode.Scalar? {
    (position..<min(position + 4, max(position, block.upperBound))).first { !scalars[$0].separatesWords }.map {
      scalars[$0]
    }
  }

  private func lastVisible(before position: Int, in block: Range<Int>) -> Unicode.Scalar? {
    (max(block.lowerBound, position - 3)..<position).last { !scalars[$0].separatesWords }.map { scalars[$0] }
  }

  private func followsNumber(_ word: Range<Int>, in chunk: Chunk) -> Bool {
    lastVisible(before: word.lowerBound, in: chunk.block)?.isDigit ?? false
  }

  /// Whether a letter opens a bracket, or a number follows: "(b. March 2009", "c. 1640".
  private func followsMark(_ word: Range<Int>, in chunk: Chunk) -> Bool {
    if word.lowerBound > chunk.range.lowerBound, scalars[word.lowerBound - 1] == "(" { return true }
    let stands = word.lowerBound == chunk.range.lowerBound
    return stands && firstVisible(after: word.upperBound + 1, in: chunk.block)?.isDigit ?? false
  }

  private func followsComma(_ word: Range<Int>, in chunk: Chunk) -> Bool {
    lastVisible(before: word.lowerBound, in: chunk.block) == ","
  }

  /// Whether a letter and a hyphen stand before: "R-Ky."
  private func followsParty(_ word: Range<Int>, in chunk: Chunk) -> Bool {
    let letter = word.lowerBound - 2
    guard letter >= chunk.range.lowerBound, scalars[letter].isCapital, !scalars[letter + 1].isWordPart else {
      return false
    }
    return letter == chunk.range.lowerBound || !scalars[letter - 1].isWordPart
  }

  /// The part of a word after its last hyphen: "C.E.O" of "ex-C.E.O".
  private func afterHyphen(in word: Range<Int>) -> Range<Int> {
    guard let hyphen = word.lastIndex(where: { scalars[$0] == "-" }), hyphen + 1 < word.upperBound else { return word }
    return hyphen + 1..<word.upperBound
  }

  private func followsCapital(_ word: Range<Int>, in chunk: Chunk) -> Bool {
    var start = word.lowerBound - 1
    guard start > chunk.block.lowerBound, scalars[start].separatesWords else { return false }
    while start > chunk.block.lowerBound, word.lowerBound - start < 24, scalars[start - 1].isLetter { start -= 1 }
    return scalars[start].isCapital
  }
}
