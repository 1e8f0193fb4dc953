/// The entities of a story while facts are being read: every mention resolved, groups added as they are met.
package struct StoryEntities: Sendable {
  /// The entities; indices stay valid as groups are added.
  package private(set) var entities: [Entity]
  private var entityOfHead: [Int: EntityIndex]
  private var entityOfNameToken: [Int: EntityIndex] = [:]
  /// The head of an earlier phrase, of which there is no entity yet, that a pronoun stands for.
  private let antecedents: [Int: Int]
  /// The heads of several phrases that a pronoun stands for together.
  private let joined: [Int: [Int]]
  /// The descriptions of groups, the latest last.
  private var groups: [(index: EntityIndex, profile: GroupProfile)] = []

  /// The entities found so far; a mention is looked up by the token index of its head.
  package init(entities: [Entity] = [], antecedents: [Int: Int] = [:], joined: [Int: [Int]] = [:]) {
    self.entities = entities
    self.antecedents = antecedents
    self.joined = joined
    entityOfHead = [:]
    for (index, entity) in entities.enumerated() {
      for mention in entity.mentions { note(mention, of: index) }
    }
  }

  /// The entity that the phrase headed by a token refers to, by name, description, adjective or pronoun.
  package func entity(headedBy token: Int) -> EntityIndex? { entityOfHead[token] }

  /// The entity whose name covers a token.
  package func entity(namedAt token: Int) -> EntityIndex? { entityOfNameToken[token] }

  /// The head of the earlier phrase that a pronoun stands for, where that phrase has no entity of its own.
  package func antecedent(of token: Int) -> Int? { antecedents[token] }

  /// The head of the phrase that a token stands for in the end: the first on its way that an entity is known of, or that
  /// stands for no other.
  package func root(of token: Int) -> Int { root(of: token, steps: 8) }

  private func root(of token: Int, steps: Int) -> Int {
    if steps == 0 || entityOfHead[token] != nil || entityOfNameToken[token] != nil { return token }
    if let next = antecedents[token] { return root(of: next, steps: steps - 1) }
    return token
  }

  /// The heads of the phrases that a plural pronoun stands for together: "A and B … they".
  package func joined(by token: Int) -> [Int] { joined[token] ?? [] }

  /// Adds an entity with its mentions and gives its index.
  package mutating func add(_ entity: Entity) -> EntityIndex {
    let index = entities.count
    entities.append(entity)
    for mention in entity.mentions { note(mention, of: index) }
    return index
  }

  /// Adds a mention to an entity.
  package mutating func add(_ mention: EntityMention, to index: EntityIndex) {
    entities[index].mentions.append(mention)
    note(mention, of: index)
  }

  /// Adds a name or description to an entity that it does not have yet.
  package mutating func add(alias: String, to index: EntityIndex) {
    guard entities[index].name != alias, !entities[index].aliases.contains(alias) else { return }
    entities[index].aliases.append(alias)
  }

  /// Makes the nouns that name offices stand for their holders, where nothing else is known of whom they mean.
  package mutating func add(holders roles: [RoleFact], in context: ArticleContext) {
    for role in roles {
      for head in role.heads where entityOfHead[head] == nil && entityOfNameToken[head] == nil {
        let tokens = context.descriptionTokens(of: head)
        let evidence = context.evidence(tokens, foundBy: "nominal:role")
        add(EntityMention(form: .nominal, tokens: tokens, head: head, evidence: evidence), to: role.holder)
      }
    }
  }

  /// The latest group that a description may stand for; one described in the very words before others.
  func group(like profile: GroupProfile) -> EntityIndex? {
    let known = groups.filter { $0.profile.isSame(as: profile) && fits(profile, group: $0.index) }
    return (known.last { $0.profile.modifiers == profile.modifiers } ?? known.last)?.index
  }

  /// The latest somebody who is described as coming from a place: "a Ruritanian man", then "the Ruritanian".
  func person(from adjective: String) -> EntityIndex? {
    groups.last { !$0.profile.isPlural && $0.profile.modifiers.contains(adjective) }?.index
  }

  /// Whether a description goes with all that a group was called so far: "US officials" are no "British officials".
  private func fits(_ profile: GroupProfile, group: EntityIndex) -> Bool {
    let modifiers = groups.filter { $0.index == group }.reduce(into: Set<String>()) {
      $0.formUnion($1.profile.modifiers)
    }
    return modifiers.isSubset(of: profile.modifiers) || profile.modifiers.isSubset(of: modifiers)
  }

  /// Remembers how a group is described.
  mutating func remember(group: EntityIndex, as profile: GroupProfile) {
    groups.append((group, profile))
  }

  private mutating func note(_ mention: EntityMention, of index: EntityIndex) {
    if entityOfHead[mention.head] == nil { entityOfHead[mention.head] = index }
    guard mention.form == .name else { return }
    for token in mention.tokens where entityOfNameToken[token] == nil { entityOfNameToken[token] = index }
  }
}
