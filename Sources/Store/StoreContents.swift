import GRDB

/// What a store has, by names, to be compared with another's.
public struct StoreContents: Sendable, Hashable {
  /// Something that one of two stores has.
  public struct Difference: Sendable, Hashable {
    /// Whether the first store has it, not the second.
    public var isOnlyInFirst: Bool
    /// `article`, a kind of node or `edge`.
    public var what: String
    /// Its id; of an edge, source, kind and target.
    public var name: String
  }

  private let names: [[String]]

  init(_ db: Database) throws {
    names = try [
      "SELECT 'article' || char(31) || name FROM article ORDER BY 1",
      "SELECT kind || char(31) || name FROM cluster ORDER BY 1",
      """
      SELECT DISTINCT 'edge' || char(31) || source.name || ' –' || edge.kind || '→ ' || target.name
      FROM edge JOIN cluster source ON source.id = edge.source_cluster
      JOIN cluster target ON target.id = edge.target_cluster ORDER BY 1
      """,
    ].map { try String.fetchAll(db, sql: $0) }
  }

  /// What one of the two has and the other has not: articles, then nodes, then edges.
  public func differences(from other: StoreContents) -> [Difference] {
    zip(names, other.names).flatMap { left, right in
      let (mine, theirs) = (Set(left), Set(right))
      return left.filter { !theirs.contains($0) }.map { Self.difference($0, isOnlyInFirst: true) }
        + right.filter { !mine.contains($0) }.map { Self.difference($0, isOnlyInFirst: false) }
    }
  }

  private static func difference(_ text: String, isOnlyInFirst: Bool) -> Difference {
    let parts = text.split(separator: "\u{1F}", maxSplits: 1).map(String.init)
    return Difference(isOnlyInFirst: isOnlyInFirst, what: parts[0], name: parts.count > 1 ? parts[1] : "")
  }
}

extension GraphStore {
  /// What the store has; throws `StoreError`.
  public func contents() throws -> StoreContents { try read { try StoreContents($0) } }
}
