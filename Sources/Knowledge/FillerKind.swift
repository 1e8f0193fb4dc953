/// What kind of phrase may stand in a position, as the tables `events` and `frames` name it.
public enum FillerKind: String, Sendable, Hashable, CaseIterable {
  /// A named person.
  case person
  /// A named organisation.
  case organization
  /// Any place.
  case place
  /// A place that is a country.
  case country
  /// A place that is no country.
  case settlement
  /// A place that is a building.
  case building
  /// People or bodies named by a description.
  case group
  /// Any other named thing.
  case thing
  /// A person or a group.
  case human
  /// Whoever can act: a person, organisation, group or place.
  case actor
  /// Any of them.
  case any
}

/// The part of speech of a word in the tables `events`, `event-carriers`, `status-cues`.
public enum LexicalPart: String, Sendable, Hashable, CaseIterable {
  case verb
  case noun
  case adjective
  case adverb
  case adposition
  case auxiliary
  case particle
  case conjunction
}

/// Where a phrase stands, seen from the word that names an event: an identifier of the table `frames`.
public struct ArgumentPosition: RawRepresentable, Sendable, Hashable {
  /// The identifier: `subject`, `object`, `possessive`, … or a preposition's lemma.
  public let rawValue: String

  /// Wraps an identifier; one that is not known names a preposition.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// The deep subject.
  public static let subject = ArgumentPosition(rawValue: "subject")
  /// The deep object.
  public static let object = ArgumentPosition(rawValue: "object")
  /// The indirect object.
  public static let indirectObject = ArgumentPosition(rawValue: "indirectObject")
  /// The subject of the clause that the trigger governs.
  public static let complementSubject = ArgumentPosition(rawValue: "complementSubject")
  /// A possessive before a noun.
  public static let possessive = ArgumentPosition(rawValue: "possessive")
  /// A demonym before a noun.
  public static let adjective = ArgumentPosition(rawValue: "adjective")
  /// A name or noun before a noun.
  public static let compound = ArgumentPosition(rawValue: "compound")
  /// A noun in apposition.
  public static let apposition = ArgumentPosition(rawValue: "apposition")
  /// The trigger itself.
  public static let itself = ArgumentPosition(rawValue: "self")
  /// Words that modify the trigger.
  public static let modifier = ArgumentPosition(rawValue: "modifier")
  /// The word that the trigger hangs on.
  public static let governor = ArgumentPosition(rawValue: "governor")
  /// A clause under the trigger.
  public static let complement = ArgumentPosition(rawValue: "complement")
  /// The voice of a verb.
  public static let voice = ArgumentPosition(rawValue: "voice")
  /// The number of a noun.
  public static let number = ArgumentPosition(rawValue: "number")
  /// The word that an adjective, participle or adverb modifies.
  public static let modified = ArgumentPosition(rawValue: "modified")
  /// Anywhere in the sentence.
  public static let sentence = ArgumentPosition(rawValue: "sentence")
  /// Anywhere in the article.
  public static let article = ArgumentPosition(rawValue: "article")

  /// The positions that are no prepositions.
  static let named: Set<ArgumentPosition> = [
    .subject, .object, .indirectObject, .complementSubject, .possessive, .adjective, .compound, .apposition, .itself,
    .modifier, .governor, .complement, .voice, .number, .modified, .sentence, .article,
  ]

  /// Whether the position is that of a prepositional phrase.
  public var isPreposition: Bool { !Self.named.contains(self) }
}
