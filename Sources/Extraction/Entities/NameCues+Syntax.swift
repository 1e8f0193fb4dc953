import Knowledge
import LanguageAnalysis

// What the syntax around a name tells of its kind.
extension NameCues {
  /// Adds what the parents and children of a name's head tell.
  func addSyntax(of mention: NameMention, to votes: inout NameVotes) {
    let document = context.document
    let head = context.head(of: mention.tokens)
    addChildren(of: head, on: mention, to: &votes)
    let coordinated = document.relations[head] == .conjunct ? context.tree.head(of: head) ?? head : head
    guard let parent = context.tree.head(of: coordinated), !mention.tokens.contains(parent) else { return }
    if mayBeMedium(mention), isTelling(coordinated, of: mention, under: parent) {
      votes.add(.organization, weight: 1.2)
    }
    if mention.kind == .organization, words(of: mention) == 1,
      context.knowledge.wordClasses.contains(document.lemmas[parent].lowercased(), in: .takingVerb),
      document.relations[coordinated] == .object, !context.isAcronym(mention.tokens.lowerBound)
    {
      votes.add(.place, weight: 1)
    }
    addMedium(mention, head: coordinated, verb: parent, to: &votes)
    if mention.kind == .place, !isKnownPlace(mention.key) { addVerb(parent, of: coordinated, on: mention, to: &votes) }
    addParent(parent, of: coordinated, on: mention, to: &votes)
  }

  private func addChildren(of head: Int, on mention: NameMention, to votes: inout NameVotes) {
    let appositions = context.tree.children(of: head, .apposition)
    for child in appositions { addNoun(child, beside: mention, weight: 0.8, to: &votes) }
    addDescription(after: mention, unless: appositions, to: &votes)
    if context.tree.children(of: head, .adjectivalModifier).contains(where: {
      ["neighbouring", "neighboring", "nearby"].contains(context.words[$0])
    }) {
      votes.add(.place, weight: 0.8)
    }
  }

  /// "told X", "X reports", "according to X": who is told or tells.
  private func isTelling(_ head: Int, of mention: NameMention, under parent: Int) -> Bool {
    let relation = context.document.relations[head]
    switch context.document.lemmas[parent].lowercased() {
    case "tell" where [.object, .indirectObject].contains(relation): return true
    case "report" where relation == .subject: return true
    default:
      let first = mention.tokens.lowerBound
      return relation == .oblique && first > 1 && context.words[first - 1] == "to"
        && context.words[first - 2] == "according"
    }
  }

  /// Adds what the word above a name tells by how the name hangs on it.
  private func addParent(_ parent: Int, of head: Int, on mention: NameMention, to votes: inout NameVotes) {
    let document = context.document
    let lemma = document.lemmas[parent].lowercased()
    switch document.relations[head] {
    case .possessiveModifier:
      // "Oduro's disease"
      if mention.kind == .person, ["disease", "syndrome"].contains(lemma) { votes.add(.thing, weight: 2) }
      let kinds = knowledge.nameContexts.kinds(beside: lemma, .possessed)
      // A state has spokesmen and owners as well.
      if kinds.first == .place || !isKnownPlace(mention.key) { add(kinds, on: mention, weight: 0.6, to: &votes) }
    case .compound where document.partsOfSpeech[parent] == .noun:
      addFollowing(parent, on: mention, to: &votes)
      // "the Ardo dynasty"
      if mention.kind == .person, words(of: mention) == 1, mention.title == nil,
        knowledge.thingWords[lemma] == "closing", knowledge.givenNames[mention.key] == nil
      {
        votes.add(.thing, weight: 1.5)
      }
      add(knowledge.nameContexts.kinds(beside: lemma, .compound), on: mention, weight: 0.5, to: &votes)
    case .nominalModifier: addPossessor(lemma, at: parent, of: head, on: mention, to: &votes)
    case .apposition where document.partsOfSpeech[parent] == .noun:
      addNoun(parent, beside: mention, weight: 0.8, to: &votes)
    case .subject where context.tree.child(of: parent, .copula) != nil && document.partsOfSpeech[parent] == .noun:
      addNoun(parent, beside: mention, weight: 0.6, to: &votes)
    default: break
    }
  }

