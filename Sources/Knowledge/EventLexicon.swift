/// The words that name events (table `events`), by the lemma of the trigger.
public struct EventLexicon: Sendable {
  /// One entry: a word or several, what they name, and when.
  public struct Entry: Sendable, Hashable {
    /// The row's id.
    public let id: String
    /// Lemma of the trigger.
    public let trigger: String
    /// Lemmas of the other words, which hang on the trigger or on each other, in the order of the table.
    public let companions: [String]
    /// Part of speech of the trigger.
    public let part: LexicalPart
    /// The type of the event, or nil where the words name none (a discard).
    public let type: EventType?
    /// The frame of its arguments; empty for a discard.
    public let frame: String
    /// Conditions that must all hold.
    public let requires: [LexicalCondition]
    /// Conditions of which none may hold.
    public let excludes: [LexicalCondition]
    /// The status that the words themselves imply.
    public let status: ImpliedStatus?
    /// A sentence in which the entry must be found, or an empty string.
    public let example: String
    /// A sentence in which it must not be found, or an empty string.
    public let counterexample: String
  }

  /// The entries in the order of the table.
  public let entries: [Entry]
  private let entriesOfTrigger: [String: [Entry]]

  init(source: TableSource, types: EventTypeTable, frames: ArgumentFrames) throws(KnowledgeError) {
    let table = try source.table("events")
    var entries: [Entry] = []
    for row in table.rows {
      entries.append(try Entry(row: row, table: table.name, types: types, frames: frames))
    }
    self.entries = entries
    var positions: [String: [Int]] = [:]
    for (position, entry) in entries.enumerated() { positions[entry.trigger, default: []].append(position) }
    for (lemma, found) in positions {
      positions[lemma] = found.sorted { left, right in
        let (first, second) = (entries[left], entries[right])
        return (second.companions.count, second.requires.count, left)
          < (first.companions.count, first.requires.count, right)
      }
    }
    entriesOfTrigger = positions.mapValues { $0.map { entries[$0] } }
  }

  /// The entries whose trigger is a lemma: those of most words first, then of most conditions, then in table order.
  public func entries(trigger lemma: String) -> [Entry] {
    entriesOfTrigger[lemma] ?? []
  }
}

/// The status of an event that a word implies (tables `events`, `event-carriers`, `status-cues`).
public enum ImpliedStatus: String, Sendable, Hashable, CaseIterable {
  case planned
  case hypothetical
  case negated
}

extension EventLexicon.Entry {
  init(
    row: Table.Row,
    table: String,
    types: EventTypeTable,
    frames: ArgumentFrames
  ) throws(KnowledgeError) {
    func wrong(_ problem: String) -> KnowledgeError { KnowledgeError(table: table, line: row.line, problem: problem) }
    guard let part = LexicalPart(rawValue: row["part"]) else { throw wrong("has an unknown part '\(row["part"])'") }
    var words = row["word"].split(separator: " ").map(String.init)
    guard !words.isEmpty else { throw wrong("has no lemma") }
    let marked = words.firstIndex { $0.hasPrefix("*") }
    let position = marked ?? (part == .noun ? words.count - 1 : 0)
    let trigger = words.remove(at: position)
    let isDiscard = row["type"] == "none"
    let type = EventType(rawValue: row["type"])
    guard isDiscard || types[type] != nil else { throw wrong("has an unknown type '\(row["type"])'") }
    guard isDiscard || frames.has(row["frame"]) else { throw wrong("has an unknown frame '\(row["frame"])'") }
    let status = ImpliedStatus(rawValue: row["status"])
    guard row["status"].isEmpty || status != nil else { throw wrong("has an unknown status '\(row["status"])'") }
    id = row["id"]
    self.trigger = marked == nil ? trigger : String(trigger.dropFirst())
    companions = words
    self.part = part
    self.type = isDiscard ? nil : type
    frame = row["frame"]
    requires = try LexicalCondition.conditions(in: row, column: "requires", table: table)
    excludes = try LexicalCondition.conditions(in: row, column: "excludes", table: table)
    self.status = status
    example = row["example"]
    counterexample = row["counterexample"]
  }
}
