import Knowledge

/// People named in full, by the words of their names.
struct PeopleIndex {
  private var ofLastWord: [Substring: [Int]] = [:]
  private var ofOtherWord: [Substring: [Int]] = [:]
  private var lastNoted: [Int: Int] = [:]

  mutating func add(_ key: String, cluster: Int) {
    let words = key.split(separator: " ")
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
    let candidates = ofLastWord[key] ?? []
    let found = candidates.isEmpty ? ofOtherWord[key] ?? [] : candidates
    let recent = found.filter { lastNoted[$0] != nil }.max { (lastNoted[$0] ?? 0) < (lastNoted[$1] ?? 0) }
    return recent ?? found.min { (mentions[$0].first ?? .max) < (mentions[$1].first ?? .max) }
  }
}
