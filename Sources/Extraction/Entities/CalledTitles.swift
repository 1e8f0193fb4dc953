/// The titles by which the people of an article are called, to find whom a title without a name means.
struct CalledTitles {
  /// One title of one person.
  struct Title {
    /// All words said with it, names left out.
    var words: Set<String>
    /// The clusters of the bodies and places that it is said to belong to.
    var owners: Set<Int>
    var person: Int
  }

  private var titles: [String: [Title]] = [:]

  /// Notes that a person is called by a title with this noun.
  mutating func add(_ title: Title, noun: String) {
    titles[noun, default: []].append(title)
  }

  /// The people called by a noun with all of the modifiers and owners, in the order in which they were noted.
  func people(noun: String, modifiers: [String], owners: Set<Int>) -> [Int] {
    var people: [Int] = []
    for title in titles[noun] ?? []
    where modifiers.allSatisfy(title.words.contains) && owners.isSubset(of: title.owners) {
      if !people.contains(title.person) { people.append(title.person) }
    }
    return people
  }
}
