import Foundation

/// One article as a line of JSON: `{"id", "text", "date"?, "title"?, "url"?}`; other members are left aside.
public struct ArticleRecord: Sendable, Hashable, Codable {
  /// What names the article; a JSON number is taken as text.
  public var id: String
  /// The article's text.
  public var text: String
  /// The day of publication, ISO 8601.
  public var date: CalendarDate?
  /// The headline.
  public var title: String?
  /// Where the article stands on the web.
  public var url: String?

  /// Makes a record of its parts.
  public init(id: String, text: String, date: CalendarDate? = nil, title: String? = nil, url: String? = nil) {
    self.id = id
    self.text = text
    self.date = date
    self.title = title
    self.url = url
  }

  /// Decodes a record; throws `DecodingError` where `id` or `text` is missing or a member has another type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if let number = try? container.decode(Int.self, forKey: .id) {
      id = String(number)
    } else {
      id = try container.decode(String.self, forKey: .id)
    }
    text = try container.decode(String.self, forKey: .text)
    let day = try container.decodeIfPresent(String.self, forKey: .date) ?? ""
    date = CalendarDate(day)
    guard day.isEmpty || date != nil else {
      throw DecodingError.dataCorruptedError(
        forKey: .date,
        in: container,
        debugDescription: "'\(day)' is no ISO 8601 date"
      )
    }
    title = try container.decodeIfPresent(String.self, forKey: .title).flatMap { $0.isEmpty ? nil : $0 }
    url = try container.decodeIfPresent(String.self, forKey: .url).flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension ArticleReader {
  /// The article of a record; throws where its bytes are no record or its text is empty.
  public func article(of record: RawRecord) throws(ArticleReadingError) -> Article {
    switch record.content {
    case .json(let line): return try article(recordLine: line, input: record.name)
    case .row(let row, let columns, let delimiter, let id):
      let read = try TableRow.record(row, columns: columns, delimiter: delimiter, id: id, input: record.name)
      return try article(of: read, input: record.name)
    }
  }

  /// The article of one line of JSON; throws where the line is no record or its text is empty.
  ///
  /// - Parameter input: How errors call it: the source with the line's number.
  public func article(recordLine line: Data, input: String) throws(ArticleReadingError) -> Article {
    let record: ArticleRecord
    do {
      record = try JSONDecoder().decode(ArticleRecord.self, from: line)
    } catch {
      throw ArticleReadingError(input: input, kind: .badRecord(Self.reason(of: error)))
    }
    return try article(of: record, input: input)
  }

  private func article(of record: ArticleRecord, input: String) throws(ArticleReadingError) -> Article {
    guard record.text.contains(where: { !$0.isWhitespace }) else {
      throw ArticleReadingError(input: input, kind: .empty)
    }
    guard record.text.utf8.count <= Self.largestArticle else {
      throw ArticleReadingError(
        input: input,
        kind: .tooLarge(size: record.text.utf8.count, limit: Self.largestArticle)
      )
    }
    if let offset = record.text.utf8.enumerated().first(where: { $0.element == 0 })?.offset {
      throw ArticleReadingError(input: input, kind: .binary(offset: offset))
    }
    return article(id: record.id, text: record.text, title: record.title, date: record.date, url: record.url)
  }

  private static func reason(of error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "'\(key.stringValue)' is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' has another type"
    case DecodingError.dataCorrupted(let context): context.debugDescription
    default: "not JSON"
    }
  }
}
