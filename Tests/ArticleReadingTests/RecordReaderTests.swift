import ArticleReading
import Foundation
import Testing

@Suite("Tables of articles")
struct RecordReaderTests {
  private let reader = ArticleReader(patterns: [])

  private func records(_ text: String, path: String = "week.csv") throws -> [Result<Article, ArticleReadingError>] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("records-\(UUID().uuidString)")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let handle = try FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    let form = try #require(RecordForm(path: path))
    return RecordReader(handle, form: form, input: path).results.map { record in
      Result { () throws(ArticleReadingError) in try reader.article(of: record.get()) }
    }
  }

  @Test("columns are found by name; cells may hold commas, quotes and lines; the address names an article without id")
  func columns() throws {
    let table =
      "\u{FEFF}url,Date,TITLE,note,text\r\nhttp://a.example/1,2014-03-04,\"Rain, again\",x,"
      + "\"It \"\"rained\"\".\r\n\r\nAll day.\"\r\n\r\n,,,,\"It snowed.\"\r\n"
    let articles = try records(table).map { try $0.get() }
    #expect(articles.map(\.id) == ["http://a.example/1", "week-6"])
    #expect(articles.map(\.text) == ["It \"rained\".\n\nAll day.", "It snowed."])
    #expect(articles[0].title == "Rain, again")
    #expect(articles[0].date == CalendarDate("2014-03-04"))
    #expect(articles[1].url == nil)
  }

  @Test("a .tsv file has tabs between its cells")
  func tabs() throws {
    let articles = try records("id\ttext\n7\tWind, then rain.\n", path: "week.TSV").map { try $0.get() }
    #expect(articles.map(\.id) == ["7"])
    #expect(articles.map(\.text) == ["Wind, then rain."])
  }

  @Test("a bad row says its line and reason, and the rows after it are read")
  func badRow() throws {
    let results = try records("id,text,date\na,One.,soon\nb,,\nc,Three.,2020\n")
    #expect(
      results[0] == .failure(.init(input: "week.csv, line 2", kind: .badTable("'soon' is no ISO 8601 date")))
    )
    #expect(results[1] == .failure(.init(input: "week.csv, line 3", kind: .empty)))
    #expect(try results[2].get().id == "c")
  }

  @Test("a table without texts and a quotation mark never closed end the reading")
  func badTable() throws {
    #expect(
      try records("id,body\na,One.\n") == [
        .failure(
          .init(input: "week.csv", kind: .badTable("the first line names no column 'text', but id, body"))
        )
      ]
    )
    let open = try records("text\nOne.\n\"Two.\nThree.\n")
    #expect(open.count == 2)
    #expect(open[1] == .failure(.init(input: "week.csv, line 3", kind: .badTable("a quotation mark is not closed"))))
  }

  @Test("whatever stands in the cells comes back", arguments: 0..<40)
  func roundTrip(seed: Int) throws {
    var random = LinearGenerator(state: UInt64(seed))
    let pieces = ["a", "\"", ",", "\n", "é", " b", "\n\n", "“", "'"]
    let texts = (0..<5).map { _ in
      "x"
        + (0..<Int.random(in: 0...12, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        + "x"
    }
    let rows = texts.enumerated().map { "\($0),\"\($1.replacingOccurrences(of: "\"", with: "\"\""))\"" }
    let articles = try records((["id,text"] + rows).joined(separator: "\n")).map { try $0.get() }
    #expect(articles.map(\.text) == texts)
  }
}

private struct LinearGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
