import Extraction
import LanguageAnalysis
import Testing

struct RoleExtractorTests {
  private func roles(_ lines: String, _ names: [(Range<Int>, EntitySpan.Kind)]) throws -> [String] {
    let context = ParsedText.naming(try ParsedText.context(lines), names)
    let entities = EntityResolver().entities(in: context, attributions: [])
    return RoleExtractor().roles(in: context, entities: entities).map { role in
      let of = role.of.map { entities.entities[$0].name } ?? "-"
      return "\(entities.entities[role.holder].name) | \(role.title) | \(of)\(role.isFormer ? " | former" : "")"
    }
  }

  @Test func readsTitlesBeforeNames() throws {
    let found = try roles(
      """
      Former former ADJ JJ 3 amod
      Ghanaian _ ADJ JJ 3 amod
      President President PROPN NNP 4 nmod:desc
      Ama Ama PROPN NNP 6 nsubj
      Mensah Mensah PROPN NNP 4 flat
      spoke speak VERB VBD 0 root
      . . PUNCT . 6 punct
      """,
      [(3..<5, .person)]
    )
    #expect(found == ["Ama Mensah | President | Ghana | former"])
  }

  @Test func readsAppositions() throws {
    let found = try roles(
      """
      Ama Ama PROPN NNP 10 nsubj
      Mensah Mensah PROPN NNP 1 flat
      , , PUNCT , 5 punct
      the _ DET DT 5 det
      head _ NOUN NN 1 appos
      of _ ADP IN 8 case
      Volta Volta PROPN NNP 8 compound
      Bank Bank PROPN NNP 5 nmod
      , , PUNCT , 5 punct
      left leave VERB VBD 0 root
      . . PUNCT . 10 punct
      """,
      [(0..<2, .person), (6..<8, .organization)]
    )
    #expect(found == ["Ama Mensah | head | Volta Bank"])
  }

  @Test func readsPredicates() throws {
    let found = try roles(
      """
      Ama Ama PROPN NNP 4 nsubj:pass
      Mensah Mensah PROPN NNP 1 flat
      was be AUX VBD 4 aux:pass
      elected elect VERB VBN 0 root
      mayor _ NOUN NN 4 xcomp
      of _ ADP IN 7 case
      Tamale Tamale PROPN NNP 5 nmod
      . . PUNCT . 4 punct
      """,
      [(0..<2, .person), (6..<7, .place)]
    )
    #expect(found == ["Ama Mensah | mayor | Tamale"])
  }
}
