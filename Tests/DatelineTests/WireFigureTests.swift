import Testing

import Dateline

/// Figures of short reports in the style of the wires, read as the articles are.
@Suite("Figures of short reports", .enabled(if: (try? Analyser()) != nil))
struct WireFigureTests {
  /// A report and its figures: outcome, bound, minimum and maximum; "?" marks one that may be left out, "|" another
  /// reading that is as good.
  struct Example: Sendable {
    var text: String
    var figures: [String]

    init(_ text: String, _ figures: [String]) {
      self.text = text
      self.figures = figures
    }
  }

  @Test("Nearly all reports give their figures and no others")
  func figures() throws {
    let pipeline = try Pipeline()
    let wrong = Self.examples.filter { example in
      var left = Self.figures(of: example.text, pipeline)
      let missed = example.figures.filter { figure in
        let isOptional = figure.hasPrefix("?")
        let readings = figure.drop { $0 == "?" }.split(separator: "|").map(String.init)
        guard let hit = left.firstIndex(where: readings.contains) else { return !isOptional }
        left.remove(at: hit)
        return false
      }
      return !missed.isEmpty || !left.isEmpty
    }
    #expect(wrong.count * 20 <= Self.examples.count, "wrong: \(wrong.map(\.text))")
  }

  @Test("Who runs from the law is neither driven from home nor missing")
  func fugitives() throws {
    let pipeline = try Pipeline()
    let texts = [
      "Nearly 900 prisoners fled from the jail.", "Police went on with the search for two gunmen.",
    ]
    for text in texts { #expect(Self.figures(of: text, pipeline).isEmpty, "\(text)") }
    #expect(!Self.figures(of: "Nearly 900 villagers fled from the fire.", pipeline).isEmpty)
  }

  @Test("A word of counting that begins the text counts nobody before it")
  func countAtStart() throws {
    let text = "Number - 408 of species that could be extinct by 2050 if the trend Continues. said."
    #expect(try Self.figures(of: text, Pipeline()).allSatisfy { !$0.hasPrefix("killed") })
  }

  @Test("Charges are no victims")
  func charges() throws {
    let pipeline = try Pipeline()
    let texts = [
      "Prosecutors said he could face charges of reckless driving resulting in multiple homicide.",
      "A court charged Erik Holm with five counts of aggravated murder and seven of attempted murder.",
    ]
    for text in texts { #expect(Self.figures(of: text, pipeline).isEmpty, "\(text)") }
  }

  @Test("Parts are tied to their whole, wherever it stands")
  func parts() throws {
    let pipeline = try Pipeline()
    let facts = pipeline.facts(
      of: Self.article("Two children were among the dead when a bus fell into a ravine. The crash killed 24 people.")
    )
    let part = try #require(facts.casualties.first { $0.minimum == 2 })
    let whole = try #require(part.partOf)
    #expect(facts.casualties[whole].minimum == 24)
  }

  @Test("Sources that differ give figures of their own")
  func sources() throws {
    let pipeline = try Pipeline()
    let facts = pipeline.facts(
      of: Self.article("The army said its strikes killed 25 militants. A local doctor put the number of dead at 38.")
    )
    let sources = facts.casualties.map { $0.reportedBy.map { facts.entities[$0].name } }
    #expect(facts.casualties.map(\.minimum) == [25, 38])
    #expect(sources == [["army"], ["local doctor"]])
  }

  private static func figures(of text: String, _ pipeline: Pipeline) -> [String] {
    pipeline.facts(of: article(text)).casualties.map { figure in
      let bounds = [figure.minimum, figure.maximum].map { $0.map(String.init) ?? "-" }
      return ([figure.outcome.rawValue, figure.bound.rawValue] + bounds).joined(separator: " ")
    }
  }

  private static func article(_ text: String) -> Article {
    Article(
      id: "example",
      text: text,
      regions: [ArticleRegion(kind: .paragraph, range: 0..<text.unicodeScalars.count)]
    )
  }

  private static let examples = [
    Example(
      "Two people were killed and 82 taken to hospitals, the fire chief told a news conference.",
      ["killed exact 2 2", "injured exact 82 82"]
    ),
    Example(
      "At least 96 people, most of them fleeing a cholera scare, drowned when a ferry sank.",
      ["killed atLeast 96 -"]
    ),
    Example("One suspect, a 22-year-old man, was detained on Sunday.", ["detained exact 1 1"]),
    Example("The gunman shot dead 19 children before police arrived.", ["killed exact 19 19"]),
    Example(
      "The governor put the number of dead at 162 and the injured at 326.",
      ["killed exact 162 162", "injured exact 326 326"]
    ),
    Example("Of the 476 people aboard, 174 were rescued that morning.", ["rescued exact 174 174"]),
    Example("The number of missing went up to 29 on Monday.", ["missing exact 29 29"]),
    Example("Sixteen others, twelve adults and four children, were wounded.", ["injured exact 16 16"]),
    Example("The number of people who have died in the fire is now at least 30.", ["killed atLeast 30 -"]),
    Example("Thirty others were listed as missing.", ["missing exact 30 30"]),
    Example("The outbreak caused 27 tornado-related deaths.", ["killed exact 27 27"]),
    Example("It resulted in the loss of nine lives.", ["killed exact 9 9"]),
    Example(
      "The number of those who died when a pipeline exploded in Peru has risen to 79.",
      ["killed exact 79 79"]
    ),
    Example("The ministry has recorded two cases of yellow fever.", ["affected exact 2 2"]),
    Example(
      "Italy reported its sixth death and said the number of confirmed cases had risen to 219.",
      ["affected exact 219 219", "?killed exact 6 6"]
    ),
    Example("Seventy-nine passengers were picked up by another vessel.", ["rescued exact 79 79"]),
    Example(
      "Fires have killed 34 people, including ten soldiers who were trapped by flames.",
      ["killed exact 34 34", "?killed exact 10 10"]
    ),
    Example("Rescuers were still searching for 20 people.", ["missing exact 20 20"]),
    Example("Some 40,000 are sleeping in the open, the minister said.", ["displaced about 40000 40000"]),
    Example(
      "In total, at least 98 — and possibly as many as 104 — people were killed.",
      ["killed atLeast 98 -", "?killed atMost - 104"]
    ),
    Example(
      "At least five other civilians also died in last night's attack; around twenty more, including colleague Emil Roth, "
        + "were injured.",
      ["killed atLeast 5 -", "injured about 20 20"]
    ),
    Example("Heavy snow hampered the search for eight others.", ["missing exact 8 8"]),
    Example(
      "The regime has executed some 30 dissidents this year, rights groups say.",
      ["killed about 30 30"]
    ),
    Example(
      "Six firefighters suffered smoke inhalation; none of the residents was harmed.",
      ["injured exact 6 6", "?injured exact 0 0"]
    ),
    Example(
      "The company said 12 of its workers were unhurt and one was slightly injured.",
      ["?injured exact 1 1"]
    ),
    Example(
      "An estimated 2.5 million people have fled the fighting and tens of thousands have been killed.",
      ["displaced about 2500000 2500000", "killed vague 20000 -"]
    ),
    Example(
      "Ebola has killed 18 of the 27 people it has infected in the district.",
      ["killed exact 18 18", "affected exact 27 27"]
    ),
    Example(
      "An elderly woman drowned and her grandson is missing after their car was swept away.",
      ["?killed exact 1 1", "?missing exact 1 1"]
    ),
    Example(
      "It resulted in 181 fatalities (as of 7 July 2024), widespread landslides, and a dam collapse.",
      ["killed exact 181 181"]
    ),
    Example(
      "A three-day-old girl was found alive. Crews have given up hope for the 23 people who are unaccounted for.",
      ["?rescued exact 1 1", "missing exact 23 23"]
    ),
    Example(
      "Hospital sources put the toll at 44 killed and 112 wounded, but the interior ministry said 29 had died.",
      ["killed exact 44 44", "injured exact 112 112", "killed exact 29 29"]
    ),
    Example(
      "The strike on the apartment block killed a couple, their three children and a grandmother, neighbours said.",
      ["killed exact 6 6|killed exact 6 6"]
    ),
    Example(
      "It was the deadliest attack since 2011, when 92 people died in a bombing of a market in the same city.",
      ["killed exact 92 92"]
    ),
    Example(
      "A roadside explosion wounded three peacekeepers, one of them fatally.",
      ["injured exact 3 3", "?killed exact 1 1"]
    ),
    Example(
      "The mine disaster left 28 widows. All but two of the 30 men underground died.",
      ["killed exact 28 28"]
    ),
    Example(
      "The fire, in which 15 patients perished, broke out in the intensive care unit. Another 20 patients were "
        + "evacuated.",
      ["killed exact 15 15", "displaced exact 20 20|rescued exact 20 20"]
    ),
    Example(
      "Dozens of people were killed, some of them crushed, when panic broke out at the stadium; the health "
        + "minister gave the figure of 66.",
      ["killed vague 24 -", "killed exact 66 66"]
    ),
    Example(
      "Throughout its six-day path, the typhoon was responsible for 136 lives and $4 billion in damage.",
      ["killed exact 136 136"]
    ),
    Example(
      "The plane, carrying 98 passengers and six crew, crashed shortly after takeoff. All on board were killed.",
      ["?killed exact 104 104"]
    ),
    Example(
      "A nurse who treated patients with the virus has died, the third health worker killed by the disease in a week.",
      ["?killed exact 1 1"]
    ),
    Example(
      "Rebels said they had captured 60 government soldiers and killed 100 more; the army denied losing any men.",
      ["detained exact 60 60", "killed exact 100 100"]
    ),
    Example(
      "In the worst fighting for months, dozens of soldiers were killed and more than 100 wounded, the defence "
        + "ministry said.",
      ["killed vague 24 -", "injured moreThan 101 -"]
    ),
    Example(
      "Her husband died in the crash and two of her sons were injured.",
      ["?killed exact 1 1", "injured exact 2 2"]
    ),
    Example(
      "An overloaded ferry capsized off the coast of Orlanda with 320 people on board. The coast guard said 41 "
        + "bodies had been recovered and 63 people were missing. About 200 passengers were rescued by fishermen.",
      ["killed exact 41 41", "missing exact 63 63", "rescued about 200 200"]
    ),
    Example(
      "Gunmen killed four aid workers and their driver in an ambush near the border on Thursday.",
      ["killed exact 5 5"]
    ),
    Example(
      "A man and his two daughters were killed when a tree fell on their car during the storm.",
      ["killed exact 3 3"]
    ),
    Example(
      "Nearly 200 passengers were stranded for hours at the station.",
      ["affected about 200 200"]
    ),
    Example(
      "A suicide bomber blew himself up at a checkpoint in Kalat, killing 12, among them three policemen, and "
        + "wounding 40.",
      ["killed exact 12 12", "?killed exact 3 3", "injured exact 40 40"]
    ),
    Example(
      "Two children were among the dead when a bus plunged into a ravine near Castro Alto. The crash killed 24 "
        + "and left 15 others hurt, five of whom are in critical condition.",
      ["killed exact 24 24", "?killed exact 2 2", "injured exact 15 15", "?injured exact 5 5"]
    ),
    Example(
      "The avalanche killed a guide and two climbers.",
      ["killed exact 3 3"]
    ),
    Example(
      "Hundreds of thousands of people fled their homes and about 1.2 million need food aid.",
      ["displaced vague 200000 -", "affected about 1200000 1200000"]
    ),
    Example(
      "At 8.30 a.m., 17 people were inside. Ten got out. Seven did not.",
      ["?rescued exact 10 10", "?killed exact 7 7", "?missing exact 7 7"]
    ),
    Example(
      "Up to 400 people may have died in the landslide, aid workers said. By Thursday 88 were confirmed dead.",
      ["?killed atMost - 400", "killed exact 88 88"]
    ),
    Example(
      "Officials in Telmar say six villages were buried; they fear as many as 300 people are missing, but only "
        + "19 have been confirmed dead so far.",
      ["missing atMost - 300", "killed exact 19 19"]
    ),
    Example(
      "The blast injured 12 people, but no deaths were reported.",
      ["injured exact 12 12", "?killed exact 0 0"]
    ),
    Example(
      "The heatwave was responsible for 1,200 deaths in the south of the country, a study by the university found.",
      ["killed exact 1200 1200"]
    ),
    Example(
      "The accident claimed the lives of a couple and their infant son.",
      ["killed exact 3 3|killed exact 3 3"]
    ),
    Example(
      "Eight more people died overnight, bringing the number of dead to 57.",
      ["?killed exact 8 8", "killed exact 57 57"]
    ),
    Example(
      "Between 30 and 35 miners were trapped after a shaft collapsed in the Verna coal mine. Eleven were "
        + "brought out alive; four bodies were recovered by nightfall.",
      ["?affected range 30 35", "rescued exact 11 11", "killed exact 4 4"]
    ),
    Example(
      "Fire officials reported two fatalities and said three people were treated at the scene for smoke inhalation.",
      ["killed exact 2 2", "injured exact 3 3"]
    ),
    Example(
      "Thirteen tourists, two guides and a pilot died when the balloon caught fire.",
      ["killed exact 16 16"]
    ),
    Example(
      "The strike killed a senior commander along with three of his bodyguards, and one passer-by was hurt.",
      ["killed exact 4 4", "?injured exact 1 1"]
    ),
    Example(
      "The cyclone left 47 dead in Norland, 12 in Surland and one in Estland.",
      ["killed exact 47 47", "killed exact 12 12", "killed exact 1 1"]
    ),
    Example(
      "Marta Ruiz, 34, was shot dead outside her home in Palmero on Sunday night. A neighbour was wounded in the leg.",
      ["?killed exact 1 1", "?injured exact 1 1"]
    ),
    Example(
      "Rescue teams found the bodies of eight climbers who went missing on Mount Tara last week.",
      ["killed exact 8 8"]
    ),
    Example(
      "The explosion at the fireworks depot killed 9 and injured 121, 38 of them critically, hospital director "
        + "Ana Perel said.",
      ["killed exact 9 9", "injured exact 121 121", "?injured exact 38 38"]
    ),
  ]
}
