import Foundation
import GRDB
import KnowledgeGraph
import Store
import Testing

@Suite("The file of a store")
struct StoreFileTests {
  @Test("a file that is no store, a newer or a damaged one gets a clear error and is left as it was")
  func refusals() throws {
    let folder = try TemporaryFolder()
    let text = folder.path("text.dateline")
    try Data(
      "This is a text, not a store. It is longer than the hundred bytes that a header of SQLite has, by far.".utf8
    )
    .write(to: URL(fileURLWithPath: text))
    try expectRefusal(text, kind: .noStore)

    let other = folder.path("other.dateline")
    try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE t (a)") }
    try expectRefusal(other, kind: .noStore)

    let newer = folder.path("newer.dateline")
    try DatabaseQueue(path: newer).inDatabase { db in
      try StoreSchema.migrate(db)
      try db.execute(sql: "PRAGMA user_version = 99")
    }
    try expectRefusal(newer, kind: .newer(schema: 99, known: StoreSchema.version))

    #expect(throws: StoreError(path: folder.path("none"), kind: .missing)) {
      try GraphStore(path: folder.path("none"), access: .reading)
    }
    #expect(throws: StoreError(path: folder.path("none"), kind: .missing)) {
      try GraphStore(path: folder.path("none"), access: .changing)
    }
  }

  private func expectRefusal(_ path: String, kind: StoreError.Kind) throws {
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    for access in [GraphStore.Access.reading, .writing] {
      #expect(throws: StoreError(path: path, kind: kind)) { try GraphStore(path: path, access: access) }
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
  }

  @Test("a damaged file is told by check or by the error, never by a crash")
  func damage() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.dateline")
    do {
      let store = try GraphStore(path: path, access: .writing)
      for graph in MergingLawTests.graphs(12, seed: 3) { try store.add(graph, digest: "1") }
    }
    var data = try Data(contentsOf: URL(fileURLWithPath: path))
    for offset in stride(from: 8192, to: data.count, by: 4096) where offset / 4096 % 3 == 0 {
      data.replaceSubrange(offset..<min(offset + 64, data.count), with: Data(repeating: 0xAA, count: 64))
    }
    let damaged = folder.path("b.dateline")
    try data.write(to: URL(fileURLWithPath: damaged))
    let problems = Result { try GraphStore(path: damaged, access: .reading).check().problems }
    switch problems {
    case .success(let problems): #expect(!problems.isEmpty)
    case .failure(let error): #expect(error is StoreError)
    }
  }

  @Test("check tells where a page is damaged, and what can still be told")
  func damagedPage() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.dateline")
    do {
      let store = try GraphStore(path: path, access: .writing)
      for graph in MergingLawTests.graphs(40, seed: 3) { try store.add(graph, digest: "1") }
    }
    let page = try DatabaseQueue(path: path).read { db in
      try Int.fetchOne(db, sql: "SELECT rootpage FROM sqlite_master WHERE name = 'edge_source'")
    }
    var data = try Data(contentsOf: URL(fileURLWithPath: path))
    let start = try #require(page).advanced(by: -1) * 4096
    data.replaceSubrange(start..<start + 64, with: Data(repeating: 0xAA, count: 64))
    try data.write(to: URL(fileURLWithPath: path))
    let check = try GraphStore(path: path, access: .reading).check()
    #expect(!check.problems.isEmpty && check.articles == 40)
  }

  @Test("every earlier schema is brought to the present one", arguments: 0..<StoreSchema.version)
  func migrations(version: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.dateline")
    let graphs = MergingLawTests.graphs(3, seed: 8)
    let made = folder.path("made.dateline")
    try GraphStore(path: made, access: .writing).add(graphs[0], digest: "1")
    try DatabaseQueue(path: path).inDatabase { db in
      try StoreSchema.migrate(db, to: version)
      guard version > 0 else { return }
      try db.execute(sql: "ATTACH ? AS made", arguments: [made])
      for table in [
        "property", "article", "cluster", "identity", "identity_key", "identity_context", "name", "node",
        "mention", "edge", "passage", "evidence", "decision",
      ] {
        try db.execute(sql: "INSERT INTO main.\(table) SELECT * FROM made.\(table)")
      }
      try db.execute(sql: "DETACH made")
    }
    if version > 0 {
      // Reading brings it up to date too.
      let person = try #require(graphs[0].nodes.first { $0.kind == .person })
      #expect(try GraphStore(path: path, access: .reading).nodes(matching: person.label).isEmpty == false)
    }
    let store = try GraphStore(path: path, access: .writing)
    for graph in graphs { try store.add(graph, digest: "1") }
    #expect(try store.check().problems == [])
    #expect(try store.articles().count == 3)
    #expect(try store.passages(matching: graphs[0].edges[0].evidence[0].text).isEmpty == false)
  }

  @Test("a store is one file when nobody uses it, and can then be read where nothing can be written")
  func oneFile() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.dateline")
    func files() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path)
    }
    do {
      let store = try GraphStore(path: path, access: .writing)
      let reader = try GraphStore(path: path, access: .reading)
      for graph in MergingLawTests.graphs(3, seed: 8) { try store.add(graph, digest: "1") }
      #expect(try files().count == 3)
      reader.close()
      store.close()
    }
    #expect(try files() == ["a.dateline"])
    #expect(try DatabaseQueue(path: path).read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "delete")
    #expect(try GraphStore(path: path, access: .reading).articles().count == 3)
    #expect(try files() == ["a.dateline"])
  }

  @Test("readers see the last whole state while another connection writes")
  func concurrency() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.dateline")
    let graphs = MergingLawTests.graphs(4, seed: 21)
    let one = try GraphStore(path: path, access: .writing)
    let other = try GraphStore(path: path, access: .writing)
    let reader = try GraphStore(path: path, access: .reading)
    try one.add(graphs[0], digest: "1")
    try other.add(graphs[1], digest: "1")
    try one.add(graphs[2], digest: "1")
    #expect(try reader.articles().count == 3)
    let lock = try DatabaseQueue(path: path)
    try lock.inDatabase { db in
      try db.inTransaction(.immediate) {
        try db.execute(sql: "DELETE FROM article")
        #expect(throws: Never.self) { try reader.graph() }
        #expect(try reader.articles().count == 3)
        return .rollback
      }
    }
    #expect(try reader.check().problems == [])
  }

  @Test("decisions stand above the procedure, are kept and can be taken back")
  func decisions() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore(path: folder.path("a.dateline"), access: .writing)
    func add(_ id: String, _ name: String) throws {
      var draft = GraphDraft(article: id, date: nil)
      _ = draft.person(names: [name])
      try store.add(draft.graph, digest: "1")
    }
    try add("a", "Ama Mensah")
    try add("b", "Mensah")
    #expect(try store.graph().nodes.count == 2)
    _ = try store.decide(.same, "Mensah", "Ama Mensah")
    #expect(try store.graph().nodes.map(\.label) == ["Ama Mensah"])
    try add("c", "Mensah")
    #expect(try store.graph().nodes.count == 1)
    let reasons = try store.reasons(ofMerging: store.graph().nodes[0].id)
    #expect(reasons.count == 2 && reasons.allSatisfy { $0.contains("decided") })
    #expect(throws: StoreError.self) { try store.decide(.same, "Mensah", "Mensah") }
    _ = try store.decide(.different, "Mensah", "Ama Mensah")
    #expect(try store.decisions().map(\.decision.verdict) == [.different])
    #expect(try store.graph().nodes.count > 1)
    #expect(try store.withdraw(decision: store.decisions()[0].number))
    #expect(try store.check().problems == [])

    try add("d", "Bill Harker")
    try add("e", "William Harker")
    let joined = try store.graph().nodes.count
    _ = try store.decide(.different, "Bill Harker", "William Harker")
    #expect(try store.graph().nodes.count == joined + 1)
  }

  @Test("names lead to nodes: whole, in another spelling, by a word, or to the nearest")
  func names() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore(path: folder.path("a.dateline"), access: .writing)
    var draft = GraphDraft(article: "a", date: nil)
    _ = draft.person(names: ["Volodymyr Lysenko"])
    _ = draft.person(names: ["Ama Mensah"])
    _ = draft.person(names: ["Kojo Mensah"])
    try store.add(draft.graph, digest: "1")
    func label(_ query: String) throws -> String? {
      if case .found(let node) = try store.node(named: query) { node.label } else { nil }
    }
    #expect(try label("volodymyr lysenko") == "Volodymyr Lysenko")
    #expect(try label("Volodimir Lysenko") == "Volodymyr Lysenko")
    #expect(try label("Lysenko") == "Volodymyr Lysenko")
    guard case .ambiguous(let candidates) = try store.node(named: "Mensah") else {
      Issue.record("'Mensah' is not told to be ambiguous")
      return
    }
    #expect(candidates.map(\.label).sorted() == ["Ama Mensah", "Kojo Mensah"])
    var later = GraphDraft(article: "b", date: nil)
    _ = later.person(names: ["Lysenko"])
    try store.add(later.graph, digest: "1")
    guard case .ambiguous(let both) = try store.node(named: "Lysenko") else {
      Issue.record("the Lysenko of one article is taken for the only one")
      return
    }
    #expect(both.map(\.label).sorted() == ["Lysenko", "Volodymyr Lysenko"])
    guard case .unknown(let nearest) = try store.node(named: "Ama Mensa") else {
      Issue.record("'Ama Mensa' is found")
      return
    }
    #expect(nearest.first?.label == "Ama Mensah")
    #expect(try store.nodes(matching: "lys").map(\.label).sorted() == ["Lysenko", "Volodymyr Lysenko"])
  }
}
