import ArticleReading
import Knowledge
import LanguageAnalysis

/// A phrase that describes people or bodies without naming them: "three pilgrims", "a Greek court".
struct GroupDescription {
  let context: ArticleContext
  let head: Int
  /// The words before the noun, the noun, and a short "of" phrase after it.
  private let tokens: Range<Int>
  /// The same without what follows the noun.
  private let short: Range<Int>

  /// Reads the phrase headed by a token; nil where it describes nobody. Who speaks is somebody, unless a text speaks.
  init?(context: ArticleContext, head: Int, speaks: Bool = false) {
    self.context = context
    self.head = head
    let isSpeaker = speaks && Self.canSpeak(head, in: context)
    guard isSpeaker || Self.describesSomebody(head, in: context) && !Self.isAnybody(head, in: context) else {
      return nil
    }
    short = Self.withoutArticle(context.descriptionTokens(of: head), in: context)
    var end = head + 1
    for child in context.tree.children(of: head, .nominalModifier) where child > head {
      guard let marker = context.tree.child(of: child, .caseMarking), marker == head + 1,
        Self.mayFollow(head, context.words[marker], child, in: context),
        let last = context.tree.subtree(of: child).last,
        last - head <= 7, !Self.hasClause(child, in: context)
      else { continue }
      end = last + 1
    }
    tokens = short.lowerBound..<end
    if context.words[short.lowerBound] == "no", short.count > 1 { return nil }
  }

  /// Whether a phrase with a preposition tells who the described are: "members of", "officials from", "a spokesman for",
  /// "a lawyer for the company", but not "jailed a man for murder".
  private static func mayFollow(_ head: Int, _ preposition: String, _ phrase: Int, in context: ArticleContext) -> Bool {
    if ["of", "from"].contains(preposition) { return true }
    guard preposition == "for", let title = context.knowledge.titles[context.document.lemmas[head].lowercased()] else {
      return false
    }
    return title.kind == .office || isPersonal(phrase, in: context)
  }

  private static func hasClause(_ token: Int, in context: ArticleContext) -> Bool {
    context.tree.subtree(of: token).contains {
      [.relativeClause, .adnominalClause, .punctuation].contains(context.document.relations[$0])
        && context.words[$0] != "-"
    }
  }

  private static func canSpeak(_ head: Int, in context: ArticleContext) -> Bool {
    let words = context.knowledge.reportingWords
    let lemma = context.document.lemmas[head].lowercased()
    if ["another", "one", "others", "some", "many", "several", "most", "few", "all", "both", "half"].contains(
      context.words[head]
    ) {
      return [.subject, .passiveSubject].contains(context.document.relations[head])
        || context.tree.child(of: head, .nominalModifier) != nil
        || context.document.relations[head] == .object
          && context.tree.head(of: head).map { context.document.partsOfSpeech[$0] == .verb && $0 + 1 == head } == true
    }
    // "35 percent said": nobody in particular
    if ["percent", "%", "third", "quarter"].contains(lemma) || lemma.hasSuffix("-third") { return false }
    return context.document.partsOfSpeech[head] == .noun && words.noun(lemma) == nil && !words.isDocument(lemma)
  }

  private static func describesSomebody(_ head: Int, in context: ArticleContext) -> Bool {
    let document = context.document
    let lemma = document.lemmas[head].lowercased()
    let knowledge = context.knowledge
    // "in front of the building"
    if lemma == "front", head > 0, context.words[head - 1] == "in" { return false }
    switch document.partsOfSpeech[head] {
    case .noun, .properNoun:
      if let last = lemma.split(separator: "-").last,
        knowledge.peopleWords[lemma] != nil || knowledge.peopleWords[String(last)] != nil
      {
        return true
      }
      if knowledge.peopleWords[context.words[head]] != nil { return true }
      if let title = knowledge.titles[lemma], title.kind != .respect { return true }
      if knowledge.organizationWords[lemma] != nil, isBody(head, lemma: lemma, in: context) { return true }
      return isPeopleOfPlace(head, lemma: lemma, in: context) || isManyBodies(head, lemma: lemma, in: context)
    case .adjective, .verb, .numeral:
      let isHead = context.tree.child(of: head, .determiner, .numericModifier) != nil
      return isHead && knowledge.peopleWords[context.words[head]] != nil && document.partsOfSpeech[head] != .numeral
    default: return false
    }
  }

