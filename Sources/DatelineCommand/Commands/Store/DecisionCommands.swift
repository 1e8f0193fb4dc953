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
  @OptionGroup var answer: AnswerArguments

  func run() throws {
    try Deciding(store: store.open(.changing), answer: answer).decide(.same, first, second)
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
  @OptionGroup var answer: AnswerArguments

  func run() throws {
    try Deciding(store: store.open(.changing), answer: answer).decide(.different, first, second)
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
      return try answer.tell("withdrew decision \(withdraw)", [("withdrawn", .number(withdraw))])
    }
    let decisions = try StoreOpening.told { try store.open(.reading).decisions() }
    try answer.write(
      ["number", "decision", "first", "second", "type"],
      decisions.map { number, decision in
        [
          .number(number), .text(decision.verdict.rawValue), .text(decision.left.shown), .text(decision.right.shown),
          .text(decision.left.kind.noun),
        ]
      },
      prose: 0,
      nothing: "No decisions have been taken."
    )
  }
}

/// Takes a decision; where a name means none or several, the candidates or the nearest names are told.
private struct Deciding {
  let store: GraphStore
  let answer: AnswerArguments

  func decide(_ verdict: MergeDecision.Verdict, _ first: String, _ second: String) throws {
    let shown: String
    do {
      shown = try store.decide(verdict, first, second)
    } catch let error as StoreError {
      if case .contradiction = error.kind {
        for name in [first, second] { _ = try StoreOpening.node(named: name, in: store) }
      }
      throw CommandFailure(error.description)
    }
    try answer.tell(
      "decided: \(shown)",
      [("decision", .text(verdict.rawValue)), ("first", .text(first)), ("second", .text(second))]
    )
  }
}
