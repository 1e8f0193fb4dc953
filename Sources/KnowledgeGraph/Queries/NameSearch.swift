import Foundation

/// Finds the node that a person means by a name.
public struct NameSearch: Sendable {
  /// What a name leads to.
  public enum Result: Sendable, Hashable {
    /// The one node of that name.
    case found(Node)
    /// Several nodes of that name, named ones first, the most mentioned first.
    case ambiguous([Node])
    /// None; the nodes with the most similar names, the nearest first.
    case unknown(nearest: [Node])
  }

  private struct Candidate {
    var node: Node
    var names: [String]
  }

  private let candidates: [Candidate]

  /// A search among nodes.
  public init(_ nodes: [Node]) {
    candidates = nodes.map { Candidate(node: $0, names: ([$0.label] + $0.aliases).map(Self.folded)) }
  }

  /// The node of an id or a name.
  ///
  /// A whole name counts above one of its words ("Rutte" for "Mark Rutte"), people, organisations and places above
  /// what happened and what was said.
  public func node(named query: String) -> Result {
    if let exact = candidates.first(where: { $0.node.id == query }) { return .found(exact.node) }
    let name = Self.folded(query)
    guard !name.isEmpty else { return .unknown(nearest: []) }
    let words = name.split(separator: " ")
    let tiers: [(Candidate) -> Bool] = [
      { $0.names.first == name },
      { $0.names.contains(name) },
      { $0.names.contains { Set($0.split(separator: " ")).isSuperset(of: words) } },
    ]
    for tier in tiers {
      let matching = candidates.filter(tier).map(\.node)
      let named = matching.filter(\.kind.isNamed)
      let result = named.isEmpty ? matching : named
      if result.count == 1 { return .found(result[0]) }
      if !result.isEmpty { return .ambiguous(result.sorted(by: Self.precedes)) }
    }
    return .unknown(nearest: nearest(to: name))
  }

  /// A name without case, accents, punctuation and a leading article.
  public static func folded(_ name: String) -> String {
    var plain = name.lowercased()
    if !name.utf8.allSatisfy({ $0 < 0x80 }) {
      plain = name.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        .replacing("’s ", with: " ")
    }
    if plain.utf8.contains(UInt8(ascii: "'")) { plain = plain.replacing("'s ", with: " ") }
    if plain.utf8.contains(UInt8(ascii: ".")) { plain = plain.replacing(".", with: "") }
    var words = plain.split { !($0.isLetter || $0.isNumber) }
    if words.count > 1, ["the", "a", "an"].contains(words[0]) { words.removeFirst() }
    return words.joined(separator: " ")
  }

  /// How many letters have to be changed to make one name of another, or `limit + 1` where it is more than the limit.
  package static func distance(_ left: String, _ right: String, atMost limit: Int) -> Int {
    EditDistance.between(left, right, atMost: limit)
  }

  private func nearest(to name: String) -> [Node] {
    let most = max(1, name.count / 3)
    let ranked = candidates.compactMap { candidate -> (distance: Int, node: Node)? in
      let names = candidate.node.kind.isNamed ? candidate.names : Array(candidate.names.prefix(1))
      let parts = names + names.flatMap { $0.split(separator: " ").map(String.init) }
      let distance = parts.map { EditDistance.between(name, $0, atMost: most) }.min() ?? most + 1
      return distance <= most ? (distance, candidate.node) : nil
    }
    return ranked.sorted { left, right in
      left.distance != right.distance ? left.distance < right.distance : Self.precedes(left.node, right.node)
    }.prefix(5).map(\.node)
  }

  private static func precedes(_ left: Node, _ right: Node) -> Bool {
    if left.kind.isNamed != right.kind.isNamed { return left.kind.isNamed }
    if left.mentions.count != right.mentions.count { return left.mentions.count > right.mentions.count }
    return left.id < right.id
  }
}

extension NodeKind {
  /// Whether such a node has a name of its own or a description: it is a person, body, place, group or thing.
  public var isNamed: Bool {
    switch self {
    case .person, .organization, .place, .group, .thing: true
    case .role, .event, .casualtyFigure, .statement: false
    }
  }
}

/// How many letters have to be put in, taken out, replaced or swapped to make one word of another.
enum EditDistance {
  /// The distance of two words, or `limit + 1` where it is larger than the limit.
  static func between(_ left: String, _ right: String, atMost limit: Int) -> Int {
    let left = Array(left)
    let right = Array(right)
    guard abs(left.count - right.count) <= limit else { return limit + 1 }
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        let isSame = left[row - 1] == right[column - 1]
        var best = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          best = min(best, beforeLast[column - 2] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return min(last[right.count], limit + 1)
  }
}
