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
  func organization(called word: String) -> Int? {
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
    if let same = organizations.last(where: {
      isNoun(word, of: clusters.clusters[$0]) || calledNouns[$0]?.contains(word) ?? false
    }) {
      return same
    }
    return main(
      of: organizations.filter { index in
        let cluster = clusters.clusters[index]
        if let other = cluster.sort {
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
    )
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
