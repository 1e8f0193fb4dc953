import Knowledge
import LanguageAnalysis

/// Tells nouns that speak of any event of a kind from those that tell one: "hurricanes are storms with high winds".
struct GenericEvents {
  let syntax: ClauseSyntax

  /// Types of which a bare plural in the present tense means any: "hurricanes are storms with high winds".
  private static let kinds: Set<EventType> = ["disaster", "accident", "kill", "injure"]

  /// Whether a noun speaks of any event of its type.
  func isGeneric(_ token: Int, _ type: EventType) -> Bool {
    guard Self.kinds.contains(type), syntax.tag(token) == "NNS", !syntax.context.isInTitle(token) else { return false }
    let isTold = syntax.children(token).contains { child in
      switch syntax.relation(child) {
      case .determiner, .numericModifier, .possessiveModifier, .relativeClause, .adnominalClause: true
      case .adjectivalModifier, .compound, .nominalModifier:
        syntax.partOfSpeech(child) == .properNoun
          || ["several", "recent", "many", "latest", "further"]
            .contains(syntax.context.words[child])
          || syntax.relation(child) == .nominalModifier
      default: false
      }
    }
    guard !isTold, var verb = syntax.context.tree.head(of: token) else { return false }
    for _ in 0..<4 where !syntax.isVerb(verb) && !syntax.has(verb, .copula) {
      guard let next = syntax.context.tree.head(of: verb) else { return false }
      verb = next
    }
    let auxiliaries = syntax.children(verb).filter {
      [.auxiliary, .copula, .passiveAuxiliary].contains(syntax.relation($0))
    }
    if !auxiliaries.isEmpty {
      return auxiliaries.allSatisfy {
        ["are", "is", "can", "may", "must", "do", "does"].contains(syntax.context.words[$0])
      }
    }
    return ["VBP", "VBZ"].contains(syntax.tag(verb))
  }
}
