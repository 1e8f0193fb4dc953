import ArticleReading
import Knowledge
import KnowledgeGraph

/// Gathers what the page's program needs from the graph, its articles and the picture.
struct PageDocumentBuilder: Sendable {
  private let index: GraphIndex
  private let composer: PictureComposer
  private let content: PictureContent
  private let articles: [PageDocument.Article]
  private let numbers: [String: Int]

  init(graph: Graph, articles: [Article], composer: PictureComposer, content: PictureContent) {
    index = GraphIndex(graph)
    self.composer = composer
    self.content = content
    let texts = Dictionary(articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.articles = graph.articles.map { reference in
      let article = texts[reference.id]
      return PageDocument.Article(
        id: reference.id,
        url: TextFragment.link(to: reference.url ?? article?.url, words: ""),
        text: article?.text,
        regions: (article?.regions ?? []).map {
          PageDocument.Region(kind: $0.kind.rawValue, start: $0.range.lowerBound, end: $0.range.upperBound)
        }
      )
    }
    numbers = Dictionary(
      zip(graph.articles.map(\.id), graph.articles.indices),
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The document; edges whose ends the graph lacks are left out.
  var document: PageDocument {
    let graph = index.graph
    return PageDocument(
      articles: articles,
      nodes: graph.nodes.indices.map(node),
      edges: graph.edges.enumerated().compactMap { number, edge in
        guard let source = index.position[edge.source], let target = index.position[edge.target] else { return nil }
        return PageDocument.Edge(
          id: "e\(number)",
          source: "n\(source)",
          target: "n\(target)",
          type: edge.kind.rawValue,
          former: edge.isFormer ? true : nil,
          evidence: edge.evidence.compactMap(place)
        )
      },
      lines: content.edges.map { line in
        PageDocument.Line(id: line.id, tail: line.tail, head: line.head, edges: line.edges.map { "e\($0)" })
      }
    )
  }

  private func place(_ provenance: Provenance) -> PageDocument.Place? {
    numbers[provenance.article].map { article in
      PageDocument.Place(
        article: article,
        start: provenance.range.lowerBound,
        end: provenance.range.upperBound,
        words: PictureText.oneLine(provenance.text)
      )
    }
  }

  private func node(_ position: Int) -> PageDocument.Node {
    let node = index[position]
    var made = PageDocument.Node(
      id: "n\(position)",
      type: node.kind.rawValue,
      label: PictureText.oneLine(node.label),
      aliases: node.aliases.map(PictureText.oneLine),
      notes: composer.notes(of: position),
      mentions: node.mentions.compactMap(place),
      at: drawnAt(position)
    )
    switch node.detail {
    case .event(let detail):
      // Tables name who takes part in columns of their own.
      let everybody = Set(index.graph.nodes.indices)
      let knowledge = composer.knowledge
      made.label =
        EventPhrase(of: position, in: index, shown: everybody, labelled: everybody, knowledge: knowledge).text
      made.status = detail.status.rawValue
      made.date = detail.date?.description
    case .casualtyFigure(let detail):
      made.text = FigureText(numbers: composer.knowledge.numbers).text(of: detail, mentions: node.mentions)
      made.date = detail.date?.description
      made.minimum = detail.minimum
      made.maximum = detail.maximum
    case .statement(let detail):
      made.text = PictureText.oneLine(detail.text)
      made.direct = detail.isDirect
    case .person, .organization, .place, .group, .thing, .role: break
    }
    return made
  }

  /// The node of the picture that is this one, or that it is written at.
  private func drawnAt(_ position: Int) -> String? {
    let drawn = Set(content.nodes.map(\.position))
    if drawn.contains(position) { return "n\(position)" }
    if let carrier = content.nodes.first(where: { $0.badges.contains { $0.figures.contains(position) } }) {
      return carrier.id
    }
    if let carrier = composer.index.carriers[position], drawn.contains(carrier) { return "n\(carrier)" }
    let hosts =
      index.sources(of: position, by: .holds) + index.targets(of: position, by: .speaker)
    return hosts.first(where: drawn.contains).map { "n\($0)" }
  }
}
