import Extraction
import Knowledge

/// The events read from a parsed sentence, with the entities that take part in them.
struct ToldEvents {
  let events: [EventFact]
  let entities: [Entity]

  /// Reads the events of a parsed sentence beside entities that are known already.
  ///
  /// Without a model of participants the rules decide alone.
  init(
    in context: ArticleContext,
    among known: StoryEntities = StoryEntities(),
    participants model: ParticipantModel? = nil
  ) {
    var entities = known
    events = EventExtractor(participants: model).events(
      in: context,
      entities: &entities,
      times: TimeResolver(context: context),
      attributions: []
    )
    self.entities = entities.entities
  }

  /// The names of those in a role of the first event of a type.
  func fillers(_ role: EventArgument.Role, of type: EventType) -> [String] {
    events.first { $0.type == type }?.arguments.filter { $0.role == role }.map { entities[$0.entity].name } ?? []
  }
}
