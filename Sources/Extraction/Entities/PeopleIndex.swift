import Knowledge

/// People named in full, by the words of their names.
struct PeopleIndex {
  private var ofLastWord: [Substring: [Int]] = [:]
  private var ofOtherWord: [Substring: [Int]] = [:]
  private var lastNoted: [Int: Int] = [:]
  /// Where a person was last called by a single word.
  private var lastCalled: [Substring: [Int: Int]] = [:]
  private var genders: [Int: GrammaticalGender] = [:]

  mutating func add(_ key: String, cluster: Int) {
    let words = NameMatching.withoutGeneration(key.split(separator: " "))
    guard words.count > 1 else { return }
    func insert(_ word: Substring, into index: inout [Substring: [Int]]) {
      if !(index[word] ?? []).contains(cluster) { index[word, default: []].append(cluster) }
    }
    if let last = words.last { insert(last, into: &ofLastWord) }
    if words.count > 2, words[words.count - 2].count <= 4 {
      insert(Substring(words.suffix(2).joined(separator: " ")), into: &ofLastWord)
    }
    for word in words.dropLast() where word.count > 1 { insert(word, into: &ofOtherWord) }
  }

  /// Remembers that a person is a man or a woman.
  mutating func note(_ gender: GrammaticalGender, of cluster: Int) { genders[cluster] = gender }

  /// Remembers that a person was called by a single word.
  mutating func note(_ cluster: Int, called key: String, at position: Int) {
    lastCalled[Substring(key), default: [:]][cluster] = position
    note(cluster, at: position)
  }

  /// Remembers where a person was last named.
  mutating func note(_ cluster: Int, at position: Int) { lastNoted[cluster] = position }

  /// The person that a single name means: of several, the last one called so before, else the one named most often
  /// before, else the first one after. A title may say whether it is a man or a woman.
  func cluster(
    named name: NameMention,
    before position: Int,
    mentions: [[Int]],
    gender: GrammaticalGender? = nil
  ) -> Int? {
    guard name.kind == .person else { return nil }
    let key = Substring(name.key)
    var candidates = ofLastWord[key] ?? []
    if candidates.isEmpty, ofOtherWord[key] == nil { candidates = misspelled(key) }
    var found = candidates.isEmpty ? ofOtherWord[key] ?? [] : candidates
    if let gender, found.count > 1 {
      let fitting = found.filter { genders[$0].map { $0 == gender } ?? true }
      if !fitting.isEmpty { found = fitting }
    }
    let known = found.filter { lastNoted[$0] != nil }
    if known.count > 1 {
      if let called = lastCalled[key],
        let last = known.filter({ called[$0] != nil }).max(by: {
          (called[$0] ?? 0) < (called[$1] ?? 0)
        })
      {
        return last
      }
      func count(_ cluster: Int) -> Int { mentions[cluster].count { $0 < position } }
      let most = known.map { count($0) }.max() ?? 0
      let often = known.filter { count($0) == most }
      return often.min { (mentions[$0].first ?? .max) < (mentions[$1].first ?? .max) }
    }
    return known.first ?? found.min { (mentions[$0].first ?? .max) < (mentions[$1].first ?? .max) }
  }

  /// The people whose only surname of nearly these letters this is.
  private func misspelled(_ key: Substring) -> [Int] {
    guard key.count >= 6 else { return [] }
    let near = ofLastWord.keys.filter {
      $0.first == key.first && $0.count >= 6 && NameMatching.differByOneLetter($0, key)
    }
    guard near.count == 1, let only = near.first else { return [] }
    return ofLastWord[only] ?? []
  }
}
