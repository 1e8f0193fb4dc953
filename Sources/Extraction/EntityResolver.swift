import Knowledge
import LanguageAnalysis

/// Finds the entities of an article and resolves every mention to one: names, descriptions, adjectives, pronouns.
package struct EntityResolver: Sendable {
  package init() {}

  /// The entities of an article; `attributions` tell who speaks where, for "I" and "we".
  package func entities(in context: ArticleContext, attributions: [Attribution]) -> StoryEntities {
    let names = NameTyping(context: context).typed(NameFinder(context: context).mentions)
    let clusters = NameClusters(context: context, names: names)
    var nameOfToken = [Range<Int>?](repeating: nil, count: context.document.tokenCount)
    for name in names { for token in name.tokens { nameOfToken[token] = name.tokens } }
    let titles = TitleReader(context: context, nameOfToken: nameOfToken)
    let descriptions = DescriptionResolver(context: context, names: names, clusters: clusters, titles: titles)
    let later = LaterNames(
      context: context,
      names: names,
      clusters: clusters,
      titles: titles,
      referents: descriptions.referents
    )
    let repeated = RepeatedDescriptions(context: context, titles: titles, referents: later.referents)
    let pronouns = PronounResolver(
      context: context,
      clusters: clusters,
      titles: titles,
      referents: repeated.referents,
      attributions: attributions
    )
    return EntityAssembly(context: context, names: names, clusters: clusters, referents: pronouns.referents).entities()
  }

  /// The entity of the phrase headed by a token, made a group where it describes people or a body not yet known.
  ///
  /// Nil where the phrase names no entity and describes nobody; `speaks` tells that somebody says something.
  package func entity(
    describedBy token: Int,
    in context: ArticleContext,
    among entities: inout StoryEntities,
    speaks: Bool = false
  ) -> EntityIndex? {
    // "A and B met … they said": who is named first
    if context.document.partsOfSpeech[token] == .pronoun, let first = entities.joined(by: token).first {
      return entity(describedBy: first, in: context, among: &entities, speaks: speaks)
    }
    let (asked, token) = (token, entities.root(of: token))
    if let known = entities.entity(headedBy: token) ?? entities.entity(namedAt: token) {
      if asked != token { mention(known, at: asked, in: context, among: &entities) }
      return known
    }
    if let group = GroupDescription(context: context, head: token, speaks: speaks) {
      let index = group.entity(among: &entities)
      if asked != token { mention(index, at: asked, in: context, among: &entities) }
      return index
    }
    if asked != token, let group = GroupDescription(context: context, head: asked, speaks: speaks) {
      return group.entity(among: &entities)
    }
    // "a doctor, R. K. Sen": where the name is not known as one, its description stands.
    guard context.document.relations[token] == .apposition, context.document.partsOfSpeech[token] == .properNoun,
      let noun = context.tree.head(of: token), noun < token, context.document.partsOfSpeech[noun] == .noun
    else { return nil }
    return entities.entity(headedBy: noun)
      ?? GroupDescription(context: context, head: noun, speaks: speaks)?.entity(among: &entities)
  }

  /// Notes that a pronoun or further description stands for a group.
  private func mention(
    _ index: EntityIndex,
    at token: Int,
    in context: ArticleContext,
    among entities: inout StoryEntities
  ) {
    guard entities.entities[index].kind == .group, entities.entity(headedBy: token) == nil else { return }
    let isPronoun = context.document.partsOfSpeech[token] == .pronoun
    let tokens = isPronoun ? token..<token + 1 : context.descriptionTokens(of: token)
    let rule = isPronoun ? "pronoun:\(context.words[token])" : "group:again"
    entities.add(
      EntityMention(
        form: isPronoun ? .pronoun : .nominal,
        tokens: tokens,
        head: token,
        evidence: context.evidence(tokens, foundBy: rule)
      ),
      to: index
    )
  }
}
