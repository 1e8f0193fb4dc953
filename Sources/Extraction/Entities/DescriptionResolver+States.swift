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
        // "a newspaper, X"
        if context.document.relations[head] == .apposition, let noun = context.tree.head(of: head), isNominal(noun) {
          nouns.append(noun)
        }
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
        if isState(cluster) || isOwner {
          tie(government: token, to: cluster)
        } else if let state = recent.last(where: { isCapital(cluster, of: $0) || isLed($0, by: cluster) }) {
          tie(government: token, to: state)
        }
        return true
      }
    }
    // "the government of Ruritania"
    for owner in context.tree.children(of: token, .nominalModifier) {
      guard let marker = context.tree.child(of: owner, .caseMarking), let cluster = referents.clusterOfHead[owner]
      else { continue }
      if context.words[marker] == "of", clusters.clusters[cluster].country != nil || states.contains(cluster) {
        tie(government: token, to: cluster)
        return true
      }
      // "the government in Accra"
      if context.words[marker] == "in", let state = recent.last(where: { isCapital(cluster, of: $0) }) {
        tie(government: token, to: state)
        return true
      }
    }
    guard isDefinite(token), !isOfPart(government: token) else { return true }
    let countries = recent.filter { isState($0) }
    let most = countries.compactMap { countryCounts[$0] }.max() ?? 0
    let often = countries.filter { countryCounts[$0] == most }
    if let known = lastGovernment, 2 * (countryCounts[known] ?? 0) > most {
      tie(government: token, to: known)
    } else if let country = often.first {
      tie(government: token, to: country)
    }
    return true
  }

  /// Whether the words say that it is the government of no state, or not the present one.
  private func isOfPart(government token: Int) -> Bool {
    context.tree.children[token].contains { child in
      switch context.document.relations[child] {
      case .relativeClause, .adnominalClause: !isSetApart(child)
      case .nominalModifier, .possessiveModifier, .apposition: true
      case .compound, .adjectivalModifier, .descriptiveModifier:
        titles.nameOfToken[child] != nil
          || context.knowledge.wordClasses.contains(context.words[child], in: .otherGovernment)
      default: false
      }
    }
  }

  /// Whether somebody is known to have led a state: "the Mensah government".
  private func isLed(_ state: Int, by person: Int) -> Bool {
    guard clusters.clusters[person].kind == .person, let code = clusters.clusters[state].country else { return false }
    return clusters.clusters[person].keys.contains { context.knowledge.leaders.country(ofLeader: $0) == code }
  }

  /// Whether a place is the capital of a state.
  private func isCapital(_ place: Int, of state: Int) -> Bool {
    guard let code = clusters.clusters[state].country, let country = context.knowledge.countries.country(code: code)
    else { return false }
    return clusters.clusters[place].keys.contains(country.capital)
  }

  /// "the Ruritanian capital": the city, where the text names it.
  func capital(ofCountryAt token: Int) -> Int? {
    guard lemma(token) == "capital", !["NNS", "NNPS"].contains(context.document.pennTags[token]),
      let code = countryBefore(token), let country = context.knowledge.countries.country(code: code)
    else { return nil }
    return clusters.cluster(.place, named: country.capital)
  }

  /// "the Ruritanian company", "Ruritania's national broadcaster": the last body of that kind from there.
  func organization(ofCountryAt token: Int) -> Int? {
    let word = lemma(token)
    guard let sort = context.knowledge.organizationWords[word], ["company", "media", "party", "group"].contains(sort),
      !["NNS", "NNPS"].contains(context.document.pennTags[token]), let code = countryBefore(token),
      context.tree.child(of: token, .nominalModifier, .relativeClause, .adnominalClause, .apposition, .conjunct) == nil
    else { return nil }
    return recent.last { index in
      let cluster = clusters.clusters[index]
      guard cluster.kind == .organization, country(ofBody: index) == code else { return false }
      return isNoun(word, of: cluster) || calledNouns[index]?.contains(word) ?? false || cluster.sort == sort
        || sort == "company" && cluster.sort == nil && !isCalledOtherwise(index)
    }
  }

  /// The country that is said right before a noun with "the", or as whose it is.
  private func countryBefore(_ token: Int) -> String? {
    for child in context.tree.children(of: token, .adjectivalModifier, .possessiveModifier, .compound) {
      guard let cluster = referents.clusterOfHead[child], let code = clusters.clusters[cluster].country else {
        continue
      }
      return context.document.relations[child] == .possessiveModifier || isDefinite(token) ? code : nil
    }
    return nil
  }

  private func country(ofBody index: Int) -> String? {
    let cluster = clusters.clusters[index]
    if let owner = cluster.owner { return owner }
    if let known = cluster.keys.lazy.compactMap({ context.knowledge.organizations.organization(named: $0) }).first {
      return known.country
    }
    return cluster.mentions.lazy.compactMap { context.owner(of: names[$0].tokens, among: names) }.first
  }

  private mutating func tie(government token: Int, to country: Int) {
    tie(token, to: country, by: "nominal:government")
    lastGovernment = country
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

  /// "the Ashby group", "the Ashby party": the body itself.
  private static let plainBodies: Set<String> = [
    "organisation", "organization", "group", "company", "movement", "firm", "party", "newspaper", "magazine", "daily",
    "airline", "charity", "agency", "channel", "television", "radio", "tv",
  ]

  /// "the Ashby group" where Ashby is a body: the body itself.
  mutating func resolveNamedBody(_ token: Int) -> Bool {
    let noun = lemma(token)
    guard Self.plainBodies.contains(noun), context.document.partsOfSpeech[token] == .noun,
      !["NNS", "NNPS"].contains(context.document.pennTags[token])
    else { return false }
    for child in context.tree.children(of: token, .compound, .adjectivalModifier) where child < token {
      guard let cluster = referents.clusterOfHead[child], clusters.clusters[cluster].kind == .organization,
        (child + 1..<token).allSatisfy({ isFieldOfBody($0) }), mayBe(noun, cluster)
      else { continue }
      tie(token, to: cluster, by: "nominal:named-body")
      return true
    }
    return false
  }

  /// "militant" in "the Ashby militant group", "news" in "the Ashby news agency".
  private func isFieldOfBody(_ token: Int) -> Bool {
    context.knowledge.wordClasses.contains(context.words[token], in: .fieldOfBody)
  }

  /// Whether a body may be what a noun says, as far as its own name tells.
  private func mayBe(_ noun: String, _ index: Int) -> Bool {
    let cluster = clusters.clusters[index]
    guard let sort = cluster.sort, cluster.noun != noun, !["group", "organisation", "organization"].contains(noun)
    else {
      return true
    }
    return sort == context.knowledge.organizationWords[noun] || sort == "organisation" || sort == "group"
  }
}
