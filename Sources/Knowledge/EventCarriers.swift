/// Words that hold the arguments of an event that another word names (table `event-carriers`).
public struct EventCarriers: Sendable {
  /// One carrier: "carry out" with its object, "series" with "of".
  public struct Entry: Sendable, Hashable {
    /// The row's id.
    public let id: String
    /// Lemma of the carrier.
    public let word: String
    /// Lemmas of its particles and further words.
    public let companions: [String]
    /// Part of speech of the carrier.
    public let part: LexicalPart
    /// Where the event's word stands, seen from the carrier.
    public let position: ArgumentPosition
    /// The role that the carrier's subject fills in the event; nil as the event's own frame says.
    public let subjectRole: String?
    /// The role that the carrier's object fills in the event; nil as the event's own frame says.
    public let objectRole: String?
    /// The types of event that it carries; empty for all.
    public let types: [EventType]
    /// The status that it gives the event.
    public let status: ImpliedStatus?
  }

  /// The mark of a phrase that fills no role.
  public static let noRole = "-"

  /// The entries in the order of the table.
  public let entries: [Entry]
  private let entriesOfWord: [String: [Entry]]

  init(source: TableSource) throws(KnowledgeError) {
    let table = try source.table("event-carriers")
    var entries: [Entry] = []
    var positions: [String: [Int]] = [:]
    for row in table.rows {
      let entry = try Entry(row: row, table: table.name)
      positions[entry.word, default: []].append(entries.count)
      entries.append(entry)
    }
    self.entries = entries
    entriesOfWord = positions.mapValues { $0.map { entries[$0] } }
  }

  /// The carriers of a lemma, in the order of the table.
  public func entries(word lemma: String) -> [Entry] { entriesOfWord[lemma] ?? [] }
}

extension EventCarriers.Entry {
  fileprivate init(row: Table.Row, table: String) throws(KnowledgeError) {
    func wrong(_ problem: String) -> KnowledgeError { KnowledgeError(table: table, line: row.line, problem: problem) }
    guard let part = LexicalPart(rawValue: row["part"]) else { throw wrong("has an unknown part '\(row["part"])'") }
    let words = row["word"].split(separator: " ").map(String.init)
    guard let word = words.first else { throw wrong("has no word") }
    let status = ImpliedStatus(rawValue: row["status"])
    guard row["status"].isEmpty || status != nil else { throw wrong("has an unknown status '\(row["status"])'") }
    id = row["id"]
    self.word = word
    companions = Array(words.dropFirst())
    self.part = part
    position = ArgumentPosition(rawValue: row["position"])
    subjectRole = row["subject"].isEmpty ? nil : row["subject"]
    objectRole = row["object"].isEmpty ? nil : row["object"]
    types = row.values("types").map(EventType.init(rawValue:))
    self.status = status
  }
}
