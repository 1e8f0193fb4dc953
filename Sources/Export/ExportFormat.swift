import Foundation
import KnowledgeGraph

/// The serialisations of a graph.
public enum ExportFormat: String, Sendable, Hashable, CaseIterable {
  /// Node-link JSON, as NetworkX reads it.
  case json
  /// Graphviz DOT with all attributes.
  case dot

  /// The graph in this format, as UTF-8.
  ///
  /// - Parameter includesRules: Whether each piece of evidence names the rule or model that found it.
  public func data(of graph: Graph, includesRules: Bool = false) -> Data {
    switch self {
    case .json: NodeLinkJSON(includesRules: includesRules).data(of: graph)
    case .dot: GraphDOT(includesRules: includesRules).data(of: graph)
    }
  }
}
