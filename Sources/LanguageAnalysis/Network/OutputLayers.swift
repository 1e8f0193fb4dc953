import CAnalyserKernels

/// The upper part of the network: from word vectors to scores.
struct OutputLayers {
  let weights: NetworkWeights
  /// Index of the relation that only the root's child has.
  let rootRelation: Int

  /// Rows of relation products at a time, to bound memory.
  private static let relationRows = 66

  private var configuration: ModelConfiguration { weights.configuration }

  /// The scores of the windows whose word vectors lie in the workspace, their trees and relations included.
  func run(_ windows: [SentenceWindow], in space: Workspace) -> [WindowScores] {
    let vectors = windows.reduce(0) { $0 + $1.words.count + 1 }
    var results = windows.map { window in
      WindowScores(words: window.words.count, partsOfSpeech: [], pennTags: [], edits: [], names: [], arcs: [])
    }
    reserve(vectors, in: space)
    tag(&results, vectors: vectors, in: space)
    name(&results, vectors: vectors, in: space)
    attach(&results, vectors: vectors, in: space)
    relate(&results, vectors: vectors, in: space)
    return results
  }

  private func reserve(_ vectors: Int, in space: Workspace) {
    let parse = weights.parse.rows
    let widest = max(configuration.hidden, 2 * configuration.relation, configuration.tag, configuration.name)
    _ = space.quantised.reserve(vectors * max(widest, configuration.arc))
    _ = space.wide.reserve(vectors * max(widest, configuration.arc))
    _ = space.ranges.reserve(2 * vectors)
    let relation = min(vectors, Self.relationRows) * weights.relation.rows
    _ = space.sums.reserve(
      max(vectors * max(parse, weights.tags.rows, weights.tag.rows, weights.relationSum.rows), relation)
    )
    _ = space.parse.reserve(vectors * parse)
    _ = space.arcs.reserve(vectors * max(configuration.arc, weights.tags.rows, weights.names.rows))
    _ = space.attended.reserve(vectors * max(2 * configuration.relation, weights.relationSum.rows))
  }

  /// Two products with a gelu between them; the result lies in `arcs`.
  private func twoLayers(
    _ first: NetworkWeights.Matrix,
    _ second: NetworkWeights.Matrix,
    of words: UnsafePointer<Float>,
    vectors: Int,
    in space: Workspace
  ) -> UnsafePointer<Float> {
    let (quantised, ranges, sums) = (space.quantised.base, space.ranges.base, space.sums.base)
    dateline_quantise(vectors, first.columns, words, first.columns, quantised, ranges)
    multiply(first, quantised, rows: vectors, into: sums)
    var affine = first.affine
    dateline_gelu_quantise(vectors, first.rows, sums, ranges, &affine, space.wide.base)
    multiply(second, space.wide.base, rows: vectors, into: sums)
    affine = second.affine
    dateline_dequantise(vectors, second.rows, sums, ranges, &affine, space.arcs.base)
    return UnsafePointer(space.arcs.base)
  }

  private func tag(_ results: inout [WindowScores], vectors: Int, in space: Workspace) {
    var row = twoLayers(weights.tag, weights.tags, of: space.tagWords.base, vectors: vectors, in: space)
    let (upos, xpos, edits) = (configuration.upos.count, configuration.xpos.count, configuration.edits.count)
    for window in results.indices {
      for _ in 0..<results[window].words {
        row += weights.tags.rows
        results[window].partsOfSpeech.append(Self.best(row, count: upos))
        results[window].pennTags.append(Self.best(row + upos, count: xpos))
        results[window].edits.append(Self.best(row + upos + xpos, count: edits))
      }
      row += weights.tags.rows
    }
  }

  private func name(_ results: inout [WindowScores], vectors: Int, in space: Workspace) {
    _ = twoLayers(weights.name, weights.names, of: space.nameWords.base, vectors: vectors, in: space)
    let labels = weights.names.rows
    var row = space.arcs.base
    for window in results.indices {
      row += labels
      for _ in 0..<results[window].words {
        dateline_log_softmax(labels, row)
        results[window].names.append(contentsOf: UnsafeBufferPointer(start: row, count: labels))
        row += labels
      }
    }
  }

