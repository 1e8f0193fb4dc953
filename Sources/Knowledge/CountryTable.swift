/// Countries and territories with their names, adjectives, people and capitals (table `countries`).
public struct CountryTable: Sendable {
  /// One country.
  public struct Country: Sendable, Hashable {
    /// ISO 3166-1 alpha-2.
    public let code: String
    /// The common English name.
    public let name: String
    /// The capital, as a key.
    public let capital: String
    /// Degrees north of a point inside.
    public let latitude: Double
    /// Degrees east of a point inside.
    public let longitude: Double
  }

  /// The countries in the order of the table.
  public let countries: [Country]
  private let byCode: [String: Int]
  private let byName: [String: Int]
  private let byAdjective: [String: Int]
  private let byPeople: [String: Int]

  /// Reads the table; throws `KnowledgeError` where it is wrong.
  public init(source: TableSource = TableSource()) throws(KnowledgeError) {
    let table = try source.table("countries")
    var countries: [Country] = []
    var byCode: [String: Int] = [:]
    var byName: [String: Int] = [:]
    var byAdjective: [String: Int] = [:]
    var byPeople: [String: Int] = [:]
    for row in table.rows {
      guard let latitude = Double(row["latitude"]), let longitude = Double(row["longitude"]) else {
        throw KnowledgeError(table: table.name, line: row.line, problem: "has no latitude and longitude in degrees")
      }
      let index = countries.count
      countries.append(
        Country(
          code: row["id"],
          name: row["name"],
          capital: NameKey.fold(row["capital"]),
          latitude: latitude,
          longitude: longitude
        )
      )
      byCode[row["id"]] = index
      for name in [row["name"]] + row.values("aliases") { byName[NameKey.fold(name)] = index }
      for word in row.values("adjectives") { byAdjective[NameKey.fold(word)] = index }
      for word in row.values("people") { byPeople[NameKey.fold(word)] = index }
    }
    self.countries = countries
    self.byCode = byCode
    self.byName = byName
    self.byAdjective = byAdjective
    self.byPeople = byPeople
  }

  /// The keys of all names and adjectives, in no order.
  var keys: [String] { Array(byName.keys) + byAdjective.keys }

  /// The country of a code (ISO 3166-1 alpha-2).
  public func country(code: String) -> Country? { byCode[code].map { countries[$0] } }

  /// The country that a name means; the name as a `NameKey`.
  public func country(named key: String) -> Country? { byName[key].map { countries[$0] } }

  /// The country that an adjective means ("ukrainian"); the adjective as a `NameKey`.
  public func country(ofAdjective key: String) -> Country? { byAdjective[key].map { countries[$0] } }

  /// The country whose people a noun in the singular means ("briton"); the noun as a `NameKey`.
  public func country(ofPeople key: String) -> Country? { byPeople[key].map { countries[$0] } }
}
