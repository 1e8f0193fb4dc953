import Knowledge
import LanguageAnalysis

// Words of saying set apart by commas, read by their words where the tree goes wrong: "Sales, he predicts, will rise."
extension ReportedSpeech {
  /// Words of saying between commas, or between a comma and the end of a sentence.
  struct Parenthesis {
    /// The tokens of who says it and of the saying.
    var tokens: Range<Int>
    /// Head token of the phrase that names who says it.
    var speaker: Int
    /// What is said before and behind.
    var before: Range<Int>
    var after: Range<Int>
  }

  /// What was found of a saying, with the words that its parenthesis shows to be missing.
  func completed(
    _ found: Attribution?,
    by parenthesis: Parenthesis?,
    cue: Int,
    entry: ReportingWordTable.Entry
  ) -> Attribution? {
    guard let parenthesis else { return found }
    let words = trimmed(Array(parenthesis.before) + Array(parenthesis.after))
    if let found {
      let held = Set(found.tokens.flatMap { Array($0) })
      guard words.count > held.count, held.isSubset(of: words), !parenthesis.after.isEmpty else {
        return said(found, by: parenthesis, cue: cue)
      }
    } else if words.count(where: { document.partsOfSpeech[$0] != .punctuation }) < 3 {
      return nil
    }
    var attribution = attribution(words, cue: cue, foundBy: "speech:" + entry.id + ".parenthesis")
    attribution?.speakerHead = found?.speakerHead
    attribution?.addresseeHead = found?.addresseeHead
    attribution?.isUnsaid = syntax.isUnsaid(cue)
    return attribution.map { said($0, by: parenthesis, cue: cue) }
  }

  /// Attributions of a sentence without the words of another saying set apart in them: "is worried that it fails, an
  /// official said".
  func withoutParentheses(_ found: [Attribution], in sentence: Range<Int>) -> [Attribution] {
    let cues = found.filter { $0.foundBy.hasSuffix(".parenthesis") }.compactMap(\.cue).filter(sentence.contains)
    let asides = cues.compactMap { cue in
      syntax.reportingVerb(cue).flatMap { parenthesis(of: cue, entry: $0, in: sentence) }.map { (cue, $0.tokens) }
    }
    guard !asides.isEmpty else { return found }
    return found.map { attribution in
      let tokens = attribution.tokens.flatMap { Array($0) }
      let kept = tokens.filter { token in
        !asides.contains { $0.0 != attribution.cue && $0.1.contains(token) && !$0.1.contains(attribution.cue ?? -1) }
      }
      guard kept.count < tokens.count, let cue = attribution.cue,
        var shorter = self.attribution(trimmed(kept), cue: cue, foundBy: attribution.foundBy)
      else { return attribution }
      shorter.speakerHead = attribution.speakerHead
      shorter.addresseeHead = attribution.addresseeHead
      shorter.isUnsaid = attribution.isUnsaid
      return shorter
    }
  }

  /// What was found, said by whom the parenthesis names where the tree gives the verb no subject.
  private func said(_ found: Attribution, by parenthesis: Parenthesis, cue: Int) -> Attribution {
    guard found.speakerHead == nil || syntax.subject(of: cue) == nil else { return found }
    var found = found
    found.speakerHead = syntax.speaker(named: parenthesis.speaker) ?? parenthesis.speaker
    return found
  }

  /// The parenthesis around a verb of saying.
  func parenthesis(of verb: Int, entry: ReportingWordTable.Entry, in sentence: Range<Int>) -> Parenthesis? {
    guard ["VBD", "VBZ", "VBP"].contains(document.pennTags[verb]) || isLastParticiple(verb, in: sentence),
      [.say, .tell, .write, .think, .ask, .show].contains(entry.manner),
      !syntax.isPassive(verb) || isLastParticiple(verb, in: sentence),
      verb > sentence.lowerBound + 1, !isTellingThat(verb),
      let (phrase, speaker) = speakerBefore(verb, in: sentence) ?? speakerBehind(verb, in: sentence),
      isPersonal(speaker) || isNamedPlural(speaker) || syntax.isWriting(speaker)
        || entry.manner == .show && syntax.isDocument(speaker)
    else { return nil }
    if entry.manner == .think, !isNow(verb), !isReportedView(verb, of: speaker) { return nil }
    let end = max(phrase.upperBound, verb + 1)
    guard let stop = (end..<sentence.upperBound).first(where: isBreak), stop - end <= 8,
      !(end..<stop).contains(where: { isVerbal($0) || entry.manner != .tell && isObject($0, of: verb) }),
      !syntax.isOpening(sentence.lowerBound)
    else { return nil }
    var start = sentence.lowerBound
    if let semicolon = (start..<phrase.lowerBound).last(where: { [";", ":"].contains(context.words[$0]) }) {
      start = semicolon + 1
    }
    let comma = min(phrase.lowerBound, verb) - 1
    guard start < comma else { return nil }
    let before = start..<comma
    guard let last = before.last, quotationOfToken[last] < 0,
      !before.contains(where: {
        document.relations[$0] == .root && syntax.reportingVerb($0) != nil
          && tree.child(of: $0, .clausalComplement) != nil
      })
    else { return nil }
    return Parenthesis(
      tokens: min(phrase.lowerBound, verb)..<stop,
      speaker: speaker,
      before: before,
      after: goesOn(behind: stop, in: sentence) ? (stop + 1)..<sentence.upperBound : stop..<stop
    )
  }

