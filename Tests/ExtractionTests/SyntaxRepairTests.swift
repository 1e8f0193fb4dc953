import ArticleReading
import Knowledge
import LanguageAnalysis
import Testing

import Extraction

/// Trees that no clause has, and what is made of them.
@Suite("Repair of trees")
struct SyntaxRepairTests {
  @Test("A name after an active verb is its object, not its second subject")
  func subjectAfterVerb() throws {
    let context = try ParsedText.context(
      """
      Lawmakers lawmaker NOUN NNS 2 nsubj
      urged urge VERB VBD 0 root
      Minister minister PROPN NNP 4 nmod:desc
      Smith Smith PROPN NNP 2 nsubj
      to to PART TO 6 mark
      resign+ resign VERB VB 2 xcomp
      . . PUNCT . 2 punct
      """
    )
    #expect(context.document.relations[3] == .object)
  }

  @Test("The name before the infinitive of a headline is its subject")
  func announcement() throws {
    let context = try ParsedText.context(
      """
      Karl Karl PROPN NNP 0 root
      Smith Smith PROPN NNP 1 flat
      to to PART TO 4 mark
      visit visit VERB VB 1 acl
      Oslo+ Oslo PROPN NNP 4 obj
      """
    )
    #expect(context.document.relations[3] == .root)
    #expect(context.document.heads[0] == 3)
    #expect(context.document.relations[0] == .subject)
  }

  @Test("Of two subjects side by side the title modifies the name")
  func titleBesideName() throws {
    let context = try ParsedText.context(
      """
      President President PROPN NNP 4 nsubj
      Abbas Abbas PROPN NNP 4 nsubj
      has have AUX VBZ 4 aux
      resigned+ resign VERB VBN 0 root
      . . PUNCT . 4 punct
      """
    )
    #expect(context.document.heads[0] == 1)
    #expect(context.document.relations[0] == .descriptiveModifier)
  }

  @Test(
    "What news tells of somebody is a past where the verb has one form for both",
    arguments: [
      ("Drones drone NOUN NNS", "VBD"), ("They they PRON PRP", "VBD"), ("We we PRON PRP", "VBP"),
    ]
  )
  func unchangedPast(subject: String, tag: String) throws {
    let context = try ParsedText.context(
      """
      \(subject) 2 nsubj
      hit hit VERB VBP 0 root
      the the DET DT 4 det
      port+ port NOUN NN 2 obj
      . . PUNCT . 2 punct
      """
    )
    #expect(context.document.pennTags[1] == tag)
  }

  @Test("What has a subject before it and an object right behind it is a verb, in headlines too")
  func headlineVerb() throws {
    let context = try ParsedText.context(
      """
      Rebels rebel NOUN NNS 2 nsubj
      trade trade NOUN NN 0 root
      blame+ blame NOUN NN 2 obj
      """
    )
    #expect(context.document.partsOfSpeech[1] == .verb)
  }

  @Test("Who stands between for and to is to do what follows")
  func wished() throws {
    let context = try ParsedText.context(
      """
      They they PRON PRP 2 nsubj
      called call VERB VBD 0 root
      for for SCONJ IN 6 mark
      Smith Smith PROPN NNP 6 obl
      to to PART TO 6 mark
      resign+ resign VERB VB 2 advcl
      . . PUNCT . 2 punct
      """
    )
    #expect(context.document.relations[3] == .subject)
  }

  @Test(
    "A passive that goes on has no second auxiliary, another verb stays active",
    arguments: [("killed kill", true), ("fled flee", false)]
  )
  func passiveGoesOn(verb: String, isPassive: Bool) throws {
    let context = try ParsedText.context(
      """
      Ten ten NUM CD 3 nsubj:pass
      were be AUX VBD 3 aux:pass
      caught catch VERB VBN 0 root
      and and CCONJ CC 6 cc
      attackers attacker NOUN NNS 6 nsubj
      \(verb) VERB VBD 3 conj
      . . PUNCT . 3 punct
      """
    )
    #expect((context.document.relations[4] == .passiveSubject) == isPassive)
  }

  @Test("A noun of what is done at the beginning of a sentence is no name, a surname like it is")
  func doing() throws {
    let context = try ParsedText.context(
      """
      Shelling Shelling PROPN NNP 2 nsubj
      killed kill VERB VBD 0 root
      Karl Karl PROPN NNP 2 obj
      Shelling+ Shelling PROPN NNP 3 flat
      . . PUNCT . 2 punct
      """
    )
    #expect(context.document.lemmas[0] == "shelling")
    #expect(context.document.pennTags[0] == "NN")
    #expect(context.document.pennTags[3] == "NNP")
  }

  @Test("A relative pronoun beside a subject is the object")
  func relativePronoun() throws {
    let context = try ParsedText.context(
      """
      The the DET DT 2 det
      man man NOUN NN 0 root
      whom whom PRON WP 5 nsubj
      police police NOUN NNS 5 nsubj
      arrested+ arrest VERB VBD 2 acl:relcl
      . . PUNCT . 2 punct
      """
    )
    #expect(context.document.relations[2] == .object)
  }

