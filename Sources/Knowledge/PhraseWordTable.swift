/// Words by which the phrase that names an event is cut from its sentence (table `phrase-words`).
public struct PhraseWordTable: Sendable {
  /// What a word does in a phrase.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// Begins a group of words before a noun.
    case determiner
    /// Begins a group of words after the event's word.
    case preposition
    /// Belongs to the verb before it.
    case particle
    /// Ends the phrase.
    case `break`
    /// Ends the phrase, since the day is written apart.
    case time
  }

  private let roles: [String: Role]

  init(source: TableSource) throws(KnowledgeError) {
    let table = try source.table("phrase-words")
    var roles: [String: Role] = [:]
    for row in table.rows {
      guard let role = Role(rawValue: row["class"]) else {
        throw KnowledgeError(
          table: table.name,
          line: row.line,
          problem: "has no class '\(row["class"])'; choose \(Role.allCases.map(\.rawValue).joined(separator: ", "))"
        )
      }
      roles[row["word"]] = role
    }
    self.roles = roles
  }

  /// What a lower-case word does; nil for words with a meaning of their own.
  public func role(of word: String) -> Role? { roles[word] }
}
