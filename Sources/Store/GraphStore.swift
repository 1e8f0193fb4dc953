import GRDB
import KnowledgeGraph

/// A graph in one SQLite file that grows article by article.
public struct GraphStore: Sendable {
  /// Where the file is.
  public let path: String
}
