/// The maximum spanning tree of a sentence's head scores, with exactly one child of the root.
package enum SpanningTree {
  /// The heads of the best tree: 0 for the root, else a word counted from 1.
  ///
  /// - Parameters:
  ///   - scores: Log-probabilities, a row a word, the root first and then the words.
  ///   - words: The number of words.
  package static func heads(scores: [Float], words: Int) -> [Int32] {
    let greedy = greedyHeads(scores: scores, words: words)
    if greedy.count(where: { $0 == 0 }) == 1, isTree(greedy) { return greedy }
    var contraction = Contraction(scores: scores, words: words)
    return contraction.heads()
  }

  private static func greedyHeads(scores: [Float], words: Int) -> [Int32] {
    (0..<words).map { word in
      let row = word * (words + 1)
      var best = 0
      for head in 1..<(words + 1) where head != word + 1 && scores[row + head] > scores[row + best] { best = head }
      return Int32(best)
    }
  }

  /// Whether every word reaches the root.
  private static func isTree(_ heads: [Int32]) -> Bool {
    var visit = [Int32](repeating: 0, count: heads.count + 1)
    for word in 1..<(heads.count + 1) {
      var current = word
      while current != 0, visit[current] == 0 {
        visit[current] = Int32(word)
        current = Int(heads[current - 1])
      }
      if current != 0, visit[current] == Int32(word) { return false }
    }
    return true
  }
}

/// Chu-Liu/Edmonds on a dense matrix, contracting cycles in place.
///
/// Nodes are the root, 0, and the words. A contracted cycle goes on under the number of one of its nodes. Every edge
/// into the root's child costs so much that the best tree has one alone.
private struct Contraction {
  /// A cycle that was contracted, and the heads of its nodes.
  private struct Cycle {
    let nodes: [Int]
    let heads: [Int]
    /// The words that each node stood for.
    let members: [[Int]]
  }

  private let size: Int
  private var scores: [Double]
  /// The edge of the sentence that stands behind each edge: head and dependent.
  private var origin: [(head: Int32, dependent: Int32)]
  private var isActive: [Bool]
  private var members: [[Int]]

  init(scores: [Float], words: Int) {
    let size = words + 1
    self.size = size
    self.scores = Array(repeating: 0, count: size * size)
    origin = Array(repeating: (0, 0), count: size * size)
    isActive = Array(repeating: true, count: size)
    members = (0..<size).map { [$0] }
    let dearness = 1e6
    for dependent in 1..<size {
      for head in 0..<size {
        let score = Double(scores[(dependent - 1) * size + head])
        self.scores[head * size + dependent] = head == 0 ? score - dearness : score
        origin[head * size + dependent] = (Int32(head), Int32(dependent))
      }
    }
  }

  mutating func heads() -> [Int32] {
    var cycles: [Cycle] = []
    var best = bestHeads()
    while let nodes = cycle(in: best) {
      cycles.append(Cycle(nodes: nodes, heads: nodes.map { best[$0] }, members: nodes.map { members[$0] }))
      contract(nodes, heads: best)
      best = bestHeads()
    }
    var heads = [Int32](repeating: -1, count: size)
    for node in 1..<size where isActive[node] {
      let edge = origin[best[node] * size + node]
      heads[Int(edge.dependent)] = edge.head
    }
    for cycle in cycles.reversed() { open(cycle, into: &heads) }
    return Array(heads.dropFirst())
  }

  private func bestHeads() -> [Int] {
    var best = [Int](repeating: -1, count: size)
    for dependent in 1..<size where isActive[dependent] {
      for head in 0..<size where isActive[head] && head != dependent {
        if best[dependent] < 0 || scores[head * size + dependent] > scores[best[dependent] * size + dependent] {
          best[dependent] = head
        }
      }
    }
    return best
  }

  /// The nodes of a cycle, each followed by its head.
  private func cycle(in heads: [Int]) -> [Int]? {
    var visit = [Int](repeating: 0, count: size)
    for start in 1..<size where isActive[start] {
      var current = start
      while current != 0, visit[current] == 0 {
        visit[current] = start
        current = heads[current]
      }
      guard current != 0, visit[current] == start else { continue }
      var nodes = [current]
      while heads[nodes[nodes.count - 1]] != current { nodes.append(heads[nodes[nodes.count - 1]]) }
      return nodes
    }
    return nil
  }

  private mutating func contract(_ nodes: [Int], heads: [Int]) {
    let representative = nodes[0]
    let weight = nodes.reduce(0) { $0 + scores[heads[$1] * size + $1] }
    for node in nodes { isActive[node] = false }
    for other in 0..<size where isActive[other] {
      var (out, into) = (nodes[0], nodes[0])
      var (outScore, intoScore) = (-Double.infinity, -Double.infinity)
      for node in nodes {
        if scores[node * size + other] > outScore { (out, outScore) = (node, scores[node * size + other]) }
        let score = weight + scores[other * size + node] - scores[heads[node] * size + node]
        if score > intoScore { (into, intoScore) = (node, score) }
      }
      origin[representative * size + other] = origin[out * size + other]
      scores[representative * size + other] = outScore
      origin[other * size + representative] = origin[other * size + into]
      scores[other * size + representative] = intoScore
    }
    isActive[representative] = true
    members[representative] = nodes.flatMap { members[$0] }
  }

  /// Gives the nodes of a cycle their heads, but for the one that the edge from outside enters.
  private func open(_ cycle: Cycle, into heads: inout [Int32]) {
    let entered = cycle.members.firstIndex { $0.contains { heads[$0] >= 0 } }
    for (index, node) in cycle.nodes.enumerated() where index != entered {
      let edge = origin[cycle.heads[index] * size + node]
      heads[Int(edge.dependent)] = edge.head
    }
  }
}
