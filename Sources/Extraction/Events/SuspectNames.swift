import Knowledge
import LanguageAnalysis

/// Puts names in the place of descriptions: of the one person whom an article tells to be arrested, charged or tried in
/// that of "the accused", and of whom the text names later in that of "a commander".
struct SuspectNames {
  let syntax: ClauseSyntax
  let entities: [Entity]

  /// Types of proceedings that make somebody a suspect.
  private static let proceedings: Set<EventType> = ["arrest", "charge", "try", "convict"]
  /// Replaces the descriptions of the suspect, and of others whom the text names later, in the drafts.
  func name(_ drafts: inout [EventDraft]) {
    let later = namedLater()
    if !later.isEmpty { nameLater(later, in: &drafts) }
    nameSuspect(in: &drafts)
  }

  /// Replaces the descriptions of the suspect in the drafts, where one person alone can be meant.
  private func nameSuspect(in drafts: inout [EventDraft]) {
    var persons: Set<EntityIndex> = []
    for draft in drafts where Self.proceedings.contains(draft.type) && draft.status != .negated {
      persons.formUnion(draft.fillers(.patient).filter { entities[$0].kind == .person })
    }
    let isAttacker = persons.isEmpty
    if isAttacker {
      for draft in drafts where ["attack", "kill"].contains(draft.type.rawValue) && draft.status == .actual {
        persons.formUnion(draft.fillers(.agent).filter { entities[$0].kind == .person })
      }
    }
    guard let suspect = persons.first, persons.count == 1 else { return }
    var names: [EntityIndex: EntityIndex] = [:]
    for draft in drafts {
      for argument in draft.arguments
      where describesSuspect(argument.entity, or: isAttacker ? .attackerNoun : .suspectNoun) {
        names[argument.entity] = suspect
      }
    }
    for position in drafts.indices { drafts[position].replaceFillers(by: names) }
  }

  /// A person named beside a description that has "the": "the commander, John Smith".
  private struct Naming {
    let noun: Int
    let person: EntityIndex
  }

  /// The persons whose names tell who was described before, by the noun of the description.
  private func namedLater() -> [String: [Naming]] {
    var found: [String: [Naming]] = [:]
    for (index, entity) in entities.enumerated() where entity.kind == .person {
      for mention in entity.mentions {
        var name = mention.head
        if syntax.relation(name) == .flat, let first = syntax.context.tree.head(of: name) { name = first }
        guard syntax.relation(name) == .apposition,
          let noun = syntax.context.tree.head(of: name), noun < name, syntax.tag(noun) == "NN",
          syntax.children(noun).contains(where: { syntax.context.words[$0] == "the" })
        else { continue }
        found[syntax.lemma(noun), default: []].append(Naming(noun: noun, person: index))
      }
    }
    return found
  }

  /// "wounded their commander … the commander, John Smith, survived": who was described first is the one named later.
  private func nameLater(_ later: [String: [Naming]], in drafts: inout [EventDraft]) {
    var names: [EntityIndex: EntityIndex] = [:]
    for draft in drafts {
      for argument in draft.arguments where names[argument.entity] == nil {
        guard entities[argument.entity].kind == .group, let head = entities[argument.entity].mentions.first?.head,
          syntax.tag(head) == "NN", !syntax.has(head, .conjunct, .numericModifier),
          let namings = later[syntax.lemma(head)], namings.count == 1, let naming = namings.first, head < naming.noun
        else { continue }
        names[argument.entity] = naming.person
      }
    }
    for position in drafts.indices { drafts[position].replaceFillers(by: names) }
  }

  /// "the accused", "the alleged gunman": a definite description of one person.
  private func describesSuspect(_ index: EntityIndex, or nouns: WordClassTable.Class) -> Bool {
    guard entities[index].kind == .group, let head = entities[index].mentions.first?.head else { return false }
    let context = syntax.context
    let children = syntax.children(head)
    guard children.contains(where: { ["the", "this"].contains(context.words[$0]) }),
      !syntax.has(head, .numericModifier, .conjunct, .nominalModifier, .relativeClause)
    else { return false }
    if context.words[head] == "accused" { return true }
    guard syntax.tag(head) == "NN" else { return false }
    return context.knowledge.wordClasses.contains(syntax.lemma(head), in: .suspectNoun)
      || context.knowledge.wordClasses.contains(syntax.lemma(head), in: nouns)
      || children.contains { ["alleged", "suspected"].contains(context.words[$0]) }
        && context.knowledge.peopleWords[syntax.lemma(head)] == "person"
  }
}
