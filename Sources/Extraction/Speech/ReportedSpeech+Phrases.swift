import Knowledge
import LanguageAnalysis

/// What somebody says that no clause tells: "vowed to fight", "urged them to leave", "accused him of lying".
extension ReportedSpeech {
  /// The attribution of the phrase under a verb, where somebody speaks; words in quotation marks are found as such.
  func attribution(
    ofPhraseUnder verb: Int,
    entry: ReportingWordTable.Entry,
    speaker: Int?
  ) -> Attribution? {
    guard let speaker,
      isPersonal(speaker) || isNamedPlural(speaker) || context.words[speaker] == "it" || entry.manner == .show,
      ![.compound, .adjectivalModifier].contains(document.relations[verb]),
      let phrase = phrase(under: verb, entry: entry), !phrase.contains(where: { quotationOfToken[$0] >= 0 })
    else { return nil }
    let words = trimmed(Set(phrase).sorted())
    guard
      document.partsOfSpeech[speaker] != .noun || isPersonal(speaker) || isNamedPlural(speaker)
        || syntax.isWriting(speaker)
    else {
      return nil
    }
    var attribution = attribution(words, cue: verb, foundBy: "speech:" + entry.id + ".phrase")
    attribution?.speakerHead = speaker
    attribution?.addresseeHead = syntax.addressee(ofVerb: verb)
    attribution?.isUnsaid = syntax.isUnsaid(verb)
    return attribution
  }

  private func phrase(under verb: Int, entry: ReportingWordTable.Entry) -> [Int]? {
    let lemma = document.lemmas[verb]
    let classes = context.knowledge.wordClasses
    if syntax.isPassive(verb) {
      guard classes.contains(lemma, in: .directingVerb), let listener = tree.child(of: verb, .passiveSubject),
        let infinitive = infinitive(under: verb)
      else { return nil }
      return tree.subtree(of: listener) + tree.subtree(of: infinitive)
    }
    if classes.contains(lemma, in: .promisingVerb), tree.child(of: verb, .object, .indirectObject) == nil,
      let infinitive = infinitive(under: verb)
    {
      return tree.subtree(of: infinitive)
    }
    if classes.contains(lemma, in: .directingVerb), let found = direction(under: verb) { return found }
    if classes.contains(lemma, in: .recountingVerb), let gerund = gerund(under: verb) {
      return tree.subtree(of: gerund)
    }
    if classes.contains(lemma, in: .accusingVerb), let found = accusation(under: verb) { return found }
    if classes.contains(lemma, in: .namingVerb), let found = naming(under: verb) { return found }
    if classes.contains(lemma, in: .depictingVerb), let found = depiction(under: verb) { return found }
    if ["find", "show", "have"].contains(lemma), let shown = state(under: verb) { return shown }
    if classes.contains(lemma, in: .wishingVerb), isNow(verb), !isReported(verb), let found = wish(under: verb) {
      return found
    }
    return topic(of: verb, entry: entry)
  }

  /// "showed her trailing"
  func state(under verb: Int) -> [Int]? {
    guard let shown = tree.children(of: verb, .object, .indirectObject).first(where: { $0 > verb }),
      let state = tree.children(of: verb, .openClausalComplement).first(where: { $0 > shown }),
      document.pennTags[state] == "VBG"
    else { return nil }
    return tree.subtree(of: shown) + tree.subtree(of: state)
  }

  /// "warned of long delays", "denied any part in the theft".
  private func topic(of verb: Int, entry: ReportingWordTable.Entry) -> [Int]? {
    let lemma = document.lemmas[verb]
    let classes = context.knowledge.wordClasses
    let isOpinion = entry.manner == .think || entry.manner == .believe
    guard !isOpinion || isNow(verb) && !isReported(verb),
      tree.child(of: verb, .openClausalComplement, .clausalComplement) == nil
    else {
      return nil
    }
    var noun = classes.contains(lemma, in: .topicVerb) ? tree.child(of: verb, .object) : nil
    noun =
      noun
      ?? tree.children(of: verb, .oblique).first { phrase in
        guard let mark = tree.children(of: phrase, .caseMarking).first else { return false }
        return mark > verb && mark < phrase && classes.contains(lemma + " " + context.words[mark], in: .topicVerb)
      }
    guard let noun, noun > verb, document.partsOfSpeech[noun] == .noun || document.partsOfSpeech[noun] == .verb else {
      return nil
    }
    let marks = Set(tree.children(of: noun, .caseMarking))
    let words = tree.subtree(of: noun).filter { !marks.contains($0) }
    let length = words.count { document.partsOfSpeech[$0] != .punctuation }
    return length > 2 || length == 2 && ["any", "all"].contains(context.words[words[0]]) ? words : nil
  }

