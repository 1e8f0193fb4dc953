import ArticleReading
import Knowledge
import LanguageAnalysis

// The time told of last, which "the next day" counts from.
extension TimeResolver {
  /// "said on Monday", "said in a statement today": the day of the saying.
  private func datesSaying(_ expression: TimeExpression, in context: ArticleContext) -> Bool {
    let above = context.tree.ancestors(of: expression.head)
    guard let verb = above.first(where: { context.document.partsOfSpeech[$0] == .verb }) else { return false }
    let lemma = context.document.lemmas[verb]
    return context.knowledge.reportingWords.verb(lemma) != nil
      && (context.knowledge.wordClasses.contains(lemma, in: .plainSaying)
        || context.tree.child(of: verb, .clausalComplement, .parataxis) != nil
          && context.knowledge.events.entries(trigger: lemma).allSatisfy { $0.part != .verb })
  }

  /// "since the vote of 20 October", "had met on Friday": a time that the story does not go on from.
  private func isBackground(_ expression: TimeExpression, in context: ArticleContext) -> Bool {
    let tree = context.tree
    for ancestor in tree.ancestors(of: expression.head) {
      let markers = tree.children(of: ancestor, .caseMarking, .marker).map { context.words[$0] }
      if markers.contains(where: { ["since", "after", "before", "until", "following"].contains($0) }) { return true }
      if context.document.partsOfSpeech[ancestor] == .verb {
        return tree.children(of: ancestor, .auxiliary).contains { context.words[$0] == "had" }
      }
    }
    return false
  }

  /// How many sentences back "the day before" may refer.
  private static let reach = 3

  func dateToldBefore(
    _ position: Int,
    unit: TimeWordTable.Unit,
    in context: ArticleContext
  ) -> CalendarDate? {
    let sentence = context.tree.sentenceOfToken[expressions[position].head]
    let near = expressions[..<position].reversed().prefix { earlier in
      sentence - context.tree.sentenceOfToken[earlier.head] <= Self.reach
    }
    for earlier in near.filter({ !isBackground($0, in: context) }) + near.filter({ isBackground($0, in: context) }) {
      guard let date = earlier.date,
        sentence == context.tree.sentenceOfToken[earlier.head] || !datesSaying(earlier, in: context)
      else { continue }
      switch unit {
      case .instant, .day, .week, .weekend, .fortnight:
        let isYear = date.month == nil && unit != .instant
        if date.day != nil || isYear && sentence == context.tree.sentenceOfToken[earlier.head] { return date }
      case .month, .quarter: if date.month != nil { return date.withoutDay }
      case .year, .decade, .century: return date.withoutMonth
      }
    }
    return unit == .day && !near.contains { $0.date?.day != nil } ? storyDay(in: context) : nil
  }

  /// "the same day": that of the first sentences, where no other was told since.
  private func storyDay(in context: ArticleContext) -> CalendarDate? {
    expressions.first { expression in
      context.tree.sentenceOfToken[expression.head] <= Self.reach && !isBackground(expression, in: context)
        && expression.date?.day != nil
        && anchor.flatMap { today in expression.date.flatMap { today.days(since: $0) } }.map { (0...10).contains($0) }
          ?? false
    }?.date
  }
}
