import Dateline
import Foundation

/// Draws graphs for commands.
struct Picture {
  let knowledge: KnowledgeBase

  /// The picture of a graph; throws `CommandFailure` with what to do.
  func data(of graph: Graph, as format: PictureFormat, options: PictureOptions) throws -> Data {
    try reportingFailure { try PictureRenderer(knowledge: knowledge).render(graph, as: format, options: options) }
  }

  /// The page of a graph beside its articles; throws `CommandFailure` with what to do.
  func page(of graph: Graph, articles: [Article], options: PictureOptions) throws -> Data {
    try reportingFailure { try PageRenderer(knowledge: knowledge).render(graph, articles: articles, options: options) }
  }

  private func reportingFailure(_ draw: () throws -> Data) throws -> Data {
    do {
      return try draw()
    } catch let error as PictureError {
      throw CommandFailure(error.description)
    } catch let error as GraphvizError {
      throw CommandFailure("the picture cannot be drawn: \(error)")
    }
  }
}
