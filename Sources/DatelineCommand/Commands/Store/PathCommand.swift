import ArgumentParser
import Dateline

/// Tells how two nodes of a store hang together.
struct PathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Tell how two people, places or organisations of a store hang together.",
    discussion: """
      Example:
        dateline path "Ama Mensah" "Kofi Boateng" --store week.dateline
      """
  )

  @Argument(help: "Where the path begins.")
  var from: String

  @Argument(help: "Where it ends.")
  var to: String

  @Option(help: "The most steps that a path may have.")
  var longest = 6

  @Option(help: "The most paths to tell.")
  var limit = 3

  @OptionGroup var store: StoreArguments
  @OptionGroup var period: PeriodArguments
  @OptionGroup var answer: AnswerArguments

  func run() throws {
    let store = try store.open(.reading)
    let start = try StoreOpening.node(named: from, in: store)
    let end = try StoreOpening.node(named: to, in: store)
    let paths = try StoreOpening.told {
      try GraphPath.shortest(from: start, to: end, in: period.view(of: store), longest: longest, limit: limit)
    }
    var rows: [[AnswerCell]] = []
    let nodes = paths.flatMap { [$0.start] + $0.steps.map(\.node) }
    let roles = try StoreOpening.told { try RoleNames(of: nodes, in: period.view(of: store)) }
    for (number, path) in paths.enumerated() {
      var from = path.start
      for step in path.steps {
        let evidence = step.edge.evidence.first
        rows.append([
          .number(number + 1), .text(roles.summary(of: from)),
          .text(step.isForward ? "→ \(step.edge.kind.rawValue)" : "← \(step.edge.kind.rawValue)"),
          .text(roles.summary(of: step.node)), .text(evidence?.article ?? ""), .text(evidence?.text ?? ""),
        ])
        from = step.node
      }
    }
    try answer.write(
      ["path", "from", "relation", "to", "article", "sentence"],
      rows,
      prose: 2,
      nothing: start.id == end.id
        ? "Both names mean \(start.label)."
        : "No path of at most \(longest) steps leads from \(start.label) to \(end.label)."
    )
  }
}
