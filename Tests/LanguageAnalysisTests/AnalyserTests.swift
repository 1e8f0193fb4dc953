import LanguageAnalysis
import Testing

struct AnalyserTests {
  private static func sentences(_ count: Int, longest: Int) -> [[String]] {
    let words = ["the", "boat", "rests", "ab", "Σ", "中文", "-", "T'est", "zzz", "Rest", "$5", "."]
    var dice = Dice(state: 5)
    return (0..<count).map { _ in
      (0...dice.next() % UInt64(longest)).map { _ in words[Int(dice.next() % UInt64(words.count))] }
    }
  }

  @Test func threadsDoNotChangeTheResult() throws {
    let analyser = try RandomModel().analyser()
    let sentences = Self.sentences(300, longest: 40)
    let alone = analyser.annotate(tokens: sentences, threads: 1)
    for threads in [2, 5] { expectSame(analyser.annotate(tokens: sentences, threads: threads), alone) }
  }

  @Test func companyDoesNotChangeASentence() throws {
    let analyser = try RandomModel().analyser()
    let sentences = Self.sentences(40, longest: 60)
    let together = analyser.annotate(tokens: sentences)
    for (index, words) in sentences.enumerated() {
      let alone = analyser.annotate(tokens: [words])
      let tokens = together.sentences[index].tokens
      #expect(alone.confidences == Array(together.confidences[tokens]))
      #expect(alone.heads == together.heads[tokens].map { $0 - tokens.lowerBound })
      #expect(alone.pennTags == Array(together.pennTags[tokens]))
      #expect(alone.lemmas == Array(together.lemmas[tokens]))
    }
  }

  @Test func everySentenceIsATreeWithOneRoot() throws {
    let document = try RandomModel().analyser().annotate(tokens: Self.sentences(120, longest: 50))
    for sentence in document.sentences {
      let roots = sentence.tokens.filter { document.heads[$0] == $0 }
      #expect(roots.count == 1)
      #expect(sentence.tokens.filter { document.relations[$0] == .root } == roots)
      for token in sentence.tokens {
        #expect(sentence.tokens.contains(document.heads[token]))
        #expect(reachesRoot(token, in: document))
        #expect((0...1).contains(document.confidences[token]))
      }
    }
  }

  @Test func aSentenceBeyondTheEncodersPositionsStaysOneTree() throws {
    let words = (0..<1700).map { $0 % 40 == 39 ? "," : "boat" }
    let document = try RandomModel().analyser().annotate(tokens: [words])
    #expect(document.sentences == [Sentence(tokens: 0..<1700, block: 0)])
    #expect(document.heads.indices.filter { document.heads[$0] == $0 }.count == 1)
    #expect(document.heads.indices.allSatisfy { reachesRoot($0, in: document) })
  }

  @Test func tokensStandWhereTheTextHasThem() throws {
    let sentences = [["The", "boat", "."], [], ["É", "", "中"]]
    let document = try RandomModel().analyser().annotate(tokens: sentences)
    #expect(document.text.string == "The boat .\nÉ 中")
    #expect(document.forms == ["The", "boat", ".", "É", "中"])
    #expect(document.spans.map { document.text[$0] } == document.forms)
    #expect(document.sentences.map(\.block) == [0, 2])
  }

  @Test(arguments: ["", " \n\n ", "\0", "\u{301}", "\u{200B}\u{FEFF}"])
  func oddTextsAreRead(text: String) throws {
    let document = try RandomModel().analyser().annotate(text, threads: 3)
    #expect(document.lemmas.count == document.tokenCount)
  }

  @Test func theTrainedModelReadsASentence() throws {
    guard let analyser = try? Analyser() else { return }
    let document = analyser.annotate("The minister visited Geneva on Monday.")
    #expect(document.partsOfSpeech.prefix(4) == [.determiner, .noun, .verb, .properNoun])
    #expect(document.relations.prefix(4) == [.determiner, .subject, .root, .object])
    #expect(document.heads.prefix(4) == [1, 2, 2, 2])
    #expect(document.lemmas[2] == "visit")
    #expect(document.entities.contains { $0.kind == .place && document.text(of: $0.tokens) == "Geneva" })
  }

  @Test(arguments: [
    ("Most voters in the United States were asked.", ["United States"]),
    ("The ship left North Bergen for Great Britain.", ["North Bergen", "Great Britain"]),
    ("The National Library of Wales opened again.", ["National Library of Wales"]),
    ("Aides said that the Secretary had signed it.", []),
  ])
  func theTrainedModelReadsWholeNamesAndNoTitles(text: String, names: [String]) throws {
    guard let analyser = try? Analyser() else { return }
    let document = analyser.annotate(text)
    #expect(document.entities.map { document.text(of: $0.tokens) } == names)
  }

  private func reachesRoot(_ token: Int, in document: Document) -> Bool {
    var current = token
    for _ in 0...document.tokenCount {
      if document.heads[current] == current { return true }
      current = document.heads[current]
    }
    return false
  }

  private func expectSame(_ document: Document, _ other: Document) {
    #expect(document.heads == other.heads)
    #expect(document.relations == other.relations)
    #expect(document.partsOfSpeech == other.partsOfSpeech)
    #expect(document.confidences == other.confidences)
    #expect(document.entities == other.entities)
    #expect(document.lemmas == other.lemmas)
    #expect(document.sentences == other.sentences)
  }
}
