import ArticleReading
import Knowledge
import LanguageAnalysis

/// Says why a draft tells of an event told before.
struct EventIdentity {
  let syntax: ClauseSyntax
  let entities: [Entity]
  let conflicts: EventConflicts
  private let lastLeadSentence: Int
  private var context: ArticleContext { syntax.context }

  init(syntax: ClauseSyntax, entities: [Entity]) {
    self.syntax = syntax
    self.entities = entities
    conflicts = EventConflicts(syntax: syntax, entities: entities)
    let sentences = syntax.context.document.sentences
    let first = sentences.firstIndex { !$0.tokens.isEmpty && !syntax.context.isInTitle($0.tokens.lowerBound) }
    lastLeadSentence = (first ?? -3) + 2
  }

  /// Why two drafts tell of one event, from the surest reason to the loosest.
  enum Reason: Int, Comparable {
    /// "won the election": one word holds the other.
    case carried
    /// "Typhoon Mira … Mira made landfall".
    case name
    /// The same people take part.
    case participants
    /// A noun gives the very day of the event.
    case day
    /// The lead tells what the headline told.
    case headline
    /// The name follows the description: "A man was arrested … John Smith was arrested".
    case naming
    /// The same word of the same people or things, as many of them.
    case wording
    /// "The attack": what was told before.
    case reference

    /// The name of the rule, as evidence gives it.
    var rule: String { "\(self)" }

    static func < (left: Reason, right: Reason) -> Bool { left.rawValue < right.rawValue }
  }

  /// How many sentences back "the attack" may refer.
  static let reach = 6
  /// How many sentences after the description of somebody the name may follow.
  private static let namingReach = 6
  /// How much nearer an event of another type must stand to be meant by "that attack".
  private static let wordsOfSentence = 30
  /// Types that strike somebody once in a story, whatever the words.
  private static let onceInLife: Set<EventType> = ["kill"]
  /// Types of harm, of which "the victims" were told before.
  static let harms: Set<EventType> = ["kill", "injure"]
  /// Types of which one patient has one at a time: the same person is not arrested twice in a story.
  private static let onceForPatient: Set<EventType> = [
    "kill", "arrest", "convict", "release", "appoint", "resign", "elect", "charge", "injure", "rescue", "try",
  ]
  /// Types of what is said or done in words, of which a story may hold many.
  private static let wordy: Set<EventType> = [
    "agree", "demand", "accuse", "support", "reject", "aid", "transact", "legislate", "threaten", "cooperate",
  ]

  /// Types of which a verb takes the name of the event as its object: "approved a law".
  private static let nameable: Set<EventType> = [
    "legislate", "agree", "elect", "transact", "meet", "negotiate", "mobilize", "visit", "sanction", "withdraw", "try",
    "charge", "aid", "protest", "cooperate", "convict", "found",
  ]

  /// Why a draft tells of an event, or nil where it tells of another.
  func reason(_ event: EventDraft, _ draft: EventDraft) -> Reason? {
    if carries(event, draft) { return .carried }
    if let isOne = isOneStorm(event, draft) { return isOne ? .name : nil }
    guard let reference = draft.references.first, !isOrdered(event, draft) else { return nil }
    if let subject = reference.predicateSubject { return predicate(of: subject, tells: event, draft) }
    if isOneDeath(event, draft) { return .participants }
    guard !reference.isOther, statusesAgree(event, draft), conflicts.areCompatible(event, draft) else { return nil }
    if reference.form != .indefinite || shareWord(event, draft), isByParticipants(event, draft) { return .participants }
    if isOneSentence(event, draft) {
      if isToldBeside(event, draft, reference) { return .wording }
      return isTakenUp(event, draft, reference) ? .reference : nil
    }
    if reference.isDefinite, let date = draft.date, date.day != nil, date == event.date,
      conflicts.numberAgrees(event, draft)
    {
      return .day
    }
    if isRetold(event, draft) { return .day }
    if isHeadline(event, draft) { return .headline }
    if isNamedLater(event, draft) { return .naming }
    if isByWording(event, draft, reference) { return .wording }
    if isBare(draft, beside: event, reference) { return .reference }
    return mayReferBack(draft, to: event, reference) ? .reference : nil
  }

