import Knowledge
import LanguageAnalysis

// Which of the phrases before it a pronoun stands for.
extension PronounResolver {
  /// Of "A and B", met with its last part: both.
  func joinedCandidate(endingAt token: Int) -> Candidate? {
    guard context.document.relations[token] == .conjunct, let first = context.tree.head(of: token), first < token else {
      return nil
    }
    let parts = context.tree.children(of: first, .conjunct)
    guard parts.last == token, context.words[(first..<token)].contains("and") else { return nil }
    let heads = [first] + parts
    let areActors = heads.allSatisfy { head in
      referents.cluster(of: head).map { clusters.clusters[$0].kind != .thing } ?? describesActor(head)
    }
    guard areActors, heads.contains(where: { referents.cluster(of: $0) != nil }) else { return nil }
    let relation = context.document.relations[first]
    return Candidate(
      head: first,
      cluster: nil,
      sentence: context.tree.sentenceOfToken[token],
      isPerson: false,
      isPlural: true,
      isInanimate: false,
      isSubject: relation == .subject || relation == .passiveSubject,
      isObject: relation == .object || relation == .indirectObject,
      joined: heads
    )
  }

  /// "the two leaders", "both countries": the only two of that kind that the last sentences named, joined ones first.
  func pair(meantBy token: Int) -> [Int]? {
    guard ["NNS", "NNPS"].contains(context.document.pennTags[token]), referents.clusterOfHead[token] == nil else {
      return nil
    }
    let before = context.tree.children[token].filter { $0 < token }.map { context.words[$0] }
    guard before.contains("both") || before.contains("two") && before.contains("the"),
      context.tree.child(of: token, .conjunct, .nominalModifier, .relativeClause, .apposition) == nil
    else { return nil }
    let lemma = context.document.lemmas[token].lowercased()
    let kinds: Set<Entity.Kind>
    if context.knowledge.wordClasses.contains(lemma, in: .leaderNoun) {
      kinds = [.person]
    } else if context.knowledge.wordClasses.contains(lemma, in: .sideNoun), lemma != "company", lemma != "firm" {
      kinds = [.place]
    } else {
      return nil
    }
    let near = candidates.filter { context.tree.sentenceOfToken[token] - $0.sentence <= 2 }
    func fits(_ head: Int) -> Bool {
      guard let index = referents.cluster(of: head), kinds.contains(clusters.clusters[index].kind) else { return false }
      return kinds.contains(.person) || clusters.clusters[index].country != nil
    }
    if let joined = near.last(where: { $0.joined.count == 2 && $0.joined.allSatisfy(fits) }) { return joined.joined }
    var heads: [Int] = []
    for candidate in near where fits(candidate.head) {
      guard !heads.contains(where: { referents.cluster(of: $0) == candidate.cluster }) else { continue }
      heads.append(candidate.head)
    }
    return heads.count == 2 ? heads : nil
  }

  private func describesActor(_ token: Int) -> Bool {
    let lemma = context.document.lemmas[token].lowercased()
    return context.document.partsOfSpeech[token].isNoun
      && (context.knowledge.peopleWords[lemma] != nil || context.knowledge.titles[lemma] != nil)
  }

  func best(for token: Int, person: Person) -> Candidate? {
    let sentence = context.tree.sentenceOfToken[token]
    let block = context.document.sentences[sentence].block
    let speaker = speaker(of: token).flatMap { referents.cluster(of: $0) }
    let words = wordsOfSpeaker[token]
    var best: Candidate?
    var bestScore = -Double.infinity
    var seen: Set<Int> = []
    var unnamed = 0
    for candidate in candidates.reversed() {
      let distance = sentence - candidate.sentence
      guard distance <= 3 else { break }
      guard fits(candidate, person: person), !isBound(token, to: candidate) else { continue }
      // What cannot speak does not stand in the way of "they said", nor does a name within what "he said".
      if case .plural = person, candidate.isInanimate, words != nil || isCountedOf(token) { continue }
      if case .plural = person, !candidate.isPlural, isCountedOf(token) || isOfRelative(token) { continue }
      if words?.contains(where: { $0.contains(candidate.head) }) == true { continue }
      if let speaker, candidate.cluster == speaker, case .human = person { continue }
      let score: Double
      if case .human(let gender) = person {
        let facts = PersonalPronounPreference.Facts(
          gender: gender,
          mentions: candidate.cluster.map { mentionCounts[$0] ?? 0 } ?? 0,
          isSeen: candidate.cluster.map { seen.contains($0) } ?? false,
          others: seen.count { $0 != candidate.cluster } + unnamed,
          tellsThis: tells(candidate, token),
          speakToo: words != nil && wordsOfSpeaker[candidate.head] != nil,
          speaksHere: quoted.contains(token),
          crossesQuotation: quotationOfToken[candidate.head] != quotationOfToken[token],
          isFronted: isFronted(candidate, before: token)
        )
        score = PersonalPronounPreference(context: context, pronoun: token).score(candidate, facts)
      } else {
        score =
          self.score(candidate, for: token, person: person, distance: distance, block: block)
          + (words != nil && wordsOfSpeaker[candidate.head] != nil ? 2 : 0)
      }
      if let cluster = candidate.cluster {
        seen.insert(cluster)
      } else if isSubjectHere(candidate, token) {
        unnamed += 1
      }
      if score > bestScore {
        bestScore = score
        best = candidate
      }
    }
    guard let best, !best.isInanimate else { return nil }
    return best
  }

