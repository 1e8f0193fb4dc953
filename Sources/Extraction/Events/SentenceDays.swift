import ArticleReading
import Knowledge
import LanguageAnalysis

/// The days that sentences give, for those of their events that have no time of their own.
struct SentenceDays {
  private let syntax: ClauseSyntax
  private let times: TimeResolver
  private let datesOfSentence: [Int: [(head: Int, date: CalendarDate)]]
  /// The times told of in the order of the text, but for those of sayings and of clauses that only describe something.
  let told: [(head: Int, date: CalendarDate)]
  private var context: ArticleContext { syntax.context }

  init(syntax: ClauseSyntax, times: TimeResolver) {
    self.syntax = syntax
    self.times = times
    var found: [Int: [(head: Int, date: CalendarDate)]] = [:]
    for expression in times.expressions where !expression.isBoundary && !expression.isStart {
      guard let date = expression.date, !Self.datesSaying(expression.head, in: syntax) else { continue }
      found[syntax.context.tree.sentenceOfToken[expression.head], default: []].append((expression.head, date))
    }
    datesOfSentence = found
    told = found.keys.sorted().flatMap { Self.main(found[$0] ?? [], in: syntax) }
  }

  /// The times of a sentence that its main clause tells, else those of its other clauses that do not only describe.
  private static func main(
    _ dates: [(head: Int, date: CalendarDate)],
    in syntax: ClauseSyntax
  ) -> [(head: Int, date: CalendarDate)] {
    let telling = dates.filter { !isWithin(descriptions, $0.head, in: syntax) }
    let main = telling.filter { !isWithin([.adverbialClause, .adnominalClause], $0.head, in: syntax) }
    return main.isEmpty ? telling : main
  }

  private static func isWithin(_ relations: Set<DependencyRelation>, _ token: Int, in syntax: ClauseSyntax) -> Bool {
    syntax.context.tree.ancestors(of: token).contains { relations.contains(syntax.relation($0)) }
  }

  /// "said on Monday", "said in a statement on Monday", "according to police on Monday": the day of the saying.
  private static func datesSaying(_ head: Int, in syntax: ClauseSyntax) -> Bool {
    let sentence = syntax.context.document.sentences[syntax.context.tree.sentenceOfToken[head]].tokens
    let phrase = (sentence.lowerBound..<head).reversed().prefix { syntax.context.words[$0] != "," }
    if phrase.contains(where: { syntax.context.words[$0] == "according" }) { return true }
    for ancestor in syntax.context.tree.ancestors(of: head) {
      if syntax.isVerb(ancestor) {
        if datesCount(ancestor, in: syntax) { return true }
        if isBehind(ancestor, head, in: syntax) { return false }
        return syntax.context.knowledge.reportingWords.verb(syntax.lemma(ancestor)) != nil
          && !isDeed(ancestor, in: syntax)
      }
      if syntax.preposition(of: ancestor) == "according_to"
        || syntax.context.knowledge.wordClasses.contains(syntax.lemma(ancestor), in: .reportNoun)
      {
        return true
      }
      let isPhrase = [.oblique, .nominalModifier, .unmarkedOblique, .object].contains(syntax.relation(ancestor))
      guard isPhrase, !namesEvent(ancestor, in: syntax) else { return false }
    }
    return false
  }

  /// "the toll rose to 20 on Monday", "the toll rising to 20", "raised the toll to 20": the day of the counting.
  static func datesCount(_ verb: Int, in syntax: ClauseSyntax) -> Bool {
    let tree = syntax.context.tree
    if growing.contains(syntax.lemma(verb)) {
      let counted =
        tree.children(of: verb, .subject)
        + (syntax.relation(verb) == .adnominalClause ? [tree.head(of: verb)].compactMap { $0 } : [])
      return counted.contains { counts.contains(syntax.lemma($0)) }
    }
    return giving.contains(syntax.lemma(verb))
      && tree.children(of: verb, .object).contains { counts.contains(syntax.lemma($0)) }
  }

  private static let growing: Set = [
    "rise", "climb", "reach", "stand", "grow", "increase", "jump", "pass", "exceed", "go",
  ]
  private static let giving: Set = ["bring", "raise", "take", "push", "put", "revise", "lift", "lower"]
  private static let counts: Set = ["toll", "number", "total", "count", "figure", "tally"]

  /// "On Monday a gunman shot five, reported officials": what is said stands before the verb.
  private static func isBehind(_ verb: Int, _ head: Int, in syntax: ClauseSyntax) -> Bool {
    verb > head + 2 && syntax.context.words[verb - 1] == "," && syntax.context.tree.head(of: head) == verb
      && verb + 1 < syntax.context.document.tokenCount
      && (syntax.partOfSpeech(verb + 1).isNoun || syntax.partOfSpeech(verb + 1) == .determiner)
  }

