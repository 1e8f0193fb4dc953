import Testing

import LanguageAnalysis

@Suite("Lemmas of inflected forms", .enabled(if: (try? Analyser()) != nil))
struct LemmaLexiconTests {
  @Test(
    "Inflected words have their dictionary form",
    arguments: [
      ("The clashes continued on Monday .", 1, "clash"),
      ("Troops introduced a curfew .", 1, "introduce"),
      ("The firm sold its shares .", 2, "sell"),
      ("Two children were wounded .", 1, "child"),
      ("Rescuers found nobody .", 1, "find"),
    ]
  )
  func lemma(sentence: String, token: Int, lemma: String) throws {
    let document = try Analyser().annotate(tokens: [sentence.split(separator: " ").map(String.init)])
    #expect(document.lemmas[token] == lemma)
  }
}
