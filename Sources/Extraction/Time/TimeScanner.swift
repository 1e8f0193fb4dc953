import Knowledge
import LanguageAnalysis

/// Finds time expressions by their words alone, sentence by sentence, from left to right.
struct TimeScanner {
  /// An expression as found, before it is tied to the tree and the calendar.
  struct Finding {
    var tokens: Range<Int>
    var meaning: TimeMeaning
  }

  let context: ArticleContext
  let sentence: Range<Int>

  init(context: ArticleContext, sentence: Range<Int>) {
    self.context = context
    self.sentence = sentence
  }

  /// The expressions of the sentence in the order of the text.
  func findings() -> [Finding] {
    var found: [Finding] = []
    var position = sentence.lowerBound
    while position < sentence.upperBound {
      if let finding = finding(at: position) {
        found.append(finding)
        position = max(finding.tokens.upperBound, position + 1)
      } else {
        position += 1
      }
    }
    return found
  }

  private func finding(at position: Int) -> Finding? {
    switch meaning(position) {
    case .weekday(let weekday): return afterWeekday(weekday, at: position)
    case .month(let month): return isMonthName(position) ? afterMonth(month, at: position) : holiday(at: position)
    case .day(let offset): return named(.day(offset), at: position)
    case .date(let year, let month, let day):
      return Finding(tokens: position..<position + 1, meaning: .date(year: year, month: month, day: day))
    case .shift(let shift): return afterShift(shift, at: position)
    case .overnight: return overnight(at: position)
    case .edge: return afterEdge(at: position)
    case .season, .part: if let found = part(at: position) { return found }
    case .unit:
      if let found = part(at: position) ?? weekend(at: position) ?? laterInstant(at: position) { return found }
    case .back(fromNow: false) where word(position) == "earlier": return afterEdge(at: position)
    case .forward where word(position) == "later": return afterEdge(at: position)
    default: break
    }
    if let found = atOnce(at: position) ?? eve(at: position) { return found }
    return numericDate(at: position) ?? prefixedEdge(at: position) ?? dayBeforeMonth(at: position)
      ?? amount(at: position) ?? narrated(at: position) ?? holiday(at: position) ?? dayAlone(at: position)
      ?? year(at: position)
  }

  // MARK: Times counted from publication or from another time

  private func afterShift(_ shift: Int, at position: Int) -> Finding? {
    let next = position + 1
    let found: TimeMeaning?
    switch meaning(next) {
    // "the coming days", "in the past weeks": no one time.
    case .unit where word(next).hasSuffix("s"): found = nil
    case .unit(let unit) where unit != .instant:
      // "the following day", "the previous week": counted from the story's time, not from publication.
      if ["following", "previous", "preceding"].contains(word(position))
        || (word(position - 1) == "the" && ["next", "coming"].contains(word(position)) && unit == .day)
      {
        var relative = RelativeTime(amount: shift, unit: unit, anchor: nil)
        relative.isWhole = true
        found = .fromAnchor(relative)
      } else if word(next) == "night" {
        found = .day(shift < 0 ? -1 : 0)
      } else {
        found = .period(unit, shift: shift)
      }
    case .weekday(let weekday) where isAnchored(position) && isCapitalised(next):
      var relative = RelativeTime(amount: shift, unit: .day)
      relative.weekday = weekday
      found = .fromAnchor(relative)
    case .weekday where isAnchored(position), .month where isAnchored(position): found = nil
    case .weekday(let weekday) where isCapitalised(next):
      let end = meaning(next + 1) == .part || word(next + 1) == "night" ? next + 2 : next + 1
      return Finding(tokens: position..<end, meaning: .weekday(weekday, shift: shift))
    case .month(let month) where isCapitalised(next):
      if let date = dateAfterMonth(at: next), case .date(let year, _, let day) = date.meaning, year != nil || day != nil
      {
        return Finding(tokens: position..<date.tokens.upperBound, meaning: date.meaning)
      }
      found = .month(month, shift: shift)
    case .part where ["following", "next"].contains(word(position)):
      found = .fromAnchor(RelativeTime(amount: 1, unit: .day, anchor: nil))
    case .part: found = .day(shift < 0 ? -1 : 0)
    case .season: found = .period(.year, shift: shift)
    default: found = nil
    }
    return found.map { Finding(tokens: position..<next + 1, meaning: $0) }
  }

  /// "the previous Friday": counted from a day that the words do not tell.
  private func isAnchored(_ position: Int) -> Bool {
    ["following", "previous", "preceding"].contains(word(position))
  }

  /// "early March", "earlier this week", "late 2019": the whole month, week or year.
  private func afterEdge(at position: Int) -> Finding? {
    var next = position + 1
    while ["in", "on", "-", "of", "the"].contains(word(next)) { next += 1 }
    // "later in the day": of the time told of last.
    if ["earlier", "later"].contains(word(position)), word(next - 1) == "the", case .unit(let unit) = meaning(next),
      [.day, .month, .year].contains(unit)
    {
      return Finding(tokens: position..<next + 1, meaning: .fromAnchor(RelativeTime(amount: 0, unit: unit)))
    }
    guard let finding = edged(at: next) else { return nil }
    return Finding(tokens: position..<finding.tokens.upperBound, meaning: finding.meaning)
  }

