import Foundation
import Knowledge
import KnowledgeGraph

/// Measures how well merging finds what is one across documents, on chains that people have annotated.
///
/// usage: IdentityBenchmark CHAINS.conll [--errors]
@main
enum IdentityBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let path = arguments.first(where: { !$0.hasPrefix("--") }) else {
      return print("usage: IdentityBenchmark CHAINS.conll [--errors]")
    }
    let documents = ChainReader.documents(in: try String(contentsOfFile: path, encoding: .utf8))
    let knowledge = try KnowledgeBase()
    let entities = documents.flatMap { GoldEntity.entities(of: $0, naming: knowledge) }
    let merged = MergedChains(documents: documents, entities: entities, knowledge: knowledge)
    print(
      "\(documents.count) documents, \(entities.count) chains in them, \(entities.reduce(0) { $0 + $1.mentions }) mentions"
    )
    print("| what | precision | recall | F1 | baseline's F1 |")
    print("| --- | --- | --- | --- | --- |")
    for kind in [nil, NodeKind.person, .organization, .place] {
      let chosen = entities.filter { kind == nil || $0.kind == kind }
      let merging = BCubed(chosen, gold: \.chain, found: { merged.cluster(of: $0) })
      let baseline = BCubed(chosen, gold: \.chain, found: \.sameName)
      print("| \(kind?.rawValue ?? "all") | \(merging.row) | \(percent(baseline.f1)) (\(baseline.row)) |")
    }
    if arguments.contains("--errors") { merged.printErrors(entities) }
  }
}

/// Precision and recall of clusters, averaged over mentions.
struct BCubed {
  let precision: Double
  let recall: Double

  init(_ entities: [GoldEntity], gold: (GoldEntity) -> String, found: (GoldEntity) -> String) {
    var both: [[String]: Int] = [:]
    var goldSizes: [String: Int] = [:]
    var foundSizes: [String: Int] = [:]
    for entity in entities {
      both[[gold(entity), found(entity)], default: 0] += entity.mentions
      goldSizes[gold(entity), default: 0] += entity.mentions
      foundSizes[found(entity), default: 0] += entity.mentions
    }
    let total = Double(max(goldSizes.values.reduce(0, +), 1))
    var (precision, recall) = (0.0, 0.0)
    for (pair, count) in both {
      precision += Double(count * count) / Double(foundSizes[pair[1]] ?? 1)
      recall += Double(count * count) / Double(goldSizes[pair[0]] ?? 1)
    }
    (self.precision, self.recall) = (precision / total, recall / total)
  }

  var f1: Double { 2 * precision * recall / max(precision + recall, 1e-9) }
  var row: String { "\(percent(precision)) | \(percent(recall)) | \(percent(f1))" }
}

func percent(_ share: Double) -> String { String(format: "%.1f", share * 100) }
