import Dateline

/// Chooses the node that a name on the command line means, or says why it cannot.
struct NodeChoice {
  let source: any GraphSource

  /// The node of a result; throws `CommandFailure` that lists the candidates or the nearest names.
  func node(named name: String, among result: NameSearch.Result) throws -> Node {
    switch result {
    case .found(let node): return node
    case .ambiguous(let nodes):
      let lines = try nodes.prefix(Self.longestList).map { try "\n  \($0.id)  \(description(of: $0))" }
      let rest = nodes.count > lines.count ? "\n  and \(nodes.count - lines.count) more" : ""
      throw CommandFailure("'\(name)' may mean several; name one by its id:" + lines.joined() + rest)
    case .unknown(let nearest): throw Self.failure(named: name, nearest: nearest)
    }
  }

  /// What is said where nothing has a name, with the nearest names.
  static func failure(named name: String, nearest: [Node]) -> CommandFailure {
    let names = nearest.map { "\n  \($0.id)  \(TerminalText.line($0.summary))" }
    let hint = names.isEmpty ? "" : "; did you mean" + names.joined() + "\n"
    return CommandFailure("there is nothing called '\(name)' in the graph" + hint)
  }

  private static let longestList = 20

  /// What tells a node apart: its offices, or else the first sentence around it, and how much is told of it.
  private func description(of node: Node) throws -> String {
    let edges = try source.edges(touching: [node.id]).sorted()
    let offices = edges.filter { $0.source == node.id && $0.kind == .holds }.map(\.target)
    let roles = try source.nodes(withIDs: offices)
    let names = try RoleNames(of: roles, in: source)
    let titles = Self.distinct(roles.map { names.summary(of: $0) })
    let note =
      titles.isEmpty ? edges.first { !$0.evidence.isEmpty }?.evidence[0].text ?? "" : titles.joined(separator: ", ")
    let summary = node.kind == .role ? try RoleNames(of: [node], in: source).description(of: node) : node.summary
    let articles = Set((node.mentions + edges.flatMap(\.evidence)).map(\.article)).count
    let extent = articles == 1 ? "1 article" : "\(articles) articles"
    let parts = ["\(summary), \(node.kind.noun), \(extent)", note].filter { !$0.isEmpty }
    return TerminalText.cut(TerminalText.line(parts.joined(separator: ": ")), to: 120)
  }

  /// The titles, each once, without those of which another one tells the body too.
  private static func distinct(_ titles: [String]) -> [String] {
    let once = Dictionary(titles.map { ($0.lowercased(), $0) }) { min($0, $1) }
    return once.keys.sorted().filter { title in
      !once.keys.contains { $0 != title && $0.hasPrefix(title + " of ") }
    }.compactMap { once[$0] }
  }
}
