import Dateline
import Foundation

/// Reads the articles of a command line into one graph.
struct ArticleWork {
  /// What was read.
  struct Reading {
    /// The articles that could be read.
    var articles: [Article]
    /// Their graph.
    var graph: Graph
    /// How many could not be read; they have been reported.
    var failures: Int
  }

  let pipeline: Pipeline
  let console: Console

  /// The graph of all articles that can be read; throws `CommandFailure` where none can.
  func graph(of options: ArticleOptions) throws -> Reading {
    let (articles, failures) = ArticleLoader(pipeline: pipeline, console: console).articles(options)
    guard !articles.isEmpty else { throw CommandFailure("no article could be read") }
    for article in articles where article.date == nil {
      console.detail("\(article.id): the text does not say its day of publication; --date tells it")
    }
    return Reading(articles: articles, graph: pipeline.merged(graphs(of: articles)), failures: failures)
  }

  private func graphs(of articles: [Article]) -> [Graph] {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    guard articles.count > 1 else { return articles.map { pipeline.graph(of: $0, threads: cores) } }
    var progress = Progress(console: console, total: articles.count, noun: "articles")
    var graphs: [Graph] = []
    while graphs.count < articles.count {
      let next = articles[graphs.count...].prefix(2 * cores)
      graphs += OrderedWork.map(Array(next)) { [pipeline] in pipeline.graph(of: $0) }
      progress.update(graphs.count)
    }
    progress.finish()
    return graphs
  }
}
