import Knowledge
import LanguageAnalysis

// Bodies by what is said of them instead of their names.
extension DescriptionResolver {
  /// The body for which only such a word stands beside its name: "the union" of "Dock Workers", "the agency" of "Bureau".
  func body(called word: String) -> Int? {
    recent.last { index in
      let cluster = clusters.clusters[index]
      guard cluster.kind == .organization else { return false }
      let noun = cluster.noun ?? ""
      switch word {
      case "union":
        return noun != "union" && cluster.sort != "alliance"
          && !Self.wordsOfUnions.isDisjoint(with: cluster.words.map { $0.lowercased() })
      case "agency": return cluster.sort == "government" && Self.nounsOfAgencies.contains(noun)
      case "paper": return cluster.sort == "media" && !["tv", "television", "radio", "news"].contains(noun)
      default: return false
      }
    }
  }

  private static let wordsOfUnions: Set<String> = [
    "workers", "teachers", "nurses", "local", "teamsters", "brotherhood", "guild", "firefighters", "employees",
  ]
  private static let nounsOfAgencies: Set<String> = [
    "administration", "bureau", "service", "office", "authority", "commission", "center", "centre", "centers",
    "directorate",
  ]

  /// "the maker of frozen dinners": the company of which the story is.
  func company(making word: String, _ token: Int) -> Int? {
    guard
      ["maker", "producer", "manufacturer", "operator", "developer", "retailer", "automaker", "carmaker", "lender"]
        .contains(word),
      context.document.relations[token] == .subject || context.document.relations[token] == .passiveSubject,
      context.tree.child(of: token, .relativeClause, .possessiveModifier, .apposition) == nil
    else { return nil }
    return main(
      of: recent.filter { index in
        let cluster = clusters.clusters[index]
        return cluster.kind == .organization && (cluster.sort == nil || cluster.sort == "company")
          && !isCalledOtherwise(index)
      }
    )
  }
}
