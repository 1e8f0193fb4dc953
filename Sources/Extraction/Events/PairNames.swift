import Knowledge
import LanguageAnalysis

/// Puts the names of those who met or agreed in the place of "the two leaders", "both countries".
struct PairNames {
  let syntax: ClauseSyntax
  let entities: [Entity]

  /// How many sentences back the pair may have been told.
  private static let reach = 4

  /// Replaces the descriptions of two in the drafts, where just two were told before.
  func name(_ drafts: inout [EventDraft]) {
    for position in drafts.indices {
      for argument in drafts[position].arguments {
        guard let head = headOfPair(argument.entity),
          let pair = pair(before: drafts[position], among: drafts[..<position], asked: syntax.lemma(head))
        else { continue }
        drafts[position].arguments.removeAll { $0.role == argument.role && $0.entity == argument.entity }
        for entity in pair where !drafts[position].fillers(argument.role).contains(entity) {
          drafts[position].arguments.append(
            EventArgument(role: argument.role, entity: entity, evidence: argument.evidence)
          )
        }
      }
      nameSubject(of: position, in: &drafts)
      nameObject(of: position, in: &drafts)
    }
  }

  /// "The two countries broke off relations": whose description is no group.
  private func nameSubject(of position: Int, in drafts: inout [EventDraft]) {
    guard drafts[position].fillers(.agent).isEmpty, let trigger = drafts[position].triggers.first,
      ([trigger.token] + trigger.carriers.map(\.token)).contains(where: syntax.isVerb)
    else { return }
    for verb in [trigger.token] + trigger.carriers.map(\.token) where syntax.isVerb(verb) && !syntax.isPassive(verb) {
      for phrase in syntax.surfaceSubjects(verb) where isPair(phrase.head) {
        guard
          let pair = pair(
            before: drafts[position],
            among: drafts[..<position],
            asked: syntax.lemma(phrase.head)
          )
        else { continue }
        let evidence = syntax.context.evidence(phrase.head..<phrase.head + 1, foundBy: "pair")
        drafts[position].arguments += pair.map { EventArgument(role: .agent, entity: $0, evidence: evidence) }
        return
      }
    }
  }

  /// "Ruritania accuses both countries": whose description is no group.
  private func nameObject(of position: Int, in drafts: inout [EventDraft]) {
    let isMutual = EventConflicts.mutual.contains(drafts[position].type)
    let role: EventArgument.Role =
      isMutual ? .agent : drafts[position].type == "demand" ? .recipient : .patient
    guard drafts[position].fillers(role).isEmpty, let trigger = drafts[position].triggers.first else { return }
    let places: Set<String> =
      isMutual ? ["between"] : syntax.isVerb(trigger.token) ? ["object", "against", "on", "to"] : ["against", "on"]
    for phrase in syntax.phrases(of: trigger.token)
    where places.contains(phrase.position.rawValue) && isPair(phrase.head) {
      guard
        let pair = pair(before: drafts[position], among: drafts[..<position], asked: syntax.lemma(phrase.head))?
          .filter({ !drafts[position].fillers(.agent).contains($0) }), pair.count == 2
      else { continue }
      let evidence = syntax.context.evidence(phrase.head..<phrase.head + 1, foundBy: "pair")
      drafts[position].arguments += pair.map { EventArgument(role: role, entity: $0, evidence: evidence) }
      return
    }
  }

  /// The noun of "the two leaders", "both countries"; nil for other descriptions.
  private func headOfPair(_ index: EntityIndex) -> Int? {
    guard entities[index].kind == .group, let head = entities[index].mentions.first?.head else { return nil }
    return isPair(head) ? head : nil
  }

  private func isPair(_ head: Int) -> Bool {
    guard ["NNS", "NNPS"].contains(syntax.tag(head)), !syntax.has(head, .conjunct, .nominalModifier, .relativeClause)
    else { return false }
    let before = syntax.children(head).filter { $0 < head }.map { syntax.context.words[$0] }
    if before.contains("both") || before.contains("two") && before.contains("the") { return true }
    return before == ["the"] && ["leader", "president", "premier", "minister"].contains(syntax.lemma(head))
  }

  /// "urged both sides to halt the fighting": those who fight each other, not those who talk of it.
  private func foes(among drafts: ArraySlice<EventDraft>, of kinds: Set<Entity.Kind>) -> [EntityIndex]? {
    for known in drafts.reversed() where known.type == "attack" {
      let agents = known.fillers(.agent).filter { kinds.contains(entities[$0].kind) }
      if agents.count == 2 { return agents }
    }
    return nil
  }

  /// The only two of their kind that the sentences before name.
  private func namedPair(of kinds: Set<Entity.Kind>, before draft: EventDraft) -> [EntityIndex]? {
    guard let token = draft.triggers.first?.token else { return nil }
    var found: [(entity: EntityIndex, head: Int)] = []
    for (index, entity) in entities.enumerated()
    where kinds.contains(entity.kind) && (entity.kind != .place || entity.placeKind == "country") {
      let heads = entity.mentions.filter { $0.form != .pronoun && $0.head < token }.map(\.head)
      guard let last = heads.last(where: { draft.sentence - syntax.context.tree.sentenceOfToken[$0] <= 1 }) else {
        continue
      }
      found.append((index, last))
    }
    return found.count == 2 ? found.map(\.entity) : nil
  }

  private func pair(
    before draft: EventDraft,
    among drafts: ArraySlice<EventDraft>,
    asked noun: String
  ) -> [EntityIndex]? {
    let kinds: Set<Entity.Kind>
    if syntax.context.knowledge.wordClasses.contains(noun, in: .leaderNoun) {
      kinds = [.person]
    } else if syntax.context.knowledge.wordClasses.contains(noun, in: .sideNoun) {
      kinds = [.place, .organization]
    } else {
      return nil
    }
    let isMutual = EventConflicts.mutual.contains(draft.type)
    if noun == "side", !isMutual, drafts.contains(where: { $0.type == "attack" }) {
      return foes(among: drafts, of: kinds)
    }
    for known in drafts.reversed() where draft.sentence - known.sentence <= Self.reach {
      let agents = known.fillers(.agent).filter { kinds.contains(entities[$0].kind) }
      if agents.count == 2, EventConflicts.mutual.contains(known.type) || known.type == "attack" { return agents }
      // "Ruritania accused Graustark ... The two countries": who does it and to whom.
      let others = (known.fillers(.patient) + known.fillers(.recipient)).filter { kinds.contains(entities[$0].kind) }
      if agents.count == 1, others.count == 1, agents != others { return agents + others }
    }
    return noun == "side" && !isMutual ? nil : namedPair(of: kinds, before: draft)
  }
}
