import Dateline

/// What offices are called: by their title and the body that they belong to, and who holds them.
struct RoleNames {
  private var names: [String: String] = [:]
  private var holders: [String: [String]] = [:]

  /// Looks up the roles among some nodes.
  init(of nodes: [Node], in source: some GraphSource) throws {
    let roles = nodes.filter { $0.kind == .role }
    guard !roles.isEmpty else { return }
    let edges = try source.links(touching: roles.map(\.id)).sorted()
    let ends = Set(edges.flatMap { [$0.source, $0.target] }).sorted()
    let labels = Dictionary(try source.nodes(withIDs: ends).map { ($0.id, $0.label) }) { first, _ in first }
    let leaving = Dictionary(grouping: edges.filter { $0.kind == .roleOf }, by: \.source)
    let reaching = Dictionary(grouping: edges.filter { $0.kind == .holds }, by: \.target)
    for role in roles {
      let bodies = (leaving[role.id] ?? []).compactMap { labels[$0.target] }
      let holders = (reaching[role.id] ?? []).compactMap { labels[$0.source] }
      names[role.id] = bodies.isEmpty ? role.label : "\(role.label) of \(bodies.joined(separator: ", "))"
      self.holders[role.id] = holders
    }
  }

  /// The summary of a node, of a role with its body.
  func summary(of node: Node) -> String { names[node.id] ?? node.summary }

  /// The summary of a node, of a role with its body and holders.
  func description(of node: Node) -> String {
    guard let holders = holders[node.id], !holders.isEmpty else { return summary(of: node) }
    return "\(summary(of: node)): \(holders.joined(separator: ", "))"
  }
}
