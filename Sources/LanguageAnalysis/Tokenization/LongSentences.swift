/// Cuts sentences that are too long to be read at once.
extension SentenceSplitter {
  private static let mostTokens = 300
  private static let fewestTokens = 100

  /// A sentence in pieces of at most 300 tokens, cut where a clause or phrase ends if there is such a place.
  func shortened(_ sentence: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = sentence.lowerBound
    while sentence.upperBound - start > Self.mostTokens {
      let window = (start + Self.fewestTokens)..<(start + Self.mostTokens)
      var best = window.upperBound - 1
      var rank = 0
      for index in window {
        let strength = strength(of: text.scalars[spans[index].lowerBound])
        if strength > 0, strength >= rank {
          best = index
          rank = strength
        }
      }
      pieces.append(start..<(best + 1))
      start = best + 1
    }
    pieces.append(start..<sentence.upperBound)
    return pieces
  }

  private func strength(of scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case ".", "!", "?", "…": 4
    case ";": 3
    case ":", "—", "–": 2
    case ",", "|", "•": 1
    default: 0
    }
  }
}
