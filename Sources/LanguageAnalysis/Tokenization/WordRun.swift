/// How far words and numbers reach, and where they divide.
extension WordSplitter {
  /// A longer part of a chunk is not looked up in a table.
  private static let longestLookup = 24

  /// The end of a run of letters and digits with the signs that hold them together.
  func runEnd(at start: Int, in chunk: Chunk) -> Int {
    let limit = chunk.range.upperBound
    var end = start
    var segment = start
    while end < limit {
      if scalars[end].isWordPart || scalars[end] == "_" {
        if let negation = negationStart(at: end, segment: segment, limit: limit) { return negation }
        end += 1
      } else if joins(at: end, segment: segment, start: start, limit: limit) {
        end += 1
        segment = end
      } else {
        break
      }
    }
    if end + 3 <= limit, isSyllableInBrackets(at: end, limit: limit) { return end + 3 }
    if end < limit, scalars[end] == ".", keepsPeriod(start..<end, in: chunk) { return end + 1 }
    if end < limit, scalars[end] == "$", isCurrencyPrefix(start..<end), end + 1 == limit || scalars[end + 1].isDigit {
      return end + 1
    }
    return max(end, start + 1)
  }

  /// Appends a word, in parts where it is a number with its unit or a contraction without an apostrophe.
  func appendWord(_ word: Range<Int>, in chunk: Chunk, to spans: inout [Range<Int>]) {
    var start = word.lowerBound
    for length in partLengths(of: word, in: chunk) {
      spans.append(start..<(start + length))
      start += length
    }
    if start < word.upperBound { spans.append(start..<word.upperBound) }
  }

  /// The lengths of all parts of a word but the last.
  private func partLengths(of word: Range<Int>, in chunk: Chunk) -> [Int] {
    guard word.count <= Self.longestLookup else { return [] }
    if scalars[word.lowerBound].isDigit {
      return numberLength(of: word, in: chunk).map { [$0] } ?? []
    }
    guard word.count > 3, scalars[word.lowerBound].isLetter || scalars[word.lowerBound].isApostrophe else { return [] }
    return TokenizationTables.fusedWords[lowercased(word)] ?? []
  }

  /// The length of the number in "5m", "10km" or "6.30pm"; nil where a word is no number with a unit.
  private func numberLength(of word: Range<Int>, in chunk: Chunk) -> Int? {
    guard
      let unit = word.first(where: {
        !scalars[$0].isDigit && scalars[$0] != "." && scalars[$0] != "," && scalars[$0] != ":"
      })
    else { return nil }
    let letters = text.string(unit..<word.upperBound)
    if TokenizationTables.units.contains(letters) { return unit - word.lowerBound }
    let isAmount = word.lowerBound > chunk.range.lowerBound && scalars[word.lowerBound - 1].isCurrency
    return isAmount && TokenizationTables.amountUnits.contains(letters.lowercased()) ? unit - word.lowerBound : nil
  }

  /// The plural ending in "spouse(s)".
  private func isSyllableInBrackets(at position: Int, limit: Int) -> Bool {
    matches("(s)", at: position..<(position + 3)) && (position + 3 == limit || !scalars[position + 3].isWordPart)
  }

  // MARK: Joining signs

  private func joins(at position: Int, segment: Int, start: Int, limit: Int) -> Bool {
    guard position > start, position + 1 < limit else { return false }
    let before = scalars[position - 1]
    let after = scalars[position + 1]
    guard before.isWordPart, after.isWordPart else {
      return scalars[position] == "*" && before.isLetter && maskedEnd(at: position, limit: limit)
    }
    switch scalars[position] {
    case ".": return joinsByPeriod(at: position, segment: segment, start: start, limit: limit)
    case ",": return before.isDigit && after.isDigit && separatesThousands(at: position, limit: limit)
    case ":": return before.isDigit && after.isDigit
    case "/": return joinsBySlash(at: position, segment: segment, limit: limit)
    case "&", "+": return before.isCapital && after.isCapital && position - segment <= 2
    case "*", "@": return before.isLetter && after.isLetter
    case let sign where sign.isApostrophe && before.isDigit: return isDecade(before: position)
    case let sign where sign.isApostrophe: return before.isLetter && clitic(at: position, limit: limit) == nil
    case let sign where sign.isHyphen: return joinsByHyphen(at: position, segment: segment, start: start, limit: limit)
    default: return false
    }
  }

