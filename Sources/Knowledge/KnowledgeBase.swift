/// Everything that the later stages know of the world and the language, read from the tables once.
///
/// Each table has a type of its own; this value only holds them together.
public struct KnowledgeBase: Sendable {
  /// The closed list of event types.
  public let eventTypes: EventTypeTable

  /// Reads all tables; throws `KnowledgeError` at the first that is wrong.
  public init(source: TableSource = TableSource()) throws(KnowledgeError) {
    eventTypes = try EventTypeTable(source: source)
  }
}
