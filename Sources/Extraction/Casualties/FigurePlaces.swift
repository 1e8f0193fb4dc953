import LanguageAnalysis

/// Tells where the people of a figure were harmed.
struct FigurePlaces {
  let context: ArticleContext
  let events: [EventFact]
  let entities: [Entity]
  /// Mentions of places in the order of the text.
  let places: [PlaceMention]
  /// Mentions of places by adjectives: "Turkish officials".
  private let adjectives: [PlaceMention]
  /// The place that the text is about, where one is named most.
  private let topic: EntityIndex?
  var document: Document { context.document }
  var tree: DependencyTree { context.tree }

  struct PlaceMention {
    var head: Int
    var place: EntityIndex
  }

  init(context: ArticleContext, events: [EventFact], entities: [Entity]) {
    self.context = context
    self.events = events
    self.entities = entities
    var places: [PlaceMention] = []
    var adjectives: [PlaceMention] = []
    for (index, entity) in entities.enumerated() where entity.kind == .place {
      for mention in entity.mentions {
        switch mention.form {
        case .name, .nominal: places.append(PlaceMention(head: mention.head, place: index))
        case .adjective: adjectives.append(PlaceMention(head: mention.head, place: index))
        case .pronoun: break
        }
      }
    }
    self.adjectives = adjectives.sorted { ($0.head, $0.place) < ($1.head, $1.place) }
    self.places = places.sorted { ($0.head, $0.place) < ($1.head, $1.place) }
    topic = Self.topic(of: places + adjectives, in: entities)
  }

  /// The place that a text names far more often than any other.
  private static func topic(of mentions: [PlaceMention], in entities: [Entity]) -> EntityIndex? {
    var counts: [EntityIndex: Int] = [:]
    for mention in mentions where entities[mention.place].placeKind != "continent" {
      counts[mention.place, default: 0] += 1
    }
    let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let first = ranked.first, first.value > 2 || ranked.count == 1 else { return nil }
    return ranked.count == 1 || first.value >= 2 * ranked[1].value ? first.key : nil
  }

  /// Where the harm happened: the place beside the words of the harm, else that of the cause, else the nearest named,
  /// else where the harm told last happened or whose authorities tell of it.
  func place(
    of figure: Figure,
    cause: EventIndex?,
    givenBy giver: Giver,
    toldLast: EntityIndex?,
    ofCause: EntityIndex?
  ) -> EntityIndex? {
    if isWorldwide(figure) { return nil }
    if let near = nearPlace(of: figure, cause: cause, givenBy: giver, ofCause: ofCause) { return near }
    if let toldLast { return toldLast }
    if let departure { return departure }
    guard let source = giver.source, let cause,
      ["disaster", "accident"].contains(events[cause].type.rawValue)
        || isLocalSource(source)
    else { return dateline ?? topic }
    let owners = [source] + tree.children(of: source, .adjectivalModifier, .possessiveModifier, .compound)
    return (adjectives + places).first { owners.contains($0.head) }?.place ?? dateline ?? topic
  }

  /// "Ruritania suffered a quake that killed eleven": the place that it befell.
  func sufferer(of cue: Int) -> EntityIndex? {
    for verb in [cue] + tree.ancestors(of: cue).prefix(3)
    where context.knowledge.wordClasses.contains(document.lemmas[verb], in: .sufferingVerb) {
      let subjects = tree.children(of: verb, .subject)
      if let place = places.first(where: { subjects.contains($0.head) }) { return place.place }
    }
    return nil
  }

  func isTold(_ event: EventIndex, in sentence: Range<Int>) -> Bool {
    events[event].mentions.contains { context.tokens(in: $0.span).first.map(sentence.contains) ?? false }
  }

  /// "crashed shortly after take-off from Orso": where the aircraft of the story left.
  private var departure: EntityIndex? {
    places.first { mention in
      guard let from = tree.children(of: mention.head, .caseMarking).first(where: { context.words[$0] == "from" })
      else {
        return false
      }
      return from > 0 && context.knowledge.wordClasses.contains(context.words[from - 1], in: .departureWord)
    }?.place
  }

  /// Head words of the phrases for whoever gives a figure.
  struct Giver {
    /// Who says it.
    var source: Int?
    /// The place or body that keeps the count.
    var keeper: Int?
  }

  /// "Ruritania has hanged 15 people": the state whose prisoners they were.
  func stateActing(at cue: Int) -> EntityIndex? {
    guard context.knowledge.wordClasses.contains(document.lemmas[cue], in: .custodyVerb),
      let subject = tree.child(of: cue, .subject)
    else { return nil }
    return places.first { $0.head == subject }?.place
  }

