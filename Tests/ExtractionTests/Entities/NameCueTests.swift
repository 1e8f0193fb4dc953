import Extraction
import LanguageAnalysis
import Testing

/// What the words beside a name tell of its kind, against what the model took it for.
struct NameCueTests {
  private func kinds(_ lines: String, _ spans: [(Range<Int>, EntitySpan.Kind)]) throws -> [String: Entity.Kind] {
    let entities = try ParsedText.entities(lines, spans).entities
    return Dictionary(entities.map { ($0.name, $0.kind) }) { one, _ in one }
  }

  @Test("What an unknown place says, buys or runs makes it a body; a known town stays one")
  func readsVerbs() throws {
    let found = try kinds(
      """
      Ferrodyn Ferrodyn PROPN NNP 2 nsubj
      denied deny VERB VBD 0 root
      it _ PRON PRP 2 obj
      . . PUNCT . 2 punct

      Buses bus NOUN NNS 2 nsubj:pass
      run run VERB VBN 0 root
      by _ ADP IN 4 case
      Viatour Viatour PROPN NNP 2 obl:agent
      stopped stop VERB VBD 2 conj
      . . PUNCT . 2 punct

      Madrid Madrid PROPN NNP 2 nsubj
      denied deny VERB VBD 0 root
      it _ PRON PRP 2 obj
      . . PUNCT . 2 punct
      """,
      [(0..<1, .place), (7..<8, .place), (10..<11, .place)]
    )
    #expect(found == ["Ferrodyn": .organization, "Viatour": .organization, "Madrid": .place])
  }

  @Test("A word for a business at the end of a name makes it a company")
  func readsBusinessWords() throws {
    let found = try kinds(
      """
      Petra Petra PROPN NNP 2 compound
      Maritime Maritime PROPN NNP 3 nsubj
      grew grow VERB VBD 0 root
      . . PUNCT . 3 punct
      """,
      [(0..<2, .place)]
    )
    #expect(found == ["Petra Maritime": .organization])
  }

  @Test("A well-known region is no bank, and letters for a well-known body are no place")
  func knowsRegionsAndLetters() throws {
    let found = try kinds(
      """
      Talks talk NOUN NNS 2 nsubj
      began begin VERB VBD 0 root
      in _ ADP IN 6 case
      the _ DET DT 6 det
      West West PROPN NNP 6 compound
      Bank Bank PROPN NNP 2 obl
      at _ ADP IN 9 case
      U.N. U.N. PROPN NNP 9 compound
      offices office NOUN NNS 2 obl
      . . PUNCT . 2 punct
      """,
      [(4..<6, .organization), (7..<8, .place)]
    )
    #expect(found == ["West Bank": .place, "U.N.": .organization])
  }

  @Test("Letters in brackets are what the noun before them is")
  func readsExpansions() throws {
    let found = try kinds(
      """
      Ships ship NOUN NNS 2 nsubj
      use use VERB VBP 0 root
      the _ DET DT 5 det
      signal _ NOUN NN 5 compound
      system _ NOUN NN 2 obj
      (+ ( PUNCT -LRB- 7 punct
      SGS+ SGS PROPN NNP 5 appos
      ) ) PUNCT -RRB- 7 punct
      . . PUNCT . 2 punct
      """,
      [(6..<7, .organization)]
    )
    #expect(found == ["SGS": .thing])
  }

  @Test("A rank before a name and a field before a title name nothing")
  func dropsRanksAndFields() throws {
    let found = try kinds(
      """
      General General PROPN NNP 2 compound
      Mensah Mensah PROPN NNP 3 nsubj
      met meet VERB VBD 0 root
      National National PROPN NNP 5 amod
      Security Security PROPN NNP 6 compound
      Adviser Adviser PROPN NNP 7 compound
      Boateng Boateng PROPN NNP 3 obj
      . . PUNCT . 3 punct
      """,
      [(0..<1, .organization), (3..<5, .organization), (6..<7, .person)]
    )
    #expect(found["General"] == nil)
    #expect(found["National Security"] == nil)
    #expect(found["Boateng"] == .person)
  }

  @Test("Two countries with a hyphen are two places, and a direction is no part of a country's name")
  func dividesPairs() throws {
    let found = try kinds(
      """
      The _ DET DT 5 det
      Egypt+ Egypt PROPN NNP 4 compound
      -+ - PUNCT HYPH 4 punct
      Gaza Gaza PROPN NNP 5 compound
      border _ NOUN NN 6 nsubj
      closed close VERB VBD 0 root
      in _ ADP IN 9 case
      North North PROPN NNP 9 compound
      Poland Poland PROPN NNP 6 obl
      . . PUNCT . 6 punct
      """,
      [(1..<4, .place), (7..<9, .place)]
    )
    #expect(found == ["Egypt": .place, "Gaza": .place, "Poland": .place])
  }

  @Test("An officer's office is a body of its own beside the town that it is called after")
  func readsOffices() throws {
    let lines = """
      The _ DET DT 5 det
      Ashby Ashby PROPN NNP 3 compound
      Sheriff+ Sheriff PROPN NNP 5 nmod:poss
      's 's PART POS 3 case
      Office Office PROPN NNP 6 nsubj
      replied reply VERB VBD 0 root
      . . PUNCT . 6 punct

      Cars car NOUN NNS 2 nsubj
      left leave VERB VBD 0 root
      Ashby Ashby PROPN NNP 2 obj
      . . PUNCT . 2 punct
      """
    let found = try kinds(lines, [(1..<3, .person), (9..<10, .place)])
    #expect(found == ["Ashby Sheriff's Office": .organization, "Ashby": .place])
  }

