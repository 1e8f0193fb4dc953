/// A directed, typed edge between two nodes.
public struct Edge: Sendable, Hashable {
  /// The kinds of edges; the raw value is the `type` of the contract, and from → to is as the contract has it.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case holds
    case roleOf
    case memberOf
    case locatedIn
    case agent
    case patient
    case recipient
    case instrument
    case place
    case origin
    case resultOf
    case reportedBy
    case speaker
    case addressee
    case about
  }

  /// Id of the node that it leaves.
  public var source: String
  /// What it says.
  public var kind: Kind
  /// Id of the node that it reaches.
  public var target: String
  /// The sentences that it was read from, sorted.
  public var evidence: [Provenance]
  /// Of `holds`: whether the office lies in the past.
  public var isFormer: Bool
  /// Whether it follows from other knowledge instead of being read from a sentence.
  public var isDerived: Bool

  /// Makes an edge of its parts.
  public init(
    source: String,
    kind: Kind,
    target: String,
    evidence: [Provenance] = [],
    isFormer: Bool = false,
    isDerived: Bool = false
  ) {
    self.source = source
    self.kind = kind
    self.target = target
    self.evidence = evidence
    self.isFormer = isFormer
    self.isDerived = isDerived
  }
}

extension Edge: Comparable {
  /// Orders by source, kind and target.
  public static func < (left: Edge, right: Edge) -> Bool {
    (left.source, left.kind.rawValue, left.target) < (right.source, right.kind.rawValue, right.target)
  }
}
