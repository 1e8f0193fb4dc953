/// Nouns and verbs that tell what the name beside them names (table `name-contexts`): "X's parliament", "the widow of X".
public struct NameContextTable: Sendable {
  /// What a name may name.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case person
    case organization
    case place
  }

  /// How the name stands to the noun.
  public enum Position: String, Sendable, Hashable, CaseIterable {
    /// "X's parliament".
    case possessed
    /// "the widow of X".
    case of
    /// "X shares".
    case compound
    /// "X acquired it": the id is a verb.
    case subject
    /// "operated by X": the id is a verb.
    case agent
  }

  private let kinds: [Position: [String: [Kind]]]

  init(source: TableSource) throws(KnowledgeError) {
    var kinds: [Position: [String: [Kind]]] = [:]
    for row in try source.table("name-contexts").rows {
      for position in Position.allCases {
        for value in row.values(position.rawValue) {
          guard let kind = Kind(rawValue: value) else {
            throw KnowledgeError(table: "name-contexts", line: row.line, problem: "has no kind '\(value)'")
          }
          kinds[position, default: [:]][row["id"], default: []].append(kind)
        }
      }
    }
    self.kinds = kinds
  }

  /// What a name in a position beside a noun (in lower case, singular) or verb names; empty where that does not tell.
  public func kinds(beside noun: String, _ position: Position) -> [Kind] { kinds[position]?[noun] ?? [] }
}
