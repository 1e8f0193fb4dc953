import ArgumentParser
import Dateline
import Foundation

/// A filter for corpora: article records in, graphs out.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Read article records and write their graphs, one a line.",
    discussion: """
      A record is a line of JSON, {"id": …, "text": …} with "date", "title" and "url" where known, or, in files that end
      in .csv or .tsv, a row of a table whose header names these columns. Graphs come in the order of the records; one
      that cannot be read is reported with its line and gives no graph.

      Examples:
        dateline extract < articles.jsonl > graphs.jsonl
        dateline extract monday.jsonl tuesday.jsonl | jq -r '.nodes[] | select(.type == "person") | .label'
      """
  )

  @Argument(help: ArgumentHelp("Files of records; none or - is standard input.", valueName: "file"))
  var files: [String] = []

  @Flag(help: "Name the rule or model that found each fact.")
  var explain = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let pipeline = try common.pipeline()
    var filter = RecordFilter(
      pipeline: pipeline,
      console: common.console,
      form: NodeLinkJSON(layout: .oneLine, includesRules: explain)
    )
    for file in files.isEmpty ? ["-"] : files { try filter.run(file) }
    filter.finish()
    guard filter.failures == 0 else {
      throw CommandFailure("\(filter.failures) records or files could not be read; the others were done")
    }
  }
}

/// Turns the records of streams into graphs, so many at a time that memory stays bounded however long the stream.
struct RecordFilter {
  private static let batchSize = 4 * ProcessInfo.processInfo.activeProcessorCount

  private let pipeline: Pipeline
  private let console: Console
  private let form: NodeLinkJSON
  private var progress: Progress
  private var count = 0
  /// How many records or files could not be read.
  private(set) var failures = 0

  init(pipeline: Pipeline, console: Console, form: NodeLinkJSON) {
    self.pipeline = pipeline
    self.console = console
    self.form = form
    progress = Progress(console: console, total: nil, noun: "articles")
  }

  /// Filters one stream; throws where the result cannot be written.
  mutating func run(_ file: String) throws {
    let name = file == "-" ? "standard input" : file
    guard let handle = handle(file) else { return }
    var batch: [RawRecord] = []
    for record in RecordReader(handle, form: RecordForm(path: file) ?? .jsonLines, input: name).results {
      do { batch.append(try record.get()) } catch { fail("\(error)") }
      if batch.count == Self.batchSize {
        try write(batch)
        batch = []
      }
    }
    try write(batch)
  }

  /// Takes the progress away.
  func finish() { progress.finish() }

  private mutating func handle(_ file: String) -> FileHandle? {
    guard file != "-" else { return .standardInput }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
      fail("\(ArticleReadingError(input: file, kind: .missing))")
      return nil
    }
    guard !isFolder.boolValue, let handle = FileHandle(forReadingAtPath: file) else {
      fail("\(ArticleReadingError(input: file, kind: isFolder.boolValue ? .folder : .unreadable("no permission")))")
      return nil
    }
    if RecordForm(path: file) == nil, FileManager.default.isRegularFile(atPath: file), !beginsLikeRecord(handle) {
      fail("\(ArticleReadingError(input: file, kind: .noRecords))")
      return nil
    }
    return handle
  }

  /// Whether the first character is that of a JSON object, so that one message is enough for a whole file of prose.
  private func beginsLikeRecord(_ handle: FileHandle) -> Bool {
    defer { try? handle.seek(toOffset: 0) }
    let beginning = (try? handle.read(upToCount: Self.sniffedBytes)) ?? Data()
    let text = String(decoding: beginning, as: UTF8.self)
    guard let first = text.first(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }) else { return true }
    return first == "{"
  }

  /// How much of a file is read to tell records from prose.
  private static let sniffedBytes = 256

  private mutating func write(_ batch: [RawRecord]) throws {
    let results = OrderedWork.map(batch) { [pipeline, form] record -> Result<Data, ArticleReadingError> in
      do throws(ArticleReadingError) {
        let article = try pipeline.reader.article(of: record)
        try pipeline.checkLanguage(of: article, input: record.name)
        return .success(form.data(of: pipeline.graph(of: article)))
      } catch {
        return .failure(error)
      }
    }
    for result in results {
      switch result {
      case .success(let data): try StandardOutput.write(data)
      case .failure(let error): fail("\(error)")
      }
    }
    count += batch.count
    progress.update(count)
  }

  private mutating func fail(_ message: String) {
    failures += 1
    console.error(message)
  }
}
