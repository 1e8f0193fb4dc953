import LanguageAnalysis

// Where those are who tell of harm, and how wide the harm reaches.
extension FigurePlaces {
  /// "Doctors in Strelsau say five clerks died as a lorry crashed": where those are who tell of what befell them.
  func localScene(of cause: EventIndex, among located: [PlaceMention], givenBy source: Int?) -> PlaceMention? {
    guard let source, ["disaster", "accident"].contains(events[cause].type.rawValue) || isLocalSource(source) else {
      return nil
    }
    return located.first { isBelow($0.head, [source], steps: 4) }.map(refined)
  }

  func isLocalSource(_ source: Int) -> Bool {
    context.knowledge.wordClasses.contains(document.lemmas[source], in: .localSourceNoun)
  }

  /// Whether a place that is no country lies in a country, as far as is known.
  func isWithin(_ place: EntityIndex, _ country: EntityIndex) -> Bool {
    entities[country].placeKind == "country" && entities[place].placeKind != "country"
      && entities[place].country.map { $0 == entities[country].country } ?? true
  }

  /// Whether the words of a figure place it in another country than those of an event do.
  func isAbroad(_ figure: Figure, from event: EventFact) -> Bool {
    let sentence = document.sentences[tree.sentenceOfToken[figure.quantity.node]].tokens
    guard let own = placeBeside(figure, in: sentence).flatMap({ entities[$0].country }) else { return false }
    let scenes = event.mentions.compactMap { context.tokens(in: $0.span).first }.map { trigger in
      document.sentences[tree.sentenceOfToken[trigger]].tokens
    }
    let countries = places.filter { mention in
      isLocated(mention.head) && scenes.contains { $0.contains(mention.head) }
    }.compactMap { entities[$0.place].country }
    return !countries.isEmpty && !countries.contains(own)
  }

  /// "has killed 300 people worldwide"
  func isWorldwide(_ figure: Figure) -> Bool {
    let sentence = document.sentences[tree.sentenceOfToken[figure.harm.cue]].tokens
    return sentence.contains { token in
      ["worldwide", "globally"].contains(context.words[token])
        && !places.contains { sentence.contains($0.head) && isLocated($0.head) && entities[$0.place].country != nil }
    }
  }
}
