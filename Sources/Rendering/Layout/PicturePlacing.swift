/// Puts the parts of a picture that is laid out, its headline and its legend in their places on the page.
struct PicturePlacing: Sendable {
  /// The margin around everything, in points.
  static let pad = 12.0
  /// Between headline, parts and legend, in points.
  private static let gap = 16.0
  /// Between samples of the legend, in points.
  private static let sampleGap = (x: 10.0, y: 6.0)

  let content: PictureContent
  let components: PictureComponents
  let frame: PictureFrame

  /// Where everything goes, and the whole picture's shape.
  struct Placed: Sendable {
    var placement: GraphvizPlacement
    var shape: PictureShape
  }

  /// A part with what it takes up; it is turned upside down where its weightiest nodes would be below.
  private struct Part {
    var box: GraphvizBox
    var isMirrored: Bool
  }

  /// The place of everything in a layout of the drawing: nodes, then the headline, then the legend.
  func placed(_ layout: GraphvizLayout) -> Placed {
    let parts = parts(of: layout)
    let headline = frame.headline.map { _ in layout.nodes[content.nodes.count] }
    let samples = Array(layout.nodes.suffix(frame.legend.count))
    let width = max(PictureFrame.leastWidth, headline?.width ?? 0)
    let above = headline.map { $0.height + Self.gap } ?? 0
    func shape(_ body: PicturePacking) -> (shape: PictureShape, rows: [Row]) {
      let wide = max(width, body.width)
      let room = Self.shape(width: wide, height: above + body.height).padded.width - 2 * Self.pad
      let rows = Self.evenRows(of: samples, width: room)
      let legend = rows.reduce(0) { $0 + $1.height + Self.sampleGap.y }
      return (Self.shape(width: wide, height: above + body.height + Self.gap + legend), rows)
    }
    let sizes = parts.map { PicturePacking.Size(width: $0.box.width, height: $0.box.height) }
    let packing = PicturePacking.best(sizes) { shape($0).shape.value }
    let (natural, rows) = shape(packing)
    let padded = natural.padded
    let air = (padded.height - natural.height) / 2
    var top = padded.height - 2 * Self.pad
    var nodes = [GraphvizPlacement.Shift](repeating: .init(), count: layout.nodes.count)
    if let headline {
      nodes[content.nodes.count] = .init(x: -headline.left, y: top - headline.top)
      top -= above
    }
    top -= air
    let shifts = zip(parts, packing.corners).map { part, corner in
      GraphvizPlacement.Shift(
        x: corner.x - part.box.left,
        y: top - corner.y + (part.isMirrored ? part.box.bottom : -part.box.top),
        isMirrored: part.isMirrored
      )
    }
    for (members, shift) in zip(components.members, shifts) {
      for member in members { nodes[member] = shift }
    }
    place(rows, samples: samples, top: top - packing.height - Self.gap - air, nodes: &nodes)
    let placement = GraphvizPlacement(
      width: padded.width - 2 * Self.pad,
      height: padded.height - 2 * Self.pad,
      nodes: nodes,
      edges: components.ends.map { ends in ends.map { nodes[$0.tail] } ?? .init() }
    )
    return Placed(placement: placement, shape: natural)
  }

  /// The shape of a whole picture with so large contents.
  static func shape(width: Double, height: Double) -> PictureShape {
    PictureShape(width: width + 2 * pad, height: height + 2 * pad)
  }

  private func parts(of layout: GraphvizLayout) -> [Part] {
    var boxes = components.members.map { members in
      members.dropFirst().reduce(layout.nodes[members[0]]) { $0.union(layout.nodes[$1]) }
    }
    for (ends, box) in zip(components.ends, layout.edges) {
      guard let ends, let box else { continue }
      boxes[components.part[ends.tail]] = boxes[components.part[ends.tail]].union(box)
    }
    return zip(components.members, boxes).map { members, box in
      let middle = (box.bottom + box.top) / 2
      let balance = members.reduce(0) { sum, node in
        sum + content.nodes[node].weight * content.nodes[node].weight * (layout.nodes[node].middle.y - middle)
      }
      return Part(box: box, isMirrored: balance < -0.01)
    }
  }

  private struct Row {
    var samples: [Int] = []
    var width = 0.0
    var height = 0.0
  }

  /// As few rows as fit the width, about as long as each other.
  private static func evenRows(of sizes: [GraphvizBox], width: Double) -> [Row] {
    let fewest = rows(of: sizes, width: width)
    guard fewest.count > 1 else { return fewest }
    let mean = fewest.reduce(0) { $0 + $1.width } / Double(fewest.count)
    for share in stride(from: 1.0, to: 2, by: 0.08) where mean * share < width {
      let even = rows(of: sizes, width: mean * share)
      if even.count == fewest.count { return even }
    }
    return fewest
  }

  private static func rows(of sizes: [GraphvizBox], width: Double) -> [Row] {
    var rows: [Row] = []
    for (number, size) in sizes.enumerated() {
      if rows.last.map({ $0.width + sampleGap.x + size.width > width }) ?? true { rows.append(Row()) }
      let last = rows.count - 1
      rows[last].width += (rows[last].samples.isEmpty ? 0 : sampleGap.x) + size.width
      rows[last].height = max(rows[last].height, size.height)
      rows[last].samples.append(number)
    }
    return rows
  }

  private func place(_ rows: [Row], samples: [GraphvizBox], top: Double, nodes: inout [GraphvizPlacement.Shift]) {
    var top = top
    for row in rows {
      var x = 0.0
      for sample in row.samples {
        let box = samples[sample]
        nodes[nodes.count - samples.count + sample] = .init(x: x - box.left, y: top - row.height / 2 - box.middle.y)
        x += box.width + Self.sampleGap.x
      }
      top -= row.height + Self.sampleGap.y
    }
  }
}
