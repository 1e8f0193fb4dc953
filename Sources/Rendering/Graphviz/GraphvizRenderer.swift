import CGraphviz
import Foundation

/// Draws with Graphviz's libraries in process: one context and one lock for the whole program, since the library
/// can do neither without crashing.
struct GraphvizRenderer: Sendable {
  /// The largest picture that is rendered as pixels or PDF, in points a side.
  static let largestSide = 14_000.0
  /// The most nodes that are laid out; beyond it the layout would run for minutes.
  static let mostNodes = 3_000

  private static let lock = NSLock()
  // Only read and written by withContext, which holds the lock.
  nonisolated(unsafe) private static var context: OpaquePointer?

  /// A picture and its size in points.
  struct Result: Sendable {
    let data: Data
    let width: Double
    let height: Double
  }

  /// Lays a drawing out and renders it.
  ///
  /// Throws `GraphvizError` where Graphviz refuses it or the picture would be too large.
  func render(
    _ drawing: GraphvizDrawing,
    engine: GraphvizEngine,
    format: GraphvizFormat,
    resolution: Double? = nil
  ) throws(GraphvizError) -> Result {
    try withLayout(of: drawing, engine: engine, resolution: resolution) { context, built throws(GraphvizError) in
      let (width, height) = Self.size(of: built.graph)
      guard format == .svg || format == .json || max(width, height) <= Self.largestSide else {
        throw GraphvizError("the picture would be \(Int(width)) × \(Int(height)) points; draw less of it, or as SVG")
      }
      var bytes: UnsafeMutablePointer<CChar>?
      var length = 0
      let status = dateline_graphviz_render(context, built.graph, format.rawValue, &bytes, &length)
      guard status == 0, let bytes else {
        throw GraphvizError("Graphviz could not write \(format)", messages: Self.messages)
      }
      defer { dateline_graphviz_free(bytes) }
      return Result(data: Data(bytes: bytes, count: length), width: width, height: height)
    }
  }

  /// Where a layout puts the drawing's nodes and edges.
  func layout(_ drawing: GraphvizDrawing, engine: GraphvizEngine) throws(GraphvizError) -> GraphvizLayout {
    try withLayout(of: drawing, engine: engine, resolution: nil) { _, built throws(GraphvizError) in
      dateline_graphviz_attach(built.graph)
      func value(_ object: UnsafeMutableRawPointer, _ name: String) -> String {
        dateline_graphviz_get(object, name).map { String(cString: $0) } ?? ""
      }
      let (width, height) = Self.size(of: built.graph)
      return GraphvizLayout(
        width: width,
        height: height,
        nodes: built.nodes.map { node in
          GraphvizLayout.Box(
            position: value(node, "pos"),
            width: value(node, "width"),
            height: value(node, "height")
          ) ?? GraphvizLayout.Box(x: 0, y: 0, width: 0, height: 0)
        },
        edges: built.edges.map { edge in
          GraphvizLayout.Course(
            spline: edge.map { value($0, "pos") } ?? "",
            label: edge.map { value($0, "lp") } ?? ""
          )
        }
      )
    }
  }

  /// The drawing as DOT.
  func dot(_ drawing: GraphvizDrawing) throws(GraphvizError) -> Data {
    try Self.withContext { _ throws(GraphvizError) in
      let built = try Self.build(drawing)
      defer { dateline_graphviz_close(built.graph) }
      var length = 0
      guard let bytes = dateline_graphviz_write(built.graph, &length) else {
        throw GraphvizError("Graphviz could not write DOT", messages: Self.messages)
      }
      defer { free(bytes) }
      return Data(bytes: bytes, count: length)
    }
  }

  private func withLayout<Outcome>(
    of drawing: GraphvizDrawing,
    engine: GraphvizEngine,
    resolution: Double?,
    _ body: (OpaquePointer, Built) throws(GraphvizError) -> Outcome
  ) throws(GraphvizError) -> Outcome {
    guard drawing.nodes.count <= Self.mostNodes else {
      throw GraphvizError("\(drawing.nodes.count) nodes are too many to draw (at most \(Self.mostNodes)); draw less")
    }
    return try Self.withContext { context throws(GraphvizError) in
      var drawing = drawing
      if let resolution { drawing.attributes["dpi"] = .text(String(resolution)) }
      let built = try Self.build(drawing)
      defer { dateline_graphviz_close(built.graph) }
      guard dateline_graphviz_layout(context, built.graph, engine.rawValue) == 0 else {
        throw GraphvizError("Graphviz could not lay the picture out", messages: Self.messages)
      }
      defer { dateline_graphviz_free_layout(context, built.graph) }
      guard !Self.messages.contains("syntax error") else {
        throw GraphvizError("Graphviz did not understand a label", messages: Self.messages)
      }
      return try body(context, built)
    }
  }

