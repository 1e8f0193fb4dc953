import ArticleReading
import Extraction
import GRDB
import Knowledge
import KnowledgeGraph

/// The columns of a node, both ways.
struct NodeRow {
  static let columns = """
    id, local, kind, label, aliases, identity, cluster, block, profile, subtype, status, date, country, latitude,
    longitude, minimum, maximum, part_of, words, direct, trigger_start, trigger_end, trigger_rule
    """
  /// The columns with the name of their table.
  static let qualifiedColumns = columns.split(whereSeparator: { $0 == "," || $0 == "\n" || $0 == " " })
    .map { "node.\($0)" }.joined(separator: ", ")
  static let insertion =
    "INSERT INTO node (\(columns)) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"

  var id: Int64
  var node: Node
  var identity: Int64?
  var cluster: Int64
  var profile: EventProfile?

  var arguments: StatementArguments {
    var subtype: String?
    var status: String?
    var date: CalendarDate?
    var place = PlaceDetail()
    var figure: CasualtyDetail?
    var words: String?
    var direct: Bool?
    var trigger: Provenance?
    switch node.detail {
    case .place(let detail): (place, subtype) = (detail, detail.placeKind)
    case .event(let detail):
      (subtype, status, date) = (detail.type.rawValue, detail.status.rawValue, detail.date)
      (trigger, words) = (detail.trigger, detail.trigger.text)
    case .casualtyFigure(let detail):
      (subtype, status, date, figure) = (detail.outcome.rawValue, detail.bound.rawValue, detail.date, detail)
    case .statement(let detail): (words, direct) = (detail.text, detail.isDirect)
    case .person, .organization, .group, .thing, .role: break
    }
    return [
      id, node.id, node.kind.rawValue, node.label, node.aliases.joined(separator: "\u{1F}"), identity, cluster,
      profile?.block, profile?.encoded, subtype, status, date?.description, place.country, place.latitude,
      place.longitude, figure?.minimum, figure?.maximum, figure?.partOf, words, direct, trigger?.range.lowerBound,
      trigger?.range.upperBound, trigger?.foundBy,
    ]
  }

  /// The node of a row in the order of `columns`, or nil where the row is damaged.
  static func node(_ row: Row, article: String, mentions: [Provenance]) -> Node? {
    guard let kind = NodeKind(rawValue: row[2] as String), let detail = detail(kind, row, article: article) else {
      return nil
    }
    let aliases: String = row[4]
    return Node(
      id: row[1],
      detail: detail,
      label: row[3],
      aliases: aliases.isEmpty ? [] : aliases.split(separator: "\u{1F}").map(String.init),
      mentions: mentions
    )
  }

  private static func detail(_ kind: NodeKind, _ row: Row, article: String) -> NodeDetail? {
    let subtype: String? = row[9]
    let status: String? = row[10]
    let date = (row[11] as String?).flatMap { CalendarDate($0) }
    switch kind {
    case .person: return .person
    case .organization: return .organization
    case .group: return .group
    case .thing: return .thing
    case .role: return .role
    case .place:
      return .place(
        PlaceDetail(country: row[12], latitude: row[13], longitude: row[14], placeKind: subtype)
      )
    case .event:
      guard let subtype, let status = status.flatMap(EventFact.Status.init), let words = row[18] as String?,
        let start = row[20] as Int?, let end = row[21] as Int?, start <= end
      else { return nil }
      let trigger = Provenance(article: article, range: start..<end, text: words, foundBy: row[22])
      return .event(EventDetail(type: EventType(rawValue: subtype), trigger: trigger, status: status, date: date))
    case .casualtyFigure:
      guard let outcome = subtype.flatMap(CasualtyFact.Outcome.init),
        let bound = status.flatMap(CasualtyFact.Bound.init)
      else { return nil }
      return .casualtyFigure(
        CasualtyDetail(
          outcome: outcome,
          bound: bound,
          minimum: row[15],
          maximum: row[16],
          date: date,
          partOf: row[17]
        )
      )
    case .statement:
      guard let words = row[18] as String?, let direct = row[19] as Bool? else { return nil }
      return .statement(StatementDetail(text: words, isDirect: direct))
    }
  }
}
