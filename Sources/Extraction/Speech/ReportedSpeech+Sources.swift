import LanguageAnalysis

// What a phrase such as "according to the ministry" covers.
extension ReportedSpeech {
  /// The sentence, or the clause of it, that a source phrase covers.
  func attribution(to phrase: SourcePhrases.Phrase, in sentence: Range<Int>) -> Attribution? {
    guard quotationOfToken[phrase.cue] < 0 else { return nil }
    var tokens = Array(sentence)
    if let clause = coveredClause(phrase, in: sentence) { tokens = tree.subtree(of: clause) }
    tokens.removeAll { phrase.tokens.contains($0) }
    var attribution = attribution(trimmed(tokens), cue: phrase.cue, foundBy: phrase.foundBy)
    attribution?.speakerHead = phrase.speaker
    return attribution
  }

  /// The coordinate clause with a subject of its own that a source phrase in the middle of a sentence belongs to; nil
  /// where it covers the whole sentence.
  private func coveredClause(_ phrase: SourcePhrases.Phrase, in sentence: Range<Int>) -> Int? {
    guard phrase.cue > sentence.lowerBound + 1, var current = tree.head(of: phrase.speaker) else { return nil }
    while !phrase.tokens.isEmpty, phrase.tokens.contains(current) {
      guard let head = tree.head(of: current) else { return nil }
      current = head
    }
    for _ in 0..<12 {
      let isConjunct = [.conjunct, .parataxis].contains(document.relations[current])
      if isConjunct, tree.child(of: current, .subject, .passiveSubject) != nil { return current }
      if [.relativeClause, .clausalComplement].contains(document.relations[current]),
        tree.child(of: current, .subject, .passiveSubject) != nil, current < phrase.cue
      {
        return document.relations[current] == .relativeClause ? current : nil
      }
      guard let head = tree.head(of: current) else { return nil }
      current = head
    }
    return nil
  }

  /// Whether a token belongs to a source phrase, which is no part of the words.
  func source(of token: Int) -> Bool {
    let sentence = document.sentences[tree.sentenceOfToken[token]].tokens
    return sources.first(in: max(sentence.lowerBound, token - 15)..<(token + 1))?.tokens.contains(token) ?? false
  }
}
