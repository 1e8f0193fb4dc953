import Foundation
import KnowledgeGraph

/// A graph as a DOT file that carries everything the node-link form does, as attributes.
///
/// Text, numbers and flags stand as they are; lists and spans stand as JSON. A NUL, which Graphviz cannot read, is
/// written as U+FFFD.
public struct GraphDOT: Sendable {
  private let includesRules: Bool

  /// A form with or without the name of what found each fact.
  public init(includesRules: Bool = false) {
    self.includesRules = includesRules
  }

  /// The graph as UTF-8 DOT.
  public func data(of graph: Graph) -> Data {
    let graph = includesRules ? graph : graph.withoutRules
    let articles = JSONValue.array(graph.articles.map { .object($0.members) })
    var text = "digraph dateline {\n"
    text +=
      "  graph [schema=\(Self.quoted("\(NodeLinkJSON.schema)")), articles=\(Self.quoted(Self.text(of: articles)))];\n"
    text += "  node [shape=\"box\"];\n"
    for node in graph.nodes {
      text += "  \(Self.quoted(node.id)) [\(Self.attributes(of: node.members.filter { $0.name != "id" }))];\n"
    }
    for edge in graph.edges {
      let members = edge.members.filter { !["source", "target"].contains($0.name) }
      let label: NodeLinkMembers = [("label", .string(edge.kind.rawValue))]
      text +=
        "  \(Self.quoted(edge.source)) -> \(Self.quoted(edge.target)) [\(Self.attributes(of: label + members))];\n"
    }
    return Data((text + "}\n").utf8)
  }

  /// Reads a graph back that was written in this form.
  ///
  /// - Throws: `GraphReadingError` where the data is other DOT or names a type that is not known.
  public static func graph(from data: Data) throws(GraphReadingError) -> Graph {
    guard let text = String(validating: data, as: UTF8.self) else { throw GraphReadingError("this is no UTF-8 text") }
    let file = try DOTStatements(text)
    var settings: [UInt8] = Array("{}".utf8)
    var nodes: [JSONValue] = []
    var edges: [JSONValue] = []
    for statement in file.statements {
      let members = statement.attributes.map { member(name: $0.name, text: $0.value) }
      switch (statement.source, statement.target) {
      case (let source, let target?):
        edges.append(.object([("source", .string(source)), ("target", .string(target))] + members))
      case ("graph", nil) where nodes.isEmpty: settings = JSONValue.object(members).bytes
      case ("node", nil) where nodes.isEmpty: continue
      case (let id, nil): nodes.append(.object([("id", .string(id))] + members))
      }
    }
    let objects = [settings, JSONValue.array(nodes).bytes, JSONValue.array(edges).bytes]
    let names = ["graph", "nodes", "edges"]
    let json = zip(names, objects).map { "\"\($0)\": " + String(decoding: $1, as: UTF8.self) }.joined(separator: ", ")
    return try NodeLinkJSON.graph(from: Data("{\(json)}".utf8))
  }

  /// Attributes whose value is JSON and no text.
  private static let structured: Set<String> = [
    "schema", "articles", "aliases", "mentions", "trigger", "latitude", "longitude", "minimum", "maximum", "direct",
    "former", "derived", "evidence",
  ]

  private static func member(name: String, text: String) -> (name: String, value: JSONValue) {
    if structured.contains(name) { return (name, .raw(text)) }
    return (name, .string(name == "label" ? text.replacing("&amp;", with: "&") : text))
  }

  private static func attributes(of members: NodeLinkMembers) -> String {
    members.map { member in
      let text = text(of: member.value)
      return "\(member.name)=\(quoted(member.name == "label" ? displayed(text) : text))"
    }.joined(separator: ", ")
  }

  private static func text(of value: JSONValue) -> String {
    guard case .string(let text) = value else { return String(decoding: value.bytes, as: UTF8.self) }
    return text
  }

  /// Graphviz reads entities in what it displays.
  private static func displayed(_ text: String) -> String {
    text.replacing("&", with: "&amp;")
  }

  /// A quoted string: a backslash stays one by being doubled, whether it is displayed or not.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\0", with: "\u{FFFD}").replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
