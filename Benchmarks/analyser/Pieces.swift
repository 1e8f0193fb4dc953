import ArgumentParser
import Foundation
import LanguageAnalysis
struct Pieces: ParsableCommand {
  @Argument var vocabulary: String
  @Argument var words: String
  func run() throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: vocabulary))
    let v = try data.withUnsafeBytes { try WordPieceVocabulary($0, count: 30522, mostOfWord: 12) }
    let all = try JSONDecoder().decode([String].self, from: Data(contentsOf: URL(fileURLWithPath: words)))
    for w in all { print(WordShape.index(of: w, isFirst: false), v.pieces(of: w)) }
  }
}
