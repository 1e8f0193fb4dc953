import ArticleReading
import LanguageAnalysis

/// Ties figures to what caused the harm, where and when it happened and who says so.
struct FigureLinks {
  let context: ArticleContext
  private let times: TimeResolver
  private let events: [EventFact]
  /// Triggers of events in the order of the text.
  private let triggers: [Trigger]
  /// Where the figures' harm happened.
  private let places: FigurePlaces
  /// Who gives the figures.
  let sources: FigureSources
  var document: Document { context.document }
  var tree: DependencyTree { context.tree }

  private struct Trigger {
    var token: Int
    var event: EventIndex
  }

  init(
    context: ArticleContext,
    times: TimeResolver,
    events: [EventFact],
    entities: [Entity],
    attributions: [Attribution]
  ) {
    self.context = context
    self.times = times
    self.events = events
    var triggers: [Trigger] = []
    for (index, event) in events.enumerated() {
      for mention in event.mentions {
        if let token = context.tokens(in: mention.span).first { triggers.append(Trigger(token: token, event: index)) }
      }
    }
    self.triggers = triggers.sorted { ($0.token, $0.event) < ($1.token, $1.event) }
    places = FigurePlaces(context: context, events: events, entities: entities)
    sources = FigureSources(context: context, attributions: attributions)
  }

  // MARK: Casualties

  /// Whether "casualties" means the dead: of a disaster whose dead were not told before, and where the injured are
  /// counted apart.
  func isToll(_ figure: Figure, cause: EventIndex?, after facts: [CasualtyFact]) -> Bool {
    guard context.document.lemmas[figure.harm.cue] == "casualty", figure.harm.outcome == .affected,
      figure.quantity.minimum.map({ $0 > 0 }) ?? true
    else { return false }
    if let cause, events[cause].type.rawValue == "disaster", !facts.contains(where: { $0.outcome == .killed }) {
      return true
    }
    let sentence = document.sentences[tree.sentenceOfToken[figure.harm.cue]].tokens
    return sentence.contains { token in
      context.knowledge.wordClasses.contains(context.words[token], in: .injuredWord) && token > figure.harm.cue
        && tree.children[token].contains { document.partsOfSpeech[$0] == .numeral }
    }
  }

  // MARK: Cause

  private static let causes: [CasualtyFact.Outcome: [String]] = [
    .detained: ["arrest", "charge", "protest", "attack"],
    .rescued: ["rescue", "accident", "disaster", "attack"],
    .displaced: ["disaster", "attack", "accident"],
    .affected: ["disaster", "attack", "accident"],
  ]

  private func isCause(_ event: EventIndex, of outcome: CasualtyFact.Outcome, orProtest: Bool = false) -> Bool {
    let type = events[event].type.rawValue
    return
      ((Self.causes[outcome] ?? ["attack", "accident", "disaster"]).contains(type)
      || orProtest && type == "protest") && events[event].status != .negated
  }

  /// Whether what a word tells is told of by the phrase or clause of another: "collapsed during a storm".
  private func isBelow(_ token: Int, _ other: Int) -> Bool {
    token != other
      && [.oblique, .obliqueAgent, .nominalModifier, .adnominalClause].contains(document.relations[token])
      && tree.ancestors(of: token).prefix(3).contains(other)
  }

  /// What caused the harm: what the words of the harm hang on, else the nearest event of the sentence that can cause it,
  /// else the one told of last, else the harm itself as an event.
  func cause(of figure: Figure) -> EventIndex? {
    let cue = figure.harm.cue
    let outcome = figure.harm.outcome
    if outcome == .detained || outcome == .rescued, let own = event(at: cue, near: figure) { return own }
    let sentence = document.sentences[tree.sentenceOfToken[cue]]
    if isOfDisease(figure) {
      let told = [causeBeside(figure), syntacticCause(of: figure)].compactMap { $0 }.first(where: isOutbreak)
      return told ?? triggers.last { $0.token < cue && isOutbreak($0.event) }?.event ?? event(at: cue, near: figure)
    }
    if let own = causeBeside(figure) ?? syntacticCause(of: figure) { return own }
    if let riot = syntacticCause(of: figure, orProtest: true) { return riot }
    let inSentence = triggers(in: sentence.tokens).filter {
      isCause($0.event, of: outcome) && $0.token != cue && !isCountedFrom($0.token, besides: figure)
        && !context.isOfSpeaker($0.token, saying: figure.harm.cue)
    }
    let chief = inSentence.filter { trigger in !inSentence.contains { isBelow(trigger.token, $0.token) } }
    let named = chief.filter { !isSuperlative($0.token) }
    if let nearest = (named.isEmpty ? chief : named).min(by: { distance($0, figure) < distance($1, figure) }) {
      return event(striking: nearest.token, outcome) ?? nearest.event
    }
    // "Four attackers were shot dead": not by what they did before.
    if let own = ownKilling(of: figure) { return own }
    if !isStatistic(sentence.tokens), let earlier = precedingCause(of: figure, block: sentence.block),
      !isOfAnotherYear(figure, than: earlier), !isApart(figure, from: earlier)
    {
      return earlier
    }
    return event(at: cue, near: figure)
  }

