import ArgumentParser
import Dateline

/// The command line.
@main
struct DatelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dateline",
    abstract: "Reads news articles into a typed, sourced knowledge graph."
  )
}