  func isOwner(_ head: Int) -> Bool {
    guard document.relations[head] == .possessiveModifier, let owned = tree.head(of: head) else { return false }
    let lemma = document.lemmas[owned].lowercased()
    return context.knowledge.titles[lemma] != nil || context.knowledge.organizationWords[lemma] != nil
      || context.knowledge.peopleWords[lemma] != nil
  }

  /// The located place of the nearest sentence before; a settlement or country before waters.
  func place(before first: Int, block: Int?) -> EntityIndex? {
    let earlier = places[..<first].suffix(Self.reach).filter { mention in
      entities[mention.place].placeKind != "continent" && (isLocated(mention.head) || isStruck(mention.head))
        && (block.map { $0 == self.block(of: mention.head) } ?? true)
    }
    guard let last = earlier.last else { return nil }
    let sentence = earlier.filter { tree.sentenceOfToken[$0.head] == tree.sentenceOfToken[last.head] }
    guard entities[last.place].placeKind == "water" else { return narrowest(last, among: sentence).place }
    return (sentence.last { entities[$0.place].placeKind != "water" } ?? last).place
  }

  /// How many mentions of places back one may stand.
  private static let reach = 12

  /// The place that opens the story: "GENOA, 14 August -".
  private var dateline: EntityIndex? {
    guard let region = context.article.regions.first(where: { $0.kind == .dateline })?.range else { return nil }
    return places.first { region.contains(document.spans[$0.head].lowerBound) }?.place
  }

  /// The country or region whose authorities count its own people: "Syria's health ministry reported 1,700 deaths".
  func home(of counter: Int) -> EntityIndex? {
    let named = [counter] + tree.children(of: counter, .possessiveModifier)
    return places.first { named.contains($0.head) }?.place
  }

  /// Where the cause is placed: by a preposition first; what was struck counts where it is told before the figure.
  func place(ofCause cause: EventIndex, before limit: Int, _ number: Int) -> EntityIndex? {
    let arguments = events[cause].arguments
    let bound = limit > 0 ? document.spans[limit - 1].upperBound : 0
    let named = arguments.filter { $0.role == .place && $0.evidence.span.lowerBound < bound }
    let located = named.first { context.tokens(in: $0.evidence.span).contains(where: isLocated) }
    if let place = located ?? named.first {
      let mention = places.first { mention in
        mention.place == place.entity && context.tokens(in: place.evidence.span).contains(mention.head)
      }
      return mention.map { refined($0).place } ?? place.entity
    }
    let end = document.spans[number - 1].upperBound
    return arguments.first { argument in
      argument.role == .patient && argument.evidence.span.lowerBound < end
        && places.contains { $0.place == argument.entity }
    }?.entity
      ?? placeOwning(cause)
  }

  /// "Mecca's heat", "the Strelsau bombings": the place in whose name the cause goes.
  private func placeOwning(_ cause: EventIndex) -> EntityIndex? {
    for mention in events[cause].mentions {
      guard let trigger = context.tokens(in: mention.span).last else { continue }
      // "the bombing of a Strelsau hotel"
      let sites = tree.children(of: trigger, .nominalModifier).flatMap { site in
        tree.children(of: site, .possessiveModifier, .compound)
      }
      let owners = tree.children(of: trigger, .possessiveModifier, .compound) + sites
      if let place = places.first(where: { owners.contains($0.head) }), entities[place.place].placeKind != "continent" {
        return place.place
      }
    }
    return nil
  }

  private func block(of token: Int) -> Int { document.sentences[tree.sentenceOfToken[token]].block }

  /// The place that the first sentences locate the story in, which is told of once more.
  var storyPlace: EntityIndex? {
    guard let lead = document.sentences.prefix(3).last else { return nil }
    let end = places.position { $0.head >= lead.tokens.upperBound }
    return places[..<end].first { mention in
      isLocated(mention.head) && places.count { $0.place == mention.place } > 1
    }?.place
  }

