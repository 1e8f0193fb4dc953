/// Words that belong together by what they tell of the words beside them (table `word-classes`).
public struct WordClassTable: Sendable {
  /// A class of words.
  public enum Class: String, Sendable, Hashable, CaseIterable {
    /// Verbs by which somebody gives a figure: "a doctor put the number at 38".
    case countingVerb = "counting-verb"
    /// Nouns for a part of a place, whose own place is named after them: "the outskirts of Strelsau".
    case areaNoun = "area-noun"
    /// What a disaster or weapon does to a place.
    case strikingVerb = "striking-verb"
    /// Nouns after which "of" tells who is counted: "a total of 30 people".
    case collective
    /// Words whose harm is meant, asked or feared, not done: "a plan to kill".
    case harmIntention = "harm-intention"
    /// States of the harmed before "condition".
    case conditionAdjective = "condition-adjective"
    /// Verbs between a toll and its number: "the toll rose to 30".
    case tollVerb = "toll-verb"
    /// Nouns for a number of people: "put the figure at 30".
    case tollNoun = "toll-noun"
    /// Verbs whose object is such a noun: "put the figure at 30".
    case tollGivingVerb = "toll-giving-verb"
    /// How badly somebody is hurt.
    case injuryGrade = "injury-grade"
    /// Words whose number is a name, an age or a measure, not a count.
    case numberedThing = "numbered-thing"
    /// What belongs to a state, so that a country's adjective before it means the state.
    case stateNoun = "state-noun"
    /// Nouns for a body that say nothing of its field, so that "the company" means the latest named.
    case plainBodyNoun = "plain-body-noun"
    /// Nouns that stand for anybody and so describe no group.
    case anybodyNoun = "anybody-noun"
    /// Words of rank that tell two descriptions apart.
    case rankWord = "rank-word"
    /// Nouns that count the people named after them.
    case containerNoun = "container-noun"
    /// Modifiers that do not tell two groups apart.
    case unspecificModifier = "unspecific-modifier"
    /// Nouns for vessels, which stand before their names.
    case vesselNoun = "vessel-noun"
    case stormNoun = "storm-noun"
    /// Diseases and want, of which people die without an attack or accident.
    case diseaseNoun = "disease-noun"
    /// Nouns for whoever did what a story of a crime tells of.
    case attackerNoun = "attacker-noun"
    /// What is done to towns and villages in a war.
    case takingVerb = "taking-verb"
    /// Head words of bodies whose names go on with what they are for.
    case bodyOfFieldNoun = "body-of-field-noun"
    /// Words that say what a company does, after which it is still called by its first word.
    case businessWord = "business-word"
    /// Abbreviations of time zones.
    case timeZone = "time-zone"
    /// What is called after another country than it stands in: "the Ruritanian embassy".
    case foreignSite = "foreign-site"
    /// Verbs whose infinitive is done by their subject although they have an object.
    case subjectControlVerb = "subject-control-verb"
    /// Verbs after whose object an infinitive tells what the object is to do: "appointed a judge to look into it".
    case delegatingVerb = "delegating-verb"
    /// Nouns for texts whose words a participle after them gives: "a resolution condemning the raid".
    case textNoun = "text-noun"
    /// Nouns that only count those named after them.
    case quantityNoun = "quantity-noun"
    /// What kills for longer than on the day that it began.
    case warNoun = "war-noun"
    /// Words that tell an event from the one known: "another", "previous".
    case otherness
    /// What a verb's event happened in that is not the one known: "in a separate incident".
    case occasionNoun = "occasion-noun"
    /// What an attack or disaster does where it happens: "a blast killed two people in Strelsau".
    case effectVerb = "effect-verb"
    /// Texts and figures whose day is that of a report, not of what it tells.
    case reportNoun = "report-noun"
    /// What goes on for long and so is no one day's.
    case lastingNoun = "lasting-noun"
    /// Nouns whose phrases tell of something at another time, or at none.
    case apartNoun = "apart-noun"
    /// Verbs whose object was there before, whether they are done or not.
    case reactionVerb = "reaction-verb"
    /// What readers of a text do with it, who did not write it: "records obtained by the newspaper".
    case gettingVerb = "getting-verb"
    /// What authors do with a text.
    case issuingVerb = "issuing-verb"
    /// Verbs of which evidence and numbers are the subject as often as people.
    case findingVerb = "finding-verb"
    /// Words whose infinitive lies ahead: "plan to meet".
    case aheadWord = "ahead-word"
    case unchangedPastVerb = "unchanged-past-verb"
    case hurlingVerb = "hurling-verb"
    case forceNoun = "force-noun"
    /// Verbs whose subject is what happens: "the shooting took place on Tuesday".
    case occurrenceVerb = "occurrence-verb"
    /// Verbs that look back or ahead at what they are done to.
    case distantVerb = "distant-verb"
    /// Adverbs of what is done at another time than what stands before: "and later fled".
    case sequelAdverb = "sequel-adverb"
    /// Words that count what a phrase of time belongs to: "a series of attacks".
    case countedSpan = "counted-span"
    /// What people do on a day that the noun or verb before it is told of.
    case encounterNoun = "encounter-noun"
    /// Words before a day of the week that make a feast or a remembered day of it: "Good Friday".
    case feastWord = "feast-word"
    /// Verbs of saying that are nothing more, also where particles make events of them.
    case plainSaying = "plain-saying"
    /// Nouns for a number that somebody keeps: "by the count of the governor".
    case tallyNoun = "tally-noun"
    /// Verbs of participles that tell what a number comes to: "reported six new deaths, bringing the total to 60".
    case summingVerb = "summing-verb"
    /// What is called after its maker or its own name: "Ardo rockets".
    case weaponNoun = "weapon-noun"
    /// What is called after the place that it is or lies in, not after whom it belongs to.
    case siteNoun = "site-noun"
    /// People of parties and armed groups.
    case followerNoun = "follower-noun"
    /// Peoples and faiths, which are no names of organisations or places.
    case peopleOrFaith = "people-or-faith"
    /// Directions before the name of a country: "eastern Ruritania".
    case directionWord = "direction-word"
    /// Adjectives between a place and an office in it.
    case levelOfOffice = "level-of-office"
    /// Nouns for a part of what is named after them: "a section of the wall".
    case partNoun = "part-noun"
    /// Nouns for one of two people who meet: "the two leaders".
    case leaderNoun = "leader-noun"
    /// Nouns for one of two sides that meet or agree: "both countries".
    case sideNoun = "side-noun"
    /// Nouns for what tells of an event or lets it be expected.
    case tidingNoun = "tiding-noun"
    /// Nouns for whoever is held to have done what the story tells.
    case suspectNoun = "suspect-noun"
    /// Verbs of somebody whose words a noun of saying tells: "expressed hope that …".
    case voicingVerb = "voicing-verb"
    /// Documents that are not written in sentences, of which nobody says what they read.
    case pictureNoun = "picture-noun"
    /// Verbs by which a text is told to speak.
    case textVerb = "text-verb"
    /// Verbs of somebody who holds that what others say is not so: "denied claims that …".
    case denyingVerb = "denying-verb"
    /// Head words of names of bodies that are called agencies.
    case agencyNoun = "agency-noun"
    /// Words in the names of unions that do not say so: "Teamsters".
    case wordOfUnion = "word-of-union"
    /// Titles that many people bear as surnames.
    case surnameLikeTitle = "surname-like-title"
    /// Animals, whose deaths are not counted among those of people.
    case animalNoun = "animal-noun"
    /// Who searches for people that are missing.
    case searcherNoun = "searcher-noun"
    /// What police and courts do to a suspect: "charged him", "ordered her held".
    case prosecutingVerb = "prosecuting-verb"
    /// Crimes that take lives, of which one may be charged without a count of people.
    case crimeNoun = "crime-noun"
    /// People who run from the law: "900 prisoners fled" tells of no displaced people.
    case fugitiveNoun = "fugitive-noun"
    /// Verbs by which a place or body is told to have so many dead: "Peru registered 90 deaths".
    case registeringVerb = "registering-verb"
    /// Modifiers that add a description and do not choose one of several: "the military alliance".
    case addedModifier = "added-modifier"
    /// Nouns for a company by what it does: "the maker of frozen dinners".
    case makerNoun = "maker-noun"
    /// Nouns for bodies that as a rule mean a building or thing: "the hospital".
    case siteOfBodyNoun = "site-of-body-noun"
    /// Nouns for somebody described before: "the man".
    case plainPersonNoun = "plain-person-noun"
    /// Nouns for somebody in office that leave open which: "a top official".
    case plainOfficialNoun = "plain-official-noun"
    /// Nouns for those who fight without being a state's soldiers, one of which may stand for the other.
    case fighterNoun = "fighter-noun"
    /// Nouns for a state's soldiers, one of which may stand for the other.
    case soldierNoun = "soldier-noun"
    /// Nouns for people in a street who demand something, one of which may stand for the other.
    case crowdNoun = "crowd-noun"
    /// Nouns for people at work, one of which may stand for the other.
    case workerNoun = "worker-noun"
    /// Words between the name of a body and the noun for what it is: "the Ashby militant group".
    case fieldOfBody = "field-of-body"
    /// Words before "government" that tell that no state's present one is meant.
    case otherGovernment = "other-government"
    /// Nouns for people that as often mean things.
    case thingOrPerson = "thing-or-person"
    /// Nouns for those to whom something was done: "the hostages".
    case harmedNoun = "harmed-noun"
    /// Verbs whose object did not happen: "foiled a plot".
    case foilingVerb = "foiling-verb"
    /// Verbs whose object or result is an event that comes to be with them: "will lead to floods".
    case creatingVerb = "creating-verb"
    /// Adverbs that make "will" and "would" tell of a habit: "would sometimes attack".
    case habitAdverb = "habit-adverb"
    /// Offices in a body, which a country before them does not own: "U.S. director of Y".
    case officeOfBodyNoun = "office-of-body-noun"
    /// Verbs of what makes people leave: "forced 200 people to flee".
    case forcingVerb = "forcing-verb"
    /// Verbs of people who leave their homes.
    case flightVerb = "flight-verb"
    /// Offices of a state, which a party before them does not own.
    case officeOfStateNoun = "office-of-state-noun"
    /// Words that names of newspapers end in: "Accra Observer".
    case newspaperWord = "newspaper-word"
    /// Who heads a state or a body, whatever the office is called: "the union leader".
    case headOfBodyNoun = "head-of-body-noun"
    /// Offices of those who head a state: "the Ghanaian leader" is its president.
    case headOfStateNoun = "head-of-state-noun"
    /// Offices that so many hold that the next holder named need not be meant.
    case commonOfficeNoun = "common-office-noun"
    /// Titles without further words that are offices of a state: "President Mensah".
    case loneOffice = "lone-office"
    /// Members of a family: "his father, Kofi".
    case relativeNoun = "relative-noun"
    /// Verbs of saying whose infinitive is what was said: "vowed to fight".
    case promisingVerb = "promising-verb"
    /// Verbs of saying whose object is told to do what the infinitive says: "urged them to leave".
    case directingVerb = "directing-verb"
    /// Verbs of saying whose participle is what was said: "denied taking money".
    case recountingVerb = "recounting-verb"
    /// Verbs of saying that tell what somebody is to blame or to thank for: "accused him of lying".
    case accusingVerb = "accusing-verb"
    /// Verbs of saying that say what something is: "called the plan a disaster".
    case namingVerb = "naming-verb"
    /// The same with "as": "described the talks as useful".
    case depictingVerb = "depicting-verb"
    /// Verbs whose infinitive somebody wishes: "hopes to win".
    case wishingVerb = "wishing-verb"
    /// Nouns that stand for what somebody says: "his point is that …".
    case viewNoun = "view-noun"
    /// Verbs of saying, some with their preposition, whose noun phrase is what was said: "warned of delays".
    case topicVerb = "topic-verb"
    /// Words that tell how sure somebody is: "confident that …".
    case opinionAdjective = "opinion-adjective"
    /// Nouns in phrases that name a source: "in his opinion".
    case sourceNoun = "source-noun"
    /// What somebody does to say something: "took to Twitter to note that …".
    case speakingStartVerb = "speaking-start-verb"
    /// Killings that are told as done by somebody: "police shot four attackers".
    case shootingVerb = "shooting-verb"
    /// What a state does to prisoners: "Ruritania has hanged 15 people".
    case custodyVerb = "custody-verb"
    /// Verbs of the place that a disaster befell: "Ruritania suffered a quake".
    case sufferingVerb = "suffering-verb"
    /// Those who tell of what happened where they are: "Strelsau police".
    case localSourceNoun = "local-source-noun"
    /// Prepositions before the place where something happens.
    case locativePreposition = "locative-preposition"
    /// Words before "from" that tell where an aircraft left: "shortly after take-off from Orso".
    case departureWord = "departure-word"
    /// Where people are harmed, called after its town: "a Strelsau nightclub".
    case publicSiteNoun = "public-site-noun"
    /// Adjectives of events that are compared with the one told of: "the previous crash".
    case comparingAdjective = "comparing-adjective"
    /// Prepositions between an event and those it is compared with: "among the deadliest quakes".
    case comparingPreposition = "comparing-preposition"
    /// Words between people and a part of them: "including three children".
    case partitive
    /// Words for some of the people told of before: "most of them".
    case partialWord = "partial-word"
    /// Participles and adjectives that stand for the people: "the wounded".
    case harmedWord = "harmed-word"
    /// Words that tell that somebody was hurt, not killed.
    case injuredWord = "injured-word"
    /// Verbs before "up to" that is no bound: "the number went up to 29".
    case risingVerb = "rising-verb"
    /// Verbs before "from" and two bounds: "estimates range from five to eight".
    case rangingVerb = "ranging-verb"
    /// What is done to people who were missing: "they were never found".
    case tracingVerb = "tracing-verb"
    /// What is done with a count: "figures released by the ministry".
    case releasingVerb = "releasing-verb"
    /// Texts that give figures and are somebody's: "Local media reports said".
    case tallyTextNoun = "tally-text-noun"
    /// Verbs by which another gives a figure within what is said: "the mayor spoke of 106".
    case estimatingVerb = "estimating-verb"
    /// Nouns for all the people of whom others are a kind: "six people, five men and a boy".
    case wholeNoun = "whole-noun"
    /// Nouns that make a fraction of the number before them: "two thirds".
    case fractionNoun = "fraction-noun"
    /// Nouns for what is wrong with the injured: "two with burns".
    case injuryNoun = "injury-noun"
    /// Nouns behind "in" for the state of the injured: "nine in intensive care".
    case conditionNoun = "condition-noun"
    /// What people who are displaced are without: "left 5,000 people without homes".
    case homeNoun = "home-noun"
    /// Auxiliaries of what is possible, asked or ahead.
    case possibilityModal = "possibility-modal"
    /// Verbs whose people need not be called so: "trapped 30 commuters".
    case strandingVerb = "stranding-verb"
    /// Nouns that count people who are affected, beside those of the table of people.
    case affectedNoun = "affected-noun"
    /// Words between people and what became of them: "were reportedly still listed as".
    case stateFiller = "state-filler"
    /// Words by which a sentence leaves the event told before: "Elsewhere, two were shot".
    case elsewhereWord = "elsewhere-word"
    /// Directions of which "of" tells from where: "a blast south of Strelsau".
    case compassWord = "compass-word"
    /// Verbs of a figure that is put right: "brought that down to 84".
    case restatingVerb = "restating-verb"
    /// Verbs of which deaths are the subject: "nine others resulted from rough seas".
    case resultingVerb = "resulting-verb"
  }

  private let classes: [String: Set<Class>]

  init(source: TableSource) throws(KnowledgeError) {
    let table = try source.table("word-classes")
    var classes: [String: Set<Class>] = [:]
    for row in table.rows {
      guard let wordClass = Class(rawValue: row["class"]), !row["word"].isEmpty else {
        throw KnowledgeError(
          table: table.name,
          line: row.line,
          problem:
            "has no word or no class '\(row["class"])'; choose \(Class.allCases.map(\.rawValue).joined(separator: ", "))"
        )
      }
      classes[row["word"], default: []].insert(wordClass)
    }
    self.classes = classes
  }

  /// The words of a class, sorted.
  public func words(in wordClass: Class) -> [String] {
    classes.filter { $0.value.contains(wordClass) }.keys.sorted()
  }

  /// Whether a lemma, or a word in lower case as written, belongs to a class.
  public func contains(_ word: String, in wordClass: Class) -> Bool { classes[word]?.contains(wordClass) ?? false }
}
