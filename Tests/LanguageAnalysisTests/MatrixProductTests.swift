import CAnalyserKernels
import Testing

/// The processor's own loops against the formulas.
@Suite struct MatrixProductTests {
  /// Weights and activations of one size, and what their product is.
  private struct Sample {
    let (rows, outputs, columns): (Int, Int, Int)
    let activations: [UInt8]
    let weights: [Int8]

    var product: [Int32] {
      (0..<rows * outputs).map { index in
        let (row, output) = (index / outputs * columns, index % outputs * columns)
        return (0..<columns).reduce(0) { $0 + Int32(activations[row + $1]) * Int32(weights[output + $1]) }
      }
    }

    /// Checks loops of their own order of the weights, where the processor has them.
    func check(
      size: (Int, Int) -> Int,
      pack: (Int, Int, UnsafePointer<Int8>, UnsafeMutablePointer<Int8>) -> Void,
      multiply: (UnsafePointer<UInt8>, UnsafePointer<Int8>, UnsafeMutablePointer<Int32>) -> Void
    ) {
      let bytes = size(outputs, columns)
      guard bytes > 0 else { return }
      let packed = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
      defer { packed.deallocate() }
      let pointer = packed.bindMemory(to: Int8.self, capacity: bytes)
      pack(outputs, columns, weights, pointer)
      let guardValue: Int32 = -77
      var sums = [Int32](repeating: guardValue, count: rows * outputs + 1)
      multiply(activations, pointer, &sums)
      #expect(sums == product + [guardValue])
    }

    func checkAll() {
      check(size: dateline_packed_size, pack: dateline_pack) { activations, packed, sums in
        #expect(dateline_matrix_product(rows, outputs, columns, activations, weights, packed, sums) == 0)
      }
      check(size: dateline_grouped_size, pack: dateline_grouped_pack) { activations, packed, sums in
        dateline_grouped_product(rows, outputs, columns, activations, packed, sums)
      }
    }
  }

  @Test(arguments: [1, 2, 5, 6, 13], [11, 16, 51, 64, 130])
  func sumsAreThoseOfTheFormula(rows: Int, outputs: Int) {
    let columns = 96
    Sample(
      rows: rows,
      outputs: outputs,
      columns: columns,
      activations: (0..<rows * columns).map { UInt8($0 * 37 % 128) },
      weights: (0..<outputs * columns).map { Int8($0 * 53 % 127 - 63) }
    ).checkAll()
  }

  /// The largest activations with weights of one sign, of both and of all sizes: no sum in between overflows.
  @Test(arguments: [4, 20, 384], [-128, -127, -30, 5, 64, 127])
  func sumsAreExactForLargeNumbers(columns: Int, weight: Int) {
    let (rows, outputs) = (4, 18)
    for pattern in 1...5 {
      let weights = (0..<outputs * columns).map { index in
        Int8(index * 31 % (7 * pattern) < 5 * pattern ? weight : index * 53 % 255 - 127)
      }
      Sample(
        rows: rows,
        outputs: outputs,
        columns: columns,
        activations: [UInt8](repeating: 127, count: rows * columns),
        weights: weights
      ).checkAll()
    }
  }

  @Test func libraryAgrees() {
    let (rows, outputs, columns) = (3, 20, 64)
    let sample = Sample(
      rows: rows,
      outputs: outputs,
      columns: columns,
      activations: (0..<rows * columns).map { UInt8($0 * 37 % 128) },
      weights: (0..<outputs * columns).map { Int8($0 * 53 % 127 - 63) }
    )
    var sums = [Int32](repeating: 0, count: rows * outputs)
    #expect(
      dateline_library_product(rows, outputs, columns, sample.activations, sample.weights, &sums) == 0
    )
    #expect(sums == sample.product)
  }

  @Test func rowDoesNotDependOnItsNeighbours() {
    let (rows, columns) = (13, 64)
    let numbers = (0..<rows * columns).map { Float($0 * 29 % 101) / 50 - 1 }
    var (together, alone) = ([UInt8](repeating: 0, count: rows * columns), [UInt8](repeating: 0, count: columns))
    var (ranges, range) = ([Float](repeating: 0, count: 2 * rows), [Float](repeating: 0, count: 2))
    dateline_quantise(rows, columns, numbers, columns, &together, &ranges)
    for row in 0..<rows {
      dateline_quantise(1, columns, Array(numbers[row * columns..<(row + 1) * columns]), columns, &alone, &range)
      #expect(alone == Array(together[row * columns..<(row + 1) * columns]))
    }
  }

  /// Attention over one, few and many positions against the formula.
  @Test(arguments: [1, 3, 4, 17, 40])
  func attentionIsTheWeightedMeanOfValues(length: Int) {
    let (heads, width) = (2, 64)
    let numbers = (0..<length * 3 * width).map { Float($0 * 71 % 211) / 100 - 1 }
    var out = [Float](repeating: .nan, count: length * width)
    var scratch = [Float](repeating: .nan, count: dateline_attention_scratch(length))
    dateline_attention(length, heads, numbers, &out, &scratch)
    for position in 0..<length {
      for head in 0..<heads {
        func vector(_ row: Int, _ part: Int) -> ArraySlice<Float> {
          let start = row * 3 * width + part * width + 32 * head
          return numbers[start..<start + 32]
        }
        let scores = (0..<length).map { other in
          zip(vector(position, 0), vector(other, 1)).reduce(0) { $0 + Double($1.0 * $1.1) } / 32.0.squareRoot()
        }
        let shares = scores.map { exponential($0) }
        let total = shares.reduce(0, +)
        for column in 0..<32 {
          let expected = (0..<length).reduce(0.0) { sum, other in
            sum + shares[other] / total * Double(vector(other, 2)[vector(other, 2).startIndex + column])
          }
          #expect(abs(Double(out[position * width + 32 * head + column]) - expected) < 1e-4)
        }
      }
    }
  }
}
