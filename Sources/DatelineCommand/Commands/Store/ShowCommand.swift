import ArgumentParser
import Dateline

/// Tells everything that a store knows of one node.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Tell what a store knows of one node: names, roles over time, events, statements, evidence.",
    discussion: """
      With --explain: which names of which articles were taken for one, and why.

      Examples:
        dateline show "Ama Mensah" --store week.dateline
        dateline show "Ama Mensah" --store week.dateline --explain
      """
  )

  @Argument(help: "A name or the id of a node.")
  var name: String

  @Flag(help: "Tell why names of several articles are taken for one.")
  var explain = false

  @OptionGroup var store: StoreArguments
  @OptionGroup var period: PeriodArguments
  @OptionGroup var answer: AnswerArguments

  func run() throws {
    let store = try store.open(.reading)
    let node = try StoreOpening.node(named: name, in: store)
    if explain { return try tellReasons(node, store) }
    let rows = try StoreOpening.told { try NodeReport(node: node, view: period.view(of: store)).rows() }
    if answer.format == .table {
      let summary = try StoreOpening.told {
        try RoleNames(of: [node], in: period.view(of: store)).description(of: node)
      }
      try StandardOutput.write("\(TerminalText.line(summary)) · \(node.kind.noun) · \(node.id)\n")
      if !node.aliases.isEmpty {
        try StandardOutput.write("also \(TerminalText.line(node.aliases.joined(separator: ", ")))\n")
      }
      try StandardOutput.write("\n")
    }
    try answer.write(
      NodeReport.columns,
      rows,
      shown: NodeReport.shownColumns,
      told: NodeReport.toldColumns,
      prose: 2,
      nothing: "Nothing more is known of it."
    )
  }

  private func tellReasons(_ node: Node, _ store: GraphStore) throws {
    let reasons = try StoreOpening.told { try store.reasons(ofMerging: node.id) }
    switch answer.format {
    case .json: try answer.writeJSON(reasons)
    case .table:
      let nothing = "One article alone tells of \(node.label)."
      let lines = reasons.isEmpty ? [nothing] : reasons.enumerated().map { "\($0 + 1)  \($1)" }
      try StandardOutput.write(lines.map { TerminalText.line($0) + "\n" }.joined())
    }
  }
}
