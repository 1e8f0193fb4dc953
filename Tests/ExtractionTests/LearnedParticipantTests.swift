import Extraction
import Knowledge
import LanguageAnalysis
import Testing

/// What the model of participants adds to and takes from what the rules found.
@Suite("Participants that a model weighs")
struct LearnedParticipantTests {
  private static let bytes =
    8 * (ParticipantModel.roles.count + 1) + ParticipantModel.roles.count * ParticipantModel.slots

  /// A model that says the same of everybody: log-odds a role. It adds whom it holds for likelier than not, and drops
  /// whom it gives less than -1.
  private func model(saying odds: [Float], bytes count: Int = Self.bytes) -> ParticipantModel? {
    var bytes = [UInt8](repeating: 0, count: count)
    for (position, number) in (ParticipantModel.roles.map { _ in Float(1) } + odds + [0, -1]).enumerated() {
      for byte in 0..<4 { bytes[4 * position + byte] = UInt8(truncatingIfNeeded: number.bitPattern >> (8 * byte)) }
    }
    return bytes.withUnsafeBytes { ParticipantModel($0) }
  }

  private func reading(participants model: ParticipantModel?) throws -> ToldEvents {
    let lines = """
      Rebels rebel NOUN NNS 2 nsubj
      attacked attack VERB VBD 0 root
      a a DET DT 4 det
      convoy convoy NOUN NN 2 obj
      near near ADP IN 6 case
      Strelsau Strelsau PROPN NNP 2 obl
      as as SCONJ IN 9 mark
      villagers villager NOUN NNS 9 nsubj
      watched watch VERB VBD 2 advcl
      Rupert Rupert PROPN NNP 9 obj
      . . PUNCT . 2 punct
      """
    let context = ParsedText.naming(try ParsedText.context(lines), [(5..<6, .place), (9..<10, .person)])
    let known = EntityResolver().entities(in: context, attributions: [])
    return ToldEvents(in: context, among: known, participants: model)
  }

  @Test("A model that is sure of nothing leaves what the rules found")
  func nothing() throws {
    let ruled = try reading(participants: nil)
    let weighed = try reading(participants: model(saying: [-0.5, -0.5, -0.5, -0.5, -0.5]))
    #expect(weighed.events == ruled.events)
    #expect(ruled.fillers(.agent, of: "attack") == ["Rebels"])
    #expect(ruled.fillers(.place, of: "attack") == ["Strelsau"])
  }

  @Test("Whom the model is sure of is added, described people too, and nobody gets a second role")
  func added() throws {
    let found = try reading(participants: model(saying: [-0.5, 2, -9, -0.5, -9]))
    #expect(found.fillers(.patient, of: "attack").sorted() == ["Rupert", "villagers"])
    #expect(found.events.flatMap(\.arguments).filter { $0.evidence.foundBy == "model:participant" }.count == 2)
  }

  @Test("Only a place is where something happens")
  func places() throws {
    let found = try reading(participants: model(saying: [-0.5, -9, -9, 2, -9]))
    #expect(found.fillers(.place, of: "attack") == ["Strelsau"])
  }

  @Test("A place with \"from\" is where something comes from, wherever the model puts it")
  func origin() throws {
    let lines = """
      Nurses nurse NOUN NNS 2 nsubj
      opened open VERB VBD 0 root
      schools school NOUN NNS 2 obj
      from from ADP IN 5 case
      Strelsau Strelsau PROPN NNP 2 obl
      . . PUNCT . 2 punct
      """
    let context = ParsedText.naming(try ParsedText.context(lines), [(4..<5, .place)])
    let known = EntityResolver().entities(in: context, attributions: [])
    let ruled = ToldEvents(in: context, among: known)
    let found = ToldEvents(in: context, among: known, participants: model(saying: [-0.5, -9, -9, 2, -0.5]))
    #expect(ruled.fillers(.origin, of: "found").isEmpty)
    #expect(found.fillers(.place, of: "found").isEmpty)
    #expect(found.fillers(.origin, of: "found") == ["Strelsau"])
  }

  @Test("What the model is sure against is dropped, whatever found it")
  func dropped() throws {
    let found = try reading(participants: model(saying: [-2, -2, -2, -0.5, -2]))
    #expect(found.fillers(.agent, of: "attack").isEmpty)
    #expect(found.fillers(.place, of: "attack") == ["Strelsau"])
  }

  @Test("A weights file of another length or with a number that is none is refused")
  func damaged() {
    #expect(model(saying: [0, 0, 0, 0, 0]) != nil)
    #expect(model(saying: [0, 0, 0, 0, 0], bytes: Self.bytes - 1) == nil)
    #expect(model(saying: [0, 0, .nan, 0, 0]) == nil)
  }

  @Test("The model in the program is whole and tells roles apart")
  func embedded() throws {
    let model = try #require(ParticipantModel.embedded)
    let scores = model.scores(of: (0..<64).map { Int32($0 * 997) })
    #expect(scores.count == ParticipantModel.roles.count)
    #expect(Set(scores).count > 1)
  }

  @Test("Who is hurt did nothing, whatever the model says")
  func hurtDoNothing() throws {
    let context = try ParsedText.context(
      """
      Sixty sixty NUM CD 2 nummod
      wounded wounded NOUN NNS 3 nsubj
      fell fall VERB VBD 0 root
      when when ADV WRB 6 advmod
      drones drone NOUN NNS 6 nsubj
      attacked attack VERB VBD 3 advcl
      . . PUNCT . 3 punct
      """
    )
    let sure = model(saying: ParticipantModel.roles.map { $0 == .agent ? 2 : -0.5 })
    let found = ToldEvents(in: context, participants: sure)
    #expect(!found.events.isEmpty)
    #expect(!found.events.flatMap(\.arguments).contains { found.entities[$0.entity].name.contains("wounded") })
  }
}
