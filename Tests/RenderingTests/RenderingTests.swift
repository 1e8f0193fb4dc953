import ArticleReading
import Foundation
import Knowledge
import KnowledgeGraph
import Rendering
import Testing

struct PictureTests {
  let renderer: PictureRenderer

  init() throws { renderer = PictureRenderer(knowledge: try KnowledgeBase()) }

  private func geometry(_ graph: Graph, _ options: PictureOptions = PictureOptions()) throws -> SVGGeometry {
    try #require(SVGGeometry(try renderer.render(graph, as: .svg, options: options)))
  }

  @Test("Pictures fit a landscape page, labels stay apart and inside their boxes", arguments: [1, 3, 8, 14, 25, 60])
  func fitsPage(events: Int) throws {
    let picture = try geometry(PictureFixture.story(events: events))
    #expect((1.0...2.2).contains(picture.width / picture.height))
    let smallest = picture.labels.map(\.size).min() ?? 0
    #expect(smallest * min(785 / picture.width, 538 / picture.height) >= 9)
    #expect(picture.overlaps.isEmpty)
    #expect(picture.escapes.isEmpty)
  }

  @Test("Figures, offices and countries are written at their nodes")
  func writesAtNodes() throws {
    let texts = try geometry(PictureFixture.story(events: 6)).labels.map(\.text)
    for expected in ["≥ 107 killed", "> 100 wounded", "Ghana", "planned", "did not happen"] {
      #expect(texts.contains { $0.contains(expected) }, "\(expected)")
    }
    #expect(texts.joined(separator: " ").contains("director, National"))
  }

  @Test("Who is counted among a figure's people is written at the figure")
  func writesPartsOfFigures() throws {
    var graph = PictureFixture.story(events: 6)
    let detail = CasualtyDetail(outcome: .killed, bound: .exact, minimum: 4, maximum: 4, partOf: "figure1")
    let words = PictureFixture.provenance(70, "four children")
    graph.nodes.append(Node(id: "part", detail: .casualtyFigure(detail), label: "4 killed", mentions: [words]))
    graph.edges.append(Edge(source: "part", kind: .resultOf, target: "event0", evidence: [words]))
    let texts = try geometry(graph).labels.map(\.text)
    #expect(texts.joined(separator: " ").contains("among the killed: four children"))
    #expect(!texts.contains { $0.contains("4 killed") })
  }

  @Test("Figures of one outcome are one badge: the highest, or a range where sources contradict each other")
  func gathersFigures() throws {
    var graph = PictureFixture.story(events: 6)
    let words = PictureFixture.provenance(70, "40 people")
    let detail = CasualtyDetail(outcome: .killed, bound: .exact, minimum: 40, maximum: 40)
    graph.nodes.append(Node(id: "other", detail: .casualtyFigure(detail), label: "40 killed", mentions: [words]))
    graph.edges.append(Edge(source: "other", kind: .resultOf, target: "event0", evidence: [words]))
    var texts = try geometry(graph).labels.map(\.text)
    #expect(texts.contains("≥ 107 killed") && texts.contains("also given: 40"))
    graph.edges.append(Edge(source: "other", kind: .reportedBy, target: "person0", evidence: [words]))
    texts = try geometry(graph).labels.map(\.text)
    #expect(texts.contains("40 to ≥ 107 killed"))
  }

  @Test("Quantities without a number keep all their words")
  func writesVagueFigures() throws {
    var graph = PictureFixture.story(events: 6)
    let words = PictureFixture.provenance(70, "tens of thousands of people")
    let detail = CasualtyDetail(outcome: .displaced, bound: .vague, minimum: 20_000, maximum: nil)
    graph.nodes.append(Node(id: "vague", detail: .casualtyFigure(detail), label: "many", mentions: [words]))
    graph.edges.append(Edge(source: "vague", kind: .resultOf, target: "event0", evidence: [words]))
    #expect(try geometry(graph).labels.contains { $0.text.contains("tens of thousands displaced") })
  }

  @Test("Many parts that no line joins are packed in seconds")
  func packsManyParts() throws {
    var graph = PictureFixture.story(events: 1)
    for number in 0..<900 {
      let name = PictureFixture.provenance(number * 10, "Somebody \(number)")
      graph.nodes.append(Node(id: "somebody\(number)", detail: .person, label: name.text, mentions: [name]))
    }
    let start = ContinuousClock.now
    let picture = try geometry(graph, PictureOptions(showsAll: true))
    #expect(ContinuousClock.now - start < .seconds(20))
    #expect(picture.overlaps.isEmpty)
    #expect(picture.labels.contains { $0.text.contains("too much for one page") })
  }

  @Test("What matters most stands first")
  func ordersByWeight() throws {
    var graph = PictureFixture.story(events: 1)
    let sentence = PictureFixture.provenance(5000, "A minister resigned.")
    let event = EventDetail(type: EventType(rawValue: "resign"), trigger: sentence, status: .actual)
    graph.nodes.insert(Node(id: "late", detail: .event(event), label: "resigned", mentions: [sentence]), at: 0)
    graph.nodes.insert(Node(id: "minister", detail: .person, label: "Ama Mensah", mentions: [sentence]), at: 0)
    graph.edges.append(Edge(source: "late", kind: .agent, target: "minister", evidence: [sentence]))
    let labels = try geometry(graph).labels
    let main = try #require(labels.first { $0.text.contains("107 killed") })
    let other = try #require(labels.first { $0.text == "resigned" })
    #expect(main.y <= other.y || main.x < other.x)
  }