  // MARK: One phrase

  private func carries(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    event.triggers.contains { trigger in draft.triggers.contains { isOnePhrase(trigger, $0) } }
  }

  /// "won the election", "passed the bill": verb and object name the same event.
  func isOnePhrase(_ trigger: EventTrigger, _ other: EventTrigger) -> Bool {
    trigger.carriers.contains { $0.token == other.token } || other.carriers.contains { $0.token == trigger.token }
      || tells(other, trigger) || tells(trigger, other) || completes(other, trigger) || completes(trigger, other)
      || isOneWeather(trigger, other) || isAim(other, of: trigger) || isCourse(other, of: trigger)
      || isCourse(trigger, of: other)
  }

  /// "Two bombings struck the town", "passed the bill": the noun is the event that the verb tells.
  private func tells(_ verb: EventTrigger, _ noun: EventTrigger) -> Bool {
    guard verb.entry.part == .verb, noun.entry.part == .noun else { return false }
    if verb.companions.contains(noun.token) || strikes(verb, noun) { return true }
    if isSeries(noun.token, under: verb.token) { return true }
    guard context.tree.head(of: noun.token) == verb.token else { return false }
    switch syntax.relation(noun.token) {
    case .subject: return true
    case .object, .passiveSubject: return ["legislate", "elect"].contains(verb.type)
    case .oblique:
      return verb.type == "charge" && noun.type == "charge"
        && ["on", "with"].contains(syntax.preposition(of: noun.token) ?? "")
    default: return false
    }
  }

  /// "a series of quakes struck": the subject only counts them.
  private func isSeries(_ noun: Int, under verb: Int) -> Bool {
    guard syntax.relation(noun) == .nominalModifier, syntax.preposition(of: noun) == "of",
      let series = context.tree.head(of: noun), syntax.relation(series) == .subject
    else { return false }
    return context.tree.head(of: series) == verb
      && ["series", "wave", "string", "spate", "pair", "couple", "number", "dozens"].contains(syntax.lemma(series))
  }

  /// "the quake that hit the coast": what the clause tells is the quake itself.
  private func strikes(_ verb: EventTrigger, _ noun: EventTrigger) -> Bool {
    guard ["disaster", "accident"].contains(noun.type), syntax.relation(verb.token) == .relativeClause,
      let head = context.tree.head(of: verb.token),
      head == noun.token || context.tree.conjuncts(of: noun.token).contains(head),
      let subject = context.tree.child(of: verb.token, .subject)
    else { return false }
    return ["that", "which"].contains(context.words[subject])
  }

  /// "went on strike", "approved a law", "agreed on a deal": the second word completes the first.
  private func completes(_ second: EventTrigger, _ first: EventTrigger) -> Bool {
    if first.companions.contains(second.token) { return true }
    guard Self.nameable.contains(first.type), first.type == second.type,
      let top = ([second.token] + second.companions).first(where: { context.tree.head(of: $0) == first.token })
    else { return false }
    // "a law that bans", "a bill to abolish".
    if first.entry.part == .noun {
      return second.entry.part == .verb && [.relativeClause, .adnominalClause].contains(syntax.relation(top))
    }
    switch syntax.relation(top) {
    case .object, .passiveSubject: return second.entry.part == .noun
    case .oblique: return second.entry.part == .noun && ["agree", "convict"].contains(first.type)
    default: return false
    }
  }

