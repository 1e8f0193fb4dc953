import ArticleReading
import Extraction
import Knowledge
import Testing

/// What the syntax around triggers tells of their events, on parsed sentences.
@Suite("Syntax of events")
struct EventSyntaxTests {
  private func reading(_ lines: String) throws -> ToldEvents { ToldEvents(in: try ParsedText.context(lines)) }

  @Test("All words that name an event together are its mentions")
  func companions() throws {
    let found = try reading(
      """
      Miners miner NOUN NNS 2 nsubj
      went go VERB VBD 0 root
      on on ADP IN 4 case
      strike+ strike NOUN NN 2 obl
      . . PUNCT . 2 punct
      """
    )
    #expect(found.events.map(\.type) == ["protest"])
    #expect(found.events.first?.mentions.count == 2)
    #expect(found.fillers(.agent, of: "protest") == ["Miners"])
  }

  @Test("A \"by\" phrase after the object of an active verb is that of the object")
  func phraseOfObject() throws {
    let found = try reading(
      """
      The the DET DT 2 det
      government government NOUN NN 3 nsubj
      rejected reject VERB VBD 0 root
      demands demand NOUN NNS 3 obj
      by by ADP IN 6 case
      rebels+ rebel NOUN NNS 3 obl
      . . PUNCT . 3 punct
      """
    )
    #expect(found.fillers(.agent, of: "reject") == ["government"])
    #expect(found.fillers(.agent, of: "demand") == ["rebels"])
  }

  @Test(
    "What befalls somebody at one go is one accident",
    arguments: [("then then ADV RB 6 advmod", 1), ("tankers tanker NOUN NNS 6 nsubj", 2)]
  )
  func course(word: String, count: Int) throws {
    let found = try reading(
      """
      The the DET DT 2 det
      lorry lorry NOUN NN 3 nsubj
      overturned overturn VERB VBD 0 root
      and and CCONJ CC 6 cc
      \(word)
      exploded+ explode VERB VBD 3 conj
      . . PUNCT . 3 punct
      """
    )
    #expect(found.events.map(\.type) == Array(repeating: "accident", count: count))
  }

  @Test("What two do to each other is done to both")
  func reciprocal() throws {
    let found = try reading(
      """
      Miners miner NOUN NNS 4 nsubj
      and and CCONJ CC 3 cc
      farmers farmer NOUN NNS 1 conj
      accused accuse VERB VBD 0 root
      each each DET DT 4 obj
      other+ other ADJ JJ 5 fixed
      . . PUNCT . 4 punct
      """
    )
    #expect(found.fillers(.agent, of: "accuse") == ["Miners", "farmers"])
    #expect(found.fillers(.patient, of: "accuse") == ["Miners", "farmers"])
  }

  @Test(
    "What is thrown has a target, what is denounced a site",
    arguments: [
      ("threw throw", "stones stone", "attack", ["guards"]), ("denounced denounce", "raids raid", "accuse", []),
    ]
  )
  func targetOfThrow(verb: String, object: String, type: String, patients: [String]) throws {
    let found = try reading(
      """
      Farmers farmer NOUN NNS 2 nsubj
      \(verb) VERB VBD 0 root
      \(object) NOUN NNS 2 obj
      at at ADP IN 6 case
      the the DET DT 6 det
      guards+ guard NOUN NNS 2 obl
      . . PUNCT . 2 punct
      """
    )
    #expect(found.fillers(.patient, of: EventType(rawValue: type)) == patients)
  }

  @Test("A condition on the object looks through what counts it")
  func counted() throws {
    let found = try reading(
      """
      Troops troop NOUN NNS 2 nsubj
      captured capture VERB VBD 0 root
      dozens dozen NOUN NNS 2 obj
      of _ ADP IN 5 case
      militants+ militant NOUN NNS 3 nmod
      . . PUNCT . 2 punct
      """
    )
    #expect(found.events.map(\.type) == ["arrest"])
  }

  @Test("A threat is an event beside what is threatened")
  func threat() throws {
    let found = try reading(
      """
      Ghana Ghana PROPN NNP 2 nsubj
      threatened threaten VERB VBD 0 root
      sanctions+ sanction NOUN NNS 2 obj
      . . PUNCT . 2 punct
      """
    )
    #expect(found.events.map(\.type) == ["threaten", "sanction"])
    #expect(found.events.map(\.status) == [.actual, .hypothetical])
  }

  @Test("A word with a hyphen meets the condition on the word without")
  func hyphen() throws {
    let found = try reading(
      """
      Rebels rebel NOUN NNS 2 nsubj
      violated violate VERB VBD 0 root
      the _ DET DT 6 det
      cease+ _ NOUN NN 6 compound
      -+ _ PUNCT HYPH 4 punct
      fire+ _ NOUN NN 2 obj
      . . PUNCT . 2 punct
      """
    )
    #expect(found.events.map(\.type) == ["reject", "withdraw"])
  }

  @Test("Who is appealed to is to do what the infinitive tells")
  func addressee() throws {
    let found = try reading(
      """
      The the DET DT 2 det
      rebels rebel NOUN NNS 3 nsubj
      appealed appeal VERB VBD 0 root
      to to ADP IN 6 case
      the the DET DT 6 det
      army army NOUN NN 3 obl
      to to PART TO 8 mark
      retreat+ retreat VERB VB 3 advcl
      . . PUNCT . 3 punct
      """
    )
    #expect(found.fillers(.agent, of: "withdraw") == ["army"])
  }

