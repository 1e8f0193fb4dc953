import Extraction
import Foundation
import Knowledge
import KnowledgeGraph
import Rendering
import Testing

struct EventPhraseTests {
  /// A graph of one event in one sentence.
  ///
  /// - Parameters:
  ///   - text: The sentence, with the event's word in square brackets and those who take part in braces.
  ///   - rule: What found the event.
  private func graph(_ text: String, foundBy rule: String) -> Graph {
    var plain = ""
    var trigger = 0..<0
    var arguments: [Range<Int>] = []
    var start = 0
    for character in text {
      switch character {
      case "[", "{": start = plain.count
      case "]": trigger = start..<plain.count
      case "}": arguments.append(start..<plain.count)
      default: plain.append(character)
      }
    }
    let letters = Array(plain)
    func provenance(_ range: Range<Int>) -> Provenance {
      Provenance(article: "story", range: range, text: String(letters[range]), foundBy: rule)
    }
    let sentence = provenance(0..<letters.count)
    let detail = EventDetail(type: EventType(rawValue: "attack"), trigger: provenance(trigger), status: .actual)
    let words = String(letters[trigger])
    var graph = Graph(
      articles: [ArticleReference(id: "story", title: "A story")],
      nodes: [Node(id: "event", detail: .event(detail), label: words, mentions: [provenance(trigger)])]
    )
    for (number, range) in arguments.enumerated() {
      let name = provenance(range)
      graph.nodes.append(Node(id: "who\(number)", detail: .person, label: name.text, mentions: [name]))
      let kind: Edge.Kind = number == 0 ? .agent : .patient
      graph.edges.append(Edge(source: "event", kind: kind, target: "who\(number)", evidence: [sentence]))
    }
    return graph
  }

  @Test(
    "An event reads as its sentence has it, without those who are drawn beside it",
    arguments: [
      (
        "{A judge} [sentenced] former minister {Ana Ruiz} to nine years in jail on Monday.", "verb",
        "to nine years in jail"
      ),
      ("{Ana Ruiz} [stepped] down as chairman after the vote.", "verb", "stepped down"),
      ("{The council} [called] on {the mayor} to resign.", "verb", "called on"),
      ("{Ana Ruiz} [visited] {Bo Lind} yesterday.", "verb", "visited"),
      ("{The army} blamed the heavy night-time [shelling] that followed.", "noun", "heavy night-time shelling"),
      ("{The party} declared its “unwavering” [support] for {Bo Lind}.", "noun", "unwavering support for"),
      ("{Ana Ruiz} [criticised] the timing of {the deal}.", "verb", "the timing"),
      ("{The union} [agreed] to buy its smallest rival, it said.", "verb", "to buy its smallest rival"),
      ("{The rebels} [fired] two rounds aimed at a school.", "verb", "two rounds"),
      ("{The minister} was [sworn] in on Monday.", "verb", "sworn in"),
    ]
  )
  func reads(text: String, part: String, expected: String) throws {
    let renderer = PictureRenderer(knowledge: try KnowledgeBase())
    let data = try renderer.render(graph(text, foundBy: "lexicon:some.\(part)"), as: .svg)
    let texts = try #require(SVGGeometry(data)).labels.map(\.text).joined(separator: " ")
    #expect(texts.contains(expected), "\(texts)")
    #expect(!texts.contains("Monday") && !texts.contains("yesterday"))
  }

  @Test("An event of which no sentence says more is called by all the words that tell of it")
  func wholeTrigger() throws {
    var story = graph("{The dam} [gives] way in May", foundBy: "lexicon:give-way.verb")
    story.edges[0].evidence = story.nodes[1].mentions
    story.nodes[0].mentions.append(
      Provenance(article: "story", range: 14..<17, text: "way", foundBy: "lexicon:give-way.verb")
    )
    let data = try PictureRenderer(knowledge: try KnowledgeBase()).render(story, as: .svg)
    let texts = try #require(SVGGeometry(data)).labels.map(\.text)
    #expect(texts.contains("gives way"), "\(texts)")
  }
}
