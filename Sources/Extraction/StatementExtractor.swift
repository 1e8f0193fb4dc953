import LanguageAnalysis

/// Turns attributions into statements with resolved speakers and what they are about.
package struct StatementExtractor: Sendable {
  package init() {}

  /// The statements in the order of the text; groups that speak are added to the entities.
  package func statements(
    in context: ArticleContext,
    entities: inout StoryEntities,
    events: [EventFact],
    attributions: [Attribution]
  ) -> [StatementFact] {
    var statements: [StatementFact] = []
    for attribution in attributions where !attribution.isUnsaid {
      statements.append(statement(attribution, in: context, entities: &entities))
    }
    addSubjects(to: &statements, entities: entities.entities, events: events)
    return statements
  }

  private func statement(
    _ attribution: Attribution,
    in context: ArticleContext,
    entities: inout StoryEntities
  ) -> StatementFact {
    let text = attribution.spans.map { context.document.text[$0] }.joined(separator: " ")
    var speaker = entity(
      attribution.speakerHead,
      speaks: attribution.hasUtterer(in: context),
      mayBeText: attribution.isText(in: context),
      in: context,
      entities: &entities
    )
    if speaker == nil, let head = attribution.textHead {
      speaker = TextDescription(context: context, head: head)?.entity(among: &entities)
    }
    return StatementFact(
      text: text.split(whereSeparator: \.isNewline).joined(separator: " "),
      isDirect: attribution.isDirect,
      spans: attribution.spans,
      speaker: speaker,
      addressee: known(attribution.addresseeHead, in: context, entities: entities),
      aboutEntities: [],
      aboutEvents: [],
      evidence: evidence(of: attribution, in: context)
    )
  }

  /// Who is spoken to, where it is somebody named or met before: who only listens makes no group.
  private func known(_ head: Int?, in context: ArticleContext, entities: StoryEntities) -> EntityIndex? {
    head.flatMap { entities.entity(headedBy: $0) ?? entities.entity(namedAt: $0) }
  }

  private func entity(
    _ head: Int?,
    speaks: Bool = false,
    mayBeText: Bool = false,
    in context: ArticleContext,
    entities: inout StoryEntities
  ) -> EntityIndex? {
    guard let head else { return nil }
    return entities.entity(headedBy: head)
      ?? EntityResolver().entity(describedBy: head, in: context, among: &entities, speaks: speaks)
      ?? textBefore(pronoun: head, in: context)?.entity(among: &entities)
      ?? subjectBefore(pronoun: head, speaks: speaks, in: context).flatMap {
        EntityResolver().entity(describedBy: $0, in: context, among: &entities, speaks: true)
      }
      ?? (mayBeText ? text(head, in: context)?.entity(among: &entities) : nil)
  }

  /// "The report found … It also concluded …": the text that was the last subject.
  private func textBefore(pronoun: Int, in context: ArticleContext) -> TextDescription? {
    guard context.words[pronoun] == "it" else { return nil }
    let index = context.tree.sentenceOfToken[pronoun]
    guard index > 0, context.document.sentences[index - 1].block == context.document.sentences[index].block else {
      return nil
    }
    let subject = context.document.sentences[index - 1].tokens.first {
      context.document.relations[$0] == .subject
    }
    return subject.flatMap { TextDescription(context: context, head: $0) }
  }

  /// "The campaign would not comment, and it said …": the subject before a pronoun that nobody known answers to.
  private func subjectBefore(pronoun: Int, speaks: Bool, in context: ArticleContext) -> Int? {
    guard speaks, ["it", "they", "he", "she"].contains(context.words[pronoun]) else { return nil }
    let sentence = context.document.sentences[context.tree.sentenceOfToken[pronoun]]
    var start = sentence.tokens.lowerBound
    let index = context.tree.sentenceOfToken[pronoun]
    if index > 0, context.document.sentences[index - 1].block == sentence.block {
      start = context.document.sentences[index - 1].tokens.lowerBound
    }
    let isPlural = context.words[pronoun] == "they"
    let isThing = context.words[pronoun] == "it"
    return (start..<pronoun).reversed().first { token in
      guard context.document.relations[token].universal == "nsubj" else { return false }
      if !isThing, !isPlural, ["one", "another"].contains(context.words[token]) { return true }
      return context.document.partsOfSpeech[token] == .noun
        && context.document.pennTags[token].hasSuffix("S") == isPlural
        && isThing == (context.knowledge.organizationWords[context.document.lemmas[token]] != nil)
    }
  }

  /// The text that speaks, or that somebody wrote of whom nothing is known.
  private func text(_ head: Int, in context: ArticleContext) -> TextDescription? {
    if let text = TextDescription(context: context, head: head) { return text }
    guard let noun = context.tree.head(of: head), context.document.relations[head] != .subject else { return nil }
    return TextDescription(context: context, head: noun)
  }

  /// The sentences that hold the words and the cue, each once.
  private func evidence(of attribution: Attribution, in context: ArticleContext) -> [Evidence] {
    attribution.tokens.compactMap { tokens in
      guard let first = tokens.first, let last = tokens.last else { return nil }
      var sentence = context.sentenceSpan(of: first)
      sentence = sentence.lowerBound..<max(sentence.upperBound, context.sentenceSpan(of: last).upperBound)
      if let cue = attribution.cue, attribution.tokens.count == 1 {
        let around = context.sentenceSpan(of: cue)
        sentence = min(sentence.lowerBound, around.lowerBound)..<max(sentence.upperBound, around.upperBound)
      }
      return Evidence(span: context.scalarSpan(of: tokens), sentence: sentence, foundBy: attribution.foundBy)
    }
  }

  // MARK: What statements are about

  /// Finds the entities and events that are named within the words of each statement, in one pass over the text.
  private func addSubjects(to statements: inout [StatementFact], entities: [Entity], events: [EventFact]) {
    var mentions: [(position: Int, entity: Int?, event: Int?)] = []
    for (index, entity) in entities.enumerated() {
      mentions += entity.mentions.map { ($0.evidence.span.lowerBound, index, nil) }
    }
    for (index, event) in events.enumerated() {
      mentions += event.mentions.map { ($0.span.lowerBound, nil, index) }
    }
    mentions.sort {
      ($0.position, $0.entity ?? .max, $0.event ?? .max) < ($1.position, $1.entity ?? .max, $1.event ?? .max)
    }
    for index in statements.indices {
      for span in statements[index].spans {
        var next = mentions.firstIndex(atOrAfter: span.lowerBound)
        while next < mentions.count, mentions[next].position < span.upperBound {
          if let entity = mentions[next].entity, !statements[index].aboutEntities.contains(entity) {
            statements[index].aboutEntities.append(entity)
          }
          if let event = mentions[next].event, !statements[index].aboutEvents.contains(event) {
            statements[index].aboutEvents.append(event)
          }
          next += 1
        }
      }
    }
  }
}

