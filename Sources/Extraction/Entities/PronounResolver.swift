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
  private var quotationOfToken: [Int: Int] = [:]
  /// Who is reported to say the clause that a token stands in.
  private var tellerOfToken: [Int: Int] = [:]
  /// The words that are said to be of whom a token names.
  private var wordsOfSpeaker: [Int: [Range<Int>]] = [:]
  private var candidates: [Candidate] = []
  private var mentionCounts: [Int: Int] = [:]

  private typealias Candidate = PronounCandidate

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
    if context.document.partsOfSpeech[token] == .pronoun { return candidate.cluster == nil ? nil : named(&candidate) }
    if candidate.cluster != nil { return named(&candidate) }
    guard context.document.partsOfSpeech[token].isNoun, titles.nameOfToken[token] == nil, relation != .compound else {
      return nil
    }
    let lemma = context.document.lemmas[token].lowercased()
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
  private func tells(_ candidate: Candidate, _ token: Int) -> Bool {
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

  /// Genders that earlier pronouns told.
  private var learnedGender: [Int: GrammaticalGender] = [:]

  // MARK: Pronouns

  private enum Person {
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
    case .neuter, .plural: found = followingBody(of: token) ?? best(for: token, person: person)?.head
    }
    guard let head = found, head != token else { return nil }
    guard let cluster = referents.cluster(of: head) else {
      referents.follow(token, to: head)
      return nil
    }
    if case .human(let gender) = person, clusters.clusters[cluster].gender == nil, learnedGender[cluster] == nil {
      learnedGender[cluster] = gender
    }
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

  private func speaker(of token: Int) -> Int? {
    guard let quotation = quotationOfToken[token] else { return nil }
    return attributions[quotation].speakerHead
  }

  private func best(for token: Int, person: Person) -> Candidate? {
    let sentence = context.tree.sentenceOfToken[token]
    let block = context.document.sentences[sentence].block
    let speaker = speaker(of: token).flatMap { referents.cluster(of: $0) }
    let words = wordsOfSpeaker[token]
    var best: Candidate?
    var bestScore = -Double.infinity
    var seen: Set<Int> = []
    for candidate in candidates.reversed() {
      let distance = sentence - candidate.sentence
      guard distance <= 3 else { break }
      guard fits(candidate, person: person), !isBound(token, to: candidate) else { continue }
      // What cannot speak does not stand in the way of "they said", nor does a name within what "he said".
      if case .plural = person, candidate.isInanimate, words != nil || isCountedOf(token) { continue }
      if words?.contains(where: { $0.contains(candidate.head) }) == true { continue }
      if let speaker, candidate.cluster == speaker, case .human = person { continue }
      let score: Double
      if case .human(let gender) = person {
        let facts = PersonalPronounPreference.Facts(
          gender: gender,
          mentions: candidate.cluster.map { mentionCounts[$0] ?? 0 } ?? 0,
          isSeen: candidate.cluster.map { seen.contains($0) } ?? false,
          others: seen.count { $0 != candidate.cluster },
          tellsThis: tells(candidate, token),
          speakToo: words != nil && wordsOfSpeaker[candidate.head] != nil,
          crossesQuotation: quotationOfToken[candidate.head] != quotationOfToken[token],
          isFronted: isFronted(candidate, before: token)
        )
        score = PersonalPronounPreference(context: context, pronoun: token).score(candidate, facts)
      } else {
        score = self.score(candidate, for: token, person: person, distance: distance, block: block)
      }
      if let cluster = candidate.cluster { seen.insert(cluster) }
      if score > bestScore {
        bestScore = score
        best = candidate
      }
    }
    guard let best, !best.isInanimate else { return nil }
    return best
  }

  private func score(_ candidate: Candidate, for token: Int, person: Person, distance: Int, block: Int) -> Double {
    var score = -2.5 * Double(distance)
    if context.document.sentences[candidate.sentence].block != block { score -= 1 }
    if candidate.isSubject { score += 3 } else if candidate.isObject { score += 0.5 }
    if let cluster = candidate.cluster { score += 0.8 + 0.1 * Double(min(mentionCounts[cluster] ?? 0, 6)) }
    if quotationOfToken[candidate.head] != quotationOfToken[token] { score -= 1 }
    if case .neuter = person, candidate.kind == .organization { score += 0.5 }
    if case .plural = person { score += candidate.isPlural ? 2 : 0 }
    if isFronted(candidate, before: token) { score -= 3 }
    if isJoined(token, to: candidate) { score += 5 } else if isControlled(token, by: candidate) { score += 3.5 }
    return score - 0.02 * Double(token - candidate.head)
  }

  private func fits(_ candidate: Candidate, person: Person) -> Bool {
    switch person {
    case .human(let gender):
      return candidate.isPerson && !candidate.isPlural && (candidate.gender ?? gender) == gender
    case .neuter:
      if candidate.isPlural { return false }
      return candidate.isInanimate || candidate.kind == .organization || candidate.kind == .place
        || candidate.kind == .thing
    case .plural:
      return candidate.isPlural || candidate.kind == .organization || (candidate.isInanimate && candidate.isPlural)
    default: return false
    }
  }

  /// "Airbus and its chief executive": what is joined to a name is its own.
  private func isJoined(_ token: Int, to candidate: Candidate) -> Bool {
    guard context.document.relations[token] == .possessiveModifier, let noun = context.tree.head(of: token),
      context.document.relations[noun] == .conjunct
    else { return false }
    return context.tree.head(of: noun) == candidate.head
  }

  /// "forced Apple to lower its prices": whose is what the object of another verb is made to do.
  private func isControlled(_ token: Int, by candidate: Candidate) -> Bool {
    guard context.document.relations[token] == .possessiveModifier, candidate.isObject,
      let verb = context.tree.head(of: candidate.head), verb < token
    else { return false }
    let above = context.tree.ancestors(of: token)
    return above.contains { clause in
      context.document.relations[clause] == .openClausalComplement && context.tree.head(of: clause) == verb
        && clause > candidate.head
    }
  }

  /// "Under questioning by Mr. Reed, he conceded …": named within a phrase before the subject that the pronoun is.
  private func isFronted(_ candidate: Candidate, before token: Int) -> Bool {
    guard context.document.relations[token] == .subject, let verb = context.tree.head(of: token) else { return false }
    var current = candidate.head
    for _ in 0..<4 {
      guard let head = context.tree.head(of: current) else { return false }
      if head == verb {
        switch context.document.relations[current] {
        case .oblique: return current != candidate.head
        // "Speaking to Mr. Reed, he said": who speaks is nobody named in the phrase.
        case .adverbialClause: return context.tree.child(of: current, .subject, .passiveSubject) == nil
        default: return false
        }
      }
      current = head
    }
    return false
  }

  /// "many of them": people more often than things.
  private func isCountedOf(_ token: Int) -> Bool {
    context.words[token] == "them"
      && context.tree.head(of: token).map { Self.partitives.contains(context.words[$0]) } ?? false
  }

  /// Whether the pronoun and the candidate are arguments of one verb, so that they cannot be the same.
  private func isBound(_ token: Int, to candidate: Candidate) -> Bool {
    let word = context.words[token]
    if word.hasSuffix("self") || word.hasSuffix("selves") { return false }
    guard context.document.relations[token] != .possessiveModifier,
      context.tree.sentenceOfToken[token] == candidate.sentence, var verb = context.tree.head(of: token)
    else { return false }
    var relation = context.document.relations[token]
    // "beat many of them"
    if Self.partitives.contains(context.words[verb]), let head = context.tree.head(of: verb) {
      relation = context.document.relations[verb]
      verb = head
    }
    if context.tree.head(of: candidate.head) == verb { return true }
    guard [.object, .indirectObject].contains(relation), let doer = doer(of: verb) else {
      return false
    }
    return doer == candidate.head || referents.cluster(of: doer).map { $0 == candidate.cluster } == true
  }

  private static let partitives: Set = ["some", "many", "most", "several", "few", "all", "both", "one", "two", "three"]

  /// Who does what an infinitive or joined verb tells: "Hart" of "urge" in "Hart wanted to urge him".
  private func doer(of verb: Int) -> Int? {
    var verb = verb
    for _ in 0..<4 {
      if let subject = context.tree.child(of: verb, .subject, .passiveSubject) { return subject }
      guard let head = context.tree.head(of: verb) else { return nil }
      switch context.document.relations[verb] {
      case .openClausalComplement:
        if let object = context.tree.child(of: head, .object, .indirectObject), object < verb { return object }
      case .conjunct: break
      default: return nil
      }
      verb = head
    }
    return nil
  }
}