  private func attach(_ results: inout [WindowScores], vectors: Int, in space: Workspace) {
    let (quantised, ranges, sums) = (space.quantised.base, space.ranges.base, space.sums.base)
    let (width, arc) = (weights.parse.rows, configuration.arc)
    dateline_quantise(vectors, configuration.hidden, space.parseWords.base, configuration.hidden, quantised, ranges)
    multiply(weights.parse, quantised, rows: vectors, into: sums)
    var affine = weights.parse.affine
    dateline_dequantise_gelu(vectors, width, sums, ranges, &affine, space.parse.base)
    dateline_quantise(vectors, arc, space.parse.base, width, quantised, ranges)
    multiply(weights.arc, quantised, rows: vectors, into: sums)
    affine = weights.arc.affine
    dateline_dequantise(vectors, arc, sums, ranges, &affine, space.arcs.base)
    var vector = 0
    for window in results.indices {
      let words = results[window].words
      let heads = space.parse.base + vector * width + arc
      let dependents = space.arcs.base + (vector + 1) * arc
      results[window].arcs = Array(unsafeUninitializedCapacity: words * (words + 1)) { scores, count in
        count = words * (words + 1)
        guard let base = scores.baseAddress else { return }
        dateline_dot_products(words, words + 1, arc, dependents, arc, heads, width, base)
        for word in 0..<words { dateline_log_softmax(words + 1, base + word * (words + 1)) }
      }
      results[window].heads = SpanningTree.heads(scores: results[window].arcs, words: words)
      vector += words + 1
    }
  }

  private func relate(_ results: inout [WindowScores], vectors: Int, in space: Workspace) {
    let heads = headVectors(of: results)
    let dependents = heads.indices.filter { heads[$0] >= 0 }
    let base = sums(ofDependentsAnd: heads, vectors: vectors, in: space)
    let (labels, width, relation) = (configuration.relations.count, weights.parse.rows, configuration.relation)
    let dependentParts = space.parse.base + 2 * configuration.arc
    let headParts = dependentParts + relation
    let (quantised, ranges, sums) = (space.quantised.base, space.ranges.base, space.sums.base)
    for (index, row) in dependents.enumerated() {
      let to = (quantised + index * relation, ranges + 2 * index)
      dateline_quantise(1, relation, dependentParts + row * width, width, to.0, to.1)
    }
    var affine = weights.relation.affine
    for first in stride(from: 0, to: dependents.count, by: Self.relationRows) {
      let rows = dependents[first..<min(first + Self.relationRows, dependents.count)]
      multiply(weights.relation, quantised + first * relation, rows: rows.count, into: sums)
      for (index, row) in rows.enumerated() {
        dateline_bilinear(
          labels,
          relation,
          sums + index * weights.relation.rows,
          ranges + 2 * (first + index),
          &affine,
          headParts + Int(heads[row]) * width,
          base + row * labels
        )
      }
    }
    var row = base
    for window in results.indices {
      row += labels
      for word in 0..<results[window].words {
        let (best, confidence) = bestRelation(row, isRoot: results[window].heads[word] == 0)
        results[window].relations.append(best)
        results[window].relationConfidences.append(confidence)
        row += labels
      }
    }
  }

  /// The row of each row's head among all vectors of the pass; -1 for roots and their children.
  private func headVectors(of results: [WindowScores]) -> [Int32] {
    var heads: [Int32] = []
    for result in results {
      let root = Int32(heads.count)
      heads.append(-1)
      heads.append(contentsOf: result.heads.map { $0 == 0 ? -1 : root + $0 })
    }
    return heads
  }

  /// The part of the relation scores that is linear in dependent and head, in `attended`.
  private func sums(
    ofDependentsAnd heads: [Int32],
    vectors: Int,
    in space: Workspace
  ) -> UnsafeMutablePointer<Float> {
    let (width, relation) = (weights.parse.rows, configuration.relation)
    let dependents = space.parse.base + 2 * configuration.arc
    let pairs = space.attended.base
    for row in 0..<vectors {
      let head = Int(max(heads[row], 0))
      (pairs + row * 2 * relation).update(from: dependents + row * width, count: relation)
      (pairs + row * 2 * relation + relation).update(from: dependents + head * width + relation, count: relation)
    }
    let matrix = weights.relationSum
    dateline_quantise(vectors, matrix.columns, pairs, matrix.columns, space.quantised.base, space.ranges.base)
    multiply(matrix, space.quantised.base, rows: vectors, into: space.sums.base)
    var affine = matrix.affine
    dateline_dequantise(vectors, matrix.rows, space.sums.base, space.ranges.base, &affine, space.attended.base)
    return space.attended.base
  }

  private func bestRelation(_ scores: UnsafeMutablePointer<Float>, isRoot: Bool) -> (Int32, Float) {
    if isRoot { return (Int32(rootRelation), 1) }
    let labels = configuration.relations.count
    scores[rootRelation] = -1e4
    dateline_log_softmax(labels, scores)
    let best = Self.best(UnsafePointer(scores), count: labels)
    return (best, exponential(scores[Int(best)]))
  }

  private static func best(_ scores: UnsafePointer<Float>, count: Int) -> Int32 {
    var best = 0
    for index in 1..<max(count, 1) where scores[index] > scores[best] { best = index }
    return Int32(best)
  }
}
