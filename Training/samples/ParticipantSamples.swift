import Dateline
import Extraction
import Foundation
import LanguageAnalysis

/// Prints the candidates for the participants of the events in article records, a line of JSON each, as the model of
/// participants is fitted to them: participant-samples FILE.jsonl
@main
struct ParticipantSamples {
  private struct Line: Encodable {
    let article: String
    let trigger: Int
    let type: String
    let mentions: [[Int]]
    let ruled: [String]
    let slots: [Int32]
  }

  static func main() throws {
    guard let file = CommandLine.arguments.dropFirst().first, let handle = FileHandle(forReadingAtPath: file) else {
      throw UsageError()
    }
    let pipeline = try Pipeline()
    let extractor = Extractor(knowledge: pipeline.knowledge)
    let articles = try RecordReader(handle, form: .jsonLines, input: file).results.map {
      try pipeline.reader.article(of: $0.get())
    }
    let samples = OrderedWork.map(articles) { article in
      extractor.participantSamples(of: article, document: pipeline.document(of: article))
    }
    for (article, samples) in zip(articles, samples) {
      let lines = try samples.map { try JSONEncoder().encode(line($0, of: article)) + Data("\n".utf8) }
      FileHandle.standardOutput.write(Data(lines.joined()))
    }
  }

  private static func line(_ sample: ParticipantSample, of article: Article) -> Line {
    Line(
      article: article.id,
      trigger: sample.trigger,
      type: sample.type,
      mentions: sample.mentions.map { [$0.lowerBound, $0.upperBound] },
      ruled: sample.ruled,
      slots: sample.slots
    )
  }
}

private struct UsageError: Error, CustomStringConvertible {
  let description = "usage: ParticipantSamples FILE.jsonl (article records)"
}
