/// An annotated text: sentences, tokens with their columns, entity spans.
///
/// Columns all have one element a token; token indices run over the whole document. Offsets are Unicode scalar
/// offsets into `text`, half open. Later stages only read it; tests build it by hand or from CoNLL-U.
public struct Document: Sendable {
  /// The analysed text.
  public var text: SourceText
  /// Sentences in the order of the text, covering all tokens.
  public var sentences: [Sentence]
  /// Where each token stands in the text.
  public var spans: [Range<Int>]
  /// Each token's word form (usually the text of its span; the parts of a contraction have their own).
  public var forms: [String]
  /// Each token's dictionary form.
  public var lemmas: [String]
  /// Each token's universal part of speech.
  public var partsOfSpeech: [UniversalPartOfSpeech]
  /// Each token's Penn Treebank tag.
  public var pennTags: [String]
  /// The token index of each token's syntactic head; the token's own index at the root of its sentence.
  public var heads: [Int]
  /// The Universal Dependencies relation to the head, with its subtype: `nsubj`, `nsubj:pass`, `root`.
  public var relations: [DependencyRelation]
  /// How sure the analyser is of a token's head and relation, 0 to 1.
  public var confidences: [Float]
  /// Names and dates, ordered by position, without overlaps.
  public var entities: [EntitySpan]

  /// Number of tokens.
  public var tokenCount: Int { spans.count }

  /// An annotated text without any sentence.
  public init(text: SourceText) {
    self.text = text
    sentences = []
    spans = []
    forms = []
    lemmas = []
    partsOfSpeech = []
    pennTags = []
    heads = []
    relations = []
    confidences = []
    entities = []
  }

  /// The text from the first to the last token of a run, as it stands in the source.
  public func text(of tokens: Range<Int>) -> String {
    guard let first = tokens.first, let last = tokens.last else { return "" }
    return text[spans[first].lowerBound..<spans[last].upperBound]
  }
}

/// One sentence of a document.
public struct Sentence: Sendable, Hashable {
  /// Token indices into the document.
  public var tokens: Range<Int>
  /// Index of the block of text (title or paragraph) that the sentence stands in, counted from 0.
  public var block: Int

  /// Makes a sentence.
  public init(tokens: Range<Int>, block: Int) {
    self.tokens = tokens
    self.block = block
  }
}
