import Foundation

/// One run of the built program.
struct CommandRun {
  /// What the program ended with.
  let status: Int32
  /// What it wrote to standard output.
  let output: Data
  /// What it wrote to standard error.
  let errors: String

  /// The output as text.
  var text: String { String(decoding: output, as: UTF8.self) }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - input: What it reads from standard input.
  ///   - sink: Where its standard output goes; nil collects it.
  init(
    _ arguments: [String],
    input: Data = Data(),
    environment: [String: String] = [:],
    sink: FileHandle? = nil
  ) throws {
    let folder = try TemporaryFolder()
    let source = try folder.file("input", input)
    let collected = try folder.file("output", Data())
    let messages = try folder.file("errors", Data())
    let process = Process()
    process.executableURL = try Self.binary()
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: source))
    process.standardOutput = try sink ?? FileHandle(forWritingTo: URL(fileURLWithPath: collected))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: messages))
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try Data(contentsOf: URL(fileURLWithPath: collected))
    errors = String(decoding: try Data(contentsOf: URL(fileURLWithPath: messages)), as: UTF8.self)
  }

  /// The program was not built beside the tests.
  struct BinaryMissing: Error {}

  /// The program beside the test bundle.
  static func binary() throws -> URL {
    let bundles = [Bundle.main.bundleURL, Bundle.main.executableURL] + Bundle.allBundles.map(\.bundleURL)
    let arguments = CommandLine.arguments.map { URL(fileURLWithPath: $0) }
    for place in bundles.compactMap({ $0 }) + arguments {
      for folder in [place, place.deletingLastPathComponent()] {
        let binary = folder.appendingPathComponent("dateline")
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: binary.path, isDirectory: &isFolder)
        if exists, !isFolder.boolValue, FileManager.default.isExecutableFile(atPath: binary.path) { return binary }
      }
    }
    throw BinaryMissing()
  }
}

/// A folder that goes away with its owner.
final class TemporaryFolder {
  /// Where it is.
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("dateline-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a name in it.
  func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// Writes a file and gives its path.
  func file(_ name: String, _ data: Data) throws -> String {
    try data.write(to: URL(fileURLWithPath: self(name)))
    return self(name)
  }

  /// Writes a file of text and gives its path.
  func file(_ name: String, _ text: String) throws -> String { try file(name, Data(text.utf8)) }

  /// The names of what lies in it, sorted.
  var contents: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? [] }
}

/// Articles to run the program on.
enum SampleArticle {
  static let story = """
    Mayor of Tamale opens bridge

    ACCRA, March 4, 2024 (Newswire) - Mayor Ama Mensah opened a bridge in Tamale on Monday, officials said.

    "It will bring the two banks together," Mensah told reporters. At least 12 workers were injured in 2022 when the
    old bridge collapsed.
    """

  static let french = String(
    repeating: "Le ministre a déclaré mardi que les habitants de la ville seraient relogés dans les écoles voisines. ",
    count: 6
  )
}
