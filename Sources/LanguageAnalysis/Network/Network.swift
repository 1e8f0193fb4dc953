/// The trained network with its labels: from the forms of sentences to their columns.
final class Network: Sendable {
  /// Most rows of a pass: enough for the matrix product to run at full speed, few enough for the cache.
  private static let rowsOfPass = 256

  let weights: NetworkWeights
  private let vocabulary: WordPieceVocabulary
  private let labels: LabelLists

  /// Makes the network from the bytes of a weights file, which are never freed.
  init(_ bytes: UnsafeRawBufferPointer) throws(AnalyserError) {
    weights = try NetworkWeights(SafetensorsFile(bytes))
    vocabulary = try WordPieceVocabulary(
      weights.vocabulary,
      count: weights.embedding.pieces,
      mostOfWord: weights.configuration.mostPiecesOfWord
    )
    labels = try LabelLists(weights.configuration)
  }

  /// The lower part of the network.
  var encoder: Encoder { Encoder(weights: weights, vocabulary: vocabulary) }

  /// The columns of each sentence.
  func annotations(of sentences: ArraySlice<[String]>, in space: Workspace) -> [SentenceAnnotation] {
    var annotations = [SentenceAnnotation](repeating: SentenceAnnotation(), count: sentences.count)
    let outputs = OutputLayers(weights: weights, rootRelation: labels.rootRelation)
    forEachPass(of: sentences) { windows in
      encoder.run(windows, in: space)
      for (window, scores) in zip(windows, outputs.run(windows, in: space)) {
        let forms = sentences[sentences.startIndex + window.sentence][window.words]
        annotations[window.sentence].append(scores, forms: forms, labels: labels)
      }
    }
    return annotations
  }

  /// Calls a function with as many windows at a time as a pass has room for, in the order of the text.
  func forEachPass(of sentences: ArraySlice<[String]>, _ body: ([SentenceWindow]) -> Void) {
    var encoder = SentenceEncoder(vocabulary: vocabulary)
    var pass: [SentenceWindow] = []
    var rows = 0
    for (index, forms) in sentences.enumerated() {
      for window in encoder.windows(of: forms, sentence: index) {
        if !pass.isEmpty, rows + window.length > Self.rowsOfPass {
          body(pass)
          pass.removeAll(keepingCapacity: true)
          rows = 0
        }
        pass.append(window)
        rows += window.length
      }
    }
    if !pass.isEmpty { body(pass) }
  }
}
