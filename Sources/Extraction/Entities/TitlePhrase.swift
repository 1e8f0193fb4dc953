import Knowledge
import LanguageAnalysis

/// A title as it stands in a text, with what it belongs to.
struct TitlePhrase {
  /// The words of the title, without the organisation's name.
  var tokens: Range<Int>
  /// Its last or only noun.
  var head: Int
  var entry: TitleTable.Entry
  /// Tokens of phrases that may say what the title is of, the best first.
  var owners: [Int] = []
  /// Whether the office lies in the past.
  var isFormer = false
}

/// Reads titles beside names and in noun phrases.
struct TitleReader {
  let context: ArticleContext
  /// The name that covers a token, where one does, in the order of the tokens.
  let nameOfToken: [Range<Int>?]

  private static let ownerPrepositions: Set<String> = ["of", "for", "at", "in", "to", "with", "from", "on"]

  private func isFormerWord(_ token: Int) -> Bool {
    context.knowledge.roleWords.contains(context.words[token], .former)
  }

  // MARK: Before a name

  /// The titles that stand directly before a name, the nearest first: "NATO Secretary General" before "Mark Rutte".
  func titles(before name: Range<Int>) -> [TitlePhrase] {
    let start = context.sentenceTokens(of: name.lowerBound).lowerBound
    var end = name.lowerBound
    while end - 1 >= start, ["\"", "“", "”", "'", "‘", "’"].contains(context.words[end - 1]) { end -= 1 }
    // "Member of Parliament (MP) X"
    if end - 4 >= start, context.words[end - 1] == ")", context.words[end - 3] == "(" { end -= 3 }
    var found: [TitlePhrase] = []
    while end > start, found.count < 4 {
      guard let phrase = phrase(endingAt: end, from: start) else { break }
      end = phrase.tokens.lowerBound
      if phrase.entry.kind != .respect { found.append(phrase) }
      let before = end - 1
      if before > start, context.words[before] == "and" || context.words[before] == "," || context.words[before] == "&",
        context.titleEntry(of: max(start, before - 3)..<before) != nil, phrase.entry.kind != .respect,
        context.words[before] != ","
      {
        end = before
      } else if !phrase.owners.isEmpty || phrase.isFormer {
        break
      }
    }
    return shareOwners(found)
  }

  private func phrase(endingAt end: Int, from start: Int) -> TitlePhrase? {
    guard let plain = plain(endingAt: end, from: start) else { return prepositional(endingAt: end, from: start) }
    let first = plain.tokens.lowerBound
    // "Secretary of Justice X" is no justice.
    guard plain.tokens.count == 1, first - 2 >= start, context.words[first - 1] == "of", context.isCapitalized(first),
      context.isCapitalized(first - 2), let whole = prepositional(endingAt: end, from: start),
      whole.entry.kind == .office
    else { return plain }
    return whole
  }

  /// "President and chief executive of Y X" and "Y president and chief executive X": one owner for all.
  private func shareOwners(_ phrases: [TitlePhrase]) -> [TitlePhrase] {
    guard let owners = phrases.first(where: { !$0.owners.isEmpty })?.owners else { return phrases }
    let isFormer = phrases.contains { $0.isFormer }
    return phrases.map { phrase in
      var phrase = phrase
      if phrase.owners.isEmpty, phrase.entry.kind != .rank { phrase.owners = owners }
      phrase.isFormer = isFormer && phrase.entry.kind != .rank
      return phrase
    }
  }

  /// "minister of foreign affairs X", "president of the Commission X".
  private func prepositional(endingAt end: Int, from start: Int) -> TitlePhrase? {
    var position = end - 1
    var owner: Int?
    while position > start, end - position < 9 {
      let word = context.words[position]
      if word == "of" || word == "for" || word == "to" && owner != nil {
        // "the president of X": X is what the office belongs to, not who holds it.
        guard owner != nil || (position + 1..<end).contains(where: { context.document.partsOfSpeech[$0].isNoun })
        else { return nil }
        guard let phrase = plain(endingAt: position, from: start), phrase.entry.kind != .respect else { return nil }
        var whole = phrase
        if let owner {
          whole.owners.insert(owner, at: word == "of" ? 0 : whole.owners.count)
        } else {
          whole.tokens = phrase.tokens.lowerBound..<end
        }
        if owner != nil { whole.tokens = phrase.tokens.lowerBound..<phrase.tokens.upperBound }
        return whole
      }
      if let name = nameOfToken[position] {
        owner = context.head(of: name)
        position = name.lowerBound - 1
        continue
      }
      let part = context.document.partsOfSpeech[position]
      guard part.isNoun || part == .adjective || part == .determiner || word == "and" || word == "-" else { return nil }
      position -= 1
    }
    return nil
  }

