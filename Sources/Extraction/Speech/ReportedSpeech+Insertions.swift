import LanguageAnalysis

/// Words of saying that are inserted into what is said or stand behind it: "The plan, he wrote, would fail."
extension ReportedSpeech {
  /// The name at the end of a sentence that the tree takes for a part of what was said: "…, the World Food Programme said."
  func trailingSpeaker(of verb: Int, in sentence: Range<Int>) -> (head: Int, tokens: Range<Int>)? {
    guard ["VBD", "VBZ"].contains(document.pennTags[verb]), tree.child(of: verb, .subject, .outerSubject) == nil,
      sentence.upperBound - verb <= 6 || isTakenForApposition(before: verb),
      let comma = (max(sentence.lowerBound, verb - 10)..<verb).last(where: { context.words[$0] == "," }),
      comma - sentence.lowerBound >= (isTakenForApposition(before: verb) ? 1 : 3), comma + 1 < verb
    else { return nil }
    let phrase = (comma + 1)..<verb
    let parts: [UniversalPartOfSpeech] = [.noun, .properNoun, .adjective, .determiner, .adposition, .particle]
    guard phrase.allSatisfy({ parts.contains(document.partsOfSpeech[$0]) }) else { return nil }
    let end = phrase.first { document.partsOfSpeech[$0] == .adposition } ?? phrase.upperBound
    guard let head = (phrase.lowerBound..<end).last(where: { document.partsOfSpeech[$0].isNoun }) else { return nil }
    return (head, phrase)
  }

  /// "in the south, the agency reported on Friday": the tree takes the agency for another name of the south.
  private func isTakenForApposition(before verb: Int) -> Bool {
    verb > 0 && document.relations[verb] == .parataxis && document.relations[verb - 1] == .apposition
      && document.pennTags[verb] == "VBD"
  }

  /// The clause into which "officials said" is inserted.
  func host(of verb: Int, isSpoken: Bool) -> Int? {
    guard document.relations[verb] == .parataxis || document.relations[verb] == .adverbialClause else { return nil }
    guard let host = tree.head(of: verb), tree.child(of: verb, .subject) != nil || syntax.isInverted(verb) || isSpoken
    else {
      return nil
    }
    let marker = tree.children(of: verb, .marker).first
    if let marker {
      // "as he proposed" tells how something is done, unless a comma sets it apart.
      guard context.words[marker] == "as",
        marker == 0 || document.partsOfSpeech[marker - 1] == .punctuation
          || tree.sentenceOfToken[marker - 1] != tree.sentenceOfToken[marker]
      else { return nil }
    }
    if document.relations[verb] == .adverbialClause, marker == nil { return nil }
    // ", a rule Hart mentioned": a clause about the rule.
    if marker == nil, let subject = syntax.subject(of: verb), subject < verb,
      let start = tree.subtree(of: subject).first, start > 0, document.partsOfSpeech[start - 1] == .noun
    {
      return nil
    }
    guard
      tree.child(of: verb, .object, .openClausalComplement, .clausalComplement) == nil || syntax.isInverted(verb)
        || syntax.isPuttingIt(verb)
    else { return nil }
    // "Smith said one thing; another is true, she said": the tree hangs both on the first saying.
    if syntax.reportingVerb(host) != nil,
      let clause = tree.children(of: host, .parataxis, .conjunct).last(where: { $0 > host && $0 < verb }),
      tree.child(of: clause, .subject, .passiveSubject) != nil
    {
      return clause
    }
    return clause(around: verb) ?? host
  }

  /// The clause that goes on behind words of saying between commas: "His members, he went on, would remember it."
  private func clause(around verb: Int) -> Int? {
    let sentence = document.sentences[tree.sentenceOfToken[verb]].tokens
    guard let subject = syntax.subject(of: verb), subject < verb, let start = tree.subtree(of: subject).first,
      start > sentence.lowerBound + 1, context.words[start - 1] == ",",
      let end = (verb + 1..<min(sentence.upperBound, verb + 12)).first(where: { context.words[$0] == "," }),
      end + 1 < sentence.upperBound, !(verb + 1..<end).contains(where: { document.pennTags[$0].hasPrefix("VB") })
    else { return nil }
    let before = [start - 2] + tree.ancestors(of: start - 2)
    let behind = [end + 1] + tree.ancestors(of: end + 1)
    guard let shared = behind.first(where: { before.contains($0) }), shared != verb,
      !tree.ancestors(of: shared).contains(verb)
    else { return nil }
    return shared
  }

