/// Where a layout put things, in points, with the origin at the lower left and y upwards.
struct GraphvizLayout: Sendable, Hashable {
  /// The size and the middle of a node.
  struct Box: Sendable, Hashable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
  }

  /// An edge's course and the middle of its label, as Graphviz writes them.
  struct Course: Sendable, Hashable {
    var spline: String
    var label: String
  }

  var width: Double
  var height: Double
  /// In the order of the drawing's nodes.
  var nodes: [Box]
  /// In the order of the drawing's edges.
  var edges: [Course]
}

extension GraphvizLayout.Box {
  /// Reads the attributes `pos` ("x,y" in points), `width` and `height` (inches).
  init?(position: String, width: String, height: String) {
    let numbers = position.split(separator: ",").compactMap { Double($0) }
    guard numbers.count >= 2, let width = Double(width), let height = Double(height) else { return nil }
    self.init(x: numbers[0], y: numbers[1], width: width * 72, height: height * 72)
  }
}
