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
    var merger = FigureMerger(context: context)
    var positions: [Int] = []
    for figure in figures {
      let fact = fact(figure, links: links, positions: positions, after: facts, in: context, entities: &entities)
      if let same = merger.position(of: figure, fact, in: facts) {
        merger.merge(fact, into: &facts[same])
        positions.append(same)
      } else {
        positions.append(facts.count)
        facts.append(fact)
        merger.note(figure)
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
    let source = links.sources.source(of: figure)
    let outcome = links.isToll(figure, cause: cause, after: facts) ? .killed : figure.harm.outcome
    var fact = CasualtyFact(
      outcome: outcome,
      bound: figure.quantity.bound,
      minimum: figure.quantity.minimum,
      maximum: figure.quantity.maximum,
      date: links.date(of: figure, cause: cause),
      evidence: [context.evidence(figure.tokens, foundBy: "casualty:" + figure.harm.foundBy)],
      cause: cause,
      place: links.place(of: figure, cause: cause, source: source?.head, after: facts),
      group: entities.entity(headedBy: figure.quantity.node),
      partOf: figure.partOf.flatMap { positions.indices.contains($0) ? positions[$0] : nil }
    )
    if let source {
      let entity =
        entities.entity(headedBy: source.head)
        ?? EntityResolver().entity(describedBy: source.head, in: context, among: &entities, speaks: source.speaks)
      if let entity { fact.reportedBy.append(entity) }
    }
    return fact
  }
}
