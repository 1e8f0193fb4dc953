import Knowledge

/// Reads numbers in digits and words: "1,200", "twenty-one", "2.3 million", "a dozen", "tens of thousands".
struct NumberReader {
  private let words: [String]
  private let meanings: [NumberTable.Meaning?]
  private let table: NumberTable

  init(context: ArticleContext) {
    words = context.words
    meanings = context.numberMeanings
    table = context.knowledge.numbers
  }

  /// The number that begins at a token; nil where none does.
  func number(at start: Int, end: Int) -> ReadNumber? {
    if let number = vague(at: start, end: end) ?? plain(at: start, end: end) { return number }
    guard start < end, case .indefinite? = meanings[start] else { return nil }
    let next = start + 1
    if next < end, case .scale(let factor, let onlyAfterDigits)? = meanings[next], !onlyAfterDigits {
      let rest = scaled(Double(factor), from: next + 1, end: end)
      return ReadNumber(value: Int(rest.value), tokens: start..<rest.end)
    }
    if next < end, case .number(2)? = meanings[next], words[next] != "two" {
      let scale = next + 1 < end && words[next + 1] == "of" ? next + 2 : next + 1
      if scale < end, case .scale(let factor, false)? = meanings[scale] {
        return ReadNumber(value: 2 * factor, isRough: true, tokens: start..<scale + 1)
      }
      return ReadNumber(value: 2, tokens: start..<next + 1)
    }
    return ReadNumber(value: 1, isIndefinite: true, tokens: start..<next)
  }

  // MARK: Plain numbers

  private func plain(at start: Int, end: Int) -> ReadNumber? {
    guard start < end else { return nil }
    if let digits = Self.digits(words[start]) {
      let scaled = scaled(digits, from: start + 1, end: end)
      guard scaled.value == scaled.value.rounded(), scaled.value < 1e12 else { return nil }
      return ReadNumber(value: Int(scaled.value), tokens: start..<scaled.end)
    }
    if let part = fraction(at: start, end: end) { return part }
    return spelled(at: start, end: end)
  }

  /// "half a million", "a quarter of a million".
  private func fraction(at start: Int, end: Int) -> ReadNumber? {
    var next = start
    if next + 1 < end, words[next] == "a", words[next + 1] == "quarter" { next += 1 }
    let parts = words[next] == "half" ? 2 : words[next] == "quarter" ? 4 : 0
    guard parts > 0 else { return nil }
    next += 1
    if next < end, words[next] == "of" { next += 1 }
    guard next + 1 < end, case .indefinite? = meanings[next],
      case .scale(let factor, false)? = meanings[next + 1], factor >= 1_000 || parts == 2
    else { return nil }
    return ReadNumber(value: factor / parts, tokens: start..<next + 2)
  }

  /// Digits with or without separators of thousands: "1,200", "2.3".
  static func digits(_ word: String) -> Double? {
    guard let first = word.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first),
      word.allSatisfy({ $0.isNumber || $0 == "," || $0 == "." })
    else { return nil }
    let groups = word.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.dropFirst().allSatisfy({ $0.prefix { $0 != "." }.count == 3 }) else { return nil }
    return Double(groups.joined())
  }

  private func scaled(_ value: Double, from start: Int, end: Int) -> (value: Double, end: Int) {
    var value = value
    var next = start
    while next < end {
      // "30-thousand"
      let scale = words[next] == "-" && next == start ? next + 1 : next
      guard scale < end, case .scale(let factor, _)? = meanings[scale] else { break }
      value *= Double(factor)
      next = scale + 1
    }
    return (value, next)
  }

  /// A number in words, with hyphens within a token or between tokens.
  private func spelled(at start: Int, end: Int) -> ReadNumber? {
    var total = 0
    var current = 0
    var last = 0
    var next = start
    while next < end {
      guard let parts = parts(at: next), let step = step(parts, current: current, last: last) else {
        guard next > start, last > 0, next + 1 < end, let parts = parts(at: next + 1) else { break }
        let joins =
          words[next] == "-" ? (20...90).contains(last) : words[next] == "and" && last >= 100
        guard joins, case .number(let value)? = parts.first, value < 100, value < last else { break }
        next += 1
        continue
      }
      current = step.current
      last = step.last
      next += 1
      if last >= 1_000 {
        total += current
        current = 0
      }
    }
    guard next > start else { return nil }
    return ReadNumber(value: total + current, tokens: start..<next)
  }

  private func step(_ parts: [NumberTable.Meaning], current: Int, last: Int) -> (current: Int, last: Int)? {
    var current = current
    var last = last
    for part in parts {
      switch part {
      case .number(let value):
        let fits = current == 0 || (last >= 100 && value < 100) || ((20...90).contains(last) && value < 10)
        guard fits else { return nil }
        current += value
        last = value
      case .scale(let factor, false):
        guard current > 0 else { return nil }
        current *= factor
        last = factor
      default: return nil
      }
    }
    return (current, last)
  }

  /// What the word of a token contributes, its parts between hyphens one by one; nil where it is no number.
  private func parts(at token: Int) -> [NumberTable.Meaning]? {
    guard words[token].utf8.contains(UInt8(ascii: "-")) else {
      switch meanings[token] {
      case .number, .scale: return meanings[token].map { [$0] }
      default: return nil
      }
    }
    let parts = words[token].split(separator: "-").map { table[String($0)] }
    let known = parts.compactMap { $0 }
    guard !known.isEmpty, known.count == parts.count else { return nil }
    if case .number? = known.first { return known }
    if case .scale? = known.first, known.count == 1 { return known }
    return nil
  }

  // MARK: Vague quantities

  private func vague(at start: Int, end: Int) -> ReadNumber? {
    guard start < end else { return nil }
    var first = start
    if case .indefinite? = meanings[start] { first += 1 }
    if first < end, ["large", "small", "great", "growing", "unknown"].contains(words[first]) { first += 1 }
    guard first < end, case .vague(let least)? = meanings[first] else { return nil }
    let next = first + 1
    switch words[first] {
    case "few", "handful": guard first > start else { return scaledVague(least, from: next, start: start, end: end) }
    case "number": guard first > start, next < end, words[next] == "of" else { return nil }
    case "numbers": guard next < end, words[next] == "of" else { return nil }
    case "tens":
      guard next + 1 < end, words[next] == "of", case .vague(let factor?)? = meanings[next + 1] else { return nil }
      return ReadNumber(value: 10 * factor, isVague: true, tokens: start..<next + 2)
    default: break
    }
    if next + 1 < end, words[next] == "of", case .vague(let factor?)? = meanings[next + 1], let least,
      ["dozens", "scores", "hundreds", "thousands", "millions"].contains(words[next + 1])
    {
      return ReadNumber(value: least * factor / 2, isVague: true, tokens: start..<next + 2)
    }
    return scaledVague(least, from: next, start: start, end: end)
      ?? ReadNumber(value: least, isVague: true, tokens: start..<next)
  }

  /// "several hundred", "few dozen".
  private func scaledVague(_ least: Int?, from next: Int, start: Int, end: Int) -> ReadNumber? {
    guard let least, next < end, case .scale(let factor, false)? = meanings[next] else { return nil }
    return ReadNumber(value: least * factor, isVague: true, tokens: start..<next + 1)
  }
}
