import Knowledge
import LanguageAnalysis

/// Ties the description by which a text brings somebody or some body up to the name that it gives after it: "a magazine
/// editor was jailed … Ali Reza was arrested", "a rights group says … Clear Water says".
struct LaterNames {
  let context: ArticleContext
  private let names: [NameMention]
  let clusters: NameClusters
  let titles: TitleReader
  private(set) var referents: Referents

  /// The nouns that were tied, with what they stand for.
  private var called: [(noun: Int, cluster: Int)] = []

  /// How many sentences after the description the name may be told.
  private static let reach = 2

  init(
    context: ArticleContext,
    names: [NameMention],
    clusters: NameClusters,
    titles: TitleReader,
    referents: Referents
  ) {
    self.context = context
    self.names = names
    self.clusters = clusters
    self.titles = titles
    self.referents = referents
    for (index, cluster) in clusters.clusters.enumerated() {
      guard let position = cluster.mentions.first(where: { !names[$0].isInTitle }), names[position].form == .name else {
        continue
      }
      switch cluster.kind {
      case .person: tie(person: index, named: names[position])
      case .organization: tie(body: index, named: names[position])
      case .place, .group, .thing: break
      }
    }
    tieRepetitions()
  }

  /// "a nurse was freed … Ama Mensah said … the nurse": whom the noun named before.
  private mutating func tieRepetitions() {
    guard !called.isEmpty else { return }
    var open: [String: Int] = [:]
    for token in 0..<context.document.tokenCount where context.document.pennTags[token] == "NN" {
      let word = lemma(token)
      if let tied = called.first(where: { $0.noun == token }) {
        open[word] = tied.cluster
        continue
      }
      guard let cluster = open[word], isNoName(token), let determiner = context.tree.child(of: token, .determiner)
      else { continue }
      if ["a", "an", "another"].contains(context.words[determiner]) {
        open[word] = nil
      } else if context.words[determiner] == "the", isBare(token) {
        referents.tie(link(token, to: cluster))
      }
    }
  }

  /// Whether nothing but an article and adjectives stands with a noun.
  private func isBare(_ noun: Int) -> Bool {
    context.tree.child(
      of: noun,
      .nominalModifier,
      .possessiveModifier,
      .relativeClause,
      .adnominalClause,
      .apposition,
      .conjunct,
      .flat,
      .compound
    ) == nil
  }

  private func isNoName(_ token: Int) -> Bool {
    titles.nameOfToken[token] == nil && referents.clusterOfHead[token] == nil
      && context.document.relations[token] != .compound
  }

  private mutating func tie(_ noun: Int, to cluster: Int) {
    referents.tie(link(noun, to: cluster))
    called.append((noun, cluster))
  }

  private func link(_ noun: Int, to cluster: Int) -> Referents.Link {
    Referents.Link(
      head: noun,
      tokens: context.descriptionTokens(of: noun),
      form: .nominal,
      cluster: cluster,
      foundBy: "nominal:named-later"
    )
  }

  // MARK: People

