import KnowledgeGraph

/// Finds a layout in which a picture is readable on one landscape page.
///
/// It draws fewer nodes until the smallest text is large enough; asked for a number of nodes or for all, it draws them.
struct PictureLayout: Sendable {
  /// What can be printed on a landscape A4 page with margins of 10 mm, in points.
  static let page = (width: 785.0, height: 538.0)
  /// The smallest size of text on that page, in points.
  static let smallestPrinted = 9.0
  /// The widest and the highest picture, as width over height, and those that are stretched towards.
  static let aspects = 1.05...2.15
  /// Numbers of nodes that are tried.
  private static let limits = [36, 32, 28, 24, 20, 16, 12, 8]
  /// Up to how many nodes lines carry labels, and up to how many they are laid out in ranks.
  private static let mostWithLabels = 250
  private static let mostInRanks = 500

  let composer: PictureComposer
  let style: PictureStyle
  let renderer = GraphvizRenderer()

  /// A picture that is laid out and ready to be rendered.
  struct Finished: Sendable {
    var content: PictureContent
    var drawing: GraphvizDrawing
    var width: Double
    var height: Double
    /// The size of the smallest text on a printed page, in points.
    var smallestPrinted: Double {
      PictureStyle.smallest * min(PictureLayout.page.width / width, PictureLayout.page.height / height)
    }
    var aspect: Double { width / height }
  }

  func finished(options: PictureOptions) throws(GraphvizError) -> Finished {
    if options.showsAll { return try best(of: composer.content(limit: .max)) }
    if let top = options.top { return try best(of: composer.content(limit: top)) }
    var result: Finished?
    var drawn = Int.max
    for limit in Self.limits {
      let content = composer.content(limit: limit)
      guard content.nodes.count < drawn else { continue }
      drawn = content.nodes.count
      let finished = try best(of: content)
      result = finished
      if finished.smallestPrinted >= Self.smallestPrinted { return finished }
    }
    guard let result else { return try best(of: composer.content(limit: 8)) }
    return result
  }

  /// The best of a few arrangements of the same content.
  private func best(of content: PictureContent) throws(GraphvizError) -> Finished {
    guard content.nodes.count <= Self.mostInRanks else { return try scattered(content) }
    let plain = PictureDrawing.Arrangement()
    var best = try arranged(content, plain)
    if content.nodes.count > Self.mostWithLabels || isGood(best) { return best }
    for columns in [2, 3] where best.aspect < 1.45 {
      var arrangement = plain
      arrangement.columns = columns
      let tried = try arranged(content, arrangement)
      if score(tried) > score(best) { best = tried }
      if isGood(best) { return best }
    }
    return best
  }

  private func isGood(_ finished: Finished) -> Bool {
    finished.smallestPrinted >= Self.smallestPrinted && (1.25...2.0).contains(finished.aspect)
  }

  private func score(_ finished: Finished) -> Double {
    min(finished.smallestPrinted, 12) - 2 * abs(finished.aspect - 1.6)
  }

  private func arranged(
    _ content: PictureContent,
    _ arrangement: PictureDrawing.Arrangement
  ) throws(GraphvizError) -> Finished {
    var maker = PictureDrawing(style: style)
    maker.hasEdgeLabels = content.nodes.count <= Self.mostWithLabels
    var drawing = maker.drawing(of: content, arrangement: arrangement)
    var layout = try renderer.layout(drawing, engine: .dot)
    let frame = PictureFrame(content: content, style: style, renderer: renderer)
    var framed = try frame.framed(drawing, layout: layout)
    let aspect = framed.width / framed.height
    if !Self.aspects.contains(aspect), content.nodes.count <= Self.mostWithLabels {
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
    let framed = try PictureFrame(content: content, style: style, renderer: renderer).framed(drawing, layout: layout)
    return Finished(content: content, drawing: framed.drawing, width: framed.width, height: framed.height)
  }
}
