import Knowledge
import LanguageAnalysis

extension ClauseSyntax {
  /// The heads of the names that may stand for what a noun describes: appositions, "named C", and the predicate of a
  /// clause whose subject the noun is.
  func names(describedBy noun: Int, isAntecedent: Bool) -> [Int] {
    // "an Australian, John Smith"
    let isNative = partOfSpeech(noun) == .adjective && has(noun, .determiner)
    guard partOfSpeech(noun).isNoun || partOfSpeech(noun) == .numeral || isNative else { return [] }
    var found: [Int] = []
    for child in children(noun) where child > noun {
      switch relation(child) {
      case .apposition, .descriptiveModifier, .flat:
        found.append(child)
        // "two suspects, a man identified as Smith and his wife"
        for clause in context.tree.children(of: child, .adnominalClause)
        where ["name", "identify"].contains(lemma(clause)) {
          found += children(clause).filter { $0 > clause && partOfSpeech($0) == .properNoun }
        }
      case .nominalModifier where partOfSpeech(child) == .properNoun && !has(child, .caseMarking): found.append(child)
      case .adnominalClause where context.givesName(child):
        found += children(child).filter { $0 > child && partOfSpeech($0) == .properNoun }
      default: break
      }
    }
    if isAntecedent, let predicate = predicate(of: noun) {
      found += partOfSpeech(predicate) == .properNoun ? [predicate] : context.tree.children(of: predicate, .apposition)
    }
    return found.flatMap { heads(of: ArgumentPhrase(position: .object, head: $0), before: nil) }
  }

  /// The noun that a noun is said to be: "the rest of the candidates were newcomers"; nil where it is the subject of none.
  private func predicate(of noun: Int) -> Int? {
    var subject = noun
    if relation(noun) == .nominalModifier, let head = context.tree.head(of: noun), counted(by: head) == noun {
      subject = head
    }
    guard relation(subject) == .subject, let predicate = context.tree.head(of: subject), predicate > subject,
      has(predicate, .copula), partOfSpeech(predicate).isNoun
    else { return nil }
    return predicate
  }

  /// The heads of the names given as examples of what a noun describes: "members, including A and B".
  func examples(of noun: Int) -> [Int] {
    children(noun).filter {
      $0 > noun && relation($0) == .nominalModifier && Self.exemplifying.contains(preposition(of: $0) ?? "")
    }.flatMap { heads(of: ArgumentPhrase(position: .object, head: $0), before: nil) }
  }
}
