import KnowledgeGraph

/// Finds a layout in which a picture is readable on one landscape page.
///
/// It estimates how many nodes fit and how they are arranged best, lays that out and takes less only where it was
/// wrong; asked for a number of nodes or for all, it draws them.
struct PictureLayout: Sendable {
  /// What can be printed on a landscape A4 page with margins of 10 mm, in points.
  static let page = (width: 785.0, height: 538.0)
  /// The smallest size of text on that page, in points.
  static let smallestPrinted = 9.0
  /// The widest and the highest picture, as width over height, and those that are stretched towards.
  static let aspects = 1.05...2.15
  /// Numbers of nodes that are tried.
  private static let limits = [36, 32, 28, 24, 20, 16, 12, 8]
  /// The size of headline and legend, in points.
  private static let frame = (width: 25.0, height: 125.0)
  /// Up to how many nodes lines carry labels, and up to how many they are laid out in ranks.
  private static let mostWithLabels = 250
  private static let mostInRanks = 500

  let composer: PictureComposer
  let style: PictureStyle
  /// Whether the picture carries its headline.
  var hasHeadline = true
  let renderer = GraphvizRenderer()

  /// A picture that is laid out and ready to be rendered.
  struct Finished: Sendable {
    var content: PictureContent
    var drawing: GraphvizDrawing
    var width: Double
    var height: Double
    /// The size of the smallest text on a printed page, in points.
    var smallestPrinted: Double { PictureLayout.printed(width: width, height: height) }
  }

  func finished(options: PictureOptions) throws(GraphvizError) -> Finished {
    if options.showsAll { return try arranged(composer.content(limit: .max)) }
    if let top = options.top { return try arranged(composer.content(limit: top)) }
    var result: Finished?
    var drawn = Int.max
    var most = Int.max
    for limit in Self.limits {
      let content = composer.content(limit: limit)
      guard content.nodes.count < drawn, content.nodes.count <= most || limit == Self.limits.last else { continue }
      let estimate = estimate(of: content)
      // After a layout it is known better than by estimate how many fit.
      guard limit == Self.limits.last || result != nil || estimate.fit >= 1 else { continue }
      drawn = content.nodes.count
      let finished = try arranged(content, estimate.arrangement)
      result = finished
      if finished.smallestPrinted >= Self.smallestPrinted { return finished }
      let share = finished.smallestPrinted / Self.smallestPrinted
      most = share > 0.93 ? drawn - 1 : Int(Double(drawn) * share)
    }
    guard let result else { return try arranged(composer.content(limit: 8)) }
    return result
  }

  /// The size of the smallest text of a picture of a size on a printed page, in points.
  private static func printed(width: Double, height: Double) -> Double {
    PictureStyle.smallest * min(page.width / width, page.height / height)
  }

  /// An arrangement and how well it will fit.
  private struct Estimate {
    var arrangement: PictureDrawing.Arrangement
    /// 1 or more where the smallest text will be readable on a page.
    var fit: Double
    var score: Double
  }

  /// The arrangement that fits the page best as far as can be told without a layout.
  private func estimate(of content: PictureContent) -> Estimate {
    var best: Estimate?
    var narrow: [Int] = []
    for columns in 1...3 {
      let lengths = PictureDrawing.lengths(of: content, columns: columns)
      if columns > 1, lengths == narrow { continue }
      if columns == 1 { narrow = lengths }
      for ranks in [1, 5, 6, 7, 8] {
        var arrangement = PictureDrawing.Arrangement()
        arrangement.columns = columns
        arrangement.ranks = ranks
        let estimate = LayoutEstimate(of: content, lengths: lengths, arrangement: arrangement)
        arrangement.links = estimate.links
        let (width, height) = (estimate.width + Self.frame.width, estimate.height + Self.frame.height)
        let fit = Self.printed(width: width, height: height) / Self.smallestPrinted
        let aspect = width / height
        let score =
          min(fit, 1.2) - max(0, 1.4 - aspect) - max(0, aspect - 1.9) - 0.06 * Double(columns - 1)
          - 0.01 * Double(ranks)
        if best.map({ score > $0.score }) ?? true {
          best = Estimate(arrangement: arrangement, fit: fit, score: score)
        }
      }
    }
    return best ?? Estimate(arrangement: PictureDrawing.Arrangement(), fit: 0, score: 0)
  }

  private func arranged(
    _ content: PictureContent,
    _ estimated: PictureDrawing.Arrangement? = nil
  ) throws(GraphvizError) -> Finished {
    guard content.nodes.count <= Self.mostInRanks else { return try scattered(content) }
    var maker = PictureDrawing(style: style)
    maker.hasEdgeLabels = content.nodes.count <= Self.mostWithLabels
    let arrangement =
      estimated ?? (maker.hasEdgeLabels ? estimate(of: content).arrangement : PictureDrawing.Arrangement())
    var drawing = maker.drawing(of: content, arrangement: arrangement)
    var layout = try renderer.layout(drawing, engine: .dot)
    let frame = PictureFrame(content: content, style: style, hasHeadline: hasHeadline, renderer: renderer)
    var framed = try frame.framed(drawing, layout: layout)
    let aspect = framed.width / framed.height
    if !Self.aspects.contains(aspect), maker.hasEdgeLabels {
      // The frame's height stays; only what lies between headline and legend is stretched.
      let frameHeight = framed.height - layout.height
      let frameWidth = framed.width - layout.width
      var stretched = arrangement
      if aspect > Self.aspects.upperBound {
        stretched.ratio = (framed.width / Self.aspects.upperBound * 1.03 - frameHeight) / layout.width
      } else {
        stretched.ratio = layout.height / (framed.height * Self.aspects.lowerBound * 1.03 - min(frameWidth, 30))
      }
      drawing = maker.drawing(of: content, arrangement: stretched)
      layout = try renderer.layout(drawing, engine: .dot)
      framed = try frame.framed(drawing, layout: layout)
    }
    return Finished(content: content, drawing: framed.drawing, width: framed.width, height: framed.height)
  }

  /// A large graph without ranks, in which related things lie near each other.
  private func scattered(_ content: PictureContent) throws(GraphvizError) -> Finished {
    var maker = PictureDrawing(style: style)
    maker.hasEdgeLabels = false
    var drawing = maker.drawing(of: content, arrangement: PictureDrawing.Arrangement())
    drawing.attributes["overlap"] = "prism"
    drawing.attributes["splines"] = "line"
    let layout = try renderer.layout(drawing, engine: .sfdp)
    let frame = PictureFrame(content: content, style: style, hasHeadline: hasHeadline, renderer: renderer)
    let framed = try frame.framed(drawing, layout: layout)
    return Finished(content: content, drawing: framed.drawing, width: framed.width, height: framed.height)
  }
}
