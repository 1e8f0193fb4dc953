import Knowledge
import LanguageAnalysis

/// Ties descriptions to named entities: "the alliance", "the city", "the minister", "the spokesman, X".
struct DescriptionResolver {
  let context: ArticleContext
  let names: [NameMention]
  let clusters: NameClusters
  let titles: TitleReader
  private(set) var referents: Referents
  /// The titles by which people are called anywhere in the article.
  private var calledTitles = CalledTitles()
  /// The clusters in the order in which they were last mentioned, the latest last.
  var recent: [Int] = []
  var countryCounts: [Int: Int] = [:]
  var organizationCounts: [Int: Int] = [:]
  /// What organisations are said to be beside their names: "the airline X", "X, a market research firm".
  var calledNouns: [Int: Set<String>] = [:]
  /// The words with which descriptions beside the names of organisations modify such nouns.
  var calledModifiers: [Int: Set<String>] = [:]
  /// Places that the article tells to be states: "X's president", "the government of X".
  var states: Set<Int> = []
  /// The country whose government was told of last.
  var lastGovernment: Int?
  /// Where each cluster was last mentioned.
  var lastMention: [Int: Int] = [:]
  /// Where each cluster was last called by its name, not by an adjective.
  var lastNamed: [Int: Int] = [:]

  init(context: ArticleContext, names: [NameMention], clusters: NameClusters, titles: TitleReader) {
    self.context = context
    self.names = names
    self.clusters = clusters
    self.titles = titles
    referents = Referents(names: names, clusters: clusters.clusterOfName, context: context)
    collectTitles()
    collectNouns()
    tieAppositions()
    tieTitles()
    var next = 0
    for token in 0..<context.document.tokenCount {
      while next < names.count, names[next].tokens.lowerBound <= token {
        if let cluster = clusters.clusterOfName[next] { note(cluster, name: next) }
        next += 1
      }
      if context.document.partsOfSpeech[token] == .noun || context.document.partsOfSpeech[token] == .properNoun {
        resolve(token)
      }
    }
  }

  private mutating func note(_ cluster: Int, name: Int) {
    if recent.last != cluster {
      recent.removeAll { $0 == cluster }
      recent.append(cluster)
    }
    if isState(cluster) { countryCounts[cluster, default: 0] += 1 }
    lastMention[cluster] = context.head(of: names[name].tokens)
    if names[name].form == .name { lastNamed[cluster] = names[name].tokens.lowerBound }
    if clusters.clusters[cluster].kind == .organization { organizationCounts[cluster, default: 0] += 1 }
  }

  /// Notes the titles before and beside the names of people.
  private mutating func collectTitles() {
    for (position, name) in names.enumerated() {
      guard let cluster = clusters.clusterOfName[position], clusters.clusters[cluster].kind == .person else { continue }
      for phrase in titles.titles(before: name.tokens) {
        remember(phrase.head, words: phrase.tokens, owners: phrase.owners, isFormer: phrase.isFormer, of: cluster)
      }
      let head = context.head(of: name.tokens)
      // "said the mayor, Ana Ruiz"
      if context.document.relations[head] == .apposition, let noun = context.tree.head(of: head), noun < head,
        titles.nameOfToken[noun] == nil
      {
        remember(noun, words: context.descriptionTokens(of: noun), owners: [], isFormer: false, of: cluster)
      }
      for child in context.tree.children(of: head, .apposition) where titles.nameOfToken[child] == nil {
        remember(child, words: context.descriptionTokens(of: child), owners: [], isFormer: false, of: cluster)
      }
    }
  }

  private mutating func remember(_ head: Int, words: Range<Int>, owners: [Int], isFormer: Bool, of cluster: Int) {
    let noun = lemma(head)
    guard context.knowledge.titles[noun] != nil || context.knowledge.peopleWords[noun] == "person" else { return }
    let owned = context.tree.children(of: head, .nominalModifier, .possessiveModifier)
    calledTitles.add(
      CalledTitles.Title(
        words: Set(
          words.filter { titles.nameOfToken[$0] == nil }.map { context.words[$0] } + (isFormer ? ["former"] : [])
        ),
        owners: Set((owners + owned + words).compactMap { owner(at: $0) }),
        person: cluster
      ),
      noun: noun
    )
  }

