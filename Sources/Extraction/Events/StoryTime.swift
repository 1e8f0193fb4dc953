import ArticleReading
import Knowledge
import LanguageAnalysis

/// Dates events without a time of their own by the story around them: what happens next in a narrative in the simple
/// past happens on the day that was told last.
struct StoryTime {
  let syntax: ClauseSyntax
  let dates: EventDates
  private var context: ArticleContext { syntax.context }

  /// How many sentences a day told once holds.
  private static let reach = 2
  /// How many sentences after the first may tell the story's day.
  private static let leadLength = 2
  /// How many sentences may lie between harm and what did it.
  private static let harmReach = 3
  /// How many sentences back "the attack" may refer.
  private static let referenceReach = 12
  /// How many days before publication a story's day may lie; what lies further back is background.
  private static let daysBack = 10
  /// What physically happens; words and decisions have days of their own.
  private static let physical: Set<EventType> = [
    "attack", "protest", "travel", "withdraw", "kill", "injure", "rescue", "arrest", "accident", "mobilize",
    "disaster",
  ]
  /// What "the attack", "the talks", "the vote" can mean.
  private static let referable: Set<EventType> = causes.union([
    "kill", "meet", "negotiate", "agree", "visit", "elect", "arrest", "resign", "rescue", "rule", "try",
  ])
  private static let harms: Set<EventType> = ["kill", "injure"]
  private static let causes: Set<EventType> = ["attack", "accident", "disaster", "protest"]

  /// What is done by words.
  private static let words: Set<EventType> = ["demand", "accuse", "agree", "reject", "support", "threaten"]

  /// What bodies do in answer to what happened.
  private static let measures: Set<EventType> = ["sanction"]

  /// What is done in public on a day.
  private static let `public`: Set<EventType> = [
    "meet", "visit", "release", "convict", "rule", "appoint", "negotiate", "agree", "legislate", "resign", "elect",
  ]

  /// Whether a word stands in the first sentences.
  private func isOfLead(_ token: Int) -> Bool {
    lead.map { context.tree.sentenceOfToken[token] <= $0 + Self.leadLength } ?? false
  }

  /// A day told at a word.
  private struct Telling {
    let token: Int
    let sentence: Int
    let date: CalendarDate
    let type: EventType
  }

  /// Gives the undated events of the list the time of the story, where it tells one.
  func date(_ events: inout [EventDraft]) {
    dateLead(of: &events)
    dateOccasions(of: &events)
    let tellings = tellings(of: events)
    let storyDay = storyDay(among: tellings)
    let anchors = dates.anchors
    for position in events.indices {
      let event = events[position]
      guard let token = undatedToken(of: event), !context.isInTitle(token), !anchors.contains(token) || event.isDefinite
      else { continue }
      if let date = cause(referredToBy: event, among: tellings) {
        events[position].date = date
      } else if Self.harms.contains(event.type), event.isDefinite || !dates.sentences.liesApart(token),
        let date = cause(of: token, among: tellings)
      {
        events[position].date = date
      } else if anchors.contains(token) || isOfTheDead(event, among: events) {
        continue
      } else if Self.physical.contains(event.type) || Self.public.contains(event.type) && isOfLead(token),
        isNarrative(token)
      {
        let day = day(before: token, among: tellings, storyDay: storyDay)
        // "The ferry left on Monday. Fishermen rescued …": nobody is saved before the accident.
        let isLate = event.type == "rescue" && storyDay.map { story in day.map { $0 < story } ?? false } ?? false
        // Who was harmed on which of two days told, nobody can tell.
        let isOpen = Self.harms.contains(event.type) && storyDay != nil && day != storyDay
        events[position].date =
          isLate
          ? storyDay
          : isOpen ? nil : day ?? background(before: token, isOfHarm: tellsOfHarm(before: event, among: tellings))
      } else if Self.public.contains(event.type) || Self.measures.contains(event.type), isNarrative(token) {
        let day = day(before: token, among: tellings, storyDay: storyDay)
        events[position].date = day == storyDay && isNext(token, among: tellings) ? day : background(before: token)
      }
    }
  }

