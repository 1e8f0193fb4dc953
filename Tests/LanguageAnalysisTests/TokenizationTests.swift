import LanguageAnalysis
import Testing

/// The tokens of a text joined by spaces, one string a sentence.
private func sentences(_ text: String, blocks: [Range<Int>]? = nil) -> [String] {
  Tokenizer().sentences(of: SourceText(text), blocks: blocks).map { sentence in
    sentence.tokens.map(\.form).joined(separator: " ")
  }
}

private func tokens(_ text: String) -> String { sentences(text).joined(separator: " ¶ ") }

@Suite struct TokenizationTests {
  @Test func cutsTheTextAtScalars() {
    let text = SourceText("añ — b🙂c")
    #expect((text[0..<2], text[3..<6], text[6..<7], text[7..<99]) == ("añ", "— b", "🙂", "c"))
    #expect(text[2..<2].isEmpty && text[20..<30].isEmpty)
  }

  @Test(arguments: [
    ("They can't, won't and didn't.", "They ca n't , wo n't and did n't ."),
    ("He cannot say they'd've gone.", "He can not say they 'd 've gone ."),
    ("Okello’s aides don’t know.", "Okello ’s aides do n’t know ."),
    ("The teachers' union is gonna strike.", "The teachers ' union is gon na strike ."),
    ("O'Brien met Sana'a envoys at five o'clock.", "O'Brien met Sana'a envoys at five o'clock ."),
    ("In 2003's budget the 1990's and the '80s", "In 2003 's budget the 1990's and the '80s"),
  ]) func dividesContractions(text: String, expected: String) {
    #expect(tokens(text) == expected)
  }

  @Test(arguments: [
    ("a pro-Russian, 32-member bloc", "a pro-Russian , 32 - member bloc"),
    ("the Secretary-General's co-chair", "the Secretary - General 's co-chair"),
    ("U.S.-led forces on the Iran-Iraq border", "U.S. - led forces on the Iran - Iraq border"),
    ("call 555-0142 or 212-555-0142 by 2025-04-15", "call 555-0142 or 212-555-0142 by 2025-04-15"),
    ("a 3-2 win and/or 10–12 seats", "a 3 - 2 win and / or 10 – 12 seats"),
    ("the 9/11 report, R&D and AT&T", "the 9/11 report , R&D and AT&T"),
    (
      "Sen. Holt (R-Ky.) and Mr. and Mrs. Tan met Gen. al-Zubi.",
      "Sen. Holt ( R - Ky. ) and Mr. and Mrs. Tan met Gen. al - Zubi ."
    ),
    ("the ex-C.E.O. left", "the ex-C.E.O. left"),
  ]) func dividesAtHyphensAndSlashes(text: String, expected: String) {
    #expect(tokens(text) == expected)
  }

  @Test(arguments: [
    ("It cost $5m, US$1.2bn or €1,200.50.", "It cost $ 5 m , US$ 1.2 bn or € 1,200.50 ."),
    ("Up 3.5% to 40°C at 6:30pm", "Up 3.5 % to 40 ° C at 6:30 pm"),
    ("the 21st, the 1990s, F-16s and 5G", "the 21st , the 1990s , F - 16s and 5G"),
    ("See No. 3, pp. 4-5 on Jan. 6.", "See No. 3 , pp. 4 - 5 on Jan. 6 ."),
    ("notes [1,2] and 1,200,000", "notes [ 1 , 2 ] and 1,200,000"),
  ]) func dividesNumbersAndUnits(text: String, expected: String) {
    #expect(tokens(text) == expected)
  }

  @Test(arguments: [
    ("See https://example.org/a?b=c(d).", "See https://example.org/a?b=c(d) ."),
    ("Mail ama.mensah@example.org, or example.com's desk", "Mail ama.mensah@example.org , or example.com 's desk"),
    ("“Wait…” she said", "“ Wait … ” she said"),
    ("so-called \"experts\"--and #Vote2024 👩🏽‍🚒🇬🇭!", "so - called \" experts \" -- and #Vote2024 👩🏽‍🚒 🇬🇭 !"),
  ]) func keepsAddressesAndPicturesWhole(text: String, expected: String) {
    #expect(tokens(text) == expected)
  }

