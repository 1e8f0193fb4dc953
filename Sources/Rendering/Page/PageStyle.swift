import Knowledge
import KnowledgeGraph

/// Writes the colours of the theme as a style sheet, for the page and for the picture in it.
struct PageStyle: Sendable {
  private static let elements = NodeKind.allCases.map(PictureStyle.element) + ["edge", "note", "page"]
  private static let outcomes = ["killed", "injured", "missing", "displaced", "detained", "rescued", "affected"]

  let themes: ThemeTable
  /// The theme that the picture is drawn in; `light` turns dark where the reader's system is.
  let theme: String

  /// The rules of the page's colours.
  var css: String {
    var rules = [Self.root(of: theme, in: themes)]
    rules += NodeKind.allCases.map { kind in
      let element = PictureStyle.element(of: kind)
      let names = ["fill", "stroke", "text"].map { "--\($0):var(--\(element)-\($0))" }
      return ".\(kind.rawValue){\(names.joined(separator: ";"))}"
    }
    if theme == "light", themes.names.contains("dark") {
      let dark = [Self.root(of: "dark", in: themes)] + recoloured(to: "dark")
      rules.append("@media screen and (prefers-color-scheme:dark){\(dark.joined(separator: "\n"))}")
    }
    return rules.joined(separator: "\n") + "\n"
  }

  private static func root(of theme: String, in themes: ThemeTable) -> String {
    var variables = Set(elements).sorted().flatMap { element in
      let colours = themes.colours(of: element, in: theme)
      return [
        "--\(element)-fill:\(colours.fill)", "--\(element)-stroke:\(colours.stroke)",
        "--\(element)-text:\(colours.text)",
      ]
    }
    let event = themes.colours(of: "event", in: theme)
    variables += [
      "--raised:\(themes.colours(of: "thing", in: theme).fill)", "--lit:\(event.fill)", "--lit-text:\(event.text)",
      "--line:color-mix(in srgb, \(themes.colours(of: "edge", in: theme).stroke) 45%, transparent)",
      "--scheme:\(theme == "dark" ? "dark" : "light")",
    ]
    return ":root{\(variables.joined(separator: ";"))}"
  }

  /// Rules that give the parts of the picture the colours of another theme.
  private func recoloured(to other: String) -> [String] {
    var rules: [String] = []
    func recolour(_ scope: String, _ property: String, from: String, to: String) {
      rules.append("svg \(scope)[\(property)=\"\(from)\"]{\(property):\(to)}")
    }
    for kind in NodeKind.allCases {
      let (old, new) = colours(PictureStyle.element(of: kind), other)
      recolour(".\(kind.rawValue) :is(path,polygon,ellipse,polyline)", "fill", from: old.fill, to: new.fill)
      recolour(".\(kind.rawValue) :is(path,polygon,ellipse,polyline)", "stroke", from: old.stroke, to: new.stroke)
      recolour(".\(kind.rawValue) text", "fill", from: old.text, to: new.text)
    }
    for outcome in Self.outcomes {
      let (old, new) = colours(outcome, other)
      for scope in [".event ", ".casualtyFigure ", ".legend"] {
        let inner = scope.hasSuffix(" ") ? scope : scope + " "
        recolour(inner + "polygon", "fill", from: old.fill, to: new.fill)
        recolour(inner + "polygon", "stroke", from: old.stroke, to: new.stroke)
        recolour(inner + "text", "fill", from: old.text, to: new.text)
      }
    }
    let (oldEdge, newEdge) = colours("edge", other)
    recolour(".edge *", "stroke", from: oldEdge.stroke, to: newEdge.stroke)
    recolour(".edge polygon", "fill", from: oldEdge.stroke, to: newEdge.stroke)
    recolour("text", "fill", from: oldEdge.text, to: newEdge.text)
    let (oldPage, newPage) = colours("page", other)
    recolour(".graph>polygon", "fill", from: oldPage.fill, to: newPage.fill)
    recolour(".headline text", "fill", from: oldPage.text, to: newPage.text)
    return rules
  }

  private func colours(_ element: String, _ other: String) -> (old: ThemeTable.Colours, new: ThemeTable.Colours) {
    (themes.colours(of: element, in: theme), themes.colours(of: element, in: other))
  }
}
