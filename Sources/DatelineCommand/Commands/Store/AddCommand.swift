import ArgumentParser
import Dateline
import Foundation

/// Reads articles into a store.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Read articles into a store, merged with what it holds.",
    discussion: """
      Takes files, folders (with all texts, JSON lines and tables in them), JSON lines (files that end in .jsonl) and
      tables with the columns text and, where known, id, date, title and url (.csv, .tsv). Every article is on the disk
      when it is reported. Adding again is safe: an article that has not changed is left as it
      is, one that has changed takes the place of the old one. Several processes may add to a store at a time. With
      --format json every article that is on the disk is told as one line of JSON.

      Examples:
        dateline add monday.txt tuesday.txt --store week.dateline
        dateline add articles/ --store archive.dateline
        dateline add corpus.jsonl --store corpus.dateline --quiet
      """
  )

  @Argument(help: ArgumentHelp("Files, folders, JSON lines or tables.", valueName: "article"))
  var articles: [String]

  @Option(help: ArgumentHelp("The day of publication, where the text does not say it (YYYY-MM-DD).", valueName: "day"))
  var date: CalendarDate?

  @Flag(help: "Read articles again that have not changed.")
  var again = false

  @Option(help: "The form in which what is added is told: table or json.")
  var format = AnswerFormat.table

  @OptionGroup var store: StoreArguments
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard !articles.isEmpty else { throw ValidationError("Name at least one article.") }
  }

  func run() throws {
    let console = common.console
    let source = try ArticleSource(paths: articles)
    let pipeline = try common.pipeline()
    let tables = TableSource(additions: common.knowledge.map { URL(fileURLWithPath: $0) })
    var work = AdditionWork(
      pipeline: pipeline,
      writer: StoreWriter(try store.open(.writing, tables: tables)),
      reader: try store.open(.reading),
      console: console,
      again: again,
      format: format,
      total: source.total
    )
    defer { work.close() }
    try StoreOpening.told {
      try source.forEach(reader: pipeline.reader, date: date) { input, result in
        try work.add(input, result)
      }
      try work.finish()
    }
    guard work.failures == 0 else {
      throw CommandFailure(
        work.failures == work.count
          ? "nothing could be added" : "\(work.failures) of \(work.count) articles could not be added; the others were"
      )
    }
  }
}

/// The state of adding one article after the other.
private struct AdditionWork {
  private struct Piece: Sendable {
    var article: Article
    var digest: String
  }

  private static let batchSize = 2 * ProcessInfo.processInfo.activeProcessorCount

  private let pipeline: Pipeline
  private let writer: StoreWriter
  /// Another connection, which does not wait for what is being written.
  private let reader: GraphStore
  private let console: Console
  private let again: Bool
  private let format: AnswerFormat
  private var progress: Progress
  private(set) var count = 0
  private(set) var failures = 0
  private var changes: [GraphStore.Change: Int] = [:]
  private var waiting = Duration.zero
  /// Articles that wait until there are enough of them for all cores.
  private var batch: [Piece] = []
  private let start = ContinuousClock.now

  init(
    pipeline: Pipeline,
    writer: StoreWriter,
    reader: GraphStore,
    console: Console,
    again: Bool,
    format: AnswerFormat,
    total: Int?
  ) {
    self.pipeline = pipeline
    self.writer = writer
    self.reader = reader
    self.console = console
    self.again = again
    self.format = format
    progress = Progress(console: console, total: total, noun: "articles")
  }

  mutating func add(_ input: String, _ result: Result<Article, ArticleReadingError>) throws {
    count += 1
    do {
      let article = try result.get()
      try pipeline.checkLanguage(of: article, input: input)
      try take(article)
    } catch let error as ArticleReadingError {
      console.error(error.description)
      failures += 1
    }
    if batch.count == Self.batchSize { try writeBatch() }
    progress.update(count)
  }

  private mutating func take(_ article: Article) throws {
    var digest = ArticleDigest.text(of: article)
    if try reader.holds(article: article.id, digest: digest) {
      guard again else { return changes[.unchanged, default: 0] += 1 }
      digest += "+"
    }
    batch.append(Piece(article: article, digest: digest))
  }

  private mutating func writeBatch() throws {
    let cores = batch.count == 1 ? ProcessInfo.processInfo.activeProcessorCount : 1
    let graphs = OrderedWork.map(batch) { [pipeline] in pipeline.graph(of: $0.article, threads: cores) }
    let begin = ContinuousClock.now
    for (piece, graph) in zip(batch, graphs) { writer.add(graph, article: piece.article.id, digest: piece.digest) }
    waiting += ContinuousClock.now - begin
    batch = []
    try report()
  }

  /// Tells what is on the disk by now; throws the failure that ended the work.
  private mutating func report() throws {
    let (outcomes, failure) = writer.finished()
    if failure != nil || !outcomes.isEmpty { progress.finish() }
    for outcome in outcomes {
      changes[outcome.change, default: 0] += 1
      guard outcome.change != .unchanged else { continue }
      switch format {
      case .table: try StandardOutput.write("\(outcome.change.rawValue) \(TerminalText.line(outcome.article))\n")
      case .json:
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let record = AnswerRecord([("article", .text(outcome.article)), ("change", .text(outcome.change.rawValue))])
        try StandardOutput.write(encoder.encode(record) + Data("\n".utf8))
      }
    }
    if let failure {
      writer.wait()
      throw failure
    }
  }

  /// Leaves the store, the writing connection last: the last one to leave takes away what lies beside the file.
  func close() {
    writer.wait()
    reader.close()
    writer.close()
  }

  mutating func finish() throws {
    try writeBatch()
    let begin = ContinuousClock.now
    writer.wait()
    waiting += ContinuousClock.now - begin
    try report()
    progress.finish()
    let parts = GraphStore.Change.allCases.compactMap { change in changes[change].map { "\($0) \(change.rawValue)" } }
    if !parts.isEmpty { console.information(parts.joined(separator: ", ")) }
    let whole = max((ContinuousClock.now - start) / .seconds(1), 0.001)
    let share = waiting / .seconds(1) / whole * 100
    console.detail(String(format: "%.1f s, of which reading waited for the store %.1f%%", whole, share))
  }
}

/// A text that changes when an article does.
enum ArticleDigest {
  /// Two 64-bit FNV-1a sums of everything that is given of an article, and its length.
  static func text(of article: Article) -> String {
    let parts = [article.text, article.title ?? "", article.date?.description ?? "", article.url ?? ""]
    let bytes = Array(parts.joined(separator: "\u{1F}").utf8)
    var one: UInt64 = 0xcbf2_9ce4_8422_2325
    var other: UInt64 = 0x6c62_272e_07bb_0142
    for byte in bytes {
      one = (one ^ UInt64(byte)) &* 0x100_0000_01b3
      other = (other &+ UInt64(byte) &+ 1) &* 0x9e37_79b9_7f4a_7c15
    }
    return String(one, radix: 16) + String(other, radix: 16) + "-\(bytes.count)"
  }
}
