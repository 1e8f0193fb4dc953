import Knowledge
import LanguageAnalysis

/// Finds the titles of an article and their holders.
struct RoleReading {
  let context: ArticleContext
  let entities: StoryEntities
  let titles: TitleReader
  private var found: [RoleFact] = []

  init(context: ArticleContext, entities: StoryEntities) {
    self.context = context
    self.entities = entities
    var nameOfToken = [Range<Int>?](repeating: nil, count: context.document.tokenCount)
    for entity in entities.entities {
      for mention in entity.mentions where mention.form == .name || mention.form == .adjective {
        for token in mention.tokens { nameOfToken[token] = mention.tokens }
      }
    }
    titles = TitleReader(context: context, nameOfToken: nameOfToken)
  }

  /// The roles, one for every holder and office, in the order of the text.
  func roles() -> [RoleFact] {
    var reading = self
    for (index, entity) in entities.entities.enumerated() where entity.kind == .person {
      for mention in entity.mentions where mention.form == .name { reading.read(mention, of: index) }
    }
    for token in 0..<context.document.tokenCount {
      if context.document.partsOfSpeech[token].isNoun {
        reading.readPredicate(token)
        reading.readPairs(token)
      }
      reading.readOffice(token)
    }
    return RoleMerging.merged(reading.found)
  }

  // MARK: Beside a name

  private mutating func read(_ mention: EntityMention, of holder: EntityIndex) {
    for phrase in titles.titles(before: mention.tokens) {
      add(phrase, holder: holder, after: mention, rule: "role:title-before-name")
      guard context.document.pennTags[phrase.head].hasSuffix("S") else { continue }
      for other in listed(after: mention) {
        add(phrase, holder: other.holder, after: other.mention, rule: "role:title-before-names")
      }
    }
    let head = mention.head
    for child in context.tree.children(of: head, .apposition) { addApposition(child, holder: holder) }
    guard let noun = context.tree.head(of: head), !isName(noun) else { return }
    switch context.document.relations[head] {
    case .apposition: addApposition(noun, holder: holder)
    case .flat where noun < mention.tokens.lowerBound - 1: addApposition(noun, holder: holder)
    default: break
    }
  }

  private mutating func addApposition(_ noun: Int, holder: EntityIndex) {
    guard !isName(noun) else { return }
    for phrase in joinedTitles(at: noun) { add(phrase, holder: holder, rule: "role:apposition") }
  }

  func isName(_ token: Int) -> Bool { titles.nameOfToken[token] != nil }

  // MARK: Facts

  mutating func add(
    _ phrase: TitlePhrase,
    holder: EntityIndex,
    after mention: EntityMention? = nil,
    rule: String
  ) {
    var owner: EntityIndex?
    for token in phrase.owners where owner == nil { owner = self.owner(at: token, holder: holder) }
    if owner == nil, let mention { owner = self.owner(after: mention, holder: holder) }
    if phrase.entry.kind == .occupation, !isPosition(phrase, owner: owner) { return }
    let title = title(of: phrase)
    add(title, of: owner, holder: holder, at: phrase.tokens, isFormer: phrase.isFormer, rule: rule)
  }

  mutating func add(
    _ title: String,
    of owner: EntityIndex?,
    holder: EntityIndex,
    at tokens: Range<Int>,
    isFormer: Bool = false,
    rule: String
  ) {
    let evidence = context.evidence(tokens, foundBy: rule)
    found.append(RoleFact(holder: holder, title: title, of: owner, isFormer: isFormer, evidence: [evidence]))
  }

  /// Work that is a position where it is done for a body: a reporter of a paper, an engineer of a company.
  private static let positionsOfBodies: Set<String> = [
    "attorney", "lawyer", "solicitor", "barrister", "economist", "journalist", "official", "investigator", "doctor",
    "engineer", "scientist", "researcher", "historian", "player", "photographer", "expert", "organiser", "organizer",
    "meteorologist", "forecaster", "seismologist", "author", "writer", "consultant", "police officer", "officer",
    "employee", "pilot", "midfielder", "striker", "goalkeeper", "defender", "quarterback", "pitcher", "physicist",
    "biologist", "geologist", "epidemiologist", "virologist", "pollster", "broker", "campaigner", "activist",
    "lobbyist",
    "producer", "teacher", "diplomat", "astronomer", "climatologist", "physician", "psychologist", "sociologist",
  ]
  /// Work that is a position wherever it is done for somebody.
  private static let positionsOfClients: Set<String> = ["attorney", "lawyer", "solicitor", "barrister"]

  /// Whether work or fate that is no office is still a position: an attorney for a body, a reporter of a paper.
  private func isPosition(_ phrase: TitlePhrase, owner: EntityIndex?) -> Bool {
    let lemma = context.document.lemmas[phrase.head].lowercased()
    if Self.positionsOfClients.contains(lemma), !phrase.owners.isEmpty { return true }
    guard let owner, entities.entities[owner].kind == .organization else { return false }
    return Self.positionsOfBodies.contains(lemma)
  }

  /// The words of a title; one in the plural, told of one holder, in the singular: "councillors" gives "councillor".
  private func title(of phrase: TitlePhrase) -> String {
    guard phrase.tokens.contains(phrase.head), context.document.pennTags[phrase.head].hasSuffix("S") else {
      let title = context.document.text(of: phrase.tokens).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return title.lowercased().hasPrefix("ex-") ? String(title.dropFirst(3)) : title
    }
    var parts = phrase.tokens.map { context.document.forms[$0] }
    let position = phrase.head - phrase.tokens.lowerBound
    let lemma = context.document.lemmas[phrase.head]
    parts[position] = context.isCapitalized(phrase.head) ? lemma.prefix(1).uppercased() + lemma.dropFirst() : lemma
    return parts.joined(separator: " ").replacing(" - ", with: "-")
  }

  func owner(at token: Int, holder: EntityIndex) -> EntityIndex? {
    guard let index = entities.entity(headedBy: token) ?? entities.entity(namedAt: token), index != holder else {
      return nil
    }
    switch entities.entities[index].kind {
    case .organization, .place, .thing: return index
    case .person, .group: return nil
    }
  }

  /// "Gov. X of Texas", "Analyst X at Y": what the words after a name say that the title before it is of.
  private func owner(after mention: EntityMention, holder: EntityIndex) -> EntityIndex? {
    for modifier in context.tree.children(of: mention.head, .nominalModifier)
    where modifier >= mention.tokens.upperBound {
      guard let marker = context.tree.child(of: modifier, .caseMarking), marker == mention.tokens.upperBound,
        ["of", "from", "at", "with"].contains(context.words[marker]),
        let owner = owner(at: modifier, holder: holder)
      else { continue }
      return owner
    }
    return nil
  }
}
