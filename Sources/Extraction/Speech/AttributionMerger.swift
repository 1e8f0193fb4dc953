import LanguageAnalysis

/// Makes one list of quotations and reported clauses: what is told twice is kept once, words quoted within a reported
/// clause belong to it, quotations without a speaker take that of their neighbour.
struct AttributionMerger {
  private let context: ArticleContext
  private var document: Document { context.document }

  init(context: ArticleContext) {
    self.context = context
  }

  /// The attributions in the order of the text.
  func merged(direct: [DirectSpeech.Finding], reported: [Attribution]) -> [Attribution] {
    let reported = reported.sorted { $0.order < $1.order }
    var kept = reported.map { Optional($0) }
    var quotations = direct.map { Optional($0) }
    var low = 0
    for (position, finding) in direct.enumerated() {
      let quoted = finding.quotation.outer
      while low < reported.count, reported[low].lastToken + 400 < quoted.lowerBound { low += 1 }
      var index = low
      while index < reported.count, reported[index].order <= quoted.upperBound {
        defer { index += 1 }
        let shared = reported[index].tokens.reduce(0) { $0 + $1.clamped(to: quoted).count }
        guard shared > 0, kept[index] != nil else { continue }
        let length = reported[index].tokens.reduce(0) { $0 + $1.count }
        let isSource = reported[index].isSourcePhrase
        if isSource, isWorded(reported[index], finding) {
          // "because, in the words of the judge, “it punishes thought”"
          quotations[position]?.attribution.speakerHead = reported[index].speakerHead
          quotations[position]?.attribution.cue = reported[index].cue
          kept[index] = nil
        } else if finding.attribution.isUnsaid, !reported[index].isUnsaid,
          finding.attribution.cue != reported[index].cue
        {
          // "said he would tell them, “Go home.”"
          quotations[position] = nil
        } else if isEnding(finding, of: reported[index], apart: length - shared) {
          // "promised that they would be back, “with more friends”"
          quotations[position] = nil
        } else if shared * 10 >= length * 8 || (finding.isSentence && !isSource && shared * 2 >= length) {
          // The clause is the quotation itself.
          adopt(reported[index], into: &quotations[position])
          kept[index] = nil
        } else if !finding.isSentence || finding.attribution.cue == reported[index].cue || isSource {
          if !isToldWithin(reported[index], finding) { quotations[position] = nil }
        }
      }
    }
    let statements = quotations.compactMap { $0 }.filter(isStatement)
    return withNeighbours(statements, reported: kept.compactMap { $0 })
  }

  /// Whether quoted words only end a clause that the same saying reports.
  private func isEnding(_ finding: DirectSpeech.Finding, of clause: Attribution, apart words: Int) -> Bool {
    guard let first = finding.quotation.pieces.first?.first, words > 4, finding.attribution.cue == clause.cue,
      !clause.isSourcePhrase, clause.order < finding.quotation.outer.lowerBound
    else { return false }
    return document.forms[first].first?.isLowercase == true
      && (clause.order..<finding.quotation.outer.lowerBound).contains { token in
        clause.tokens.contains { $0.contains(token) } && document.pennTags[token].hasPrefix("VB")
      }
  }

  /// Whether somebody else's words are quoted within a reported clause: "said it was late, which Hart called “absurd”".
  private func isToldWithin(_ clause: Attribution, _ finding: DirectSpeech.Finding) -> Bool {
    guard let cue = finding.attribution.cue, cue < finding.quotation.outer.lowerBound,
      context.knowledge.reportingWords.verb(document.lemmas[cue])?.manner == .describe,
      let speaker = finding.attribution.speakerHead, cue != clause.cue,
      speaker != clause.speakerHead, document.partsOfSpeech[speaker].isNoun,
      context.isCapitalized(speaker)
        || context.tree.head(of: speaker) == cue
          && clause.speakerHead.map({ document.lemmas[$0] }) != document.lemmas[speaker],
      clause.tokens.contains(where: { $0.contains(cue) })
    else { return false }
    return clause.tokens.contains { $0.contains(speaker) }
  }

