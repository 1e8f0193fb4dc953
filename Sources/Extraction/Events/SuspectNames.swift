import Knowledge
import LanguageAnalysis

/// Puts the name of the one person whom an article tells to be arrested, charged or tried in the place of "the accused",
/// "the suspect".
struct SuspectNames {
  let syntax: ClauseSyntax
  let entities: [Entity]

  /// Types of proceedings that make somebody a suspect.
  private static let proceedings: Set<EventType> = ["arrest", "charge", "try", "convict"]
  private static let suspects: Set = ["accused", "suspect", "defendant", "assailant", "perpetrator", "culprit"]

  /// Replaces the descriptions of the suspect in the drafts, where one person alone can be meant.
  func name(_ drafts: inout [EventDraft]) {
    var persons: Set<EntityIndex> = []
    for draft in drafts where Self.proceedings.contains(draft.type) && draft.status != .negated {
      persons.formUnion(draft.fillers(.patient).filter { entities[$0].kind == .person })
    }
    guard let suspect = persons.first, persons.count == 1 else { return }
    var names: [EntityIndex: EntityIndex] = [:]
    for draft in drafts {
      for argument in draft.arguments where describesSuspect(argument.entity) { names[argument.entity] = suspect }
    }
    for position in drafts.indices { drafts[position].replaceFillers(by: names) }
  }

  /// "the accused", "the alleged gunman": a definite description of one person.
  private func describesSuspect(_ index: EntityIndex) -> Bool {
    guard entities[index].kind == .group, let head = entities[index].mentions.first?.head else { return false }
    let context = syntax.context
    let children = syntax.children(head)
    guard children.contains(where: { ["the", "this"].contains(context.words[$0]) }),
      !syntax.has(head, .numericModifier, .conjunct, .nominalModifier, .relativeClause)
    else { return false }
    if context.words[head] == "accused" { return true }
    guard syntax.tag(head) == "NN" else { return false }
    return Self.suspects.contains(syntax.lemma(head))
      || children.contains { ["alleged", "suspected"].contains(context.words[$0]) }
        && context.knowledge.peopleWords[syntax.lemma(head)] == "person"
  }
}
