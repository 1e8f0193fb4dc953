import Foundation
import Knowledge
import Testing

@Suite("Classes of words")
struct WordClassTableTests {
  @Test("every class has words, and a word may belong to several")
  func classes() throws {
    let table = try TableSource().table("word-classes")
    for wordClass in WordClassTable.Class.allCases {
      #expect(table.rows.contains { $0["class"] == wordClass.rawValue }, "\(wordClass)")
    }
    let words = try KnowledgeBase().wordClasses
    #expect(words.contains("rise", in: .tollVerb))
    #expect(words.contains("rise", in: .tollGivingVerb))
    #expect(!words.contains("rise", in: .vesselNoun))
  }

  @Test("the id of a row is its class and its word")
  func identifiers() throws {
    for row in try TableSource().table("word-classes").rows {
      #expect(row["id"] == "\(row["class"]).\(row["word"])")
    }
  }

  @Test("a table of one column takes rows from a user's folder")
  func singleColumn() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("words-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("word\nthe\nyonder\n".utf8).write(to: folder.appendingPathComponent("function-words.tsv"))
    let words = try KnowledgeBase(source: TableSource(additions: folder)).functionWords
    #expect(words.contains("the"))
    #expect(words.contains("yonder"))
    #expect(words.contains("about"))
  }

  @Test("an unknown class is refused with the classes that there are")
  func refusal() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("classes-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("id\tword\tclass\nx.barge\tbarge\tx\n".utf8).write(to: folder.appendingPathComponent("word-classes.tsv"))
    #expect {
      try KnowledgeBase(source: TableSource(additions: folder))
    } throws: { error in
      "\(error)".contains("no class 'x'") && "\(error)".contains("vessel-noun")
    }
  }
}
