import ArgumentParser
import Dateline
import Foundation

/// Tells what surrounds a node.
struct NeighboursCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "neighbours",
    abstract: "Tell what surrounds a person, place, organisation or event.",
    discussion: """
      The name may be a whole name, one of its words, or the id of a node. The graph is that of articles, or of a store.

      Examples:
        dateline neighbours "Ama Mensah" story.txt
        dateline neighbours Accra story.txt --depth 2 --type person
        dateline neighbours place:accra monday.txt tuesday.txt --relation agent --format json
        dateline neighbours "Ama Mensah" --store week.dateline --since 2025-04-01
      """,
    aliases: ["neighbors"]
  )

  @Argument(help: "Whose neighbours are asked for.")
  var name: String

  @OptionGroup var input: ArticleOptions
  @OptionGroup var source: StoreSourceArguments
  @OptionGroup var limits: NeighbourhoodArguments
  @OptionGroup var common: CommonOptions

  func validate() throws { try source.check(besides: input) }

  func run() throws {
    let destination = OutputDestination(limits.output)
    try destination.check()
    if let store = try source.open() {
      let isWhole = limits.format == .dot || limits.format == .svg
      let view = source.period.view(of: store, isWhole: isWhole)
      let neighbourhood = try source.neighbourhood(of: name, in: store, view: view, limits: limits.limits)
      return try write(neighbourhood, in: view, to: destination, knowledge: common.knowledgeBase())
    }
    let pipeline = try common.pipeline()
    let reading = try ArticleWork(pipeline: pipeline, console: common.console).graph(of: input)
    let index = IndexedGraph(reading.graph)
    let neighbourhood = try Neighbourhood(of: name, in: index, limits: limits.limits)
    try write(neighbourhood, in: index, to: destination, knowledge: pipeline.knowledge)
    try finish(failures: reading.failures, of: input.articles.count)
  }

  private func write(
    _ neighbourhood: Neighbourhood,
    in source: any GraphSource,
    to destination: OutputDestination,
    knowledge: @autoclosure () throws -> KnowledgeBase
  ) throws {
    let report = NeighbourhoodReport(neighbourhood: neighbourhood, source: source)
    try destination.write(try StoreOpening.told { try report.data(as: limits.format, knowledge: knowledge) })
  }
}

/// How far a neighbourhood reaches and in what form it is told.
struct NeighbourhoodArguments: ParsableArguments {
  @Option(help: "How many steps to go.")
  var depth = 1

  @Option(help: ArgumentHelp("Tell of nodes of this type alone; may be given again.", valueName: "type"))
  var type: [NodeKind] = []

  @Option(help: ArgumentHelp("Follow edges of this type alone; may be given again.", valueName: "relation"))
  var relation: [Edge.Kind] = []

  @Option(help: "The form of the answer.")
  var format = NeighbourhoodFormat.table

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"))
  var output: String?

  /// The limits of the walk.
  var limits: Neighbourhood.Limits {
    Neighbourhood.Limits(depth: depth, nodeKinds: Set(type), edgeKinds: Set(relation))
  }

  func validate() throws {
    guard depth >= 1 else { throw ValidationError("--depth must be at least 1.") }
  }
}

extension NodeKind: ExpressibleByArgument {}
extension Edge.Kind: ExpressibleByArgument {}
