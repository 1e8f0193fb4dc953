import Foundation
import Testing

@Suite("Safety of a store")
struct StoreSafetyTests {
  private let folder: TemporaryFolder
  private let corpus: String
  private let store: String

  init() throws {
    folder = try TemporaryFolder()
    store = folder("a.dateline")
    corpus = try folder.file("corpus.jsonl", Self.lines(0..<60))
  }

  @Test("a process that is killed loses no article that it has reported, and leaves none half there")
  func killing() throws {
    var reported: Set<String> = []
    for round in 0..<10 {
      let output = try folder.file("output", "")
      let process = try start(corpus, output: output)
      while process.isRunning, try Self.reported(output).count <= round % 3 { Thread.sleep(forTimeInterval: 0.002) }
      Thread.sleep(forTimeInterval: Double(round * 7 % 10) / 200)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      reported.formUnion(try Self.reported(output))
      guard FileManager.default.fileExists(atPath: store) else { continue }
      let check = try CommandRun(["check", "--store", store])
      #expect(check.status == 0 && check.text.hasSuffix("the store is whole\n"))
      #expect(reported.isSubset(of: try articles()))
    }
    #expect(!reported.isEmpty)
    #expect(try CommandRun(["add", corpus, "--store", store, "--quiet"]).status == 0)
    #expect(try articles().count == 60)
  }

  @Test("two processes add to one store at the same time")
  func together() throws {
    let halves = try [0..<20, 20..<40].map { try folder.file("half-\($0.lowerBound).jsonl", Self.lines($0)) }
    let processes = try halves.map { try start($0, output: $0 + ".out") }
    for process in processes { process.waitUntilExit() }
    #expect(processes.map(\.terminationStatus) == [0, 0])
    #expect(try articles().count == 40)
    #expect(try CommandRun(["check", "--store", store]).status == 0)
  }

  @Test("a file that may not grow further gets a clear error and keeps what was reported")
  func fullDisk() throws {
    let program = try CommandRun.binary().path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    let limited = "trap '' XFSZ; ulimit -f 400; exec '\(program)' add '\(corpus)' --store '\(store)' --quiet"
    process.arguments = ["-c", limited]
    let output = try folder.file("output", "")
    let errors = try folder.file("errors", "")
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 1)
    #expect(try String(contentsOfFile: errors, encoding: .utf8).contains("a.dateline"))
    let reported = try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n").count
    #expect(try articles().count == reported)
    #expect(try CommandRun(["check", "--store", store]).status == 0)
  }

  private func start(_ corpus: String, output: String) throws -> Process {
    try Data().write(to: URL(fileURLWithPath: output))
    let process = Process()
    process.executableURL = try CommandRun.binary()
    process.arguments = ["add", corpus, "--store", store, "--quiet"]
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
    try process.run()
    return process
  }

  /// The articles of the whole lines of an output.
  private static func reported(_ output: String) throws -> [String] {
    let text = try String(contentsOfFile: output, encoding: .utf8)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
      String($0.split(separator: " ")[1])
    }
  }

  private func articles() throws -> Set<String> {
    let run = try CommandRun(["articles", "--store", store, "--format", "json"])
    let rows = try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]] ?? []
    return Set(rows.compactMap { $0["article"] as? String })
  }

  private static func lines(_ numbers: Range<Int>) -> String {
    let places = ["Lagos", "Accra", "Tamale", "Nairobi"]
    return numbers.map { number in
      let place = places[number % places.count]
      let text =
        "Minister Ama Mensah visited \(place) on Monday. The storm killed \(number + 2) people in \(place), police said."
      return "{\"id\": \"article-\(number)\", \"date\": \"2025-04-07\", \"text\": \"\(text)\"}\n"
    }.joined()
  }
}