  /// "The singer died on Friday. He toured the world …": what is told after somebody's death was done in life.
  private func isOfTheDead(_ event: EventDraft, among events: [EventDraft]) -> Bool {
    guard let token = event.triggers.first?.token else { return false }
    let actors = event.fillers(.agent)
    return events.contains { death in
      death.type == "kill" && death.status == .actual && death.date != nil && death.fillers(.agent).isEmpty
        && (death.triggers.first?.token ?? token) < token && death.fillers(.patient).count == 1
        && death.fillers(.patient).contains { actors.contains($0) }
    }
  }

  /// The headline sums up the first sentence, and the harm that both tell happened on its day.
  private func dateLead(of events: inout [EventDraft]) {
    let tellings = tellings(of: events)
    let dateOfLead = dateOfLead()
    for position in events.indices {
      guard let token = undatedToken(of: events[position]), !dates.sentences.liesApart(token),
        syntax.relation(token) != .adjectivalModifier, !goesOn(token), !standsApart(token)
      else { continue }
      let isHarm = Self.harms.contains(events[position].type)
      if context.isInTitle(token) {
        events[position].date =
          dateOfLead ?? (isHarm ? firstCause(among: tellings) : nil) ?? dateOfWords(events[position], at: token)
      } else if context.tree.sentenceOfToken[token] == lead, isHarm || Self.causes.contains(events[position].type),
        syntax.relation(token) == .nominalModifier, let phrase = phrase(around: token)
      {
        events[position].date = dates.sentences.day(for: phrase)
      }
    }
  }

  /// "The agreement was reached during talks": what happens on an occasion and the occasion have one day.
  private func dateOccasions(of events: inout [EventDraft]) {
    var days: [Int: CalendarDate] = [:]
    for event in events where event.status == .actual {
      guard let date = event.date, date.day != nil else { continue }
      for trigger in event.triggers {
        for token in [trigger.token] + trigger.carriers.map(\.token) where days[token] == nil { days[token] = date }
      }
    }
    for position in events.indices {
      guard let token = undatedToken(of: events[position]),
        !context.knowledge.wordClasses.contains(syntax.lemma(token), in: .lastingNoun),
        syntax.relation(token) == .oblique, let verb = context.tree.head(of: token),
        Self.occasions[syntax.preposition(of: token) ?? ""]?.contains(events[position].type) ?? false
      else { continue }
      events[position].date = days[verb]
    }
  }

  /// What a preposition makes the occasion of what happens: "agreed at talks", "were detained in raids".
  private static let occasions: [String: Set<EventType>] = [
    "at": ["meet", "negotiate", "visit", "try"],
    "during": ["meet", "negotiate", "visit", "try", "attack", "investigate"],
    "in": ["attack", "investigate"],
  ]

  /// "Study finds link between drought and deaths", "Vogt, hero of the rescue, dies": what a headline does not tell as new.
  private func standsApart(_ token: Int) -> Bool {
    guard context.isInTitle(token) else { return false }
    return ([token] + context.tree.ancestors(of: token)).contains { word in
      syntax.relation(word) == .apposition
        || word != token && context.knowledge.wordClasses.contains(syntax.lemma(word), in: .apartNoun)
    }
  }

  /// "as protests continue": what began before the day of the story.
  private func goesOn(_ token: Int) -> Bool {
    guard let verb = predicate(of: token) else { return false }
    return ["continue", "persist", "rage", "drag", "enter", "resume"].contains(syntax.lemma(verb))
  }

  /// The head of the phrase that a noun stands in: "reports" of "reports of a shooting".
  private func phrase(around noun: Int) -> Int? {
    guard let head = context.tree.ancestors(of: noun).first(where: { syntax.relation($0) != .nominalModifier }) else {
      return nil
    }
    // "admitted counts of homicide": the day is that of the admission.
    let between = context.tree.ancestors(of: noun).prefix { $0 != head } + [head]
    return between.contains { context.knowledge.wordClasses.contains(syntax.lemma($0), in: .apartNoun) } ? nil : head
  }

