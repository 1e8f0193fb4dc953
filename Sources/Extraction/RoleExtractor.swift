/// Reads who holds which office, who belongs to what, and what lies where.
package struct RoleExtractor: Sendable {
  package init() {}

  /// The roles that the article states.
  package func roles(in context: ArticleContext, entities: StoryEntities) -> [RoleFact] { [] }

  /// The memberships and locations that the article states.
  package func relations(in context: ArticleContext, entities: StoryEntities) -> [RelationFact] { [] }
}
