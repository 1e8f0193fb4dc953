import LanguageAnalysis

// Figures and states that are reported without a clause.
extension ReportedSpeech {
  /// "32 people killed", "49 percent of voters backing Hart".
  func isTold(_ participle: Int, of object: Int) -> Bool {
    guard document.relations[participle] == .adnominalClause, participle > object else { return false }
    return document.pennTags[participle] == "VBN" && document.heads[participle] == object
      || document.pennTags[participle] == "VBG" && ["percent", "%"].contains(context.words[object])
  }

  /// "reported the minister to be dead".
  func isToldToBe(_ object: Int, of verb: Int) -> Bool {
    guard ["report", "declare", "believe", "claim", "allege", "say"].contains(document.lemmas[verb]) else {
      return false
    }
    return tree.children(of: verb, .openClausalComplement, .clausalComplement).contains { clause in
      clause > object && tree.children(of: clause, .marker).contains { context.words[$0] == "to" }
        && (document.lemmas[clause] == "be"
          || tree.children(of: clause, .copula, .auxiliary).contains { ["be", "have"].contains(context.words[$0]) })
    }
  }

  /// "reported as many as 32 hospitalised", "confirmed 19 dead".
  func reportedFigure(of verb: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard ["report", "confirm", "count", "estimate", "say"].contains(document.lemmas[verb]), !syntax.isPassive(verb)
    else { return nil }
    let behind = (verb + 1)..<min(sentence.upperBound, verb + 10)
    guard let number = behind.first(where: { document.partsOfSpeech[$0] == .numeral }),
      !(verb + 1..<number).contains(where: {
        document.partsOfSpeech[$0].isNoun || document.partsOfSpeech[$0] == .verb || context.words[$0] == ","
      }),
      let state = ((number + 1)..<min(sentence.upperBound, number + 4)).first(where: isState)
    else { return nil }
    return (verb + 1)..<(state + 1)
  }

  func isState(_ token: Int) -> Bool {
    let table = context.knowledge.casualtyWords
    return document.pennTags[token] == "VBN" && !table.entries(.verb, document.lemmas[token]).isEmpty
      || !table.entries(.adjective, context.words[token]).isEmpty
  }
}
