import Knowledge
import LanguageAnalysis

/// Finds who utters each quotation: by the verb of saying around it, else by the quotation before.
struct DirectSpeech {
  private let context: ArticleContext
  private let syntax: SpeechSyntax
  private let sources: SourcePhrases
  private let quotations: [Quotation]
  /// Position of the quotation that each token stands in, marks included; −1 outside.
  private let quotationOfToken: [Int]
  private var document: Document { context.document }

  init(context: ArticleContext, quotations: [Quotation], quotationOfToken: [Int], sources: SourcePhrases) {
    self.context = context
    syntax = SpeechSyntax(context: context)
    self.sources = sources
    self.quotations = quotations
    self.quotationOfToken = quotationOfToken
  }

  /// A quotation with the word of saying that was found for it.
  struct Finding {
    var quotation: Quotation
    var attribution: Attribution
    /// Whether the quotation reads as a whole sentence, not as some words in the author's.
    var isSentence: Bool
    /// The tokens outside of quotations that tell who speaks, where a cue was found.
    var frame: Range<Int>?
    /// Whether the cue stands behind the words.
    var cueFollows = false
  }

  /// The quotations that are or may be statements, in the order of the text; parts of one are joined.
  func findings() -> [Finding] {
    var findings: [Finding] = []
    for quotation in quotations where !isTitle(quotation) {
      let finding = finding(for: quotation)
      if let previous = findings.last, continues(finding, previous) {
        findings[findings.count - 1].attribution.spans += finding.attribution.spans
        findings[findings.count - 1].attribution.tokens += finding.attribution.tokens
        findings[findings.count - 1].quotation.pieces += quotation.pieces
        findings[findings.count - 1].quotation.outer =
          previous.quotation.outer.lowerBound..<quotation.outer.upperBound
      } else {
        findings.append(finding)
      }
    }
    return findings
  }

  private func finding(for quotation: Quotation) -> Finding {
    var attribution = Attribution(
      spans: quotation.pieces.map { context.scalarSpan(of: $0) },
      tokens: quotation.pieces,
      isDirect: true,
      foundBy: "speech:quotation"
    )
    let left = leftFrame(of: quotation)
    let right = rightFrame(of: quotation)
    let isSentence = isSentence(quotation, left: left)
    var finding = Finding(quotation: quotation, attribution: attribution, isSentence: isSentence)
    guard let cue = cue(of: quotation, left: left, right: right, isSentence: isSentence) else { return finding }
    attribution.cue = cue.token
    attribution.foundBy = cue.foundBy
    attribution.speakerHead = cue.speaker
    if cue.isVerb {
      attribution.addresseeHead = syntax.addressee(ofVerb: cue.token)
      attribution.isUnsaid = syntax.isUnsaid(cue.token)
    }
    finding.attribution = attribution
    finding.frame = right.contains(cue.token) ? right : left.contains(cue.token) ? left : nil
    finding.cueFollows = right.contains(cue.token)
    return finding
  }

  /// Whether a quotation goes on with the words of the one before, broken only by who says them.
  private func continues(_ finding: Finding, _ previous: Finding) -> Bool {
    guard let frame = previous.frame, previous.cueFollows else { return false }
    let gap = previous.quotation.outer.upperBound..<finding.quotation.outer.lowerBound
    guard !gap.isEmpty, gap.count <= 40, finding.quotation.block == previous.quotation.block else { return false }
    guard finding.attribution.cue == nil || finding.attribution.cue == previous.attribution.cue else { return false }
    let rest = gap.filter { $0 >= frame.upperBound && document.partsOfSpeech[$0] != .punctuation }
    return rest.isEmpty
  }

  // MARK: Frames

  /// The tokens before a quotation in the author's sentence that it stands in; other quotations may lie between.
  private func leftFrame(of quotation: Quotation) -> Range<Int> {
    let end = quotation.outer.lowerBound
    var start = end
    let limit = max(blockStart(of: quotation), end - 80)
    while start > limit {
      let token = start - 1
      if let other = quotationAt(token) {
        if endsSentence(other.inner.upperBound - 1) { break }
        start = other.outer.lowerBound
      } else if endsSentence(token) {
        break
      } else {
        start = token
      }
    }
    return max(start, limit)..<end
  }

