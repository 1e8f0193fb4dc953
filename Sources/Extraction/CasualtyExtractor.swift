import LanguageAnalysis

/// Reads figures of people harmed: number, bound, outcome, cause, place, date and source.
package struct CasualtyExtractor: Sendable {
  package init() {}

  /// The figures in the order of the text.
  package func casualties(
    in context: ArticleContext,
    entities: inout StoryEntities,
    events: [EventFact],
    times: TimeResolver,
    attributions: [Attribution]
  ) -> [CasualtyFact] {
    let reader = FigureReader(context: context, times: times)
    var figures: [Figure] = []
    for sentence in context.document.sentences {
      figures += reader.figures(in: sentence.tokens, after: figures)
    }
    let links = FigureLinks(
      context: context,
      times: times,
      events: events,
      entities: entities.entities,
      attributions: attributions
    )
    var facts: [CasualtyFact] = []
    var keys: [FigureKey: [Int]] = [:]
    var positions: [Int] = []
    for figure in figures {
      let fact = fact(figure, links: links, positions: positions, after: facts, in: context, entities: &entities)
      let key = FigureKey(fact, counted: figure.isSingle ? context.document.lemmas[figure.quantity.node] : "")
      if let same = keys[key]?.first(where: {
        isSame(facts[$0], fact) || isHeadline(facts[$0], in: context) || isTold(figure, in: context)
      }) {
        merge(fact, into: &facts[same])
        positions.append(same)
      } else {
        keys[key, default: []].append(facts.count)
        positions.append(facts.count)
        facts.append(fact)
      }
    }
    tieParts(figures, at: positions, in: &facts)
    return facts
  }

  /// Ties parts of figures that stand elsewhere ("two of the dead") to the nearest greater figure of the same outcome,
  /// those before first.
  private func tieParts(_ figures: [Figure], at positions: [Int], in facts: inout [CasualtyFact]) {
    for (index, figure) in figures.enumerated() where figure.isPart {
      let own = positions[index]
      let others = positions[..<index].reversed() + positions[(index + 1)...]
      let whole = others.first { other in
        other != own && facts[other].outcome == figure.harm.outcome && facts[other].partOf == nil
          && (facts[other].minimum ?? .max) > (figure.quantity.minimum ?? 0)
      }
      facts[own].partOf = facts[own].partOf ?? whole
    }
  }

  private func fact(
    _ figure: Figure,
    links: FigureLinks,
    positions: [Int],
    after facts: [CasualtyFact],
    in context: ArticleContext,
    entities: inout StoryEntities
  ) -> CasualtyFact {
    let cause = links.cause(of: figure)
    let outcome = links.isToll(figure, cause: cause, after: facts) ? .killed : figure.harm.outcome
    var fact = CasualtyFact(
      outcome: outcome,
      bound: figure.quantity.bound,
      minimum: figure.quantity.minimum,
      maximum: figure.quantity.maximum,
      date: links.date(of: figure, cause: cause),
      evidence: [context.evidence(figure.tokens, foundBy: "casualty:" + figure.harm.foundBy)],
      cause: cause,
      place: links.place(of: figure, cause: cause),
      group: entities.entity(headedBy: figure.quantity.node),
      partOf: figure.partOf.flatMap { positions.indices.contains($0) ? positions[$0] : nil }
    )
    for head in links.sources(of: figure) {
      let source =
        entities.entity(headedBy: head) ?? EntityResolver().entity(describedBy: head, in: context, among: &entities)
      if let source, !fact.reportedBy.contains(source) { fact.reportedBy.append(source) }
    }
    return fact
  }

  // MARK: One figure told several times

  private struct FigureKey: Hashable {
    var outcome: CasualtyFact.Outcome
    var bound: CasualtyFact.Bound
    var minimum: Int?
    var maximum: Int?
    /// Of a single person, who is counted: two single people are two figures.
    var counted: String

    init(_ fact: CasualtyFact, counted: String) {
      outcome = fact.outcome
      bound = fact.bound
      minimum = fact.minimum
      maximum = fact.maximum
      self.counted = counted
    }
  }

  /// Whether two facts with the same number can be the same figure: nothing known of them differs.
  private func isSame(_ first: CasualtyFact, _ second: CasualtyFact) -> Bool {
    if let one = first.cause, let other = second.cause, one == other { return true }
    if let one = first.date, let other = second.date, one != other, one.year != other.year { return false }
    guard let one = first.place, let other = second.place else { return true }
    return one == other || first.cause == nil || second.cause == nil || (first.minimum ?? 0) > 9
  }

  /// Whether a figure is known from the title alone, which tells the story's own event.
  private func isHeadline(_ fact: CasualtyFact, in context: ArticleContext) -> Bool {
    fact.evidence.allSatisfy { evidence in
      context.tokens(in: evidence.span).first.map(context.isInTitle) ?? false
    }
  }

  /// Whether a figure is named as one told before: "the eight victims".
  private func isTold(_ figure: Figure, in context: ArticleContext) -> Bool {
    let start = figure.quantity.tokens.lowerBound
    guard !figure.isSingle, figure.quantity.isExact, start > 0, context.words[start - 1] == "the" else { return false }
    return context.document.heads[start - 1] == figure.quantity.node
  }

  private func merge(_ fact: CasualtyFact, into known: inout CasualtyFact) {
    known.evidence += fact.evidence.filter { !known.evidence.contains($0) }
    known.cause = known.cause ?? fact.cause
    known.place = known.place ?? fact.place
    known.date = known.date ?? fact.date
    known.group = known.group ?? fact.group
    known.partOf = known.partOf ?? fact.partOf
    for source in fact.reportedBy where !known.reportedBy.contains(source) { known.reportedBy.append(source) }
  }
}

extension Figure {
  /// Whether it counts one person.
  fileprivate var isSingle: Bool { quantity.minimum == 1 && quantity.maximum == 1 }
}
