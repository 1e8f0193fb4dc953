import ArticleReading
import Foundation
import KnowledgeGraph

/// The headline of a picture and the line of counts under it.
struct PictureCaption: Sendable {
  let title: String
  let subtitle: [String]

  init(index: GraphIndex, shown: Set<Int>, badges: [PictureContent.Badge]) {
    let articles = index.graph.articles
    let written = Self.written(index: index, shown: shown).union(badges.flatMap(\.figures))
    title = Self.title(of: articles)
    subtitle =
      [Self.days(of: articles), Self.source(of: articles), Self.counts(of: index)].compactMap { $0 }
      + [Self.omissions(index: index, shown: shown.union(written))].compactMap { $0 }
  }

  /// The most articles whose picture is headed by the title of the first.
  private static let mostTitled = 5

  private static func title(of articles: [ArticleReference]) -> String {
    let titles = articles.compactMap(\.title).map(PictureText.oneLine).filter { !$0.isEmpty }
    guard let first = titles.first else {
      return articles.first.map { PictureText.oneLine($0.id) } ?? "Graph without an article"
    }
    if articles.count > mostTitled { return "What \(PictureText.grouped(articles.count)) articles tell" }
    return articles.count > 1 ? "\(first) – and \(PictureText.count(articles.count - 1, "more article"))" : first
  }

  private static func days(of articles: [ArticleReference]) -> String? {
    let days = articles.compactMap(\.date).sorted()
    guard let first = days.first, let last = days.last else { return nil }
    return first == last ? PictureText.day(first) : "\(PictureText.day(first)) to \(PictureText.day(last))"
  }

  private static func source(of articles: [ArticleReference]) -> String? {
    guard articles.count == 1, let article = articles.first else { return nil }
    if let host = article.url.flatMap({ URL(string: $0) })?.host() {
      return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }
    return nil
  }

  private static func counts(of index: GraphIndex) -> String? {
    let facts = index.graph.edges.count
    guard facts > 0 else { return nil }
    let sentences = Set(index.graph.edges.flatMap(\.evidence).map { SentenceKey($0) }).count
    let text = PictureText.count(facts, "fact")
    return sentences == 0 ? text : "\(text) from \(PictureText.count(sentences, "sentence"))"
  }

  private struct SentenceKey: Hashable {
    let article: String
    let start: Int

    init(_ provenance: Provenance) {
      article = provenance.article
      start = provenance.range.lowerBound
    }
  }

  /// What has no node of its own but is written at one: offices, what they belong to, sources of figures.
  private static func written(index: GraphIndex, shown: Set<Int>) -> Set<Int> {
    var written: Set<Int> = []
    for node in shown {
      let relations = StandingRelations(of: node, in: index)
      written.formUnion(relations.offices.prefix(PictureComposer.mostOffices).compactMap(\.owner))
      if relations.offices.isEmpty { written.formUnion(relations.prefix(1).map(\.target)) }
      written.formUnion(index.sources(of: node))
    }
    written.formUnion(index.carriers.filter { shown.contains($0.value) }.keys)
    return written
  }

  private static func omissions(index: GraphIndex, shown: Set<Int>) -> String? {
    let counted: [(kinds: Set<NodeKind>, singular: String, plural: String)] = [
      ([.event], "event", "events"),
      ([.casualtyFigure], "figure", "figures"),
      ([.person], "person", "people"),
      ([.organization, .group], "body or group", "bodies and groups"),
      ([.place], "place", "places"),
      ([.thing], "thing", "things"),
    ]
    let parts = counted.compactMap { entry -> String? in
      let left = index.graph.nodes.indices.count { entry.kinds.contains(index[$0].kind) && !shown.contains($0) }
      return left == 0 ? nil : PictureText.count(left, entry.singular, entry.plural)
    }
    return parts.isEmpty ? nil : "left out: \(PictureText.list(parts))"
  }
}
