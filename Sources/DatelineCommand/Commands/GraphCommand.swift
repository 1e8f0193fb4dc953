import ArgumentParser
import Dateline
import Foundation

/// Draws or writes the graph of articles.
struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Read articles and draw their graph: SVG, PNG, PDF, an HTML page, DOT or JSON.",
    discussion: """
      Several articles give one graph. The format follows from the name of the output or from --format.

      Examples:
        dateline graph story.txt -o story.svg
        dateline graph story.txt --date 2025-04-15 -o story.html
        dateline graph monday.txt tuesday.txt --top 40 --theme dark -o week.png
        cat story.txt | dateline graph - --format json | jq '.nodes[].label'
      """
  )

  @OptionGroup var input: ArticleOptions
  @OptionGroup var output: OutputOptions<GraphFormat>
  @OptionGroup var picture: PictureArguments
  @OptionGroup var common: CommonOptions

  @Flag(help: "With --format json or dot: name the rule or model that found each fact.")
  var explain = false

  func run() throws {
    let destination = OutputDestination(output.output)
    let format = try output.format(for: destination) ?? .svg
    try destination.check(format: format.rawValue, isBinary: format.isBinary)
    let console = common.console
    let pipeline = try common.pipeline()
    let work = ArticleWork(pipeline: pipeline, console: console)
    let reading = try work.graph(of: input)
    try destination.write(try format.data(of: reading, pipeline: pipeline, picture: picture, explain: explain))
    if let path = destination.path {
      console.detail("\(path): \(reading.graph.nodes.count) nodes, \(reading.graph.edges.count) edges")
    }
    try finish(failures: reading.failures, of: input.articles.count)
  }
}

/// The formats of `dateline graph`.
enum GraphFormat: String, CaseIterable, ExpressibleByArgument {
  case svg
  case png
  case pdf
  case html
  case dot
  case json

  /// Whether it is no text for a terminal.
  var isBinary: Bool { self == .png || self == .pdf }

  func data(
    of reading: ArticleWork.Reading,
    pipeline: Pipeline,
    picture: PictureArguments,
    explain: Bool
  ) throws -> Data {
    switch self {
    case .json: ExportFormat.json.data(of: reading.graph, includesRules: explain)
    default: ExportFormat.dot.data(of: reading.graph, includesRules: explain)
    }
  }
}
