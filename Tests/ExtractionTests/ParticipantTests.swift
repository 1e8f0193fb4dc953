import ArticleReading
import Extraction
import Knowledge
import LanguageAnalysis
import Testing

/// Who takes part in events where the words around their own phrases tell it.
@Suite("Participants told by other words")
struct ParticipantTests {
  private func reading(_ lines: String, naming names: [(Range<Int>, EntitySpan.Kind)] = []) throws -> ToldEvents {
    let context = ParsedText.naming(try ParsedText.context(lines), names)
    return ToldEvents(in: context, among: EntityResolver().entities(in: context, attributions: []))
  }

  @Test("The agent of the last of two passives is that of both")
  func agentOfConjuncts() throws {
    let found = try reading(
      """
      Two two NUM CD 2 nummod
      officers officer NOUN NNS 4 nsubj:pass
      were be AUX VBD 4 aux:pass
      killed kill VERB VBN 0 root
      and and CCONJ CC 8 cc
      four four NUM CD 7 nummod
      guards guard NOUN NNS 8 nsubj:pass
      wounded wound VERB VBN 4 conj
      by by ADP IN 10 case
      gunmen+ gunman NOUN NNS 8 obl:agent
      . . PUNCT . 4 punct
      """
    )
    #expect(found.fillers(.agent, of: "kill") == ["gunmen"])
  }

  @Test("Who fires at somebody with an object aims at them")
  func target() throws {
    let found = try reading(
      """
      Police police NOUN NNS 2 nsubj
      fired fire VERB VBD 0 root
      rubber rubber NOUN NN 4 compound
      bullets bullet NOUN NNS 2 obj
      at at ADP IN 6 case
      demonstrators+ demonstrator NOUN NNS 2 obl
      . . PUNCT . 2 punct
      """
    )
    #expect(found.fillers(.patient, of: "attack") == ["demonstrators"])
  }

  @Test("Those who blame each other are blamed")
  func reciprocal() throws {
    let found = try reading(
      """
      The the DET DT 2 det
      rebels rebel NOUN NNS 6 nsubj
      and and CCONJ CC 5 cc
      the the DET DT 5 det
      soldiers soldier NOUN NNS 2 conj
      blamed blame VERB VBD 0 root
      each each DET DT 8 det
      other+ other ADJ JJ 6 obj
      . . PUNCT . 6 punct
      """
    )
    #expect(found.fillers(.patient, of: "accuse") == found.fillers(.agent, of: "accuse"))
    #expect(found.fillers(.patient, of: "accuse").count == 2)
  }

  @Test("Whom an air strike killed it struck, where it killed them")
  func chain() throws {
    let found = try reading(
      """
      Smith Smith PROPN NNP 3 nsubj:pass
      was be AUX VBD 3 aux:pass
      killed kill VERB VBN 0 root
      in in ADP IN 7 case
      an a DET DT 7 det
      air air NOUN NN 7 compound
      strike strike NOUN NN 3 obl
      near near ADP IN 9 case
      Kabul+ Kabul PROPN NNP 7 nmod
      . . PUNCT . 3 punct
      """,
      naming: [(0..<1, .person), (8..<9, .place)]
    )
    #expect(found.fillers(.patient, of: "attack") == ["Smith"])
    #expect(found.fillers(.place, of: "kill") == ["Kabul"])
  }

  @Test("What officials somewhere tell of happened there")
  func teller() throws {
    let found = try reading(
      """
      Officials official NOUN NNS 4 nsubj
      in in ADP IN 3 case
      Kabul Kabul PROPN NNP 1 nmod
      say say VERB VBP 0 root
      gunmen gunman NOUN NNS 6 nsubj
      killed kill VERB VBD 4 ccomp
      two two NUM CD 8 nummod
      guards+ guard NOUN NNS 6 obj
      . . PUNCT . 4 punct
      """,
      naming: [(2..<3, .place)]
    )
    #expect(found.fillers(.place, of: "kill") == ["Kabul"])
  }

  @Test("Both countries are the two that were just named")
  func pair() throws {
    let found = try reading(
      """
      Ghana Ghana PROPN NNP 2 nsubj
      met meet VERB VBD 0 root
      Togo+ Togo PROPN NNP 2 obj
      . . PUNCT . 2 punct

      Benin Benin PROPN NNP 2 nsubj
      praised praise VERB VBD 0 root
      both both DET DT 4 det
      countries+ country NOUN NNS 2 obj
      . . PUNCT . 2 punct
      """,
      naming: [(0..<1, .place), (2..<3, .place), (4..<5, .place)]
    )
    #expect(found.fillers(.patient, of: "support") == ["Ghana", "Togo"])
  }

  @Test("The involvement of somebody in a deed makes it theirs")
  func involvement() throws {
    let found = try reading(
      """
      Police police NOUN NNS 2 nsubj
      arrested arrest VERB VBD 0 root
      Smith Smith PROPN NNP 2 obj
      for for ADP IN 6 case
      his his PRON PRP$ 6 nmod:poss
      role role NOUN NN 2 obl
      in in ADP IN 9 case
      the the DET DT 9 det
      bombing+ bombing NOUN NN 6 nmod
      . . PUNCT . 2 punct
      """,
      naming: [(2..<3, .person)]
    )
    #expect(found.fillers(.agent, of: "attack") == ["Smith"])
  }

  @Test("What plagues a country happens there")
  func plagued() throws {
    let found = try reading(
      """
      Ghana Ghana PROPN NNP 3 nsubj:pass
      was be AUX VBD 3 aux:pass
      plagued plague VERB VBN 0 root
      by by ADP IN 5 case
      bombings+ bombing NOUN NNS 3 obl:agent
      . . PUNCT . 3 punct
      """,
      naming: [(0..<1, .place)]
    )
    #expect(found.fillers(.place, of: "attack") == ["Ghana"])
  }

  @Test("What the forces of a state do, the state does")
  func forces() throws {
    let found = try reading(
      """
      Ghanaian Ghanaian ADJ JJ 2 amod
      troops troops NOUN NNS 3 nsubj
      attacked attack VERB VBD 0 root
      the the DET DT 5 det
      rebels+ rebel NOUN NNS 3 obj
      . . PUNCT . 3 punct
      """
    )
    #expect(found.fillers(.agent, of: "attack") == ["Ghanaian troops", "Ghana"])
  }

  @Test("The country of a minister is that of the office")
  func ownCountry() throws {
    let found = try reading(
      """
      Ghana Ghana PROPN NNP 4 nmod:poss
      's 's PART POS 1 case
      foreign foreign ADJ JJ 4 amod
      minister minister NOUN NN 5 nsubj
      says say VERB VBZ 0 root
      his his PRON PRP$ 7 nmod:poss
      country country NOUN NN 8 nsubj
      attacked attack VERB VBD 5 ccomp
      Togo+ Togo PROPN NNP 8 obj
      . . PUNCT . 5 punct
      """,
      naming: [(0..<1, .place), (8..<9, .place)]
    )
    #expect(found.fillers(.agent, of: "attack") == ["Ghana"])
  }
}
