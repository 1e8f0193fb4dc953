import ArticleReading
import Extraction

/// Builds the graph of one article from its facts.
public struct GraphBuilder: Sendable {
  /// Makes a builder.
  public init() {}

  /// The graph of an article.
  public func graph(of facts: Facts, article: Article) -> Graph {
    Graph(articles: [
      ArticleReference(id: article.id, title: article.title, date: article.date, url: article.url)
    ])
  }
}
