/// Why a serialised graph cannot be read back.
public struct GraphReadingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong and where, as a sentence.
  public let description: String

  /// Makes an error of its sentence.
  public init(_ description: String) {
    self.description = description
  }
}