  /// Whether an unnamed candidate is the subject of the pronoun's own clause or of one above it.
  private func isSubjectHere(_ candidate: Candidate, _ token: Int) -> Bool {
    candidate.isSubject
      && context.tree.head(of: candidate.head).map(context.tree.ancestors(of: token).contains) ?? false
  }

  private func score(_ candidate: Candidate, for token: Int, person: Person, distance: Int, block: Int) -> Double {
    var score = -2.5 * Double(distance)
    if context.document.sentences[candidate.sentence].block != block { score -= 1 }
    if candidate.isSubject { score += 3 } else if candidate.isObject { score += 0.5 }
    if let cluster = candidate.cluster { score += 0.8 + 0.1 * Double(min(mentionCounts[cluster] ?? 0, 6)) }
    if quotationOfToken[candidate.head] != quotationOfToken[token] { score -= 1 }
    if tells(candidate, token) { score += 1 }
    if case .neuter = person {
      if candidate.kind == .organization { score += 0.5 }
      let relation = context.document.relations[candidate.head]
      if [.compound, .adjectivalModifier, .possessiveModifier].contains(relation) { score -= 1.5 }
      if candidate.isObject, context.document.relations[token] == .object { score += 1.5 }
    }
    if case .plural = person {
      // "ambushed the team as they travelled"
      if candidate.isPlural {
        score += 2
      } else if candidate.kind == .organization, candidate.cluster == nil {
        score += 1
      }
      if isSingular(candidate) { score -= 2.5 }
      if candidate.kind == .organization, !candidate.isPlural, context.words[token] == "them" { score -= 1.5 }
      // "flying thousands of migrants in and pushing them out"
      if candidate.isPlural, isUndergoer(candidate), context.document.relations[token] == .object { score += 2 }
      if asks(candidate, for: token) { score -= 4 }
    }
    if isFronted(candidate, before: token) { score -= 3 }
    if isJoined(token, to: candidate) { score += 5 } else if isControlled(token, by: candidate) { score += 3.5 }
    return score - 0.02 * Double(token - candidate.head)
  }

  /// An object, or whom an object counts: "thousands of migrants".
  private func isUndergoer(_ candidate: Candidate) -> Bool {
    if candidate.isObject { return true }
    guard context.document.relations[candidate.head] == .nominalModifier,
      let number = context.tree.head(of: candidate.head), context.document.relations[number] == .object
    else { return false }
    return context.knowledge.wordClasses.contains(context.document.lemmas[number].lowercased(), in: .collective)
      || context.numberMeanings[number] != nil
  }

  /// "the authorities asked that they be freed": whoever asks is not who is to be freed.
  private func asks(_ candidate: Candidate, for token: Int) -> Bool {
    guard context.document.relations[token] == .passiveSubject, let verb = context.tree.head(of: token),
      context.document.relations[verb] == .clausalComplement, let asking = context.tree.head(of: verb),
      context.tree.head(of: candidate.head) == asking
    else { return false }
    return ["ask", "demand", "request", "order", "urge", "insist"].contains(
      context.document.lemmas[asking].lowercased()
    )
  }

  /// Whether a body is told of as one, so that "they" are others: "the bank says it".
  private func isSingular(_ candidate: Candidate) -> Bool {
    guard candidate.kind == .organization, !candidate.isPlural else { return false }
    if let cluster = candidate.cluster, calledIt.contains(cluster) { return true }
    guard candidate.isSubject, let verb = context.tree.head(of: candidate.head) else { return false }
    let words = [verb] + context.tree.children(of: verb, .auxiliary, .passiveAuxiliary, .copula)
    return words.contains { context.document.pennTags[$0] == "VBZ" || context.words[$0] == "was" }
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

  /// "many of them": people more often than things.
  private func isCountedOf(_ token: Int) -> Bool {
    context.words[token] == "them"
      && context.tree.head(of: token).map { Self.partitives.contains(context.words[$0]) } ?? false
  }

  /// "their father": no body has one.
  private func isOfRelative(_ token: Int) -> Bool {
    context.document.relations[token] == .possessiveModifier
      && context.tree.head(of: token).map {
        context.knowledge.wordClasses.contains(context.document.lemmas[$0].lowercased(), in: .relativeNoun)
      } ?? false
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
