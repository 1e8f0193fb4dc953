import CAnalyserKernels
import Testing

/// The loops over rows, between the products, against the formulas.
@Suite struct RowLoopTests {
  private static let widths = [16, 48, 64, 112, 384]

  private let scale: [Float]
  private let offset: [Float]
  private let bias: [Float]
  private let sums: [Int32]
  private let range: [Float] = [-1.5, 0.02]

  init() {
    scale = (0..<384).map { Float($0 % 7 + 1) * 1e-3 }
    offset = (0..<384).map { Float($0 % 11) / 10 - 0.5 }
    bias = (0..<384).map { Float($0 % 5) / 4 - 0.5 }
    sums = (0..<384).map { Int32($0 * 7919 % 80_001 - 40_000) }
  }

  /// Calls a function with the affine numbers.
  private func withAffine(_ body: (inout dateline_affine) -> Void) {
    scale.withUnsafeBufferPointer { scale in
      offset.withUnsafeBufferPointer { offset in
        bias.withUnsafeBufferPointer { bias in
          guard let scale = scale.baseAddress, let offset = offset.baseAddress, let bias = bias.baseAddress else {
            return
          }
          var affine = dateline_affine(scale: scale, offset: offset, bias: bias)
          body(&affine)
        }
      }
    }
  }

  private func number(_ column: Int) -> Double {
    Double(sums[column]) * Double(range[1]) * Double(scale[column])
      + Double(range[0]) * Double(offset[column]) + Double(bias[column])
  }

  /// Checks that bytes stand for numbers, with at most one step between.
  private func expect(_ bytes: [UInt8], _ range: [Float], standFor numbers: [Double]) {
    for (byte, number) in zip(bytes, numbers) {
      #expect(byte <= 127)
      #expect(abs(Double(range[0]) + Double(range[1]) * Double(byte) - number) <= Double(range[1]) * 0.51 + 1e-4)
    }
  }

  @Test(arguments: widths)
  func bytesStandForNumbers(columns: Int) {
    let numbers = (0..<columns).map { Float($0 * 29 % 101) / 50 - 1 }
    var bytes = [UInt8](repeating: 255, count: columns)
    var range: [Float] = [0, 0]
    dateline_quantise(1, columns, numbers, columns, &bytes, &range)
    expect(bytes, range, standFor: numbers.map(Double.init))
  }

  @Test(arguments: widths)
  func geluIsQuantised(columns: Int) {
    var bytes = [UInt8](repeating: 255, count: columns)
    var range = self.range
    withAffine { dateline_gelu_quantise(1, columns, sums, &range, &$0, &bytes) }
    let expected = (0..<columns).map { column in
      let x = number(column)
      return x / (1 + exponential(-1.5957691216057308 * (x + 0.044715 * x * x * x)))
    }
    expect(bytes, range, standFor: expected)
  }

  @Test(arguments: widths)
  func sumOfRowsIsNormalised(columns: Int) {
    let before = (0..<columns).map { Float($0 * 31 % 97) / 20 - 2 }
    let (gain, shift) = ((0..<columns).map { 1 + Float($0 % 3) / 4 }, (0..<columns).map { Float($0 % 4) / 8 })
    var (row, range, bytes) = (before, self.range, [UInt8](repeating: 255, count: columns))
    gain.withUnsafeBufferPointer { gain in
      shift.withUnsafeBufferPointer { shift in
        guard let gain = gain.baseAddress, let shift = shift.baseAddress else { return }
        var norm = dateline_norm(gain: gain, bias: shift, epsilon: 1e-12)
        withAffine { dateline_add_norm_quantise(1, columns, sums, &range, &$0, &norm, &row, &bytes) }
      }
    }
    let added = (0..<columns).map { Double(before[$0]) + number($0) }
    let mean = added.reduce(0, +) / Double(columns)
    let deviation = (added.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(columns)).squareRoot()
    let expected = (0..<columns).map { (added[$0] - mean) / deviation * Double(gain[$0]) + Double(shift[$0]) }
    for (number, other) in zip(row, expected) { #expect(abs(Double(number) - other) < 1e-4) }
    expect(bytes, range, standFor: expected)
  }
}

/// e^x without Foundation: the power series of x / 64, squared six times.
func exponential(_ x: Double) -> Double {
  var (term, sum) = (1.0, 1.0)
  for n in 1..<20 {
    term *= x / 64 / Double(n)
    sum += term
  }
  for _ in 0..<6 { sum *= sum }
  return sum
}
