import Knowledge
import LanguageAnalysis

/// Tells who gives a figure.
struct FigureSources {
  private let context: ArticleContext
  private let syntax: SpeechSyntax
  /// The attributions that cover each sentence.
  private let attributionsOfSentence: [Int: [Attribution]]
  private var document: Document { context.document }
  private var tree: DependencyTree { context.tree }
  private var words: [String] { context.words }

  /// Who gives a figure.
  struct Source {
    /// Head token of the phrase that names them.
    var head: Int
    /// Whether they are the subject of a verb of which only those who speak can be subject.
    var speaks: Bool
  }

  init(context: ArticleContext, attributions: [Attribution]) {
    self.context = context
    syntax = SpeechSyntax(context: context)
    var covering: [Int: [Attribution]] = [:]
    for attribution in attributions where attribution.speakerHead != nil {
      var sentences: [Int] = []
      for tokens in attribution.tokens {
        guard let first = tokens.first, let last = tokens.last else { continue }
        sentences += Array(context.tree.sentenceOfToken[first]...context.tree.sentenceOfToken[last])
      }
      var seen = -1
      for sentence in sentences where sentence != seen {
        covering[sentence, default: []].append(attribution)
        seen = sentence
      }
    }
    attributionsOfSentence = covering
  }

  /// Who gives a figure: the speaker of the narrowest words that hold it, else who counted it, else who speaks in the
  /// clause beside it.
  func source(of figure: Figure) -> Source? {
    if let speaker = speaker(of: figure) { return speaker }
    let head =
      herald(of: figure) ?? counter(of: figure).flatMap { isTime($0) ? nil : $0 } ?? speaker(behind: figure) ?? speaker(
        before: figure
      )
      ?? owner(ofCountBeside: figure) ?? agent(behind: figure)
    return head.map { Source(head: $0, speaks: true) }
  }

  private func speaker(of figure: Figure) -> Source? {
    let token = figure.quantity.numberEnd
    let covering = (attributionsOfSentence[tree.sentenceOfToken[token]] ?? []).filter { attribution in
      attribution.tokens.contains { $0.contains(token) }
    }
    let narrowest = covering.min { left, right in
      (left.length, left.order) < (right.length, right.order)
    }
    guard let narrowest, let head = narrowest.speakerHead else { return nil }
    // "The minister said 81 were hurt, while the mayor spoke of 106"
    if let counter = counter(of: figure, within: narrowest), counter != head {
      return Source(head: counter, speaks: true)
    }
    // "Local media reports said"
    if context.knowledge.wordClasses.contains(document.lemmas[head], in: .tallyTextNoun),
      let owner = tree.children(of: head, .possessiveModifier, .compound).first(where: canCount)
    {
      return Source(head: owner, speaks: true)
    }
    return Source(head: head, speaks: narrowest.hasUtterer(in: context))
  }

  // MARK: Who counts

  /// "had been confirmed by nightfall"
  private func isTime(_ token: Int) -> Bool {
    context.knowledge.timeWords[words[token]] != nil || ["nightfall", "midday", "sunset"].contains(words[token])
  }

  /// Who is told by somebody else to give the figure.
  private func counter(of figure: Figure, within attribution: Attribution) -> Int? {
    guard let head = counter(of: figure), attribution.tokens.contains(where: { $0.contains(head) }),
      let verb = tree.head(of: head), document.partsOfSpeech[verb] == .verb,
      context.knowledge.wordClasses.contains(document.lemmas[verb], in: .estimatingVerb)
    else { return nil }
    return head
  }

  /// Who counted the people: "a doctor put the number at 38", "no deaths were reported by the army".
  func counter(of figure: Figure) -> Int? {
    var token = figure.quantity.node
    for _ in 0..<6 {
      guard let head = tree.head(of: token) else { return nil }
      if document.partsOfSpeech[head] == .verb {
        if ["speak", "talk", "tell"].contains(document.lemmas[head]),
          tree.children(of: token, .caseMarking).contains(where: { words[$0] == "of" })
            || figure.quantity.tokens.lowerBound > 0 && words[figure.quantity.tokens.lowerBound - 1] == "of"
        {
          return syntax.speaker(counting: head)
        }
        // "claimed 60 lives"
        if document.lemmas[head] == "claim", document.lemmas[token] == "life" { return nil }
        if context.knowledge.wordClasses.contains(document.lemmas[head], in: .countingVerb),
          document.relations[head] != .adverbialClause
        {
          return syntax.speaker(counting: head)
        }
        let sums =
          document.relations[head] == .adverbialClause && document.pennTags[head] == "VBG"
          && context.knowledge.wordClasses.contains(document.lemmas[head], in: .summingVerb)
        // "put the number of civilians killed at six": the tree may hang the number on "killed".
        guard
          [.openClausalComplement, .clausalComplement, .conjunct, .adnominalClause].contains(document.relations[head])
            || sums || context.knowledge.wordClasses.contains(document.lemmas[head], in: .countingVerb)
        else {
          return nil
        }
        if !sums, context.knowledge.wordClasses.contains(document.lemmas[head], in: .countingVerb) {
          return syntax.speaker(counting: head)
        }
      }
      token = head
    }
    return nil
  }