  /// "marched to protest": the infinitive tells what the verb was for.
  private func isAim(_ verb: EventTrigger, of other: EventTrigger) -> Bool {
    verb.type == other.type && syntax.isInfinitive(verb.token) && context.tree.head(of: verb.token) == other.token
      && [.adverbialClause, .openClausalComplement].contains(syntax.relation(verb.token))
  }

  /// "The lorry overturned and exploded": one accident in its course.
  private func isCourse(_ second: EventTrigger, of first: EventTrigger) -> Bool {
    first.type == "accident" && second.type == "accident" && first.entry.part == .verb && second.entry.part == .verb
      && syntax.relation(second.token) == .conjunct && context.tree.head(of: second.token) == first.token
      && !syntax.has(second.token, .subject, .passiveSubject)
  }

  /// "It was an explosion", "The crash was an accident": the subject is the event.
  private func predicate(of subject: Int, tells event: EventDraft, _ draft: EventDraft) -> Reason? {
    if event.triggers.contains(where: { $0.token == subject }) {
      return conflicts.sensesAgree(event, draft) ? .carried : nil
    }
    guard ["it", "this", "that"].contains(context.words[subject]), event.status == draft.status,
      (0...2).contains(draft.sentence - event.sentence), conflicts.areCompatible(event, draft)
    else { return nil }
    return .reference
  }

  private func isOneSentence(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    event.sentence == draft.sentence
  }

  /// "A fire broke out and that blaze spread": a noun takes up what its own sentence told in another clause.
  private func isTakenUp(_ event: EventDraft, _ draft: EventDraft, _ reference: EventReference) -> Bool {
    let isRepeated =
      reference.form == .definite && draft.arguments.isEmpty && event.triggers.last?.entry.part == .verb
      && conflicts.shareSense(event, draft)
    guard reference.form == .demonstrative || isRepeated, let last = event.triggers.last,
      let token = draft.triggers.first?.token,
      !context.tree.ancestors(of: last.token).contains(token)
    else { return false }
    return mayReferBack(draft, to: event, reference)
  }

  /// "The attack came after a bombing": what comes before or after the other is not the same.
  private func isOrdered(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    guard isOneSentence(event, draft), draft.references.first?.form != .demonstrative,
      let last = event.triggers.last?.token, let token = draft.triggers.first?.token
    else { return false }
    return hangsApart(token, from: last) || hangsApart(last, from: token)
  }

  private static let orders: Set = [
    "after", "before", "since", "following", "until", "despite", "because_of", "due_to", "ahead_of", "prior_to", "amid",
    "in_response_to", "over", "than", "as", "while", "when",
  ]

  private func hangsApart(_ token: Int, from other: Int) -> Bool {
    let above = Set([other] + context.tree.ancestors(of: other))
    for step in [token] + context.tree.ancestors(of: token) where !above.contains(step) {
      let relation = syntax.relation(step)
      guard [.oblique, .nominalModifier, .adverbialClause].contains(relation) else { continue }
      if let marker = syntax.preposition(of: step), Self.orders.contains(marker) { return true }
    }
    return false
  }

  // MARK: Status

  private func statusesAgree(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    if event.status == draft.status { return true }
    guard draft.isDefinite, draft.status != .negated, event.status != .negated else { return false }
    return draft.status == .actual || event.status != .actual || draft.references.first?.form != .possessive
      || conflicts.shareSense(event, draft)
  }

  // MARK: What speaks for it

  private func isByParticipants(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    let sharesAgent = shares(.agent, event, draft)
    let sharesPatient = shares(.patient, event, draft)
    let isAlike = shareWord(event, draft) || draft.isDefinite || event.isInTitle || conflicts.shareSense(event, draft)
    if !draft.isDefinite, !shareWord(event, draft), isFarBack(event) != isFarBack(draft) { return false }
    if sharesPatient, isAlike, sharesAgent || Self.onceForPatient.contains(draft.type) { return true }
    if sharesPatient, Self.onceInLife.contains(draft.type) { return true }
    if EventConflicts.mutual.contains(draft.type), isAlike {
      let common = Set(event.fillers(.agent)).intersection(draft.fillers(.agent)).count
      if common >= 2 { return true }
    }
    return sharesAgent && shares(.place, event, draft) && (isAlike || ["visit", "travel"].contains(draft.type))
  }

