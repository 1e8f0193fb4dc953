import ArgumentParser
import Dateline
import Foundation

/// Prints what the analyser reads out of a text.
struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Print the sentences, words, syntax and names of articles.",
    discussion: """
      CoNLL-U has one line a word, with names and offsets in its last column; JSON has one line an article. The whole
      text is read, headline, credits and all.

      Examples:
        dateline annotate story.txt
        dateline annotate --format json < story.txt
        echo "The mayor of Accra resigned." | dateline annotate --sentences
      """
  )

  /// How the annotation is written.
  enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
    case conllu
    case json
  }

  @Argument(help: ArgumentHelp("Files with one article each; none or - is standard input.", valueName: "article"))
  var articles: [String] = []

  @OptionGroup var output: OutputOptions<Format>

  @Flag(help: "Take each line as one sentence.")
  var sentences = false

  @Flag(help: ArgumentHelp("Take each line as one sentence, divided into tokens by spaces.", visibility: .hidden))
  var tokens = false

  @Option(help: "How many threads work at a time; by default one a core.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  func validate() throws {
    guard threads > 0 else { throw ValidationError("--threads must be at least 1.") }
    guard articles.filter({ $0 == "-" }).count <= 1 else {
      throw ValidationError("Standard input can be read once only.")
    }
  }

  func run() throws {
    let destination = OutputDestination(output.output)
    let format = try output.format(for: destination) ?? .conllu
    try destination.check()
    let analyser = try analyser()
    let paths = articles.isEmpty ? ["-"] : articles
    var identifiers = DistinctIdentifiers()
    var failures = 0
    var written = Data()
    for path in paths {
      do {
        let article = try article(path)
        let data = try format.data(of: document(of: article.text, analyser), identifier: identifiers.next(article.id))
        if destination.path == nil { try StandardOutput.write(data) } else { written.append(data) }
      } catch let error as ArticleReadingError {
        Console(quiet ? .quiet : .normal).error(error.description)
        failures += 1
      }
    }
    if destination.path != nil { try destination.write(written) }
    try finish(failures: failures, of: paths.count)
  }

  private func analyser() throws -> Analyser {
    do {
      return try Analyser()
    } catch {
      throw CommandFailure(error.description)
    }
  }

  private func article(_ path: String) throws(ArticleReadingError) -> Article {
    let reader = ArticleReader(patterns: [])
    guard path == "-" else { return try reader.article(atPath: path) }
    let data = FileHandle.standardInput.readDataToEndOfFile()
    return try reader.article(id: "standard-input", data: data, input: "standard input")
  }

  private func document(of text: String, _ analyser: Analyser) -> Document {
    if tokens {
      let lines = text.split(whereSeparator: \.isNewline).map { $0.split(separator: " ").map(String.init) }
      return analyser.annotate(tokens: lines, threads: threads)
    }
    guard sentences else { return analyser.annotate(text, threads: threads) }
    let source = SourceText(text)
    return analyser.annotate(Tokenizer().sentencesByLine(of: source), of: source, threads: threads)
  }
}

extension AnnotateCommand.Format {
  fileprivate func data(of document: Document, identifier: String) throws -> Data {
    switch self {
    case .conllu: Data(CoNLLUWriter(document, identifier: identifier).text().utf8)
    case .json: try AnnotationRecord(document, identifier: identifier).line()
    }
  }
}

/// Tells articles of the same name apart by a number.
private struct DistinctIdentifiers {
  private var seen: [String: Int] = [:]

  /// The identifier to use for an article's own.
  mutating func next(_ identifier: String) -> String {
    let count = (seen[identifier] ?? 0) + 1
    seen[identifier] = count
    return count == 1 ? identifier : "\(identifier)-\(count)"
  }
}
