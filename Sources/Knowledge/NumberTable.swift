/// Number words, vague quantities and hedges (table `numbers`).
public struct NumberTable: Sendable {
  /// What one word contributes to a quantity.
  public enum Meaning: Sendable, Hashable {
    /// A number of its own: "seven".
    case number(Int)
    /// A factor: "thousand"; some only right after digits ("5m").
    case scale(Int, onlyAfterDigits: Bool)
    /// A quantity without a number, with the least that it means where that can be said: "dozens".
    case vague(Int?)
    /// One, where it stands before a noun: "a", "another".
    case indefinite
    /// None at all: "no".
    case zero
  }

  /// How a hedge changes a number.
  public enum Hedge: String, Sendable, Hashable, CaseIterable {
    case atLeast
    case moreThan
    case about
    case atMost
    case lessThan
  }

  /// A hedge of one or several words in lower case.
  public struct HedgePhrase: Sendable, Hashable {
    /// The words.
    public let words: [String]
    /// What they say.
    public let hedge: Hedge
  }

  private let meanings: [String: Meaning]
  private let hedgesBefore: [String: [HedgePhrase]]
  private let hedgesAfter: [String: [HedgePhrase]]

  init(source: TableSource) throws(KnowledgeError) {
    let table = try source.table("numbers")
    var meanings: [String: Meaning] = [:]
    var before: [String: [HedgePhrase]] = [:]
    var after: [String: [HedgePhrase]] = [:]
    for row in table.rows {
      if row["kind"] == "hedge" {
        let words = row["word"].split(separator: " ").map(String.init)
        guard let hedge = Hedge(rawValue: row["value"]), let first = words.first, let last = words.last else {
          throw KnowledgeError(table: table.name, line: row.line, problem: "has no hedge '\(row["value"])'")
        }
        let phrase = HedgePhrase(words: words, hedge: hedge)
        if row["position"] == "after" {
          after[first, default: []].append(phrase)
        } else {
          before[last, default: []].append(phrase)
        }
      } else if let meaning = Self.meaning(of: row) {
        meanings[row["word"]] = meaning
      } else {
        throw KnowledgeError(table: table.name, line: row.line, problem: "has no meaning for kind '\(row["kind"])'")
      }
    }
    self.meanings = meanings
    hedgesBefore = before.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    hedgesAfter = after.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  /// The meaning of a word in lower case, where the table has it.
  public subscript(word: String) -> Meaning? { meanings[word] }

  /// The hedges before a number whose last word this is, longest first.
  public func hedges(endingWith word: String) -> [HedgePhrase] { hedgesBefore[word] ?? [] }

  /// The hedges after a number whose first word this is, longest first.
  public func hedges(beginningWith word: String) -> [HedgePhrase] { hedgesAfter[word] ?? [] }

  private static func meaning(of row: Table.Row) -> Meaning? {
    let value = Int(row["value"])
    switch row["kind"] {
    case "number": return value.map { .number($0) }
    case "scale": return value.map { .scale($0, onlyAfterDigits: row["position"] == "digits") }
    case "vague": return .vague(value)
    case "indefinite": return .indefinite
    case "zero": return .zero
    default: return nil
    }
  }
}
