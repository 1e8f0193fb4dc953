import Knowledge
import LanguageAnalysis

/// How a word refers to its event: as new or as known, as one or as several, and with which words around it.
struct EventReference: Sendable {
  /// The grammatical form.
  enum Form: Sendable {
    /// "exploded", "was arrested".
    case verb
    /// "an explosion".
    case indefinite
    /// "explosions", "explosion" in a headline.
    case bare
    /// "the explosion".
    case definite
    /// "that explosion", "the same explosion".
    case demonstrative
    /// "Smith's arrest", "their arrest".
    case possessive
  }

  /// The form.
  var form: Form
  /// Whether words around say that it is another event than the one known: "another", "second", "in a separate incident".
  var isOther: Bool
  /// Whether the noun is plural.
  var isPlural: Bool
  /// What kind of event it is.
  var senses: EventSenseTable.Senses
  /// The lemmas of the nouns beside it: whose, whom, what, where.
  var words: [String]
  /// The lemma of who or what the event is done to, else of who or what does it.
  var keyWord: String?
  /// Whether the key word is told as known.
  var isKeyKnown: Bool
  /// Whether more than one is meant by the key word.
  var isKeyPlural: Bool
  /// Whether something is done to the key word, so that it is no subject.
  var hasObject: Bool
  /// How many people or things the event is done to, where a number tells.
  var count: Int?
  /// The subject of which a noun says what it is: "it" in "It was an explosion".
  var predicateSubject: Int?

  /// Why it was joined to an event told before, where it was.
  var reason: String?

  /// Whether the form takes its event for known.
  var isDefinite: Bool { form == .definite || form == .demonstrative || form == .possessive }
}

/// Reads how the words that name events refer.
struct EventReferenceReader {
  private let syntax: ClauseSyntax
  private let numbers: NumberReader
  private var context: ArticleContext { syntax.context }

  init(syntax: ClauseSyntax) {
    self.syntax = syntax
    numbers = NumberReader(context: syntax.context)
  }

  private static let before: Set = ["previously", "again"]
  private static let known: Set = ["the", "this", "that", "these", "those", "both", "his", "her", "its", "their"]

  /// How a trigger refers.
  func reference(of trigger: EventTrigger) -> EventReference {
    let token = trigger.token
    let phrases = syntax.phrases(of: token)
    let key = keyHead(of: trigger, among: phrases)
    let isVerb = trigger.entry.part != .noun
    return EventReference(
      form: isVerb ? .verb : form(of: token),
      isOther: isVerb ? isOtherByVerb(token) : isOtherByNoun(token),
      isPlural: ["NNS", "NNPS"].contains(syntax.tag(token)),
      senses: context.knowledge.eventSenses.senses(of: trigger.entry.trigger, type: trigger.type),
      words: words(of: phrases, at: token),
      keyWord: key.flatMap(keyWord),
      isKeyKnown: key.map(isKnown) ?? false,
      isKeyPlural: key.map { ["NNS", "NNPS"].contains(syntax.tag($0)) || syntax.has($0, .conjunct) } ?? false,
      hasObject: phrases.contains { $0.position == .object },
      count: key.flatMap(count),
      predicateSubject: isVerb || !syntax.has(token, .copula)
        ? nil : context.tree.children(of: token, .subject, .outerSubject).first
    )
  }

  private func form(of noun: Int) -> EventReference.Form {
    var form = EventReference.Form.bare
    // "Typhoon Mira" is known by its name.
    if syntax.partOfSpeech(noun) == .properNoun, syntax.has(noun, .compound, .descriptiveModifier) { form = .definite }
    for child in syntax.children(noun) {
      switch syntax.relation(child) {
      case .determiner, .predeterminer:
        switch context.words[child] {
        case "the": form = form == .demonstrative ? form : .definite
        case "this", "that", "these", "those", "both": form = .demonstrative
        case "a", "an", "any", "no", "every", "each", "another", "some": form = .indefinite
        default: break
        }
      case .possessiveModifier:
        // "Monday's attack" is an attack known by its day.
        form = context.knowledge.timeWords[syntax.lemma(child).lowercased()] == nil ? .possessive : .definite
      case .adjectivalModifier where context.words[child] == "same": form = .demonstrative
      default: break
      }
    }
    return form
  }

  private func isOtherByNoun(_ noun: Int) -> Bool {
    syntax.children(noun).contains { child in
      guard child < noun, [.adjectivalModifier, .determiner, .compound].contains(syntax.relation(child)) else {
        return false
      }
      return context.knowledge.wordClasses.contains(context.words[child], in: .otherness)
        || isOrdinal(context.words[child])
    }
  }

  private func isOrdinal(_ word: String) -> Bool {
    guard word.first?.isNumber == true else { return false }
    return ["st", "nd", "rd", "th"].contains { word.hasSuffix($0) }
  }

  private func isOtherByVerb(_ verb: Int) -> Bool {
    syntax.children(verb).contains { child in
      switch syntax.relation(child) {
      case .adverbialModifier: Self.before.contains(context.words[child])
      case .oblique:
        context.knowledge.wordClasses.contains(syntax.lemma(child), in: .occasionNoun) && isOtherByNoun(child)
      default: false
      }
    }
  }

  private func words(of phrases: [ArgumentPhrase], at trigger: Int) -> [String] {
    var found: [String] = []
    for phrase in phrases where phrase.position != .adjective && syntax.partOfSpeech(phrase.head).isNoun {
      let parts = context.tree.children(of: phrase.head, .compound)
      for token in [phrase.head] + (phrase.position == .compound ? [] : parts) {
        let lemma = syntax.lemma(token).lowercased()
        if !found.contains(lemma), context.knowledge.timeWords[lemma] == nil { found.append(lemma) }
      }
    }
    return found
  }

  private func keyHead(of trigger: EventTrigger, among phrases: [ArgumentPhrase]) -> Int? {
    let positions =
      trigger.entry.part == .noun ? ["of", "on", "against", "compound", "possessive"] : ["object", "subject"]
    for position in positions {
      if let found = phrases.first(where: { $0.position.rawValue == position }) { return found.head }
    }
    return nil
  }

  /// The lemma of a noun, or the name that stands with it: "Aurora" of "the ferry Aurora".
  private func keyWord(_ head: Int) -> String? {
    guard syntax.partOfSpeech(head).isNoun else { return nil }
    let name = syntax.children(head).first {
      $0 > head && syntax.partOfSpeech($0) == .properNoun
        && [.apposition, .flat, .descriptiveModifier, .compound].contains(syntax.relation($0))
    }
    return syntax.lemma(name ?? head).lowercased()
  }

  private func isKnown(_ head: Int) -> Bool {
    if syntax.partOfSpeech(head) != .noun { return true }
    return syntax.children(head).contains {
      Self.known.contains(context.words[$0]) || syntax.relation($0) == .possessiveModifier
    }
  }

  private func count(_ head: Int) -> Int? {
    let number = context.tree.children(of: head, .numericModifier).first ?? (syntax.tag(head) == "CD" ? head : nil)
    if let number {
      return numbers.number(at: number, end: min(number + 3, context.words.count))?.value
    }
    guard syntax.tag(head) == "NN" else { return nil }
    return syntax.children(head).contains { ["a", "an"].contains(context.words[$0]) } ? 1 : nil
  }
}
