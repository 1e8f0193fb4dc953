import LanguageAnalysis

/// The place nearest to a figure in its sentence, its cause and the text around it.
extension FigurePlaces {
  /// What a figure's sentence tells of places.
  private struct Surroundings {
    let figure: Figure
    let sentence: Range<Int>
    /// Places of the sentence that tell where something is.
    let located: [PlaceMention]
    /// The one of them where the harm was done.
    let scene: PlaceMention?
    /// Who gives the figure.
    let source: Int?
  }

  func nearPlace(
    of figure: Figure,
    cause: EventIndex?,
    givenBy giver: Giver,
    ofCause toldOfCause: EntityIndex?
  ) -> EntityIndex? {
    let sentence = document.sentences[tree.sentenceOfToken[figure.quantity.node]]
    if let stated = statedPlace(of: figure, in: sentence.tokens, keeper: giver.keeper) { return stated }
    let first = places.position { $0.head >= sentence.tokens.lowerBound }
    let end = places.position { $0.head >= sentence.tokens.upperBound }
    let told = places[first..<end].filter { !isAside($0.head, besides: figure) }
    let located = told.filter { isLocated($0.head) }
    let surroundings = Surroundings(
      figure: figure,
      sentence: sentence.tokens,
      located: located,
      scene: scene(of: figure, among: located, givenBy: giver.source),
      source: giver.source
    )
    if let place = place(in: surroundings, cause: cause) ?? place(ofCause: cause, told: toldOfCause, in: surroundings)
      ?? surroundings.scene.map(refined)?.place ?? told.first(where: { isStruck($0.head) })?.place
    {
      return place
    }
    if isWide(cause, givenBy: giver.source), let owner = giver.source.flatMap(home) { return owner }
    if let near = place(before: first, block: sentence.block) ?? located.first?.place { return near }
    // "Graustark's president said that 700 people died"
    if let named = places[first..<end].first(where: { $0.head < figure.quantity.node && isOwner($0.head) }) {
      return named.place
    }
    return cause.flatMap { place(ofCause: $0, before: document.tokenCount, figure.tokens.upperBound) }
      ?? storyPlace ?? place(before: first, block: nil) ?? leadPlace(forTitle: figure.quantity.node)
  }

  /// The place that the words of a figure name, or that belongs to who is hurt, counts or does it.
  private func statedPlace(of figure: Figure, in sentence: Range<Int>, keeper: Int?) -> EntityIndex? {
    if let named = places.first(where: { $0.head == figure.quantity.tokens.lowerBound - 1 }),
      document.relations[named.head] != .possessiveModifier, figure.quantity.counted == nil,
      tree.children(of: named.head, .caseMarking).isEmpty
    {
      return named.place
    }
    return placeBeside(figure, in: sentence) ?? sufferer(of: figure.harm.cue) ?? keeper.flatMap(home)
      ?? stateActing(at: figure.harm.cue)
  }

  /// The place of a sentence that a figure stands nearest to in the tree.
  private func scene(of figure: Figure, among located: [PlaceMention], givenBy source: Int?) -> PlaceMention? {
    // "officials in Strelsau said": where those are who speak tells less.
    let scenes = located.filter { mention in
      !isBelow(mention.head, [source].compactMap { $0 }, steps: 4)
        && (entities[mention.place].placeKind != "continent" || located.count == 1)
    }
    return tree.ancestors(of: figure.harm.cue).prefix(3).lazy.compactMap { above in
      scenes.first { isBelow($0.head, [above], steps: 3) }
    }.first ?? scenes.first
  }

  /// Whether a place of the figure's sentence belongs to something else that is told by the way.
  private func isAside(_ place: Int, besides figure: Figure) -> Bool {
    isOfDay(place, besides: figure) || context.isOfSpeaker(place, saying: figure.harm.cue)
  }

  /// "280 cases since June 7, when somebody died in Orso": where something was on a day that is only counted from.
  private func isOfDay(_ place: Int, besides figure: Figure) -> Bool {
    let above = tree.ancestors(of: place).prefix(4)
    return above.contains { clause in
      guard !tree.ancestors(of: figure.harm.cue).contains(clause), clause != figure.harm.cue,
        let when = tree.children(of: clause, .adverbialModifier, .marker).first(where: { context.words[$0] == "when" }),
        when > 1, when < clause
      else { return false }
      let before = context.words[when - 1] == "," ? when - 2 : when - 1
      return document.entities.contains { $0.kind == .date && $0.tokens.contains(before) }
    }
  }

  /// The scene of the figure's own sentence, where that leaves no doubt of it.
  private func place(in surroundings: Surroundings, cause: EventIndex?) -> EntityIndex? {
    guard let scene = surroundings.scene else { return nil }
    // "In the district of Orso alone police counted 98 dead"
    if let cause, !isTold(cause, in: surroundings.sentence) { return refined(scene).place }
    // "swept through Orso, killing 23"
    let cue = surroundings.figure.harm.cue
    guard document.pennTags[cue] == "VBG", document.relations[cue] == .adverbialClause,
      let verb = tree.head(of: cue), verb < cue, isWithin(scene.head, [verb]),
      entities[refined(scene).place].placeKind != "country"
    else { return nil }
    return refined(scene).place
  }

  /// The place of what caused a figure, where the sentence has no scene or one within that place.
  private func place(
    ofCause cause: EventIndex?,
    told toldOfCause: EntityIndex?,
    in surroundings: Surroundings
  ) -> EntityIndex? {
    guard let cause else { return nil }
    let (scene, sentence) = (surroundings.scene, surroundings.sentence)
    if scene == nil,
      let local = localScene(of: cause, among: surroundings.located, givenBy: surroundings.source),
      isTold(cause, in: sentence), toldOfCause.map({ isWithin(local.place, $0) }) ?? true
    {
      return local.place
    }
    if let toldOfCause, ["attack", "accident"].contains(events[cause].type.rawValue),
      scene == nil || !isTold(cause, in: sentence)
    {
      return toldOfCause
    }
    let number = surroundings.figure.tokens.upperBound
    guard let place = place(ofCause: cause, before: sentence.upperBound, number) else { return nil }
    // "in western Ruritania. Nine were hurt when the bus crashed near Orso"
    return scene.map(refined).flatMap { isWithin($0.place, place) ? $0.place : nil } ?? place
  }

  /// "Ruritania's health ministry reported 43 deaths" of what happens in many countries.
  private func isWide(_ cause: EventIndex?, givenBy source: Int?) -> Bool {
    guard let cause, events[cause].type.rawValue != "disaster" else { return true }
    return source.map { source in
      tree.children(of: source, .compound, .adjectivalModifier).contains { context.words[$0] == "health" }
    } ?? false
  }

  /// A title leaves to the lead where its story is.
  private func leadPlace(forTitle token: Int) -> EntityIndex? {
    guard context.isInTitle(token),
      let lead = document.sentences.first(where: { !context.isInTitle($0.tokens.lowerBound) })
    else { return nil }
    return places.first { lead.tokens.contains($0.head) && isLocated($0.head) }?.place
  }
}