  /// The tokens behind a quotation up to the end of the author's sentence or the next quotation.
  private func rightFrame(of quotation: Quotation) -> Range<Int> {
    let start = quotation.outer.upperBound
    guard start < document.tokenCount, block(of: start) == block(of: quotation.outer.upperBound - 1) else {
      return start..<start
    }
    let last = quotation.inner.upperBound - 1
    if context.words[last] == ".", !isLowerCase(start), context.words[start] != "," { return start..<start }
    var end = start
    while end < document.tokenCount, end < start + 60, block(of: end) == block(of: start), !endsSentence(end) {
      guard let other = quotationAt(end) else {
        end += 1
        continue
      }
      guard isTitle(other) else { break }
      end = other.outer.upperBound
      if endsSentence(other.inner.upperBound - 1) { break }
    }
    return start..<end
  }

  private func isSentence(_ quotation: Quotation, left: Range<Int>) -> Bool {
    let inner = quotation.inner
    let first = document.forms[inner.lowerBound]
    let isOpen = first.first.map { $0.isUppercase || $0 == "." || $0 == "…" || $0 == "[" || $0.isNumber } ?? false
    let stop = context.words[inner.upperBound - 1]
    let following = quotation.outer.upperBound
    let isStopped =
      [".", ",", "?", "!", "…", "-", "—", "–"].contains(stop)
      || (following < document.tokenCount && [".", ","].contains(context.words[following]))
    let comesFirst = left.isEmpty || [":", ","].contains(context.words[left.upperBound - 1])
    return (isOpen && (inner.count >= 6 || isStopped || comesFirst)) || (comesFirst && isStopped && inner.count >= 3)
  }

  /// Whether quoted words are the name of a work or programme: "told “Meet the Press”", "the case “Hart v. Union”".
  private func isTitle(_ quotation: Quotation) -> Bool {
    let words = quotation.pieces.joined().filter { document.partsOfSpeech[$0] != .punctuation }
    guard (2...9).contains(words.count), quotation.outer.lowerBound > 0, let first = words.first,
      document.forms[first].first?.isUppercase == true,
      !["!", "?"].contains(context.words[quotation.inner.upperBound - 1]),
      words.allSatisfy({ isTitleWord($0) }), words.count(where: { document.forms[$0].first?.isUppercase == true }) > 1
    else { return false }
    let before = quotation.outer.lowerBound - 1
    guard block(of: before) == quotation.block else { return false }
    if context.words[before] == "as" { return false }
    switch document.partsOfSpeech[before] {
    case .adposition, .determiner, .noun, .properNoun, .particle: return true
    default: return false
    }
  }

  private func isTitleWord(_ token: Int) -> Bool {
    guard let first = document.forms[token].first else { return false }
    return first.isUppercase || first.isNumber
      || ["the", "a", "an", "of", "and", "in", "on", "at", "to", "for", "with", "vs.", "vs", "v.", "v", "'s", "’s"]
        .contains(context.words[token])
  }

  private func quotationAt(_ token: Int) -> Quotation? {
    quotationOfToken[token] >= 0 ? quotations[quotationOfToken[token]] : nil
  }

  private func block(of token: Int) -> Int { document.sentences[context.tree.sentenceOfToken[token]].block }

  private func blockStart(of quotation: Quotation) -> Int {
    var sentence = context.tree.sentenceOfToken[quotation.outer.lowerBound]
    while sentence > 0, document.sentences[sentence - 1].block == quotation.block { sentence -= 1 }
    return document.sentences[sentence].tokens.lowerBound
  }

  private func endsSentence(_ token: Int) -> Bool { [".", "!", "?", "…"].contains(context.words[token]) }

  private func isLowerCase(_ token: Int) -> Bool { document.forms[token].first?.isLowercase ?? false }

  // MARK: Cues

  private struct Cue {
    var token: Int
    var speaker: Int?
    var isVerb: Bool
    var foundBy: String
  }

