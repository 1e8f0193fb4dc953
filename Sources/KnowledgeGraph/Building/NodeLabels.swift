import ArticleReading
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
    return "\(people ?? (words ?? "some").withSingleSpaces) \(figure.outcome.rawValue)"
  }

  /// The text, cut at a word where it is long.
  static func label(ofStatement text: String) -> String {
    let text = text.withSingleSpaces
    guard let limit = text.index(text.startIndex, offsetBy: longestStatement, limitedBy: text.endIndex),
      limit < text.endIndex
    else { return text }
    let cut = text[..<limit]
    return cut[..<(cut.lastIndex(of: " ") ?? limit)] + "…"
  }

  private static let longestStatement = 80
}
