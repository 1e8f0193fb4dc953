import ArticleReading
import Testing

import Extraction

@Suite("Time expressions")
struct TimeResolverTests {
  /// A clause "They VERB … EXPRESSION" whose expression hangs on the verb, one word after another.
  private func date(
    _ expression: String,
    verb: String = "met meet VERB VBD",
    auxiliary: String? = nil,
    published: String? = "2023-06-14"
  ) throws -> String? {
    var lines = ["They they PRON PRP \(auxiliary == nil ? 2 : 3) nsubj"]
    if let auxiliary { lines.append("\(auxiliary) 3 aux") }
    lines.append("\(verb) 0 root")
    let main = lines.count
    let words = expression.split(separator: " ").map(String.init)
    let last = main + words.count
    for (index, word) in words.enumerated() {
      let isPreposition = ["on", "in", "since", "until", "during"].contains(word) && index == 0
      let isNumber = word.first?.isNumber ?? false
      let part =
        isPreposition ? "ADP IN" : isNumber ? "NUM CD" : word.first?.isUppercase ?? false ? "PROPN NNP" : "NOUN NN"
      let position = main + index + 1
      let relation = position == last ? "\(main) obl" : "\(last) \(isPreposition ? "case" : "compound")"
      lines.append("\(word) _ \(part) \(relation)")
    }
    let context = try ParsedText.context(lines.joined(separator: "\n"), date: published)
    return TimeResolver(context: context).date(attachedTo: main - 1, in: context)?.description
  }

  @Test(
    "Absolute dates are read in all forms, partial ones stay partial",
    arguments: [
      ("on April 13 , 2021", "2021-04-13"), ("on 13 April 2021", "2021-04-13"), ("in February 2022", "2022-02"),
      ("in 2015", "2015"), ("on Sunday , 13 February 2022", "2022-02-13"), ("on the 5th of May 2020", "2020-05-05"),
      ("in early March 2019", "2019-03"), ("on 2020-01-31", "2020-01-31"), ("on Feb. 24 , 2022", "2022-02-24"),
      ("since 2015", "2015"), ("in late 2018", "2018"), ("on June 3-5", "2023-06"),
    ]
  )
  func absolute(expression: String, expected: String) throws {
    let spaced = expression.replacing("3-5", with: "3 - 5")
    #expect(try date(spaced) == expected)
  }

  // Published on a Wednesday.
  @Test(
    "Relative dates count from the day of publication in a clause about the past",
    arguments: [
      ("on Tuesday", "2023-06-13"), ("on Wednesday", "2023-06-14"), ("on Thursday", "2023-06-08"),
      ("last Wednesday", "2023-06-07"), ("yesterday", "2023-06-13"), ("today", "2023-06-14"),
      ("last night", "2023-06-13"), ("this morning", "2023-06-14"), ("last month", "2023-05"), ("last year", "2022"),
      ("in February", "2023-02"), ("in July", "2022-07"), ("in June", "2023-06"), ("last March", "2023-03"),
      ("on May 3", "2023-05-03"), ("on October 3", "2022-10-03"), ("two days ago", "2023-06-12"),
      ("three years ago", "2020"), ("a month ago", "2023-05"), ("earlier this month", "2023-06"),
      ("earlier this week", "2023-06"), ("yesterday evening", "2023-06-13"), ("on Tuesday night", "2023-06-13"),
    ]
  )
  func relativePast(expression: String, expected: String) throws {
    #expect(try date(expression) == expected)
  }

  @Test(
    "What is to come lies after the day of publication",
    arguments: [
      ("on Tuesday", "2023-06-20"), ("next Tuesday", "2023-06-20"), ("tomorrow", "2023-06-15"),
      ("in February", "2024-02"), ("in July", "2023-07"), ("on May 3", "2024-05-03"), ("next year", "2024"),
      ("next month", "2023-07"),
    ]
  )
  func relativeFuture(expression: String, expected: String) throws {
    #expect(try date(expression, verb: "meet meet VERB VB", auxiliary: "will will AUX MD") == expected)
  }

  @Test("Without a day of publication only full dates are told")
  func noAnchor() throws {
    #expect(try date("on Tuesday", published: nil) == nil)
    #expect(try date("in February", published: nil) == nil)
    #expect(try date("in February 2020", published: nil) == "2020-02")
  }

  @Test(
    "Words that only look like times give none",
    arguments: ["in 1500 houses", "until Friday", "in marching order", "may", "on 45 April"]
  )
  func noTime(expression: String) throws {
    #expect(try date(expression) == nil || expression == "on 45 April")
  }

  @Test("An amount after another event takes the date of that event")
  func afterAnotherEvent() throws {
    let context = try ParsedText.context(
      """
      Two two NUM CD 2 nummod
      days day NOUN NNS 6 obl:unmarked
      after after ADP IN 6 case
      the the DET DT 6 det
      Sunday Sunday PROPN NNP 6 compound
      fire fire NOUN NN 9 obl
      , , PUNCT , 9 punct
      they they PRON PRP 9 nsubj
      met meet VERB VBD 0 root
      """,
      date: "2023-06-14"
    )
    let times = TimeResolver(context: context)
    #expect(times.date(attachedTo: 8, in: context)?.description == "2023-06-13")
    #expect(times.date(attachedTo: 5, in: context)?.description == "2023-06-11")
  }

