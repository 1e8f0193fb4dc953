import Knowledge

/// Joins the places that tell of the same holder and office.
enum RoleMerging {
  static func merged(_ facts: [RoleFact]) -> [RoleFact] {
    var kept: [RoleFact] = []
    for fact in facts {
      let key = NameKey.fold(fact.title)
      let same = kept.firstIndex { other in
        other.holder == fact.holder && sameTitle(NameKey.fold(other.title), key)
          && (other.of == nil || fact.of == nil || other.of == fact.of)
      }
      if let same {
        if kept[same].of == nil { kept[same].of = fact.of }
        if fact.title.count > kept[same].title.count, !fact.title.contains(",") { kept[same].title = fact.title }
        kept[same].heads += fact.heads.filter { !kept[same].heads.contains($0) }
        kept[same].evidence += fact.evidence.filter { !kept[same].evidence.contains($0) }
      } else {
        kept.append(fact)
      }
    }
    return kept.sorted { position($0) < position($1) }
  }

  private static func position(_ fact: RoleFact) -> (Int, Int) {
    (fact.evidence.first?.span.lowerBound ?? .max, fact.holder)
  }

  /// Whether one title is the other with further words: "president" and "vice president" are not.
  private static func sameTitle(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    if long.hasPrefix(short + " of ") || long.hasPrefix(short + " for ") { return true }
    return long.hasSuffix(" " + short)
      && !["vice", "deputy", "assistant", "former", "under"].contains { long.hasPrefix($0) }
  }
}
