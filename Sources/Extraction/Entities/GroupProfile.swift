import Knowledge
import LanguageAnalysis

/// What a description says of the people it stands for, by which two descriptions are told to be of the same.
struct GroupProfile: Hashable {
  /// The noun, the same for words that mean the same people.
  var noun: String
  var isPlural: Bool
  /// Whether the words bring up somebody new: "a man", "another officer".
  var isIndefinite: Bool
  /// Whether an article or pronoun says that they are known: "the", "these".
  var isDefinite: Bool
  /// How many there are, as written.
  var number: String?
  /// The words that tell them apart from others of the noun.
  var modifiers: Set<String>
  /// Those of them that tell a rank: a deputy is not whom he stands in for.
  var ranks: Set<String>
  /// Whether it stands in a headline.
  var isInTitle: Bool

  /// Reads the phrase headed by a token, which ends before `end`.
  init(context: ArticleContext, head: Int, tokens: Range<Int>) {
    let document = context.document
    var noun = head
    // "a group of protesters" are protesters.
    if context.knowledge.wordClasses.contains(document.lemmas[head].lowercased(), in: .containerNoun),
      let inner = context.tree.child(of: head, .nominalModifier), tokens.contains(inner),
      document.pennTags[inner].hasSuffix("S"), context.tree.child(of: inner, .caseMarking) == head + 1
    {
      noun = inner
    }
    let lemma = document.lemmas[noun].lowercased()
    isPlural = document.pennTags[noun].hasSuffix("S") || lemma == "police"
    let determiner = context.tree.child(of: head, .determiner).map { context.words[$0] }
    isInTitle = context.isInTitle(head)
    isDefinite = ["the", "this", "that", "these", "those", "both"].contains(determiner ?? "")
    isIndefinite = ["a", "an", "another", "any", "no"].contains(determiner ?? "")
    var modifiers: Set<String> = []
    var number: String?
    for token in tokens where token != noun && token != head {
      switch document.partsOfSpeech[token] {
      case .numeral: number = context.words[token]
      case .noun, .properNoun, .adjective, .verb:
        let word = document.lemmas[token].lowercased()
        if !context.knowledge.wordClasses.contains(word, in: .unspecificModifier) {
          modifiers.insert(Self.place(of: token, beside: lemma, in: context) ?? word)
        }
      case .pronoun: modifiers.insert(context.words[token])
      default: break
      }
    }
    self.number = number
    self.noun = lemma
    self.modifiers = modifiers
    if !isPlural, context.knowledge.wordClasses.contains(lemma, in: .attackerNoun) { self.noun = "attacker" }
    if !isPlural, lemma == "army" { self.noun = "military" }
    if isPlural, number == nil, let same = Self.synonyms[lemma], modifiers.isSubset(of: ["police"]) {
      self.noun = same
      self.modifiers = []
    }
    ranks = self.modifiers.filter { context.knowledge.wordClasses.contains($0, in: .rankWord) }
  }

  /// The country of a place before "court", so that "a Polish court" is "the Warsaw court" further down.
  private static func place(of token: Int, beside noun: String, in context: ArticleContext) -> String? {
    guard ["court", "tribunal"].contains(noun), context.isCapitalized(token) else { return nil }
    let key = NameKey.fold(context.document.forms[token])
    let countries = context.knowledge.countries
    return countries.country(ofAdjective: key)?.code ?? countries.country(named: key)?.code
      ?? context.knowledge.gazetteer.places(named: key).first?.country
  }

  /// Whether a later description may be of the same people as this one.
  func isSame(as later: GroupProfile) -> Bool {
    guard noun == later.noun, isPlural == later.isPlural,
      modifiers.isSubset(of: later.modifiers) || later.modifiers.isSubset(of: modifiers)
    else { return false }
    guard ranks == later.ranks else { return false }
    if let number = later.number { return number == self.number }
    if number != nil { return later.isDefinite }
    if isPlural { return true }
    return !later.isIndefinite || isInTitle && !later.isInTitle
  }

  private static let synonyms: [String: String] = [
    "officer": "police", "policeman": "police", "demonstrator": "protester", "troop": "soldier",
    "fireman": "firefighter",
  ]
}
