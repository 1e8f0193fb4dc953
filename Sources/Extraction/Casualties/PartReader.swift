import Knowledge
import LanguageAnalysis

/// Tells figures that are a part of another one: "including three children", "two children were among the dead".
struct PartReader {
  private let context: ArticleContext
  private var document: Document { context.document }
  private var tree: DependencyTree { context.tree }
  private var words: [String] { context.words }

  init(context: ArticleContext) {
    self.context = context
  }

  // MARK: Beside the whole

  /// Whether a quantity is a part of the figure before: "including three children", "three of them children"; the value
  /// is false where it may have an outcome of its own.
  func isPart(_ quantity: Quantity, of previous: Quantity?, in sentence: Range<Int>) -> Bool? {
    guard let previous else { return nil }
    let start = quantity.tokens.lowerBound
    let gap = (previous.numberEnd + 1)..<max(previous.numberEnd + 1, start)
    if let including = gap.last(where: {
      context.knowledge.wordClasses.contains(words[$0], in: .partitive)
    }) {
      guard words[including] != "among" || (including + 1 < start && ["them", "whom"].contains(words[including + 1]))
      else {
        return nil
      }
      guard start - including <= 12, !((including + 1)..<start).contains(where: isNewClause) else { return nil }
      return true
    }
    let end = (quantity.counted ?? quantity.numberEnd) + 1
    if end + 1 < sentence.upperBound, words[end] == "among", ["them", "whom"].contains(words[end + 1]) { return true }
    let next = quantity.numberEnd + 1
    if next + 1 < sentence.upperBound, words[next] == "of", ["them", "whom"].contains(words[next + 1]) { return false }
    return nil
  }

  /// Whether a token is the verb that goes on behind the list: "including the mayor, were killed and 30 hurt".
  private func isNewClause(_ token: Int) -> Bool {
    ["VBD", "VBZ", "VBP", "MD"].contains(document.pennTags[token])
      && ![.relativeClause, .adnominalClause, .auxiliary].contains(document.relations[token])
      && !(tree.head(of: token).map { [.relativeClause, .adnominalClause].contains(document.relations[$0]) } ?? false)
  }

  /// Whether a quantity tells how badly some of the figure before were hurt: "Eleven were hurt, two seriously".
  func isGrade(_ quantity: Quantity, of last: Figure, in sentence: Range<Int>) -> Bool {
    let next = quantity.numberEnd + 1
    let start = quantity.tokens.lowerBound
    return last.harm.outcome == .injured && quantity.counted == nil && !quantity.isIndefinite
      && next < sentence.upperBound && context.knowledge.wordClasses.contains(words[next], in: .injuryGrade)
      && start > sentence.lowerBound
      && [",", "(", "-", "–", "—"].contains(words[start - 1])
      && (next + 1 >= sentence.upperBound || document.partsOfSpeech[next + 1] == .punctuation)
  }

  /// "one of them fatally".
  func fatal(_ quantity: Quantity, in sentence: Range<Int>) -> Harm? {
    let behind = (quantity.numberEnd + 1)..<min(sentence.upperBound, quantity.numberEnd + 4)
    return behind.first { ["fatally", "mortally"].contains(words[$0]) }
      .map { Harm(outcome: .killed, cue: $0, foundBy: "part:fatally") }
  }

  /// Whether a quantity is all the people of whom the one before is a part: "80 of the 218 passengers".
  func isWhole(_ quantity: Quantity, of previous: Quantity?) -> Bool {
    guard let previous else { return false }
    let gap = (previous.numberEnd + 1)..<max(previous.numberEnd + 1, quantity.tokens.lowerBound)
    return gap.count <= 3 && gap.contains { words[$0] == "of" }
      && gap.allSatisfy { ["of", "the", "its", "their", "those", "his", "her", "all", "these"].contains(words[$0]) }
  }

  /// "21 of the ship's 48 passengers": nothing is told of all of them.
  func isWholeOwned(_ quantity: Quantity, of previous: Quantity?) -> Bool {
    guard let previous else { return false }
    let gap = (previous.numberEnd + 1)..<max(previous.numberEnd + 1, quantity.tokens.lowerBound)
    guard gap.count <= 5, let first = gap.first, let last = gap.last else { return false }
    return words[first] == "of" && ["'s", "’s", "'", "’"].contains(words[last])
  }

  // MARK: Of people told of by a noun

  /// What became of the people that a quantity is said to be a part of: "two children were among the dead", "the dead
  /// included six women", "four of those killed". `known` is what the text told last.
  func harm(ofPart quantity: Quantity, known: CasualtyFact.Outcome?) -> Harm? {
    for noun in wholes(of: quantity) {
      if let outcome = outcome(of: noun, known: known) {
        return Harm(outcome: outcome, cue: noun, foundBy: "part:" + document.lemmas[noun])
      }
    }
    return nil
  }

