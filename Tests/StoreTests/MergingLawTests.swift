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
