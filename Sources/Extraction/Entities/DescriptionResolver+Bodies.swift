import Knowledge
import LanguageAnalysis

// Bodies by what is said of them instead of their names.
extension DescriptionResolver {
  /// Whether a token only modifies the word that it stands beside.
  func isModifier(_ token: Int) -> Bool {
    [.compound, .flat, .adjectivalModifier, .descriptiveModifier, .punctuation].contains(
      context.document.relations[token]
    )
  }

  /// "the conservative party" where the article names the Conservative Party.
  mutating func resolveLowerCaseName(_ token: Int) -> Bool {
    let phrase = context.descriptionTokens(of: token)
    guard phrase.count > 2, context.words[phrase.lowerBound] == "the", !context.isCapitalized(token),
      let cluster = clusters.cluster(.organization, named: context.nameKey(of: phrase)),
      !clusters.clusters[cluster].mentions.isEmpty
    else { return false }
    tie(token, to: cluster, by: "nominal:lower-case-name")
    return true
  }

  /// "radio host, author and director X": the nouns joined before a name, of which only the last stands beside it.
  func joinedNouns(before noun: Int) -> [Int] {
    guard context.document.relations[noun] == .conjunct, let first = context.tree.head(of: noun) else { return [] }
    let nouns = [first] + context.tree.children(of: first, .conjunct).filter { $0 < noun }
    let areTitles = nouns.allSatisfy { other in
      isNominal(other) && !["NNS", "NNPS"].contains(context.document.pennTags[other])
        && (context.knowledge.peopleWords[lemma(other)] == "person" || context.knowledge.titles[lemma(other)] != nil)
    }
    let isOnePerson = (nouns.dropFirst() + [noun]).allSatisfy { context.tree.child(of: $0, .determiner) == nil }
    return areTitles && isOnePerson ? nouns : []
  }

  /// Of organisations in the order in which they were last named, the one that a sentence before is about: its subject
  /// before what else it names.
  func subject(among organizations: [Int], before token: Int) -> Int? {
    guard let last = organizations.last, let name = lastNamed[last] else { return nil }
    let sentence = context.tree.sentenceOfToken[name]
    guard context.tree.sentenceOfToken[token] > sentence, !isSubjectOfSentence(name) else { return nil }
    return organizations.dropLast().last { other in
      lastNamed[other].map { context.tree.sentenceOfToken[$0] == sentence && isSubjectOfSentence($0) } ?? false
    }
  }

  private func isSubjectOfSentence(_ name: Int) -> Bool {
    var head = titles.nameOfToken[name].map { context.head(of: $0) } ?? name
    // "The carmaker X said", where the parser puts the noun above the name
    while [.flat, .apposition].contains(context.document.relations[head]), let above = context.tree.head(of: head),
      above < head
    {
      head = above
    }
    guard [.subject, .passiveSubject].contains(context.document.relations[head]), let verb = context.tree.head(of: head)
    else { return false }
    return context.document.heads[verb] == verb
  }

  /// "the liberal party X": the noun right before a name that the parser ties to the same verb.
  func nounBeside(_ name: Range<Int>, head: Int) -> Int? {
    let noun = name.lowerBound - 1
    guard noun >= context.sentenceTokens(of: head).lowerBound, isNominal(noun),
      context.document.partsOfSpeech[noun] == .noun
    else { return nil }
    let isBelow = context.document.heads[noun] == head && context.document.relations[noun] == .descriptiveModifier
    let isBeside =
      context.document.heads[noun] == context.document.heads[head] && noun != context.document.heads[noun]
      && context.document.relations[noun] == context.document.relations[head]
    return isBelow || isBeside ? noun : nil
  }

  /// Whether a comma stands right after a noun, so that what follows only adds something.
  func isBeforeComma(_ token: Int) -> Bool {
    token + 1 < context.document.tokenCount && context.words[token + 1] == ","
  }

  /// Whether a noun in the singular describes somebody or a body.
  func describes(_ noun: Int) -> Bool {
    let lemma = lemma(noun)
    return !["NNS", "NNPS"].contains(context.document.pennTags[noun])
      && (context.knowledge.peopleWords[lemma] != nil || context.knowledge.organizationWords[lemma] != nil
        || context.knowledge.titles[lemma] != nil)
  }

