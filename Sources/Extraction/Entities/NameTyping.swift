import Knowledge
import LanguageAnalysis

/// Gives one name one kind throughout an article, by the model's votes, tables and what stands beside the mentions.
struct NameTyping {
  let context: ArticleContext

  /// The mentions with the kinds that their names have in the whole article.
  func typed(_ mentions: [NameMention]) -> [NameMention] {
    var votes: [String: Votes] = [:]
    var people: Set<String> = []
    for mention in mentions where mention.form == .name {
      votes[mention.key, default: Votes()].add(mention.kind, weight: weight(of: mention))
      addCues(of: mention, to: &votes[mention.key, default: Votes()])
    }
    for mention in mentions where mention.kind == .person && mention.words.count > 1 {
      guard votes[mention.key]?.best == .person, let last = mention.words.last, let first = mention.words.first else {
        continue
      }
      people.insert(String(last))
      if first.count > 2 { people.insert(String(first)) }
    }
    let parts = partsOfLongNames(mentions, votes: votes)
    return mentions.compactMap { mention in
      guard mention.form == .name else { return mention }
      if isPeople(mention), !people.contains(mention.key) { return nil }
      var mention = mention
      if context.knowledge.countries.country(named: mention.key) != nil {
        if !(mention.kind == .person && mention.words.count == 1 && people.contains(mention.key)) {
          mention.kind = .place
        }
      } else if mention.words.count == 1, people.contains(mention.key), votes[mention.key]?.best != .place {
        mention.kind = .person
      } else if mention.words.count == 1, let kind = parts[mention.key] {
        mention.kind = kind
      } else if let best = votes[mention.key]?.best {
        mention.kind = best
      }
      return mention
    }
  }

  /// Whether a word that passes for a person's name is that of a people or of an occupation: "Rohingya".
  private func isPeople(_ mention: NameMention) -> Bool {
    mention.kind == .person && mention.words.count == 1 && mention.title == nil
      && context.knowledge.peopleWords[mention.key] != nil && context.knowledge.givenNames[mention.key] == nil
  }

  /// Single words that stand for a longer name: "Ford" of "Ford Motor Company", "Ida" of "Hurricane Ida".
  private func partsOfLongNames(_ mentions: [NameMention], votes: [String: Votes]) -> [String: Entity.Kind] {
    var parts: [String: Entity.Kind] = [:]
    for mention in mentions where mention.form == .name && mention.words.count > 1 {
      let words = mention.words
      guard let best = votes[mention.key]?.best, let first = words.first, let last = words.last else { continue }
      if best == .organization,
        NameMatching(knowledge: context.knowledge).isShortForm([first], of: words, kind: .organization)
      {
        parts[String(first)] = .organization
      }
      if ["hurricane", "storm", "typhoon", "cyclone"].contains(words[words.count - 2]) { parts[String(last)] = .thing }
    }
    return parts
  }

  private func weight(of mention: NameMention) -> Float {
    mention.confidence * (mention.isInTitle ? 0.5 : 1)
  }

  private func addCues(of mention: NameMention, to votes: inout Votes) {
    let knowledge = context.knowledge
    let tokens = mention.tokens
    let words = mention.words
    if mention.title != nil { votes.add(.person, weight: 0.6) }
    if let organization = knowledge.organizations.organization(named: mention.key) {
      votes.add(.organization, weight: organization.country == nil ? 0.6 : 0.8)
    }
    if words.count > 1, let last = words.last, let first = words.first {
      if knowledge.organizationWords[String(last)] != nil, knowledge.placeWords[String(last)] == nil {
        votes.add(.organization, weight: 0.5)
      } else if let sort = knowledge.placeWords[String(last)], mention.kind != .organization || sort == "water" {
        votes.add(.place, weight: 0.4)
      } else if knowledge.givenNames[String(first)] != nil, mention.kind != .place {
        votes.add(.person, weight: 0.25)
      }
      if ["ministry", "bank", "university", "department", "institute", "association"].contains(first) {
        votes.add(.organization, weight: 0.5)
      }
    }
    if knowledge.regions.region(named: mention.key) != nil { votes.add(.place, weight: 0.8) }
    if isLocated(tokens), mention.kind != .organization || words.count == 1 {
      votes.add(.place, weight: knowledge.gazetteer.places(named: mention.key).isEmpty ? 0.15 : 0.35)
    }
    if let sort = sortOfWord(before: tokens) { votes.add(sort, weight: 1) }
    if isPersonal(tokens) { votes.add(.person, weight: 0.2) }
  }

  /// What a common noun right before a name says that it is: "the law firm X", "news agency X".
  private func sortOfWord(before tokens: Range<Int>) -> Entity.Kind? {
    let before = tokens.lowerBound - 1
    guard before >= context.sentenceTokens(of: tokens.lowerBound).lowerBound,
      context.document.partsOfSpeech[before].isNoun
    else { return nil }
    let lemma = context.document.lemmas[before].lowercased()
    if ["hurricane", "storm", "typhoon", "cyclone", "ship", "vessel"].contains(lemma) { return .thing }
    guard context.document.partsOfSpeech[before] == .noun, context.knowledge.titles[lemma] == nil else { return nil }
    if context.knowledge.organizationWords[lemma] != nil, context.knowledge.placeWords[lemma] == nil {
      return .organization
    }
    return nil
  }

  /// Whether a preposition of place stands before a name.
  private func isLocated(_ tokens: Range<Int>) -> Bool {
    let before = tokens.lowerBound - 1
    guard before >= context.sentenceTokens(of: tokens.lowerBound).lowerBound else { return false }
    return ["in", "near", "outside", "at", "into", "toward", "towards"].contains(context.words[before])
  }

  /// Whether a name is followed by an age or a relative "who".
  private func isPersonal(_ tokens: Range<Int>) -> Bool {
    let next = tokens.upperBound
    guard next + 1 < context.document.tokenCount, context.words[next] == "," else { return false }
    let word = context.words[next + 1]
    return word == "who" || word == "whose" || (word.count == 2 && Int(word) != nil)
  }

  private struct Votes {
    private var weights: [Float] = [0, 0, 0, 0]
    private static let kinds: [Entity.Kind] = [.person, .organization, .place, .thing]

    mutating func add(_ kind: Entity.Kind, weight: Float) {
      guard let position = Self.kinds.firstIndex(of: kind) else { return }
      weights[position] += weight
    }

    var best: Entity.Kind? {
      guard let most = weights.max(), most > 0, let position = weights.firstIndex(of: most) else { return nil }
      return Self.kinds[position]
    }
  }
}
