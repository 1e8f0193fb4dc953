import Dateline
import Foundation

/// Reads the articles of a command line; what cannot be read is reported and the rest goes on.
struct ArticleLoader {
  let pipeline: Pipeline
  let console: Console

  /// The articles that can be read, ids made distinct, and how many could not.
  func articles(_ options: ArticleOptions) -> (articles: [Article], failures: Int) {
    var articles: [Article] = []
    var failures = 0
    func take(_ read: () throws -> Article) {
      do {
        articles.append(try read())
      } catch {
        console.error("\(error)")
        failures += 1
      }
    }
    for path in options.articles {
      if let form = RecordForm(path: path), let handle = FileHandle(forReadingAtPath: path) {
        let records = RecordReader(handle, form: form, input: path)
        for record in records.results { take { try article(record.get(), date: options.date) } }
        try? handle.close()
      } else {
        take { try article(path, date: options.date) }
      }
    }
    return (Self.withDistinctIdentifiers(articles), failures)
  }

  private func article(_ path: String, date: CalendarDate?) throws -> Article {
    let article: Article
    if path == "-" {
      let data = try FileHandle.standardInput.readToEnd() ?? Data()
      article = try pipeline.reader.article(id: "standard-input", data: data, input: "standard input", date: date)
    } else {
      article = try pipeline.article(atPath: path, date: date)
    }
    try pipeline.checkLanguage(of: article, input: path == "-" ? "standard input" : path)
    return article
  }

  private func article(_ record: RawRecord, date: CalendarDate?) throws -> Article {
    var article = try pipeline.reader.article(of: record)
    article.date = article.date ?? date
    try pipeline.checkLanguage(of: article, input: record.name)
    return article
  }

  private static func withDistinctIdentifiers(_ articles: [Article]) -> [Article] {
    var seen: [String: Int] = [:]
    return articles.map { article in
      var article = article
      let count = (seen[article.id] ?? 0) + 1
      seen[article.id] = count
      if count > 1 { article.id += "-\(count)" }
      return article
    }
  }
}

/// Ends a command with status 1 where some inputs failed although the others were done.
func finish(failures: Int, of total: Int) throws {
  guard failures > 0 else { return }
  throw CommandFailure("\(failures) of \(total) articles could not be read; the others were done")
}
