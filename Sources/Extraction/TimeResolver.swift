import ArticleReading
import Knowledge
import LanguageAnalysis

/// Works out which day, month or year the time expressions of an article mean.
///
/// Expressions are found by their words, resolved against the day of publication and the tense of their clause, and
/// tied to what they date by the dependency tree.
package struct TimeResolver: Sendable {
  /// The day of publication, the anchor of "on Tuesday" and "last month", where known.
  package let anchor: CalendarDate?
  /// All time expressions in the order of the text.
  package private(set) var expressions: [TimeExpression] = []
  /// Positions in `expressions`, by the token that an expression modifies.
  private var expressionsOfGovernor: [Int: [Int]] = [:]
  /// What "two days after the attack" tells of the attack where the time of the clause is known, by the anchor's token.
  private var expressionsOfAnchor: [Int: TimeExpression] = [:]

  /// Reads the time expressions of an article.
  package init(context: ArticleContext) {
    anchor = context.article.date
    let calendar = TimeCalendar(publication: anchor)
    let quoted = context.quotedTokens
    for sentence in context.document.sentences {
      for finding in TimeScanner(context: context, sentence: sentence.tokens).findings() {
        add(finding, calendar: calendar, isQuoted: quoted[finding.tokens.lowerBound], in: context)
      }
    }
    for position in expressions.indices { resolveAnchored(position, in: context) }
    for position in expressions.indices.dropLast() { joinRange(at: position, in: context) }
  }

  /// The date that the text gives to the clause or phrase headed by a token, by an expression attached to it.
  package func date(attachedTo token: Int, in context: ArticleContext) -> CalendarDate? {
    expression(attachedTo: token, in: context)?.date
  }

  /// The expression that dates the clause or phrase headed by a token: its own, or that of the clause that it shares.
  ///
  /// An expression counted from another event (`TimeMeaning.fromAnchor`) may have no date; the date of that event, once
  /// known, gives it by `RelativeTime.date(from:)`.
  package func expression(attachedTo token: Int, in context: ArticleContext) -> TimeExpression? {
    TimeAttachment(
      context: context,
      own: { own($0, near: token) },
      covering: { expression(overlapping: $0..<$0 + 1) }
    ).expression(for: token)
  }

  /// The expression that overlaps a run of tokens, where there is one.
  package func expression(overlapping tokens: Range<Int>) -> TimeExpression? {
    var low = 0
    var high = expressions.count
    while low < high {
      let middle = (low + high) / 2
      if expressions[middle].tokens.upperBound <= tokens.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low < expressions.count, expressions[low].tokens.lowerBound < tokens.upperBound else { return nil }
    return expressions[low]
  }

  /// The best expression that directly modifies a token: one that gives a date, a day before a month, the nearest.
  private func own(_ governor: Int, near token: Int) -> TimeExpression? {
    (expressionsOfGovernor[governor] ?? []).map { expressions[$0] }.filter { !$0.isBoundary }.min {
      ($0.rank, abs($0.head - token)) < ($1.rank, abs($1.head - token))
    } ?? expressionsOfAnchor[governor]
  }

  private mutating func add(
    _ finding: TimeScanner.Finding,
    calendar: TimeCalendar,
    isQuoted: Bool,
    in context: ArticleContext
  ) {
    let head = context.head(of: finding.tokens)
    let isModifier =
      context.document.heads[head] >= finding.tokens.upperBound
      && [.compound, .possessiveModifier, .adjectivalModifier].contains(context.document.relations[head])
    let introduction = isModifier ? .none : Self.introduction(of: finding.tokens, in: context)
    var expression = TimeExpression(
      tokens: finding.tokens,
      head: head,
      meaning: finding.meaning,
      date: nil,
      isBoundary: introduction == .boundary || isParenthesis(finding.tokens, in: context),
      isStart: introduction == .start || Self.begins(at: head, in: context)
    )
    let tense: ClauseTense =
      switch introduction {
      case .start: .past
      case .target: .future
      case .none, .boundary: isModifier ? .around(modifier: head, in: context) : .around(head, in: context)
      }
    // "today" in somebody's mouth is the day of the speaking, which may be days before publication.
    if case .day = finding.meaning, isQuoted {
      expression.date = nil
    } else {
      expression.date = calendar.date(of: finding.meaning, tense: tense)
      if tense != .future, let date = expression.date, let told = yearTold(of: finding, besides: date) {
        expression.date = told
      }
    }
    for governor in Self.governors(of: expression, isTarget: introduction == .target, in: context) {
      expressionsOfGovernor[governor, default: []].append(expressions.count)
    }
    expressions.append(expression)
  }

  /// "a fire in June 2017 … broke out on 18 June": a day without a year, long before publication, is one of the month
  /// that was told with its year.
  private func yearTold(of finding: TimeScanner.Finding, besides date: CalendarDate) -> CalendarDate? {
    guard case .date(nil, let month?, let day?) = finding.meaning, let anchor,
      let age = anchor.days(since: date), age > Self.recent,
      let told = expressions.last(where: { expression in
        if case .date(_?, month, _) = expression.meaning { return true }
        return false
      })?.date, told.year < date.year
    else { return nil }
    return CalendarDate(year: told.year, month: month, day: day)
  }

  /// For how many days a date without a year is that of the last such day, whatever was told before.
  private static let recent = 45

  /// "on Saturday (Friday, UTC)": the same time told another way.
  private func isParenthesis(_ tokens: Range<Int>, in context: ArticleContext) -> Bool {
    let sentence = context.document.sentences[context.tree.sentenceOfToken[tokens.lowerBound]].tokens
    let before = sentence.lowerBound..<tokens.lowerBound
    guard let opening = before.last(where: { context.words[$0] == "(" }),
      !(opening..<tokens.lowerBound).contains(where: { context.words[$0] == ")" }), opening > sentence.lowerBound
    else { return false }
    return expression(overlapping: opening - 1..<opening) != nil
  }

  /// "beginning in 2010": something goes on from then.
  private static func begins(at head: Int, in context: ArticleContext) -> Bool {
    guard let verb = context.tree.head(of: head) else { return false }
    return ["begin", "start"].contains(context.document.lemmas[verb]) && context.document.pennTags[verb] == "VBG"
      && [.adverbialClause, .adnominalClause].contains(context.document.relations[verb])
  }

  /// What an expression modifies: the head of its phrase; of "two days after the attack" what the whole phrase modifies.
  private static func governors(of expression: TimeExpression, isTarget: Bool, in context: ArticleContext) -> [Int] {
    guard var governor = context.tree.head(of: expression.head), !isOfSource(expression, in: context) else { return [] }
    if case .fromAnchor(let relative) = expression.meaning, let anchor = relative.anchor,
      governor == anchor || context.tree.ancestors(of: governor).contains(anchor)
    {
      guard let above = context.tree.head(of: anchor) else { return [] }
      governor = above
    }
    if isCounted(governor, within: expression, in: context) { return [] }
    // "closed in early on Wednesday"
    while context.document.partsOfSpeech[governor] == .adverb, let above = context.tree.head(of: governor) {
      governor = above
    }
    if let verb = pastVerb(below: governor, before: expression, in: context)
      ?? demand(above: governor, dated: expression, in: context)
      ?? laterClause(below: governor, before: expression, in: context)
    {
      governor = verb
    }
    // "on Waitangi Day, February 6": the day's name is only another word for the date.
    while isTimeNoun(governor, in: context), let above = context.tree.head(of: governor) { governor = above }
    if isTarget, context.document.partsOfSpeech[governor] == .verb,
      let planned = context.tree.children(of: governor, .object, .passiveSubject).first
    {
      return [planned]
    }
    // "On Saturday a gunman shot five people, police said": the day of what is said.
    if let said = context.tree.children(of: governor, .clausalComplement).first(where: { $0 < governor }),
      expression.head < said
    {
      return [said]
    }
    // "On Saturday, police said, a gunman shot five people"
    if let said = context.tree.children(of: governor, .clausalComplement).first(where: { $0 > governor }),
      expression.tokens.upperBound < governor, context.words[expression.tokens.upperBound] == ",",
      governor + 1 < said, context.words[governor + 1] == ","
    {
      return [said]
    }
    if let noun = nounBehind(expression, in: context) { return [noun] }
    guard let verb = verb(besideSubject: governor, of: expression, in: context) else { return [governor] }
    return [governor, verb]
  }

  /// "have freed the girls who were abducted last Friday": what has been done is dated by no past day; the clause
  /// between tells what is.
  private static func pastVerb(below governor: Int, before expression: TimeExpression, in context: ArticleContext)
    -> Int?
  {
    let tree = context.tree
    guard expression.head > governor, !expression.isStart, expression.date?.day != nil,
      tree.children(of: governor, .auxiliary).contains(where: { ["has", "have"].contains(context.words[$0]) })
    else { return nil }
    return (governor..<expression.tokens.lowerBound).last { verb in
      [.relativeClause, .adnominalClause].contains(context.document.relations[verb])
        && ["VBD", "VBN"].contains(context.document.pennTags[verb])
        && tree.ancestors(of: verb).contains(governor)
        && !tree.children(of: verb, .auxiliary).contains { ["has", "have"].contains(context.words[$0]) }
    }
  }

  private static func isTimeNoun(_ token: Int, in context: ArticleContext) -> Bool {
    guard context.document.partsOfSpeech[token].isNoun else { return false }
    return switch context.knowledge.timeWords[context.words[token]] {
    case .unit, .part, .season, .edge: true
    default: ["eve"].contains(context.words[token])
    }
  }

  /// "The court on Wednesday sentenced a man": a day between a subject that does not happen and its verb is the verb's.
  private static func verb(
    besideSubject noun: Int,
    of expression: TimeExpression,
    in context: ArticleContext
  ) -> Int? {
    guard [.subject, .passiveSubject].contains(context.document.relations[noun]), expression.head > noun,
      let verb = context.tree.head(of: noun), verb > expression.head, expression.date?.day != nil,
      context.knowledge.events.entries(trigger: context.document.lemmas[noun].lowercased()).allSatisfy({
        $0.part != .noun
      })
    else { return nil }
    return verb
  }

  /// What the words before an expression make of it.
  private enum Introduction { case none, boundary, start, target }

  private static func introduction(of tokens: Range<Int>, in context: ArticleContext) -> Introduction {
    let first = context.document.sentences[context.tree.sentenceOfToken[tokens.lowerBound]].tokens.lowerBound
    var position = tokens.lowerBound - 1
    while position >= first, ["the", "early", "late", "about", "around", "last"].contains(context.words[position]) {
      position -= 1
    }
    guard position >= first else { return .none }
    let word = context.words[position]
    let previous = position > first ? context.words[position - 1] : ""
    switch (previous, word) {
    case (_, "before"), (_, "after"), ("as", "of"), ("ahead", "of"), ("prior", "to"): return .boundary
    case (_, "for"): return .target
    // "intends to leave by the end of June": what lies ahead is done then, as far as anybody can tell.
    case (_, "by") where context.words[tokens.lowerBound] == "end" && tokens.count > 1:
      return ClauseTense.around(context.head(of: tokens), in: context) == .future ? .none : .boundary
    default: break
    }
    guard case .preposition(let preposition) = context.knowledge.timeWords[word] else { return .none }
    return preposition == .until ? .boundary : preposition == .since ? .start : .none
  }

  /// "between 2015 and 2018", "from Monday to Friday": no more than what both have in common.
  private mutating func joinRange(at position: Int, in context: ArticleContext) {
    let (first, last) = (expressions[position], expressions[position + 1])
    let before = first.tokens.lowerBound - 1
    guard before >= 0, last.tokens.lowerBound == first.tokens.upperBound + 1 else { return }
    switch (context.words[before], context.words[first.tokens.upperBound]) {
    case ("between", "and"), ("from", "to"), ("from", "until"), ("from", "till"), ("from", "through"), ("from", "–"):
      break
    default: return
    }
    expressions[position].date = first.date.flatMap { date in last.date.flatMap { .common(from: date, to: $0) } }
    expressions[position + 1].isBoundary = true
  }

  /// Dates an expression that counts from another time, where that time is known from the text itself.
  private mutating func resolveAnchored(_ position: Int, in context: ArticleContext) {
    guard case .fromAnchor(let relative) = expressions[position].meaning else { return }
    let other: CalendarDate?
    if let anchor = relative.anchor {
      other = dateOfAnchor(anchor, besides: position, in: context)
    } else {
      other = dateToldBefore(position, unit: relative.unit, in: context)
    }
    expressions[position].date = other.flatMap { relative.date(from: $0) }
    if other == nil, let anchor = relative.anchor { dateAnchor(anchor, of: position, relative, in: context) }
  }

  /// "on Monday, two days after the attack": the attack is dated by the clause.
  private mutating func dateAnchor(
    _ anchor: Int,
    of position: Int,
    _ relative: RelativeTime,
    in context: ArticleContext
  ) {
    let beside =
      expression(before: position, in: context) ?? expression(above: anchor, besides: position, in: context)
    // "this morning, some 14 hours after the shooting": that may have been the day before.
    let isLong =
      relative.unit == .instant && abs(relative.amount) > 5
      && expressions[position].tokens.contains { context.words[$0] == "hours" }
    if isLong { return }
    let told = beside == nil && follows(position, in: context) ? dateToldBefore(position, unit: .day, in: context) : nil
    guard let date = beside?.date ?? told,
      let reversed = RelativeTime(amount: -relative.amount, unit: relative.unit).date(from: date)
    else { return }
    // "The shooting came a month after …": on the day that was told.
    if beside == nil, [.week, .month, .year].contains(relative.unit) { expressions[position].date = told }
    var counted = expressions[position]
    counted.head = anchor
    counted.date = reversed
    expressionsOfAnchor[anchor] = counted
  }

  /// "The vote came hours after …": what was told last.
  private func follows(_ position: Int, in context: ArticleContext) -> Bool {
    guard let governor = context.tree.head(of: expressions[position].head) else { return false }
    let verbs = [governor] + context.tree.ancestors(of: governor)
    guard
      let verb = verbs.first(where: { context.document.partsOfSpeech[$0] == .verb && $0 < expressions[position].head }),
      ["come", "occur", "happen", "follow"].contains(context.document.lemmas[verb]),
      context.document.pennTags[verb] == "VBD",
      let subject = context.tree.child(of: verb, .subject)
    else { return false }
    return context.tree.children(of: subject, .determiner, .possessiveModifier).contains {
      ["the", "this", "that", "her", "his", "its", "their"].contains(context.words[$0])
    }
  }

  /// "on Monday, hours after the attack": the time that stands right before, told more exactly.
  private func expression(before position: Int, in context: ArticleContext) -> TimeExpression? {
    guard position > 0 else { return nil }
    let (previous, this) = (expressions[position - 1], expressions[position])
    let gap = previous.tokens.upperBound..<this.tokens.lowerBound
    let sentence = context.tree.sentenceOfToken
    guard !previous.isBoundary, sentence[previous.head] == sentence[this.head] else { return nil }
    let isNext = gap.count <= 2 && gap.allSatisfy { [",", "just", "only"].contains(context.words[$0]) }
    // "on Monday, police said, a day after the attack"
    let isAside =
      (3...9).contains(gap.count) && context.words[gap.lowerBound] == "," && context.words[gap.upperBound - 1] == ","
      && gap.contains { context.knowledge.reportingWords.verb(context.document.lemmas[$0]) != nil }
    return isNext || isAside ? previous : nil
  }

  /// The expression of a clause that holds the anchor; not of what only says so, unless a comma parts them.
  private func expression(above anchor: Int, besides position: Int, in context: ArticleContext) -> TimeExpression? {
    let start = expressions[position].tokens.lowerBound
    let isApart = start > 0 && context.words[start - 1] == ","
    var below = anchor
    for ancestor in context.tree.ancestors(of: anchor) {
      let isSaid = context.document.relations[below] == .clausalComplement
      if isSaid, !isApart { return nil }
      if let found = own(ancestor, near: anchor), found != expressions[position], found.date != nil { return found }
      below = ancestor
    }
    return nil
  }

  private func dateOfAnchor(_ anchor: Int, besides position: Int, in context: ArticleContext) -> CalendarDate? {
    if let own = expression(overlapping: anchor..<anchor + 1), own != expressions[position] { return own.date }
    let found = own(anchor, near: anchor)
    return found == expressions[position] ? nil : found?.date
  }
}

extension TimeExpression {
  /// Lower is better: a day, a month, a year, no date yet.
  fileprivate var rank: Int {
    guard let date else { return 3 }
    return date.day != nil ? 0 : date.month != nil ? 1 : 2
  }
}

extension ArticleContext {
  /// The token that ties a run of tokens to the rest of its sentence: the first whose head stands outside.
  func head(of tokens: Range<Int>) -> Int {
    tokens.first { !tokens.contains(document.heads[$0]) || document.heads[$0] == $0 } ?? tokens.lowerBound
  }

  /// Whether a token stands in a headline.
  func isInTitle(_ token: Int) -> Bool {
    let start = document.spans[token].lowerBound
    return article.regions.first { $0.range.contains(start) }?.kind == .title
  }

  /// For each token, whether it stands inside quotation marks of its paragraph.
  fileprivate var quotedTokens: [Bool] {
    var quoted = [Bool](repeating: false, count: document.tokenCount)
    var block = -1
    var isOpen = false
    for sentence in document.sentences {
      if sentence.block != block { isOpen = false }
      block = sentence.block
      for token in sentence.tokens {
        switch document.forms[token] {
        case "\"", "''", "``": isOpen.toggle()
        case "“", "„", "«": isOpen = true
        case "”", "»": isOpen = false
        default: quoted[token] = isOpen
        }
      }
    }
    return quoted
  }
}
