/// The width and height of a whole picture in points, and how it looks on a page.
struct PictureShape: Sendable, Hashable {
  /// What can be printed on a landscape A4 page with margins of 10 mm, in points.
  static let page = (width: 785.0, height: 538.0)
  /// The smallest size of text that is readable on that page, in points.
  static let readable = 9.0
  /// The highest and the widest picture, as width over height.
  private static let aspects = (least: 1.05, most: 2.1)

  var width: Double
  var height: Double

  /// The shape with as much empty room as brings width and height into proportion.
  var padded: PictureShape {
    PictureShape(
      width: max(width, height * Self.aspects.least),
      height: max(height, width / Self.aspects.most)
    )
  }

  /// The size of the smallest text on the page, in points.
  var smallestPrinted: Double {
    let padded = padded
    return PictureStyle.smallest * min(Self.page.width / padded.width, Self.page.height / padded.height)
  }

  /// The larger, the more readable the picture is and the better it fits the page; of two as good, the compact one.
  var value: Double {
    let aspect = width / height
    return min(smallestPrinted / Self.readable, 1.3) - 0.5 * max(0, 1.3 - aspect) - 0.5 * max(0, aspect - 1.9)
      - 1e-7 * width * height
  }
}
