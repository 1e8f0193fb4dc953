import AnalyserWeights
import CAnalyserKernels
import Dispatch
import Synchronization

/// Reads English text: sentences, tokens, tags, dependency trees and names.
///
/// Made once from its weights and used for any number of texts, from any number of threads.
public struct Analyser: Sendable {
  let network: Network

  /// Makes the analyser from the weights embedded in the program.
  ///
  /// Throws `AnalyserError` where they are missing or damaged.
  public init() throws(AnalyserError) {
    let bytes = UnsafeRawBufferPointer(
      start: dateline_analyser_weights(),
      count: dateline_analyser_weights_length()
    )
    try self.init(weights: bytes)
  }

  /// Makes the analyser from the bytes of a weights file, which are not copied and must never be freed.
  ///
  /// Throws `AnalyserError` where they are not a whole file of the right form.
  package init(weights: UnsafeRawBufferPointer) throws(AnalyserError) {
    network = try Network(weights)
  }

  /// Annotates a text.
  ///
  /// - Parameters:
  ///   - text: The text; every offset of the result points into it.
  ///   - blocks: The stretches to read, as Unicode scalar ranges in rising order, each a paragraph or heading of its
  ///     own; nil reads the whole text and takes blank lines as borders.
  ///   - threads: How many threads may work at a time; the result does not depend on it.
  public func annotate(_ text: String, blocks: [Range<Int>]? = nil, threads: Int = 1) -> Document {
    let source = SourceText(text)
    return annotate(Tokenizer().sentences(of: source, blocks: blocks), of: source, threads: threads)
  }

  /// Annotates sentences that are divided into tokens already; the text is the tokens joined by spaces, a sentence a
  /// line. Sentences without tokens and tokens without characters are left out.
  package func annotate(tokens: [[String]], threads: Int = 1) -> Document {
    var scalars = String.UnicodeScalarView()
    var offset = 0
    var sentences: [TokenizedSentence] = []
    for (block, forms) in tokens.enumerated() {
      var sentence = TokenizedSentence(block: block, tokens: [])
      for form in forms where !form.isEmpty {
        if offset > 0 {
          scalars.append(sentence.tokens.isEmpty ? "\n" : " ")
          offset += 1
        }
        let length = form.unicodeScalars.count
        scalars.append(contentsOf: form.unicodeScalars)
        sentence.tokens.append(TextToken(span: offset..<offset + length, form: form))
        offset += length
      }
      if !sentence.tokens.isEmpty { sentences.append(sentence) }
    }
    return annotate(sentences, of: SourceText(String(scalars)), threads: threads)
  }

  /// Annotates tokenised sentences of a text.
  package func annotate(_ sentences: [TokenizedSentence], of text: SourceText, threads: Int) -> Document {
    let forms = sentences.map { $0.tokens.map(\.form) }
    let chunks = Self.chunks(of: forms)
    let results = Mutex<[[SentenceAnnotation]]>(Array(repeating: [], count: chunks.count))
    let next = Atomic<Int>(0)
    let work: @Sendable (Int) -> Void = { [network] _ in
      dateline_use_one_thread()
      let space = Workspace()
      while true {
        let chunk = next.add(1, ordering: .relaxed).oldValue
        guard chunk < chunks.count else { return }
        let annotations = network.annotations(of: forms[chunks[chunk]], in: space)
        results.withLock { $0[chunk] = annotations }
      }
    }
    let workers = min(max(threads, 1), chunks.count)
    if workers > 1 {
      DispatchQueue.concurrentPerform(iterations: workers, execute: work)
    } else if workers == 1 {
      work(0)
    }
    var document = Document(text: text)
    for (sentence, annotation) in zip(sentences, results.withLock { $0 }.joined()) {
      document.append(sentence, annotation)
    }
    return document
  }

  /// Runs of sentences with some hundred words each, the portions that threads take.
  private static func chunks(of sentences: [[String]]) -> [Range<Int>] {
    var chunks: [Range<Int>] = []
    var (start, words) = (0, 0)
    for (index, forms) in sentences.enumerated() {
      if index > start, words + forms.count > 320 {
        chunks.append(start..<index)
        (start, words) = (index, 0)
      }
      words += forms.count
    }
    if start < sentences.count { chunks.append(start..<sentences.count) }
    return chunks
  }
}

extension Document {
  /// Adds the next sentence.
  fileprivate mutating func append(_ sentence: TokenizedSentence, _ annotation: SentenceAnnotation) {
    let offset = tokenCount
    sentences.append(Sentence(tokens: offset..<offset + sentence.tokens.count, block: sentence.block))
    for token in sentence.tokens {
      spans.append(token.span)
      forms.append(token.form)
    }
    lemmas.append(contentsOf: annotation.lemmas)
    partsOfSpeech.append(contentsOf: annotation.partsOfSpeech)
    pennTags.append(contentsOf: annotation.pennTags)
    heads.append(contentsOf: annotation.heads.map { $0 + offset })
    relations.append(contentsOf: annotation.relations)
    confidences.append(contentsOf: annotation.confidences)
    for span in annotation.entities {
      let tokens = span.tokens.lowerBound + offset..<span.tokens.upperBound + offset
      entities.append(EntitySpan(tokens: tokens, kind: span.kind, confidence: span.confidence))
    }
  }
}

/// Why the analyser cannot be made.
public struct AnalyserError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong and what to do, as a sentence.
  public let description: String

  /// Makes an error of its sentence.
  public init(_ description: String) {
    self.description = description
  }
}
