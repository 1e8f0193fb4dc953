import Knowledge
import LanguageAnalysis

extension ArgumentReader {
  /// The place of a phrase: its own or, where it is described, that of its parts ("a suburb of Kyiv").
  func place(
    _ head: Int,
    admittedBy kinds: [FillerKind],
    among entities: inout StoryEntities
  ) -> EntityIndex? {
    if let found = entity(head, admittedBy: kinds, among: &entities) { return found }
    guard kinds.contains(.place), !triggers.contains(head) else { return nil }
    let body = entities.entity(headedBy: head)
    if let body, entities.entities[body].kind != .organization { return nil }
    if body != nil || syntax.partOfSpeech(head) == .properNoun {
      // "outside the Ruritanian Embassy in Strelsau"
      guard body != nil || context.knowledge.wordClasses.contains(context.words[head], in: .foreignSite) else {
        return nil
      }
      for child in context.tree.children(of: head, .nominalModifier)
      where ["in", "near"].contains(syntax.preposition(of: child) ?? "") {
        if let found = entities.entity(headedBy: child), entities.entities[found].kind == .place { return found }
      }
      return nil
    }
    guard syntax.partOfSpeech(head) == .noun else { return nil }
    let children = syntax.children(head)
    let isForeign = context.knowledge.wordClasses.contains(syntax.lemma(head), in: .foreignSite)
    let (adjectives, names) = (
      children.filter { syntax.relation($0) == .adjectivalModifier },
      children.filter { isNameOfPart($0) && !(isForeign && isCountry($0, among: entities) && $0 < head) }
    )
    // "the Ruritanian office in Strelsau": where it is, not whose.
    let inside = names.filter { $0 > head && ["in", "near", "at"].contains(syntax.preposition(of: $0) ?? "") }
    for child in inside + names + (isForeign ? [] : adjectives) {
      if let found = entities.entity(headedBy: child), entities.entities[found].kind == .place { return found }
      // "a theatre in the capital of Ruritania"
      if syntax.partOfSpeech(child) == .noun, syntax.relation(child) == .nominalModifier, child > head,
        context.knowledge.placeWords[syntax.lemma(child)] != nil
          || context.knowledge.wordClasses.contains(syntax.lemma(child), in: .areaNoun),
        let found = place(child, admittedBy: kinds, among: &entities)
      {
        return found
      }
    }
    return nil
  }

  func isCountry(_ token: Int, among entities: StoryEntities) -> Bool {
    entities.entity(headedBy: token).map { entities.entities[$0].placeKind == "country" } ?? false
  }

  private func isNameOfPart(_ child: Int) -> Bool {
    switch syntax.relation(child) {
    case .compound, .possessiveModifier, .apposition, .descriptiveModifier: true
    case .nominalModifier:
      ["of", "in", "near", "at", "on", "outside"].contains(syntax.preposition(of: child) ?? "")
    default: false
    }
  }
}
