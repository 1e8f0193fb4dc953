import ArticleReading
import Knowledge
import LanguageAnalysis
import Testing

import Extraction

/// Phrases that a parser hangs on the wrong word, and where they belong.
@Suite("Repair of modifiers")
struct ModifierRepairTests {
  @Test("The object of \"shot dead\" is that of the verb")
  func shotDead() throws {
    let context = try ParsedText.context(
      """
      Guards guard NOUN NNS 3 nsubj
      have have AUX VBP 3 aux
      shot shoot VERB VBN 0 root
      dead dead ADJ JJ 3 xcomp
      a a DET DT 7 det
      local local ADJ JJ 7 amod
      man man NOUN NN 4 obj
      in in ADP IN 9 case
      Oslo+ Oslo PROPN NNP 7 nmod
      . . PUNCT . 3 punct
      """
    )
    #expect(context.document.heads[6] == 2)
    #expect(context.document.relations[6] == .object)
  }

  @Test("A date behind what stands with \"since\" is that of it, behind other phrases it stays")
  func dateBehindSince() throws {
    func head(ofDateBehind marker: String) throws -> Int {
      let lines = """
        It it PRON PRP 4 nsubj
        was be AUX VBD 4 cop
        a a DET DT 4 det
        meeting meeting NOUN NN 0 root
        \(marker) \(marker) ADP IN 7 case
        a a DET DT 7 det
        clash clash NOUN NN 4 nmod
        on on ADP IN 10 case
        June June PROPN NNP 10 nmod:unmarked
        7+ 7 NUM CD 4 nmod
        . . PUNCT . 4 punct
        """
      return ParsedText.naming(try ParsedText.context(lines), [(8..<10, .date)]).document.heads[9]
    }
    #expect(try head(ofDateBehind: "since") == 6)
    #expect(try head(ofDateBehind: "after") == 3)
  }

  @Test("\"Visiting\" before a title describes whom the name means")
  func visitor() throws {
    let context = try ParsedText.context(
      """
      In in ADP IN 2 case
      Oslo Oslo PROPN NNP 6 obl
      visiting visit VERB VBG 6 advcl
      Minister Minister PROPN NNP 5 nmod:desc
      Smith Smith PROPN NNP 3 obj
      urged urge VERB VBD 0 root
      officials official NOUN NNS 6 obj
      to to PART TO 9 mark
      act+ act VERB VB 6 xcomp
      . . PUNCT . 6 punct
      """
    )
    #expect(context.document.heads[4] == 5)
    #expect(context.document.relations[4] == .subject)
    #expect(context.document.heads[2] == 4)
  }

  @Test("A clause with \"who\" belongs to somebody, not to what stands before")
  func relativeOfPerson() throws {
    let context = try ParsedText.context(
      """
      They they PRON PRP 2 nsubj
      resist resist VERB VBP 0 root
      a a DET DT 4 det
      crackdown crackdown NOUN NN 2 obj
      led lead VERB VBN 4 acl
      by by ADP IN 8 case
      President President PROPN NNP 8 nmod:desc
      Smith+ Smith PROPN NNP 5 obl:agent
      , , PUNCT , 12 punct
      who who PRON WP 12 nsubj
      has have AUX VBZ 12 aux
      deployed deploy VERB VBN 4 acl:relcl
      troops+ troops NOUN NNS 12 obj
      . . PUNCT . 2 punct
      """
    )
    #expect(context.document.heads[11] == 7)
  }

  @Test("The second of two sides is joined to the first, not to its place")
  func sides() throws {
    let context = try ParsedText.context(
      """
      The the DET DT 2 det
      war war NOUN NN 0 root
      between between ADP IN 4 case
      rebels rebel NOUN NNS 2 nmod
      in in ADP IN 7 case
      southern southern ADJ JJ 7 amod
      Ruritania Ruritania PROPN NNP 4 nmod
      and and CCONJ CC 10 cc
      the the DET DT 10 det
      army+ army NOUN NN 7 conj
      . . PUNCT . 2 punct
      """
    )
    #expect(context.document.heads[9] == 3)
  }
}
