import Testing

import Extraction

@Suite("Words of saying that the tree breaks, and nouns of saying")
struct BrokenSpeechTests {
  /// The words and the token of the speaker of each attribution.
  private func told(_ lines: String) throws -> [String] {
    let context = try ParsedText.context(lines)
    return AttributionFinder().attributions(in: context).filter { !$0.isUnsaid }.map { attribution in
      let text = attribution.spans.map { context.document.text[$0] }.joined(separator: " ")
      let speaker = attribution.speakerHead.map { context.document.forms[$0] } ?? "nobody"
      return speaker + ": " + text
    }
  }

  @Test("Words of saying between commas leave what stands on both sides")
  func inserted() throws {
    let found = try told(
      """
      Sales sale NOUN NNS 3 nsubj
      will _ AUX MD 3 aux
      recover+ _ VERB VB 0 root
      , _ PUNCT , 7 punct
      the the DET DT 6 det
      banker banker NOUN NN 7 nsubj
      predicts+ predict VERB VBZ 3 parataxis
      , _ PUNCT , 13 punct
      but _ CCONJ CC 13 cc
      not _ PART RB 13 advmod
      before _ ADP IN 13 case
      the _ DET DT 13 det
      autumn+ _ NOUN NN 7 conj
      . _ PUNCT . 3 punct
      """
    )
    #expect(found == ["banker: Sales will recover but not before the autumn"])
  }

  @Test("Who is described before the verb between commas speaks")
  func closeToTalks() throws {
    let found = try told(
      """
      The _ DET DT 2 det
      merger+ _ NOUN NN 13 nsubj:pass
      , _ PUNCT , 4 punct
      people _ NOUN NNS 2 appos
      familiar _ ADJ JJ 4 amod
      with _ ADP IN 8 case
      the _ DET DT 8 det
      talks talk NOUN NNS 5 obl
      said+ say VERB VBD 2 parataxis
      , _ PUNCT , 2 punct
      could _ AUX MD 13 aux
      be _ AUX VB 13 aux:pass
      announced announce VERB VBN 0 root
      next _ ADJ JJ 15 amod
      week+ _ NOUN NN 13 obl:unmarked
      . _ PUNCT . 13 punct
      """
    )
    #expect(found == ["people: The merger could be announced next week"])
  }

  @Test("Who stands behind a verb of writing speaks, whatever the tree takes it for")
  func inverted() throws {
    let found = try told(
      """
      Not _ PART RB 4 advmod
      since _ ADP IN 4 case
      the _ DET DT 4 det
      war+ _ NOUN NN 6 obl
      , _ PUNCT , 4 punct
      wrote write VERB VBD 0 root
      the _ DET DT 8 det
      historian _ NOUN NN 6 obj
      Emil Emil PROPN NNP 8 appos
      Vantner Vantner PROPN NNP 9 flat
      in _ ADP IN 14 case
      his _ PRON PRP$ 14 nmod:poss
      last _ ADJ JJ 14 amod
      book+ _ NOUN NN 6 obl
      , _ PUNCT , 4 punct
      had have AUX VBD 6 aux
      the _ DET DT 18 det
      town _ NOUN NN 19 nsubj
      seen see VERB VBN 16 xcomp
      so _ ADV RB 21 advmod
      much _ ADJ JJ 22 amod
      money+ _ NOUN NN 19 obj
      . _ PUNCT . 6 punct
      """
    )
    #expect(found == ["historian: Not since the war had the town seen so much money"])
  }

  @Test("What the author tells of a speaker is no part of what is said")
  func conceding() throws {
    let found = try told(
      """
      Investigators investigator NOUN NNS 2 nsubj
      suspect _ VERB VBP 0 root
      that _ SCONJ IN 5 mark
      fatigue _ NOUN NN 5 nsubj
      played play VERB VBD 2 ccomp
      a _ DET DT 7 det
      role+ _ NOUN NN 5 obj
      , _ PUNCT , 11 punct
      though _ SCONJ IN 11 mark
      they _ PRON PRP 11 nsubj
      concede _ VERB VBP 5 advcl
      they _ PRON PRP 13 nsubj
      have _ VERB VBP 11 ccomp
      little _ ADJ JJ 15 amod
      evidence+ _ NOUN NN 13 obj
      . _ PUNCT . 2 punct
      """
    )
    #expect(found == ["Investigators: fatigue played a role", "they: they have little evidence"])
  }