  private func plain(endingAt end: Int, from start: Int) -> TitlePhrase? {
    let head = end - 1
    guard head >= start, nameOfToken[head] == nil,
      context.document.partsOfSpeech[head].isNoun || context.isCapitalized(head) || context.isElect(head, after: start)
    else { return nil }
    guard let (first, entry) = tableTitle(endingAt: end, from: start) else { return nil }
    var phrase = TitlePhrase(tokens: first..<end, head: officeWord(of: first..<end), entry: entry)
    phrase.isFormer = isPast(first)
    extendLeft(&phrase, from: start)
    phrase.owners += bodies(in: first..<end)
    return phrase
  }

  /// The word of a title that names the office: "Minister" in "Minister of Foreign Affairs".
  private func officeWord(of tokens: Range<Int>) -> Int {
    let marker = tokens.dropFirst().first {
      ["of", "for", "in", "at", "to"].contains(context.words[$0]) && $0 + 1 < tokens.upperBound
    }
    return (marker ?? tokens.upperBound) - 1
  }

  /// Names within the words of a title that may be what it is of: "House" in "House Speaker".
  private func bodies(in tokens: Range<Int>) -> [Int] {
    tokens.compactMap { nameOfToken[$0]?.lowerBound == $0 ? $0 : nil }
  }

  /// Whether a title is written as one word that tells that it is past: "ex-president".
  private func isPast(_ token: Int) -> Bool { context.words[token].hasPrefix("ex-") }

  /// The longest title of the table that ends before a token.
  private func tableTitle(endingAt end: Int, from start: Int) -> (first: Int, entry: TitleTable.Entry)? {
    for first in max(start, end - 5)..<end
    where (end - first == 1 || context.mayBeginTitle(first)) && mayBeTitle(first..<end) {
      if let entry = exactEntry(first..<end) { return (first, entry) }
    }
    return nil
  }

  /// Whether words cut no name in two and are more than names: "Defence Secretary", where "Defence" is taken for one.
  private func mayBeTitle(_ tokens: Range<Int>) -> Bool {
    guard let last = tokens.last, nameOfToken[last] == nil, context.words[tokens.lowerBound] != "-" else {
      return false
    }
    return tokens.allSatisfy { token in
      guard let name = nameOfToken[token] else { return true }
      return name.lowerBound >= tokens.lowerBound && !isCountry(name)
    }
  }

  private func isCountry(_ name: Range<Int>) -> Bool {
    let key = NameKey.fold(context.document.text(of: name))
    let countries = context.knowledge.countries
    return countries.country(named: key) != nil || countries.country(ofAdjective: key) != nil
  }

  /// The words with spaces between them and for their hyphens.
  private static func spaced(_ words: [String]) -> String {
    let phrase = words.joined(separator: " ")
    return phrase.utf8.contains(UInt8(ascii: "-")) ? phrase.replacing("-", with: " ") : phrase
  }

  private func exactEntry(_ tokens: Range<Int>) -> TitleTable.Entry? {
    if tokens.count > 3, let last = tokens.last, context.isElect(last, after: tokens.lowerBound) {
      return exactEntry(tokens.dropLast(2))
    }
    if tokens.count == 3, let last = tokens.last, context.isElect(last, after: tokens.lowerBound) {
      return exactEntry(tokens.lowerBound..<tokens.lowerBound + 1)
    }
    if tokens.count > 1, let first = tokens.first, let last = tokens.last,
      context.isCapitalized(last), !context.isCapitalized(first)
    {
      // "director General X" is a director who is a general.
      return nil
    }
    var parts: [String] = []
    for token in tokens where context.words[token] != "-" {
      parts.append(token == tokens.upperBound - 1 ? context.document.lemmas[token].lowercased() : context.words[token])
    }
    let singular = Self.spaced(parts)
    if singular.hasPrefix("ex ") || singular.hasPrefix("co "),
      let entry = context.knowledge.titles[String(singular.dropFirst(3))]
    {
      return entry
    }
    if let entry = context.knowledge.titles[singular] { return entry }
    guard let last = tokens.last, !parts.isEmpty else { return nil }
    parts[parts.count - 1] = context.words[last]
    if let entry = context.knowledge.titles[Self.spaced(parts)] { return entry }
    // The plural of "attorney general" is in its first word.
    guard tokens.count > 1, parts[0].hasSuffix("s") else { return nil }
    parts[0].removeLast()
    return context.knowledge.titles[parts.joined(separator: " ")]
  }

  /// Adds the modifiers before a title, and finds whose it is and whether it is past.
  private func extendLeft(_ phrase: inout TitlePhrase, from start: Int) {
    var first = phrase.tokens.lowerBound
    while first - 1 >= start {
      let before = isBehindAcronym(first, of: phrase, from: start) ? first - 4 : first - 1
      if addOwner(before, to: &phrase, from: start) { break }
      if isFormerWord(before) {
        phrase.isFormer = true
      } else if context.words[before] != "-", !extends(phrase, by: before, first: first, from: start) {
        break
      }
      first = before
    }
    phrase.tokens = withoutLead(first, of: phrase)..<phrase.tokens.upperBound
  }

