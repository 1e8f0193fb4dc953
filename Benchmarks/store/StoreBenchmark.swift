import ArgumentParser
import Foundation
import KnowledgeGraph
import Store

/// Makes large stores of invented articles and measures queries on them.
@main
struct StoreBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store-benchmark",
    subcommands: [Make.self, Grow.self, Measure.self]
  )

  /// How much processor time the program has used.
  static var processorMilliseconds: Double { Double(clock()) / Double(CLOCKS_PER_SEC) * 1000 }

  /// How long a piece of work takes.
  static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try work()
    return (ContinuousClock.now - start) / .milliseconds(1)
  }
}

/// Adds invented articles to a store until it has so many edges.
struct Make: ParsableCommand {
  @Argument(help: "The store.") var store: String
  @Option(help: "The least number of edges.") var edges = 1_000_000

  func run() throws {
    let store = try GraphStore(path: store, access: .writing)
    var articles = GeneratedArticles(seed: 1)
    var (count, written) = (0, 0)
    let start = ContinuousClock.now
    var last = start
    while written < edges {
      let graph = articles.next(count)
      try store.add(graph, digest: "1")
      written += graph.edges.count
      count += 1
      guard count % 1000 == 0 else { continue }
      let now = ContinuousClock.now
      StandardError.tell(
        String(format: "%d articles, %d edges: %.2f ms an article", count, written, (now - last) / .seconds(1))
      )
      last = now
    }
    print(String(format: "made in %.0f s", (ContinuousClock.now - start) / .seconds(1)))
  }
}

/// What is told while a long piece of work goes on.
enum StandardError {
  static func tell(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}

/// Adds further invented articles to a store, and times it.
struct Grow: ParsableCommand {
  @Argument(help: "The store.") var store: String
  @Option(help: "How many articles to add.") var articles = 50

  func run() throws {
    let store = try GraphStore(path: store, access: .writing)
    let first = try store.articleCount()
    var generated = GeneratedArticles(seed: UInt64(first + 1))
    let timings = try (first..<first + articles).map { number in
      let graph = generated.next(number)
      return try Timing {
        try store.add(graph, digest: "1")
        return 1
      }
    }
    print("add one more to \(first) articles: " + Timing.summary(timings))
  }
}

/// Times neighbourhoods of nodes of all degrees, and prints the memory that was needed.
struct Measure: ParsableCommand {
  @Argument(help: "The store.") var store: String
  @Option(help: "How many nodes are asked for.") var queries = 300
  @Option(help: "How many results the neighbourhood of depth 2 must have at least.") var results = 10_000
  @Option(help: "How often the neighbourhood of depth 2 is asked for.") var repetitions = 20
  @Option(help: "A file to write the ids of the nodes asked for to, that of depth 2 first.") var centers: String?

  func run() throws {
    let store = try GraphStore(path: store, access: .reading)
    let view = StoreView(of: store)
    let centers = try Self.centers(of: store, count: queries)
    for center in centers { _ = try Neighbourhood(of: center, in: view) }
    let near = try centers.map { center in try Timing { try Neighbourhood(of: center, in: view).steps.count } }
    print("depth 1, warm: " + Timing.summary(near))
    let limits = Neighbourhood.Limits(depth: 2)
    var wide: Node?
    for center in centers where wide == nil {
      let found = try Neighbourhood(of: center, in: view, limits: limits).steps.count
      if found >= results, found < results * 5 / 4 { wide = center }
    }
    if let wide {
      let far = try (0..<repetitions).map { _ in
        try Timing { try Neighbourhood(of: wide, in: view, limits: limits).steps.count }
      }
      print("depth 2, \(far[0].results) results, warm: " + Timing.summary(far))
    }
    print("peak memory: \(Self.peakMemory()) MB")
    if let file = self.centers {
      let ids = ([wide].compactMap { $0 } + centers).map(\.id)
      try ids.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    }
  }

  /// People, organisations and places, from the best connected to those with few neighbours.
  private static func centers(of store: GraphStore, count: Int) throws -> [Node] {
    let kinds: [NodeKind] = [.person, .organization, .place]
    return try kinds.flatMap { kind in
      let ranked = try store.bestConnected(kind, limit: 30 * count)
      let step = max(1, ranked.count / (count / kinds.count))
      return stride(from: step / 2, to: ranked.count, by: step).map { ranked[$0].node }
    }
  }

  private static func peakMemory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
    return (line.flatMap { Int($0.filter(\.isNumber)) } ?? 0) / 1024
  }
}

/// How long one query takes.
struct Timing {
  let milliseconds: Double
  let processor: Double
  let results: Int

  init(_ query: () throws -> Int) rethrows {
    var found = 0
    let before = StoreBenchmark.processorMilliseconds
    milliseconds = try StoreBenchmark.milliseconds { found = try query() }
    processor = StoreBenchmark.processorMilliseconds - before
    results = found
  }

  static func summary(_ timings: [Timing]) -> String {
    let times = timings.map(\.milliseconds).sorted()
    let work = timings.map(\.processor).sorted()
    let (middle, high) = (times.count / 2, times.count * 95 / 100)
    return String(
      format: "median %.1f ms, 95th percentile %.1f ms (of processor time %.1f and %.1f ms)",
      times[middle],
      times[high],
      work[middle],
      work[high]
    )
  }
}
