import Foundation
import Testing

@Suite("Commands on a store")
struct StoreCommandTests {
  private let folder: TemporaryFolder
  private let store: String

  init() throws {
    folder = try TemporaryFolder()
    store = folder("ferry.dateline")
    let articles = try FerryArticles.all.map { try folder.file($0.name, $0.text) }
    let added = try CommandRun(["add", "--store", store, "--quiet"] + articles)
    #expect(added.text == "added monday\nadded wednesday\n")
    #expect(added.status == 0)
  }

  @Test("adding again changes nothing; what is removed is gone")
  func articles() throws {
    #expect(try run("add", folder("monday.txt"), "--quiet").text == "")
    let listed = try run("articles")
    #expect(listed.text.contains("monday") && listed.text.contains("2025-04-09"))
    #expect(try records("articles").map { $0["article"] } == ["monday", "wednesday"])
    #expect(try run("remove", "monday").text == "removed monday\n")
    #expect(try records("articles").map { $0["article"] } == ["wednesday"])
    let missing = try run("remove", "monday")
    #expect(missing.status != 0 && missing.errors.contains("'monday'"))
  }

  @Test("a node is shown with what both articles say")
  func show() throws {
    let shown = try run("show", "Mensah")
    #expect(shown.text.hasPrefix("Ama Mensah · person · person:ama-mensah\n"))
    let rows = try values(["show", "Ama Mensah"])
    let evidence = rows.flatMap { $0["evidence"] as? [[String: String]] ?? [] }
    #expect(Set(evidence.compactMap { $0["article"] }) == ["monday", "wednesday"])
    #expect(evidence.allSatisfy { $0["sentence"]?.isEmpty == false && $0["date"]?.hasPrefix("2025-04-0") == true })
    let office = try #require(rows.first { $0["relation"] as? String == "holds" })
    #expect((office["with"] as? String)?.lowercased().contains("minister") == true)
    #expect((office["evidence"] as? [Any])?.count == 2)
    #expect(try run("show", "Ama Mensah", "--explain").text.contains("“Ama Mensah” in 2 articles: one name"))
    let unknown = try run("show", "Ama Mensa")
    #expect(unknown.status != 0 && unknown.errors.contains("Ama Mensah"))
  }

  @Test("neighbours come from a store as from articles, and by day")
  func neighbours() throws {
    let all = try run("neighbours", "Ama Mensah")
    #expect(all.text.contains("monday") == false && all.text.contains("→ holds"))
    let early = try object("neighbours", "Ama Mensah", "--format", "json", "--until", "2025-04-07")
    let late = try object("neighbours", "Ama Mensah", "--format", "json", "--since", "2025-04-08")
    #expect("\(early)".contains("monday") && !"\(early)".contains("wednesday"))
    #expect("\(late)".contains("wednesday") && !"\(late)".contains("monday"))
    #expect(try run("neighbours", "Ama Mensah", "--format", "svg").text.contains("<svg"))
  }

  @Test("a store is drawn and exported")
  func drawing() throws {
    let picture = folder("ferry.svg")
    #expect(try run("graph", "--around", "Ama Mensah", "--depth", "2", "-o", picture).status == 0)
    #expect(try String(contentsOfFile: picture, encoding: .utf8).contains("Ama Mensah"))
    let whole = try object("export")
    #expect((whole["nodes"] as? [Any])?.isEmpty == false)
    let articles = { (graph: [String: Any]) in
      ((graph["graph"] as? [String: Any])?["articles"] as? [[String: Any]])?.compactMap { $0["id"] as? String }
    }
    #expect(articles(whole) == ["monday", "wednesday"])
    #expect(try articles(object("export", "--since", "2025-04-08")) == ["wednesday"])
    #expect(try run("export", "--format", "dot").text.hasPrefix("digraph"))
  }

