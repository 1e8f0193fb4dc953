import ArgumentParser
import Dateline
import Foundation

/// Tells where every fact stands and what found it.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell of every fact which sentence says it and which rule or model read it.",
    discussion: """
      The facts come in the order of the text. 'dateline export --explain' tells the same to programs.

      Examples:
        dateline explain story.txt
        dateline explain story.txt --about "Ama Mensah"
      """
  )

  @OptionGroup var input: ArticleOptions

  @Option(help: ArgumentHelp("Tell the facts about this node alone.", valueName: "name"))
  var about: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var common: CommonOptions

  func validate() throws { try input.requireArticles() }

  func run() throws {
    let destination = OutputDestination(output)
    try destination.check()
    let reading = try ArticleWork(pipeline: try common.pipeline(), console: common.console).graph(of: input)
    var center: Node?
    if let about {
      let found = NameSearch(reading.graph.nodes).node(named: about)
      center = try NodeChoice(source: IndexedGraph(reading.graph)).node(named: about, among: found)
    }
    try destination.write(Data(Explanation(graph: reading.graph, about: center?.id).text.utf8))
    try finish(failures: reading.failures, of: input.articles.count)
  }
}

/// The facts of a graph in the order of the text, each with its rule and its sentence.
struct Explanation {
  private struct Fact {
    var fact: String
    var evidence: Provenance
  }

  private let facts: [Fact]

  /// The facts of a graph, or of one of its nodes alone.
  init(graph: Graph, about id: String?) {
    let index = IndexedGraph(graph)
    func summary(_ id: String) -> String { index.node(withID: id)?.summary ?? id }
    var facts: [Fact] = []
    for node in graph.nodes where id == nil || id == node.id {
      guard let evidence = node.detail.trigger ?? node.mentions.first else { continue }
      let times = node.mentions.count > 1 ? ", \(node.mentions.count) mentions" : ""
      facts.append(Fact(fact: "\(node.kind.noun) \(node.summary)\(times)", evidence: evidence))
    }
    for edge in graph.edges where id == nil || id == edge.source || id == edge.target {
      for evidence in edge.evidence {
        let note = (edge.isFormer ? " (former)" : "") + (edge.isDerived ? " (derived)" : "")
        let fact = "\(summary(edge.source)) — \(edge.kind.rawValue)\(note) → \(summary(edge.target))"
        facts.append(Fact(fact: fact, evidence: evidence))
      }
    }
    self.facts = facts.sorted { left, right in
      left.evidence != right.evidence ? left.evidence < right.evidence : left.fact < right.fact
    }
  }

  /// A paragraph for each fact.
  var text: String {
    facts.map { fact in
      let place = "\(fact.evidence.article) \(fact.evidence.range.lowerBound)–\(fact.evidence.range.upperBound)"
      return """
        \(TerminalText.line(fact.fact))
            \(TerminalText.line("\(fact.evidence.foundBy ?? "unknown rule") · \(place)"))
            \(TerminalText.line("“\(fact.evidence.text)”"))

        """
    }.joined(separator: "\n")
  }
}

extension NodeDetail {
  fileprivate var trigger: Provenance? {
    guard case .event(let event) = self else { return nil }
    return event.trigger
  }
}
