import ArgumentParser
import Dateline

/// Lists the articles of a store.
struct ArticlesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "articles",
    abstract: "List the articles of a store.",
    discussion: """
      Examples:
        dateline articles --store week.dateline
        dateline articles --store week.dateline --format json | jq '.[].article'
      """
  )

  @OptionGroup var store: StoreArguments
  @OptionGroup var answer: AnswerArguments

  func run() throws {
    let articles = try StoreOpening.told { try store.open(.reading).articles() }
    try answer.write(
      ["date", "title", "nodes", "edges", "article", "url"],
      articles.map { article in
        let reference = article.reference
        return [
          .text(reference.date?.description ?? ""), .text(reference.title ?? ""), .number(article.nodes),
          .number(article.edges), .text(reference.id), .text(reference.url ?? ""),
        ]
      },
      prose: 2,
      nothing: "There are no articles in the store."
    )
  }
}

/// Takes articles out of a store.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take articles, and all that only they say, out of a store.",
    discussion: """
      Example:
        dateline remove monday --store week.dateline
      """
  )

  @Argument(help: ArgumentHelp("Ids of articles, as 'dateline articles' lists them.", valueName: "article"))
  var articles: [String]

  @OptionGroup var store: StoreArguments
  @OptionGroup var answer: AnswerArguments
  @OptionGroup var common: CommonOptions

  func run() throws {
    let store = try store.open(.changing)
    var (removed, missing): ([String], [String]) = ([], [])
    for article in articles {
      let wasThere = try StoreOpening.told { try store.remove(article: article) }
      if wasThere { removed.append(article) } else { missing.append(article) }
      if wasThere, answer.format == .table { try StandardOutput.write("removed \(TerminalText.line(article))\n") }
    }
    if answer.format == .json { try answer.writeJSON(AnswerRecord([("removed", .list(removed))])) }
    guard missing.isEmpty else {
      throw CommandFailure("there is no article \(missing.map { "'\($0)'" }.joined(separator: ", ")) in the store")
    }
  }
}
