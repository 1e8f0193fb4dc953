import Knowledge
import LanguageAnalysis

// People called after the country that they come from.
extension ArgumentReader {
  /// "an Australian": somebody from there, not the country.
  func isNative(_ head: Int, among entities: StoryEntities) -> Bool {
    (syntax.children(head).contains { $0 < head && ["a", "an", "one", "another"].contains(context.words[$0]) }
      || isCounted(head) || isTheOne(head))
      && (entities.entity(headedBy: head).map { entities.entities[$0].kind == .place } ?? false)
      && context.knowledge.countries.country(named: context.words[head]) == nil
  }

  /// "thousands of Ruritanians": people from there.
  private func isCounted(_ head: Int) -> Bool {
    guard syntax.relation(head) == .nominalModifier, syntax.preposition(of: head) == "of",
      let above = context.tree.head(of: head)
    else { return false }
    return context.knowledge.wordClasses.contains(context.words[above], in: .quantityNoun)
  }

  /// "after the Ruritanian grabbed a gun": of an adjective for a noun in the singular.
  func isTheOne(_ head: Int) -> Bool {
    [.subject, .passiveSubject].contains(syntax.relation(head)) && ["NN", "NNP", "JJ"].contains(syntax.tag(head))
      && syntax.children(head).contains { $0 == head - 1 && context.words[$0] == "the" }
      && context.knowledge.countries.country(ofPeople: context.words[head]) != nil
      && context.words[head].hasSuffix("an")
  }
}
