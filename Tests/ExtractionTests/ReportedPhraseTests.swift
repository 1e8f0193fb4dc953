import Testing

import Extraction

@Suite("Words told without a clause, views and convictions")
struct ReportedPhraseTests {
  /// The words and the token of the speaker of each attribution.
  private func told(_ lines: String) throws -> [String] {
    let context = try ParsedText.context(lines)
    return AttributionFinder().attributions(in: context).filter { !$0.isUnsaid }.map { attribution in
      let text = attribution.spans.map { context.document.text[$0] }.joined(separator: " ")
      let speaker = attribution.speakerHead.map { context.document.forms[$0] } ?? "nobody"
      return speaker + ": " + text
    }
  }

  @Test(
    "The infinitive of a promise is what was said; that of a refusal is not",
    arguments: [("vowed", "vow", 1), ("declined", "decline", 0)]
  )
  func promise(form: String, lemma: String, count: Int) throws {
    let found = try told(
      """
      She she PRON PRP 2 nsubj
      \(form) \(lemma) VERB VBD 0 root
      to to PART TO 4 mark
      fight fight VERB VB 2 xcomp
      the the DET DT 6 det
      plan+ plan NOUN NN 4 obj
      . . PUNCT . 2 punct
      """
    )
    #expect(found == Array(repeating: "She: to fight the plan", count: count))
  }

  @Test("Who is urged and to what are what was said")
  func urged() throws {
    let found = try told(
      """
      Officials official NOUN NNS 2 nsubj
      urged urge VERB VBD 0 root
      residents resident NOUN NNS 2 obj
      to to PART TO 5 mark
      leave+ leave VERB VB 2 xcomp
      . . PUNCT . 2 punct
      """
    )
    #expect(found == ["Officials: residents to leave"])
  }

  @Test("An accusation tells who is accused of what")
  func accused() throws {
    let found = try told(
      """
      Critics critic NOUN NNS 2 nsubj
      accused accuse VERB VBD 0 root
      him he PRON PRP 2 obj
      of of SCONJ IN 5 mark
      hiding hide VERB VBG 2 advcl
      losses+ loss NOUN NNS 5 obj
      . . PUNCT . 2 punct
      """
    )
    #expect(found == ["Critics: him of hiding losses"])
  }

  @Test("A description with “as” is what was said")
  func described() throws {
    let found = try told(
      """
      He he PRON PRP 2 nsubj
      described describe VERB VBD 0 root
      the the DET DT 4 det
      talks talk NOUN NNS 2 obj
      as as ADP IN 6 mark
      useful+ useful ADJ JJ 2 advcl
      . . PUNCT . 2 punct
      """
    )
    #expect(found == ["He: the talks as useful"])
  }

  @Test("What somebody's view is")
  func view() throws {
    let found = try told(
      """
      Her she PRON PRP$ 2 nmod:poss
      view view NOUN NN 7 nsubj:outer
      is be AUX VBZ 7 cop
      that that SCONJ IN 7 mark
      it it PRON PRP 7 nsubj
      will will AUX MD 7 aux
      fail+ fail VERB VB 0 root
      . . PUNCT . 7 punct
      """
    )
    #expect(found == ["Her: it will fail"])
  }

  @Test("A conviction is told of those who hold it, not where it is denied", arguments: [("are", 1), ("never", 0)])
  func conviction(word: String, count: Int) throws {
    let denial = word == "never" ? "never never ADV RB 4 advmod" : "now now ADV RB 4 advmod"
    let found = try told(
      """
      Investors investor NOUN NNS 4 nsubj
      are be AUX VBP 4 cop
      \(denial)
      confident confident ADJ JJ 0 root
      that that SCONJ IN 7 mark
      it it PRON PRP 7 nsubj
      works+ work VERB VBZ 4 ccomp
      . . PUNCT . 4 punct
      """
    )
    #expect(found == Array(repeating: "Investors: it works", count: count))
  }

  @Test("A source by its opinion")
  func opinion() throws {
    let found = try told(
      """
      In in ADP IN 3 case
      his he PRON PRP$ 3 nmod:poss
      opinion+ opinion NOUN NN 8 obl
      , , PUNCT , 3 punct
      the the DET DT 6 det
      road road NOUN NN 8 nsubj
      is be AUX VBZ 8 cop
      safe+ safe ADJ JJ 0 root
      . . PUNCT . 8 punct
      """
    )
    #expect(found == ["his: the road is safe"])
  }

  @Test("What is done to say something is said; what is left unsaid is not")
  func purposes() throws {
    let found = try told(
      """
      She she PRON PRP 2 nsubj
      wrote write VERB VBD 0 root
      to to PART TO 4 mark
      complain complain VERB VB 2 advcl
      that that SCONJ IN 7 mark
      it it PRON PRP 7 nsubj
      leaked+ leak VERB VBD 4 ccomp
      . . PUNCT . 2 punct

      They they PRON PRP 2 nsubj
      left leave VERB VBD 0 root
      without without SCONJ IN 4 mark
      saying say VERB VBG 2 advcl
      whether whether SCONJ IN 7 mark
      it it PRON PRP 7 nsubj
      leaked+ leak VERB VBD 4 ccomp
      . . PUNCT . 2 punct
      """
    )
    #expect(found == ["She: it leaked"])
  }

  @Test("Whoever is prompted to say something speaks")
  func prompted() throws {
    let found = try told(
      """
      It it PRON PRP 2 nsubj
      prompted prompt VERB VBD 0 root
      critics critic NOUN NNS 2 obj
      to to PART TO 5 mark
      say say VERB VB 2 xcomp
      that that SCONJ IN 8 mark
      it it PRON PRP 8 nsubj
      leaked+ leak VERB VBD 5 ccomp
      . . PUNCT . 2 punct
      """
    )
    #expect(found == ["critics: it leaked"])
  }

  @Test("What she said was that …; what he made clear")
  func roundabout() throws {
    let found = try told(
      """
      What what PRON WP 7 nsubj:outer
      she she PRON PRP 3 nsubj
      said say VERB VBD 1 acl:relcl
      was be AUX VBD 7 cop
      that that SCONJ IN 7 mark
      they they PRON PRP 7 nsubj
      lost+ lose VERB VBD 0 root
      . . PUNCT . 7 punct

      He he PRON PRP 2 nsubj
      made make VERB VBD 0 root
      clear clear ADJ JJ 2 xcomp
      he he PRON PRP 6 nsubj
      would would AUX MD 6 aux
      stay+ stay VERB VB 3 ccomp
      . . PUNCT . 2 punct
      """
    )
    #expect(found == ["she: they lost", "He: he would stay"])
  }
}
