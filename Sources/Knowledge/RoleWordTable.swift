/// Words by which sentences tell who holds an office, and words beside titles (table `role-words`).
public struct RoleWordTable: Sendable {
  /// What a word does for a role.
  public enum Use: String, Sendable, Hashable, CaseIterable {
    /// A verb: takes or holds an office ("become").
    case become
    /// A verb: gives its object an office ("elect").
    case appoint
    /// A verb: gives up or loses an office ("resign").
    case leave
    /// A verb: its subject takes the office of its object ("succeed").
    case replace
    /// A verb: its subject holds an office of its object ("head").
    case lead
    /// A noun: an office held by somebody ("presidency").
    case tenure
    /// A noun before "as" and an office: "his role as".
    case capacity
    /// A verb whose object is a post: its subject has it ("hold the post of").
    case hold
    /// An occupation that is a position wherever it is done for somebody ("lawyer").
    case advocate
    /// A word of the titles table that is never a position: fate, kinship, age ("victim").
    case fate
    /// Before a title: the office is past ("former").
    case former
    /// Before a title: the holder's party or persuasion ("Republican").
    case leaning
    /// Before a title: says something of the holder or the time ("popular").
    case quality
  }

  private let titles: [Use: [String: String]]

  init(source: TableSource) throws(KnowledgeError) {
    let table = try source.table("role-words")
    var titles: [Use: [String: String]] = [:]
    for row in table.rows {
      guard let use = Use(rawValue: row["use"]) else {
        throw KnowledgeError(table: table.name, line: row.line, problem: "has no use '\(row["use"])'")
      }
      if use == .lead || use == .tenure, row["title"].isEmpty {
        throw KnowledgeError(table: table.name, line: row.line, problem: "names no title for '\(row["word"])'")
      }
      titles[use, default: [:]][row["word"]] = row["title"]
    }
    self.titles = titles
  }

  /// Whether a lower-case lemma has a use.
  public func contains(_ word: String, _ use: Use) -> Bool { titles[use]?[word] != nil }

  /// The title that a lower-case lemma tells in a use, or nil where it has none.
  public func title(of word: String, _ use: Use) -> String? {
    guard let title = titles[use]?[word], !title.isEmpty else { return nil }
    return title
  }
}
