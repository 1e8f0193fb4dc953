import ArticleReading
import Extraction
import KnowledgeGraph

/// The members of one object of the node-link form, in the order in which they are written; what is unknown is absent.
typealias NodeLinkMembers = [(name: String, value: JSONValue)]

extension ArticleReference {
  var members: NodeLinkMembers {
    var members: NodeLinkMembers = [("id", .string(id))]
    members.add("title", title.map(JSONValue.string))
    members.add("date", date.map { .string($0.description) })
    members.add("url", url.map(JSONValue.string))
    return members
  }
}

extension Provenance {
  var members: NodeLinkMembers {
    var members: NodeLinkMembers = [
      ("article", .string(article)),
      ("start", .integer(range.lowerBound)),
      ("end", .integer(range.upperBound)),
      ("text", .string(text)),
    ]
    members.add("foundBy", foundBy.map(JSONValue.string))
    return members
  }
}

extension Node {
  var members: NodeLinkMembers {
    var members: NodeLinkMembers = [
      ("id", .string(id)),
      ("type", .string(kind.rawValue)),
      ("label", .string(label)),
      ("aliases", .array(aliases.map(JSONValue.string))),
    ]
    members += detail.members
    members.append(("mentions", .array(mentions.map { .object($0.members) })))
    return members
  }
}

extension NodeDetail {
  fileprivate var members: NodeLinkMembers {
    var members: NodeLinkMembers = []
    switch self {
    case .person, .organization, .group, .thing, .role: break
    case .place(let place):
      members.add("country", place.country.map(JSONValue.string))
      members.add("latitude", place.latitude.map(JSONValue.number))
      members.add("longitude", place.longitude.map(JSONValue.number))
      members.add("placeKind", place.placeKind.map(JSONValue.string))
    case .event(let event):
      members.add("eventType", .string(event.type.rawValue))
      members.add("trigger", .object(event.trigger.members))
      members.add("status", .string(event.status.rawValue))
      members.add("date", event.date.map { .string($0.description) })
    case .casualtyFigure(let figure):
      members.add("outcome", .string(figure.outcome.rawValue))
      members.add("minimum", figure.minimum.map(JSONValue.integer))
      members.add("maximum", figure.maximum.map(JSONValue.integer))
      members.add("bound", .string(figure.bound.rawValue))
      members.add("date", figure.date.map { .string($0.description) })
      members.add("partOf", figure.partOf.map(JSONValue.string))
    case .statement(let statement):
      members.add("text", .string(statement.text))
      members.add("direct", .boolean(statement.isDirect))
    }
    return members
  }
}

extension Edge {
  /// The key is the type: it tells apart the edges between the same two nodes.
  var members: NodeLinkMembers {
    var members: NodeLinkMembers = [
      ("source", .string(source)),
      ("target", .string(target)),
      ("key", .string(kind.rawValue)),
      ("type", .string(kind.rawValue)),
    ]
    if isFormer { members.add("former", .boolean(true)) }
    if isDerived { members.add("derived", .boolean(true)) }
    members.append(("evidence", .array(evidence.map { .object($0.members) })))
    return members
  }
}

extension NodeLinkMembers {
  fileprivate mutating func add(_ name: String, _ value: JSONValue?) {
    guard let value else { return }
    append((name, value))
  }
}