  private func cue(of quotation: Quotation, left: Range<Int>, right: Range<Int>, isSentence: Bool) -> Cue? {
    let join = context.words[quotation.inner.upperBound - 1]
    let next = right.first.map { context.words[$0] } ?? ""
    let isJoined = [",", "?", "!", "-", "—", "–", "…"].contains(join) || [",", "-", "—", "–"].contains(next)
    // "Hart wrote: “Where is he?” His lawyer said …": the one announced by the colon speaks.
    let isAnnounced =
      left.last.map { [":", ","].contains(context.words[$0]) } == true
      && ["?", "!", "…"].contains(join) && right.first.map(isLowerCase) != true && next != ","
    if isAnnounced, let cue = cueBefore(left, isSentence: isSentence) { return cue }
    if isJoined || left.isEmpty, let cue = cueBehind(right) { return cue }
    if let verb = governingVerb(of: quotation) { return cue(verb, frame: left.contains(verb) ? left : right) }
    if let cue = cueBefore(left, isSentence: isSentence) { return cue }
    if isSentence, let source = sources.first(in: left) ?? sources.first(in: right) {
      return Cue(token: source.cue, speaker: source.speaker, isVerb: false, foundBy: source.foundBy)
    }
    return isSentence && left.isEmpty ? cueInSentenceBefore(quotation) : nil
  }

  /// "Ruiz criticised the plan on the radio. “It is a mistake.”": who spoke in the sentence before.
  private func cueInSentenceBefore(_ quotation: Quotation) -> Cue? {
    let last = quotation.outer.lowerBound - 1
    guard last >= 0, block(of: last) == quotation.block, quotationOfToken[last] < 0 else { return nil }
    let sentence = document.sentences[context.tree.sentenceOfToken[last]].tokens
    let verb = sentence.first { token in
      guard quotationOfToken[token] < 0, ["VBD", "VBZ", "VBP"].contains(document.pennTags[token]),
        let entry = syntax.reportingVerb(token), entry.manner.isUttering, entry.manner != .show
      else { return false }
      return document.heads[token] == token || document.relations[token] == .conjunct
    }
    guard let verb, context.tree.child(of: verb, .clausalComplement) == nil, let speaker = syntax.speaker(ofVerb: verb),
      !syntax.isUnsaid(verb), document.partsOfSpeech[speaker].isNoun || document.partsOfSpeech[speaker] == .pronoun
    else { return nil }
    return Cue(token: verb, speaker: speaker, isVerb: false, foundBy: "speech:sentence-before-quotation")
  }

  /// The first verb of saying behind a quotation.
  private func cueBehind(_ frame: Range<Int>) -> Cue? {
    if let source = sources.first(in: frame.lowerBound..<min(frame.upperBound, frame.lowerBound + 3)) {
      return Cue(token: source.cue, speaker: source.speaker, isVerb: false, foundBy: source.foundBy)
    }
    if let cue = verdict(in: frame) { return cue }
    // "“…,” and he mocked his rival": another saying begins.
    if frame.prefix(1).contains(where: { ["and", "but"].contains(context.words[$0]) }),
      frame.dropFirst().prefix(1).contains(where: {
        document.partsOfSpeech[$0].isNoun || [.pronoun, .determiner].contains(document.partsOfSpeech[$0])
      })
    {
      return nil
    }
    let verb = frame.prefix(35).first { token in
      syntax.reportingVerb(token)?.manner.isUttering == true && document.relations[token] != .relativeClause
    }
    // Behind "while" and "after" somebody else begins to speak.
    guard let verb,
      syntax.isPuttingIt(verb)
        || !context.tree.children(of: verb, .marker).contains(where: { document.heads[$0] == verb && $0 < verb })
    else { return nil }
    return cue(verb, frame: frame)
  }

  /// "“…,” was the verdict of Ana Ruiz."
  private func verdict(in frame: Range<Int>) -> Cue? {
    guard let copula = frame.prefix(2).first(where: { document.partsOfSpeech[$0] != .punctuation }),
      ["is", "was"].contains(context.words[copula]),
      let noun = frame.prefix(8).first(where: {
        document.partsOfSpeech[$0] == .noun
          && (syntax.reportingNoun($0) != nil
            || context.knowledge.wordClasses.contains(document.lemmas[$0], in: .viewNoun))
      })
    else { return nil }
    let owner =
      context.tree.child(of: noun, .possessiveModifier)
      ?? context.tree.children(of: noun, .nominalModifier).first { owner in
        context.tree.children(of: owner, .caseMarking).contains { ["of", "from", "by"].contains(context.words[$0]) }
      }
    return owner.map {
      Cue(token: noun, speaker: syntax.speaker(named: $0) ?? $0, isVerb: false, foundBy: "speech:verdict")
    }
  }