  @Test("A body for a country is one name, and letters after a country are not the country's unless its initials")
  func readsBodiesForCountries() throws {
    let found = try kinds(
      """
      Fighters fighter NOUN NNS 8 nsubj
      of _ ADP IN 4 case
      the _ DET DT 4 det
      Movement Movement PROPN NNP 1 nmod
      for _ ADP IN 6 case
      Mali Mali PROPN NNP 4 nmod
      (+ ( PUNCT -LRB- 9 punct
      left leave VERB VBD 0 root
      MPX+ MPX PROPN NNP 4 appos
      ) ) PUNCT -RRB- 9 punct
      . . PUNCT . 8 punct
      """,
      [(3..<4, .organization), (5..<6, .place), (8..<9, .organization)]
    )
    #expect(found["Movement for Mali"] == .organization)
    #expect(found["Mali"] == nil)
  }

  @Test("Whose lawmakers, fighters or coalition are told of is a body; a vessel with a title in its name is a thing")
  func readsFollowers() throws {
    let found = try kinds(
      """
      Vetra Vetra PROPN NNP 2 compound
      lawmakers lawmaker NOUN NNS 3 nsubj
      left leave VERB VBD 0 root
      the _ DET DT 5 det
      ferry _ NOUN NN 3 obj
      Queen Queen PROPN NNP 7 compound
      Astrid Astrid PROPN NNP 5 appos
      . . PUNCT . 3 punct
      """,
      [(0..<1, .place), (5..<7, .person)]
    )
    #expect(found["Vetra"] == .organization)
    #expect(found["Queen Astrid"] == .thing || found["Astrid"] == .thing)
  }

  @Test("A person's name with a legal form is a firm, and the people of two countries are no body")
  func readsFirms() throws {
    let found = try kinds(
      """
      Ama Ama PROPN NNP 5 nsubj
      Mensah Mensah PROPN NNP 1 flat
      & & CCONJ CC 4 cc
      Co. Co. PROPN NNP 1 conj
      advised advise VERB VBD 0 root
      Kosovo Kosovo PROPN NNP 7 compound
      Serbs Serb PROPN NNPS 5 obj
      . . PUNCT . 5 punct
      """,
      [(0..<2, .person), (5..<7, .organization)]
    )
    #expect(found["Ama Mensah & Co."] == .organization)
    #expect(found["Kosovo Serbs"] == nil)
  }

  @Test("A name between commas after an office in a town is a person's, a nickname is a part of one")
  func readsHoldersAndNicknames() throws {
    let found = try kinds(
      """
      The _ DET DT 2 det
      mayor _ NOUN NN 9 nsubj
      of _ ADP IN 4 case
      Ashby Ashby PROPN NNP 2 nmod
      , , PUNCT , 6 punct
      Mukka Mukka PROPN NNP 4 appos
      Kubi Kubi PROPN NNP 6 flat
      , , PUNCT , 6 punct
      met meet VERB VBD 0 root
      Ama Ama PROPN NNP 9 obj
      " " PUNCT `` 12 punct
      Nana Nana PROPN NNP 10 flat
      " " PUNCT '' 12 punct
      Mensah Mensah PROPN NNP 10 flat
      . . PUNCT . 9 punct
      """,
      [(3..<4, .place), (5..<7, .place), (9..<10, .person), (11..<12, .person), (13..<14, .person)]
    )
    #expect(found["Mukka Kubi"] == .person)
    #expect(found.values.filter { $0 == .person }.count == 2)
  }

  @Test("Peoples and faiths, fields of offices and weapons called after their makers are no bodies")
  func dropsPeoplesAndFields() throws {
    let found = try kinds(
      """
      Sunni Sunni PROPN NNP 2 compound
      Muslims Muslim PROPN NNPS 3 nsubj
      met meet VERB VBD 0 root
      Public Public PROPN NNP 5 amod
      Health Health PROPN NNP 8 compound
      and _ CCONJ CC 7 cc
      Roads Roads PROPN NNP 5 conj
      Minister Minister PROPN NNP 9 compound
      Boateng Boateng PROPN NNP 3 obj
      near _ ADP IN 12 case
      Vetra Vetra PROPN NNP 12 compound
      rockets rocket NOUN NNS 3 obl
      . . PUNCT . 3 punct
      """,
      [(0..<2, .organization), (3..<5, .organization), (8..<9, .person), (10..<11, .organization)]
    )
    #expect(found["Sunni Muslims"] == nil)
    #expect(found["Public Health"] == nil)
    #expect(found["Vetra"] == .thing)
  }

  @Test("People may be called like a title")
  func keepsSurnamesLikeTitles() throws {
    let found = try kinds(
      """
      Patty Patty PROPN NNP 3 nsubj
      King King PROPN NNP 1 flat
      met meet VERB VBD 0 root
      K.B. K.B. PROPN NNP 3 obj
      Bishop Bishop PROPN NNP 4 flat
      . . PUNCT . 3 punct
      """,
      [(0..<2, .person), (3..<5, .person)]
    )
    #expect(found == ["Patty King": .person, "K.B. Bishop": .person])
  }
}
