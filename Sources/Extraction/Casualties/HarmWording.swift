import Knowledge
import LanguageAnalysis

/// Tells what became of the people of a quantity by the order of the words alone, where the tree says nothing: "N people
/// were killed", "killing N", "the death toll rose to N", "N others".
struct HarmWording {
  private let context: ArticleContext
  private let table: CasualtyWordTable
  private let reader: HarmReader
  private var words: [String] { context.words }
  private var document: Document { context.document }

  init(context: ArticleContext) {
    self.context = context
    table = context.knowledge.casualtyWords
    reader = HarmReader(context: context)
  }

  /// What became of the people of a quantity.
  func harm(of quantity: Quantity, in sentence: Range<Int>) -> Harm? {
    toll(above: quantity) ?? toll(ofVerbAbove: quantity) ?? toll(before: quantity, in: sentence)
      ?? behind(quantity, in: sentence)
      ?? before(quantity, in: sentence)
  }

  // MARK: Tolls

  /// "The number of those who died when a pipeline exploded has risen to 79": what the subject of the verb counts.
  private func toll(above quantity: Quantity) -> Harm? {
    guard quantity.counted == nil, let verb = context.tree.head(of: quantity.node),
      document.partsOfSpeech[verb] == .verb,
      context.knowledge.wordClasses.contains(document.lemmas[verb], in: .tollVerb),
      let subject = context.tree.child(of: verb, .subject, .passiveSubject), subject < verb
    else { return nil }
    return toll(subject)
  }

  /// "bringing to five the number of people known to have died", "revised the number of victims from 93 to 76".
  private func toll(ofVerbAbove quantity: Quantity) -> Harm? {
    guard quantity.counted == nil, var head = context.tree.head(of: quantity.node) else { return nil }
    let classes = context.knowledge.wordClasses
    if document.relations[quantity.node] == .nominalModifier, document.partsOfSpeech[head] == .numeral,
      let above = context.tree.head(of: head)
    {
      head = above
    }
    guard ["to", "at", "from"].contains(words[max(0, quantity.tokens.lowerBound - 1)]),
      classes.contains(document.lemmas[head], in: .tollGivingVerb)
        || classes.contains(document.lemmas[head], in: .summingVerb),
      let object = context.tree.child(of: head, .object), object != quantity.node
    else { return nil }
    return toll(object)
  }

  /// "the injured" of "the number of injured": a participle that stands for people.
  private func isCountedParticiple(_ token: Int, in sentence: Range<Int>) -> Bool {
    ["killed", "injured", "wounded"].contains(words[token]) && token > sentence.lowerBound
      && ["of", "the"].contains(words[token - 1])
  }

  /// "the death toll rose to 35", "the number of injured stands at 120", "deaths exceeded 100".
  func toll(before quantity: Quantity, in sentence: Range<Int>) -> Harm? {
    let start = quantity.tokens.lowerBound
    if let counted = quantity.counted, counted > quantity.numberEnd, !isPeople(counted) { return nil }
    var token = start - 1
    var links =
      context.knowledge.wordClasses.contains(document.lemmas[start], in: .tollVerb) || words[start].hasPrefix("exceed")
      ? 1 : 0
    while token >= sentence.lowerBound, token >= start - 22 {
      defer { token -= 1 }
      if let harm = toll(token) {
        let between = (token + 1)..<start
        let direct = between.allSatisfy { ["of", "at", ":", "to", "is", "was"].contains(words[$0]) }
        if links > 0 || direct { return harm }
        break
      }
      if [";", "(", ")"].contains(words[token]) { break }
      // "The injured numbered 284"
      if document.lemmas[token] == "number", token > sentence.lowerBound, isCounted(token - 1) { links += 1 }
      if document.relations[token] == .adnominalClause, document.pennTags[token] == "VBN" { continue }
      // "the number of killed rose to 69"
      if isCountedParticiple(token, in: sentence) { continue }
      // "the number of people who have died is 30"
      if document.relations[token] == .relativeClause, !table.entries(.verb, document.lemmas[token]).isEmpty {
        continue
      }
      if document.partsOfSpeech[token] == .verb || document.partsOfSpeech[token] == .auxiliary {
        guard
          context.knowledge.wordClasses.contains(document.lemmas[token], in: .tollVerb)
            || document.relations[token].universal == "aux"
            || ["confirm", "report", "provide", "estimate"].contains(document.lemmas[token])
        else { break }
        if context.knowledge.wordClasses.contains(document.lemmas[token], in: .tollVerb) { links += 1 }
      } else if ["exceeding", "above", "over"].contains(words[token]) {
        links += 1
      }
    }
    return tollBehindVerb(quantity, in: sentence)
  }

