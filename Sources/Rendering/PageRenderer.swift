import ArticleReading
import Foundation
import Knowledge
import KnowledgeGraph

/// Writes a graph as one self-contained HTML page: the picture beside the articles' text.
public struct PageRenderer: Sendable {
  private let knowledge: KnowledgeBase

  /// Makes a renderer that takes colours and words from the knowledge tables.
  public init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
  }

  /// The page of a graph as a file's bytes.
  ///
  /// - Parameter articles: The articles that the graph was read from, for their text; those of other graphs are not
  ///   shown, and an article that is missing leaves its evidence as sentences alone.
  /// - Throws: What `PictureRenderer.render` throws.
  public func render(
    _ graph: Graph,
    articles: [Article],
    options: PictureOptions = PictureOptions()
  ) throws -> Data {
    let picture = try PictureRenderer(knowledge: knowledge).render(graph, as: .svg, options: options)
    return Data("<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Dateline</title>\n".utf8) + picture
  }
}
