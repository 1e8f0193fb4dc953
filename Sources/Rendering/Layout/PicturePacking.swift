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

  /// What is taken, with the gap right of and below each rectangle.
  private var taken: [(x: Double, y: Double, right: Double, bottom: Double)] = []

  /// Whether each corner between any two rectangles is tried, which finds more and takes longer.
  private let searchesHoles: Bool

  /// Packs rectangles into a sheet of a width, which only a wider rectangle exceeds.
  init(_ sizes: [Size], within limit: Double) { self.init(sizes, order: Array(sizes.indices), within: limit) }

  private init(_ sizes: [Size], order: [Int], within limit: Double, searchesHoles: Bool = false) {
    self.searchesHoles = searchesHoles
    corners = [(x: Double, y: Double)](repeating: (0, 0), count: sizes.count)
    for number in order {
      let size = sizes[number]
      let corner = place(for: size, within: limit)
      corners[number] = corner
      width = max(width, corner.x + size.width)
      height = max(height, corner.y + size.height)
      taken.append(
        (corner.x, corner.y, corner.x + size.width + Self.gap.width, corner.y + size.height + Self.gap.height)
      )
    }
  }

  /// The best packing among sheets of several widths, by a measure of width and height that is to be large.
  ///
  /// - Parameter isRough: Whether a good one found fast will do.
  static func best(_ sizes: [Size], isRough: Bool = false, by value: (PicturePacking) -> Double) -> PicturePacking {
    let widest = sizes.map(\.width).max() ?? 0
    let all = sizes.reduce(0) { $0 + $1.width + gap.width }
    let inOrder = Array(sizes.indices)
    let first = PicturePacking(sizes, order: inOrder, within: widest)
    guard sizes.count > 1 else { return first }
    var best = (packing: first, value: value(first))
    // After the first, high ones before low ones often leave less room unused.
    let byHeight = inOrder.prefix(1) + inOrder.dropFirst().sorted { sizes[$0].height > sizes[$1].height }
    var orders: [(order: [Int], cost: Double)] = [(inOrder, 0)]
    let isThorough = sizes.count <= few && !isRough
    if isThorough { orders.append((Array(byHeight), costOfOrder)) }
    let area = sizes.reduce(0) { $0 + ($1.width + gap.width) * ($1.height + gap.height) }
    let ideal = (area * 1.6).squareRoot()
    let steps = isThorough ? most : sizes.count <= 4 * few ? 8 : 3
    for (order, cost) in orders {
      for step in 1...steps {
        let share = Double(step) / Double(steps)
        // Of many parts only sheets of about the right proportions are tried.
        let width = sizes.count <= few ? widest + (all - widest) * share * share : ideal * (0.75 + 0.75 * share)
        let packing = PicturePacking(sizes, order: order, within: max(widest, width), searchesHoles: isThorough)
        let found = value(packing) - cost
        if found > best.value + 1e-6 { best = (packing, found) }
      }
    }
    return best.packing
  }

  /// How many widths of the sheet are tried of a few parts, and how many parts are few.
  private static let most = 14
  private static let few = 24
  /// What it costs in value that parts do not stand in the order of their weight.
  private static let costOfOrder = 0.04

  /// The highest and then leftmost free corner: beside or below what is placed, in holes as well.
  private func place(for size: Size, within limit: Double) -> (x: Double, y: Double) {
    var corners: [(x: Double, y: Double)] = [(0, 0)]
    if searchesHoles {
      for upper in taken { corners += taken.map { ($0.right, upper.bottom) } }
    }
    corners += taken.flatMap { [($0.right, $0.y), ($0.x, $0.bottom), (0, $0.bottom), ($0.right, 0)] }
    corners.sort { ($0.y, $0.x) < ($1.y, $1.x) }
    let free = corners.first { corner in
      (corner.x + size.width <= limit + 0.01 || corner.x == 0) && isFree(corner.x, corner.y, size)
    }
    return free ?? (0, taken.map(\.bottom).max() ?? 0)
  }

  private func isFree(_ x: Double, _ y: Double, _ size: Size) -> Bool {
    let (right, bottom) = (x + size.width + Self.gap.width, y + size.height + Self.gap.height)
    return !taken.contains {
      $0.x < right - 0.01 && x < $0.right - 0.01 && $0.y < bottom - 0.01 && y < $0.bottom - 0.01
    }
  }
}
