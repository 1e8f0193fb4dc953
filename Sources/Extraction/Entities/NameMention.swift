import Knowledge
import LanguageAnalysis

/// A run of tokens that names something, before it is known what other runs name the same.
struct NameMention {
  /// Token indices, trimmed of titles, articles and possessive endings.
  var tokens: Range<Int>
  /// What is named.
  var kind: Entity.Kind
  /// How sure that is, 0 to 1.
  var confidence: Float
  /// By name, or by the adjective of a country.
  var form: EntityMention.Form
  /// The words as a `NameKey`, without a leading article.
  let key: String
  /// The words of the key.
  let words: [Substring]
  /// The model or table that found it.
  var foundBy: String
  /// Whether it stands in a headline, where capital letters tell little.
  var isInTitle = false
  /// A title that was cut off in front: "Pope" of "Pope Francis".
  var title: Range<Int>?

  /// Of an adjective that tables do not have: the key of the article's own place that it is formed of.
  var place: String?

  init(
    tokens: Range<Int>,
    kind: Entity.Kind,
    confidence: Float,
    form: EntityMention.Form,
    key: String,
    foundBy: String
  ) {
    self.tokens = tokens
    self.kind = kind
    self.confidence = confidence
    self.form = form
    self.key = key
    self.foundBy = foundBy
    words = NameKey.words(of: key)
  }
}

