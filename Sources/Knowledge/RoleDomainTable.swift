/// The walks of life that titles of offices and occupations belong to (table `role-domains`).
public struct RoleDomainTable: Sendable {
  private let domains: [String: String]

  /// Reads the table; throws `KnowledgeError` where it is wrong.
  public init(source: TableSource = TableSource()) throws(KnowledgeError) {
    var domains: [String: String] = [:]
    for row in try source.table("role-domains").rows { domains[row["title"]] = row["domain"] }
    self.domains = domains
  }

  /// The walk of life of a title: of the longest run of its words that the table has, the last such run first.
  public func domain(of title: String) -> String? {
    let words = title.lowercased().split(separator: " ").map(String.init)
    for length in stride(from: min(words.count, 3), to: 0, by: -1) {
      for start in stride(from: words.count - length, through: 0, by: -1) {
        if let domain = domains[words[start..<start + length].joined(separator: " ")] { return domain }
      }
    }
    return nil
  }
}
