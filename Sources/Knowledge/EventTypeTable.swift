/// The type of an event: one of the identifiers in the table `event-types`.
public struct EventType: RawRepresentable, Sendable, Hashable, Comparable, Codable {
  /// The identifier, such as `attack`.
  public let rawValue: String

  /// Wraps an identifier; whether it is one of the table's is the table's business.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Orders by identifier.
  public static func < (left: EventType, right: EventType) -> Bool { left.rawValue < right.rawValue }
}

/// The closed list of event types (table `event-types`).
public struct EventTypeTable: Sendable {
  /// What the table says of one type.
  public struct Entry: Sendable, Hashable {
    /// The type.
    public let type: EventType
    /// How a picture or table names an event of the type.
    public let noun: String
    /// What the type covers.
    public let meaning: String
    /// Whether a participle before a noun tells of such an event: "wounded soldiers", not "elected officials".
    public let isAttributive: Bool
  }

  /// The entries in the order of the table.
  public let entries: [Entry]
  private let positions: [EventType: Int]

  init(source: TableSource) throws(KnowledgeError) {
    let table = try source.table("event-types")
    entries = table.rows.map { row in
      Entry(
        type: EventType(rawValue: row["id"]),
        noun: row["noun"],
        meaning: row["meaning"],
        isAttributive: row["attributive"] == "yes"
      )
    }
    positions = Dictionary(zip(entries.map(\.type), entries.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The entry of a type, where the table has it.
  public subscript(type: EventType) -> Entry? { positions[type].map { entries[$0] } }
}
