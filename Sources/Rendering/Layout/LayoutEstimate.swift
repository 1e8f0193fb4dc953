import KnowledgeGraph

/// How large a layout in ranks will be, found in microseconds instead of by laying it out.
struct LayoutEstimate: Sendable {
  /// Height of a line, of the size of the text.
  private static let line = 1.17
  private static let wordOnLine = 16.0

  /// The sizes of the parts that no line joins, in the order of their weightiest nodes, in points.
  let parts: [PicturePacking.Size]

  /// Estimates an arrangement.
  init(of content: PictureContent, components: PictureComponents, arrangement: PictureDrawing.Arrangement) {
    let nodes = content.nodes
    let lengths = PictureDrawing.lengths(of: content, columns: arrangement.columns)
    let edges = zip(components.ends, lengths).compactMap { ends, length in
      ends.map { (tail: $0.tail, head: $0.head, length: length) }
    }
    let ranks = Self.ranks(of: nodes.count, edges: edges)
    let hasWords = content.edges.contains { !$0.label.isEmpty }
    let gap = arrangement.rankSeparation * 72 + (hasWords ? Self.wordOnLine : 0)
    parts = components.members.map { members in
      let least = members.map { ranks[$0] }.min() ?? 0
      let count = (members.map { ranks[$0] }.max() ?? 0) - least + 1
      var widths = [Double](repeating: 0, count: count)
      var heights = [Double](repeating: -arrangement.nodeSeparation * 72, count: count)
      for member in members {
        let (size, rank) = (Self.size(of: nodes[member]), ranks[member] - least)
        widths[rank] = max(widths[rank], size.width)
        heights[rank] += size.height + arrangement.nodeSeparation * 72
      }
      return PicturePacking.Size(
        width: widths.reduce(0, +) + gap * Double(count - 1),
        height: heights.max() ?? 0
      )
    }
  }

  /// The longest way to each node; ways in a circle end after as many rounds as there are nodes.
  private static func ranks(of count: Int, edges: [(tail: Int, head: Int, length: Int)]) -> [Int] {
    var ranks = [Int](repeating: 0, count: count)
    for _ in 0..<min(count, 12) {
      var isStable = true
      for edge in edges where ranks[edge.head] < ranks[edge.tail] + edge.length {
        ranks[edge.head] = ranks[edge.tail] + edge.length
        isStable = false
      }
      if isStable { break }
    }
    // What has nothing before it stands next to what comes after it.
    for node in 0..<count where !edges.contains(where: { $0.head == node }) {
      if let nearest = edges.filter({ $0.tail == node }).map({ ranks[$0.head] - $0.length }).min() {
        ranks[node] = max(0, nearest)
      }
    }
    return ranks
  }

  /// The size of a node in points.
  private static func size(of node: PictureContent.Node) -> (width: Double, height: Double) {
    let (points, small) = (PictureStyle.points(of: node.size), PictureStyle.smallest)
    var widths = node.name.map { GraphvizText.width($0, points: points, isBold: true) }
    widths += node.rest.map { GraphvizText.width($0, points: PictureStyle.rest) }
    widths += node.notes.map { GraphvizText.width($0, points: small) }
    if let suffix = node.suffix, let last = node.name.indices.last {
      widths[last] += GraphvizText.width(suffix, points: small) + small
    }
    var height = line * (Double(node.name.count) * points + Double(node.rest.count) * PictureStyle.rest)
    height += line * Double(node.notes.count) * small
    let perRow = NodeLabel.badgesPerRow(node.badges.count)
    if perRow > 0 {
      let widest = node.badges.map { GraphvizText.width($0.text, points: 12, isBold: true) + 8 }.max() ?? 0
      widths.append(widest * Double(perRow))
      height += Double((node.badges.count + perRow - 1) / perRow) * 29 + 4
    }
    let width = (widths.max() ?? 0) + 15
    switch node.kind {
    case .place: return (width * 1.3, height * 1.4)
    case .organization, .group: return (width + 8, height + 16)
    case .person, .thing, .role, .event, .casualtyFigure, .statement: return (width, height + 8)
    }
  }
}
