import ArticleReading
import Knowledge
import LanguageAnalysis

/// What every stage of the extraction reads and none changes: an article, its annotation and the knowledge tables.
package struct ArticleContext: Sendable {
  package let article: Article
  package let document: Document
  package let tree: DependencyTree
  /// Each token's word form in lower case.
  package let words: [String]
  package let knowledge: KnowledgeBase

  package init(article: Article, document: Document, knowledge: KnowledgeBase) {
    self.article = article
    var document = document
    LemmaRepair(knowledge: knowledge).repair(&document)
    SyntaxRepair(knowledge: knowledge).repair(&document)
    self.document = document
    self.tree = DependencyTree(document)
    self.words = document.forms.map { $0.lowercased() }
    self.knowledge = knowledge
  }

  /// The scalar range of a token's sentence, from its first to its last token.
  package func sentenceSpan(of token: Int) -> Range<Int> {
    let tokens = document.sentences[tree.sentenceOfToken[token]].tokens
    return scalarSpan(of: tokens)
  }

  /// The scalar range of a run of tokens.
  package func scalarSpan(of tokens: Range<Int>) -> Range<Int> {
    guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
    return document.spans[first].lowerBound..<document.spans[last].upperBound
  }

  /// Evidence for the words of a run of tokens.
  package func evidence(_ tokens: Range<Int>, foundBy: String) -> Evidence {
    guard let first = tokens.first else { return Evidence(span: 0..<0, sentence: 0..<0, foundBy: foundBy) }
    return Evidence(span: scalarSpan(of: tokens), sentence: sentenceSpan(of: first), foundBy: foundBy)
  }
}
