import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads of an SVG what its labels and boxes need to be checked.
final class SVGGeometry: NSObject, XMLParserDelegate {
  struct Label {
    let text: String
    let x: Double
    let y: Double
    let width: Double
    let size: Double
    let part: String
  }

  private(set) var width = 0.0
  private(set) var height = 0.0
  private(set) var labels: [Label] = []
  private(set) var parts: [String] = []
  private(set) var titles = 0
  private(set) var links: [String] = []
  private(set) var boxes: [String: (left: Double, right: Double, top: Double, bottom: Double)] = [:]
  private(set) var root: [String: String] = [:]
  private var text: (attributes: [String: String], content: String)?

  /// Nothing where the data is no well-formed XML.
  init?(_ data: Data) {
    super.init()
    let parser = XMLParser(data: data)
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    switch name {
    case "svg":
      root = attributes
      let view = (attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
      if view.count == 4 { (width, height) = (view[2], view[3]) }
    case "g": if let id = attributes["id"], id != "graph0" { parts.append(id) }
    case "title": titles += 1
    case "a": links.append(attributes["href"] ?? "")
    case "text": text = (attributes, "")
    case "path", "polygon", "ellipse": addBox(attributes)
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text?.content += string }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    guard name == "text", let (attributes, content) = text else { return }
    text = nil
    let size = Double(attributes["font-size"] ?? "") ?? 0
    let width = Double(content.count) * size * 0.45
    var x = Double(attributes["x"] ?? "") ?? 0
    if attributes["text-anchor"] == "middle" { x -= width / 2 }
    let y = Double(attributes["y"] ?? "") ?? 0
    labels.append(Label(text: content, x: x, y: y, width: width, size: size, part: parts.last ?? ""))
  }

  private func addBox(_ attributes: [String: String]) {
    guard let part = parts.last, part.hasPrefix("n"), boxes[part] == nil || attributes["points"] == nil else { return }
    if let x = attributes["cx"].flatMap(Double.init), let y = attributes["cy"].flatMap(Double.init),
      let rx = attributes["rx"].flatMap(Double.init), let ry = attributes["ry"].flatMap(Double.init)
    {
      boxes[part] = (x - rx, x + rx, y - ry, y + ry)
      return
    }
    let numbers = (attributes["points"] ?? attributes["d"] ?? "").split { !"-.0123456789".contains($0) }
      .compactMap { Double($0) }
    let xs = stride(from: 0, to: numbers.count - 1, by: 2).map { numbers[$0] }
    let ys = stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] }
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else { return }
    boxes[part] = (left, right, top, bottom)
  }

  /// Pairs of labels that cover each other by more than a hair.
  var overlaps: [String] {
    var found: [String] = []
    for (place, first) in labels.enumerated() {
      for second in labels[(place + 1)...] {
        let across = min(first.x + first.width, second.x + second.width) - max(first.x, second.x)
        let down = min(first.y, second.y) - max(first.y - 0.7 * first.size, second.y - 0.7 * second.size)
        if across > 1.5, down > 1 { found.append("\(first.text) / \(second.text)") }
      }
    }
    return found
  }

  /// Labels of nodes that leave their node.
  var escapes: [String] {
    labels.compactMap { label in
      guard let box = boxes[label.part] else { return nil }
      let isInside =
        label.x >= box.left - 1 && label.x + label.width <= box.right + 1 && label.y <= box.bottom + 1
        && label.y - 0.7 * label.size >= box.top - 1
      return isInside ? nil : label.text
    }
  }
}
