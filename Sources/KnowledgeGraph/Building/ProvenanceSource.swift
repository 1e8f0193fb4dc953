import ArticleReading
import Extraction

/// Makes provenances of spans of one article.
struct ProvenanceSource {
  private let article: String
  private let scalars: [Unicode.Scalar]

  init(article: Article) {
    self.article = article.id
    scalars = Array(article.text.unicodeScalars)
  }

  /// The words themselves.
  func words(_ evidence: Evidence) -> Provenance { provenance(evidence.span, foundBy: evidence.foundBy) }

  /// The sentence around the words.
  func sentence(_ evidence: Evidence) -> Provenance { provenance(evidence.sentence, foundBy: evidence.foundBy) }

  /// What stands in a range of scalars.
  func provenance(_ range: Range<Int>, foundBy: String?) -> Provenance {
    let range = range.clamped(to: 0..<scalars.count)
    let text = String(String.UnicodeScalarView(scalars[range]))
    return Provenance(article: article, range: range, text: text, foundBy: foundBy)
  }
}
