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
    let reading = read(article, document)
    let (context, times, attributions) = (reading.context, reading.times, reading.attributions)
    var entities = reading.entities
    var facts = Facts()
    facts.roles = reading.roles
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

  /// What the events of an article are read from.
  struct Reading {
    let context: ArticleContext
    let times: TimeResolver
    let attributions: [Attribution]
    let entities: StoryEntities
    let roles: [RoleFact]
  }

  /// The first stages: who is mentioned, when, and who holds which office.
  func read(_ article: Article, _ document: Document) -> Reading {
    let context = ArticleContext(article: article, document: document, knowledge: knowledge)
    let attributions = AttributionFinder().attributions(in: context)
    var entities = EntityResolver().entities(in: context, attributions: attributions)
    let roles = RoleExtractor().roles(in: context, entities: entities)
    entities.add(holders: roles, in: context)
    return Reading(
      context: context,
      times: TimeResolver(context: context),
      attributions: attributions,
      entities: OfficeDescriptions(context: context, roles: roles).resolved(entities),
      roles: roles
    )
  }
}
