import ArticleReading
import Knowledge
import LanguageAnalysis

/// Reads the facts of an annotated article; the one place where the order of the stages stands.
public struct Extractor: Sendable {
  private let knowledge: KnowledgeBase

  /// Makes an extractor that applies the given knowledge.
  public init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
  }

  /// The facts of an article, given the annotation of its text.
  public func facts(of article: Article, document: Document) -> Facts {
    let context = ArticleContext(article: article, document: document, knowledge: knowledge)
    let attributions = AttributionFinder().attributions(in: context)
    let times = TimeResolver(context: context)
    var entities = EntityResolver().entities(in: context, attributions: attributions)
    var facts = Facts()
    facts.roles = RoleExtractor().roles(in: context, entities: entities)
    entities.add(holders: facts.roles, in: context)
    entities = OfficeDescriptions(context: context, roles: facts.roles).resolved(entities)
    facts.relations = RoleExtractor().relations(in: context, entities: entities)
    facts.events = EventExtractor().events(
      in: context,
      entities: &entities,
      times: times,
      attributions: attributions
    )
    facts.casualties = CasualtyExtractor().casualties(
      in: context,
      entities: &entities,
      events: facts.events,
      times: times,
      attributions: attributions
    )
    facts.statements = StatementExtractor().statements(
      in: context,
      entities: &entities,
      events: facts.events,
      attributions: attributions
    )
    facts.entities = entities.entities
    OwnMedium(context: context).withdraw(from: &facts.statements, among: facts.entities)
    return facts
  }
}
