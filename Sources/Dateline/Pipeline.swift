@_exported import ArticleReading
@_exported import Export
@_exported import Extraction
@_exported import Knowledge
@_exported import KnowledgeGraph
@_exported import LanguageAnalysis
@_exported import Rendering
@_exported import Store

/// The way from an article to its graph, with everything loaded once.
public struct Pipeline: Sendable {
  /// Reads the text.
  public let analyser: Analyser
  /// What the extraction knows of the world.
  public let knowledge: KnowledgeBase

  /// Loads the analyser and the knowledge tables.
  ///
  /// Throws `AnalyserError` or `KnowledgeError` where weights or tables are wrong.
  public init(tables: TableSource = TableSource()) throws {
    analyser = try Analyser()
    knowledge = try KnowledgeBase(source: tables)
  }

  /// The annotated text of an article; what is no part of the story is left out.
  public func document(of article: Article) -> Document {
    analyser.annotate(article.text, blocks: article.regions.filter(\.kind.isStory).map(\.range))
  }

  /// The facts of an article.
  public func facts(of article: Article) -> Facts {
    Extractor(knowledge: knowledge).facts(of: article, document: document(of: article))
  }

  /// The graph of an article.
  public func graph(of article: Article) -> Graph {
    GraphBuilder().graph(of: facts(of: article), article: article)
  }
}