  /// Whether three digits follow a comma, or two and another comma as in "1,00,000"; else it divides a list.
  private func separatesThousands(at comma: Int, limit: Int) -> Bool {
    var end = comma + 1
    while end < limit, end - comma < 5, scalars[end].isDigit { end += 1 }
    return end - comma == 4 || end - comma == 3 && end < limit && scalars[end] == ","
  }

  /// Whether letters follow a run of asterisks that hides some.
  private func maskedEnd(at position: Int, limit: Int) -> Bool {
    var end = position
    while end < limit, end - position < 12, scalars[end] == "*" { end += 1 }
    return end < limit && scalars[end].isLetter
  }

  private func joinsByPeriod(at position: Int, segment: Int, start: Int, limit: Int) -> Bool {
    let before = scalars[position - 1]
    let after = scalars[position + 1]
    if before.isDigit { return after.isDigit || !after.isCapital }
    let length = position - segment
    guard length <= Self.longestLookup else { return false }
    let isAbbreviation = TokenizationTables.abbreviations[lowercased(segment..<position)] != nil
    if after.isDigit { return length < 4 && !isAbbreviation }
    // "said.The", "Dr.Smith", "J.Smith": a space is missing; "Yahoo.com", "Ph.D" and "U.S" go on.
    let next = endOfLetters(at: position + 1, limit: limit) - position - 1
    guard after.isCapital else { return true }
    let beginsWord = next > 2 && scalars[position + 2].isSmall
    if length > 2, before.isSmall { return !(beginsWord || next < 3) }
    return !(beginsWord && (isAbbreviation || length == 1 && before.isCapital))
  }

  private func joinsBySlash(at position: Int, segment: Int, limit: Int) -> Bool {
    if scalars[position - 1].isDigit && scalars[position + 1].isDigit { return true }
    let next = endOfLetters(at: position + 1, limit: limit)
    guard next - segment <= 6 else { return false }
    return TokenizationTables.slashedWords.contains(lowercased(segment..<next))
  }

  private func joinsByHyphen(at position: Int, segment: Int, start: Int, limit: Int) -> Bool {
    if scalars[position - 1].isDigit || scalars[position + 1].isDigit {
      return joinsNumbers(at: position, segment: segment, start: start, limit: limit)
    }
    let next = endOfLetters(at: position + 1, limit: limit)
    guard position - segment <= Self.longestLookup, next - position <= Self.longestLookup else { return false }
    let first = lowercased(segment..<position)
    if segment == start {
      if TokenizationTables.prefixes.contains(first) { return true }
      let whole = first + "-" + lowercased((position + 1)..<next)
      if TokenizationTables.hyphenatedWords.contains(whole) { return true }
    }
    let second = lowercased((position + 1)..<next)
    if second == "e" { return next == limit && scalars[segment].isCapital }
    return TokenizationTables.suffixes.contains(second)
  }

  /// Telephone numbers and dates hold together; ranges, scores and ages do not.
  private func joinsNumbers(at position: Int, segment: Int, start: Int, limit: Int) -> Bool {
    if segment == start, TokenizationTables.prefixes.contains(lowercased(start..<position)) { return true }
    var end = start
    var groups: [Int] = [0]
    while end < limit, end - start < Self.longestLookup {
      if scalars[end].isDigit {
        groups[groups.count - 1] += 1
      } else if scalars[end].isHyphen, end + 1 < limit, scalars[end + 1].isDigit {
        groups.append(0)
      } else {
        break
      }
      end += 1
    }
    if end < limit, scalars[end].isWordPart { return false }
    return groups.count > 2 || groups == [3, 4]
  }

  func endOfLetters(at position: Int, limit: Int) -> Int {
    var end = position
    while end < limit, end - position <= Self.longestLookup, scalars[end].isLetter { end += 1 }
    return end
  }

  private func isCurrencyPrefix(_ range: Range<Int>) -> Bool {
    range.count <= 3 && range.allSatisfy { scalars[$0].isCapital }
  }

  /// A telephone number with its plus sign; the sign alone before anything else.
  func telephoneEnd(at position: Int, limit: Int) -> Int? {
    var end = position + 1
    var digits = 0
    while end < limit, end - position < Self.longestLookup, scalars[end].isDigit || scalars[end].isHyphen {
      digits += scalars[end].isDigit ? 1 : 0
      end += 1
    }
    return digits > 6 ? end : nil
  }
}
