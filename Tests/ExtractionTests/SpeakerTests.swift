import Testing

import Extraction

@Suite("Who speaks")
struct SpeakerTests {
  /// The words and the token of the speaker of each attribution.
  private func told(_ lines: String) throws -> [String] {
    let context = try ParsedText.context(lines)
    return AttributionFinder().attributions(in: context).filter { !$0.isUnsaid }.map { attribution in
      let text = attribution.spans.map { context.document.text[$0] }.joined(separator: " ")
      let speaker = attribution.speakerHead.map { context.document.forms[$0] } ?? "nobody"
      return speaker + ": " + text
    }
  }

  /// The names of the speakers of the statements.
  private func speakers(_ lines: String) throws -> [String] {
    let context = try ParsedText.context(lines)
    let attributions = AttributionFinder().attributions(in: context)
    var entities = EntityResolver().entities(in: context, attributions: attributions)
    return StatementExtractor()
      .statements(in: context, entities: &entities, events: [], attributions: attributions)
      .map { statement in statement.speaker.map { entities.entities[$0].name } ?? "nobody" }
  }

  @Test("A wish that others tell of is nobody's words")
  func nested() throws {
    let found = try told(
      """
      Officials official NOUN NNS 2 nsubj
      say _ VERB VBP 0 root
      leaders leader NOUN NNS 4 nsubj
      want _ VERB VBP 2 ccomp
      to _ PART TO 6 mark
      delay _ VERB VB 4 xcomp
      the _ DET DT 8 det
      vote+ _ NOUN NN 6 obj
      . _ PUNCT . 2 punct
      """
    )
    #expect(found == ["Officials: leaders want to delay the vote"])
  }

  @Test("What neither of two has said is not said")
  func neitherNor() throws {
    let found = try told(
      """
      Neither _ CCONJ CC 3 cc:preconj
      the _ DET DT 3 det
      government _ NOUN NN 8 nsubj
      nor _ CCONJ CC 6 cc
      the _ DET DT 6 det
      rebels rebel NOUN NNS 3 conj
      have _ AUX VBP 8 aux
      said say VERB VBN 0 root
      how _ ADV WRB 10 advmod
      many _ ADJ JJ 11 amod
      people _ NOUN NNS 12 nsubj
      died+ die VERB VBD 8 ccomp
      . _ PUNCT . 8 punct
      """
    )
    #expect(found.isEmpty)
  }

  @Test("Who is asked something does not ask it")
  func asked() throws {
    let found = try told(
      """
      A _ DET DT 2 det
      spokesman+ _ NOUN NN 11 nsubj
      , _ PUNCT , 2 punct
      asked ask VERB VBD 11 ccomp
      whether _ SCONJ IN 9 mark
      aid _ NOUN NN 9 nsubj:pass
      would _ AUX MD 9 aux
      be _ AUX VB 9 aux:pass
      cut+ _ VERB VBN 4 ccomp
      , _ PUNCT , 4 punct
      said say VERB VBD 0 root
      the _ DET DT 13 det
      matter _ NOUN NN 16 nsubj
      was be AUX VBD 16 cop
      under _ ADP IN 16 case
      review+ _ NOUN NN 11 ccomp
      . _ PUNCT . 11 punct
      """
    )
    #expect(found == ["spokesman: the matter was under review"])
  }

  @Test("Figures at the end of a sentence show what it tells")
  func figures() throws {
    let found = try told(
      """
      Growth _ NOUN NN 3 nsubj
      was be AUX VBD 3 cop
      weaker weak ADJ JJR 0 root
      than _ ADP IN 6 case
      the _ DET DT 6 det
      government _ NOUN NN 8 nsubj
      first _ ADV RB 8 advmod
      reported+ report VERB VBN 3 advcl
      , _ PUNCT , 12 punct
      revised revise VERB VBN 11 amod
      figures figure NOUN NNS 12 nsubj
      show+ _ VERB VBP 3 parataxis
      . _ PUNCT . 3 punct
      """
    )
    #expect(found == ["figures: Growth was weaker than the government first reported"])
  }

