import ArticleReading
import LanguageAnalysis

/// Ties figures to what caused the harm, where and when it happened and who says so.
struct FigureLinks {
  private let context: ArticleContext
  private let times: TimeResolver
  private let events: [EventFact]
  /// Triggers of events in the order of the text.
  private let triggers: [Trigger]
  /// Mentions of places in the order of the text.
  private let places: [PlaceMention]
  /// The attributions that cover each sentence.
  private let attributionsOfSentence: [Int: [Attribution]]
  private var document: Document { context.document }
  private var tree: DependencyTree { context.tree }

  private struct Trigger {
    var token: Int
    var event: EventIndex
  }

  private struct PlaceMention {
    var head: Int
    var place: EntityIndex
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
    var places: [PlaceMention] = []
    for (index, entity) in entities.enumerated() where entity.kind == .place {
      for mention in entity.mentions where mention.form == .name || mention.form == .nominal {
        places.append(PlaceMention(head: mention.head, place: index))
      }
    }
    self.places = places.sorted { ($0.head, $0.place) < ($1.head, $1.place) }
    var covering: [Int: [Attribution]] = [:]
    for attribution in attributions where attribution.speakerHead != nil {
      var sentences: [Int] = []
      for tokens in attribution.tokens {
        guard let first = tokens.first, let last = tokens.last else { continue }
        sentences += Array(context.tree.sentenceOfToken[first]...context.tree.sentenceOfToken[last])
      }
      var seen = -1
      for sentence in sentences where sentence != seen {
        covering[sentence, default: []].append(attribution)
        seen = sentence
      }
    }
    attributionsOfSentence = covering
  }

  // MARK: Sources

  /// Who gives a figure.
  struct Source {
    /// Head token of the phrase that names them.
    var head: Int
    /// Whether they are the subject of a verb of which only those who speak can be subject.
    var speaks: Bool
  }

  /// Who gives a figure: the speaker of the narrowest words that hold it, else who counted it.
  func source(of figure: Figure) -> Source? {
    let token = figure.quantity.numberEnd
    let covering = (attributionsOfSentence[tree.sentenceOfToken[token]] ?? []).filter { attribution in
      attribution.tokens.contains { $0.contains(token) }
    }
    let narrowest = covering.min { left, right in
      (left.length, left.order) < (right.length, right.order)
    }
    if let narrowest, let head = narrowest.speakerHead {
      return Source(head: head, speaks: narrowest.hasUtterer(in: context))
    }
    return counter(of: figure).map { Source(head: $0, speaks: true) }
  }

