import Knowledge

/// People named in full, by the words of their names.
struct PeopleIndex {
  private var ofLastWord: [Substring: [Int]] = [:]
  private var ofOtherWord: [Substring: [Int]] = [:]
  private var lastNoted: [Int: Int] = [:]

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

  /// Remembers where a person was last named.
  mutating func note(_ cluster: Int, at position: Int) { lastNoted[cluster] = position }

  /// The person that a single name means: the last one named so before, else the first one after.
  func cluster(named name: NameMention, before position: Int, mentions: [[Int]]) -> Int? {
    guard name.kind == .person else { return nil }
    let key = Substring(name.key)
    var candidates = ofLastWord[key] ?? []
    if candidates.isEmpty, ofOtherWord[key] == nil { candidates = misspelled(key) }
    let found = candidates.isEmpty ? ofOtherWord[key] ?? [] : candidates
    let recent = found.filter { lastNoted[$0] != nil }.max { (lastNoted[$0] ?? 0) < (lastNoted[$1] ?? 0) }
    return recent ?? found.min { (mentions[$0].first ?? .max) < (mentions[$1].first ?? .max) }
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