  @Test("Both parties of \"between\" take part, wherever the second hangs")
  func secondParty() throws {
    let found = try reading(
      """
      Talks talk NOUN NNS 7 nsubj
      between between ADP IN 4 case
      the the DET DT 4 det
      government government NOUN NN 1 nmod
      and and CCONJ CC 6 cc
      rebels rebel NOUN NNS 1 conj
      collapsed+ collapse VERB VBD 0 root
      . . PUNCT . 7 punct
      """
    )
    #expect(found.fillers(.agent, of: "negotiate") == ["government", "rebels"])
  }

  @Test("Who is blamed for a massacre did it; who kills in raids makes the raids")
  func sharedParticipants() throws {
    let blamed = try reading(
      """
      The the DET DT 2 det
      opposition opposition NOUN NN 3 nsubj
      blamed blame VERB VBD 0 root
      the the DET DT 5 det
      army army NOUN NN 3 obj
      for for ADP IN 8 case
      the the DET DT 8 det
      massacre massacre NOUN NN 3 obl
      of of ADP IN 10 case
      villagers+ villager NOUN NNS 8 nmod
      . . PUNCT . 3 punct
      """
    )
    #expect(blamed.fillers(.agent, of: "kill") == ["army"])
    #expect(blamed.fillers(.patient, of: "kill") == ["villagers"])
    let raids = try reading(
      """
      Troops troop NOUN NNS 2 nsubj
      killed kill VERB VBD 0 root
      ten ten NUM CD 4 nummod
      rebels rebel NOUN NNS 2 obj
      in in ADP IN 6 case
      airstrikes+ airstrike NOUN NNS 2 obl
      . . PUNCT . 2 punct
      """
    )
    #expect(raids.fillers(.agent, of: "attack") == ["Troops"])
  }

  @Test("The first part of a hyphenated word and bare plurals in the present name no event")
  func noEvents() throws {
    let generic = try reading(
      """
      Hurricanes hurricane NOUN NNS 2 nsubj
      form form VERB VBP 0 root
      over over ADP IN 5 case
      warm warm ADJ JJ 5 amod
      water+ water NOUN NN 2 obl
      . . PUNCT . 2 punct
      """
    )
    #expect(generic.events.filter { $0.type == "disaster" }.isEmpty)
    let hyphenated = try reading(
      """
      Residents resident NOUN NNS 2 nsubj
      rebuilt rebuild VERB VBD 0 root
      war+ war NOUN NN 5 obl
      -+ - PUNCT HYPH 5 punct
      torn tear VERB VBN 6 amod
      streets+ street NOUN NNS 2 obj
      . . PUNCT . 2 punct
      """
    )
    #expect(hyphenated.events.filter { $0.type == "attack" }.isEmpty)
  }

  @Test("A word with a hyphen names its event as a whole; a sum does not part a verb from its aid")
  func wholeWords() throws {
    let found = try reading(
      """
      Students student NOUN NNS 2 nsubj
      staged stage VERB VBD 0 root
      a a DET DT 6 det
      sit+ sit NOUN NN 6 compound
      -+ - PUNCT HYPH 6 punct
      in+ in NOUN NN 2 obj
      . . PUNCT . 2 punct
      """
    )
    #expect(found.events.map(\.type) == ["protest"])
    #expect(found.fillers(.agent, of: "protest") == ["Students"])
    let aid = try reading(
      """
      Lawmakers lawmaker NOUN NNS 2 nsubj
      approved approve VERB VBD 0 root
      two two NUM CD 4 compound
      million million NUM CD 5 nummod
      dollars dollar NOUN NNS 2 obj
      in in ADP IN 7 case
      aid+ aid NOUN NN 5 nmod
      . . PUNCT . 2 punct
      """
    )
    #expect(aid.fillers(.agent, of: "aid") == ["Lawmakers"])
  }

  @Test("What is called for may be a whole clause")
  func clauseAskedFor() throws {
    let found = try reading(
      """
      Activists activist NOUN NNS 2 nsubj
      called call VERB VBD 0 root
      for for ADP IN 8 mark
      the the DET DT 5 det
      law law NOUN NN 8 nsubj:pass
      to to PART TO 8 mark
      be be AUX VB 8 aux:pass
      dropped+ drop VERB VBN 2 advcl
      . . PUNCT . 2 punct
      """
    )
    #expect(found.fillers(.agent, of: "demand") == ["Activists"])
  }

  @Test("What somebody condemns or blames is others' doing")
  func othersDeeds() throws {
    let lines = """
      Lawmakers lawmaker NOUN NNS 2 nsubj
      condemned condemn VERB VBD 0 root
      an a DET DT 4 det
      attempt attempt NOUN NN 2 obj
      to to PART TO 6 mark
      invade invade VERB VB 4 acl
      Ruritania Ruritania PROPN NNP 6 obj
      . . PUNCT . 2 punct
      """
    #expect(try reading(lines).fillers(.agent, of: "attack") == [])
    let own = lines.replacing("condemned condemn", with: "made make")
    #expect(try reading(own).fillers(.agent, of: "attack") == ["Lawmakers"])
  }

  @Test("A suspended sentence is one that was passed")
  func suspendedSentence() throws {
    let found = try reading(
      """
      Smith Smith PROPN NNP 2 nsubj
      received receive VERB VBD 0 root
      a a DET DT 5 det
      suspended suspend VERB VBN 5 amod
      sentence sentence NOUN NN 2 obj
      . . PUNCT . 2 punct
      """
    )
    #expect(found.events.map(\.type) == ["convict"])
    #expect(found.events.map(\.status) == [.actual])
  }
}
