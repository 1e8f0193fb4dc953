import Knowledge
import LanguageAnalysis

/// Mends dictionary forms that the analyser has cut wrongly ("injurie", "kille"): where no table knows the lemma but one
/// knows a regular stem of the word, that stem is taken.
struct LemmaRepair {
  private let knowledge: KnowledgeBase

  init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
  }

  /// Mends the lemmas of a document, given each token's word form in lower case.
  func repair(_ document: inout Document, words: [String]) {
    for token in 0..<document.tokenCount {
      var tag = document.pennTags[token]
      guard tag.hasPrefix("NN") || tag.hasPrefix("VB") || tag == "JJ" else { continue }
      // "thousands protested", taken for a present.
      if ["VB", "VBP"].contains(tag), document.forms[token].hasSuffix("ed") { tag = "VBD" }
      // "gunmen shot a guard", taken for a present.
      if ["VB", "VBP"].contains(tag), let verb = Self.pasts[words[token]] {
        document.lemmas[token] = verb
        document.pennTags[token] = "VBD"
        continue
      }
      if ["VB", "VBP"].contains(tag), isUnchangedPast(token, in: document, words: words) {
        document.pennTags[token] = "VBD"
        continue
      }
      if tag == "NNP", isDoing(token, in: document, words: words) {
        document.lemmas[token] = words[token]
        document.pennTags[token] = "NN"
        document.partsOfSpeech[token] = .noun
        document.entities.removeAll { $0.tokens == token..<token + 1 && $0.kind == .person }
        continue
      }
      if let verb = prefixedVerb(words[token]) {
        document.lemmas[token] = verb
        // "warlords overthrew the dictator", taken for an adjective.
        if tag == "JJ" || tag == "NN", !document.forms[token].hasSuffix("n") {
          document.pennTags[token] = "VBD"
          document.partsOfSpeech[token] = .verb
          tag = "VBD"
        }
      }
      guard tag == "NNS" || (tag.hasPrefix("VB") && tag != "VB" && tag != "VBP") else { continue }
      guard !isKnown(document.lemmas[token]) else { continue }
      let stems = Self.stems(of: words[token], tag: tag)
      if let stem = stems.first(where: { $0 != document.lemmas[token] && isKnown($0) }) {
        document.lemmas[token] = stem
      }
    }
  }

  private func isKnown(_ lemma: String) -> Bool {
    knowledge.reportingWords.verb(lemma) != nil || knowledge.reportingWords.noun(lemma) != nil
      || !knowledge.events.entries(trigger: lemma).isEmpty || !knowledge.casualtyWords.entries(.verb, lemma).isEmpty
      || !knowledge.casualtyWords.entries(.noun, lemma).isEmpty || knowledge.casualtyWords.isThing(lemma)
      || knowledge.peopleWords[lemma] != nil
  }

  /// "Shelling killed six": a noun of what is done, taken for somebody's name at the beginning of a sentence.
  private func isDoing(_ token: Int, in document: Document, words: [String]) -> Bool {
    let isBesideName = [token - 1, token + 1].contains {
      document.pennTags.indices.contains($0) && document.pennTags[$0].hasPrefix("NNP")
    }
    return words[token].hasSuffix("ing") && !isBesideName
      && knowledge.events.entries(trigger: words[token]).contains { $0.part == .noun }
  }

  /// How many words before a verb its subject and auxiliaries are looked for.
  private static let clauseReach = 20

  /// "Drones hit a port", taken for a present: who tells news says so of what happened.
  private func isUnchangedPast(_ token: Int, in document: Document, words: [String]) -> Bool {
    guard knowledge.wordClasses.contains(words[token], in: .unchangedPastVerb) else { return false }
    let dependents = (max(0, token - Self.clauseReach)..<token).filter { document.heads[$0] == token }
    guard !dependents.contains(where: { [.auxiliary, .marker].contains(document.relations[$0]) }) else { return false }
    return dependents.contains {
      document.relations[$0] == .subject && !["i", "we", "you"].contains(words[$0])
    }
  }

  /// "retook", "overran": an irregular past under a prefix, which a dictionary need not hold.
  private func prefixedVerb(_ form: String) -> String? {
    for prefix in ["re", "over", "out", "under", "with", "up"] where form.hasPrefix(prefix) {
      guard let stem = Self.irregular[String(form.dropFirst(prefix.count))] else { continue }
      return isKnown(prefix + stem) ? prefix + stem : nil
    }
    return nil
  }

  private static let irregular: [String: String] = [
    "took": "take", "taken": "take", "ran": "run", "threw": "throw", "thrown": "throw", "held": "hold",
    "built": "build", "drew": "draw", "drawn": "draw", "paid": "pay", "sold": "sell", "bought": "buy",
    "sent": "send", "began": "begin", "opened": "open", "came": "come", "rode": "ride", "ridden": "ride",
  ]

  /// Irregular pasts that are no present of another verb.
  private static let pasts: [String: String] = [
    "shot": "shoot", "took": "take", "held": "hold", "met": "meet", "left": "leave", "fought": "fight", "won": "win",
    "struck": "strike", "fled": "flee", "led": "lead", "sent": "send", "built": "build", "sold": "sell", "lost": "lose",
    "bought": "buy", "brought": "bring", "caught": "catch", "said": "say", "told": "tell", "kept": "keep",
    "made": "make", "paid": "pay", "spoke": "speak", "began": "begin", "gave": "give", "went": "go", "flew": "fly",
    "drove": "drive", "broke": "break", "threw": "throw", "withdrew": "withdraw", "swore": "swear", "chose": "choose",
    "wrote": "write", "sank": "sink",
  ]

  /// The stems that a regular inflected form can have, the likeliest first.
  static func stems(of form: String, tag: String) -> [String] {
    let endings: [(ending: String, replacements: [String])]
    switch tag {
    case "VBG": endings = [("ying", ["ie", "y"]), ("ing", ["", "e"])]
    case "VBD", "VBN": endings = [("ied", ["y"]), ("ed", ["", "e"])]
    default: endings = [("ies", ["y", "ie"]), ("ves", ["f", "fe"]), ("es", ["", "e"]), ("s", [""])]
    }
    var stems: [String] = []
    for (ending, replacements) in endings where form.hasSuffix(ending) && form.count > ending.count + 1 {
      let trunk = String(form.dropLast(ending.count))
      stems += replacements.map { trunk + $0 }
      let last = trunk.suffix(2)
      if tag != "NNS", tag != "VBZ", last.count == 2, last.first == last.last { stems.append(String(trunk.dropLast())) }
    }
    return stems
  }
}
