import Extraction
import LanguageAnalysis
import Testing

struct EntityResolverTests {
  private static let story = """
    Ghanaian _ ADJ JJ 2 amod
    President President PROPN NNP 3 nmod:desc
    Ama Ama PROPN NNP 5 nsubj
    Mensah Mensah PROPN NNP 3 flat
    visited visit VERB VBD 0 root
    Geneva Geneva PROPN NNP 5 obj
    . . PUNCT . 5 punct

    Mensah Mensah PROPN NNP 2 nsubj
    praised praise VERB VBD 0 root
    the _ DET DT 4 det
    city _ NOUN NN 2 obj
    . . PUNCT . 2 punct

    She _ PRON PRP 2 nsubj
    met meet VERB VBD 0 root
    local _ ADJ JJ 4 amod
    officials official NOUN NNS 2 obj
    . . PUNCT . 2 punct
    """

  private func read() throws -> (ArticleContext, StoryEntities) {
    var context = try ParsedText.context(Self.story)
    context = ParsedText.naming(context, [(2..<4, .person), (5..<6, .place), (7..<8, .person)])
    return (context, EntityResolver().entities(in: context, attributions: []))
  }

  @Test func joinsSurnameAndFullName() throws {
    let (_, entities) = try read()
    let people = entities.entities.filter { $0.kind == .person }
    #expect(people.map(\.name) == ["Ama Mensah"])
    #expect(people.first?.aliases == ["Mensah"])
  }

  @Test func namesTheCountryOfAnAdjective() throws {
    let (_, entities) = try read()
    let ghana = entities.entity(headedBy: 0).map { entities.entities[$0] }
    #expect(ghana?.name == "Ghana")
    #expect(ghana?.country == "GH")
    #expect(ghana?.mentions.first?.form == .adjective)
  }

  @Test func tiesDescriptionsAndPronouns() throws {
    let (_, entities) = try read()
    #expect(entities.entity(headedBy: 10) == entities.entity(headedBy: 5))
    #expect(entities.entity(headedBy: 12) == entities.entity(headedBy: 2))
  }

  @Test func locatesCities() throws {
    let (_, entities) = try read()
    let geneva = entities.entity(headedBy: 5).map { entities.entities[$0] }
    #expect(geneva?.country == "CH")
    #expect(geneva?.placeKind == "city")
  }

  @Test func makesGroupsOnDemandOnly() throws {
    let (context, found) = try read()
    var entities = found
    #expect(!entities.entities.contains { $0.kind == .group })
    let officials = EntityResolver().entity(describedBy: 15, in: context, among: &entities)
    #expect(officials.map { entities.entities[$0].name } == "local officials")
    #expect(EntityResolver().entity(describedBy: 15, in: context, among: &entities) == officials)
    #expect(EntityResolver().entity(describedBy: 13, in: context, among: &entities) == nil)
  }

  @Test func keepsTheNamedOutOfWhoSaysSo() throws {
    var context = try ParsedText.context(
      """
      Kofi Kofi PROPN NNP 2 nsubj
      spoke speak VERB VBD 0 root
      . . PUNCT . 2 punct

      Yaw Yaw PROPN NNP 3 nsubj
      will will AUX MD 3 aux
      win win VERB VB 0 root
      ,+ , PUNCT , 3 punct
      he he PRON PRP 6 nsubj
      said say VERB VBD 3 parataxis
      . . PUNCT . 3 punct
      """
    )
    context = ParsedText.naming(context, [(0..<1, .person), (3..<4, .person)])
    let attributions = AttributionFinder().attributions(in: context)
    let entities = EntityResolver().entities(in: context, attributions: attributions)
    let speaker = try #require(attributions.first?.speakerHead)
    #expect(speaker == 7)
    #expect(entities.entity(headedBy: speaker).map { entities.entities[$0].name } == "Kofi")
  }
}