  /// Whether an event is the spread of a disease: no rain brings the deaths from cholera.
  private func isOutbreak(_ event: EventIndex) -> Bool {
    events[event].type.rawValue == "disaster" && triggers.contains { $0.event == event && namesDisease($0.token) }
  }

  /// "100 people died, including 33 in a plane crash": the phrase behind a part.
  private func causeBeside(_ figure: Figure) -> EventIndex? {
    guard figure.partOf != nil || figure.isPart else { return nil }
    return tree.children(of: figure.quantity.node, .nominalModifier, .oblique).lazy
      .filter { $0 > figure.quantity.numberEnd }
      .compactMap { event(at: $0, near: nil) }
      .first { isCause($0, of: figure.harm.outcome) }
  }

  /// "killed 14 people, a day after a blast at the station": what only the time is counted from.
  private func isCountedFrom(_ token: Int, besides figure: Figure) -> Bool {
    let isAnchor = times.expressions.contains { expression in
      if case .fromAnchor(let relative) = expression.meaning { return relative.anchor == token }
      return false
    }
    // "a day after militants launched an attack, killing a soldier": the attack is what killed.
    let above = tree.ancestors(of: figure.harm.cue)
    return isAnchor && !above.contains(token) && !(tree.head(of: token).map(above.prefix(2).contains) ?? false)
  }

  /// "Police shot four of the attackers dead": a killing that is told itself.
  private func ownKilling(of figure: Figure) -> EventIndex? {
    let cue = figure.harm.cue
    let words = [cue] + [tree.head(of: cue)].compactMap { $0 }
    let verb = words.first { context.knowledge.wordClasses.contains(document.lemmas[$0], in: .shootingVerb) }
    return verb.flatMap { event(at: $0, near: nil) ?? event(at: cue, near: nil) }
  }

  /// Whether a sentence tells what happens every year, not what happened in the story.
  private func isStatistic(_ sentence: Range<Int>) -> Bool {
    sentence.contains { token in
      if ["annually", "yearly"].contains(context.words[token]) { return true }
      guard context.words[token] == "year", token > sentence.lowerBound else { return false }
      return ["each", "every", "per", "a"].contains(context.words[token - 1])
    }
  }

  private func isOfAnotherYear(_ figure: Figure, than cause: EventIndex) -> Bool {
    let expression = times.expression(attachedTo: figure.harm.cue, in: context)
    // "1,000 people have drowned since January", "this year": more than on one day.
    let isDay = events[cause].date.map { $0.day != nil } ?? false
    if isDay, !isLong(cause), let expression, expression.isStart || expression.date.map({ $0.month == nil }) ?? false {
      return true
    }
    guard let own = expression?.date, let date = events[cause].date ?? context.article.date else { return false }
    return own.year != date.year
  }

  /// "Elsewhere, two were shot", or harm that its own words place in another country than the event told before.
  private func isApart(_ figure: Figure, from cause: EventIndex) -> Bool {
    let sentence = document.sentences[tree.sentenceOfToken[figure.harm.cue]].tokens
    let opening = sentence.prefix(while: { $0 < figure.quantity.tokens.lowerBound && context.words[$0] != "," })
    if opening.contains(where: { context.knowledge.wordClasses.contains(context.words[$0], in: .elsewhereWord) }) {
      return true
    }
    guard event(at: figure.harm.cue, near: figure) != nil else { return false }
    // "Nearly 40 have been killed since the campaign began"
    let clauses = tree.children(of: figure.harm.cue, .adverbialClause)
    if clauses.contains(where: { tree.children(of: $0, .marker).contains { context.words[$0] == "since" } }) {
      return true
    }
    if hasOwnCause(figure) { return true }
    return events[cause].type.rawValue != "disaster" && places.isAbroad(figure, from: events[cause])
  }

