import Knowledge
import LanguageAnalysis

// What an office belongs to, of several bodies and places beside it.
extension RoleReading {
  /// The one body that a paragraph names before a chief executive or other chief officer without further words.
  func company(of phrase: TitlePhrase) -> EntityIndex? {
    let words = phrase.tokens.map { context.words[$0] }
    guard words.contains("ceo") || words.contains("chief") && (words.contains("executive") || words.last == "officer")
    else { return nil }
    let block = context.document.sentences[context.tree.sentenceOfToken[phrase.head]].block
    let named = entities.entities.indices.filter { index in
      entities.entities[index].kind == .organization
        && entities.entities[index].mentions.contains {
          $0.head < phrase.tokens.lowerBound
            && context.document.sentences[context.tree.sentenceOfToken[$0.head]].block == block
        }
    }
    return named.count == 1 ? named.first : nil
  }

  /// "U.S. director of Y": of Y, where the first is only the place that the holder works in.
  func isOfBody(_ place: EntityIndex?, _ body: EntityIndex, at token: Int, _ phrase: TitlePhrase) -> Bool {
    guard let place, token > phrase.head, entities.entities[place].kind == .place,
      entities.entities[body].kind == .organization
    else { return false }
    return context.knowledge.wordClasses.contains(
      context.document.lemmas[phrase.head].lowercased(),
      in: .officeOfBodyNoun
    )
  }

  func isRegional(_ place: EntityIndex?, _ body: EntityIndex, at token: Int, _ phrase: TitlePhrase) -> Bool {
    guard let place, token < phrase.tokens.lowerBound,
      phrase.owners.first.map({ $0 < phrase.tokens.lowerBound }) == true
    else { return false }
    return entities.entities[place].kind == .place && entities.entities[body].kind == .organization
  }

  /// "Labour prime minister X": the party before an office of a state is not what the office belongs to.
  func isOfficeOfState(_ phrase: TitlePhrase) -> Bool {
    context.knowledge.wordClasses.contains(context.document.lemmas[phrase.head].lowercased(), in: .officeOfStateNoun)
  }

  // MARK: Offices of states

  /// A role with the state that its office is of, where nothing in the text says it: that of a leader whom all know,
  /// else the country that the story is of.
  func withState(_ role: RoleFact) -> RoleFact {
    guard role.of == nil, isOfState(role.title) else { return role }
    var role = role
    let holder = entities.entities[role.holder]
    if let code = context.knowledge.leaders.country(ofLeader: NameKey.fold(holder.name)) {
      role.of = entities.entities.firstIndex { isCountry($0) && $0.country == code }
    } else if role.evidence.contains(where: { $0.foundBy == "role:title-before-name" }) {
      role.of = storyCountry
    }
    return role
  }

  /// Whether a title without further words is that of an office of a state: "President", "Foreign Minister".
  private func isOfState(_ title: String) -> Bool {
    let key = NameKey.fold(title).replacing("-", with: " ")
    return key.hasSuffix(" minister") || key.hasPrefix("minister of ")
      || context.knowledge.wordClasses.contains(key, in: .loneOffice)
  }

  private func isCountry(_ entity: Entity) -> Bool { entity.kind == .place && entity.placeKind == "country" }

  /// The one country that most of a story's mentions of countries are of.
  private var storyCountry: EntityIndex? {
    var total = 0
    var best: (index: EntityIndex, count: Int)?
    for (index, entity) in entities.entities.enumerated() where isCountry(entity) {
      let count = entity.mentions.count { $0.form == .name || $0.form == .adjective }
      total += count
      if count > best?.count ?? 0 { best = (index, count) }
    }
    guard let best, best.count > 2, best.count * 3 > total * 2 else { return nil }
    return best.index
  }
}
