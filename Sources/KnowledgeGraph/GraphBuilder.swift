import ArticleReading
import Extraction

/// Builds the graph of one article from its facts.
public struct GraphBuilder: Sendable {
  /// Makes a builder.
  public init() {}

  /// The graph of an article.
  public func graph(of facts: Facts, article: Article) -> Graph {
    var assembly = GraphAssembly(facts: facts, article: article)
    assembly.addEntities()
    assembly.addRoles()
    assembly.addRelations()
    assembly.addEvents()
    assembly.addCasualties()
    assembly.addStatements()
    assembly.addContainment()
    let reference = ArticleReference(id: article.id, title: article.title, date: article.date, url: article.url)
    return Graph(articles: [reference], nodes: assembly.nodes, edges: assembly.edges.edges)
  }
}
