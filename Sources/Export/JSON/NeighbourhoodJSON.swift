import Foundation
import KnowledgeGraph

/// What surrounds a node, as JSON for programs: `{"node": …, "neighbours": [{"distance", "relation", "direction", …}]}`.
public struct NeighbourhoodJSON: Sendable {
  /// Makes a form.
  public init() {}

  /// A neighbourhood as UTF-8 JSON, one line for each step, ended by a line feed.
  public func data(of neighbourhood: Neighbourhood) -> Data {
    var bytes: [UInt8] = []
    bytes.append(contentsOf: "{\"node\": ".utf8)
    JSONValue.object(members(of: neighbourhood.center)).append(to: &bytes)
    bytes.append(contentsOf: ",\n \"neighbours\": [".utf8)
    for (position, step) in neighbourhood.steps.enumerated() {
      bytes.append(contentsOf: (position > 0 ? ",\n  " : "\n  ").utf8)
      members(of: step).append(to: &bytes)
    }
    bytes.append(contentsOf: (neighbourhood.steps.isEmpty ? "]}\n" : "\n ]}\n").utf8)
    return Data(bytes)
  }

  /// The members of a node; its mentions are told where the source of the graph gives them.
  private func members(of node: Node) -> NodeLinkMembers {
    node.mentions.isEmpty ? node.members.filter { $0.0 != "mentions" } : node.members
  }

  private func members(of step: Neighbourhood.Step) -> JSONValue {
    .object([
      ("distance", .integer(step.distance)),
      ("from", .string(step.origin)),
      ("relation", .string(step.edge.kind.rawValue)),
      ("direction", .string(step.isOutgoing ? "out" : "in")),
      ("node", .object(members(of: step.node))),
      ("evidence", .array(step.edge.evidence.map { .object($0.members) })),
    ])
  }
}
