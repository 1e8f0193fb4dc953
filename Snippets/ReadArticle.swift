// Reads an article into its graph and says who did what.

// snippet.show
import Dateline

let pipeline = try Pipeline()
let article = try pipeline.article(atPath: CommandLine.arguments.dropFirst().first ?? "Examples/flood.txt")
let graph = IndexedGraph(pipeline.graph(of: article))
for edge in graph.graph.edges where edge.kind == .agent {
  for event in graph.nodes(withIDs: [edge.source]) { print(edge.target, event.label, edge.evidence[0].text) }
}