  /// Whether a date tells that it happened long before the article, so that it is no part of its story.
  private func isFarBack(_ event: EventDraft) -> Bool {
    guard let date = event.date, let today = context.article.date else { return false }
    return date.year < today.year - 1
  }

  private func isHeadline(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    guard event.isInTitle, !draft.isInTitle, draft.sentence <= lastLeadSentence, conflicts.numberAgrees(event, draft)
    else { return false }
    if shares(.agent, event, draft) || shares(.patient, event, draft) || shares(.place, event, draft)
      || shareWord(event, draft) || shareNoun(event, draft)
    {
      return true
    }
    if ["agree", "transact", "legislate"].contains(draft.type) { return true }
    return conflicts.shareSense(event, draft) && !Self.wordy.contains(draft.type)
  }

  /// Whether the words beside two drafts share a noun: "Missiles hit a port", "the missiles struck".
  private func shareNoun(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    event.references.contains { known in draft.references.contains { $0.words.contains(where: known.words.contains) } }
  }

  /// "A man was arrested … John Smith was arrested": the lead describes whom the story names.
  private func isNamedLater(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    let described = event.fillers(.patient)
    return Self.onceForPatient.contains(draft.type) && draft.sentence - event.sentence <= Self.namingReach
      && conflicts.shareSense(event, draft) && described.count == 1 && conflicts.isSingleDescription(described[0])
      && (begins(event) || isIndefinite(described[0]))
      && conflicts.mayMeanSame(described, draft.fillers(.patient))
  }

  /// "the ferry sank … the ferry capsized", "killed 12 people … the 12 died".
  private func isByWording(_ event: EventDraft, _ draft: EventDraft, _ reference: EventReference) -> Bool {
    if isRepeated(event, draft, reference) { return true }
    guard reference.form == .verb, conflicts.shareSense(event, draft) || Self.onceInLife.contains(draft.type) else {
      return false
    }
    if ["cooperate", "protest"].contains(draft.type), !reference.hasObject, shareWord(event, draft),
      shares(.agent, event, draft),
      event.references.allSatisfy({ !$0.hasObject })
    {
      return true
    }
    let isCounted = reference.count.map { $0 > 1 } ?? false
    return event.references.contains { known in
      if isCounted, known.count == reference.count { return true }
      if Self.harms.contains(draft.type), reference.isKeyKnown, ["victim", "dead"].contains(reference.keyWord) {
        return event.type == draft.type && isMain(event)
      }
      if draft.type == "legislate", reference.isKeyKnown, isLaw(reference.keyWord), isLaw(known.keyWord) { return true }
      return reference.isKeyKnown && reference.keyWord != nil && known.keyWord == reference.keyWord
    }
  }

  /// Whether a word stands for any law: "the bill", "the legislation".
  private func isLaw(_ word: String?) -> Bool {
    word.map { context.knowledge.eventSenses.senses(of: $0, type: "legislate").isGeneral } ?? false
  }

  // MARK: Reference

  private func mayReferBack(_ draft: EventDraft, to event: EventDraft, _ reference: EventReference) -> Bool {
    guard reference.isDefinite, conflicts.numberAgrees(event, draft), !bringsStrangers(draft, to: event) else {
      return false
    }
    let isNear = draft.sentence - event.sentence <= Self.reach
    let isKnown = isMain(event) || shareWord(event, draft) && sharesParticipant(event, draft) && !isDefined(draft)
    guard isNear || isKnown && reference.form != .demonstrative else { return false }
    if Self.wordy.contains(draft.type) {
      return shareWord(event, draft) || event.triggers.contains { $0.entry.part == .noun }
        || conflicts.shareSense(event, draft) || event.type == draft.type && isMain(event)
    }
    return true
  }