  private static func withContext<Outcome>(
    _ body: (OpaquePointer) throws(GraphvizError) -> Outcome
  ) throws(GraphvizError) -> Outcome {
    lock.lock()
    defer { lock.unlock() }
    let made = context ?? dateline_graphviz_context()
    context = made
    guard let made else {
      throw GraphvizError("Graphviz could not be started; is the package 'graphviz' whole?")
    }
    dateline_graphviz_begin()
    return try body(made)
  }

  private static var messages: String { String(cString: dateline_graphviz_messages()) }

  private static func size(of graph: UnsafeMutablePointer<Agraph_t>) -> (width: Double, height: Double) {
    var width = 0.0
    var height = 0.0
    dateline_graphviz_size(graph, &width, &height)
    return (width, height)
  }

  /// A drawing as Graphviz holds it; the edges are in the drawing's order, nil where an end does not exist.
  private struct Built {
    let graph: UnsafeMutablePointer<Agraph_t>
    let nodes: [UnsafeMutablePointer<Agnode_t>]
    let edges: [UnsafeMutablePointer<Agedge_t>?]
  }

  private static func build(_ drawing: GraphvizDrawing) throws(GraphvizError) -> Built {
    guard let graph = dateline_graphviz_open(drawing.name) else {
      throw GraphvizError("Graphviz could not make a graph", messages: messages)
    }
    declareAll(of: drawing, in: graph)
    set(drawing.attributes, of: graph, in: graph)
    var nodes: [String: UnsafeMutablePointer<Agnode_t>] = [:]
    var inOrder: [UnsafeMutablePointer<Agnode_t>] = []
    for node in drawing.nodes {
      guard let made = dateline_graphviz_node(graph, node.name) else {
        throw GraphvizError("Graphviz could not make a node", messages: messages)
      }
      nodes[node.name] = made
      inOrder.append(made)
      set(node.attributes, of: made, in: graph)
    }
    var edges: [UnsafeMutablePointer<Agedge_t>?] = []
    for (number, edge) in drawing.edges.enumerated() {
      guard let tail = nodes[edge.tail], let head = nodes[edge.head],
        let made = dateline_graphviz_edge(graph, tail, head, "e\(number)")
      else {
        edges.append(nil)
        continue
      }
      edges.append(made)
      set(edge.attributes, of: made, in: graph)
    }
    for group in drawing.groups {
      guard let made = dateline_graphviz_subgraph(graph, group.name) else { continue }
      set(group.attributes, of: made, in: graph)
      for name in group.nodes {
        if let node = nodes[name] { dateline_graphviz_add(made, node) }
      }
    }
    return Built(graph: graph, nodes: inOrder, edges: edges)
  }

  private static func declareAll(of drawing: GraphvizDrawing, in graph: UnsafeMutablePointer<Agraph_t>) {
    func declare(
      _ kind: dateline_graphviz_kind,
      _ defaults: [String: String],
      _ used: [[String: GraphvizDrawing.Value]]
    ) {
      var names = Set(defaults.keys)
      for attributes in used { names.formUnion(attributes.keys) }
      for name in names.sorted() { dateline_graphviz_declare(graph, kind, name, defaults[name] ?? "") }
    }
    declare(dateline_graphviz_graph, [:], [drawing.attributes] + drawing.groups.map(\.attributes))
    declare(dateline_graphviz_node_kind, drawing.nodeDefaults, drawing.nodes.map(\.attributes))
    declare(dateline_graphviz_edge_kind, drawing.edgeDefaults, drawing.edges.map(\.attributes))
  }

  private static func set(
    _ attributes: [String: GraphvizDrawing.Value],
    of object: UnsafeMutableRawPointer,
    in graph: UnsafeMutablePointer<Agraph_t>
  ) {
    for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
      switch value {
      case .text(let text): dateline_graphviz_set(graph, object, name, text, 0)
      case .html(let text): dateline_graphviz_set(graph, object, name, text, 1)
      }
    }
  }
}
