import Testing

import Dateline

/// The examples of the event lexicon, read as the articles are.
@Suite("Event lexicon", .enabled(if: (try? Analyser()) != nil))
struct EventLexiconTests {
  @Test("Nearly all examples are found as events of their types")
  func examples() throws {
    let pipeline = try Pipeline()
    let entries = pipeline.knowledge.events.entries.filter { $0.type != nil && !$0.example.isEmpty }
    let missed = entries.filter { entry in
      !pipeline.facts(of: Self.article(entry.example)).events.contains { $0.type == entry.type }
    }
    #expect((entries.count - missed.count) * 100 >= entries.count * 90, "missed: \(missed.map(\.id))")
  }

  @Test("Nearly no counterexample is found as an event of its entry")
  func counterexamples() throws {
    let pipeline = try Pipeline()
    let entries = pipeline.knowledge.events.entries.filter { $0.type != nil && !$0.counterexample.isEmpty }
    let wrong = entries.filter { entry in
      pipeline.facts(of: Self.article(entry.counterexample)).events.contains { event in
        event.mentions.contains { $0.foundBy == "lexicon:\(entry.id)" }
      }
    }
    #expect((entries.count - wrong.count) * 100 >= entries.count * 90, "found: \(wrong.map(\.id))")
  }

  private static func article(_ sentence: String) -> Article {
    Article(
      id: "example",
      text: sentence,
      regions: [ArticleRegion(kind: .paragraph, range: 0..<sentence.unicodeScalars.count)]
    )
  }
}
