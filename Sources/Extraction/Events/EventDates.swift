import ArticleReading
import Knowledge
import LanguageAnalysis

/// Dates events by the expressions at their clauses, by the events they are counted from and by their causes.
struct EventDates {
  let syntax: ClauseSyntax
  let times: TimeResolver
  let sentences: SentenceDays
  private var context: ArticleContext { syntax.context }

  init(syntax: ClauseSyntax, times: TimeResolver) {
    self.syntax = syntax
    self.times = times
    sentences = SentenceDays(syntax: syntax, times: times)
  }

  /// Types that tell what another event does to people.
  private static let harms: Set<EventType> = ["kill", "injure", "rescue"]
  /// Types that do harm.
  private static let causes: Set<EventType> = ["attack", "accident", "disaster", "protest"]

  /// The date at a trigger or its carriers, and how it is counted from another event where that is not known yet.
  func date(of trigger: EventTrigger) -> (date: CalendarDate?, relative: RelativeTime?) {
    for token in [trigger.token] + stem(of: trigger.token) + trigger.carriers.map(\.token) + objects(naming: trigger) {
      guard let expression = times.expression(attachedTo: token, in: context),
        !expression.isStart || lasts(trigger) || isAgent(token) || hasGoneOn(token),
        !isOfCount(expression, besides: token)
      else { continue }
      if let date = expression.date {
        if token == trigger.token, isAhead(date, of: token) { continue }
        return (date, nil)
      }
      if case .fromAnchor(let relative) = expression.meaning { return (nil, relative) }
    }
    return (antecedent(of: trigger).flatMap { times.date(attachedTo: $0, in: context) }, nil)
  }

  /// "the November election, which the party won": the noun that a clause tells of names the same event.
  private func antecedent(of trigger: EventTrigger) -> Int? {
    guard syntax.relation(trigger.token) == .relativeClause, let noun = context.tree.head(of: trigger.token),
      context.tree.children(of: trigger.token, .object, .passiveSubject, .subject).contains(where: {
        ["which", "that"].contains(context.words[$0])
      }),
      context.knowledge.events.entries(trigger: syntax.lemma(noun)).contains(where: {
        $0.part == .noun && $0.type == trigger.type
      })
    else { return nil }
    return noun
  }

  /// "wanted an election on 8 June" before that day: what lies ahead is not the wanting.
  private func isAhead(_ date: CalendarDate, of verb: Int) -> Bool {
    guard let today = context.article.date, date.day != nil, date > today, syntax.tag(verb) == "VBD" else {
      return false
    }
    return !context.isInTitle(verb) && !context.tree.children(of: verb, .object).isEmpty
  }

  /// The first part of "cave-in", which the tree hangs the second on.
  private func stem(of token: Int) -> [Int] {
    guard token > 1, context.words[token - 1] == "-", let head = context.tree.head(of: token), head == token - 2 else {
      return []
    }
    return [head]
  }

  /// "trapped since Thursday by a cave-in": what something goes on since happened then.
  private func isAgent(_ noun: Int) -> Bool {
    syntax.relation(noun) == .obliqueAgent && syntax.partOfSpeech(noun).isNoun
  }

  /// "have been evacuated since Wednesday", "after being in hospital since May": what began then, as far as it is told.
  private func hasGoneOn(_ verb: Int) -> Bool {
    guard syntax.isVerb(verb) else { return false }
    return context.tree.children(of: verb, .auxiliary, .passiveAuxiliary).contains {
      ["has", "have", "had", "'ve", "having", "being"].contains(context.words[$0])
    }
  }

  /// "died, bringing the toll to 20 on Monday": the day of the counting is not that of the dying.
  private func isOfCount(_ expression: TimeExpression, besides token: Int) -> Bool {
    guard let verb = context.tree.head(of: expression.head), syntax.isVerb(verb), verb != token else { return false }
    return SentenceDays.datesCount(verb, in: syntax)
  }

  /// "won the election held on Sunday": the object of a verb that names the same event.
  private func objects(naming trigger: EventTrigger) -> [Int] {
    guard syntax.isVerb(trigger.token) else { return [] }
    return context.tree.children(of: trigger.token, .object).filter { noun in
      context.knowledge.events.entries(trigger: syntax.lemma(noun)).contains {
        $0.part == .noun && $0.type == trigger.type
      }
    }
  }

  /// Whether an event goes on for a while, so that it is dated by "since".
  private func lasts(_ trigger: EventTrigger) -> Bool {
    Self.lasting.contains(trigger.type)
      || context.knowledge.wordClasses.contains(syntax.lemma(trigger.token), in: .warNoun)
  }