  /// "…, an official traveling with the minister disclosed.": a verb at the end of a sentence taken for a participle.
  private func isLastParticiple(_ verb: Int, in sentence: Range<Int>) -> Bool {
    document.pennTags[verb] == "VBN" && verb + 2 >= sentence.upperBound && verb > sentence.lowerBound
      && context.words[verb - 1] != ","
      && tree.child(of: verb, .auxiliary, .passiveAuxiliary) == nil
  }

  /// Whether a verb governs a clause with a "that" of its own.
  private func isTellingThat(_ verb: Int) -> Bool {
    tree.children(of: verb, .clausalComplement).contains { clause in
      clause > verb && tree.children(of: clause, .marker).contains { context.words[$0] == "that" && $0 > verb }
    }
  }

  /// ", people close to the talks said": the phrase between a comma and the verb.
  private func speakerBefore(_ verb: Int, in sentence: Range<Int>) -> (Range<Int>, Int)? {
    var end = verb
    while end > sentence.lowerBound, document.partsOfSpeech[end - 1] == .adverb { end -= 1 }
    guard let comma = (max(sentence.lowerBound, end - 14)..<end).last(where: isBreak), comma > sentence.lowerBound,
      comma + 1 < end
    else { return nil }
    let phrase = (comma + 1)..<end
    let parts: [UniversalPartOfSpeech] = [
      .noun, .properNoun, .adjective, .determiner, .adposition, .particle, .numeral, .pronoun,
      .coordinatingConjunction, .symbol, .punctuation,
    ]
    guard
      phrase.allSatisfy({
        (parts.contains(document.partsOfSpeech[$0])
          || $0 > phrase.lowerBound
            && (document.pennTags[$0] == "VBN" || document.relations[$0] == .adnominalClause)
          || document.relations[$0] == .adjectivalModifier)
          && !document.pennTags[$0].hasPrefix("W") && quotationOfToken[$0] < 0
      }), ![.coordinatingConjunction, .adposition].contains(document.partsOfSpeech[phrase.lowerBound])
    else { return nil }
    let heads = phrase.filter { !phrase.contains(document.heads[$0]) }
    guard heads.count == 1, let head = heads.first,
      document.partsOfSpeech[head].isNoun || ["he", "she", "they"].contains(context.words[head])
    else { return nil }
    return (phrase, head)
  }

  /// ", wrote the historian Emil Hart in his last book,": the phrase behind the verb.
  private func speakerBehind(_ verb: Int, in sentence: Range<Int>) -> (Range<Int>, Int)? {
    guard isBreak(verb - 1), document.relations[verb] != .conjunct, verb + 1 < sentence.upperBound,
      let head = tree.children(of: verb, .subject, .object, .indirectObject).first(where: { $0 > verb }),
      document.partsOfSpeech[head].isNoun, head - verb <= 12, isPersonal(head) || document.relations[head] == .subject,
      syntax.subject(of: verb).map({ $0 > verb }) ?? true,
      let last = tree.subtree(of: head).filter({ $0 > verb }).last
    else { return nil }
    let phrase = (verb + 1)..<(last + 1)
    guard phrase.allSatisfy({ quotationOfToken[$0] < 0 }), !isVerbal(verb + 1) else { return nil }
    return (phrase, head)
  }

  private func isObject(_ token: Int, of verb: Int) -> Bool {
    document.heads[token] == verb
      && [.object, .clausalComplement, .openClausalComplement].contains(document.relations[token])
  }

  private func isBreak(_ token: Int) -> Bool {
    [",", "—", "–", "--", ".", ";"].contains(context.words[token])
  }

  private func isVerbal(_ token: Int) -> Bool {
    document.pennTags[token].hasPrefix("VB") || document.pennTags[token] == "MD"
      || document.relations[token] == .marker || document.pennTags[token].hasPrefix("W")
  }

