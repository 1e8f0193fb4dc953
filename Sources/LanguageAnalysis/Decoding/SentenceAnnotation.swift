/// The columns of one sentence; token numbers are counted within it.
struct SentenceAnnotation: Sendable {
  var lemmas: [String] = []
  var partsOfSpeech: [UniversalPartOfSpeech] = []
  var pennTags: [String] = []
  var heads: [Int] = []
  var relations: [DependencyRelation] = []
  var confidences: [Float] = []
  var entities: [EntitySpan] = []

  /// Adds the next window of the sentence.
  ///
  /// The trees of later windows hang on the root of the first as parataxis, so that the sentence has one root.
  mutating func append(_ scores: WindowScores, forms: ArraySlice<String>, labels: LabelLists) {
    let offset = heads.count
    let root = heads.indices.first { heads[$0] == $0 }
    for (word, form) in forms.enumerated() {
      let partOfSpeech = labels.partsOfSpeech[Int(scores.partsOfSpeech[word])]
      let pennTag = labels.pennTags[Int(scores.pennTags[word])]
      let proposed = labels.edits[Int(scores.edits[word])].lemma(of: form)
      lemmas.append(
        LemmaLexicon().lemma(of: form, proposed: proposed, partOfSpeech: partOfSpeech, pennTag: pennTag)
      )
      partsOfSpeech.append(partOfSpeech)
      pennTags.append(pennTag)
      let head = Int(scores.heads[word])
      let arcConfidence = exponential(scores.arcs[word * (scores.words + 1) + head])
      confidences.append(arcConfidence * scores.relationConfidences[word])
      if head == 0, let root {
        heads.append(root)
        relations.append(.parataxis)
      } else {
        heads.append(head == 0 ? offset + word : offset + head - 1)
        relations.append(labels.relations[Int(scores.relations[word])])
      }
    }
    for span in labels.names.spans(scores: scores.names, words: scores.words) {
      let tokens = span.tokens.lowerBound + offset..<span.tokens.upperBound + offset
      entities.append(EntitySpan(tokens: tokens, kind: span.kind, confidence: span.confidence))
    }
  }
}
