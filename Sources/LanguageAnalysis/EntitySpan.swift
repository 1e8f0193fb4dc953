/// A name or time expression found in a text, as a run of tokens within one sentence.
public struct EntitySpan: Sendable, Hashable {
  /// What a span names.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case person
    case organization
    case place
    case date
    /// Any other name: a weapon, ship, product, law, document, named occasion.
    case thing
  }

  /// Token indices into the document.
  public var tokens: Range<Int>
  /// What is named.
  public var kind: Kind
  /// How sure the analyser is, 0 to 1.
  public var confidence: Float

  /// Makes a span.
  public init(tokens: Range<Int>, kind: Kind, confidence: Float = 1) {
    self.tokens = tokens
    self.kind = kind
    self.confidence = confidence
  }
}
