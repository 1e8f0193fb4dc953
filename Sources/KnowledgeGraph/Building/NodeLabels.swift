import Extraction

/// Short descriptions for nodes that have no name.
enum NodeLabels {
  /// "at least 107 killed"; for a vague figure the words of the text.
  static func label(of figure: CasualtyFact, words: String?) -> String {
    let people =
      switch (figure.bound, figure.minimum, figure.maximum) {
      case (.exact, let number?, _), (.exact, nil, let number?): "\(number)"
      case (.about, let number?, _), (.about, nil, let number?): "about \(number)"
      case (.atLeast, let number?, _): "at least \(number)"
      case (.moreThan, let number?, _): "more than \(number - 1)"
      case (.atMost, _, let number?): "up to \(number)"
      case (.range, let least?, let most?): "\(least) to \(most)"
      default: String?.none
      }
    return "\(people ?? oneLine(words ?? "some")) \(figure.outcome.rawValue)"
  }

  /// The text, cut at a word where it is long.
  static func label(ofStatement text: String) -> String {
    let text = oneLine(text)
    guard text.utf8.count > longestStatement, text.count > longestStatement else { return text }
    let cut = text.prefix(longestStatement)
    let end = cut.lastIndex(of: " ") ?? cut.endIndex
    return cut[..<end] + "…"
  }

  private static let longestStatement = 80

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
