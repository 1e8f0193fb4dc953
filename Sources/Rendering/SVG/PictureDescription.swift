import KnowledgeGraph

/// What a picture says in words, for those who do not see it and for tooltips.
struct PictureDescription: Sendable {
  /// The longest evidence that a tooltip quotes, in characters.
  private static let longestQuotation = 300

  let content: PictureContent
  private let nodes: [String: PictureContent.Node]

  init(content: PictureContent) {
    self.content = content
    nodes = Dictionary(content.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// One sentence for the picture and one for each event.
  var text: String {
    let summary =
      "A graph of \(PictureText.count(content.nodes.count, "node")) and "
      + "\(PictureText.count(content.edges.count, "line")), read from left to right: who does what, to whom, where."
    let events = content.nodes.filter { $0.kind == .event }.map { event in
      let before = content.edges.filter { $0.head == event.id }.map { name(of: $0.tail) }
      let after = content.edges.filter { $0.tail == event.id }.map { edge in
        (edge.label.isEmpty ? "" : edge.label + " ") + name(of: edge.head)
      }
      let who = before.isEmpty ? "" : PictureText.list(before) + " – "
      let whom = after.isEmpty ? "" : " – " + after.joined(separator: ", ")
      return who + event.spoken + whom + "."
    }
    return ([summary] + events).joined(separator: " ")
  }

  /// A node with the sentence that it was first read from.
  func tooltip(of node: PictureContent.Node, sentences: [Provenance]) -> String {
    let kind =
      node.kind == .organization ? "organisation" : node.kind == .casualtyFigure ? "figure" : node.kind.rawValue
    return "\(node.spoken) (\(kind))" + quotation(sentences.first ?? node.evidence.first)
  }

  /// A line with the sentence that it was first read from.
  func tooltip(of edge: PictureContent.Edge) -> String {
    let label = edge.label.isEmpty ? "" : " \(edge.label)"
    return "\(name(of: edge.tail)) →\(label) \(name(of: edge.head))" + quotation(edge.evidence.min())
  }

  private func name(of node: String) -> String {
    guard let node = nodes[node] else { return "" }
    return node.name.isEmpty ? node.spoken : node.name.joined(separator: " ")
  }

  private func quotation(_ evidence: Provenance?) -> String {
    guard let words = evidence?.text, !words.isEmpty else { return "" }
    return ": “\(PictureText.clipped(words, to: Self.longestQuotation))”"
  }
}
