/// Colours of the picture and the page by theme and element (table `theme`).
public struct ThemeTable: Sendable {
  /// The colours of one element, each as `#rrggbb`.
  public struct Colours: Sendable, Hashable {
    /// Behind the text.
    public let fill: String
    /// Around it.
    public let stroke: String
    /// The text itself.
    public let text: String

    /// Makes a set of colours.
    public init(fill: String, stroke: String, text: String) {
      self.fill = fill
      self.stroke = stroke
      self.text = text
    }
  }

  private let colours: [String: Colours]
  /// The names of the themes, sorted.
  public let names: [String]

  init(source: TableSource) throws(KnowledgeError) {
    let table = try source.table("theme")
    var colours: [String: Colours] = [:]
    var names: Set<String> = []
    for row in table.rows {
      let parts = row["id"].split(separator: ".")
      let values = ["fill", "stroke", "text"].map { row[$0] }
      guard parts.count == 2, values.allSatisfy(Self.isColour) else {
        throw KnowledgeError(
          table: table.name,
          line: row.line,
          problem: "needs an id 'theme.element' and three colours '#rrggbb'"
        )
      }
      names.insert(String(parts[0]))
      colours[row["id"]] = Colours(fill: values[0], stroke: values[1], text: values[2])
    }
    self.colours = colours
    self.names = names.sorted()
  }

  /// The colours of an element in a theme; those of `thing`, then black on white, where the table lacks it.
  public func colours(of element: String, in theme: String) -> Colours {
    colours["\(theme).\(element)"] ?? colours["\(theme).thing"]
      ?? Colours(fill: "#ffffff", stroke: "#000000", text: "#000000")
  }

  private static func isColour(_ text: String) -> Bool {
    text.count == 7 && text.first == "#" && text.dropFirst().allSatisfy(\.isHexDigit)
  }
}