extension ArticleContext {
  /// The words of a run of tokens as a `NameKey`, without a leading article and the quotation marks of nicknames.
  func nameKey(of tokens: Range<Int>) -> String {
    let text = document.text(of: tokens)
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\"") }
    var key = NameKey.fold(isPlain ? text : text.filter { !["\"", "“", "”"].contains($0) })
    // "Brightwater Foods, Inc."
    if key.utf8.contains(UInt8(ascii: ",")), let comma = key.lastIndex(of: ","),
      knowledge.naming.isAffix(String(key[comma...].dropFirst(2)), .corporate)
    {
      key.remove(at: comma)
    }
    return key.hasPrefix("the ") ? String(key.dropFirst(4)) : key
  }

  /// Whether a token is written with a capital letter or digit first.
  func isCapitalized(_ token: Int) -> Bool { capitalized[token] }

  /// Whether a token is "St", "St." or "Saint" before a name.
  func isSaint(_ token: Int) -> Bool {
    ["st", "st.", "saint", "ste", "ste."].contains(words[token]) && isCapitalized(token)
  }

  /// Whether a token is an acronym in running text: capitals alone, beside words that have small letters.
  func isAcronym(_ token: Int) -> Bool {
    let form = document.forms[token]
    guard form.unicodeScalars.count > 1, form.unicodeScalars.allSatisfy({ $0.isCapital || $0 == "." })
    else {
      return false
    }
    return sentenceTokens(of: token).contains { other in
      document.forms[other].unicodeScalars.contains { $0.isSmall }
    }
  }

  /// Whether the words between two names say that the second is another name of the first: "X, also known as Y", "X, or Y".
  func isOtherName(between one: Range<Int>, _ other: Range<Int>) -> Bool {
    guard other.lowerBound > one.upperBound, other.lowerBound - one.upperBound <= 7,
      tree.sentenceOfToken[one.lowerBound] == tree.sentenceOfToken[other.lowerBound]
    else { return false }
    var between = words[one.upperBound..<other.lowerBound].filter { !["\"", "“", "‘", "'", "``", "the"].contains($0) }
    if between.first == "," || between.first == "(" { between.removeFirst() }
    if let first = between.first, Self.degrees.contains(first) {
      between.removeFirst()
      if between.isEmpty { return ["formerly", "previously"].contains(first) }
    }
    if between == ["known", "as"] { return true }
    // "X, a former officer known as Y"
    if between.suffix(2) == ["known", "as"], words[one.upperBound] == ",", ["a", "an"].contains(between.first ?? "") {
      return !between.contains { ["and", "of", ",", "by", "with"].contains($0) }
    }
    return between == ["or"] && words[one.upperBound] == "," && isAcronym(other.lowerBound) && other.count == 1
  }

  private static let degrees: Set<String> = [
    "also", "better", "formerly", "previously", "once", "commonly", "widely", "popularly", "simply", "usually", "often",
    "generally", "locally", "sometimes", "best", "more",
  ]

  /// Whether a token is the first word of its sentence, quotation marks and the like aside.
  func beginsSentence(_ token: Int) -> Bool {
    let first = document.sentences[tree.sentenceOfToken[token]].tokens.lowerBound
    return token == first || (first..<token).allSatisfy { document.partsOfSpeech[$0] == .punctuation }
  }

  /// The tokens of the sentence that a token stands in.
  func sentenceTokens(of token: Int) -> Range<Int> { document.sentences[tree.sentenceOfToken[token]].tokens }

  /// Whether a token is the possessive ending "'s" or a bare apostrophe.
  func isPossessiveEnding(_ token: Int) -> Bool {
    document.pennTags[token] == "POS" || ["'s", "’s", "'S", "’S"].contains(document.forms[token])
  }

  /// The token that ends a title beginning at or after `start` and ending before `end`, with its entry; the longest
  /// title of the table wins over the kind of its last word.
  func titleEntry(of tokens: Range<Int>) -> TitleTable.Entry? {
    guard let last = tokens.last else { return nil }
    for start in tokens where last - start < 5 {
      if let entry = wholeTitle(start..<last + 1) { return entry }
    }
    return nil
  }

  /// Whether a title in the singular stands directly before a name: "councillor X".
  func isCalledByTitle(_ tokens: Range<Int>) -> Bool {
    let before = tokens.lowerBound - 1
    guard before >= sentenceTokens(of: tokens.lowerBound).lowerBound, document.partsOfSpeech[before].isNoun,
      document.pennTags[before] != "NNS", let entry = titleEntry(of: before..<before + 1)
    else { return false }
    return entry.kind != .respect
  }

  /// Whether a title begins at a token and is no longer than so many.
  func isTitle(_ start: Int, of length: Int) -> Bool {
    let end = sentenceTokens(of: min(start, document.tokenCount - 1)).upperBound
    return (1...length).contains { start + $0 <= end && isTitle(start..<start + $0) }
  }

  /// Whether a run of tokens is a title of the table from end to end.
  func isTitle(_ tokens: Range<Int>) -> Bool { wholeTitle(tokens) != nil }

  /// The entry of the title that a run of tokens is from end to end.
  private func wholeTitle(_ tokens: Range<Int>) -> TitleTable.Entry? {
    guard tokens.count == 1 || mayBeginTitle(tokens.lowerBound) else { return nil }
    let inflected = titleText(of: tokens, inflected: true)
    return knowledge.titles[inflected] ?? knowledge.titles[titleText(of: tokens, inflected: false)]
      ?? (inflected.hasPrefix("co ") ? knowledge.titles[String(inflected.dropFirst(3))] : nil)
  }

  /// Whether a title of several tokens may begin at a token; of one with a hyphen that is not looked up.
  func mayBeginTitle(_ token: Int) -> Bool {
    knowledge.titles.mayBegin(with: words[token]) || words[token].utf8.contains(UInt8(ascii: "-"))
  }

  /// Whether a word and its hyphen tell that an office is still to be taken up: "mayor-elect", "minister-designate".
  func isElect(_ token: Int, after start: Int) -> Bool {
    ["elect", "designate"].contains(words[token]) && token - 2 >= start && words[token - 1] == "-"
  }

  /// A title as the table writes it: lower case, hyphens as spaces, the last word in the singular unless inflected.
  private func titleText(of tokens: Range<Int>, inflected: Bool) -> String {
    if tokens.count == 1, inflected { return titleWord(words[tokens.lowerBound]) }
    var parts: [String] = []
    for token in tokens where words[token] != "-" && !isElect(token, after: tokens.lowerBound) {
      let last =
        token == tokens.upperBound - 1
        || token + 3 == tokens.upperBound && isElect(tokens.upperBound - 1, after: tokens.lowerBound)
      let word = last && !inflected ? document.lemmas[token].lowercased() : words[token]
      parts.append(titleWord(word))
    }
    return parts.joined(separator: " ")
  }

  private func titleWord(_ word: String) -> String {
    word.utf8.contains(UInt8(ascii: "-")) ? word.replacing("-", with: " ") : word
  }
}
