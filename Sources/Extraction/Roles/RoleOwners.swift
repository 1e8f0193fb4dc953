import Knowledge
import LanguageAnalysis

// What an office belongs to, of several bodies and places beside it.
extension RoleReading {
  /// The one body that a paragraph names before a chief executive or other chief officer without further words.
  func company(of phrase: TitlePhrase) -> EntityIndex? {
    let words = phrase.tokens.map { context.words[$0] }
    guard words.contains("ceo") || words.contains("chief") && (words.contains("executive") || words.last == "officer")
    else { return nil }
    let block = context.document.sentences[context.tree.sentenceOfToken[phrase.head]].block
    let named = entities.entities.indices.filter { index in
      entities.entities[index].kind == .organization
        && entities.entities[index].mentions.contains {
          $0.head < phrase.tokens.lowerBound
            && context.document.sentences[context.tree.sentenceOfToken[$0.head]].block == block
        }
    }
    return named.count == 1 ? named.first : nil
  }

  /// "U.S. director of Y": of Y, where the first is only the place that the holder works in.
  func isOfBody(_ place: EntityIndex?, _ body: EntityIndex, at token: Int, _ phrase: TitlePhrase) -> Bool {
    guard let place, token > phrase.head, entities.entities[place].kind == .place,
      entities.entities[body].kind == .organization
    else { return false }
    return context.knowledge.wordClasses.contains(
      context.document.lemmas[phrase.head].lowercased(),
      in: .officeOfBodyNoun
    )
  }

  func isRegional(_ place: EntityIndex?, _ body: EntityIndex, at token: Int, _ phrase: TitlePhrase) -> Bool {
    guard let place, token < phrase.tokens.lowerBound,
      phrase.owners.first.map({ $0 < phrase.tokens.lowerBound }) == true
    else { return false }
    return entities.entities[place].kind == .place && entities.entities[body].kind == .organization
  }

  /// "Labour prime minister X": the party before an office of a state is not what the office belongs to.
  func isOfficeOfState(_ phrase: TitlePhrase) -> Bool {
    context.knowledge.wordClasses.contains(context.document.lemmas[phrase.head].lowercased(), in: .officeOfStateNoun)
  }
}
