import Foundation
import Testing

@Suite("Inputs that cannot be read")
struct BadInputTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// A file of bytes that are no article, and what the program must say of it.
  private static let files: [(name: String, data: Data, problem: String)] = [
    ("empty.txt", Data(), "holds no text"),
    ("blank.txt", Data("\u{FEFF}\r\n \n".utf8), "holds no text"),
    ("latin1.txt", Data("caf".utf8) + [0xE9, 0x20, 0x61], "not UTF-8 text (first bad byte at offset 3)"),
    ("nul.txt", Data("abc\0def".utf8), "NUL byte at offset 3"),
    ("utf16.txt", Data([0xFF, 0xFE, 0x41, 0x00]), "UTF-16"),
    ("binary.png", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00]), "not"),
    ("french.txt", Data(SampleArticle.french.utf8), "does not look like English"),
  ]

  @Test("Each is named with what to do, and the other articles are done", arguments: files.map(\.name))
  func badFile(name: String) throws {
    let file = try #require(Self.files.first { $0.name == name })
    let path = try folder.file(name, file.data)
    let good = try folder.file("good.txt", SampleArticle.story)
    let run = try CommandRun(["export", path, good])
    #expect(run.status == 1)
    #expect(run.errors.contains("\(path): "))
    #expect(run.errors.contains(file.problem))
    #expect(try articles(of: run.output) == ["good"])
    let alone = try CommandRun(["export", path, "-o", folder("out.json")])
    #expect(alone.status == 1)
    #expect(!folder.contents.contains("out.json"))
  }

  @Test("A missing file, a folder and a file too large are refused without being read")
  func paths() throws {
    let large = try folder.file("large.txt", Data())
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: large))
    try handle.truncate(atOffset: 50 << 20)
    try handle.close()
    for (path, problem) in [(folder("no.txt"), "no such file"), (folder.path, "folder"), (large, "52428800 bytes")] {
      let run = try CommandRun(["graph", path, "-o", folder("out.svg")])
      #expect(run.status == 1)
      #expect(run.errors.contains("\(path): "))
      #expect(run.errors.contains(problem))
    }
    #expect(folder.contents == ["large.txt"])
  }

  @Test("Prose in place of records is refused with one message, records in a file of any name are read")
  func proseForRecords() throws {
    let prose = try folder.file("story.txt", SampleArticle.story)
    let record = #"{"id": "good", "text": "Ama Mensah met Kofi Boateng in Accra."}"#
    let run = try CommandRun(["extract", prose, try folder.file("records.txt", "\n" + record)])
    #expect(run.status == 1)
    #expect(run.errors.contains("\(prose): holds no article records"))
    #expect(run.errors.components(separatedBy: "story.txt").count == 2)
    #expect(String(decoding: run.output, as: UTF8.self).contains("\"good\""))
  }

  @Test("Carriage returns and a byte order mark are no obstacle, and keep the offsets of the file")
  func lineEndings() throws {
    let windows = "\u{FEFF}" + SampleArticle.story.replacingOccurrences(of: "\n", with: "\r\n")
    let run = try CommandRun(["export", try folder.file("windows.txt", windows)])
    #expect(run.status == 0)
    let scalars = Array(windows.unicodeScalars)
    let root = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    for node in try #require(root["nodes"] as? [[String: Any]]) {
      for mention in node["mentions"] as? [[String: Any]] ?? [] {
        let start = try #require(mention["start"] as? Int)
        let end = try #require(mention["end"] as? Int)
        #expect(mention["text"] as? String == String(String.UnicodeScalarView(scalars[start..<end])))
      }
    }
  }

  @Test("Records that cannot be read are named by their line; the rest comes in order")
  func records() throws {
    let lines = [
      #"{"id": "one", "text": "Ama Mensah visited Accra.", "date": "2024-03-04"}"#, "not JSON", "",
      #"{"id": "no text"}"#, #"{"id": 5, "text": "Kofi Boateng resigned on Monday."}"#,
      #"{"id": "bad day", "text": "A bridge fell.", "date": "soon"}"#, #"{"id": "empty", "text": " "}"#,
      #"{"id": "nul", "text": "a\u0000b"}"#, #"{"id": "last", "text": "A ship sank.", "url": "https://example.org"}"#,
    ]
    let run = try CommandRun(["extract"], input: Data(lines.joined(separator: "\r\n").utf8))
    #expect(run.status == 1)
    let graphs = run.text.split(separator: "\n")
    #expect(try graphs.map { try articles(of: Data($0.utf8)) } == [["one"], ["5"], ["last"]])
    for (line, problem) in [(2, "valid JSON"), (4, "'text' is missing"), (6, "soon"), (7, "no text"), (8, "NUL")] {
      #expect(run.errors.contains("standard input, line \(line): "))
      #expect(run.errors.contains(problem))
    }
    #expect(!run.errors.contains("line 3"))
  }

  private func articles(of data: Data) throws -> [String] {
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let graph = try #require(root["graph"] as? [String: Any])
    return (graph["articles"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
  }
}
