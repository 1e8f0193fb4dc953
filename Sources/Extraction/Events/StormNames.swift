import Knowledge
import LanguageAnalysis

/// Reads which storm a word tells of, so that "Typhoon Mira", "Mira made landfall" and "Mira, now a hurricane" are one
/// storm and "Typhoon Zelda" is another.
struct StormNames {
  let syntax: ClauseSyntax

  /// The name of a storm in lower case: "mira" of "Typhoon Mira".
  func name(of trigger: EventTrigger) -> String? {
    let token = trigger.token
    guard isStorm(trigger), syntax.partOfSpeech(token) == .properNoun else { return nil }
    let words = syntax.context.words
    if words[token] != trigger.entry.trigger { return words[token] }
    let next = token + 1
    guard next < words.count, syntax.partOfSpeech(next) == .properNoun, isOneName(token, next) else { return nil }
    return words[next]
  }

  /// The name that a storm told without a name may have, as it stands with it: "Mira made landfall", "Mira is a storm",
  /// "Mira, a storm".
  func subject(of trigger: EventTrigger) -> String? {
    let token = trigger.token
    guard isStorm(trigger) || trigger.type == "disaster" && syntax.isVerb(token), name(of: trigger) == nil else {
      return nil
    }
    let subject =
      syntax.relation(token) == .apposition ? syntax.context.tree.head(of: token) : subject(of: predicate(of: token))
    guard let subject, syntax.partOfSpeech(subject) == .properNoun else { return nil }
    return syntax.context.words[subject]
  }

  private func subject(of predicate: Int) -> Int? {
    syntax.context.tree.children(of: predicate, .subject, .passiveSubject).first
      ?? (syntax.isVerb(predicate) ? syntax.phrases(of: predicate).first { $0.position == .subject }?.head : nil)
  }

  /// "was downgraded to a storm", "became a storm": the verb of which a noun completes the change.
  private func predicate(of token: Int) -> Int {
    guard [.oblique, .object, .openClausalComplement].contains(syntax.relation(token)),
      let verb = syntax.context.tree.head(of: token)
    else { return token }
    return verb
  }

  /// "Typhoon Mira, known abroad as Typhoon Ana": whether the name is another name of the storm just told.
  func isAlias(_ trigger: EventTrigger) -> Bool {
    guard syntax.preposition(of: trigger.token) == "as", let clause = syntax.context.tree.head(of: trigger.token) else {
      return false
    }
    return [.adnominalClause, .adverbialClause].contains(syntax.relation(clause))
  }

  private func isStorm(_ trigger: EventTrigger) -> Bool {
    trigger.type == "disaster"
      && syntax.context.knowledge.eventSenses.senses(of: trigger.entry.trigger, type: trigger.type).names
        .contains("storm")
  }

  private func isOneName(_ token: Int, _ next: Int) -> Bool {
    syntax.context.tree.head(of: next) == token || syntax.context.tree.head(of: token) == next
      || syntax.context.tree.head(of: token) == syntax.context.tree.head(of: next)
  }
}
