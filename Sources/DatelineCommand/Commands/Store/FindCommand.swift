import ArgumentParser
import Dateline

/// Searches names and sentences of a store.
struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Search the names and sentences of a store.",
    discussion: """
      Every word of the query must begin a word of the name or sentence; case and accents do not count.

      Examples:
        dateline find mens --store week.dateline
        dateline find "ferry capsized" --store week.dateline --limit 5
      """
  )

  @Argument(help: "Words, or beginnings of words.")
  var query: String

  @Option(help: "The most names, and the most sentences, to tell.")
  var limit = 20

  @OptionGroup var store: StoreArguments
  @OptionGroup var answer: AnswerArguments

  func run() throws {
    let store = try store.open(.reading)
    let (nodes, passages) = try StoreOpening.told {
      (try store.nodes(matching: query, limit: limit), try store.passages(matching: query, limit: limit))
    }
    let rows: [[AnswerCell]] =
      nodes.map { node in
        [.text(node.kind.noun), .text(node.summary), "", .text(node.id), .list(node.aliases), ""]
      }
      + passages.map { found in
        [
          "sentence", "", .text(found.date?.description ?? ""), .text(found.passage.article), "",
          .text(found.passage.text),
        ]
      }
    try answer.write(
      ["what", "name", "date", "id", "also", "text"],
      rows,
      shown: ["what", "name", "date", "id", "text"],
      prose: 2,
      nothing: "Nothing matches '\(query)'."
    )
  }
}
