import Export
import Foundation
import Knowledge
import KnowledgeGraph
import Rendering

/// Measures how long a graph takes to become an SVG in a process that has drawn nothing before, and after that.
///
/// usage: PictureBenchmark GRAPH.json DOT
///
/// Writes the picture's DOT to the file DOT and prints milliseconds: of the first rendering, and the median of five more.
@main
enum PictureBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { return print("usage: PictureBenchmark GRAPH.json DOT") }
    let graph = try NodeLinkJSON.graph(from: try Data(contentsOf: URL(filePath: arguments[1])))
    let renderer = PictureRenderer(knowledge: try KnowledgeBase())
    let clock = ContinuousClock()
    let times = try (0..<6).map { _ in
      let time = try clock.measure { _ = try renderer.render(graph, as: .svg) }
      return Double(time.components.seconds) * 1e3 + Double(time.components.attoseconds) * 1e-15
    }
    try renderer.render(graph, as: .dot).write(to: URL(filePath: arguments[2]))
    print(times[0], times.dropFirst().sorted()[2])
  }
}
