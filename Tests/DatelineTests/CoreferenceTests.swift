import Testing

import Dateline

/// Whom pronouns and descriptions mean, in sentences read as the articles are.
@Suite("Coreference", .enabled(if: (try? Analyser()) != nil))
struct CoreferenceTests {
  @Test("A pronoun in a phrase before the main clause means the named subject that follows")
  func cataphora() throws {
    let texts = [
      "Peter Lang praised the pilots. In his speech, Otto Brandt thanked the city.",
      "Peter Lang praised the pilots. Although he lost the vote, Otto Brandt stayed in office.",
    ]
    for text in texts { #expect(try pronouns(text, of: "Otto Brandt") == 1, "\(text)") }
  }

  @Test("Whom somebody speaks to in a phrase before the main clause is not its pronoun, nor the object of its own verb")
  func boundPronouns() throws {
    let spoken = "Otto Brandt defended the plan. Speaking to Peter Lang of the broadcaster, he said it would work."
    #expect(try pronouns(spoken, of: "Otto Brandt") == 1)
    let urged = "Otto Brandt stayed silent. Peter Lang is said to have urged him to apologise."
    #expect(try pronouns(urged, of: "Otto Brandt") == 1)
  }

  @Test("Who is one of several stands in the way of a name farther off")
  func oneOfSeveral() throws {
    let text = "Otto Brandt praised the police. One of the robbers was shot after he had laid down his weapon."
    #expect(try pronouns(text, of: "Otto Brandt") == 0)
  }

  @Test("Who is jailed is whom somebody charged")
  func charged() throws {
    let text =
      "Prosecutor Otto Brandt on Wednesday charged Peter Lang with murder. A judge ordered him held without bail."
    #expect(try pronouns(text, of: "Peter Lang") == 1)
  }

  @Test("Bodies have no father, and are not pushed over a border with people")
  func bodies() throws {
    let father = "Anna Lang told the Daily Ledger that Peter had been ill since their father died."
    #expect(try pronouns(father, of: "Daily Ledger") == 0)
    let migrants =
      "The European Union accused Belarus of flying thousands of migrants to Minsk and pushing them over the border."
    #expect(try pronouns(migrants, of: "European Union") == 0)
  }

  @Test("A place lies in the country that the words before its name tell, whatever else is called like it")
  func describedPlace() throws {
    let places = try entities("A ferry capsized off the southern Philippine island of Sulana early on Saturday.")
    #expect(places.first { $0.name == "Sulana" }?.country == "PH")
  }

  @Test("A town has a name of its own beside the club that is called after it")
  func townAndClub() throws {
    let found = try entities("A crush in Antara killed 29 people on Saturday. Antara United said it was shocked.")
    #expect(found.contains { $0.name == "Antara" && $0.kind == .place })
    #expect(found.contains { $0.name == "Antara United" && $0.kind == .organization })
  }

  @Test("Letters right behind what a body is are its name")
  func letters() throws {
    let entities = try entities("The quake struck at noon, the Algerian seismological institute CRAAG said on Monday.")
    #expect(entities.filter { $0.kind == .organization }.count == 1)
  }

  @Test("Some of them are no body")
  func someOfThem() throws {
    let text = "The Harbour Union warned the firm. Nine of the injured were in hospital, three of them in a coma."
    #expect(try pronouns(text, of: "Harbour Union") == 0)
  }

  @Test("Who tells somebody that he will do something will do it himself")
  func promises() throws {
    let text = "Otto Brandt went north to meet with Peter Lang, who had told Brandt he would lend money."
    #expect(try pronouns(text, of: "Peter Lang") == 2)
  }

  @Test("A clause set apart by a comma does not choose among bodies")
  func bodyWithClause() throws {
    let entities = try entities(
      "The National Association of River Pilots called a strike on Monday. The group, which has 900 members, wants higher pay."
    )
    let pilots = try #require(entities.first { $0.name.hasPrefix("National Association") })
    #expect(pilots.mentions.contains { $0.form == .nominal })
  }

  @Test("Nobody calls himself by his name in his own quotation")
  func speakerIsNotNamedInQuotation() throws {
    let text = """
      Otto Brandt said the budget was late.

      “It takes time, and nobody doubts that Minister Lang works hard,” he said.
      """
    #expect(try pronouns(text, of: "Otto Brandt") >= 1)
  }

  @Test("A country's name in the same sentence goes before a later adjective of another country")
  func theCountry() throws {
    let entities = try entities(
      "The envoy promised help to Poland after a Belarusian raid on farms in the east of the country."
    )
    let poland = try #require(entities.first { $0.name == "Poland" })
    #expect(poland.mentions.contains { $0.form == .nominal })
  }

  @Test("A noun with a capital within a sentence belongs to the company's name, which its short form joins")
  func companyNames() throws {
    let entities = try entities(
      "The firm agreed to acquire Lumen Shipping in a deal. Lumen's board recommended the offer. Lumen rejected a bid."
    )
    let lumen = try #require(entities.first { $0.name == "Lumen Shipping" })
    #expect(lumen.kind == .organization)
    #expect(lumen.mentions.count == 3)
  }

  @Test("Whom somebody visits a place with visits it too")
  func companions() throws {
    let text = "Peter Lang visited the city of Lyon with President Otto Brandt."
    let regions = [ArticleRegion(kind: .paragraph, range: 0..<text.unicodeScalars.count)]
    let facts = try Pipeline().facts(of: Article(id: "example", text: text, regions: regions))
    let visit = try #require(facts.events.first { $0.type == "visit" })
    let agents = visit.arguments.filter { $0.role == .agent }.map { facts.entities[$0.entity].name }
    #expect(agents == ["Peter Lang", "Otto Brandt"])
    #expect(visit.arguments.contains { $0.role == .place && facts.entities[$0.entity].name == "Lyon" })
  }

  private func pronouns(_ text: String, of name: String) throws -> Int {
    let person = try #require(entities(text).first { $0.name == name })
    return person.mentions.count { $0.form == .pronoun }
  }

  private func entities(_ text: String) throws -> [Entity] {
    let regions = [ArticleRegion(kind: .paragraph, range: 0..<text.unicodeScalars.count)]
    return try Pipeline().facts(of: Article(id: "example", text: text, regions: regions)).entities
  }
}
