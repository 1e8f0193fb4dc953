import ArticleReading

/// A typed, sourced knowledge graph of one or more articles.
///
/// Its canonical form has articles sorted by id, nodes by id and edges by source, kind, target; two graphs of the
/// same knowledge are then equal, and so are the bytes of every export.
public struct Graph: Sendable, Hashable {
  /// The articles that the graph was read from.
  public var articles: [ArticleReference]
  /// The nodes, sorted by id.
  public var nodes: [Node]
  /// The edges, sorted by source, kind and target; at most one for each such triple.
  public var edges: [Edge]

  /// A graph of the given parts, brought into canonical order.
  public init(articles: [ArticleReference] = [], nodes: [Node] = [], edges: [Edge] = []) {
    self.articles = articles.sorted { $0.id < $1.id }
    self.nodes = nodes.sorted { $0.id < $1.id }
    self.edges = edges.sorted()
  }
}

/// What a graph keeps of an article.
public struct ArticleReference: Sendable, Hashable {
  /// The article's identifier.
  public var id: String
  /// The headline.
  public var title: String?
  /// The day of publication.
  public var date: CalendarDate?
  /// Where it stands on the web.
  public var url: String?

  /// Makes a reference of its parts.
  public init(id: String, title: String? = nil, date: CalendarDate? = nil, url: String? = nil) {
    self.id = id
    self.title = title
    self.date = date
    self.url = url
  }
}

/// A place in an article's text, with its words.
public struct Provenance: Sendable, Hashable {
  /// The article's identifier.
  public var article: String
  /// Unicode scalar offsets into the article's text, half open.
  public var range: Range<Int>
  /// The words that stand there.
  public var text: String
  /// The rule, lexicon entry or model that read it; not part of the contract's JSON unless asked for.
  public var foundBy: String?

  /// Makes a provenance of its parts.
  public init(article: String, range: Range<Int>, text: String, foundBy: String? = nil) {
    self.article = article
    self.range = range
    self.text = text
    self.foundBy = foundBy
  }
}

extension Provenance: Comparable {
  /// Orders by article and position.
  public static func < (left: Provenance, right: Provenance) -> Bool {
    (left.article, left.range.lowerBound, left.range.upperBound, left.text, left.foundBy ?? "")
      < (right.article, right.range.lowerBound, right.range.upperBound, right.text, right.foundBy ?? "")
  }
}
