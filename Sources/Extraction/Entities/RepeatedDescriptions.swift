import Knowledge
import LanguageAnalysis

/// Ties descriptions of people without a name to what they were called before in other words: "eight labourers … the
/// men", "a student … the suspect", "insurgents … the militants".
struct RepeatedDescriptions {
  private let context: ArticleContext
  private let titles: TitleReader
  private(set) var referents: Referents
  /// The nouns of descriptions met so far.
  private var known: [Int] = []

  /// How many sentences back the other words may stand.
  private static let reach = 3

  init(context: ArticleContext, titles: TitleReader, referents: Referents) {
    self.context = context
    self.titles = titles
    self.referents = referents
    for token in 0..<context.document.tokenCount where describesPeople(token) {
      if isKnown(token), let earlier = earlier(than: token) {
        self.referents.follow(token, to: earlier)
      } else {
        known.append(token)
      }
    }
  }

  private func describesPeople(_ token: Int) -> Bool {
    guard context.document.partsOfSpeech[token].isNoun, titles.nameOfToken[token] == nil,
      referents.clusterOfHead[token] == nil, context.document.relations[token] != .compound, !context.isInTitle(token)
    else { return false }
    let word = lemma(token)
    return context.knowledge.peopleWords[word].map { $0 != "body" } ?? false
      || context.knowledge.titles[word].map { $0.kind != .respect } ?? false
      || context.knowledge.countries.country(ofPeople: word) != nil
  }

  /// Whether an article says that it is known who is meant, and nothing else does.
  private func isKnown(_ token: Int) -> Bool {
    // "the hostages … their captors"
    if let owner = context.tree.child(of: token, .possessiveModifier),
      context.document.partsOfSpeech[owner] == .pronoun,
      context.knowledge.wordClasses.contains(lemma(token), in: .fighterNoun)
    {
      return context.tree.child(of: token, .nominalModifier, .apposition, .conjunct, .numericModifier) == nil
    }
    guard let determiner = context.tree.child(of: token, .determiner),
      ["the", "these", "those"].contains(context.words[determiner])
    else { return false }
    return context.tree.children[token].allSatisfy { child in
      switch context.document.relations[child] {
      case .determiner, .caseMarking, .punctuation, .coordination, .copula, .numericModifier: true
      case .adjectivalModifier:
        context.knowledge.wordClasses.contains(context.words[child], in: .addedModifier)
          || ["alleged", "suspected", "unidentified"].contains(context.words[child])
      default: false
      }
    }
  }

  /// The noun of the description that the same people had before.
  private func earlier(than token: Int) -> Int? {
    let sentence = context.tree.sentenceOfToken[token]
    let near = known.reversed().prefix { sentence - context.tree.sentenceOfToken[$0] <= Self.reach }
    // "a man … the man": told to be the same by the words.
    guard !near.contains(where: { lemma($0) == lemma(token) && isPlural($0) == isPlural(token) }) else { return nil }
    let number = number(of: token)
    guard
      let found = near.first(where: { other in
        (number == nil || number == self.number(of: other)) && !isAlreadyIn(sentence, other, token)
          && may(token, mean: other)
      })
    else { return nil }
    return isPlural(token) || !isSomebodyNamed(between: found, token) ? found : nil
  }

  /// Whether both are parts of one clause.
  private func isAlreadyIn(_ sentence: Int, _ other: Int, _ token: Int) -> Bool {
    context.tree.sentenceOfToken[other] == sentence && context.document.heads[other] == context.document.heads[token]
  }

