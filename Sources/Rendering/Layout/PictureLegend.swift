import Knowledge
import KnowledgeGraph

/// What explains the shapes, colours and lines that occur in a picture.
struct PictureLegend: Sendable {
  /// The samples, each a node that names what it stands for.
  let samples: [GraphvizDrawing.Node]

  init(content: PictureContent, style: PictureStyle) {
    var samples: [GraphvizDrawing.Node] = []
    func add(
      _ text: String,
      _ attributes: [String: GraphvizDrawing.Value],
      sort: String = NodeKind.event.rawValue,
      isStruck: Bool = false
    ) {
      var attributes = attributes
      attributes["label"] = .html(NodeLabel.line(text, points: PictureStyle.smallest, isStruck: isStruck))
      attributes["class"] = .text("legend \(sort)")
      attributes["id"] = .text("legend\(samples.count)")
      samples.append(GraphvizDrawing.Node(name: "legend\(samples.count)", attributes: attributes))
    }
    for kind in NodeKind.allCases where content.nodes.contains(where: { $0.kind == kind && $0.badges.isEmpty }) {
      add(Self.name(of: kind), style.attributes(of: kind), sort: kind.rawValue)
    }
    let tellings = Set(content.nodes.map(\.telling)).union(content.edges.map(\.telling))
    if tellings.contains(.claimed) { add("somebody says so (— who)", style.attributes(of: .event, telling: .claimed)) }
    if tellings.contains(.planned) || tellings.contains(.possible) {
      add("planned or possible", style.attributes(of: .event, telling: .planned))
    }
    if tellings.contains(.negated) {
      add("did not happen", style.attributes(of: .event, telling: .negated), isStruck: true)
    }
    if content.edges.contains(where: \.hasArrow) {
      add(
        "→ who acts → whom or where",
        ["shape": "plain", "fontcolor": .text(style.colours("note").text), "margin": "0"],
        sort: "reading"
      )
    }
    self.samples = samples
  }

  private static func name(of kind: NodeKind) -> String {
    kind == .organization ? "organisation" : kind == .casualtyFigure ? "figure" : kind.rawValue
  }
}
