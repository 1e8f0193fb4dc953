import ArticleReading
import Knowledge
import LanguageAnalysis

/// What every stage of the extraction reads and none changes: an article, its annotation and the knowledge tables.
///
/// A class, because every part of every stage holds it: copies of all its columns would cost more than many a stage.
package final class ArticleContext: Sendable {
  package let article: Article
  package let document: Document
  package let tree: DependencyTree
  /// Each token's word form in lower case.
  package let words: [String]
  /// Whether each token is written with a capital letter or digit first.
  let capitalized: [Bool]
  /// What each token's word contributes to a time expression.
  let timeMeanings: [TimeWordTable.Meaning?]
  /// What each token's word contributes to a number.
  let numberMeanings: [NumberTable.Meaning?]
  package let knowledge: KnowledgeBase

  package init(article: Article, document: Document, knowledge: KnowledgeBase) {
    self.article = article
    var document = document
    let words = document.forms.map { $0.lowercased() }
    LemmaRepair(knowledge: knowledge).repair(&document, words: words)
    TreeRestoration.guarded(&document) { SpeechTreeRepair(knowledge: knowledge).repair(&$0) }
    TreeRestoration.guarded(&document) { SyntaxRepair(knowledge: knowledge).repair(&$0) }
    TreeRestoration.guarded(&document) { ModifierRepair(knowledge: knowledge).repair(&$0) }
    self.document = document
    self.tree = DependencyTree(document)
    self.words = words
    timeMeanings = words.map { knowledge.timeWords[$0] }
    numberMeanings = words.map { knowledge.numbers[$0] }
    self.capitalized = document.forms.map { form in
      guard let first = form.unicodeScalars.first else { return false }
      return first.isCapital || first.isNumeric
    }
    self.knowledge = knowledge
  }

  /// Whether a word says what somebody is called: "a man named X", "a man known as X".
  func givesName(_ verb: Int) -> Bool {
    ["name", "call", "identify"].contains(document.lemmas[verb].lowercased()) || words[verb] == "known"
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

extension Unicode.Scalar {
  /// Whether this is a capital letter.
  var isCapital: Bool { isASCII ? ("A"..."Z").contains(self) : properties.isUppercase }

  /// Whether this is a small letter.
  var isSmall: Bool { isASCII ? ("a"..."z").contains(self) : properties.isLowercase }

  /// Whether this is a digit or another number.
  var isNumeric: Bool { isASCII ? ("0"..."9").contains(self) : properties.numericType != nil }
}
