import ArticleReading
import Extraction
import Knowledge
import Testing

@Suite("Events")
struct EventTests {
  private struct Reading {
    var events: [EventFact]
    var entities: [Entity]

    func fillers(_ role: EventArgument.Role, of event: EventFact?) -> [String] {
      event?.arguments.filter { $0.role == role }.map { entities[$0.entity].name } ?? []
    }

    func event(_ type: EventType) -> EventFact? { events.first { $0.type == type } }
  }

  private func reading(_ lines: String, date: String? = nil) throws -> Reading {
    let context = try ParsedText.context(lines, date: date)
    var entities = StoryEntities()
    let events = EventExtractor(participants: nil).events(
      in: context,
      entities: &entities,
      times: TimeResolver(context: context),
      attributions: []
    )
    return Reading(events: events, entities: entities.entities)
  }

  private static let passive = """
    Two two NUM CD 2 nummod
    soldiers soldier NOUN NNS 4 nsubj:pass
    were be AUX VBD 4 aux:pass
    arrested arrest VERB VBN 0 root
    by by ADP IN 7 case
    the the DET DT 7 det
    rebels rebel NOUN NNS 4 obl:agent
    on on ADP IN 9 case
    Tuesday+ Tuesday PROPN NNP 4 obl
    . . PUNCT . 4 punct
    """

  @Test("A passive has its subject as patient and its \"by\" phrase as agent")
  func passiveVoice() throws {
    let found = try reading(Self.passive, date: "2025-04-17")
    let arrest = found.event("arrest")
    #expect(found.fillers(.patient, of: arrest) == ["Two soldiers"])
    #expect(found.fillers(.agent, of: arrest) == ["rebels"])
    #expect(arrest?.status == .actual)
    #expect(arrest?.date?.description == "2025-04-15")
  }

  @Test("Without a day of publication a weekday gives no date")
  func noAnchor() throws {
    #expect(try reading(Self.passive).event("arrest")?.date == nil)
  }

  private static let next = """

    The the DET DT 2 det
    rebels rebel NOUN NNS 3 nsubj
    fled flee VERB VBD 0 root
    into into ADP IN 6 case
    the the DET DT 6 det
    hills+ hill NOUN NNS 3 obl
    . . PUNCT . 3 punct
    """

  @Test("What a story in the simple past tells next happens on the day told last")
  func narrative() throws {
    let found = try reading(Self.passive + "\n" + Self.next, date: "2025-04-17")
    #expect(found.event("travel")?.date?.description == "2025-04-15")
  }

  @Test("What had happened before does not")
  func background() throws {
    let perfect = """

      The the DET DT 2 det
      rebels rebel NOUN NNS 4 nsubj
      had have AUX VBD 4 aux
      fled flee VERB VBN 0 root
      into into ADP IN 7 case
      the the DET DT 7 det
      hills+ hill NOUN NNS 4 obl
      . . PUNCT . 4 punct
      """
    let found = try reading(Self.passive + "\n" + perfect, date: "2025-04-17")
    #expect(found.event("travel") != nil)
    #expect(found.event("travel")?.date == nil)
  }

  @Test("\"Did not\" negates and \"may\" makes possible", arguments: [("did", true), ("may", false)])
  func status(auxiliary: String, isNegated: Bool) throws {
    let found = try reading(
      """
      Rebels rebel NOUN NNS 4 nsubj
      \(auxiliary) \(auxiliary == "did" ? "do" : auxiliary) AUX \(auxiliary == "did" ? "VBD" : "MD") 4 aux
      \(isNegated ? "not not PART RB 4 advmod" : "soon soon ADV RB 4 advmod")
      attack attack VERB VB 0 root
      the the DET DT 6 det
      soldiers+ soldier NOUN NNS 4 obj
      . . PUNCT . 4 punct
      """
    )
    let attack = found.event("attack")
    #expect(attack?.status == (isNegated ? .negated : .hypothetical))
    #expect(found.fillers(.patient, of: attack) == ["soldiers"])
  }

  @Test("What is planned is not what was tried years before")
  func plannedAndTried() throws {
    let lines = """
      Acme Acme PROPN NNP 2 nsubj
      plans plan VERB VBZ 0 root
      to to PART TO 4 mark
      invade invade VERB VB 2 xcomp
      Ruritania+ Ruritania PROPN NNP 4 obj
      . . PUNCT . 2 punct

      Acme Acme PROPN NNP 2 nsubj
      invaded invade VERB VBD 0 root
      Ruritania Ruritania PROPN NNP 2 obj
      in in ADP IN 5 case
      2021+ 2021 NUM CD 2 obl
      . . PUNCT . 2 punct
      """
    #expect(try reading(lines, date: "2026-04-17").events.filter { $0.type == "attack" }.count == 2)
  }

  @Test("A participle behind a comma is no part of what is refused")
  func refusedAndAlleged() throws {
    let found = try reading(
      """
      Smith Smith PROPN NNP 2 nsubj
      refused refuse VERB VBD 0 root
      to to PART TO 4 mark
      resign+ resign VERB VB 2 xcomp
      , , PUNCT , 6 punct
      accusing accuse VERB VBG 2 advcl
      rivals rival NOUN NNS 6 obj
      of of ADP IN 9 case
      fraud+ fraud NOUN NN 6 obl
      . . PUNCT . 2 punct
      """
    )
    #expect(found.event("accuse")?.status == .actual)
    #expect(found.event("resign")?.status == .negated)
  }

  @Test("A deed in a war is not the war")
  func warAndDeed() throws {
    let found = try reading(
      """
      Missiles missile NOUN NNS 2 nsubj
      hit hit VERB VBD 0 root
      a a DET DT 4 det
      hospital+ hospital NOUN NN 2 obj
      . . PUNCT . 2 punct

      The the DET DT 2 det
      war war NOUN NN 3 nsubj
      began begin VERB VBD 0 root
      in in ADP IN 5 case
      2021+ 2021 NUM CD 3 obl
      . . PUNCT . 3 punct
      """,
      date: "2026-04-17"
    )
    let attacks = found.events.filter { $0.type == "attack" }
    #expect(attacks.count == 2)
    #expect(attacks.first?.date?.year != 2021)
  }
}
