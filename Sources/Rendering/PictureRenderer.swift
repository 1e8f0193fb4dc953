import ArticleReading
import Foundation
import Knowledge
import KnowledgeGraph

/// Draws a graph as a picture.
public struct PictureRenderer: Sendable {
  private let knowledge: KnowledgeBase

  /// Makes a renderer that takes colours and words from the knowledge tables.
  public init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
  }

  /// The picture of a graph as a file's bytes; the same graph and options give the same bytes.
  ///
  /// - Throws: `PictureError` where an option has no meaning or the graph is too large to draw, with what to do;
  ///   `GraphvizError` where Graphviz fails.
  public func render(
    _ graph: Graph,
    as format: PictureFormat,
    options: PictureOptions = PictureOptions()
  ) throws -> Data {
    guard knowledge.themes.names.contains(options.theme) else {
      throw PictureError(
        "there is no theme '\(options.theme)'; choose \(knowledge.themes.names.joined(separator: ", "))"
      )
    }
    guard options.scale > 0, options.scale <= 10 else {
      throw PictureError("the scale \(options.scale) is not between 0 and 10")
    }
    let drawing = Self.drawing(of: graph)
    let renderer = GraphvizRenderer()
    switch format {
    case .svg: return try renderer.render(drawing, engine: .dot, format: .svg).data
    case .pdf: return try renderer.render(drawing, engine: .dot, format: .pdf).data
    case .png: return try renderer.render(drawing, engine: .dot, format: .png, resolution: 72 * options.scale).data
    case .dot: return try renderer.dot(drawing)
    case .html: return try PageRenderer(knowledge: knowledge).render(graph, articles: [], options: options)
    }
  }

  private static func drawing(of graph: Graph) -> GraphvizDrawing {
    var drawing = GraphvizDrawing(name: "graph", attributes: ["rankdir": "LR"])
    drawing.nodes = graph.nodes.map { node in
      GraphvizDrawing.Node(name: node.id, attributes: ["label": .text(GraphvizText.plain(node.label))])
    }
    drawing.edges = graph.edges.map { edge in
      GraphvizDrawing.Edge(tail: edge.source, head: edge.target, attributes: ["label": .text(edge.kind.rawValue)])
    }
    return drawing
  }
}
