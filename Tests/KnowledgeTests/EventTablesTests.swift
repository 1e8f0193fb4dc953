import Knowledge
import Testing

/// What the tables of events must hold beyond what reading them checks.
struct EventTablesTests {
  private let knowledge: KnowledgeBase

  init() throws {
    knowledge = try KnowledgeBase()
  }

  /// Of entries alike in words and conditions only the first can ever be chosen.
  @Test func noEntryHidesAnother() {
    var seen: Set<String> = []
    let hidden = knowledge.events.entries.filter { entry in
      let words = [entry.trigger, entry.part.rawValue] + entry.companions.sorted()
      return !seen.insert("\(words) \(entry.requires) \(entry.excludes)").inserted
    }
    #expect(hidden.isEmpty, "\(hidden.map(\.id))")
  }

  /// An entry that is excluded where nothing stands at an optional position would almost never be found.
  @Test func noEntryIsExcludedByAMissingComplement() {
    let wrong = knowledge.events.entries.filter { entry in
      entry.excludes.contains {
        $0.values.contains(.nothing) && ($0.position == .complement || $0.position.isPreposition)
      }
    }
    #expect(wrong.isEmpty, "\(wrong.map(\.id))")
  }

  @Test func everyFrameFillsARole() {
    let empty = knowledge.events.entries.filter { $0.type != nil && knowledge.frames[$0.frame].isEmpty }
    #expect(empty.isEmpty, "\(empty.map(\.id))")
  }

  @Test func examplesHoldTheirWords() {
    let short = knowledge.events.entries.filter { !$0.example.isEmpty && $0.example.split(separator: " ").count < 2 }
    #expect(short.isEmpty, "\(short.map(\.id))")
  }
}
