/// A graph as Graphviz takes it: names and attributes, nothing of what they mean.
///
/// Node names are unique; edges refer to them. Attribute values are plain text or Graphviz's HTML-like labels.
struct GraphvizDrawing: Sendable, Hashable {
  /// A value of an attribute.
  enum Value: Sendable, Hashable {
    case text(String)
    case html(String)
  }

  struct Node: Sendable, Hashable {
    var name: String
    var attributes: [String: Value]
  }

  struct Edge: Sendable, Hashable {
    var tail: String
    var head: String
    var attributes: [String: Value]
  }

  /// Nodes that are kept together; a cluster is drawn as a box, another group only shares a rank.
  struct Group: Sendable, Hashable {
    var name: String
    var nodes: [String]
    var attributes: [String: Value]
  }

  var name: String
  var attributes: [String: Value] = [:]
  var nodeDefaults: [String: String] = [:]
  var edgeDefaults: [String: String] = [:]
  var nodes: [Node] = []
  var edges: [Edge] = []
  var groups: [Group] = []
}

extension GraphvizDrawing.Value: ExpressibleByStringLiteral {
  init(stringLiteral value: String) { self = .text(value) }
}

/// The layout programs of Graphviz that are used.
enum GraphvizEngine: String, Sendable, Hashable {
  case dot
  case sfdp
  /// No layout: nodes and edges stay where their attributes `pos` put them.
  case placed = "nop2"
}

/// The formats that Graphviz writes.
enum GraphvizFormat: String, Sendable, Hashable {
  case svg
  case png = "png:cairo:gd"
  case pdf
  /// Positions, sizes and labels as JSON, for checks.
  case json
}
