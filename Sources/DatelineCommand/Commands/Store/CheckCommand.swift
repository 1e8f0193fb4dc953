import ArgumentParser
import Dateline

/// Verifies a store.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Verify that a store is whole, and say what was found.",
    discussion: """
      Example:
        dateline check --store week.dateline
      """
  )

  @OptionGroup var store: StoreArguments
  @OptionGroup var answer: AnswerArguments

  func run() throws {
    let check = try StoreOpening.told { try store.open(.reading).check() }
    switch answer.format {
    case .json:
      try answer.writeJSON(
        Report(articles: check.articles, nodes: check.nodes, edges: check.edges, problems: check.problems)
      )
    case .table:
      let verdict = check.problems.isEmpty ? "the store is whole" : check.problems.joined(separator: "\n")
      let counts = "\(check.articles) articles, \(check.nodes) nodes, \(check.edges) edges"
      try StandardOutput.write("\(counts): \(verdict)\n")
    }
    guard check.problems.isEmpty else { throw CommandFailure("\(store.store): the store is damaged") }
  }

  private struct Report: Encodable {
    let articles: Int
    let nodes: Int
    let edges: Int
    let problems: [String]
  }
}
