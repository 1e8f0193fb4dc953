import KnowledgeGraph

/// The headline above a drawing and the legend below it, as nodes that no line joins.
struct PictureFrame: Sendable {
  /// The least and the greatest width of a headline's lines, in points.
  private static let widths = leastWidth...900.0
  /// The least width of a picture, in points.
  static let leastWidth = 430.0

  /// The headline; none on a page, which has its own.
  let headline: GraphvizDrawing.Node?
  let legend: [GraphvizDrawing.Node]
  /// Makes the frame of a picture that will be about so wide, in points.
  init(content: PictureContent, style: PictureStyle, hasHeadline: Bool, width: Double) {
    let width = min(max(width, Self.widths.lowerBound), Self.widths.upperBound)
    headline = hasHeadline ? Self.headline(of: content, style: style, width: width) : nil
    legend = PictureLegend(content: content, style: style).samples
  }

  private static func headline(of content: PictureContent, style: PictureStyle, width: Double) -> GraphvizDrawing.Node {
    let large = Int(width / (0.53 * PictureStyle.headline))
    let small = Int(width / (0.5 * 12))
    let colours = style.colours("page")
    let title = PictureText.wrapped(PictureText.clipped(content.title, to: 200), width: large).map {
      NodeLabel.line($0, points: PictureStyle.headline, isBold: true)
    }
    let lines = PictureText.filled(content.subtitle, separator: " · ", width: small)
    let subtitle = lines.enumerated().map { number, line in
      // A high space sets the first line off from the title.
      "<font color=\"\(style.colours("note").text)\">\(NodeLabel.line(line, points: 12))"
        + (number == 0 ? "<font point-size=\"17\">\u{A0}</font>" : "") + "</font>"
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
}
