import Knowledge
import LanguageAnalysis

/// Finds the titles of an article and their holders.
struct RoleReading {
  let context: ArticleContext
  let entities: StoryEntities
  private let titles: TitleReader
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
    for token in 0..<context.document.tokenCount where context.document.partsOfSpeech[token].isNoun {
      reading.readPredicate(token)
    }
    return RoleMerging.merged(reading.found)
  }

  // MARK: Beside a name

  private mutating func read(_ mention: EntityMention, of holder: EntityIndex) {
    for phrase in titles.titles(before: mention.tokens) {
      add(phrase, holder: holder, rule: "role:title-before-name")
      shareWithConjuncts(phrase, of: mention)
    }
    let head = mention.head
    for child in context.tree.children(of: head, .apposition) { addApposition(child, holder: holder) }
    if context.document.relations[head] == .apposition, let noun = context.tree.head(of: head), !isName(noun) {
      addApposition(noun, holder: holder)
    }
    if context.document.relations[head] == .flat, let noun = context.tree.head(of: head), !isName(noun),
      noun < mention.tokens.lowerBound - 1
    {
      addApposition(noun, holder: holder)
    }
  }

  /// "Senators X and Y": a title in the plural belongs to every name that follows.
  private mutating func shareWithConjuncts(_ phrase: TitlePhrase, of mention: EntityMention) {
    guard context.document.pennTags[phrase.head].hasSuffix("S") else { return }
    for conjunct in context.tree.children(of: mention.head, .conjunct) {
      guard let other = entities.entity(namedAt: conjunct), entities.entities[other].kind == .person else { continue }
      add(phrase, holder: other, rule: "role:title-before-names")
    }
  }

  private mutating func addApposition(_ noun: Int, holder: EntityIndex) {
    guard !isName(noun) else { return }
    for token in context.tree.conjuncts(of: noun) {
      guard let phrase = titles.title(headedBy: token) else { continue }
      add(phrase, holder: holder, rule: "role:apposition")
    }
  }

  private func isName(_ token: Int) -> Bool { titles.nameOfToken[token] != nil }

  // MARK: Predicates

  private static let becoming: Set<String> = [
    "become", "elect", "appoint", "name", "choose", "serve", "designate", "reelect", "crown", "remain", "confirm",
    "promote", "reappoint", "re-elect", "work", "act", "continue", "return", "install", "inaugurate", "hire", "select",
  ]
  private static let leaving: Set<String> = [
    "resign", "step", "quit", "retire", "oust", "remove", "dismiss", "sack", "fire", "replace", "depose",
  ]

  /// "X is the president of Y", "X was elected president", "X resigned as director".
  private mutating func readPredicate(_ token: Int) {
    guard !isName(token) else { return }
    let relation = context.document.relations[token]
    if context.tree.child(of: token, .copula) != nil {
      if let subject = context.tree.child(of: token, .subject), let holder = person(at: subject), !isDenied(token) {
        addPredicate(token, holder: holder, rule: "role:copula", isFormer: false)
      }
      return
    }
    guard let verb = context.tree.head(of: token), context.document.partsOfSpeech[verb] == .verb else { return }
    let lemma = context.document.lemmas[verb].lowercased()
    let isLeaving = Self.leaving.contains(lemma)
    guard isLeaving || Self.becoming.contains(lemma), !isDenied(verb) else { return }
    let hasAs = context.tree.child(of: token, .caseMarking).map { context.words[$0] == "as" } ?? false
    switch relation {
    case .oblique, .unmarkedOblique: guard hasAs else { return }
    case .openClausalComplement, .object: guard !isLeaving || hasAs else { return }
    default: return
    }
    guard let holder = holder(of: verb, besides: token) else { return }
    addPredicate(token, holder: holder, rule: "role:\(lemma)", isFormer: isLeaving)
  }

  private mutating func addPredicate(_ noun: Int, holder: EntityIndex, rule: String, isFormer: Bool) {
    for token in context.tree.conjuncts(of: noun) {
      guard var phrase = titles.title(headedBy: token) else { continue }
      phrase.isFormer = phrase.isFormer || isFormer
      add(phrase, holder: holder, rule: rule)
    }
  }

  private func holder(of verb: Int, besides token: Int) -> EntityIndex? {
    if let subject = context.tree.child(of: verb, .passiveSubject) { return person(at: subject) }
    if let object = context.tree.child(of: verb, .object), object != token { return person(at: object) }
    if let subject = context.tree.child(of: verb, .subject) { return person(at: subject) }
    guard [.relativeClause, .adnominalClause].contains(context.document.relations[verb]),
      let noun = context.tree.head(of: verb)
    else {
      if context.document.relations[verb] == .conjunct, let first = context.tree.head(of: verb) {
        return context.tree.child(of: first, .subject, .passiveSubject).flatMap { person(at: $0) }
      }
      return nil
    }
    return person(at: noun)
  }

  private func person(at token: Int) -> EntityIndex? {
    guard let index = entities.entity(headedBy: token), entities.entities[index].kind == .person else { return nil }
    return index
  }

  private func isDenied(_ token: Int) -> Bool {
    context.tree.children[token].contains { child in
      ["not", "n't", "never", "would", "could", "may", "might"].contains(context.words[child])
    }
  }

  // MARK: Facts

  private mutating func add(_ phrase: TitlePhrase, holder: EntityIndex, rule: String) {
    var owner: EntityIndex?
    for token in phrase.owners where owner == nil { owner = self.owner(at: token, holder: holder) }
    if phrase.entry.kind == .occupation, !isPosition(phrase, owner: owner) { return }
    let span = context.evidence(phrase.tokens, foundBy: rule)
    let fact = RoleFact(
      holder: holder,
      title: context.document.text(of: phrase.tokens).split(whereSeparator: \.isWhitespace).joined(separator: " "),
      of: owner,
      isFormer: phrase.isFormer,
      evidence: [span]
    )
    found.append(singular(fact, phrase: phrase))
  }

  /// Whether work or fate that is no office is still a position: an attorney for a body, a reporter of a paper.
  private func isPosition(_ phrase: TitlePhrase, owner: EntityIndex?) -> Bool {
    guard let owner, entities.entities[owner].kind == .organization else { return false }
    return [
      "attorney", "lawyer", "solicitor", "barrister", "economist", "journalist", "official", "investigator", "doctor",
      "engineer", "scientist", "researcher", "historian", "player", "photographer", "expert", "organiser", "organizer",
      "meteorologist", "forecaster", "seismologist", "author", "writer", "consultant", "police officer", "officer",
      "employee", "pilot",
    ]
    .contains(context.document.lemmas[phrase.head].lowercased())
  }

  /// A title in the plural, told of one holder: "councillors" gives "councillor".
  private func singular(_ fact: RoleFact, phrase: TitlePhrase) -> RoleFact {
    guard context.document.pennTags[phrase.head].hasSuffix("S"), phrase.tokens.contains(phrase.head) else {
      return fact
    }
    var fact = fact
    var parts = phrase.tokens.map { context.document.forms[$0] }
    let position = phrase.head - phrase.tokens.lowerBound
    let lemma = context.document.lemmas[phrase.head]
    parts[position] = context.isCapitalized(phrase.head) ? lemma.prefix(1).uppercased() + lemma.dropFirst() : lemma
    fact.title = parts.joined(separator: " ").replacing(" - ", with: "-")
    return fact
  }

  private func owner(at token: Int, holder: EntityIndex) -> EntityIndex? {
    guard let index = entities.entity(headedBy: token) ?? entities.entity(namedAt: token), index != holder else {
      return nil
    }
    switch entities.entities[index].kind {
    case .organization, .place, .thing: return index
    case .person, .group: return nil
    }
  }
}

/// Joins the places that tell of the same holder and office.
enum RoleMerging {
  static func merged(_ facts: [RoleFact]) -> [RoleFact] {
    var kept: [RoleFact] = []
    for fact in facts {
      let key = NameKey.fold(fact.title)
      let same = kept.firstIndex { other in
        other.holder == fact.holder && sameTitle(NameKey.fold(other.title), key)
          && (other.of == nil || fact.of == nil || other.of == fact.of)
      }
      if let same {
        if kept[same].of == nil { kept[same].of = fact.of }
        if fact.title.count > kept[same].title.count, !fact.title.contains(",") { kept[same].title = fact.title }
        kept[same].evidence += fact.evidence.filter { !kept[same].evidence.contains($0) }
      } else {
        kept.append(fact)
      }
    }
    return kept.sorted { position($0) < position($1) }
  }

  private static func position(_ fact: RoleFact) -> (Int, Int) {
    (fact.evidence.first?.span.lowerBound ?? .max, fact.holder)
  }

  /// Whether one title is the other with further words: "president" and "vice president" are not.
  private static func sameTitle(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    return long.hasSuffix(" " + short)
      && !["vice", "deputy", "assistant", "former", "under"].contains { long.hasPrefix($0) }
  }
}