  @Test("Statements are drawn where they are asked for")
  func drawsStatements() throws {
    var graph = PictureFixture.story(events: 30)
    let sentence = PictureFixture.provenance(0, "“The dam was old.”")
    let detail = StatementDetail(text: "The dam was old", isDirect: true)
    graph.nodes.append(Node(id: "said", detail: .statement(detail), label: "The dam was old", mentions: [sentence]))
    graph.edges.append(Edge(source: "said", kind: .speaker, target: "person0", evidence: [sentence]))
    let texts = try geometry(graph, PictureOptions(showsStatements: true)).labels.map(\.text)
    #expect(texts.contains { $0.contains("The dam was old") })
  }

  @Test("Preparing changes nothing, and what it is given is done once")
  func prepares() throws {
    let graph = PictureFixture.story(events: 2)
    let prepared = try PictureRenderer.preparing { try renderer.render(graph, as: .svg) }
    #expect(prepared == (try renderer.render(graph, as: .svg)))
  }

  @Test("The SVG tells its parts: role, language, titles, links with a text fragment")
  func isAccessible() throws {
    let picture = try geometry(PictureFixture.story(events: 4))
    #expect(picture.root["role"] == "img")
    #expect(picture.root["lang"] == "en")
    let told = picture.parts.filter { $0.hasPrefix("n") || $0.hasPrefix("e") }
    #expect(picture.titles == told.count + 1)
    #expect(Set(picture.parts).count == picture.parts.count)
    #expect(!picture.links.isEmpty)
    #expect(picture.links.allSatisfy { $0.hasPrefix("https://example.org/flood#:~:text=") })
  }

  @Test("Links lead to http and https alone", arguments: ["javascript:alert(1)", "file:///etc/passwd", "no address"])
  func refusesOtherAddresses(url: String) throws {
    var graph = PictureFixture.story(events: 2)
    graph.articles[0].url = url
    #expect(try geometry(graph).links.isEmpty)
  }

  @Test(
    "Any name is drawn as text",
    arguments: ["</text><script>x</script>", "\\N \\G \"&amp;", "a\u{1}\u{202E}b", " ", ""]
  )
  func drawsAnyName(name: String) throws {
    var graph = PictureFixture.story(events: 2, title: name)
    for place in graph.nodes.indices { graph.nodes[place].label = name }
    let picture = try geometry(graph)
    #expect(picture.labels.count > 5)
  }

  @Test("The same graph gives the same bytes")
  func isDeterministic() throws {
    let graph = PictureFixture.story(events: 12)
    for format in [PictureFormat.svg, .png, .dot, .html] {
      #expect(try renderer.render(graph, as: format) == renderer.render(graph, as: format))
    }
  }

  @Test("What is left out is said, and --all leaves nothing out")
  func saysWhatIsLeftOut() throws {
    let graph = PictureFixture.story(events: 40)
    #expect(try geometry(graph).labels.contains { $0.text.contains("left out") })
    let all = try geometry(graph, PictureOptions(showsAll: true))
    #expect(!all.labels.contains { $0.text.contains("left out") })
  }

  @Test("A picture without nodes has its headline")
  func drawsNothing() throws {
    #expect(try geometry(Graph()).labels.contains { $0.text.contains("Graph without an article") })
  }

  @Test("Options without a meaning are refused")
  func refusesOptions() {
    let graph = PictureFixture.story(events: 1)
    for options in [PictureOptions(theme: "pink"), PictureOptions(top: 0), PictureOptions(scale: 0)] {
      #expect(throws: PictureError.self) { try renderer.render(graph, as: .svg, options: options) }
    }
  }

  @Test("PNG and PDF are such files, and the scale counts")
  func writesOtherFormats() throws {
    let graph = PictureFixture.story(events: 3)
    let small = try renderer.render(graph, as: .png, options: PictureOptions(scale: 1))
    #expect(small.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(try renderer.render(graph, as: .png, options: PictureOptions(scale: 3)).count > small.count)
    #expect(try renderer.render(graph, as: .pdf).starts(with: Data("%PDF".utf8)))
  }
}

struct PageTests {
  @Test("The page holds its policy, its data and nothing that an article could make run")
  func isSelfContained() throws {
    let graph = PictureFixture.story(events: 3, title: "</title><script>alert(1)</script>")
    let article = Article(id: "flood", text: "</script><script>alert(2)</script>", regions: [])
    let data = try PageRenderer(knowledge: try KnowledgeBase()).render(graph, articles: [article])
    let page = String(decoding: data, as: UTF8.self)
    #expect(page.contains("default-src 'none'"))
    #expect(!page.contains("<script>alert"))
    #expect(page.components(separatedBy: "<script").count == 3)
    #expect(page.components(separatedBy: "</script").count == 3)
  }
}
