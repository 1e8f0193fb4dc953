import ArgumentParser
import Dateline
import Foundation

/// Draws or writes the graph of articles.
struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Read articles and draw their graph: SVG, PNG, PDF, an HTML page, DOT or JSON.",
    discussion: """
      Several articles give one graph; --store draws what a store holds instead. The format follows from the name of
      the output or from --format.

      Examples:
        dateline graph story.txt -o story.svg
        dateline graph story.txt --date 2025-04-15 -o story.html
        dateline graph monday.txt tuesday.txt --top 40 --theme dark -o week.png
        dateline graph --around Accra --depth 2 --store week.dateline -o accra.svg
        cat story.txt | dateline graph - --format json | jq '.nodes[].label'
      """
  )

  @OptionGroup var input: ArticleOptions
  @OptionGroup var source: StoreSourceArguments
  @OptionGroup var output: OutputOptions<GraphFormat>
  @OptionGroup var picture: PictureArguments
  @OptionGroup var common: CommonOptions

  @Flag(help: "With --format json: name the rule or model that found each fact.")
  var explain = false

  @Option(help: ArgumentHelp("Draw what surrounds this node alone.", valueName: "name"))
  var around: String?

  @Option(help: "With --around: how many steps to go.")
  var depth = 1

  func validate() throws {
    try source.check(besides: input)
    guard depth >= 1 else { throw ValidationError("--depth must be at least 1.") }
  }

  func run() throws {
    let destination = OutputDestination(output.output)
    let format = try output.format(for: destination) ?? .svg
    guard !explain || format == .json else {
      throw ValidationError("--explain goes with --format json; 'dateline explain' tells the same in words.")
    }
    try destination.check(format: format.rawValue, isBinary: format.isBinary)
    let console = common.console
    if let store = try source.open() {
      let graph = try graph(of: store)
      console.detail("drawing \(graph.nodes.count) nodes, \(graph.edges.count) edges")
      return try destination.write(try data(of: graph, articles: [], as: format, knowledge: common.knowledgeBase()))
    }
    let pipeline = try common.pipeline()
    let work = ArticleWork(pipeline: pipeline, console: console)
    let reading =
      format == .json ? try work.graph(of: input) : try PictureRenderer.preparing { try work.graph(of: input) }
    let graph =
      try around.map { name in
        let index = IndexedGraph(reading.graph)
        return try Neighbourhood(of: name, in: index, limits: limits).graph(from: index)
      } ?? reading.graph
    console.detail("drawing \(graph.nodes.count) nodes, \(graph.edges.count) edges")
    let data = try data(of: graph, articles: reading.articles, as: format, knowledge: pipeline.knowledge)
    try destination.write(data)
    try finish(failures: reading.failures, of: input.articles.count)
  }

  private var limits: Neighbourhood.Limits { Neighbourhood.Limits(depth: depth) }

  private func graph(of store: GraphStore) throws -> Graph {
    guard let around else { return try source.graph(of: store) }
    let view = source.period.view(of: store, isWhole: true)
    let neighbourhood = try source.neighbourhood(of: around, in: store, view: view, limits: limits)
    return try StoreOpening.told { try neighbourhood.graph(from: view) }
  }

  private func data(
    of graph: Graph,
    articles: [Article],
    as format: GraphFormat,
    knowledge: KnowledgeBase
  ) throws -> Data {
    let drawing = Picture(knowledge: knowledge)
    switch format {
    case .json: return ExportFormat.json.data(of: graph, includesRules: explain)
    case .html: return try drawing.page(of: graph, articles: articles, options: picture.options)
    case .svg: return try drawing.data(of: graph, as: .svg, options: picture.options)
    case .png: return try drawing.data(of: graph, as: .png, options: picture.options)
    case .pdf: return try drawing.data(of: graph, as: .pdf, options: picture.options)
    case .dot: return try drawing.data(of: graph, as: .dot, options: picture.options)
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