  /// Whether the words say nothing of who it is: "people", "one person"; or a headline means somebody named below.
  private static func isAnybody(_ head: Int, in context: ArticleContext) -> Bool {
    let lemma = context.document.lemmas[head].lowercased()
    let isTelling = context.tree.children[head].contains { child in
      switch context.document.relations[child] {
      case .adjectivalModifier, .compound, .nominalModifier, .possessiveModifier, .descriptiveModifier,
        .adnominalClause,
        .relativeClause:
        true
      case .numericModifier: context.words[child] != "one"
      default: false
      }
    }
    if context.knowledge.wordClasses.contains(lemma, in: .anybodyNoun), !isTelling { return true }
    if let determiner = context.tree.child(of: head, .determiner), context.words[determiner] == "no" { return true }
    // "my friends": who they are, only the speaker knows.
    if let owner = context.tree.child(of: head, .possessiveModifier), ["my", "your"].contains(context.words[owner]) {
      return true
    }
    let isSingular = !context.document.pennTags[head].hasSuffix("S")
    // "was held hostage"
    if isSingular, ["hostage", "captive", "prisoner"].contains(lemma), context.tree.children[head].isEmpty {
      return true
    }
    if isSingular, ["authority", "justice", "monarch", "bomber"].contains(lemma), !context.isCapitalized(head),
      context.document.relations[head] != .apposition, lemma != "justice" || isTelling,
      !context.tree.children(of: head, .adjectivalModifier).contains(where: {
        ["suspected", "alleged", "failed", "convicted"].contains(context.words[$0])
      }),
      lemma != "authority" || context.tree.child(of: head, .compound, .adjectivalModifier) == nil
    {
      return true
    }
    if ["group", "team", "panel", "party", "board", "body", "band"].contains(lemma), isSingular {
      if !isTelling, context.tree.child(of: head, .determiner).map({ context.words[$0] != "the" }) ?? true {
        return true
      }
      if lemma == "group", let inner = context.tree.child(of: head, .nominalModifier),
        context.tree.child(of: inner, .caseMarking).map({ context.words[$0] == "of" }) ?? false,
        context.document.pennTags[inner].hasSuffix("S"), !isPersonal(inner, in: context)
      {
        return true
      }
    }
    return context.isInTitle(head) && !context.document.pennTags[head].hasSuffix("S")
      && ["person", nil].contains(context.knowledge.peopleWords[lemma])
      && context.tree.child(of: head, .determiner, .numericModifier) == nil
      && context.knowledge.organizationWords[lemma] == nil
      && context.document.entities.contains { $0.kind == .person && !context.isInTitle($0.tokens.lowerBound) }
  }

  private static func isPersonal(_ token: Int, in context: ArticleContext) -> Bool {
    let lemma = context.document.lemmas[token].lowercased()
    let knowledge = context.knowledge
    return knowledge.peopleWords[lemma] != nil || knowledge.peopleWords[context.words[token]] != nil
      || knowledge.titles[lemma] != nil || knowledge.organizationWords[lemma] != nil || lemma == "people"
      || knowledge.countries.country(ofPeople: lemma) != nil || context.isCapitalized(token)
  }

  /// Whether the noun is a body that acts, no building or thing.
  private static func isBody(_ head: Int, lemma: String, in context: ArticleContext) -> Bool {
    guard let sort = context.knowledge.organizationWords[lemma] else { return false }
    return [
      "government", "court", "police", "military", "party", "alliance", "union", "organisation", "group", "company",
    ]
    .contains(sort)
      && !context.knowledge.wordClasses.contains(lemma, in: .siteOfBodyNoun)
      && !(lemma == "fund" && context.document.pennTags[head] == "NNS")
      && !(sort == "company" && context.document.relations[head] == .compound)
  }

  /// "member states", "rich nations", "both sides".
  private static func isManyBodies(_ head: Int, lemma: String, in context: ArticleContext) -> Bool {
    ["state", "nation", "side", "power"].contains(lemma) && context.document.pennTags[head] == "NNS"
      && [.subject, .passiveSubject, .object, .indirectObject, .obliqueAgent].contains(context.document.relations[head])
      && context.tree.child(of: head, .adjectivalModifier, .compound, .numericModifier, .determiner) != nil
  }

  /// "Rohingya", "Bangladeshis", "the British".
  private static func isPeopleOfPlace(_ head: Int, lemma: String, in context: ArticleContext) -> Bool {
    let key = NameKey.fold(lemma)
    let countries = context.knowledge.countries
    if countries.country(ofPeople: key) != nil { return true }
    return key.hasSuffix("s") && countries.country(ofPeople: String(key.dropLast())) != nil
  }

  /// "last April" in "last April seven workers were held".
  private static func isTime(_ token: Int, in context: ArticleContext) -> Bool {
    switch context.timeMeanings[token] {
    case .weekday, .month: true
    default:
      ["last", "next"].contains(context.words[token]) && token + 1 < context.document.tokenCount
        && isTime(token + 1, in: context)
    }
  }

  private static func withoutArticle(_ tokens: Range<Int>, in context: ArticleContext) -> Range<Int> {
    var first = tokens.lowerBound
    while first < tokens.upperBound - 1,
      ["the", "a", "an", "this", "that", "these", "those", "whose", "own"].contains(context.words[first])
        || context.document.partsOfSpeech[first] == .punctuation || isTime(first, in: context)
    {
      first += 1
    }
    return first..<tokens.upperBound
  }

  /// The group that the phrase describes: one met before where the words say so, else a new one.
  func entity(among entities: inout StoryEntities) -> EntityIndex {
    let mention = EntityMention(
      form: .nominal,
      tokens: tokens,
      head: head,
      evidence: context.evidence(tokens, foundBy: "group:description")
    )
    let profile = GroupProfile(context: context, head: head, tokens: tokens)
    if let index = entities.group(like: profile) {
      entities.add(mention, to: index)
      entities.add(alias: text(of: tokens), to: index)
      entities.remember(group: index, as: profile)
      return index
    }
    var group = Entity(kind: .group, name: text(of: tokens), mentions: [mention])
    if short != tokens { group.aliases = [text(of: short)] }
    let index = entities.add(group)
    entities.remember(group: index, as: profile)
    return index
  }

  private func text(of tokens: Range<Int>) -> String {
    context.document.text(of: tokens).withSingleSpaces
  }
}
