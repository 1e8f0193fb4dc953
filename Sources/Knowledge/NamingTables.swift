/// What is known of names and their spellings (tables `spelling-folds`, `name-forms`, `name-variants`,
/// `name-affixes`), by which names of different articles are compared.
public struct NamingTables: Sendable {
  /// Where in a word a string of letters is folded.
  public enum FoldPosition: String, Sendable, Hashable, CaseIterable {
    case letter
    case start
    case any
    case end
  }

  /// What a word of a name is, where it does not tell one bearer from another.
  public enum AffixKind: String, Sendable, Hashable, CaseIterable {
    case honorific
    case suffix
    case corporate
    case connective
    case generic
    case sole
    case ministry
    case regnal
    case business
  }

  /// One other name of a place or organisation.
  public struct Variant: Sendable, Hashable {
    /// The other name.
    public let variant: String
    /// The name that comparisons use.
    public let name: String
    /// Of a place: ISO 3166-1 alpha-2.
    public let country: String?
    /// `place` or `organization`.
    public let kind: String
  }

  private let folds: [FoldPosition: [String: String]]
  private let affixes: [String: Set<AffixKind>]
  /// Whether a letter from A to Z or a digit is folded into another wherever it stands.
  public let foldsPlainLetters: Bool
  /// Given names that may belong to one person, one group a row.
  public let givenNames: [[String]]
  /// Other names of places and organisations.
  public let variants: [Variant]

  /// Reads the tables; throws `KnowledgeError` at the first that is wrong.
  public init(source: TableSource = TableSource()) throws(KnowledgeError) {
    var folds: [FoldPosition: [String: String]] = [:]
    for row in try source.table("spelling-folds").rows {
      guard let position = FoldPosition(rawValue: row["where"]) else {
        throw KnowledgeError(table: "spelling-folds", line: row.line, problem: "has no position '\(row["where"])'")
      }
      folds[position, default: [:]][row["from"]] = row["to"]
    }
    self.folds = folds
    foldsPlainLetters = folds[.letter]?.keys.contains { $0.utf8.allSatisfy { $0 < 0x80 } } ?? false
    var affixes: [String: Set<AffixKind>] = [:]
    for row in try source.table("name-affixes").rows {
      for value in row.values("kinds") {
        guard let kind = AffixKind(rawValue: value) else {
          throw KnowledgeError(table: "name-affixes", line: row.line, problem: "has no kind '\(value)'")
        }
        affixes[row["word"], default: []].insert(kind)
      }
    }
    self.affixes = affixes
    givenNames = try source.table("name-forms").rows.map { [$0["name"]] + $0.values("variants") }
    variants = try source.table("name-variants").rows.map { row in
      Variant(
        variant: row["variant"],
        name: row["name"],
        country: row["country"].isEmpty ? nil : row["country"],
        kind: row["kind"]
      )
    }
  }

  /// What a string of letters is folded to at a position, or nil where it is left.
  public func fold(_ letters: String, at position: FoldPosition) -> String? { folds[position]?[letters] }

  /// The number of letters of the longest string that is folded at a position.
  public func longestFold(at position: FoldPosition) -> Int { folds[position]?.keys.map(\.count).max() ?? 0 }

  /// Whether a lower-case word without diacritics is an affix of a kind.
  public func isAffix(_ word: String, _ kind: AffixKind) -> Bool { affixes[word]?.contains(kind) ?? false }
}