  /// "pleaded guilty at a hearing on Monday", "praised them on Monday": a word that is done and reports nothing.
  private static func isDeed(_ verb: Int, in syntax: ClauseSyntax) -> Bool {
    if ["respond", "react", "reply"].contains(syntax.lemma(verb)) { return !syntax.has(verb, .clausalComplement) }
    return !syntax.has(verb, .clausalComplement, .parataxis)
      && syntax.context.knowledge.events.entries(trigger: syntax.lemma(verb)).contains { $0.part == .verb }
  }

  private static func namesEvent(_ noun: Int, in syntax: ClauseSyntax) -> Bool {
    syntax.partOfSpeech(noun).isNoun
      && syntax.context.knowledge.events.entries(trigger: syntax.lemma(noun)).contains { $0.part == .noun }
  }

  /// The one day on which somebody says what a sentence tells: "Yesterday the king announced …".
  func dayOfSaying(in sentence: Int) -> CalendarDate? {
    let days = times.expressions.filter { expression in
      context.tree.sentenceOfToken[expression.head] == sentence && !expression.isBoundary && !expression.isStart
        && expression.date?.day != nil
    }
    guard let first = days.first?.date, days.allSatisfy({ $0.date == first }),
      days.allSatisfy({ Self.datesSaying($0.head, in: syntax) })
    else { return nil }
    return first
  }

  /// The one day that the main clause of a sentence gives.
  func day(of sentence: Int) -> CalendarDate? {
    let days = told.filter { context.tree.sentenceOfToken[$0.head] == sentence && $0.date.day != nil }
    // "Police investigating the deaths of men found on Monday have arrested two": the main clause has no day.
    let isPerfect = context.document.sentences[sentence].tokens.contains {
      syntax.relation($0) == .root && isPresentPerfect($0)
    }
    return common(isPerfect ? days.filter { !Self.isWithin([.adnominalClause], $0.head, in: syntax) } : days)
  }

  /// The one day that a sentence gives to an event of it.
  ///
  /// - Parameter token: The event's word; a day told in a clause that only describes something else is not its day.
  func day(for token: Int) -> CalendarDate? {
    let isVerb = syntax.isVerb(token)
    if !isVerb, let beside = dayBeside(token) { return beside }
    guard takesDay(token) else { return nil }
    return common(
      (datesOfSentence[context.tree.sentenceOfToken[token]] ?? []).filter {
        !isAside($0.head, from: token) && (isVerb || clause(of: $0.head) == clause(of: token))
      }
    )
  }

  /// "since his arrest in August 2018": a noun that lies at another time than its clause has the day that stands right
  /// after it, whatever that is tied to.
  func dayBeside(_ noun: Int) -> CalendarDate? {
    let isNamed = syntax.relation(noun) == .nominalModifier && Self.namesEvent(noun, in: syntax)
    guard liesElsewhere(noun) || isNamed else { return nil }
    let sentence = context.document.sentences[context.tree.sentenceOfToken[noun]].tokens
    // "his arrest in a village in Serbia in May 2011"
    for token in (noun + 1)..<max(noun + 1, min(sentence.upperBound, noun + 12)) {
      if let next = times.expression(overlapping: token..<token + 1) {
        // "survivors of an outbreak in Zenda in 1995": a day is rather that of the clause.
        let isClose = liesElsewhere(noun) || next.date?.day == nil
        return next.tokens.lowerBound == token && !next.isBoundary && isClose ? next.date : nil
      }
      let isOfPlace =
        syntax.partOfSpeech(token).isNoun || [.adjective, .determiner].contains(syntax.partOfSpeech(token))
        || ["in", "on", "at", "near", "outside", "of"].contains(context.words[token])
      guard isOfPlace else { return nil }
    }
    return nil
  }

  private func common(_ dates: [(head: Int, date: CalendarDate)]) -> CalendarDate? {
    guard let first = dates.first, first.date.month != nil || isFronted(first.head),
      dates.allSatisfy({ $0.date == first.date })
    else { return nil }
    return first.date
  }

  /// "In 2014, rebels seized the city and thousands fled": a time at the head of a sentence is that of all it tells.
  func isFronted(_ head: Int) -> Bool {
    guard let expression = times.expression(overlapping: head..<head + 1) else { return false }
    let sentence = context.document.sentences[context.tree.sentenceOfToken[head]].tokens
    return (sentence.lowerBound..<expression.tokens.lowerBound).allSatisfy {
      syntax.partOfSpeech($0) == .adposition
        || context.words[$0] == "the"
    }
  }

  /// The verb of the clause that a word stands in, or the root of its sentence.
  private func clause(of token: Int) -> Int {
    let above = context.tree.ancestors(of: token)
    var verb = above.first(where: syntax.isVerb) ?? above.last ?? token
    // "hit a wall and caught fire on Monday": clauses of one subject are one.
    while syntax.relation(verb) == .conjunct, !syntax.has(verb, .subject, .passiveSubject),
      let first = context.tree.head(of: verb), syntax.isVerb(first)
    {
      verb = first
    }
    return verb
  }

