import Knowledge

/// Nodes of several articles that are one.
package struct ResolvedIdentity: Sendable, Hashable {
  /// What names the merged node; it depends on its members alone.
  package var id: String
  /// The kind of the merged node.
  package var kind: NodeKind
  /// The keys that it unites, sorted.
  package var members: [IdentityKey]
  /// Why: one reason for each join.
  package var reasons: [String]
}

/// Decides which profiles are of one person, organisation, place or thing.
///
/// Profiles that may be of one share a block key; every block is resolved by itself, from the set of its profiles and
/// the decisions alone, so neither the order nor the grouping of articles has a part in the outcome.
package struct IdentityResolver: Sendable {
  let folder: NameFolder
  let domains: RoleDomainTable
  private let decisions: [MergeDecision]

  /// A resolver that compares names as the folder does and holds to decisions.
  package init(folder: NameFolder, domains: RoleDomainTable, decisions: [MergeDecision]) {
    self.folder = folder
    self.domains = domains
    self.decisions = decisions.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
  }

  /// The keys of the blocks that a profile belongs to, sorted.
  package func blockKeys(of profile: IdentityProfile) -> [String] {
    let key = profile.key
    var keys: Set<String> = []
    switch key.kind {
    case .person:
      let words = key.name.split(separator: " ").map(String.init)
      keys.insert("person:" + consonants(of: NameFolder.shortName(of: words) ?? key.name))
      // Who has two surnames may be called by the first alone.
      if let given = words.first, words.count > 1 {
        for word in words.dropFirst() where word.count > 2 { keys.insert("person:\(given) \(consonants(of: word))") }
      }
      for count in profile.names.values where count.aliases > 0 && !count.key.contains(" ") && words.contains(count.key)
      {
        keys.insert("person:" + consonants(of: count.key))
      }
    case .organization:
      keys.insert("organization:\(key.name)")
      if key.name.contains(" ") {
        let acronym = folder.acronym(of: key.name)
        if acronym.count >= 3 { keys.insert("organization:\(acronym)") }
      }
      for (alias, count) in OrganizationMatching.support(of: profile)
      where count >= OrganizationMatching.supportNeeded(alias, key.name, folder: folder) {
        keys.insert("organization:\(alias)")
      }
    case .place, .thing: keys.insert("\(key.kind.rawValue):\(key.name)")
    case .group, .role, .event, .casualtyFigure, .statement: break
    }
    for decision in decisions where decision.verdict == .same {
      if decision.left.matches(key) || decision.right.matches(key) { keys.insert(decision.blockKey) }
    }
    return keys.sorted()
  }

  /// The merged nodes of one block.
  ///
  /// - Parameter isExplaining: Whether the reasons are wanted.
  package func resolve(_ profiles: [IdentityProfile], isExplaining: Bool = true) -> [ResolvedIdentity] {
    if profiles.count == 1 { return [alone(profiles[0])] }
    let profiles = profiles.sorted { $0.key < $1.key }
    var linker = IdentityLinker(profiles: profiles, decisions: decisions)
    linker.applySameDecisions()
    PersonMatching(folder: folder, domains: domains).link(&linker)
    OrganizationMatching(folder: folder).link(&linker)
    PlaceMatching().link(&linker)
    return named(linker, isExplaining: isExplaining)
  }

  /// A profile that nothing is to be joined with.
  private func alone(_ profile: IdentityProfile) -> ResolvedIdentity {
    let id = id(of: profile.key, among: [profile], isLeading: true)
    return ResolvedIdentity(id: id, kind: profile.key.kind, members: [profile.key], reasons: [])
  }

  private func id(of anchor: IdentityKey, among members: [IdentityProfile], isLeading: Bool) -> String {
    let kind = Self.kind(of: members)
    let id = "\(kind.rawValue):\(Self.slug(shownName(of: anchor, among: members)))"
    return isLeading && !anchor.signature.contains("#") ? id : id + "~" + Self.mark(of: anchor.signature)
  }

  /// Names the sets by their anchors.
  ///
  /// Of several bearers of one name, the one in most articles goes by the name alone, so that its id stays the same
  /// when a namesake turns up.
  private func named(_ linker: IdentityLinker, isExplaining: Bool) -> [ResolvedIdentity] {
    let sets = linker.sets.map { set in
      let members = set.map { linker.profiles[$0] }
      let kind = Self.kind(of: members)
      let anchor = Self.anchor(of: members.map(\.key), kind: kind)
      return (set, members, kind, anchor, articles: members.reduce(0) { $0 + $1.articles })
    }
    var leading: [String: (articles: Int, anchor: IdentityKey)] = [:]
    for (_, _, kind, anchor, articles) in sets {
      let name = "\(kind.rawValue):\(anchor.name)"
      if let known = leading[name], (articles, known.anchor) <= (known.articles, anchor) { continue }
      leading[name] = (articles, anchor)
    }
    return sets.map { set, members, kind, anchor, _ in
      let isLeading = leading["\(kind.rawValue):\(anchor.name)"]?.anchor == anchor
      return ResolvedIdentity(
        id: id(of: anchor, among: members, isLeading: isLeading),
        kind: kind,
        members: members.map(\.key).sorted(),
        reasons: isExplaining ? linker.reasons(of: set) : []
      )
    }
  }

  /// The name of a key as it is written: folding people's names over romanisations leaves words that nobody writes.
  private func shownName(of anchor: IdentityKey, among members: [IdentityProfile]) -> String {
    guard anchor.kind == .person else { return anchor.name }
    let names = members.filter { $0.key == anchor }.flatMap(\.names).filter { $0.value.key == anchor.name }
    return names.map { folder.plainPersonWords($0.key).joined(separator: " ") }.filter { !$0.isEmpty }.min()
      ?? anchor.name
  }

  /// A country as it is, or eight digits that stand for a signature (32-bit FNV-1a), so that ids can be typed.
  private static func mark(of signature: String) -> String {
    if signature.count == 2, signature.allSatisfy(\.isLetter) { return signature }
    let sum = signature.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    let digits = String(sum, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// The key that names a set: the least, one of a whole name before one of a single word.
  private static func anchor(of keys: [IdentityKey], kind: NodeKind) -> IdentityKey {
    let ofKind = keys.filter { $0.kind == kind }
    let anchors = ofKind.contains { $0.name.contains(" ") } ? ofKind.filter { $0.name.contains(" ") } : ofKind
    return anchors.min() ?? keys[0]
  }

  /// The kind that most articles give, where a decision has joined several.
  private static func kind(of members: [IdentityProfile]) -> NodeKind {
    if members.count == 1 { return members[0].key.kind }
    var counts: [NodeKind: Int] = [:]
    for member in members { counts[member.key.kind, default: 0] += member.articles }
    return NodeKind.allCases.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? members[0].key.kind
  }

  private static func slug(_ text: String) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "-")
    return words.utf8.contains(UInt8(ascii: "=")) ? words.replacing("=", with: "country-") : words
  }
}

