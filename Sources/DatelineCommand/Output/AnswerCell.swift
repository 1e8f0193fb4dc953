import Foundation

/// One value of an answer, as a text for tables and with its type for JSON.
enum AnswerCell: ExpressibleByStringInterpolation {
  case text(String)
  case number(Int?)
  case flag(Bool)
  case list([String])
  case records([AnswerRecord])

  init(stringLiteral value: String) { self = .text(value) }

  /// What stands in a table; empty where there is nothing.
  var shown: String {
    switch self {
    case .text(let text): text
    case .number(let number): number.map(String.init) ?? ""
    case .flag(let isSet): isSet ? "yes" : ""
    case .list(let texts): texts.joined(separator: ", ")
    case .records(let records): records.isEmpty ? "" : "\(records.count)"
    }
  }
}

extension AnswerCell: Encodable {
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .flag(let isSet): try container.encode(isSet)
    case .list(let texts): try container.encode(texts)
    case .records(let records): try container.encode(records)
    }
  }
}

/// A JSON object of the values of an answer; what is empty is left out.
struct AnswerRecord: Encodable {
  private let members: [String: AnswerCell]

  init(_ members: [(String, AnswerCell)]) {
    self.members = Dictionary(members.filter { !$0.1.shown.isEmpty }) { first, _ in first }
  }

  func encode(to encoder: any Encoder) throws { try members.encode(to: encoder) }
}