  /// The words around "he wrote" between commas that stands before their verb: "The plan, he wrote, would fail."
  func inserted(_ verb: Int, in sentence: Range<Int>) -> [Int]? {
    guard ["VBD", "VBZ", "VBP"].contains(document.pennTags[verb]),
      tree.children(of: verb, .subject).count == 2 || tree.children(of: verb, .conjunct).first.map(isBare) == true,
      let subject = syntax.subject(of: verb), subject < verb,
      let start = tree.subtree(of: subject).first, start > sentence.lowerBound + 1, context.words[start - 1] == ",",
      let end = (verb + 1..<min(sentence.upperBound, verb + 12)).first(where: { context.words[$0] == "," }),
      !(verb + 1..<end).contains(where: { document.pennTags[$0].hasPrefix("VB") }),
      end + 2 < sentence.upperBound
    else { return nil }
    let before = sentence.lowerBound..<(start - 1)
    guard !before.contains(where: { document.pennTags[$0].hasPrefix("VB") }) else { return nil }
    return Array(before) + Array(end + 1..<sentence.upperBound)
  }

  /// Whether a clause has no subject and no conjunction before it.
  private func isBare(_ clause: Int) -> Bool {
    tree.child(of: clause, .subject, .passiveSubject, .coordination) == nil
  }

  /// What was said before the words of saying that its complement follows or that follow it: "It was not clear,
  /// officials said, whether …", "Whether it will pass is unclear, said Hart".
  func earlierWords(than complement: Int, of verb: Int) -> [Int] {
    let start = syntax.subject(of: verb).flatMap { $0 < verb ? tree.subtree(of: $0).first : nil } ?? verb
    if complement > verb {
      guard start > 1, context.words[start - 1] == ",", verb + 1 < document.tokenCount, context.words[verb + 1] == ",",
        quotationOfToken[start - 2] < 0
      else { return [] }
      if document.relations[verb] == .parataxis, let host = tree.head(of: verb), host < start {
        return tokens(of: host, without: verb)
      }
    }
    return tree.children(of: verb, .clausalComplement, .clausalSubject)
      .filter { $0 != complement && $0 < start && isClause($0) }
      .flatMap { tokens(of: $0, without: verb) }
  }

  /// ", people close to the talks said" at the end of a sentence: who speaks, of which parts may hang on what is said.
  func closingPhrase(of verb: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard sentence.upperBound - verb <= 3, let subject = syntax.subject(of: verb), subject < verb,
      let start = tree.subtree(of: subject).first, start > sentence.lowerBound, context.words[start - 1] == ","
    else { return nil }
    return start..<verb
  }

  /// Clauses behind a semicolon with words of saying of their own: "said it was late; the mayor, he added, had left".
  func clausesSaidAnew(in clause: Int, without cue: Int) -> Set<Int> {
    let anew = tree.children(of: clause, .parataxis, .conjunct).filter { part in
      guard part > clause, let first = tree.subtree(of: part).first, first > clause,
        [first, first - 1].contains(where: { context.words[$0] == ";" })
      else { return false }
      let last = tree.subtree(of: part).last ?? part
      return (first..<last).contains {
        $0 != cue && $0 != part && document.relations[$0] == .parataxis && syntax.reportingVerb($0) != nil
      } || (tree.child(of: part, .clausalComplement) != nil && syntax.reportingVerb(part) != nil)
    }
    return Set(anew.flatMap { tree.subtree(of: $0) })
  }

  /// "Nobody was hurt, the railway said, but 14 were treated": told by the same speaker.
  func clauseBehindInsertion(of verb: Int) -> Int? {
    tree.children(of: verb, .conjunct).first { clause in
      guard clause > verb, let conjunction = tree.child(of: clause, .coordination), conjunction > verb,
        context.words[conjunction - 1] == ",", conjunction - verb <= 8,
        let subject = tree.child(of: clause, .subject, .passiveSubject), syntax.reportingVerb(clause) == nil
      else { return false }
      return tree.subtree(of: subject).first.map { $0 > conjunction } == true
        && ["VBD", "VBN"].contains(document.pennTags[clause])
    }
  }
}
