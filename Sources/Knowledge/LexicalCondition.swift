/// What must stand, or must not, around a word for it to name an event: one condition of the table `events`.
public struct LexicalCondition: Sendable, Hashable {
  /// What a condition looks for at its position.
  public enum Value: Sendable, Hashable {
    /// A word, by lemma.
    case lemma(String)
    /// An entity of a kind.
    case kind(FillerKind)
    /// A property of the trigger or its complement: `infinitive`, `gerund`, `clause`, `active`, `passive`,
    /// `singular`, `plural`.
    case property(String)
    /// Anything at all.
    case anything
    /// Nothing.
    case nothing
  }

  /// Where the condition looks.
  public let position: ArgumentPosition
  /// The values, any of which satisfies it.
  public let values: [Value]

  private static let properties: Set<String> = [
    "infinitive", "gerund", "clause", "active", "passive", "singular", "plural",
  ]

  /// Reads the conditions of a cell, separated by `;`; throws `KnowledgeError` where one is not well formed.
  static func conditions(in row: Table.Row, column: String, table: String) throws(KnowledgeError) -> [LexicalCondition]
  {
    var found: [LexicalCondition] = []
    for part in row[column].split(separator: ";") {
      found.append(try condition(String(part).trimmed, row: row, table: table))
    }
    return found
  }

  private static func condition(
    _ text: String,
    row: Table.Row,
    table: String
  ) throws(KnowledgeError) -> LexicalCondition {
    let sides = text.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
    guard sides.count == 2, !sides[1].isEmpty else {
      throw KnowledgeError(table: table, line: row.line, problem: "has a condition '\(text)' without position=values")
    }
    var values: [Value] = []
    for word in sides[1].split(separator: ",").map({ String($0).trimmed }) where !word.isEmpty {
      guard let value = value(word) else {
        throw KnowledgeError(table: table, line: row.line, problem: "has an unknown value '\(word)' in '\(text)'")
      }
      values.append(value)
    }
    return LexicalCondition(position: ArgumentPosition(rawValue: sides[0]), values: values)
  }

  private static func value(_ word: String) -> Value? {
    guard word.hasPrefix("@") else { return .lemma(word) }
    let name = String(word.dropFirst())
    if name == "any" { return .anything }
    if name == "none" { return .nothing }
    if let kind = FillerKind(rawValue: name) { return .kind(kind) }
    return properties.contains(name) ? .property(name) : nil
  }
}