  @Test("Who puts it so speaks, though the tree shows no subject")
  func puts() throws {
    let found = try told(
      """
      “+ " PUNCT `` 3 punct
      Nobody _ PRON NN 3 nsubj
      likes like VERB VBZ 11 ccomp
      surgery+ _ NOUN NN 3 obj
      ,+ _ PUNCT , 3 punct
      ” " PUNCT '' 3 punct
      as _ ADP IN 8 case
      one _ NUM CD 3 obl
      of _ ADP IN 10 case
      them they PRON PRP 8 nmod
      put _ VERB VBD 0 root
      it+ _ PRON PRP 11 obj
      . _ PUNCT . 11 punct
      """
    )
    #expect(found == ["one: Nobody likes surgery,"])
  }

  @Test("\"They\" say what those who spoke before said")
  func plural() throws {
    let found = try speakers(
      """
      Police _ NOUN NNS 2 nsubj
      said say VERB VBD 0 root
      the _ DET DT 4 det
      kidnappers kidnapper NOUN NNS 5 nsubj
      stopped stop VERB VBD 2 ccomp
      a _ DET DT 7 det
      bus _ NOUN NN 5 obj
      the _ DET DT 9 det
      children child NOUN NNS 11 nsubj
      were be AUX VBD 11 aux
      riding ride VERB VBG 7 acl:relcl
      in+ _ ADV RB 11 advmod
      . _ PUNCT . 2 punct

      They _ PRON PRP 2 nsubj
      say _ VERB VBP 0 root
      the _ DET DT 4 det
      attack _ NOUN NN 5 nsubj
      took take VERB VBD 2 ccomp
      place _ NOUN NN 5 obj
      on _ ADP IN 8 case
      Monday+ Monday PROPN NNP 5 obl
      . _ PUNCT . 2 punct
      """
    )
    #expect(found == ["Police", "Police"])
  }

  @Test("A published report says something, a poll finds without a voice")
  func texts() throws {
    let found = try speakers(
      """
      A _ DET DT 3 det
      published publish VERB VBN 3 amod
      report _ NOUN NN 4 nsubj
      says say VERB VBZ 0 root
      the _ DET DT 6 det
      pilots pilot NOUN NNS 7 nsubj
      knew+ know VERB VBD 4 ccomp
      . _ PUNCT . 4 punct

      A _ DET DT 2 det
      poll _ NOUN NN 3 nsubj
      found find VERB VBD 0 root
      the _ DET DT 5 det
      pilots pilot NOUN NNS 6 nsubj
      knew+ know VERB VBD 3 ccomp
      . _ PUNCT . 3 punct
      """
    )
    #expect(found == ["published report", "nobody"])
  }

  @Test("Who tells of a worry at the end of a sentence is no part of it")
  func aside() throws {
    let found = try told(
      """
      Investors investor NOUN NNS 3 nsubj
      are be AUX VBP 3 cop
      worried _ ADJ JJ 0 root
      that _ SCONJ IN 9 mark
      the _ DET DT 6 det
      plan _ NOUN NN 9 nsubj:pass
      will _ AUX MD 9 aux
      be _ AUX VB 9 aux:pass
      used use VERB VBN 3 ccomp
      to _ PART TO 11 mark
      block _ VERB VB 9 advcl
      exports+ export NOUN NNS 11 obj
      , _ PUNCT , 16 punct
      a _ DET DT 16 det
      senior _ ADJ JJ 16 amod
      official _ NOUN NN 21 nsubj:pass
      traveling travel VERB VBG 16 acl
      with _ ADP IN 20 case
      the _ DET DT 20 det
      minister _ NOUN NN 17 obl
      disclosed+ disclose VERB VBN 3 advcl
      . _ PUNCT . 3 punct
      """
    )
    #expect(
      found.sorted() == [
        "Investors: the plan will be used to block exports",
        "official: Investors are worried that the plan will be used to block exports",
      ]
    )
  }

  @Test("What somebody lets be known is said")
  func known() throws {
    let found = try told(
      """
      The _ DET DT 2 det
      minister _ NOUN NN 4 nsubj
      has have AUX VBZ 4 aux
      let _ VERB VB 0 root
      it _ PRON PRP 4 expl
      be _ AUX VB 7 aux:pass
      known know VERB VBN 4 xcomp
      that _ SCONJ IN 10 mark
      he _ PRON PRP 10 nsubj
      favors favor VERB VBZ 7 ccomp
      a _ DET DT 12 det
      vote+ _ NOUN NN 10 obj
      . _ PUNCT . 4 punct
      """
    )
    #expect(found.sorted() == ["minister: he favors a vote"])
  }
}
