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
}