  /// Types of what goes on for a while.
  private static let lasting: Set<EventType> = [
    "protest", "negotiate", "sanction", "cooperate", "mobilize", "investigate", "try", "disaster",
  ]

  /// Gives harm that is dated by a month or year the day of what does it, once the mentions of that are joined.
  func refineByCauses(_ events: inout [EventDraft]) {
    var positions: [Int: Int] = [:]
    for (position, event) in events.enumerated() {
      for trigger in event.triggers { positions[trigger.token] = position }
    }
    for position in events.indices where Self.harms.contains(events[position].type) {
      for trigger in events[position].triggers {
        guard let cause = cause(of: trigger.token, in: positions), Self.causes.contains(events[cause].type),
          let finer = events[cause].date, events[cause].status == events[position].status
        else { continue }
        if let date = events[position].date {
          if finer.mayEqual(date) { events[position].date = CalendarDate.finer(date, finer) }
        } else if events[position].relative == nil,
          !events[cause].triggers.contains(where: {
            context.knowledge.wordClasses.contains(syntax.lemma($0.token), in: .warNoun)
          })
        {
          events[position].date = finer
        }
      }
    }
  }

  /// Harm has the date and the place of what does it, and the other way round, where they stand in one clause.
  func shareWithCauses(_ drafts: inout [EventDraft]) {
    var positions: [Int: Int] = [:]
    for (position, draft) in drafts.enumerated() {
      for trigger in draft.triggers { positions[trigger.token] = position }
    }
    for position in drafts.indices {
      guard let token = drafts[position].triggers.first?.token else { continue }
      let found =
        Self.harms.contains(drafts[position].type)
        ? cause(of: token, in: positions)
        : Self.causes.contains(drafts[position].type)
          ? trigger(of: token, in: positions)
          : drafts[position].date == nil ? force(on: token, in: positions) : nil
      guard let cause = found, cause != position, Self.causes.contains(drafts[cause].type) else { continue }
      share(position, cause, in: &drafts)
    }
  }

  /// "The quake forced thousands to flee": what something makes people do is done then.
  private func force(on token: Int, in positions: [Int: Int]) -> Int? {
    guard syntax.isVerb(token), [.openClausalComplement, .clausalComplement].contains(syntax.relation(token)),
      let verb = context.tree.head(of: token),
      ["force", "cause", "lead", "prompt", "compel"].contains(syntax.lemma(verb))
    else { return nil }
    return context.tree.children(of: verb, .subject, .outerSubject).lazy.compactMap { positions[$0] }.first
  }

  /// "floods triggered by heavy rain": both come together.
  private func trigger(of token: Int, in positions: [Int: Int]) -> Int? {
    for clause in context.tree.children(of: token, .adnominalClause)
    where ["trigger", "cause", "bring", "spark", "unleash"].contains(syntax.lemma(clause)) {
      for phrase in syntax.children(clause) where syntax.preposition(of: phrase) == "by" {
        if let found = positions[phrase] { return found }
      }
    }
    return nil
  }

  private func cause(of token: Int, in positions: [Int: Int]) -> Int? {
    guard syntax.isVerb(token) else { return causeResulting(in: token, positions) }
    for phrase in syntax.phrases(of: token)
    where ["subject", "in", "by", "during", "from"].contains(phrase.position.rawValue) {
      if let found = positions[phrase.head] { return found }
    }
    if let sequel = causeBefore(token, in: positions) { return sequel }
    guard syntax.relation(token) == .adverbialClause, let head = context.tree.head(of: token) else { return nil }
    return positions[head] ?? syntax.children(head).lazy.compactMap { positions[$0] }.first
  }

  /// "The fire resulted in the death of all on board": the subject of a verb that tells what came of it.
  private func causeResulting(in noun: Int, _ positions: [Int: Int]) -> Int? {
    guard [.object, .oblique].contains(syntax.relation(noun)), let verb = context.tree.head(of: noun),
      ["result", "cause", "claim", "lead"].contains(syntax.lemma(verb))
    else { return nil }
    return context.tree.children(of: verb, .subject).lazy.compactMap { positions[$0] }.first
  }

