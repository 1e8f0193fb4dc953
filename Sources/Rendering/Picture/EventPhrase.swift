import Knowledge
import KnowledgeGraph

/// How an event reads: "sentenced" with "to nine years in prison", "ballistic missile strikes", "called on".
///
/// It is cut from the sentence around the event's word. What stands in the picture beside the event is left out, since
/// lines say it.
struct EventPhrase: Sendable, Hashable {
  /// The event's word with those that belong to it.
  private(set) var head: String
  /// What follows it in the sentence; empty where nothing does that is short and whole.
  private(set) var rest = ""

  /// Both in one line.
  var text: String { rest.isEmpty ? head : "\(head) \(rest)" }

  /// The most characters of each part, and the most words before a noun.
  private static let longestHead = 30
  private static let longestRest = 36
  private static let mostModifiers = 3

  /// Makes the phrase of an event.
  ///
  /// - Parameters:
  ///   - shown: Positions of the nodes that the picture draws.
  ///   - labelled: Those of them to whom no preposition may lead: their line has a word of its own, or comes from them.
  init(of event: Int, in index: GraphIndex, shown: Set<Int>, labelled: Set<Int>, knowledge: KnowledgeBase) {
    head = PictureText.oneLine(index[event].label)
    guard case .event(let detail) = index[event].detail, PictureText.oneLine(detail.trigger.text) == head else {
      return
    }
    guard let sentence = Self.sentence(of: event, in: index) else {
      head = Self.wholeTrigger(of: index[event], detail)
      return
    }
    let tokens = PhraseTokens(of: sentence, words: knowledge.phraseWords, numbers: knowledge.numbers).tokens
    guard let first = tokens.firstIndex(where: { $0.range.overlaps(detail.trigger.range) }),
      let last = tokens.lastIndex(where: { $0.range.overlaps(detail.trigger.range) }),
      tokens[first].range.lowerBound == detail.trigger.range.lowerBound
    else { return }
    let arguments = Self.arguments(of: event, in: index, shown: shown, article: sentence.article)
    let cutter = PhraseCutter(tokens: tokens, arguments: arguments, labelled: labelled)
    let isNoun = cutter.isNoun(at: first, foundBy: detail.trigger.foundBy)
    var start = first
    var end = last
    if isNoun {
      start -= cutter.modifiers(before: first, most: Self.mostModifiers)
    } else if cutter.isParticle(last + 1) {
      end += 1
    }
    let words = tokens[start...end].filter { !$0.isQuotationMark }.map(\.text).joined(separator: " ")
    head = words.count <= Self.longestHead ? words : head
    let following = cutter.following(end + 1, afterNoun: isNoun, longest: Self.longestRest)
    rest = following.rest
    if let preposition = following.preposition, head.count + preposition.count < Self.longestHead {
      head += " " + preposition
    }
  }

  /// The event's word with the words behind it that tell of the event too: "gives way".
  private static func wholeTrigger(of event: Node, _ detail: EventDetail) -> String {
    var words = [detail.trigger.text]
    var end = detail.trigger.range.upperBound
    while let next = event.mentions.first(where: {
      $0.article == detail.trigger.article && $0.range.lowerBound == end + 1
    }) {
      words.append(next.text)
      end = next.range.upperBound
    }
    let whole = PictureText.oneLine(words.joined(separator: " "))
    return whole.count <= longestHead ? whole : PictureText.oneLine(detail.trigger.text)
  }

  /// The sentence that tells of an event, where a fact has it.
  private static func sentence(of event: Int, in index: GraphIndex) -> Provenance? {
    guard case .event(let detail) = index[event].detail else { return nil }
    let trigger = detail.trigger
    return (index.outgoing[event] + index.incoming[event]).lazy.flatMap { index.graph.edges[$0].evidence }.first {
      $0.article == trigger.article && $0.range.lowerBound <= trigger.range.lowerBound
        && trigger.range.upperBound <= $0.range.upperBound
    }
  }

  /// Where the text names those who take part and are drawn.
  private static func arguments(
    of event: Int,
    in index: GraphIndex,
    shown: Set<Int>,
    article: String
  ) -> [PhraseCutter.Argument] {
    index.participations(of: event).compactMap { index.position[index.graph.edges[$0].target] }.filter(shown.contains)
      .flatMap { node in
        index[node].mentions.filter { $0.article == article }.map { mention in
          PhraseCutter.Argument(node: node, range: mention.range, isName: index[node].label.hasSuffix(mention.text))
        }
      }
  }
}
