import ArticleReading
import Extraction
import Knowledge
import KnowledgeGraph

/// Graphs to be written and read back.
enum SampleGraphs {
  /// Names that try to break out of a format.
  static let hostileNames = [
    "", " ", "\\", "\\\\", "\"", "\\\"", "a\\nb", "\\N", "\\G\\E", "\n", "\r\n", "\t", "\u{1}", "\u{7F}", "&amp;",
    "&lt;b&gt;",
    "<b>bold</b>", "<script>alert(1)</script>", "\"]; x -> y; \"", "-->", "]]>", "{a|b}", "a;b", "//c", "/*", "#x",
    "日本語", "שלום", "مرحبا", "👩‍👩‍👧‍👦", "e\u{301}", "\u{202E}evil", "\u{2028}", "\u{FEFF}", "\u{10FFFF}", "digraph", "node",
    "0", "-1.5",
  ]

  /// A graph with a node of every kind and names that are given.
  static func graph(name: String, number: Int = 7) -> Graph {
    let day = CalendarDate(year: 2025, month: 4, day: 13)
    func provenance(_ start: Int, _ rule: String? = nil) -> Provenance {
      Provenance(article: "a\(name)", range: start..<(start + number), text: name, foundBy: rule)
    }
    let details: [NodeDetail] = [
      .person, .organization, .group, .thing, .role,
      .place(PlaceDetail(country: "GH", latitude: 5.55, longitude: -0.2, placeKind: "city")),
      .place(PlaceDetail()),
      .event(
        EventDetail(type: EventType(rawValue: "attack"), trigger: provenance(3), status: .negated, date: day)
      ),
      .casualtyFigure(
        CasualtyDetail(outcome: .killed, bound: .range, minimum: number, maximum: nil, date: day, partOf: name)
      ),
      .statement(StatementDetail(text: name, isDirect: true)),
    ]
    let nodes = details.enumerated().map { position, detail in
      Node(
        id: "\(position)\(name)",
        detail: detail,
        label: name,
        aliases: ["\(name)1", "\(name)2"],
        mentions: [provenance(1, "rule"), provenance(9)]
      )
    }
    let edges = Edge.Kind.allCases.enumerated().map { position, kind in
      Edge(
        source: nodes[position % nodes.count].id,
        kind: kind,
        target: nodes[(position * 3 + 1) % nodes.count].id,
        evidence: [provenance(position)],
        isFormer: position % 2 == 0,
        isDerived: position % 3 == 0
      )
    }
    return Graph(
      articles: [ArticleReference(id: "a\(name)", title: name, date: day, url: "https://example.org/?q=\(name)")],
      nodes: nodes,
      edges: edges
    )
  }
}
