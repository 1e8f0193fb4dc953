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
    var output = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    output.reserveCapacity(2 * graphviz.count)
    var open: String?
    var hasLink = false
    var root: ArraySlice<UInt8>?
    for line in Array(graphviz).split(separator: UInt8(ascii: "\n")) {
      if line.starts(with: "<svg".utf8) {
        root = line
        continue
      }
      guard let first = root, !line.starts(with: "<!--".utf8), !line.starts(with: "-->".utf8) else { continue }
      if line.starts(with: " viewBox".utf8) {
        output += opening(String(decoding: first + line, as: UTF8.self)).utf8
      } else if line.starts(with: "<title>".utf8) {
        // The graph's own title is written at the root; headline and legend have none.
        guard let open, let part = parts[open] else { continue }
        output += "<title>\(Self.escaped(part.tooltip))</title>".utf8
        if let link = part.link, placement == .file {
          output += "\n<a href=\"\(Self.escaped(link))\" target=\"_blank\" rel=\"noopener noreferrer\">".utf8
          hasLink = true
        }
      } else if let id = Self.identifier(of: line) {
        open = id
        hasLink = false
        output += parts[id] == nil ? line.dropLast() + " aria-hidden=\"true\">".utf8 : line
      } else if line.elementsEqual("</g>".utf8) {
        if hasLink { output += "</a>\n".utf8 }
        hasLink = false
        open = nil
        output += line
      } else if line.starts(with: "<text".utf8) {
        append(text: line, to: &output)
      } else {
        output += line
      }
      output.append(UInt8(ascii: "\n"))
    }
    return Data(output)
  }

  /// Appends a line of text with faces that stand in for the typeface where it is missing; nothing for a mere space.
  private func append(text line: ArraySlice<UInt8>, to output: inout [UInt8]) {
    if line.count > Self.space.count, line.suffix(Self.space.count).elementsEqual(Self.space) { return }
    let face = Self.face
    var start = line.startIndex
    while let place = line[start...].firstIndex(of: face[0]) {
      output += line[start..<place]
      if line[place...].starts(with: face) {
        output += Self.faces
        return output += line[(place + face.count)...]
      }
      output.append(face[0])
      start = place + 1
    }
    output += line[start...]
  }

  private static let space = Array(">\u{A0}</text>".utf8)
  private static let face = Array("font-family=\"\(PictureStyle.typeface)\"".utf8)
  private static let faces = Array("font-family=\"\(PictureStyle.typeface), Arial, Helvetica, sans-serif\"".utf8)

  /// The root element with its role, language, title and description.
  private func opening(_ root: String) -> String {
    let role = placement == .file ? "img" : "group"
    let attributes =
      " role=\"\(role)\" lang=\"en\" xml:lang=\"en\" aria-labelledby=\"picture-title picture-description\""
    let description = PictureDescription(content: content).text
    return root.dropLast() + attributes + ">\n"
      + "<title id=\"picture-title\">\(Self.escaped(content.title))</title>\n"
      + "<desc id=\"picture-description\">\(Self.escaped(description))</desc>"
  }

  /// The id of the node or edge whose group a line opens.
  private static func identifier(of line: ArraySlice<UInt8>) -> String? {
    guard line.starts(with: "<g id=\"".utf8) else { return nil }
    let rest = line.dropFirst(7)
    let id = rest.prefix { $0 != UInt8(ascii: "\"") }
    let kind = rest[id.endIndex...].dropFirst()
    guard kind.starts(with: " class=\"node ".utf8) || kind.starts(with: " class=\"edge ".utf8) else { return nil }
    return String(decoding: id, as: UTF8.self)
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
    GraphvizText.html(PictureText.oneLine(text), limit: 4 * GraphvizText.longest)
  }
}
