import Knowledge
import LanguageAnalysis

// What a text tells beside a figure that has nothing to do with it.
extension FigureLinks {
  /// "29 deaths from cholera": nobody did it, whatever else the story tells of.
  func isOfDisease(_ figure: Figure) -> Bool {
    // "Cholera has killed 61 people"
    if tree.children(of: figure.harm.cue, .subject).contains(where: namesDisease) { return true }
    let phrases = [figure.harm.cue, figure.quantity.node].flatMap {
      tree.children(of: $0, .oblique, .nominalModifier, .compound)
    }
    return phrases.contains { phrase in
      let preposition = tree.child(of: phrase, .caseMarking).map { context.words[$0] }
      return ["from", "of", "by", "to", "with", nil].contains(preposition)
        && ([phrase] + tree.children(of: phrase, .compound)).contains(where: namesDisease)
    }
  }

  func namesDisease(_ token: Int) -> Bool {
    context.knowledge.wordClasses.contains(document.lemmas[token].lowercased(), in: .diseaseNoun)
  }

  /// "The militia, which has besieged the town since May": what has long been so and is told by the way.
  func isBackground(_ token: Int) -> Bool {
    guard let clause = context.relativeClause(above: token), let noun = tree.head(of: clause),
      document.partsOfSpeech[noun] == .properNoun
    else { return false }
    return tree.children(of: clause, .auxiliary).contains { ["has", "have"].contains(context.words[$0]) }
  }
}

extension ArticleContext {
  /// "The militia, which has besieged the town, said 52 had died": whether a word belongs to what a clause tells of whoever
  /// says what another word tells.
  func isOfSpeaker(_ token: Int, saying said: Int) -> Bool {
    guard let clause = relativeClause(above: token), let noun = tree.head(of: clause),
      document.relations[noun] == .subject, let verb = tree.head(of: noun),
      knowledge.reportingWords.verb(document.lemmas[verb]) != nil
    else { return false }
    return tree.ancestors(of: said).contains(verb)
  }

  /// "five counts of murder and seven of attempted murder": what a charge is for.
  func isChargedWith(_ token: Int) -> Bool {
    knowledge.wordClasses.contains(document.lemmas[token].lowercased(), in: .crimeNoun)
      && tree.ancestors(of: token).prefix(4).contains {
        ["charge", "count", "accusation", "allegation"].contains(document.lemmas[$0])
          && document.partsOfSpeech[$0] == .noun
      }
  }

  /// The relative clause that a word heads or belongs to.
  fileprivate func relativeClause(above token: Int) -> Int? {
    ([token] + tree.ancestors(of: token).prefix(3)).first {
      [.relativeClause, .adverbialRelativeClause].contains(document.relations[$0])
    }
  }
}
