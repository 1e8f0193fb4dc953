import Knowledge
import LanguageAnalysis

/// Mends trees that the analyser has built wrongly where names and words of saying leave no doubt: what a person is
/// called hangs on the person's office and not on the body named last, and a verb of saying is no adjective.
struct SpeechTreeRepair {
  private let knowledge: KnowledgeBase

  init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
  }

  /// Mends the heads and relations of a document.
  func repair(_ document: inout Document) {
    raiseNames(in: &document)
    for token in 0..<document.tokenCount {
      raiseSaying(token, in: &document)
      raiseClausalSubject(token, in: &document)
      shareSubject(token, in: &document)
      takeSubject(token, in: &document)
      takeNearSubject(token, in: &document)
    }
    for token in 0..<document.tokenCount { raiseClause(token, in: &document) }
    for token in 0..<document.tokenCount {
      joinDescription(token, in: &document)
      invertSaying(token, in: &document)
      joinSayings(token, in: &document)
      joinPlural(token, in: &document)
      attachParticiple(token, in: &document)
    }
  }

  // MARK: Names beside descriptions

  /// "the president of the Weavers' Union, Lena Hart, wrote": the name stands for the president and not for the union.
  private func raiseNames(in document: inout Document) {
    var nameOfToken = [Int](repeating: -1, count: document.tokenCount)
    for (index, name) in document.entities.enumerated() { for token in name.tokens { nameOfToken[token] = index } }
    for name in document.entities where name.kind == .person {
      guard let head = name.tokens.first(where: { !name.tokens.contains(document.heads[$0]) }),
        document.relations[head] == .apposition, name.tokens.lowerBound > 0,
        document.forms[name.tokens.lowerBound - 1] == ","
      else { continue }
      let wrong = document.heads[head]
      guard wrong < head else { continue }
      if nameOfToken[wrong] >= 0 {
        guard document.entities[nameOfToken[wrong]].kind != .date else { continue }
      } else {
        // "the owner of the club, Jed Hart", "the president of the region, Ana Ruiz"
        guard document.partsOfSpeech[wrong] == .noun, document.relations[wrong] == .nominalModifier,
          !["person", "people"].contains(knowledge.peopleWords[document.lemmas[wrong].lowercased()] ?? ""),
          knowledge.titles[document.lemmas[wrong].lowercased()] == nil
        else { continue }
      }
      if let person = personAbove(wrong, in: document, nameOfToken: nameOfToken) { document.heads[head] = person }
    }
  }

  /// The description of a person that the phrase of a name belongs to: "president" for "Union" in "president of the Union".
  private func personAbove(_ token: Int, in document: Document, nameOfToken: [Int]) -> Int? {
    var current = token
    for _ in 0..<6 {
      let head = document.heads[current]
      guard head < current, [.nominalModifier, .flat, .conjunct, .compound].contains(document.relations[current])
      else { return nil }
      current = head
      guard nameOfToken[current] < 0 else { continue }
      let lemma = document.lemmas[current].lowercased()
      if knowledge.peopleWords[lemma] == "person" || knowledge.titles[lemma].map({ $0.kind != .respect }) == true {
        return document.pennTags[current].hasSuffix("S") ? nil : current
      }
    }
    return nil
  }

  /// "Colin Hart, then a captain, refused": a description between commas is no second subject.
  private func joinDescription(_ noun: Int, in document: inout Document) {
    guard document.relations[noun] == .subject, document.partsOfSpeech[noun] == .noun,
      noun + 1 < document.heads[noun], document.forms[noun + 1] == ",",
      let name = document.entities.last(where: {
        $0.kind == .person && $0.tokens.upperBound < noun && noun - $0.tokens.upperBound <= 6
      }), document.forms[name.tokens.upperBound] == ",",
      let head = name.tokens.first(where: { !name.tokens.contains(document.heads[$0]) }),
      document.heads[head] == document.heads[noun], document.relations[head] == .subject,
      (name.tokens.upperBound..<noun).contains(where: {
        document.heads[$0] == noun && ["a", "an", "the"].contains(document.forms[$0])
      })
    else { return }
    document.heads[noun] = head
    document.relations[noun] = .apposition
  }

  // MARK: Words of saying

  /// "Hart cautioned justice does not come swiftly": the verb is taken for an adjective of what follows.
  private func raiseSaying(_ verb: Int, in document: inout Document) {
    guard document.relations[verb] == .adjectivalModifier, ["VBD", "VBN"].contains(document.pennTags[verb]),
      let entry = knowledge.reportingWords.verb(document.lemmas[verb]), [.say, .write].contains(entry.manner)
    else { return }
    let noun = document.heads[verb]
    guard noun > verb, verb > 0, document.relations[noun] == .subject else { return }
    let clause = document.heads[noun]
    let speaker = (max(0, verb - 40)..<verb).last {
      document.heads[$0] == clause && [.subject, .outerSubject].contains(document.relations[$0])
    }
    guard clause > noun, let speaker, isJoined(speaker, to: verb, in: document) else { return }
    document.relations[verb] = document.relations[clause]
    document.heads[verb] = document.heads[clause] == clause ? verb : document.heads[clause]
    document.relations[clause] = .clausalComplement
    document.heads[clause] = verb
    document.heads[speaker] = verb
    document.relations[speaker] = .subject
  }

  /// "The union fears such cuts would hurt": the verb is taken for the subject of what follows.
  private func raiseClausalSubject(_ verb: Int, in document: inout Document) {
    guard [.clausalSubject, .outerClausalSubject, .adverbialClause].contains(document.relations[verb]),
      ["VBD", "VBZ", "VBP"].contains(document.pennTags[verb]),
      let entry = knowledge.reportingWords.verb(document.lemmas[verb]), [.say, .write, .think].contains(entry.manner)
    else { return }
    let clause = document.heads[verb]
    guard clause > verb, clause - verb < 25, subject(of: verb, before: verb, in: document) != nil,
      !(verb + 1..<clause).contains(where: { document.forms[$0] == "," })
    else { return }
    let behind = (verb + 1..<clause).first {
      [verb, clause].contains(document.heads[$0]) && [.subject, .passiveSubject].contains(document.relations[$0])
    }
    let isMarked = document.relations[verb] == .adverbialClause
    guard let behind, !isMarked || document.heads[behind] == verb else { return }
    document.heads[behind] = clause
    document.relations[verb] = document.relations[clause]
    document.heads[verb] = document.heads[clause] == clause ? verb : document.heads[clause]
    document.relations[clause] = .clausalComplement
    document.heads[clause] = verb
  }

  /// "The mayor, pressed by the council, said …": the subject is given to the participle alone.
  private func shareSubject(_ verb: Int, in document: inout Document) {
    guard ["VBD", "VBZ"].contains(document.pennTags[verb]), verb > 3, document.forms[verb - 1] == ",",
      let entry = knowledge.reportingWords.verb(document.lemmas[verb]), [.say, .tell, .write].contains(entry.manner),
      subject(of: verb, before: verb, in: document) == nil,
      let participle = (max(0, verb - 30)..<verb).first(where: {
        document.heads[$0] == verb
          && (document.relations[$0] == .adverbialClause && document.pennTags[$0] == "VBN"
            || document.relations[$0] == .clausalComplement
              && ["asked", "pressed", "questioned"].contains(document.forms[$0]))
      }), participle > 1, document.forms[participle - 1] == ",",
      let subject = (max(0, participle - 15)..<participle).first(where: {
        document.heads[$0] == participle && [.subject, .passiveSubject].contains(document.relations[$0])
      })
    else { return }
    document.heads[subject] = verb
    document.relations[subject] = .subject
    document.heads[participle] = subject
    document.relations[participle] = .adnominalClause
  }

  /// "One of them, Ana Ruiz, said the tale was false": the tree gives the first subject to what was said.
  private func takeSubject(_ verb: Int, in document: inout Document) {
    guard ["VBD", "VBZ", "VBP"].contains(document.pennTags[verb]),
      let entry = knowledge.reportingWords.verb(document.lemmas[verb]), [.say, .tell, .write].contains(entry.manner)
    else { return }
    let window = max(0, verb - 30)..<min(document.tokenCount, verb + 30)
    let subjects = window.filter {
      [.subject, .passiveSubject, .outerSubject].contains(document.relations[$0])
    }
    guard !subjects.contains(where: { document.heads[$0] == verb }),
      let clause = (verb + 1..<window.upperBound).first(where: {
        document.heads[$0] == verb && document.relations[$0] == .clausalComplement
      }), subjects.contains(where: { $0 > verb && $0 < clause && document.heads[$0] == clause }),
      let first = subjects.last(where: { $0 < verb && document.heads[$0] == clause })
    else { return }
    document.heads[first] = verb
    document.relations[first] = .subject
  }

  /// "The flight had turned back, the manager, Ana Ruiz, said": the tree gives what was said a second subject behind it.
  private func takeNearSubject(_ verb: Int, in document: inout Document) {
    guard ["VBD", "VBZ"].contains(document.pennTags[verb]),
      let entry = knowledge.reportingWords.verb(document.lemmas[verb]), [.say, .write].contains(entry.manner),
      subject(of: verb, before: verb, in: document) == nil,
      let clause = (max(0, verb - 40)..<verb).first(where: {
        document.heads[$0] == verb && document.relations[$0] == .clausalComplement
      })
    else { return }
    let subjects = (max(0, clause - 40)..<verb).filter {
      document.heads[$0] == clause && [.subject, .passiveSubject, .outerSubject].contains(document.relations[$0])
    }
    guard subjects.count == 2, let first = subjects.first, let second = subjects.last, first < clause, second > clause,
      (clause + 1..<second).contains(where: { document.forms[$0] == "," })
    else { return }
    document.heads[second] = verb
    document.relations[second] = .subject
  }

  /// Whether all words between a subject and its verb belong to the subject.
  private func isJoined(_ subject: Int, to verb: Int, in document: Document) -> Bool {
    (subject + 1..<verb).allSatisfy { token in
      var current = token
      for _ in 0..<8 where current != subject { current = document.heads[current] }
      return current == subject
    }
  }

  /// "suggested a majority of members want a vote": the clause is taken for a modifier of its own subject.
  private func raiseClause(_ clause: Int, in document: inout Document) {
    guard document.relations[clause] == .adnominalClause else { return }
    let noun = document.heads[clause]
    let verb = document.heads[noun]
    guard noun < clause, verb < noun, document.relations[noun] == .object,
      let entry = knowledge.reportingWords.verb(document.lemmas[verb]), entry.manner == .say,
      document.pennTags[verb].hasPrefix("VB")
    else { return }
    let dependents = (noun + 1..<clause).filter { document.heads[$0] == clause }
    guard
      !dependents.contains(where: {
        [.subject, .passiveSubject, .marker, .expletive].contains(document.relations[$0])
      })
    else { return }
    let isFinite =
      ["VBP", "VBZ"].contains(document.pennTags[clause])
      || dependents.contains {
        ["MD", "VBD", "VBZ", "VBP"].contains(document.pennTags[$0])
          && [.auxiliary, .passiveAuxiliary, .copula].contains(document.relations[$0])
      }
    guard isFinite else { return }
    document.heads[clause] = verb
    document.relations[clause] = .clausalComplement
    document.heads[noun] = clause
    document.relations[noun] =
      dependents.contains { document.relations[$0] == .passiveAuxiliary } ? .passiveSubject : .subject
  }

  // MARK: Who says it

  /// "The plan, said Ana Ruiz, who leads the council, was sound": the tree swaps the subjects of both verbs.
  private func invertSaying(_ verb: Int, in document: inout Document) {
    guard ["VBD", "VBZ"].contains(document.pennTags[verb]), verb > 1, document.forms[verb - 1] == ",",
      let entry = knowledge.reportingWords.verb(document.lemmas[verb]), [.say, .write].contains(entry.manner),
      let name = document.entities.first(where: { $0.kind == .person && $0.tokens.lowerBound == verb + 1 }),
      let speaker = name.tokens.first(where: { !name.tokens.contains(document.heads[$0]) }),
      document.relations[speaker] == .subject, name.tokens.upperBound < document.tokenCount,
      document.forms[name.tokens.upperBound] == ","
    else { return }
    let clause = document.heads[speaker]
    guard clause > speaker, document.heads[clause] == verb, document.relations[clause] == .clausalComplement,
      let subject = (max(0, verb - 25)..<verb).first(where: {
        document.heads[$0] == verb && document.relations[$0] == .subject
      }), !isPersonal(subject, in: document) || subject + 2 == verb
    else { return }
    document.heads[subject] = clause
    document.heads[speaker] = verb
  }

  /// "said that the ruling invites chaos and accused the judge": what is past is joined to the saying.
  private func joinSayings(_ verb: Int, in document: inout Document) {
    guard document.relations[verb] == .conjunct, isPast(verb, in: document),
      knowledge.reportingWords.verb(document.lemmas[verb]) != nil
    else { return }
    let clause = document.heads[verb]
    var saying = document.heads[clause]
    // "said in a statement that …": the clause may hang on the statement.
    let isOfNoun = document.relations[clause] == .adnominalClause && document.partsOfSpeech[saying] == .noun
    if isOfNoun { saying = document.heads[saying] }
    guard clause < verb, saying < clause, isOfNoun || document.relations[clause] == .clausalComplement,
      document.pennTags[saying] == "VBD", knowledge.reportingWords.verb(document.lemmas[saying]) != nil
    else { return }
    let parts = (saying + 1..<verb).filter { document.heads[$0] == clause || $0 == clause }
    let isPresent =
      parts.contains { ["VBZ", "VBP"].contains(document.pennTags[$0]) }
      || document.pennTags[clause] == "VB" && parts.contains { document.pennTags[$0] == "MD" }
      || document.pennTags[clause] == "VBN" && document.pennTags[verb] == "VBD"
        && parts.contains { document.lemmas[$0] == "have" && document.relations[$0] == .auxiliary }
    let hasSubject = (clause + 1..<verb).contains {
      document.heads[$0] == verb && [.subject, .passiveSubject].contains(document.relations[$0])
    }
    if isPresent || isSpeechless(clause, before: verb, in: document), !hasSubject { document.heads[verb] = saying }
  }

  /// "Critics say the plan fails, and have asked a judge to stop it": the number tells whose verb it is.
  private func joinPlural(_ verb: Int, in document: inout Document) {
    guard document.relations[verb] == .conjunct, document.pennTags[verb] == "VBN",
      knowledge.reportingWords.verb(document.lemmas[verb]) != nil
    else { return }
    let clause = document.heads[verb]
    let saying = document.heads[clause]
    guard saying < clause, clause < verb, document.relations[clause] == .clausalComplement,
      knowledge.reportingWords.verb(document.lemmas[saying]) != nil,
      let auxiliary = (clause + 1..<verb).first(where: { document.heads[$0] == verb && document.forms[$0] == "have" }),
      document.pennTags[auxiliary] == "VBP",
      let speaker = subject(of: saying, before: saying, in: document), document.pennTags[speaker].hasSuffix("S"),
      let subject = subject(of: clause, before: clause, in: document), document.pennTags[subject] == "NN",
      !(clause + 1..<verb).contains(where: {
        document.heads[$0] == verb && document.relations[$0].universal.hasPrefix("nsubj")
      })
    else { return }
    document.heads[verb] = saying
  }

  /// Whether a verb stands in the past; a participle without an auxiliary is one that looks like it.
  private func isPast(_ verb: Int, in document: Document) -> Bool {
    if document.pennTags[verb] == "VBD" { return true }
    return document.pennTags[verb] == "VBN" && document.pennTags[document.heads[verb]] == "VBD"
      && !(max(0, verb - 4)..<verb).contains {
        document.heads[$0] == verb && [.auxiliary, .passiveAuxiliary].contains(document.relations[$0])
      }
  }

  /// "said that camps had room and appealed to donors": what is no person and no text says nothing.
  private func isSpeechless(_ clause: Int, before verb: Int, in document: Document) -> Bool {
    let found = (max(0, min(clause, verb) - 40)..<verb).first {
      document.heads[$0] == clause && [.subject, .passiveSubject].contains(document.relations[$0])
    }
    guard let subject = found, document.partsOfSpeech[subject] == .noun, !isPersonal(subject, in: document) else {
      return false
    }
    let lemma = document.lemmas[subject].lowercased()
    return !knowledge.reportingWords.isDocument(lemma) && knowledge.reportingWords.noun(lemma) == nil
      && knowledge.reportingWords.verb(document.lemmas[verb])?.manner != .show
      && !knowledge.wordClasses.contains(document.lemmas[verb], in: .findingVerb)
  }

  /// "A judge blocked a law that would bar them, ruling that …": the judge rules and not the law.
  private func attachParticiple(_ verb: Int, in document: inout Document) {
    guard document.pennTags[verb] == "VBG", verb > 0, document.forms[verb - 1] == ",",
      [.adverbialClause, .adnominalClause].contains(document.relations[verb]),
      let entry = knowledge.reportingWords.verb(document.lemmas[verb]), [.say, .tell, .write].contains(entry.manner)
    else { return }
    // "“They were late,” said Hart, recalling …": nothing behind the words of saying belongs to the quotation.
    let quoted = document.heads[verb]
    let saying = document.heads[quoted]
    if document.relations[quoted] == .clausalComplement, quoted < saying, saying < verb {
      document.heads[verb] = saying
      document.relations[verb] = .adverbialClause
      return
    }
    var current = document.heads[verb]
    for _ in 0..<6 {
      if let subject = subject(of: current, before: verb, in: document), isPersonal(subject, in: document) { break }
      let head = document.heads[current]
      guard head != current else { return }
      current = head
    }
    guard current != document.heads[verb], document.partsOfSpeech[current] == .verb, current < verb else { return }
    document.heads[verb] = current
    document.relations[verb] = .adverbialClause
  }

  private func subject(of verb: Int, before end: Int, in document: Document) -> Int? {
    let last = min(verb, end)
    return (max(0, last - 40)..<last).first { document.heads[$0] == verb && document.relations[$0] == .subject }
  }

  private func isPersonal(_ token: Int, in document: Document) -> Bool {
    let lemma = document.lemmas[token].lowercased()
    if document.partsOfSpeech[token] == .pronoun { return ["he", "she", "they", "who", "we", "i"].contains(lemma) }
    return knowledge.peopleWords[lemma] != nil || knowledge.titles[lemma] != nil
      || knowledge.organizationWords[lemma] != nil
      || document.entities.contains { $0.kind != .date && $0.kind != .thing && $0.tokens.contains(token) }
  }
}
