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
    let rows = try StoreOpening.told {
      try left.differences(from: right).map { difference -> [AnswerCell] in
        [
          .text(difference.isOnlyInFirst ? first : second), .text(difference.what), .text(difference.label),
          .text(difference.id),
        ]
      }
    }
    try answer.write(
      ["only in", "what", "name", "id"],
      rows,
      nothing: "Both stores have the same articles, nodes and edges."
    )
  }
}
