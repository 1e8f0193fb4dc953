/// Words that tell of a saying (table `reporting-words`).
public struct ReportingWordTable: Sendable {
  /// How a word tells of a saying.
  public enum Manner: String, Sendable, Hashable, CaseIterable {
    /// A clause or a quotation is what was said: "say".
    case say
    /// As `say`, and the object is whom it is said to: "tell".
    case tell
    /// As `say`, in writing: "write".
    case write
    /// A question: "ask".
    case ask
    /// A demand: a quotation or a that-clause is what was said, an infinitive never: "urge".
    case demand
    /// Only a quotation is what was said: "condemn".
    case describe
    /// As `say` where the subject can speak; documents and pictures do it too: "show".
    case show
    /// An opinion held: "believe".
    case believe
    /// An opinion held, which a clause tells: "think".
    case think
    /// A sound or gesture that may carry a quotation: "sigh".
    case nod
    /// Its passive subject is who speaks: "be quoted as saying".
    case cite
    /// Of a noun: a text that speaks for whoever wrote it: "filing", "list".
    case document
  }

  /// One word.
  public struct Entry: Sendable, Hashable {
    /// The row of the table: `say.verb`.
    public let id: String
    /// How it tells of a saying.
    public let manner: Manner
  }

  private let verbs: [String: Entry]
  private let nouns: [String: Entry]
  /// The prepositions of a source as words in lower case, longest first: "in the words of", "according to".
  public let prepositions: [[String]]

  init(source: TableSource) throws(KnowledgeError) {
    let table = try source.table("reporting-words")
    var verbs: [String: Entry] = [:]
    var nouns: [String: Entry] = [:]
    var prepositions: [[String]] = []
    for row in table.rows {
      guard let manner = Manner(rawValue: row["manner"]) else {
        throw KnowledgeError(table: table.name, line: row.line, problem: "has no manner '\(row["manner"])'")
      }
      switch row["part"] {
      case "verb": verbs[row["word"]] = Entry(id: row["id"], manner: manner)
      case "noun": nouns[row["word"]] = Entry(id: row["id"], manner: manner)
      case "preposition": prepositions.append(row["word"].split(separator: " ").map(String.init))
      default:
        throw KnowledgeError(table: table.name, line: row.line, problem: "has no part '\(row["part"])'")
      }
    }
    self.verbs = verbs
    self.nouns = nouns
    self.prepositions = prepositions.sorted { ($0.count, $1[0]) > ($1.count, $0[0]) }
  }

  /// The entry of a verb by its lemma.
  public func verb(_ lemma: String) -> Entry? { verbs[lemma] }

  /// The entry of a noun by its lemma.
  public func noun(_ lemma: String) -> Entry? { nouns[lemma].flatMap { $0.manner == .document ? nil : $0 } }

  /// Whether a noun, by its lemma, names a text that speaks for whoever wrote it.
  public func isDocument(_ lemma: String) -> Bool { nouns[lemma]?.manner == .document }
}
