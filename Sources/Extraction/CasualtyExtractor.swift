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
  ) -> [CasualtyFact] { [] }
}
