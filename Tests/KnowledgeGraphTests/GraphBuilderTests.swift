import ArticleReading
import Extraction
import Knowledge
import KnowledgeGraph
import Testing

@Suite("Building a graph from facts")
struct GraphBuilderTests {
  private let sample = SampleFacts()
  private var graph: Graph { GraphBuilder().graph(of: sample.facts, article: sample.article) }

  private func edges(_ graph: Graph) -> [String] {
    graph.edges.map { "\($0.source) \($0.kind.rawValue) \($0.target)" }
  }

  @Test("Every fact becomes nodes and edges with readable ids")
  func allFacts() {
    #expect(
      graph.nodes.map(\.id) == [
        "casualtyFigure:flood:killed:122", "event:flood:disaster:99", "event:flood:visit:32", "group:flood:police",
        "person:ama-mensah", "person:kofi-boateng", "place:accra", "place:ghana", "role:president:place:ghana",
        "statement:flood:58",
      ]
    )
    #expect(
      edges(graph) == [
        "casualtyFigure:flood:killed:122 place place:accra",
        "casualtyFigure:flood:killed:122 reportedBy group:flood:police",
        "casualtyFigure:flood:killed:122 resultOf event:flood:disaster:99",
        "event:flood:disaster:99 reportedBy group:flood:police",
        "event:flood:visit:32 agent person:ama-mensah",
        "event:flood:visit:32 place place:accra",
        "person:ama-mensah holds role:president:place:ghana",
        "place:accra locatedIn place:ghana",
        "role:president:place:ghana roleOf place:ghana",
        "statement:flood:58 about event:flood:disaster:99",
        "statement:flood:58 addressee person:kofi-boateng",
        "statement:flood:58 speaker person:ama-mensah",
      ]
    )
  }

  @Test("Spans and words agree with the text; edges carry the sentence")
  func provenance() {
    let scalars = Array(SampleFacts.text.unicodeScalars)
    let spans = graph.nodes.flatMap(\.mentions) + graph.edges.flatMap(\.evidence)
    #expect(spans.count > 15)
    for span in spans {
      #expect(span.text == String(String.UnicodeScalarView(scalars[span.range])))
      #expect(span.article == "flood")
    }
    let derived = graph.edges.filter(\.isDerived)
    #expect(derived.map(\.kind) == [.locatedIn])
    #expect(graph.edges.allSatisfy { !$0.evidence.isEmpty })
  }

  @Test("Two of one name stay two, by number in the order of the text")
  func sameName() {
    var facts = Facts()
    facts.entities = [
      sample.entity(.person, "Ama Mensah"), sample.entity(.person, "Ama Mensah"),
      sample.entity(.person, "Áma Mensah 2"),
    ]
    let graph = GraphBuilder().graph(of: facts, article: sample.article)
    #expect(graph.nodes.map(\.id) == ["person:ama-mensah", "person:ama-mensah-2", "person:ama-mensah-2-2"])
  }

  @Test(
    "Names of any script and none give an id",
    arguments: [
      ("Volodymyr Zelenskiy", "person:volodymyr-zelenskiy"), ("José Nuñez", "person:jose-nunez"),
      ("O'Neill", "person:oneill"), ("U.S. Steel", "person:us-steel"), ("Київ", "person:київ"),
      ("\"><script>", "person:script"), ("!!!", "person:unnamed"), ("", "person:unnamed"),
    ]
  )
  func slugs(name: String, id: String) {
    var facts = Facts()
    facts.entities = [Entity(kind: .person, name: name)]
    #expect(GraphBuilder().graph(of: facts, article: sample.article).nodes.map(\.id) == [id])
  }

  @Test("An office without an organisation belongs to its holder; one with it is shared")
  func roles() {
    var facts = Facts()
    facts.entities = sample.facts.entities
    facts.roles = [
      RoleFact(holder: 0, title: "spokesman", of: nil, isFormer: true, evidence: [sample.evidence("president")]),
      RoleFact(holder: 3, title: "spokesman", of: nil, evidence: [sample.evidence("president")]),
      RoleFact(holder: 0, title: "minister", of: 1, evidence: [sample.evidence("president")]),
      RoleFact(holder: 3, title: "Minister", of: 1, evidence: [sample.evidence("president")]),
    ]
    let graph = GraphBuilder().graph(of: facts, article: sample.article)
    #expect(
      graph.nodes.filter { $0.kind == .role }.map(\.id) == [
        "role:minister:place:ghana", "role:spokesman:person:ama-mensah", "role:spokesman:person:kofi-boateng",
      ]
    )
    #expect(graph.edges.filter(\.isFormer).map(\.source) == ["person:ama-mensah"])
    #expect(graph.edges.filter { $0.kind == .roleOf }.count == 1)
  }

  @Test(
    "A figure is called by its bound",
    arguments: [
      (CasualtyFact.Bound.exact, 35, 35, "35 killed"), (.atLeast, 107, nil, "at least 107 killed"),
      (.moreThan, 101, nil, "more than 100 killed"), (.atMost, nil, 40, "up to 40 killed"),
      (.range, 30, 40, "30 to 40 killed"), (.vague, 24, nil, "Floods killed"), (.about, 40, 40, "about 40 killed"),
    ] as [(CasualtyFact.Bound, Int?, Int?, String)]
  )
  func figures(bound: CasualtyFact.Bound, minimum: Int?, maximum: Int?, label: String) {
    var facts = Facts()
    facts.casualties = [
      CasualtyFact(
        outcome: .killed,
        bound: bound,
        minimum: minimum,
        maximum: maximum,
        evidence: [sample.evidence("Floods")]
      )
    ]
    #expect(GraphBuilder().graph(of: facts, article: sample.article).nodes.map(\.label) == [label])
  }

  @Test("Indices that lead nowhere are left aside")
  func danglingIndices() {
    var facts = sample.facts
    facts.entities = Array(facts.entities.prefix(1))
    facts.events = []
    let graph = GraphBuilder().graph(of: facts, article: sample.article)
    let ids = Set(graph.nodes.map(\.id))
    #expect(graph.edges.allSatisfy { ids.contains($0.source) && ids.contains($0.target) })
    #expect(graph.edges.contains { $0.kind == .speaker })
  }

  @Test("Who reports an event is cited from the sentence that names the reporter")
  func reportedWhereTheSourceStands() {
    var facts = sample.facts
    let told = facts.events[1].mentions[0]
    var headline = told
    headline.span = 0..<10
    headline.sentence = 0..<57
    facts.events[1].mentions = [headline, told]
    for position in facts.entities[4].mentions.indices {
      facts.entities[4].mentions[position].evidence.sentence = told.sentence
    }
    let edges = GraphBuilder().graph(of: facts, article: sample.article).edges
    let report = edges.first { $0.kind == .reportedBy && $0.source.contains(":disaster:") }
    #expect(report?.evidence.map(\.range) == [told.sentence])
  }
}
