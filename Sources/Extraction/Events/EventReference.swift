import Knowledge
import LanguageAnalysis

/// How a word refers to its event: as new or as known, as one or as several, and with which words around it.
struct EventReference: Sendable {
  /// How a singular noun without any article may take up what was told.
  enum BareLink: Sendable {
    /// "the cause of death".
    case cause
    /// "after landfall", "at trial".
    case occasion
    /// "dissolution was unlawful".
    case other
  }

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

  /// The name of the storm that the word tells of, in lower case.
  var stormName: String?
  /// Whether the word is a further name of the storm just told.
  var isStormAlias: Bool
  /// The name that stands as the subject of a disaster and may be that of a storm.
  var stormSubject: String?
  /// Whether somebody is harmed whom "those" takes for known: "those who were hurt".
  var isOfThose: Bool
  /// Whether "it" is the subject.
  var isByPronoun: Bool
  /// How a singular noun without any article stands to what was told before, where it does.
  var bareLink: BareLink?

  /// Why it was joined to an event told before, where it was.
  var reason: String?

  /// Whether the form takes its event for known.
  var isDefinite: Bool { form == .definite || form == .demonstrative || form == .possessive }
}

/// Reads how the words that name events refer.
struct EventReferenceReader {
  private let syntax: ClauseSyntax
  private let numbers: NumberReader
  private let storms: StormNames
  private var context: ArticleContext { syntax.context }

  init(syntax: ClauseSyntax) {
    self.syntax = syntax
    numbers = NumberReader(context: syntax.context)
    storms = StormNames(syntax: syntax)
  }

  /// Types of which a verb with an object may do no more than name the event: "handed down the sentence".
  private static let acts: Set<EventType> = ["convict", "rule", "attack", "kill"]
  private static let harms: Set<EventType> = ["kill", "injure"]
  /// Prepositions of the time at which something happens.
  private static let occasions: Set = ["after", "before", "at", "during", "following", "since"]
  private static let before: Set = ["previously", "again"]
  private static let known: Set = ["the", "this", "that", "these", "those", "both", "his", "her", "its", "their"]

  /// How a trigger refers.
  func reference(of trigger: EventTrigger) -> EventReference {
    let token = trigger.token
    let phrases = syntax.phrases(of: token)
    let key = keyHead(of: trigger, among: phrases)
    let isVerb = trigger.entry.part != .noun
    let stormName = storms.name(of: trigger)
    return EventReference(
      form: isVerb ? form(ofVerb: trigger) : form(of: token),
      isOther: isVerb ? isOtherByVerb(token) : isOtherByNoun(token),
      isPlural: ["NNS", "NNPS"].contains(syntax.tag(token)),
      senses: context.knowledge.eventSenses.senses(of: trigger.entry.trigger, type: trigger.type),
      words: words(of: phrases, at: token),
      keyWord: key.flatMap(keyWord),
      isKeyKnown: key.map(isKnown) ?? false,
      isKeyPlural: key.map { ["NNS", "NNPS"].contains(syntax.tag($0)) || syntax.has($0, .conjunct) } ?? false,
      hasObject: phrases.contains { $0.position == .object },
      count: key.flatMap(count) ?? (isVerb || !Self.harms.contains(trigger.type) ? nil : number(of: token)),
      predicateSubject: isVerb || !syntax.has(token, .copula)
        ? nil : context.tree.children(of: token, .subject, .outerSubject).first,
      stormName: stormName,
      isStormAlias: stormName != nil && storms.isAlias(trigger),
      stormSubject: storms.subject(of: trigger),
      isOfThose: isVerb && isOfThose(token),
      isByPronoun: isVerb && syntax.context.tree.children(of: token, .subject).contains { context.words[$0] == "it" },
      bareLink: isVerb ? nil : bareLink(of: token)
    )
  }

  /// "carried out the attack", "handed down the sentence": the verb says no more than the noun, which is known.
  private func form(ofVerb trigger: EventTrigger) -> EventReference.Form {
    guard Self.acts.contains(trigger.type) else { return .verb }
    let isKnown = trigger.companions.contains {
      syntax.partOfSpeech($0) == .noun && form(of: $0) == .definite && $0 != trigger.token
    }
    return isKnown ? .definite : .verb
  }

  private func bareLink(of noun: Int) -> EventReference.BareLink? {
    guard syntax.tag(noun) == "NN", form(of: noun) == .bare else { return nil }
    let preposition = syntax.preposition(of: noun) ?? ""
    if preposition == "of", let head = context.tree.head(of: noun),
      ["cause", "causes", "time"].contains(context.words[head]),
      syntax.has(head, .determiner, .possessiveModifier)
    {
      return .cause
    }
    let isPlain = !syntax.has(noun, .compound, .adjectivalModifier, .nominalModifier, .relativeClause)
    if isPlain, syntax.relation(noun) == .oblique, Self.occasions.contains(preposition) { return .occasion }
    return .other
  }

  private func isOfThose(_ verb: Int) -> Bool {
    guard [.relativeClause, .adnominalClause].contains(syntax.relation(verb)),
      let head = context.tree.head(of: verb)
    else { return false }
    return context.words[head] == "those"
  }

  private func form(of noun: Int) -> EventReference.Form {
    var form = EventReference.Form.bare
    if isPartOfKnown(noun) { form = .definite }
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

  /// "the crash site", "crash victims": what is known by the event makes the event known.
  private func isPartOfKnown(_ noun: Int) -> Bool {
    guard syntax.relation(noun) == .compound, syntax.tag(noun) == "NN", let head = context.tree.head(of: noun),
      head == noun + 1, syntax.partOfSpeech(head) == .noun
    else { return false }
    return ["victim", "survivor"].contains(syntax.lemma(head))
      || syntax.children(head).contains { context.words[$0] == "the" }
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

  /// The number that counts a noun: 5 of "five deaths".
  private func number(of noun: Int) -> Int? {
    let number = context.tree.children(of: noun, .numericModifier).first ?? (syntax.tag(noun) == "CD" ? noun : nil)
    return number.flatMap { numbers.number(at: $0, end: min($0 + 3, context.words.count))?.value }
  }

  private func count(_ head: Int) -> Int? {
    if let number = number(of: head) { return number }
    guard syntax.tag(head) == "NN" else { return nil }
    return syntax.children(head).contains { ["a", "an"].contains(context.words[$0]) } ? 1 : nil
  }
}