  private mutating func tie(person: Int, named name: NameMention) {
    let head = context.head(of: name.tokens)
    if let noun = identified(as: head) {
      tie(noun, to: person)
      let before = descriptions(before: noun) { lemma($0) == lemma(noun) && isOnePerson($0) }
      if before.count == 1, let first = before.first { tie(first, to: person) }
      return
    }
    guard name.words.count > 1 else { return }
    let gender = clusters.clusters[person].gender
    let all = descriptions(before: head) { isOnePerson($0) && fits($0, gender: gender) }
    let described = all.filter {
      context.tree.child(of: $0, .conjunct) == nil && context.document.relations[$0] != .conjunct
    }
    let introduction = introduction(of: name, head: head)
    if introduction.isEmpty {
      guard isPartOfClause(head) || isGiver(head), described.count == 1, let noun = described.first,
        !isSpeaker(head) || isSubject(noun), mayBe(noun, name)
      else { return }
      tie(noun, to: person)
      return
    }
    // "the Ruritanian, X", "the accused, X": of several the one from there
    if introduction.allSatisfy({ isPlain($0) }) {
      let countries = countries(of: introduction)
      let fitting = countries.isEmpty ? described : all.filter { !countries.isDisjoint(with: self.countries(of: [$0])) }
      if fitting.count == 1, let noun = fitting.first { tie(noun, to: person) }
      return
    }
    let nouns = introduction.map { lemma($0) }
    let agreeing = described.filter { agrees($0, with: introduction) }
    let same = agreeing.filter { nouns.contains(lemma($0)) && isTold($0) }
    if same.count == 1, let noun = same.first {
      tie(noun, to: person)
      return
    }
    // "a top Ruritanian official says … the security council's chief, X, said": who goes on to speak
    guard isSpeaker(head), introduction.contains(where: { context.knowledge.titles[lemma($0)] != nil }) else { return }
    // a body that is not known to be of the same country
    let isOfUnknown = countries(of: introduction).isEmpty && introduction.contains { hasBody($0) }
    let speakers = agreeing.filter {
      (!isOfUnknown || countries(of: [$0]).isEmpty)
        && context.knowledge.wordClasses.contains(lemma($0), in: .plainOfficialNoun) && isSubject($0)
    }
    if speakers.count == 1, let noun = speakers.first { tie(noun, to: person) }
  }

  /// "a man identified as X", "a man named X", "a man known as X", "identified the man as X": the noun that is said to be
  /// called so.
  private func identified(as name: Int) -> Int? {
    guard let verb = context.tree.head(of: name), context.givesName(verb) else { return nil }
    let noun: Int?
    if context.document.relations[verb] == .adnominalClause {
      noun = context.tree.head(of: verb)
    } else if lemma(verb) == "identify", context.document.relations[name] == .oblique {
      noun = context.tree.child(of: verb, .object, .passiveSubject)
    } else {
      noun = nil
    }
    guard let noun, noun < name, isOnePerson(noun), isNoName(noun) else { return nil }
    return noun
  }

  /// Whether whom everybody knows may be the one described: only who holds an office of that country.
  private func mayBe(_ noun: Int, _ name: NameMention) -> Bool {
    guard let country = context.knowledge.leaders.country(ofLeader: name.key) else { return true }
    return
      (context.knowledge.wordClasses.contains(lemma(noun), in: .headOfStateNoun)
      || context.knowledge.wordClasses.contains(lemma(noun), in: .headOfBodyNoun))
      && countries(of: [noun]).contains(country)
  }

  /// Whether a noun beside a name says nothing of who somebody is but where he is from or what he did here.
  private func isPlain(_ noun: Int) -> Bool {
    titles.nameOfToken[noun] != nil || context.knowledge.wordClasses.contains(lemma(noun), in: .plainPersonNoun)
      || context.knowledge.wordClasses.contains(lemma(noun), in: .suspectNoun)
  }

  /// Whether a name stands in "an announcement from X", "a statement by X".
  private func isGiver(_ name: Int) -> Bool {
    context.document.relations[name] == .nominalModifier
      && context.tree.child(of: name, .caseMarking).map { ["from", "by"].contains(context.words[$0]) } ?? false
  }

  /// Whether a country's adjective stands for somebody: "the Ruritanian, X".
  private func isNative(_ token: Int) -> Bool {
    guard let index = referents.clusterOfHead[token], clusters.clusters[index].kind == .place,
      let determiner = context.tree.child(of: token, .determiner)
    else { return false }
    return context.words[determiner] == "the"
      && context.knowledge.countries.country(ofAdjective: context.words[token]) != nil
  }

