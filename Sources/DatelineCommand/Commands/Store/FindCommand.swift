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
    let rows =
      nodes.map { [$0.kind.noun, $0.summary, $0.id, "", $0.aliases.joined(separator: ", ")] }
      + passages.map { ["sentence", "", $0.passage.article, $0.date?.description ?? "", $0.passage.text] }
    try answer.write(["what", "name", "id", "date", "text"], rows, nothing: "Nothing matches '\(query)'.")
  }
}
