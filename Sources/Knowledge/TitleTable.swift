/// Titles: what stands before or beside a person's name and says what the person is (table `titles`).
public struct TitleTable: Sendable {
  /// What a title says.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A position held: "prime minister".
    case office
    /// A military or police rank: "colonel".
    case rank
    /// A mark of respect: "Mr.".
    case respect
    /// What somebody is by work, kinship or fate; no position: "musician".
    case occupation
  }

  /// One title.
  public struct Entry: Sendable, Hashable {
    /// What it says.
    public let kind: Kind
    /// The gender that it tells.
    public let gender: GrammaticalGender?
  }

  private let entries: [String: Entry]
  private let firstWords: Set<String>

  init(source: TableSource) throws(KnowledgeError) {
    let table = try source.table("titles")
    var entries: [String: Entry] = [:]
    for row in table.rows {
      guard let kind = Kind(rawValue: row["kind"]) else {
        throw KnowledgeError(table: table.name, line: row.line, problem: "has no kind '\(row["kind"])'")
      }
      entries[row["id"]] = Entry(kind: kind, gender: GrammaticalGender(rawValue: row["gender"]))
    }
    self.entries = entries
    var firstWords: Set<String> = ["ex"]
    for title in entries.keys {
      let word = String(title.prefix { $0 != " " })
      firstWords.formUnion([word, word + "s"])
    }
    self.firstWords = firstWords
  }

  /// The entry of a title in lower case, hyphens as spaces: "secretary general", "lt. gen.".
  public subscript(title: String) -> Entry? { entries[title] }

  /// Whether a title may begin with a word in lower case: the first one of the table's, its plural, or "ex".
  public func mayBegin(with word: String) -> Bool { firstWords.contains(word) }
}
