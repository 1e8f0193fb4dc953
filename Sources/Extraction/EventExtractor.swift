/// Reads the events of an article: triggers, arguments, status, date, and which triggers tell of the same event.
package struct EventExtractor: Sendable {
  package init() {}

  /// The events in the order of their first trigger; groups met as participants are added to the entities.
  package func events(
    in context: ArticleContext,
    entities: inout StoryEntities,
    times: TimeResolver,
    attributions: [Attribution]
  ) -> [EventFact] { [] }
}