  /// "officials say leaders want to wait": a wish that others tell of is nobody's words.
  private func isReported(_ verb: Int) -> Bool {
    var current = verb
    for _ in 0..<6 {
      guard let head = tree.head(of: current) else { return false }
      if document.relations[current] == .clausalComplement, syntax.reportingVerb(head) != nil { return true }
      current = head
    }
    return false
  }

  /// The infinitive that completes a verb.
  private func infinitive(under verb: Int, behind object: Int? = nil) -> Int? {
    tree.children(of: verb, .openClausalComplement, .clausalComplement, .adverbialClause).first { clause in
      clause > (object ?? verb) && isInfinitive(clause)
        && (document.relations[clause] != .adverbialClause || object.map { isBehind(clause, $0) } == true)
    }
  }

  private func isInfinitive(_ clause: Int) -> Bool {
    tree.children(of: clause, .marker).contains { context.words[$0] == "to" }
  }

  /// Whether a clause begins right behind a phrase.
  private func isBehind(_ clause: Int, _ phrase: Int) -> Bool {
    guard let first = tree.subtree(of: clause).first, let last = tree.subtree(of: phrase).last else { return false }
    return first == last + 1
  }

  /// "urged them to leave", "called on the council to resign".
  private func direction(under verb: Int) -> [Int]? {
    // "called a strike to show anger": nobody is told to.
    let isCalling = ["call", "appeal", "plead"].contains(document.lemmas[verb])
    if let listener = tree.children(of: verb, .object, .indirectObject).first(where: { $0 > verb }) {
      if isCalling { return nil }
      // "requested anonymity to speak": nobody is told to.
      guard let infinitive = infinitive(under: verb, behind: listener), isListener(listener) else { return nil }
      return tree.subtree(of: listener) + tree.subtree(of: infinitive)
    }
    guard isCalling,
      let listener = tree.children(of: verb, .oblique).first(where: { phrase in
        phrase > verb
          && tree.children(of: phrase, .caseMarking).contains {
            ["on", "upon", "to", "with"].contains(context.words[$0])
          }
      })
    else { return nil }
    let clauses = tree.children(of: listener, .adnominalClause).filter(isInfinitive)
    guard let infinitive = infinitive(under: verb, behind: listener) ?? clauses.first else { return nil }
    let marks = Set(tree.children(of: listener, .caseMarking))
    return tree.subtree(of: listener).filter { !marks.contains($0) } + tree.subtree(of: infinitive)
  }

  private func isListener(_ token: Int) -> Bool {
    isPersonal(token) || ["it", "us", "me", "you"].contains(context.words[token])
      || document.pennTags[token].hasSuffix("S") || context.isCapitalized(token)
      || tree.child(of: token, .determiner, .possessiveModifier) != nil
  }

  /// "denied taking money".
  private func gerund(under verb: Int) -> Int? {
    tree.children(of: verb, .openClausalComplement, .clausalComplement, .adverbialClause).first { clause in
      guard clause > verb else { return false }
      let isPerfect = tree.children(of: clause, .auxiliary).first.map {
        $0 == verb + 1 && document.pennTags[$0] == "VBG"
      }
      if isPerfect == true { return true }
      return document.pennTags[clause] == "VBG"
        && (document.relations[clause] != .adverbialClause
          || tree.children(of: clause, .marker).contains { context.words[$0] == "to" })
    }
  }

  /// "accused him of lying", "blamed the company for the spill", "criticised her for staying".
  private func accusation(under verb: Int) -> [Int]? {
    guard let accused = tree.children(of: verb, .object, .indirectObject).first(where: { $0 > verb }) else {
      return nil
    }
    let marks = document.lemmas[verb] == "accuse" ? ["of"] : ["for"]
    let mayBeNoun = ["accuse", "blame"].contains(document.lemmas[verb])
    let parts =
      tree.children(of: verb, .adverbialClause, .oblique, .openClausalComplement)
      + tree.children(of: accused, .adnominalClause, .nominalModifier)
    let charge = parts.first { part in
      part > accused && (document.pennTags[part] == "VBG" || mayBeNoun && document.partsOfSpeech[part].isNoun)
        && tree.children(of: part, .marker, .caseMarking).contains { marks.contains(context.words[$0]) }
    }
    return charge.map { tree.subtree(of: accused) + tree.subtree(of: $0) }
  }

