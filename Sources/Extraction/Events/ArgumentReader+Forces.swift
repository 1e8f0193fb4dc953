import Knowledge
import LanguageAnalysis

// Whose the forces are that do something.
extension ArgumentReader {
  private static let deeds: Set<EventType> = ["attack", "kill", "injure", "arrest"]

  /// The states, alliances and armed groups whose forces are agents of an event.
  func commanders(
    of arguments: [EventArgument],
    in type: EventType,
    among entities: StoryEntities
  ) -> [EventArgument] {
    guard Self.deeds.contains(type) else { return [] }
    var found: [EventArgument] = []
    for argument in arguments where argument.role == .agent {
      let entity = entities.entities[argument.entity]
      guard entity.kind == .group, let head = entity.mentions.first?.head else { continue }
      let isForce = context.knowledge.wordClasses.contains(syntax.lemma(head), in: .forceNoun)
      let isFighter = context.knowledge.wordClasses.contains(syntax.lemma(head), in: .fighterNoun)
      guard isForce || isFighter else { continue }
      for child in context.tree.children(of: head, .adjectivalModifier, .compound, .possessiveModifier) {
        guard let owner = entities.entity(headedBy: child),
          !(arguments + found).contains(where: { $0.entity == owner })
        else { continue }
        let kind = entities.entities[owner].kind
        guard kind == .organization || kind == .place && isForce && entities.entities[owner].placeKind == "country"
        else { continue }
        found.append(EventArgument(role: .agent, entity: owner, evidence: argument.evidence))
      }
    }
    return found
  }
}
