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

  /// Calls `body` while the libraries and fonts of pictures are loaded on another thread; returns when both are done.
  ///
  /// Nothing needs it; a program that has other work before its first picture draws it sooner. Throws what `body` throws.
  public static func preparing<Outcome>(_ body: () throws -> Outcome) rethrows -> Outcome {
    GraphvizRenderer.prepare()
    defer { GraphvizRenderer.finishPreparing() }
    return try body()
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
    if format == .html { return try PageRenderer(knowledge: knowledge).render(graph, articles: [], options: options) }
    switch format {
    case .svg, .html:
      let picture = try rendered(graph, as: .svg, options: options)
      return AccessibleSVG(content: picture.content, graph: graph, placement: .file).data(from: picture.data)
    case .pdf: return try rendered(graph, as: .pdf, options: options).data
    case .png: return try rendered(graph, as: .png, options: options).data
    case .dot: return try rendered(graph, as: .dot, options: options).data
    }
  }

  /// The picture as Graphviz writes it; throws what `render` throws.
  func rendered(
    _ graph: Graph,
    as format: GraphvizFormat,
    options: PictureOptions,
    hasHeadline: Bool = true
  ) throws -> PictureLayout.Rendered {
    guard knowledge.themes.names.contains(options.theme) else {
      throw PictureError(
        "there is no theme '\(options.theme)'; choose \(knowledge.themes.names.joined(separator: ", "))"
      )
    }
    guard options.scale > 0, options.scale <= 10 else {
      throw PictureError("the scale \(options.scale) is not between 0 and 10")
    }
    if let top = options.top, top < 1, !options.showsAll {
      throw PictureError("\(top) nodes cannot be drawn; ask for 1 or more")
    }
    GraphvizRenderer.prepare()
    let layout = PictureLayout(
      composer: PictureComposer(graph: graph, knowledge: knowledge, options: options),
      style: PictureStyle(themes: knowledge.themes, theme: options.theme),
      hasHeadline: hasHeadline,
      format: format,
      resolution: format == .png ? 72 * options.scale : nil
    )
    return try layout.rendered(options: options)
  }
}
