/// A person's decision that two nodes are the same or are not; it stands above the procedure.
package struct MergeDecision: Sendable, Hashable {
  /// What was decided.
  package enum Verdict: String, Sendable, Hashable, CaseIterable {
    case same
    case different
  }

  /// One of the two that a decision is about.
  package struct Side: Sendable, Hashable, Comparable {
    /// The kind of node.
    package var kind: NodeKind
    /// The folded name.
    package var name: String
    /// The signature, where only one of several bearers of the name is meant.
    package var signature: String?
    /// The name as the person gave it.
    package var shown: String

    /// Makes a side of its parts.
    package init(kind: NodeKind, name: String, signature: String?, shown: String) {
      self.kind = kind
      self.name = name
      self.signature = signature
      self.shown = shown
    }

    func matches(_ key: IdentityKey) -> Bool {
      kind == key.kind && name == key.name && (signature ?? key.signature) == key.signature
    }

    package static func < (left: Side, right: Side) -> Bool {
      (left.kind.rawValue, left.name, left.signature ?? "", left.shown)
        < (right.kind.rawValue, right.name, right.signature ?? "", right.shown)
    }
  }

  /// What was decided.
  package var verdict: Verdict
  /// The lesser side.
  package let left: Side
  /// The greater side.
  package let right: Side

  /// A decision on two sides, in whatever order they are given.
  package init(_ verdict: Verdict, _ one: Side, _ other: Side) {
    self.verdict = verdict
    left = min(one, other)
    right = max(one, other)
  }

  /// Whether the decision is about the two keys.
  func concerns(_ one: IdentityKey, _ other: IdentityKey) -> Bool {
    (left.matches(one) && right.matches(other)) || (left.matches(other) && right.matches(one))
  }

  /// The block that both sides belong to by a decision that they are the same.
  var blockKey: String { "same:\(left.kind.rawValue):\(left.name):\(right.kind.rawValue):\(right.name)" }
}

extension MergeDecision.Side {
  /// What names the side, whatever it was called by the person who decided.
  fileprivate var identifier: String { "\(kind.rawValue):\(name):\(signature ?? "*")" }
}

extension MergeDecision {
  /// Whether another decision is about the same two sides.
  package func isAbout(_ other: MergeDecision) -> Bool {
    Set([left.identifier, right.identifier]) == Set([other.left.identifier, other.right.identifier])
  }

  /// Why decisions cannot all hold: two are different that others make the same over a chain; nil where they can.
  package static func contradiction(_ decisions: [MergeDecision]) -> String? {
    let sides = Array(Set(decisions.flatMap { [$0.left.identifier, $0.right.identifier] })).sorted()
    let positions = Dictionary(uniqueKeysWithValues: zip(sides, sides.indices))
    var forest = LinkForest(count: sides.count)
    func join(_ decision: MergeDecision, _ act: (Int, Int) -> Void) {
      if let left = positions[decision.left.identifier], let right = positions[decision.right.identifier] {
        act(left, right)
      }
    }
    for decision in decisions where decision.verdict == .same {
      join(decision) { forest.join($0, $1, reason: "") }
    }
    for decision in decisions where decision.verdict == .different {
      var isContradicted = false
      join(decision) { isContradicted = forest.root($0) == forest.root($1) }
      if isContradicted {
        return "“\(decision.left.shown)” and “\(decision.right.shown)” cannot be different: other decisions make them "
          + "the same; 'dateline decisions' lists them"
      }
    }
    return nil
  }
}