  /// The named body or place that a token belongs to the name of.
  private func owner(at token: Int) -> Int? {
    titles.nameOfToken[token].flatMap { referents.clusterOfHead[context.head(of: $0)] }
  }

  /// Ties the title before a name to its bearer.
  private mutating func tieTitles() {
    for (position, name) in names.enumerated() {
      guard let cluster = clusters.clusterOfName[position], clusters.clusters[cluster].kind == .person else { continue }
      let before = name.tokens.lowerBound - 1
      if before >= 0, isNominal(before) {
        for noun in joinedNouns(before: before) { tie(noun, to: cluster, by: "nominal:title") }
      }
      for phrase in titles.titles(before: name.tokens) where phrase.entry.kind != .respect {
        tie(phrase.head, to: cluster, by: "nominal:title")
        // "Brig. Gen. X", where the parser puts the first word above the name
        for token in phrase.tokens where token < phrase.head && phrase.entry.kind == .rank && !isModifier(token) {
          tie(token, to: cluster, by: "nominal:title")
        }
      }
    }
  }

  // MARK: Appositions

  /// "the spokesman, X" and "X, the spokesman": the noun means the named one.
  private mutating func tieAppositions() {
    for (position, name) in names.enumerated() where name.form == .name {
      guard let cluster = clusters.clusterOfName[position] else { continue }
      let head = context.head(of: name.tokens)
      let kind = clusters.clusters[cluster].kind
      if context.document.relations[head] == .apposition || context.document.relations[head] == .flat
        || context.document.relations[head] == .nominalModifier && isOfSettlement(head),
        let noun = context.tree.head(of: head), isNominal(noun), fits(noun, kind: kind)
      {
        tie(noun, to: cluster, by: "nominal:apposition")
        // "her employer, the charity X"
        if context.document.relations[noun] == .apposition, let outer = context.tree.head(of: noun), outer < noun,
          isNominal(outer), describes(outer)
        {
          tie(outer, to: cluster, by: "nominal:apposition")
        }
      }
      if let noun = nounBeside(name.tokens, head: head), fits(noun, kind: kind) {
        tie(noun, to: cluster, by: "nominal:apposition")
      }
      for child in context.tree.children(of: head, .apposition) where isNominal(child) && fits(child, kind: kind) {
        tie(child, to: cluster, by: "nominal:apposition")
      }
    }
  }

  /// Whether a name stands in "the city of X", "the island of X".
  private func isOfSettlement(_ name: Int) -> Bool {
    guard let marker = context.tree.child(of: name, .caseMarking), context.words[marker] == "of",
      let noun = context.tree.head(of: name), let sort = context.knowledge.placeWords[lemma(noun)]
    else { return false }
    return ["settlement", "region", "island", "country"].contains(sort) && lemma(noun) != "capital"
      && lemma(noun) != "coast" && lemma(noun) != "border"
  }

  func isNominal(_ token: Int) -> Bool {
    titles.nameOfToken[token] == nil && context.document.partsOfSpeech[token].isNoun
  }

  private func fits(_ noun: Int, kind: Entity.Kind) -> Bool {
    let knowledge = context.knowledge
    let lemma = lemma(noun)
    switch kind {
    case .person:
      // "leaders, among them X": more than the one who is named
      if ["NNS", "NNPS"].contains(context.document.pennTags[noun]) { return false }
      return titles.title(headedBy: noun) != nil
        || ["person", nil].contains(knowledge.peopleWords[lemma]) && knowledge.peopleWords[lemma] != nil
    case .organization:
      if context.document.pennTags[noun] == "NNS",
        context.tree.child(of: noun, .numericModifier) != nil
      {
        return false
      }
      return knowledge.organizationWords[lemma] != nil || knowledge.peopleWords[lemma] == "body"
    case .place: return knowledge.placeWords[lemma] != nil
    case .thing, .group: return false
    }
  }

  // MARK: Definite descriptions