  @Test func pointsIntoTheOriginalText() {
    let text = "co\u{AD}op\u{AD}er\u{AD}a\u{AD}tion\u{A0}isn't\u{200B} over"
    let found = Tokenizer().sentences(of: SourceText(text), blocks: nil).flatMap(\.tokens)
    #expect(found.map(\.form) == ["cooperation", "is", "n't", "over"])
    #expect(found.map { SourceText(text)[$0.span].unicodeScalars.count } == [15, 2, 3, 4])
  }
}

@Suite struct SentenceSplittingTests {
  @Test(arguments: [
    "Gen. Ama K. Mensah of the U.S. Army met Dr. Okello on Jan. 6 in St. Louis, Mo., at 5 p.m. Monday.",
    "KYIV, April 15 (Reuters) – The port reopened at dawn.",
    "\"Is it over?\" the mayor asked reporters.",
    "\"Stop!\" he shouted.",
    "The firm (Delta Inc., formerly Delta Corp.) paid approx. 3,000 workers vs. 2,500 before.",
    "J. K. Adams and the George W. Brown library, e.g. No. 12, are old...but open.",
  ]) func keepsOneSentence(text: String) {
    #expect(sentences(text).count == 1)
  }

  @Test(arguments: [
    ("He left at 5 p.m. The talks went on.", 2),
    ("She moved to the U.S. She was nine.", 2),
    ("\"We are done.\" \"Are we?\" No one knew.", 3),
    ("“We are done.” He sat.", 2),
    ("They met on Plan B. The vote failed.[4] It rained!! Why?", 4),
    ("It ended... Then it began (he said so.) Fine.", 3),
    ("The end.The beginning.", 2),
    ("Headline without a stop\n\nThe story begins", 2),
    ("Headline without a stop\nThe story begins.", 2),
  ]) func dividesSentences(text: String, count: Int) {
    #expect(sentences(text).count == count)
  }

  @Test func closingMarksStayWithTheirSentence() {
    #expect(sentences("\"It fell.\" (It rose.) End") == ["\" It fell . \"", "( It rose . )", "End"])
  }

  @Test func joinsWrappedLines() {
    let text = """
      The council met for the third time in a week on Tuesday and voted to
      close the bridge, which engineers had found to be unsafe.
      """
    #expect(sentences(text).count == 1)
  }

  @Test func numbersSentencesByTheirBlocks() {
    let found = Tokenizer().sentences(of: SourceText("One. Two. Skip. Three"), blocks: [0..<9, 16..<21])
    #expect(found.map(\.block) == [0, 0, 1])
    #expect(found.last?.tokens.first?.span == 16..<21)
  }

  @Test func cutsEndlessSentences() {
    let words = Array(repeating: "word", count: 2000).joined(separator: " ")
    let found = Tokenizer().sentences(of: SourceText(words), blocks: nil)
    #expect(found.allSatisfy { $0.tokens.count <= 300 })
    #expect(found.map(\.tokens.count).reduce(0, +) == 2000)
  }

  @Test(arguments: [
    "", " \n\t", "\u{AD}", "....", "'", "''''s", "n't", "'s", "-", "#", "@", "+", "http://", "a@", "a@漢", "a.@é.",
    "([{", "\"\"\"\"",
    "\u{0}\u{7F}", "\u{301}\u{301}", "👩‍", "🇬", "𝒜.𝒷", "1.", "1.\n", ".5", "[...", "]", "？！", "ⅷ’s", "\u{10FFFF}",
  ]) func takesAnyText(text: String) {
    let source = SourceText(text)
    var end = 0
    for token in Tokenizer().sentences(of: source, blocks: nil).flatMap(\.tokens) {
      #expect(token.span.lowerBound >= end && token.span.upperBound <= source.count && !token.span.isEmpty)
      #expect(!token.form.isEmpty)
      end = token.span.upperBound
    }
  }
}