  /// Whether a phrase such as "in the words of" stands right before a quotation.
  private func isWorded(_ source: Attribution, _ finding: DirectSpeech.Finding) -> Bool {
    let start = finding.quotation.outer.lowerBound
    guard let cue = source.cue, let speaker = source.speakerHead, cue < start, speaker < start, start - cue < 16,
      source.foundBy.contains("words"), let head = source.tokens.first?.lowerBound, head < cue
    else { return false }
    return start - speaker <= 2
      || (speaker + 1..<start).allSatisfy {
        context.tree.ancestors(of: $0).contains(speaker) || document.partsOfSpeech[$0] == .punctuation
      }
  }

  private func adopt(_ clause: Attribution, into finding: inout DirectSpeech.Finding?) {
    guard finding != nil, finding?.attribution.speakerHead == nil else { return }
    finding?.attribution.speakerHead = clause.speakerHead
    finding?.attribution.addresseeHead = clause.addresseeHead
    finding?.attribution.cue = clause.cue
    finding?.attribution.foundBy = clause.foundBy
  }

  /// Whether quoted words are an utterance: a name of something and a word that the author keeps at a distance are not.
  private func isStatement(_ finding: DirectSpeech.Finding) -> Bool {
    let words = finding.quotation.pieces.joined().filter { document.partsOfSpeech[$0] != .punctuation }
    if finding.attribution.cue != nil {
      // "known as the “Blue House”": a name that nobody utters.
      guard finding.attribution.speakerHead != nil || (finding.isSentence && isClause(words)) else { return false }
      return finding.isSentence || words.count > 2
        || !words.allSatisfy { document.partsOfSpeech[$0] == .properNoun && context.isCapitalized($0) }
    }
    return finding.isSentence && isClause(words)
  }

  private func isClause(_ words: [Int]) -> Bool {
    words.count >= 4
      && words.contains { document.partsOfSpeech[$0] == .verb || document.partsOfSpeech[$0] == .auxiliary }
  }

  /// Gives quotations without a cue the speaker of the attribution before them in their paragraph or at the end of the
  /// paragraph before.
  private func withNeighbours(_ findings: [DirectSpeech.Finding], reported: [Attribution]) -> [Attribution] {
    var all = findings.map { ($0.attribution, isAlone: $0.isSentence && $0.attribution.cue == nil) }
    all += reported.map { ($0, isAlone: false) }
    all.sort { ($0.0.order, $0.0.lastToken) < ($1.0.order, $1.0.lastToken) }
    for index in all.indices where all[index].isAlone && all[index].0.speakerHead == nil {
      guard let previous = neighbour(before: index, in: all) ?? neighbour(after: index, in: all) else { continue }
      all[index].0.speakerHead = previous
      all[index].0.foundBy = "speech:speaker-of-neighbour"
    }
    return all.map { $0.0 }
  }

  private func neighbour(before index: Int, in all: [(Attribution, isAlone: Bool)]) -> Int? {
    let block = block(of: all[index].0)
    for earlier in all[..<index].reversed().prefix(6) {
      let distance = block - self.block(of: earlier.0)
      guard distance <= 1 else { return nil }
      if let speaker = earlier.0.speakerHead, !earlier.0.isUnsaid { return speaker }
    }
    return nil
  }

  private func neighbour(after index: Int, in all: [(Attribution, isAlone: Bool)]) -> Int? {
    let block = block(of: all[index].0)
    guard let next = all[(index + 1)...].first, self.block(of: next.0) == block else { return nil }
    return next.0.speakerHead
  }

  private func block(of attribution: Attribution) -> Int {
    guard document.tokenCount > attribution.order else { return -1 }
    return document.sentences[context.tree.sentenceOfToken[attribution.lastToken]].block
  }
}

extension Attribution {
  /// Its first token, by which attributions are ordered.
  var order: Int { tokens.map(\.lowerBound).min() ?? 0 }
  /// Its last token.
  var lastToken: Int { (tokens.map(\.upperBound).max() ?? 1) - 1 }
  /// Whether a phrase such as "according to" names the speaker.
  var isSourcePhrase: Bool { !isDirect && foundBy.hasPrefix(SourcePhrases.rulePrefix) }
}
