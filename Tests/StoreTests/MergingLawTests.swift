import ArticleReading
import Export
import Foundation
import Knowledge
import KnowledgeGraph
import Store
import Testing

@Suite("Laws of merging")
struct MergingLawTests {
  @Test("order, pieces and repetition change nothing", arguments: [1, 2, 3, 4] as [UInt64])
  func setOfArticles(seed: UInt64) throws {
    let graphs = Self.graphs(24, seed: seed)
    let folder = try TemporaryFolder()
    var numbers = SeededNumbers(seed &+ 99)
    let expected = try GraphMerger(knowledge: KnowledgeBase()).merged(graphs)
    #expect(expected.nodes.count < graphs.reduce(0) { $0 + $1.nodes.count })

    let inOrder = try GraphStore(path: folder.path("a.dateline"), access: .writing)
    for graph in graphs { try inOrder.add(graph, digest: "1") }
    #expect(try inOrder.graph() == expected)

    let shuffled = try GraphStore(path: folder.path("b.dateline"), access: .writing)
    for graph in graphs.shuffled(using: &numbers) { try shuffled.add(graph, digest: "1") }
    for graph in graphs.prefix(5) { #expect(try shuffled.add(graph, digest: "1") == .unchanged) }
    #expect(try shuffled.graph() == expected)

    let pieces = try GraphStore(path: folder.path("c.dateline"), access: .writing)
    for graph in Self.graphs(6, seed: seed &+ 7) { try pieces.add(graph, digest: "old") }
    for graph in graphs.reversed() { try pieces.add(graph, digest: "1") }
    #expect(try pieces.graph() == expected)
    #expect(try pieces.check().problems == [])

    var doubled = graphs + graphs
    doubled.shuffle(using: &numbers)
    #expect(try GraphMerger(knowledge: KnowledgeBase()).merged(doubled) == expected)
  }

  @Test(
    "after additions, new texts, removals and decisions in any order a store gives what merging anew gives",
    arguments: [1, 2, 3, 4, 5, 6] as [UInt64]
  )
  func changes(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var numbers = SeededNumbers(seed &* 77)
    let store = try GraphStore(path: folder.path("a.dateline"), access: .writing)
    var held: [String: Graph] = [:]
    let names = [
      "Ama Mensah", "Mensah", "Kofi Boateng", "Bill Harker", "William Harker", "Rosa Pinto", "Margaret II", "Lysenko",
    ]
    for (number, graph) in Self.graphs(30, seed: seed).enumerated() {
      // Ids come again, so that articles are replaced.
      var story = GeneratedStory(seed: seed &+ UInt64(number) &* 13)
      let graph = number % 4 == 3 ? story.graph(id: "article-\(Int.random(in: 0..<number, using: &numbers))") : graph
      try store.add(graph, digest: "\(number)")
      held[graph.articles[0].id] = graph
      if number % 5 == 4, let id = held.keys.sorted().randomElement(using: &numbers) {
        #expect(try store.remove(article: id))
        held[id] = nil
      }
      if number % 3 == 2 {
        // A name that is not there, or two that are one already, cannot be decided upon.
        let pair = names.shuffled(using: &numbers)
        _ = try? store.decide(number % 2 == 0 ? .same : .different, pair[0], pair[1])
      }
      if number % 11 == 10, let first = try store.decisions().first { _ = try store.withdraw(decision: first.number) }
    }
    let decisions = try store.decisions().map(\.decision)
    let expected = try GraphMerger(knowledge: KnowledgeBase(), decisions: decisions)
      .merged(held.sorted { $0.key < $1.key }.map(\.value))
    #expect(try store.graph() == expected)
    #expect(try ExportFormat.json.data(of: store.graph()) == ExportFormat.json.data(of: expected))
    #expect(try store.check().problems == [])
    for (id, graph) in held { #expect(try store.graph(ofArticle: id) == graph) }
  }

  @Test("what is taken out and added again gives the same bytes")
  func returning() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore(path: folder.path("a.dateline"), access: .writing)
    let graphs = Self.graphs(14, seed: 31)
    for graph in graphs { try store.add(graph, digest: "1") }
    let before = try ExportFormat.json.data(of: store.graph())
    for graph in graphs.dropFirst(4) { #expect(try store.remove(article: graph.articles[0].id)) }
    #expect(try ExportFormat.json.data(of: store.graph()) != before)
    for graph in graphs.dropFirst(4).reversed() { try store.add(graph, digest: "1") }
    #expect(try ExportFormat.json.data(of: store.graph()) == before)
  }

  @Test("the articles of some days in a store give what a store of these articles alone says of their edges")
  func days() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore(path: folder.path("a.dateline"), access: .writing)
    let graphs = Self.graphs(20, seed: 4)
    for graph in graphs { try store.add(graph, digest: "1") }
    let since = try #require(CalendarDate(year: 2025, month: 4, day: 3))
    let late = try store.graph(since: since)
    let wanted = graphs.filter { $0.articles[0].date.map { $0 >= since } ?? false }
    #expect(late.articles == wanted.map { $0.articles[0] }.sorted { $0.id < $1.id })
    let ids = Set(wanted.map { $0.articles[0].id })
    #expect(late.edges.flatMap(\.evidence).allSatisfy { ids.contains($0.article) })
    #expect(
      late.edges.reduce(0) { $0 + $1.evidence.count } == wanted.flatMap(\.edges).reduce(0) { $0 + $1.evidence.count }
    )
  }

  @Test("what is removed leaves nothing behind")
  func removal() throws {
    let graphs = Self.graphs(16, seed: 11)
    let folder = try TemporaryFolder()
    let store = try GraphStore(path: folder.path("a.dateline"), access: .writing)
    for graph in graphs { try store.add(graph, digest: "1") }
    for graph in graphs.dropFirst(9) { #expect(try store.remove(article: graph.articles[0].id)) }
    #expect(try store.graph() == GraphMerger(knowledge: KnowledgeBase()).merged(Array(graphs.prefix(9))))
    #expect(try store.check().problems == [])
    #expect(try store.remove(article: "none") == false)
  }

  @Test("an article's graph comes back as it was stored")
  func identity() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore(path: folder.path("a.dateline"), access: .writing)
    let graphs = Self.graphs(8, seed: 5)
    for graph in graphs { try store.add(graph, digest: "1") }
    for graph in graphs { #expect(try store.graph(ofArticle: graph.articles[0].id) == graph) }
  }

  static func graphs(_ count: Int, seed: UInt64) -> [Graph] {
    var story = GeneratedStory(seed: seed)
    return (0..<count).map { story.graph(id: "article-\($0)") }
  }
}

/// A folder that goes with the value.
final class TemporaryFolder {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("dateline-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}
