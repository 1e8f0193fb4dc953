import ArgumentParser
import Dateline
import Foundation

/// Writes the graph of articles in a form for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the graph of articles as JSON or DOT, with everything that is known.",
    discussion: """
      JSON is the node-link form that NetworkX reads with node_link_graph(data, edges="edges"); DOT carries the same
      as attributes.

      Examples:
        dateline export story.txt > story.json
        dateline export story.txt --format dot | dot -Tsvg > story.svg
        dateline export monday.txt tuesday.txt -o week.json
        dateline export --store week.dateline --since 2025-04-01 -o april.json
      """
  )

  @OptionGroup var input: ArticleOptions
  @OptionGroup var source: StoreSourceArguments
  @OptionGroup var output: OutputOptions<ExportFormat>
  @OptionGroup var common: CommonOptions

  @Flag(help: "Name the rule or model that found each fact.")
  var explain = false

  func validate() throws { try source.check(besides: input) }

  func run() throws {
    let destination = OutputDestination(output.output)
    let format = try output.format(for: destination) ?? .json
    try destination.check()
    if let store = try source.open() {
      return try destination.write(format.data(of: source.graph(of: store), includesRules: explain))
    }
    let reading = try ArticleWork(pipeline: try common.pipeline(), console: common.console).graph(of: input)
    try destination.write(format.data(of: reading.graph, includesRules: explain))
    try finish(failures: reading.failures, of: input.articles.count)
  }
}

extension ExportFormat: ExpressibleByArgument {}