/// The profiles of one block while they are being joined; decisions that two are different bar joins.
struct IdentityLinker {
  /// The profiles, sorted by key.
  let profiles: [IdentityProfile]
  private let same: [MergeDecision]
  private let different: [MergeDecision]
  private var forest: LinkForest

  init(profiles: [IdentityProfile], decisions: [MergeDecision]) {
    self.profiles = profiles
    same = decisions.filter { $0.verdict == .same }
    different = decisions.filter { decision in
      decision.verdict == .different
        && profiles.contains { decision.left.matches($0.key) || decision.right.matches($0.key) }
    }
    forest = LinkForest(count: profiles.count)
  }

  /// The sets joined so far.
  var sets: [[Int]] { forest.sets }

  /// The positions of the profiles of a kind.
  func positions(_ kind: NodeKind) -> [Int] { profiles.indices.filter { profiles[$0].key.kind == kind } }

  /// The number that stands for the set of a profile.
  func root(_ position: Int) -> Int { forest.root(position) }

  /// Whether no decision bars joining two sets.
  func mayJoin(_ left: [Int], _ right: [Int]) -> Bool {
    guard !different.isEmpty else { return true }
    for one in left {
      for other in right where different.contains(where: { $0.concerns(profiles[one].key, profiles[other].key) }) {
        return false
      }
    }
    return true
  }

  /// Joins the sets of two profiles where no decision bars it.
  mutating func join(_ left: Int, _ right: Int, reason: @autoclosure () -> String) {
    let one = forest.root(left)
    let other = forest.root(right)
    guard one != other else { return }
    if !different.isEmpty {
      let sets = Dictionary(grouping: profiles.indices, by: forest.root)
      guard mayJoin(sets[one] ?? [], sets[other] ?? []) else { return }
    }
    forest.join(left, right, reason: reason())
  }

  mutating func applySameDecisions() {
    for decision in same {
      let concerned = profiles.indices.filter {
        decision.left.matches(profiles[$0].key) || decision.right.matches(profiles[$0].key)
      }
      guard concerned.contains(where: { decision.left.matches(profiles[$0].key) }),
        concerned.contains(where: { decision.right.matches(profiles[$0].key) }), let first = concerned.first
      else { continue }
      for other in concerned.dropFirst() {
        forest.join(
          first,
          other,
          reason: "decided: “\(decision.left.shown)” and “\(decision.right.shown)” are the same"
        )
      }
    }
  }

  func reasons(of set: [Int]) -> [String] {
    let root = forest.root(set[0])
    return forest.links.filter { forest.root($0.left) == root }.map { link in
      "\(description(of: link.left)) = \(description(of: link.right)): \(link.reason)"
    }
  }

  private func description(of position: Int) -> String {
    let profile = profiles[position]
    let name = profile.names.min { ($1.value.labels, $0.key) < ($0.value.labels, $1.key) }?.key ?? profile.key.name
    let marks = profile.key.marks.map { $0.hasPrefix("#") ? "in \($0.dropFirst())" : PersonMatching.shown($0) }
      .joined(separator: ", ")
    return marks.isEmpty ? "“\(name)”" : "“\(name)” (\(marks))"
  }
}
