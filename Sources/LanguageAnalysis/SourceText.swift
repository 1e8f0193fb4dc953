/// A text with constant-time access by Unicode scalar offset, the unit of every offset in the product.
public struct SourceText: Sendable, Hashable {
  /// The text itself.
  public let string: String
  /// The scalars of the text, by offset.
  public let scalars: ContiguousArray<Unicode.Scalar>

  /// Wraps a text.
  public init(_ string: String) {
    self.string = string
    scalars = ContiguousArray(string.unicodeScalars)
  }

  /// Number of Unicode scalars.
  public var count: Int { scalars.count }

  /// The text of a range of scalar offsets; a range that reaches outside is cut.
  public subscript(range: Range<Int>) -> String {
    let scalars = scalars[range.clamped(to: 0..<scalars.count)]
    let length = scalars.reduce(0) { $0 + UTF8.width($1) }
    return String(unsafeUninitializedCapacity: length) { bytes in
      var end = 0
      for scalar in scalars {
        if scalar.isASCII {
          bytes[end] = UInt8(truncatingIfNeeded: scalar.value)
          end += 1
        } else {
          for byte in String(scalar).utf8 {
            bytes[end] = byte
            end += 1
          }
        }
      }
      return end
    }
  }
}
