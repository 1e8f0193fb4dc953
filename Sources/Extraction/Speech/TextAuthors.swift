import LanguageAnalysis

/// Whose words a text is: "the minister's statement", "a list published by the airline", "Dano released a note".
extension SpeechSyntax {
  /// Whether a noun names a text, which speaks for whoever wrote it.
  func isDocument(_ token: Int) -> Bool {
    document.partsOfSpeech[token] == .noun && context.knowledge.reportingWords.isDocument(document.lemmas[token])
  }

  /// Who made a statement or wrote a text, as the words around the noun say.
  func owner(ofNoun noun: Int) -> Int? {
    if let owner = tree.child(of: noun, .possessiveModifier) { return owner }
    let prepositions = isDocument(noun) ? ["by", "from"] : ["by", "from", "of"]
    let owner = tree.children(of: noun, .nominalModifier, .oblique).first { modifier in
      tree.children(of: modifier, .caseMarking).contains { prepositions.contains(context.words[$0]) }
        && document.partsOfSpeech[modifier].isNoun
    }
    if let owner { return owner }
    for participle in tree.children(of: noun, .adnominalClause)
    where document.pennTags[participle] == "VBN"
      && !context.knowledge.wordClasses.contains(document.lemmas[participle], in: .gettingVerb)
      && !(Self.sentTexts.contains(document.lemmas[noun]) && Self.publishing.contains(document.lemmas[participle]))
    {
      if let author = byPhrase(of: participle) { return author }
    }
    return issuer(of: noun)
  }

  /// Texts that are published by others than those who wrote them.
  private static let sentTexts: Set = [
    "email", "e-mail", "message", "letter", "memo", "cable", "transcript", "document",
  ]
  private static let publishing: Set = ["publish", "post", "release", "leak", "circulate"]

  /// Who tells what a noun of saying holds: "expressed hope that …", "denied claims that …".
  func speaker(voicing noun: Int) -> Int? {
    guard document.relations[noun] == .object, let verb = tree.head(of: noun), !isPassive(verb),
      context.knowledge.wordClasses.contains(document.lemmas[verb], in: .voicingVerb),
      tree.child(of: noun, .possessiveModifier) == nil
    else { return nil }
    return speaker(ofVerb: verb)
  }

  /// Whether a noun names a text in words, of which one may say that it shows something.
  func isWriting(_ token: Int) -> Bool {
    isDocument(token) && !context.knowledge.wordClasses.contains(document.lemmas[token], in: .pictureNoun)
  }

  /// "Dano released a statement which …", "a NATO report".
  private func issuer(of noun: Int) -> Int? {
    if document.relations[noun] == .object, let verb = tree.head(of: noun),
      context.knowledge.wordClasses.contains(document.lemmas[verb], in: .issuingVerb), !isPassive(verb)
    {
      return tree.child(of: verb, .subject)
    }
    guard isDocument(noun) || reportingNoun(noun) != nil else { return nil }
    // "a military statement"
    if let body = tree.children(of: noun, .adjectivalModifier).first(where: { context.words[$0] == "military" }) {
      return body
    }
    return tree.children(of: noun, .compound).first { part in
      // "a league-commissioned report"
      guard part + 1 >= document.tokenCount || !["-", "–"].contains(document.forms[part + 1]) else { return false }
      return document.entities.contains { $0.kind == .organization && $0.tokens.contains(part) } || isBody(part)
    }
  }

  /// "a government report", "police records".
  private func isBody(_ part: Int) -> Bool {
    context.knowledge.organizationWords[document.lemmas[part]].map {
      ["government", "police", "military"].contains($0)
    } == true
  }

  /// "part of the judge's statement".
  func text(partlyNamedBy token: Int) -> Int? {
    guard ["part", "text", "version", "summary", "copy", "section", "draft"].contains(document.lemmas[token]) else {
      return nil
    }
    return tree.children(of: token, .nominalModifier).first { isDocument($0) || reportingNoun($0) != nil }
  }
}
