/// Words that somebody is said to have uttered, found by syntax and quotation marks alone: the speaker is still a
/// token, since who "he" is comes later.
package struct Attribution: Sendable, Hashable {
  /// Scalar ranges of the words, without quotation marks, in the order of the text.
  package var spans: [Range<Int>]
  /// The tokens of the words, one range for each span.
  package var tokens: [Range<Int>]
  /// Whether the words stand inside quotation marks.
  package var isDirect: Bool
  /// Head token of the phrase that names the speaker, where one is found.
  package var speakerHead: Int?
  /// Head token of the phrase that names whom the words are said to.
  package var addresseeHead: Int?
  /// The word that tells of the saying: "said", "according", "statement".
  package var cue: Int?
  /// The noun for the text that the words are taken from, where its author was told elsewhere.
  package var textHead: Int?
  /// The rule that found it.
  package var foundBy: String
  /// Whether the saying itself is denied, planned or feared ("did not say", "may say"), so that nothing was said.
  package var isUnsaid: Bool = false
}

/// Finds quotations and reported speech and the phrases that name their speakers.
package struct AttributionFinder: Sendable {
  package init() {}

  /// All attributions of an article, in the order of the text.
  package func attributions(in context: ArticleContext) -> [Attribution] {
    let quotations = QuotationScanner.quotations(in: context)
    var quotationOfToken = [Int](repeating: -1, count: context.document.tokenCount)
    for (index, quotation) in quotations.enumerated() {
      for token in quotation.outer { quotationOfToken[token] = index }
    }
    let sources = SourcePhrases(context: context)
    let direct = DirectSpeech(
      context: context,
      quotations: quotations,
      quotationOfToken: quotationOfToken,
      sources: sources
    )
    let reported = ReportedSpeech(
      context: context,
      quotations: quotations,
      quotationOfToken: quotationOfToken,
      sources: sources
    )
    let merged = AttributionMerger(context: context)
      .merged(direct: direct.findings(), reported: reported.attributions())
    return DocumentAuthors(context: context).resolved(merged)
  }
}
