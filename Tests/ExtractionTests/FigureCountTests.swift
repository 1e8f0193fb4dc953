import LanguageAnalysis
import Testing

import Extraction

@Suite("Which figures a sentence gives")
struct FigureCountTests {
  private func told(_ lines: String, naming names: [(Range<Int>, EntitySpan.Kind)] = []) throws -> [String] {
    try facts(lines, naming: names).map { $0.told }
  }

  private func facts(
    _ lines: String,
    naming names: [(Range<Int>, EntitySpan.Kind)] = []
  ) throws -> [(told: String, place: String)] {
    let context = ParsedText.naming(try ParsedText.context(lines), names)
    var entities = EntityResolver().entities(in: context, attributions: [])
    let facts = CasualtyExtractor().casualties(
      in: context,
      entities: &entities,
      events: [],
      times: TimeResolver(context: context),
      attributions: []
    )
    return facts.map { fact in
      (
        "\(fact.outcome) \(fact.minimum.map(String.init) ?? "-")..\(fact.maximum.map(String.init) ?? "-")",
        fact.place.map { entities.entities[$0].name } ?? "none"
      )
    }
  }

  @Test("A mayor and at least three guards are at least four")
  func listWithBound() throws {
    let found = try told(
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
    let found = try told(
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

  @Test("What shares a modal is possible only")
  func sharedModal() throws {
    let found = try told(
      """
      The _ DET DT 2 det
      virus _ NOUN NN 4 nsubj
      could _ AUX MD 4 aux
      mutate _ VERB VB 0 root
      and _ CCONJ CC 6 cc
      kill _ VERB VB 4 conj
      millions million NOUN NNS 6 obj
      of _ ADP IN 9 case
      people+ _ NOUN NNS 7 nmod
      . _ PUNCT . 4 punct
      """
    )
    #expect(found == [])
  }

  @Test("A noun that is theirs tells what became of them")
  func ownersOfNoun() throws {
    let found = try told(
      """
      The _ DET DT 2 det
      army _ NOUN NN 5 nsubj
      did do AUX VBD 5 aux
      not _ PART RB 5 advmod
      get _ VERB VB 0 root
      back _ ADV RB 5 advmod
      the _ DET DT 9 det
      two _ NUM CD 9 nummod
      soldiers soldier NOUN NNS 5 obj
      whose _ PRON WP$ 11 nmod:poss
      kidnapping _ NOUN NN 12 nsubj
      began begin VERB VBD 9 acl:relcl
      the _ DET DT 14 det
      war+ _ NOUN NN 12 obj
      . _ PUNCT . 5 punct
      """
    )
    #expect(found == ["detained 2..2"])
  }

  @Test("Those who did not survive are dead")
  func notSurvived() throws {
    let found = try told(
      """
      17 _ NUM CD 2 nummod
      people _ NOUN NNS 5 nsubj
      did do AUX VBD 5 aux
      not _ PART RB 5 advmod
      survive _ VERB VB 0 root
      the _ DET DT 7 det
      plunge+ _ NOUN NN 5 obj
      . _ PUNCT . 5 punct
      """
    )
    #expect(found == ["killed 17..17"])
  }

  @Test("Digits and a scale in one word are a number")
  func digitsWithScale() throws {
    let found = try told(
      """
      An a DET DT 6 det
      estimated estimate VERB VBN 6 amod
      30 _ NUM CD 5 compound
      - _ PUNCT HYPH 3 punct
      thousand _ NUM CD 6 nummod
      people _ NOUN NNS 8 nsubj
      have _ AUX VBP 8 aux
      died die VERB VBN 0 root
      in _ ADP IN 11 case
      the _ DET DT 11 det
      violence+ _ NOUN NN 8 obl
      . _ PUNCT . 8 punct
      """
    )
    #expect(found == ["killed 30000..30000"])
  }

  @Test("A pronoun stands for the figure that is put right")
  func restated() throws {
    let found = try told(
      """
      The _ DET DT 2 det
      toll _ NOUN NN 3 nsubj
      stood stand VERB VBD 0 root
      at _ ADP IN 5 case
      103 _ NUM CD 3 obl
      dead+ _ ADJ JJ 5 amod
      . _ PUNCT . 3 punct

      A _ DET DT 2 det
      clerk _ NOUN NN 3 nsubj
      brought bring VERB VBD 0 root
      that _ PRON DT 3 obj
      down _ ADP RP 3 compound:prt
      to _ ADP IN 7 case
      84 _ NUM CD 3 obl
      on _ ADP IN 9 case
      Thursday+ Thursday PROPN NNP 3 obl
      . _ PUNCT . 3 punct
      """
    )
    #expect(found == ["killed 103..103", "killed 84..84"])
  }

  @Test("Two others are two more")
  func twoOthers() throws {
    let found = try told(
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
    let found = try told(
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

  @Test("A Turk, a Swede and a Bosnian are three")
  func peoples() throws {
    let found = try told(
      """
      A _ DET DT 2 det
      Turk+ Turk PROPN NNP 10 nsubj:pass
      , _ PUNCT , 5 punct
      a _ DET DT 5 det
      Swede Swede PROPN NNP 2 conj
      and _ CCONJ CC 8 cc
      a _ DET DT 8 det
      Bosnian Bosnian PROPN NNP 2 conj
      were be AUX VBD 10 aux:pass
      arrested arrest VERB VBN 0 root
      in _ ADP IN 12 case
      Orso+ Orso PROPN NNP 10 obl
      . _ PUNCT . 10 punct
      """
    )
    #expect(found == ["detained 3..3"])
  }

  @Test("A toll that is brought up has no bound")
  func tollBroughtUp() throws {
    let found = try told(
      """
      Rescuers rescuer NOUN NNS 2 nsubj
      searched search VERB VBD 0 root
      the _ DET DT 4 det
      wreck+ _ NOUN NN 2 obj
      , _ PUNCT , 6 punct
      bringing bring VERB VBG 2 advcl
      the _ DET DT 9 det
      death _ NOUN NN 9 compound
      toll _ NOUN NN 6 obj
      up _ ADP RP 6 compound:prt
      to _ ADP IN 12 case
      94+ _ NUM CD 6 obl
      . _ PUNCT . 2 punct
      """
    )
    #expect(found == ["killed 94..94"])
  }

  @Test("No serious injuries are not no injuries")
  func noneSerious() throws {
    let found = try told(
      """
      The _ DET DT 2 det
      tornado _ NOUN NN 3 nsubj
      caused cause VERB VBD 0 root
      damage+ _ NOUN NN 3 obj
      , _ PUNCT , 10 punct
      though _ SCONJ IN 10 mark
      no _ DET DT 8 det
      injuries injury NOUN NNS 10 nsubj
      were be AUX VBD 10 cop
      serious+ _ ADJ JJ 3 advcl
      . _ PUNCT . 3 punct
      """
    )
    #expect(found == [])
  }

  @Test("Animals are not counted")
  func animals() throws {
    let found = try told(
      """
      Ten _ NUM CD 2 nummod
      lions lion NOUN NNS 3 nsubj
      died die VERB VBD 0 root
      during _ ADP IN 6 case
      the _ DET DT 6 det
      flood+ _ NOUN NN 3 obl
      . _ PUNCT . 3 punct
      """
    )
    #expect(found == [])
  }

  @Test("Suspects who are held are detained")
  func heldSuspects() throws {
    let found = try told(
      """
      Police _ NOUN NNS 3 nsubj
      are be AUX VBP 3 aux
      holding hold VERB VBG 0 root
      seven _ NUM CD 5 nummod
      people _ NOUN NNS 3 obj
      suspected suspect VERB VBN 5 acl
      of _ ADP IN 9 case
      planning plan VERB VBG 9 amod
      attacks+ attack NOUN NNS 6 obl
      . _ PUNCT . 3 punct
      """
    )
    #expect(found == ["detained 7..7"])
  }

  @Test("Numbers with a place each go on with the list")
  func placedAlike() throws {
    let found = try told(
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
    let found = try told(
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
    let found = try told(
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
    let found = try facts(
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
}
