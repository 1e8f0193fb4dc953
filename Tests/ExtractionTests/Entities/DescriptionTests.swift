import Extraction
import LanguageAnalysis
import Testing

/// Descriptions that stand for somebody named later, or for people described before in other words.
struct DescriptionTests {
  private static let editor = """
    A _ DET DT 4 det
    Ghanaian _ ADJ JJ 4 amod
    magazine _ NOUN NN 4 compound
    editor _ NOUN NN 6 nsubj:pass
    was be AUX VBD 6 aux:pass
    jailed jail VERB VBN 0 root
    . . PUNCT . 6 punct

    Ama Ama PROPN NNP 4 nsubj:pass
    Mensah Mensah PROPN NNP 1 flat
    was be AUX VBD 4 aux:pass
    arrested arrest VERB VBN 0 root
    . . PUNCT . 4 punct
    """

  @Test func namesWhomTheLeadDescribes() throws {
    let entities = try ParsedText.entities(Self.editor, [(7..<9, .person)])
    #expect(entities.entity(headedBy: 3) != nil)
    #expect(entities.entity(headedBy: 3) == entities.entity(headedBy: 7))
  }

  @Test func keepsApartWhoIsIntroducedOtherwise() throws {
    let minister = """
      A _ DET DT 2 det
      soldier _ NOUN NN 4 nsubj:pass
      was be AUX VBD 4 aux:pass
      killed kill VERB VBN 0 root
      . . PUNCT . 4 punct

      Defence Defence PROPN NNP 2 compound
      Minister Minister PROPN NNP 3 nmod:desc
      Ama Ama PROPN NNP 5 nsubj
      Mensah Mensah PROPN NNP 3 flat
      mourned mourn VERB VBD 0 root
      . . PUNCT . 5 punct
      """
    let entities = try ParsedText.entities(minister, [(7..<9, .person)])
    #expect(entities.entity(headedBy: 1) == nil)
    #expect(entities.entity(headedBy: 7) != nil)
  }

  @Test func namesABodyThatTheLeadDescribes() throws {
    let group = """
      A _ DET DT 3 det
      rights right NOUN NNS 3 compound
      group _ NOUN NN 4 nsubj
      protested protest VERB VBD 0 root
      . . PUNCT . 4 punct

      Clear Clear PROPN NNP 2 compound
      Water Water PROPN NNP 3 nsubj
      says say VERB VBZ 0 root
      it _ PRON PRP 5 nsubj
      won win VERB VBD 3 ccomp
      . . PUNCT . 3 punct
      """
    let entities = try ParsedText.entities(group, [(5..<7, .organization)])
    #expect(entities.entity(headedBy: 2) != nil)
    #expect(entities.entity(headedBy: 2) == entities.entity(headedBy: 6))
  }

  @Test func tiesOtherWordsForTheSamePeople() throws {
    let miners = """
      Rescuers rescuer NOUN NNS 2 nsubj
      found find VERB VBD 0 root
      eight eight NUM CD 4 nummod
      miners miner NOUN NNS 2 obj
      . . PUNCT . 2 punct

      The _ DET DT 2 det
      men man NOUN NNS 3 nsubj
      thanked thank VERB VBD 0 root
      them they PRON PRP 3 obj
      . . PUNCT . 3 punct
      """
    let context = try ParsedText.context(miners)
    var entities = EntityResolver().entities(in: context, attributions: [])
    let resolver = EntityResolver()
    let men = resolver.entity(describedBy: 6, in: context, among: &entities)
    #expect(men != nil)
    #expect(men == resolver.entity(describedBy: 3, in: context, among: &entities))
    #expect(men.map { entities.entities[$0].name } == "eight miners")
    #expect(men.map { entities.entities[$0].mentions.map(\.head) } == [3, 6])
  }

  @Test func joinsWhomThePluralPronounStandsFor() throws {
    let pair = """
      Ghana Ghana PROPN NNP 4 nsubj
      and _ CCONJ CC 3 cc
      Togo Togo PROPN NNP 1 conj
      met meet VERB VBD 0 root
      . . PUNCT . 4 punct

      They _ PRON PRP 2 nsubj
      agreed agree VERB VBD 0 root
      . . PUNCT . 2 punct
      """
    let entities = try ParsedText.entities(pair, [(0..<1, .place), (2..<3, .place)])
    #expect(entities.joined(by: 5) == [0, 2])
    #expect(entities.entity(headedBy: 5) == nil)
  }

