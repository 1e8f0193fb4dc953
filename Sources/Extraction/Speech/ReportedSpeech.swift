import Knowledge
import LanguageAnalysis

/// Finds clauses that are reported as somebody's words: "Smith said that …", "…, officials said", "According to …".
struct ReportedSpeech {
  let context: ArticleContext
  let syntax: SpeechSyntax
  let sources: SourcePhrases
  let quotations: [Quotation]
  let quotationOfToken: [Int]
  /// The tokens of names that can speak.
  private let speakingNames: Set<Int>
  var document: Document { context.document }
  var tree: DependencyTree { context.tree }

  init(context: ArticleContext, quotations: [Quotation], quotationOfToken: [Int], sources: SourcePhrases) {
    self.context = context
    syntax = SpeechSyntax(context: context)
    self.sources = sources
    self.quotations = quotations
    self.quotationOfToken = quotationOfToken
    let names = context.document.entities.filter { $0.kind != .date && $0.kind != .thing }
    speakingNames = Set(names.flatMap(\.tokens))
  }

  /// The reported clauses in the order of their cues.
  func attributions() -> [Attribution] {
    var found: [Attribution] = []
    for sentence in document.sentences {
      var told: [Attribution] = []
      var position = sentence.tokens.lowerBound
      while let phrase = sources.first(in: position..<sentence.tokens.upperBound) {
        if let attribution = attribution(to: phrase, in: sentence.tokens) { told.append(attribution) }
        position = phrase.cue + 1
      }
      for token in sentence.tokens where quotationOfToken[token] < 0 {
        if let entry = syntax.reportingVerb(token) {
          if let attribution = completed(
            attribution(ofVerb: token, entry: entry, in: sentence.tokens),
            by: parenthesis(of: token, entry: entry, in: sentence.tokens),
            cue: token,
            entry: entry
          ) {
            told.append(attribution)
          }
        } else if let entry = syntax.reportingNoun(token), let attribution = attribution(ofNoun: token, entry: entry) {
          told.append(attribution)
        }
        let roundabout =
          attribution(ofView: token) ?? attribution(ofConviction: token) ?? attribution(ofCleft: token)
          ?? attribution(ofMakingClear: token) ?? attribution(ofExpletiveView: token)
        if let roundabout { told.append(roundabout) }
      }
      found += withoutParentheses(told, in: sentence.tokens)
    }
    return found
  }

  // MARK: Verbs

  private func attribution(
    ofVerb verb: Int,
    entry: ReportingWordTable.Entry,
    in sentence: Range<Int>
  ) -> Attribution? {
    let trailing = trailingSpeaker(of: verb, in: sentence)
    let speaker = syntax.speaker(ofVerb: verb) ?? trailing?.head ?? syntax.speaker(before: verb)
    if syntax.isPassive(verb), speaker == nil || syntax.isOpening(verb) { return nil }
    switch entry.manner {
    case .describe, .believe, .nod: return attribution(ofPhraseUnder: verb, entry: entry, speaker: speaker)
    case .think where !isHeld(verb, by: speaker): return nil
    case .show
    where speaker.map({ isPersonal($0) || syntax.isWriting($0) && (isHolding(verb) || state(under: verb) != nil) })
      != true:
      return nil
    default: break
    }
    guard
      let told = told(by: verb, entry: entry, speaker: speaker, isSpoken: trailing != nil, in: sentence)
    else { return attribution(ofPhraseUnder: verb, entry: entry, speaker: speaker) }
    var clause = withoutAdding(Set(told.clause).sorted(), behind: verb)
    let naming = trailing?.tokens ?? closingPhrase(of: verb, in: sentence)
    clause.removeAll { source(of: $0) || naming?.contains($0) == true }
    clause = trimmed(clause)
    var attribution = self.attribution(clause, cue: verb, foundBy: "speech:" + told.rule)
    attribution?.speakerHead =
      speaker
      ?? (syntax.isPassive(verb) ? nil : noun(near: verb, entry, within: outside(clause, around: verb, sentence)))
    attribution?.addresseeHead = syntax.addressee(ofVerb: verb)
    attribution?.isUnsaid = syntax.isUnsaid(verb)
    return attribution
  }

