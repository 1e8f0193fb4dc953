import Knowledge
import LanguageAnalysis

/// Words with a hyphen, which the analyser takes for three tokens: "sit-in", "run-off", "war-torn".
struct HyphenatedWord {
  let context: ArticleContext

  private static let hyphens: Set<String> = ["-", "\u{2010}", "\u{2011}"]

  /// The lemma of the whole word whose last part a token is; nil where it is no such word.
  func lemma(endingAt token: Int) -> String? {
    guard token >= 2, isJoined(token - 2) else { return nil }
    let last = context.words[token]
    let particle = ["ins", "outs", "offs", "ups", "backs", "downs"].contains(last) ? String(last.dropLast()) : nil
    return context.words[token - 2] + "-" + (particle ?? context.document.lemmas[token].lowercased())
  }

  /// The tokens of the whole word, where an entry of the lexicon names it with its hyphen; else the token alone.
  func tokens(endingAt token: Int, named entry: String) -> Range<Int> {
    lemma(endingAt: token) == entry ? token - 2..<token + 1 : token..<token + 1
  }

  /// Whether the word goes on after a token: "war" of "war-torn", which names no event of its own.
  func continues(after token: Int) -> Bool { isJoined(token) }

  private func isJoined(_ first: Int) -> Bool {
    let spans = context.document.spans
    return first + 2 < spans.count && spans[first].upperBound == spans[first + 1].lowerBound
      && spans[first + 1].upperBound == spans[first + 2].lowerBound && Self.hyphens.contains(context.words[first + 1])
  }
}
