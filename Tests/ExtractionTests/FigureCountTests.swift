import LanguageAnalysis
import Testing

import Extraction

@Suite("Who is counted with whom")
struct FigureCountTests {
  @Test("A mayor and at least three guards are at least four")
  func listWithBound() throws {
    let found = try ToldFigures.told(
      """
      A _ DET DT 2 det
      mine _ PRON PRP 3 nsubj
      killed kill VERB VBD 0 root
      a _ DET DT 5 det
      mayor _ NOUN NN 3 obj
      and _ CCONJ CC 10 cc
      at _ ADP IN 8 case
      least _ ADJ JJS 9 nmod
      three _ NUM CD 10 nummod
      guards+ guard NOUN NNS 5 conj
      . _ PUNCT . 3 punct
      """
    )
    #expect(found == ["killed 4..-"])
  }

  @Test("A verb with people of its own tells nothing of those before")
  func othersWounded() throws {
    let found = try ToldFigures.told(
      """
      Two _ NUM CD 2 nummod
      soldiers soldier NOUN NNS 4 nsubj:pass
      were be AUX VBD 4 aux:pass
      killed kill VERB VBN 0 root
      and _ CCONJ CC 8 cc
      three _ NUM CD 7 nummod
      others other NOUN NNS 8 nsubj
      wounded wound VERB VBD 4 conj
      in _ ADP IN 11 case
      a _ DET DT 11 det
      firefight+ _ NOUN NN 8 obl
      . _ PUNCT . 4 punct
      """
    )
    #expect(found == ["killed 2..2", "injured 3..3"])
  }

  @Test("Two others are two more")
  func twoOthers() throws {
    let found = try ToldFigures.told(
      """
      The _ DET DT 2 det
      storm _ NOUN NN 3 nsubj
      killed kill VERB VBD 0 root
      two _ NUM CD 5 nummod
      people+ _ NOUN NNS 3 obj
      , _ PUNCT , 11 punct
      while _ SCONJ IN 11 mark
      two _ NUM CD 9 nummod
      others other NOUN NNS 11 nsubj:pass
      were be AUX VBD 11 aux:pass
      killed kill VERB VBN 3 advcl
      by _ ADP IN 14 case
      a _ DET DT 14 det
      river _ NOUN NN 11 obl:agent
      in _ ADP IN 16 case
      Orso+ Orso PROPN NNP 14 nmod
      . _ PUNCT . 3 punct
      """
    )
    #expect(found == ["killed 2..2", "killed 2..2"])
  }

  @Test("Those of the badly wounded are a part")
  func badlyWounded() throws {
    let found = try ToldFigures.told(
      """
      The _ DET DT 3 det
      air _ NOUN NN 3 compound
      force _ PROPN NNP 4 nsubj
      flew fly VERB VBD 0 root
      35 _ NUM CD 4 obj
      of _ ADP IN 9 case
      the _ DET DT 9 det
      badly _ ADV RB 9 advmod
      wounded wound VERB VBN 5 acl
      to _ ADP IN 11 case
      Orso+ Orso PROPN NNP 4 obl
      . _ PUNCT . 4 punct
      """
    )
    #expect(found == ["injured 35..35"])
  }

  @Test("A Turk, a Swede and a Dane are three")
  func peoples() throws {
    let found = try ToldFigures.told(
      """
      A _ DET DT 2 det
      Turk+ Turk PROPN NNP 10 nsubj:pass
      , _ PUNCT , 5 punct
      a _ DET DT 5 det
      Swede Swede PROPN NNP 2 conj
      and _ CCONJ CC 8 cc
      a _ DET DT 8 det
      Dane Dane PROPN NNP 2 conj
      were be AUX VBD 10 aux:pass
      arrested arrest VERB VBN 0 root
      in _ ADP IN 12 case
      Orso+ Orso PROPN NNP 10 obl
      . _ PUNCT . 10 punct
      """
    )
    #expect(found == ["detained 3..3"])
  }

  @Test("Somebody certain and somebody else are two")
  func certainAndUncertain() throws {
    let found = try ToldFigures.told(
      """
      The _ DET DT 2 det
      crash _ NOUN NN 3 nsubj
      killed kill VERB VBD 0 root
      the _ DET DT 5 det
      driver _ NOUN NN 3 obj
      and _ CCONJ CC 8 cc
      a _ DET DT 8 det
      passenger+ _ NOUN NN 5 conj
      . _ PUNCT . 3 punct
      """
    )
    #expect(found == ["killed 2..2"])
  }

