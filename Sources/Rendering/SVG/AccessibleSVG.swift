import Foundation
import KnowledgeGraph

/// Makes Graphviz's SVG one that screen readers can tell: title, description, tooltips with evidence, links.
///
/// Graphviz writes one element a line and never nests the groups of nodes and edges, so lines are all it reads.
struct AccessibleSVG: Sendable {
  /// How the picture stands in its document.
  enum Placement: Sendable, Hashable {
    /// A file of its own: an image with a title and a description.
    case file
    /// Within a page that makes its parts reachable: a group of them, without links.
    case page
  }

  private struct Part {
    var tooltip: String
    var link: String?
  }

  private let content: PictureContent
  private let placement: Placement
  private let parts: [String: Part]

  init(content: PictureContent, graph: Graph, placement: Placement) {
    self.content = content
    self.placement = placement
    parts = Self.parts(of: content, graph: graph)
  }

  /// The picture as Graphviz wrote it, made accessible.
  func data(from graphviz: Data) -> Data {
    var output: [String] = []
    var open: String?
    var hasLink = false
    var hasBegun = false
    for line in String(decoding: graphviz, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: true) {
      if line.hasPrefix("<svg") { hasBegun = true }
      guard hasBegun, !line.hasPrefix("<!--"), !line.hasPrefix("-->") else { continue }
      if line.hasPrefix(" viewBox"), let root = output.popLast() {
        output.append(opening(root + line))
      } else if line.hasPrefix("<title>") {
        // The graph's own title is written at the root; headline and legend have none.
        guard let open, let part = parts[open] else { continue }
        output.append("<title>\(Self.escaped(part.tooltip))</title>")
        if let link = part.link, placement == .file {
          output.append("<a href=\"\(Self.escaped(link))\" target=\"_blank\" rel=\"noopener noreferrer\">")
          hasLink = true
        }
      } else if let id = Self.identifier(of: line) {
        open = id
        hasLink = false
        let hidden = parts[id] == nil ? " aria-hidden=\"true\"" : ""
        output.append(hidden.isEmpty ? String(line) : line.dropLast() + hidden + ">")
      } else if line == "</g>" {
        if hasLink { output.append("</a>") }
        hasLink = false
        open = nil
        output.append(String(line))
      } else {
        output.append(String(line).replacing(Self.face, with: Self.faces))
      }
    }
    return Data(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + output.joined(separator: "\n") + "\n").utf8)
  }

  private static let face = "font-family=\"\(PictureStyle.typeface)\""
  private static let faces = "font-family=\"\(PictureStyle.typeface), Arial, Helvetica, sans-serif\""

  /// The root element with its role, language, title and description.
  private func opening(_ root: String) -> String {
    let root = String(root)
    let role = placement == .file ? "img" : "group"
    let attributes =
      " role=\"\(role)\" lang=\"en\" xml:lang=\"en\" aria-labelledby=\"picture-title picture-description\""
    let description = PictureDescription(content: content).text
    return root.dropLast() + attributes + ">\n"
      + "<title id=\"picture-title\">\(Self.escaped(content.title))</title>\n"
      + "<desc id=\"picture-description\">\(Self.escaped(description))</desc>"
  }

  /// The id of the node or edge whose group a line opens.
  private static func identifier(of line: Substring) -> String? {
    guard line.hasPrefix("<g id=\""), line.contains("class=\"node ") || line.contains("class=\"edge ") else {
      return nil
    }
    return line.dropFirst(7).split(separator: "\"", maxSplits: 1).first.map(String.init)
  }

  private static func parts(of content: PictureContent, graph: Graph) -> [String: Part] {
    let description = PictureDescription(content: content)
    let addresses = Dictionary(graph.articles.map { ($0.id, $0.url) }, uniquingKeysWith: { first, _ in first })
    let sentences = sentences(of: content)
    func link(_ evidence: Provenance?) -> String? {
      evidence.flatMap { TextFragment.link(to: addresses[$0.article] ?? nil, words: $0.text) }
    }
    var parts: [String: Part] = [:]
    for node in content.nodes {
      let own = sentences[node.id] ?? []
      parts[node.id] = Part(
        tooltip: description.tooltip(of: node, sentences: own),
        link: link(own.first ?? node.evidence.first)
      )
    }
    for edge in content.edges {
      parts[edge.id] = Part(tooltip: description.tooltip(of: edge), link: link(edge.evidence.min()))
    }
    return parts
  }

  /// The sentences that the lines at each node were read from, in the order of the text.
  private static func sentences(of content: PictureContent) -> [String: [Provenance]] {
    var sentences: [String: [Provenance]] = [:]
    for edge in content.edges {
      for end in [edge.tail, edge.head] { sentences[end, default: []] += edge.evidence }
    }
    return sentences.mapValues { $0.sorted() }
  }

  /// Text as XML holds it, in elements and attributes.
  static func escaped(_ text: String) -> String {
    GraphvizText.html(PictureText.oneLine(text), limit: 4 * GraphvizText.longest).replacing("'", with: "&#39;")
  }
}