  /// "World Trade Organization (WTO) head".
  private func isBehindAcronym(_ first: Int, of phrase: TitlePhrase, from start: Int) -> Bool {
    first - 4 >= start && phrase.owners.isEmpty && context.words[first - 1] == ")" && context.words[first - 3] == "("
      && nameOfToken[first - 4] != nil
  }

  /// Adds who or what stands before a title as its owner; returns whether the title begins behind the word.
  private func addOwner(_ before: Int, to phrase: inout TitlePhrase, from start: Int) -> Bool {
    if let name = nameOfToken[before] {
      guard phrase.owners.isEmpty, phrase.entry.kind == .office || !isOfOtherTitle(name, from: start) else {
        return true
      }
      phrase.owners.append(context.head(of: name))
      if name.lowerBound - 2 >= start, context.isPossessiveEnding(name.lowerBound - 1) {
        phrase.owners.append(nameOfToken[name.lowerBound - 2].map { context.head(of: $0) } ?? name.lowerBound - 2)
      }
      markFormer(&phrase, at: name.lowerBound - 1, from: start)
      return true
    }
    if context.isPossessiveEnding(before) {
      let owner = before - 1
      if owner >= start { phrase.owners.append(nameOfToken[owner].map { context.head(of: $0) } ?? owner) }
      return true
    }
    if context.document.relations[before] == .possessiveModifier, context.document.partsOfSpeech[before] == .pronoun {
      phrase.owners.append(before)
      return true
    }
    guard phrase.owners.isEmpty, !isFormerWord(before), context.words[before] != "-" else { return false }
    if isOfRegion(before) {
      phrase.owners.append(before)
      return true
    }
    // "Oakshire regional governor X"
    guard before > start, context.knowledge.wordClasses.contains(context.words[before], in: .levelOfOffice),
      let name = nameOfToken[before - 1]
    else { return false }
    phrase.owners.append(context.head(of: name))
    return true
  }

  /// Whether a modifier before a title is a part of it: in its block, and no title of its own before a rank.
  private func extends(_ phrase: TitlePhrase, by before: Int, first: Int, from start: Int) -> Bool {
    guard belongs(before, to: phrase, first: first),
      phrase.entry.kind != .rank || tableTitle(endingAt: before + 1, from: start) == nil
    else { return false }
    let sentences = context.document.sentences
    return sentences[context.tree.sentenceOfToken[before]].block
      == sentences[context.tree.sentenceOfToken[phrase.head]].block
  }

  /// Where a title begins behind words that are no part of the office: "former", "pro-government".
  private func withoutLead(_ start: Int, of phrase: TitlePhrase) -> Int {
    var first = start
    while first < phrase.tokens.lowerBound,
      isFormerWord(first) || context.words[first] == "-"
        || context.document.partsOfSpeech[first] == .numeral
    {
      first += 1
    }
    // "pro-government councillor": a leaning is no part of the office.
    let isLeaning =
      first + 3 <= phrase.head && ["pro", "anti"].contains(context.words[first]) && context.words[first + 1] == "-"
    return isLeaning ? first + 3 : first
  }

  /// Whether a modifier before a title belongs to it.
  private func belongs(_ token: Int, to phrase: TitlePhrase, first: Int) -> Bool {
    let part = context.document.partsOfSpeech[token]
    let word = context.words[token]
    guard part.isNoun || part == .adjective, !["JJS", "JJR"].contains(context.document.pennTags[token]) else {
      return false
    }
    if context.knowledge.roleWords.contains(word, .leaning) || context.knowledge.timeWords[word] != nil { return false }
    if word == "incumbent" || context.beginsSentence(token) && context.knowledge.roleWords.contains(word, .quality) {
      return false
    }
    if context.isCapitalized(phrase.head) { return context.isCapitalized(token) || context.words[first] == "-" }
    guard !context.knowledge.roleWords.contains(word, .quality) else { return false }
    if context.knowledge.titles[word] != nil || context.words[first] == "-" && first != phrase.tokens.lowerBound {
      return true
    }
    return phrase.tokens.upperBound - first < 6 && (first...phrase.head).contains(context.document.heads[token])
      && (token == 0 || context.words[token - 1] != "-")
  }

  /// Whether a word is the adjective of a region, which says where an office is: "Scottish First Minister".
  private func isOfRegion(_ token: Int) -> Bool {
    context.isCapitalized(token) && context.knowledge.regions.region(ofAdjective: context.words[token]) != nil
  }

