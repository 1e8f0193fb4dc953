import ArticleReading
import Extraction

/// Makes provenances of spans of one article.
struct ProvenanceSource {
  private let article: String
  private let text: String
  /// Where each scalar of the text begins, and where the last one ends.
  private let positions: [String.Index]

  init(article: Article) {
    self.article = article.id
    text = article.text
    positions = text.unicodeScalars.indices + [text.endIndex]
  }

  /// The words themselves.
  func words(_ evidence: Evidence) -> Provenance { provenance(evidence.span, foundBy: evidence.foundBy) }

  /// The sentence around the words.
  func sentence(_ evidence: Evidence) -> Provenance { provenance(evidence.sentence, foundBy: evidence.foundBy) }

  /// What stands in a range of scalars.
  func provenance(_ range: Range<Int>, foundBy: String?) -> Provenance {
    let range = range.clamped(to: 0..<positions.count - 1)
    let words = String(text.unicodeScalars[positions[range.lowerBound]..<positions[range.upperBound]])
    return Provenance(article: article, range: range, text: words, foundBy: foundBy)
  }
}
