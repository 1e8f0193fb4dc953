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

  var name: String
  var attributes: [String: Value] = [:]
  var nodeDefaults: [String: String] = [:]
  var edgeDefaults: [String: String] = [:]
  var nodes: [Node] = []
  var edges: [Edge] = []
}

extension GraphvizDrawing.Value: ExpressibleByStringLiteral {
  init(stringLiteral value: String) { self = .text(value) }
}

/// The layout programs of Graphviz that are used.
enum GraphvizEngine: String, Sendable, Hashable {
  case dot
  case sfdp
}

/// The formats that Graphviz writes.
enum GraphvizFormat: String, Sendable, Hashable {
  case svg
  case png = "png:cairo:gd"
  case pdf
  /// DOT with the places that were found, which `neato -n2` draws as they are.
  case dot

  /// Whether letters are drawn, not only measured.
  var needsFonts: Bool { self == .png || self == .pdf }

  /// Whether a very large picture would take too much memory or time.
  var isLimited: Bool { self == .png || self == .pdf }
}