  /// "Emir of Qatar Sheikh X": Qatar is what the first title is of.
  private func isOfOtherTitle(_ name: Range<Int>, from start: Int) -> Bool {
    let marker = name.lowerBound - 1
    return marker > start && context.words[marker] == "of" && tableTitle(endingAt: marker, from: start) != nil
  }

  private func markFormer(_ phrase: inout TitlePhrase, at position: Int, from start: Int) {
    var position = position
    if position >= start, context.words[position] == "-" { position -= 1 }
    if position >= start, isFormerWord(position) { phrase.isFormer = true }
  }

  // MARK: In a noun phrase

  /// The title that a noun heads: "president of the company", "Ukraine's former foreign minister".
  func title(headedBy token: Int) -> TitlePhrase? {
    guard nameOfToken[token] == nil else { return nil }
    let sentence = context.sentenceTokens(of: token)
    guard let (tokens, entry) = tableTitle(around: token, in: sentence), entry.kind != .respect,
      token <= officeWord(of: tokens) || tokens.count == 1
    else { return nil }
    let head = tokens.count > 1 ? max(token, officeWord(of: tokens)) : token
    var phrase = TitlePhrase(tokens: tokens, head: head, entry: entry, isFormer: isPast(tokens.lowerBound))
    extendLeft(&phrase, from: sentence.lowerBound)
    addPrepositional(to: &phrase, in: sentence)
    if phrase.owners.isEmpty { addNext(to: &phrase, in: sentence) }
    // "the college's Ashby Professor of History": names within the title keep its owner from being next to it.
    if phrase.owners.isEmpty, let owner = context.tree.child(of: token, .possessiveModifier), owner < tokens.lowerBound
    {
      phrase.owners.append(nameOfToken[owner].map { context.head(of: $0) } ?? owner)
    }
    phrase.owners += bodies(in: tokens)
    return phrase
  }

  private func tableTitle(around token: Int, in sentence: Range<Int>) -> (tokens: Range<Int>, entry: TitleTable.Entry)?
  {
    let beginnings = (max(token - 3, sentence.lowerBound)...token).filter { context.mayBeginTitle($0) }
    for end in stride(from: min(token + 6, sentence.upperBound), to: token, by: -1) {
      for first in beginnings {
        guard end - first > 1, mayBeTitle(first..<end) else { continue }
        if let entry = exactEntry(first..<end) { return (first..<end, entry) }
      }
    }
    return exactEntry(token..<token + 1).map { (token..<token + 1, $0) }
  }

  /// "editor-in-chief of the Y": the name after the preposition, whatever the parser ties it to.
  private func addNext(to phrase: inout TitlePhrase, in sentence: Range<Int>) {
    var token = phrase.tokens.upperBound
    guard token < sentence.upperBound, ["of", "at", "for"].contains(context.words[token]) else { return }
    token += 1
    while token < sentence.upperBound, nameOfToken[token] == nil,
      [.determiner, .adjective].contains(context.document.partsOfSpeech[token])
    {
      token += 1
    }
    if token < sentence.upperBound, let name = nameOfToken[token] { phrase.owners.append(context.head(of: name)) }
  }

  private func addPrepositional(to phrase: inout TitlePhrase, in sentence: Range<Int>) {
    let possessed = phrase.owners.count
    for modifier in context.tree.children(of: phrase.head, .nominalModifier) where modifier >= phrase.tokens.upperBound
    {
      guard let marker = context.tree.child(of: modifier, .caseMarking),
        Self.ownerPrepositions.contains(context.words[marker])
      else { continue }
      let inside = context.tree.subtree(of: modifier)
      let names = inside.filter { nameOfToken[$0] != nil }
      // "the chairman of the project's panel": the project.
      let possessors = inside.filter { context.document.relations[$0] == .possessiveModifier }
      let owners = [modifier] + names.filter { $0 != modifier } + possessors
      // A chair "of" a field "at" a university belongs to the university.
      let isHost = context.words[marker] == "at" && possessed == 0
      phrase.owners.insert(contentsOf: owners, at: isHost ? 0 : min(1, phrase.owners.count))
      let field = inside.prefix {
        $0 == marker || nameOfToken[$0] == nil && context.document.partsOfSpeech[$0] != .adposition
      }
      let end = (field.last ?? modifier) + 1
      if ["of", "for"].contains(context.words[marker]), end - phrase.tokens.lowerBound < 8, field.contains(modifier),
        nameOfToken[modifier] == nil, marker == phrase.tokens.upperBound, field.allSatisfy({ isBare($0) })
      {
        phrase.tokens = phrase.tokens.lowerBound..<end
      }
    }
  }

  /// Whether a word may stand in the field of an office: "foreign affairs", "health and education".
  private func isBare(_ token: Int) -> Bool {
    [.noun, .properNoun, .adjective, .adposition, .coordinatingConjunction].contains(
      context.document.partsOfSpeech[token]
    )
  }
}
