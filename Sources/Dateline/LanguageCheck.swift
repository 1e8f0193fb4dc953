/// Tells whether a text is English by the share of its words that are English function words.
package struct LanguageCheck: Sendable {
  /// Shorter texts are let pass: there is too little to judge by.
  private static let fewestWords = 25
  /// English news has 35 to 45 per cent of them, other languages in Latin script under 8.
  private static let smallestShare = 0.12

  private let functionWords: FunctionWordTable

  /// Makes a check that knows English by the given words.
  package init(functionWords: FunctionWordTable) {
    self.functionWords = functionWords
  }

  /// Whether a text is English, as far as it can be told.
  package func isEnglish(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter }
    let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic }
    let latin = letters.filter { $0.value < 0x250 }
    guard letters.isEmpty == false, latin.count * 2 >= letters.count else { return false }
    guard words.count >= Self.fewestWords else { return true }
    let known = words.count { functionWords.contains($0.lowercased()) }
    let expected = Self.smallestShare * Double(words.count)
    // The share varies from text to text, the more so the shorter they are.
    return Double(known) >= expected - 1.5 * (expected * (1 - Self.smallestShare)).squareRoot()
  }
}

extension Pipeline {
  /// Throws `ArticleReadingError` where the article is in another language than English.
  ///
  /// - Parameter input: How the error calls the article: its path, or the source with a line's number.
  public func checkLanguage(of article: Article, input: String) throws(ArticleReadingError) {
    guard LanguageCheck(functionWords: knowledge.functionWords).isEnglish(article.text) else {
      throw ArticleReadingError(input: input, kind: .notEnglish)
    }
  }
}
