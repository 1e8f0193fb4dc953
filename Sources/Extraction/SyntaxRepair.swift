import Knowledge
import LanguageAnalysis

/// Mends trees that no English clause has: two subjects or two objects side by side, where one is the title of the
/// other ("President Smith"), its object ("sentenced minister Smith") or what a relative pronoun stands for.
struct SyntaxRepair {
  private let knowledge: KnowledgeBase

  init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
  }

  private static let subjects: Set<DependencyRelation> = [.subject, .passiveSubject]
  private static let relativePronouns: Set = ["who", "whom", "which", "that"]

  /// Mends the trees of a document.
  func repair(_ document: inout Document) {
    for token in 0..<document.tokenCount where document.forms[token].lowercased() == "accused" {
      readParticiple(token, &document)
    }
    for token in 0..<document.tokenCount { readPast(token, &document) }
    TreeRestoration.guarded(&document) { ObjectRepair(knowledge: knowledge).repair(&$0) }
    let tree = DependencyTree(document)
    for verb in 0..<document.tokenCount {
      if document.relations[verb] == .root { readPresent(verb, in: tree, &document) }
      let children = tree.children[verb]
      let subjects = children.filter { Self.subjects.contains(document.relations[$0]) }
      readActive(verb, subjects, in: tree, &document)
      if subjects.isEmpty { readSubject(of: verb, in: tree, &document) }
      if subjects.count > 1 { mend(subjects, of: verb, in: tree, &document) }
      let objects = children.filter { document.relations[$0] == .object }
      if objects.count > 1 { mend(objects, without: subjects, of: verb, in: tree, &document) }
      if document.relations[verb] == .conjunct, subjects.count == 1 {
        readPassive(verb, subjects[0], in: tree, &document)
      }
      if document.relations[verb] == .conjunct, subjects.isEmpty { openClause(at: verb, in: tree, &document) }
      if document.relations[verb] == .adverbialClause, subjects.isEmpty { takeSubject(at: verb, in: tree, &document) }
      if subjects.isEmpty, document.pennTags[verb] == "VB" { readWished(verb, in: tree, &document) }
      if document.relations[verb] == .adnominalClause { announce(at: verb, in: tree, &document) }
      if document.relations[verb] == .conjunct { leaveQuotation(at: verb, in: tree, &document) }
      if document.relations[verb] == .relativeClause {
        freeInfinitive(under: verb, in: tree, &document)
        if subjects.isEmpty { openRelative(at: verb, in: tree, &document) }
      }
    }
    for noun in 0..<document.tokenCount where document.pennTags[noun].hasSuffix("S") {
      readNames(after: noun, in: tree, &document)
    }
  }

  /// "Two officers, Smith and Jones, died": as many names after a comma as the noun counts are no further ones.
  private func readNames(after noun: Int, in tree: DependencyTree, _ document: inout Document) {
    guard isNominal(noun, in: document), noun + 2 < document.tokenCount, document.forms[noun + 1] == ",",
      let number = tree.child(of: noun, .numericModifier),
      let count = ["two": 2, "three": 3, "four": 4, "five": 5][document.forms[number].lowercased()]
    else { return }
    let names = tree.children(of: noun, .conjunct)
    guard names.count == count, let first = names.first, tree.subtree(of: first).first == noun + 2,
      names.allSatisfy({ document.partsOfSpeech[$0] == .properNoun })
    else { return }
    document.relations[first] = .apposition
    for name in names.dropFirst() { document.heads[name] = first }
  }

  /// "an Australian accused of smuggling": the word before is the noun, this one a participle.
  private func readParticiple(_ token: Int, _ document: inout Document) {
    guard document.partsOfSpeech[token] == .noun, token > 0, token + 1 < document.tokenCount,
      document.forms[token + 1].lowercased() == "of", document.heads[token - 1] == token,
      [.adjectivalModifier, .compound].contains(document.relations[token - 1])
    else { return }
    let noun = token - 1
    document.heads[noun] = document.heads[token] == token ? noun : document.heads[token]
    document.relations[noun] = document.relations[token]
    for child in 0..<noun where document.heads[child] == token { document.heads[child] = noun }
    document.heads[token] = noun
    document.relations[token] = .adnominalClause
    document.partsOfSpeech[token] = .verb
    document.pennTags[token] = "VBN"
    document.lemmas[token] = "accuse"
  }

  /// Pasts that look like nouns.
  private static let pasts: Set = ["cut", "hit", "put", "set", "shut", "hurt", "quit", "split", "cost"]

  /// "Ghana cut aid to Togo": what has an object is a verb, and the name before it its subject.
  private func readPast(_ token: Int, _ document: inout Document) {
    guard [.noun, .verb].contains(document.partsOfSpeech[token]), document.pennTags[token] == "NN", token > 0,
      document.relations[token] == .root, Self.pasts.contains(document.forms[token].lowercased()),
      (token + 1..<document.tokenCount).contains(where: {
        document.heads[$0] == token && document.relations[$0] == .object
      }), document.heads[token - 1] == token, document.relations[token - 1] == .compound
    else { return }
    document.partsOfSpeech[token] = .verb
    document.pennTags[token] = "VBD"
    document.lemmas[token] = document.forms[token].lowercased()
    document.relations[token - 1] = .subject
  }

  /// "Rebels and army trade blame": what has a subject before it and an object right behind it is no noun.
  private func readPresent(_ token: Int, in tree: DependencyTree, _ document: inout Document) {
    guard document.partsOfSpeech[token] == .noun,
      let subject = tree.child(of: token, .subject), subject < token,
      let object = tree.child(of: token, .object), let first = tree.subtree(of: object).first, first == token + 1,
      tree.child(of: token, .copula, .determiner, .caseMarking) == nil
    else { return }
    document.partsOfSpeech[token] = .verb
    document.pennTags[token] = document.pennTags[token].hasSuffix("S") ? "VBZ" : "VBP"
  }

  /// "voters re-elected the president": with an object and no auxiliary it is no passive.
  private func readActive(_ verb: Int, _ subjects: [Int], in tree: DependencyTree, _ document: inout Document) {
    guard document.pennTags[verb] == "VBN", document.relations[verb] == .root, subjects.count == 1,
      document.relations[subjects[0]] == .passiveSubject, document.forms[verb].lowercased().hasPrefix("re"),
      tree.child(of: verb, .object) != nil, tree.child(of: verb, .passiveAuxiliary, .auxiliary) == nil
    else { return }
    document.pennTags[verb] = "VBD"
    document.relations[subjects[0]] = .subject
  }

  /// "ten were caught and two attackers killed": what people suffer has no object where the passive goes on.
  private func readPassive(_ verb: Int, _ subject: Int, in tree: DependencyTree, _ document: inout Document) {
    guard ["VBD", "VBN"].contains(document.pennTags[verb]), document.relations[subject] == .subject,
      let first = tree.head(of: verb), tree.child(of: first, .passiveAuxiliary) != nil,
      tree.child(of: verb, .object, .auxiliary, .openClausalComplement, .clausalComplement, .particle) == nil,
      knowledge.casualtyWords.entries(.verb, document.lemmas[verb]).contains(where: {
        $0.frame == .patient && $0.companions.isEmpty
      })
    else { return }
    document.pennTags[verb] = "VBN"
    document.relations[subject] = .passiveSubject
  }

  /// "Ferry sinks off Ghana": what stands just before a finite verb is no part of its name but its subject.
  private func readSubject(of verb: Int, in tree: DependencyTree, _ document: inout Document) {
    guard document.partsOfSpeech[verb] == .verb, verb > 0, ["VBZ", "VBD"].contains(document.pennTags[verb]),
      document.relations[verb] == .root, document.relations[verb - 1] == .compound, tree.head(of: verb - 1) == verb,
      document.partsOfSpeech[verb - 1].isNoun
    else { return }
    document.relations[verb - 1] = .subject
  }

  // MARK: Clauses

  private static let conjunctions: Set = ["after", "before", "since", "until", "as", "while"]

  /// "They were arrested after one of their daughters escaped": no conjunct, but a clause with a subject.
  private func openClause(at verb: Int, in tree: DependencyTree, _ document: inout Document) {
    guard let head = tree.head(of: verb), ["VBD", "VBZ", "VBP"].contains(document.pennTags[verb]),
      tree.child(of: verb, .coordination, .auxiliary) == nil,
      let phrase = tree.children(of: head, .oblique).last(where: { head < $0 && $0 < verb }),
      let marker = tree.child(of: phrase, .caseMarking),
      Self.conjunctions.contains(document.forms[marker].lowercased()), !isTime(phrase, in: document),
      let first = tree.subtree(of: verb).first, let last = tree.subtree(of: phrase).last, first <= last + 2
    else { return }
    document.heads[phrase] = verb
    document.relations[phrase] = .subject
    document.heads[marker] = verb
    document.relations[marker] = .marker
    document.relations[verb] = .adverbialClause
  }

  /// "Smith Motors to cut 900 jobs": the name before an infinitive that is all of the rest of a headline is its subject.
  private func announce(at verb: Int, in tree: DependencyTree, _ document: inout Document) {
    guard document.pennTags[verb] == "VB", let name = tree.head(of: verb), tree.head(of: name) == nil,
      document.partsOfSpeech[name] == .properNoun, let marker = tree.child(of: verb, .marker),
      name < marker, marker < verb, document.forms[marker] == "to",
      tree.children(of: name, .caseMarking, .determiner, .copula).isEmpty,
      (name..<marker).allSatisfy({ document.partsOfSpeech[$0] == .properNoun })
    else { return }
    document.heads[verb] = verb
    document.relations[verb] = document.relations[name]
    document.heads[name] = verb
    document.relations[name] = .subject
  }

  /// "comes after a couple of bombings took place": the bare noun between conjunction and verb is the verb's subject.
  private func takeSubject(at verb: Int, in tree: DependencyTree, _ document: inout Document) {
    guard ["VBD", "VBZ", "VBP"].contains(document.pennTags[verb]), let head = tree.head(of: verb),
      let marker = tree.child(of: verb, .marker), Self.conjunctions.contains(document.forms[marker].lowercased()),
      let noun = tree.children(of: head, .oblique, .unmarkedOblique).first(where: { marker < $0 && $0 < verb }),
      tree.child(of: noun, .caseMarking) == nil, !isTime(noun, in: document)
    else { return }
    document.heads[noun] = verb
    document.relations[noun] = .subject
  }

  /// "after their union, GDL, struck a deal": no relative clause has neither pronoun nor subject, but a clause after a
  /// conjunction has the noun between as its subject.
  private func openRelative(at verb: Int, in tree: DependencyTree, _ document: inout Document) {
    guard ["VBD", "VBZ", "VBP"].contains(document.pennTags[verb]), let noun = tree.head(of: verb), noun < verb,
      document.relations[noun] == .oblique, let head = tree.head(of: noun), head < noun,
      let marker = tree.child(of: noun, .caseMarking),
      Self.conjunctions.contains(document.forms[marker].lowercased()),
      tree.child(of: verb, .subject, .passiveSubject, .outerSubject, .auxiliary, .passiveAuxiliary) == nil,
      !tree.subtree(of: verb).contains(where: { $0 < verb && isRelativePronoun($0, in: document) })
    else { return }
    document.heads[verb] = head
    document.relations[verb] = .adverbialClause
    document.heads[noun] = verb
    document.relations[noun] = .subject
    document.heads[marker] = verb
    document.relations[marker] = .marker
  }

  /// "called for Smith to resign": who stands between "for" and "to" is the one to do it.
  private func readWished(_ verb: Int, in tree: DependencyTree, _ document: inout Document) {
    let markers = tree.children(of: verb, .marker)
    guard markers.count == 2, document.forms[markers[0]].lowercased() == "for",
      document.forms[markers[1]].lowercased() == "to",
      let noun = tree.children(of: verb, .oblique).first(where: { markers[0] < $0 && $0 < markers[1] }),
      tree.child(of: noun, .caseMarking) == nil, !isTime(noun, in: document)
    else { return }
    document.relations[noun] = tree.child(of: verb, .passiveAuxiliary) == nil ? .subject : .passiveSubject
  }

  private static let closingMarks: Set = ["\"", "”", "’’", "''"]

  /// "said Smith had "lied" and called for an inquiry": what follows the quotation is done by who speaks.
  private func leaveQuotation(at verb: Int, in tree: DependencyTree, _ document: inout Document) {
    guard let head = tree.head(of: verb), document.relations[head] == .clausalComplement, head < verb,
      ["VBD", "VBZ"].contains(document.pennTags[verb]), let speech = tree.head(of: head), speech < head,
      tree.child(of: verb, .subject, .passiveSubject, .auxiliary) == nil,
      knowledge.reportingWords.verb(document.lemmas[speech]) != nil,
      let coordination = tree.child(of: verb, .coordination), coordination > head,
      Self.closingMarks.contains(document.forms[coordination - 1])
    else { return }
    document.heads[verb] = speech
  }

  /// "asked Smith, who is ill, to resign": what stands after the comma completes the verb above.
  private func freeInfinitive(under verb: Int, in tree: DependencyTree, _ document: inout Document) {
    guard let noun = tree.head(of: verb), let governor = tree.head(of: noun),
      [.object, .indirectObject].contains(document.relations[noun]),
      tree.child(of: governor, .openClausalComplement, .clausalComplement) == nil
    else { return }
    for clause in tree.children(of: verb, .adverbialClause, .openClausalComplement) {
      guard let marker = tree.child(of: clause, .marker), document.forms[marker].lowercased() == "to", marker > 0,
        document.forms[marker - 1] == ",", marker > verb
      else { continue }
      document.heads[clause] = governor
      document.relations[clause] = .openClausalComplement
    }
  }

  // MARK: Subjects

  private func mend(_ subjects: [Int], of verb: Int, in tree: DependencyTree, _ document: inout Document) {
    for (first, second) in zip(subjects, subjects.dropFirst()) {
      if second < verb {
        if isRelativePronoun(first, in: document) {
          takeAsGap(first, of: verb, in: tree, &document)
        } else if isNominal(first, in: document), isAdjacent(first, second, in: tree) {
          join(first, to: second, in: tree, &document)
        }
      } else if first < verb, !isRelativePronoun(first, in: document) {
        takeAsObject(second, of: verb, in: tree, &document)
      }
    }
  }

  /// "rebels who Ruritania says fled", "the man whom police arrested": the pronoun is no second subject.
  private func takeAsGap(_ pronoun: Int, of verb: Int, in tree: DependencyTree, _ document: inout Document) {
    let complement = tree.children(of: verb, .clausalComplement).first { clause in
      !tree.children[clause].contains { Self.subjects.contains(document.relations[$0]) }
    }
    if let complement {
      document.heads[pronoun] = complement
      let isPassive = tree.child(of: complement, .passiveAuxiliary) != nil
      document.relations[pronoun] = isPassive ? .passiveSubject : .subject
    } else if tree.child(of: verb, .object, .passiveAuxiliary, .clausalComplement) == nil {
      document.relations[pronoun] = .object
    }
  }

  /// "Palestinian President Mahmoud Abbas", "a ministry official": the first of two nouns side by side modifies the other.
  private func join(_ first: Int, to second: Int, in tree: DependencyTree, _ document: inout Document) {
    guard !isTime(second, in: document) else {
      document.relations[second] = .unmarkedOblique
      return
    }
    if ObjectRepair.tellsDirection(second, in: document) {
      document.heads[second] = first
      document.relations[second] = .adverbialModifier
      return
    }
    guard let start = tree.subtree(of: second).first, start > first else { return }
    let isNamed = document.partsOfSpeech[second] == .properNoun
    if !isNamed {
      guard document.partsOfSpeech[second] == .noun, start - 1 == first else { return }
      document.heads[first] = second
      document.relations[first] = .compound
    } else if document.forms[start - 1] == ",", document.partsOfSpeech[first] == .noun,
      !document.pennTags[first].hasSuffix("S")
    {
      // "the party's leader, Smith said"
      document.heads[second] = first
      document.relations[second] = .apposition
    } else if isTitle(first, in: document) || start - 1 == first {
      document.heads[first] = second
      document.relations[first] = .descriptiveModifier
    } else if [.noun, .properNoun].contains(document.partsOfSpeech[start - 1]) {
      document.heads[second] = start - 1
      document.relations[second] = .apposition
    }
  }

  /// "The court sentenced minister Smith": what stands after an active verb is its object.
  private func takeAsObject(_ subject: Int, of verb: Int, in tree: DependencyTree, _ document: inout Document) {
    guard document.partsOfSpeech[verb] == .verb, document.lemmas[verb] != "say",
      [.properNoun, .noun].contains(document.partsOfSpeech[subject]),
      tree.child(of: verb, .passiveSubject, .passiveAuxiliary, .object) == nil
        || isTitle(before: subject, of: verb, in: tree, document),
      tree.child(of: subject, .caseMarking) == nil, let start = tree.subtree(of: subject).first, start > verb,
      !document.forms[verb..<start].contains(where: { [",", "-", "–", "—", ";", ":"].contains($0) })
    else { return }
    for object in tree.children(of: verb, .object) where object < subject {
      document.heads[object] = subject
      document.relations[object] = .descriptiveModifier
    }
    let open = tree.children(of: verb, .clausalComplement).first { clause in
      clause > subject && document.pennTags[clause] != "VB"
        && !tree.children[clause].contains { Self.subjects.contains(document.relations[$0]) }
    }
    if let open {
      document.heads[subject] = open
    } else {
      document.relations[subject] = .object
    }
  }

  /// Whether the only object of a verb is the title right before a word: "overthrew dictator Smith".
  private func isTitle(before subject: Int, of verb: Int, in tree: DependencyTree, _ document: Document) -> Bool {
    let objects = tree.children(of: verb, .object)
    guard objects.count == 1, let object = objects.first, object + 1 == tree.subtree(of: subject).first,
      tree.child(of: verb, .passiveSubject, .passiveAuxiliary) == nil
    else { return false }
    return isTitle(object, in: document)
  }

  // MARK: Objects

  private func mend(
    _ objects: [Int],
    without subjects: [Int],
    of verb: Int,
    in tree: DependencyTree,
    _ document: inout Document
  ) {
    guard let first = objects.first, let second = objects.dropFirst().first else { return }
    if first < verb, second > verb {
      // "air strikes that they say killed ten rebels": the pronoun is the subject.
      guard isRelativePronoun(first, in: document), subjects.isEmpty else { return }
      document.relations[first] = .subject
    } else if document.partsOfSpeech[first] == .noun || isTitle(first, in: document),
      document.partsOfSpeech[second] == .properNoun, isAdjacent(first, second, in: tree)
    {
      join(first, to: second, in: tree, &document)
    }
  }

  // MARK: Words

  private func isRelativePronoun(_ token: Int, in document: Document) -> Bool {
    Self.relativePronouns.contains(document.forms[token].lowercased())
      && ["WDT", "WP"].contains(document.pennTags[token])
  }

  private func isNominal(_ token: Int, in document: Document) -> Bool {
    [.noun, .properNoun].contains(document.partsOfSpeech[token])
  }

  private func isTitle(_ token: Int, in document: Document) -> Bool {
    knowledge.titles[document.lemmas[token].lowercased()] != nil
  }

  private func isTime(_ token: Int, in document: Document) -> Bool {
    knowledge.timeWords[document.lemmas[token].lowercased()] != nil
  }

  /// Whether nothing, no comma either, stands between two phrases.
  private func isAdjacent(_ first: Int, _ second: Int, in tree: DependencyTree) -> Bool {
    guard let end = tree.subtree(of: first).last, let start = tree.subtree(of: second).first else { return false }
    return end + 1 == start
  }
}