  @Test("Another woman is one more")
  func anotherWoman() throws {
    let found = try ToldFigures.told(
      """
      One _ NUM CD 2 nummod
      woman _ NOUN NN 3 nsubj
      died die VERB VBD 0 root
      in _ ADP IN 5 case
      Orso+ Orso PROPN NNP 3 obl
      . _ PUNCT . 3 punct

      Another _ DET DT 2 det
      woman _ NOUN NN 3 nsubj
      died die VERB VBD 0 root
      in _ ADP IN 5 case
      Strelsau+ Strelsau PROPN NNP 3 obl
      . _ PUNCT . 3 punct
      """
    )
    #expect(found == ["killed 1..1", "killed 1..1"])
  }

  @Test("Others of whom the verb tells nothing new are more of the same")
  func othersResulted() throws {
    let found = try ToldFigures.told(
      """
      One _ NUM CD 2 nummod
      death _ NOUN NN 3 nsubj
      occurred occur VERB VBD 0 root
      in _ ADP IN 5 case
      Orso Orso PROPN NNP 3 obl
      and _ CCONJ CC 9 cc
      nine _ NUM CD 8 nummod
      others other NOUN NNS 9 nsubj
      resulted result VERB VBD 3 conj
      from _ ADP IN 12 case
      rough _ ADJ JJ 12 amod
      seas+ sea NOUN NNS 9 obl
      . _ PUNCT . 3 punct
      """
    )
    #expect(found == ["killed 1..1", "killed 9..9"])
  }

  @Test("The families of people are not counted besides")
  func families() throws {
    let found = try ToldFigures.told(
      """
      As _ ADV RB 2 advmod
      many _ ADJ JJ 5 amod
      as _ ADP IN 2 case
      37,439 37439 NUM CD 5 nummod
      people _ NOUN NNS 10 nsubj:pass
      from _ ADP IN 8 case
      6,662 6662 NUM CD 8 nummod
      families family NOUN NNS 5 nmod
      were be AUX VBD 10 aux:pass
      affected affect VERB VBN 0 root
      by _ ADP IN 12 case
      floods+ flood NOUN NNS 10 obl:agent
      . _ PUNCT . 10 punct
      """
    )
    #expect(found == ["affected -..37439"])
  }

  @Test("A participle right before its people tells of them")
  func participleBefore() throws {
    let found = try ToldFigures.told(
      """
      The _ DET DT 2 det
      bombing+ _ NOUN NN 14 nsubj
      , _ PUNCT , 5 punct
      which _ PRON WDT 5 nsubj
      killed kill VERB VBD 2 acl:relcl
      12 _ NUM CD 5 obj
      and _ CCONJ CC 8 cc
      wounded _ ADJ VBN 6 conj
      scores score NOUN NNS 5 obj
      more+ _ ADV RBR 9 advmod
      , _ PUNCT , 2 punct
      was be AUX VBD 14 cop
      the _ DET DT 14 det
      third _ ADJ JJ 0 root
      this _ DET DT 16 det
      year+ _ NOUN NN 14 obl:unmarked
      . _ PUNCT . 14 punct
      """
    )
    #expect(found == ["killed 12..12", "injured 40..-"])
  }

  @Test("The age of a man is no number of people")
  func manOfAge() throws {
    let found = try ToldFigures.told(
      """
      Three _ NUM CD 2 nummod
      women woman NOUN NNS 8 nsubj
      and _ CCONJ CC 5 cc
      a _ DET DT 5 det
      man _ NOUN NN 2 conj
      of _ ADP IN 7 case
      61 _ NUM CD 5 nmod
      died die VERB VBD 0 root
      in _ ADP IN 10 case
      hospital+ _ NOUN NN 8 obl
      . _ PUNCT . 8 punct
      """
    )
    #expect(found == ["killed 4..4"])
  }

