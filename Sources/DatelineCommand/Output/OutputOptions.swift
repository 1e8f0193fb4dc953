import ArgumentParser
import Foundation

/// Where a result goes and in what format.
struct OutputOptions<Format>: ParsableArguments
where Format: ExpressibleByArgument & CaseIterable & RawRepresentable<String> & Sendable {
  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"))
  var output: String?

  @Option(help: "The format; otherwise the output's name tells it.")
  var format: Format?

  /// The format asked for or told by the name of the output; nil where neither is given.
  func format(for destination: OutputDestination) throws -> Format? {
    if let format { return format }
    guard let fileExtension = destination.fileExtension else { return nil }
    guard let format = Format(rawValue: fileExtension) else {
      let known = Format.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(
        "'\(destination.path ?? "")' ends in no known format; end it in one of \(known), or give --format."
      )
    }
    return format
  }
}

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

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top must be at least 1.") }
    guard scale > 0, scale <= 10 else { throw ValidationError("--scale must lie between 0 and 10.") }
  }
}

/// What a picture folds away unless asked.
enum ShownPart: String, CaseIterable, ExpressibleByArgument {
  case statements
}