  private func wholes(of quantity: Quantity) -> [Int] {
    var found: [Int] = []
    let node = quantity.node
    let first = document.relations[node] == .conjunct ? document.heads[node] : node
    let head = tree.head(of: first)
    if let head, document.relations[first].universal == "nsubj", isBelow(head, "among") { found.append(head) }
    if let head, document.relations[first] == .object, ["include", "comprise"].contains(document.lemmas[head]) {
      found += tree.children(of: head, .subject)
    }
    if let people = peopleAmong(quantity) ?? peopleIncluding(quantity) { found.append(people) }
    for anchor in [quantity.numberEnd, node] {
      found += tree.children(of: anchor, .nominalModifier, .oblique).filter { isBelow($0, "of") && isDefinite($0) }
    }
    return found
  }

  /// The people of whom a sentence begins "Among them were 32 Kenyans".
  private func peopleAmong(_ quantity: Quantity) -> Int? {
    let sentence = document.sentences[tree.sentenceOfToken[quantity.node]].tokens
    let before = sentence.lowerBound..<quantity.tokens.lowerBound
    guard let among = before.last(where: { words[$0] == "among" }), quantity.tokens.lowerBound - among <= 16,
      let verb = before.last(where: { ["were", "was", "are", "is"].contains(words[$0]) }), verb > among,
      among == sentence.lowerBound || [",", "and", ";"].contains(words[among - 1]),
      !(verb + 1..<quantity.tokens.lowerBound).contains(where: { document.pennTags[$0].hasPrefix("VB") })
    else { return nil }
    return (among + 1..<verb).first { token in
      document.partsOfSpeech[token].isNoun || ["them", "those", "dead", "injured", "wounded"].contains(words[token])
    }
  }

  /// The people of "the dead were all civilians, including five children".
  private func peopleIncluding(_ quantity: Quantity) -> Int? {
    let sentence = document.sentences[tree.sentenceOfToken[quantity.node]].tokens
    let start = quantity.tokens.lowerBound
    guard start > sentence.lowerBound + 1,
      words[start - 1] == "including" || words[start - 2] == "among" && ["them", "whom"].contains(words[start - 1])
    else { return nil }
    return (max(sentence.lowerBound, start - 14)..<start).last { token in
      ["dead", "injured", "wounded", "victims", "missing"].contains(words[token]) && token > sentence.lowerBound
        && words[token - 1] == "the"
    }
  }

  private func isBelow(_ noun: Int, _ preposition: String) -> Bool {
    tree.children(of: noun, .caseMarking).contains { words[$0] == preposition }
  }

  private func isDefinite(_ noun: Int) -> Bool {
    words[noun] == "those" || tree.children(of: noun, .determiner).contains { ["the", "those"].contains(words[$0]) }
  }

  private func outcome(of noun: Int, known: CasualtyFact.Outcome?) -> CasualtyFact.Outcome? {
    let table = context.knowledge.casualtyWords
    if words[noun] == "them" { return known }
    if ["those", "people"].contains(words[noun]) {
      if tree.children(of: noun, .adnominalClause).contains(where: { words[$0] == "held" }) { return .detained }
      // "those who died", but not "18 of the people it has infected"
      let told = words[noun] == "those" ? tree.children(of: noun, .relativeClause) : []
      return (tree.children(of: noun, .adnominalClause) + told).lazy.compactMap { clause in
        table.entries(.verb, document.lemmas[clause]).first { entry in
          [.patient, .either].contains(entry.frame) && entry.companions.isEmpty
            || entry.frame == .subject && entry.companions.isEmpty && document.relations[clause] == .relativeClause
        }
      }.first.flatMap { CasualtyFact.Outcome(rawValue: $0.outcome) }
    }
    if document.lemmas[noun] == "victim" { return known ?? .killed }
    // "35 of the badly wounded"
    let isHarmed = context.knowledge.wordClasses.contains(words[noun], in: .harmedWord)
    guard document.lemmas[noun] == words[noun] || document.lemmas[noun] == "fatality" || isHarmed else { return nil }
    let entry =
      (table.entries(.noun, isHarmed ? words[noun] : document.lemmas[noun]) + table.entries(.adjective, words[noun]))
      .first { [.people, .modifier].contains($0.frame) && $0.companions.isEmpty }
    return entry.flatMap { CasualtyFact.Outcome(rawValue: $0.outcome) }
  }
}