  /// The nouns that tell beside a name who it is: titles, appositions.
  private func introduction(of name: NameMention, head: Int) -> [Int] {
    var nouns = titles.titles(before: name.tokens).map(\.head)
    nouns += context.tree.children(of: head, .apposition).filter { titles.nameOfToken[$0] == nil }
    if let above = context.tree.head(of: head), titles.nameOfToken[above] == nil || isNative(above),
      [.apposition, .flat, .nominalModifier, .descriptiveModifier].contains(context.document.relations[head]),
      context.tree.child(of: head, .caseMarking) == nil
    {
      nouns.append(above)
    }
    let before = name.tokens.lowerBound - 1
    if before >= context.sentenceTokens(of: head).lowerBound, context.document.partsOfSpeech[before].isNoun,
      !nouns.contains(before)
    {
      nouns.append(before)
    }
    return nouns
  }

  /// Whether more is told of somebody than an office that many hold: "a Ghanaian judge", "the leader of the party".
  private func isTold(_ noun: Int) -> Bool {
    context.knowledge.titles[lemma(noun)]?.kind != .office
      || context.tree.child(of: noun, .adjectivalModifier, .compound, .possessiveModifier) != nil
      || context.tree.child(of: noun, .determiner).map { context.words[$0] == "the" } ?? false
  }

  /// Whether a title is said to belong to a body.
  private func hasBody(_ noun: Int) -> Bool {
    let owners = (titles.title(headedBy: noun)?.owners ?? []) + context.tree.subtree(of: noun)
    return owners.contains { owner in
      referents.clusterOfHead[owner].map { clusters.clusters[$0].kind == .organization } ?? false
    }
  }

  private func isOnePerson(_ noun: Int) -> Bool {
    let word = lemma(noun)
    guard context.document.pennTags[noun] == "NN", titles.nameOfToken[noun] == nil,
      !context.knowledge.wordClasses.contains(word, in: .attackerNoun) || word == "suspect",
      !context.knowledge.wordClasses.contains(word, in: .thingOrPerson)
    else { return false }
    return context.knowledge.peopleWords[word] == "person"
      || context.knowledge.titles[word].map { $0.kind != .respect } ?? false
  }

  private func fits(_ noun: Int, gender: GrammaticalGender?) -> Bool {
    var own = context.knowledge.titles[lemma(noun)]?.gender
    for child in context.tree.children[noun] where ["female", "male"].contains(context.words[child]) {
      own = context.words[child] == "male" ? .male : .female
    }
    guard let own, let gender else { return true }
    return own == gender
  }

  // MARK: Bodies

  private mutating func tie(body: Int, named name: NameMention) {
    let head = context.head(of: name.tokens)
    let cluster = clusters.clusters[body]
    // "The Ashby newspaper says": its own noun is the subject
    let above = context.tree.head(of: head)
    if let above, referents.clusterOfHead[above] == body {
      guard isSubject(above) else { return }
    } else {
      guard isSubject(head), introduction(of: name, head: head).isEmpty else { return }
    }
    let described = descriptions(before: head) { noun in
      guard isSubject(noun), context.document.pennTags[noun] == "NN", titles.nameOfToken[noun] == nil,
        let sort = context.knowledge.organizationWords[lemma(noun)], Self.sorts.contains(sort)
      else { return false }
      if let other = cluster.sort {
        return other == sort || Self.plainSorts.contains(other) && Self.plainSorts.contains(sort)
      }
      return cluster.noun == nil && (sort == "company" || Self.plainSorts.contains(sort))
    }
    if described.count == 1, let noun = described.first, context.tree.child(of: noun, .conjunct) == nil {
      tie(noun, to: body)
    }
  }

  private static let sorts: Set<String> = ["group", "organisation", "company", "media", "party", "union", "club"]
  private static let plainSorts: Set<String> = ["group", "organisation"]

  // MARK: Descriptions

  /// The nouns of descriptions that bring somebody up in the sentences before a name.
  private func descriptions(before name: Int, where fits: (Int) -> Bool) -> [Int] {
    let sentence = context.tree.sentenceOfToken[name]
    var found: [Int] = []
    for other in max(0, sentence - Self.reach)..<sentence {
      for token in context.document.sentences[other].tokens
      where context.document.partsOfSpeech[token] == .noun && referents.clusterOfHead[token] == nil
        && !context.isInTitle(token) && isPartOfClause(token) && bringsUp(token) && fits(token) && !isNamedHere(token)
        && !isAnybody(token)
      {
        found.append(token)
      }
    }
    return found
  }

