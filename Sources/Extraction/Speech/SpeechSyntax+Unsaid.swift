import LanguageAnalysis

// Whether something was said at all.
extension SpeechSyntax {
  /// Whether the saying itself is denied, intended or only possible.
  func isUnsaid(_ verb: Int) -> Bool {
    let dependents = tree.children[verb]
    if dependents.contains(where: { ["not", "n't", "never"].contains(context.words[$0]) && document.heads[$0] == verb })
    {
      return true
    }
    // "Neither side has said when"
    if let subject = subject(of: verb), subject < verb,
      ([subject] + tree.children[subject].filter { ["det", "cc"].contains(document.relations[$0].universal) }).contains(
        where: {
          ["neither", "nobody", "no-one", "none", "no"].contains(context.words[$0])
        })
    {
      return true
    }
    let auxiliaries = tree.children(of: verb, .auxiliary)
    let modals = ["may", "might", "could", "would", "will", "should", "can", "must", "'ll", "'d", "wo", "ca"]
    if auxiliaries.contains(where: { modals.contains(context.words[$0]) && document.pennTags[$0] == "MD" }),
      !isLimited(verb), !isToldAhead(verb)
    {
      return true
    }
    if let marker = dependents.first(where: { document.relations[$0] == .marker }),
      ["if", "unless", "whether", "without"].contains(context.words[marker])
    {
      return true
    }
    // "stopped short of saying", "refrained from saying"
    if document.pennTags[verb] == "VBG",
      let marker = dependents.first(where: { ["of", "from"].contains(context.words[$0]) && $0 < verb }), marker > 0,
      ["short", "refrain", "shy", "stop", "instead"].contains(document.lemmas[marker - 1])
        || document.lemmas[marker - 1] == "away"
    {
      return true
    }
    let isInfinitive = dependents.contains { context.words[$0] == "to" && document.pennTags[$0] == "TO" }
    return isInfinitive && document.relations[verb] != .root && !isActualInfinitive(verb)
  }

  /// "would say only that …": so much was said.
  private func isLimited(_ verb: Int) -> Bool {
    let near = [verb - 1, verb + 1].filter { $0 >= 0 && $0 < document.tokenCount }
    return near.contains { context.words[$0] == "only" }
  }

  /// "prompting the mayor to say …": whoever is prompted speaks.
  func isPrompting(_ verb: Int) -> Bool {
    ["prompt", "lead", "cause", "force", "compel", "provoke"].contains(document.lemmas[verb])
      && tree.child(of: verb, .object) != nil
  }

  /// "would later say that …": told as what came after.
  private func isToldAhead(_ verb: Int) -> Bool {
    tree.children(of: verb, .auxiliary).contains { context.words[$0] == "would" }
      && tree.children(of: verb, .adverbialModifier).contains {
        ["later", "eventually", "subsequently", "often", "ultimately"].contains(context.words[$0])
      }
  }

  /// An infinitive that tells what did happen: "went on to say", "was the first to say".
  private func isActualInfinitive(_ verb: Int) -> Bool {
    guard let head = tree.head(of: verb) else { return false }
    let lemma = document.lemmas[head]
    // "is said to have told friends"
    if tree.child(of: head, .passiveAuxiliary) != nil,
      ["say", "believe", "report", "think", "know", "understand", "allege"].contains(lemma),
      tree.children(of: verb, .auxiliary).contains(where: { document.lemmas[$0] == "have" })
    {
      return true
    }
    if isPrompting(head) { return document.pennTags[head] != "VB" && tree.child(of: verb, .clausalComplement) != nil }
    if document.relations[verb] == .adverbialClause || lemma == "seem" || lemma == "appear" {
      return document.pennTags[head] == "VBD" && tree.child(of: verb, .clausalComplement) != nil
        && context.knowledge.wordClasses.contains(lemma, in: .speakingStartVerb)
    }
    return ["go", "far", "continue", "begin", "be", "first", "last", "rush", "like", "love", "use", "choose"].contains(
      lemma
    )
  }
}
