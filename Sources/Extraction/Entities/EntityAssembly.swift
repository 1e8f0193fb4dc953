import ArticleReading
import Knowledge
import LanguageAnalysis

/// Puts clusters of names and what was tied to them together as entities.
struct EntityAssembly {
  let context: ArticleContext
  let names: [NameMention]
  let clusters: NameClusters
  let referents: Referents

  /// The entities in the order of their first mention.
  func entities() -> StoryEntities {
    var links: [Int: [Referents.Link]] = [:]
    for link in referents.links { links[link.cluster, default: []].append(link) }
    let locator = PlaceLocator(knowledge: context.knowledge, countryMentions: countryMentions())
    var entities: [Entity] = []
    for (index, cluster) in clusters.clusters.enumerated() where isNamed(cluster) {
      entities.append(
        entity(of: cluster, links: links[index] ?? [], stated: statedCountry(of: cluster), locator: locator)
      )
    }
    entities.sort { first(of: $0) < first(of: $1) }
    return StoryEntities(entities: entities, antecedents: referents.antecedents, joined: referents.joined)
  }

  /// Whether a cluster has a name and not only the adjectives of a place that is no country.
  private func isNamed(_ cluster: NameCluster) -> Bool {
    !cluster.mentions.isEmpty && (cluster.country != nil || !cluster.keys.isEmpty)
  }

  private func first(of entity: Entity) -> Int { entity.mentions.first?.tokens.lowerBound ?? .max }

  private func countryMentions() -> [String: Int] {
    var counts: [String: Int] = [:]
    for cluster in clusters.clusters {
      if let country = cluster.country { counts[country, default: 0] += cluster.mentions.count }
    }
    return counts
  }

  private func entity(
    of cluster: NameCluster,
    links: [Referents.Link],
    stated: String?,
    locator: PlaceLocator
  ) -> Entity {
    var mentions = cluster.mentions.map { mention(of: names[$0]) } + links.map(mention)
    mentions.sort { ($0.tokens.lowerBound, $0.tokens.upperBound) < ($1.tokens.lowerBound, $1.tokens.upperBound) }
    let name = fullestName(of: cluster)
    let aliases = forms(of: cluster, links: links).filter { $0 != name }
    var entity = Entity(kind: cluster.kind, name: name, aliases: aliases, mentions: mentions)
    if cluster.kind == .place {
      let location = locator.location(
        ofNames: cluster.keys,
        country: cluster.country,
        stated: stated,
        sort: cluster.sort
      )
      entity.country = location.country
      entity.latitude = location.latitude
      entity.longitude = location.longitude
      entity.placeKind = location.placeKind
    }
    return entity
  }

  private func mention(of name: NameMention) -> EntityMention {
    EntityMention(
      form: name.form,
      tokens: name.tokens,
      head: context.head(of: name.tokens),
      evidence: context.evidence(name.tokens, foundBy: name.foundBy)
    )
  }

  private func mention(of link: Referents.Link) -> EntityMention {
    EntityMention(
      form: link.form,
      tokens: link.tokens,
      head: link.head,
      evidence: context.evidence(link.tokens, foundBy: link.foundBy)
    )
  }

  /// What an entity is called in the text, in the order of its names, then of descriptions that are as good as names.
  private func forms(of cluster: NameCluster, links: [Referents.Link]) -> [String] {
    var forms: [String] = []
    for position in cluster.mentions {
      let name = names[position]
      note(text(of: name.tokens), in: &forms)
      for form in plainForms(of: name, kind: cluster.kind) { note(form, in: &forms) }
      if cluster.kind == .person, name.words.count == 1, let title = name.title {
        note(text(of: title.lowerBound..<name.tokens.upperBound), in: &forms)
      }
    }
    for link in links
    where link.form == .nominal && cluster.kind != .person && link.foundBy == "nominal:definite" {
      note(text(of: link.tokens), in: &forms)
    }
    return forms
  }

