import Foundation

/// What the weights file says about itself: widths and label lists (Training/FORMAT.md).
///
/// Keys beyond these are allowed and ignored.
struct ModelConfiguration: Decodable {
  let format: Int
  let layers: Int
  let hidden: Int
  let heads: Int
  let feedForward: Int
  let tag: Int
  let name: Int
  let arc: Int
  let relation: Int
  let normEpsilon: Float
  let mostPiecesOfWord: Int
  let shapes: [String]
  let upos: [String]
  let xpos: [String]
  let edits: [String]
  let relations: [String]
  let names: [String]

  /// Reads and checks the configuration in a file's header.
  init(of file: SafetensorsFile) throws(AnalyserError) {
    guard let text = file.metadata["configuration"] else { throw .weights("the header has no configuration") }
    do {
      self = try JSONDecoder().decode(ModelConfiguration.self, from: Data(text.utf8))
    } catch {
      throw .weights("the configuration in the header cannot be read")
    }
    guard format == 1 else { throw .weights("their format is \(format), and this program reads format 1") }
    let widths = [hidden, feedForward, tag, name, arc, relation]
    guard widths.allSatisfy({ (16...2048).contains($0) && $0.isMultiple(of: 16) }), (1...64).contains(layers),
      (1...64).contains(heads), hidden == heads * 32, (1...100).contains(mostPiecesOfWord)
    else { throw .weights("the widths in the configuration are not ones that this program can use") }
    guard normEpsilon.isFinite, normEpsilon >= 0 else { throw .weights("the configuration has a bad normEpsilon") }
    guard shapes.count == WordShape.count, !upos.isEmpty, !xpos.isEmpty, !edits.isEmpty else {
      throw .weights("a label list of the configuration is empty or has the wrong length")
    }
  }
}
