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

  @Flag(help: "With --format json: name the rule or model that found each fact.")
  var explain = false

  func run() throws {
    let destination = OutputDestination(output.output)
    let format = try output.format(for: destination) ?? .svg
    guard !explain || format == .json else {
      throw ValidationError("--explain goes with --format json; 'dateline explain' tells the same in words.")
    }
    try destination.check(format: format.rawValue, isBinary: format.isBinary)
    let console = common.console
    let pipeline = try common.pipeline()
    let reading = try ArticleWork(pipeline: pipeline, console: console).graph(of: input)
    console.detail("drawing \(reading.graph.nodes.count) nodes, \(reading.graph.edges.count) edges")
    try destination.write(try data(of: reading, as: format, knowledge: pipeline.knowledge))
    try finish(failures: reading.failures, of: input.articles.count)
  }

  private func data(of reading: ArticleWork.Reading, as format: GraphFormat, knowledge: KnowledgeBase) throws -> Data {
    let drawing = Picture(knowledge: knowledge)
    switch format {
    case .json: return ExportFormat.json.data(of: reading.graph, includesRules: explain)
    case .html: return try drawing.page(of: reading.graph, articles: reading.articles, options: picture.options)
    case .svg: return try drawing.data(of: reading.graph, as: .svg, options: picture.options)
    case .png: return try drawing.data(of: reading.graph, as: .png, options: picture.options)
    case .pdf: return try drawing.data(of: reading.graph, as: .pdf, options: picture.options)
    case .dot: return try drawing.data(of: reading.graph, as: .dot, options: picture.options)
    }
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
}
