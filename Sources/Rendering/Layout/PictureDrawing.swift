import KnowledgeGraph

/// Turns what a picture says into a drawing for Graphviz.
struct PictureDrawing: Sendable {
  /// What a layout may change to fit a drawing into its page.
  struct Arrangement: Sendable {
    /// Distance between nodes of a rank and between ranks, in inches.
    var nodeSeparation = 0.13
    var rankSeparation = 0.34
    /// Into how many columns the events of one actor are spread.
    var columns = 1
  }

  let style: PictureStyle
  /// Whether lines carry their labels, which takes Graphviz long in large drawings.
  var hasEdgeLabels = true

  func drawing(of content: PictureContent, arrangement: Arrangement) -> GraphvizDrawing {
    var drawing = GraphvizDrawing(name: "picture", attributes: attributes(of: arrangement))
    let edgeColours = style.colours("edge")
    drawing.nodeDefaults = ["fontname": PictureStyle.typeface, "fontsize": "12", "height": "0.1", "width": "0.1"]
    drawing.edgeDefaults = [
      "fontname": PictureStyle.typeface, "fontsize": "\(PictureStyle.smallest)", "color": edgeColours.stroke,
      "fontcolor": edgeColours.text, "arrowsize": "0.7",
    ]
    let labels = NodeLabel(style: style)
    drawing.nodes = content.nodes.map { node in
      var attributes = style.attributes(of: node.kind, telling: node.telling)
      attributes["id"] = .text(node.id)
      attributes["class"] = .text(node.kind.rawValue)
      attributes["label"] = .html(labels.html(of: node))
      return GraphvizDrawing.Node(name: node.id, attributes: attributes)
    }
    let lengths = Self.lengths(of: content, columns: arrangement.columns)
    drawing.edges = content.edges.enumerated().map { number, edge in
      var attributes: [String: GraphvizDrawing.Value] = ["id": .text(edge.id), "class": .text(edge.kind)]
      if hasEdgeLabels, !edge.label.isEmpty { attributes["label"] = .text(GraphvizText.plain(edge.label)) }
      if !edge.hasArrow { attributes["dir"] = "none" }
      let line = PictureStyle.line(of: edge.telling)
      if !line.isEmpty {
        attributes["style"] = .text(line)
        attributes["penwidth"] = .text(PictureStyle.width(of: edge.telling))
      }
      let ranks = lengths[number] * ranksPerStep
      if ranks > 1 { attributes["minlen"] = .text(String(ranks)) }
      return GraphvizDrawing.Edge(tail: edge.tail, head: edge.head, attributes: attributes)
    }
    return drawing
  }

  /// A label stands in a rank of its own, which Graphviz adds only where it does not pack parts.
  private var ranksPerStep: Int { hasEdgeLabels ? 2 : 1 }

  private func attributes(of arrangement: Arrangement) -> [String: GraphvizDrawing.Value] {
    [
      "rankdir": "LR",
      // Parts that no line joins are laid out each by itself and find their places afterwards.
      "pack": "true",
      "packmode": "array",
      "pad": .text(String(PicturePlacing.pad / 72)),
      "bgcolor": .text(style.colours("page").fill),
      "nodesep": .text(String(arrangement.nodeSeparation)),
      "ranksep": .text(String(arrangement.rankSeparation / Double(ranksPerStep))),
      "splines": "true",
      "fontname": .text(PictureStyle.typeface),
    ]
  }

  /// How many ranks each line spans at least: the events of an actor with many are spread over columns.
  static func lengths(of content: PictureContent, columns: Int) -> [Int] {
    guard columns > 1 else { return content.edges.map { _ in 1 } }
    let events = Set(content.nodes.filter { $0.kind == .event || $0.kind == .statement }.map(\.id))
    var column: [String: Int] = [:]
    var fans: [String: Int] = [:]
    return content.edges.map { edge in
      guard events.contains(edge.head) else { return 1 }
      if let known = column[edge.head] { return known }
      let made = (fans[edge.tail] ?? 0) % columns + 1
      fans[edge.tail, default: 0] += 1
      column[edge.head] = made
      return made
    }
  }
}
