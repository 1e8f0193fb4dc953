import ArticleReading
import Extraction
import Knowledge
import KnowledgeGraph

/// Graphs made by hand, small and large.
enum PictureFixture {
  static func provenance(_ start: Int, _ text: String) -> Provenance {
    Provenance(article: "flood", range: start..<start + text.unicodeScalars.count, text: text)
  }

  /// A story of so many events, each with an actor, somebody it is done to and a place.
  static func story(events count: Int, title: String = "Dam gives way above Marengo") -> Graph {
    var nodes: [Node] = []
    var edges: [Edge] = []
    func entity(_ id: String, _ detail: NodeDetail, _ label: String, at start: Int) {
      guard !nodes.contains(where: { $0.id == id }) else { return }
      nodes.append(Node(id: id, detail: detail, label: label, mentions: [provenance(start, label)]))
    }
    for number in 0..<count {
      let sentence = provenance(number * 100, "Sentence \(number) says who did what & where <it> was.")
      let (person, place, body) = (number % (count / 3 + 1), number % (count / 4 + 1), number % (count / 5 + 1))
      entity("person\(person)", .person, "Paulina Brandt the \(person)th of Veltria", at: number * 100)
      entity("body\(body)", .organization, "National Disaster Agency \(body)", at: number * 100 + 20)
      entity("place\(place)", .place(PlaceDetail(country: "GH", placeKind: "city")), "Marengo \(place)", at: number)
      let event = "event\(number)"
      let trigger = provenance(number * 100 + 40, "visited")
      let status: [EventFact.Status] = [.actual, .planned, .hypothetical, .negated]
      nodes.append(
        Node(
          id: event,
          detail: .event(
            EventDetail(type: EventType(rawValue: "visit"), trigger: trigger, status: status[number % 4])
          ),
          label: "visited",
          mentions: [trigger]
        )
      )
      edges.append(Edge(source: event, kind: .agent, target: "person\(person)", evidence: [sentence]))
      edges.append(Edge(source: event, kind: .patient, target: "body\(body)", evidence: [sentence]))
      edges.append(Edge(source: event, kind: .place, target: "place\(place)", evidence: [sentence]))
    }
    addFigures(to: &nodes, &edges)
    let article = ArticleReference(
      id: "flood",
      title: title,
      date: CalendarDate("2024-03-12"),
      url: "https://example.org/flood"
    )
    return Graph(articles: [article], nodes: nodes, edges: edges)
  }

  private static func addFigures(to nodes: inout [Node], _ edges: inout [Edge]) {
    let killed = CasualtyDetail(outcome: .killed, bound: .atLeast, minimum: 107, maximum: nil)
    let injured = CasualtyDetail(outcome: .injured, bound: .moreThan, minimum: 101, maximum: nil)
    for (id, detail, words) in [("figure1", killed, "107 people"), ("figure2", injured, "wounded more than 100")] {
      nodes.append(
        Node(id: id, detail: .casualtyFigure(detail), label: words, mentions: [provenance(60, words)])
      )
      edges.append(Edge(source: id, kind: .resultOf, target: "event0", evidence: [provenance(0, "It killed.")]))
      edges.append(Edge(source: id, kind: .reportedBy, target: "body0", evidence: [provenance(0, "It killed.")]))
    }
    nodes.append(Node(id: "role", detail: .role, label: "director"))
    edges.append(Edge(source: "person0", kind: .holds, target: "role", evidence: [provenance(0, "director")]))
    edges.append(Edge(source: "role", kind: .roleOf, target: "body0", evidence: [provenance(0, "director")]))
  }
}
