import ArgumentParser
import Foundation
import LanguageAnalysis

/// Measures the analyser and prints what it finds in sentences that are divided into tokens already.
@main
struct AnalyserBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyser-benchmark",
    subcommands: [Speed.self, Encoder.self, Columns.self, Start.self]
  )
}

/// Words a second from raw text to the parsed document.
struct Speed: ParsableCommand {
  @Argument(help: "Text files.") var files: [String]
  @Option(help: "Threads.") var threads = 2
  @Option(help: "Rounds, of which the best counts.") var rounds = 3

  func run() throws {
    let texts = try files.map { try String(contentsOfFile: $0, encoding: .utf8) }
    let text = texts.joined(separator: "\n\n")
    let analyser = try Analyser()
    var best = 0.0
    var words = 0
    for _ in 0..<rounds {
      let (seconds, document) = measured { analyser.annotate(text, threads: threads) }
      words = document.tokenCount
      best = max(best, Double(words) / seconds)
    }
    print("\(words) words, \(threads) threads: \(Int(best)) words/s")
  }
}

/// Operations of the encoder and of its matrix products alone, on one thread, in a second of processor time.
struct Encoder: ParsableCommand {
  @Argument(help: "A file with a sentence a line, tokens separated by spaces.") var file: String
  @Option(help: "Rows of the matrix products that are measured alone; the fastest count.") var rows = [96, 448]
  @Option(help: "Rounds, of which the best counts.") var rounds = 3

  func run() throws {
    let sentences = try tokens(of: file)
    let analyser = try Analyser()
    var (encoder, product) = (0.0, 0.0)
    _ = analyser.annotate(tokens: [["Start"]])
    for _ in 0..<rounds {
      let (seconds, operations) = processorTime { analyser.encode(tokens: sentences) }
      encoder = max(encoder, Double(operations) / seconds / 1e9)
      for rows in rows {
        let (alone, count) = processorTime { (0..<40).reduce(0) { sum, _ in sum + analyser.multiply(rows: rows) } }
        product = max(product, Double(count) / alone / 1e9)
      }
    }
    print(String(format: "encoder %.1f GOP/s, product alone %.1f GOP/s: %.2f", encoder, product, encoder / product))
  }
}

/// A token a line: form, lemma, UPOS, XPOS, head from 1 (0 the root), relation, confidence, name; an empty line after a sentence.
struct Columns: ParsableCommand {
  @Argument(help: "A file with a sentence a line, tokens separated by spaces.") var file: String
  @Option(help: "Threads.") var threads = 2

  func run() throws {
    let document = try Analyser().annotate(tokens: tokens(of: file), threads: threads)
    var names = [String](repeating: "O", count: document.tokenCount)
    for span in document.entities {
      for token in span.tokens {
        names[token] = (token == span.tokens.lowerBound ? "B-" : "I-") + span.kind.rawValue
      }
    }
    var output = ""
    for sentence in document.sentences {
      for token in sentence.tokens {
        let head = document.heads[token] == token ? 0 : document.heads[token] - sentence.tokens.lowerBound + 1
        output += [
          document.forms[token], document.lemmas[token], document.partsOfSpeech[token].rawValue,
          document.pennTags[token], String(head), document.relations[token].rawValue,
          String(document.confidences[token]), names[token],
        ].joined(separator: "\t")
        output += "\n"
      }
      output += "\n"
    }
    print(output, terminator: "")
  }
}

/// Milliseconds until the first sentence is parsed, within the process.
struct Start: ParsableCommand {
  func run() throws {
    let (loading, analyser) = try measured { try Analyser() }
    let (parsing, document) = measured { analyser.annotate("The minister arrived in Geneva on Monday.") }
    print(String(format: "loading %.1f ms, first sentence %.1f ms", loading * 1e3, parsing * 1e3))
    print(document.relations.map(\.rawValue).joined(separator: " "))
  }
}

/// Sentences of a file, one a line, tokens separated by spaces.
func tokens(of file: String) throws -> [[String]] {
  try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map {
    $0.split(separator: " ").map(String.init)
  }
}

/// Seconds that a function takes, and its result.
func measured<Result>(_ function: () throws -> Result) rethrows -> (Double, Result) {
  let clock = ContinuousClock()
  let start = clock.now
  let result = try function()
  let elapsed = clock.now - start
  return (Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18, result)
}

/// Seconds of processor time that a function takes on all its threads, and its result.
func processorTime<Result>(_ function: () throws -> Result) rethrows -> (Double, Result) {
  func now() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
  let start = now()
  let result = try function()
  return (now() - start, result)
}