  /// "the ruling that ended the strike": what follows the noun says which is meant.
  private func isDefined(_ draft: EventDraft) -> Bool {
    draft.triggers.first.map { syntax.has($0.token, .relativeClause, .adnominalClause) } ?? false
  }

  /// Whether a draft stands in the headline or the first sentences.
  func isOfLead(_ draft: EventDraft) -> Bool { draft.isInTitle || draft.sentence <= lastLeadSentence }

  /// How likely "the attack" means an event: what the story is about, what was just told, what shares words with it.
  func salience(of event: EventDraft, for draft: EventDraft) -> Int {
    guard let reference = draft.references.first, let last = event.triggers.last?.token,
      let token = draft.triggers.first?.token
    else { return 0 }
    let distance = draft.sentence - event.sentence
    let isSameParagraph =
      context.document.sentences[event.sentence].block
      == context.document.sentences[draft.sentence].block
    if reference.form == .demonstrative { return last - token + (event.type == draft.type ? Self.wordsOfSentence : 0) }
    var score = isMain(event) ? 3 : 0
    score += min(event.triggers.count, 4)
    if isSameParagraph { score += distance <= 1 ? 5 : 3 } else if distance <= 1 { score += 1 }
    if shareWord(event, draft) { score += 2 }
    if conflicts.shareSense(event, draft) { score += 1 }
    if shareNoun(event, draft) { score += 4 }
    if event.type == draft.type { score += 2 }
    if shares(.agent, event, draft) || shares(.patient, event, draft) || shares(.place, event, draft) { score += 4 }
    if let date = draft.date, date == event.date { score += 4 }
    if event.status == draft.status { score += 1 }
    if isBackground(event, beside: draft) { score -= 6 }
    return score
  }

  /// Whether an event lies years back, so that "the visit" rather means another one that the story tells.
  private func isBackground(_ event: EventDraft, beside draft: EventDraft) -> Bool {
    guard draft.date == nil, let date = event.date, let today = context.article.date else { return false }
    return date.year + 1 < today.year
  }

  /// Whether the headline or the first sentences tell an event.
  func isMain(_ event: EventDraft) -> Bool {
    event.triggers.contains {
      context.isInTitle($0.token) || context.tree.sentenceOfToken[$0.token] < lastLeadSentence
    }
  }

  /// Whether the headline tells an event already.
  private func begins(_ event: EventDraft) -> Bool { event.triggers.contains { context.isInTitle($0.token) } }

  private func isIndefinite(_ index: EntityIndex) -> Bool {
    guard let head = entities[index].mentions.first?.head else { return false }
    return syntax.children(head).contains { ["a", "an"].contains(context.words[$0]) }
  }

  /// Whether a noun brings names of its own into an event that knows of nobody there: "the party's takeover of China" is
  /// not the violence told before.
  private func bringsStrangers(_ draft: EventDraft, to event: EventDraft) -> Bool {
    guard !shareWord(event, draft) else { return false }
    let roles = [EventArgument.Role.agent, .patient]
    let new = roles.flatMap { draft.fillers($0) }.filter { entities[$0].kind != .group }
    let known = roles.flatMap { event.fillers($0) }
    return !new.isEmpty && !new.contains { known.contains($0) } && !known.contains(where: conflicts.isCrowd)
  }

  func shares(_ role: EventArgument.Role, _ event: EventDraft, _ draft: EventDraft) -> Bool {
    let known = event.fillers(role)
    return draft.fillers(role).contains { known.contains($0) }
  }

  /// Whether two drafts share a word that names them.
  func shareWord(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    event.triggers.contains { trigger in draft.triggers.contains { $0.entry.trigger == trigger.entry.trigger } }
  }
}
