import Dateline

/// Compares the words of a description with events.
struct EventWords {
  private let lexicon: EventLexicon

  /// Takes the words that name events from the knowledge.
  init(knowledge: KnowledgeBase) { lexicon = knowledge.events }

  /// The words that tell something, in lower case.
  func telling(_ words: [String]) -> [String] {
    words.map { $0.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" } }.filter {
      !$0.isEmpty && !["a", "an", "and", "at", "by", "in", "near", "of", "on", "s", "the"].contains($0)
    }
  }

  /// The beginning by which forms of a word are alike: "collapse", "collapses" and "collapsed".
  func stem(_ word: String) -> String { String(word.prefix(max(min(4, word.count), word.count - 3))) }

  /// Whether a text has a word that begins like a word.
  func isLike(_ word: String, _ text: String) -> Bool {
    let beginning = stem(word)
    return text.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { $0.hasPrefix(beginning) }
  }

  /// The types of events that a word names, in whatever form it stands.
  func types(of word: String) -> Set<EventType> {
    var lemmas = [word]
    for ending in ["s", "es", "ed", "d", "ing"] where word.hasSuffix(ending) && word.count > ending.count + 2 {
      let base = String(word.dropLast(ending.count))
      lemmas += [base, base + "e"]
    }
    return Set(lemmas.flatMap(lexicon.entries(trigger:)).filter(\.companions.isEmpty).compactMap(\.type))
  }

  /// Whether a word is the type, the trigger or the day of an event.
  func names(_ word: String, _ event: EventDetail) -> Bool {
    if let date = event.date?.description, date.hasPrefix(word) { return true }
    return isLike(word, event.type.rawValue) || isLike(word, event.trigger.text)
  }

  /// Whether a word is one for events of the type of an event.
  ///
  /// - Parameter isBroad: Whether that counts for types whose words name quite different things, such as floods and
  ///   earthquakes.
  func names(typeOf event: EventDetail, _ word: String, isBroad: Bool) -> Bool {
    (isBroad || !Self.mixedTypes.contains(event.type.rawValue)) && types(of: word).contains(event.type)
  }

  private static let mixedTypes: Set<String> = ["accident", "disaster"]
}
