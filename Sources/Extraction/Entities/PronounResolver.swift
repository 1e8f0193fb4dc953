import Knowledge
import LanguageAnalysis

/// Ties pronouns to the names and descriptions that they stand for.
struct PronounResolver {
  let context: ArticleContext
  let clusters: NameClusters
  let titles: TitleReader
  let attributions: [Attribution]
  private(set) var referents: Referents
  /// The attribution whose quoted words hold a token.
  var quotationOfToken: [Int: Int] = [:]
  /// Who is reported to say the clause that a token stands in.
  private var tellerOfToken: [Int: Int] = [:]
  /// The words that are said to be of whom a token names.
  var wordsOfSpeaker: [Int: [Range<Int>]] = [:]
  /// The tokens that name who is quoted.
  let quoted: Set<Int>
  var candidates: [Candidate] = []
  var mentionCounts: [Int: Int] = [:]

  typealias Candidate = PronounCandidate

  init(
    context: ArticleContext,
    clusters: NameClusters,
    titles: TitleReader,
    referents: Referents,
    attributions: [Attribution]
  ) {
    self.context = context
    self.clusters = clusters
    self.titles = titles
    self.referents = referents
    self.attributions = attributions
    quoted = Set(attributions.filter(\.isDirect).compactMap(\.speakerHead))
    for attribution in attributions {
      if let speaker = attribution.speakerHead { wordsOfSpeaker[speaker, default: []] += attribution.tokens }
    }
    // The longer reported clauses first, so that the innermost remains.
    let reported = attributions.filter { !$0.isDirect && !$0.isSourcePhrase }
    for attribution in reported.sorted(by: { ($0.lastToken - $0.order, $0.order) > ($1.lastToken - $1.order, $1.order) }
    ) {
      guard let speaker = attribution.speakerHead else { continue }
      for tokens in attribution.tokens { for token in tokens { tellerOfToken[token] = speaker } }
    }
    for (index, attribution) in attributions.enumerated() where attribution.isDirect {
      for tokens in attribution.tokens { for token in tokens { quotationOfToken[token] = index } }
    }
    for token in 0..<context.document.tokenCount { visit(token) }
  }

  private mutating func visit(_ token: Int) {
    switch context.document.partsOfSpeech[token] {
    case .pronoun, .determiner:
      if let cluster = resolve(token) { mentionCounts[cluster, default: 0] += 1 }
    default: break
    }
    if let candidate = candidate(at: token) {
      candidates.append(candidate)
      if candidates.count > 48 { candidates.removeFirst(16) }
      if let cluster = candidate.cluster { mentionCounts[cluster, default: 0] += 1 }
    }
    if let candidate = joinedCandidate(endingAt: token) { candidates.append(candidate) }
    if let pair = pair(meantBy: token) { referents.join(token, heads: pair) }
  }

  // MARK: Candidates

  private func candidate(at token: Int) -> Candidate? {
    let relation = context.document.relations[token]
    var candidate = Candidate(
      head: token,
      cluster: referents.cluster(of: token),
      sentence: context.tree.sentenceOfToken[token],
      isPerson: false,
      isPlural: ["NNS", "NNPS"].contains(context.document.pennTags[token]),
      isInanimate: false,
      isSubject: relation == .subject || relation == .passiveSubject,
      isObject: relation == .object || relation == .indirectObject
    )
    if context.document.partsOfSpeech[token] == .pronoun {
      if let joined = referents.joined[token] {
        candidate.cluster = nil
        candidate.isPlural = true
        candidate.joined = joined
        return candidate
      }
      if candidate.cluster != nil { return named(&candidate) }
      // "One of the robbers dropped his gun before he …": who has no name goes on too.
      guard referents.antecedents[token] != nil, case .human(let gender)? = person(of: token) else { return nil }
      candidate.isPerson = true
      candidate.kind = .group
      candidate.gender = gender
      return candidate
    }
    if candidate.cluster != nil { return named(&candidate) }
    if let people = people(ofOne: token) {
      candidate.isPerson = true
      candidate.kind = .group
      candidate.gender = gender(of: people, lemma: context.document.lemmas[people].lowercased())
      return candidate
    }
    guard context.document.partsOfSpeech[token].isNoun, titles.nameOfToken[token] == nil, relation != .compound else {
      return nil
    }
    let lemma = context.document.lemmas[token].lowercased()
    if !candidate.isPlural, lemma != "police", context.knowledge.organizationWords[lemma] != nil,
      context.knowledge.peopleWords[lemma] != "person"
    {
      candidate.kind = .organization
      return candidate
    }
    if let sort = context.knowledge.peopleWords[lemma] {
      candidate.isPerson = sort == "person"
      candidate.isPlural = candidate.isPlural || sort == "people"
      candidate.kind = sort == "body" ? .organization : .group
      candidate.gender = gender(of: token, lemma: lemma)
      return candidate
    }
    if let title = context.knowledge.titles[lemma], title.kind != .respect {
      candidate.isPerson = true
      candidate.kind = .group
      candidate.gender = title.gender
      return candidate
    }
    guard candidate.isSubject || candidate.isObject else { return nil }
    candidate.isInanimate = true
    return candidate
  }

  /// "one of the drivers": whom the number is of, where they are people.
  private func people(ofOne token: Int) -> Int? {
    guard context.words[token] == "one",
      let people = context.tree.child(of: token, .nominalModifier),
      context.tree.child(of: people, .caseMarking).map({ context.words[$0] == "of" }) ?? false
    else { return nil }
    let lemma = context.document.lemmas[people].lowercased()
    return ["person", "people"].contains(context.knowledge.peopleWords[lemma])
      || context.knowledge.titles[lemma].map { $0.kind != .respect } ?? false ? people : nil
  }

