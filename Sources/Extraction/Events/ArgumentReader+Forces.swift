import Knowledge
import LanguageAnalysis

// Whose the forces are that do something.
extension ArgumentReader {
  /// What the forces of states and alliances do, those do: "Ruritanian troops stormed the town".
  private static let forces: Set<String> = [
    "force", "forces", "troop", "troops", "soldier", "army", "military", "navy", "warplane", "jet", "commando",
    "marine", "peacekeeper",
  ]
  /// What the members of armed groups do, those do: "Red Hand fighters".
  private static let fighters: Set<String> = ["militant", "fighter", "guerrilla", "rebel", "gunman", "insurgent"]
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
      let (isForce, isFighter) = (
        Self.forces.contains(syntax.lemma(head)), Self.fighters.contains(syntax.lemma(head))
      )
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
