import Knowledge
import LanguageAnalysis

/// Gives one name one kind throughout an article, by the model's votes, tables and what stands beside the mentions.
struct NameTyping {
  let context: ArticleContext

  /// The mentions with the kinds that their names have in the whole article.
  func typed(_ mentions: [NameMention]) -> [NameMention] {
    let votes = votes(on: mentions)
    let people = partsOfPeople(mentions, votes: votes)
    let parts = partsOfLongNames(mentions, votes: votes, people: people)
      .merging(otherNames(mentions, votes: votes)) { one, _ in one }
    return mentions.compactMap { mention in
      guard mention.form == .name else { return mention }
      if isPeople(mention) && !people.contains(mention.key) || isFamily(mention, of: people) { return nil }
      var mention = mention
      let best = votes[mention.key]?.best
      if context.knowledge.countries.country(named: mention.key) != nil {
        if !(mention.kind == .person && mention.words.count == 1 && people.contains(mention.key)) {
          mention.kind = .place
        }
      } else if people.contains(mention.key) {
        mention.kind = best == .place && mention.kind == .place && mayBePlace(mention) ? .place : .person
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

  /// Whether a surname of the article stands for a place of that name here: a well-known one, or one that something is in.
  private func mayBePlace(_ mention: NameMention) -> Bool {
    let knowledge = context.knowledge
    return knowledge.regions.region(named: mention.key) != nil
      || knowledge.gazetteer.places(named: mention.key).contains {
        $0.thousands >= ($0.isRegion ? Self.wellKnownRegion : Self.wellKnownTown)
      }
      || NameCues.isLocated(mention.tokens, in: context)
  }

  /// From how many thousand inhabitants a town or region is thought of before somebody of its name.
  private static let wellKnownTown = 150
  private static let wellKnownRegion = 1000

  /// Whether a word is the plural of a surname of the article: "the Mensahs".
  private func isFamily(_ mention: NameMention, of people: Set<String>) -> Bool {
    guard mention.words.count == 1, mention.key.hasSuffix("s"), !people.contains(mention.key),
      context.knowledge.organizations.organization(named: mention.key) == nil,
      let last = mention.tokens.last, context.document.pennTags[last].hasSuffix("S")
    else { return false }
    return people.contains(String(mention.key.dropLast()))
  }

  /// Whether a word that passes for a person's name is that of a people or of an occupation: "Rohingya".
  private func isPeople(_ mention: NameMention) -> Bool {
    (mention.kind == .person || mention.kind == .organization && mention.key.hasSuffix("man"))
      && mention.words.count == 1 && mention.title == nil
      && (context.knowledge.peopleWords[mention.key] != nil
        || context.knowledge.countries.country(ofPeople: mention.key) != nil
          && context.knowledge.countries.country(named: mention.key) == nil)
      && context.knowledge.givenNames[mention.key] == nil
  }

  /// Single words that stand for a longer name: "Ford" of "Ford Motor Company", "Ida" of "Hurricane Ida".
  private func partsOfLongNames(
    _ mentions: [NameMention],
    votes: [String: NameVotes],
    people: Set<String>
  ) -> [String: Entity.Kind] {
    var parts: [String: Entity.Kind] = [:]
    // "in Antara" beside "Antara United": the town has its own name.
    let towns = Set(
      mentions.filter {
        $0.words.count == 1 && $0.kind == .place && NameCues.isLocated($0.tokens, in: context)
      }.map(\.key)
    )
    for mention in mentions where mention.form == .name && mention.words.count > 1 {
      let words = mention.words
      guard let best = votes[mention.key]?.best, let first = words.first, let last = words.last,
        !NameMatching.isOffice(words), !towns.contains(String(first))
      else { continue }
      if best == .organization,
        NameMatching(knowledge: context.knowledge).isShortForm([first], of: words, kind: .organization)
      {
        parts[String(first)] = .organization
      } else if best == .organization, words.count == 2, votes[String(first)]?.best == .person,
        context.knowledge.givenNames[String(first)] == nil,
        context.knowledge.countries.country(named: String(last)) != nil
      {
        parts[String(first)] = .organization
      } else if best == .organization, mayBeNamedAlone(String(first), votes: votes, people: people) {
        parts[String(first)] = .organization
      }
      if context.knowledge.thingWords[String(words[words.count - 2])] == "leading", best == .thing {
        parts[String(last)] = .thing
      }
    }
    return parts
  }

  /// Whether a single word that begins the name of a body is likely that body again: "Lumen" of "Lumen Microsystems".
  private func mayBeNamedAlone(_ word: String, votes: [String: NameVotes], people: Set<String>) -> Bool {
    let knowledge = context.knowledge
    return word.count > 2 && votes[word].map { $0.best != nil } ?? false && !people.contains(word)
      && knowledge.givenNames[word] == nil && knowledge.countries.country(named: word) == nil
      && knowledge.countries.country(ofAdjective: word) == nil && knowledge.regions.region(named: word) == nil
      && knowledge.regions.region(ofAdjective: word) == nil && knowledge.gazetteer.places(named: word).isEmpty
      && knowledge.organizationWords[word] == nil && knowledge.placeWords[word] == nil
  }

  /// Names that are told to be another one of a name of several words: "the Maritime Authority, known as Marina".
  private func otherNames(_ mentions: [NameMention], votes: [String: NameVotes]) -> [String: Entity.Kind] {
    var kinds: [String: Entity.Kind] = [:]
    for (one, other) in zip(mentions, mentions.dropFirst())
    where one.words.count > 1 && other.words.count == 1 && context.isOtherName(between: one.tokens, other.tokens) {
      kinds[other.key] = votes[one.key]?.best
    }
    return kinds
  }

  private func weight(of mention: NameMention) -> Float {
    mention.confidence * (mention.isInTitle ? 0.5 : 1)
  }
}
