import Testing

@Suite("What became of the people of a figure")
struct FigureOutcomeTests {
  @Test("What shares a modal is possible only")
  func sharedModal() throws {
    let found = try ToldFigures.told(
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
    let found = try ToldFigures.told(
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
    let found = try ToldFigures.told(
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
    let found = try ToldFigures.told(
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
    let found = try ToldFigures.told(
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

  @Test("A toll that is brought up has no bound")
  func tollBroughtUp() throws {
    let found = try ToldFigures.told(
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
    let found = try ToldFigures.told(
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
    let found = try ToldFigures.told(
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

  @Test("Those whose whereabouts are unknown are missing")
  func whereabouts() throws {
    let found = try ToldFigures.told(
      """
      The _ DET DT 2 det
      whereabouts _ NOUN NNS 7 nsubj
      of _ ADP IN 5 case
      six _ NUM CD 5 nummod
      sailors sailor NOUN NNS 2 nmod
      are be AUX VBP 7 cop
      unknown+ _ ADJ JJ 0 root
      . _ PUNCT . 7 punct
      """
    )
    #expect(found == ["missing 6..6"])
  }

  @Test("Where none survived all died")
  func noneSurvived() throws {
    let found = try ToldFigures.told(
      """
      None _ PRON NN 6 nsubj
      of _ ADP IN 5 case
      the _ DET DT 5 det
      48 _ NUM CD 5 nummod
      passengers passenger NOUN NNS 1 nmod
      survived+ survive VERB VBD 0 root
      . _ PUNCT . 6 punct
      """
    )
    #expect(found == ["killed 48..48"])
  }

  @Test("Of a part the whole is not told")
  func percentage() throws {
    let found = try ToldFigures.told(
      """
      Around _ ADV RB 2 advmod
      90 _ NUM CD 3 nummod
      percent _ NOUN NN 11 nsubj
      of _ ADP IN 6 case
      the _ DET DT 6 det
      town _ NOUN NN 9 nmod:poss
      's _ PART POS 6 case
      20,000 20000 NUM CD 9 nummod
      people _ NOUN NNS 11 nsubj
      have _ AUX VBP 11 aux
      fled+ flee VERB VBN 0 root
      . _ PUNCT . 11 punct
      """
    )
    #expect(found == [])
  }

  @Test("The loss of passengers is their death")
  func loss() throws {
    let found = try ToldFigures.told(
      """
      The _ DET DT 2 det
      ship _ NOUN NN 3 nsubj
      sank sink VERB VBD 0 root
      with _ ADP IN 6 case
      the _ DET DT 6 det
      loss _ NOUN NN 3 obl
      of _ ADP IN 9 case
      40 _ NUM CD 9 nummod
      passengers+ passenger NOUN NNS 6 nmod
      . _ PUNCT . 3 punct
      """
    )
    #expect(found == ["killed 40..40"])
  }

  @Test("Suspects who are held are detained")
  func heldSuspects() throws {
    let found = try ToldFigures.told(
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

  @Test("Who has done something has not suffered it")
  func perfect() throws {
    let found = try ToldFigures.told(
      """
      The _ DET DT 2 det
      strike _ NOUN NN 7 nsubj
      by _ ADP IN 5 case
      2,000 2000 NUM CD 5 nummod
      nurses nurse NOUN NNS 2 nmod
      has have AUX VBZ 7 aux
      crippled cripple VERB VBN 0 root
      the _ DET DT 9 det
      clinics+ clinic NOUN NNS 7 obj
      . _ PUNCT . 7 punct
      """
    )
    #expect(found == [])
  }

  @Test("A toll that is lowered is told anew")
  func loweredToll() throws {
    let found = try ToldFigures.told(
      """
      The _ DET DT 2 det
      toll+ _ NOUN NN 12 nsubj:pass
      , _ PUNCT , 2 punct
      at _ ADP IN 5 case
      first _ ADV RB 6 obl
      given give VERB VBN 12 advcl
      as _ ADP IN 8 case
      40+ _ NUM CD 6 obl
      , _ PUNCT , 2 punct
      was be AUX VBD 12 aux:pass
      later late ADV RBR 12 advmod
      lowered lower VERB VBN 0 root
      to _ ADP IN 14 case
      31+ _ NUM CD 12 obl
      . _ PUNCT . 12 punct
      """
    )
    #expect(found == ["killed 40..40", "killed 31..31"])
  }

  @Test("One in five is no number of people")
  func ratio() throws {
    let found = try ToldFigures.told(
      """
      The _ DET DT 2 det
      quake _ NOUN NN 3 nsubj
      left leave VERB VBD 0 root
      one _ NUM CD 3 obj
      in _ ADP IN 7 case
      five _ NUM CD 7 nummod
      families family NOUN NNS 4 nmod
      homeless+ _ ADJ JJ 3 xcomp
      . _ PUNCT . 3 punct
      """
    )
    #expect(found == [])
  }

  @Test("Who speaks of a number gives the same figure")
  func speakOf() throws {
    let found = try ToldFigures.told(
      """
      The _ DET DT 2 det
      opposition _ NOUN NN 3 nsubj
      says say VERB VBZ 0 root
      100 _ NUM CD 5 nummod
      members member NOUN NNS 7 nsubj:pass
      were be AUX VBD 7 aux:pass
      arrested+ arrest VERB VBN 3 ccomp
      ; _ PUNCT : 11 punct
      the _ DET DT 10 det
      police _ NOUN NNS 11 nsubj
      speak _ VERB VBP 3 parataxis
      of _ ADP IN 13 case
      23+ _ NUM CD 11 obl
      . _ PUNCT . 3 punct
      """
    )
    #expect(found == ["detained 100..100", "detained 23..23"])
  }

  @Test("Those who remain in shelters are displaced")
  func remainInShelters() throws {
    let found = try ToldFigures.told(
      """
      Some _ DET DT 3 det
      6,000 6000 NUM CD 3 nummod
      people _ NOUN NNS 4 nsubj
      remain _ VERB VBP 0 root
      in _ ADP IN 6 case
      shelters+ shelter NOUN NNS 4 obl
      . _ PUNCT . 4 punct
      """
    )
    #expect(found == ["displaced 6000..6000"])
  }
}
