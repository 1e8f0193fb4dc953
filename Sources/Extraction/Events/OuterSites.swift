import Knowledge
import LanguageAnalysis

/// Finds the words around a trigger whose place is that of its event: what is done to ("bombed a camp in Strelsau"), the
/// verb that the trigger completes, the verb whose subject it is ("a blast killed two people in Strelsau").
struct OuterSites {
  let syntax: ClauseSyntax
  /// The words that name events of their own.
  let triggers: Set<Int>

  private static let struck: Set<String> = ["on", "at", "against", "of", "upon", "with"]
  /// Types of what happens where those who do it are: "workers in Strelsau went on strike".
  private static let bodily: Set<EventType> = [
    "attack", "protest", "kill", "injure", "arrest", "rescue", "meet", "convict", "try", "accident",
  ]

  private static let outbreaks: Set<EventType> = ["attack", "accident", "disaster"]
  /// The words to ask for a place, from the nearest outwards.
  func sites(of trigger: EventTrigger, phrases: [ArgumentPhrase]) -> [Int] {
    let token = trigger.token
    let isVerb = trigger.entry.part == .verb
    // "talks on the crisis in Ruritania" are not held there.
    let isAbout = { (phrase: ArgumentPhrase) in
      ["meet", "negotiate"].contains(trigger.type) && ["on", "of"].contains(phrase.position.rawValue)
    }
    var found = phrases.filter {
      !$0.isAntecedent && $0.head > token && !isAbout($0)
        && ($0.position == .object && isVerb || Self.struck.contains($0.position.rawValue)
          || $0.position.rawValue == "to" && trigger.type == "attack"
          || trigger.type == "rescue" && $0.position.rawValue == "from")
    }.map(\.head)
    // "a meeting between Smith and Jones in Strelsau"
    if ["meet", "negotiate"].contains(trigger.type) {
      found += phrases.filter { $0.position.rawValue == "between" }.flatMap { syntax.heads(of: $0, before: nil) }
    }
    if isVerb { found += nominalEvents(under: token) + purposes(of: token) }
    let doers = Self.bodily.contains(trigger.type) ? phrases.filter { $0.position == .subject }.map(\.head) : []
    // "was arrested and tried in Strelsau"
    let joined =
      isVerb
      ? syntax.context.tree.children(of: token, .conjunct).filter {
        syntax.isVerb($0) && !syntax.has($0, .subject, .passiveSubject)
      } : []
    guard let head = syntax.context.tree.head(of: token) else { return (found + joined + doers).filter(mayTell) }
    switch syntax.relation(token) {
    case .conjunct:
      if syntax.isVerb(token), !syntax.has(token, .subject, .passiveSubject) { found += clause(head) }
    case .openClausalComplement where !isOrder(head): found += clause(head)
    case .adverbialClause where syntax.isInfinitive(token) && Self.bodily.contains(trigger.type):
      found += clause(head)
    case .adverbialClause where syntax.tag(token) == "VBG" && syntax.preposition(of: token) == nil:
      found += clause(head)
    case .subject
    where Self.outbreaks.contains(trigger.type)
      && syntax.context.knowledge.wordClasses.contains(syntax.lemma(head), in: .effectVerb):
      found += clause(head)
    case .oblique where Self.outbreaks.contains(trigger.type) && !triggers.contains(head):
      // "where a rally ended in a clash"
      if syntax.isVerb(head), syntax.preposition(of: token) == "in" { found.append(head) }
    default: break
    }
    return (found + joined + doers).filter(mayTell)
  }

  /// Whether a verb tells somebody what to do: where it is said is not where it is done.
  private func isOrder(_ verb: Int) -> Bool {
    triggers.contains(verb)
      && syntax.context.knowledge.events.entries(trigger: syntax.lemma(verb)).contains {
        $0.part == .verb && ["demand", "threaten", "accuse", "agree"].contains($0.type?.rawValue ?? "")
      }
  }

  /// A verb with what is done to.
  private func clause(_ verb: Int) -> [Int] {
    [verb]
      + syntax.phrases(of: verb).filter {
        !$0.isAntecedent && $0.head > verb
          && ($0.position == .object || ["on", "at", "through", "into"].contains($0.position.rawValue))
      }.map(\.head).filter(isSite)
  }

  /// "killed in a crash near Strelsau".
  private func nominalEvents(under verb: Int) -> [Int] {
    syntax.context.tree.children(of: verb, .oblique).filter {
      (triggers.contains($0) || syntax.context.knowledge.wordClasses.contains(syntax.lemma($0), in: .occasionNoun))
        && syntax.preposition(of: $0) == "in"
    }
  }

  /// "used tear gas to disperse a crowd in Strelsau".
  private func purposes(of verb: Int) -> [Int] {
    guard syntax.lemma(verb) == "use" else { return [] }
    return syntax.context.tree.children(of: verb, .adverbialClause, .openClausalComplement).filter {
      syntax.isInfinitive($0)
    }
  }

  private func mayTell(_ token: Int) -> Bool {
    isSite(token) || syntax.isVerb(token) || syntax.preposition(of: token) == "in"
  }

  private func isSite(_ token: Int) -> Bool { !triggers.contains(token) }
}
