/// Puts rectangles on a sheet in their order, each as high and then as far left as it can go.
struct PicturePacking: Sendable {
  /// A rectangle in points.
  struct Size: Sendable, Hashable {
    var width: Double
    var height: Double
  }

  /// The least distance between rectangles in points.
  static let gap = Size(width: 30, height: 17)

  /// The upper left corners in the order of the sizes, with y downwards.
  private(set) var corners: [(x: Double, y: Double)] = []
  private(set) var width = 0.0
  private(set) var height = 0.0

  /// How far down each stretch of the sheet is taken, from left to right.
  private var skyline: [(x: Double, y: Double)] = [(0, 0)]

  /// Packs rectangles into a sheet of a width, which only a wider rectangle exceeds.
  init(_ sizes: [Size], within limit: Double) {
    for size in sizes {
      let corner = place(for: size.width, within: limit)
      corners.append(corner)
      width = max(width, corner.x + size.width)
      height = max(height, corner.y + size.height)
      take(from: corner.x, to: corner.x + size.width + Self.gap.width, down: corner.y + size.height + Self.gap.height)
    }
  }

  /// The best packing among sheets of several widths, by a measure of width and height that is to be large.
  static func best(_ sizes: [Size], by value: (PicturePacking) -> Double) -> PicturePacking {
    let widest = sizes.map(\.width).max() ?? 0
    let all = sizes.reduce(0) { $0 + $1.width + gap.width }
    var best = PicturePacking(sizes, within: widest)
    guard sizes.count > 1 else { return best }
    var most = value(best)
    for step in 1...steps {
      let packing = PicturePacking(sizes, within: widest + (all - widest) * Double(step * step) / Double(steps * steps))
      let found = value(packing)
      if found > most + 1e-6 { (best, most) = (packing, found) }
    }
    return best
  }

  /// How many widths of the sheet are tried.
  private static let steps = 14

  private func place(for width: Double, within limit: Double) -> (x: Double, y: Double) {
    var best: (x: Double, y: Double)?
    for (number, start) in skyline.enumerated() where start.x + width <= limit + 0.01 || start.x == 0 {
      var y = start.y
      for next in skyline[number...].dropFirst() {
        guard next.x < start.x + width else { break }
        y = max(y, next.y)
      }
      if best.map({ y < $0.y }) ?? true { best = (start.x, y) }
    }
    return best ?? (0, 0)
  }

  private mutating func take(from start: Double, to end: Double, down y: Double) {
    let after = skyline.last { $0.x <= end }?.y ?? 0
    let hasEnd = skyline.contains { $0.x == end }
    var line = skyline.filter { $0.x < start }
    line.append((start, y))
    if !hasEnd { line.append((end, after)) }
    skyline = line + skyline.filter { $0.x >= end }
  }
}
