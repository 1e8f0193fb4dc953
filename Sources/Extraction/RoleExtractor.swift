/// Reads who holds which office, who belongs to what, and what lies where.
package struct RoleExtractor: Sendable {
  package init() {}

  /// The roles that the article states, in the order of the text.
  package func roles(in context: ArticleContext, entities: StoryEntities) -> [RoleFact] {
    RoleReading(context: context, entities: entities).roles()
  }

  /// The memberships and locations that the article states, and the countries in which tables place its cities.
  package func relations(in context: ArticleContext, entities: StoryEntities) -> [RelationFact] {
    RelationReading(context: context, entities: entities).relations()
  }
}
