import Testing

import Dateline

/// Whether events of sentences, read whole, happened, are to happen, may happen or did not happen.
@Suite("Status of events", .enabled(if: (try? Analyser()) != nil))
struct EventStatusTests {
  @Test(
    "Status follows the verb and noun that govern an event",
    arguments: [
      ("The minister has denied the accusation of fraud.", "accusation", EventFact.Status.actual),
      ("Police foiled a plot to attack the embassy.", "attack", .negated),
      ("The mayor will not seek re-election.", "re-election", .negated),
      ("Ruritania suspended its talks with Graustark.", "talks", .actual),
      ("Both sides were invited to talks in Geneva.", "talks", .hypothetical),
      ("The hearing in a second case is due to begin on April 20.", "hearing", .planned),
      ("The ferry left Accra on Monday and was due to arrive in Lagos at dawn.", "arrive", .planned),
      ("This is not the first lawsuit against the state.", "lawsuit", .actual),
      ("There should be another referendum.", "referendum", .hypothetical),
      ("The jury may reach a verdict on Monday.", "verdict", .hypothetical),
      ("There were no reports of violence on Monday.", "violence", .negated),
      ("Ruritania has not ruled out an attack on the island.", "attack", .hypothetical),
      ("Thousands gathered in Accra to protest against the tax.", "protest", .actual),
      ("Their demands include an inquiry into the raid.", "inquiry", .hypothetical),
      ("No group has claimed responsibility for the attack.", "attack", .actual),
      ("Erik Holm called the premier to offer his condolences.", "condolences", .actual),
      ("Rebels set off a car bomb at the gate.", "bomb", .actual),
      ("He will take over an inquiry that began last year.", "inquiry", .actual),
      ("The minister announced the ban after meeting farmers in Lyon.", "meeting", .actual),
      ("The clerk fled the country while awaiting his trial.", "trial", .planned),
      ("A judge ruled that his detention by the army was illegal.", "detention", .actual),
      ("Ghana refused a request from Togo for his extradition.", "request", .actual),
      ("Ghana and Togo have resumed stalled negotiations.", "negotiations", .actual),
      ("The rebels scrapped the deal on Monday.", "deal", .actual),
      ("The army will step in if the violence does not end.", "violence", .actual),
      ("Ghana opened talks with Togo on a trade agreement.", "agreement", .hypothetical),
      ("The killings are considered the worst crime of the war.", "killings", .actual),
    ]
  )
  func status(text: String, word: String, expected: EventFact.Status) throws {
    let pipeline = try Pipeline()
    let article = pipeline.reader.article(id: "test", text: text, date: CalendarDate("2023-06-14"))
    let events = pipeline.facts(of: article).events.filter { event in
      event.mentions.contains { mention in
        String(String.UnicodeScalarView(Array(text.unicodeScalars)[mention.span])) == word
      }
    }
    #expect(events.map(\.status) == [expected])
  }
}
