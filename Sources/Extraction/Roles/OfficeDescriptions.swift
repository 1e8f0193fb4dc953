import Knowledge
import LanguageAnalysis

/// Finds whom nouns for offices mean by the roles of the story: "the Ghanaian leader" of its president, "the mayor of a
/// town" in the lead of the mayor who is named further down.
package struct OfficeDescriptions {
  let context: ArticleContext
  let roles: [RoleFact]

  /// Reads the descriptions of an article by its roles.
  package init(context: ArticleContext, roles: [RoleFact]) {
    self.context = context
    self.roles = roles
  }

  /// How many paragraphs may describe somebody before the name is told.
  private static let leadBlocks = 2

  /// The entities with the descriptions as further mentions of the holders.
  package func resolved(_ entities: StoryEntities) -> StoryEntities {
    guard !roles.isEmpty else { return entities }
    var entities = entities
    tieOwnCountries(among: &entities)
    let lead = leadSentences
    for token in 0..<context.document.tokenCount
    where context.document.pennTags[token] == "NN" && context.document.partsOfSpeech[token] == .noun
      && entities.entity(headedBy: token) == nil && entities.entity(namedAt: token) == nil
      && !context.isInTitle(token) && isPhrase(token)
    {
      let sentence = context.tree.sentenceOfToken[token]
      guard
        let holder = leader(token, among: entities) ?? former(token)
          ?? (lead.contains(sentence) ? named(token, among: entities) : nil)
      else { continue }
      let tokens = context.descriptionTokens(of: token)
      let evidence = context.evidence(tokens, foundBy: "nominal:office")
      entities.add(EntityMention(form: .nominal, tokens: tokens, head: token, evidence: evidence), to: holder)
    }
    return entities
  }

  /// The sentences of the first paragraphs.
  private var leadSentences: Range<Int> {
    let sentences = context.document.sentences
    let start = sentences.firstIndex { !context.isInTitle($0.tokens.lowerBound) } ?? sentences.count
    guard start < sentences.count else { return start..<start }
    let last = sentences[start].block + Self.leadBlocks
    return start..<(sentences[start...].firstIndex { $0.block >= last } ?? sentences.count)
  }

  /// Whether a noun is one of the parts of a clause and no modifier of a name.
  private func isPhrase(_ token: Int) -> Bool {
    [.subject, .passiveSubject, .object, .indirectObject, .oblique, .obliqueAgent, .possessiveModifier].contains(
      context.document.relations[token]
    ) && context.tree.child(of: token, .apposition, .flat, .conjunct) == nil
  }

  // MARK: Countries

  /// "his country", "her government": the country whose office whoever is meant holds; "its government": the country.
  private func tieOwnCountries(among entities: inout StoryEntities) {
    for token in 0..<context.document.tokenCount
    where ["country", "nation", "government", "homeland"].contains(lemma(token))
      && ["NN", "NNS"].contains(context.document.pennTags[token]) && entities.entity(headedBy: token) == nil
    {
      guard let owner = context.tree.child(of: token, .possessiveModifier),
        context.document.partsOfSpeech[owner] == .pronoun, let holder = entities.entity(headedBy: owner),
        context.tree.child(of: token, .nominalModifier, .relativeClause, .conjunct) == nil,
        let country = country(of: holder, called: lemma(token), among: entities)
      else { continue }
      let tokens = context.descriptionTokens(of: token)
      let evidence = context.evidence(tokens, foundBy: "nominal:own-country")
      entities.add(EntityMention(form: .nominal, tokens: tokens, head: token, evidence: evidence), to: country)
    }
  }

  private func country(of index: EntityIndex, called noun: String, among entities: StoryEntities) -> EntityIndex? {
    let entity = entities.entities[index]
    if entity.kind == .place { return entity.placeKind == "country" && noun == "government" ? index : nil }
    guard entity.kind == .person else { return nil }
    let places = roles.filter { $0.holder == index && (noun != "government" || !$0.isFormer) }.compactMap(\.of).filter {
      entities.entities[$0].placeKind == "country"
    }
    guard let first = places.first, places.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  // MARK: Leaders

  /// "the Ghanaian leader", "the union leader": the one who heads that state or body.
  private func leader(_ token: Int, among entities: StoryEntities) -> EntityIndex? {
    guard isIn(.headOfBodyNoun, lemma(token)), context.tree.child(of: token, .nominalModifier, .relativeClause) == nil,
      let determiner = context.tree.child(of: token, .determiner), context.words[determiner] == "the"
    else { return nil }
    let modifiers = context.tree.children(of: token, .compound, .adjectivalModifier)
    guard modifiers.count == 1, let modifier = modifiers.first else { return nil }
    let body = entities.entity(headedBy: modifier) ?? entities.entity(namedAt: modifier)
    let word = context.words[modifier]
    let holders = roles.filter { role in
      guard !role.isFormer, let of = role.of else { return false }
      let office = lastWord(of: role.title)
      if let body { return of == body && isHead(role.title, office) }
      return entities.entities[of].kind == .organization && (isIn(.headOfBodyNoun, office) || office == "president")
        && NameKey.fold(entities.entities[of].name).split(separator: " ").contains { $0 == word }
    }
    return only(holders)
  }

  /// "the former president": the only one of whom the article tells that he held such an office.
  private func former(_ token: Int) -> EntityIndex? {
    let noun = lemma(token)
    guard isIn(.headOfStateNoun, noun) || isIn(.headOfBodyNoun, noun), isDefinite(token),
      context.tree.child(of: token, .nominalModifier, .relativeClause) == nil
    else { return nil }
    let modifiers = context.tree.children(of: token, .compound, .adjectivalModifier).map { context.words[$0] }
    guard let first = modifiers.first, context.knowledge.roleWords.contains(first, .former),
      noun != "minister" || modifiers.contains("prime")
    else { return nil }
    return only(
      roles.filter {
        $0.isFormer
          && (lastWord(of: $0.title) == noun || isIn(.headOfBodyNoun, noun) && isHead($0.title, lastWord(of: $0.title)))
      }
    )
  }

  private func isHead(_ title: String, _ office: String) -> Bool {
    guard isIn(.headOfStateNoun, office) || isIn(.headOfBodyNoun, office) else { return false }
    return office != "minister" || NameKey.fold(title).hasSuffix("prime minister")
  }

  // MARK: Named further down

  /// The one holder of an office who is named only after it.
  private func named(_ token: Int, among entities: StoryEntities) -> EntityIndex? {
    let noun = lemma(token)
    guard context.knowledge.titles[noun]?.kind == .office, !isIn(.commonOfficeNoun, noun),
      !isIn(.headOfBodyNoun, noun) || hasOwner(token)
    else { return nil }
    let words = Set(context.tree.subtree(of: token).filter { $0 != token }.map { context.words[$0] })
    let owners = Set(
      context.tree.subtree(of: token).compactMap { entities.entity(namedAt: $0) ?? entities.entity(headedBy: $0) }
    )
    var best: [RoleFact] = []
    var most = 0
    for role in roles where lastWord(of: role.title) == noun && isLater(role, than: token, among: entities) {
      if let of = role.of, !owners.isEmpty, !owners.contains(of), entities.entities[of].kind == .place { continue }
      let shared = told(of: role, among: entities).intersection(words).count
      if shared > most {
        best = []
        most = shared
      }
      if shared == most { best.append(role) }
    }
    // "a governor" who is told nothing of may be any.
    return most > 0 || isDefinite(token) ? only(best) : nil
  }

  private func isDefinite(_ token: Int) -> Bool {
    context.tree.child(of: token, .determiner).map { context.words[$0] == "the" } ?? false
  }

  private func hasOwner(_ token: Int) -> Bool {
    context.tree.child(of: token, .nominalModifier, .compound, .possessiveModifier) != nil
  }

  private func isLater(_ role: RoleFact, than token: Int, among entities: StoryEntities) -> Bool {
    let names = entities.entities[role.holder].mentions.filter { $0.form == .name && !context.isInTitle($0.head) }
    return names.first.map { $0.head > token } ?? false
  }

  /// The words of a title and of the name of what it is of.
  private func told(of role: RoleFact, among entities: StoryEntities) -> Set<String> {
    let owner = role.of.map { NameKey.fold(entities.entities[$0].name) } ?? ""
    let words = (NameKey.fold(role.title) + " " + owner).split(separator: " ").map(String.init)
    return Set(words).subtracting(["of", "the", "for", "and", "a"])
  }

  private func only(_ roles: [RoleFact]) -> EntityIndex? {
    guard let first = roles.first, roles.allSatisfy({ $0.holder == first.holder }) else { return nil }
    return first.holder
  }

  private func lastWord(of title: String) -> String {
    // "president of the chamber": what stands before "of"
    let words = NameKey.fold(title).split(separator: " ").prefix { !["of", "for", "in", "at"].contains($0) }
    return words.last.map(String.init) ?? ""
  }

  private func isIn(_ wordClass: WordClassTable.Class, _ word: String) -> Bool {
    context.knowledge.wordClasses.contains(word, in: wordClass)
  }

  private func lemma(_ token: Int) -> String { context.document.lemmas[token].lowercased() }
}
