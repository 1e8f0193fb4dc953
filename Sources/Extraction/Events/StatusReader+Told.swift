import Knowledge
import LanguageAnalysis

/// What words that mostly tell of plans and fears tell as having happened.
extension StatusReader {
  /// What is only announced once it has happened: "announced the death of the king".
  private static let happenings: Set<EventType> = [
    "kill", "injure", "accident", "disaster", "attack", "arrest", "convict", "charge", "protest",
  ]
  /// What goes on until it is suspended.
  private static let lasting: Set<EventType> = ["protest", "negotiate", "rescue", "investigate", "try"]
  /// What is done by saying so.
  private static let spoken: Set<EventType> = ["demand", "accuse", "support", "rule"]
  /// What somebody takes to do something.
  private static let occasions: Set = ["time", "opportunity", "chance", "occasion", "moment"]

  /// Whether what governs a word tells of it as of something that happened, whatever the table says of it otherwise.
  func isTold(_ token: Int, under head: Int, type: EventType) -> Bool {
    switch syntax.lemma(head) {
    case "announce": return (Self.happenings.contains(type) || Self.spoken.contains(type)) && !syntax.isVerb(token)
    // "was allowed to leave": and left; "is allowed to", "would allow them to": may.
    case "allow", "permit", "enable", "let": return isPast(head) || syntax.tag(head) == "VBG"
    case "propose": return type == "legislate"
    // "suspended the talks": they were held.
    case "suspend", "halt": return Self.lasting.contains(type) && !syntax.isVerb(token)
    case "stall": return (Self.lasting.contains(type) || type == "agree") && !syntax.isVerb(token)
    // "offered his thanks": they are given with it.
    case "offer": return type == "support"
    // "called the premier to offer his thanks": by the call.
    case "call": return type == "support" && syntax.has(head, .object) && syntax.isInfinitive(token)
    // "denied the accusation": it was made.
    case "deny", "reject", "dismiss", "drop": return ["accuse", "charge"].contains(type) && !syntax.isVerb(token)
    // "refused the request": it was made.
    case "refuse": return ["accuse", "demand"].contains(type) && !syntax.isVerb(token)
    // "scrapped the deal": there was one.
    case "scrap", "abandon", "shelve": return type == "agree" && !syntax.isVerb(token)
    case "suggest", "warn": return syntax.relation(token) == .clausalComplement && isPast(token)
    // "held for refusing to testify": for what was done.
    case "hold", "detain", "arrest", "summon": return syntax.tag(token) == "VBG"
    // "opposed the war": there is one; "opposed impeachment": there may be one.
    case "oppose", "favor", "favour": return !syntax.isVerb(token) && !isUntold(token)
    default: break
    }
    if syntax.reasonedVerb(of: token) != nil || isTaken(head) || isWish(head, toSay: token, type: type) { return true }
    // "considered the deal acceptable": there is a deal; "is considered a massacre": it was one.
    let isJudged = syntax.lemma(head) == "consider" && !syntax.isVerb(token)
    guard [.object, .passiveSubject].contains(syntax.relation(token)) else {
      return isJudged && syntax.relation(token) == .openClausalComplement
    }
    return (isJudged || syntax.relation(token) == .object)
      && context.tree.children(of: head, .openClausalComplement).contains { !syntax.isVerb($0) }
  }

  func isPast(_ verb: Int) -> Bool {
    if syntax.tag(verb) == "VBD" { return true }
    return syntax.children(verb).contains { child in
      [.auxiliary, .passiveAuxiliary, .copula].contains(syntax.relation(child))
        && ["was", "were", "had", "has", "have"].contains(context.words[child])
    }
  }

  /// "took the opportunity to thank the mayor": it was used.
  func isTaken(_ noun: Int) -> Bool {
    Self.occasions.contains(syntax.lemma(noun)) && syntax.relation(noun) == .object
      && context.tree.head(of: noun).map { syntax.lemma($0) == "take" } ?? false
  }

  /// "I want to thank the mayor": who wants to say so has said it.
  private func isWish(_ verb: Int, toSay token: Int, type: EventType) -> Bool {
    Self.spoken.contains(type) && ["want", "wish", "like"].contains(syntax.lemma(verb)) && syntax.isInfinitive(token)
      && isSaidOfOneself(verb)
  }

  /// Whether the speaker is the subject: "I", "we".
  func isSaidOfOneself(_ verb: Int) -> Bool {
    context.tree.children(of: verb, .subject).contains { ["i", "we"].contains(context.words[$0]) }
  }

  /// "was asked to leave and did": whatever asked for it, it was done.
  func isDone(after verb: Int) -> Bool {
    context.tree.children(of: verb, .conjunct).contains { next in
      context.words[next] == "did" && !isNegated(next) && !syntax.has(next, .object, .openClausalComplement)
    }
  }

  /// Whether the purpose of a verb is done with it: "voted to ban it", "turned out to vote", "beat Smith to become mayor".
  func isEffective(_ verb: Int, for purpose: Int) -> Bool {
    switch syntax.lemma(verb) {
    case "vote", "use": return true
    case "turn": return context.tree.children(of: verb, .particle).contains { context.words[$0] == "out" }
    default: break
    }
    // "leapt from windows to flee"
    if ["flee", "escape"].contains(syntax.lemma(purpose)) { return isPast(verb) || syntax.tag(verb) == "VBG" }
    return syntax.lemma(purpose) == "become"
      && context.knowledge.events.entries(trigger: syntax.lemma(verb)).contains {
        $0.type == "elect" && $0.status == nil
      }
  }

  /// "were among the towns to vote against it": they did.
  func isMembership(_ noun: Int) -> Bool {
    syntax.preposition(of: noun) == "among"
      && context.tree.children(of: noun, .copula).contains { ["was", "were"].contains(context.words[$0]) }
  }
}
