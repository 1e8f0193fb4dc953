import Knowledge
import LanguageAnalysis

// Places by what is said of them instead of their names.
extension DescriptionResolver {
  func place(called word: String, at token: Int) -> Int? {
    guard let sort = context.knowledge.placeWords[word] else { return nil }
    let isCapital = context.tree.children(of: token, .compound, .adjectivalModifier).contains {
      context.words[$0] == "capital"
    }
    if word == "capital" || word == "city" && isCapital { return capital() }
    if sort == "country", word != "republic" { return country(at: token) }
    return recent.last { index in
      let cluster = clusters.clusters[index]
      guard cluster.kind == .place else { return false }
      switch sort {
      case "settlement":
        return cluster.country == nil && (cluster.sort == nil || cluster.sort == "settlement")
          && isCity(cluster, word: word) && !isPartOfSite(index)
      case "building", "water", "mountain":
        return cluster.words.count > 1 && cluster.words.last.map(String.init) == word
      default:
        if cluster.words.last.map(String.init) == word { return true }
        return cluster.sort == sort && cluster.country == nil
          && !["beach", "coast", "border"].contains(cluster.words.last ?? "")
      }
    }
  }

  /// "help to Poland after a Belarusian raid on the east of the country": a name in the sentence goes before a later
  /// adjective.
  private func country(at token: Int) -> Int? {
    var states = recent.filter { isState($0) }
    // "shook the Iraqi capital while a U.S. envoy visited the country": it is not whose the visitor is.
    let others = states.filter { !isOfSubject($0, at: token) }
    if !others.isEmpty { states = others }
    let start = context.document.sentences[context.tree.sentenceOfToken[token]].tokens.lowerBound
    let named = states.filter { (lastNamed[$0] ?? -1) >= start }
    return named.max { (lastNamed[$0] ?? -1) < (lastNamed[$1] ?? -1) } ?? states.last
  }

  /// Whether a state was last mentioned by what the subject of the clause around a token is called.
  private func isOfSubject(_ state: Int, at token: Int) -> Bool {
    guard let mention = lastMention[state], lastNamed[state] != mention,
      context.tree.sentenceOfToken[mention] == context.tree.sentenceOfToken[token],
      let noun = context.tree.head(of: mention), [.object, .oblique].contains(context.document.relations[token])
    else { return false }
    // "Ruritanian troops are to leave the country", "with Ruritanian troops due to leave it"
    for above in context.tree.ancestors(of: token).prefix(5) {
      if above == noun { return true }
      if let subject = context.tree.child(of: above, .subject, .passiveSubject) { return subject == noun }
    }
    return false
  }

  /// Whether a place was last named before what it is: "the Ashby market" is no city.
  private func isPartOfSite(_ index: Int) -> Bool {
    guard let mention = lastMention[index], context.document.relations[mention] == .compound,
      let noun = context.tree.head(of: mention), noun > mention, titles.nameOfToken[noun] == nil,
      let sort = context.knowledge.placeWords[lemma(noun)]
    else { return false }
    return sort != "settlement"
      && context.knowledge.gazetteer.places(named: clusters.clusters[index].keys.first ?? "").isEmpty
  }

  private func isCity(_ cluster: NameCluster, word: String) -> Bool {
    guard word == "city", let key = cluster.keys.first else { return true }
    let places = context.knowledge.gazetteer.places(named: key)
    return places.isEmpty || places.contains { !$0.isRegion } || context.knowledge.countries.country(named: key) != nil
  }

  private func capital() -> Int? {
    for index in recent.reversed() {
      guard let code = clusters.clusters[index].country, let country = context.knowledge.countries.country(code: code)
      else { continue }
      return clusters.cluster(.place, named: country.capital)
    }
    return nil
  }
}
