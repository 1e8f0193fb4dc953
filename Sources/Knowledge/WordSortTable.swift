/// Nouns and the sort that each belongs to (tables `organisation-words`, `place-words`, `people-words`, `thing-words`).
public struct WordSortTable: Sendable {
  private let sorts: [String: String]

  init(source: TableSource, table: String) throws(KnowledgeError) {
    var sorts: [String: String] = [:]
    for row in try source.table(table).rows { sorts[row["id"]] = row["sort"] }
    self.sorts = sorts
  }

  /// The sort of a noun in lower case, where the table has it.
  public subscript(word: String) -> String? { sorts[word] }
}

/// Given names that tell whether their bearer is male or female (table `given-names`).
public struct GivenNameTable: Sendable {
  private let genders: [String: GrammaticalGender]

  init(source: TableSource) throws(KnowledgeError) {
    var genders: [String: GrammaticalGender] = [:]
    for row in try source.table("given-names").rows { genders[row["id"]] = GrammaticalGender(rawValue: row["gender"]) }
    self.genders = genders
  }

  /// The gender of a name in lower case, where it tells.
  public subscript(name: String) -> GrammaticalGender? { genders[name] }
}

/// Which of "he" and "she" may stand for somebody.
public enum GrammaticalGender: String, Sendable, Hashable, CaseIterable {
  case male = "m"
  case female = "f"
}
