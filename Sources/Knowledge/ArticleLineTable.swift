/// Patterns of lines that are no part of a story (table `article-lines`).
public struct ArticleLineTable: Sendable {
  /// One pattern.
  public struct Entry: Sendable, Hashable {
    /// What names the row.
    public let id: String
    /// `date`, `byline`, `dateline` or `boilerplate`.
    public let kind: String
    /// A regular expression in ICU syntax.
    public let pattern: String
    /// A line that must match.
    public let example: String
    /// A line that must not match as a whole.
    public let counterexample: String
  }

  /// The patterns in the order in which they are tried.
  public let entries: [Entry]

  init(source: TableSource) throws(KnowledgeError) {
    entries = try source.table("article-lines").rows.map { row in
      Entry(
        id: row["id"],
        kind: row["kind"],
        pattern: row["pattern"],
        example: row["example"],
        counterexample: row["counterexample"]
      )
    }
  }
}
