import ArticleReading
import Knowledge

/// Everything read from one article: entities and what the text says of them, each with the words it was read from.
///
/// The elements refer to each other by index: an `EntityIndex` is a position in `entities`, an `EventIndex` one in
/// `events`, a figure's `partOf` one in `casualties`. All spans are Unicode scalar offsets into the article's text.
public struct Facts: Sendable, Hashable {
  /// People, organisations, places, groups and things, in the order of their first mention.
  public var entities: [Entity] = []
  /// Who holds which office.
  public var roles: [RoleFact] = []
  /// Memberships and locations.
  public var relations: [RelationFact] = []
  /// What happened, may happen or did not, in the order of the first trigger.
  public var events: [EventFact] = []
  /// Figures of people harmed, in the order of the text.
  public var casualties: [CasualtyFact] = []
  /// Who said what, in the order of the text.
  public var statements: [StatementFact] = []

  /// No facts.
  public init() {}
}

/// Position of an entity in `Facts.entities`.
public typealias EntityIndex = Int
/// Position of an event in `Facts.events`.
public typealias EventIndex = Int

/// Where a fact was read and what found it.
public struct Evidence: Sendable, Hashable {
  /// The words themselves: scalar offsets into the article's text.
  public var span: Range<Int>
  /// The sentence they stand in: scalar offsets into the article's text.
  public var sentence: Range<Int>
  /// The rule, lexicon entry or model that found them: `lexicon:strike.noun`, `role:title-before-name`.
  public var foundBy: String

  /// Makes evidence of its parts.
  public init(span: Range<Int>, sentence: Range<Int>, foundBy: String) {
    self.span = span
    self.sentence = sentence
    self.foundBy = foundBy
  }
}

/// A person, organisation, place, group or thing of the story, with all its mentions.
public struct Entity: Sendable, Hashable {
  /// What an entity is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case person
    case organization
    case place
    case group
    case thing
  }

  /// What it is.
  public var kind: Kind
  /// The fullest name seen.
  public var name: String
  /// The other names and clear descriptions seen, in the order of the text.
  public var aliases: [String]
  /// Every mention, pronouns and descriptions included, in the order of the text.
  public var mentions: [EntityMention]
  /// Of a place: its country (ISO 3166-1 alpha-2).
  public var country: String?
  /// Of a place: degrees north, −90 to 90.
  public var latitude: Double?
  /// Of a place: degrees east, −180 to 180.
  public var longitude: Double?
  /// Of a place: `country`, `region`, `city`, `building`, `water`, …
  public var placeKind: String?

  /// Makes an entity of its parts.
  public init(
    kind: Kind,
    name: String,
    aliases: [String] = [],
    mentions: [EntityMention] = [],
    country: String? = nil,
    latitude: Double? = nil,
    longitude: Double? = nil,
    placeKind: String? = nil
  ) {
    self.kind = kind
    self.name = name
    self.aliases = aliases
    self.mentions = mentions
    self.country = country
    self.latitude = latitude
    self.longitude = longitude
    self.placeKind = placeKind
  }
}

/// One place in the text that refers to an entity.
public struct EntityMention: Sendable, Hashable {
  /// How a mention refers.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// By a name: "Mark Rutte", "NATO".
    case name
    /// By an adjective of a country: "Ukrainian".
    case adjective
    /// By a description: "the alliance", "three pilgrims".
    case nominal
    /// By a pronoun: "he", "their".
    case pronoun
  }

  /// How it refers.
  public var form: Form
  /// Token indices of the words.
  public var tokens: Range<Int>
  /// Token index of the syntactic head.
  public var head: Int
  /// The words, their sentence and the rule or model that tied them to the entity.
  public var evidence: Evidence

  /// Makes a mention of its parts.
  public init(form: Form, tokens: Range<Int>, head: Int, evidence: Evidence) {
    self.form = form
    self.tokens = tokens
    self.head = head
    self.evidence = evidence
  }
}

/// A person holds an office, as the text says.
public struct RoleFact: Sendable, Hashable {
  /// Who holds it.
  public var holder: EntityIndex
  /// The office without its organisation: "Secretary General".
  public var title: String
  /// The organisation or place that the office belongs to, where the text says so.
  public var of: EntityIndex?
  /// Whether the office lies in the past: "former", "ex-", "late".
  public var isFormer: Bool
  /// Every place that says so, at least one.
  public var evidence: [Evidence]
  /// The tokens of the nouns that name the office where they stand for its holder.
  public var heads: [Int]

  /// Makes a role of its parts.
  public init(
    holder: EntityIndex,
    title: String,
    of: EntityIndex?,
    isFormer: Bool = false,
    evidence: [Evidence],
    heads: [Int] = []
  ) {
    self.holder = holder
    self.title = title
    self.of = of
    self.isFormer = isFormer
    self.evidence = evidence
    self.heads = heads
  }
}

/// A standing relation between two entities.
public struct RelationFact: Sendable, Hashable {
  /// What relates them.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case memberOf
    case locatedIn
  }

  /// What relates them.
  public var kind: Kind
  /// The member, or what is located.
  public var source: EntityIndex
  /// The organisation, or the place around.
  public var target: EntityIndex
  /// Every place that says so; at least one, save where a gazetteer knows it.
  public var evidence: [Evidence]

  /// Makes a relation of its parts.
  public init(kind: Kind, source: EntityIndex, target: EntityIndex, evidence: [Evidence]) {
    self.kind = kind
    self.source = source
    self.target = target
    self.evidence = evidence
  }
}

