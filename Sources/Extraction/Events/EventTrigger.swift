import Knowledge
import LanguageAnalysis

/// A word that names an event, with the entry of the lexicon that it matches.
struct EventTrigger: Sendable {
  /// The token index of the word.
  var token: Int
  /// What the lexicon says of it.
  var entry: EventLexicon.Entry
  /// The type of the event.
  var type: EventType
  /// The token indices of the further words of the entry.
  var companions: [Int] = []
  /// The words that hold its arguments, from the nearest outwards.
  var carriers: [CarrierMatch] = []
}

extension EventTrigger {
  /// The words that name the event together with the trigger: "strike" of "went on strike".
  func namingWords(in syntax: ClauseSyntax) -> [Int] {
    [token]
      + companions.filter {
        [.noun, .verb, .adjective].contains(syntax.partOfSpeech($0))
          && ![.subject, .compound, .adjectivalModifier, .possessiveModifier].contains(syntax.relation($0))
      }.sorted()
  }
}

/// A word that holds arguments of an event that another word names.
struct CarrierMatch: Sendable {
  /// The token index of the carrier.
  var token: Int
  /// What the table says of it.
  var entry: EventCarriers.Entry
}
