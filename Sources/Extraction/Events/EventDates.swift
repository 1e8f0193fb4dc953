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
    for token in [trigger.token] + trigger.carriers.map(\.token) + objects(naming: trigger) {
      guard let expression = times.expression(attachedTo: token, in: context),
        !expression.isStart || lasts(trigger)
      else { continue }
      if let date = expression.date { return (date, nil) }
      if case .fromAnchor(let relative) = expression.meaning { return (nil, relative) }
    }
    return (nil, nil)
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
      || ["war", "conflict", "fight", "fighting", "siege", "occupation", "blockade", "offensive", "insurgency"]
        .contains(syntax.lemma(trigger.token))
  }

  /// Types of what goes on for a while.
  private static let lasting: Set<EventType> = [
    "protest", "negotiate", "sanction", "cooperate", "mobilize", "investigate", "try", "disaster",
  ]

  /// Harm has the date and the place of what does it, and the other way round, where they stand in one clause.
  func shareWithCauses(_ drafts: inout [EventDraft]) {
    var positions: [Int: Int] = [:]
    for (position, draft) in drafts.enumerated() {
      for trigger in draft.triggers { positions[trigger.token] = position }
    }
    for position in drafts.indices where Self.harms.contains(drafts[position].type) {
      guard let token = drafts[position].triggers.first?.token, let cause = cause(of: token, in: positions),
        cause != position, Self.causes.contains(drafts[cause].type)
      else { continue }
      share(position, cause, in: &drafts)
    }
  }

  private func cause(of token: Int, in positions: [Int: Int]) -> Int? {
    guard syntax.isVerb(token) else { return nil }
    for phrase in syntax.phrases(of: token)
    where ["subject", "in", "by", "during", "from"].contains(phrase.position.rawValue) {
      if let found = positions[phrase.head] { return found }
    }
    guard syntax.relation(token) == .adverbialClause, let head = context.tree.head(of: token) else { return nil }
    return positions[head] ?? syntax.children(head).lazy.compactMap { positions[$0] }.first
  }

  private func share(_ harm: Int, _ cause: Int, in drafts: inout [EventDraft]) {
    guard drafts[harm].status == drafts[cause].status else { return }
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
        let other = positions[anchor], let date = events[other].date
      else { continue }
      events[position].date = relative.date(from: date)
    }
  }

  /// What is dated after the day of publication has not happened yet.
  func planFuture(_ events: inout [EventDraft]) {
    guard let today = context.article.date else { return }
    for position in events.indices where events[position].status == .actual {
      guard let date = events[position].date, date > today, !date.mayEqual(today) else { continue }
      events[position].status = .planned
    }
  }
}
