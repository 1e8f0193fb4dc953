import CAnalyserKernels
import Testing

/// The processor's own loops of the matrix product against the library.
@Suite struct MatrixProductTests {
  @Test(arguments: [1, 2, 5, 6, 13], [11, 16, 51, 64, 130])
  func sumsAreThoseOfTheLibrary(rows: Int, outputs: Int) {
    let columns = 96
    let size = dateline_packed_size(outputs, columns)
    guard size > 0 else { return }  // a processor on which the library is used alone
    let activations = (0..<rows * columns).map { UInt8($0 * 37 % 128) }
    let weights = (0..<outputs * columns).map { Int8($0 * 53 % 127 - 63) }
    let packed = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
    defer { packed.deallocate() }
    let bytes = packed.bindMemory(to: Int8.self, capacity: size)
    dateline_pack(outputs, columns, weights, bytes)

    let guardValue: Int32 = -77
    var own = [Int32](repeating: guardValue, count: rows * outputs + 1)
    var library = own
    #expect(dateline_matrix_product(rows, outputs, columns, activations, weights, bytes, &own) == 0)
    #expect(dateline_library_product(rows, outputs, columns, activations, weights, &library) == 0)
    #expect(own == library)
    #expect(own.last == guardValue)
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

  /// e^x without Foundation: the power series of x / 64, squared six times.
  private func exponential(_ x: Double) -> Double {
    var (term, sum) = (1.0, 1.0)
    for n in 1..<20 {
      term *= x / 64 / Double(n)
      sum += term
    }
    for _ in 0..<6 { sum *= sum }
    return sum
  }
}