  /// "increasing the toll from 14 to 31", "put the protester death count in the hundreds", "raised the toll to six".
  private func tollBehindVerb(_ quantity: Quantity, in sentence: Range<Int>) -> Harm? {
    let start = quantity.tokens.lowerBound
    guard start > sentence.lowerBound,
      ["to", "from", "in", "at", "as"].contains(words[start - 1]) || words[start - 1] == "the"
    else { return nil }
    for token in stride(from: start - 2, through: max(sentence.lowerBound, start - 12), by: -1) {
      if let harm = toll(token) { return harm }
      // "the number of people killed in the blast to nine"
      // "put the number of dead since the war began at 60"
      let isAside = [.adnominalClause, .adverbialClause, .relativeClause].contains(document.relations[token])
      if document.partsOfSpeech[token] == .verb, !isAside, !isCountedParticiple(token, in: sentence) {
        return nil
      }
    }
    return nil
  }

  /// What a count means that names nobody, after another figure: "taking the total to 24", "gave the figure of 66".
  func repeated(_ quantity: Quantity, after known: CasualtyFact.Outcome, in sentence: Range<Int>) -> Harm? {
    let start = quantity.tokens.lowerBound
    guard quantity.counted == nil, !quantity.isIndefinite, start >= sentence.lowerBound + 2,
      ["to", "of", "at", "as", "is", "was"].contains(words[start - 1])
    else { return nil }
    if let lowered = restated(quantity, after: known, in: sentence) { return lowered }
    let before = max(sentence.lowerBound, start - 5)..<start
    guard
      let noun = before.last(where: {
        context.knowledge.wordClasses.contains(document.lemmas[$0], in: .tollNoun) && document.partsOfSpeech[$0].isNoun
      }), !(noun + 1..<start).contains(where: { document.partsOfSpeech[$0].isNoun }),
      let verb = context.tree.head(of: noun),
      context.knowledge.wordClasses.contains(document.lemmas[verb], in: .tollGivingVerb)
        || verb == quantity.node && words[start - 1] != "of",
      context.tree.children(of: noun, .nominalModifier).allSatisfy({ $0 == quantity.node })
    else { return nil }
    return Harm(
      outcome: known,
      cue: noun,
      foundBy: document.lemmas[noun] + ".repeated",
      isUnreal: reader.isUnreal(noun)
    )
  }

  /// "A clerk brought that down to 84": a pronoun for the figure told before.
  private func restated(_ quantity: Quantity, after known: CasualtyFact.Outcome, in sentence: Range<Int>) -> Harm? {
    let start = quantity.tokens.lowerBound
    guard words[start - 1] == "to", let verb = context.tree.head(of: quantity.node),
      context.knowledge.wordClasses.contains(document.lemmas[verb], in: .restatingVerb),
      let object = context.tree.child(of: verb, .object), ["that", "this", "it"].contains(words[object])
    else { return nil }
    return Harm(
      outcome: known,
      cue: verb,
      foundBy: document.lemmas[verb] + ".restated",
      isUnreal: reader.isUnreal(verb)
    )
  }

  /// The reading of a noun that a figure follows.
  private func toll(_ token: Int) -> Harm? {
    guard
      document.partsOfSpeech[token].isNoun
        || context.knowledge.wordClasses.contains(words[token], in: .harmedWord)
    else { return nil }
    let asWritten = words[token] == document.lemmas[token] ? [] : table.entries(.noun, words[token])
    for entry in table.entries(.noun, document.lemmas[token]) + asWritten {
      guard let outcome = CasualtyFact.Outcome(rawValue: entry.outcome) else { continue }
      switch entry.frame {
      case .toll where reader.hasCompanion(entry, near: token):
        return Harm(
          outcome: tollOutcome(token) ?? outcome,
          cue: token,
          foundBy: entry.id + ".toll",
          isUnreal: reader.isUnreal(token)
        )
      case .people
      where ["NNS", "NN"].contains(document.pennTags[token]) && words[token] != document.lemmas[token]
        || isCounted(token):
        return Harm(outcome: outcome, cue: token, foundBy: entry.id + ".toll", isUnreal: reader.isUnreal(token))
      default: continue
      }
    }
    return nil
  }

  /// "the dead now number 37", "the dead at 162 and the injured at 326"
  private func isCounted(_ token: Int) -> Bool {
    guard ["dead", "injured", "wounded", "missing"].contains(words[token]), token > 0, words[token - 1] == "the",
      token + 2 < document.tokenCount
    else { return false }
    return words[token + 1] == "at" || document.lemmas[token + 1] == "number" || document.lemmas[token + 2] == "number"
  }

  /// What a number or toll is of, where its own phrase says so: "the number of injured", "the injury toll".
  private func tollOutcome(_ token: Int) -> CasualtyFact.Outcome? {
    let sentence = document.sentences[context.tree.sentenceOfToken[token]].tokens
    for next in (token + 1)..<max(token + 1, min(sentence.upperBound, token + 5)) {
      for part in [CasualtyWordTable.Part.noun, .adjective, .verb] {
        let key = part == .adjective ? words[next] : document.lemmas[next]
        let counted = table.entries(part, key).first { entry in
          entry.companions.isEmpty && entry.frame != .toll
            || entry.frame == .people && reader.hasCompanion(entry, near: next)
        }
        if let entry = counted {
          return CasualtyFact.Outcome(rawValue: entry.outcome)
        }
      }
      if document.partsOfSpeech[next] == .auxiliary || words[next] == "," { break }
    }
    return nil
  }