  /// "called the plan a disaster".
  private func naming(under verb: Int) -> [Int]? {
    guard let named = tree.children(of: verb, .object).first(where: { $0 > verb }),
      let name = tree.children(of: verb, .openClausalComplement).first(where: { $0 > named }),
      document.partsOfSpeech[name] == .noun || document.partsOfSpeech[name] == .adjective, !isInfinitive(name)
    else { return nil }
    return tree.subtree(of: named) + tree.subtree(of: name)
  }

  /// "described the talks as useful".
  private func depiction(under verb: Int) -> [Int]? {
    let depicted = tree.children(of: verb, .object).first { $0 > verb }
    // "a rule that he described as a compromise"
    guard depicted != nil || document.relations[verb] == .relativeClause else { return nil }
    let parts = tree.children(of: verb, .oblique, .adverbialClause, .openClausalComplement)
    let picture = parts.first { part in
      part > (depicted ?? verb)
        && tree.children(of: part, .marker, .caseMarking).contains { context.words[$0] == "as" }
        && tree.child(of: part, .subject) == nil
    }
    guard let picture else { return nil }
    guard let depicted else {
      let words = tree.subtree(of: picture).filter { context.words[$0] != "as" }
      return words.count > 1 ? words : nil
    }
    return tree.subtree(of: depicted) + tree.subtree(of: picture)
  }

  /// "wants the league to hire".
  private func wish(under verb: Int) -> [Int]? {
    // "hopes to win": a plan that nobody utters.
    guard let object = tree.children(of: verb, .object).first(where: { $0 > verb }),
      let infinitive = infinitive(under: verb, behind: object)
    else { return nil }
    return tree.subtree(of: object) + tree.subtree(of: infinitive)
  }

  // MARK: Roundabout sayings

  /// "What she said was that they lost": the words of saying are the subject of what was said.
  func attribution(ofCleft verb: Int) -> Attribution? {
    guard document.relations[verb] == .relativeClause, let what = tree.head(of: verb), context.words[what] == "what",
      [.outerSubject, .subject].contains(document.relations[what]), let head = tree.head(of: what), head > verb,
      let entry = syntax.reportingVerb(verb), [.say, .tell, .write].contains(entry.manner),
      let copula = (verb + 1..<head).first(where: { document.lemmas[$0] == "be" && document.heads[$0] == head }),
      let speaker = syntax.speaker(ofVerb: verb),
      tree.children(of: head, .marker).contains(where: { context.words[$0] == "that" && $0 > copula })
    else { return nil }
    let clause = trimmed(tree.subtree(of: head).filter { $0 > copula })
    var attribution = attribution(clause, cue: verb, foundBy: "speech:" + entry.id + ".cleft")
    attribution?.speakerHead = speaker
    attribution?.isUnsaid = syntax.isUnsaid(verb)
    return attribution
  }

  /// "made clear that he would stay", "let it be known that he would stay".
  func attribution(ofMakingClear verb: Int) -> Attribution? {
    guard ["make", "let"].contains(document.lemmas[verb]), !syntax.isPassive(verb),
      let clear = tree.children(of: verb, .openClausalComplement, .clausalComplement).first(where: { $0 > verb }),
      ["clear", "plain", "known"].contains(context.words[clear]),
      let clause = (tree.children(of: verb, .clausalComplement) + tree.children(of: clear, .clausalComplement))
        .first(where: { $0 > clear && isFinite($0) }),
      let speaker = syntax.speaker(ofVerb: verb), isPersonal(speaker) || document.partsOfSpeech[speaker] == .pronoun,
      !["it", "this", "that"].contains(context.words[speaker])
    else { return nil }
    var attribution = attribution(
      trimmed(tokens(of: clause, without: verb)),
      cue: verb,
      foundBy: "speech:make-clear"
    )
    attribution?.speakerHead = speaker
    attribution?.isUnsaid = syntax.isUnsaid(verb)
    return attribution
  }

  // MARK: Opinions

  /// What the names of the rules for words of conviction begin with.
  static let convictionPrefix = "speech:conviction."

