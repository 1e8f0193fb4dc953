import Export
import Foundation
import KnowledgeGraph
import Testing

@Suite("DOT")
struct GraphDOTTests {
  @Test("What is written is read back as the same graph", arguments: SampleGraphs.hostileNames)
  func roundTrip(name: String) throws {
    let graph = SampleGraphs.graph(name: name)
    #expect(try GraphDOT.graph(from: GraphDOT(includesRules: true).data(of: graph)) == graph)
    #expect(try GraphDOT.graph(from: GraphDOT().data(of: graph)) == graph.withoutRules)
  }

  @Test("A node called as a keyword is a node")
  func keywords() throws {
    var graph = Graph()
    graph.nodes = ["digraph", "edge", "graph", "node", "strict", "subgraph"].map {
      Node(id: $0, detail: .person, label: $0)
    }
    let data = GraphDOT().data(of: graph)
    #expect(String(decoding: data, as: UTF8.self).contains("\n  \"node\" [label") == false)
    #expect(try GraphDOT.graph(from: data) == graph)
  }

  @Test("Quotation marks and backslashes cannot end a string")
  func escapes() {
    let graph = Graph(nodes: [Node(id: "a\\", detail: .person, label: "\"]; evil [x=\"\\")])
    let text = String(decoding: GraphDOT().data(of: graph), as: UTF8.self)
    #expect(text.contains(#""a\\" [type="person", label="\"]; evil [x=\"\\", aliases="[]", mentions="[]"];"#))
  }

  @Test(
    "Other DOT is refused with a line",
    arguments: [
      ("", "'digraph' is missing"), ("graph {}", "'digraph' is missing"), ("digraph x {\n a [b=\"c];\n}", "line 2"),
      ("digraph x {\n a -> b;\n}", "line 2"), ("digraph x { \"a\" [type=\"person\"", "too early"),
      ("digraph x { <b> [a=1]; }", "does not belong"),
    ]
  )
  func malformed(text: String, problem: String) {
    #expect {
      try GraphDOT.graph(from: Data(text.utf8))
    } throws: { error in
      "\(error)".contains(problem)
    }
  }
}
