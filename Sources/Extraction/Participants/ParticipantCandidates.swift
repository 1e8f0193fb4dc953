import LanguageAnalysis

/// Somebody or something in the sentence of an event that may take part in it.
struct ParticipantCandidate: Sendable {
  /// The entity; nil where a noun describes people who are no entity yet.
  var entity: EntityIndex?
  /// The token indices of the heads of its mentions in the sentence, in the order of the text.
  var heads: [Int]
}

/// Finds who and what the sentences of a story mention.
struct ParticipantCandidates {
  private let context: ArticleContext
  private var ofSentence: [Int: [ParticipantCandidate]] = [:]

  init(context: ArticleContext, entities: StoryEntities) {
    self.context = context
    var positions: [Int: [EntityIndex: Int]] = [:]
    for (index, entity) in entities.entities.enumerated() where entity.kind != .thing {
      for mention in entity.mentions {
        let sentence = context.tree.sentenceOfToken[mention.head]
        if let position = positions[sentence]?[index] {
          ofSentence[sentence]?[position].heads.append(mention.head)
        } else {
          positions[sentence, default: [:]][index] = ofSentence[sentence]?.count ?? 0
          ofSentence[sentence, default: []].append(ParticipantCandidate(entity: index, heads: [mention.head]))
        }
      }
    }
  }

  /// The candidates of a sentence, by index.
  func candidates(inSentence sentence: Int) -> [ParticipantCandidate] { ofSentence[sentence] ?? [] }

  /// Nouns of a sentence that describe people or bodies who are no entity yet.
  func described(inSentence sentence: Int, among entities: StoryEntities) -> [ParticipantCandidate] {
    context.document.sentences[sentence].tokens.filter { token in
      [.noun, .properNoun, .adjective, .numeral].contains(context.document.partsOfSpeech[token])
        && entities.entity(headedBy: token) == nil && entities.entity(namedAt: token) == nil
        && entities.root(of: token) == token
        && GroupDescription(context: context, head: token) != nil
    }.map { ParticipantCandidate(entity: nil, heads: [$0]) }
  }
}
