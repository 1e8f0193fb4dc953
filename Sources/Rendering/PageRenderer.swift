import ArticleReading
import Foundation
import Knowledge
import KnowledgeGraph
import PageAssets

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
    let picture = try PictureRenderer(knowledge: knowledge).rendered(
      graph,
      as: .svg,
      options: options,
      hasHeadline: false
    )
    let svg = AccessibleSVG(content: picture.content, graph: graph, placement: .page).data(from: picture.data)
    let document = PageDocumentBuilder(
      graph: graph,
      articles: articles,
      composer: PictureComposer(graph: graph, knowledge: knowledge, options: options),
      content: picture.content
    ).document
    let style = PageStyle(themes: knowledge.themes, theme: options.theme).css + Self.text(dateline_page_style())
    let script = (0..<dateline_page_script_count()).map { Self.text(dateline_page_script_at($0)) }.joined(
      separator: "\n"
    )
    let template = PageTemplate(
      title: picture.content.title,
      subtitle: picture.content.subtitle.joined(separator: " · "),
      style: style,
      script: script,
      svg: String(decoding: svg, as: UTF8.self),
      json: try Self.json(of: document)
    )
    return Data(template.html.utf8)
  }

  private static func text(_ asset: dateline_page_asset) -> String {
    String(decoding: UnsafeBufferPointer(start: asset.bytes, count: asset.length), as: UTF8.self)
  }

  /// JSON in which nothing can end the element that holds it.
  private static func json(of document: PageDocument) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(document), as: UTF8.self).replacing("<", with: "\\u003c")
      .replacing("\u{2028}", with: "\\u2028").replacing("\u{2029}", with: "\\u2029")
  }
}
