import KnowledgeGraph
import Testing

@Suite("Queries of a graph")
struct QueryTests {
  private let graph: IndexedGraph

  init() {
    let sample = SampleFacts()
    graph = IndexedGraph(GraphBuilder().graph(of: sample.facts, article: sample.article))
  }

  private func node(_ id: String) throws -> Node { try #require(graph.node(withID: id)) }

  private func lines(_ neighbourhood: Neighbourhood) -> [String] {
    neighbourhood.steps.map { step in
      "\(step.distance) \(step.isOutgoing ? ">" : "<")\(step.edge.kind.rawValue) \(step.node.label)"
    }
  }

  @Test("Neighbours come in a fixed order with the way of the edge")
  func neighbours() throws {
    let around = try Neighbourhood(of: node("person:ama-mensah"), in: graph)
    #expect(lines(around) == ["1 >holds president", "1 <agent visited", "1 <speaker We will rebuild,"])
    let part = try around.graph(from: graph)
    #expect(part.nodes.count == 4)
    #expect(part.articles.map(\.title) == ["Floods"])
  }

  @Test("Kinds of nodes limit what is told, kinds of edges what is followed")
  func limits() throws {
    let start = try node("person:ama-mensah")
    let places = try Neighbourhood(of: start, in: graph, limits: .init(depth: 2, nodeKinds: [.place]))
    #expect(lines(places) == ["2 >place Accra", "2 >roleOf Ghana"])
    #expect(try places.graph(from: graph).nodes.map(\.kind) == [.event, .person, .place, .place, .role])
    let agents = try Neighbourhood(of: start, in: graph, limits: .init(depth: 9, edgeKinds: [.agent]))
    #expect(lines(agents) == ["1 <agent visited"])
  }

  @Test("Every edge of a subgraph has both its ends in it", arguments: 1...5)
  func subgraphIsClosed(depth: Int) throws {
    for start in graph.graph.nodes {
      let part = try Neighbourhood(of: start, in: graph, limits: .init(depth: depth)).graph(from: graph)
      let ids = Set(part.nodes.map(\.id))
      #expect(part.edges.allSatisfy { ids.contains($0.source) && ids.contains($0.target) })
      #expect(ids.contains(start.id))
      #expect(part == Graph(articles: part.articles, nodes: part.nodes, edges: part.edges))
    }
  }

  @Test("The shortest paths are found in either direction")
  func paths() throws {
    let from = try node("person:kofi-boateng")
    let to = try node("place:ghana")
    let paths = try GraphPath.shortest(from: from, to: to, in: graph)
    #expect(paths.map { $0.steps.map(\.node.label) } == [["We will rebuild,", "Ama Mensah", "president", "Ghana"]])
    #expect(paths.first?.steps.map(\.isForward) == [false, true, true, true])
    #expect(try GraphPath.shortest(from: to, to: from, in: graph).map(\.steps.count) == [4])
    #expect(try GraphPath.shortest(from: from, to: from, in: graph).map(\.steps.count) == [0])
    #expect(try GraphPath.shortest(from: from, to: to, in: graph, longest: 3).isEmpty)
  }

  @Test("All shortest paths are given up to the limit")
  func severalPaths() throws {
    let nodes = ["a", "b", "c", "d"].map { Node(id: $0, detail: .person, label: $0) }
    let edges = [("a", "b"), ("a", "c"), ("b", "d"), ("d", "c")].map {
      Edge(source: $0.0, kind: .memberOf, target: $0.1)
    }
    let diamond = IndexedGraph(Graph(nodes: nodes, edges: edges))
    let all = try GraphPath.shortest(from: nodes[0], to: nodes[3], in: diamond)
    #expect(all.map { $0.steps.map(\.node.id) } == [["b", "d"], ["c", "d"]])
    #expect(try GraphPath.shortest(from: nodes[0], to: nodes[3], in: diamond, limit: 1).count == 1)
  }

  @Test(
    "A name leads to its node",
    arguments: [
      ("Ama Mensah", "person:ama-mensah"), ("mensah", "person:ama-mensah"), ("ÁMA MENSAH", "person:ama-mensah"),
      ("the police", "group:flood:police"), ("place:accra", "place:accra"), ("visited", "event:flood:visit:32"),
    ]
  )
  func names(query: String, id: String) {
    guard case .found(let node) = NameSearch(graph.graph.nodes).node(named: query) else {
      Issue.record("'\(query)' was not found")
      return
    }
    #expect(node.id == id)
  }

  @Test("A name of several lists them, the most mentioned first; an unknown one suggests the nearest")
  func ambiguousAndUnknown() throws {
    var nodes = graph.graph.nodes
    nodes.append(Node(id: "person:yaw-mensah", detail: .person, label: "Yaw Mensah"))
    let search = NameSearch(nodes)
    let both = [try node("person:ama-mensah"), nodes[nodes.endIndex - 1]]
    #expect(search.node(named: "Mensah") == .ambiguous(both))
    #expect(search.node(named: "Acrca") == .unknown(nearest: [try node("place:accra")]))
    #expect(search.node(named: "Boatang") == .unknown(nearest: [try node("person:kofi-boateng")]))
    #expect(search.node(named: "Xylophone quartet") == .unknown(nearest: []))
    #expect(search.node(named: " ") == .unknown(nearest: []))
  }
}