  /// Who counted the people: "a doctor put the number at 38", "no deaths were reported by the army".
  private func counter(of figure: Figure) -> Int? {
    var token = figure.quantity.node
    for _ in 0..<6 {
      guard let head = tree.head(of: token) else { return nil }
      if document.partsOfSpeech[head] == .verb {
        if context.knowledge.wordClasses.contains(document.lemmas[head], in: .countingVerb) {
          return SpeechSyntax(context: context).speaker(counting: head)
        }
        // "put the number of civilians killed at six": the tree may hang the number on "killed".
        guard
          [.openClausalComplement, .clausalComplement, .conjunct, .adnominalClause].contains(document.relations[head])
        else {
          return nil
        }
      }
      token = head
    }
    return nil
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
      ["injured", "wounded", "injuries", "hurt"].contains(context.words[token]) && token > figure.harm.cue
        && tree.children[token].contains { document.partsOfSpeech[$0] == .numeral }
    }
  }

  // MARK: Cause

  private static let causes: [CasualtyFact.Outcome: [String]] = [
    .detained: ["arrest", "charge", "protest", "attack"],
    .rescued: ["rescue", "accident", "disaster", "attack"],
    .displaced: ["disaster", "attack", "accident", "travel"],
    .affected: ["disaster", "attack", "accident"],
  ]

  private func isCause(_ event: EventIndex, of outcome: CasualtyFact.Outcome) -> Bool {
    (Self.causes[outcome] ?? ["attack", "accident", "disaster"]).contains(events[event].type.rawValue)
      && events[event].status != .negated
  }

  /// What caused the harm: what the words of the harm hang on, else the nearest event of the sentence that can cause it,
  /// else the one told of last, else the harm itself as an event.
  func cause(of figure: Figure) -> EventIndex? {
    let cue = figure.harm.cue
    let outcome = figure.harm.outcome
    if outcome == .detained || outcome == .rescued, let own = event(at: cue, near: figure) { return own }
    let sentence = document.sentences[tree.sentenceOfToken[cue]]
    if let near = syntacticCause(of: figure) { return near }
    let inSentence = triggers(in: sentence.tokens).filter { isCause($0.event, of: outcome) && $0.token != cue }
    if let nearest = inSentence.min(by: { distance($0, figure) < distance($1, figure) }) { return nearest.event }
    if !isStatistic(sentence.tokens), let earlier = precedingCause(of: figure, block: sentence.block),
      !isOfAnotherYear(figure, than: earlier)
    {
      return earlier
    }
    return event(at: cue, near: figure)
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
    guard let own = times.date(attachedTo: figure.harm.cue, in: context), let date = events[cause].date else {
      return false
    }
    return own.year != date.year
  }

  private func distance(_ trigger: Trigger, _ figure: Figure) -> Int { abs(trigger.token - figure.quantity.node) }

  /// The event of the subject of a killing, of "in the attack" beside it, or of the clause that it is a consequence of.
  private func syntacticCause(of figure: Figure) -> EventIndex? {
    let outcome = figure.harm.outcome
    var clause = figure.harm.cue
    for _ in 0..<4 {
      for child in tree.children[clause]
      where [.subject, .oblique, .obliqueAgent, .nominalModifier, .adverbialClause].contains(document.relations[child])
      {
        if let event = event(at: child, near: nil), isCause(event, of: outcome) { return event }
      }
      guard let head = tree.head(of: clause) else { return nil }
      if let event = event(at: head, near: nil), isCause(event, of: outcome) { return event }
      clause = head
    }
    return nil
  }

  private func event(at token: Int, near figure: Figure?) -> EventIndex? {
    let position = firstTrigger(atOrAfter: token)
    return position < triggers.count && triggers[position].token == token ? triggers[position].event : nil
  }

  /// The event that can cause the harm told of last before the figure, that of the same paragraph first.
  private func precedingCause(of figure: Figure, block: Int) -> EventIndex? {
    let end = firstTrigger(atOrAfter: figure.tokens.lowerBound)
    for trigger in triggers[..<end].reversed().prefix(40)
    where isCause(trigger.event, of: figure.harm.outcome) && events[trigger.event].status == .actual {
      return trigger.event
    }
    return triggers[end...].prefix(40).first {
      isCause($0.event, of: figure.harm.outcome) && events[$0.event].status == .actual
    }?.event
  }

  private func triggers(in tokens: Range<Int>) -> ArraySlice<Trigger> {
    let first = firstTrigger(atOrAfter: tokens.lowerBound)
    return triggers[first..<firstTrigger(atOrAfter: tokens.upperBound)]
  }

  private func firstTrigger(atOrAfter token: Int) -> Int {
    Self.position(in: triggers) { $0.token >= token }
  }

  private static func position<Element>(in elements: [Element], where condition: (Element) -> Bool) -> Int {
    var low = 0
    var high = elements.count
    while low < high {
      let middle = (low + high) / 2
      if condition(elements[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  // MARK: Place and date

  /// Where the harm happened: the place beside the words of the harm, else that of the cause, else the nearest named.
  func place(of figure: Figure, cause: EventIndex?) -> EntityIndex? {
    let sentence = document.sentences[tree.sentenceOfToken[figure.quantity.node]]
    if let own = placeBeside(figure, in: sentence.tokens) { return own }
    if let cause, let place = place(ofCause: cause, toldBefore: figure) { return place }
    let first = Self.position(in: places) { $0.head >= sentence.tokens.lowerBound }
    let end = Self.position(in: places) { $0.head >= sentence.tokens.upperBound }
    if let located = places[first..<end].first(where: { isLocated($0.head) }) { return located.place }
    if let struck = places[first..<end].first(where: { isStruck($0.head) }) { return struck.place }
    let earlier = places[..<first].reversed().prefix(12)
    if let near = earlier.first(where: { isLocated($0.head) && block(of: $0.head) == sentence.block }) {
      return near.place
    }
    if let place = storyPlace ?? earlier.first(where: { isLocated($0.head) })?.place { return place }
    // A title leaves to the lead where its story is.
    guard context.isInTitle(figure.quantity.node),
      let lead = document.sentences.first(where: { !context.isInTitle($0.tokens.lowerBound) })
    else { return nil }
    return places.first { lead.tokens.contains($0.head) && isLocated($0.head) }?.place
  }

  /// Where the cause is placed: by a preposition first; what was struck counts where it is told before the figure.
  private func place(ofCause cause: EventIndex, toldBefore figure: Figure) -> EntityIndex? {
    let arguments = events[cause].arguments
    let named = arguments.filter { $0.role == .place }
    let located = named.first { context.tokens(in: $0.evidence.span).contains(where: isLocated) }
    if let place = located ?? named.first { return place.entity }
    let end = document.spans[figure.tokens.upperBound - 1].upperBound
    return arguments.first { argument in
      argument.role == .patient && argument.evidence.span.lowerBound < end
        && places.contains { $0.place == argument.entity }
    }?.entity
  }

  private func block(of token: Int) -> Int { document.sentences[tree.sentenceOfToken[token]].block }

  /// The place that the first sentences locate the story in, which is told of once more.
  private var storyPlace: EntityIndex? {
    guard let lead = document.sentences.prefix(3).last else { return nil }
    let end = Self.position(in: places) { $0.head >= lead.tokens.upperBound }
    return places[..<end].first { mention in
      isLocated(mention.head) && places.count { $0.place == mention.place } > 1
    }?.place
  }

  /// The first place that hangs by "in", "at", "near" on the harm or the people, or on the clause around.
  private func placeBeside(_ figure: Figure, in sentence: Range<Int>) -> EntityIndex? {
    let first = Self.position(in: places) { $0.head >= sentence.lowerBound }
    let end = Self.position(in: places) { $0.head >= sentence.upperBound }
    var anchors = [figure.harm.cue, figure.quantity.node, figure.quantity.counted].compactMap { $0 }
    if document.partsOfSpeech[figure.harm.cue] != .verb, let verb = tree.head(of: figure.harm.cue) {
      anchors.append(verb)
    }
    for mention in places[first..<end] where isLocated(mention.head) {
      var current = mention.head
      for _ in 0..<3 {
        guard let head = tree.head(of: current) else { break }
        if anchors.contains(head) { return mention.place }
        current = head
      }
    }
    return nil
  }

  private static let locatives: Set = [
    "in", "at", "near", "on", "off", "outside", "across", "into", "inside", "around", "throughout", "along", "within",
    "over", "north", "south", "east", "west",
  ]
  private func isLocated(_ head: Int) -> Bool {
    let prepositions = tree.children(of: head, .caseMarking).map { context.words[$0] }
    if prepositions.contains(where: Self.locatives.contains) { return true }
    guard prepositions.contains("of"), let area = tree.head(of: head), area < head,
      context.knowledge.wordClasses.contains(document.lemmas[area], in: .areaNoun)
    else { return false }
    return tree.children(of: area, .caseMarking).contains { Self.locatives.contains(context.words[$0]) }
  }

  /// Whether a place is what something was done to: "a landslide buried Orso", "struck the village of Orso".
  private func isStruck(_ head: Int) -> Bool {
    var object = head
    let prepositions = tree.children(of: head, .caseMarking).map { context.words[$0] }
    if prepositions.contains("of"), let area = tree.head(of: head),
      context.knowledge.wordClasses.contains(document.lemmas[area], in: .areaNoun)
    {
      object = area
    } else if !prepositions.isEmpty {
      return false
    }
    guard [.object, .passiveSubject].contains(document.relations[object]), let verb = tree.head(of: object) else {
      return false
    }
    return context.knowledge.wordClasses.contains(document.lemmas[verb], in: .strikingVerb)
  }

  /// When the harm happened: the date beside its words, that of the event that they tell, else that of the cause.
  func date(of figure: Figure, cause: EventIndex?) -> CalendarDate? {
    times.date(attachedTo: figure.harm.cue, in: context)
      ?? triggers.first { $0.token == figure.harm.cue && events[$0.event].date != nil }.flatMap {
        events[$0.event].date
      }
      ?? cause.flatMap { events[$0].date }
  }
}

extension Attribution {
  /// Number of its tokens.
  fileprivate var length: Int { tokens.reduce(0) { $0 + $1.count } }
}
