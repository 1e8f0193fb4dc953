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
      ("The border was shut by the army .", 3, "shut"),
      ("The land was split by lot .", 3, "split"),
      ("The footage shows it .", 1, "footage"),
      ("About 1,100 people fled .", 1, "1100"),
      ("On Dec. 3 it rained .", 1, "December"),
      ("Her jeans are old .", 1, "jeans"),
      ("He sells french wine .", 2, "French"),
      ("Many people came .", 1, "people"),
      ("It is definately over .", 2, "definitely"),
      ("They waited two hrs .", 3, "hour"),
      ("It was sooooo cold .", 2, "so"),
      ("Police in TEHRAN said so .", 2, "Tehran"),
      ("People were counter-protesting against the rally .", 2, "counter-protest"),
    ]
  )
  func lemma(sentence: String, token: Int, lemma: String) throws {
    let document = try Analyser().annotate(tokens: [sentence.split(separator: " ").map(String.init)])
    #expect(document.lemmas[token] == lemma)
  }
}
