import Knowledge
import LanguageAnalysis

/// Gives one name one kind throughout an article, by the model's votes, tables and what stands beside the mentions.
struct NameTyping {
  let context: ArticleContext

  /// The mentions with the kinds that their names have in the whole article.
  func typed(_ mentions: [NameMention]) -> [NameMention] {
    let votes = votes(on: mentions)
    let people = partsOfPeople(mentions, votes: votes)
    let parts = partsOfLongNames(mentions, votes: votes)
    return mentions.compactMap { mention in
      guard mention.form == .name else { return mention }
      if isPeople(mention), !people.contains(mention.key) { return nil }
      var mention = mention
      let best = votes[mention.key]?.best
      if context.knowledge.countries.country(named: mention.key) != nil {
        if !(mention.kind == .person && mention.words.count == 1 && people.contains(mention.key)) {
          mention.kind = .place
        }
      } else if people.contains(mention.key) {
        mention.kind = best == .place && mention.kind == .place ? .place : .person
      } else if mention.words.count == 1, let kind = parts[mention.key] {
        mention.kind = kind
      } else if let best {
        mention.kind = best
      }
      return mention
    }
  }

  private func votes(on mentions: [NameMention]) -> [String: NameVotes] {
    var votes: [String: NameVotes] = [:]
    let cues = NameCues(context: context)
    for mention in mentions {
      if mention.form == .name {
        votes[mention.key, default: NameVotes()].add(mention.kind, weight: weight(of: mention))
        cues.add(mention, to: &votes[mention.key, default: NameVotes()])
      } else if let place = mention.place {
        votes[place, default: NameVotes()].add(.place, weight: 0.8)
      }
    }
    return votes
  }

  /// The surnames, given names and other ends of the names of people named in full, as keys.
  private func partsOfPeople(_ mentions: [NameMention], votes: [String: NameVotes]) -> Set<String> {
    var parts: Set<String> = []
    for mention in mentions where mention.kind == .person && mention.words.count > 1 {
      guard votes[mention.key]?.best == .person, let first = mention.words.first else { continue }
      for start in 1..<mention.words.count { parts.insert(mention.words[start...].joined(separator: " ")) }
      if first.count > 2 { parts.insert(String(first)) }
    }
    return parts
  }

  /// Whether a word that passes for a person's name is that of a people or of an occupation: "Rohingya".
  private func isPeople(_ mention: NameMention) -> Bool {
    mention.kind == .person && mention.words.count == 1 && mention.title == nil
      && (context.knowledge.peopleWords[mention.key] != nil
        || context.knowledge.countries.country(ofPeople: mention.key) != nil
          && context.knowledge.countries.country(named: mention.key) == nil)
      && context.knowledge.givenNames[mention.key] == nil
  }

  /// Single words that stand for a longer name: "Ford" of "Ford Motor Company", "Ida" of "Hurricane Ida".
  private func partsOfLongNames(_ mentions: [NameMention], votes: [String: NameVotes]) -> [String: Entity.Kind] {
    var parts: [String: Entity.Kind] = [:]
    for mention in mentions where mention.form == .name && mention.words.count > 1 {
      let words = mention.words
      guard let best = votes[mention.key]?.best, let first = words.first, let last = words.last else { continue }
      if best == .organization,
        NameMatching(knowledge: context.knowledge).isShortForm([first], of: words, kind: .organization)
      {
        parts[String(first)] = .organization
      } else if best == .organization, words.count == 2, votes[String(first)]?.best == .person,
        context.knowledge.givenNames[String(first)] == nil,
        context.knowledge.countries.country(named: String(last)) != nil
      {
        parts[String(first)] = .organization
      }
      if context.knowledge.thingWords[String(words[words.count - 2])] == "leading", best == .thing {
        parts[String(last)] = .thing
      }
    }
    return parts
  }

  private func weight(of mention: NameMention) -> Float {
    mention.confidence * (mention.isInTitle ? 0.5 : 1)
  }
}
