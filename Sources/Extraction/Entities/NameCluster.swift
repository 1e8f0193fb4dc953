import Knowledge

/// The names of an article that mean the same person, organisation, place or thing.
struct NameCluster {
  var kind: Entity.Kind
  /// The keys of its names, in the order in which they were met.
  var keys: [String] = []
  /// Its mentions as positions in the list of names.
  var mentions: [Int] = []
  /// The words of its fullest key.
  var words: [Substring] = []
  /// ISO 3166-1 alpha-2 of the country that it is.
  var country: String?
  /// Whether the article forms an adjective of it, as of a state or region: "Ardovian" of "Ardovia".
  var hasAdjective = false
  /// What sort of body or place it is, as the tables of head words have it: "government", "settlement".
  var sort: String?
  /// What a description may call it: "bloc".
  var noun: String?
  /// Whose body it is, where every country has one like it.
  var owner: String?
  /// The name that tables give it, where it is a country or a well-known organisation.
  var canonicalKey: String?
  /// Which of "he" and "she" may stand for it.
  var gender: GrammaticalGender?
}