  /// "the 2016 massacre in which 49 died", "Insurgents killed nine soldiers": somebody or something is told to have done
  /// it that was not told of before.
  private func hasOwnCause(_ figure: Figure) -> Bool {
    let cue = figure.harm.cue
    guard document.partsOfSpeech[cue] == .verb, figure.harm.outcome == .killed || figure.harm.outcome == .injured else {
      return false
    }
    if document.relations[cue] == .relativeClause, let noun = tree.head(of: cue), noun < cue,
      noun != figure.quantity.node,
      (noun + 1..<cue).contains(where: { ["which", "that"].contains(context.words[$0]) }),
      !(noun + 1..<cue).contains(where: { ["whom", "who", "whose", "where"].contains(context.words[$0]) }),
      document.partsOfSpeech[noun] == .noun
    {
      return !isDefinite(noun)
        || tree.children(of: noun, .compound, .numericModifier).contains {
          document.partsOfSpeech[$0] == .numeral
        }
    }
    guard let subject = tree.child(of: cue, .subject), subject != figure.quantity.node,
      document.partsOfSpeech[subject] == .noun, !context.isInTitle(cue)
    else { return false }
    return !tree.children(of: subject, .determiner, .possessiveModifier).contains {
      !["a", "an"].contains(context.words[$0])
    }
  }

  /// "the storm slammed into the coast": the storm does the harm.
  private func event(striking verb: Int, _ outcome: CasualtyFact.Outcome) -> EventIndex? {
    guard document.partsOfSpeech[verb] == .verb else { return nil }
    let subjects = tree.children(of: verb, .subject)
    // "Typhoon Ada slammed into the coast"
    return (subjects + subjects.flatMap { tree.children(of: $0, .compound, .flat) }).lazy.compactMap {
      event(at: $0, near: nil)
    }.first {
      isCause($0, of: outcome)
    }
  }

  /// "in the worst disaster in years": what is told already, counted among others.
  private func isSuperlative(_ token: Int) -> Bool {
    tree.children(of: token, .adjectivalModifier).contains {
      document.pennTags[$0] == "JJS" && !["latest", "last"].contains(context.words[$0])
    }
  }

  private func distance(_ trigger: Trigger, _ figure: Figure) -> Int { abs(trigger.token - figure.quantity.node) }

  /// The event of the subject of a killing, of "in the attack" beside it, or of the clause that it is a consequence of.
  private func syntacticCause(of figure: Figure, orProtest: Bool = false) -> EventIndex? {
    let outcome = figure.harm.outcome
    var clause = figure.harm.cue
    for _ in 0..<4 {
      for child in tree.children[clause]
      where [.subject, .oblique, .obliqueAgent, .nominalModifier, .adverbialClause].contains(document.relations[child])
      {
        if let event = event(at: child, near: nil), isCause(event, of: outcome, orProtest: orProtest),
          !isSuperlative(child) || document.relations[child] == .subject
        {
          return self.event(striking: child, outcome) ?? event
        }
      }
      // "have been killed since protests began"
      for verb in tree.children(of: clause, .adverbialClause) {
        let happening = tree.children(of: verb, .subject).lazy.compactMap { event(at: $0, near: nil) }
        if let event = happening.first(where: { isCause($0, of: outcome, orProtest: orProtest) }) { return event }
      }
      guard let head = tree.head(of: clause) else { return nil }
      // "outages and 17 deaths": what stands beside it did not cause it.
      let isBeside = document.relations[clause] == .conjunct && document.partsOfSpeech[head].isNoun
      if !isBeside, let event = event(named: head), isCause(event, of: outcome, orProtest: orProtest) {
        return self.event(striking: head, outcome) ?? event
      }
      clause = head
    }
    return nil
  }

  /// The event of a token or, where it is a name, of the noun before it: "Hurricane Ada".
  private func event(named token: Int) -> EventIndex? {
    if let event = event(at: token, near: nil) { return event }
    guard document.partsOfSpeech[token] == .properNoun else { return nil }
    return tree.children(of: token, .compound, .flat).lazy.compactMap { event(at: $0, near: nil) }.first
  }

  private func event(at token: Int, near figure: Figure?) -> EventIndex? {
    let position = firstTrigger(atOrAfter: token)
    return position < triggers.count && triggers[position].token == token ? triggers[position].event : nil
  }

