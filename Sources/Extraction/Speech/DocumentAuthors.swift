import LanguageAnalysis

/// Gives the words of a text named before to whoever it was named as the work of: "Dano said in a filing … According to
/// the filing, …".
struct DocumentAuthors {
  private let context: ArticleContext
  private let syntax: SpeechSyntax
  private var document: Document { context.document }

  init(context: ArticleContext) {
    self.context = context
    syntax = SpeechSyntax(context: context)
  }

  /// The attributions with speakers for texts whose author was told before; the nearest mention decides.
  func resolved(_ attributions: [Attribution]) -> [Attribution] {
    attributions.map { attribution in
      guard let head = attribution.speakerHead, isKnownDocument(head), let author = author(toldBefore: head) else {
        return attribution
      }
      var attribution = attribution
      attribution.speakerHead = author
      attribution.textHead = head
      return attribution
    }
  }

  /// "the filing", "the statement": named as known, without an author of its own.
  private func isKnownDocument(_ token: Int) -> Bool {
    isText(token) && syntax.owner(ofNoun: token) == nil
      && context.tree.children(of: token, .determiner).contains { ["the", "this", "that"].contains(context.words[$0]) }
  }

  private func isText(_ token: Int) -> Bool {
    document.partsOfSpeech[token] == .noun && (syntax.isDocument(token) || syntax.reportingNoun(token) != nil)
  }

  private func author(toldBefore token: Int) -> Int? {
    let lemma = document.lemmas[token]
    return (0..<token).reversed().lazy
      .filter { document.lemmas[$0] == lemma && document.pennTags[$0] == document.pennTags[token] && isText($0) }
      .compactMap(author(of:))
      .first
  }

  /// Whose work a text is: its owner, or who says something in it.
  private func author(of token: Int) -> Int? {
    if let owner = syntax.owner(ofNoun: token) { return owner }
    guard let verb = context.tree.head(of: token), syntax.reportingVerb(verb) != nil,
      context.tree.children(of: token, .caseMarking).contains(where: {
        ["in", "through", "by"].contains(context.words[$0])
      })
    else { return nil }
    return syntax.speaker(ofVerb: verb)
  }
}
