import Testing

import Dateline

/// Who takes part in events of short texts, read whole.
@Suite("Participants of events", .enabled(if: (try? Analyser()) != nil))
struct EventParticipantTests {
  @Test(
    "Descriptions give way to the names that they stand for",
    arguments: [
      (
        "Police charged Erik Holm with murder on Monday. Officers arrested the suspect at his home.", "arrest",
        EventArgument.Role.patient, ["Erik Holm"]
      ),
      (
        "President Ama Mensah met President Karl Weber in Oslo on Friday. The two presidents agreed to cut tariffs.",
        "agree", .agent, ["Ama Mensah", "Karl Weber"]
      ),
      ("Protesters gathered outside the French Embassy in Accra.", "protest", .place, ["Accra"]),
      ("Minister stabbed in Accra\n\nThe minister was stabbed by a man on Monday.", "attack", .agent, ["man"]),
      ("Paul Gast and Emil Roth have said they would quit.", "resign", .agent, ["Emil Roth", "Paul Gast"]),
      (
        "Iris Noll said the premier had \"bought the support of members\" and called for a general election.", "demand",
        .agent, ["Iris Noll"]
      ),
      ("Typhoon Mira left 54 people dead in southern Japan.", "disaster", .place, ["Japan"]),
      ("The bill passed the Senate on Monday.", "legislate", .agent, ["Senate"]),
      ("The mayor attacked ministers by mocking them.", "accuse", .agent, ["mayor"]),
      ("An Australian was arrested in Accra.", "arrest", .patient, []),
      ("Residents blamed a man known as Dogo Bindiga, who was arrested in May.", "arrest", .patient, ["Dogo Bindiga"]),
      ("He said ten inmates had been caught and two attackers killed.", "kill", .patient, ["two attackers"]),
      ("Ama Mensah resigned on Monday. Karl Weber accepted her resignation.", "resign", .agent, ["Ama Mensah"]),
      ("President Otto Kessler dismissed her predecessor, Emil Roth.", "resign", .patient, ["Emil Roth"]),
      ("The camps shelter thousands of people who fled fighting in Khartoum.", "attack", .agent, []),
      ("A member of the rescue team was wounded.", "injure", .patient, ["member of the rescue team"]),
      (
        "The government of Ghana and the rebel Northern Movement signed a truce.", "agree", .agent,
        ["Ghana", "Northern Movement"]
      ),
      ("Opposition lawmakers urged Prime Minister Karl Weber to step down.", "demand", .recipient, ["Karl Weber"]),
      ("An Ethiopian court has convicted former President Erik Holm of genocide.", "convict", .patient, ["Erik Holm"]),
    ]
  )
  func participants(text: String, type: String, role: EventArgument.Role, names: [String]) throws {
    let pipeline = try Pipeline()
    let article = pipeline.reader.article(id: "test", text: text, date: CalendarDate("2023-06-14"))
    let facts = pipeline.facts(of: article)
    let event = try #require(facts.events.first { $0.type.rawValue == type })
    #expect(event.arguments.filter { $0.role == role }.map { facts.entities[$0.entity].name }.sorted() == names)
  }

  @Test(
    "Who takes something to an office takes none, an avalanche attacks nobody",
    arguments: [
      ("Laia Serra copied hundreds of documents and took them to the anti-corruption office in Barcelona.", "appoint"),
      ("Sixteen people were killed when an avalanche struck a nomad camp in Astore.", "attack"),
    ]
  )
  func noEvent(text: String, type: String) throws {
    let pipeline = try Pipeline()
    let facts = pipeline.facts(of: pipeline.reader.article(id: "test", text: text, date: nil))
    #expect(!facts.events.contains { $0.type.rawValue == type })
  }

  @Test(
    "What one verb charges somebody with, another does",
    arguments: [
      (
        "The cabinet appointed Karl Weber to investigate the fire.", "investigate", EventArgument.Role.agent,
        ["Karl Weber"]
      ),
      ("Ghana became the third country to recognise Kosovo.", "support", .agent, ["Ghana"]),
      ("Opposition parties called for Karl Weber to step down.", "resign", .agent, ["Karl Weber"]),
      ("Erik Holm announced his resignation in May.", "resign", .agent, ["Erik Holm"]),
      (
        "Karl Weber met with Erik Holm in Accra to discuss the truce.", "negotiate", .agent,
        ["Erik Holm", "Karl Weber"]
      ),
      ("Karl Weber made the promise during a visit to Accra.", "visit", .agent, ["Karl Weber"]),
      (
        "Ghana and Togo held talks in Accra. The two countries broke off relations after the conflict.", "sanction",
        .agent, ["Ghana", "Togo"]
      ),
    ]
  )
  func delegated(text: String, type: String, role: EventArgument.Role, names: [String]) throws {
    try participants(text: text, type: type, role: role, names: names)
  }

  @Test(
    "Who is done to may stand beside the words that tell of them",
    arguments: [
      ("Some of the miners were arrested in Accra.", "arrest", EventArgument.Role.patient, ["miners"]),
      ("Erik Holm was among those arrested in Accra.", "arrest", .patient, ["Erik Holm"]),
      ("Police freed the miners whom rebels had held hostage.", "arrest", .patient, ["miners"]),
      ("Erik Holm took office in May.", "appoint", .patient, ["Erik Holm"]),
      ("Rebels took control of Accra on Monday.", "attack", .patient, ["Accra"]),
      ("Ghana cancelled a visit by Kenyan officials.", "visit", .agent, ["Kenyan officials"]),
      ("A Kenyan helicopter crashed near Accra, killing the pilot.", "kill", .agent, []),
      ("At least ten miners drowned when a ferry capsized off Ghana.", "kill", .place, ["Ghana"]),
      ("The arrest of opposition leader Erik Holm led to protests.", "arrest", .patient, ["Erik Holm"]),
      ("The expulsion of ten diplomats by Kenya came on Friday.", "sanction", .agent, ["Kenya"]),
      ("Togo lifted its sanctions against Ghana.", "agree", .patient, ["Ghana"]),
    ]
  )
  func suffering(text: String, type: String, role: EventArgument.Role, names: [String]) throws {
    try participants(text: text, type: type, role: role, names: names)
  }
}
