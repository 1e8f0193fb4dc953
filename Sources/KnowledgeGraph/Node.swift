import ArticleReading
import Extraction
import Knowledge

/// A node of the graph.
public struct Node: Sendable, Hashable {
  /// What names a node in its graph: the same input gives the same one.
  public var id: String
  /// What the node is, with the fields that only such a node has.
  public var detail: NodeDetail
  /// How the node is called: the fullest name seen, or a short description.
  public var label: String
  /// The other names seen, sorted.
  public var aliases: [String]
  /// Where the text mentions it, sorted.
  public var mentions: [Provenance]

  /// Makes a node of its parts.
  public init(id: String, detail: NodeDetail, label: String, aliases: [String] = [], mentions: [Provenance] = []) {
    self.id = id
    self.detail = detail
    self.label = label
    self.aliases = aliases
    self.mentions = mentions
  }

  /// The kind of the node.
  public var kind: NodeKind { detail.kind }
}

/// The kinds of nodes; the raw value is the `type` of the contract.
public enum NodeKind: String, Sendable, Hashable, CaseIterable {
  case person
  case organization
  case place
  case group
  case thing
  case role
  case event
  case casualtyFigure
  case statement
}

/// The fields that only one kind of node has.
public enum NodeDetail: Sendable, Hashable {
  case person
  case organization
  case place(PlaceDetail)
  case group
  case thing
  case role
  case event(EventDetail)
  case casualtyFigure(CasualtyDetail)
  case statement(StatementDetail)

  /// The kind of node that the fields belong to.
  public var kind: NodeKind {
    switch self {
    case .person: .person
    case .organization: .organization
    case .place: .place
    case .group: .group
    case .thing: .thing
    case .role: .role
    case .event: .event
    case .casualtyFigure: .casualtyFigure
    case .statement: .statement
    }
  }
}

/// What is known of a place.
public struct PlaceDetail: Sendable, Hashable {
  /// ISO 3166-1 alpha-2.
  public var country: String?
  /// Degrees north, −90 to 90.
  public var latitude: Double?
  /// Degrees east, −180 to 180.
  public var longitude: Double?
  /// `country`, `region`, `city`, `building`, `water`, …
  public var placeKind: String?

  /// Makes the fields of a place.
  public init(
    country: String? = nil,
    latitude: Double? = nil,
    longitude: Double? = nil,
    placeKind: String? = nil
  ) {
    self.country = country
    self.latitude = latitude
    self.longitude = longitude
    self.placeKind = placeKind
  }
}

/// What is known of an event.
public struct EventDetail: Sendable, Hashable {
  /// What kind of event it is.
  public var type: EventType
  /// The most telling word that names it.
  public var trigger: Provenance
  /// Whether it is told as actual, planned, hypothetical or negated.
  public var status: EventFact.Status
  /// When it happened, as exactly as the text allows.
  public var date: CalendarDate?

  /// Makes the fields of an event.
  public init(type: EventType, trigger: Provenance, status: EventFact.Status, date: CalendarDate? = nil) {
    self.type = type
    self.trigger = trigger
    self.status = status
    self.date = date
  }
}

/// One figure of people harmed.
public struct CasualtyDetail: Sendable, Hashable {
  /// What became of the people.
  public var outcome: CasualtyFact.Outcome
  /// How the number is meant.
  public var bound: CasualtyFact.Bound
  /// The least number of people, where given.
  public var minimum: Int?
  /// The greatest number of people, where given.
  public var maximum: Int?
  /// The day, month or year of the harm.
  public var date: CalendarDate?
  /// The id of the figure that this one is a part of.
  public var partOf: String?

  /// Makes the fields of a figure.
  public init(
    outcome: CasualtyFact.Outcome,
    bound: CasualtyFact.Bound,
    minimum: Int?,
    maximum: Int?,
    date: CalendarDate? = nil,
    partOf: String? = nil
  ) {
    self.outcome = outcome
    self.bound = bound
    self.minimum = minimum
    self.maximum = maximum
    self.date = date
    self.partOf = partOf
  }
}

/// One utterance.
public struct StatementDetail: Sendable, Hashable {
  /// What was said.
  public var text: String
  /// Whether the words stand inside quotation marks.
  public var isDirect: Bool

  /// Makes the fields of a statement.
  public init(text: String, isDirect: Bool) {
    self.text = text
    self.isDirect = isDirect
  }
}