  /// Whether what was said goes on behind a parenthesis, and no clause of the author's begins.
  private func goesOn(behind stop: Int, in sentence: Range<Int>) -> Bool {
    guard ![".", ";"].contains(context.words[stop]), stop + 2 < sentence.upperBound else { return false }
    let first = stop + 1
    if quotationOfToken[first] >= 0 {
      // "Bakers, says Hart, “have seen worse.”"
      return first + 1 < sentence.upperBound && document.forms[first + 1].first?.isLowercase == true
    }
    if document.pennTags[first] == "VBG" || document.pennTags[first].hasPrefix("W") {
      return false
    }
    if [
      "though", "although", "while", "after", "when", "whereas", "without", "as", "citing", "before", "despite", "amid",
    ].contains(context.words[first]) {
      return false
    }
    if document.relations[first] == .coordination {
      // ", but the mayor resigned": told by the author as well as said.
      return !(first + 1..<min(sentence.upperBound, first + 8)).contains {
        document.relations[$0].universal == "nsubj" || document.relations[$0] == .expletive
      }
    }
    return true
  }

  // MARK: Clauses that the tree breaks

  /// "said the airline plans to lease them": the words behind "said", where the tree shows no clause.
  func bareClause(behind verb: Int, before end: Int) -> Range<Int>? {
    guard document.lemmas[verb] == "say", let subject = syntax.subject(of: verb), subject < verb, verb + 4 < end,
      document.partsOfSpeech[verb + 1] != .punctuation, quotationOfToken[verb + 1] < 0
    else { return nil }
    let rest = (verb + 1)..<end
    if document.partsOfSpeech[verb + 1] == .adposition, context.words[verb + 2] != "least" { return nil }
    let finite = rest.first { ["VBD", "VBZ", "VBP", "MD", "TO"].contains(document.pennTags[$0]) }
    guard let finite, finite > verb + 1,
      !(verb + 1..<finite).contains(where: {
        document.pennTags[$0].hasPrefix("W") || context.words[$0] == "," || document.pennTags[$0] == "CC"
      }),
      (verb + 1..<finite).contains(where: {
        document.partsOfSpeech[$0].isNoun || document.partsOfSpeech[$0] == .pronoun
          || document.partsOfSpeech[$0] == .numeral
      })
    else { return nil }
    return rest
  }

  /// "refuted a report that they had left": the clause belongs to what the verb is done to.
  func isOfObject(_ marker: Int, of verb: Int) -> Bool {
    guard let clause = tree.head(of: marker), document.relations[clause] == .adnominalClause,
      let noun = tree.head(of: clause)
    else { return false }
    return document.relations[noun] == .object && document.heads[noun] == verb
  }

  /// The tokens of a clause with what stands between them and hangs on the verb of saying as a clause of its own.
  func withPartsBetween(_ clause: [Int], of verb: Int) -> [Int] {
    guard let first = clause.min(), let last = clause.max(), first > verb else { return clause }
    let between = tree.children(of: verb, .clausalComplement).filter { $0 > first && $0 < last }
    return clause + between.flatMap { tree.subtree(of: $0) }
  }

  /// The tokens of clauses joined to what sources said in which they act themselves: "sources say it was late, but the
  /// sources ruled out a fault".
  func clausesToldBy(_ speaker: Int?, in complement: Int) -> Set<Int> {
    guard let speaker, document.partsOfSpeech[speaker] == .noun else { return [] }
    let clauses = tree.children(of: complement, .conjunct).filter { clause in
      guard clause > complement, let subject = tree.child(of: clause, .subject), subject > complement,
        document.lemmas[subject] == document.lemmas[speaker]
      else { return false }
      return tree.children(of: subject, .determiner).contains { context.words[$0] == "the" }
    }
    return Set(clauses.flatMap { tree.subtree(of: $0) })
  }

  /// The clauses in which the author tells more of a speaker: "suspect it was late, though they concede that …".
  func concessions(under complement: Int) -> Set<Int> {
    let clauses = tree.children(of: complement, .adverbialClause).filter { clause in
      guard clause > complement, syntax.reportingVerb(clause) != nil,
        let subject = tree.child(of: clause, .subject), ["he", "she", "they"].contains(context.words[subject])
      else { return false }
      return tree.children(of: clause, .marker).contains { ["though", "although"].contains(context.words[$0]) }
    }
    return Set(clauses.flatMap { tree.subtree(of: $0) })
  }

  /// The words before ", adding that …", with which the speaker says something further.
  func withoutAdding(_ clause: [Int], behind verb: Int) -> [Int] {
    let adding = clause.first { token in
      token > verb + 2 && context.words[token] == "adding" && document.partsOfSpeech[token - 1] == .punctuation
        && quotationOfToken[token] < 0
    }
    return adding.map { end in clause.filter { $0 < end - 1 } } ?? clause
  }

  /// "no casualties"
  func hasNo(_ noun: Int) -> Bool {
    tree.children(of: noun, .determiner).contains { context.words[$0] == "no" }
  }
}
