import Knowledge
import LanguageAnalysis

/// Finds the words that name events, and the words that carry them.
struct TriggerFinder {
  private let context: ArticleContext
  private let syntax: ClauseSyntax
  private var matcher: LexicalMatcher
  private let insideName: [Bool]

  init(syntax: ClauseSyntax, entities: StoryEntities) {
    self.syntax = syntax
    context = syntax.context
    matcher = LexicalMatcher(syntax: syntax, entities: entities)
    var insideName = [Bool](repeating: false, count: context.document.tokenCount)
    for span in context.document.entities where span.kind != .date {
      for token in span.tokens { insideName[token] = !Self.namesStorm(token, in: context) }
    }
    self.insideName = insideName
  }

  /// "Typhoon Mira", "Tropical Storm Ana": the word of a storm before its name, whatever the name was taken for.
  private static func namesStorm(_ token: Int, in context: ArticleContext) -> Bool {
    let next = token + 1
    // "would be named Tropical Storm Ana"
    let isGiven = (max(0, token - 3)..<token).contains {
      ["named", "called", "dubbed", "renamed", "designated"].contains(context.words[$0])
    }
    return !isGiven && context.knowledge.wordClasses.contains(context.words[token], in: .stormNoun)
      && context.document.partsOfSpeech[token] == .properNoun
      && next < context.document.tokenCount && context.document.partsOfSpeech[next] == .properNoun
      && context.knowledge.placeWords[context.words[next]] == nil && !namesBody(next, in: context)
  }

  /// "Hurricane Center", "Typhoon Early Warning Committee": the name that goes on is that of a body.
  private static func namesBody(_ first: Int, in context: ArticleContext) -> Bool {
    let last = (first..<context.document.tokenCount).prefix { context.document.partsOfSpeech[$0] == .properNoun }.last
    return last.map { context.knowledge.organizationWords[context.words[$0]] != nil } ?? false
  }

  /// The triggers of an article in the order of the text, with their carriers.
  mutating func triggers() -> [EventTrigger] {
    var found: [EventTrigger] = []
    for token in 0..<context.document.tokenCount {
      if let storm = namedStorm(at: token) {
        found.append(storm)
      } else if !insideName[token], let trigger = trigger(at: token) {
        found.append(trigger)
      }
    }
    let tokens = Set(found.map(\.token))
    for position in found.indices {
      found[position].carriers = carriers(of: found[position], among: tokens)
    }
    return withoutCompanions(withoutCarriers(found))
  }

  /// "Typhoon Mira": the name of a storm tells of it.
  private func namedStorm(at token: Int) -> EventTrigger? {
    guard ["typhoon", "hurricane", "cyclone"].contains(context.words[token]),
      [.compound, .descriptiveModifier].contains(syntax.relation(token)), let name = context.tree.head(of: token),
      name == token + 1, syntax.partOfSpeech(name) == .properNoun, !Self.namesBody(name, in: context),
      ![.compound, .possessiveModifier].contains(syntax.relation(name)),
      let entry = context.knowledge.events.entries(trigger: context.words[token]).first(where: {
        $0.part == .noun && $0.companions.isEmpty && $0.type == "disaster"
      })
    else { return nil }
    return EventTrigger(token: name, entry: entry, type: "disaster")
  }

  private mutating func trigger(at token: Int) -> EventTrigger? {
    if let whole = HyphenatedWord(context: context).lemma(endingAt: token) {
      let entries = context.knowledge.events.entries(trigger: whole)
      if let part = entries.first?.part { return trigger(at: token, among: entries, part: part) }
    }
    guard let part = LexicalPart(context.document.partsOfSpeech[token]) else { return nil }
    let lemma = context.document.lemmas[token]
    var entries = context.knowledge.events.entries(trigger: lemma)
    if entries.isEmpty, part == .noun, case let small = lemma.lowercased(), small != lemma {
      entries = context.knowledge.events.entries(trigger: small)
    }
    guard !entries.isEmpty, part != .noun || !HyphenatedWord(context: context).continues(after: token) else {
      return nil
    }
    return trigger(at: token, among: entries, part: part)
  }

  private mutating func trigger(
    at token: Int,
    among entries: [EventLexicon.Entry],
    part: LexicalPart
  ) -> EventTrigger? {
    guard isNamable(token, part), let entry = matcher.entry(at: token, among: entries, part: part),
      let type = entry.type
    else { return nil }
    if syntax.relation(token) == .adjectivalModifier, part == .verb,
      !(context.knowledge.eventTypes[type]?.isAttributive ?? false)
    {
      return nil
    }
    guard !GenericEvents(syntax: syntax).isGeneric(token, type) else { return nil }
    let companions = matcher.companions(entry.companions, of: token) ?? []
    return EventTrigger(token: token, entry: entry, type: type, companions: companions)
  }

  /// A noun before another one names no event of its own ("attack helicopter"), unless the other only carries it.
  private func isNamable(_ token: Int, _ part: LexicalPart) -> Bool {
    guard part == .noun, syntax.relation(token) == .compound, let head = context.tree.head(of: token), head > token,
      !Self.namesStorm(token, in: context)
    else { return true }
    return context.knowledge.eventCarriers.entries(word: context.document.lemmas[head]).contains {
      $0.part == .noun && $0.position == .compound
    }
  }

  // MARK: Carriers

