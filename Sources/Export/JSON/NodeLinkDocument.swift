import ArticleReading
import Extraction
import Foundation
import Knowledge
import KnowledgeGraph

/// The node-link form as it is decoded, before its types are checked.
struct NodeLinkDocument: Decodable {
  struct Attributes: Decodable {
    var schema: Int?
    var articles: [ArticleReferenceRecord]?
  }

  var graph: Attributes
  var nodes: [NodeRecord]
  var edges: [EdgeRecord]

  init(data: Data) throws(GraphReadingError) {
    do {
      self = try JSONDecoder().decode(NodeLinkDocument.self, from: data)
    } catch let error as DecodingError {
      throw GraphReadingError("this is no node-link graph: \(Self.reason(of: error))")
    } catch {
      throw GraphReadingError("this is no node-link graph: \(error.localizedDescription)")
    }
  }

  func checked() throws(GraphReadingError) -> Graph {
    let schema = graph.schema ?? NodeLinkJSON.schema
    guard schema <= NodeLinkJSON.schema else {
      throw GraphReadingError("the graph has schema \(schema), newer than \(NodeLinkJSON.schema); update the program")
    }
    var read = Graph()
    for record in graph.articles ?? [] { read.articles.append(record.reference) }
    for record in nodes { read.nodes.append(try record.node()) }
    for record in edges { read.edges.append(try record.edge()) }
    return Graph(articles: read.articles, nodes: read.nodes, edges: read.edges)
  }

  private static func reason(of error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, let context): "\(path(context))'\(key.stringValue)' is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      "\(path(context))\(context.debugDescription)"
    @unknown default: "\(error)"
    }
  }

  private static func path(_ context: DecodingError.Context) -> String {
    guard !context.codingPath.isEmpty else { return "" }
    return context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".") + ": "
  }
}

struct ArticleReferenceRecord: Decodable {
  var id: String
  var title: String?
  var date: CalendarDate?
  var url: String?

  var reference: ArticleReference { ArticleReference(id: id, title: title, date: date, url: url) }
}

struct ProvenanceRecord: Decodable {
  var article: String
  var start: Int
  var end: Int
  var text: String
  var foundBy: String?

  func provenance() throws(GraphReadingError) -> Provenance {
    guard 0 <= start, start <= end else { throw GraphReadingError("a span goes from \(start) to \(end)") }
    return Provenance(article: article, range: start..<end, text: text, foundBy: foundBy)
  }
}

struct EdgeRecord: Decodable {
  var source: String
  var target: String
  var type: String
  var former: Bool?
  var derived: Bool?
  var evidence: [ProvenanceRecord]?

  func edge() throws(GraphReadingError) -> Edge {
    Edge(
      source: source,
      kind: try value(type, of: "type", in: "the edge from \(source) to \(target)"),
      target: target,
      evidence: try provenances(evidence),
      isFormer: former ?? false,
      isDerived: derived ?? false
    )
  }
}

func provenances(_ records: [ProvenanceRecord]?) throws(GraphReadingError) -> [Provenance] {
  var provenances: [Provenance] = []
  for record in records ?? [] { provenances.append(try record.provenance()) }
  return provenances
}

func value<Value: RawRepresentable<String>>(
  _ text: String?,
  of member: String,
  in owner: String
) throws(GraphReadingError) -> Value {
  guard let text else { throw GraphReadingError("\(owner) has no '\(member)'") }
  guard let value = Value(rawValue: text) else {
    throw GraphReadingError("\(owner) has the unknown \(member) '\(text)'")
  }
  return value
}
