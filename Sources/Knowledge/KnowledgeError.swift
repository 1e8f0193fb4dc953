/// What is wrong with a knowledge table, and where.
public struct KnowledgeError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The table's name, or the path of its file.
  public let table: String
  /// Line number counted from 1; 0 where it concerns the whole table.
  public let line: Int
  /// What is wrong, as the rest of a sentence that begins with the line.
  public let problem: String

  /// Makes an error of its parts.
  public init(table: String, line: Int, problem: String) {
    self.table = table
    self.line = line
    self.problem = problem
  }

  /// The problem as a sentence with its place.
  public var description: String {
    line > 0 ? "knowledge table '\(table)', line \(line): \(problem)" : "knowledge table '\(table)': \(problem)"
  }
}
