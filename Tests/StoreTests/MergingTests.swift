import ArticleReading
import Knowledge
import KnowledgeGraph
import Testing

@Suite("Merging across articles")
struct MergingTests {
  @Test(
    "spellings and transliterations of one full name are one person",
    arguments: [
      ["Volodymyr Zelenskiy", "Volodymyr Zelensky", "Volodymyr Zelenskyy", "Vladimir Zelenski"],
      ["Nikita Khrushchev", "Nikita Hrushchev"], ["Mohammed Al-Sayyid", "Muhammad al Sayyid"],
      ["Bill Harker", "William Harker"], ["José Núñez", "Jose Nunez"],
    ]
  )
  func spellings(names: [String]) throws {
    let graphs = names.enumerated().map { number, name in
      draft("a\(number)") { _ = $0.person(names: [name]) }
    }
    #expect(try merged(graphs).nodes.count == 1)
  }

  @Test("a surname alone never merges; a role or company in common does")
  func surnames() throws {
    let full = draft("a") { draft in
      let person = draft.person(names: ["Ama Mensah", "Mensah"])
      let role = draft.add(.role, label: "minister")
      let country = draft.place("Ghana", country: "GH", kind: "country")
      draft.edge(person, .holds, role)
      draft.edge(role, .roleOf, country)
    }
    let bare = draft("b") { _ = $0.person(names: ["Mensah"]) }
    #expect(try merged([full, bare]).nodes.filter { $0.kind == .person }.count == 2)
    let minister = draft("c") { draft in
      let person = draft.person(names: ["Mensah"])
      let role = draft.add(.role, label: "Minister")
      let country = draft.place("Ghana", country: "GH", kind: "country")
      draft.edge(person, .holds, role)
      draft.edge(role, .roleOf, country)
    }
    let graph = try merged([full, bare, minister])
    #expect(graph.nodes.filter { $0.kind == .person }.count == 2)
    #expect(graph.nodes.filter { $0.kind == .role }.count == 1)
  }

  @Test("two people of one name with roles that do not go together stay apart")
  func namesakes() throws {
    let graphs = [("a", "minister", "Ghana", "GH"), ("b", "goalkeeper", "Kenya", "KE")].map { id, title, name, code in
      draft(id) { draft in
        let person = draft.person(names: ["Kofi Boateng"])
        let role = draft.add(.role, label: title)
        let country = draft.place(name, country: code, kind: "country")
        draft.edge(person, .holds, role)
        draft.edge(role, .roleOf, country)
      }
    }
    #expect(try merged(graphs).nodes.filter { $0.kind == .person }.count == 2)
  }

  @Test("who is called by the first of two surnames is one person where an office or two names beside agree")
  func doubleSurnames() throws {
    func mayor(_ id: String, _ name: String, of town: String) -> Graph {
      draft(id) { draft in
        let person = draft.person(names: [name])
        let role = draft.add(.role, label: "mayor")
        draft.edge(person, .holds, role)
        draft.edge(role, .roleOf, draft.place(town, country: "PE"))
      }
    }
    func people(_ graphs: [Graph]) throws -> Int { try merged(graphs).nodes.filter { $0.kind == .person }.count }
    let long = mayor("a", "Rosa E. Quispe Huamán", of: "Cusco")
    #expect(try people([long, mayor("b", "Rosa Quispe", of: "Cusco")]) == 1)
    #expect(try people([long, mayor("b", "Rosa Huamán", of: "Cusco")]) == 1)
    #expect(try people([long, mayor("b", "Rosa Quispe", of: "Tacna")]) == 2)
    #expect(try people([long, draft("b") { _ = $0.person(names: ["Rosa Quispe"]) }]) == 2)
  }

