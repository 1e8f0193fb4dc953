import ArgumentParser
import Dateline
import Foundation

/// The command line.
@main
struct DatelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dateline",
    abstract: "Reads news articles into a typed, sourced knowledge graph.",
    discussion: """
      Examples:
        dateline graph story.txt -o story.svg
        dateline graph story.txt --date 2025-04-15 -o story.html
        dateline neighbours "Ama Mensah" story.txt
        dateline add articles/ --store week.dateline
        dateline extract < articles.jsonl > graphs.jsonl
      """,
    version: datelineVersion,
    subcommands: [
      GraphCommand.self, NeighboursCommand.self, ExplainCommand.self, ExportCommand.self, ExtractCommand.self,
      AnnotateCommand.self,
      AddCommand.self, ArticlesCommand.self, RemoveCommand.self, ShowCommand.self, PathCommand.self, FindCommand.self,
      TimelineCommand.self, TollCommand.self, SameCommand.self, DifferentCommand.self, DecisionsCommand.self,
      CompareCommand.self, CheckCommand.self,
    ]
  )

  static func main() {
    // A reader that goes away must show as an error of the write, not end the program unheard.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as CommandFailure {
      Console.standard.error(failure.description)
      exit(withError: ExitCode.failure)
    } catch {
      exit(withError: error)
    }
  }
}
