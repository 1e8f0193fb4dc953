import Foundation
import Testing

import Dateline

@Suite("Lines outside the story")
struct ArticleLineTests {
  @Test("each pattern matches its example and not its counterexample")
  func examples() throws {
    for entry in try KnowledgeBase().articleLines.entries {
      let kind = try #require(ArticleRegion.Kind(rawValue: entry.kind))
      let pattern = try LinePattern(kind: kind, pattern: entry.pattern)
      #expect(pattern.match(entry.example) != nil, "\(entry.id) misses its example")
      #expect(pattern.match(entry.counterexample) == nil, "\(entry.id) matches its counterexample")
    }
  }

  @Test("headline, dateline, byline, day of publication and credits are told apart")
  func structure() throws {
    let text = """
      Ferry sinks off Lagos, 12 missing

      By Ama Mensah and Kofi Boateng
      Tuesday, March 4, 2014

      LAGOS, March 4 (Newswire) - A ferry sank on Monday.

      Rescuers were searching.

      (Reporting by Ama Mensah; Editing by Kofi Boateng)
      """
    let article = try reader().article(id: "ferry", text: text)
    #expect(
      article.regions.map(\.kind) == [
        .title, .byline, .date, .dateline, .paragraph, .paragraph, .boilerplate,
      ]
    )
    #expect(article.title == "Ferry sinks off Lagos, 12 missing")
    #expect(article.date == CalendarDate("2014-03-04"))
    #expect(words(of: 4, in: article) == "A ferry sank on Monday.")
  }

  @Test("a date at the head of a paragraph leaves the paragraph")
  func inlineDate() throws {
    let article = try reader().article(
      id: "a",
      text: "Flag chosen\n\nThursday, May 7, 2009 On Tuesday the council met."
    )
    #expect(article.regions.map(\.kind) == [.title, .date, .paragraph])
    #expect(words(of: 2, in: article) == "On Tuesday the council met.")
  }

  @Test("carriage returns, a byte order mark and wrapped lines change no paragraph")
  func lineEndings() throws {
    let body = "The council met on Monday to speak about the bridge that the flood had\ntaken away in the night "
    let text = "\u{FEFF}Bridge gone\r\n\r\n" + (body + body + body).replacingOccurrences(of: "\n", with: "\r\n") + "."
    let article = try reader().article(id: "a", text: text)
    #expect(article.regions.map(\.kind) == [.title, .paragraph])
    #expect(article.title == "Bridge gone")
  }

  private func reader() throws -> ArticleReader { try ArticleReader(lines: KnowledgeBase().articleLines) }

  private func words(of region: Int, in article: Article) -> String {
    String(String.UnicodeScalarView(Array(article.text.unicodeScalars)[article.regions[region].range]))
  }
}

@Suite("Language of an article")
struct LanguageCheckTests {
  @Test(
    "other languages are refused, English and short texts are not",
    arguments: [
      (
        "Die Regierung hat am Montag beschlossen, die Brücke über den Fluss zu schließen, weil das Hochwasser sie in der "
          + "Nacht beschädigt hatte, sagte ein Sprecher der Stadt vor dem Rathaus.", false
      ),
      ("Правительство решило закрыть мост через реку.", false),
      (
        "The government decided on Monday to close the bridge over the river, which the flood had damaged in the night, "
          + "a spokesman for the city said in front of the town hall.", true
      ),
      ("Bridge closed", true),
    ]
  )
  func languages(_ text: String, _ isEnglish: Bool) throws {
    #expect(LanguageCheck(functionWords: try KnowledgeBase().functionWords).isEnglish(text) == isEnglish)
  }
}
