import ArgumentParser
import Dateline

/// Decides that two names are of one.
struct SameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "same",
    abstract: "Decide that two names of a store mean one; kept and applied to every later article.",
    discussion: """
      Example:
        dateline same "Mensah" "Ama Mensah" --store week.dateline
      """
  )

  @Argument(help: "A name or the id of a node.")
  var first: String

  @Argument(help: "Another name or id.")
  var second: String

  @OptionGroup var store: StoreArguments

  func run() throws {
    let store = try store.open(.changing)
    let shown = try StoreOpening.told { try store.decide(.same, first, second) }
    try StandardOutput.write("decided: \(TerminalText.line(shown))\n")
  }
}

/// Decides that two names are not of one.
struct DifferentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "different",
    abstract: "Decide that two names of a store mean two; kept and applied to every later article.",
    discussion: """
      Example:
        dateline different "A. Mensah" "Ama Mensah" --store week.dateline
      """
  )

  @Argument(help: "A name or the id of a node.")
  var first: String

  @Argument(help: "Another name or id.")
  var second: String

  @OptionGroup var store: StoreArguments

  func run() throws {
    let store = try store.open(.changing)
    let shown = try StoreOpening.told { try store.decide(.different, first, second) }
    try StandardOutput.write("decided: \(TerminalText.line(shown))\n")
  }
}

/// Lists and withdraws decisions.
struct DecisionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decisions",
    abstract: "List the decisions of a store, or take one back.",
    discussion: """
      Examples:
        dateline decisions --store week.dateline
        dateline decisions --store week.dateline --withdraw 2
      """
  )

  @Option(help: ArgumentHelp("Take back the decision of this number.", valueName: "number"))
  var withdraw: Int?

  @OptionGroup var store: StoreArguments
  @OptionGroup var answer: AnswerArguments

  func run() throws {
    if let withdraw {
      let store = try store.open(.changing)
      guard try StoreOpening.told({ try store.withdraw(decision: withdraw) }) else {
        throw CommandFailure("there is no decision \(withdraw); 'dateline decisions' lists them")
      }
      return try StandardOutput.write("withdrew decision \(withdraw)\n")
    }
    let decisions = try StoreOpening.told { try store.open(.reading).decisions() }
    try answer.write(
      ["number", "decision", "first", "second", "type"],
      decisions.map { number, decision in
        [
          "\(number)", decision.verdict.rawValue, decision.left.shown, decision.right.shown,
          decision.left.kind.noun,
        ]
      },
      nothing: "No decisions have been taken."
    )
  }
}
