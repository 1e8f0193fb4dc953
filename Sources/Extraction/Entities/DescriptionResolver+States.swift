import Knowledge
import LanguageAnalysis

// States with their governments, and bodies by what they are called beside their names.
extension DescriptionResolver {
  /// Notes what organisations are called beside their names, and which places have what only states have.
  mutating func collectNouns() {
    for (position, name) in names.enumerated() where name.form == .name {
      guard let cluster = clusters.clusterOfName[position] else { continue }
      let head = context.head(of: name.tokens)
      let before = name.tokens.lowerBound - 1
      switch clusters.clusters[cluster].kind {
      case .organization:
        var nouns = context.tree.children(of: head, .apposition)
        if before >= 0, context.document.partsOfSpeech[before] == .noun { nouns.append(before) }
        for noun in nouns where context.knowledge.organizationWords[lemma(noun)] != nil {
          calledNouns[cluster, default: []].insert(lemma(noun))
          let phrase = context.descriptionTokens(of: noun)
          calledModifiers[cluster, default: []].formUnion(phrase.dropLast().map { context.words[$0] })
        }
      case .place where isUnknownPlace(cluster):
        if let noun = context.tree.head(of: head), context.knowledge.wordClasses.contains(lemma(noun), in: .stateNoun),
          context.document.relations[head] == .possessiveModifier || before >= 0 && context.words[before] == "of"
        {
          states.insert(cluster)
        }
      default: break
      }
    }
  }

  /// Whether a cluster is a country, or a place that no table knows and that the article forms an adjective of.
  func isState(_ index: Int) -> Bool {
    let cluster = clusters.clusters[index]
    if cluster.country != nil || states.contains(index) { return true }
    return cluster.kind == .place && cluster.hasAdjective && cluster.sort == nil
      && !cluster.keys.contains { !context.knowledge.gazetteer.places(named: $0).isEmpty }
  }

  /// Whether a place that no table knows may be a state of which the article tells.
  func isUnknownPlace(_ index: Int) -> Bool {
    let cluster = clusters.clusters[index]
    return cluster.kind == .place && cluster.sort == nil
      && !cluster.keys.contains { !context.knowledge.gazetteer.places(named: $0).isEmpty }
  }

  /// "the Russian government", "Russia's government", "the government": the country.
  mutating func resolveGovernment(_ token: Int) -> Bool {
    guard ["government", "regime"].contains(lemma(token)) else { return false }
    for child in context.tree.children(
      of: token,
      .adjectivalModifier,
      .compound,
      .possessiveModifier,
      .descriptiveModifier
    ) {
      if let cluster = referents.clusterOfHead[child] {
        let isOwner = context.document.relations[child] == .possessiveModifier && isUnknownPlace(cluster)
        if isState(cluster) || isOwner { tie(token, to: cluster, by: "nominal:government") }
        return true
      }
    }
    guard isDefinite(token), !isRestricted(token) else { return true }
    let countries = recent.filter { isState($0) }
    if let country = countries.max(by: { (countryCounts[$0] ?? 0) < (countryCounts[$1] ?? 0) }) {
      tie(token, to: country, by: "nominal:government")
    }
    return true
  }

  /// "Ruritania's foreign minister said his country would leave", "her government": the state that the office belongs to.
  mutating func resolveOwnState(_ token: Int) -> Bool {
    guard ["country", "government", "nation"].contains(lemma(token)),
      !["NNS", "NNPS"].contains(context.document.pennTags[token]),
      let owner = context.tree.child(of: token, .possessiveModifier), ["his", "her"].contains(context.words[owner]),
      context.tree.child(of: token, .relativeClause, .adjectivalModifier, .compound) == nil
    else { return false }
    let start = context.document.sentences[context.tree.sentenceOfToken[token]].tokens.lowerBound
    for noun in start..<owner where context.document.partsOfSpeech[noun].isNoun {
      guard let title = context.knowledge.titles[lemma(noun)], title.kind != .respect,
        context.document.relations[noun] != .compound
      else { continue }
      for child in context.tree.children[noun] where child < noun {
        if let cluster = referents.clusterOfHead[child], isState(cluster) {
          tie(token, to: cluster, by: "nominal:own-state")
          return true
        }
      }
    }
    return false
  }

  /// "the Ashby group" where Ashby is a body: the body itself.
  mutating func resolveNamedBody(_ token: Int) -> Bool {
    guard ["organisation", "organization", "group", "company", "movement", "firm"].contains(lemma(token)),
      context.document.partsOfSpeech[token] == .noun, !["NNS", "NNPS"].contains(context.document.pennTags[token])
    else { return false }
    for child in context.tree.children(of: token, .compound, .adjectivalModifier) where child == token - 1 {
      guard let cluster = referents.clusterOfHead[child], clusters.clusters[cluster].kind == .organization else {
        continue
      }
      tie(token, to: cluster, by: "nominal:named-body")
      return true
    }
    return false
  }

}