  private mutating func resolve(_ token: Int) {
    guard titles.nameOfToken[token] == nil, referents.clusterOfHead[token] == nil,
      context.document.relations[token] != .compound
    else { return }
    if resolveLowerCaseName(token) || resolveGovernment(token) || resolveNamedBody(token) || resolveOwnState(token) {
      return
    }
    if let person = titled(token) {
      tie(token, to: person, by: "nominal:title")
      return
    }
    let word = lemma(token)
    if let cluster = organization(ofCountryAt: token) ?? capital(ofCountryAt: token) {
      tie(token, to: cluster, by: "nominal:of-country")
      return
    }
    guard isDefinite(token) else { return }
    if let company = company(making: word, token) {
      tie(token, to: company, by: "nominal:maker")
      return
    }
    guard !isRestricted(token) else {
      if let cluster = organization(describedLike: token) { tie(token, to: cluster, by: "nominal:described") }
      return
    }
    if let cluster = organization(called: word, at: token) ?? body(called: word) ?? place(called: word, at: token) {
      tie(token, to: cluster, by: "nominal:definite")
      if clusters.clusters[cluster].kind == .organization, recent.last != cluster {
        recent.removeAll { $0 == cluster }
        recent.append(cluster)
      }
    }
  }

  func isDefinite(_ token: Int) -> Bool {
    guard let determiner = context.tree.child(of: token, .determiner) else {
      // "the president and prime minister"
      guard context.document.relations[token] == .conjunct, let first = context.tree.head(of: token),
        context.tree.child(of: token, .possessiveModifier) == nil
      else { return false }
      return isDefinite(first) && !["NNS", "NNPS"].contains(context.document.pennTags[token])
    }
    return ["the", "this", "that"].contains(context.words[determiner])
      && !["NNS", "NNPS"].contains(context.document.pennTags[token])
  }

  /// Whether a description says itself which one it means: "the company that owns it", "the Greek court".
  func isRestricted(_ token: Int) -> Bool {
    context.tree.children[token].contains { child in
      switch context.document.relations[child] {
      case .relativeClause, .adnominalClause: !isSetApart(child)
      case .nominalModifier, .possessiveModifier, .conjunct: true
      // "the organization Clear Water": a name of its own
      case .apposition: child == token + 1 || child == token + 2 && !isBeforeComma(token)
      case .compound, .adjectivalModifier, .descriptiveModifier:
        !isBased(child) && (titles.nameOfToken[child] != nil || !isTransparent(child))
      default: false
      }
    }
  }

  /// Whether a comma stands before a clause, so that it only adds something.
  func isSetApart(_ clause: Int) -> Bool {
    guard let first = context.tree.subtree(of: clause).first else { return false }
    return context.words[first] == "," || first > 0 && context.words[first - 1] == ","
  }

  /// "the Geneva-based agency".
  private func isBased(_ modifier: Int) -> Bool {
    context.words[modifier] == "based" || context.words[modifier].hasSuffix("-based")
  }

  /// Whether a modifier adds a description and does not choose one of several: "the 32-member bloc".
  private func isTransparent(_ token: Int) -> Bool {
    context.document.forms[token].unicodeScalars.first?.properties.numericType != nil
      || context.knowledge.wordClasses.contains(context.words[token], in: .addedModifier)
  }

  /// Of organisations in the order in which they were last named, the last one, unless the story is of another.
  func main(of organizations: [Int], before token: Int? = nil) -> Int? {
    guard let last = organizations.last else { return nil }
    if let token, let subject = subject(among: organizations, before: token) { return subject }
    func count(_ index: Int) -> Int { organizationCounts[index] ?? 0 }
    let most = organizations.suffix(4).max { count($0) < count($1) } ?? last
    return count(most) > 2 && count(most) > 2 * count(last) ? most : last
  }

  /// Whether an organisation's name says the noun: "the airline" of "Airways", "the bank" of "Savings Bank".
  func isNoun(_ word: String, of cluster: NameCluster) -> Bool {
    guard let noun = cluster.noun else { return false }
    if noun == word { return true }
    return word.count > 5 && noun.count > 5 && noun.commonPrefix(with: word).count > 3
      || ["airline", "carrier"].contains(word) && noun.hasPrefix("air")
  }