  private func gender(of token: Int, lemma: String) -> GrammaticalGender? {
    if let gender = context.knowledge.titles[lemma]?.gender { return gender }
    if let modifier = context.tree.children[token].first(where: { ["female", "male"].contains(context.words[$0]) }) {
      return context.words[modifier] == "male" ? .male : .female
    }
    return nil
  }

  private func named(_ candidate: inout Candidate) -> Candidate? {
    guard let index = candidate.cluster else { return nil }
    let cluster = clusters.clusters[index]
    candidate.kind = cluster.kind
    candidate.isPerson = cluster.kind == .person && !isTheOne(candidate.head)
    candidate.isPlural = false
    candidate.gender = cluster.gender ?? learnedGender[index]
    return candidate
  }

  /// Whether a pronoun stands in what a candidate is reported to say: "Hart told Lind that he would help him".
  func tells(_ candidate: Candidate, _ token: Int) -> Bool {
    guard let teller = tellerOfToken[token] else { return false }
    return teller == candidate.head || referents.cluster(of: teller).map { $0 == candidate.cluster } == true
  }

  /// "the Ledger": a single name with an article is nobody's.
  private func isTheOne(_ head: Int) -> Bool {
    guard context.document.partsOfSpeech[head] == .properNoun, head > 0, context.words[head - 1] == "the" else {
      return false
    }
    return titles.nameOfToken[head].map { $0.count == 1 } ?? false
  }

  /// What "it" has stood for.
  var calledIt: Set<Int> = []
  /// Genders that earlier pronouns told.
  private var learnedGender: [Int: GrammaticalGender] = [:]

  // MARK: Pronouns

  enum Person {
    case first
    case human(GrammaticalGender)
    case neuter
    case plural
    case relative
  }

  private func person(of token: Int) -> Person? {
    switch context.words[token] {
    case "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves": .first
    case "he", "him", "his", "himself": .human(.male)
    case "she", "her", "hers", "herself": .human(.female)
    case "it", "its", "itself": .neuter
    case "they", "them", "their", "theirs", "themselves": .plural
    case "who", "which", "that", "whom": .relative
    default: nil
    }
  }

  /// Ties a pronoun; the cluster where it has a name.
  private mutating func resolve(_ token: Int) -> Int? {
    guard let person = person(of: token), context.document.relations[token] != .expletive else { return nil }
    let found: Int?
    switch person {
    case .relative: found = relativeAntecedent(of: token)
    case .first: found = speaker(of: token)
    case .human(let gender):
      found = followingSubject(of: token, gender: gender) ?? best(for: token, person: person)?.head
    case .neuter, .plural:
      let following = followingBody(of: token)
      let candidate = following == nil ? best(for: token, person: person) : nil
      if let joined = candidate?.joined, !joined.isEmpty {
        referents.join(token, heads: joined)
        return nil
      }
      found = following ?? candidate?.head
    }
    guard let head = found, head != token else { return nil }
    guard let cluster = referents.cluster(of: head) else {
      referents.follow(token, to: head)
      return nil
    }
    if case .human(let gender) = person, clusters.clusters[cluster].gender == nil, learnedGender[cluster] == nil {
      learnedGender[cluster] = gender
    }
    if case .neuter = person { calledIt.insert(cluster) }
    referents.tie(
      Referents.Link(
        head: token,
        tokens: token..<token + 1,
        form: .pronoun,
        cluster: cluster,
        foundBy: "pronoun:\(context.words[token])"
      )
    )
    return cluster
  }

  /// The noun that the clause of a relative word modifies.
  private func relativeAntecedent(of token: Int) -> Int? {
    guard context.document.pennTags[token].hasPrefix("W") else { return nil }
    var current = token
    for _ in 0..<4 {
      guard let head = context.tree.head(of: current) else { return nil }
      if context.document.relations[current] == .relativeClause { return head }
      current = head
    }
    return nil
  }

  /// The named person who is the subject of the clause that the pronoun's phrase stands before:
  /// "In her speech, Smith said", "Although he lost, Smith stayed".
  private func followingSubject(of token: Int, gender: GrammaticalGender) -> Int? {
    var current = token
    while let head = context.tree.head(of: current) {
      let relation = context.document.relations[current]
      if head > token, [.adverbialClause, .oblique].contains(relation),
        let subject = context.tree.children(of: head, .subject, .passiveSubject).first(where: { $0 > token }),
        titles.nameOfToken[subject] != nil, let cluster = referents.cluster(of: subject),
        clusters.clusters[cluster].kind == .person, (clusters.clusters[cluster].gender ?? gender) == gender
      {
        return subject
      }
      current = head
    }
    return nil
  }

  /// The named body or country that is the subject after the phrase of a possessive: "In its report, the Bank said".
  private func followingBody(of token: Int) -> Int? {
    guard context.document.relations[token] == .possessiveModifier, let noun = context.tree.head(of: token),
      context.document.relations[noun] == .oblique, let verb = context.tree.head(of: noun), verb > token,
      let subject = context.tree.child(of: verb, .subject, .passiveSubject), subject > token,
      titles.nameOfToken[subject] != nil, let cluster = referents.cluster(of: subject)
    else { return nil }
    let kind = clusters.clusters[cluster].kind
    let isPlural = context.words[token] == "their"
    return kind == .organization || kind == .place && !isPlural ? subject : nil
  }

  func speaker(of token: Int) -> Int? {
    guard let quotation = quotationOfToken[token] else { return nil }
    return attributions[quotation].speakerHead
  }
}
