/// The trained network with its labels: from the forms of sentences to their columns.
final class Network: Sendable {
  /// Most rows of a pass: enough for the matrix product to run at full speed, few enough for the cache.
  private static let rowsOfPass = 512

  private let weights: NetworkWeights
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

  /// The columns of each sentence.
  func annotations(of sentences: ArraySlice<[String]>, in space: Workspace) -> [SentenceAnnotation] {
    var annotations = [SentenceAnnotation](repeating: SentenceAnnotation(), count: sentences.count)
    var encoder = SentenceEncoder(vocabulary: vocabulary)
    var pass: [SentenceWindow] = []
    var rows = 0
    for (index, forms) in sentences.enumerated() {
      for window in encoder.windows(of: forms, sentence: index) {
        if !pass.isEmpty, rows + window.length > Self.rowsOfPass {
          run(pass, of: sentences, into: &annotations, in: space)
          pass.removeAll(keepingCapacity: true)
          rows = 0
        }
        pass.append(window)
        rows += window.length
      }
    }
    run(pass, of: sentences, into: &annotations, in: space)
    return annotations
  }

  private func run(
    _ windows: [SentenceWindow],
    of sentences: ArraySlice<[String]>,
    into annotations: inout [SentenceAnnotation],
    in space: Workspace
  ) {
    if windows.isEmpty { return }
    Encoder(weights: weights, vocabulary: vocabulary).run(windows, in: space)
    let scores = OutputLayers(weights: weights, rootRelation: labels.rootRelation).run(windows, in: space)
    for (window, result) in zip(windows, scores) {
      let forms = sentences[sentences.startIndex + window.sentence][window.words]
      annotations[window.sentence].append(result, forms: forms, labels: labels)
    }
  }
}