  /// "MP for X", "capital of X", "fighters of X".
  private func addPossessor(
    _ lemma: String,
    at parent: Int,
    of head: Int,
    on mention: NameMention,
    to votes: inout NameVotes
  ) {
    guard let marker = context.tree.child(of: head, .caseMarking) else { return }
    if context.words[marker] == "for", ["mp", "msp", "td"].contains(lemma) { votes.add(.place, weight: 1.2) }
    guard context.words[marker] == "of" else { return }
    add(knowledge.nameContexts.kinds(beside: lemma, .of), on: mention, weight: 0.6, to: &votes)
    // Followers are a body's.
    if context.document.pennTags[parent] == "NNS", mention.title == nil, !isKnownPlace(mention.key),
      context.knowledge.wordClasses.contains(lemma, in: .followerNoun), lemma != "supporter"
    {
      vote(for: .organization, on: mention, weight: 1, in: &votes)
    }
  }

  /// "findings published in X", "told The X", "the X Project said": what prints and speaks is a body.
  private func addMedium(_ mention: NameMention, head: Int, verb: Int, to votes: inout NameVotes) {
    let relation = context.document.relations[head]
    let lemma = context.document.lemmas[verb].lowercased()
    let before = mention.tokens.lowerBound - 1
    if ["publish", "print"].contains(lemma), relation == .oblique, before >= 0, context.words[before] == "in",
      mention.kind == .thing || mention.kind == .person || mention.kind == .place && !isKnownPlace(mention.key)
    {
      vote(for: .organization, on: mention, weight: 1.5, in: &votes)
    }
    if mention.kind == .place, lemma == "tell", relation == .object || relation == .indirectObject, before >= 0,
      context.document.forms[before] == "The" || !isKnownPlace(mention.key)
    {
      vote(for: .organization, on: mention, weight: 1.5, in: &votes)
    }
    if mention.kind == .thing, relation == .subject, knowledge.reportingWords.verb(lemma) != nil,
      let last = mention.words.last, mention.words.count > 1, knowledge.organizationWords[String(last)] != nil
    {
      vote(for: .organization, on: mention, weight: 1.5, in: &votes)
    }
  }

  /// "X, a company that": the noun of a description right after a name, where the parser ties it to another word.
  private func addDescription(after mention: NameMention, unless appositions: [Int], to votes: inout NameVotes) {
    let document = context.document
    let end = context.sentenceTokens(of: mention.tokens.lowerBound).upperBound
    var token = mention.tokens.upperBound + 2
    guard appositions.isEmpty, mention.kind == .place, !isKnownPlace(mention.key), token < end,
      context.words[token - 2] == ",", ["a", "an"].contains(context.words[token - 1])
    else { return }
    while token < min(end, mention.tokens.upperBound + 7),
      document.partsOfSpeech[token] == .adjective
        || document.partsOfSpeech[token] == .noun
    {
      token += 1
    }
    let noun = token - 1
    guard document.partsOfSpeech[noun] == .noun else { return }
    addNoun(noun, beside: mention, weight: 0.8, to: &votes)
  }

  /// What an unknown name that passes for a place is said to do: what says, buys or runs something is a body.
  private func addVerb(_ verb: Int, of head: Int, on mention: NameMention, to votes: inout NameVotes) {
    let lemma = context.document.lemmas[verb].lowercased()
    switch context.document.relations[head] {
    case .subject:
      if context.document.partsOfSpeech[verb] == .verb, knowledge.reportingWords.verb(lemma) != nil {
        add([.organization, .person], on: mention, weight: 1, to: &votes)
      } else {
        add(knowledge.nameContexts.kinds(beside: lemma, .subject), on: mention, weight: 1, to: &votes)
      }
    case .obliqueAgent:
      add(knowledge.nameContexts.kinds(beside: lemma, .agent), on: mention, weight: 1, to: &votes)
    default: break
    }
  }

