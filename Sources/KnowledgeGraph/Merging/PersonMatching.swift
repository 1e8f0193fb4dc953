import Knowledge

/// Joins the profiles of one person.
///
/// 1. Full names that are equal when folded: joined, save where roles clash and nothing beside them agrees; a profile
///    without roles goes to the one bearer of the name, or to the one beside whom the same names stand.
/// 2. Full names that are variants (nicknames, other languages, left-out middle names, one of two surnames, a letter's
///    difference, initials): joined where a role or two names beside them agree; nicknames and middle names also where
///    there is one such only.
/// 3. A surname alone: joined to the one full name whose role, or two names beside it, agree (a title without a body
///    counts as a name; the office of a king or pope is enough, or of the country that the article is about); never by
///    itself.
struct PersonMatching {
  let folder: NameFolder
  let domains: RoleDomainTable

  func link(_ linker: inout IdentityLinker) {
    let positions = linker.positions(.person)
    guard positions.count > 1 else { return }
    let full = positions.filter { linker.profiles[$0].key.name.contains(" ") }
    let classes = Dictionary(grouping: full) { linker.profiles[$0].key.name }
    for name in classes.keys.sorted() { linkBearers(of: classes[name] ?? [], &linker) }
    linkVariants(groups(of: full, linker), &linker)
    linkSurnames(positions.filter { !linker.profiles[$0].key.name.contains(" ") }, full, &linker)
  }

  // MARK: Equal full names

  private func linkBearers(of positions: [Int], _ linker: inout IdentityLinker) {
    guard positions.count > 1 else { return }
    let withRoles = positions.filter { !linker.profiles[$0].key.signature.isEmpty }
    var holderOfRole: [String: Int] = [:]
    for position in withRoles {
      for role in linker.profiles[position].key.marks where Self.isAnchored(role) {
        if let other = holderOfRole[role] {
          linker.join(other, position, reason: "same full name, both \(Self.shown(role))")
        } else {
          holderOfRole[role] = position
        }
      }
    }
    var bearers: [PersonGroup] = []
    for group in groups(of: withRoles, linker).sorted(by: PersonGroup.isBefore) {
      if let known = bearers.firstIndex(where: { !$0.clashes(with: group) && linker.mayJoin($0.members, group.members) }
      ) {
        linker.join(bearers[known].first, group.first, reason: "same full name, roles go together")
        bearers[known].add(group)
      } else {
        bearers.append(group)
      }
    }
    for position in positions where linker.profiles[position].key.signature.isEmpty {
      let group = PersonGroup(members: [position], linker: linker, folder: folder, domains: domains)
      let free = bearers.filter { linker.mayJoin($0.members, group.members) }
      if bearers.count == 1, let only = free.first {
        linker.join(only.first, position, reason: "same full name")
      } else if let best = Self.unique(free, score: { $0.sharedContexts(with: group) }, least: 1) {
        linker.join(best.first, position, reason: "same full name, \(best.agreement(with: group))")
      }
    }
  }

  // MARK: Variants of full names

  private func linkVariants(_ groups: [PersonGroup], _ linker: inout IdentityLinker) {
    var weak: [(Int, Int)] = []
    for one in groups.indices {
      for other in groups.indices where other > one {
        guard let variant = variant(groups[one].words, groups[other].words) else { continue }
        guard !groups[one].clashes(with: groups[other]) else { continue }
        if groups[one].corroborates(groups[other]) {
          let reason = "\(variant.description), \(groups[one].agreement(with: groups[other]))"
          linker.join(groups[one].first, groups[other].first, reason: reason)
        } else if variant == .spelling {
          weak.append((one, other))
        }
      }
    }
    var partners: [Int: Set<Int>] = [:]
    for (one, other) in weak {
      partners[one, default: []].insert(linker.root(groups[other].first))
      partners[other, default: []].insert(linker.root(groups[one].first))
    }
    for (one, other) in weak where partners[one]?.count == 1 && partners[other]?.count == 1 {
      linker.join(groups[one].first, groups[other].first, reason: "forms of one name, and no other bearer")
    }
  }

  /// How two names may be of one person, by any of the names of each.
  private func variant(_ left: [[String]], _ right: [[String]]) -> NameRelation? {
    var best: NameRelation?
    for one in left {
      for other in right {
        guard let relation = relation(one, other) else { return nil }
        if best.map({ relation < $0 }) ?? true { best = relation }
      }
    }
    return best
  }

  private func relation(_ one: [String], _ other: [String]) -> NameRelation? {
    guard let surname = one.last, let otherSurname = other.last, let given = one.first, let otherGiven = other.first
    else { return nil }
    if surname != otherSurname, given == otherGiven,
      Self.leavesOutSurname(one, other) || Self.leavesOutSurname(other, one)
    {
      return .surnames
    }
    let middles = one.dropFirst().dropLast()
    let otherMiddles = other.dropFirst().dropLast()
    guard Self.agree(Array(middles), Array(otherMiddles)) else { return nil }
    if surname == otherSurname {
      if given == otherGiven || folder.areVariants(given, otherGiven) { return .spelling }
      if given.count == 1 || otherGiven.count == 1 { return given.first == otherGiven.first ? .initial : nil }
      let isClose = min(given.count, otherGiven.count) >= 4 && EditDistance.between(given, otherGiven, atMost: 1) <= 1
      return isClose ? .typing : nil
    }
    let isClose =
      min(surname.count, otherSurname.count) >= 5 && EditDistance.between(surname, otherSurname, atMost: 1) <= 1
    guard isClose, given == otherGiven || folder.areVariants(given, otherGiven) else { return nil }
    return .typing
  }