  /// Whether a verb tells of now: "fears", "are hoping", "have long suspected".
  func isNow(_ verb: Int) -> Bool {
    if ["VBZ", "VBP"].contains(document.pennTags[verb]) { return true }
    // "have begun to worry"
    if document.pennTags[verb] == "VB", document.relations[verb] == .openClausalComplement,
      let head = tree.head(of: verb),
      ["begin", "start", "continue", "come", "seem", "tend"].contains(document.lemmas[head])
    {
      return isNow(head)
    }
    guard ["VBG", "VBN"].contains(document.pennTags[verb]), !syntax.isPassive(verb) else { return false }
    return tree.children(of: verb, .auxiliary).contains { ["VBZ", "VBP"].contains(document.pennTags[$0]) }
  }

  /// "officials feared that …": what people of an office or trade held is told as what they said.
  func isReportedView(_ verb: Int, of speaker: Int) -> Bool {
    guard document.pennTags[verb] == "VBD" else { return false }
    if ["some", "others", "many", "most", "several"].contains(context.words[speaker]) { return true }
    return ["expect", "fear", "believe", "hope", "suspect", "worry", "doubt"].contains(document.lemmas[verb])
      && (document.partsOfSpeech[speaker].isNoun || ["he", "she", "they"].contains(context.words[speaker]))
  }

  /// "The mayor's view is that the plan will fail."
  func attribution(ofView noun: Int) -> Attribution? {
    guard document.partsOfSpeech[noun] == .noun, [.subject, .outerSubject].contains(document.relations[noun]),
      context.knowledge.wordClasses.contains(document.lemmas[noun], in: .viewNoun),
      let owner = tree.child(of: noun, .possessiveModifier) ?? holders(of: noun), let head = tree.head(of: noun),
      head > noun
    else { return nil }
    var clause: [Int]
    if document.lemmas[head] == "be",
      let complement = tree.children(of: head, .clausalComplement).first(where: { $0 > head })
    {
      clause = tree.subtree(of: complement)
    } else {
      let copulas = tree.children(of: head, .copula).filter { copula in copula > noun && document.lemmas[copula] == "be"
      }
      guard let copula = copulas.first,
        tree.children(of: head, .subject, .passiveSubject).contains(where: { $0 > copula })
      else { return nil }
      clause = tree.subtree(of: head).filter { $0 > copula }
    }
    guard let first = clause.first, context.words[first] == "that" || syntax.reportingNoun(noun) != nil else {
      return nil
    }
    clause = trimmed(clause)
    var attribution = attribution(clause, cue: noun, foundBy: "speech:view." + document.lemmas[noun])
    attribution?.speakerHead = syntax.speaker(named: owner) ?? owner
    return attribution
  }

  /// "the fear among officials", "the view of the court".
  func holders(of noun: Int) -> Int? {
    tree.children(of: noun, .nominalModifier).first { holder in
      isPersonal(holder)
        && tree.children(of: holder, .caseMarking).contains { ["among", "of", "from"].contains(context.words[$0]) }
    }
  }

  /// "Investors are confident that the plan will work."
  func attribution(ofConviction word: Int) -> Attribution? {
    guard context.knowledge.wordClasses.contains(context.words[word], in: .opinionAdjective),
      let subject = tree.child(of: word, .subject, .passiveSubject), subject < word,
      let speaker = syntax.speaker(named: subject), isPersonal(subject) || isPersonal(speaker) || isSomeOfMany(subject),
      let clause = tree.children(of: word, .clausalComplement, .adverbialClause).first(where: {
        $0 > word && isFinite($0)
      }),
      document.relations[clause] == .clausalComplement
        || tree.children(of: clause, .marker).contains(where: { context.words[$0] == "that" })
    else { return nil }
    let auxiliaries = tree.children(of: word, .copula, .auxiliary, .passiveAuxiliary)
    let isNow = auxiliaries.contains { ["VBZ", "VBP"].contains(document.pennTags[$0]) }
    let isAdamant = ["adamant", "insistent"].contains(context.words[word])
    guard isNow || isAdamant || document.partsOfSpeech[speaker] == .noun,
      !auxiliaries.contains(where: { document.pennTags[$0] == "MD" }),
      !tree.children(of: word, .adverbialModifier).contains(where: {
        ["not", "n't", "never"].contains(context.words[$0])
      })
    else { return nil }
    let words = trimmed(tokens(of: clause, without: word))
    var attribution = attribution(words, cue: word, foundBy: Self.convictionPrefix + context.words[word])
    attribution?.speakerHead = speaker
    return attribution
  }
}
