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
        guard let noun = nounOfPair(argument.entity),
          let pair = pair(before: drafts[position], among: drafts[..<position], asked: noun)
        else { continue }
        drafts[position].arguments.removeAll { $0.role == argument.role && $0.entity == argument.entity }
        for entity in pair where !drafts[position].fillers(argument.role).contains(entity) {
          drafts[position].arguments.append(
            EventArgument(role: argument.role, entity: entity, evidence: argument.evidence)
          )
        }
      }
    }
  }

  /// The noun of "the two leaders", "both countries"; nil for other descriptions.
  private func nounOfPair(_ index: EntityIndex) -> String? {
    guard entities[index].kind == .group, let head = entities[index].mentions.first?.head,
      ["NNS", "NNPS"].contains(syntax.tag(head)), !syntax.has(head, .conjunct, .nominalModifier, .relativeClause)
    else { return nil }
    let before = syntax.children(head).filter { $0 < head }.map { syntax.context.words[$0] }
    guard before.contains("both") || before.contains("two") && before.contains("the") else { return nil }
    return syntax.lemma(head)
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
    for known in drafts.reversed() where draft.sentence - known.sentence <= Self.reach {
      guard EventConflicts.mutual.contains(known.type) else { continue }
      let agents = known.fillers(.agent).filter { kinds.contains(entities[$0].kind) }
      if agents.count == 2 { return agents }
    }
    return nil
  }
}
