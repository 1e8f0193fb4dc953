extension CoNLLUReader {
  /// A document as it is put together from rows.
  struct Assembly {
    private var scalars = String.UnicodeScalarView()
    private var length = 0
    private var block = -1
    private var rows: [Row] = []
    private var beginsParagraph = true
    private var hasSpaceAfter = false
    private var columns = Document(text: SourceText(""))

    /// Whether nothing has been added yet.
    var isEmpty: Bool { columns.tokenCount == 0 && rows.isEmpty }

    /// The document of what has been added.
    var document: Document {
      var document = columns
      document.text = SourceText(String(scalars))
      return document
    }

    /// Makes the next sentence the first of a paragraph.
    mutating func beginParagraph() { beginsParagraph = true }

    /// Adds a token to the sentence.
    mutating func append(_ row: Row) throws(CoNLLUError) {
      if rows.isEmpty, beginsParagraph {
        if block >= 0 { write("\n\n") }
        block += 1
        beginsParagraph = false
      } else if hasSpaceAfter {
        write(" ")
      }
      columns.spans.append(length..<(length + row.form.unicodeScalars.count))
      write(row.form)
      hasSpaceAfter = row.hasSpaceAfter
      rows.append(row)
    }

    /// Ends the sentence, if there is one; throws where a head lies outside it.
    mutating func endSentence() throws(CoNLLUError) {
      guard !rows.isEmpty else { return }
      let first = columns.forms.count
      for (index, row) in rows.enumerated() {
        guard row.head >= 0, row.head <= rows.count else {
          throw CoNLLUError(
            line: row.number,
            problem: "has the head \(row.head), but the sentence has \(rows.count) words"
          )
        }
        columns.forms.append(row.form)
        columns.lemmas.append(row.lemma)
        columns.partsOfSpeech.append(row.partOfSpeech)
        columns.pennTags.append(row.pennTag)
        columns.heads.append(row.head == 0 ? first + index : first + row.head - 1)
        columns.relations.append(row.relation)
        columns.confidences.append(1)
        try appendName(of: row, at: first + index)
      }
      columns.sentences.append(Sentence(tokens: first..<(first + rows.count), block: block))
      rows = []
    }

    private mutating func appendName(of row: Row, at token: Int) throws(CoNLLUError) {
      guard let name = row.name, name != "O" else { return }
      guard let kind = EntitySpan.Kind(rawValue: String(name.dropFirst(2))) else {
        throw CoNLLUError(line: row.number, problem: "has the unknown name tag '\(name)'")
      }
      if name.hasPrefix("I-"), let last = columns.entities.last, last.tokens.upperBound == token, last.kind == kind {
        columns.entities[columns.entities.count - 1].tokens = last.tokens.lowerBound..<(token + 1)
      } else {
        columns.entities.append(EntitySpan(tokens: token..<(token + 1), kind: kind))
      }
    }

    private mutating func write(_ text: String) {
      scalars.append(contentsOf: text.unicodeScalars)
      length += text.unicodeScalars.count
    }
  }
}
