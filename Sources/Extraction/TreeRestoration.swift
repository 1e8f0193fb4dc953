import LanguageAnalysis

/// Puts sentences back as they were where a repair has left them without a tree.
///
/// Repairs look at a few words each; two of them on one sentence may hang words on one another in a circle.
package enum TreeRestoration {
  /// Lets a repair change a document, but for the sentences whose heads no longer lead to a root.
  package static func guarded(_ document: inout Document, _ repair: (inout Document) -> Void) {
    let before = document
    repair(&document)
    for sentence in document.sentences where !isTree(sentence.tokens, document.heads) {
      for token in sentence.tokens {
        document.heads[token] = before.heads[token]
        document.relations[token] = before.relations[token]
        document.partsOfSpeech[token] = before.partsOfSpeech[token]
        document.pennTags[token] = before.pennTags[token]
        document.lemmas[token] = before.lemmas[token]
      }
    }
  }

  /// Whether every token's heads lead to one that is its own head, without leaving the sentence.
  private static func isTree(_ tokens: Range<Int>, _ heads: [Int]) -> Bool {
    var leadsToRoot = [Bool](repeating: false, count: tokens.count)
    for token in tokens {
      var path: [Int] = []
      var current = token
      while !leadsToRoot[current - tokens.lowerBound] {
        guard path.count < tokens.count else { return false }
        path.append(current)
        let head = heads[current]
        guard tokens.contains(head) else { return false }
        if head == current { break }
        current = head
      }
      for passed in path { leadsToRoot[passed - tokens.lowerBound] = true }
    }
    return true
  }
}
