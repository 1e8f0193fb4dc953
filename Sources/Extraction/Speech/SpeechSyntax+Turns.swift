import LanguageAnalysis

// Turns of phrase that tell of a saying without a verb of the table.
extension SpeechSyntax {
  /// "has forecast that revenue will grow": a participle that looks like a noun.
  func isTakenForNoun(_ token: Int) -> Bool {
    document.pennTags[token] == "NN" && tree.child(of: token, .auxiliary) != nil
      && tree.child(of: token, .clausalComplement) != nil && tree.child(of: token, .subject) != nil
  }

  /// "as the minister put it", "as she sees it".
  func isPuttingIt(_ verb: Int) -> Bool {
    (document.lemmas[verb] == "put"
      || ["see", "tell", "view", "remember"].contains(document.lemmas[verb])
        && tree.children(of: verb, .marker).contains { context.words[$0] == "as" })
      && tree.children(of: verb, .object).contains { context.words[$0] == "it" }
      && (tree.child(of: verb, .subject) != nil || whoPutsIt(verb) != nil)
      && !tree.children(of: verb, .oblique).contains { $0 > verb }
  }

  /// "as one of them put it": who it is, where the tree shows no subject.
  func whoPutsIt(_ verb: Int) -> Int? {
    let start = document.sentences[tree.sentenceOfToken[verb]].tokens.lowerBound
    guard tree.child(of: verb, .subject) == nil,
      let marker = (max(start, verb - 6)..<verb).last(where: { context.words[$0] == "as" })
    else { return nil }
    return (marker + 1..<verb).first {
      document.partsOfSpeech[$0].isNoun || document.partsOfSpeech[$0] == .numeral
        || ["he", "she", "they"].contains(context.words[$0])
    }
  }
}