  @Test("figures are found by the place of their event, with words for the event, and by sentences")
  func toll() throws {
    for event in ["Lagos", "Lagos ferry", "Lagos capsized", "ferry capsized"] {
      let rows = try records("toll", "--event", event)
      #expect(rows.contains { $0["figure"] == "at least 12 killed" && $0["article"] == "monday" }, "\(event)")
    }
    let rows = try records("toll", "--event", "Lagos")
    #expect(rows.contains { $0["figure"] == "30 killed" && $0["note"] == "supersedes at least 12 killed in monday" })
    #expect(try run("toll", "--event", "Lagos").text.contains("at least 12 killed"))
    #expect(try values(["toll", "--event", "Lagos"]).contains { $0["minimum"] as? Int == 12 && $0["maximum"] == nil })
    #expect(
      try records("toll", "--event", "Lagos", "--since", "2025-04-08").allSatisfy { $0["article"] == "wednesday" }
    )
    #expect(try run("toll", "--event", "Zanzibar").status != 0)
  }

  @Test("a figure is told with all earlier ones that nothing has superseded")
  func corrections() throws {
    let stories = [
      ("one", "June 3", "A bridge collapsed in Tamale on Sunday, killing at least 7 people, police said."),
      ("two", "June 4", "The collapse of a bridge in Tamale on Sunday killed 15 people, police said."),
      ("three", "June 5", "The collapse of a bridge in Tamale on Sunday killed 13 people, police said."),
    ]
    for (name, day, sentence) in stories {
      let path = try folder.file("\(name).txt", "Bridge falls\n\nTAMALE, \(day), 2024 (Newswire) - \(sentence)\n")
      #expect(try run("add", path, "--quiet").status == 0)
    }
    let notes = Dictionary(
      try records("toll", "--event", "Tamale").map { ($0["article"] ?? "", $0["note"] ?? "") }
    ) { first, _ in first }
    #expect(notes["two"] == "supersedes at least 7 killed in one")
    #expect(notes["three"] == "contradicts 15 killed in two")
  }

  @Test("events are found by words for their kind; what is unknown leads to the nearest names")
  func descriptions() throws {
    #expect(try !records("timeline", "--about", "Lagos ferry accident").isEmpty)
    #expect(try records("toll", "--event", "Lagos accident").contains { $0["article"] == "wednesday" })
    let unknown = try run("timeline", "--about", "Mensha speech")
    #expect(unknown.status != 0 && unknown.errors.contains("Ama Mensah"))
  }

  @Test("articles of one call and of one store give the same graph")
  func sameGraph() throws {
    let articles = try CommandRun(["export", folder("wednesday.txt"), folder("monday.txt")])
    #expect(try run("export").output == articles.output)
  }

  @Test("articles of folders are called by their place there; two files of one name are not taken for one")
  func names() throws {
    let path = folder("news")
    for day in ["monday", "tuesday"] {
      let url = URL(fileURLWithPath: path).appendingPathComponent(day)
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      try Data(FerryArticles.all[0].text.utf8).write(to: url.appendingPathComponent("story.txt"))
    }
    let other = folder("folders.dateline")
    let added = try CommandRun(["add", path, "--store", other, "--quiet"])
    #expect(added.text == "added monday/story\nadded tuesday/story\n")
    let alike = try CommandRun(["add", path + "/monday/story.txt", path + "/tuesday/story.txt", "--store", other])
    #expect(alike.status != 0 && alike.errors.contains("'story'"))
  }

  @Test("events stand in the order of time")
  func timeline() throws {
    let dates = try records("timeline", "--about", "Lagos").compactMap { $0["date"] }
    #expect(dates.count > 1 && dates == dates.sorted())
    #expect(try run("timeline", "--about", "Lagos").text.contains("2025-04"))
    #expect(try records("timeline", "--about", "Lagos", "--since", "2026-01-01").isEmpty)
  }

  @Test("names and sentences are found by the beginnings of words")
  func find() throws {
    let rows = try records("find", "mens")
    #expect(rows.contains { $0["what"] == "person" && $0["name"] == "Ama Mensah" })
    #expect(rows.contains { $0["what"] == "sentence" })
    #expect(try run("find", "mens").text.contains("person:ama-mensah"))
    #expect(try run("find", "xylophone").text == "Nothing matches 'xylophone'.\n")
  }

  @Test("a path leads from one person to another")
  func path() throws {
    let rows = try records("path", "Ama Mensah", "Kofi Boateng")
    #expect(rows.first?["from"]?.hasPrefix("Ama Mensah") == true)
    #expect(rows.last?["to"]?.hasPrefix("Kofi Boateng") == true)
    #expect(try run("path", "Ama Mensah", "Kofi Boateng").text.contains("Kofi Boateng"))
    #expect(try run("path", "Ama Mensah", "Ama Mensah").text == "Both names mean Ama Mensah.\n")
  }

  @Test("decisions are kept, listed, applied and taken back")
  func decisions() throws {
    #expect(try run("decisions").text == "No decisions have been taken.\n")
    #expect(try run("same", "Ama Mensah", "Kofi Boateng").text.hasPrefix("decided: "))
    #expect(try records("find", "boateng").filter { $0["what"] == "person" }.map { $0["id"] } == ["person:ama-mensah"])
    #expect(try records("decisions").map { $0["decision"] } == ["same"])
    #expect(try run("decisions", "--withdraw", "1").text == "withdrew decision 1\n")
    #expect(try run("different", "Ama Mensah", "Kofi Boateng").status == 0)
    #expect(try run("decisions").text.contains("different"))
    let wrong = try run("decisions", "--withdraw", "9")
    #expect(wrong.status != 0 && wrong.errors.contains("decision 9"))
  }

  @Test("names that mean none or several are told with what may be meant, by decisions too")
  func undecided() throws {
    let unknown = try run("same", "Ama Mensa", "Kofi Boateng")
    #expect(unknown.status != 0 && unknown.errors.contains("person:ama-mensah"))
    let one = try run("same", "Ama Mensah", "person:ama-mensah")
    #expect(one.status != 0 && one.errors.contains("one name"))
  }

  @Test("every command answers in JSON")
  func json() throws {
    let commands = [
      ["articles"], ["neighbours", "Lagos"], ["neighbours", "Lagos", "--depth", "2"], ["show", "Lagos"],
      ["show", "Lagos", "--explain"], ["path", "Ama Mensah", "Lagos"], ["find", "lag"],
      ["timeline", "--about", "Lagos"],
      ["toll", "--event", "Lagos"], ["check"], ["export"], ["graph", "--around", "Lagos"], ["decisions"],
      ["same", "Ama Mensah", "Kofi Boateng"], ["different", "Ama Mensah", "Kofi Boateng"],
      ["decisions", "--withdraw", "1"], ["add", folder("monday.txt"), "--again"], ["remove", "monday"],
    ]
    for command in commands {
      let run = try CommandRun(command + ["--store", store, "--format", "json"])
      #expect(run.status == 0, "\(command): \(run.errors)")
      #expect(throws: Never.self, "\(command)") { try JSONSerialization.jsonObject(with: run.output) }
    }
  }

  @Test("stores are compared and checked")
  func compare() throws {
    let other = folder("other.dateline")
    #expect(try CommandRun(["add", folder("monday.txt"), "--store", other, "--quiet"]).status == 0)
    let run = try CommandRun(["compare", store, other, "--format", "json"])
    let rows = try JSONDecoder().decode([[String: String]].self, from: run.output)
    #expect(rows.contains { $0["what"] == "article" && $0["id"] == "wednesday" && $0["only in"] == store })
    #expect(try CommandRun(["compare", store, store]).text.hasPrefix("Both stores have the same"))
    let check = try object("check", "--format", "json")
    #expect(check["articles"] as? Int == 2 && (check["problems"] as? [String])?.isEmpty == true)
    #expect(try self.run("check").text.hasSuffix("the store is whole\n"))
    let text = try CommandRun(["check", "--store", folder("monday.txt")])
    #expect(text.status != 0 && text.errors.contains("monday.txt"))
  }

  // MARK: Runs

  private func run(_ arguments: String...) throws -> CommandRun { try CommandRun(arguments + ["--store", store]) }

  private func records(_ arguments: String...) throws -> [[String: String]] {
    try values(arguments).map { $0.compactMapValues { $0 as? String } }
  }

  private func values(_ arguments: [String]) throws -> [[String: Any]] {
    let run = try CommandRun(arguments + ["--store", store, "--format", "json"])
    return try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]] ?? []
  }

  private func object(_ arguments: String...) throws -> [String: Any] {
    let run = try CommandRun(arguments + ["--store", store])
    return try JSONSerialization.jsonObject(with: run.output) as? [String: Any] ?? [:]
  }
}

/// Two articles about one accident.
enum FerryArticles {
  static let all = [
    (
      name: "monday.txt",
      text: """
      Ferry capsizes near Lagos

      LAGOS, April 7, 2025 (Newswire) - A ferry capsized in Lagos on Sunday, killing at least 12 people, police said.

      Transport Minister Ama Mensah visited Lagos on Monday. "We will find out who is to blame," Mensah told reporters.
      """
    ),
    (
      name: "wednesday.txt",
      text: """
      Minister meets governor after ferry accident

      LAGOS, April 9, 2025 (Newswire) - The ferry accident in Lagos on Sunday killed 30 people, police said.

      Transport Minister Ama Mensah met Governor Kofi Boateng in Lagos on Tuesday, officials said.
      """
    ),
  ]
}
