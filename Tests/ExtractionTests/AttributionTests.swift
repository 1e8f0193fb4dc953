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

  @Test("Words around the saying are one attribution of its own subject")
  func insertedSaying() throws {
    let (found, context) = try attributions(
      """
      The the DET DT 2 det
      plan+ plan NOUN NN 5 nsubj
      , , PUNCT , 2 punct
      she she PRON PRP 5 nsubj
      wrote+ write VERB VBD 0 root
      , , PUNCT , 7 punct
      helps help VERB VBZ 5 ccomp
      nobody+ nobody PRON NN 7 obj
      . . PUNCT . 5 punct
      """
    )
    let attribution = try #require(found.first)
    #expect(text(attribution, in: context) == "The plan helps nobody")
    #expect(attribution.speakerHead == 3)
  }

  @Test("Who is quoted as saying something speaks, not who quotes")
  func quotedAsSaying() throws {
    let (found, _) = try attributions(
      """
      The the DET DT 2 det
      mayor mayor NOUN NN 4 nsubj:pass
      was be AUX VBD 4 aux:pass
      quoted quote VERB VBN 0 root
      by by ADP IN 7 case
      a a DET DT 7 det
      paper paper NOUN NN 4 obl:agent
      as as SCONJ IN 9 mark
      saying say VERB VBG 4 advcl
      that that SCONJ IN 12 mark
      she she PRON PRP 12 nsubj
      resigned+ resign VERB VBD 9 ccomp
      . . PUNCT . 4 punct
      """
    )
    #expect(found.map(\.speakerHead) == [1])
  }

  @Test("An opinion is told as held now, by those who can hold one", arguments: [("VBP", 1), ("VBD", 0)])
  func opinions(tag: String, count: Int) throws {
    let (found, _) = try attributions(
      """
      Analysts analyst NOUN NNS 2 nsubj
      think think VERB \(tag) 0 root
      that that SCONJ IN 5 mark
      prices price NOUN NNS 5 nsubj
      fell+ fall VERB VBD 2 ccomp
      . . PUNCT . 2 punct
      """
    )
    #expect(found.count == count)
  }

  @Test("Who is asked does not ask")
  func asked() throws {
    let (found, _) = try attributions(
      """
      Asked ask VERB VBD 0 root
      whether whether SCONJ IN 5 mark
      she she PRON PRP 5 nsubj
      would would AUX MD 5 aux
      run+ run VERB VB 1 ccomp
      ,+ , PUNCT , 1 punct
      Okafor Okafor PROPN NNP 1 nsubj
      smiled+ smile VERB VBD 1 conj
      . . PUNCT . 1 punct
      """
    )
    #expect(found.isEmpty)
  }

  @Test("What is said only is said; readers of a text did not write it")
  func limitedSaying() throws {
    let (found, context) = try attributions(
      """
      Okafor Okafor PROPN NNP 3 nsubj
      would would AUX MD 3 aux
      say say VERB VB 0 root
      only only ADV RB 3 advmod
      that that SCONJ IN 7 mark
      work work NOUN NN 7 nsubj
      began+ begin VERB VBD 3 ccomp
      . . PUNCT . 3 punct

      Rain rain NOUN NN 2 nsubj
      stopped+ stop VERB VBD 0 root
      , , PUNCT , 2 punct
      according accord VERB VBG 6 case
      to to ADP IN 4 fixed
      logs log NOUN NNS 2 obl
      seen see VERB VBN 6 acl
      by by ADP IN 9 case
      Okafor+ Okafor PROPN NNP 7 obl:agent
      . . PUNCT . 2 punct
      """
    )
    #expect(found.map(\.isUnsaid) == [false, false])
    #expect(found.map { text($0, in: context) } == ["work began", "Rain stopped"])
    #expect(found.map(\.speakerHead) == [0, 13])
  }
}