  private func may(_ token: Int, mean other: Int) -> Bool {
    let words = context.knowledge.wordClasses
    let (later, earlier) = (lemma(token), lemma(other))
    if ["group", "pair", "trio"].contains(later), !isPlural(token) {
      return isPlural(other) && number(of: other) != nil && !isAuthority(other)
    }
    guard isPlural(token) == isPlural(other) else { return false }
    for wordClass in [WordClassTable.Class.fighterNoun, .soldierNoun, .crowdNoun, .workerNoun]
    where words.contains(later, in: wordClass) && words.contains(earlier, in: wordClass) {
      return true
    }
    // "three ministers resigned … the officials"
    if later == "official", isPlural(token), earlier != "official" {
      return context.knowledge.titles[earlier].map { $0.kind == .office } ?? false
    }
    // "two cell leaders … the two men"
    if let number = number(of: token), number == self.number(of: other), isPlural(token),
      words.contains(later, in: .plainPersonNoun), !isDifferentSex(later, earlier)
    {
      return true
    }
    guard !isAuthority(other), !isDifferentSex(later, earlier) else { return false }
    let isIntroduced = isPlural(token) ? number(of: other) != nil : isIndefinite(other)
    guard isIntroduced else { return false }
    if words.contains(later, in: .harmedNoun) { return isDoneTo(other) }
    if words.contains(later, in: .suspectNoun) || later == "gunman" {
      if later == "accused" || earlier == "people" { return false }
      return !words.contains(earlier, in: .harmedNoun) && !words.contains(earlier, in: .soldierNoun)
    }
    return words.contains(later, in: .plainPersonNoun) && !words.contains(later, in: .attackerNoun)
      && !["driver", "victim"].contains(later)
  }

  /// Whether somebody is named between two tokens who is not only told to say something.
  private func isSomebodyNamed(between first: Int, _ last: Int) -> Bool {
    (first + 1..<last).contains { token in
      guard titles.nameOfToken[token] != nil, referents.clusterOfHead[token] != nil, isPersonal(token) else {
        return false
      }
      guard context.document.relations[token] == .subject, let verb = context.tree.head(of: token) else { return true }
      return context.knowledge.reportingWords.verb(lemma(verb)) == nil
    }
  }

  private func isPersonal(_ token: Int) -> Bool {
    context.document.entities.contains { $0.kind == .person && $0.tokens.contains(token) }
  }

  private func isDoneTo(_ token: Int) -> Bool {
    switch context.document.relations[token] {
    case .object, .passiveSubject: true
    case .nominalModifier: context.tree.child(of: token, .caseMarking).map { context.words[$0] == "of" } ?? false
    case .conjunct: context.tree.head(of: token).map { isDoneTo($0) } ?? false
    default: context.tree.child(of: token, .adnominalClause) != nil
    }
  }

  /// Whether a noun tells of those who look into a matter or speak of it.
  private func isAuthority(_ token: Int) -> Bool {
    let word = lemma(token)
    return context.knowledge.wordClasses.contains(word, in: .commonOfficeNoun)
      || context.knowledge.titles[word].map { $0.kind == .office } ?? false
      || ["police", "policeman", "authority", "witness", "leader", "lawmaker", "group", "opposition"].contains(word)
  }

  private func isDifferentSex(_ one: String, _ other: String) -> Bool {
    guard let first = sex(one), let second = sex(other) else { return false }
    return first != second
  }

  private func sex(_ word: String) -> GrammaticalGender? {
    if let known = context.knowledge.titles[word]?.gender { return known }
    if ["man", "boy", "gunman"].contains(word) { return .male }
    return ["woman", "girl"].contains(word) ? .female : nil
  }

  private func isIndefinite(_ token: Int) -> Bool {
    context.tree.child(of: token, .determiner).map { ["a", "an", "another"].contains(context.words[$0]) } ?? false
  }

  private func isPlural(_ token: Int) -> Bool {
    context.document.pennTags[token].hasSuffix("S")
      || context.knowledge.peopleWords[context.words[token]] == "people"
        && !["group", "gang", "team"].contains(context.words[token])
  }

  private func number(of token: Int) -> String? {
    context.tree.child(of: token, .numericModifier).map { context.words[$0] }
  }

  private func lemma(_ token: Int) -> String { context.document.lemmas[token].lowercased() }
}