  /// The words that a verb of saying tells, and the rule that found them.
  private func told(
    by verb: Int,
    entry: ReportingWordTable.Entry,
    speaker: Int?,
    isSpoken: Bool,
    in sentence: Range<Int>
  ) -> (clause: [Int], rule: String)? {
    if let inserted = inserted(verb, in: sentence) { return (inserted, entry.id + ".inserted") }
    if entry.manner != .demand || tree.child(of: verb, .clausalComplement) != nil,
      let complement = complement(of: verb)
    {
      return (clause(headedBy: complement, toldBy: verb, speaker: speaker), entry.id)
    }
    if let figure = reportedFigure(of: verb, in: sentence) { return (Array(figure), entry.id + ".figure") }
    if let host = host(of: verb, isSpoken: isSpoken) {
      return (tokens(of: host, without: verb), entry.id + ".inserted")
    }
    guard ![.demand, .ask, .think, .cite].contains(entry.manner), let rest = textualComplement(of: verb, in: sentence)
    else { return nil }
    return (Array(rest), entry.id + ".by-words")
  }

  /// The words of a complement with what else the verb of saying tells, without what the speaker does meanwhile.
  private func clause(headedBy complement: Int, toldBy verb: Int, speaker: Int?) -> [Int] {
    var clause = tokens(of: complement, without: verb)
    if document.relations[complement] == .object {
      clause += tree.children(of: verb, .openClausalComplement, .clausalComplement).filter { $0 > complement }
        .flatMap { tree.subtree(of: $0) }
    }
    clause += earlierWords(than: complement, of: verb)
    // "declared that the bill “torpedoes” their plans": a quoted verb is taken for a noun.
    if complement > verb, document.relations[complement] == .clausalComplement {
      clause += tree.children(of: verb, .object).filter { $0 > complement }.flatMap { tree.subtree(of: $0) }
    }
    if let further = furtherClause(of: verb, behind: complement) { clause += tree.subtree(of: further) }
    let own = clausesToldBy(speaker, in: complement).union(concessions(under: complement))
    return withPartsBetween(clause, of: verb).filter { !own.contains($0) }
  }

  /// The noun beside a verb of saying; behind "told" stands who listens.
  private func noun(near verb: Int, _ entry: ReportingWordTable.Entry, within limits: Range<Int>) -> Int? {
    let end = entry.manner == .tell ? max(limits.lowerBound, min(limits.upperBound, verb)) : limits.upperBound
    return syntax.nearestNoun(to: verb, within: limits.lowerBound..<end)
  }

  /// The clause that a verb of saying governs.
  private func complement(of verb: Int) -> Int? {
    // "officials agree: the mayor said …" tells of two.
    let clauses = tree.children(of: verb, .clausalComplement).filter {
      verb + 1 >= document.tokenCount || context.words[verb + 1] != ":" || quotationOfToken[$0] >= 0
        || syntax.reportingVerb($0) == nil
    }
    if let clause = clauses.first(where: { $0 > verb && isClause($0) }) ?? clauses.first(where: isClause) {
      return clause
    }
    // "found the mayor leading"
    if ["find", "show", "have"].contains(document.lemmas[verb]),
      let clause = tree.children(of: verb, .openClausalComplement).first(where: {
        $0 > verb && document.pennTags[$0] == "VBG" && tree.child(of: $0, .subject) != nil
      })
    {
      return clause
    }
    // "reported 32 people killed"
    return tree.children(of: verb, .object).first { object in
      guard object > verb else { return false }
      let isNumber = document.partsOfSpeech[object] == .numeral || tree.child(of: object, .numericModifier) != nil
      return isNumber && tree.subtree(of: object).contains { isTold($0, of: object) } || isToldToBe(object, of: verb)
    }
  }

  /// A clause that is told on in what was said, which the tree hangs on the verb of saying: "said all was calm and
  /// schools had also reopened".
  private func furtherClause(of verb: Int, behind complement: Int) -> Int? {
    guard complement > verb else { return clauseBehindInsertion(of: verb) }
    if let rest = tree.children(of: verb, .clausalComplement).first(where: { $0 > complement && isClause($0) }) {
      return rest
    }
    return tree.children(of: verb, .conjunct).first { clause in
      guard clause > complement, let conjunction = tree.child(of: clause, .coordination),
        ["and", "but"].contains(context.words[conjunction]),
        tree.children(of: clause, .marker).contains(where: { context.words[$0] == "that" && $0 > conjunction })
          || context.words[conjunction - 1] != ","
          || tree.children(of: clause, .auxiliary).contains(where: { context.words[$0] == "had" })
          || document.pennTags[verb] != "VBD",
        let subject = tree.child(of: clause, .subject, .passiveSubject),
        syntax.reportingVerb(clause) == nil || syntax.isPassive(clause)
      else { return false }
      // "Police say six are missing, but no casualties were reported": what is no speaker is told of.
      if subject > conjunction, !isPersonal(subject) || hasNo(subject) { return true }
      return tree.children(of: clause, .auxiliary).contains { ["had", "would", "will"].contains(context.words[$0]) }
        || tree.children(of: clause, .marker).contains { context.words[$0] == "that" }
    }
  }

