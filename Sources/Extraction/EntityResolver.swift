/// Finds the entities of an article and resolves every mention to one: names, descriptions, adjectives, pronouns.
package struct EntityResolver: Sendable {
  package init() {}

  /// The entities of an article; `attributions` tell who speaks where, for "I" and "we".
  package func entities(in context: ArticleContext, attributions: [Attribution]) -> StoryEntities {
    StoryEntities()
  }

  /// The entity of the phrase headed by a token, made a group where it describes people or a body not yet known.
  ///
  /// Nil where the phrase names no entity and describes nobody.
  package func entity(
    describedBy token: Int,
    in context: ArticleContext,
    among entities: inout StoryEntities
  ) -> EntityIndex? {
    entities.entity(headedBy: token)
  }
}
