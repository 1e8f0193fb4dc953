/// Turns attributions into statements with resolved speakers and what they are about.
package struct StatementExtractor: Sendable {
  package init() {}

  /// The statements in the order of the text; groups that speak are added to the entities.
  package func statements(
    in context: ArticleContext,
    entities: inout StoryEntities,
    events: [EventFact],
    attributions: [Attribution]
  ) -> [StatementFact] { [] }
}