  /// The first word of an event that happened and has no time yet.
  private func undatedToken(of event: EventDraft) -> Int? {
    guard event.date == nil, event.relative == nil, event.status == .actual else { return nil }
    return event.triggers.first?.token
  }

  private func tellings(of events: [EventDraft]) -> [Telling] {
    var found: [Telling] = []
    for event in events where event.status == .actual {
      guard let date = event.date else { continue }
      for trigger in event.triggers {
        found.append(
          Telling(
            token: trigger.token,
            sentence: context.tree.sentenceOfToken[trigger.token],
            date: date,
            type: event.type
          )
        )
      }
    }
    return found.sorted { $0.token < $1.token }
  }

  /// A headline sums up the first sentence below it.
  private func dateOfLead() -> CalendarDate? {
    guard let lead, let date = dates.sentences.day(of: lead), date.day != nil, isRecent(date) else { return nil }
    return date
  }

  /// "King urges rebels to leave" over "Yesterday the king said …": what is done by words has the day of the saying.
  private func dateOfWords(_ event: EventDraft, at token: Int) -> CalendarDate? {
    guard let lead, Self.words.contains(event.type), syntax.relation(token) == .root,
      let date = dates.sentences.dayOfSaying(in: lead), isRecent(date)
    else { return nil }
    return date
  }

  /// The first sentence below the headline.
  private var lead: Int? {
    context.document.sentences.firstIndex {
      !$0.tokens.isEmpty && !context.isInTitle($0.tokens.lowerBound) && $0.tokens.contains(where: syntax.isVerb)
    }
  }

  private func firstCause(among tellings: [Telling]) -> CalendarDate? {
    tellings.first { Self.causes.contains($0.type) && isRecent($0.date) }?.date
  }

  /// The time of the last event of the type that "the attack" can mean.
  private func cause(referredToBy event: EventDraft, among tellings: [Telling]) -> CalendarDate? {
    guard let first = event.triggers.first, event.isDefinite, Self.referable.contains(event.type),
      !syntax.has(first.token, .compound, .nominalModifier, .numericModifier, .relativeClause, .possessiveModifier),
      !context.knowledge.wordClasses.contains(syntax.lemma(first.token), in: .lastingNoun)
    else { return nil }
    let sentence = context.tree.sentenceOfToken[first.token]
    guard
      let last = tellings.last(where: { $0.token < first.token && $0.type == event.type })
        ?? violence(before: first.token, as: event.type, among: tellings),
      sentence - last.sentence <= Self.referenceReach, last.date.day != nil, isRecent(last.date)
    else { return nil }
    return last.date
  }

  /// "Gunmen abducted 20 girls. The attack …": what was done by force just before.
  private func violence(before token: Int, as type: EventType, among tellings: [Telling]) -> Telling? {
    guard type == "attack" else { return nil }
    let sentence = context.tree.sentenceOfToken[token]
    return tellings.last {
      $0.token < token && sentence - $0.sentence <= Self.reach
        && ["kill", "injure", "arrest", "accident"].contains($0.type)
    }
  }

  /// The time of the nearest event before that does harm.
  private func cause(of token: Int, among tellings: [Telling]) -> CalendarDate? {
    guard !isPerfect(token) else { return nil }
    let sentence = context.tree.sentenceOfToken[token]
    return tellings.last {
      $0.sentence <= sentence && sentence - $0.sentence <= Self.harmReach && Self.causes.contains($0.type)
        && !context.knowledge.wordClasses.contains(syntax.lemma($0.token), in: .warNoun)
    }?.date
  }

  /// Whether something of the day was told in the sentence before or the same one.
  private func isNext(_ token: Int, among tellings: [Telling]) -> Bool {
    let sentence = context.tree.sentenceOfToken[token]
    return tellings.contains { $0.token < token && sentence - $0.sentence <= 1 }
  }

