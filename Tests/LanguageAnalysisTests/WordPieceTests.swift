import LanguageAnalysis
import Testing

/// What is expected here is what Training/wordpieces.py and Training/shapes.py give.
struct WordPieceTests {
  private func pieces(of word: String) throws -> [String] {
    let text = Array(RandomModel.vocabulary.joined(separator: "\n").utf8)
    let vocabulary = try text.withUnsafeBytes { bytes in
      try WordPieceVocabulary(bytes, count: RandomModel.vocabulary.count, mostOfWord: 12)
    }
    return vocabulary.pieces(of: word).map { RandomModel.vocabulary[Int($0)] }
  }

  @Test(arguments: [
    ("The", ["the"]),
    ("boats", ["boat", "##s"]),
    ("BOAT", ["boat"]),
    ("rest", ["rest"]),
    ("rests", ["rest", "##s"]),
    ("a.b,c", ["a", ".", "b", ",", "[UNK]"]),
    ("\u{C9}", ["e"]),
    ("\u{E9}", ["e"]),
    ("e\u{301}", ["e"]),
    ("\u{DF}", ["\u{DF}"]),
    ("SS", ["s", "##s"]),
    ("stra\u{DF}e", ["[UNK]"]),
    ("\u{4E2D}\u{6587}a", ["\u{4E2D}", "[UNK]", "a"]),
    ("\u{4E2D}\u{4E2D}", ["\u{4E2D}", "\u{4E2D}"]),
    ("\u{3A3}", ["\u{3C3}"]),
    ("\u{3A3}\u{3A3}", ["\u{3C3}", "##\u{3C2}"]),
    ("a\u{3A3}", ["a", "##\u{3C2}"]),
    ("\u{130}", ["[UNK]"]),
    ("a\u{200B}b", ["ab"]),
    ("a\u{A0}b", ["a", "b"]),
    ("a\u{9}b", ["a", "b"]),
    (" ", ["[UNK]"]),
    ("", ["[UNK]"]),
    ("a\u{301}\u{302}b", ["ab"]),
    ("$5", ["$", "[UNK]"]),
    ("$a$", ["$", "a", "$"]),
    ("tab\u{B}ab", ["t", "##ab", "##ab"]),
    ("ab\u{FFFD}ab", ["ab", "##ab"]),
    ("res-t", ["re", "##s", "-", "t"]),
    ("\u{FB01}", ["[UNK]"]),
    ("\u{C5}", ["a"]),
    ("\u{201C}a\u{201D}", ["[UNK]", "a", "[UNK]"]),
    ("a\u{2026}", ["a", "[UNK]"]),
    ("a\u{2028}b", ["a", "b"]),
    ("et's", ["e", "##t", "'", "s"]),
    ("t\u{2019}e", ["t", "[UNK]", "e"]),
    ("\u{AD}", ["[UNK]"]),
    ("ab\u{AD}ab", ["ab", "##ab"]),
  ])
  func wordsHaveThePiecesOfTheTraining(word: String, expected: [String]) throws {
    #expect(try pieces(of: word) == expected)
  }

  @Test func longPartsAreUnknownAndPiecesLimited() throws {
    #expect(try pieces(of: String(repeating: "a", count: 101)) == ["[UNK]"])
    #expect(try pieces(of: String(repeating: "a", count: 100)) == ["a"] + Array(repeating: "##a", count: 11))
    #expect(try pieces(of: String(repeating: "-", count: 500)) == Array(repeating: "-", count: 12))
  }

  @Test func aVocabularyOfAnotherSizeIsRefused() {
    let text = Array("[UNK]\n[CLS]\n[SEP]".utf8)
    for count in [0, 2, 4] {
      #expect(throws: AnalyserError.self) {
        try text.withUnsafeBytes { bytes in _ = try WordPieceVocabulary(bytes, count: count, mostOfWord: 12) }
      }
    }
  }

  @Test func anyScalarsHavePieces() throws {
    var dice = Dice(state: 9)
    for _ in 0..<500 {
      var word = String.UnicodeScalarView()
      for _ in 0..<dice.next() % 9 {
        if let scalar = Unicode.Scalar(UInt32(dice.next() % 0x3000)) { word.append(scalar) }
      }
      #expect((1...12).contains(try pieces(of: String(word)).count))
    }
  }

  @Test(
    arguments: [
      ("The", 2),
      ("the", 1),
      ("U.S.", 3),
      ("I", 7),
      ("iPhone", 4),
      ("NATO", 3),
      ("McCain", 4),
      ("1,200", 5),
      ("\u{2014}", 6),
      ("\u{C9}", 7),
      ("\u{E9}A", 4),
      ("A1", 7),
      ("12th", 1),
      ("\u{B2}", 5),
      ("\u{BD}", 6),
      ("\u{2167}", 6),
      ("\u{1C5}", 1),
      ("\u{AA}b", 1),
      ("AB", 3),
      ("Ab", 2),
      ("aB", 4),
      ("\u{4E2D}", 1),
      ("\u{24B6}", 6),
      ("", 6),
    ] as [(String, UInt8)]
  )
  func wordsHaveTheShapesOfTheTraining(word: String, expected: UInt8) {
    #expect(WordShape.index(of: word, isFirst: false) == expected)
    #expect(WordShape.index(of: word, isFirst: true) == expected + 7)
  }
}
