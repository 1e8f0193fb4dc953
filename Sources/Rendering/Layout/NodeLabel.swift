import KnowledgeGraph

/// Writes the labels of nodes in Graphviz's HTML-like language.
struct NodeLabel: Sendable {
  let style: PictureStyle

  /// The label of a node: its name in bold, the day, badges and small print.
  func html(of node: PictureContent.Node) -> String {
    node.badges.isEmpty ? lines(of: node).joined(separator: "<br/>") : table(of: node)
  }

  /// One line in a size and weight; never empty, which Graphviz would refuse.
  static func line(_ text: String, points: Double, isBold: Bool = false, isStruck: Bool = false) -> String {
    var html = GraphvizText.html(text)
    if html.allSatisfy(\.isWhitespace) { html = "–" }
    if isStruck { html = "<s>\(html)</s>" }
    if isBold { html = "<b>\(html)</b>" }
    return "<font point-size=\"\(points)\">\(html)</font>"
  }

  /// How many badges of a node stand beside each other.
  static func badgesPerRow(_ count: Int) -> Int { count <= 3 ? count : 2 }

  private func lines(of node: PictureContent.Node) -> [String] {
    name(of: node) + notes(of: node)
  }

  private func name(of node: PictureContent.Node) -> [String] {
    let points = PictureStyle.points(of: node.size)
    let isBold = node.kind != .statement && node.kind != .thing
    var lines = node.name.map { line in
      Self.line(line, points: points, isBold: isBold, isStruck: node.telling == .negated)
    }
    if let suffix = node.suffix, let last = node.name.last {
      // Some viewers take white space off the beginning of a text, so the gap ends the name.
      let name = Self.line(last + "\u{A0}", points: points, isBold: isBold, isStruck: node.telling == .negated)
      lines[lines.count - 1] = name + Self.line("·\u{A0}\(suffix)", points: PictureStyle.smallest)
    }
    return lines + node.rest.map { Self.line($0, points: PictureStyle.rest, isStruck: node.telling == .negated) }
  }

  private func notes(of node: PictureContent.Node) -> [String] {
    node.notes.map { Self.line($0, points: PictureStyle.smallest) }
  }

  private func table(of node: PictureContent.Node) -> String {
    let perRow = Self.badgesPerRow(node.badges.count)
    var rows = name(of: node).isEmpty ? [] : [name(of: node).joined(separator: "<br/>")]
    var start = 0
    while start < node.badges.count {
      let row = node.badges[start..<min(start + perRow, node.badges.count)]
      rows.append(
        "<table border=\"0\" cellspacing=\"2\" cellpadding=\"3\"><tr>\(row.map(badge).joined())</tr></table>"
      )
      start += perRow
    }
    if !node.notes.isEmpty { rows.append(notes(of: node).joined(separator: "<br/>")) }
    let cells = rows.map { "<tr><td>\($0)</td></tr>" }.joined()
    return "<table border=\"0\" cellspacing=\"0\" cellpadding=\"1\">\(cells)</table>"
  }

  private func badge(_ badge: PictureContent.Badge) -> String {
    let colours = style.colours(badge.outcome)
    let text = Self.line(badge.text, points: 12, isBold: true)
    return "<td bgcolor=\"\(colours.fill)\"><font color=\"\(colours.text)\">\(text)</font></td>"
  }
}
