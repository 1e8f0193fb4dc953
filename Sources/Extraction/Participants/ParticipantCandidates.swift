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
      for mention in entity.mentions where !Self.namesCitizen(mention, in: context) {
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

  /// "an Australian": somebody from a country, not the country.
  private static func namesCitizen(_ mention: EntityMention, in context: ArticleContext) -> Bool {
    mention.form == .adjective
      && context.tree.children(of: mention.head, .determiner).contains {
        ["a", "an", "another"].contains(context.words[$0])
      }
  }

  /// The candidates of a sentence, by index.
  func candidates(inSentence sentence: Int) -> [ParticipantCandidate] { ofSentence[sentence] ?? [] }

  /// The candidates of a sentence for an event, also at the words where a rule saw them: "the suspect" of whom the story
  /// has told the name.
  func candidates(inSentence sentence: Int, for event: EventDraft) -> [ParticipantCandidate] {
    var found = candidates(inSentence: sentence)
    let ruled = Set(event.arguments.map(\.entity))
    for argument in event.arguments {
      guard let head = token(at: argument.evidence.span.lowerBound, inSentence: sentence) else { continue }
      // A description that gave way to a name is nobody else.
      for position in found.indices where found[position].entity.map({ !ruled.contains($0) }) ?? true {
        found[position].heads.removeAll { $0 == head }
      }
      if let position = found.firstIndex(where: { $0.entity == argument.entity }) {
        if !found[position].heads.contains(head) { found[position].heads.append(head) }
      } else {
        found.append(ParticipantCandidate(entity: argument.entity, heads: [head]))
      }
    }
    found.removeAll { $0.heads.isEmpty }
    return found
  }

  private func token(at offset: Int, inSentence sentence: Int) -> Int? {
    let tokens = context.document.sentences[sentence].tokens
    guard let first = tokens.first, let last = tokens.last, context.document.spans[first].lowerBound <= offset,
      offset < context.document.spans[last].upperBound
    else { return nil }
    return tokens.first { context.document.spans[$0].contains(offset) }
  }

  /// Nouns of sentences that describe people or bodies who are no entity yet, but for those where a rule saw somebody.
  func described(
    inSentences sentences: Set<Int>,
    among entities: StoryEntities,
    besides events: [EventDraft]
  ) -> [Int: [ParticipantCandidate]] {
    let seen = Set(events.flatMap { $0.arguments.map(\.evidence.span.lowerBound) })
    var found: [Int: [ParticipantCandidate]] = [:]
    for sentence in sentences {
      found[sentence] = context.document.sentences[sentence].tokens.filter { token in
        [.noun, .properNoun, .adjective, .numeral].contains(context.document.partsOfSpeech[token])
          && entities.entity(headedBy: token) == nil && entities.entity(namedAt: token) == nil
          && !seen.contains(context.document.spans[token].lowerBound) && entities.root(of: token) == token
          && entities.joined(by: token).isEmpty
          && GroupDescription(context: context, head: token) != nil
      }.map { ParticipantCandidate(entity: nil, heads: [$0]) }
    }
    return found
  }
}
