import ArgumentParser
import Dateline

/// Tells what one store has that another has not.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Tell what one store has that another has not.",
    discussion: """
      Example:
        dateline compare monday.dateline tuesday.dateline
      """
  )

  @Argument(help: "A store.")
  var first: String

  @Argument(help: "Another store.")
  var second: String

  @OptionGroup var answer: AnswerArguments

  func run() throws {
    let left = try StoreOpening.open(first, .reading)
    let right = try StoreOpening.open(second, .reading)
    let rows = try StoreOpening.told { () -> [[String]] in
      try left.contents().differences(from: right.contents()).map { difference in
        [difference.isOnlyInFirst ? first : second, difference.what, difference.name]
      }
    }
    try answer.write(
      ["only in", "what", "name"],
      rows,
      nothing: "Both stores have the same articles, nodes and edges."
    )
  }
}
