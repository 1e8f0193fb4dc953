import Dateline
import Foundation

/// Measures how long the graph of an article takes to become an SVG.
///
/// usage: PictureBenchmark ARTICLE DOT [--alone]
///
/// Reads the article as the program does and prints milliseconds: of the first rendering, and the median of five more.
/// With `--alone` nothing is prepared while the article is read. The picture is written to the file DOT.
@main
enum PictureBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { return print("usage: PictureBenchmark ARTICLE DOT [--alone]") }
    let pipeline = try Pipeline()
    let article = try pipeline.article(atPath: arguments[1])
    let graph =
      arguments.contains("--alone")
      ? pipeline.graph(of: article) : PictureRenderer.preparing { pipeline.graph(of: article) }
    let renderer = PictureRenderer(knowledge: pipeline.knowledge)
    let times = try (0..<6).map { _ in
      let time = try ContinuousClock().measure { _ = try renderer.render(graph, as: .svg) }
      return Double(time.components.seconds) * 1e3 + Double(time.components.attoseconds) * 1e-15
    }
    try renderer.render(graph, as: .dot).write(to: URL(filePath: arguments[2]))
    print(times[0], times.dropFirst().sorted()[2])
  }
}