  /// The verb of saying that the words of a quotation hang on, within a few steps.
  private func governingVerb(of quotation: Quotation) -> Int? {
    for piece in quotation.pieces.prefix(1) {
      guard let top = piece.first(where: { !quotation.outer.contains(document.heads[$0]) }) else { continue }
      var current = top
      for _ in 0..<5 {
        guard let head = context.tree.head(of: current) else { break }
        if quotationOfToken[head] < 0, let entry = syntax.reportingVerb(head), entry.manner != .show {
          return document.relations[current].universal.hasPrefix("nsubj") ? nil : head
        }
        current = head
      }
    }
    return nil
  }

  /// The last verb of saying before a quotation that can still reach it.
  private func cueBefore(_ frame: Range<Int>, isSentence: Bool) -> Cue? {
    guard !frame.isEmpty else { return nil }
    let reach = isSentence ? 40 : 10
    let verb = frame.suffix(reach).last { token in
      guard quotationOfToken[token] < 0, let entry = syntax.reportingVerb(token), entry.manner != .show else {
        return false
      }
      return entry.manner.isUttering || !isSentence
    }
    if let verb {
      let between = (verb + 1)..<frame.upperBound
      let isBroken = between.contains {
        quotationOfToken[$0] < 0 && ["VBD", "VBZ", "VBP", "MD"].contains(document.pennTags[$0])
          && syntax.reportingVerb($0) == nil
      }
      if !isBroken || isSentence { return cue(verb, frame: frame) }
    }
    guard isSentence else { return nil }
    return nounBefore(frame)
  }

  /// "The minister's warning: …", "Smith on the plan: …".
  private func nounBefore(_ frame: Range<Int>) -> Cue? {
    guard let last = frame.last, context.words[last] == ":" || context.words[last] == "," else { return nil }
    if let noun = frame.last(where: { syntax.reportingNoun($0) != nil }), let owner = syntax.owner(ofNoun: noun) {
      return Cue(token: noun, speaker: owner, isVerb: false, foundBy: "speech:noun-before-quotation")
    }
    guard context.words[last] == ":", let root = frame.first(where: { context.tree.head(of: $0) == nil }) else {
      return nil
    }
    // "His answer: …"
    if document.partsOfSpeech[root] == .noun,
      context.knowledge.wordClasses.contains(document.lemmas[root], in: .viewNoun),
      let owner = context.tree.child(of: root, .possessiveModifier)
    {
      return Cue(token: root, speaker: owner, isVerb: false, foundBy: "speech:noun-before-quotation")
    }
    let speaker = document.partsOfSpeech[root].isNoun ? root : syntax.speaker(ofVerb: root)
    return speaker.map { Cue(token: root, speaker: $0, isVerb: false, foundBy: "speech:colon-before-quotation") }
  }

  private func cue(_ verb: Int, frame: Range<Int>) -> Cue? {
    var speaker = syntax.speaker(ofVerb: verb)
    if let found = speaker, quotationOfToken[found] >= 0 {
      // The tree may give a verb a subject inside the quotation besides its own.
      speaker = context.tree.children(of: verb, .subject).first { quotationOfToken[$0] < 0 }
    }
    if syntax.isPuttingIt(verb) { speaker = syntax.whoPutsIt(verb) ?? speaker }
    speaker = speaker ?? syntax.speaker(before: verb)
    if speaker == nil, !syntax.isPassive(verb) { speaker = syntax.nearestNoun(to: verb, within: frame) }
    let entry = context.knowledge.reportingWords.verb(document.lemmas[verb])
    return Cue(token: verb, speaker: speaker, isVerb: true, foundBy: "speech:" + (entry?.id ?? "verb"))
  }
}

extension ReportingWordTable.Manner {
  /// Whether words are uttered, not only thought.
  fileprivate var isUttering: Bool { self != .believe && self != .think }
}
