/// A run of a sentence's words as the network reads it: their pieces and shapes.
///
/// Most sentences are one window; those with more pieces than the encoder has positions are several.
struct SentenceWindow {
  /// Index of the sentence that the words belong to.
  let sentence: Int
  /// The words, counted within the sentence.
  let words: Range<Int>
  /// The pieces of all words.
  let pieces: [Int32]
  /// Where each word's pieces begin in `pieces`, and their end.
  let starts: [Int32]
  /// Each word's shape.
  let shapes: [UInt8]

  /// Positions in the network: the pieces between their two ends.
  var length: Int { pieces.count + 2 }
}

/// Turns sentences into windows.
struct SentenceEncoder {
  /// Most pieces of a window.
  static let mostPieces = 500

  private let vocabulary: WordPieceVocabulary
  private var word = NormalizedWord()

  init(vocabulary: WordPieceVocabulary) {
    self.vocabulary = vocabulary
  }

  /// The windows of a sentence, in order; none for no word.
  mutating func windows(of forms: [String], sentence: Int) -> [SentenceWindow] {
    var pieces: [Int32] = []
    var starts: [Int32] = [0]
    pieces.reserveCapacity(forms.count * 3 / 2)
    starts.reserveCapacity(forms.count + 1)
    for form in forms {
      vocabulary.appendPieces(of: form, using: &word, to: &pieces)
      starts.append(Int32(pieces.count))
    }
    let shapes = forms.enumerated().map { WordShape.index(of: $1, isFirst: $0 == 0) }
    var windows: [SentenceWindow] = []
    var first = 0
    while first < forms.count {
      let end = Self.windowEnd(from: first, starts: starts, forms: forms)
      windows.append(
        SentenceWindow(
          sentence: sentence,
          words: first..<end,
          pieces: Array(pieces[Int(starts[first])..<Int(starts[end])]),
          starts: starts[first...end].map { $0 - starts[first] },
          shapes: Array(shapes[first..<end])
        )
      )
      first = end
    }
    return windows
  }

  /// Where a window ends: with the sentence, or after the last mark that divides clauses, or where it is full.
  private static func windowEnd(from first: Int, starts: [Int32], forms: [String]) -> Int {
    let limit = starts[first] + Int32(mostPieces)
    if let last = starts.last, last <= limit { return forms.count }
    var end = first + 1
    while end < forms.count, starts[end + 1] <= limit { end += 1 }
    let earliest = first + (end - first) * 3 / 4
    for marks in [[";", ".", ":"], [","]] {
      if let mark = forms[earliest..<end].lastIndex(where: { marks.contains($0) }) { return mark + 1 }
    }
    return end
  }
}
