import ArgumentParser
import Dateline
import Foundation

/// Options that every command has.
struct CommonOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say what is being done.")
  var verbose = false

  @Option(
    help: ArgumentHelp("A folder of tables that add to or replace rows of the built-in knowledge.", valueName: "folder")
  )
  var knowledge: String?

  func validate() throws {
    guard !(quiet && verbose) else { throw ValidationError("Give either --quiet or --verbose.") }
  }

  /// Where messages go.
  var console: Console { Console(quiet ? .quiet : verbose ? .verbose : .normal) }

  /// The pipeline with the user's knowledge.
  func pipeline() throws -> Pipeline {
    if let knowledge {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: knowledge, isDirectory: &isFolder), isFolder.boolValue else {
        throw CommandFailure("\(knowledge): there is no such folder of knowledge tables")
      }
    }
    do {
      return try Pipeline(tables: TableSource(additions: knowledge.map { URL(fileURLWithPath: $0) }))
    } catch let error as KnowledgeError {
      throw CommandFailure("\(error); mend the table or leave it out")
    } catch let error as AnalyserError {
      throw CommandFailure(error.description)
    }
  }
}

/// The articles that a command reads.
struct ArticleOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Files with one article each; - is standard input.", valueName: "article"))
  var articles: [String]

  @Option(
    help: ArgumentHelp("The day of publication, where the text does not say it (YYYY-MM-DD).", valueName: "day")
  )
  var date: CalendarDate?

  func validate() throws {
    guard !articles.isEmpty else { throw ValidationError("Name at least one article.") }
    guard articles.filter({ $0 == "-" }).count <= 1 else {
      throw ValidationError("Standard input can be read once only.")
    }
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// Reads an ISO 8601 date, whole or reduced.
  public init?(argument: String) {
    self.init(argument)
  }
}
