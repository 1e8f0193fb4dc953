@_exported import ArticleReading
@_exported import Export
@_exported import Extraction
import Foundation
@_exported import Knowledge
@_exported import KnowledgeGraph
@_exported import LanguageAnalysis
@_exported import Rendering
@_exported import Store

/// The way from an article to its graph, with everything loaded once; used from any number of threads.
public struct Pipeline: Sendable {
  /// Reads files into articles.
  public let reader: ArticleReader
  /// Reads the text.
  public let analyser: Analyser
  /// What the extraction knows of the world.
  public let knowledge: KnowledgeBase

  /// Loads the analyser and the knowledge tables.
  ///
  /// - Parameter tables: Where the tables come from: the program's own, or with a folder of additions laid over them.
  /// - Throws: `AnalyserError` or `KnowledgeError` where weights or tables are wrong.
  public init(tables: TableSource = TableSource()) throws {
    knowledge = try KnowledgeBase(source: tables)
    reader = try ArticleReader(lines: knowledge.articleLines)
    analyser = try Analyser()
  }

  /// The article in a file; throws `ArticleReadingError` where it cannot be read.
  public func article(atPath path: String, date: CalendarDate? = nil) throws(ArticleReadingError) -> Article {
    try reader.article(atPath: path, date: date)
  }

  /// The annotated text of an article; what is no part of the story is left out.
  ///
  /// - Parameter threads: How many threads may work at a time; the result does not depend on it.
  public func document(of article: Article, threads: Int = 1) -> Document {
    analyser.annotate(
      article.text,
      blocks: article.regions.filter(\.kind.isStory).map(\.range),
      threads: threads
    )
  }

  /// The facts of an article.
  public func facts(of article: Article, threads: Int = 1) -> Facts {
    Extractor(knowledge: knowledge).facts(of: article, document: document(of: article, threads: threads))
  }

  /// The graph of an article.
  public func graph(of article: Article, threads: Int = 1) -> Graph {
    GraphBuilder().graph(of: facts(of: article, threads: threads), article: article)
  }

  /// The graph of several articles, merged as a store merges them; of one article it is the graph itself.
  public func merged(_ graphs: [Graph]) -> Graph {
    guard graphs.count != 1 else { return graphs[0] }
    return GraphMerger(knowledge: knowledge).merged(graphs)
  }
}

extension ArticleReader {
  /// Makes a reader that knows lines outside the story by a knowledge table; throws where a pattern is malformed.
  public init(lines: ArticleLineTable) throws(KnowledgeError) {
    var patterns: [LinePattern] = []
    for entry in lines.entries {
      guard let kind = ArticleRegion.Kind(rawValue: entry.kind) else {
        throw KnowledgeError(table: "article-lines", line: 0, problem: "row '\(entry.id)' has no kind '\(entry.kind)'")
      }
      do {
        patterns.append(try LinePattern(kind: kind, pattern: entry.pattern))
      } catch {
        throw KnowledgeError(table: "article-lines", line: 0, problem: "row '\(entry.id)' has a malformed pattern")
      }
    }
    self.init(patterns: patterns)
  }
}
