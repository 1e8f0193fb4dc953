import Foundation
import Testing

@Suite("Outputs")
struct OutputTests {
  private let folder: TemporaryFolder
  private let story: String

  init() throws {
    folder = try TemporaryFolder()
    story = try folder.file("story.txt", SampleArticle.story)
  }

  @Test(
    "Wrong usage ends with 64 and says what is known",
    arguments: [
      (["graph"], "article"), (["graph", "a.txt", "--format", "bmp"], "svg"),
      (["graph", "a.txt", "--store", "b.dateline"], "--store"), (["export", "a.txt", "--since", "2025"], "--since"),
      (["graph", "a.txt", "-o", "a.bmp"], "svg"),
      (["export", "a.txt", "--format", "xml"], "json"), (["export", "-", "-"], "once"), (["nonsense"], "nonsense"),
      (["graph", "a.txt", "--date", "yesterday"], "date"),
      (["graph", "a.txt", "--explain", "-o", "a.svg"], "--explain"),
      (["neighbours", "x", "a.txt", "--depth", "0"], "--depth"),
      (["neighbours", "x", "a.txt", "--type", "ghost"], "person"),
      (["graph", "a.txt", "--top", "0"], "--top"), (["graph", "a.txt", "--quiet", "--verbose"], "--quiet"),
      (["explain", "a.txt", "--no-such-option"], "--no-such-option"),
    ]
  )
  func usage(arguments: [String], problem: String) throws {
    let run = try CommandRun(arguments)
    #expect(run.status == 64)
    #expect(run.errors.contains(problem))
    #expect(run.output.isEmpty)
  }

  @Test(
    "Every command has help with an example",
    arguments: [
      "graph", "export", "extract", "neighbours", "neighbors", "explain", "add", "articles", "remove", "show",
      "timeline",
      "toll", "find", "path", "same", "different", "decisions", "compare", "check",
    ]
  )
  func help(command: String) throws {
    let run = try CommandRun([command, "--help"])
    #expect(run.status == 0)
    #expect(run.text.contains("dateline \(command == "neighbors" ? "neighbours" : command)"))
    #expect(run.text.contains("Example"))
  }

  @Test("A missing folder, a folder instead of a file, and an unwritable place are told; nothing is left behind")
  func destinations() throws {
    let places = [
      (folder("none/out.svg"), "does not exist"), (folder.path, "is a folder"), ("/proc/none.svg", "/proc/none.svg"),
    ]
    for (place, problem) in places {
      let run = try CommandRun(["graph", story, "--format", "svg", "-o", place])
      #expect(run.status == 1)
      #expect(run.errors.contains(problem))
    }
    #expect(folder.contents == ["story.txt"])
  }

  @Test("A file that was there stays as it is where the work fails")
  func untouched() throws {
    let old = try folder.file("old.svg", "kept")
    let run = try CommandRun(["graph", folder("none.txt"), "-o", old])
    #expect(run.status == 1)
    #expect(try String(contentsOfFile: old, encoding: .utf8) == "kept")
  }

  @Test("A full disk and a reader that went away end with 1 and a sentence", .enabled(if: OutputTests.isLinux))
  func brokenSinks() throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let run = try CommandRun(["export", story], sink: full)
    #expect(run.status == 1)
    #expect(run.errors.contains("standard output: cannot be written (no space left on device)"))
    let named = try CommandRun(["export", story, "--format", "json", "-o", "/dev/full"])
    #expect(named.status == 1)
    #expect(named.errors.contains("/dev/full: cannot be written"))
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let records = Data(#"{"id": "a", "text": "A ship sank."}"#.utf8)
    let closed = try CommandRun(["extract"], input: records, sink: pipe.fileHandleForWriting)
    #expect(closed.status == 1)
    #expect(closed.errors.contains("broken pipe"))
  }

  @Test("The same input gives the same bytes under any hash seed", arguments: ["json", "dot", "svg", "html"])
  func determinism(format: String) throws {
    let seeds = [["SWIFT_DETERMINISTIC_HASHING": "1"], [:], [:]]
    let outputs = try seeds.map {
      try CommandRun(["graph", story, "--format", format], environment: $0).output
    }
    #expect(Set(outputs).count == 1)
    #expect(outputs[0].count > 100)
  }

  @Test("Standard input and output stand for a file")
  func streams() throws {
    let piped = try CommandRun(["export", "-", "-o", "-"], input: Data(SampleArticle.story.utf8))
    let read = try CommandRun(["export", story])
    #expect(piped.status == 0)
    #expect(piped.text.replacingOccurrences(of: "standard-input", with: "story") == read.text)
  }

  @Test(
    "The name of the output tells the format",
    arguments: [
      ("a.svg", "<?xml"), ("a.png", "\u{FFFD}PNG"), ("a.pdf", "%PDF"), ("a.html", "<!doctype html>"),
      ("a.json", "{\"directed\""),
    ]
  )
  func formats(name: String, start: String) throws {
    let run = try CommandRun(["graph", story, "-o", folder(name)])
    #expect(run.status == 0, "\(run.errors)")
    let data = try Data(contentsOf: URL(fileURLWithPath: folder(name)))
    #expect(String(decoding: data, as: UTF8.self).lowercased().hasPrefix(start.lowercased()))
  }

  @Test("The day of publication comes from the text, or else from the option")
  func date() throws {
    #expect(try CommandRun(["export", story]).text.contains(#""date": "2024-03-04""#))
    #expect(try CommandRun(["export", story, "--date", "2023-05-06"]).text.contains(#""date": "2023-05-06"}"#))
  }

  @Test("A name that is nowhere is an error that suggests the nearest")
  func unknownName() throws {
    let run = try CommandRun(["neighbours", "Zzyzx Qqq", story])
    #expect(run.status == 1)
    #expect(run.errors.contains("nothing called 'Zzyzx Qqq'"))
    #expect(run.output.isEmpty)
  }

  @Test("The neighbours of each named node are those that the exported edges name")
  func neighbours() throws {
    let graph = try object(CommandRun(["export", story]).output)
    let edges = graph["edges"] as? [[String: Any]] ?? []
    let nodes = graph["nodes"] as? [[String: Any]] ?? []
    for node in nodes.prefix(6) {
      let id = try #require(node["id"] as? String)
      let run = try CommandRun(["neighbours", id, story, "--format", "json"])
      #expect(run.status == 0)
      let told = try object(run.output)["neighbours"] as? [[String: Any]] ?? []
      #expect(told.count == edges.count { $0["source"] as? String == id || $0["target"] as? String == id })
    }
  }

  private func object(_ data: Data) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  static var isLinux: Bool {
    #if os(Linux)
      true
    #else
      false
    #endif
  }
}
