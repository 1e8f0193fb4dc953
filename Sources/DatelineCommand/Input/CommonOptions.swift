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
    try told { try Pipeline(tables: try tableSource()) }
  }

  /// What the tables say, with the user's, for commands that read no article.
  func knowledgeBase() throws -> KnowledgeBase {
    try told { try KnowledgeBase(source: try tableSource()) }
  }

  private func tableSource() throws -> TableSource {
    if let knowledge {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: knowledge, isDirectory: &isFolder), isFolder.boolValue else {
        throw CommandFailure("\(knowledge): there is no such folder of knowledge tables")
      }
    }
    return TableSource(additions: knowledge.map { URL(fileURLWithPath: $0) })
  }

  private func told<Value>(_ make: () throws -> Value) throws -> Value {
    do {
      return try make()
    } catch let error as KnowledgeError {
      throw CommandFailure("\(error); mend the table or leave it out")
    } catch let error as AnalyserError {
      throw CommandFailure(error.description)
    }
  }
}

/// The articles that a command reads.
struct ArticleOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files with one article or, as .jsonl, .csv or .tsv, many; - is standard input.",
      valueName: "article"
    )
  )
  var articles: [String] = []

  @Option(
    help: ArgumentHelp("The day of publication, where the text does not say it (YYYY-MM-DD).", valueName: "day")
  )
  var date: CalendarDate?

  func validate() throws {
    guard articles.filter({ $0 == "-" }).count <= 1 else {
      throw ValidationError("Standard input can be read once only.")
    }
  }

  /// Throws where no article is named.
  func requireArticles() throws {
    guard !articles.isEmpty else { throw ValidationError("Name at least one article.") }
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// Reads an ISO 8601 date, whole or reduced.
  public init?(argument: String) {
    self.init(argument)
  }
}
