/// Why Graphviz could not draw.
public struct GraphvizError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What failed and what to do, as a sentence, with Graphviz's own words where it gave any.
  public let description: String

  init(_ problem: String, messages: String = "") {
    let words = messages.split(whereSeparator: \.isNewline).map(String.init).joined(separator: "; ")
    description = words.isEmpty ? problem : "\(problem) (\(words))"
  }
}
