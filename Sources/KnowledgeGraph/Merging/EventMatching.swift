import ArticleReading

/// What tells one event from another: its type, status and date, and who and what takes part.
package struct EventProfile: Sendable, Hashable {
  /// Type, status and date: events are compared within one block only.
  package var block: String
  /// Who does it: ids of merged nodes.
  package var agents: Set<String>
  /// To whom, or where, it is done: ids of merged nodes.
  package var targets: Set<String>
  /// Counts the events of one article that are otherwise alike.
  package var ordinal: Int

  /// The profile of an event, or nil where it has no date or too little takes part in it to know it again: such events
  /// are not merged.
  ///
  /// - Parameter participants: The named nodes that its edges reach, as ids of merged nodes.
  package init?(detail: EventDetail, participants: [(kind: Edge.Kind, id: String)]) {
    guard let date = detail.date else { return nil }
    block = "\(detail.type.rawValue) \(detail.status.rawValue) \(date)"
    agents = Set(participants.filter { $0.kind == .agent }.map(\.id))
    targets = Set(participants.filter { [.patient, .place, .recipient].contains($0.kind) }.map(\.id))
    ordinal = 0
    guard agrees(with: self) else { return nil }
  }

  /// The participants and the ordinal as one text, for a store.
  package var encoded: String {
    [agents, targets].map { $0.sorted().joined(separator: "\u{1F}") }.joined(separator: "\u{1E}") + "\u{1E}\(ordinal)"
  }

  /// Reads a profile from its block and `encoded`, or nil where the text is none.
  package init?(block: String, encoded: String) {
    let parts = encoded.split(separator: "\u{1E}", omittingEmptySubsequences: false)
    guard parts.count == 3, let ordinal = Int(parts[2]) else { return nil }
    self.block = block
    agents = Set(parts[0].split(separator: "\u{1F}").map(String.init))
    targets = Set(parts[1].split(separator: "\u{1F}").map(String.init))
    self.ordinal = ordinal
  }

  /// A text that is the same for equal profiles alone, and orders those with most participants first.
  var order: String {
    let size = String(999 - min(agents.count + targets.count, 999))
    return "\(size)|\(agents.sorted().joined(separator: ","))|\(targets.sorted().joined(separator: ","))|\(ordinal)"
  }

  /// Whether two events are one, as far as their participants say.
  ///
  /// Agents must not contradict, nor targets; in common must be a target that is no country, or two participants.
  func agrees(with other: EventProfile) -> Bool {
    guard agents.isEmpty || other.agents.isEmpty || !agents.isDisjoint(with: other.agents),
      targets.isEmpty || other.targets.isEmpty || !targets.isDisjoint(with: other.targets)
    else { return false }
    let sharedTargets = targets.intersection(other.targets)
    if sharedTargets.contains(where: { !$0.hasPrefix("place:country-") }) { return true }
    return agents.intersection(other.agents).count + sharedTargets.count >= 2
  }
}

/// Decides which events of one block are one.
///
/// Profiles are taken in a fixed order, those with most participants first; each joins the first events with all of
/// which it agrees. Events of one article that the article's own reading kept apart stay apart.
package enum EventMatching {
  /// The sets of profiles that are of one event; every set is sorted.
  package static func sets(of profiles: Set<EventProfile>) -> [[EventProfile]] {
    var sets: [[EventProfile]] = []
    for (_, profile) in profiles.map({ ($0.order, $0) }).sorted(by: { $0.0 < $1.0 }) {
      let fitting = sets.firstIndex { set in
        set.allSatisfy { $0.ordinal == profile.ordinal && $0.agrees(with: profile) }
      }
      if let fitting { sets[fitting].append(profile) } else { sets.append([profile]) }
    }
    return sets
  }

  /// Numbers the profiles of one article's events that are alike, in the order of their ids.
  package static func numbered(_ profiles: [(id: String, profile: EventProfile)]) -> [String: EventProfile] {
    var counts: [EventProfile: Int] = [:]
    var numbered: [String: EventProfile] = [:]
    for (id, profile) in profiles.sorted(by: { $0.id < $1.id }) {
      var profile = profile
      let count = counts[profile] ?? 0
      counts[profile] = count + 1
      profile.ordinal = count
      numbered[id] = profile
    }
    return numbered
  }
}

/// Names the merged nodes that are known neither by a name nor as an event.
package enum ClaimNaming {
  /// The id of a role: offices of one title and one body are one, or without a body of one title and holder.
  package static func role(title: String, bodies: Set<String>, holders: Set<String>, local: String) -> String {
    let title = title.lowercased().replacing(" ", with: "-")
    if !bodies.isEmpty { return "role:\(title)@\(bodies.sorted().joined(separator: "+"))" }
    if !holders.isEmpty { return "role:\(title)@\(holders.sorted().joined(separator: "+"))" }
    return "role:\(title)#\(local)"
  }

  /// The id of a claim of one article: a figure, a statement, a group, an event that is like no other.
  package static func claim(_ kind: NodeKind, article: String, local: String) -> String {
    // Ids of nodes mostly begin with kind and article themselves.
    let beginning = "\(kind.rawValue):\(article)"
    return local.hasPrefix(beginning + ":")
      ? "\(beginning)/\(local.dropFirst(beginning.count + 1))" : "\(beginning)/\(local)"
  }
}
