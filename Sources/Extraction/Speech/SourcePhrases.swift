import LanguageAnalysis

/// Phrases that name a source: "according to the ministry".
struct SourcePhrases {
  /// One phrase.
  struct Phrase {
    /// The first word of the preposition.
    var cue: Int
    /// The tokens of the whole phrase, commas around it left out.
    var tokens: Range<Int>
    /// Head token of the source.
    var speaker: Int
    /// The rule that found it.
    var foundBy: String
  }

  /// What the names of the rules for these phrases begin with.
  static let rulePrefix = "speech:source:"

  /// The phrases in the order of the text.
  let phrases: [Phrase]

  /// Finds the phrases of an article.
  init(context: ArticleContext) {
    var phrases: [Phrase] = []
    let prepositions = context.knowledge.reportingWords.prepositions
    for sentence in context.document.sentences {
      for token in sentence.tokens {
        if let phrase = Self.possessive(from: token, in: sentence.tokens, context: context) {
          phrases.append(phrase)
          continue
        }
        let found = prepositions.first { words in
          token + words.count < sentence.tokens.upperBound
            && words.indices.allSatisfy { context.words[token + $0] == words[$0] }
        }
        guard let found, found != ["per"] || Self.isSetApart(token, in: sentence.tokens, context: context) else {
          continue
        }
        let start = token + found.count
        guard let head = Self.head(from: start, in: sentence.tokens, context: context) else { continue }
        let end = Self.end(of: head, from: start, in: sentence.tokens, context: context)
        let syntax = SpeechSyntax(context: context)
        phrases.append(
          Phrase(
            cue: token,
            tokens: token..<end,
            speaker: syntax.speaker(named: head) ?? head,
            foundBy: Self.rulePrefix + found.joined(separator: "-")
          )
        )
      }
    }
    self.phrases = phrases
  }

  /// "Per Hart, the road is open": no rate such as "per day".
  private static func isSetApart(_ token: Int, in sentence: Range<Int>, context: ArticleContext) -> Bool {
    guard token == sentence.lowerBound || context.words[token - 1] == ",",
      let name = context.document.entities.first(where: {
        $0.tokens.contains(token + 1) || $0.tokens.contains(token + 2)
      })
    else { return false }
    return [.person, .organization].contains(name.kind)
  }

  /// The nouns of a source behind a preposition; none stands for all of the table.
  private static let sourceNouns: [String: Set<String>] = [
    "in": [], "by": ["account", "reckoning", "telling", "estimate", "estimation"], "to": ["eye", "mind"],
  ]

  /// "in the mayor's opinion", "by his own account".
  private static func possessive(from token: Int, in sentence: Range<Int>, context: ArticleContext) -> Phrase? {
    let nouns = sourceNouns[context.words[token]]
    guard let nouns, context.document.relations[token] == .caseMarking,
      let noun = context.tree.head(of: token), noun > token, noun - token <= 8,
      context.document.partsOfSpeech[noun] == .noun,
      nouns.isEmpty || nouns.contains(context.document.lemmas[noun]),
      context.knowledge.wordClasses.contains(context.document.lemmas[noun], in: .sourceNoun)
        || context.knowledge.wordClasses.contains(context.words[noun], in: .sourceNoun),
      let owner = context.tree.child(of: noun, .possessiveModifier), owner > token, owner < noun,
      !["my", "your", "our", "its"].contains(context.words[owner]),
      token == sentence.lowerBound || context.words[token - 1] == "," || context.document.relations[noun] == .oblique,
      noun + 1 < sentence.upperBound, context.document.partsOfSpeech[noun + 1] == .punctuation
    else { return nil }
    return Phrase(
      cue: token,
      tokens: token..<(noun + 1),
      speaker: SpeechSyntax(context: context).speaker(named: owner) ?? owner,
      foundBy: rulePrefix + context.words[token] + "-" + context.document.lemmas[noun]
    )
  }

  /// The first phrase whose preposition stands in a run of tokens.
  func first(in tokens: Range<Int>) -> Phrase? {
    var low = 0
    var high = phrases.count
    while low < high {
      let middle = (low + high) / 2
      if phrases[middle].cue < tokens.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < phrases.count && tokens.contains(phrases[low].cue) ? phrases[low] : nil
  }

  /// The head of the noun phrase that begins at a token.
  private static func head(from start: Int, in sentence: Range<Int>, context: ArticleContext) -> Int? {
    let document = context.document
    guard
      let first = (start..<sentence.upperBound).first(where: {
        document.partsOfSpeech[$0].isNoun || document.partsOfSpeech[$0] == .pronoun
      }), first < start + 8
    else { return nil }
    var head = first
    while let next = context.tree.head(of: head), next >= start, next < first + 15,
      document.partsOfSpeech[next].isNoun,
      [.compound, .flat, .possessiveModifier, .adjectivalModifier, .unmarkedNominalModifier, .descriptiveModifier]
        .contains(document.relations[head])
    {
      head = next
    }
    return head
  }

  /// Where the phrase ends: with what hangs on its head, clauses and later sentences left out.
  private static func end(of head: Int, from start: Int, in sentence: Range<Int>, context: ArticleContext) -> Int {
    let document = context.document
    var end = head + 1
    var included = Set(start...head)
    while end < sentence.upperBound {
      let above = document.heads[end]
      guard included.contains(above) || (above > end && above < sentence.upperBound && isBelow(end, included, context))
      else { break }
      if [.parataxis, .clausalComplement].contains(document.relations[end]) { break }
      if context.words[end] == ",", end + 1 < sentence.upperBound, document.relations[end + 1] == .marker,
        ["because", "although", "though", "while", "if", "unless", "since", "so", "whereas"]
          .contains(context.words[end + 1])
      {
        break
      }
      included.insert(end)
      end += 1
    }
    while end > head + 1, document.partsOfSpeech[end - 1] == .punctuation { end -= 1 }
    // The mark behind a quoted name belongs to it.
    let marks: Set = ["\"", "”", "''"]
    if end < sentence.upperBound, marks.contains(document.forms[end]),
      (start..<end).count(where: { ["\"", "“", "``"].contains(document.forms[$0]) }) == 1
    {
      end += 1
    }
    return end
  }

  private static func isBelow(_ token: Int, _ included: Set<Int>, _ context: ArticleContext) -> Bool {
    var current = token
    for _ in 0..<12 {
      guard let head = context.tree.head(of: current) else { return false }
      if included.contains(head) { return true }
      if [.parataxis, .clausalComplement].contains(context.document.relations[head]) { return false }
      current = head
    }
    return false
  }
}