  @Test("What somebody adds is said apart")
  func adding() throws {
    let found = try told(
      """
      The _ DET DT 2 det
      lawyer _ NOUN NN 3 nsubj
      said say VERB VBD 0 root
      that _ SCONJ IN 8 mark
      his _ PRON PRP$ 6 nmod:poss
      client _ NOUN NN 8 nsubj
      was be AUX VBD 8 aux
      cooperating cooperate VERB VBG 3 ccomp
      fully+ _ ADV RB 8 advmod
      , _ PUNCT , 11 punct
      adding add VERB VBG 8 advcl
      that _ SCONJ IN 17 mark
      the _ DET DT 14 det
      charges charge NOUN NNS 17 nsubj:pass
      would _ AUX MD 17 aux
      be _ AUX VB 17 aux:pass
      dropped+ drop VERB VBN 11 ccomp
      . _ PUNCT . 3 punct
      """
    )
    #expect(found == ["lawyer: his client was cooperating fully", "lawyer: the charges would be dropped"])
  }

  @Test("The clause behind those who fear something is what they fear")
  func holders() throws {
    let found = try told(
      """
      Fears fear NOUN NNS 0 root
      among _ ADP IN 3 case
      investors investor NOUN NNS 1 nmod
      that _ SCONJ IN 10 mark
      the _ DET DT 6 det
      peso _ NOUN NN 9 nsubj:pass
      would _ AUX MD 9 aux
      be _ AUX VB 9 aux:pass
      devalued devalue VERB VBN 1 acl
      sent send VERB VBD 1 acl
      shares share NOUN NNS 10 obj
      lower+ low ADJ JJR 10 xcomp
      . _ PUNCT . 1 punct
      """
    )
    #expect(found == ["investors: the peso would be devalued"])
  }

  @Test("A contention is whose it is")
  func expletive() throws {
    let found = try told(
      """
      It _ PRON PRP 4 expl
      is be AUX VBZ 4 cop
      his _ PRON PRP$ 4 nmod:poss
      contention _ NOUN NN 0 root
      that _ SCONJ IN 8 mark
      the _ DET DT 7 det
      markets market NOUN NNS 8 nsubj
      overreacted+ overreact VERB VBD 4 csubj
      . _ PUNCT . 4 punct
      """
    )
    #expect(found == ["his: the markets overreacted"])
  }

  @Test("What is denied is said by others")
  func denied() throws {
    let found = try told(
      """
      The _ DET DT 2 det
      mayor _ NOUN NN 3 nsubj
      rejected reject VERB VBD 0 root
      claims claim NOUN NNS 3 obj
      that _ SCONJ IN 7 mark
      he _ PRON PRP 7 nsubj
      took take VERB VBD 4 acl
      bribes+ bribe NOUN NNS 7 obj
      . _ PUNCT . 3 punct
      """
    )
    #expect(found.isEmpty)
  }

  @Test("What neither side has said is not said")
  func neither() throws {
    let found = try told(
      """
      Neither _ DET DT 2 det
      side _ NOUN NN 4 nsubj
      has have AUX VBZ 4 aux
      said say VERB VBN 0 root
      how _ ADV WRB 6 advmod
      many _ ADJ JJ 7 amod
      people _ NOUN NNS 8 nsubj
      died+ die VERB VBD 4 ccomp
      . _ PUNCT . 4 punct
      """
    )
    #expect(found.isEmpty)
  }

