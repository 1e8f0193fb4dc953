import Knowledge
import LanguageAnalysis

/// Titles in the plural with their several holders.
extension RoleReading {
  /// "Presidents A of X, B of Y and C": the further people of a list, each with the mention that stands in it.
  func listed(after mention: EntityMention) -> [(holder: EntityIndex, mention: EntityMention)] {
    let end = context.sentenceTokens(of: mention.head).upperBound
    var people: [(holder: EntityIndex, mention: EntityMention)] = []
    var position = mention.tokens.upperBound
    var isSeparated = false
    var isOwner = false
    while position < end {
      if let next = afterParty(position) {
        position = next
        continue
      }
      if let name = titles.nameOfToken[position] {
        guard let entity = entities.entity(namedAt: position) else { return people }
        if isOwner {
          isOwner = false
        } else {
          guard isSeparated, entities.entities[entity].kind == .person,
            let other = entities.entities[entity].mentions.first(where: { $0.tokens == name })
          else { return people }
          people.append((entity, other))
          isSeparated = false
        }
        position = name.upperBound
        continue
      }
      switch context.words[position] {
      case ",", "and", "&", "as", "well": isSeparated = true
      case "of", "from": isOwner = true
      case "the" where isOwner: break
      default: return people
      }
      position += 1
    }
    return people
  }

  /// The token after the party and state of an American politician: "R-Utah", "(D-Calif.)".
  private func afterParty(_ position: Int) -> Int? {
    let first = context.words[position] == "(" ? position + 1 : position
    guard first + 2 < context.document.tokenCount, ["d", "r", "i"].contains(context.words[first]),
      context.words[first + 1] == "-"
    else { return nil }
    let end = titles.nameOfToken[first + 2]?.upperBound ?? first + 3
    return first > position && end < context.document.tokenCount && context.words[end] == ")" ? end + 1 : end
  }

  /// "the foreign ministers of France and Spain, A and B": each country has one of them, in the same order.
  mutating func readPairs(_ token: Int) {
    guard context.document.pennTags[token].hasSuffix("S"), !isName(token), token + 1 < context.document.tokenCount,
      context.words[token + 1] == "of", let phrase = titles.title(headedBy: token)
    else { return }
    let end = context.sentenceTokens(of: token).upperBound
    var bodies: [Int] = []
    var people: [EntityIndex] = []
    var position = token + 2
    while position < end {
      if let name = titles.nameOfToken[position] {
        guard let entity = entities.entity(namedAt: position) ?? entities.entity(headedBy: position) else { break }
        if entities.entities[entity].kind == .person {
          people.append(entity)
        } else if people.isEmpty {
          bodies.append(context.head(of: name))
        } else {
          break
        }
        position = name.upperBound
        continue
      }
      guard [",", "and", "the", "respectively", "-", "—", "–", "("].contains(context.words[position]) else { break }
      position += 1
    }
    guard bodies.count > 1, bodies.count == people.count else { return }
    for (body, holder) in zip(bodies, people) {
      var own = phrase
      own.owners = [body]
      add(own, holder: holder, rule: "role:pairs")
    }
  }
}
