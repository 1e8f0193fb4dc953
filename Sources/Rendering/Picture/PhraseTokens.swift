import Knowledge
import KnowledgeGraph

/// The words and marks of a sentence with their places in the article.
struct PhraseTokens: Sendable {
  struct Token: Sendable, Hashable {
    let text: String
    /// Unicode scalar offsets into the article's text.
    let range: Range<Int>
    /// What it does in a phrase; nil for words with a meaning of their own.
    let role: PhraseWordTable.Role?
    /// Whether it is a number in digits or words.
    let isNumber: Bool

    /// Whether it is a word, a number or an amount of money.
    var isWord: Bool { text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil } }
    /// Whether it is a name or begins a sentence.
    var isCapitalised: Bool { text.first?.isUppercase ?? false }
    /// Whether it looks like the past of a verb.
    var isPast: Bool { text.count > 4 && text.hasSuffix("ed") }
    /// Whether it is a quotation mark, which a phrase leaves out.
    var isQuotationMark: Bool { ["\"", "“", "”", "‘", "’", "'"].contains(text) }
    /// Whether it says whose the next words are: "minister's".
    var isPossessive: Bool {
      text.hasSuffix("'s") || text.hasSuffix("’s") || text.hasSuffix("s'") || text.hasSuffix("s’")
    }
  }

  let tokens: [Token]

  /// Reads a sentence; empty where its text is not what stands in the article.
  init(of sentence: Provenance, words: PhraseWordTable, numbers: NumberTable) {
    let scalars = Array(sentence.text.unicodeScalars)
    guard scalars.count == sentence.range.count else {
      tokens = []
      return
    }
    var made: [Token] = []
    var start = 0
    func close(_ end: Int) {
      guard start < end else { return }
      let text = String(String.UnicodeScalarView(scalars[start..<end]))
      let range = sentence.range.lowerBound + start..<sentence.range.lowerBound + end
      let word = text.lowercased()
      let isYear = text.count == 4 && Int(text).map { (1000...2100).contains($0) } ?? false
      made.append(
        Token(
          text: text,
          range: range,
          role: isYear ? .time : words.role(of: word),
          isNumber: numbers[word] != nil || text.unicodeScalars.contains { $0.properties.numericType == .decimal }
        )
      )
    }
    for (place, scalar) in scalars.enumerated() where !Self.isInside(scalars, at: place) {
      close(place)
      start = place + 1
      if scalar.properties.isWhitespace { continue }
      start = place
      close(place + 1)
      start = place + 1
    }
    close(scalars.count)
    tokens = made
  }

  /// Whether a scalar belongs to a word: letters, digits, signs of money, and marks with letters or digits around them.
  private static func isInside(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
    func isLetter(_ place: Int) -> Bool {
      guard scalars.indices.contains(place) else { return false }
      let properties = scalars[place].properties
      return properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
    }
    if isLetter(place) || scalars[place].properties.generalCategory == .currencySymbol || scalars[place] == "%" {
      return true
    }
    switch scalars[place] {
    case "-", "'", "’", "‑": return isLetter(place - 1) && isLetter(place + 1)
    case ".", ",": return isDigit(scalars, place - 1) && isDigit(scalars, place + 1)
    default: return false
    }
  }

  private static func isDigit(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    scalars.indices.contains(place) && scalars[place].properties.numericType == .decimal
  }
}
