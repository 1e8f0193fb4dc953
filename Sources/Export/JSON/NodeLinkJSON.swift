import Foundation
import KnowledgeGraph

/// The node-link form of a graph, as NetworkX reads it with `node_link_graph(data, edges="edges")`.
public struct NodeLinkJSON: Sendable {
  /// How the text is broken into lines.
  public enum Layout: Sendable, Hashable {
    /// A line for each node and edge.
    case lines
    /// All on one line.
    case oneLine
  }

  /// The number that tells later readers what members to expect.
  public static let schema = 1

  private let layout: Layout
  private let includesRules: Bool

  /// A form with the given layout, with or without the name of what found each fact.
  public init(layout: Layout = .lines, includesRules: Bool = false) {
    self.layout = layout
    self.includesRules = includesRules
  }

  /// The graph as UTF-8 JSON, ended by a line feed.
  public func data(of graph: Graph) -> Data {
    let graph = includesRules ? graph : graph.withoutRules
    var bytes: [UInt8] = []
    bytes.append(contentsOf: #"{"directed": true, "multigraph": true,"#.utf8)
    breakLine(" ", in: &bytes)
    bytes.append(contentsOf: #""graph": {"schema": \#(Self.schema), "articles": "#.utf8)
    append(graph.articles.map(\.members), to: &bytes)
    bytes.append(contentsOf: "},".utf8)
    breakLine(" ", in: &bytes)
    bytes.append(contentsOf: #""nodes": "#.utf8)
    append(graph.nodes.map(\.members), to: &bytes)
    bytes.append(UInt8(ascii: ","))
    breakLine(" ", in: &bytes)
    bytes.append(contentsOf: #""edges": "#.utf8)
    append(graph.edges.map(\.members), to: &bytes)
    bytes.append(contentsOf: "}\n".utf8)
    return Data(bytes)
  }

  /// Reads a graph back.
  ///
  /// - Throws: `GraphReadingError` where the data is no node-link form or names a type that is not known.
  public static func graph(from data: Data) throws(GraphReadingError) -> Graph {
    try NodeLinkDocument(data: data).checked()
  }

  private func append(_ objects: [NodeLinkMembers], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "["))
    for (position, members) in objects.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      if position > 0 || layout == .lines { breakLine("  ", in: &bytes) }
      JSONValue.object(members).append(to: &bytes)
    }
    if !objects.isEmpty, layout == .lines { breakLine(" ", in: &bytes) }
    bytes.append(UInt8(ascii: "]"))
  }

  private func breakLine(_ indentation: String, in bytes: inout [UInt8]) {
    if layout == .lines { bytes.append(contentsOf: "\n\(indentation)".utf8) } else { bytes.append(UInt8(ascii: " ")) }
  }
}
