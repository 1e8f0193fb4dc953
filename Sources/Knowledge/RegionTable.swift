/// Well-known regions, waters, mountains, islands and buildings (table `regions`).
public struct RegionTable: Sendable {
  /// One of them.
  public struct Region: Sendable, Hashable {
    /// Its usual name.
    public let name: String
    /// What sort of place it is, as in `placeWords`.
    public let sort: String
    /// ISO 3166-1 alpha-2, where it lies in one country.
    public let country: String?
  }

  private let regions: [Region]
  private let byName: [String: Int]
  private let byAdjective: [String: Int]

  init(source: TableSource) throws(KnowledgeError) {
    var regions: [Region] = []
    var byName: [String: Int] = [:]
    var byAdjective: [String: Int] = [:]
    for row in try source.table("regions").rows {
      let country = row["country"]
      for name in [row["id"]] + row.values("aliases") { byName[NameKey.fold(name)] = regions.count }
      for word in row.values("adjectives") { byAdjective[NameKey.fold(word)] = regions.count }
      regions.append(Region(name: row["id"], sort: row["sort"], country: country.isEmpty ? nil : country))
    }
    self.regions = regions
    self.byName = byName
    self.byAdjective = byAdjective
  }

  /// The keys of all names, in no order.
  var keys: [String] { Array(byName.keys) }

  /// The region that a name means; the name as a `NameKey`.
  public func region(named key: String) -> Region? { byName[key].map { regions[$0] } }

  /// The region that an adjective means; the adjective as a `NameKey`.
  public func region(ofAdjective key: String) -> Region? { byAdjective[key].map { regions[$0] } }
}
