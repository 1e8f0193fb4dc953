/// Labels of names (`O`, `B-person`, `I-person` …) and how they are read off a sentence's scores.
struct NameDecoder: Sendable {
  private enum Label {
    case outside
    case begin(EntitySpan.Kind)
    case inside(EntitySpan.Kind)

    var kind: EntitySpan.Kind? {
      switch self {
      case .outside: nil
      case .begin(let kind), .inside(let kind): kind
      }
    }

    var isInside: Bool {
      if case .inside = self { true } else { false }
    }
  }

  private let labels: [Label]
  /// The labels that each label may follow.
  private let predecessors: [[Int]]

  /// Reads the names of the labels in the order of the scores.
  init(labels names: [String]) throws(AnalyserError) {
    var labels: [Label] = []
    for name in names {
      if name == "O" {
        labels.append(.outside)
      } else if name.hasPrefix("B-"), let kind = EntitySpan.Kind(rawValue: String(name.dropFirst(2))) {
        labels.append(.begin(kind))
      } else if name.hasPrefix("I-"), let kind = EntitySpan.Kind(rawValue: String(name.dropFirst(2))) {
        labels.append(.inside(kind))
      } else {
        throw .weights("\"\(name)\" is not a label of a name")
      }
    }
    guard labels.contains(where: { !$0.isInside }) else { throw .weights("no label can begin a sentence's names") }
    self.labels = labels
    predecessors = labels.map { label in
      labels.indices.filter { !label.isInside || labels[$0].kind == label.kind }
    }
  }

  /// The names of a window: the best sequence in which an inside label follows only its own kind.
  ///
  /// Tokens are counted from 0 at the window's first word.
  func spans(scores: [Float], words: Int) -> [EntitySpan] {
    let path = bestPath(scores: scores, words: words)
    var spans: [EntitySpan] = []
    for (word, label) in path.enumerated() {
      let confidence = exponential(scores[word * labels.count + label])
      switch labels[label] {
      case .outside: break
      case .begin(let kind):
        spans.append(EntitySpan(tokens: word..<word + 1, kind: kind, confidence: confidence))
      case .inside:
        guard let last = spans.indices.last else { continue }
        spans[last].tokens = spans[last].tokens.lowerBound..<word + 1
        spans[last].confidence = min(spans[last].confidence, confidence)
      }
    }
    return spans
  }

  private func bestPath(scores: [Float], words: Int) -> [Int] {
    guard words > 0 else { return [] }
    let count = labels.count
    var best = labels.indices.map { labels[$0].isInside ? -1e9 : scores[$0] }
    var came: [Int] = []
    for word in 1..<max(words, 1) {
      var next = best
      for label in labels.indices {
        var from = predecessors[label][0]
        for previous in predecessors[label] where best[previous] > best[from] { from = previous }
        next[label] = best[from] + scores[word * count + label]
        came.append(from)
      }
      best = next
    }
    var label = 0
    for other in labels.indices where best[other] > best[label] { label = other }
    var path = [label]
    for word in stride(from: words - 1, to: 0, by: -1) {
      label = came[(word - 1) * count + label]
      path.append(label)
    }
    return path.reversed()
  }
}
