import LanguageAnalysis

// Whom verbs of one sentence share, and whom they do not.
extension HarmReader {
  /// Whether somebody else is the subject of what stands between two verbs: "22 were saved and the rest are presumed
  /// drowned".
  func hasSubject(between verb: Int, and other: Int) -> Bool {
    guard verb < other else { return false }
    return ((verb + 1)..<other).contains { token in
      document.relations[token].universal == "nsubj" && document.heads[token] > token
        && [.conjunct, .parataxis, .root].contains(document.relations[document.heads[token]])
    }
  }

  func hasQuantity(below verb: Int) -> Bool {
    // "two were killed and 182 taken to hospital": the number right before a participle counts those it tells of.
    if document.pennTags[verb] == "VBN", countsOthers(verb) { return true }
    return tree.children(
      of: verb,
      .object,
      .subject,
      .passiveSubject,
      .adverbialModifier,
      .unmarkedOblique,
      .numericModifier
    ).contains {
      document.partsOfSpeech[$0] == .numeral || tree.child(of: $0, .numericModifier) != nil
    }
  }

  /// "and three others wounded", "and hundreds of others killed": a number between "and" and a participle.
  private func countsOthers(_ participle: Int) -> Bool {
    let sentence = document.sentences[tree.sentenceOfToken[participle]].tokens
    for token in (max(sentence.lowerBound, participle - 6)..<participle).reversed() {
      switch context.numberMeanings[token] {
      case .number?, .scale?, .vague?: return true
      default: break
      }
      if document.partsOfSpeech[token] == .numeral { return true }
      guard document.partsOfSpeech[token].isNoun || [.adjective, .adposition].contains(document.partsOfSpeech[token])
      else { return false }
    }
    return false
  }
}
