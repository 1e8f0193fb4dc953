import Knowledge
import Testing

struct WorldTablesTests {
  private let knowledge: KnowledgeBase

  init() throws {
    knowledge = try KnowledgeBase()
  }

  @Test(arguments: [
    ("Côte d'Ivoire", "cote divoire"), ("U.S.", "us"), ("Port-au-Prince", "port au prince"), ("Łódź", "lodz"),
    ("  New   York ", "new york"), ("Xi’an", "xian"),
  ])
  func foldsNames(name: String, key: String) {
    #expect(NameKey.fold(name) == key)
  }

  @Test(arguments: [
    ("us", "US"), ("uk", "GB"), ("czechia", "CZ"), ("dr congo", "CD"), ("republic of the congo", "CG"),
    ("cote divoire", "CI"), ("uae", "AE"), ("burma", "MM"),
  ])
  func knowsCountriesByTheirNames(name: String, code: String) {
    #expect(knowledge.countries.country(named: name)?.code == code)
  }

  @Test func knowsAdjectivesAndPeople() {
    #expect(knowledge.countries.country(ofAdjective: "north korean")?.code == "KP")
    #expect(knowledge.countries.country(ofAdjective: "dutch")?.code == "NL")
    #expect(knowledge.countries.country(ofPeople: "briton")?.code == "GB")
    #expect(knowledge.countries.country(ofAdjective: "table") == nil)
  }

  @Test func everyCountryHasItsCapitalInTheGazetteerOrIsSmall() {
    let missing = knowledge.countries.countries.filter { country in
      !country.capital.isEmpty
        && !knowledge.gazetteer.places(named: country.capital).contains { $0.country == country.code }
    }
    #expect(missing.count < 40, "\(missing.map(\.capital))")
  }

  @Test func findsFirstAndLastOfTheGazetteer() {
    #expect(knowledge.gazetteer.places(named: "kyiv").first?.country == "UA")
    #expect(knowledge.gazetteer.places(named: "london").map(\.country) == ["GB", "CA"])
    #expect(knowledge.gazetteer.places(named: "no such place").isEmpty)
    #expect(knowledge.gazetteer.places(named: "zzz").isEmpty)
    #expect(knowledge.gazetteer.places(named: "texas").first?.isRegion == true)
  }

  @Test func knowsHowNamesOfSeveralWordsBegin() {
    for name in ["united", "united arab", "bosnia", "bosnia and"] {
      #expect(knowledge.nameBeginnings.contains(name), "\(name)")
    }
    for name in ["ghana", "united arab emirates", "unit", "arab emirates", ""] {
      #expect(!knowledge.nameBeginnings.contains(name), "\(name)")
    }
  }

  @Test func dividesKeysIntoWords() {
    #expect(NameKey.words(of: "cote divoire") == ["cote", "divoire"])
    #expect(NameKey.words(of: "").isEmpty)
  }

  @Test func knowsTheFirstWordsOfTitles() {
    for word in ["prime", "secretary", "attorneys", "ex"] { #expect(knowledge.titles.mayBegin(with: word), "\(word)") }
    #expect(!knowledge.titles.mayBegin(with: "table"))
  }

  @Test func knowsHowLongHolidaysAre() {
    #expect(knowledge.timeWords.longestHoliday(beginningWith: "christmas") >= 2)
    #expect(knowledge.timeWords.longestHoliday(beginningWith: "monday") == 0)
  }

  @Test func readsTablesWithEitherEndOfLine() throws {
    for end in ["\n", "\r\n"] {
      let text = ["# a comment", "id\tkind", "", " one \t a b ", "two"].joined(separator: end)
      let table = try Table(name: "sample", text: text)
      #expect(table.rows.map { $0["id"] } == ["one", "two"])
      #expect(table.rows.map { $0["kind"] } == ["a b", ""])
      #expect(table.rows.map(\.line) == [4, 5])
    }
  }

  @Test func tellsKindsOfTitles() {
    #expect(knowledge.titles["prime minister"]?.kind == .office)
    #expect(knowledge.titles["mrs."]?.gender == .female)
    #expect(knowledge.titles["colonel"]?.kind == .rank)
    #expect(knowledge.titles["musician"]?.kind == .occupation)
  }

  @Test func tellsHowVerbsGiveOffices() {
    #expect(knowledge.roleWords.contains("elect", .appoint))
    #expect(!knowledge.roleWords.contains("elect", .become))
    #expect(knowledge.roleWords.title(of: "head", .lead) == "head")
    #expect(knowledge.roleWords.title(of: "head", .tenure) == nil)
  }

  @Test(arguments: ["presidency", "premiership", "mayoralty", "papacy"])
  func knowsTheTitlesOfTenures(noun: String) {
    let title = knowledge.roleWords.title(of: noun, .tenure)
    #expect(title.flatMap { knowledge.titles[$0] }?.kind == .office)
  }
}
