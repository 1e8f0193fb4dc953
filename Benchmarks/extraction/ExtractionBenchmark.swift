import ArgumentParser
import Dateline
import Foundation

/// Measures how fast the facts and the graphs of articles are made of their analysed texts, on one thread.
@main
struct ExtractionBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "extraction-benchmark")

  @Argument(help: "Articles: text files, or records in files that end in .jsonl, .csv or .tsv.") var files: [String]
  @Option(help: "Rounds, of which the median counts.") var rounds = 9
  @Option(name: .shortAndLong, help: "Write the graphs to this file, one a line, to compare them with others.")
  var output: String?

  func run() throws {
    let pipeline = try Pipeline()
    let articles = try files.flatMap { try Self.articles(of: $0, reader: pipeline.reader) }
    let documents = OrderedWork.map(articles) { pipeline.document(of: $0) }
    let words = articles.reduce(0) { $0 + $1.text.split(whereSeparator: \.isWhitespace).count }
    print("\(articles.count) articles, \(words) words, \(documents.reduce(0) { $0 + $1.tokenCount }) tokens")

    let extractor = Extractor(knowledge: pipeline.knowledge)
    var (facts, graphs) = ([Facts](), [Graph]())
    func extract() { facts = zip(articles, documents).map { extractor.facts(of: $0, document: $1) } }
    func build() { graphs = zip(facts, articles).map { GraphBuilder().graph(of: $0, article: $1) } }
    // A first round that is not measured meets cold memory.
    extract()
    build()
    let times = (0..<rounds).map { _ in (facts: processorTime(extract), graphs: processorTime(build)) }
    print("facts:  \(Self.speed(times.map(\.facts), words: words))")
    print("graphs: \(Self.speed(times.map(\.graphs), words: words))")
    print("both:   \(Self.speed(times.map { $0.facts + $0.graphs }, words: words))")

    guard let output else { return }
    let form = NodeLinkJSON(layout: .oneLine, includesRules: true)
    try graphs.reduce(into: Data()) { $0 += form.data(of: $1) }.write(to: URL(filePath: output))
  }

  private static func articles(of file: String, reader: ArticleReader) throws -> [Article] {
    guard let form = RecordForm(path: file) else { return [try reader.article(atPath: file)] }
    guard let handle = FileHandle(forReadingAtPath: file) else { throw ValidationError("\(file) cannot be read") }
    return try RecordReader(handle, form: form, input: file).results.map { try reader.article(of: $0.get()) }
  }

  /// The median of the rounds as words a second, with the slowest and the fastest.
  private static func speed(_ seconds: [Double], words: Int) -> String {
    let speeds = seconds.map { Int(Double(words) / $0) }.sorted()
    guard let slowest = speeds.first, let fastest = speeds.last else { return "no rounds" }
    return "\(speeds[speeds.count / 2]) words/s (\(slowest) to \(fastest))"
  }
}

/// Seconds of processor time that a function takes.
func processorTime(_ function: () -> Void) -> Double {
  let start = clock()
  function()
  return Double(clock() - start) / Double(CLOCKS_PER_SEC)
}
