import Knowledge
import LanguageAnalysis

/// Whether a clause tells of the past or of what is to come.
enum ClauseTense: Sendable {
  case past
  /// The present, which tells of what is to come only at its own times ("begins on Monday").
  case present
  case future
  case unknown

  /// The tense of the clause around a token, never `present`: the nearest verb upwards decides, or the one above where
  /// it is open.
  static func around(_ token: Int, in context: ArticleContext) -> ClauseTense {
    var current: Int? = token
    var steps = 0
    while let position = current, steps < 8 {
      if announces(position, in: context) { return .future }
      if position != token, isSudden(position, in: context) { return .past }
      let tense = tense(of: position, in: context)
      if tense == .present { return steps < 2 ? .future : .unknown }
      if tense != .unknown { return tense }
      current = context.tree.head(of: position)
      steps += 1
    }
    return .unknown
  }

  /// The tense for a time that modifies a noun: in "Tuesday's attack may …" the clause tells nothing of the attack's time.
  static func around(modifier token: Int, in context: ArticleContext) -> ClauseTense {
    guard let noun = context.tree.head(of: token) else { return .unknown }
    if isSudden(noun, in: context) { return .past }
    let tense = around(noun, in: context)
    guard tense == .future,
      let verb = context.tree.ancestors(of: noun).first(where: {
        context.document.partsOfSpeech[$0] == .verb
      })
    else { return tense }
    return context.tree.children(of: verb, .auxiliary).contains { open.contains(context.words[$0]) } ? .unknown : tense
  }

  /// Whether a noun names what nobody tells before it happens: "follows an assault on Tuesday".
  private static func isSudden(_ noun: Int, in context: ArticleContext) -> Bool {
    context.document.partsOfSpeech[noun] == .noun
      && context.knowledge.events.entries(trigger: context.document.lemmas[noun]).contains {
        $0.part == .noun && $0.type.map(sudden.contains) ?? false
      }
  }

  private static let open: Set = ["may", "might", "could", "would", "should", "can", "must"]
  /// Types of what nobody tells before it happens.
  private static let sudden: Set<EventType> = ["attack", "kill", "injure", "accident", "disaster"]

  /// "his next appearance", "the upcoming vote", "ahead of the vote".
  private static func announces(_ noun: Int, in context: ArticleContext) -> Bool {
    guard context.document.partsOfSpeech[noun].isNoun else { return false }
    if context.tree.children(of: noun, .caseMarking).contains(where: { context.words[$0] == "ahead" }) { return true }
    return context.tree.children(of: noun, .adjectivalModifier).contains {
      ["next", "upcoming", "forthcoming", "coming", "future"].contains(context.words[$0])
        && context.knowledge.timeWords[context.words[noun]] == nil
    }
  }

  private static func tense(of token: Int, in context: ArticleContext) -> ClauseTense {
    let document = context.document
    let partOfSpeech = document.partsOfSpeech[token]
    let auxiliaries = context.tree.children(of: token, .auxiliary, .passiveAuxiliary, .copula)
    let isPredicate = [.verb, .auxiliary].contains(partOfSpeech) || !auxiliaries.isEmpty
    guard isPredicate else {
      return context.knowledge.wordClasses.contains(document.lemmas[token], in: .aheadWord)
        && partOfSpeech == .adjective ? .future : .unknown
    }
    if auxiliaries.contains(where: { ["have", "has", "had", "having", "'ve"].contains(context.words[$0]) }) {
      return .past
    }
    let isInfinitive = context.tree.child(of: token, .marker).map { context.words[$0] == "to" } ?? false
    if isInfinitive, auxiliaries.contains(where: { ["is", "are", "'s"].contains(context.words[$0]) }) {
      return .future
    }
    // "the election to be held on Sunday"
    if isInfinitive, document.relations[token] == .adnominalClause,
      auxiliaries.contains(where: { context.words[$0] == "be" })
    {
      return .future
    }
    for auxiliary in auxiliaries {
      switch context.words[auxiliary] {
      case "will", "'ll", "’ll", "shall", "would", "wo": return .future
      case "was", "were", "did": return .past
      case "may", "might", "could", "should", "must", "can": return .future
      default: break
      }
    }
    if auxiliaries.isEmpty, isInfinitive {
      guard let head = context.tree.head(of: token) else { return .unknown }
      return context.knowledge.wordClasses.contains(document.lemmas[head], in: .aheadWord) ? .future : .unknown
    }
    switch document.pennTags[token] {
    case "VBD": return .past
    case "VB" where auxiliaries.isEmpty && context.tree.child(of: token, .subject, .passiveSubject) != nil:
      return .future
    case "VBN":
      return context.knowledge.wordClasses.contains(document.lemmas[token], in: .aheadWord) ? .future : .unknown
    // "The strike follows an attack on a base on Tuesday."
    case "VBZ", "VBP": return context.isInTitle(token) || document.lemmas[token] == "follow" ? .past : .present
    case "VBG":
      return auxiliaries.contains { ["is", "are", "'s", "'re", "be"].contains(context.words[$0]) } ? .present : .unknown
    default:
      return auxiliaries.contains { ["is", "are"].contains(context.words[$0]) } ? .present : .unknown
    }
  }
}
