import Knowledge
import LanguageAnalysis

/// What the words above an event's word make of it, each kind by itself.
extension StatusReader {
  /// What a governing word makes of what hangs on it, seen from farther above: "might try to", "a call for an effort to",
  /// "wants to prevent deaths" leave it open.
  func weighed(_ status: ImpliedStatus, by head: Int, type: EventType) -> [ImpliedStatus] {
    guard status != .hypothetical else { return [status] }
    let outer = local(head, type: type) + inherited(by: head, type: type)
    guard outer.contains(.hypothetical) else { return [status] }
    return status == .negated && !outer.contains(.negated) ? [.hypothetical] : [status, .hypothetical]
  }

  /// "their demands include dissolving parliament": one of several things.
  func isListed(_ verb: Int, by head: Int) -> Bool {
    syntax.lemma(head) == "include" && !syntax.isInfinitive(verb)
  }

  /// "for a trial to end well": what must hold for something else.
  func isRequirement(_ noun: Int) -> Bool {
    syntax.preposition(of: noun) == "for" && isNew(noun)
      && context.tree.children(of: noun, .adnominalClause).contains(where: syntax.isInfinitive)
  }

  /// What demands that include something make of it: "their demands include an inquiry".
  func requested(by verb: Int) -> [ImpliedStatus] {
    Array(context.tree.children(of: verb, .subject).flatMap { cues($0, [.noun], at: .complement) }.prefix(1))
  }

  /// What a participle after a noun tells: "there were no members elected", "the threat of the roof collapsing".
  func described(by participle: Int, noun: Int, type: EventType) -> [ImpliedStatus] {
    guard let head = context.tree.head(of: noun) else { return [] }
    if syntax.tag(participle) == "VBG" {
      guard syntax.partOfSpeech(head).isNoun, syntax.preposition(of: participle) == nil else { return [] }
      return governing(head, noun, type: type).filter { $0 == .hypothetical }
    }
    return isNobody(noun) && syntax.relation(noun) == .subject && syntax.has(head, .expletive) ? [.negated] : []
  }

  /// "any act", "anybody".
  func isAny(_ noun: Int) -> Bool {
    ["anyone", "anybody", "anything", "whoever"].contains(context.words[noun])
      || context.tree.children(of: noun, .determiner).contains { context.words[$0] == "any" }
  }

  /// Whether an event is made by a verb, and so as open as it: "will cause floods", "could turn into a war".
  func isCreated(_ noun: Int, by verb: Int) -> Bool {
    syntax.partOfSpeech(noun).isNoun && isUntold(noun)
      && context.knowledge.wordClasses.contains(syntax.lemma(verb), in: .creatingVerb)
  }

  /// Whether a noun is a common one that no article or owner marks as known.
  func isUntold(_ noun: Int) -> Bool {
    syntax.partOfSpeech(noun) == .noun && !syntax.has(noun, .relativeClause, .possessiveModifier)
      && !context.tree.children(of: noun, .determiner).contains {
        ["the", "this", "that", "these", "those"].contains(context.words[$0])
      }
  }

  /// "talks on a trade deal": there is none yet.
  func isSought(_ noun: Int, under head: Int) -> Bool {
    guard isNew(noun), ["on", "about", "for", "over"].contains(syntax.preposition(of: noun) ?? "") else { return false }
    return ([head] + context.tree.children(of: head, .object)).contains {
      ["talk", "negotiation", "discussion"].contains(syntax.lemma($0))
    }
  }

  /// "a verdict", "an attack": an event that the text has not told before.
  func isNew(_ noun: Int) -> Bool {
    context.tree.children(of: noun, .determiner).contains { ["a", "an", "another"].contains(context.words[$0]) }
      && !syntax.has(noun, .relativeClause)
  }
}