  /// Whether a complement says something: it has a verb and a subject, or quotes ("said: 'No.'").
  func isClause(_ token: Int) -> Bool {
    if quotationOfToken[token] >= 0 { return true }
    if syntax.isOpening(token) || syntax.isAskedBeside(token) { return false }
    let markers = tree.children(of: token, .marker)
    if markers.contains(where: { context.words[$0] == "to" }),
      tree.child(of: token, .subject, .passiveSubject, .outerSubject) == nil
    {
      return false
    }
    // "said, asking them to wait"
    if document.pennTags[token] == "VBG", token > 0, context.words[token - 1] == ",",
      tree.child(of: token, .subject, .passiveSubject, .auxiliary) == nil
    {
      return false
    }
    // "denied it, however, a report says so"
    if let first = tree.subtree(of: token).first,
      ["however", "nevertheless", "meanwhile"].contains(context.words[first]),
      first > 0, context.words[first - 1] == ","
    {
      return false
    }
    return tree.children[token].contains {
      let relation = document.relations[$0].universal
      return relation == "nsubj" || relation == "csubj" || relation == "expl" || relation == "cop" || relation == "aux"
    } || document.partsOfSpeech[token] == .verb
  }

  /// What the words alone show where the tree does not: "said that …" up to the end of the sentence, or the part of the
  /// sentence before ", officials said".
  private func textualComplement(of verb: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard ["VBD", "VBZ", "VBP", "VBG"].contains(document.pennTags[verb]),
      document.pennTags[verb] != "VBG" || tree.child(of: verb, .auxiliary) == nil
    else { return nil }
    let end = sentence.last.map { document.partsOfSpeech[$0] == .punctuation ? $0 : $0 + 1 } ?? sentence.upperBound
    guard verb < end else { return nil }
    let near = (verb + 1)..<min(end, verb + 6)
    if let marker = near.first(where: {
      context.words[$0] == "that" && document.partsOfSpeech[$0] == .subordinatingConjunction
    }),
      end - marker > 3, context.words[marker + 1] != ",", !isOfObject(marker, of: verb),
      !(verb + 1..<marker).contains(where: { document.pennTags[$0].hasPrefix("VB") })
    {
      return (marker + 1)..<end
    }
    if let bare = bareClause(behind: verb, before: end) { return bare }
    guard document.pennTags[verb] != "VBG", end - verb <= 7,
      let comma = (sentence.lowerBound..<verb).last(where: { context.words[$0] == "," }),
      (comma + 1..<verb).contains(where: { document.partsOfSpeech[$0].isNoun || document.partsOfSpeech[$0] == .pronoun }
      )
        || document.partsOfSpeech[min(verb + 1, end - 1)].isNoun,
      verb - comma <= 14, comma - sentence.lowerBound >= 3,
      (sentence.lowerBound..<comma).contains(where: { document.pennTags[$0].hasPrefix("VB") }),
      !(comma..<verb).contains(where: {
        document.pennTags[$0].hasPrefix("VB") || document.relations[$0] == .marker
          || ["WDT", "WP", "WRB"].contains(document.pennTags[$0])
      }),
      tree.child(of: verb, .object, .openClausalComplement) == nil, !syntax.isOpening(sentence.lowerBound),
      document.partsOfSpeech[comma + 1] != .coordinatingConjunction
    else { return nil }
    return sentence.lowerBound..<comma
  }

  /// The words of a sentence that are not part of the clause, where a speaker may be looked for.
  private func outside(_ clause: [Int], around verb: Int, _ sentence: Range<Int>) -> Range<Int> {
    guard let first = clause.first, let last = clause.last else { return sentence }
    if last < verb { return (last + 1)..<sentence.upperBound }
    return first > verb ? sentence.lowerBound..<first : sentence
  }

  func isPersonal(_ token: Int) -> Bool {
    if document.partsOfSpeech[token] == .pronoun {
      return !["it", "this", "that", "i", "we", "you", "one"].contains(context.words[token])
    }
    return speakingNames.contains(token) || isSomeOfMany(token)
      || context.knowledge.peopleWords[document.lemmas[token].lowercased()] != nil
      || context.knowledge.titles[document.lemmas[token]] != nil
      || context.knowledge.organizationWords[document.lemmas[token]] != nil
  }

