import Foundation
import Testing

/// Whether the program that gives another one a terminal is there, with the options that it has on Linux.
private let hasTerminals = OutputTests.isLinux && FileManager.default.isExecutableFile(atPath: "/usr/bin/script")

@Suite("Answers on a terminal")
struct TerminalTests {
  @Test(
    "no line of a table is wider than the terminal, and sentences stand whole below where there is no room",
    .enabled(if: hasTerminals)
  )
  func narrow() throws {
    let folder = try TemporaryFolder()
    let store = folder("ferry.dateline")
    let articles = try FerryArticles.all.map { try folder.file($0.name, $0.text) }
    #expect(try CommandRun(["add", "--store", store, "--quiet"] + articles).status == 0)
    let commands = [
      ["articles"], ["neighbours", "Lagos"], ["show", "Lagos"], ["path", "Ama Mensah", "Kofi Boateng"], ["find", "la"],
      ["timeline", "--about", "Lagos"], ["toll", "--event", "Lagos"],
    ]
    for command in commands {
      let lines = try text(of: command + ["--store", store], columns: 80).split(separator: "\n")
      #expect(lines.count > 2)
      #expect(lines.allSatisfy { $0.count <= 80 }, "\(command)")
    }
    let toll = try text(of: ["toll", "--event", "Lagos", "--store", store], columns: 80)
    let joined = toll.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(joined.contains("The ferry accident in Lagos on Sunday killed 30 people, police said."))
    #expect(joined.contains("supersedes at least 12 killed in monday"))
    let wide = try text(of: ["toll", "--event", "Lagos", "--store", store], columns: 240)
    #expect(wide.split(separator: "\n").count < toll.split(separator: "\n").count)
  }

  /// What the program shows on a terminal of some width.
  private func text(of arguments: [String], columns: Int) throws -> String {
    let binary = try CommandRun.binary().path
    let words = ([binary] + arguments).map { "'\($0)'" }.joined(separator: " ")
    let pipe = Pipe()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/script")
    process.arguments = ["-qec", "stty cols \(columns); \(words)", "/dev/null"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self).replacingOccurrences(of: "\r", with: "")
  }
}
