import Extraction
import Testing

/// Which event a time dates, where the tree hangs it on another word.
struct TimeAttachmentTests {
  @Test("A time behind the place where something happened is that of what happened there")
  func behindPlace() throws {
    let context = try ParsedText.context(
      """
      A _ DET DT 2 det
      fire fire NOUN NN 10 nsubj
      at _ ADP IN 5 case
      a _ DET DT 5 det
      clinic clinic NOUN NN 2 nmod
      in _ ADP IN 7 case
      Accra Accra PROPN NNP 5 nmod
      in _ ADP IN 9 case
      2014 2014 NUM CD 7 nmod
      killed kill VERB VBD 0 root
      seven seven NUM CD 12 nummod
      people person NOUN NNS 10 obj
      """,
      date: "2023-06-14"
    )
    #expect(TimeResolver(context: context).date(attachedTo: 1, in: context)?.description == "2014")
  }

  @Test("A time behind another event is that event's alone")
  func behindAnotherEvent() throws {
    let context = try ParsedText.context(
      """
      A _ DET DT 2 det
      protest protest NOUN NN 8 nsubj
      at _ ADP IN 5 case
      a _ DET DT 5 det
      trial trial NOUN NN 2 nmod
      in _ ADP IN 7 case
      2014 2014 NUM CD 5 nmod
      grew grow VERB VBD 0 root
      """,
      date: "2023-06-14"
    )
    let times = TimeResolver(context: context)
    #expect(times.date(attachedTo: 4, in: context)?.description == "2014")
    #expect(times.date(attachedTo: 1, in: context) == nil)
  }

  @Test("A time between an article and its noun is the noun's")
  func insideNounPhrase() throws {
    let context = try ParsedText.context(
      """
      They _ PRON PRP 2 nsubj
      left leave VERB VBD 0 root
      the _ DET DT 7 det
      August August PROPN NNP 2 obl:unmarked
      2017 2017 NUM CD 4 nmod:unmarked
      Freedom Freedom PROPN NNP 7 compound
      rally rally NOUN NN 2 obj
      """,
      date: "2023-06-14"
    )
    let times = TimeResolver(context: context)
    #expect(times.date(attachedTo: 6, in: context)?.description == "2017-08")
  }

  @Test("What a second verb tells shares the time counted for the first")
  func sharedCountedTime() throws {
    let context = try ParsedText.context(
      """
      It _ PRON PRP 2 nsubj
      began begin VERB VBD 0 root
      on _ ADP IN 4 case
      March March PROPN NNP 2 obl
      2+ 2 NUM CD 4 nummod
      , , PUNCT , 8 punct
      a _ DET DT 8 det
      week week NOUN NN 12 obl:unmarked
      after _ SCONJ IN 12 mark
      a _ DET DT 11 det
      crane crane NOUN NN 12 nsubj
      collapsed collapse VERB VBD 2 advcl
      and _ CCONJ CC 14 cc
      killed kill VERB VBD 12 conj
      him he PRON PRP 14 obj
      """,
      date: "2023-06-14"
    )
    let times = TimeResolver(context: context)
    #expect(times.date(attachedTo: 11, in: context)?.description == "2023-02-23")
    #expect(times.date(attachedTo: 13, in: context)?.description == "2023-02-23")
  }

  @Test("A time that sees something is its time, whether it stands as the subject or beside the verb")
  func timeThatSees() throws {
    for relation in ["nsubj", "obl:unmarked"] {
      let context = try ParsedText.context(
        """
        2018 2018 NUM CD 2 \(relation)
        saw see VERB VBD 0 root
        40 40 NUM CD 4 nummod
        accidents accident NOUN NNS 2 obj
        """,
        date: "2023-06-14"
      )
      #expect(TimeResolver(context: context).date(attachedTo: 3, in: context)?.description == "2018")
    }
  }
}
