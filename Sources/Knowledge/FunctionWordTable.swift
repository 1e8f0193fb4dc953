/// The commonest grammatical words of English (table `function-words`), by which a text is told from other languages.
public struct FunctionWordTable: Sendable {
  private let words: Set<String>

  init(source: TableSource) throws(KnowledgeError) {
    words = Set(try source.table("function-words").rows.map { $0["word"] })
  }

  /// Whether a lower-case word is one of them.
  public func contains(_ word: String) -> Bool { words.contains(word) }
}
