import Knowledge
import LanguageAnalysis

/// Modal verbs and negation at a word.
extension StatusReader {
  /// What a modal verb or another auxiliary makes of its verb.
  func modality(of auxiliary: Int, on verb: Int) -> ImpliedStatus? {
    let isFuture = ["will", "'ll", "’ll"].contains(context.words[auxiliary])
    let isConditional = ["would", "'d", "’d"].contains(context.words[auxiliary]) && syntax.tag(auxiliary) == "MD"
    if isFuture || isConditional, isHabitual(verb) { return nil }
    guard isConditional else {
      return cues(auxiliary, [.auxiliary], at: .modified).first
    }
    let isCounterfactual =
      syntax.children(verb).contains { context.words[$0] == "have" && syntax.relation($0) == .auxiliary }
      || context.tree.children(of: verb, .adverbialClause).contains { clause in
        syntax.children(clause).contains { ["if", "were", "had"].contains(context.words[$0]) && $0 < clause }
      }
    if isCounterfactual || isObligation(verb) || [.relativeClause, .adnominalClause].contains(syntax.relation(verb)) {
      return .hypothetical
    }
    return .planned
  }

  /// "would sometimes attack", "in some cases they will attack": what happens again and again.
  private func isHabitual(_ verb: Int) -> Bool {
    syntax.children(verb).contains { child in
      switch syntax.relation(child) {
      case .adverbialModifier: context.knowledge.wordClasses.contains(context.words[child], in: .habitAdverb)
      case .oblique:
        ["case", "instance"].contains(syntax.lemma(child)) && syntax.preposition(of: child) == "in"
          && context.tree.children(of: child, .determiner, .adjectivalModifier).contains {
            ["some", "many", "most", "rare"].contains(context.words[$0])
          }
      default: false
      }
    }
  }

  /// "would have to ratify it": a condition, no plan; "would normally succeed him" neither.
  private func isObligation(_ verb: Int) -> Bool {
    syntax.lemma(verb) == "have" && syntax.has(verb, .openClausalComplement)
      || context.tree.children(of: verb, .adverbialModifier).contains {
        ["normally", "ordinarily", "otherwise"].contains(context.words[$0])
      }
  }

  /// "are to pay", "our aim is to leave": what somebody is to do, as told by the auxiliary before "to".
  func isAppointed(_ verb: Int, by marker: Int) -> Bool {
    marker > 0 && ["is", "are", "was", "were"].contains(context.words[marker - 1])
      && context.tree.head(of: marker - 1) == verb
      && [.auxiliary, .copula].contains(syntax.relation(marker - 1))
  }

  /// Leaves out a negation that tells of no fact: "if it does not pass", "must not leave", "don't leave".
  func withoutUnreal(_ found: [ImpliedStatus], at verb: Int) -> [ImpliedStatus] {
    guard found.contains(.negated), !isNobodysDeed(verb) else { return found }
    let kept = found.filter { $0 != .negated }
    if syntax.children(verb).contains(where: { opensCondition($0) }) { return kept + [.hypothetical] }
    let modal = context.tree.children(of: verb, .auxiliary).first {
      ["must", "should", "may", "might"].contains(context.words[$0])
    }
    if let modal {
      let isPerfect = syntax.children(verb).contains {
        context.words[$0] == "have" && syntax.relation($0) == .auxiliary
      }
      // "should not have arrested him": it happened.
      if isPerfect, context.words[modal] == "should" { return kept.filter { $0 != .hypothetical } }
      return kept
    }
    return isProhibition(verb) ? kept + [.hypothetical] : found
  }

  /// "if", "unless", "whether" before a clause.
  private func opensCondition(_ token: Int) -> Bool {
    syntax.relation(token) == .marker && !isLimited(token)
      && cues(token, [.conjunction], at: .modified).contains(.hypothetical)
  }

  /// "Please don't leave": nobody is told not to have left.
  private func isProhibition(_ verb: Int) -> Bool {
    ["VB", "VBP"].contains(syntax.tag(verb)) && !syntax.has(verb, .subject, .passiveSubject, .marker)
      && [.root, .parataxis, .clausalComplement].contains(syntax.relation(verb))
      && context.tree.children(of: verb, .auxiliary).contains { context.words[$0] == "do" }
  }

  // MARK: Negation

  /// "not only", "not just", "hundreds if not thousands": no negation and no condition.
  func isLimited(_ token: Int) -> Bool {
    // "thousands if not tens of thousands"
    if context.words[token] == "if", isFollowed(token, by: "not"), token > 0 {
      return [.noun, .numeral, .adjective].contains(syntax.partOfSpeech(token - 1))
    }
    return token + 1 < context.words.count && ["only", "just", "merely", "least"].contains(context.words[token + 1])
      && ["not", "n't", "n’t"].contains(context.words[token])
  }

  /// "not the first lawsuit": there were others, and this one.
  func isOrdinal(_ noun: Int, negatedBy particle: Int) -> Bool {
    context.words[particle] == "not" && syntax.has(noun, .copula)
      && context.tree.children(of: noun, .adjectivalModifier).contains {
        ["first", "last", "only", "latest"].contains(context.words[$0])
      }
  }

  /// Whether the next word is a certain one.
  func isFollowed(_ token: Int, by word: String) -> Bool {
    token + 1 < context.words.count && context.words[token + 1] == word
  }

  /// "nobody", "no attack", "neither Ruritania nor Graustark".
  func isNobody(_ token: Int) -> Bool {
    ["nobody", "none", "neither", "nothing", "no-one"].contains(context.words[token])
      || syntax.children(token).contains {
        syntax.relation($0) == .determiner && context.words[$0] == "no"
          || syntax.relation($0) == .preconjunction && context.words[$0] == "neither"
      }
  }

  /// Whether "to" before a verb makes a clause of its own: "King to visit Strelsau".
  func isIndependent(_ verb: Int) -> Bool {
    switch syntax.relation(verb) {
    case .root, .parataxis: true
    case .clausalComplement: syntax.has(verb, .subject, .passiveSubject) && context.isInTitle(verb)
    default: false
    }
  }

  /// "would not stop protesting": two negations.
  func isDoublyNegated(_ token: Int, under head: Int) -> Bool {
    guard isNegated(head), let part = cuePart(of: head) else { return false }
    return positions(of: token, under: head).contains { cues(head, [part], at: $0).contains(.negated) }
  }

  /// Whether "not" or another negating particle stands at a word.
  func isNegated(_ token: Int) -> Bool {
    syntax.children(token).contains { child in
      guard [.adverbialModifier, .determiner].contains(syntax.relation(child)), !isLimited(child) else { return false }
      return cues(child, [.particle], at: .modified).contains(.negated)
    }
  }

  /// "no report", "no letter or other report".
  func isNoneOfAny(_ noun: Int) -> Bool {
    isNobody(noun) || syntax.relation(noun) == .conjunct && context.tree.head(of: noun).map(isNobody) ?? false
  }

  /// Whether nobody does what a verb tells: "no one tried to".
  func isNobodysDeed(_ verb: Int) -> Bool {
    context.tree.children(of: verb, .subject, .passiveSubject).contains(where: isNobody)
  }
}
