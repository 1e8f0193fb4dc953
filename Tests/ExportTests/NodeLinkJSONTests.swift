import ArticleReading
import Export
import Foundation
import KnowledgeGraph
import Testing

@Suite("Node-link JSON")
struct NodeLinkJSONTests {
  @Test("What is written is read back as the same graph", arguments: SampleGraphs.hostileNames)
  func roundTrip(name: String) throws {
    let graph = SampleGraphs.graph(name: name)
    let explained = NodeLinkJSON(includesRules: true).data(of: graph)
    #expect(try NodeLinkJSON.graph(from: explained) == graph)
    let plain = NodeLinkJSON(layout: .oneLine).data(of: graph)
    #expect(try NodeLinkJSON.graph(from: plain) == graph.withoutRules)
    #expect(plain.filter { $0 == UInt8(ascii: "\n") }.count == 1)
  }

  @Test("The form is the one that the contract names")
  func members() throws {
    let data = NodeLinkJSON().data(of: SampleGraphs.graph(name: "Ama Mensah"))
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(Set(root.keys) == ["directed", "multigraph", "graph", "nodes", "edges"])
    #expect(root["directed"] as? Bool == true)
    let graph = try #require(root["graph"] as? [String: Any])
    #expect(graph["schema"] as? Int == 1)
    let nodes = try #require(root["nodes"] as? [[String: Any]])
    let event = try #require(nodes.first { $0["type"] as? String == "event" })
    #expect(
      Set(event.keys) == ["id", "type", "label", "aliases", "mentions", "eventType", "trigger", "status", "date"]
    )
    let figure = try #require(nodes.first { $0["type"] as? String == "casualtyFigure" })
    #expect(figure["minimum"] as? Int == 7)
    #expect(figure["maximum"] == nil)
    let edges = try #require(root["edges"] as? [[String: Any]])
    #expect(Set(edges[0].keys).isSuperset(of: ["source", "target", "key", "type", "evidence"]))
    #expect(!String(decoding: data, as: UTF8.self).contains("foundBy"))
  }

  @Test("An empty graph is written and read")
  func empty() throws {
    #expect(try NodeLinkJSON.graph(from: NodeLinkJSON().data(of: Graph())) == Graph())
  }

  @Test(
    "What is no graph says where it fails",
    arguments: [
      ("", "no node-link graph"), ("[]", "no node-link graph"),
      (#"{"graph": {}, "nodes": [{"id": "a", "type": "person"}], "edges": []}"#, "'label' is missing"),
      (#"{"graph": {}, "nodes": [{"id": "a", "type": "ghost", "label": "x"}], "edges": []}"#, "unknown type 'ghost'"),
      (#"{"graph": {}, "nodes": [{"id": "a", "type": "event", "label": "x"}], "edges": []}"#, "no 'trigger'"),
      (#"{"graph": {"schema": 99}, "nodes": [], "edges": []}"#, "schema 99"),
      (
        #"{"graph": {}, "nodes": [], "edges": [{"source": "a", "target": "b", "type": "eats"}]}"#, "unknown type 'eats'"
      ),
    ]
  )
  func malformed(text: String, problem: String) {
    #expect {
      try NodeLinkJSON.graph(from: Data(text.utf8))
    } throws: { error in
      "\(error)".contains(problem)
    }
  }
}
