import Knowledge

/// Profiles taken for one person, with all that they say together.
struct PersonGroup {
  private(set) var members: [Int]
  private(set) var words: [[String]]
  private var articles: Int
  private var key: IdentityKey
  private var shortNames: Set<String>
  private var roles: Set<String>
  private var countries: Set<String>
  private var walks: Set<String>
  private var contexts: Set<String>
  private var thrones: Set<String>

  init(members: [Int], linker: IdentityLinker, folder: NameFolder, domains: RoleDomainTable) {
    self.members = members
    let profiles = members.map { linker.profiles[$0] }
    key = profiles.map(\.key).min() ?? IdentityKey(kind: .person, name: "", signature: "")
    words = Set(profiles.map(\.key.name)).sorted().map { $0.split(separator: " ").map(String.init) }
    articles = profiles.reduce(0) { $0 + $1.articles }
    contexts = profiles.reduce(into: []) { $0.formUnion($1.contexts.keys) }
    roles = profiles.reduce(into: []) { $0.formUnion($1.key.marks.filter { $0.contains("@") }) }
    shortNames = profiles.reduce(into: []) { short, profile in
      let words = profile.key.name.split(separator: " ").map(String.init)
      if let name = NameFolder.shortName(of: words) { short.insert(name) }
      short.formUnion(profile.names.values.filter { $0.aliases > 0 && !$0.key.contains(" ") }.map(\.key))
    }
    thrones = folder.thrones(of: roles)
    countries = []
    walks = []
    for role in roles {
      let parts = role.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
      if let walk = domains.domain(of: String(parts[0])) { walks.insert(walk) }
      if parts.count == 2, let mark = parts[1].lastIndex(of: "=") { countries.insert(String(parts[1][mark...])) }
    }
  }

  /// One of the members, by which the group is joined.
  var first: Int { members[0] }

  /// The order in which groups are compared: most articles first.
  static func isBefore(_ left: PersonGroup, _ right: PersonGroup) -> Bool {
    (right.articles, left.key) < (left.articles, right.key)
  }

  mutating func add(_ other: PersonGroup) {
    members += other.members
    words = Set(words + other.words).sorted { $0.lexicographicallyPrecedes($1) }
    articles += other.articles
    key = min(key, other.key)
    shortNames.formUnion(other.shortNames)
    roles.formUnion(other.roles)
    countries.formUnion(other.countries)
    walks.formUnion(other.walks)
    contexts.formUnion(other.contexts)
    thrones.formUnion(other.thrones)
  }

  /// Whether roles tell the two apart: other countries or walks of life, no role in common, little in common beside.
  /// One title in two countries is a slip of one article where the name is long or something stands beside both.
  func clashes(with other: PersonGroup) -> Bool {
    let areApart =
      (!countries.isEmpty && !other.countries.isEmpty && countries.isDisjoint(with: other.countries))
      || (!walks.isEmpty && !other.walks.isEmpty && walks.isDisjoint(with: other.walks))
    guard areApart, !sharesAnchoredRole(with: other) else { return false }
    if sharesTitle(with: other) {
      let isLong = words.contains { $0.count > 2 && other.words.contains($0) }
      return !isLong && sharedContexts(with: other) < 2
    }
    return sharedContexts(with: other) < 3
  }

  /// Whether a role of the same body, or two names beside both, speak for one person.
  func corroborates(_ other: PersonGroup) -> Bool {
    sharesAnchoredRole(with: other) || sharedContexts(with: other) >= 2
  }

  func sharesAnchoredRole(with other: PersonGroup) -> Bool {
    roles.contains { PersonMatching.isAnchored($0) && other.roles.contains($0) }
  }

  /// Whether both hold an office whose holder is known by a single name.
  func sharesThrone(with other: PersonGroup) -> Bool { !thrones.isDisjoint(with: other.thrones) }

  /// Whether the other one has a title in an article about the country in which this one holds the office.
  func sharesImpliedOffice(with other: PersonGroup) -> Bool {
    other.roles.contains { $0.contains("@?") && roles.contains($0.replacing("@?", with: "@=")) }
  }

  /// Whether both have a title in common, of whatever body.
  func sharesTitle(with other: PersonGroup) -> Bool {
    func titles(_ roles: Set<String>) -> Set<Substring> { Set(roles.map { $0.prefix { $0 != "@" } }) }
    return !titles(roles).isDisjoint(with: titles(other.roles))
  }

  func sharedContexts(with other: PersonGroup) -> Int {
    let (few, many) = contexts.count < other.contexts.count ? (contexts, other.contexts) : (other.contexts, contexts)
    return few.count { many.contains($0) }
  }

  /// Whether the person may be called by a single name.
  func isCalled(_ name: String) -> Bool { shortNames.contains(name) }

  /// What speaks for the two being one, in words.
  func agreement(with other: PersonGroup) -> String {
    let shared = roles.filter { PersonMatching.isAnchored($0) && other.roles.contains($0) }
    if let role = shared.min() { return "both \(PersonMatching.shown(role))" }
    let titles = roles.map { $0.prefix { $0 != "@" } }.filter { title in
      other.roles.contains { $0.prefix { $0 != "@" } == title }
    }
    let beside = contexts.filter { other.contexts.contains($0) }.sorted().prefix(3)
    let title = titles.min().map { ["both \($0)"] } ?? []
    return (title + (beside.isEmpty ? [] : ["beside both: \(beside.joined(separator: ", "))"])).joined(separator: ", ")
  }
}