  /// Who keeps the count that a figure is the object of: "Graustark has registered 90 deaths".
  func keeper(of figure: Figure) -> Int? {
    var token = figure.quantity.node
    if document.relations[token] == .conjunct, let first = tree.head(of: token) { token = first }
    // "Graustark put its death toll at 344"
    if let verb = tree.head(of: token),
      context.knowledge.wordClasses.contains(document.lemmas[verb], in: .tollGivingVerb),
      let toll = tree.child(of: verb, .object),
      tree.children(of: toll, .possessiveModifier).contains(where: { ["its", "their"].contains(words[$0]) })
    {
      return tree.child(of: verb, .subject)
    }
    guard document.relations[token] == .object, let verb = tree.head(of: token),
      context.knowledge.wordClasses.contains(document.lemmas[verb], in: .registeringVerb)
    else { return nil }
    return tree.child(of: verb, .subject)
  }

  // MARK: Who speaks beside it

  /// "Police: 79 drowned": whoever opens a headline before a colon.
  private func herald(of figure: Figure) -> Int? {
    let sentence = document.sentences[tree.sentenceOfToken[figure.quantity.node]].tokens
    let start = figure.quantity.tokens.lowerBound
    guard context.isInTitle(start), let colon = (sentence.lowerBound..<start).first(where: { words[$0] == ":" }),
      colon > sentence.lowerBound, colon <= sentence.lowerBound + 4, canCount(colon - 1)
    else { return nil }
    return syntax.speaker(named: colon - 1)
  }

  /// "…, the ministry announced, while …": a clause of saying behind the figure that the tree ties elsewhere.
  private func speaker(behind figure: Figure) -> Int? {
    let sentence = document.sentences[tree.sentenceOfToken[figure.quantity.node]].tokens
    let start = max(figure.tokens.upperBound, figure.quantity.numberEnd + 1)
    guard start < sentence.upperBound else { return nil }
    for verb in start..<sentence.upperBound {
      guard isPlainSaying(verb) else { continue }
      // "Eleven died; they had, their father says, paid smugglers": said of the second clause alone.
      if (start..<verb).contains(where: { words[$0] == ";" }),
        (verb + 1..<sentence.upperBound).contains(where: { document.partsOfSpeech[$0] == .verb })
      {
        return nil
      }
      let isTelling = context.knowledge.reportingWords.verb(document.lemmas[verb])?.manner == .tell
      if words[verb - 1] == ",", !isTelling, let noun = noun(behind: verb, in: sentence) {
        return syntax.speaker(named: noun)
      }
      guard isClosed(behind: verb, in: sentence) else { return nil }
      if let speaker = syntax.subject(of: verb), speaker > start, speaker < verb, let first = opening(of: speaker),
        first > start, words[first - 1] == ","
      {
        return syntax.speaker(named: speaker, of: verb)
      }
      return noun(before: verb, behind: start).flatMap { syntax.speaker(named: $0) }
    }
    return nil
  }

  /// ", said Smith": the noun right behind the verb.
  private func noun(behind verb: Int, in sentence: Range<Int>) -> Int? {
    let found = syntax.nearestNoun(to: verb, within: verb..<min(sentence.upperBound, verb + 8))
    return found.flatMap { $0 > verb ? $0 : nil }
  }

  /// "…, the minister, Ana Belo, has said": the noun right before the verb, where a comma parts it from what is said.
  private func noun(before verb: Int, behind start: Int) -> Int? {
    var token = verb - 1
    while token > start, [.auxiliary, .adverb].contains(document.partsOfSpeech[token]) || words[token] == "," {
      token -= 1
    }
    guard token > start, document.partsOfSpeech[token].isNoun,
      let comma = (start..<token).last(where: { words[$0] == "," }),
      !(comma..<token).contains(where: { ["VBD", "VBZ", "VBP", "VB"].contains(document.pennTags[$0]) })
    else { return nil }
    while let head = tree.head(of: token), head > comma, head < verb, document.partsOfSpeech[head].isNoun,
      [.compound, .flat, .nominalModifier, .possessiveModifier, .conjunct].contains(document.relations[token])
    {
      token = head
    }
    return token
  }

  private func isPlainSaying(_ verb: Int) -> Bool {
    guard let entry = syntax.reportingVerb(verb), !syntax.isUnsaid(verb), !syntax.isPassive(verb),
      document.relations[verb] != .relativeClause
    else { return false }
    return [.say, .write, .tell].contains(entry.manner) && words[verb] != "called"
  }

  /// Whether nothing that is said follows a verb of saying.
  private func isClosed(behind verb: Int, in sentence: Range<Int>) -> Bool {
    guard verb + 1 < sentence.upperBound else { return true }
    if let object = tree.child(of: verb, .indirectObject, .object), object > verb,
      context.knowledge.reportingWords.verb(document.lemmas[verb])?.manner == .tell
    {
      return tree.child(of: verb, .clausalComplement).map { $0 < verb } ?? true
    }
    return [
      ",", ".", ";", "on", "in", "at", "late", "early", "earlier", "after", "as", "while", "by", "citing", "quoting",
    ]
    .contains(words[verb + 1])
      || document.entities.contains { $0.kind == .date && $0.tokens.contains(verb + 1) }
  }

