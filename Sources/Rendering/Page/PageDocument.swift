/// The graph and the articles as the page's program reads them; encoded as JSON.
struct PageDocument: Encodable, Sendable {
  /// A place in a text: number of the article, start, end, words.
  struct Place: Encodable, Sendable {
    var article: Int
    var start: Int
    var end: Int
    var words: String

    func encode(to encoder: any Encoder) throws {
      var container = encoder.unkeyedContainer()
      try container.encode(article)
      try container.encode(start)
      try container.encode(end)
      try container.encode(words)
    }
  }

  struct Region: Encodable, Sendable {
    var kind: String
    var start: Int
    var end: Int

    func encode(to encoder: any Encoder) throws {
      var container = encoder.unkeyedContainer()
      try container.encode(kind)
      try container.encode(start)
      try container.encode(end)
    }
  }

  struct Article: Encodable, Sendable {
    var id: String
    /// Only where it is http or https.
    var url: String?
    var text: String?
    var regions: [Region]
  }

  struct Node: Encodable, Sendable {
    var id: String
    var type: String
    var label: String
    var aliases: [String]
    var notes: [String]
    var mentions: [Place]
    /// The part of the picture that shows the node, itself or what it is written at.
    var at: String?
    var date: String?
    var status: String?
    var text: String?
    var direct: Bool?
    var minimum: Int?
    var maximum: Int?
  }

  struct Edge: Encodable, Sendable {
    var id: String
    var source: String
    var target: String
    var type: String
    var former: Bool?
    var evidence: [Place]
  }

  /// A line of the picture with the edges that it stands for.
  struct Line: Encodable, Sendable {
    var id: String
    var tail: String
    var head: String
    var edges: [String]
  }

  var articles: [Article]
  var nodes: [Node]
  var edges: [Edge]
  var lines: [Line]
}
