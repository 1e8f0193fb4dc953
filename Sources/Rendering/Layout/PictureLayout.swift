import Foundation
import KnowledgeGraph

/// Finds a layout in which a picture is readable on one landscape page, and renders it.
///
/// It estimates how many nodes fit and how they are arranged best, lays that out and takes less only where it was
/// wrong; asked for a number of nodes or for all, it draws them.
struct PictureLayout: Sendable {
  /// The most nodes that are tried, and so few that they are drawn however large they are.
  private static let most = 36
  private static let fewest = 8
  /// Up to how many nodes lines carry labels, and up to how many they are laid out in ranks.
  private static let mostWithLabels = 250
  private static let mostInRanks = 500
  /// How much of the smallest readable text a picture must have that is not said to be too large.
  private static let leastFit = 0.8
  private static let advice = "too much for one page: draw fewer nodes, what surrounds one of them, or an HTML page"

  let composer: PictureComposer
  let style: PictureStyle
  /// Whether the picture carries its headline.
  var hasHeadline = true
  let format: GraphvizFormat
  /// Dots an inch of pictures made of pixels.
  var resolution: Double?

  /// A picture as a file's bytes, with what it says.
  struct Rendered: Sendable {
    var content: PictureContent
    var data: Data
  }

  func rendered(options: PictureOptions) throws(GraphvizError) -> Rendered {
    var limit = options.showsAll ? .max : options.top ?? Self.most
    let mayShrink = !options.showsAll && options.top == nil
    var composer = composer
    var isNarrow = false
    while true {
      var content = composer.content(limit: limit)
      let isLast = !mayShrink || limit <= Self.fewest
      let plan = plan(for: content)
      if !mayShrink, plan.fit < Self.leastFit { content.subtitle.append(Self.advice) }
      var share = plan.fit
      if isLast || plan.fit >= 1, let data = try data(of: content, plan: plan, mustFit: !isLast, share: &share) {
        let count = content.nodes.count
        if mayShrink, plan.isWide, let fuller = try fuller(limit: limit, beyond: count, composer: composer) {
          return fuller
        }
        return Rendered(content: content, data: data)
      }
      if !isNarrow, plan.isWide {
        // Before anything is left out for its width, names are written in shorter lines.
        (composer, isNarrow) = (composer.narrowed, true)
        continue
      }
      let count = content.nodes.count
      limit = max(Self.fewest, min(count - 1 - count / 12, Int(Double(count) * max(0.8, share))))
    }
  }

  /// A picture with more nodes than a wide one has, small parts among them, which find room below its long lines.
  private func fuller(
    limit: Int,
    beyond count: Int,
    composer: PictureComposer
  ) throws(GraphvizError) -> Rendered? {
    for limit in [min(Self.most, limit + limit / 3), limit] {
      let content = composer.content(limit: limit, keepsLoose: true)
      let plan = plan(for: content)
      var share = plan.fit
      guard content.nodes.count > count, plan.fit >= 1 else { continue }
      if let data = try data(of: content, plan: plan, mustFit: true, share: &share) {
        return Rendered(content: content, data: data)
      }
    }
    return nil
  }

  /// How a picture is arranged, and how well that will fit.
  private struct Plan {
    let components: PictureComponents
    var arrangement = PictureDrawing.Arrangement()
    var width = 0.0
    /// Whether it is its width that makes it small on a page.
    var isWide = false
    /// 1 or more where the smallest text will be readable on a page.
    var fit = 0.0
  }

  /// The arrangement that fits the page best as far as can be told without a layout.
  private func plan(for content: PictureContent) -> Plan {
    var plan = Plan(components: PictureComponents(nodes: content.nodes, edges: content.edges))
    guard content.nodes.count <= Self.mostWithLabels else { return plan }
    let frame = hasHeadline ? 130.0 : 70
    var best = -Double.infinity
    var narrow: [Int] = []
    for columns in 1...3 {
      let lengths = PictureDrawing.lengths(of: content, columns: columns)
      if columns > 1, lengths == narrow { continue }
      if columns == 1 { narrow = lengths }
      for stretch in [1, 0.65, 1.7] {
        var arrangement = PictureDrawing.Arrangement()
        arrangement.columns = columns
        arrangement.rankSeparation *= stretch
        let parts = LayoutEstimate(of: content, components: plan.components, arrangement: arrangement).parts
        let packing = PicturePacking.best(parts, isRough: true) {
          PicturePlacing.shape(width: $0.width, height: $0.height + frame).value
        }
        let shape = PicturePlacing.shape(width: packing.width, height: packing.height + frame)
        let value = shape.value - 0.06 * Double(columns - 1) - (stretch == 1 ? 0 : 0.03)
        guard value > best else { continue }
        best = value
        plan.arrangement = arrangement
        plan.width = packing.width
        plan.isWide = shape.width > 1.6 * shape.height
        plan.fit = shape.smallestPrinted / PictureShape.readable
      }
    }
    return plan
  }

  /// The picture; nothing where it must fit and does not, and how much of it would.
  private func data(
    of content: PictureContent,
    plan: Plan,
    mustFit: Bool,
    share: inout Double
  ) throws(GraphvizError) -> Data? {
    let count = content.nodes.count
    let hasRanks = count <= Self.mostInRanks
    var maker = PictureDrawing(style: style)
    maker.hasEdgeLabels = count <= Self.mostWithLabels
    var drawing = maker.drawing(of: content, arrangement: plan.arrangement)
    if !hasRanks {
      drawing.attributes["overlap"] = "prism"
      drawing.attributes["splines"] = "line"
    }
    if let resolution { drawing.attributes["dpi"] = .text(String(resolution)) }
    let frame = PictureFrame(content: content, style: style, hasHeadline: hasHeadline, width: plan.width)
    drawing.nodes += (frame.headline.map { [$0] } ?? []) + frame.legend
    let placing = PicturePlacing(content: content, components: plan.components, frame: frame)
    var fit = 1.0
    let data = try GraphvizRenderer().render(drawing, engine: hasRanks ? .dot : .sfdp, format: format) { layout in
      let placed = placing.placed(layout)
      fit = placed.shape.smallestPrinted / PictureShape.readable
      return mustFit && fit < 1 ? nil : placed.placement
    }
    share = fit
    return data
  }
}