  /// Whether a noun is one of the parts of a clause, or of what is told as a noun: "the kidnapping of a woman".
  private func isPartOfClause(_ token: Int) -> Bool {
    switch context.document.relations[token] {
    case .subject, .passiveSubject, .object, .indirectObject, .obliqueAgent: return true
    case .conjunct: return context.tree.head(of: token).map { $0 < token && isPartOfClause($0) } ?? false
    case .nominalModifier, .oblique:
      return context.tree.child(of: token, .caseMarking).map { ["of", "to", "against"].contains(context.words[$0]) }
        ?? false
    default: return false
    }
  }

  /// "the president of the league, X": whose name follows before any verb.
  private func isNamedHere(_ noun: Int) -> Bool {
    let end = context.sentenceTokens(of: noun).upperBound
    let phrase = (noun + 1..<end).prefix { ![.verb, .auxiliary].contains(context.document.partsOfSpeech[$0]) }
    return phrase.contains { token in
      referents.clusterOfHead[token].map { clusters.clusters[$0].kind == .person } ?? false
    }
  }

  /// Whether a clause tells what holds for anybody: "if a doctor agrees", "a specialist has no chance".
  private func isAnybody(_ noun: Int) -> Bool {
    guard let verb = context.tree.head(of: noun) else { return false }
    let auxiliaries = context.tree.children(of: verb, .auxiliary, .passiveAuxiliary, .copula)
    if auxiliaries.contains(where: { context.document.pennTags[$0] == "MD" && context.words[$0] != "will" }) {
      return true
    }
    if isSubject(noun), context.document.pennTags[verb] == "VBZ",
      context.knowledge.reportingWords.verb(lemma(verb)) == nil, context.document.heads[verb] != verb
    {
      return true
    }
    return ([verb] + context.tree.ancestors(of: verb)).contains { clause in
      context.tree.children(of: clause, .marker).contains { ["if", "unless", "whether"].contains(context.words[$0]) }
    }
  }

  /// "a woman", "Ruritania's main rebel group", "the head of the agency": whom the text has not spoken of yet.
  private func bringsUp(_ noun: Int) -> Bool {
    guard context.tree.child(of: noun, .apposition, .numericModifier, .flat) == nil else { return false }
    if let determiner = context.tree.child(of: noun, .determiner) {
      if ["a", "an"].contains(context.words[determiner]) { return true }
      return context.words[determiner] == "the" && context.tree.child(of: noun, .nominalModifier) != nil
        && context.knowledge.titles[lemma(noun)] != nil
    }
    guard let owner = context.tree.child(of: noun, .possessiveModifier) else { return false }
    return titles.nameOfToken[owner] != nil
  }

  /// The noun to which a name stands in apposition, else the name: "the archbishop" of "the archbishop, X".
  private func phraseHead(_ token: Int) -> Int {
    var token = token
    while [.apposition, .flat].contains(context.document.relations[token]), let head = context.tree.head(of: token),
      head < token
    {
      token = head
    }
    return token
  }

  private func isSubject(_ token: Int) -> Bool {
    [.subject, .passiveSubject].contains(context.document.relations[token])
  }

  private func isSpeaker(_ token: Int) -> Bool {
    let token = phraseHead(token)
    guard isSubject(token), let verb = context.tree.head(of: token) else { return false }
    if context.knowledge.reportingWords.verb(lemma(verb)) != nil { return true }
    // "made his comments", "issued a statement"
    return context.tree.children(of: verb, .object).contains {
      ["comment", "remark"].contains(lemma($0)) || context.knowledge.reportingWords.noun(lemma($0)) != nil
    }
  }

  func lemma(_ token: Int) -> String { context.document.lemmas[token].lowercased() }
}