  /// The body for which only such a word stands beside its name: "the union" of "Dock Workers", "the agency" of "Bureau".
  func body(called word: String) -> Int? {
    recent.last { index in
      let cluster = clusters.clusters[index]
      guard cluster.kind == .organization else { return false }
      let noun = cluster.noun ?? ""
      switch word {
      case "union":
        return noun != "union" && cluster.sort != "alliance"
          && cluster.words.contains { context.knowledge.wordClasses.contains($0.lowercased(), in: .wordOfUnion) }
      case "agency":
        return cluster.sort == "government" && context.knowledge.wordClasses.contains(noun, in: .agencyNoun)
      case "paper": return cluster.sort == "media" && !["tv", "television", "radio", "news"].contains(noun)
      default: return false
      }
    }
  }

  /// "the maker of frozen dinners": the company of which the story is.
  func company(making word: String, _ token: Int) -> Int? {
    guard
      context.knowledge.wordClasses.contains(word, in: .makerNoun),
      context.document.relations[token] == .subject || context.document.relations[token] == .passiveSubject,
      context.tree.child(of: token, .relativeClause, .possessiveModifier, .apposition) == nil
    else { return nil }
    return main(
      of: recent.filter { index in
        let cluster = clusters.clusters[index]
        return cluster.kind == .organization && (cluster.sort == nil || cluster.sort == "company")
          && !isCalledOtherwise(index)
      }
    )
  }

  /// The organisation that a noun means: the last of that very noun, else the last of its sort.
  func organization(called word: String, at token: Int) -> Int? {
    guard let sort = context.knowledge.organizationWords[word] else { return nil }
    let generic: Set<String> = ["company", "organisation", "group"]
    guard !["press", "media", "news", "post", "times", "channel", "panel", "co"].contains(word) else { return nil }
    let organizations = recent.filter { clusters.clusters[$0].kind == .organization }
    if word == "website" { return organizations.last { isWebsite($0) } }
    if ["group", "organisation", "organization"].contains(word),
      let last = organizations.last, clusters.clusters[last].sort == "union",
      !["fund", "league", "chamber"].contains(clusters.clusters[last].noun ?? "")
    {
      return last
    }
    let same = organizations.filter {
      isNoun(word, of: clusters.clusters[$0]) || calledNouns[$0]?.contains(word) ?? false
    }
    if let last = same.last, !["company", "firm"].contains(word) { return subject(among: same, before: token) ?? last }
    let fitting = organizations.filter { index in
      if same.contains(index) { return true }
      let cluster = clusters.clusters[index]
      if let other = cluster.sort {
        // "the armed group" of an army that is no state's
        if word == "group", other == "military", cluster.owner == nil,
          !(cluster.canonicalKey?.hasPrefix("body ") ?? false)
        {
          return true
        }
        if ["group", "organisation", "organization"].contains(word), other == "union" {
          return !["fund", "league", "chamber"].contains(cluster.noun ?? "")
        }
        if generic.contains(word) || word == "organization", sort != "company",
          ["organisation", "group"].contains(other)
        {
          return true
        }
        return other == sort && (generic.contains(sort) || sort == "alliance" || sort == "media")
      }
      return generic.contains(sort) && context.knowledge.wordClasses.contains(word, in: .plainBodyNoun)
        && !isCalledOtherwise(index)
    }
    return main(of: fitting, before: token)
  }

  /// "the Irish carrier" where "the Irish airline X" is told of: the last body that was described in these words.
  func organization(describedLike token: Int) -> Int? {
    let word = lemma(token)
    guard let sort = context.knowledge.organizationWords[word], ["company", "group", "organisation"].contains(sort)
    else { return nil }
    var modifiers: Set<String> = []
    for child in context.tree.children[token] {
      switch context.document.relations[child] {
      case .compound, .adjectivalModifier, .descriptiveModifier: modifiers.insert(context.words[child])
      case .determiner, .caseMarking, .punctuation, .copula: break
      default: return nil
      }
    }
    return recent.last { index in
      let cluster = clusters.clusters[index]
      guard cluster.kind == .organization, let words = calledModifiers[index],
        cluster.sort == nil || cluster.sort == sort
      else { return false }
      return modifiers.allSatisfy {
        words.contains($0) || context.knowledge.wordClasses.contains($0, in: .addedModifier)
      }
    }
  }

  /// Whether an organisation is called by its address or told to be a website.
  private func isWebsite(_ index: Int) -> Bool {
    if calledNouns[index]?.contains("website") ?? false { return true }
    return clusters.clusters[index].mentions.contains { position in
      let name = context.document.text(of: names[position].tokens).lowercased()
      return [".com", ".org", ".net", ".co.uk", ".ru"].contains { name.hasSuffix($0) }
    }
  }
}