extension [(position: Int, entity: Int?, event: Int?)] {
  /// The first element at or behind a position; the elements are ordered by position.
  fileprivate func firstIndex(atOrAfter position: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].position < position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Attribution {
  /// Whether a text may be the speaker: "according to the survey", "the report found".
  func isText(in context: ArticleContext) -> Bool {
    if isSourcePhrase { return true }
    guard let cue, var speakerHead else { return false }
    if let noun = context.tree.head(of: speakerHead), noun != cue, context.tree.head(of: noun) == cue {
      speakerHead = noun
    }
    guard context.tree.head(of: speakerHead) == cue else { return false }
    // "the report's suggestion that …"
    if context.document.partsOfSpeech[cue] == .noun { return true }
    guard context.tree.head(of: speakerHead) == cue,
      context.knowledge.wordClasses.contains(context.document.lemmas[cue], in: .textVerb)
    else { return false }
    // "…, revised figures show."
    if foundBy.hasSuffix(".parenthesis") { return true }
    let isKnown = context.tree.children(of: speakerHead, .determiner).contains {
      ["the", "this", "that"].contains(context.words[$0])
    }
    if isKnown
      || context.tree.child(of: speakerHead, .possessiveModifier, .compound, .nominalModifier, .adnominalClause) != nil
    {
      return true
    }
    // "A published report says": of "a poll found" and "reports suggest" nobody is meant to speak.
    return ["say", "warn", "state", "argue", "declare", "read", "accuse", "call", "urge", "claim"]
      .contains(context.document.lemmas[cue])
      && context.tree.child(of: speakerHead, .determiner, .adjectivalModifier) != nil
  }

  /// Whether the speaker is the subject of a verb that only those who speak can be subject of.
  func hasUtterer(in context: ArticleContext) -> Bool {
    if foundBy.hasPrefix(SourcePhrases.rulePrefix + "according") { return true }
    guard let speakerHead, let cue else { return false }
    let isSubject =
      context.tree.head(of: speakerHead) == cue && context.document.relations[speakerHead].universal == "nsubj"
    if isSubject, foundBy.hasPrefix(ReportedSpeech.convictionPrefix) { return true }
    if ["one", "another", "others", "some", "many", "several", "most"].contains(context.words[speakerHead]),
      context.tree.head(of: speakerHead) == cue || context.document.lemmas[cue] == "put"
    {
      return true
    }
    // "one of these people said"
    let isCounted =
      context.document.relations[speakerHead] == .nominalModifier
      && context.tree.head(of: speakerHead).map { context.tree.head(of: $0) == cue } == true
      && context.tree.children(of: speakerHead, .caseMarking).contains { context.words[$0] == "of" }
    // "the office, which said …"
    if context.tree.head(of: cue) == speakerHead, context.document.relations[cue] == .relativeClause,
      context.document.partsOfSpeech[speakerHead] == .noun
    {
      return !context.knowledge.wordClasses.contains(context.document.lemmas[cue], in: .findingVerb)
        && context.knowledge.reportingWords.verb(context.document.lemmas[cue]) != nil
    }
    // "the campaign issued a statement saying …"
    let isIssuer =
      context.document.relations[speakerHead] == .subject
      && context.tree.head(of: speakerHead).map { context.tree.ancestors(of: cue).contains($0) } == true
    let isTakenForApposition = speakerHead + 1 == cue && context.document.relations[speakerHead] == .apposition
    return (isSubject || isTakenForApposition || isCounted || isIssuer)
      && !context.knowledge.wordClasses.contains(context.document.lemmas[cue], in: .findingVerb)
      && context.knowledge.reportingWords.verb(context.document.lemmas[cue]) != nil
  }
}
