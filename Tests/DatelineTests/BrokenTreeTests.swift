import Foundation
import Testing

import Dateline

/// What becomes of articles whose trees and tags are wrong in places, as those of any unseen text are.
@Suite("Articles read wrong", .enabled(if: (try? Analyser()) != nil))
struct BrokenTreeTests {
  @Test("Facts are read from trees with words, tags and relations in wrong places", arguments: 0..<6)
  func brokenTrees(number: Int) throws {
    let pipeline = try Pipeline()
    let example = Self.examples[number]
    let article = pipeline.reader.article(id: "test", text: example, date: CalendarDate("2023-06-14"))
    let document = pipeline.document(of: article)
    var numbers = LinearNumbers(state: UInt64(number))
    for _ in 0..<Self.rounds {
      var broken = document
      for sentence in document.sentences { Self.disturb(&broken, sentence.tokens, &numbers) }
      let facts = Extractor(knowledge: pipeline.knowledge).facts(of: article, document: broken)
      let length = article.text.unicodeScalars.count
      #expect(facts.events.allSatisfy { $0.mentions.allSatisfy { $0.span.upperBound <= length } })
    }
  }

  private static let rounds = 20

  private static let examples =
    (try? ["flood", "trial", "takeover", "election", "crash", "ceasefire"].map { name in
      try String(
        contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Examples/\(name).txt"),
        encoding: .utf8
      )
    }) ?? []

  /// Hangs a few words elsewhere and gives some the tags or the relation of another; what comes out is a tree.
  private static func disturb(_ document: inout Document, _ tokens: Range<Int>, _ numbers: inout LinearNumbers) {
    for _ in 0..<max(1, tokens.count / Int.random(in: 1..<8, using: &numbers)) {
      let (token, other) = (Int.random(in: tokens, using: &numbers), Int.random(in: tokens, using: &numbers))
      switch Int.random(in: 0..<4, using: &numbers) {
      case 0 where document.heads[token] != token && !isAbove(token, other, document.heads):
        document.heads[token] = other
      case 1 where document.heads[token] != token && document.heads[other] != other:
        document.relations[token] = document.relations[other]
      case 2:
        document.pennTags[token] = document.pennTags[other]
        document.partsOfSpeech[token] = document.partsOfSpeech[other]
      default: document.lemmas[token] = document.lemmas[other]
      }
    }
  }

  private static func isAbove(_ token: Int, _ other: Int, _ heads: [Int]) -> Bool {
    var current = other
    while current != token, heads[current] != current { current = heads[current] }
    return current == token
  }
}

/// The same numbers on every run (Knuth's constants for 64 bits).
private struct LinearNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 33
  }
}
