/// The serialisations of a graph.
public enum ExportFormat: String, Sendable, Hashable, CaseIterable {
  /// Node-link JSON, as NetworkX reads it.
  case json
  /// Graphviz DOT with all attributes.
  case dot
}