  private static let descriptions: Set<DependencyRelation> = [.relativeClause, .adverbialRelativeClause]
  /// Prepositions of what lies at another time than the clause, or at none: "after the attack", "jailed for murder".
  private static let borders: Set = [
    "after", "before", "since", "following", "until", "despite", "over", "about", "for", "of", "against",
    "because_of", "due_to", "into", "ahead_of", "prior_to", "from", "under",
  ]

  /// Whether a time expression and the event's word stand in clauses or phrases with times of their own.
  private func isAside(_ head: Int, from token: Int) -> Bool {
    let path = [token] + context.tree.ancestors(of: token)
    let pathOfTime = context.tree.ancestors(of: head)
    return pathOfTime.contains { !path.contains($0) && hasOwnTime($0) }
      || path.contains {
        !pathOfTime.contains($0)
          && (liesElsewhere($0) || syntax.relation($0) == .conjunct && (isPresentPerfect($0) || isSequel($0))
            || syntax.relation($0) == .clausalComplement && isPerfect($0))
      }
  }

  /// Whether a word heads a clause or names an event that has a time of its own, not that of what stands around it.
  private func hasOwnTime(_ token: Int) -> Bool {
    switch syntax.relation(token) {
    case .relativeClause, .adverbialRelativeClause: true
    case .parataxis: syntax.isVerb(token) && syntax.has(token, .subject, .passiveSubject)
    case .conjunct:
      syntax.isVerb(token)
        && (syntax.has(token, .subject, .passiveSubject) || followsPhrases(token) || isPresentPerfect(token))
    case .adverbialClause:
      syntax.has(token, .marker) && syntax.has(token, .subject, .passiveSubject) || isBareParticiple(token)
    case .object: Self.namesEvent(token, in: syntax)
    case .oblique, .nominalModifier:
      syntax.preposition(of: token).map { Self.borders.contains($0) } ?? false
        && (Self.namesEvent(token, in: syntax)
          || ["after", "before", "until", "since", "following", "despite"].contains(syntax.preposition(of: token)))
    default: false
    }
  }

  /// Whether a word stands in a phrase or clause that lies at another time than what it hangs on.
  func liesApart(_ token: Int) -> Bool {
    ([token] + context.tree.ancestors(of: token)).contains(where: liesElsewhere)
  }

  /// "was charged in May and has denied it".
  private func isPresentPerfect(_ verb: Int) -> Bool {
    context.tree.children(of: verb, .auxiliary).contains { ["has", "have"].contains(context.words[$0]) }
  }

  /// "announced that it had saved", "said it has been used": what was done by then.
  private func isPerfect(_ verb: Int) -> Bool {
    context.tree.children(of: verb, .auxiliary).contains { ["has", "have", "had"].contains(context.words[$0]) }
  }

  /// "closed the schools on 3 May and later banned meetings": what was done at another time.
  private func isSequel(_ verb: Int) -> Bool {
    context.tree.children(of: verb, .adverbialModifier).contains {
      context.knowledge.wordClasses.contains(context.words[$0], in: .sequelAdverb)
    }
  }

  /// "Born in Strelsau in 1941, he met …": what somebody or something went through before what the sentence tells.
  private func isBareParticiple(_ verb: Int) -> Bool {
    syntax.tag(verb) == "VBN" && !syntax.has(verb, .marker, .auxiliary, .passiveAuxiliary, .subject, .passiveSubject)
  }

  /// "was arrested at the scene and released on Tuesday": a later verb's time is not that of a verb with phrases of its own.
  private func followsPhrases(_ verb: Int) -> Bool {
    guard let first = context.tree.head(of: verb), first < verb else { return false }
    return context.tree.children(of: first, .oblique, .unmarkedOblique).contains { first < $0 && $0 < verb }
  }

  /// "in the aftermath of the attack": what it followed lies before.
  private static let sequels: Set = ["aftermath", "wake", "anniversary"]

  /// Whether what a word heads lies at another time than the clause above.
  private func liesElsewhere(_ token: Int) -> Bool {
    switch syntax.relation(token) {
    case .relativeClause, .adverbialRelativeClause: true
    case .nominalModifier where syntax.preposition(of: token) == "of": false
    case .oblique where Self.sequels.contains(syntax.lemma(token)),
      .nominalModifier where Self.sequels.contains(syntax.lemma(token)):
      true
    case .object:
      context.tree.head(of: token).map { context.knowledge.wordClasses.contains(syntax.lemma($0), in: .distantVerb) }
        ?? false
    case .oblique, .nominalModifier, .adverbialClause, .adnominalClause:
      syntax.preposition(of: token).map { Self.borders.contains($0) } ?? false
    default: false
    }
  }

  /// Whether a word stands in a clause of its sentence directly, so that the sentence's day may be its own.
  private func takesDay(_ token: Int) -> Bool {
    syntax.isVerb(token) || ![.nominalModifier, .compound].contains(syntax.relation(token))
  }
}
