import LanguageAnalysis
import Testing

import Extraction

/// What is left of repairs that go wrong.
@Suite("Restoration of trees")
struct TreeRestorationTests {
  private static let lines = """
    They they PRON PRP 2 nsubj
    met meet VERB VBD 0 root
    him he PRON PRP 2 obj

    He he PRON PRP 2 nsubj
    left leave VERB VBD 0 root
    """

  @Test("A sentence whose words were hung on one another in a circle is put back, another keeps its repair")
  func circle() throws {
    var document = try ParsedText.context(Self.lines).document
    TreeRestoration.guarded(&document) { document in
      document.heads[1] = 2
      document.relations[0] = .object
      document.relations[3] = .passiveSubject
    }
    #expect(document.heads == [1, 1, 1, 4, 4])
    #expect(document.relations[0] == .subject)
    #expect(document.relations[3] == .passiveSubject)
  }

  @Test("A head in another sentence is put back")
  func otherSentence() throws {
    var document = try ParsedText.context(Self.lines).document
    TreeRestoration.guarded(&document) { $0.heads[2] = 4 }
    #expect(document.heads[2] == 1)
  }
}
