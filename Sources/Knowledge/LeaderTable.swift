/// People who headed states, whose offices news names without the country (table `leaders`).
public struct LeaderTable: Sendable {
  private let countries: [String: String]

  /// Reads the table; throws `KnowledgeError` where it is wrong.
  public init(source: TableSource = TableSource()) throws(KnowledgeError) {
    var countries: [String: String] = [:]
    for row in try source.table("leaders").rows { countries[NameKey.fold(row["id"])] = row["country"] }
    self.countries = countries
  }

  /// ISO 3166-1 alpha-2 of the state that somebody of this name headed; the name as a `NameKey`, whole, its beginning or its end.
  public func country(ofLeader key: String) -> String? {
    if let country = countries[key] { return country }
    let words = key.split(separator: " ")
    if words.count > 2, let country = countries[words.prefix(2).joined(separator: " ")] { return country }
    return (1..<max(words.count, 1)).lazy.compactMap { countries[words[$0...].joined(separator: " ")] }.first
  }
}