  /// "were killed on Sunday after a bus crashed", "fell after a collision": harm that follows at once.
  private func causeBefore(_ harm: Int, in positions: [Int: Int]) -> Int? {
    for clause in syntax.children(harm) {
      switch syntax.relation(clause) {
      case .adverbialClause where syntax.has(clause, .marker) && syntax.tag(clause) == "VBD":
        guard context.tree.children(of: clause, .marker).contains(where: { context.words[$0] == "after" }) else {
          continue
        }
      case .oblique where syntax.preposition(of: clause) == "after":
        guard
          context.tree.children(of: clause, .determiner).contains(where: { ["a", "an"].contains(context.words[$0]) })
        else { continue }
      default: continue
      }
      if let found = positions[clause] { return found }
    }
    return nil
  }

  /// "won Sunday's election but lost its majority": verbs of one type with one subject.
  func shareWithConjuncts(_ drafts: inout [EventDraft]) {
    var positions: [Int: Int] = [:]
    for (position, draft) in drafts.enumerated() {
      for trigger in draft.triggers where syntax.isVerb(trigger.token) { positions[trigger.token] = position }
    }
    for position in drafts.indices where drafts[position].date == nil && drafts[position].relative == nil {
      guard let token = drafts[position].triggers.first?.token, syntax.relation(token) == .conjunct,
        !syntax.has(token, .subject, .passiveSubject, .auxiliary),
        let first = context.tree.head(of: token).flatMap({ positions[$0] }),
        drafts[first].type == drafts[position].type, drafts[first].status == drafts[position].status
      else { continue }
      drafts[position].date = drafts[first].date
    }
  }

  private func share(_ harm: Int, _ cause: Int, in drafts: inout [EventDraft]) {
    // A war kills for longer than on the day that it began.
    guard drafts[harm].status == drafts[cause].status,
      !drafts[cause].triggers.contains(where: {
        context.knowledge.wordClasses.contains(syntax.lemma($0.token), in: .warNoun)
      })
    else { return }
    let date = CalendarDate.finer(drafts[harm].date, drafts[cause].date)
    drafts[harm].date = drafts[harm].date ?? date
    drafts[cause].date = drafts[cause].date ?? date
    let relative = drafts[harm].relative ?? drafts[cause].relative
    if date == nil {
      drafts[harm].relative = relative
      drafts[cause].relative = relative
    }
    for (target, source) in [(harm, cause), (cause, harm)] where drafts[target].fillers(.place).isEmpty {
      drafts[target].arguments += drafts[source].arguments.filter { $0.role == .place }
    }
  }

  /// Dates the events that are counted from others, once those have dates.
  func resolveRelative(_ events: inout [EventDraft]) {
    var positions: [Int: Int] = [:]
    for (position, event) in events.enumerated() {
      for trigger in event.triggers { positions[trigger.token] = position }
    }
    for position in events.indices where events[position].date == nil {
      guard let relative = events[position].relative, let anchor = relative.anchor,
        let other = positions[anchor] ?? happening(at: anchor, in: positions), let date = events[other].date
      else { continue }
      events[position].date = relative.date(from: date)
    }
    for event in events {
      guard let relative = event.relative, let anchor = relative.anchor, let date = event.date,
        let other = positions[anchor], events[other].date == nil, relative.month == nil
      else { continue }
      events[other].date = RelativeTime(amount: -relative.amount, unit: relative.unit).date(from: date)
    }
  }

  /// "hours after the invasion began": the subject of a verb that only says that it happened.
  private func happening(at verb: Int, in positions: [Int: Int]) -> Int? {
    guard ["begin", "start", "occur", "happen", "end"].contains(syntax.lemma(verb)) else { return nil }
    return context.tree.children(of: verb, .subject).lazy.compactMap { positions[$0] }.first
  }

  /// The words of the times that others are counted from: "the attack" of "two days after the attack".
  var anchors: Set<Int> {
    Set(
      times.expressions.compactMap { expression in
        if case .fromAnchor(let relative) = expression.meaning { return relative.anchor }
        return nil
      }
    )
  }

  /// What is dated after the day of publication has not happened yet.
  func planFuture(_ events: inout [EventDraft]) {
    guard let today = context.article.date else { return }
    for position in events.indices where events[position].status == .actual {
      guard let date = events[position].date, date > today, !date.mayEqual(today) else { continue }
      events[position].status = .planned
    }
    // "at the next elections, in 2008": next to what was told before, not to come.
    for position in events.indices where events[position].status == .planned {
      guard let date = events[position].date, date < today, !date.mayEqual(today),
        let token = events[position].triggers.first?.token, syntax.partOfSpeech(token).isNoun,
        context.tree.children(of: token, .adjectivalModifier).contains(where: { context.words[$0] == "next" })
      else { continue }
      events[position].status = .actual
    }
  }
}