  /// The day told last before a word, where it is near or the day of the whole story.
  private func day(before token: Int, among tellings: [Telling], storyDay: CalendarDate?) -> CalendarDate? {
    let telling = tellings.last { $0.token < token && !dates.sentences.liesApart($0.token) }
    let expression = dates.sentences.told.last { $0.head < token }
    let last = (telling?.token ?? -1) >= (expression?.head ?? -1) ? telling.map { ($0.token, $0.date) } : expression
    guard let (place, date) = last, date.day != nil, isRecent(date) else { return nil }
    let distance = context.tree.sentenceOfToken[token] - context.tree.sentenceOfToken[place]
    return distance <= Self.reach || date == storyDay ? date : nil
  }

  /// "He was killed in June 1968. The gunman shot him in the head": harm and what did it.
  private func tellsOfHarm(before event: EventDraft, among tellings: [Telling]) -> Bool {
    guard let token = event.triggers.first?.token, Self.harms.union(["attack"]).contains(event.type),
      let last = tellings.last(where: { $0.token < token })
    else { return false }
    return last.sentence == context.tree.sentenceOfToken[token] - 1 && Self.harms.union(["attack"]).contains(last.type)
  }

  /// "In 2000 a rival arose. He won the election": a time at the head of a sentence is that of the next one too,
  /// where it lies far back.
  private func background(before token: Int, isOfHarm: Bool = false) -> CalendarDate? {
    let sentence = context.tree.sentenceOfToken[token]
    guard let last = dates.sentences.told.last(where: { $0.head < token }), !describes(last.head),
      context.tree.sentenceOfToken[last.head] == sentence - 1, !isRecent(last.date),
      dates.sentences.isFronted(last.head) || isOfHarm,
      context.document.sentences[sentence].block == context.document.sentences[sentence - 1].block,
      let today = context.article.date, last.date < today, last.date.year < today.year
    else { return nil }
    return last.date
  }

  /// "The aircraft, built in 1977, …": the time of a phrase that only describes something.
  private func describes(_ time: Int) -> Bool {
    context.tree.ancestors(of: time).contains {
      [.adnominalClause, .relativeClause].contains(syntax.relation($0))
    }
  }

  /// The first day told of something that physically happened, where the headline or the first sentences tell it.
  private func storyDay(among tellings: [Telling]) -> CalendarDate? {
    guard let lead else { return nil }
    return tellings.first {
      $0.sentence <= lead + Self.leadLength && Self.physical.contains($0.type) && $0.date.day != nil
        && isRecent($0.date)
    }?.date
  }

  private func isRecent(_ date: CalendarDate) -> Bool {
    guard let today = context.article.date, let days = today.days(since: date) else { return false }
    return (0...Self.daysBack).contains(days)
  }

  private func isPerfect(_ token: Int) -> Bool {
    syntax.children(token).contains { ["had", "has", "have", "having"].contains(context.words[$0]) }
  }

  /// Whether a word tells the story on: a verb in the simple past, one that goes with it, or the noun that is its subject.
  private func isNarrative(_ token: Int, depth: Int = 0) -> Bool {
    let verb = syntax.isVerb(token) ? token : predicate(of: token)
    guard let verb, !isPerfect(verb), ![.relativeClause, .adnominalClause].contains(syntax.relation(verb)) else {
      return false
    }
    switch syntax.tag(verb) {
    case "VBD": return true
    case "VBN" where syntax.children(verb).contains { ["was", "were"].contains(context.words[$0]) }: return true
    case "VBZ", "VBP", "MD": return false
    default:
      guard [.adverbialClause, .openClausalComplement, .conjunct].contains(syntax.relation(verb)), depth < 3,
        !syntax.has(verb, .auxiliary), let head = context.tree.head(of: verb)
      else { return false }
      return syntax.isVerb(head) && isNarrative(head, depth: depth + 1)
    }
  }

  /// The verb that a noun is the subject of, or that a word completes ("was found dead").
  private func predicate(of word: Int) -> Int? {
    guard [.subject, .passiveSubject, .openClausalComplement].contains(syntax.relation(word)) else { return nil }
    return context.tree.head(of: word)
  }
}