  @Test("kings and queens of one name are told apart by their numbers")
  func numbersOfKings() throws {
    func monarch(_ id: String, _ names: [String], _ title: String) -> Graph {
      draft(id) { draft in
        let person = draft.person(names: names)
        let role = draft.add(.role, label: title)
        draft.edge(person, .holds, role)
        draft.edge(role, .roleOf, draft.place("Denmark", country: "DK", kind: "country"))
      }
    }
    let second = monarch("a", ["Margrethe II"], "queen")
    func people(_ graphs: [Graph]) throws -> [String] {
      try merged(graphs).nodes.filter { $0.kind == .person }.map(\.id)
    }
    let first = monarch("c", ["Margrethe I"], "queen")
    let bare = monarch("b", ["Margrethe"], "queen")
    #expect(try people([second, first]) == ["person:margrethe-i", "person:margrethe-ii"])
    #expect(try people([second, bare]) == ["person:margrethe-ii"])
    #expect(try people([second, first, bare]).count == 3)
  }

  @Test("a title without a body and a name beside both join a surname to its only bearer; a title alone does not")
  func titles() throws {
    func story(_ id: String, _ name: String, beside other: String?) -> Graph {
      draft(id) { draft in
        let person = draft.person(names: [name])
        draft.edge(person, .holds, draft.add(.role, label: "senator"))
        guard let other else { return }
        let event = draft.event("meet", day: nil)
        draft.edge(event, .agent, person)
        draft.edge(event, .agent, draft.add(.organization, label: other))
      }
    }
    let full = story("a", "Esi Owusu", beside: "Volta Rowing Club")
    func people(_ other: Graph) throws -> Int { try merged([full, other]).nodes.filter { $0.kind == .person }.count }
    #expect(try people(story("b", "Owusu", beside: "Volta Rowing Club")) == 1)
    #expect(try people(story("b", "Owusu", beside: nil)) == 2)
  }

  @Test("ids of people are spelled as their names are written")
  func ids() throws {
    let graph = try merged([draft("a") { _ = $0.person(names: ["Joyce Jephthah"]) }])
    #expect(graph.nodes.map(\.id) == ["person:joyce-jephthah"])
  }

  @Test("places merge by name and country, under their other names too")
  func places() throws {
    let graphs = [("Kyiv", "UA"), ("Kiev", "UA"), ("Odessa", "US"), ("Odesa", "UA")].enumerated().map { number, place in
      draft("a\(number)") { _ = $0.place(place.0, country: place.1) }
    }
    #expect(try merged(graphs).nodes.count == 3)
  }

  @Test("an acronym merges with the name that an article gives beside it")
  func acronyms() throws {
    let explained = draft("a") { _ = $0.add(.organization, label: "World Ferry Organization", aliases: ["WFO"]) }
    let short = draft("b") { _ = $0.add(.organization, label: "WFO") }
    let other = draft("c") { _ = $0.add(.organization, label: "Western Fuel Office") }
    let graph = try merged([explained, short, other])
    #expect(graph.nodes.map(\.label) == ["Western Fuel Office", "World Ferry Organization"])
  }

  @Test("bodies that every country has are told apart by country, in whatever form their name gives it")
  func nationalBodies() throws {
    let names = [
      "US Supreme Court", "Supreme Court of the United States", "U.S. Supreme Court", "Supreme Court of Ghana",
      "U.S. House", "House of the United States", "U.S. Justice Department", "United States Department of Justice",
      "Ghanaian Parliament",
      "Parliament of Ghana",
    ]
    let graphs = names.enumerated().map { number, name in
      draft("a\(number)") { _ = $0.add(.organization, label: name) }
    }
    #expect(try merged(graphs).nodes.count == 5)
  }

  @Test("a pope of one name is one person")
  func regnalNames() throws {
    let graphs = ["Pope", "Roman Catholic Pope"].map { title in
      draft("About the \(title)") { draft in
        let person = draft.person(names: ["Francis"])
        let role = draft.add(.role, label: title)
        draft.edge(person, .holds, role)
      }
    }
    #expect(try merged(graphs).nodes.filter { $0.kind == .person }.count == 1)
  }