  @Test("As somebody sees it, so it is said")
  func sees() throws {
    let found = try told(
      """
      As _ SCONJ IN 4 mark
      the _ DET DT 3 det
      banker _ NOUN NN 4 nsubj
      sees see VERB VBZ 9 advcl
      it+ _ PRON PRP 4 obj
      , _ PUNCT , 4 punct
      the _ DET DT 8 det
      bank _ NOUN NN 9 nsubj
      had have VERB VBD 0 root
      no _ DET DT 11 det
      choice+ _ NOUN NN 9 obj
      . _ PUNCT . 9 punct
      """
    )
    #expect(found == ["banker: the bank had no choice"])
  }

  @Test("What stands behind \"said\" is said where the tree shows no clause")
  func bare() throws {
    let found = try told(
      """
      The _ DET DT 2 det
      agency _ NOUN NN 3 nsubj
      said say VERB VBD 0 root
      the _ DET DT 5 det
      airline _ NOUN NN 6 compound
      plans plan NOUN NNS 3 ccomp
      to _ PART TO 8 mark
      lease _ VERB VB 6 acl
      six _ NUM CD 10 nummod
      planes plane NOUN NNS 8 obj
      for _ ADP IN 13 case
      domestic _ ADJ JJ 13 amod
      flights+ flight NOUN NNS 8 obl
      . _ PUNCT . 3 punct
      """
    )
    #expect(found == ["agency: the airline plans to lease six planes for domestic flights"])
  }

  @Test("Who is said to have told something told it")
  func told() throws {
    let found = try told(
      """
      The _ DET DT 2 det
      senator _ NOUN NN 4 nsubj:pass
      is be AUX VBZ 4 aux:pass
      said say VERB VBN 0 root
      to _ PART TO 7 mark
      have _ AUX VB 7 aux
      told tell VERB VBN 4 xcomp
      friends friend NOUN NNS 7 iobj
      that _ SCONJ IN 12 mark
      he _ PRON PRP 12 nsubj
      would _ AUX MD 12 aux
      retire+ _ VERB VB 7 ccomp
      . _ PUNCT . 4 punct
      """
    )
    #expect(found == ["senator: he would retire"])
  }

  @Test("A reason behind who says something is said too")
  func because() throws {
    let found = try told(
      """
      The _ DET DT 2 det
      ruling _ NOUN NN 5 nsubj
      wo+ will AUX MD 5 aux
      n't not PART RB 5 advmod
      matter+ _ VERB VB 0 root
      , _ PUNCT , 10 punct
      according accord VERB VBG 10 case
      to _ ADP IN 7 fixed
      a _ DET DT 10 det
      professor _ NOUN NN 5 obl
      who _ PRON WP 13 nsubj
      has have AUX VBZ 13 aux
      written write VERB VBN 10 acl:relcl
      about _ ADP IN 15 case
      patents+ patent NOUN NNS 13 obl
      , _ PUNCT , 21 punct
      because _ SCONJ IN 21 mark
      most _ ADJ JJS 19 amod
      companies company NOUN NNS 21 nsubj
      have _ AUX VBP 21 aux
      settled+ settle VERB VBN 13 advcl
      . _ PUNCT . 5 punct
      """
    )
    #expect(found == ["professor: The ruling won't matter, because most companies have settled"])
  }

  @Test("A verdict in quotation marks is that of whom it is of")
  func verdict() throws {
    let found = try told(
      """
      “+ " PUNCT `` 5 punct
      It+ _ PRON PRP 5 nsubj
      's be AUX VBZ 5 cop
      a _ DET DT 5 det
      sellout+ _ NOUN NN 14 compound
      , _ PUNCT , 7 punct
      pure _ ADJ JJ 5 conj
      and _ CCONJ CC 9 cc
      simple+ _ ADJ JJ 7 conj
      ,+ _ PUNCT , 5 punct
      ” " PUNCT '' 5 punct
      was be AUX VBD 14 cop
      the _ DET DT 14 det
      verdict _ NOUN NN 0 root
      of _ ADP IN 16 case
      Lottie Lottie PROPN NNP 14 nmod
      Franks+ Franks PROPN NNP 16 flat
      . _ PUNCT . 14 punct
      """
    )
    #expect(found == ["Lottie: It's a sellout, pure and simple,"])
  }
}