/// Something that happened, is said to have happened, may happen or did not.
public struct EventFact: Sendable, Hashable {
  /// How the text tells an event.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    case actual
    case planned
    case hypothetical
    case negated
  }

  /// What kind of event it is.
  public var type: EventType
  /// How it is told.
  public var status: Status
  /// When it happened, as exactly as the text lets a reader work it out.
  public var date: CalendarDate?
  /// Every word that names it, the most telling first; at least one. The span is the trigger word.
  public var mentions: [Evidence]
  /// Who and what takes part.
  public var arguments: [EventArgument]
  /// Who says that it happened, where it is not told as the article's own knowledge.
  public var reportedBy: [EntityIndex]

  /// Makes an event of its parts.
  public init(
    type: EventType,
    status: Status = .actual,
    date: CalendarDate? = nil,
    mentions: [Evidence],
    arguments: [EventArgument] = [],
    reportedBy: [EntityIndex] = []
  ) {
    self.type = type
    self.status = status
    self.date = date
    self.mentions = mentions
    self.arguments = arguments
    self.reportedBy = reportedBy
  }
}

/// One participant of an event.
public struct EventArgument: Sendable, Hashable {
  /// What a participant is in an event.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    case agent
    case patient
    case recipient
    case instrument
    case place
    case origin
  }

  /// What it is in the event.
  public var role: Role
  /// The participant.
  public var entity: EntityIndex
  /// The mention that fills the argument, its sentence and the rule that found it.
  public var evidence: Evidence

  /// Makes an argument of its parts.
  public init(role: Role, entity: EntityIndex, evidence: Evidence) {
    self.role = role
    self.entity = entity
    self.evidence = evidence
  }
}

/// One figure of people harmed.
public struct CasualtyFact: Sendable, Hashable {
  /// What became of the people.
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    case killed
    case injured
    case missing
    case displaced
    case detained
    case rescued
    case affected
  }

  /// How a number is meant.
  public enum Bound: String, Sendable, Hashable, CaseIterable {
    case exact
    case atLeast
    case moreThan
    case about
    case atMost
    case range
    case vague
  }

  /// What became of them.
  public var outcome: Outcome
  /// How the number is meant.
  public var bound: Bound
  /// The least number of people, where the words give one.
  public var minimum: Int?
  /// The greatest number of people, where the words give one.
  public var maximum: Int?
  /// The day, month or year of the harm.
  public var date: CalendarDate?
  /// Every place that gives the figure; the span is the words of the number and who is counted.
  public var evidence: [Evidence]
  /// What caused it.
  public var cause: EventIndex?
  /// Where it happened.
  public var place: EntityIndex?
  /// Who says so.
  public var reportedBy: [EntityIndex]
  /// The people counted, where they are an entity of the story.
  public var group: EntityIndex?
  /// The figure that this one is a part of ("including three children").
  public var partOf: Int?

  /// Makes a figure of its parts.
  public init(
    outcome: Outcome,
    bound: Bound,
    minimum: Int?,
    maximum: Int?,
    date: CalendarDate? = nil,
    evidence: [Evidence],
    cause: EventIndex? = nil,
    place: EntityIndex? = nil,
    reportedBy: [EntityIndex] = [],
    group: EntityIndex? = nil,
    partOf: Int? = nil
  ) {
    self.outcome = outcome
    self.bound = bound
    self.minimum = minimum
    self.maximum = maximum
    self.date = date
    self.evidence = evidence
    self.cause = cause
    self.place = place
    self.reportedBy = reportedBy
    self.group = group
    self.partOf = partOf
  }
}

/// One utterance that somebody made, quoted or reported.
public struct StatementFact: Sendable, Hashable {
  /// What was said, without quotation marks; the parts of a broken quotation are joined by a space.
  public var text: String
  /// Whether the words stand inside quotation marks.
  public var isDirect: Bool
  /// Where the words stand, in the order of the text.
  public var spans: [Range<Int>]
  /// Who says it, where known.
  public var speaker: EntityIndex?
  /// To whom, where the text says so.
  public var addressee: EntityIndex?
  /// The entities that it is about.
  public var aboutEntities: [EntityIndex]
  /// The events that it is about.
  public var aboutEvents: [EventIndex]
  /// The whole sentences it stands in and what found it.
  public var evidence: [Evidence]

  /// Makes a statement of its parts.
  public init(
    text: String,
    isDirect: Bool,
    spans: [Range<Int>],
    speaker: EntityIndex? = nil,
    addressee: EntityIndex? = nil,
    aboutEntities: [EntityIndex] = [],
    aboutEvents: [EventIndex] = [],
    evidence: [Evidence]
  ) {
    self.text = text
    self.isDirect = isDirect
    self.spans = spans
    self.speaker = speaker
    self.addressee = addressee
    self.aboutEntities = aboutEntities
    self.aboutEvents = aboutEvents
    self.evidence = evidence
  }
}