  private func isPeople(_ token: Int) -> Bool { !table.isThing(document.lemmas[token]) }

  // MARK: Words next to the number

  private func behind(_ quantity: Quantity, in sentence: Range<Int>) -> Harm? {
    var next = max(quantity.counted ?? 0, quantity.numberEnd) + 1
    var limit = min(sentence.upperBound, next + 7)
    var hasSubject = false
    let start = quantity.tokens.lowerBound
    if next < limit, words[next] == ",", start > sentence.lowerBound, words[start - 1] == "," { next += 1 }
    if let end = endOfAside(at: next, in: sentence) {
      next = end
      limit = min(sentence.upperBound, next + 7)
    }
    while next < limit {
      if let without = loss(at: next, in: sentence) { return without }
      let isVerb = document.partsOfSpeech[next] == .verb
      for entry in table.entries(.adjective, words[next]) + table.entries(.verb, document.lemmas[next]) {
        guard let outcome = CasualtyFact.Outcome(rawValue: entry.outcome), reader.hasCompanion(entry, near: next) else {
          continue
        }
        let isParticiple = ["VBN", "VBD", "JJ"].contains(document.pennTags[next])
        let fits =
          entry.frame == .modifier
          || (entry.frame == .patient && isParticiple && isPassive(next, hasSubject: hasSubject))
          || ([.subject, .either].contains(entry.frame) && isVerb)
        if fits {
          return Harm(outcome: outcome, cue: next, foundBy: entry.id + ".words", isUnreal: reader.isUnreal(next))
        }
      }
      guard
        context.knowledge.wordClasses.contains(words[next], in: .stateFiller) || document.partsOfSpeech[next] == .adverb
      else { return nil }
      // "the nurses have crippled": no passive.
      hasSubject = hasSubject || document.partsOfSpeech[next] == .auxiliary && document.lemmas[next] != "have"
      next += 1
    }
    return nil
  }

  /// "left 5,000 people without homes", "in need".
  private func loss(at next: Int, in sentence: Range<Int>) -> Harm? {
    // "has left 12 million people in need of help"
    if next + 1 < sentence.upperBound, words[next] == "in", words[next + 1] == "need" {
      return Harm(outcome: .affected, cue: next + 1, foundBy: "in.need", isUnreal: reader.isUnreal(next + 1))
    }
    guard next < sentence.upperBound, words[next] == "without" else { return nil }
    let behind = (next + 1)..<min(sentence.upperBound, next + 4)
    return behind.first { context.knowledge.wordClasses.contains(document.lemmas[$0], in: .homeNoun) }
      .map { Harm(outcome: .displaced, cue: $0, foundBy: "without.home", isUnreal: reader.isUnreal($0)) }
  }

  /// "23 passengers, 19 of them Germans, suffered cuts": where the clause goes on.
  private func endOfAside(at next: Int, in sentence: Range<Int>) -> Int? {
    guard next + 3 < sentence.upperBound, words[next] == ",",
      let end = (next + 3..<min(sentence.upperBound, next + 10)).first(where: { words[$0] == "," }),
      !(next + 1..<end).contains(where: { ["VBD", "VBZ", "VBP", "MD", "CC"].contains(document.pennTags[$0]) }),
      (next + 1..<end).contains(where: { ["them", "whom", "including"].contains(words[$0]) })
    else { return nil }
    return end + 1
  }

  /// Whether a participle can be passive: "three were killed", "three killed" but not "three killed an officer".
  private func isPassive(_ verb: Int, hasSubject: Bool) -> Bool {
    hasSubject || context.tree.child(of: verb, .object) == nil
  }

  private func before(_ quantity: Quantity, in sentence: Range<Int>) -> Harm? {
    var token = quantity.tokens.lowerBound - 1
    while token >= sentence.lowerBound, token >= quantity.tokens.lowerBound - 3 {
      for entry in table.entries(.verb, document.lemmas[token]) where [.patient, .either].contains(entry.frame) {
        guard document.partsOfSpeech[token] == .verb, reader.hasCompanion(entry, near: token),
          let outcome = CasualtyFact.Outcome(rawValue: entry.outcome)
        else { continue }
        return Harm(outcome: outcome, cue: token, foundBy: entry.id + ".words", isUnreal: reader.isUnreal(token))
      }
      let isSkipped = [.adverb, .determiner].contains(document.partsOfSpeech[token])
      guard isSkipped else { return nil }
      token -= 1
    }
    return nil
  }
}
