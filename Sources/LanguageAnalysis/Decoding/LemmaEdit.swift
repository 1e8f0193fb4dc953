/// How a lemma is made from a form: `L|n|s` lowers it, drops n scalars and appends s; `K|n|s` leaves its case.
struct LemmaEdit: Sendable, Hashable {
  private let lowersCase: Bool
  private let dropped: Int
  private let suffix: String

  /// Reads an edit as the weights file writes it.
  init(_ text: String) throws(AnalyserError) {
    let fields = text.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
    guard fields.count == 3, fields[0] == "L" || fields[0] == "K", let dropped = Int(fields[1]), dropped >= 0 else {
      throw .weights("\"\(text)\" is not an edit of a lemma")
    }
    lowersCase = fields[0] == "L"
    self.dropped = dropped
    suffix = String(fields[2])
  }

  /// The lemma of a form; a form that is too short is left as it is.
  func lemma(of form: String) -> String {
    let base = lowersCase ? NormalizedWord.lowercased(form) : form
    if dropped == 0 { return suffix.isEmpty ? base : base + suffix }
    let scalars = base.unicodeScalars
    guard dropped <= scalars.count else { return base }
    return String(scalars.dropLast(dropped)) + suffix
  }
}
