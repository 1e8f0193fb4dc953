import ArgumentParser
import Dateline

/// What a picture shows and how.
struct PictureArguments: ParsableArguments {
  @Option(help: "The colours: light, dark or print.")
  var theme = "light"

  @Option(help: "Draw so many nodes at most, the most important ones.")
  var top: Int?

  @Flag(help: "Draw everything, however small it becomes.")
  var all = false

  @Option(help: "Draw what is otherwise folded away: statements.")
  var show: [ShownPart] = []

  @Option(help: "Pixels a point of a PNG picture.")
  var scale = 2.0

  /// The options for the renderer.
  var options: PictureOptions {
    PictureOptions(
      theme: theme,
      top: top,
      showsAll: all,
      showsStatements: show.contains(.statements),
      scale: scale
    )
  }

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top must be at least 1.") }
    guard scale > 0, scale <= 10 else { throw ValidationError("--scale must lie between 0 and 10.") }
  }
}

/// What a picture folds away unless asked.
enum ShownPart: String, CaseIterable, ExpressibleByArgument {
  case statements
}