  /// The event that can cause the harm told of last before the figure, that of the same paragraph first.
  private func precedingCause(of figure: Figure, block: Int) -> EventIndex? {
    let end = firstTrigger(atOrAfter: figure.tokens.lowerBound)
    let earlier = triggers[..<end].reversed().prefix(40).filter { trigger in
      events[trigger.event].status == .actual && !isCompared(trigger.token) && !isBackground(trigger.token)
        && !context.isChargedWith(trigger.token) && !context.isOfSpeaker(trigger.token, saying: figure.harm.cue)
    }
    let causes = earlier.filter { isCause($0.event, of: figure.harm.outcome) }
    let chief = causes.first { cause in
      !causes.contains { other in
        isBelow(cause.token, other.token) || isTold(cause.token, with: other.token)
          || isSuperlative(cause.token) && !isSuperlative(other.token)
            && tree.sentenceOfToken[cause.token] == tree.sentenceOfToken[other.token]
      }
    }
    if let chief { return event(striking: chief.token, figure.harm.outcome) ?? chief.event }
    if let riot = earlier.first(where: { isCause($0.event, of: figure.harm.outcome, orProtest: true) }) {
      return riot.event
    }
    // What is told later caused what a headline or the first words of a paragraph tell.
    let number = tree.sentenceOfToken[figure.tokens.lowerBound]
    let isTitle = context.isInTitle(figure.tokens.lowerBound)
    return triggers[end...].prefix(40).first { trigger in
      isCause(trigger.event, of: figure.harm.outcome) && events[trigger.event].status == .actual
        && !isCompared(trigger.token)
        && (isTitle && tree.sentenceOfToken[trigger.token] <= number + Self.lead
          || tree.sentenceOfToken[trigger.token] <= number + Self.foresight
            && isDefinite(trigger.token))
    }?.event
  }

  /// "the explosion", "that attack": a noun for what was told of without it.
  private func isDefinite(_ token: Int) -> Bool {
    document.partsOfSpeech[token].isNoun
      && tree.children(of: token, .determiner).contains { ["the", "this", "that"].contains(context.words[$0]) }
  }

  /// "a riot in which prisoners set fire to a cell": what a clause adds to the other.
  private func isTold(_ token: Int, with other: Int) -> Bool {
    [.relativeClause, .adverbialRelativeClause].contains(document.relations[token]) && tree.head(of: token) == other
  }

  /// How many sentences after a headline its cause may be told.
  private static let lead = 6

  /// How many sentences after a figure its cause may be told.
  private static let foresight = 2

  /// "among the deadliest quakes in years", "since the 2014 war", "the previous crash": not what the story tells of.
  private func isCompared(_ token: Int) -> Bool {
    let isOther = tree.children(of: token, .adjectivalModifier).contains {
      document.pennTags[$0] == "JJS" && !["latest", "last"].contains(context.words[$0])
        || context.knowledge.wordClasses.contains(context.words[$0], in: .comparingAdjective)
    }
    let prepositions = tree.children(of: token, .caseMarking).map { context.words[$0] }
    return isOther && prepositions.contains { context.knowledge.wordClasses.contains($0, in: .comparingPreposition) }
      || tree.children(of: token, .caseMarking).contains { context.words[$0] == "since" }
  }

  private func triggers(in tokens: Range<Int>) -> ArraySlice<Trigger> {
    let first = firstTrigger(atOrAfter: tokens.lowerBound)
    return triggers[first..<firstTrigger(atOrAfter: tokens.upperBound)]
  }

  private func firstTrigger(atOrAfter token: Int) -> Int {
    triggers.position { $0.token >= token }
  }

  // MARK: Place and date

  /// Where the harm happened.
  func place(of figure: Figure, cause: EventIndex?, source: Int?, after facts: [CasualtyFact]) -> EntityIndex? {
    let last = facts.last.flatMap { fact in
      fact.evidence.first.flatMap { context.tokens(in: $0.span).first }.flatMap { token in
        block(of: token) == block(of: figure.quantity.node) ? fact.place : nil
      }
    }
    return places.place(
      of: figure,
      cause: cause,
      givenBy: FigurePlaces.Giver(source: source, keeper: sources.keeper(of: figure)),
      toldLast: last,
      ofCause: cause.flatMap { cause in facts.first { $0.cause == cause && $0.place != nil }?.place }
    )
  }

  private func block(of token: Int) -> Int { document.sentences[tree.sentenceOfToken[token]].block }

  /// When the harm happened: the date beside its words, that of the event that they tell, else that of the cause.
  func date(of figure: Figure, cause: EventIndex?) -> CalendarDate? {
    let own = times.expression(attachedTo: figure.harm.cue, in: context)
    // "Since 2014 the war has claimed 13,000 lives": no date of theirs.
    if let own, own.isStart { return nil }
    return own?.date
      ?? triggers.first { $0.token == figure.harm.cue && events[$0.event].date != nil }.flatMap {
        events[$0.event].date
      }
      ?? cause.flatMap { isLong($0) ? nil : events[$0].date }
  }

  /// Whether an event kills for longer than on the day that it began.
  private func isLong(_ event: EventIndex) -> Bool {
    triggers.contains {
      $0.event == event && context.knowledge.wordClasses.contains(document.lemmas[$0.token], in: .warNoun)
    }
  }
}
