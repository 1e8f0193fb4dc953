import Knowledge
import KnowledgeGraph

/// Colours, shapes and sizes of text of a picture.
struct PictureStyle: Sendable {
  /// The typeface; other faces of the same widths stand in for it where it is missing.
  static let typeface = "Liberation Sans"
  /// Sizes of text in points; the smallest is what small print and edge labels have.
  static let smallest = 11.0
  /// Of what an event's name leads on to.
  static let rest = 12.0
  static let headline = 20.0

  let themes: ThemeTable
  let theme: String

  /// The colours of an element of the theme.
  func colours(_ element: String) -> ThemeTable.Colours { themes.colours(of: element, in: theme) }

  /// The size of a node's name in points.
  static func points(of size: PictureContent.Size) -> Double {
    switch size {
    case .large: 16
    case .medium: 13
    case .small: 12
    }
  }

  /// The element of the theme that colours a kind of node.
  static func element(of kind: NodeKind) -> String {
    switch kind {
    case .casualtyFigure: "event"
    case .role: "thing"
    case .person, .organization, .place, .group, .thing, .event, .statement: kind.rawValue
    }
  }

  /// Graphviz's name of the shape of a kind of node; people have round corners, and what is many has two lines.
  static func shape(of kind: NodeKind) -> String {
    switch kind {
    case .person, .group, .organization, .event, .casualtyFigure: "box"
    case .place: "ellipse"
    case .thing, .role: "tab"
    case .statement: "note"
    }
  }

  /// Graphviz's margins in inches; an ellipse holds room already.
  static func margin(of kind: NodeKind) -> String {
    switch kind {
    case .place: "0.01,0.01"
    case .person, .group, .organization, .thing, .role, .statement: "0.10,0.05"
    case .event, .casualtyFigure: "0.08,0.05"
    }
  }

  /// How the article tells it, as Graphviz's style of a line; empty for what it tells as fact.
  static func line(of telling: PictureContent.Telling) -> String {
    switch telling {
    case .told: ""
    case .claimed: "dashed"
    case .planned, .possible, .negated: "dotted"
    }
  }

  /// The width of a line in points: what is dotted has to be heavier to be seen.
  static func width(of telling: PictureContent.Telling) -> String {
    switch telling {
    case .told: "1.1"
    case .claimed: "1.4"
    case .planned, .possible, .negated: "1.9"
    }
  }

  /// The attributes of a node's shape.
  func attributes(of kind: NodeKind, telling: PictureContent.Telling = .told) -> [String: GraphvizDrawing.Value] {
    let colours = colours(Self.element(of: kind))
    let styles = ["filled", kind == .person || kind == .group ? "rounded" : "", Self.line(of: telling)].filter {
      !$0.isEmpty
    }
    return [
      "shape": .text(Self.shape(of: kind)),
      "style": .text(styles.joined(separator: ",")),
      "fillcolor": .text(colours.fill),
      "color": .text(colours.stroke),
      "fontcolor": .text(colours.text),
      "margin": .text(Self.margin(of: kind)),
      "peripheries": .text(kind == .organization || kind == .group ? "2" : "1"),
      "penwidth": .text(Self.width(of: telling)),
    ]
  }
}