  @Test("A clause after a conjunction has the noun between as its subject")
  func clauseAfterConjunction() throws {
    let context = try ParsedText.context(
      """
      They they PRON PRP 3 nsubj:pass
      were be AUX VBD 3 aux:pass
      arrested arrest VERB VBN 0 root
      after after ADP IN 5 case
      one one NUM CD 3 obl
      escaped+ escape VERB VBD 3 conj
      . . PUNCT . 3 punct
      """
    )
    #expect(context.document.relations[5] == .adverbialClause)
    #expect(context.document.relations[4] == .subject)
    #expect(context.document.heads[4] == 5)
  }

  @Test("Subjects joined by a conjunction, and those with a comma between, are left alone")
  func leavesOthers() throws {
    let context = try ParsedText.context(
      """
      North north NOUN NN 5 nsubj
      of of ADP IN 3 case
      Accra+ Accra PROPN NNP 1 nmod
      , , PUNCT , 5 punct
      say say VERB VBP 0 root
      police+ police NOUN NNS 5 nsubj
      , , PUNCT , 5 punct
      """
    )
    #expect(context.document.relations[0] == .subject)
    #expect(context.document.heads[0] == 4)
    #expect(context.document.relations[5] == .subject)
  }

  @Test("A name after a title and a comma is in apposition to it")
  func nameAfterComma() throws {
    let context = try ParsedText.context(
      """
      The _ DET DT 2 det
      leader+ _ NOUN NN 5 nsubj
      , _ PUNCT , 2 punct
      Smith Smith PROPN NNP 5 nsubj
      resigned+ resign VERB VBD 0 root
      . . PUNCT . 5 punct
      """
    )
    #expect(context.document.heads[3] == 1)
    #expect(context.document.relations[3] == .apposition)
  }

  @Test("As many names as a noun counts are those of whom it counts")
  func namesOfCounted() throws {
    let context = try ParsedText.context(
      """
      Two _ NUM CD 2 nummod
      officers+ officer NOUN NNS 7 nsubj
      , _ PUNCT , 2 punct
      Smith Smith PROPN NNP 2 conj
      and _ CCONJ CC 6 cc
      Jones+ Jones PROPN NNP 2 conj
      died+ die VERB VBD 0 root
      . . PUNCT . 7 punct
      """
    )
    #expect(context.document.relations[3] == .apposition)
    #expect(context.document.heads[5] == 3)
  }
}

/// What the parser takes for an object, and what it does not.
@Suite("Repair of objects")
struct ObjectRepairTests {
  @Test("A day of the week after a verb is no object")
  func day() throws {
    let context = try ParsedText.context(
      """
      Workers worker NOUN NNS 2 nsubj
      demonstrated demonstrate VERB VBD 0 root
      Friday Friday PROPN NNP 2 obj
      in _ ADP IN 5 case
      Lyon+ Lyon PROPN NNP 2 obl
      . . PUNCT . 2 punct
      """
    )
    #expect(context.document.relations[2] == .unmarkedOblique)
  }

  @Test("Who is warned not to do something is the object of the warning")
  func raised() throws {
    let context = try ParsedText.context(
      """
      They _ PRON PRP 2 nsubj
      warned warn VERB VBD 0 root
      the _ DET DT 4 det
      union _ NOUN NN 7 nsubj
      not _ PART RB 7 advmod
      to _ PART TO 7 mark
      strike+ _ VERB VB 2 xcomp
      . . PUNCT . 2 punct
      """
    )
    #expect(context.document.relations[3] == .object)
    #expect(context.document.heads[3] == 1)
  }

  @Test(
    "A particle is no preposition where the verb takes it",
    arguments: [("turned", "turn", true), ("slept", "sleep", false)]
  )
  func particle(form: String, lemma: String, isParticle: Bool) throws {
    let context = try ParsedText.context(
      """
      Guards guard NOUN NNS 2 nsubj
      \(form) \(lemma) VERB VBD 0 root
      over _ ADP IN 5 case
      the _ DET DT 5 det
      suspect+ _ NOUN NN 2 obl
      . . PUNCT . 2 punct
      """
    )
    #expect((context.document.relations[4] == .object) == isParticle)
  }

  @Test("Who is advised to do something is the object of the advice")
  func adviseObject() throws {
    let context = try ParsedText.context(
      """
      They _ PRON PRP 2 nsubj
      advised advise VERB VBD 0 root
      residents resident NOUN NNS 2 iobj
      to _ PART TO 5 mark
      leave+ _ VERB VB 2 xcomp
      . . PUNCT . 2 punct
      """
    )
    #expect(context.document.relations[2] == .object)
  }

  @Test("A direction beside the subject is no second subject")
  func direction() throws {
    let context = try ParsedText.context(
      """
      A _ DET DT 2 det
      bomb _ NOUN NN 6 nsubj
      south _ NOUN NN 6 nsubj
      of _ ADP IN 5 case
      Accra Accra PROPN NNP 3 nmod
      killed kill VERB VBD 0 root
      two+ _ NUM CD 6 obj
      . . PUNCT . 6 punct
      """
    )
    #expect(context.document.relations[1] == .subject)
    #expect(context.document.heads[2] == 1)
  }
}
