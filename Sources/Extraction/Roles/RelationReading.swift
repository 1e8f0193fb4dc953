import Knowledge
import LanguageAnalysis

/// Finds who belongs to which organisation and what lies where.
struct RelationReading {
  let context: ArticleContext
  let entities: StoryEntities
  private var found: [RelationFact] = []

  init(context: ArticleContext, entities: StoryEntities) {
    self.context = context
    self.entities = entities
  }

  /// The relations, each once, in the order in which they are stated; those known from tables last.
  func relations() -> [RelationFact] {
    var reading = self
    var names: [(mention: EntityMention, entity: EntityIndex)] = []
    for (index, entity) in entities.entities.enumerated() {
      for mention in entity.mentions where mention.form == .name || mention.form == .adjective {
        names.append((mention, index))
      }
    }
    names.sort { $0.mention.tokens.lowerBound < $1.mention.tokens.lowerBound }
    for position in names.indices {
      let (mention, entity) = names[position]
      if position + 1 < names.count {
        reading.readNeighbours(mention, entity, next: names[position + 1].mention, names[position + 1].entity)
      }
      reading.readModifiers(of: mention, entity)
    }
    reading.addCountries()
    return reading.found
  }

  private func kind(_ entity: EntityIndex) -> Entity.Kind { entities.entities[entity].kind }

  private func isCountry(_ entity: EntityIndex) -> Bool { entities.entities[entity].placeKind == "country" }

  // MARK: Names side by side

  /// "Odesa, Ukraine"; "the Ukrainian city of Odesa"; "NATO member Germany"; "Labour MP X".
  private mutating func readNeighbours(
    _ mention: EntityMention,
    _ entity: EntityIndex,
    next: EntityMention,
    _ other: EntityIndex
  ) {
    guard entity != other, context.tree.sentenceOfToken[mention.head] == context.tree.sentenceOfToken[next.head] else {
      return
    }
    let between = mention.tokens.upperBound..<next.tokens.lowerBound
    let words = between.map { context.words[$0] }
    if kind(other) == .place, mention.form == .name, next.form == .name,
      kind(entity) == .place || kind(entity) == .organization,
      words == [","] || words == ["in"] || words == ["in", "the"], !isCountry(entity), !isEnumeration(mention, next),
      mayLie(mention, entity, in: next, other)
    {
      add(.locatedIn, entity, other, mention.tokens.lowerBound..<next.tokens.upperBound, rule: "location:named-after")
      return
    }
    if kind(entity) == .place, kind(other) == .place, isCountry(entity), words.last == "of", words.count <= 4,
      words.contains(where: { context.knowledge.placeWords[$0] != nil }), !isCountry(other)
    {
      add(.locatedIn, other, entity, mention.tokens.lowerBound..<next.tokens.upperBound, rule: "location:city-of")
      return
    }
    guard kind(entity) == .organization, mention.form == .name else { return }
    if kind(other) == .person || kind(other) == .place || kind(other) == .organization,
      words == ["member"] || words == ["member", "state"] || words == ["member", "country"]
    {
      add(.memberOf, other, entity, mention.tokens.lowerBound..<next.tokens.upperBound, rule: "member:compound")
    } else if kind(other) == .person, isParty(entity), words.count <= 3, !words.isEmpty,
      words == ["'s"] || words == ["’s"] || context.titleEntry(of: between) != nil
    {
      add(.memberOf, other, entity, mention.tokens.lowerBound..<next.tokens.upperBound, rule: "member:party")
    }
  }

  /// Whether the second of two names side by side may say where the first lies: no towns or counties in a row, and no
  /// body before a place that the sentence ties to another word ("told CNN in Turkey").
  private func mayLie(
    _ mention: EntityMention,
    _ entity: EntityIndex,
    in next: EntityMention,
    _ place: EntityIndex
  ) -> Bool {
    if kind(entity) == .organization {
      return context.tree.head(of: next.head).map { mention.tokens.contains($0) } ?? false
    }
    let sort = entities.entities[entity].placeKind
    guard sort != nil, sort == entities.entities[place].placeKind else { return true }
    let words = Set(NameKey.fold(entities.entities[entity].name).split(separator: " "))
    return sort == "region" && words.isDisjoint(with: NameKey.fold(entities.entities[place].name).split(separator: " "))
  }

