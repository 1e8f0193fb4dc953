import LanguageAnalysis

// Which places a text tells that something happened in, and which of two is the narrower.
extension FigurePlaces {
  /// "a school in Strelsau, in the west of Ruritania": the place that the last one only tells the whereabouts of.
  func narrowest(_ last: PlaceMention, among places: [PlaceMention]) -> PlaceMention {
    var narrow = last
    for place in places.reversed() where place.head < narrow.head {
      let between = (place.head + 1)..<narrow.head
      let isBeside =
        between.count <= 7 && context.words[between.lowerBound] == ","
        && between.allSatisfy { ![.verb, .auxiliary, .coordinatingConjunction].contains(document.partsOfSpeech[$0]) }
      guard isBeside || tree.ancestors(of: narrow.head).contains(place.head) else { break }
      narrow = place
    }
    return narrow
  }

  /// "the town of Orso in the north of Ruritania": the narrower place that a phrase adds the whereabouts of.
  func refined(_ mention: PlaceMention) -> PlaceMention {
    // "in Orso, Ruritania"
    if let before = places.last(where: { $0.head < mention.head }), before.place != mention.place,
      let own = document.entities.first(where: { $0.tokens.contains(mention.head) }),
      own.tokens.lowerBound > 1, context.words[own.tokens.lowerBound - 1] == ",",
      document.entities.contains(where: {
        $0.tokens.contains(before.head) && $0.tokens.upperBound == own.tokens.lowerBound - 1
      })
    {
      return before
    }
    // "in Ruritania's capital Strelsau", "in Ruritania's Orso province"
    if document.relations[mention.head] == .possessiveModifier, let owned = tree.head(of: mention.head) {
      let names = [owned] + tree.children(of: owned, .compound, .apposition, .flat)
      let narrow = places.first { names.contains($0.head) && $0.head > mention.head && $0.place != mention.place }
      if let narrow { return narrow }
    }
    // "hit the station of Orso, in the Strelsau region"
    var node = mention.head
    if [.compound, .possessiveModifier].contains(document.relations[node]), let area = tree.head(of: node),
      isSite(area, named: false)
    {
      node = area
    }
    guard let head = tree.head(of: node), document.relations[node] == .nominalModifier else { return mention }
    let names = [head] + tree.children(of: head, .nominalModifier, .apposition).filter { $0 < mention.head }
    return places.first { names.contains($0.head) && $0.head != mention.head && $0.place != mention.place } ?? mention
  }

  /// Whether a word is a preposition before the place where something happens.
  func isLocative(_ word: String) -> Bool { context.knowledge.wordClasses.contains(word, in: .locativePreposition) }

  /// Whether a place is told to be where something happens: "in Orso", "at a Strelsau hotel".
  func isLocated(_ head: Int) -> Bool { isLocated(head, depth: 0) }

  private func isLocated(_ head: Int, depth: Int) -> Bool {
    let prepositions = prepositions(of: head)
    if depth == 0, isBesideDirection(head, prepositions) { return true }
    // "in the capital, Strelsau"
    let isAside = head > 1 && context.words[head - 1] == "," && isSite(head - 2, named: false)
    if isAside, prepositions.isEmpty,
      tree.children(of: head - 2, .caseMarking).contains(where: { isLocative(context.words[$0]) })
    {
      return true
    }
    if document.relations[head] == .apposition, depth < 3, let area = tree.head(of: head),
      isSite(area, named: false)
    {
      return tree.children(of: area, .caseMarking).contains { isLocative(context.words[$0]) }
    }
    if prepositions.contains(where: isLocative) {
      // "a group based in Strelsau"
      return tree.head(of: head).map {
        !["base", "headquarter"].contains(document.lemmas[$0]) || document.partsOfSpeech[$0].isNoun
      } ?? true
    }
    guard depth < 3, let area = tree.head(of: head), isSite(area, named: document.relations[head] != .nominalModifier)
    else { return false }
    // "in the south of Graustark", "off Graustark's coast", "across Orso province"
    let isNamed =
      !tree.children(of: area, .nominalModifier).contains { noun in
        tree.children(of: noun, .caseMarking).contains { context.words[$0] == "of" }
      }
      // "in Ruritania's Orso province"
      && !tree.children(of: area, .compound).contains { $0 > head && document.partsOfSpeech[$0] == .properNoun }
    let names =
      isNamed && document.relations[head] == .possessiveModifier
      || isNamed && document.relations[head] == .compound && area > head && area <= head + 3 && prepositions.isEmpty
    guard prepositions.contains("of") && area < head || names else { return false }
    // "just across the Ruritanian border": elsewhere.
    let isBeyond = names && document.lemmas[area] == "border"
    return tree.children(of: area, .caseMarking).contains {
      isLocative(context.words[$0]) && !(isBeyond && context.words[$0] == "across")
    }
      || isLocated(area, depth: depth + 1)
  }

  /// "a blast south of Strelsau", "40 miles north of Orso".
  private func isBesideDirection(_ head: Int, _ prepositions: [String]) -> Bool {
    let start = document.entities.first { $0.kind == .place && $0.tokens.contains(head) }?.tokens.lowerBound ?? head
    guard prepositions.contains("of"), start > 2, context.words[start - 1] == "of" else { return false }
    return context.knowledge.wordClasses.contains(context.words[start - 2], in: .compassWord)
      && document.partsOfSpeech[start - 3] != .punctuation
  }

  /// The prepositions before a name, whichever of its words the tree hangs them on.
  private func prepositions(of head: Int) -> [String] {
    let name = document.entities.first { $0.kind == .place && $0.tokens.contains(head) }?.tokens ?? head..<head + 1
    return name.flatMap { tree.children(of: $0, .caseMarking) }.map { context.words[$0] }.filter { $0 != "'s" }
  }

  /// Whether a noun is a part of a place or, where the place names it, a building: "a Strelsau hotel".
  private func isSite(_ noun: Int, named: Bool) -> Bool {
    let lemma = document.lemmas[noun].lowercased()
    if context.knowledge.wordClasses.contains(lemma, in: .areaNoun) { return true }
    return named && !context.knowledge.wordClasses.contains(lemma, in: .foreignSite)
      && (["building", "mountain", "water", "island"].contains(context.knowledge.placeWords[lemma])
        || context.knowledge.wordClasses.contains(lemma, in: .publicSiteNoun))
  }

  /// Whether a place is what something was done to: "a landslide buried Orso", "struck the village of Orso".
  func isStruck(_ head: Int) -> Bool {
    var object = head
    let prepositions = prepositions(of: head)
    if prepositions.contains("of"), let area = tree.head(of: head),
      context.knowledge.wordClasses.contains(document.lemmas[area], in: .areaNoun)
    {
      object = area
    } else if document.relations[head] == .apposition, let area = tree.head(of: head), isSite(area, named: false) {
      object = area
    } else if prepositions.isEmpty, let site = tree.head(of: head), site > head, isSite(site, named: true),
      [.compound, .possessiveModifier].contains(document.relations[head])
    {
      object = site
    } else if !prepositions.isEmpty {
      return false
    }
    guard [.object, .passiveSubject].contains(document.relations[object]), let verb = tree.head(of: object) else {
      return false
    }
    let classes = context.knowledge.wordClasses
    return classes.contains(document.lemmas[verb], in: .strikingVerb)
      || classes.contains(document.lemmas[verb], in: .takingVerb)
  }
}