  @Test("events merge when type, date and participants agree, and not where one of them differs")
  func events() throws {
    func visit(_ id: String, by name: String, to place: String, day: Int, type: String = "visit") -> Graph {
      draft(id) { draft in
        let person = draft.person(names: [name])
        let city = draft.place(place, country: "UA")
        let event = draft.event(type, day: day)
        draft.edge(event, .agent, person)
        draft.edge(event, .place, city)
      }
    }
    let first = visit("a", by: "Ama Mensah", to: "Kyiv", day: 2)
    func count(_ other: Graph) throws -> Int { try merged([first, other]).nodes.filter { $0.kind == .event }.count }
    #expect(try count(visit("b", by: "Ama Mensah", to: "Kiev", day: 2)) == 1)
    #expect(try count(visit("b", by: "Ama Mensah", to: "Kiev", day: 3)) == 2)
    #expect(try count(visit("b", by: "Kofi Boateng", to: "Kyiv", day: 2)) == 2)
    #expect(try count(visit("b", by: "Ama Mensah", to: "Lviv", day: 2)) == 2)
    #expect(try count(visit("b", by: "Ama Mensah", to: "Kyiv", day: 2, type: "meet")) == 2)
  }

  @Test("events in which nothing named takes part, or one person alone, are not taken for one")
  func bareEvents() throws {
    func story(_ id: String, by name: String?) -> Graph {
      draft(id) { draft in
        let event = draft.event("resign", day: 2)
        if let name { draft.edge(event, .agent, draft.person(names: [name])) }
      }
    }
    for name in [nil, "Ama Mensah"] {
      let graph = try merged(["a", "b", "c"].map { story($0, by: name) })
      #expect(graph.nodes.filter { $0.kind == .event }.count == 3)
    }
  }

  @Test("a title in an article about a country is taken for the office there; not for one of another country")
  func impliedOffices() throws {
    func president(_ id: String, _ name: String, of country: (String, String)?, about: (String, String)) -> Graph {
      draft(id) { draft in
        let role = draft.add(.role, label: "president")
        draft.edge(draft.person(names: [name]), .holds, role)
        let place = draft.place(about.0, country: about.1, kind: "country")
        if country != nil { draft.edge(role, .roleOf, place) }
      }
    }
    let (ghana, kenya) = (("Ghana", "GH"), ("Kenya", "KE"))
    let full = president("a", "Ama Mensah", of: ghana, about: ghana)
    func people(_ graphs: [Graph]) throws -> Int { try merged(graphs).nodes.filter { $0.kind == .person }.count }
    #expect(try people([full, president("b", "Mensah", of: nil, about: ghana)]) == 1)
    #expect(try people([full, president("b", "Mensah", of: nil, about: kenya)]) == 2)
    let namesake = president("c", "Kojo Mensah", of: ghana, about: ghana)
    #expect(try people([full, namesake, president("b", "Mensah", of: nil, about: ghana)]) == 3)
  }

  @Test(
    "a name in plain letters is compared like the same name with an invisible mark before it",
    arguments: [
      "The Bank of Korea's", "O'Brien-Smith Jr.", "U.S. Steel", "MASON'S", "A4 Motorway", "the", "'s", "",
      "Ban Ki-moon",
    ]
  )
  func plainLetters(name: String) throws {
    let folder = NameFolder(naming: try NamingTables(), countries: try CountryTable())
    #expect(folder.words(name) == folder.words("\u{2060}" + name))
    #expect(NameSearch.folded(name) == NameSearch.folded(name + "\u{2060}"))
  }

  private func merged(_ graphs: [Graph]) throws -> Graph { try GraphMerger(knowledge: KnowledgeBase()).merged(graphs) }

  private func draft(_ id: String, _ make: (inout GraphDraft) -> Void) -> Graph {
    var draft = GraphDraft(article: id, date: CalendarDate(year: 2025, month: 4, day: 6))
    make(&draft)
    return draft.graph
  }
}