  private func carriers(of trigger: EventTrigger, among triggers: Set<Int>) -> [CarrierMatch] {
    guard trigger.entry.part != .verb else { return [] }
    var found: [CarrierMatch] = []
    var current = trigger.token
    // "extended the state of emergency": the phrase hangs on the verb by its first noun.
    if let head = context.tree.head(of: current), trigger.companions.contains(head), syntax.partOfSpeech(head) == .noun
    {
      current = head
    }
    while found.count < 3, let match = carrier(of: current, type: trigger.type),
      !found.contains(where: { $0.token == match.token })
    {
      found.append(match)
      if match.entry.part == .verb { break }
      current = match.token
    }
    return found
  }

  private func carrier(of token: Int, type: EventType) -> CarrierMatch? {
    if let head = context.tree.head(of: token), let position = position(of: token, under: head),
      let match = match(head, at: position, type: type)
    {
      return match
    }
    if let match = carrierInComplement(of: token, type: type) ?? carrierOfSum(for: token, type: type) { return match }
    if syntax.relation(token) == .conjunct, let first = context.tree.head(of: token),
      context.document.partsOfSpeech[first].isNoun, let head = context.tree.head(of: first),
      let position = position(of: first, under: head), position == .object,
      let match = match(head, at: position, type: type)
    {
      return match
    }
    for clause in syntax.children(token) {
      guard [.adnominalClause, .relativeClause].contains(syntax.relation(clause)), syntax.isVerb(clause) else {
        continue
      }
      for phrase in syntax.phrases(of: clause) where phrase.isAntecedent && phrase.head == token {
        if let match = match(clause, at: phrase.position, type: type) { return match }
      }
    }
    return nil
  }

  /// "The talks are set to begin", "a meeting due to be held": the carrier completes the verb or adjective above.
  private func carrierInComplement(of token: Int, type: EventType) -> CarrierMatch? {
    var governors: [Int] = []
    if [.subject, .passiveSubject].contains(syntax.relation(token)), let head = context.tree.head(of: token) {
      governors.append(head)
    }
    governors += syntax.children(token).filter {
      [.adnominalClause, .relativeClause].contains(syntax.relation($0))
    }
    for governor in governors {
      for clause in context.tree.children(of: governor, .openClausalComplement) {
        let position: ArgumentPosition = syntax.isPassive(clause) ? .object : .subject
        if let match = match(clause, at: position, type: type) { return match }
      }
    }
    return nil
  }

  /// "approved two million dollars in aid": the verb carries the aid, wherever the sum stands.
  private func carrierOfSum(for token: Int, type: EventType) -> CarrierMatch? {
    guard syntax.relation(token) == .nominalModifier, syntax.preposition(of: token) == "in",
      let sum = context.tree.head(of: token), [.object, .passiveSubject].contains(syntax.relation(sum)),
      let verb = context.tree.head(of: sum)
    else { return nil }
    return match(verb, at: ArgumentPosition(rawValue: "in"), type: type)
  }

  private func position(of token: Int, under head: Int) -> ArgumentPosition? {
    switch syntax.relation(token) {
    case .object, .passiveSubject: .object
    case .subject: syntax.isPassive(head) ? .object : .subject
    case .compound: .compound
    case .oblique, .obliqueAgent, .nominalModifier: syntax.preposition(of: token).map(ArgumentPosition.init(rawValue:))
    default: nil
    }
  }

  private func match(_ head: Int, at position: ArgumentPosition, type: EventType) -> CarrierMatch? {
    guard let part = LexicalPart(context.document.partsOfSpeech[head]) else { return nil }
    for entry in context.knowledge.eventCarriers.entries(word: context.document.lemmas[head])
    where entry.part == part && entry.position == position && (entry.types.isEmpty || entry.types.contains(type)) {
      if matcher.companions(entry.companions, of: head) != nil { return CarrierMatch(token: head, entry: entry) }
    }
    return nil
  }

  /// What is a deed of its own, whatever event it carries: "threatened sanctions", "approved a loan".
  private static let deeds: Set<EventType> = ["threaten", "legislate"]
  /// Verbs for the end of what they carry, which is a deed too: "lifted the embargo".
  private static let lifting: Set = ["lift", "ease"]

  /// Drops words that only carry another event: "launched" of "launched an attack", not "arrived" of "arrived for talks".
  private func withoutCarriers(_ triggers: [EventTrigger]) -> [EventTrigger] {
    var carried: [Int: EventType] = [:]
    for trigger in triggers {
      for carrier in trigger.carriers where carrier.entry.position.rawValue != "for" {
        carried[carrier.token] = trigger.type
      }
    }
    return triggers.filter { trigger in
      guard let type = carried[trigger.token] else { return true }
      return type == trigger.type
        || trigger.entry.part == .verb
          && (Self.deeds.contains(trigger.type) || Self.lifting.contains(trigger.entry.trigger))
    }
  }

  /// Drops words that only complete another trigger: "death" of "beaten to death", but not "talks" of "held talks".
  private func withoutCompanions(_ triggers: [EventTrigger]) -> [EventTrigger] {
    var completed: [Int: EventType] = [:]
    for trigger in triggers {
      for companion in trigger.companions where completed[companion] == nil { completed[companion] = trigger.type }
    }
    return triggers.filter { completed[$0.token] == nil || completed[$0.token] == $0.type }
  }
}

extension LexicalPart {
  /// The part of speech of words that may name an event.
  init?(_ partOfSpeech: UniversalPartOfSpeech) {
    switch partOfSpeech {
    case .verb: self = .verb
    case .noun, .properNoun: self = .noun
    case .adjective: self = .adjective
    default: return nil
    }
  }
}
