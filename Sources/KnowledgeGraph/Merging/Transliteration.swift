import Knowledge

/// Folds the words of people's names over the ways in which romanisations write them.
struct Transliteration: Sendable {
  private let naming: NamingTables
  private let longest: [NamingTables.FoldPosition: Int]

  init(naming: NamingTables) {
    self.naming = naming
    longest = Dictionary(
      uniqueKeysWithValues: NamingTables.FoldPosition.allCases.map { ($0, naming.longestFold(at: $0)) }
    )
  }

  /// A word folded over the ways in which romanisations write it.
  func folded(_ word: String) -> String {
    var rest = Substring(word)
    var result = ""
    if let (length, replacement) = fold(rest, at: .start) {
      result = replacement
      rest = rest.dropFirst(length)
    }
    var ending = ""
    for length in stride(from: min(longest[.end] ?? 0, rest.count - 1), to: 0, by: -1) {
      guard let replacement = naming.fold(String(rest.suffix(length)), at: .end) else { continue }
      ending = replacement
      rest = rest.dropLast(length)
      break
    }
    while let first = rest.first {
      if let (length, replacement) = fold(rest, at: .any) {
        result += replacement
        rest = rest.dropFirst(length)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    result += ending
    var single = ""
    for letter in result where single.last != letter { single.append(letter) }
    return single
  }

  private func fold(_ text: Substring, at position: NamingTables.FoldPosition) -> (Int, String)? {
    for length in stride(from: min(longest[position] ?? 0, text.count), to: 0, by: -1) {
      if let replacement = naming.fold(String(text.prefix(length)), at: position) { return (length, replacement) }
    }
    return nil
  }
}
