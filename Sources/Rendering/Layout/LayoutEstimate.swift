import KnowledgeGraph

/// How large a layout in ranks will be, found in microseconds instead of by laying it out.
struct LayoutEstimate: Sendable {
  /// Mean width of a bold letter and height of a line, of the size of the text.
  private static let letter = 0.54
  private static let line = 1.17
  private static let wordOnLine = 16.0

  /// The size in points, without headline and legend.
  private(set) var width = 0.0
  private(set) var height = 0.0
  /// Pairs of nodes, left and right, that put parts of the picture side by side.
  private(set) var links: [(left: String, right: String)] = []

  /// The ranks of one part: their widths and heights, and a node of the first and of the last.
  private struct Part {
    var widths: [Double]
    var heights: [Double]
    var first: String
    var last: String
    var height: Double { heights.max() ?? 0 }
  }

  /// Estimates an arrangement; `lengths` says how many ranks each line spans at least.
  init(of content: PictureContent, lengths: [Int], arrangement: PictureDrawing.Arrangement) {
    let separation = (node: arrangement.nodeSeparation * 72, rank: arrangement.rankSeparation * 72)
    let parts = Self.parts(of: content, lengths: lengths, separation: separation.node)
    var rows: [[Part]] = []
    for part in parts.sorted(by: { $0.height > $1.height }) {
      let row = rows.firstIndex { row in
        row.reduce(0) { $0 + $1.widths.count } + part.widths.count <= arrangement.ranks
      }
      if let row { rows[row].append(part) } else { rows.append([part]) }
    }
    var widths: [Double] = []
    for row in rows {
      for (number, width) in row.flatMap(\.widths).enumerated() {
        if number < widths.count { widths[number] = max(widths[number], width) } else { widths.append(width) }
      }
      for (left, right) in zip(row, row.dropFirst()) { links.append((left.last, right.first)) }
      height += (row.map(\.height).max() ?? 0) + separation.node
    }
    let hasWords = content.edges.contains { !$0.label.isEmpty }
    let gap = separation.rank + (hasWords ? Self.wordOnLine : 0)
    width = widths.reduce(0, +) + gap * Double(max(widths.count - 1, 0))
  }

  private static func parts(of content: PictureContent, lengths: [Int], separation: Double) -> [Part] {
    let nodes = content.nodes
    let position = Dictionary(zip(nodes.map(\.id), nodes.indices), uniquingKeysWith: { first, _ in first })
    let edges = content.edges.enumerated().compactMap { number, edge -> (tail: Int, head: Int, length: Int)? in
      guard let tail = position[edge.tail], let head = position[edge.head] else { return nil }
      return (tail, head, lengths[number])
    }
    let ranks = ranks(of: nodes.count, edges: edges)
    return PictureComponents(nodes: nodes, edges: content.edges).members.map { members in
      let least = members.map { ranks[$0] }.min() ?? 0
      let count = (members.map { ranks[$0] }.max() ?? 0) - least + 1
      var part = Part(
        widths: [Double](repeating: 0, count: count),
        heights: [Double](repeating: 0, count: count),
        first: "",
        last: ""
      )
      for member in members {
        let (size, rank) = (size(of: nodes[member]), ranks[member] - least)
        part.widths[rank] = max(part.widths[rank], size.width)
        part.heights[rank] += size.height + separation
        if rank == 0, part.first.isEmpty { part.first = nodes[member].id }
        if rank == count - 1, part.last.isEmpty { part.last = nodes[member].id }
      }
      return part
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

  private static func size(of node: PictureContent.Node) -> (width: Double, height: Double) {
    let points = PictureStyle.points(of: node.size)
    var widths = node.name.map { Double($0.count) * points * letter }
    widths += node.notes.map { Double($0.count) * PictureStyle.smallest * 0.5 }
    if let suffix = node.suffix, let last = node.name.last {
      widths.append(Double(last.count) * points * letter + Double(suffix.count + 3) * PictureStyle.smallest * 0.5)
    }
    var height = Double(node.name.count) * points * line + Double(node.notes.count) * PictureStyle.smallest * line
    let perRow = node.badges.count <= 3 ? node.badges.count : 2
    if perRow > 0 {
      let widest = node.badges.map { Double($0.text.count) * 12 * letter + 8 }.max() ?? 0
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
