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
      try StandardOutput.write("\(TerminalText.line(node.summary)) · \(node.kind.noun) · \(node.id)\n")
      if !node.aliases.isEmpty {
        try StandardOutput.write("also \(TerminalText.line(node.aliases.joined(separator: ", ")))\n")
      }
      try StandardOutput.write("\n")
    }
    try answer.write(NodeReport.columns, rows, nothing: "Nothing more is known of it.")
  }

  private func tellReasons(_ node: Node, _ store: GraphStore) throws {
    let reasons = try StoreOpening.told { try store.reasons(ofMerging: node.id) }
    try answer.write(
      ["number", "reason"],
      reasons.enumerated().map { ["\($0 + 1)", $1] },
      nothing: "All articles give \(node.label) the same name and say nothing that would tell two apart."
    )
  }
}

/// What surrounds a node, sorted by what kind of knowledge it is and by day.
struct NodeReport {
  static let columns = ["what", "date", "relation", "with", "article", "sentence"]

  let node: Node
  let view: StoreView

  func rows() throws -> [[String]] {
    let edges = try view.edges(touching: [node.id])
    let others = Set(edges.map { $0.source == node.id ? $0.target : $0.source }).sorted()
    let nodes = Dictionary(try view.nodes(withIDs: others).map { ($0.id, $0) }) { first, _ in first }
    let articles = Set(edges.flatMap { $0.evidence.map(\.article) }).sorted()
    let dates = Dictionary(try view.articles(withIDs: articles).map { ($0.id, $0.date) }) { first, _ in first }
    var rows: [(rank: Int, row: [String])] = []
    for edge in edges {
      guard let other = nodes[edge.source == node.id ? edge.target : edge.source] else { continue }
      let bodies = other.kind == .role ? try bodies(of: other) : ""
      for evidence in edge.evidence {
        let told = dates[evidence.article].flatMap { $0 }?.description
        let relation = (edge.isFormer ? "former " : "") + edge.kind.rawValue
        rows.append(
          (
            Self.rank(other.kind),
            [
              other.kind.noun, Self.date(of: other)?.description ?? told ?? "", relation, other.summary + bodies,
              evidence.article, evidence.text,
            ]
          )
        )
      }
    }
    return rows.sorted { ($0.rank, $0.row[1], $0.row[4], $0.row[3]) < ($1.rank, $1.row[1], $1.row[4], $1.row[3]) }
      .map(\.row)
  }

  private func bodies(of role: Node) throws -> String {
    let targets = try view.edges(touching: [role.id]).filter { $0.source == role.id && $0.kind == .roleOf }.map(
      \.target
    )
    let labels = try view.nodes(withIDs: targets).map(\.label)
    return labels.isEmpty ? "" : " of " + labels.joined(separator: ", ")
  }

  static func date(of node: Node) -> CalendarDate? {
    switch node.detail {
    case .event(let event): event.date
    case .casualtyFigure(let figure): figure.date
    default: nil
    }
  }

  private static func rank(_ kind: NodeKind) -> Int {
    [.role, .organization, .place, .event, .casualtyFigure, .statement].firstIndex(of: kind) ?? 9
  }
}
