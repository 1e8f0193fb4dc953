import Foundation
import Testing

import ArticleReading

@Suite("Reading articles")
struct ArticleReaderTests {
  private let reader = ArticleReader(patterns: [])

  @Test(
    "bytes that are no text are refused with what they are",
    arguments: [
      (Data([0x41, 0xFF, 0x42]), ArticleReadingError.Kind.notUTF8(offset: 1)),
      (Data([0x41, 0, 0x42]), .binary(offset: 1)),
      (Data([0xFF, 0xFE, 0x41, 0]), .otherEncoding("UTF-16")),
      (Data(" \n\u{FEFF}".utf8), .empty),
      (Data(count: ArticleReader.largestArticle + 1), .tooLarge(size: 4_194_305, limit: 4_194_304)),
    ]
  )
  func refusals(_ data: Data, _ kind: ArticleReadingError.Kind) {
    #expect(throws: ArticleReadingError(input: "x", kind: kind)) {
      try reader.article(id: "x", data: data, input: "x")
    }
  }

  @Test("a missing file and a folder are told apart")
  func paths() {
    #expect(throws: ArticleReadingError(input: "/nowhere/x.txt", kind: .missing)) {
      try reader.article(atPath: "/nowhere/x.txt")
    }
    #expect(throws: ArticleReadingError(input: "/tmp", kind: .folder)) { try reader.article(atPath: "/tmp") }
  }

  @Test("regions lie in order inside any text", arguments: 0..<200)
  func fuzzedRegions(_ seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    let alphabet = Array("ab. \n\r\t-“”é\u{200B}\u{2029}By1,".unicodeScalars)
    var view = String.UnicodeScalarView()
    for _ in 0..<120 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      view.append(alphabet[Int(state >> 33) % alphabet.count])
    }
    let text = String(view)
    let article = reader.article(id: "x", text: text)
    var end = 0
    for region in article.regions {
      #expect(region.range.lowerBound >= end && !region.range.isEmpty)
      end = region.range.upperBound
    }
    #expect(end <= text.unicodeScalars.count)
  }
}

@Suite("Records of articles")
struct ArticleRecordTests {
  private let reader = ArticleReader(patterns: [])

  @Test("a record gives id, day, title and address")
  func record() throws {
    let line = Data(#"{"id": 7, "text": "It rained.", "date": "2014-03-04T10:00Z", "title": "Rain", "extra": []}"#.utf8)
    let article = try reader.article(recordLine: line, input: "line 1")
    #expect(article.id == "7")
    #expect(article.date == CalendarDate("2014-03-04"))
    #expect(article.title == "Rain")
  }

  @Test(
    "a bad record says why",
    arguments: [
      (#"{"id": "a"}"#, "'text' is missing"), (#"{"text": "a"}"#, "'id' is missing"),
      (#"{"id": "a", "text": 1}"#, "'text' has another type"),
      (#"{"id": "a", "text": "b", "date": "soon"}"#, "'soon' is no ISO 8601 date"),
    ]
  )
  func refusals(_ line: String, _ reason: String) {
    #expect(throws: ArticleReadingError(input: "line 3", kind: .badRecord(reason))) {
      try reader.article(recordLine: Data(line.utf8), input: "line 3")
    }
  }

  @Test(
    "words stand on one line with single spaces between",
    arguments: [
      ("a b", "a b"), (" a  b\n", "a b"), ("“a”\u{A0}b", "“a” b"), ("a\tb", "a b"), ("é — b", "é — b"), (" ", ""),
      ("a \u{301}b", "a b"),
      ("", ""),
    ]
  )
  func singleSpaces(_ text: String, _ words: String) { #expect(text.withSingleSpaces == words) }

  @Test("a stream is read line by line whatever the block size", arguments: [1, 2, 3, 7, 4096])
  func lines(_ blockSize: Int) throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data("one\r\n\ntwo — three\nend".utf8))
    try pipe.fileHandleForWriting.close()
    var lines = LineReader(pipe.fileHandleForReading, blockSize: blockSize)
    var read: [String] = []
    while let line = try lines.next() { read.append(String(decoding: line, as: UTF8.self)) }
    #expect(read == ["one", "", "two — three", "end"])
  }
}
