import ArticleReading
import Knowledge
import LanguageAnalysis

// Where the tree hangs a time on another word than the one that it dates.
extension TimeResolver {
  /// "killing 20, according to officials on Thursday": the day on which the source said so.
  static func isOfSource(_ expression: TimeExpression, in context: ArticleContext) -> Bool {
    let sentence = context.document.sentences[context.tree.sentenceOfToken[expression.head]].tokens
    let phrase = (sentence.lowerBound..<expression.tokens.lowerBound).reversed().prefix {
      context.words[$0] != "," && !["VBD", "VBZ", "VBP", "MD"].contains(context.document.pennTags[$0])
    }
    return phrase.contains {
      context.words[$0] == "according" && context.words[min($0 + 1, sentence.upperBound - 1)] == "to"
    }
  }

  /// "the fourth shooting in the state this year": the time within which one counts.
  static func isCounted(_ governor: Int, within expression: TimeExpression, in context: ArticleContext) -> Bool {
    guard context.document.partsOfSpeech[governor] == .noun, expression.head > governor,
      expression.date?.month == nil
    else { return false }
    return context.tree.children(of: governor, .adjectivalModifier).contains { child in
      guard child < governor, case .ordinal? = context.knowledge.timeWords[context.words[child]] else { return false }
      return true
    }
  }

  /// "requested that they be freed in 2014", told later: the time of the request, not of what may never have happened.
  static func demand(above governor: Int, dated expression: TimeExpression, in context: ArticleContext) -> Int? {
    let document = context.document
    guard [.clausalComplement, .openClausalComplement].contains(document.relations[governor]),
      let date = expression.date, date.day == nil, let today = context.article.date, date < today,
      !date.mayEqual(today), let verb = context.tree.head(of: governor), document.pennTags[verb] == "VBD",
      context.knowledge.events.entries(trigger: document.lemmas[verb]).contains(where: {
        $0.part == .verb && $0.type == "demand"
      })
    else { return nil }
    let auxiliaries = context.tree.children(of: governor, .auxiliary, .passiveAuxiliary)
    let isBare = document.pennTags[governor] == "VB" || auxiliaries.contains { document.pennTags[$0] == "VB" }
    return isBare && !auxiliaries.contains { document.pennTags[$0] == "MD" } ? verb : nil
  }

  /// "served for a term before losing the vote to a farmer, in 2014": the time of the clause that stands between.
  static func laterClause(below governor: Int, before expression: TimeExpression, in context: ArticleContext) -> Int? {
    context.tree.children(of: governor, .adverbialClause).last { clause in
      clause > governor && clause < expression.tokens.lowerBound && context.document.pennTags[clause] == "VBG"
        && context.tree.child(of: clause, .marker).map { context.words[$0] == "before" } ?? false
    }
  }

  /// "the August 2017 Freedom Now rally": a time between an article and its noun is the noun's.
  static func nounBehind(_ expression: TimeExpression, in context: ArticleContext) -> Int? {
    let article = expression.tokens.lowerBound - 1
    guard article >= 0, context.document.relations[article] == .determiner, let noun = context.tree.head(of: article),
      noun >= expression.tokens.upperBound, context.document.partsOfSpeech[noun].isNoun,
      !expression.tokens.contains(where: { context.tree.head(of: $0) == noun })
    else { return nil }
    return noun
  }
}