  /// What a noun right after a name that no table has tells: "the Ardo coalition", "Ardo lawmakers".
  private func addFollowing(_ noun: Int, on mention: NameMention, to votes: inout NameVotes) {
    let between = mention.tokens.upperBound..<max(noun, mention.tokens.upperBound)
    guard mention.tokens.upperBound <= noun, mention.title == nil, !isKnownPlace(mention.key),
      between.count < 4, between.allSatisfy({ !context.isCapitalized($0) })
    else { return }
    let lemma = context.document.lemmas[noun].lowercased()
    if mention.kind == .organization || mention.kind == .person || mention.kind == .place,
      knowledge.organizations.organization(named: mention.key) == nil,
      mention.kind == .place || words(of: mention) == 1
    {
      if context.knowledge.wordClasses.contains(lemma, in: .weaponNoun) { votes.add(.thing, weight: 1.5) }
      if mention.kind == .organization, context.knowledge.wordClasses.contains(lemma, in: .siteNoun) {
        vote(for: .place, on: mention, weight: 1, in: &votes)
      }
    }
    if mention.kind == .person, words(of: mention) == 1, knowledge.givenNames[mention.key] == nil,
      ["channel", "television", "newspaper", "tv", "radio", "daily", "broadcaster", "airline", "militia"].contains(
        lemma
      )
    {
      vote(for: .organization, on: mention, weight: 1, in: &votes)
    }
    guard mention.kind == .place || mention.kind == .thing else { return }
    if context.knowledge.wordClasses.contains(lemma, in: .followerNoun) {
      vote(for: .organization, on: mention, weight: 1, in: &votes)
    } else if let sort = knowledge.organizationWords[lemma], knowledge.placeWords[lemma] == nil,
      ["party", "alliance", "union", "media", "club"].contains(sort)
        || ["militia", "group", "airline", "cartel", "gang"].contains(lemma)
    {
      vote(for: .organization, on: mention, weight: 1, in: &votes)
    }
  }

  private func words(of mention: NameMention) -> Int { mention.words.count }

  /// Whether a single word that nobody is introduced by may be a medium rather than somebody: "told Kazinform".
  private func mayBeMedium(_ mention: NameMention) -> Bool {
    mention.kind == .person && mention.words.count == 1 && mention.title == nil && !mention.isInTitle
      && knowledge.givenNames[mention.key] == nil && !context.isCalledByTitle(mention.tokens)
  }

  /// Votes for the kinds that a word tells of, the first most, and against another one that the mention was taken for.
  private func add(
    _ kinds: [NameContextTable.Kind],
    on mention: NameMention,
    weight: Float,
    to votes: inout NameVotes
  ) {
    let kinds = kinds.map(Entity.Kind.init)
    for (position, kind) in kinds.enumerated() { votes.add(kind, weight: position == 0 ? weight : weight * 0.8) }
    if !kinds.isEmpty, !kinds.contains(mention.kind), mention.kind != .thing {
      votes.add(mention.kind, weight: -weight / 2)
    }
  }

  /// What a common noun that stands for the name says that it is: "X, a town", "X is a politician".
  private func addNoun(_ noun: Int, beside mention: NameMention, weight: Float, to votes: inout NameVotes) {
    guard context.document.partsOfSpeech[noun] == .noun, !["NNS", "NNPS"].contains(context.document.pennTags[noun])
    else { return }
    let lemma = context.document.lemmas[noun].lowercased()
    let isBody =
      lemma != "capital"
      && (knowledge.organizationWords[lemma] != nil || knowledge.peopleWords[lemma] == "body")
    let isPlace = knowledge.placeWords[lemma] != nil
    let isPerson = knowledge.titles[lemma] != nil || knowledge.peopleWords[lemma] == "person"
    if knowledge.thingWords[lemma] == "noun" || context.knowledge.wordClasses.contains(lemma, in: .vesselNoun),
      !isPerson, !isBody
    {
      votes.add(.thing, weight: 1.5)
      return
    }
    switch (isPerson, isBody, isPlace) {
    case (true, false, false): vote(for: .person, on: mention, weight: weight, in: &votes)
    case (false, true, false): vote(for: .organization, on: mention, weight: weight, in: &votes)
    case (false, false, true): vote(for: .place, on: mention, weight: weight, in: &votes)
    default: break
    }
  }
}
