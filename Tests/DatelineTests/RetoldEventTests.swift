import Testing

import Dateline

/// Which words of an article tell of one event, on articles that tell their events several times.
@Suite("Events told several times", .enabled(if: (try? Analyser()) != nil))
struct RetoldEventTests {
  @Test("Most words of one event are joined, and few of two")
  func articles() throws {
    let pipeline = try Pipeline()
    var total = (joined: 0, wronglyJoined: 0, apart: 0)
    for retold in try RetoldArticle.all() {
      let facts = pipeline.facts(of: pipeline.reader.article(id: "test", text: retold.text, date: retold.date))
      let pairs = retold.pairs(in: facts)
      total.joined += pairs.joined
      total.wronglyJoined += pairs.wronglyJoined
      total.apart += pairs.apart
    }
    let precision = Double(total.joined) / Double(max(1, total.joined + total.wronglyJoined))
    let recall = Double(total.joined) / Double(max(1, total.joined + total.apart))
    #expect(precision > 0.92, "\(total)")
    #expect(recall > 0.73, "\(total)")
  }

  @Test(
    "Each event is one, however often it is told, and other events stay apart",
    arguments: [
      "Gunman {a|shoots} two officers in Lagos\n\nA gunman {a|shot} two police officers in Lagos on Monday. The {a|shooting} "
        + "happened at noon.",
      "A bomb {a|exploded} at a market in Kano on Monday. The {a|attack} came a week after a similar {b|bombing} in Jos. "
        + "That {b|bombing} was claimed by rebels.",
      "A bus {a|crashed} near Porto on Friday. It was the second {x|crash} there this year. In May a lorry {b|crashed} on "
        + "the same road. Police said the bus driver survived the {a|accident}.",
      "The two presidents {a|met} in Oslo on Friday. The {a|meeting} lasted an hour. Another {b|meeting} will be held in "
        + "June.",
      "Troops {a|freed} 14 people on Friday. The gunmen had demanded the {b|release} of their leader, Karl Weber.",
      "The minister {a|resigned} on Tuesday. Her {a|resignation} was expected.",
      "Police {a|arrested} Anna Weber in Bonn on Monday. Weber was {a|detained} at her flat. Her brother, Karl Weber, was "
        + "{b|arrested} in May.",
      "Hurricane {a|Mira} hit the Ruritanian coast on Friday. Mira {a|made} landfall near Strelsau. Typhoon {b|Zelda}, "
        + "which killed 50 people in 2013, was stronger.",
      "A passenger plane {a|crashed} in a field on Saturday. It {a|crashed} during a landing. Rescuers reached the "
        + "{a|crash} site. Five people {b|died}. All five {b|deaths} were caused by smoke, police said.",
      "The singer Anna Weber {a|died} on Friday. She was 79. No cause of {a|death} was given.",
      "On Monday, Judge Anna Weber {a|sentenced} Max Braun to ten years in prison. Braun ran a clinic in Strelsau. "
        + "Weber, of the district court, {a|handed} down the sentence.",
      "On Friday, a federal judge in Strelsau {a|ruled} that the draft is unconstitutional. The case was brought by a "
        + "group for men. On Friday, District Judge Anna Weber {a|ruled} the draft violated the law.",
    ]
  )
  func told(marked: String) throws {
    let retold = RetoldArticle(marked: marked, date: CalendarDate("2023-06-14"))
    let pipeline = try Pipeline()
    let facts = pipeline.facts(of: pipeline.reader.article(id: "test", text: retold.text, date: retold.date))
    let pairs = retold.pairs(in: facts)
    #expect(pairs.wronglyJoined == 0)
    #expect(pairs.apart == 0)
  }

  @Test("Who publishes an article takes no part in what it tells")
  func ownMedium() throws {
    let pipeline = try Pipeline()
    let text =
      "The mayor of Lyon resigned on Friday. \"I am tired,\" she told the Gazette. The Gazette contacted the police."
    var article = pipeline.reader.article(id: "test", text: text, date: CalendarDate("2023-06-14"))
    article.url = "https://www.gazette.com/mayor"
    let facts = pipeline.facts(of: article)
    #expect(facts.statements.contains { $0.text == "I am tired," || $0.text == "I am tired" })
    #expect(facts.statements.allSatisfy { $0.addressee == nil })
    #expect(facts.events.contains { $0.type.rawValue == "resign" })
    #expect(!facts.events.contains { $0.type.rawValue == "meet" })
  }
}
