import CAnalyserKernels

/// The lower part of the network: from windows to one vector a word for each group of outputs.
///
/// The windows of a pass lie one after the other without padding; each is computed as if it were alone.
struct Encoder {
  let weights: NetworkWeights
  let vocabulary: WordPieceVocabulary

  private var width: Int { weights.configuration.hidden }

  /// Fills the word vectors of the workspace: for each window its root and then its words.
  func run(_ windows: [SentenceWindow], in space: Workspace) {
    let rows = windows.reduce(0) { $0 + $1.length }
    let vectors = windows.reduce(0) { $0 + $1.words.count + 1 }
    let block = min(rows, Self.rowsOfBlock)
    let hidden = space.hidden.reserve(rows * width)
    let quantised = space.quantised.reserve(rows * width)
    let ranges = space.ranges.reserve(2 * rows)
    _ = space.sums.reserve(max(rows * 3 * width, block * weights.configuration.feedForward))
    _ = space.wide.reserve(block * weights.configuration.feedForward)
    _ = space.attended.reserve(rows * width)
    _ = space.scratch.reserve(windows.map { dateline_attention_scratch($0.length) }.max() ?? 0)
    for area in [
      space.tagWords.reserve(vectors * width), space.nameWords.reserve(vectors * width),
      space.parseWords.reserve(vectors * width),
    ] { area.update(repeating: 0, count: vectors * width) }

    embed(windows, into: hidden)
    dateline_quantise(rows, width, hidden, width, quantised, ranges)
    mix(windows, level: 0, in: space)
    for (index, layer) in weights.layers.enumerated() {
      run(layer, windows: windows, rows: rows, in: space)
      mix(windows, level: index + 1, in: space)
    }
    addShapes(windows, in: space)
  }

  private func embed(_ windows: [SentenceWindow], into hidden: UnsafeMutablePointer<Float>) {
    let table = weights.embedding
    var norm = table.norm
    var row = hidden
    func add(_ id: Int32, position: Int, shape: UInt8) {
      dateline_embed(
        width,
        table.word + Int(id) * width,
        table.wordScale[Int(id)],
        table.position + position * width,
        table.pieceShape + Int(shape) * width,
        &norm,
        row
      )
      row += width
    }
    for window in windows {
      add(vocabulary.start, position: 0, shape: WordShape.none)
      for word in window.shapes.indices {
        for piece in Int(window.starts[word])..<Int(window.starts[word + 1]) {
          add(window.pieces[piece], position: piece + 1, shape: window.shapes[word])
        }
      }
      add(vocabulary.end, position: window.pieces.count + 1, shape: WordShape.none)
    }
  }

  /// Rows that go through a product and what follows it at a time: what is between them stays in the cache.
  private static let rowsOfBlock = 96

  private func run(_ layer: NetworkWeights.Layer, windows: [SentenceWindow], rows: Int, in space: Workspace) {
    let (quantised, ranges) = (space.quantised.base, space.ranges.base)
    attend(layer, windows: windows, rows: rows, in: space)
    dateline_quantise(rows, width, space.attended.base, width, quantised, ranges)
    var (norm1, norm2) = (layer.norm1, layer.norm2)
    var (output, up, down) = (layer.output.affine, layer.up.affine, layer.down.affine)
    let sums = space.sums.base
    forEachBlock(of: rows) { first, count in
      let (hidden, quantised) = (space.hidden.base + first * width, quantised + first * width)
      let ranges = ranges + 2 * first
      multiply(layer.output, quantised, rows: count, into: sums)
      dateline_add_norm_quantise(count, width, sums, ranges, &output, &norm1, hidden, quantised)
      multiply(layer.up, quantised, rows: count, into: sums)
      dateline_gelu_quantise(count, layer.up.rows, sums, ranges, &up, space.wide.base)
      multiply(layer.down, space.wide.base, rows: count, into: sums)
      dateline_add_norm_quantise(count, width, sums, ranges, &down, &norm2, hidden, quantised)
    }
  }

  private func attend(_ layer: NetworkWeights.Layer, windows: [SentenceWindow], rows: Int, in space: Workspace) {
    let columns = layer.qkv.rows
    var affine = layer.qkv.affine
    let sums = space.sums.base
    sums.withMemoryRebound(to: Float.self, capacity: rows * columns) { numbers in
      forEachBlock(of: rows) { first, count in
        multiply(layer.qkv, space.quantised.base + first * width, rows: count, into: sums + first * columns)
        let ranges = space.ranges.base + 2 * first
        dateline_dequantise(count, columns, sums + first * columns, ranges, &affine, numbers + first * columns)
      }
      var row = 0
      for window in windows {
        dateline_attention(
          window.length,
          weights.configuration.heads,
          numbers + row * columns,
          space.attended.base + row * width,
          space.scratch.base
        )
        row += window.length
      }
    }
  }

  private func forEachBlock(of rows: Int, _ body: (_ first: Int, _ count: Int) -> Void) {
    for first in stride(from: 0, to: rows, by: Self.rowsOfBlock) {
      body(first, min(Self.rowsOfBlock, rows - first))
    }
  }

  /// Adds a layer's output to the word vectors: the mean over a word's pieces, weighted for each group.
  private func mix(_ windows: [SentenceWindow], level: Int, in space: Workspace) {
    let groups = [
      (weights.mixes.tag[level], space.tagWords.base), (weights.mixes.name[level], space.nameWords.base),
      (weights.mixes.parse[level], space.parseWords.base),
    ]
    var (row, vector) = (0, 0)
    for window in windows {
      for (weight, words) in groups {
        dateline_add_scaled(width, weight, space.hidden.base + row * width, words + vector * width)
        for word in window.shapes.indices {
          let (first, end) = (Int(window.starts[word]), Int(window.starts[word + 1]))
          let share = weight / Float(end - first)
          let to = words + (vector + 1 + word) * width
          for piece in first..<end {
            dateline_add_scaled(width, share, space.hidden.base + (row + 1 + piece) * width, to)
          }
        }
      }
      row += window.length
      vector += window.words.count + 1
    }
  }

  private func addShapes(_ windows: [SentenceWindow], in space: Workspace) {
    for words in [space.tagWords.base, space.nameWords.base, space.parseWords.base] {
      var vector = words
      for window in windows {
        for shape in [WordShape.none] + window.shapes {
          dateline_add_scaled(width, 1, weights.embedding.wordShape + Int(shape) * width, vector)
          vector += width
        }
      }
    }
  }
}

/// Sums of the products of quantised rows with a matrix.
///
/// The library refuses only sizes that do not fit together, which the file's check excludes.
func multiply(
  _ matrix: NetworkWeights.Matrix,
  _ rows: UnsafePointer<UInt8>,
  rows count: Int,
  into sums: UnsafeMutablePointer<Int32>
) {
  let status = dateline_matrix_product(count, matrix.rows, matrix.columns, rows, matrix.weight, matrix.packed, sums)
  assert(status == 0, "the matrix product refused its sizes")
}