  /// Whether two names with a comma between them are items of a list.
  private func isEnumeration(_ one: EntityMention, _ other: EntityMention) -> Bool {
    context.document.relations[other.head] == .conjunct
      || context.tree.children(of: one.head, .conjunct).contains { $0 != other.head }
  }

  private func isParty(_ entity: EntityIndex) -> Bool {
    let name = entities.entities[entity]
    return ([name.name] + name.aliases).contains { form in
      let key = NameKey.fold(form)
      if context.knowledge.organizations.organization(named: key)?.noun == "party" { return true }
      return key.split(separator: " ").contains { context.knowledge.organizationWords[String($0)] == "party" }
    }
  }

  // MARK: Modifiers

  private mutating func readModifiers(of mention: EntityMention, _ entity: EntityIndex) {
    guard mention.form == .name else { return }
    for modifier in context.tree.children(of: mention.head, .nominalModifier) where modifier > mention.head {
      guard let marker = context.tree.child(of: modifier, .caseMarking),
        let other = entities.entity(namedAt: modifier), other != entity
      else { continue }
      let span = mention.tokens.lowerBound..<max(modifier + 1, mention.tokens.upperBound)
      switch (kind(entity), kind(other), context.words[marker]) {
      case (.person, .organization, "of"), (.person, .organization, "from"):
        add(.memberOf, entity, other, span, rule: "member:of")
      case (.organization, .place, "in"), (.organization, .place, "of"), (.place, .place, "in"):
        if !isCountry(entity) { add(.locatedIn, entity, other, span, rule: "location:in") }
      default: break
      }
    }
    for noun in context.tree.children(of: mention.head, .apposition) + predicate(over: mention.head) {
      guard ["member", "mp", "lawmaker", "senator"].contains(context.document.lemmas[noun].lowercased()) else {
        continue
      }
      for modifier in context.tree.children(of: noun, .nominalModifier, .compound, .possessiveModifier) {
        guard let other = entities.entity(headedBy: modifier), kind(other) == .organization, other != entity else {
          continue
        }
        let span = min(noun, modifier)..<max(noun, modifier) + 1
        add(.memberOf, entity, other, span, rule: "member:apposition")
      }
    }
  }

  private func predicate(over subject: Int) -> [Int] {
    guard context.document.relations[subject] == .subject, let noun = context.tree.head(of: subject),
      context.tree.child(of: noun, .copula) != nil
    else { return [] }
    return [noun]
  }

  // MARK: Tables

  /// Cities and regions whose country the story names lie in it.
  private mutating func addCountries() {
    var countries: [String: EntityIndex] = [:]
    for (index, entity) in entities.entities.enumerated() where entity.placeKind == "country" {
      if let code = entity.country { countries[code] = index }
    }
    for (index, entity) in entities.entities.enumerated() where entity.kind == .place && entity.placeKind != "country" {
      guard let country = entity.country.flatMap({ countries[$0] }),
        !found.contains(where: { $0.kind == .locatedIn && $0.source == index })
      else { continue }
      found.append(RelationFact(kind: .locatedIn, source: index, target: country, evidence: []))
    }
  }

  private mutating func add(
    _ kind: RelationFact.Kind,
    _ source: EntityIndex,
    _ target: EntityIndex,
    _ tokens: Range<Int>,
    rule: String
  ) {
    let evidence = context.evidence(tokens, foundBy: rule)
    if let known = found.firstIndex(where: { $0.kind == kind && $0.source == source && $0.target == target }) {
      if !found[known].evidence.contains(evidence) { found[known].evidence.append(evidence) }
    } else {
      found.append(RelationFact(kind: kind, source: source, target: target, evidence: [evidence]))
    }
  }
}