  /// The same name without its nickname, or without the small word for what it is: "Law and Order" for "Law and Order
  /// party".
  private func plainForms(of name: NameMention, kind: Entity.Kind) -> [String] {
    guard kind == .person || kind == .organization, name.form == .name, name.tokens.count > 1,
      let last = name.tokens.last
    else { return [] }
    let written = text(of: name.tokens)
    if kind == .person, let quote = written.firstIndex(where: { ["\"", "“"].contains($0) }), quote > written.startIndex,
      let end = written[written.index(after: quote)...].firstIndex(where: { ["\"", "”"].contains($0) })
    {
      let parts = [written[..<quote], written[written.index(after: end)...]]
      return [parts.flatMap { $0.split(separator: " ") }.joined(separator: " ")]
    }
    guard kind == .organization,
      ["party", "group", "alliance", "coalition", "newspaper"].contains(context.words[last]),
      !context.isCapitalized(last), context.isCapitalized(last - 1),
      name.tokens.count > 2
    else { return [] }
    return [text(of: name.tokens.dropLast())]
  }

  private func note(_ form: String, in forms: inout [String]) {
    if !form.isEmpty, !forms.contains(form) { forms.append(form) }
  }

  private func text(of tokens: Range<Int>) -> String {
    context.document.text(of: tokens).withSingleSpaces
  }

  /// The name with the most words, as first written in the body; of a country met as an adjective alone, its own name.
  private func fullestName(of cluster: NameCluster) -> String {
    let written = cluster.mentions.map { names[$0] }.filter { $0.form == .name }
    let body = written.filter { !$0.isInTitle }
    var best: (text: String, size: Int)?
    let plain = (body.isEmpty ? written : body).filter { !isDescribed($0, kind: cluster.kind) }
    for name in plain.isEmpty ? (body.isEmpty ? written : body) : plain {
      let text = inRunningText(text(of: name.tokens), kind: cluster.kind)
      let size = name.words.count * 100 + text.count
      if size > best?.size ?? -1 { best = (text, size) }
    }
    if let best { return best.text }
    if let country = cluster.country.flatMap({ context.knowledge.countries.country(code: $0) }) { return country.name }
    return cluster.mentions.first.map { text(of: names[$0].tokens) } ?? ""
  }

  /// A name as it is written in running text: a place of a dateline in capitals with capitals at its words alone.
  private func inRunningText(_ text: String, kind: Entity.Kind) -> String {
    let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic }
    guard kind == .place, letters.count > 3, !letters.contains(where: \.isSmall) else { return text }
    return text.split(separator: " ").map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(separator: " ")
  }

  /// Whether a place's name begins with what it is: "city of X", "State of X".
  private func isDescribed(_ name: NameMention, kind: Entity.Kind) -> Bool {
    guard kind == .place, name.words.count > 2, name.words[1] == "of" else { return false }
    return ["city", "state", "town", "village", "province", "district"].contains(name.words[0])
  }

  /// The country that the text names right after a place: "Odesa, Ukraine", "a town in Ukraine".
  private func statedCountry(of cluster: NameCluster) -> String? {
    guard cluster.kind == .place else { return nil }
    for position in cluster.mentions {
      if let country = describedCountry(of: names[position]) { return country }
      let next = position + 1
      guard next < names.count, let other = clusters.clusterOfName[next] else { continue }
      let between = names[position].tokens.upperBound..<names[next].tokens.lowerBound
      guard between.count == 1, [",", "in"].contains(context.words[between.lowerBound]) else { continue }
      if let country = clusters.clusters[other].country { return country }
      guard let key = clusters.clusters[other].keys.first, context.words[between.lowerBound] == "," else { continue }
      if let region = context.knowledge.gazetteer.places(named: key).first(where: \.isRegion) { return region.country }
    }
    return nil
  }

  /// "the Philippine island of Sulana", "the Kenyan port city Malindi": the country that the noun beside a name tells.
  private func describedCountry(of name: NameMention) -> String? {
    let head = context.head(of: name.tokens)
    guard let noun = context.tree.head(of: head), noun < head,
      context.knowledge.placeWords[context.document.lemmas[noun].lowercased()] != nil
    else { return nil }
    switch context.document.relations[head] {
    case .apposition: break
    case .nominalModifier:
      guard let marker = context.tree.child(of: head, .caseMarking), context.words[marker] == "of" else { return nil }
    default: return nil
    }
    return context.tree.children(of: noun, .adjectivalModifier).lazy
      .compactMap { referents.clusterOfHead[$0].flatMap { clusters.clusters[$0].country } }.first
  }
}
