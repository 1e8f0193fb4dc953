/// Why a picture or page could not be made.
public struct PictureError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong and what to do, as a sentence.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
