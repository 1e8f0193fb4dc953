import Knowledge

/// Joins the profiles of one organisation or thing.
///
/// Equal folded names are one key already. A short name (an acronym, a part of the full name, another name) is joined
/// to the longer one that most articles use beside it; another name that is neither acronym nor part needs two
/// articles. An acronym that no article explains is joined where one full name alone has these first letters and
/// something stands beside both. Organisations of generic names ("Supreme Court") keep to their country.
struct OrganizationMatching {
  let folder: NameFolder

  func link(_ linker: inout IdentityLinker) {
    let positions = linker.positions(.organization)
    guard positions.count > 1 else { return }
    let classes = Dictionary(grouping: positions) { linker.profiles[$0].key.name }
    var supports: [String: [String: Int]] = [:]
    for position in positions {
      let profile = linker.profiles[position]
      for (alias, count) in Self.support(of: profile) where classes[alias] != nil && !folder.isGeneric(alias) {
        let (short, long) = Self.ordered(alias, profile.key.name)
        supports[short, default: [:]][long, default: 0] += count
      }
    }
    for short in classes.keys.sorted() where !folder.isGeneric(short) {
      let candidates = (supports[short] ?? [:]).filter { long, count in
        !folder.isGeneric(long) && count >= Self.supportNeeded(short, long, folder: folder)
      }
      if let long = Self.best(candidates) {
        join(short, long, classes, "another name in \(candidates[long] ?? 0) article(s)", &linker)
      } else if candidates.isEmpty {
        linkUnexplained(short, classes, &linker)
      }
    }
  }

  private func linkUnexplained(_ short: String, _ classes: [String: [Int]], _ linker: inout IdentityLinker) {
    guard short.count >= 3, !short.contains(" ") else { return }
    let expansions = classes.keys.filter { $0.contains(" ") && folder.acronym(of: $0) == short }
    guard expansions.count == 1, let long = expansions.first else { return }
    let beside = contexts(classes[short], linker).intersection(contexts(classes[long], linker)).sorted()
    guard let first = beside.first else { return }
    join(short, long, classes, "first letters, beside both: \(first)", &linker)
  }

  private func contexts(_ positions: [Int]?, _ linker: IdentityLinker) -> Set<String> {
    (positions ?? []).reduce(into: []) { $0.formUnion(linker.profiles[$1].contexts.keys) }
  }

  private func join(
    _ short: String,
    _ long: String,
    _ classes: [String: [Int]],
    _ reason: String,
    _ linker: inout IdentityLinker
  ) {
    guard let first = classes[long]?.first else { return }
    for position in classes[short] ?? [] { linker.join(first, position, reason: reason) }
  }

  /// The folded other names of a profile, with the number of articles that give them.
  static func support(of profile: IdentityProfile) -> [String: Int] {
    profile.names.values.reduce(into: [:]) { support, count in
      if count.aliases > 0, count.key != profile.key.name { support[count.key, default: 0] += count.aliases }
    }
  }

  /// How many articles must give two names to one organisation: one where the names themselves speak for it.
  static func supportNeeded(_ one: String, _ other: String, folder: NameFolder) -> Int {
    let (short, long) = ordered(one, other)
    let words = long.split(separator: " ")
    let parts = short.split(separator: " ")
    let isPart = parts.allSatisfy(words.contains)
    return isPart || folder.acronym(of: long) == short || folder.acronym(of: long).hasPrefix(short) ? 1 : 2
  }

  private static func ordered(_ one: String, _ other: String) -> (short: String, long: String) {
    (one.count, one) < (other.count, other) ? (one, other) : (other, one)
  }

  private static func best(_ candidates: [String: Int]) -> String? {
    guard let most = candidates.values.max() else { return nil }
    let best = candidates.filter { $0.value == most }.keys
    return best.count == 1 ? best.first : nil
  }
}

/// Joins the profiles of one place: those of one name whose country is unknown go to the one place of that name, or to
/// the one beside which the same names stand.
struct PlaceMatching {
  func link(_ linker: inout IdentityLinker) {
    let classes = Dictionary(grouping: linker.positions(.place)) { linker.profiles[$0].key.name }
    for name in classes.keys.sorted() {
      let positions = classes[name] ?? []
      let known = positions.filter { !linker.profiles[$0].key.signature.isEmpty }
      for unknown in positions where linker.profiles[unknown].key.signature.isEmpty {
        if known.count == 1 {
          linker.join(known[0], unknown, reason: "same name, and no other place of it")
        } else {
          let contexts = linker.profiles[unknown].contexts
          let scores = known.map { place in linker.profiles[place].contexts.keys.count { contexts[$0] != nil } }
          guard let most = scores.max(), most > 0, scores.count(where: { $0 == most }) == 1,
            let best = scores.firstIndex(of: most)
          else { continue }
          linker.join(known[best], unknown, reason: "same name, \(most) name(s) beside both")
        }
      }
    }
  }
}
