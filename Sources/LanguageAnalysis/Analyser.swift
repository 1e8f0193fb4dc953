/// Reads English text: sentences, tokens, tags, dependency trees and names.
///
/// Made once from its weights and used for any number of texts, from any number of threads.
public struct Analyser: Sendable {
  /// Makes the analyser from the weights embedded in the program.
  ///
  /// Throws `AnalyserError` where they are damaged.
  public init() throws(AnalyserError) {
  }

  /// Annotates a text.
  ///
  /// - Parameters:
  ///   - text: The text; every offset of the result points into it.
  ///   - blocks: The stretches to read, as Unicode scalar ranges in rising order, each a paragraph or heading of its
  ///     own; nil reads the whole text and takes blank lines as borders.
  ///   - threads: How many threads may work at a time; the result does not depend on it.
  public func annotate(_ text: String, blocks: [Range<Int>]? = nil, threads: Int = 1) -> Document {
    Document(text: SourceText(text))
  }
}

/// Why the analyser cannot be made.
public struct AnalyserError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong and what to do, as a sentence.
  public let description: String

  /// Makes an error of its sentence.
  public init(_ description: String) {
    self.description = description
  }
}
