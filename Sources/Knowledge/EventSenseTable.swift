/// Which words of one type of event can tell of the same event (table `event-senses`).
public struct EventSenseTable: Sendable {
  /// What kinds of event of a type a word names.
  public struct Senses: Sendable, Hashable {
    /// The senses, in the order of the table; empty for a word that the table does not have.
    public let names: [String]
    /// Whether the word goes with every sense of the type.
    public let isGeneral: Bool

    /// Makes senses of their names.
    public init(names: [String], isGeneral: Bool) {
      self.names = names
      self.isGeneral = isGeneral
    }

    /// The senses of two words that name one event together.
    public func joined(_ other: Senses) -> Senses {
      let further = other.names.filter { !names.contains($0) }
      return Senses(names: names + further, isGeneral: isGeneral && other.isGeneral)
    }

    /// Whether two words share a sense that says more than their type.
    public func shareName(with other: Senses) -> Bool { names.contains { other.names.contains($0) } }
  }

  private struct Key: Hashable {
    let type: EventType
    let word: String
  }

  /// The type of nouns that only take up events told before: "the incident".
  public static let anaphoric = EventType(rawValue: "other")
  private static let general = "general"

  private let senses: [Key: Senses]
  private let generalTypes: Set<EventType>
  private let furtherTypes: [Key: [EventType]]

  init(source: TableSource, types: EventTypeTable) throws(KnowledgeError) {
    let table = try source.table("event-senses")
    var names: [Key: [String]] = [:]
    var further: [Key: [EventType]] = [:]
    var generalTypes: Set<EventType> = []
    for row in table.rows {
      let type = EventType(rawValue: row["type"])
      let also = row.values("also").map { EventType(rawValue: $0) }
      if let unknown = ([type] + also).first(where: { types[$0] == nil }) {
        throw KnowledgeError(table: table.name, line: row.line, problem: "has no event type '\(unknown.rawValue)'")
      }
      for word in row.values("words") {
        if word == "*" {
          generalTypes.insert(type)
          continue
        }
        let key = Key(type: type, word: word)
        names[key, default: []].append(row["sense"])
        further[key, default: []] += also
      }
    }
    senses = names.mapValues { found in
      Senses(names: found.filter { $0 != Self.general }, isGeneral: found.contains(Self.general))
    }
    self.generalTypes = generalTypes
    furtherTypes = further
  }

  /// The senses that a trigger's lemma has in a type.
  public func senses(of word: String, type: EventType) -> Senses {
    senses[Key(type: type, word: word)] ?? Senses(names: [], isGeneral: generalTypes.contains(type))
  }

  /// The further types of events that a definite noun may take up.
  public func furtherTypes(of word: String, type: EventType) -> [EventType] {
    furtherTypes[Key(type: type, word: word)] ?? []
  }
}