  private func opening(of head: Int) -> Int? { tree.subtree(of: head).min() }

  /// "…, as reported by the ministry", "…, per local media".
  private func agent(behind figure: Figure) -> Int? {
    let sentence = document.sentences[tree.sentenceOfToken[figure.quantity.node]].tokens
    for token in max(
      figure.tokens.upperBound,
      sentence.lowerBound + 1
    )..<max(figure.tokens.upperBound, sentence.upperBound) {
      if words[token] == "per", words[token - 1] == ",", token + 1 < sentence.upperBound,
        let noun = syntax.nearestNoun(to: token, within: token..<min(sentence.upperBound, token + 6)), canCount(noun)
      {
        return syntax.speaker(named: noun)
      }
      // "102 died, not 128 as claimed by the party"
      if document.partsOfSpeech[token] == .numeral { return nil }
      if words[token - 1] == "as", syntax.reportingVerb(token) != nil, document.pennTags[token] == "VBN",
        let agent = tree.child(of: token, .obliqueAgent) ?? syntax.byPhrase(of: token)
      {
        return syntax.speaker(named: agent)
      }
    }
    return nil
  }

  /// "…, the agency said on Monday, with 6,900 people injured": what a sentence adds to the words that somebody said.
  private func speaker(before figure: Figure) -> Int? {
    let number = tree.sentenceOfToken[figure.quantity.node]
    let sentence = document.sentences[number].tokens
    let start = figure.quantity.tokens.lowerBound
    if let that = (sentence.lowerBound..<start).last(where: { words[$0] == "that" && document.pennTags[$0] == "IN" }),
      let verb = (sentence.lowerBound..<that).last(where: { syntax.reportingVerb($0) != nil }),
      isPlainSaying(verb), let subject = syntax.subject(of: verb), subject < verb
    {
      return syntax.speaker(named: subject, of: verb)
    }
    let attribution = (attributionsOfSentence[number] ?? []).last { attribution in
      attribution.cue.map { sentence.contains($0) && $0 < start } ?? false && !attribution.isUnsaid
        && attribution.tokens.allSatisfy { $0.upperBound <= start }
    }
    guard let attribution, let cue = attribution.cue,
      let comma = (cue..<start).last(where: { words[$0] == "," }), comma + 1 < start,
      Self.additions.contains(words[comma + 1])
        || document.pennTags[comma + 1] == "VBG"
          && context.knowledge.wordClasses.contains(document.lemmas[comma + 1], in: .summingVerb)
    else { return nil }
    return attribution.speakerHead
  }

  private static let additions: Set = ["with", "including", "among", "and"]

  // MARK: Whose count it is

  /// "by the count of the governor", "the Red Cross's own count was 300", "ministry figures spoke of six dead".
  private func owner(ofCountBeside figure: Figure) -> Int? {
    let sentence = document.sentences[tree.sentenceOfToken[figure.quantity.node]].tokens
    let above = [figure.quantity.node] + tree.ancestors(of: figure.quantity.node)
    for noun in sentence
    where context.knowledge.wordClasses.contains(document.lemmas[noun], in: .tallyNoun)
      && document.partsOfSpeech[noun].isNoun
    {
      guard let head = tree.head(of: noun), above.contains(head),
        document.relations[noun].universal == "nsubj"
          || tree.children(of: noun, .caseMarking).contains(where: { ["by", "on", "from"].contains(words[$0]) })
      else { continue }
      // "the toll given by the army", "figures released by the ministry"
      let givers = tree.children(of: noun, .adnominalClause).compactMap { clause in
        context.knowledge.wordClasses.contains(document.lemmas[clause], in: .releasingVerb)
          ? tree.child(of: clause, .obliqueAgent) ?? syntax.byPhrase(of: clause) : nil
      }
      let owners =
        givers + tree.children(of: noun, .possessiveModifier, .compound)
        + tree.children(of: noun, .nominalModifier).filter { phrase in
          // "by the count of the governor", not "the toll of soldiers"
          document.pennTags[phrase] != "NNS"
            && tree.children(of: phrase, .caseMarking).contains { ["of", "by", "from"].contains(words[$0]) }
        }
      if let owner = owners.first(where: canCount) { return syntax.speaker(named: owner) }
    }
    return nil
  }

  private func canCount(_ token: Int) -> Bool {
    let lemma = document.lemmas[token]
    return context.knowledge.organizationWords[lemma.lowercased()] != nil || context.knowledge.titles[lemma] != nil
      || context.knowledge.peopleWords[lemma] != nil
      || document.entities.contains {
        [.person, .organization].contains($0.kind) && $0.tokens.contains(token)
      }
  }
}

extension Attribution {
  /// Number of its tokens.
  fileprivate var length: Int { tokens.reduce(0) { $0 + $1.count } }
}
