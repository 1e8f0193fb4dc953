import Testing

import ArticleReading

@Suite("Calendar dates")
struct CalendarDateTests {
  @Test("keep what is known and no more", arguments: ["2025-04-13", "2022-02", "2025"])
  func roundTrip(_ text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test("refuse what is no date", arguments: ["2025-02-29", "2025-13", "25-01-01", "2025-4-1", "", "yesterday"])
  func refusal(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }
}
