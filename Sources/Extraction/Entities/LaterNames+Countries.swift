import Knowledge
import LanguageAnalysis

// Whether those described and named may be of one country.
extension LaterNames {
  /// Whether what two descriptions are said to belong to may be of one country.
  func agrees(_ noun: Int, with introduction: [Int]) -> Bool {
    let one = countries(of: [noun])
    let other = countries(of: introduction)
    return one.isEmpty || other.isEmpty || !one.isDisjoint(with: other)
  }

  func country(of index: Int) -> String? {
    let cluster = clusters.clusters[index]
    if let country = cluster.country ?? cluster.owner { return country }
    guard cluster.kind == .organization else { return nil }
    return cluster.keys.lazy.compactMap { context.knowledge.organizations.organization(named: $0)?.country }.first
  }

  func countries(of nouns: [Int]) -> Set<String> {
    var found: Set<String> = []
    for noun in nouns {
      for token in Array(context.descriptionTokens(of: noun)) + context.tree.children(of: noun, .nominalModifier) {
        guard let index = referents.clusterOfHead[token] else { continue }
        if let country = country(of: index) { found.insert(country) }
      }
      if let title = titles.title(headedBy: noun) {
        for owner in title.owners {
          guard let index = referents.clusterOfHead[owner] else { continue }
          if let country = country(of: index) { found.insert(country) }
        }
      }
    }
    return found
  }
}
