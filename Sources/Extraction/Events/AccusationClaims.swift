import Knowledge
import LanguageAnalysis

/// Marks what an accusation is about as told by the accuser: "accused him of starting the war" does not tell the war's
/// beginning as the article's own knowledge.
struct AccusationClaims {
  let syntax: ClauseSyntax

  private static let accusation: EventType = "accuse"
  private static let clauses: Set<DependencyRelation> = [
    .adverbialClause, .adnominalClause, .clausalComplement, .openClausalComplement, .oblique, .nominalModifier,
  ]
  private static let prepositions: Set<String> = ["of", "for", "that"]

  /// Gives the events in the clauses under an accusation its agents as sources, where they have none.
  func mark(_ drafts: inout [EventDraft]) {
    var positions: [Int: Int] = [:]
    for (position, draft) in drafts.enumerated() {
      for trigger in draft.triggers { positions[trigger.token] = position }
    }
    for draft in drafts where draft.type == Self.accusation {
      let accusers = draft.fillers(.agent)
      guard let token = draft.triggers.first?.token, !accusers.isEmpty else { continue }
      for claim in claims(under: token).compactMap({ positions[$0] }) where drafts[claim].reportedBy.isEmpty {
        drafts[claim].reportedBy = accusers
      }
    }
  }

  private func claims(under token: Int) -> [Int] {
    syntax.children(token).filter { child in
      Self.clauses.contains(syntax.relation(child))
        && syntax.children(child).contains {
          [.caseMarking, .marker].contains(syntax.relation($0))
            && Self.prepositions.contains(syntax.context.words[$0])
        }
    }.flatMap(withoutAsides)
  }

  /// A clause without the relative clauses in it, which are the article's own words.
  private func withoutAsides(_ token: Int) -> [Int] {
    let children = syntax.children(token).filter { syntax.relation($0) != .relativeClause }
    return [token] + children.flatMap(withoutAsides)
  }
}