  @Test("Numbers with a place each go on with the list")
  func placedAlike() throws {
    let found = try ToldFigures.told(
      """
      The _ DET DT 2 det
      director _ NOUN NN 3 nsubj
      said say VERB VBD 0 root
      37 _ NUM CD 10 nsubj:pass
      of _ ADP IN 7 case
      the _ DET DT 7 det
      dead _ ADJ JJ 4 nmod
      had have AUX VBD 10 aux
      been be AUX VBN 10 aux:pass
      held hold VERB VBN 3 ccomp
      in _ ADP IN 12 case
      Orso+ Orso PROPN NNP 10 obl
      , _ PUNCT , 14 punct
      34 _ NUM CD 10 parataxis
      in _ ADP IN 16 case
      Strelsau Strelsau PROPN NNP 14 nmod
      and _ CCONJ CC 18 cc
      eight _ NUM CD 10 conj
      in _ ADP IN 20 case
      Hentzau+ Hentzau PROPN NNP 18 nmod
      . _ PUNCT . 3 punct
      """,
      naming: [(11..<12, .place), (15..<16, .place), (19..<20, .place)]
    )
    #expect(found == ["killed 37..37", "killed 34..34", "killed 8..8"])
  }

  @Test("A number with a place adds to the whole")
  func addedPlaces() throws {
    let found = try ToldFigures.told(
      """
      A _ DET DT 2 det
      total _ NOUN NN 7 nsubj:pass
      of _ ADP IN 5 case
      6,240 6240 NUM CD 5 nummod
      people _ NOUN NNS 2 nmod
      were be AUX VBD 7 aux:pass
      killed+ kill VERB VBN 0 root
      , _ PUNCT , 12 punct
      with _ ADP IN 12 case
      5,708 5708 NUM CD 7 obl
      in _ ADP IN 12 case
      Orso Orso PROPN NNP 7 obl
      and _ CCONJ CC 14 cc
      538 _ NUM CD 12 conj
      in _ ADP IN 16 case
      Hentzau+ Hentzau PROPN NNP 12 nmod
      . _ PUNCT . 7 punct
      """,
      naming: [(11..<12, .place), (15..<16, .place)]
    )
    #expect(found == ["killed 6240..6240", "killed 5708..5708", "killed 538..538"])
  }

  @Test("Equal numbers in two places are two figures")
  func equalNumbers() throws {
    let found = try ToldFigures.told(
      """
      The _ DET DT 2 det
      tornadoes tornado NOUN NNS 3 nsubj
      killed kill VERB VBD 0 root
      at _ ADP IN 5 case
      least _ ADJ JJS 6 nmod
      13 _ NUM CD 7 nummod
      people+ _ NOUN NNS 3 obj
      , _ PUNCT , 10 punct
      including include VERB VBG 10 case
      4 _ NUM CD 7 nmod
      in _ ADP IN 12 case
      Orso+ Orso PROPN NNP 10 nmod
      , _ PUNCT , 14 punct
      four _ NUM CD 10 conj
      in _ ADP IN 16 case
      Strelsau Strelsau PROPN NNP 14 nmod
      and _ CCONJ CC 18 cc
      five _ NUM CD 10 conj
      in _ ADP IN 20 case
      Hentzau+ Hentzau PROPN NNP 18 nmod
      . _ PUNCT . 3 punct
      """,
      naming: [(11..<12, .place), (15..<16, .place), (19..<20, .place)]
    )
    #expect(found == ["killed 13..-", "killed 4..4", "killed 4..4", "killed 5..5"])
  }

  @Test("South of a town is near it")
  func besideDirection() throws {
    let found = try ToldFigures.facts(
      """
      A _ DET DT 2 det
      blast _ NOUN NN 6 nsubj
      south _ ADV RB 2 advmod
      of _ ADP IN 5 case
      Strelsau Strelsau PROPN NNP 3 obl
      killed kill VERB VBD 0 root
      seven _ NUM CD 8 nummod
      officers+ officer NOUN NNS 6 obj
      . _ PUNCT . 6 punct
      """,
      naming: [(4..<5, .place)]
    )
    #expect(found.map(\.place) == ["Strelsau"])
  }

  @Test("A mayor, his driver and two guards are four")
  func mayorAndDriver() throws {
    let found = try ToldFigures.told(
      """
      Gunmen gunman NOUN NNS 2 nsubj
      killed kill VERB VBD 0 root
      the _ DET DT 4 det
      mayor+ _ NOUN NN 2 obj
      , _ PUNCT , 7 punct
      his _ PRON PRP$ 7 nmod:poss
      driver _ NOUN NN 4 appos
      and _ CCONJ CC 10 cc
      two _ NUM CD 10 nummod
      guards+ guard NOUN NNS 4 conj
      . _ PUNCT . 2 punct
      """
    )
    #expect(found == ["killed 4..4"])
  }
}