  func edged(at position: Int) -> Finding? {
    switch meaning(position) {
    case .month(let month) where isMonthName(position): return afterMonth(month, at: position)
    case .weekday(let weekday): return afterWeekday(weekday, at: position)
    case .shift(let shift): return afterShift(shift, at: position)
    case .day(let offset): return named(.day(offset), at: position)
    default:
      if let found = narrated(at: position) { return found }
      return yearNumber(position).map {
        Finding(tokens: position..<position + 1, meaning: .date(year: $0, month: nil, day: nil))
      }
    }
  }

  /// "two days ago", "a week later", "three days after the attack", "the day before".
  private func amount(at position: Int) -> Finding? {
    guard let (amount, unitPosition) = count(at: position), case .unit(let unit) = meaning(unitPosition) else {
      return nil
    }
    var next = unitPosition + 1
    // "a year to the day after the coup"
    if word(next) == "to", word(next + 1) == "the", word(next + 2) == "day" { next += 3 }
    let isDefinite = word(position) == "the"
    switch meaning(next) {
    case .back(fromNow: true) where !isDefinite:
      return Finding(tokens: position..<next + 1, meaning: .fromPublication(-amount, unit))
    case .preposition where word(next) == "from" && ["now", "today"].contains(word(next + 1)):
      return Finding(tokens: position..<next + 2, meaning: .fromPublication(amount, unit))
    case .back(fromNow: false): return counted(-amount, unit, from: position, direction: next)
    case .forward: return counted(amount, unit, from: position, direction: next)
    default:
      guard word(position - 1) == "in", !isDefinite, unit != .instant else { return nil }
      return Finding(tokens: position..<next, meaning: .ahead(amount, unit))
    }
  }

  /// "hours later", "minutes after the attack": the day of the other time.
  private func laterInstant(at position: Int) -> Finding? {
    guard case .unit(.instant) = meaning(position), word(position).hasSuffix("s") else { return nil }
    switch meaning(position + 1) {
    case .back(fromNow: false): return counted(0, .instant, from: position, direction: position + 1)
    case .forward: return counted(0, .instant, from: position, direction: position + 1)
    default: return nil
    }
  }

  /// "shortly afterwards", "soon after", "within hours": the day of the time told of last.
  private func atOnce(at position: Int) -> Finding? {
    let relative = TimeMeaning.fromAnchor(RelativeTime(amount: 0, unit: .instant))
    if ["shortly", "soon", "immediately"].contains(word(position)),
      ["afterwards", "afterward", "after", "thereafter"].contains(word(position + 1)), endsPhrase(position + 2)
    {
      return Finding(tokens: position..<position + 2, meaning: relative)
    }
    guard word(position) == "within", case .unit(.instant) = meaning(position + 1), word(position + 2) != "of" else {
      return nil
    }
    return Finding(tokens: position + 1..<position + 2, meaning: relative)
  }

  /// "on the eve of the summit"
  func eve(at position: Int) -> Finding? {
    guard word(position) == "eve", word(position - 1) == "the", word(position + 1) == "of",
      let anchor = anchorHead(after: position + 1)
    else { return nil }
    return Finding(
      tokens: position..<position + 1,
      meaning: .fromAnchor(RelativeTime(amount: -1, unit: .day, anchor: anchor))
    )
  }

  private func counted(_ amount: Int, _ unit: TimeWordTable.Unit, from position: Int, direction: Int) -> Finding? {
    let word = word(direction)
    if word == "before", self.word(direction + 1) == "yesterday" {
      return Finding(tokens: position..<direction + 2, meaning: .day(-2))
    }
    let takesAnchor = ["before", "after", "prior", "following"].contains(word)
    let anchor = takesAnchor ? anchorHead(after: direction) : nil
    if takesAnchor, anchor == nil, !endsPhrase(direction + 1) { return nil }
    return Finding(
      tokens: position..<direction + 1,
      meaning: .fromAnchor(RelativeTime(amount: amount, unit: unit, anchor: anchor))
    )
  }

  /// "that day", "the same month", "that evening", "that September": the time told of last.
  private func narrated(at position: Int) -> Finding? {
    guard ["that", "same"].contains(word(position)), !word(position + 1).hasSuffix("s") else { return nil }
    if word(position) == "that", case .month(let month) = meaning(position + 1), isMonthName(position + 1),
      isCapitalised(position + 1)
    {
      return Finding(
        tokens: position..<position + 2,
        meaning: .fromAnchor(RelativeTime(amount: 0, unit: .year, month: month))
      )
    }
    let unit: TimeWordTable.Unit
    switch meaning(position + 1) {
    case .unit(let named) where [.day, .month, .year].contains(named): unit = named
    case .part: unit = .day
    default: return nil
    }
    return Finding(
      tokens: position..<position + 2,
      meaning: .fromAnchor(RelativeTime(amount: 0, unit: unit, anchor: nil))
    )
  }

