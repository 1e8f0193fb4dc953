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