  /// The first place that hangs by "in", "at", "near" on the harm or the people, or on the clause around.
  func placeBeside(_ figure: Figure, in sentence: Range<Int>) -> EntityIndex? {
    let first = places.position { $0.head >= sentence.lowerBound }
    let end = places.position { $0.head >= sentence.upperBound }
    let anchors = [figure.harm.cue, figure.quantity.node, figure.quantity.counted].compactMap { $0 }
    if let scene = scene(of: figure.harm.cue) ?? placeMeant(byThereAt: figure.harm.cue) { return scene }
    let located = places[first..<end].filter { isLocated($0.head) }
    if let behind = placeBehind(figure, among: located) { return behind }
    for anchors in [Array(anchors.dropFirst()), [figure.harm.cue]] {
      if let near = located.first(where: { isWithin($0.head, anchors) }) { return refined(near).place }
    }
    if document.partsOfSpeech[figure.harm.cue] != .verb, let head = tree.head(of: figure.harm.cue) {
      // "scores of bodies lay in the streets of Orso"
      let verb =
        ["body", "corpse"].contains(document.lemmas[figure.harm.cue])
        ? tree.ancestors(of: figure.harm.cue).first { document.partsOfSpeech[$0] == .verb } ?? head : head
      if let near = located.first(where: { isBelow($0.head, [verb], steps: 3) && isWithin($0.head, [verb]) }) {
        return near.place
      }
    }
    return home(ofPeopleIn: figure, among: places[first..<end])
  }

  /// "the residents of Orso": where the people live who had to leave.
  private func home(ofPeopleIn figure: Figure, among places: ArraySlice<PlaceMention>) -> EntityIndex? {
    guard figure.harm.outcome == .displaced, let people = figure.quantity.counted else { return nil }
    let homes = tree.children(of: people, .nominalModifier).filter { phrase in
      tree.children(of: phrase, .caseMarking).contains { context.words[$0] == "of" }
    }
    let named = homes + homes.flatMap { tree.children(of: $0, .nominalModifier) }
    return places.first { named.contains($0.head) || isBelow($0.head, named, steps: 1) }?.place
  }

  /// "259 in Orso and 56 in Strelsau": right behind the people.
  private func placeBehind(_ figure: Figure, among located: [PlaceMention]) -> EntityIndex? {
    let end = max(figure.quantity.numberEnd, figure.quantity.counted ?? 0) + 1
    guard end < document.tokenCount, isLocative(context.words[end]) else { return nil }
    let near = located.first { mention in
      mention.head > end && mention.head <= end + 4
        && tree.children(of: mention.head, .caseMarking).contains(end)
    }
    return near.map { refined($0).place }
  }

  /// Whether a place hangs on one of some words, and not by a clause of its own or by "most of them".
  func isWithin(_ token: Int, _ anchors: [Int]) -> Bool {
    let above = tree.ancestors(of: token).prefix(4)
    guard let end = above.firstIndex(where: anchors.contains) else { return false }
    return above[..<end].allSatisfy { step in
      !context.knowledge.wordClasses.contains(context.words[step], in: .partialWord)
        && !tree.children(of: step, .nominalModifier).contains { ["them", "whom"].contains(context.words[$0]) }
        && (document.partsOfSpeech[step] != .verb || tree.child(of: step, .subject) == nil)
    }
  }

  func isBelow(_ token: Int, _ anchors: [Int], steps: Int) -> Bool {
    tree.ancestors(of: token).prefix(steps).contains(where: anchors.contains)
  }

  /// "hit the city of Orso. At least 26 died there": the place told of last.
  private func placeMeant(byThereAt cue: Int) -> EntityIndex? {
    let adverbs = tree.children(of: cue, .adverbialModifier)
    guard let there = adverbs.first(where: { context.words[$0] == "there" }) else { return nil }
    let sentence = document.sentences[tree.sentenceOfToken[cue]].tokens
    return places.last { mention in
      mention.head < there && document.relations[mention.head] != .possessiveModifier
        && (sentence.contains(mention.head) || block(of: mention.head) == block(of: cue))
    }?.place
  }

  /// "the mayor of Orso, where 35 died": the place that a clause with "where" tells of.
  private func scene(of cue: Int) -> EntityIndex? {
    var clause = cue
    for _ in 0..<2 {
      if let adverb = tree.children(of: clause, .adverbialModifier).first(where: { context.words[$0] == "where" }),
        adverb > 0
      {
        let end = context.words[adverb - 1] == "," ? adverb - 2 : adverb - 1
        return places.last {
          $0.head <= end && $0.head > end - 4 && ($0.head == end || tree.ancestors(of: end).contains($0.head))
        }.map(refined)?.place
      }
      guard let head = tree.head(of: clause) else { return nil }
      clause = head
    }
    return nil
  }
}

extension Array {
  /// The position of the first element that a condition holds for, given that it holds for all behind it.
  func position(where condition: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