  private func named(_ meaning: TimeMeaning, at position: Int) -> Finding {
    let next = position + 1
    if self.meaning(next) == .part || word(next) == "night" {
      return Finding(tokens: position..<next + 1, meaning: meaning)
    }
    return Finding(tokens: position..<next, meaning: meaning)
  }

  /// The number of units that begins at a position, and where the unit stands: "two", "a", "the", "a few" (none).
  private func count(at position: Int) -> (Int, Int)? {
    let next = position + 1
    if ["a", "an", "the", "one"].contains(word(position)) { return (1, next) }
    if let number = number(position) { return (number, next) }
    guard sentence.contains(position), case .number(let value) = context.numberMeanings[position] else { return nil }
    if case .unit = meaning(next) { return (value, next) }
    return nil
  }

  private func anchorHead(after position: Int) -> Int? {
    let start = word(position) == "prior" && word(position + 1) == "to" ? position + 2 : position + 1
    guard start < sentence.upperBound, !endsPhrase(start) else { return nil }
    let document = context.document
    if [.caseMarking, .marker].contains(document.relations[position]), document.heads[position] > position {
      let head = document.heads[position]
      // "after the two sides agreed on a truce": the clause, where the tree takes its subject alone.
      let isSubject = document.relations[head].universal == "nsubj" && document.heads[head] > head
      return isSubject && document.partsOfSpeech[document.heads[head]] == .verb ? document.heads[head] : head
    }
    return (start..<min(start + 12, sentence.upperBound)).first { document.heads[$0] < start }
  }

  private func endsPhrase(_ position: Int) -> Bool {
    position >= sentence.upperBound || context.document.partsOfSpeech[position] == .punctuation
      || [.coordinatingConjunction, .verb, .auxiliary].contains(context.document.partsOfSpeech[position])
  }
}

// MARK: - Single words

extension TimeScanner {
  func word(_ position: Int) -> String { sentence.contains(position) ? context.words[position] : "" }

  func pennTag(_ position: Int) -> String { sentence.contains(position) ? context.document.pennTags[position] : "" }

  func meaning(_ position: Int) -> TimeWordTable.Meaning? {
    sentence.contains(position) ? context.timeMeanings[position] : nil
  }

  func isMonth(_ position: Int) -> Bool {
    if case .month = meaning(position) { return isMonthName(position) }
    return false
  }

  func isCapitalised(_ position: Int) -> Bool {
    guard sentence.contains(position), let first = context.document.forms[position].unicodeScalars.first else {
      return false
    }
    return first.isCapital
  }

  /// Whether the month's name names a month: "May" and "March" are words of other meanings too.
  func isMonthName(_ position: Int) -> Bool {
    guard isCapitalised(position), !isPerson(position) else { return false }
    let word = word(position)
    let hasNumber = dayNumber(position + 1) != nil || yearNumber(position + 1) != nil || dayNumber(position - 1) != nil
    if word.count <= 4, word.count < 4 || word.hasSuffix("."), word != "may" {
      return hasNumber || word.hasSuffix(".")
    }
    guard ["may", "march"].contains(word) else { return true }
    if hasNumber { return true }
    switch meaning(position - 1) {
    case .preposition, .edge, .shift: return true
    default:
      return [",", "of", "by", "before", "after", "and"].contains(self.word(position - 1))
        && context.document.partsOfSpeech[position] == .properNoun
    }
  }

  /// Whether a name of a person covers a word: "Theresa May", "April Jones"; or it alone, "May's agreement".
  private func isPerson(_ position: Int) -> Bool {
    context.document.entities.contains { $0.kind == .person && $0.tokens.contains(position) }
  }

  func number(_ position: Int) -> Int? {
    let word = word(position)
    guard let first = word.utf8.first, (0x30...0x39).contains(first), word.utf8.count <= 4 else { return nil }
    return Int(word)
  }

  func dayNumber(_ position: Int) -> Int? {
    let word = word(position)
    guard let first = word.utf8.first, (0x30...0x39).contains(first), word.utf8.count <= 4 else { return nil }
    let digits = word.prefix { $0.isNumber }
    guard let day = Int(digits), (1...31).contains(day) else { return nil }
    let suffix = word.dropFirst(digits.count)
    return suffix.isEmpty || ["st", "nd", "rd", "th"].contains(suffix) ? day : nil
  }

  func yearNumber(_ position: Int) -> Int? { Self.year(word(position)) }

  static func year(_ word: String) -> Int? {
    guard word.utf8.count == 4, let year = Int(word), (1500...2100).contains(year) else { return nil }
    return year
  }
}
