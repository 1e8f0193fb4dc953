/// Measuring the network's parts, for the benchmark.
extension Analyser {
  /// Runs the encoder alone on the calling thread and gives the operations of its matrix products (a multiplication and
  /// an addition each).
  package func encode(tokens: [[String]]) -> Int {
    network.encode(tokens[...], in: Workspace())
  }

  /// Runs the encoder's matrix products alone, for a pass of `rows` rows, and gives their operations.
  package func multiply(rows: Int) -> Int {
    network.multiply(rows: rows, in: Workspace())
  }
}

extension Network {
  fileprivate func encode(_ sentences: ArraySlice<[String]>, in space: Workspace) -> Int {
    var rows = 0
    forEachPass(of: sentences) { windows in
      encoder.run(windows, in: space)
      rows += windows.reduce(0) { $0 + $1.length }
    }
    return rows * operationsOfRow
  }

  fileprivate func multiply(rows: Int, in space: Workspace) -> Int {
    let widest = matrices.map { max($0.rows, $0.columns) }.max() ?? 0
    let quantised = space.wide.reserve(rows * widest)
    for index in 0..<rows * widest { quantised[index] = UInt8(index * 31 % 127) }
    let sums = space.sums.reserve(rows * widest)
    for matrix in matrices { LanguageAnalysis.multiply(matrix, quantised, rows: rows, into: sums) }
    return rows * operationsOfRow
  }

  private var matrices: [NetworkWeights.Matrix] {
    weights.layers.flatMap { [$0.qkv, $0.output, $0.up, $0.down] }
  }

  private var operationsOfRow: Int {
    matrices.reduce(0) { $0 + 2 * $1.rows * $1.columns }
  }
}
