import LanguageAnalysis

/// Tells when a figure is one that was told before, and makes one of both.
struct FigureMerger {
  private let context: ArticleContext
  /// The figures that the facts were made of, in their order; the first one of each.
  private var told: [Figure] = []

  init(context: ArticleContext) {
    self.context = context
  }

  /// Notes the figure of a fact that is told for the first time.
  mutating func note(_ figure: Figure) { told.append(figure) }

  /// Position of the fact that tells the same figure; nil where none does.
  func position(of figure: Figure, _ fact: CasualtyFact, in facts: [CasualtyFact]) -> Int? {
    let same = facts.indices.first { known in
      hasSameNumber(facts[known], fact) && !isOfOthers(figure, than: told[known])
        && !isElsewhere(figure, fact, than: told[known], facts[known])
        && (!figure.isSingle || counted(told[known]) == counted(figure))
        && (isSame(facts[known], fact) || isHeadline(facts[known]) || isTold(figure))
    }
    return same
      ?? facts.indices.first { known in
        hasNearNumber(facts[known], fact)
          && (isHeadline(facts[known]) || isTold(figure) || isOneHarm(facts[known], fact))
      }
  }

  /// Adds what a further telling says; where one hedges the number, the hedge holds.
  func merge(_ fact: CasualtyFact, into known: inout CasualtyFact) {
    if known.bound != fact.bound, isHeadline(known) || fact.bound != .exact {
      known.bound = fact.bound
      known.minimum = fact.minimum
      known.maximum = fact.maximum
    }
    known.evidence += fact.evidence.filter { !known.evidence.contains($0) }
    known.cause = known.cause ?? fact.cause
    known.place = known.place ?? fact.place
    known.date = known.date ?? fact.date
    known.group = known.group ?? fact.group
    known.partOf = known.partOf ?? fact.partOf
    for source in fact.reportedBy where !known.reportedBy.contains(source) { known.reportedBy.append(source) }
  }

  // MARK: Numbers

  private func hasSameNumber(_ known: CasualtyFact, _ fact: CasualtyFact) -> Bool {
    known.outcome == fact.outcome && known.bound == fact.bound && known.minimum == fact.minimum
      && known.maximum == fact.maximum
  }

  /// Whether one fact gives the number of the other with a hedge: "12" and "at least 12", "more than 12".
  private func hasNearNumber(_ known: CasualtyFact, _ fact: CasualtyFact) -> Bool {
    guard known.outcome == fact.outcome, known.bound != fact.bound, let number = known.number, number > 1,
      number == fact.number
    else { return false }
    return known.bound == .exact || fact.bound == .exact
  }

  // MARK: Conditions

  /// Whether two facts with the same number can be the same figure: nothing known of them differs.
  private func isSame(_ first: CasualtyFact, _ second: CasualtyFact) -> Bool {
    if let one = first.cause, let other = second.cause, one == other { return true }
    if let one = first.date, let other = second.date, one != other, one.year != other.year { return false }
    guard let one = first.place, let other = second.place else { return true }
    return one == other || first.cause == nil || second.cause == nil || (first.minimum ?? 0) > 9
  }

  /// Whether two facts tell of one harm for certain.
  private func isOneHarm(_ first: CasualtyFact, _ second: CasualtyFact) -> Bool {
    guard let cause = first.cause, cause == second.cause, first.partOf == nil, second.partOf == nil else {
      return false
    }
    return [first.bound, second.bound].contains(.atLeast)
  }

  /// Whether a figure is known from the title alone, which tells the story's own event.
  private func isHeadline(_ fact: CasualtyFact) -> Bool {
    fact.evidence.allSatisfy { evidence in
      context.tokens(in: evidence.span).first.map(context.isInTitle) ?? false
    }
  }

  /// Whether a figure is named as one told before: "the eight victims".
  private func isTold(_ figure: Figure) -> Bool {
    let start = figure.quantity.tokens.lowerBound
    guard !figure.isSingle, figure.quantity.isExact, start > 0, context.words[start - 1] == "the" else { return false }
    return context.document.heads[start - 1] == figure.quantity.node
  }

  /// "killed two clerks, while two others died in Orso": people of one sentence that are told apart.
  private func isOfOthers(_ figure: Figure, than known: Figure) -> Bool {
    let sentences = context.tree.sentenceOfToken
    // "One woman died in Orso. Another woman died in Strelsau."
    if figure.isSingle, context.words[figure.quantity.tokens.lowerBound] == "another" { return true }
    guard sentences[figure.quantity.node] == sentences[known.quantity.node] else { return false }
    let phrase = max(0, figure.quantity.tokens.lowerBound - 1)..<figure.tokens.upperBound
    return phrase.contains { ["others", "other", "another", "more", "further"].contains(context.words[$0]) }
  }

  /// "four in Orso, four in Strelsau": places of one sentence that are told apart.
  private func isElsewhere(_ figure: Figure, _ fact: CasualtyFact, than known: Figure, _ other: CasualtyFact) -> Bool {
    let sentences = context.tree.sentenceOfToken
    guard sentences[figure.quantity.node] == sentences[known.quantity.node], let place = fact.place,
      let before = other.place
    else { return false }
    return place != before
  }

  /// Who is counted: two single people are two figures.
  private func counted(_ figure: Figure) -> String { context.document.lemmas[figure.quantity.node] }
}

extension Figure {
  /// Whether it counts one person.
  var isSingle: Bool { quantity.minimum == 1 && quantity.maximum == 1 }
}

extension CasualtyFact {
  /// The number that the words name.
  fileprivate var number: Int? {
    switch bound {
    case .vague, .range: nil
    case .moreThan: minimum.map { $0 - 1 }
    default: minimum ?? maximum
    }
  }
}
