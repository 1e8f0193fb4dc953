/// Words that make an event planned, hypothetical or negated (table `status-cues`).
public struct StatusCues: Sendable {
  /// One cue.
  public struct Entry: Sendable, Hashable {
    /// The row's id.
    public let id: String
    /// Lemma of the cue.
    public let word: String
    /// Lemmas of its particles and further words.
    public let companions: [String]
    /// Part of speech of the cue.
    public let part: LexicalPart
    /// Where the words that it governs stand, seen from the cue.
    public let positions: [ArgumentPosition]
    /// What it makes of the event.
    public let status: ImpliedStatus
  }

  /// The entries in the order of the table.
  public let entries: [Entry]
  private let entriesOfWord: [String: [Entry]]

  init(source: TableSource) throws(KnowledgeError) {
    let table = try source.table("status-cues")
    var entries: [Entry] = []
    var positions: [String: [Int]] = [:]
    for row in table.rows {
      let words = row["word"].split(separator: " ").map(String.init)
      guard let word = words.first, let part = LexicalPart(rawValue: row["part"]),
        let status = ImpliedStatus(rawValue: row["status"])
      else {
        throw KnowledgeError(table: table.name, line: row.line, problem: "has no word, or an unknown part or status")
      }
      positions[word, default: []].append(entries.count)
      entries.append(
        Entry(
          id: row["id"],
          word: word,
          companions: Array(words.dropFirst()),
          part: part,
          positions: row.values("position").map(ArgumentPosition.init(rawValue:)),
          status: status
        )
      )
    }
    self.entries = entries
    entriesOfWord = positions.mapValues { $0.map { entries[$0] } }
  }

  /// The cues of a lemma, in the order of the table.
  public func entries(word lemma: String) -> [Entry] { entriesOfWord[lemma] ?? [] }
}
