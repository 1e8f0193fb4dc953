import KnowledgeGraph

/// Sets the headline above a drawing that is laid out, and the legend below it.
struct PictureFrame: Sendable {
  /// Distance between what stands side by side or one above the other, in points.
  private static let gap = 10.0
  /// The least width of a headline's lines, in points.
  private static let narrowest = 430.0

  let content: PictureContent
  let style: PictureStyle
  /// Whether the headline is drawn; a page has its own.
  let hasHeadline: Bool
  let renderer: GraphvizRenderer

  /// A drawing in which everything has its place.
  struct Framed: Sendable {
    var drawing: GraphvizDrawing
    var width: Double
    var height: Double
  }

  /// The drawing with its frame; throws where Graphviz cannot measure the texts.
  func framed(_ drawing: GraphvizDrawing, layout: GraphvizLayout) throws(GraphvizError) -> Framed {
    var drawing = Self.placed(drawing, layout: layout)
    let width = max(layout.width, Self.narrowest)
    let headline = hasHeadline ? [headline(width: width)] : []
    let legend = PictureLegend(content: content, style: style).samples
    let sizes = try sizes(of: headline + legend)
    let rows = Self.rows(of: Array(sizes.dropFirst(headline.count)), width: width)
    let total = max(width, hasHeadline ? sizes[0].width : 0, rows.map(\.width).max() ?? 0)
    let left = (layout.width - total) / 2
    var nodes = headline + legend
    let above = hasHeadline ? 1.4 * Self.gap + sizes[0].height : 0
    if hasHeadline {
      nodes[0].place(x: left + sizes[0].width / 2, y: layout.height + 1.4 * Self.gap + sizes[0].height / 2)
    }
    var bottom = -1.6 * Self.gap
    for row in rows {
      var x = left
      for sample in row.samples {
        let size = sizes[sample + headline.count]
        nodes[sample + headline.count].place(x: x + size.width / 2, y: bottom - row.height / 2)
        x += size.width + Self.gap
      }
      bottom -= row.height + 0.6 * Self.gap
    }
    drawing.nodes += nodes
    drawing.attributes["pad"] = "0.17"
    let pad = 2 * 0.17 * 72
    return Framed(
      drawing: drawing,
      width: total + pad,
      height: layout.height + above - bottom + pad
    )
  }

  /// The drawing with the places that a layout found, so that it is laid out no more.
  private static func placed(_ drawing: GraphvizDrawing, layout: GraphvizLayout) -> GraphvizDrawing {
    var drawing = drawing
    for (number, box) in layout.nodes.enumerated() { drawing.nodes[number].place(x: box.x, y: box.y) }
    for (number, course) in layout.edges.enumerated() {
      drawing.edges[number].attributes["pos"] = .text(course.spline)
      if !course.label.isEmpty { drawing.edges[number].attributes["lp"] = .text(course.label) }
    }
    drawing.edges.removeAll { $0.attributes["style"] == "invis" }
    drawing.attributes["ratio"] = nil
    return drawing
  }

  private func headline(width: Double) -> GraphvizDrawing.Node {
    let large = Int(width / (0.53 * PictureStyle.headline))
    let small = Int(width / (0.5 * 12))
    let colours = style.colours("page")
    let title = PictureText.wrapped(PictureText.clipped(content.title, to: 200), width: large).map {
      NodeLabel.line($0, points: PictureStyle.headline, isBold: true)
    }
    let subtitle = PictureText.filled(content.subtitle, separator: " · ", width: small).map {
      "<font color=\"\(style.colours("note").text)\">\(NodeLabel.line($0, points: 12))</font>"
    }
    let html = (title + subtitle).map { $0 + "<br align=\"left\"/>" }.joined()
    return GraphvizDrawing.Node(
      name: "headline",
      attributes: [
        "id": "headline", "class": "headline", "shape": "plain", "label": .html(html),
        "fontcolor": .text(colours.text),
      ]
    )
  }

  private func sizes(of nodes: [GraphvizDrawing.Node]) throws(GraphvizError) -> [GraphvizLayout.Box] {
    var drawing = GraphvizDrawing(name: "measure", nodeDefaults: ["fontname": PictureStyle.typeface])
    drawing.nodeDefaults["height"] = "0.1"
    drawing.nodeDefaults["width"] = "0.1"
    drawing.nodes = nodes
    for number in nodes.indices { drawing.nodes[number].place(x: 0, y: 0) }
    return try renderer.layout(drawing, engine: .placed).nodes
  }

  private struct Row {
    var samples: [Int] = []
    var width = 0.0
    var height = 0.0
  }

  private static func rows(of sizes: [GraphvizLayout.Box], width: Double) -> [Row] {
    var rows: [Row] = []
    for (number, size) in sizes.enumerated() {
      if rows.last.map({ $0.width + gap + size.width > width }) ?? true { rows.append(Row()) }
      let last = rows.count - 1
      rows[last].width += (rows[last].samples.isEmpty ? 0 : gap) + size.width
      rows[last].height = max(rows[last].height, size.height)
      rows[last].samples.append(number)
    }
    return rows
  }
}

extension GraphvizDrawing.Node {
  /// Fixes the middle of the node, in points.
  mutating func place(x: Double, y: Double) {
    attributes["pos"] = .text("\(Self.rounded(x)),\(Self.rounded(y))")
  }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
