import Foundation

/// An annotated text as JSON: the columns of CoNLL-U by name, and the names as spans.
package struct AnnotationRecord: Codable, Sendable {
  /// A sentence.
  package struct Sentence: Codable, Sendable {
    /// Index of the paragraph or heading, counted from 0.
    package var block: Int
    /// Unicode scalar offsets into the text.
    package var start, end: Int
    /// The text from the first to the last token.
    package var text: String
    /// The tokens.
    package var tokens: [Token]
  }

  /// A token.
  package struct Token: Codable, Sendable {
    /// The columns of CoNLL-U.
    package var form, lemma, upos, xpos, deprel: String
    /// Counted from 1 within the sentence; 0 is the root.
    package var head: Int
    /// Unicode scalar offsets into the text.
    package var start, end: Int
    /// How sure the analyser is of head and relation, 0 to 1.
    package var confidence: Double
  }

  /// A name or date.
  package struct Entity: Codable, Sendable {
    /// `person`, `organization`, `place`, `date` or `thing`.
    package var kind: String
    /// The characters of the name.
    package var text: String
    /// Unicode scalar offsets into the text.
    package var start, end: Int
    /// Index of the sentence, counted from 0.
    package var sentence: Int
    /// How sure the analyser is, 0 to 1.
    package var confidence: Double
  }

  /// What names the text.
  package var id: String
  /// The sentences in order.
  package var sentences: [Sentence]
  /// The names and dates in order.
  package var entities: [Entity]

  /// Makes the record of a document.
  package init(_ document: Document, identifier: String) {
    id = identifier
    sentences = document.sentences.map { Sentence($0, of: document) }
    var sentence = 0
    entities = document.entities.map { entity in
      while document.sentences[sentence].tokens.upperBound <= entity.tokens.lowerBound { sentence += 1 }
      return Entity(entity, sentence: sentence, of: document)
    }
  }

  /// The record as UTF-8 JSON on one line, keys sorted, with a line feed.
  package func line() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }
}

extension AnnotationRecord.Sentence {
  fileprivate init(_ sentence: Sentence, of document: Document) {
    block = sentence.block
    start = document.spans[sentence.tokens.lowerBound].lowerBound
    end = document.spans[sentence.tokens.upperBound - 1].upperBound
    text = document.text(of: sentence.tokens)
    tokens = sentence.tokens.map { token in
      AnnotationRecord.Token(
        form: document.forms[token],
        lemma: document.lemmas[token],
        upos: document.partsOfSpeech[token].rawValue,
        xpos: document.pennTags[token],
        deprel: document.relations[token].rawValue,
        head: document.heads[token] == token ? 0 : document.heads[token] - sentence.tokens.lowerBound + 1,
        start: document.spans[token].lowerBound,
        end: document.spans[token].upperBound,
        confidence: rounded(document.confidences[token])
      )
    }
  }
}

extension AnnotationRecord.Entity {
  fileprivate init(_ entity: EntitySpan, sentence: Int, of document: Document) {
    kind = entity.kind.rawValue
    text = document.text(of: entity.tokens)
    start = document.spans[entity.tokens.lowerBound].lowerBound
    end = document.spans[entity.tokens.upperBound - 1].upperBound
    self.sentence = sentence
    confidence = rounded(entity.confidence)
  }
}

/// A confidence with three decimals, which is all that it is worth.
private func rounded(_ confidence: Float) -> Double { (Double(confidence) * 1000).rounded() / 1000 }
