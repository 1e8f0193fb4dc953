import Knowledge
import Testing

/// Rows are known by their ids: in reasons that a graph states, and to tables of users that replace a row.
@Suite("Ids of rows")
struct TableIdentifiersTests {
  @Test("every row has an id of its own", arguments: TableSource.names)
  func ownIdentifiers(name: String) throws {
    let table = try TableSource().table(name)
    guard table.columns.contains("id") else { return }
    let rows = Dictionary(grouping: table.rows) { $0["id"] }
    let shared = rows.filter { $0.value.count > 1 || $0.key.isEmpty }
    #expect(shared.isEmpty, "\(shared.keys.sorted().prefix(5))")
  }

  @Test("most tables have ids")
  func identified() throws {
    let identified = try TableSource.names.filter { try TableSource().table($0).columns.contains("id") }
    #expect(identified.count > TableSource.names.count / 2)
    #expect(identified.contains("events"))
  }
}
