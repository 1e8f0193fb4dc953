import LanguageAnalysis
import Testing

import Extraction

@Suite("Trees mended around names and words of saying")
struct SpeechTreeRepairTests {
  @Test("A name after the body of an office stands for who holds the office")
  func nameOfHolder() throws {
    let context = ParsedText.naming(
      try ParsedText.context(
        """
        The the DET DT 2 det
        president president NOUN NN 10 nsubj
        of of ADP IN 5 case
        the the DET DT 5 det
        Guild+ Guild PROPN NNP 2 nmod
        , , PUNCT , 7 punct
        Marta Marta PROPN NNP 5 appos
        Quist+ Quist PROPN NNP 7 flat
        , , PUNCT , 2 punct
        resigned+ resign VERB VBD 0 root
        . . PUNCT . 10 punct
        """
      ),
      [(4..<5, .organization), (6..<8, .person)]
    )
    #expect(context.tree.head(of: 6) == 1)
  }

  @Test("A verb of saying that was taken for an adjective governs the clause behind it")
  func sayingBeforeClause() throws {
    let context = try ParsedText.context(
      """
      Quist Quist PROPN NNP 5 nsubj
      cautioned caution VERB VBN 3 amod
      justice justice NOUN NN 5 nsubj
      rarely rarely ADV RB 5 advmod
      comes+ come VERB VBZ 0 root
      . . PUNCT . 5 punct
      """
    )
    #expect(context.tree.head(of: 1) == nil)
    #expect(context.tree.head(of: 0) == 1)
    #expect(context.document.relations[4] == .clausalComplement)
  }

  @Test("A verb of fearing is no subject of what is feared")
  func fearBeforeClause() throws {
    let context = try ParsedText.context(
      """
      Farmers farmer NOUN NNS 2 nsubj
      fear fear VERB VBP 5 csubj
      limits limit NOUN NNS 5 nsubj
      would would AUX MD 5 aux
      hurt+ hurt VERB VB 0 root
      . . PUNCT . 5 punct
      """
    )
    #expect(context.tree.head(of: 1) == nil)
    #expect(context.tree.head(of: 4) == 1)
    #expect(context.tree.head(of: 2) == 4)
  }

  @Test("Who is pressed and says something is the subject of both")
  func pressedSpeaker() throws {
    let context = try ParsedText.context(
      """
      Quist Quist PROPN NNP 3 nsubj:pass
      , , PUNCT , 3 punct
      pressed press VERB VBN 7 advcl
      by by ADP IN 5 case
      rivals+ rival NOUN NNS 3 obl:agent
      , , PUNCT , 3 punct
      said say VERB VBD 0 root
      it it PRON PRP 9 nsubj
      closed+ close VERB VBD 7 ccomp
      . . PUNCT . 7 punct
      """
    )
    #expect(context.tree.head(of: 0) == 6)
    #expect(context.tree.head(of: 2) == 0)
  }

  @Test("The subject before a verb of saying is its own, not that of what was said")
  func subjectOfSaying() throws {
    let context = try ParsedText.context(
      """
      Quist Quist PROPN NNP 6 nsubj:pass
      said say VERB VBD 0 root
      the the DET DT 4 det
      tale tale NOUN NN 6 nsubj:pass
      was be AUX VBD 6 aux:pass
      denied+ deny VERB VBN 2 ccomp
      . . PUNCT . 2 punct
      """
    )
    #expect(context.tree.head(of: 0) == 1)
    #expect(context.tree.head(of: 3) == 5)
  }

  @Test("What stands behind the words of saying is no part of what was said before them")
  func participleBehindSaying() throws {
    let context = try ParsedText.context(
      """
      They they PRON PRP 3 nsubj
      were be AUX VBD 3 cop
      late+ late ADJ JJ 5 ccomp
      , , PUNCT , 3 punct
      said say VERB VBD 0 root
      Quist+ Quist PROPN NNP 5 nsubj
      , , PUNCT , 8 punct
      noting note VERB VBG 3 advcl
      that that SCONJ IN 11 mark
      it it PRON PRP 11 nsubj
      rained+ rain VERB VBD 8 ccomp
      . . PUNCT . 5 punct
      """
    )
    #expect(context.tree.head(of: 7) == 4)
  }

  @Test("A description of a person between commas is no second subject")
  func describedSubject() throws {
    let context = ParsedText.naming(
      try ParsedText.context(
        """
        Marta Marta PROPN NNP 8 nsubj
        Quist+ Quist PROPN NNP 1 flat
        , , PUNCT , 6 punct
        then then ADV RB 8 advmod
        a a DET DT 6 det
        captain+ captain NOUN NN 8 nsubj
        , , PUNCT , 1 punct
        refused+ refuse VERB VBD 0 root
        . . PUNCT . 8 punct
        """
      ),
      [(0..<2, .person)]
    )
    #expect(context.tree.head(of: 5) == 0)
    #expect(context.document.relations[5] == .apposition)
  }

  @Test("Who stands right before a verb of saying says it, and does nothing of what is said")
  func sayingBehindClause() throws {
    let context = try ParsedText.context(
      """
      Flights flight NOUN NNS 3 nsubj
      had have AUX VBD 3 aux
      turned turn VERB VBN 8 ccomp
      back+ back ADV RB 3 advmod
      , , PUNCT , 3 punct
      the the DET DT 7 det
      manager manager NOUN NN 3 nsubj
      said+ say VERB VBD 0 root
      . . PUNCT . 8 punct
      """
    )
    #expect(context.tree.head(of: 6) == 7)
    #expect(context.tree.head(of: 0) == 2)
  }
}