  /// "farmers": who holds an opinion is somebody, where no text is meant.
  func isNamedPlural(_ token: Int) -> Bool {
    document.pennTags[token] == "NNS" && !syntax.isDocument(token) && syntax.reportingNoun(token) == nil
  }

  /// "Others", "some Republicans": people by number or party.
  func isSomeOfMany(_ token: Int) -> Bool {
    document.pennTags[token] == "NNPS"
      || ["others", "some", "many", "most", "few", "both", "all", "half"].contains(context.words[token])
  }

  /// Whether an opinion is told as what somebody holds now: "analysts believe that …".
  func isHeld(_ verb: Int, by speaker: Int?) -> Bool {
    guard let speaker, isPersonal(speaker) || isNamedPlural(speaker), isNow(verb) || isReportedView(verb, of: speaker)
    else { return false }
    return complement(of: verb).map(isFinite) ?? true
  }

  /// Whether a verb governs a finite clause.
  private func isHolding(_ verb: Int) -> Bool { complement(of: verb).map(isFinite) ?? false }

  /// Whether a clause has a finite verb.
  func isFinite(_ clause: Int) -> Bool {
    ([clause] + tree.children(of: clause, .auxiliary, .copula, .passiveAuxiliary)).contains {
      ["VBD", "VBZ", "VBP", "MD"].contains(document.pennTags[$0])
    }
  }

  // MARK: Clauses

  /// The tokens of a clause without the words of the saying that are inserted in it.
  func tokens(of clause: Int, without cue: Int) -> [Int] {
    let anew = clausesSaidAnew(in: clause, without: cue)
    let all = tree.subtree(of: clause).filter { !anew.contains($0) }
    guard all.contains(cue) else { return all }
    let inserted = Set(tree.subtree(of: cue))
    return all.filter { !inserted.contains($0) }
  }

  /// A clause without the conjunction and punctuation at its edges, cut where a quotation begins a sentence of its own.
  func trimmed(_ clause: [Int]) -> [Int] {
    var clause = clause[...]
    while let first = clause.first, isEdge(first) { clause.removeFirst() }
    if let start = clause.first, quotationOfToken[start] < 0,
      let cut = clause.firstIndex(where: { quotationOfToken[$0] >= 0 && beginsSentence($0) })
    {
      clause = clause[..<cut]
    }
    while let last = clause.last, isMark(last) { clause.removeLast() }
    return Array(clause)
  }

  private func beginsSentence(_ token: Int) -> Bool {
    let quotation = quotations[quotationOfToken[token]]
    let inner = quotation.inner
    return inner.count >= 8 && document.forms[inner.lowerBound].first?.isUppercase == true
      && document.partsOfSpeech[inner.lowerBound] != .properNoun
  }

  private func isEdge(_ token: Int) -> Bool {
    if isMark(token) { return true }
    switch document.relations[token] {
    case .marker: return ["that"].contains(context.words[token])
    case .coordination: return true
    default: return false
    }
  }

  private func isMark(_ token: Int) -> Bool {
    document.partsOfSpeech[token] == .punctuation && !["\"", "“", "”", "''", "``"].contains(context.words[token])
  }

  func attribution(_ tokens: [Int], cue: Int, foundBy: String) -> Attribution? {
    let runs = runs(of: tokens)
    guard !runs.isEmpty, tokens.count(where: { document.partsOfSpeech[$0] != .punctuation }) >= 2 else { return nil }
    return Attribution(
      spans: runs.map { context.scalarSpan(of: $0) },
      tokens: runs,
      isDirect: false,
      cue: cue,
      foundBy: foundBy
    )
  }

  /// Rising tokens as runs; gaps of punctuation alone are closed.
  private func runs(of tokens: [Int]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for token in tokens {
      if let last = runs.last,
        (last.upperBound..<token).allSatisfy({ document.partsOfSpeech[$0] == .punctuation }),
        token - last.upperBound < 3
      {
        runs[runs.count - 1] = last.lowerBound..<(token + 1)
      } else {
        runs.append(token..<(token + 1))
      }
    }
    return runs.compactMap { run in
      var run = run
      while let first = run.first, document.partsOfSpeech[first] == .punctuation, isMark(first) { run.removeFirst() }
      return run.isEmpty ? nil : run
    }
  }
}
