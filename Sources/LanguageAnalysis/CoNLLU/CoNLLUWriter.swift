/// Writes annotated texts in CoNLL-U (https://universaldependencies.org/format.html).
///
/// MISC holds `NER` (B- and I- with the kind; nothing outside names), `SpaceAfter=No`, and `start_char` and `end_char`,
/// Unicode scalar offsets into the text. A new block of text is a new paragraph.
package struct CoNLLUWriter {
  private let document: Document
  private let identifier: String
  private let names: [String?]

  /// Makes a writer of a document; the identifier begins the ids of its sentences.
  package init(_ document: Document, identifier: String) {
    self.document = document
    self.identifier = identifier.split(whereSeparator: \.isNewline).joined(separator: " ")
    names = document.entityTags
  }

  /// The document as CoNLL-U, from `# newdoc` to the blank line after the last sentence.
  package func text() -> String {
    var output = "# newdoc id = \(identifier)\n"
    for (index, sentence) in document.sentences.enumerated() {
      if index == 0 || document.sentences[index - 1].block != sentence.block { output += "# newpar\n" }
      output += "# sent_id = \(identifier)-\(index + 1)\n# text = "
      appendText(of: sentence, to: &output)
      output += "\n"
      for token in sentence.tokens { appendRow(token, of: sentence, to: &output) }
      output += "\n"
    }
    return output
  }

  /// The forms with a space wherever white space stands between them, as the format asks.
  private func appendText(of sentence: Sentence, to output: inout String) {
    for token in sentence.tokens {
      output += document.forms[token]
      if token + 1 < sentence.tokens.upperBound, document.isFollowedBySpace(token) { output += " " }
    }
  }

  private func appendRow(_ token: Int, of sentence: Sentence, to output: inout String) {
    let first = sentence.tokens.lowerBound
    let head = document.heads[token] == token ? 0 : document.heads[token] - first + 1
    output += "\(token - first + 1)\t\(document.forms[token])\t"
    output += document.lemmas[token].isEmpty ? "_" : document.lemmas[token]
    output += "\t\(document.partsOfSpeech[token].rawValue)\t"
    output += document.pennTags[token].isEmpty ? "_" : document.pennTags[token]
    output += "\t_\t\(head)\t\(document.relations[token].rawValue)\t_\t"
    if let name = names[token] { output += "NER=\(name)|" }
    if !document.isFollowedBySpace(token) { output += "SpaceAfter=No|" }
    output += "start_char=\(document.spans[token].lowerBound)|end_char=\(document.spans[token].upperBound)\n"
  }
}

extension Document {
  /// Each token's `B-kind` or `I-kind`; nil outside names.
  package var entityTags: [String?] {
    var tags = [String?](repeating: nil, count: tokenCount)
    for entity in entities {
      for token in entity.tokens {
        tags[token] = (token == entity.tokens.lowerBound ? "B-" : "I-") + entity.kind.rawValue
      }
    }
    return tags
  }

  /// Whether white space stands after a token; true at the end of the document.
  package func isFollowedBySpace(_ token: Int) -> Bool {
    guard token + 1 < tokenCount else { return true }
    let end = spans[token].upperBound
    let next = spans[token + 1].lowerBound
    return end < next && text.scalars[end..<next].contains { $0.separatesWords }
  }
}
