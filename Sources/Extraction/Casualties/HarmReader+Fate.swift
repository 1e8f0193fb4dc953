import LanguageAnalysis

// What became of people in the end, and what they were made to do.
extension HarmReader {
  /// What the clause that people stand in says of them, where a clause of their own tells something that went before:
  /// "people stranded on roofs were rescued", "those abducted were found dead".
  func fate(of node: Int, besides described: [Harm]) -> [Harm]? {
    guard let before = described.first, before.outcome != .killed, before.outcome != .rescued,
      tree.head(of: before.cue) == node,
      [.adnominalClause, .relativeClause].contains(document.relations[before.cue]),
      [.object, .passiveSubject, .subject].contains(document.relations[node]),
      // "two were killed and a soldier wounded"
      document.relations[node] == .object || document.heads[node] > node,
      let told = governors(of: node), let after = told.first, after.outcome != before.outcome, !after.isUnreal,
      after.outcome == .killed || before.outcome != .injured && [.injured, .rescued].contains(after.outcome)
    else { return nil }
    return told
  }

  /// "a baby whose parents died", "427 workers, of whom 279 were saved": what became of somebody else.
  func tellsOfOthers(_ clause: Int) -> Bool {
    guard document.relations[clause] == .relativeClause else { return false }
    let relatives: Set = ["who", "which", "that", "whom"]
    let subject = tree.children(of: clause, .subject, .passiveSubject).first
    if let subject, tree.children[subject].contains(where: { context.words[$0] == "whose" }) { return true }
    guard document.pennTags[clause] == "VBN", let subject, !relatives.contains(context.words[subject]) else {
      return false
    }
    return tree.child(of: clause, .passiveAuxiliary) != nil
      && !tree.children(of: subject, .nominalModifier).contains { context.words[$0] == "them" }
  }

  /// "two soldiers whose kidnapping began the war": what a noun tells that is theirs.
  func harm(ofOwner node: Int) -> Harm? {
    for clause in tree.children(of: node, .relativeClause) {
      for noun in tree.children(of: clause, .subject, .passiveSubject, .object, .oblique)
      where tree.children[noun].contains(where: { context.words[$0] == "whose" }) {
        let entry = table.entries(.noun, document.lemmas[noun]).first { $0.frame == .happening }
        guard let entry, let outcome = CasualtyFact.Outcome(rawValue: entry.outcome) else { continue }
        return Harm(outcome: outcome, cue: noun, foundBy: entry.id, isUnreal: isUnreal(noun))
      }
    }
    return nil
  }

  /// "kidnapped and beheaded four men": what the verbs before the object say that share it.
  func further(_ known: [Harm], of verb: Int, before object: Int) -> [Harm] {
    guard !known.isEmpty else { return [] }
    return tree.children(of: verb, .conjunct).filter { $0 < object && document.partsOfSpeech[$0] == .verb }
      .flatMap { harms(ofVerb: $0, as: .patient) }
      .filter { harm in !known.contains { $0.outcome == harm.outcome } }
  }

  /// "The cook and two engineers were never found."
  func neverFound(_ node: Int) -> Harm? {
    guard document.relations[node].universal == "nsubj" || document.relations[node] == .conjunct,
      let verb = [node, document.heads[node]].lazy.compactMap({ tree.head(of: $0) }).first(where: {
        context.knowledge.wordClasses.contains(document.lemmas[$0], in: .tracingVerb)
      }),
      tree.child(of: verb, .passiveAuxiliary) != nil,
      tree.children(of: verb, .adverbialModifier).contains(where: {
        context.words[$0] == "never" || context.words[$0] == "not" && document.lemmas[verb] != "recover"
      })
    else { return nil }
    return Harm(outcome: .missing, cue: verb, foundBy: "find.never")
  }

  /// "nine miners did not survive the fall"
  func notSurvived(_ node: Int) -> Harm? {
    guard document.relations[node].universal == "nsubj", let verb = tree.head(of: node),
      document.lemmas[verb] == "survive",
      tree.children[verb].contains(where: { ["not", "n't"].contains(context.words[$0]) })
    else { return nil }
    return Harm(outcome: .killed, cue: verb, foundBy: "survive.not")
  }

  /// "killed 12 and wounded scores more": the participle right before the people, which the tree may hang on the first verb.
  func verbBefore(_ quantity: Quantity) -> Harm? {
    let verb = quantity.tokens.lowerBound - 1
    guard verb > 0, document.relations[verb] == .conjunct, document.relations[quantity.node] == .object,
      ["VBD", "VBN"].contains(document.pennTags[verb])
    else { return nil }
    // The first verb has people of its own.
    let first = document.heads[quantity.node]
    guard first < verb, tree.ancestors(of: verb).prefix(2).contains(first),
      tree.children(of: first, .object).contains(where: { $0 < verb })
    else { return nil }
    let written = table.entries(.adjective, context.words[verb]).first { $0.companions.isEmpty }
    let entry =
      table.entries(.verb, document.lemmas[verb]).first { $0.frame == .patient && $0.companions.isEmpty } ?? written
    return entry.flatMap { entry in
      CasualtyFact.Outcome(rawValue: entry.outcome).map { Harm(outcome: $0, cue: verb, foundBy: entry.id) }
    }
  }

  /// "The whereabouts of six sailors are unknown", "the fate of 23 miners was not known".
  func unknownFate(_ node: Int) -> Harm? {
    guard document.relations[node] == .nominalModifier, let noun = tree.head(of: node),
      ["fate", "whereabouts"].contains(document.lemmas[noun]), document.relations[noun].universal == "nsubj",
      let state = tree.head(of: noun),
      context.words[state] == "unknown"
        || ["known", "clear"].contains(context.words[state])
          && tree.children[state].contains(where: { ["not", "n't"].contains(context.words[$0]) })
    else { return nil }
    return Harm(outcome: .missing, cue: noun, foundBy: document.lemmas[noun] + ".unknown")
  }

  /// "None of the 48 passengers survived"
  func noneSurvived(_ node: Int) -> Harm? {
    guard document.relations[node] == .nominalModifier, let none = tree.head(of: node),
      context.words[none] == "none", document.relations[none].universal == "nsubj", let verb = tree.head(of: none),
      document.lemmas[verb] == "survive"
    else { return nil }
    return Harm(outcome: .killed, cue: verb, foundBy: "survive.none")
  }

  /// "There were no survivors among the 121 passengers."
  func lostWithoutSurvivors(_ quantity: Quantity) -> Harm? {
    guard document.relations[quantity.node] == .nominalModifier, let survivor = tree.head(of: quantity.node),
      document.lemmas[survivor] == "survivor",
      tree.children(of: survivor, .determiner).contains(where: { context.words[$0] == "no" })
    else { return nil }
    return Harm(outcome: .killed, cue: survivor, foundBy: "survivor.none", isUnreal: isUnreal(survivor))
  }

  /// "forced 2,000 people to leave", "residents were forced to flee".
  func flight(forcedBy verb: Int) -> Harm? {
    guard context.knowledge.wordClasses.contains(document.lemmas[verb], in: .forcingVerb) else { return nil }
    let complement = tree.children(of: verb, .openClausalComplement, .clausalComplement).first {
      context.knowledge.wordClasses.contains(document.lemmas[$0], in: .flightVerb)
    }
    return complement.map { leaving in
      Harm(
        outcome: .displaced,
        cue: leaving,
        foundBy: document.lemmas[leaving] + ".forced",
        isUnreal: isUnreal(verb)
      )
    }
  }
}
