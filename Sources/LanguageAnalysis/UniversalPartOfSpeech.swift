/// The part-of-speech tags of Universal Dependencies 2 (https://universaldependencies.org/u/pos/).
public enum UniversalPartOfSpeech: String, Sendable, Hashable, CaseIterable {
  case adjective = "ADJ"
  case adposition = "ADP"
  case adverb = "ADV"
  case auxiliary = "AUX"
  case coordinatingConjunction = "CCONJ"
  case determiner = "DET"
  case interjection = "INTJ"
  case noun = "NOUN"
  case numeral = "NUM"
  case particle = "PART"
  case pronoun = "PRON"
  case properNoun = "PROPN"
  case punctuation = "PUNCT"
  case subordinatingConjunction = "SCONJ"
  case symbol = "SYM"
  case verb = "VERB"
  case other = "X"

  /// Whether the tag is that of a noun, common or proper.
  public var isNoun: Bool { self == .noun || self == .properNoun }
}
