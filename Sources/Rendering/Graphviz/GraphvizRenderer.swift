import CGraphviz
import Foundation

/// Draws with Graphviz's libraries in process: one lock for the whole program, since the library crashes without, and
/// two contexts, of which the one for pixels and PDF loads fonts.
struct GraphvizRenderer: Sendable {
  /// The largest picture that is rendered as pixels or PDF, in points a side.
  static let largestSide = 14_000.0
  /// The most nodes that are laid out; beyond it the layout would run for minutes.
  static let mostNodes = 3_000
  private static let advice = "draw the most important ones (top) or what surrounds one of them (around)"

  private static let lock = NSLock()
  // Only read and written by withContext, which holds the lock.
  nonisolated(unsafe) private static var context: OpaquePointer?
  nonisolated(unsafe) private static var contextWithFonts: OpaquePointer?
  // Only read and written under the lock.
  nonisolated(unsafe) private static var isPreparing = false
  private static let prepared = DispatchSemaphore(value: 0)

  /// Begins to load Graphviz's plugins on a thread of its own, unless that is done.
  ///
  /// It takes most of the time of a program's first picture, and the caller has other work before it draws.
  static func prepare() {
    guard lock.try() else { return }
    defer { lock.unlock() }
    guard context == nil, !isPreparing else { return }
    isPreparing = true
    Thread.detachNewThread {
      let faces = NodeLabel.line("a", points: 12) + NodeLabel.line("b", points: 12, isBold: true)
      let drawing = GraphvizDrawing(
        name: "sample",
        nodeDefaults: ["fontname": PictureStyle.typeface],
        nodes: [GraphvizDrawing.Node(name: "sample", attributes: ["label": .html(faces)])]
      )
      // What fails here fails again where somebody can be told of it.
      _ = try? withContext(for: .svg, unlessMade: true) { context throws(GraphvizError) in
        _ = try rendered(drawing, engine: .dot, format: .svg, context: context) { layout in
          GraphvizPlacement(width: 10, height: 10, nodes: layout.nodes.map { _ in .init() }, edges: [])
        }
      }
      prepared.signal()
    }
  }

  /// Waits until what was begun to prepare is done, so that the program may end.
  static func finishPreparing() {
    lock.lock()
    let isPending = isPreparing
    lock.unlock()
    guard isPending else { return }
    prepared.wait()
    prepared.signal()
  }

  /// Lays a drawing out, lets its parts be put in their places and renders it; nothing where `arrange` wants none.
  ///
  /// Throws `GraphvizError` where Graphviz refuses it or the picture would be too large.
  func render(
    _ drawing: GraphvizDrawing,
    engine: GraphvizEngine,
    format: GraphvizFormat,
    arrange: (GraphvizLayout) -> GraphvizPlacement?
  ) throws(GraphvizError) -> Data? {
    guard drawing.nodes.count <= Self.mostNodes else {
      throw GraphvizError(
        "\(drawing.nodes.count) nodes are too many to draw (at most \(Self.mostNodes)); \(Self.advice)"
      )
    }
    return try Self.withContext(for: format) { context throws(GraphvizError) in
      try Self.rendered(drawing, engine: engine, format: format, context: context, arrange: arrange)
    } ?? nil
  }

  private static func rendered(
    _ drawing: GraphvizDrawing,
    engine: GraphvizEngine,
    format: GraphvizFormat,
    context: OpaquePointer,
    arrange: (GraphvizLayout) -> GraphvizPlacement?
  ) throws(GraphvizError) -> Data? {
    let built = try build(drawing)
    defer { dateline_graphviz_close(built.graph) }
    guard dateline_graphviz_layout(context, built.graph, engine.rawValue) == 0 else {
      throw GraphvizError("Graphviz could not lay the picture out", messages: messages)
    }
    defer { dateline_graphviz_free_layout(context, built.graph) }
    guard !messages.contains("syntax error") else {
      throw GraphvizError("Graphviz did not understand a label", messages: messages)
    }
    guard let placement = arrange(layout(of: built)) else { return nil }
    guard !format.isLimited || max(placement.width, placement.height) <= largestSide else {
      let size = "\(Int(placement.width)) × \(Int(placement.height))"
      throw GraphvizError("the picture would be \(size) points; \(Self.advice), or write SVG")
    }
    move(built, to: placement)
    return try bytes(of: built, format: format, context: context)
  }

  private static func layout(of built: Built) -> GraphvizLayout {
    func box(_ box: dateline_graphviz_box) -> GraphvizBox {
      GraphvizBox(left: box.left, bottom: box.bottom, right: box.right, top: box.top)
    }
    return GraphvizLayout(
      nodes: built.nodes.map { box(dateline_graphviz_node_box($0)) },
      edges: built.edges.map { edge in
        var found = dateline_graphviz_box()
        guard let edge, dateline_graphviz_edge_box(edge, &found) != 0 else { return nil }
        return box(found)
      }
    )
  }

  private static func move(_ built: Built, to placement: GraphvizPlacement) {
    for (node, shift) in zip(built.nodes, placement.nodes) {
      let middle = dateline_graphviz_node_box(node)
      let y = (middle.bottom + middle.top) / 2
      dateline_graphviz_move_node(
        node,
        (middle.left + middle.right) / 2 + shift.x,
        (shift.isMirrored ? -y : y) + shift.y
      )
    }
    for (edge, shift) in zip(built.edges, placement.edges) {
      guard let edge else { continue }
      dateline_graphviz_move_edge(edge, shift.x, shift.y, shift.isMirrored ? 1 : 0)
      dateline_graphviz_part_label(edge)
    }
    dateline_graphviz_resize(built.graph, placement.width, placement.height)
  }

  private static func bytes(
    of built: Built,
    format: GraphvizFormat,
    context: OpaquePointer
  ) throws(GraphvizError) -> Data {
    var bytes: UnsafeMutablePointer<CChar>?
    var length = 0
    let status = dateline_graphviz_render(context, built.graph, format.rawValue, &bytes, &length)
    guard status == 0, let bytes else {
      throw GraphvizError("Graphviz could not write \(format)", messages: messages)
    }
    defer { dateline_graphviz_free(bytes) }
    return Data(bytes: bytes, count: length)
  }

  /// Calls with the context of a format, under the lock; does nothing where it is made already and that is asked for.
  private static func withContext<Outcome>(
    for format: GraphvizFormat,
    unlessMade: Bool = false,
    _ body: (OpaquePointer) throws(GraphvizError) -> Outcome
  ) throws(GraphvizError) -> Outcome? {
    lock.lock()
    defer { lock.unlock() }
    if unlessMade, context != nil { return nil }
    let made: OpaquePointer?
    if format.needsFonts {
      made = contextWithFonts ?? dateline_graphviz_context()
      contextWithFonts = made
    } else {
      made = context ?? dateline_graphviz_context_with_text_widths()
      context = made
    }
    guard let made else {
      throw GraphvizError("Graphviz could not be started; is the package 'graphviz' whole?")
    }
    dateline_graphviz_begin()
    return try body(made)
  }

  private static var messages: String { String(cString: dateline_graphviz_messages()) }

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
    declare(dateline_graphviz_graph, [:], [drawing.attributes])
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
