import ArticleReading
import Extraction
import Knowledge
import KnowledgeGraph

/// A node as it is decoded: the members of all types side by side.
struct NodeRecord: Decodable {
  var id: String
  var type: String
  var label: String
  var aliases: [String]?
  var mentions: [ProvenanceRecord]?

  var country: String?
  var latitude: Double?
  var longitude: Double?
  var placeKind: String?

  var eventType: String?
  var trigger: ProvenanceRecord?
  var status: String?
  var date: CalendarDate?

  var outcome: String?
  var minimum: Int?
  var maximum: Int?
  var bound: String?
  var partOf: String?

  var text: String?
  var direct: Bool?

  func node() throws(GraphReadingError) -> Node {
    Node(
      id: id,
      detail: try detail(of: value(type, of: "type", in: owner)),
      label: label,
      aliases: aliases ?? [],
      mentions: try provenances(mentions)
    )
  }

  private var owner: String { "the node \(id)" }

  private func detail(of kind: NodeKind) throws(GraphReadingError) -> NodeDetail {
    switch kind {
    case .person: .person
    case .organization: .organization
    case .group: .group
    case .thing: .thing
    case .role: .role
    case .place:
      .place(PlaceDetail(country: country, latitude: latitude, longitude: longitude, placeKind: placeKind))
    case .event: .event(try event())
    case .casualtyFigure: .casualtyFigure(try figure())
    case .statement: .statement(try statement())
    }
  }

  private func event() throws(GraphReadingError) -> EventDetail {
    guard let trigger else { throw GraphReadingError("\(owner) has no 'trigger'") }
    return EventDetail(
      type: try value(eventType, of: "eventType", in: owner),
      trigger: try trigger.provenance(),
      status: try value(status, of: "status", in: owner),
      date: date
    )
  }

  private func figure() throws(GraphReadingError) -> CasualtyDetail {
    CasualtyDetail(
      outcome: try value(outcome, of: "outcome", in: owner),
      bound: try value(bound, of: "bound", in: owner),
      minimum: minimum,
      maximum: maximum,
      date: date,
      partOf: partOf
    )
  }

  private func statement() throws(GraphReadingError) -> StatementDetail {
    guard let text, let direct else { throw GraphReadingError("\(owner) has no 'text' or 'direct'") }
    return StatementDetail(text: text, isDirect: direct)
  }
}
