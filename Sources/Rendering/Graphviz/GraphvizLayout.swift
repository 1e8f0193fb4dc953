/// What a layout gave each node and edge of a drawing, in points, with y upwards.
struct GraphvizLayout: Sendable, Hashable {
  /// In the order of the drawing's nodes.
  var nodes: [GraphvizBox]
  /// In the order of the drawing's edges; nil where an edge has no course.
  var edges: [GraphvizBox?]
}

/// A rectangle in points, with y upwards.
struct GraphvizBox: Sendable, Hashable {
  var left: Double
  var bottom: Double
  var right: Double
  var top: Double

  var width: Double { right - left }
  var height: Double { top - bottom }
  var middle: (x: Double, y: Double) { ((left + right) / 2, (bottom + top) / 2) }

  /// The smallest rectangle that holds both.
  func union(_ other: GraphvizBox) -> GraphvizBox {
    GraphvizBox(
      left: min(left, other.left),
      bottom: min(bottom, other.bottom),
      right: max(right, other.right),
      top: max(top, other.top)
    )
  }
}

/// Where the nodes and edges of a layout are put before it is rendered.
struct GraphvizPlacement: Sendable, Hashable {
  /// How something moves: first turned upside down about y = 0 where it is mirrored, then by so many points.
  struct Shift: Sendable, Hashable {
    var x = 0.0
    var y = 0.0
    var isMirrored = false

    /// A rectangle that was moved.
    func moved(_ box: GraphvizBox) -> GraphvizBox {
      GraphvizBox(
        left: box.left + x,
        bottom: (isMirrored ? -box.top : box.bottom) + y,
        right: box.right + x,
        top: (isMirrored ? -box.bottom : box.top) + y
      )
    }
  }

  /// The size of the picture in points; its lower left is at the origin.
  var width: Double
  var height: Double
  /// In the order of the drawing's nodes.
  var nodes: [Shift]
  /// In the order of the drawing's edges.
  var edges: [Shift]
}
