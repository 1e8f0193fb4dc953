import Extraction
import LanguageAnalysis
import Testing

/// Nouns for offices that mean somebody whom the story names elsewhere.
struct OfficeDescriptionTests {
  private func resolved(_ lines: String, _ names: [(Range<Int>, EntitySpan.Kind)]) throws -> StoryEntities {
    let context = ParsedText.naming(try ParsedText.context(lines), names)
    let entities = EntityResolver().entities(in: context, attributions: [])
    let roles = RoleExtractor().roles(in: context, entities: entities)
    return OfficeDescriptions(context: context, roles: roles).resolved(entities)
  }

  private static let mayor = """
    The _ DET DT 2 det
    mayor _ NOUN NN 6 nsubj
    of _ ADP IN 5 case
    a _ DET DT 5 det
    town _ NOUN NN 2 nmod
    died die VERB VBD 0 root
    . _ PUNCT . 6 punct
    ¶
    Mayor _ PROPN NNP 2 nmod:desc
    Ama Ama PROPN NNP 4 nsubj
    Mensah Mensah PROPN NNP 2 flat
    ran run VERB VBD 0 root
    Tarkwa Tarkwa PROPN NNP 4 obj
    . _ PUNCT . 4 punct
    """

  @Test("An office in the lead means its one holder, who is named below")
  func readsLeads() throws {
    let entities = try resolved(Self.mayor, [(8..<10, .person), (11..<12, .place)])
    #expect(entities.entity(headedBy: 1) == entities.entity(namedAt: 8))
    #expect(entities.entity(headedBy: 1) != nil)
  }

  @Test("Any holder of an office is nobody named")
  func leavesIndefinite() throws {
    let lines = Self.mayor.replacing("The _ DET DT 2 det\n    mayor", with: "A _ DET DT 2 det\n    mayor")
      .replacing("The _ DET DT 2 det", with: "A _ DET DT 2 det")
    let entities = try resolved(lines, [(8..<10, .person), (11..<12, .place)])
    #expect(entities.entity(headedBy: 1) == nil)
  }

  @Test("The leader of a country is its president")
  func readsLeaders() throws {
    let entities = try resolved(
      """
      Kenyan Kenyan ADJ JJ 2 amod
      President _ PROPN NNP 3 nmod:desc
      Ama Ama PROPN NNP 5 nsubj
      Mensah Mensah PROPN NNP 3 flat
      left leave VERB VBD 0 root
      . _ PUNCT . 5 punct

      The _ DET DT 3 det
      Kenyan Kenyan ADJ JJ 3 amod
      leader _ NOUN NN 4 nsubj
      smiled smile VERB VBD 0 root
      . _ PUNCT . 4 punct
      """,
      [(2..<4, .person)]
    )
    #expect(entities.entity(headedBy: 8) == entities.entity(namedAt: 2))
  }

  @Test func takesHisCountryFromHisOffice() throws {
    let lines = """
      Ghanaian _ ADJ JJ 2 amod
      President _ PROPN NNP 3 nmod:desc
      Kofi _ PROPN NNP 5 nsubj
      Mensah _ PROPN NNP 3 flat
      praised praise VERB VBD 0 root
      his _ PRON PRP$ 7 nmod:poss
      country _ NOUN NN 5 obj
      . _ PUNCT . 5 punct
      """
    let entities = try resolved(lines, [(2..<4, .person)])
    #expect(entities.entity(headedBy: 6) != nil)
    #expect(entities.entity(headedBy: 6) == entities.entity(headedBy: 0))
  }
}
