/// How edges stand in the picture and what is written at them (table `picture-edges`).
public struct PictureEdgeTable: Sendable {
  /// Where the other end of an edge stands, seen from the event or statement that it belongs to.
  public enum Side: String, Sendable, Hashable, CaseIterable {
    /// Left of it; the line runs to it.
    case before
    /// Right of it; the line comes from it.
    case after
    /// The first left of it, the others right; lines without an arrow.
    case beside
  }

  /// How one kind of edge is drawn.
  public struct Entry: Sendable, Hashable {
    /// Where its other end stands.
    public let side: Side
    /// What is written at the line; empty where the arrow says it.
    public let label: String
  }

  private let entries: [String: Entry]

  init(source: TableSource) throws(KnowledgeError) {
    let table = try source.table("picture-edges")
    var entries: [String: Entry] = [:]
    for row in table.rows {
      guard let side = Side(rawValue: row["side"]) else {
        throw KnowledgeError(
          table: table.name,
          line: row.line,
          problem: "has no side '\(row["side"])'; choose \(Side.allCases.map(\.rawValue).joined(separator: ", "))"
        )
      }
      entries[row["id"]] = Entry(side: side, label: row["label"])
    }
    self.entries = entries
  }

  /// How an edge of a kind is drawn at an event of a type; after it and without a label where the table lacks it.
  public func entry(for kind: String, eventType: EventType? = nil) -> Entry {
    eventType.flatMap { entries["\(kind).\($0.rawValue)"] } ?? entries[kind] ?? Entry(side: .after, label: "")
  }
}
