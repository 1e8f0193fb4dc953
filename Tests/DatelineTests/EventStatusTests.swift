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
      ("The clerk was held in jail for refusing an order.", "refusing", .actual),
      ("The governor issued an evacuation order on Monday.", "evacuation", .hypothetical),
      ("The judge said he opposed the war.", "war", .actual),
      ("The killings are considered the worst crime of the war.", "killings", .actual),
      ("The storm will cause floods in Ruritania.", "floods", .planned),
      ("The rebels would often attack villages at night.", "attack", .actual),
      ("The Senate would have to ratify the treaty.", "ratify", .hypothetical),
      ("I would urge the rebels to surrender.", "urge", .actual),
      ("I want to thank the nurses for their work.", "thank", .actual),
      ("The law covers any acts that threaten the king.", "threaten", .hypothetical),
      ("The judge froze the order until she hears the appeal.", "hears", .planned),
      ("No one tried to storm the palace.", "storm", .negated),
      ("If the members vote to impeach the king, he will leave.", "impeach", .hypothetical),
      ("The governor told the tourists to leave the island.", "leave", .hypothetical),
      ("The king is allowed to dissolve parliament.", "dissolve", .hypothetical),
      ("The tourists were allowed to leave the island on Monday.", "leave", .actual),
      ("The banker said that he was immune from prosecution.", "prosecution", .hypothetical),
      ("The king promised gold for information leading to her capture.", "capture", .hypothetical),
      ("There is a threat of part of the building collapsing.", "collapsing", .hypothetical),
      ("The envoy took the opportunity to criticise the mayor.", "criticise", .actual),
      ("The smuggler faces a long prison sentence.", "sentence", .hypothetical),
      ("Anna Weber ran for parliament in 1992.", "ran", .actual),
      ("Anna Weber defeated Karl Vogt to become mayor of Strelsau.", "become", .actual),
      ("They must not send weapons to the island.", "send", .hypothetical),
      ("If the senate does not confirm her, she will stay.", "confirm", .hypothetical),
      ("Many deaths could be prevented.", "deaths", .hypothetical),
      ("Villagers demanded that the killers be caught.", "killers", .actual),
      ("Opposition lawmakers said they would call a vote of no confidence.", "vote", .planned),
      ("Their demands included freeing all prisoners.", "freeing", .hypothetical),
      ("Protests were not reported in Strelsau.", "Protests", .negated),
      ("There were no women elected in Strelsau.", "elected", .negated),
      ("Neither Ruritania nor Graustark would endorse the result.", "endorse", .negated),
      ("There were calls for more effort to assist the refugees.", "assist", .hypothetical),
      ("Karl Vogt was asked to leave the island and did.", "leave", .actual),
      ("The court abstains from ruling on the tax and dismisses the suit.", "dismisses", .actual),
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