  /// Whether a name is another one without its last surname: "Pedro Soto" of "Pedro R. Soto Núñez".
  private static func leavesOutSurname(_ short: [String], _ long: [String]) -> Bool {
    guard let last = short.last, last.count > 2, short.count >= 2, long.dropLast().contains(last) else { return false }
    var rest = long.dropLast()
    return short.allSatisfy { word in
      guard let position = rest.firstIndex(of: word) else { return false }
      rest = rest[(position + 1)...]
      return true
    }
  }

  /// Whether middle names do not contradict: one has none, or each word begins another one's.
  private static func agree(_ left: [String], _ right: [String]) -> Bool {
    guard !left.isEmpty, !right.isEmpty else { return true }
    return zip(left, right).allSatisfy { one, other in one.hasPrefix(other) || other.hasPrefix(one) }
  }

  // MARK: Surnames alone

  private func linkSurnames(_ bare: [Int], _ full: [Int], _ linker: inout IdentityLinker) {
    let groups = groups(of: full, linker)
    var attached: Set<Int> = []
    var joins: [(Int, Int, String)] = []
    for position in bare {
      let group = PersonGroup(members: [position], linker: linker, folder: folder, domains: domains)
      let name = linker.profiles[position].key.name
      let bearers = groups.filter { $0.isCalled(name) && !$0.clashes(with: group) }
      guard
        let best = Self.unique(
          bearers,
          score: { bearer in
            let role =
              bearer.sharesAnchoredRole(with: group)
              ? 10
              : bearer.sharesThrone(with: group) || bearer.sharesImpliedOffice(with: group)
                ? 2 : bearer.sharesTitle(with: group) ? 1 : 0
            return role + bearer.sharedContexts(with: group)
          },
          least: 2
        )
      else { continue }
      joins.append((best.first, position, "surname, \(best.agreement(with: group))"))
      attached.insert(position)
    }
    for (one, other, reason) in joins { linker.join(one, other, reason: reason) }
    let rest = bare.filter { !attached.contains($0) }
    for (index, one) in rest.enumerated() {
      for other in rest[(index + 1)...] where linker.profiles[one].key.name == linker.profiles[other].key.name {
        let left = PersonGroup(members: [one], linker: linker, folder: folder, domains: domains)
        let right = PersonGroup(members: [other], linker: linker, folder: folder, domains: domains)
        guard left.corroborates(right) || left.sharesThrone(with: right), !left.clashes(with: right) else { continue }
        linker.join(one, other, reason: "same name, \(left.agreement(with: right))")
      }
    }
  }

  // MARK: Parts

  private func groups(of positions: [Int], _ linker: IdentityLinker) -> [PersonGroup] {
    Dictionary(grouping: positions, by: linker.root).sorted { $0.key < $1.key }.map { _, members in
      PersonGroup(members: members.sorted(), linker: linker, folder: folder, domains: domains)
    }
  }

  /// The one that scores best, where it scores at least so much and no other scores the same.
  private static func unique(_ groups: [PersonGroup], score: (PersonGroup) -> Int, least: Int) -> PersonGroup? {
    let ranked = groups.map { ($0, score($0)) }.filter { $0.1 >= least }
    guard let best = ranked.max(by: { $0.1 < $1.1 }) else { return nil }
    return ranked.count { $0.1 == best.1 } == 1 ? best.0 : nil
  }

  /// Whether a role is told with the body that it belongs to; `president@?gh` only stands in an article about Ghana.
  static func isAnchored(_ role: String) -> Bool {
    role.contains("@") && !role.hasSuffix("@") && !role.contains("@?")
  }

  /// A role in words: "mayor of london, GB" for `mayor@london=gb`.
  static func shown(_ role: String) -> String {
    let parts = role.split(separator: "@", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return parts.first ?? role }
    if parts[1].hasPrefix("?") { return "\(parts[0]), in an article about \(parts[1].dropFirst().uppercased())" }
    let body = parts[1].split(separator: "=", omittingEmptySubsequences: false)
    let names = body.enumerated().map { $0.offset > 0 ? $0.element.uppercased() : String($0.element) }
    return "\(parts[0]) of \(names.filter { !$0.isEmpty }.joined(separator: ", "))"
  }
}

/// How two full names are related, the closest first.
private enum NameRelation: Int, Comparable, CustomStringConvertible {
  case spelling
  case surnames
  case typing
  case initial

  var description: String {
    switch self {
    case .spelling: "forms of one name"
    case .surnames: "one of two surnames left out"
    case .typing: "names a letter apart"
    case .initial: "initial and given name"
    }
  }

  static func < (left: NameRelation, right: NameRelation) -> Bool { left.rawValue < right.rawValue }
}
