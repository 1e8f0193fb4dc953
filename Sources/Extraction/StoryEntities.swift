/// The entities of a story while facts are being read: every mention resolved, groups added as they are met.
package struct StoryEntities: Sendable {
  /// The entities; indices stay valid as groups are added.
  package private(set) var entities: [Entity]
  private var entityOfHead: [Int: EntityIndex]

  /// The entities found so far; a mention is looked up by the token index of its head.
  package init(entities: [Entity] = []) {
    self.entities = entities
    entityOfHead = [:]
    for (index, entity) in entities.enumerated() {
      for mention in entity.mentions where entityOfHead[mention.head] == nil { entityOfHead[mention.head] = index }
    }
  }

  /// The entity that the phrase headed by a token refers to, by name, description, adjective or pronoun.
  package func entity(headedBy token: Int) -> EntityIndex? { entityOfHead[token] }

  /// Adds an entity with its mentions and gives its index.
  package mutating func add(_ entity: Entity) -> EntityIndex {
    let index = entities.count
    entities.append(entity)
    for mention in entity.mentions where entityOfHead[mention.head] == nil { entityOfHead[mention.head] = index }
    return index
  }

  /// Adds a mention to an entity.
  package mutating func add(_ mention: EntityMention, to index: EntityIndex) {
    entities[index].mentions.append(mention)
    if entityOfHead[mention.head] == nil { entityOfHead[mention.head] = index }
  }
}