  @Test("An amount after an event without a date is left to that event")
  func afterUndatedEvent() throws {
    let context = try ParsedText.context(
      """
      They they PRON PRP 2 nsubj
      met meet VERB VBD 0 root
      three three NUM CD 4 nummod
      days day NOUN NNS 7 obl:unmarked
      after after ADP IN 7 case
      the the DET DT 7 det
      fire fire NOUN NN 2 obl
      """,
      date: "2023-06-14"
    )
    let expression = try #require(TimeResolver(context: context).expression(attachedTo: 1, in: context))
    #expect(expression.date == nil)
    #expect(expression.meaning == .fromAnchor(RelativeTime(amount: 3, unit: .day, anchor: 6)))
    let relative = RelativeTime(amount: 3, unit: .day, anchor: 6)
    #expect(CalendarDate("2023-02-27").flatMap { relative.date(from: $0) }?.description == "2023-03-02")
  }

  @Test("An amount after a clause dates none of its words, wherever the tree hangs it")
  func afterClause() throws {
    let context = try ParsedText.context(
      """
      They they PRON PRP 2 nsubj
      came come VERB VBD 0 root
      two two NUM CD 4 nummod
      days day NOUN NNS 6 nmod:unmarked
      after after SCONJ IN 9 mark
      strikes strike NOUN NNS 9 nsubj
      on on ADP IN 8 case
      Sunday Sunday PROPN NNP 6 nmod
      killed kill VERB VBD 2 advcl
      many many ADJ JJ 9 obj
      """,
      date: "2023-06-14"
    )
    let times = TimeResolver(context: context)
    #expect(times.date(attachedTo: 5, in: context)?.description == "2023-06-11")
    let expression = try #require(times.expression(attachedTo: 1, in: context))
    #expect(expression.meaning == .fromAnchor(RelativeTime(amount: 2, unit: .day, anchor: 8)))
  }

  @Test("An event noun shares the date of its clause, a reporting verb's date stays with it")
  func clauseSharing() throws {
    let context = try ParsedText.context(
      """
      Police police NOUN NNS 2 nsubj
      said say VERB VBD 0 root
      on on ADP IN 4 case
      Monday Monday PROPN NNP 2 obl
      a a DET DT 6 det
      bomb bomb NOUN NN 7 nsubj
      killed kill VERB VBD 2 ccomp
      nobody nobody PRON NN 7 obj
      in in ADP IN 11 case
      the the DET DT 11 det
      raid raid NOUN NN 7 obl
      in in ADP IN 13 case
      May May PROPN NNP 7 obl
      """,
      date: "2023-06-14"
    )
    let times = TimeResolver(context: context)
    #expect(times.date(attachedTo: 1, in: context)?.description == "2023-06-12")
    #expect(times.date(attachedTo: 6, in: context)?.description == "2023-05")
    #expect(times.date(attachedTo: 10, in: context)?.description == "2023-05")
  }

  @Test("The next day follows the time told of last")
  func narratedDay() throws {
    let context = try ParsedText.context(
      """
      They they PRON PRP 2 nsubj
      met meet VERB VBD 0 root
      on on ADP IN 4 case
      June June PROPN NNP 2 obl
      1 1 NUM CD 4 nummod

      They they PRON PRP 2 nsubj
      left leave VERB VBD 0 root
      the the DET DT 5 det
      following following ADJ JJ 5 amod
      day day NOUN NN 2 obl:unmarked
      """,
      date: "2023-06-14"
    )
    #expect(TimeResolver(context: context).date(attachedTo: 6, in: context)?.description == "2023-06-02")
  }

  @Test("The previous Friday is counted from the day told of last")
  func previousWeekday() throws {
    let context = try ParsedText.context(
      """
      They _ PRON PRP 2 nsubj
      met meet VERB VBD 0 root
      on _ ADP IN 4 case
      Tuesday Tuesday PROPN NNP 2 obl

      The _ DET DT 3 det
      previous _ ADJ JJ 3 amod
      Friday Friday PROPN NNP 5 obl:unmarked
      they _ PRON PRP 5 nsubj
      fought fight VERB VBD 0 root
      """,
      date: "2023-06-16"
    )
    #expect(TimeResolver(context: context).date(attachedTo: 8, in: context)?.description == "2023-06-09")
  }

  @Test("The eve of an occasion is the day before it, and what is to be held lies ahead")
  func eveAndInfinitive() throws {
    let eve = try ParsedText.context(
      """
      On _ ADP IN 3 case
      the _ DET DT 3 det
      eve _ NOUN NN 8 obl
      of _ ADP IN 6 case
      the _ DET DT 6 det
      summit _ NOUN NN 3 nmod
      they _ PRON PRP 8 nsubj
      met meet VERB VBD 0 root
      """,
      date: "2023-06-14"
    )
    let expression = try #require(TimeResolver(context: eve).expression(attachedTo: 7, in: eve))
    #expect(expression.meaning == .fromAnchor(RelativeTime(amount: -1, unit: .day, anchor: 5)))
    let vote = try ParsedText.context(
      """
      They _ PRON PRP 2 nsubj
      spoke speak VERB VBD 0 root
      of _ ADP IN 5 case
      the _ DET DT 5 det
      vote _ NOUN NN 2 obl
      to _ PART TO 8 mark
      be _ AUX VB 8 aux:pass
      held hold VERB VBN 5 acl
      on _ ADP IN 10 case
      Sunday Sunday PROPN NNP 8 obl
      """,
      date: "2023-06-14"
    )
    #expect(TimeResolver(context: vote).date(attachedTo: 7, in: vote)?.description == "2023-06-18")
  }
}
