import Knowledge
import LanguageAnalysis

// What nouns of saying govern: "the minister's claim that …".
extension ReportedSpeech {
  /// "The minister's claim that …": only where the text says whose words they are.
  func attribution(ofNoun noun: Int, entry: ReportingWordTable.Entry) -> Attribution? {
    let voicing = syntax.speaker(voicing: noun)
    // "denied claims that …": others make them.
    if voicing != nil, let verb = tree.head(of: noun),
      context.knowledge.wordClasses.contains(document.lemmas[verb], in: .denyingVerb)
    {
      return nil
    }
    // "the mayor's belief that …"; a belief of nobody is nobody's words.
    let holder = tree.child(of: noun, .possessiveModifier) ?? holders(of: noun)
    let isBelief = entry.manner == .believe
    guard let owner = voicing ?? (isBelief ? holder : syntax.owner(ofNoun: noun) ?? holder) else { return nil }
    let governed = tree.children(of: noun, .adnominalClause, .clausalComplement).first { clause in
      clause > noun
        && tree.children(of: clause, .marker).contains { context.words[$0] == "that" } && isClause(clause)
        && !isRelative(clause)
    }
    let clause = clause(markedBehind: noun, holder: owner) ?? governed
    guard let clause, !isRelative(clause) else { return nil }
    let words = tokens(of: clause, without: noun).filter { $0 > noun }
    var attribution = attribution(trimmed(words), cue: noun, foundBy: "speech:" + entry.id)
    attribution?.speakerHead = owner
    return attribution
  }

  /// The clause whose "that" stands right behind a noun or behind whose it is: "fears among investors that …".
  private func clause(markedBehind noun: Int, holder: Int) -> Int? {
    let start = holder > noun ? (tree.subtree(of: holder).last { $0 < noun + 8 } ?? holder) : noun
    let sentence = document.sentences[tree.sentenceOfToken[noun]].tokens
    guard
      let marker = [noun + 1, holder + 1, start + 1].first(where: {
        $0 > noun && $0 < sentence.upperBound && context.words[$0] == "that" && document.relations[$0] == .marker
      })
    else { return nil }
    return (marker + 1..<sentence.upperBound).first { clause in
      guard let subject = tree.child(of: clause, .subject, .passiveSubject, .expletive) else { return false }
      return subject > marker && subject < clause
    }
  }

  /// "a remark that Hart denounced as unfair": no words of the remark.
  private func isRelative(_ clause: Int) -> Bool {
    context.knowledge.reportingWords.verb(document.lemmas[clause])?.manner == .describe
      && tree.child(of: clause, .object) == nil && !syntax.isPassive(clause)
  }

  /// "It is his contention that the market was wrong."
  func attribution(ofExpletiveView noun: Int) -> Attribution? {
    guard document.partsOfSpeech[noun] == .noun,
      syntax.reportingNoun(noun) == nil, context.knowledge.wordClasses.contains(document.lemmas[noun], in: .viewNoun),
      let copula = tree.child(of: noun, .copula), document.lemmas[copula] == "be",
      let subject = tree.child(of: noun, .expletive, .subject), subject < noun, context.words[subject] == "it",
      let owner = tree.child(of: noun, .possessiveModifier) ?? holders(of: noun),
      let clause = tree.children(of: noun, .clausalSubject, .clausalComplement, .adnominalClause).first(where: {
        $0 > noun && tree.children(of: $0, .marker).contains { context.words[$0] == "that" }
      })
    else { return nil }
    var attribution = attribution(
      trimmed(tree.subtree(of: clause).filter { $0 > noun }),
      cue: noun,
      foundBy: "speech:view." + document.lemmas[noun]
    )
    attribution?.speakerHead = syntax.speaker(named: owner) ?? owner
    return attribution
  }
}
