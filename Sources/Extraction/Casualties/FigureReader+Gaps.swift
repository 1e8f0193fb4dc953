import LanguageAnalysis

// Numbers whose verb is left out because it was told with the number before.
extension FigureReader {
  /// "Graustark reported 20 deaths, Borduria 26 and Ardovia one": only the place stands before the number.
  private func isOfNextPlace(_ quantity: Quantity, in sentence: Range<Int>) -> Bool {
    let start = quantity.tokens.lowerBound
    guard start > sentence.lowerBound + 1,
      let place = document.entities.first(where: { $0.kind == .place && $0.tokens.upperBound == start })
    else { return false }
    let before = place.tokens.lowerBound - 1
    let next = quantity.numberEnd + 1
    return before > sentence.lowerBound && [",", "and", ";"].contains(words[before])
      && (next >= sentence.upperBound || [",", ".", ";", "and"].contains(words[next]))
  }

  /// "36 in Upper Orso, 29 in Lower Orso": a number of a list whose verb is left out.
  func isGapped(_ quantity: Quantity, after previous: Quantity?, last: Figure, in sentence: Range<Int>) -> Bool {
    guard let previous, previous.tokens == last.quantity.tokens,
      quantity.counted == nil || isAddedAlike(quantity, previous),
      !quantity.isIndefinite || words[quantity.numberEnd] == "another"
    else {
      return false
    }
    let next = max(quantity.counted ?? 0, quantity.numberEnd) + 1
    let start = quantity.tokens.lowerBound
    if isAddedAlike(quantity, previous), next < sentence.upperBound, words[next] == "in" { return true }
    if isOfNextPlace(quantity, in: sentence) { return true }
    // "one group counted 213 dead, another 494"
    if !quantity.isIndefinite, start >= sentence.lowerBound + 2, words[start - 1] == "another", words[start - 2] == ",",
      next < sentence.upperBound, document.partsOfSpeech[next] == .punctuation
    {
      return true
    }
    if start >= sentence.lowerBound + 2, words[start - 2] == "as", ["were", "was"].contains(words[start - 1]) {
      return true
    }
    guard next < sentence.upperBound, ["in", "at", "from", "near", "on", "for"].contains(words[next]) else {
      return false
    }
    if quantity.isIndefinite, words[next] != "for" { return false }
    if isPlacedAlike(quantity, previous, in: sentence) { return true }
    return [",", "and", ";"].contains(words[start - 1]) && start - previous.numberEnd <= 14
      && !(previous.numberEnd..<start).contains { document.partsOfSpeech[$0] == .verb && $0 > last.harm.cue }
  }

  /// "One death occurred in Orso and nine others resulted from rough seas": more of what was told.
  func isOfOthers(_ quantity: Quantity) -> Bool {
    // "the police speak of 23"
    if quantity.counted == nil, !quantity.isIndefinite, quantity.tokens.lowerBound > 1,
      words[quantity.tokens.lowerBound - 1] == "of",
      ["speak", "talk"].contains(document.lemmas[quantity.tokens.lowerBound - 2])
    {
      return true
    }
    guard document.relations[quantity.node] == .subject,
      quantity.counted.map({ document.lemmas[$0] == "other" }) ?? false,
      let verb = context.tree.head(of: quantity.node)
    else { return false }
    return context.knowledge.wordClasses.contains(document.lemmas[verb], in: .resultingVerb)
  }

  /// "12 miners died in June, as well as seven in May": the same people counted elsewhere.
  private func isAddedAlike(_ quantity: Quantity, _ previous: Quantity) -> Bool {
    let start = quantity.tokens.lowerBound
    guard let noun = quantity.counted, let other = previous.counted, start > 2 else { return false }
    return document.lemmas[noun] == document.lemmas[other] && words[start - 1] == "as" && words[start - 2] == "well"
  }

  /// "37 of the dead were held in Orso, 34 in Strelsau": the number before has a phrase of the same preposition.
  private func isPlacedAlike(_ quantity: Quantity, _ previous: Quantity, in sentence: Range<Int>) -> Bool {
    let preposition = quantity.numberEnd + 1
    let start = quantity.tokens.lowerBound
    // "6,240 people died, with 5,708 in Orso"
    if words[start - 1] == "with", preposition < sentence.upperBound, words[preposition] == "in" { return true }
    guard preposition + 1 < sentence.upperBound, [",", "and", ";"].contains(words[start - 1]),
      start - previous.numberEnd <= 20, words[preposition] != "for"
    else { return false }
    return [preposition, (previous.numberEnd..<start).last { words[$0] == words[preposition] }].allSatisfy { place in
      guard let place else { return false }
      return document.entities.contains { entity in
        entity.kind == .place && entity.tokens.lowerBound > place && entity.tokens.lowerBound <= place + 2
      }
    }
  }
}
