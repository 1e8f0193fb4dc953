import Knowledge
import LanguageAnalysis

// Short names that the text itself explains: acronyms, names in brackets, "also known as".
extension NameClusters {
  /// "World Trade Organization (WTO)", and capitals that are the initials of one full name alone.
  mutating func joinAcronyms(_ positions: [Int]) {
    for position in positions.dropLast() {
      let tokens = names[position].tokens
      guard let index = clusterOfName[position], names[position].words.count > 1,
        tokens.upperBound + 2 < context.document.tokenCount, context.words[tokens.upperBound] == "(",
        context.words[tokens.upperBound + 2] != ":"
      else { continue }
      if let next = position + 1 < names.count ? clusterOfName[position + 1] : nil, next != index,
        names[position + 1].tokens.lowerBound == tokens.upperBound + 1,
        names[position + 1].words.count == 1 || isOtherForm(names[position + 1], of: names[position]),
        names[position].kind != .place || names[position + 1].kind == .place
          || NameMatching.initials(of: context.document.text(of: tokens)).contains(names[position + 1].key),
        isAcronym(names[position + 1]) || names[position + 1].words.count > 1
          || isShortening(names[position + 1], of: names[position])
      {
        merge(next, into: place(named: names[position + 1], in: names[position]) ?? index)
      }
    }
    joinOtherNames(positions)
    let acronyms = clusters.indices.filter { index in
      clusters[index].kind != .person && clusters[index].words.count == 1
        && clusters[index].mentions.first.map { isAcronym(names[$0]) } ?? false
    }
    guard !acronyms.isEmpty else { return }
    var full: [String: [Int]] = [:]
    for index in clusters.indices where clusters[index].words.count > 1 && clusters[index].kind != .person {
      guard let first = clusters[index].mentions.first else { continue }
      for initials in NameMatching.initials(of: context.document.text(of: names[first].tokens)).sorted() {
        full[initials, default: []].append(index)
      }
    }
    for index in acronyms {
      guard let key = clusters[index].keys.first, let found = full[key], found.count == 1, let only = found.first,
        clusters[only].kind == clusters[index].kind || clusters[index].kind == .thing
      else { continue }
      merge(index, into: only)
    }
  }

  /// Whether a company's name in brackets after a name is that in other words: "AKD Ipari Kft (AKD Limited)".
  private func isOtherForm(_ name: NameMention, of long: NameMention) -> Bool {
    name.kind == .organization && long.kind == .organization && name.words.first == long.words.first
      && name.words.count < 4 && context.words[name.tokens.upperBound] == ")"
  }

  /// Whether a word in brackets after a name is made of its letters: "Philippine Institute of Volcanology (Phivolcs)".
  private func isShortening(_ name: NameMention, of long: NameMention) -> Bool {
    let capitals = context.document.text(of: name.tokens).unicodeScalars.count(where: \.isCapital)
    if capitals > 1, name.key.count < 7 { return true }
    guard long.words.count > 2, name.key.count < 12, name.key.first == long.key.first else { return false }
    var rest = long.key[...]
    for letter in name.key {
      guard let position = rest.firstIndex(of: letter) else { return false }
      rest = rest[rest.index(after: position)...]
    }
    return true
  }

  /// The place at the end of a body's name that an acronym in brackets is of: "Parliament of New South Wales (NSW)".
  private func place(named acronym: NameMention, in long: NameMention) -> Int? {
    guard let of = long.words.lastIndex(of: "of"), long.words.count - of > 2 else { return nil }
    let words = long.words[(of + 1)...]
    guard String(words.compactMap(\.first)) == acronym.key else { return nil }
    return clusterOfKey[.place]?[words.joined(separator: " ")]
  }

  /// "the Hall" for the one hall named before.
  mutating func joinSites() {
    for index in clusters.indices where clusters[index].kind == .place && clusters[index].words.count == 1 {
      guard let word = clusters[index].words.first, let first = clusters[index].mentions.first,
        context.knowledge.placeWords[String(word)] == "building"
      else { continue }
      let named = clusters.indices.filter { other in
        clusters[other].kind == .place && clusters[other].words.count > 1 && clusters[other].words.last == word
          && clusters[other].mentions.contains { $0 < first }
      }
      if let last = named.last { merge(index, into: last) }
    }
  }

  /// "the U.S. House" in a headline, and the House of Representatives.
  mutating func joinHouses() {
    guard
      let house = clusters.indices.first(where: { index in
        clusters[index].kind == .organization
          && clusters[index].keys.contains { $0.hasSuffix("house of representatives") || $0 == "house of commons" }
      })
    else { return }
    for index in clusters.indices
    where index != house && clusters[index].kind == .organization && clusters[index].words.last == "house" {
      let country = clusters[index].words.dropLast().joined(separator: " ")
      if matching.country(country) != nil { merge(index, into: house) }
    }
  }

  /// "X, also known as Y".
  mutating func joinOtherNames(_ positions: [Int]) {
    for position in positions.dropLast() {
      let (one, other) = (names[position], names[position + 1])
      guard one.kind == other.kind,
        context.isOtherName(between: one.tokens, other.tokens) || isCalled(one, other),
        let index = clusterOfName[position]
      else { continue }
      if let next = clusterOfName[position + 1] {
        if next != index { merge(next, into: index) }
      } else {
        put(position + 1, into: index)
      }
    }
  }

  /// "the Ruritanian seismological institute RSI": letters right behind what a body is.
  private func isCalled(_ body: NameMention, _ letters: NameMention) -> Bool {
    body.kind == .organization && body.tokens.upperBound == letters.tokens.lowerBound && isAcronym(letters)
      && !context.isCapitalized(body.tokens.upperBound - 1)
  }

  /// "his father, Kofi": a relative introduced by a given name is somebody else than who bears it in the middle.
  func isRelative(_ name: NameMention) -> Bool {
    let head = context.head(of: name.tokens)
    guard context.document.relations[head] == .apposition, let noun = context.tree.head(of: head), noun < head,
      let owner = context.tree.child(of: noun, .possessiveModifier),
      context.document.partsOfSpeech[owner] == .pronoun,
      !clusters.contains(where: { $0.kind == .person && $0.words.count > 1 && $0.words[0] == name.key })
    else { return false }
    return context.knowledge.wordClasses.contains(context.document.lemmas[noun].lowercased(), in: .relativeNoun)
  }

  func isAcronym(_ name: NameMention) -> Bool {
    let text = context.document.text(of: name.tokens)
    return text.unicodeScalars.count > 1 && text.unicodeScalars.allSatisfy { $0.isCapital || $0 == "." }
  }
}
