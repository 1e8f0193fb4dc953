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
    for token in 0..<document.tokenCount { raiseSaying(token, in: &document) }
    for token in 0..<document.tokenCount { raiseClause(token, in: &document) }
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
      guard wrong < head, nameOfToken[wrong] >= 0, document.entities[nameOfToken[wrong]].kind != .date else { continue }
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
}
