/// Words that tell what became of people (table `casualty-words`).
public struct CasualtyWordTable: Sendable {
  /// Which part of speech a word is.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    case verb
    case noun
    case adjective
  }

  /// Where the people stand that a word tells of.
  public enum Frame: String, Sendable, Hashable, CaseIterable {
    /// Object of a verb, or subject of its passive: "kill".
    case patient
    /// Subject of a verb: "die".
    case subject
    /// Object or subject of a verb: "drown".
    case either
    /// The noun itself is counted: "twelve deaths".
    case people
    /// The noun is followed by the people: "the drowning of a woman".
    case happening
    /// The noun is followed by the figure: "the toll is twelve".
    case toll
    /// Lives, of which a verb says what became: "claimed twelve lives".
    case life
    /// A state that people are in: "in critical condition".
    case condition
    /// An adjective of the people: "dead".
    case modifier
    /// The noun counts no people, whatever stands beside it: "kilometre", "building".
    case thing
  }

  /// One reading of a word.
  public struct Entry: Sendable, Hashable {
    /// The row of the table: `kill.verb`.
    public let id: String
    /// Where the people stand.
    public let frame: Frame
    /// What became of them, by the names of the graph contract: `killed`.
    public let outcome: String
    /// Lemmas of which one must stand beside the word; none where it is free.
    public let companions: [String]
  }

  private static let outcomes: Set = ["killed", "injured", "missing", "displaced", "detained", "rescued", "affected"]
  private let things: Set<String>
  private let entries: [Part: [String: [Entry]]]

  init(source: TableSource) throws(KnowledgeError) {
    let table = try source.table("casualty-words")
    var entries: [Part: [String: [Entry]]] = [:]
    var things: Set<String> = []
    for row in table.rows {
      if row["frame"] == Frame.thing.rawValue {
        things.insert(row["word"])
        continue
      }
      guard let part = Part(rawValue: row["part"]), Self.outcomes.contains(row["outcome"]) else {
        throw KnowledgeError(table: table.name, line: row.line, problem: "has an unknown part or outcome")
      }
      guard let frame = Frame(rawValue: row["frame"].isEmpty ? "modifier" : row["frame"]) else {
        throw KnowledgeError(table: table.name, line: row.line, problem: "has no frame '\(row["frame"])'")
      }
      let entry = Entry(id: row["id"], frame: frame, outcome: row["outcome"], companions: row.values("with"))
      entries[part, default: [:]][row["word"], default: []].append(entry)
    }
    self.entries = entries
    self.things = things
  }

  /// Whether a noun, as lemma or in lower case as written, counts no people: a measure, a thing, an animal.
  public func isThing(_ noun: String) -> Bool { things.contains(noun) }

  /// The readings of a lemma as a part of speech, in the order of the table.
  public func entries(_ part: Part, _ lemma: String) -> [Entry] { entries[part]?[lemma] ?? [] }
}
