import Knowledge

/// Cuts phrases out of the words of a sentence.
struct PhraseCutter: Sendable {
  /// A part of the text that a node of the picture stands for.
  struct Argument: Sendable, Hashable {
    let node: Int
    let range: Range<Int>
    /// Whether it is the name itself: "Russia" and not "Russian".
    let isName: Bool
  }

  let tokens: [PhraseTokens.Token]
  let arguments: [Argument]
  /// Nodes to whom no preposition may lead.
  let labelled: Set<Int>

  private func argument(at place: Int) -> Argument? {
    arguments.first { $0.range.overlaps(tokens[place].range) }
  }

  /// Whether the event's word is a noun, by the entry that found it or else by the word before it.
  func isNoun(at place: Int, foundBy: String?) -> Bool {
    if let foundBy, foundBy.contains(".noun") { return true }
    if let foundBy, foundBy.contains(".verb") { return false }
    return place > 0 && (tokens[place - 1].role == .determiner || tokens[place - 1].isPossessive)
  }

  /// Whether a word after a verb belongs to it: "down" in "stepped down as", "in" in "sworn in on Monday".
  func isParticle(_ place: Int) -> Bool {
    guard place < tokens.count, argument(at: place) == nil else { return false }
    if tokens[place].role == .particle { return true }
    guard tokens[place].role == .preposition, tokens[place].text != "by" else { return false }
    return place + 1 == tokens.count || tokens[place + 1].role == .preposition
      || !tokens[place + 1].isWord && !tokens[place + 1].isQuotationMark
  }

  /// How many words before a noun belong to it: all after "the" or "minister's", else the one next to it.
  func modifiers(before noun: Int, most: Int) -> Int {
    var count = 0
    var words = 0
    while words < most, noun - count > 0 {
      let place = noun - count - 1
      let token = tokens[place]
      if token.isQuotationMark {
        count += 1
        continue
      }
      let argument = argument(at: place)
      guard token.isWord, token.role == nil, !token.isPossessive, !token.isCapitalised, argument == nil else {
        let isBounded = token.role == .determiner || token.isPossessive || argument.map { !$0.isName } ?? false
        return isBounded ? count : min(count, lone(before: noun))
      }
      count += 1
      words += 1
    }
    let isBounded = noun - count > 0 && tokens[noun - count - 1].role == .determiner
    return isBounded ? count : min(count, lone(before: noun))
  }

  /// 1 where the word before a noun can hardly be anything but part of its name, as after a preposition.
  private func lone(before noun: Int) -> Int {
    guard noun > 1, [.determiner, .preposition].contains(tokens[noun - 2].role) || tokens[noun - 2].isNumber else {
      return 0
    }
    let word = tokens[noun - 1]
    let isPlain = word.text.unicodeScalars.allSatisfy { $0.properties.isLowercase || $0 == "-" }
    return isPlain && !["s", "ed", "ing", "ly"].contains(where: word.text.hasSuffix) ? 1 : 0
  }

  /// What follows the event's words up to the next clause, without those who are drawn; and the preposition that
  /// leads to one of them.
  func following(_ start: Int, afterNoun: Bool, longest: Int) -> (rest: String, preposition: String?) {
    var kept: [PhraseTokens.Token] = []
    var preposition: String?
    var place = start
    var hasJumped = false
    if afterNoun, start >= tokens.count || tokens[start].role != .preposition { return ("", nil) }
    while place < tokens.count {
      let token = tokens[place]
      if let argument = argument(at: place) {
        dropGroup(&kept)
        if !hasJumped, kept.count == 1, kept[0].role == .preposition, kept[0].text != "by",
          !labelled.contains(argument.node)
        {
          preposition = kept[0].text
          kept = []
        }
        guard kept.allSatisfy({ $0.role == .preposition }), !hasJumped, !afterNoun else { break }
        kept = []
        hasJumped = true
        place = tokens[place...].firstIndex { $0.range.lowerBound >= argument.range.upperBound } ?? tokens.count
        guard place < tokens.count, tokens[place].role == .preposition else { break }
        continue
      }
      if token.isQuotationMark {
        place += 1
        continue
      }
      guard token.isWord, token.role != .break, token.role != .time else { break }
      // "the floods in the valley killed", "rounds aimed at": the next verb belongs to another phrase.
      let leadsOn = place + 1 < tokens.count && tokens[place + 1].role == .preposition
      if token.isPast, afterNoun || leadsOn, let last = kept.last, last.role == nil { break }
      let length = kept.reduce(0) { $0 + $1.text.count + 1 } + token.text.count
      guard length <= longest else {
        dropGroup(&kept)
        break
      }
      kept.append(token)
      place += 1
    }
    while let last = kept.last, last.role != nil || last.isNumber { kept.removeLast() }
    return (kept.map(\.text).joined(separator: " "), preposition)
  }

  /// Takes the words after the last preposition off, since they belong to what comes next.
  private func dropGroup(_ words: inout [PhraseTokens.Token]) {
    while let last = words.last, last.role != .preposition { words.removeLast() }
  }
}
