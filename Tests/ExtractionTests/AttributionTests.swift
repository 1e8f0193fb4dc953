import Testing

import Extraction

@Suite("Attributions")
struct AttributionTests {
  private func attributions(_ lines: String) throws -> (found: [Attribution], context: ArticleContext) {
    let context = try ParsedText.context(lines)
    return (AttributionFinder().attributions(in: context), context)
  }

  private func text(_ attribution: Attribution, in context: ArticleContext) -> String {
    attribution.spans.map { context.document.text[$0] }.joined(separator: " ")
  }

  @Test("A reported clause is the words of the subject, without its conjunction")
  func reportedClause() throws {
    let (found, context) = try attributions(
      """
      Okafor Okafor PROPN NNP 2 nsubj
      said say VERB VBD 0 root
      that that SCONJ IN 6 mark
      the the DET DT 5 det
      bridge bridge NOUN NN 6 nsubj
      closed+ close VERB VBD 2 ccomp
      . . PUNCT . 2 punct
      """
    )
    let attribution = try #require(found.first)
    #expect(found.count == 1)
    #expect(text(attribution, in: context) == "the bridge closed")
    #expect(attribution.speakerHead == 0)
    #expect(!attribution.isDirect)
  }

  @Test("What was not said is marked")
  func unsaid() throws {
    let (found, _) = try attributions(
      """
      Okafor Okafor PROPN NNP 4 nsubj
      did do AUX VBD 4 aux
      not not PART RB 4 advmod
      say say VERB VB 0 root
      that that SCONJ IN 7 mark
      it it PRON PRP 7 nsubj
      closed+ close VERB VBD 4 ccomp
      . . PUNCT . 4 punct
      """
    )
    #expect(found.first?.isUnsaid == true)
  }

  @Test("A quotation broken by who says it is one attribution")
  func brokenQuotation() throws {
    let (found, context) = try attributions(
      """
      "+ " PUNCT `` 4 punct
      We we PRON PRP 4 nsubj
      will will AUX MD 4 aux
      rebuild+ rebuild VERB VB 0 root
      ,+ , PUNCT , 4 punct
      " " PUNCT '' 4 punct
      said say VERB VBD 4 parataxis
      Okafor+ Okafor PROPN NNP 7 nsubj
      . . PUNCT . 4 punct

      "+ " PUNCT `` 4 punct
      It it PRON PRP 4 nsubj
      takes take VERB VBZ 0 root
      time+ time NOUN NN 3 obj
      .+ . PUNCT . 3 punct
      " " PUNCT '' 3 punct
      """
    )
    let attribution = try #require(found.first)
    #expect(found.count == 1)
    #expect(text(attribution, in: context) == "We will rebuild, It takes time.")
    #expect(attribution.isDirect)
    #expect(attribution.speakerHead == 7)
  }

  @Test("A source phrase covers its sentence; an apostrophe opens no quotation")
  func sourcePhrase() throws {
    let (found, context) = try attributions(
      """
      The the DET DT 2 det
      farmers+ farmer NOUN NNS 4 nmod:poss
      ' ' PART POS 2 case
      road road NOUN NN 6 nsubj:pass
      was be AUX VBD 6 aux:pass
      blocked+ block VERB VBN 0 root
      , , PUNCT , 6 punct
      according accord VERB VBG 10 case
      to to ADP IN 8 fixed
      police+ police NOUN NN 6 obl
      . . PUNCT . 6 punct
      """
    )
    let attribution = try #require(found.first)
    #expect(found.count == 1)
    #expect(text(attribution, in: context) == "The farmers' road was blocked")
    #expect(attribution.speakerHead == 9)
  }
}
