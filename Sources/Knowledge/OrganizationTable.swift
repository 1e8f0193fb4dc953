/// Well-known organisations with their short forms (table `organisations`).
public struct OrganizationTable: Sendable {
  /// One of them.
  public struct Organization: Sendable, Hashable {
    /// The full name.
    public let name: String
    /// What a description may call it: "bloc".
    public let noun: String
    /// ISO 3166-1 alpha-2 of the state that it belongs to.
    public let country: String?
  }

  private let organizations: [Organization]
  private let byName: [String: Int]

  init(source: TableSource) throws(KnowledgeError) {
    var organizations: [Organization] = []
    var byName: [String: Int] = [:]
    for row in try source.table("organisations").rows {
      for name in [row["id"]] + row.values("aliases") { byName[NameKey.fold(name)] = organizations.count }
      let country = row["country"]
      organizations.append(Organization(name: row["id"], noun: row["noun"], country: country.isEmpty ? nil : country))
    }
    self.organizations = organizations
    self.byName = byName
  }

  /// The keys of all names, in no order.
  var keys: [String] { Array(byName.keys) }

  /// The organisation that a name means; the name as a `NameKey`.
  public func organization(named key: String) -> Organization? { byName[key].map { organizations[$0] } }
}