  /// Whether a body's own words say that it is of another sort: a university is not "the company".
  func isCalledOtherwise(_ index: Int) -> Bool {
    if let noun = clusters.clusters[index].noun, clusters.clusters[index].sort == nil {
      return !["company", "airline", "club"].contains(noun)
    }
    return clusters.clusters[index].words.last.map { context.knowledge.placeWords[String($0)] != nil } ?? false
  }

  /// The person whom a title without a name means: "the Greek foreign minister", in a headline "former minister".
  private func titled(_ token: Int) -> Int? {
    let noun = lemma(token)
    guard context.knowledge.titles[noun]?.kind != .respect, !["NNS", "NNPS"].contains(context.document.pennTags[token])
    else { return nil }
    let phrase = context.descriptionTokens(of: token)
    // "the general in Accra": where somebody is tells not what his office belongs to.
    let following = context.tree.children(of: token, .nominalModifier).filter { modifier in
      context.tree.child(of: modifier, .caseMarking).map { !["in", "on", "with"].contains(context.words[$0]) } ?? true
    }
    let owners = Set((phrase.dropLast() + following).compactMap { owner(at: $0) })
    guard isDefinite(token) || isBareInHeadline(phrase) || !owners.isEmpty && isPossessed(token),
      !isRestrictedTitle(token)
    else { return nil }
    let modifiers = phrase.dropLast().filter { part in
      titles.nameOfToken[part] == nil
        && ![.determiner, .caseMarking, .punctuation].contains(context.document.relations[part])
    }
    var people: [Int] = []
    let classes = context.knowledge.wordClasses
    for noun in classes.contains(noun, in: .attackerNoun) ? classes.words(in: .attackerNoun) : [noun] {
      people += calledTitles.people(noun: noun, modifiers: modifiers.map { context.words[$0] }, owners: owners)
        .filter { !people.contains($0) }
    }
    if let last = recent.last(where: { people.contains($0) }) { return last }
    return people.count == 1 ? people.first : nil
  }

  /// "Turkey's president".
  private func isPossessed(_ token: Int) -> Bool {
    context.tree.children(of: token, .possessiveModifier).contains { titles.nameOfToken[$0] != nil }
  }

  private func isBareInHeadline(_ phrase: Range<Int>) -> Bool {
    context.isInTitle(phrase.lowerBound)
      && !phrase.contains { context.document.relations[$0] == .determiner || titles.nameOfToken[$0] != nil }
  }

  /// Whether a title says by more than a name whose office is meant: "the mayor who resigned", "their mayor".
  private func isRestrictedTitle(_ token: Int) -> Bool {
    context.tree.children[token].contains { child in
      switch context.document.relations[child] {
      case .nominalModifier, .possessiveModifier: owner(at: child) == nil
      case .adnominalClause: !context.isInTitle(token) && !isSetApart(child)
      case .relativeClause: !isSetApart(child) && !isBeforeComma(token)
      case .apposition, .flat: true
      default: false
      }
    }
  }

  mutating func tie(_ token: Int, to cluster: Int, by rule: String) {
    referents.tie(
      Referents.Link(
        head: token,
        tokens: context.descriptionTokens(of: token),
        form: .nominal,
        cluster: cluster,
        foundBy: rule
      )
    )
  }

  func lemma(_ token: Int) -> String { context.document.lemmas[token].lowercased() }
}

extension ArticleContext {
  /// The run of tokens of a noun and the modifiers directly before it, its article included.
  func descriptionTokens(of head: Int) -> Range<Int> {
    let before: Set<DependencyRelation> = [
      .determiner, .adjectivalModifier, .compound, .numericModifier, .possessiveModifier, .descriptiveModifier,
      .predeterminer, .unmarkedNominalModifier,
    ]
    var first = head
    for child in tree.children[head].reversed() where child < first && before.contains(document.relations[child]) {
      first = min(first, tree.subtree(of: child).first ?? child)
    }
    // "the state's attorney general"
    let isGeneral =
      head + 1 < document.tokenCount && words[head + 1] == "general" && document.heads[head + 1] == head
      && !document.pennTags[head].hasPrefix("V")
    return first..<head + (isGeneral ? 2 : 1)
  }
}