  @Test func takesTheGovernmentOfACountryForTheCountry() throws {
    let government = """
      The _ DET DT 2 det
      government _ NOUN NN 5 nsubj
      of _ ADP IN 4 case
      Ghana Ghana PROPN NNP 2 nmod
      resigned resign VERB VBD 0 root
      . . PUNCT . 5 punct
      """
    let entities = try ParsedText.entities(government, [(3..<4, .place)])
    #expect(entities.entity(headedBy: 1) == entities.entity(headedBy: 3))
  }

  @Test func takesOfficesForNobodysNames() throws {
    let secretary = """
      Secretary Secretary PROPN NNP 4 nmod:desc
      of _ ADP IN 3 case
      State State PROPN NNP 1 nmod
      Ama Ama PROPN NNP 6 nsubj
      Mensah Mensah PROPN NNP 4 flat
      resigned resign VERB VBD 0 root
      . . PUNCT . 6 punct
      """
    let entities = try ParsedText.entities(secretary, [(0..<3, .person), (3..<5, .person)])
    #expect(entities.entities.filter { $0.kind == .person }.map(\.name) == ["Ama Mensah"])
  }

  @Test func namesTheTwoLeaders() throws {
    let leaders = """
      Ama Ama PROPN NNP 3 nsubj
      Mensah Mensah PROPN NNP 1 flat
      met meet VERB VBD 0 root
      Kofi Kofi PROPN NNP 3 obj
      Sarpong Sarpong PROPN NNP 4 flat
      . . PUNCT . 3 punct

      The _ DET DT 3 det
      two two NUM CD 3 nummod
      leaders leader NOUN NNS 4 nsubj
      agreed agree VERB VBD 0 root
      . . PUNCT . 4 punct
      """
    let entities = try ParsedText.entities(leaders, [(0..<2, .person), (3..<5, .person)])
    #expect(entities.joined(by: 8) == [0, 3])
  }

  @Test func findsTheCapitalOfACountry() throws {
    let capital = """
      Shots shot NOUN NNS 2 nsubj
      rang ring VERB VBD 0 root
      in _ ADP IN 4 case
      Accra Accra PROPN NNP 2 obl
      . . PUNCT . 2 punct

      The _ DET DT 3 det
      Ghanaian _ ADJ JJ 3 amod
      capital _ NOUN NN 5 nsubj
      is be AUX VBZ 5 cop
      quiet _ ADJ JJ 0 root
      . . PUNCT . 5 punct
      """
    let entities = try ParsedText.entities(capital, [(3..<4, .place)])
    #expect(entities.entity(headedBy: 7) == entities.entity(headedBy: 3))
  }

  @Test func takesCaptorsForWhoWasToldToHoldSomebody() throws {
    let captors = """
      Rebels rebel NOUN NNS 2 nsubj
      hold hold VERB VBP 0 root
      two two NUM CD 4 nummod
      nurses nurse NOUN NNS 2 obj
      . . PUNCT . 2 punct

      Their _ PRON PRP$ 2 nmod:poss
      captors captor NOUN NNS 3 nsubj
      want want VERB VBP 0 root
      money _ NOUN NN 3 obj
      . . PUNCT . 3 punct
      """
    let context = try ParsedText.context(captors)
    var entities = EntityResolver().entities(in: context, attributions: [])
    let captor = EntityResolver().entity(describedBy: 6, in: context, among: &entities)
    #expect(captor != nil)
    #expect(captor == EntityResolver().entity(describedBy: 0, in: context, among: &entities))
  }

  @Test func leavesACountryToWhoseItIsNotToBeLeft() throws {
    let forces = """
      Ghanaian _ ADJ JJ 2 amod
      forces force NOUN NNS 3 nsubj
      left leave VERB VBD 0 root
      Togo Togo PROPN NNP 3 obj
      . . PUNCT . 3 punct

      Ghanaian _ ADJ JJ 2 amod
      ships ship NOUN NNS 3 nsubj
      circled circle VERB VBD 0 root
      the _ DET DT 5 det
      country _ NOUN NN 3 obj
      . . PUNCT . 3 punct
      """
    let entities = try ParsedText.entities(forces, [(3..<4, .place)])
    #expect(entities.entity(headedBy: 9) == entities.entity(headedBy: 3))
  }
}
