import LanguageAnalysis
import Testing

struct NameBoundsTests {
  @Test(
    "Numbers end no person's name, codes no place's, and a name keeps its last word",
    arguments: [
      ("Marie 30912", .person, 1), ("Kim X33", .person, 1), ("Islamabad F11", .place, 1), ("Route 66", .place, 2),
      ("West 17th", .place, 2), ("District 4A", .place, 2), ("A64", .place, 1), ("Radio 1", .organization, 2),
      ("Dhaka Mirpur10", .place, 2), ("Paul McCartney", .person, 2), ("Lima F1 T4", .place, 1),
    ] as [(String, EntitySpan.Kind, Int)]
  )
  func cutsEnds(name: String, kind: EntitySpan.Kind, words: Int) {
    #expect(trimmed(name, kind) == 1..<1 + words)
  }

  @Test(
    "Titles before a person's name are no part of it; in the name of a body they are",
    arguments: [
      ("President Ama Mensah", .person, 1), ("Prof. Dr. Mensah", .person, 2), ("Ama Mensah", .person, 0),
      ("President", .person, 0), ("General Electric", .organization, 0),
    ] as [(String, EntitySpan.Kind, Int)]
  )
  func cutsTitles(name: String, kind: EntitySpan.Kind, titles: Int) {
    #expect(trimmed(name, kind) == 1 + titles..<1 + name.split(separator: " ").count)
  }

  /// The tokens left of a name that stands behind one word in its window.
  private func trimmed(_ name: String, _ kind: EntitySpan.Kind) -> Range<Int> {
    let forms = ["He", "met"] + name.split(separator: " ").map(String.init)
    return NameBounds.trimmed(1..<forms.count - 1, of: kind, forms: forms[1...])
  }
}
