/// A running hash of the parts of a feature (FNV-1a for texts, 64 bits), the same on every machine.
struct FeatureHash: Sendable, Hashable {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The hash of a text.
  init(_ text: String) {
    for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    // So that "a", "bc" is another feature than "ab", "c".
    value = (value ^ 0xff) &* 0x0000_0100_0000_01b3
  }

  /// The hash of a number.
  init(_ number: Int) {
    value = (value ^ UInt64(truncatingIfNeeded: number)) &* 0x9e37_79b9_7f4a_7c15
  }

  /// Adds another hash; the order matters.
  mutating func add(_ other: FeatureHash) {
    value = (value ^ other.value) &* 0x9e37_79b9_7f4a_7c15
    value ^= value >> 29
  }

  /// This hash with another added.
  func with(_ other: FeatureHash) -> FeatureHash {
    var hash = self
    hash.add(other)
    return hash
  }
}
