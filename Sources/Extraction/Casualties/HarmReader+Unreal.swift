import LanguageAnalysis

// Harm that is only possible, intended, denied or told of in general.
extension HarmReader {
  /// Whether a clause tells what kind of event is meant: "events where four or more people are killed".
  private func isGeneric(_ verb: Int) -> Bool {
    guard [.relativeClause, .adnominalClause, .adverbialRelativeClause].contains(document.relations[verb]),
      let auxiliary = tree.child(of: verb, .passiveAuxiliary), ["is", "are"].contains(context.words[auxiliary]),
      tree.child(of: verb, .auxiliary) == nil, let noun = tree.head(of: verb)
    else { return false }
    return ["NNS", "NN"].contains(document.pennTags[noun])
      && !tree.children(of: noun, .determiner, .numericModifier).contains { !["any", "a"].contains(context.words[$0]) }
  }

  /// Whether the harm a word tells of is possible, intended or denied only.
  func isUnreal(_ token: Int) -> Bool {
    if isGeneric(token) { return true }
    var current = token
    var isShared = true
    for step in 0..<3 {
      for child in tree.children[current] {
        let word = context.words[child]
        // "as many as 700 may have died" gives a number.
        if context.knowledge.wordClasses.contains(word, in: .possibilityModal), document.pennTags[child] == "MD",
          word != "may" || !isPerfect(current)
        {
          return true
        }
        if document.relations[child] == .marker, ["if", "unless", "lest"].contains(word),
          !(child + 1 < document.tokenCount && context.words[child + 1] == "not")
        {
          return true
        }
        if step == 0, ["not", "n't", "never"].contains(word), document.partsOfSpeech[token] == .verb { return true }
        if isShared, word == "to", document.pennTags[child] == "TO", isIntended(current) { return true }
      }
      // "could mutate and kill millions"
      if document.relations[current] == .conjunct, document.pennTags[current] == "VB",
        let verb = tree.head(of: current),
        document.partsOfSpeech[verb] == .verb
      {
        current = verb
        continue
      }
      isShared = false
      guard let head = tree.head(of: current),
        [.object, .passiveSubject, .subject, .nominalModifier, .oblique, .openClausalComplement, .adjectivalModifier]
          .contains(document.relations[current]),
        document.partsOfSpeech[current] != .verb || document.relations[current] == .openClausalComplement
      else { return false }
      current = head
    }
    return false
  }

  private func isPerfect(_ verb: Int) -> Bool {
    tree.children(of: verb, .auxiliary).contains { context.words[$0] == "have" }
  }

  private func isIntended(_ infinitive: Int) -> Bool {
    guard let head = tree.head(of: infinitive) else { return false }
    return context.knowledge.wordClasses.contains(document.lemmas[head], in: .harmIntention)
  }
}
