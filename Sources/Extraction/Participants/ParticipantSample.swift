import ArticleReading
import LanguageAnalysis

/// One candidate for taking part in an event, as the model is fitted to it.
package struct ParticipantSample: Sendable {
  /// Scalar offset of the word that names the event.
  package let trigger: Int
  /// The type of the event.
  package let type: String
  /// Scalar ranges of the candidate's mentions in the sentence.
  package let mentions: [Range<Int>]
  /// The roles that the rules give the candidate.
  package let ruled: [String]
  /// The slots of its features, in rising order.
  package let slots: [Int32]
}

extension Extractor {
  /// The candidates for the participants of all events of an article, in the order of the events.
  package func participantSamples(of article: Article, document: Document) -> [ParticipantSample] {
    let reading = read(article, document)
    let context = reading.context
    var entities = reading.entities
    let syntax = ClauseSyntax(context: context)
    let events = EventExtractor().drafts(
      in: syntax,
      entities: &entities,
      times: reading.times,
      attributions: reading.attributions
    )
    return LearnedParticipants(syntax: syntax).samples(of: events, among: entities).map { sample in
      let mentions = sample.candidate.heads.map { head in
        let mention = sample.candidate.entity.flatMap { index in
          entities.entities[index].mentions.first { $0.head == head }
        }
        return context.scalarSpan(of: mention?.tokens ?? head..<head + 1)
      }
      return ParticipantSample(
        trigger: document.spans[sample.trigger].lowerBound,
        type: events[sample.event].type.rawValue,
        mentions: mentions,
        ruled: sample.ruled.map(\.rawValue),
        slots: sample.slots
      )
    }
  }
}
