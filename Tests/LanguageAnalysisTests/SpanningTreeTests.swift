import LanguageAnalysis
import Testing

struct SpanningTreeTests {
  @Test func theBestHeadsStandWhereTheyAreATree() {
    // Rows are dependents, columns the root and the three words.
    let scores: [Float] = [-1, 0, -5, -9, 0, -6, 0, -7, -9, -1, -4, 0]
    #expect(SpanningTree.heads(scores: scores, words: 3) == [2, 0, 1])
  }

  @Test func noSentenceHasTwoRoots() {
    #expect(SpanningTree.heads(scores: [0, -9, -1, -0.1, -3, -9], words: 2) == [2, 0])
  }

  @Test func smallTreesAreTheBestOfAll() {
    var dice = Dice(state: 1)
    for words in 1...5 {
      for _ in 0..<60 {
        let scores = (0..<words * (words + 1)).map { _ in -Float(dice.next() % 1000) / 100 }
        let found = SpanningTree.heads(scores: scores, words: words).map(Int.init)
        #expect(isTree(found))
        #expect(abs(value(found, scores) - bestValue(scores, words: words)) < 1e-4)
      }
    }
  }

  @Test func longChainsOfCyclesEnd() {
    let words = 300
    var scores = [Float](repeating: -20, count: words * (words + 1))
    for word in 0..<words { scores[word * (words + 1) + (word ^ 1) + 1] = Float(word % 7) / -10 }
    #expect(isTree(SpanningTree.heads(scores: scores, words: words).map(Int.init)))
  }

  private func value(_ heads: [Int], _ scores: [Float]) -> Float {
    heads.enumerated().reduce(0) { $0 + scores[$1.offset * (heads.count + 1) + $1.element] }
  }

  private func isTree(_ heads: [Int]) -> Bool {
    guard heads.count(where: { $0 == 0 }) == 1 else { return false }
    return heads.indices.allSatisfy { word in
      var current = word + 1
      for _ in heads where current != 0 { current = heads[current - 1] }
      return current == 0
    }
  }

  private func bestValue(_ scores: [Float], words: Int) -> Float {
    var best = -Float.infinity
    var heads = [Int](repeating: 0, count: words)
    while true {
      if isTree(heads) { best = max(best, value(heads, scores)) }
      guard let position = heads.firstIndex(where: { $0 < words }) else { return best }
      heads[position] += 1
      for earlier in 0..<position { heads[earlier] = 0 }
    }
  }
}
