import Testing

import Dateline

/// Who says what, in sentences of all styles, read as the articles are.
@Suite("Speakers of statements", .enabled(if: (try? Analyser()) != nil))
struct SpeakerTests {
  /// A text with its speakers and some of their words.
  struct Example: Sendable {
    var text: String
    var speaker: String
    var words: String

    init(_ text: String, _ speaker: String, _ words: String) {
      self.text = text
      self.speaker = speaker
      self.words = words
    }
  }

  @Test("Nearly all words are given to who says them")
  func speakers() throws {
    let pipeline = try Pipeline()
    let missed = Self.examples.filter { example in
      let facts = pipeline.facts(of: Self.article(example.text))
      return !facts.statements.contains { statement in
        statement.text.contains(example.words)
          && statement.speaker.map { facts.entities[$0].name.hasSuffix(example.speaker) } == true
      }
    }
    #expect(missed.count * 8 <= Self.examples.count, "missed: \(missed.map(\.text))")
  }

  @Test("Words behind \"denied that, saying\" are said once")
  func denial() throws {
    let facts = try Pipeline().facts(
      of: Self.article("Otto Brandt denied that, saying both reports had been acted on.")
    )
    #expect(facts.statements.map(\.text) == ["both reports had been acted on"])
  }

  @Test("Somebody speaks right behind a semicolon, and a participle of saying stands first")
  func oddPlaces() throws {
    let pipeline = try Pipeline()
    let texts = [
      "The plan failed; the critic wrote on Monday.", "The bank closed; officials said, many left.",
      "Said castle is the Lembecksburg, in fact a ring wall.",
      "promised? to provide treatment, as well as aid to the hospital where the children were infected.",
    ]
    for text in texts { #expect(pipeline.facts(of: Self.article(text)).statements.count < 2, "\(text)") }
  }

  @Test("Names in quotation marks and answers to questions are no statements")
  func noStatements() throws {
    let pipeline = try Pipeline()
    let texts = [
      "The house, known as the \"Blue Villa\", was sold.", "Asked about the leak, Meyer smiled.",
      "The film \"Deep Water\" opened on Friday.", "The court ruled in the case \"Lumen Motors v. Lang\".",
    ]
    for text in texts { #expect(pipeline.facts(of: Self.article(text)).statements.isEmpty, "\(text)") }
  }

  private static func article(_ text: String) -> Article {
    Article(
      id: "example",
      text: text,
      regions: [ArticleRegion(kind: .paragraph, range: 0..<text.unicodeScalars.count)]
    )
  }

  private static let examples = [
    Example("Otieno may take a post at the African Union, two of his aides said.", "aides", "may take a post"),
    Example(
      "A convoy of 12 trucks was turned back on Saturday, the World Food Programme said.",
      "World Food Programme",
      "was turned back"
    ),
    Example("Nobody knows what he wants, complained a diplomat.", "diplomat", "Nobody knows"),
    Example("As Halloran put it, \"Elections have consequences.\"", "Halloran", "Elections have"),
    Example("\"Lock the gate!\" the crowd chanted.", "crowd", "Lock the gate"),
    Example(
      "Halloran accused Meyer of \"playing with fire,\" while aides insisted she had been joking.",
      "Halloran",
      "playing with fire"
    ),
    Example(
      "Dano Motors said in a filing that the recall had begun. According to the filing, 900 cars were sold.",
      "Dano Motors",
      "900 cars were sold"
    ),
    Example(
      "Among the passengers were nine pupils, according to a list published by AeroSur.",
      "AeroSur",
      "nine pupils"
    ),
    Example("\"We saw long queues,\" said the head of the mission, Ibrahim Salou.", "Ibrahim Salou", "long queues"),
    Example(
      "Dano Motors released a statement which read, in part, \"This judgment raises grave questions for all of us.\"",
      "Dano Motors",
      "grave questions"
    ),
    Example("The observers said all was calm and schools had also reopened.", "observers", "schools had also reopened"),
    Example("Agence Nord reported as many as 32 hospitalised.", "Agence Nord", "32 hospitalised"),
    Example(
      "The mayor, who said he was \"deeply saddened\" by the fire, cancelled the parade.",
      "mayor",
      "deeply saddened"
    ),
    Example(
      "According to two people familiar with the talks, the deal could be signed this week.",
      "two people",
      "could be signed"
    ),
    Example("\"My father,\" said Ivana Lund, \"is a builder.\"", "Ivana Lund", "is a builder"),
    Example("One adviser, who asked not to be named, said the candidate was \"furious\".", "adviser", "furious"),
    Example("His office said he died at home on Sunday.", "office", "died at home"),
    Example("It was, in the words of one resident, \"a war zone.\"", "resident", "war zone"),
    Example(
      "Critics say the law is too vague; supporters counter that it will save lives.",
      "supporters",
      "save lives"
    ),
    Example(
      "The president of the Guild of River Pilots, Marta Quist, wrote that the harbour was unsafe.",
      "Marta Quist",
      "the harbour was unsafe"
    ),
    Example("The plan, he went on, would fail, Peter Lang said.", "Peter Lang", "would fail"),
    Example("A spokeswoman for Mr. Lang, Ana Ruiz, said the senator had left.", "Ana Ruiz", "senator had left"),
    Example("It was not clear, officials said, whether anyone was hurt.", "officials", "not clear whether anyone"),
    Example("Whether it will pass is anyone's guess, said Marta Quist.", "Marta Quist", "is anyone's guess"),
    Example(
      "Peter Lang tweeted: \"Where is the mayor?\" The mayor's adviser, Ana Ruiz, said that he was ill.",
      "Peter Lang",
      "Where is the mayor?"
    ),
    Example(
      "\"I was there,\" Peter Lang told the programme \"Face the Press.\" \"Nobody saw it.\"",
      "Peter Lang",
      "Nobody saw it"
    ),
    Example(
      "Peter Lang criticised the plan on the radio. \"It is a costly mistake and will hurt us.\"",
      "Peter Lang",
      "costly mistake"
    ),
    Example("Some Republicans worry that the row could cost them the Senate.", "Republicans", "cost them the Senate"),
    Example("According to court documents, pupils were told to pay in cash.", "court documents", "told to pay in cash"),
    Example(
      "Lumen Motors Inc. lost money. The maker of lorries said it will close two plants.",
      "Lumen Motors Inc.",
      "will close two plants"
    ),
    Example(
      "Peter Lang fled. A federal judge blocked a law that would have barred Arizona from voting, ruling that it was "
        + "\"deeply unfair to us all.\"",
      "judge",
      "deeply unfair"
    ),
    Example("Ana Ruiz reacted on Twitter, \"This is a sad day for the whole city.\"", "Ana Ruiz", "a sad day"),
    Example("The opinion, said Ana Ruiz, who leads the council, was bold.", "Ana Ruiz", "was bold"),
    Example("\"Sad,\" wrote former council member Marta Quist. \"Very sad indeed.\"", "Marta Quist", "Very sad"),
  ]
}
