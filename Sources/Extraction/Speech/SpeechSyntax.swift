import Knowledge
import LanguageAnalysis

/// What the dependency trees say of the words of saying: whether a verb is one, who speaks, to whom, whether it happens.
struct SpeechSyntax {
  let context: ArticleContext
  var document: Document { context.document }
  var tree: DependencyTree { context.tree }

  init(context: ArticleContext) {
    self.context = context
  }

  /// The entry of a token that is used as a verb of saying.
  func reportingVerb(_ token: Int) -> ReportingWordTable.Entry? {
    guard document.partsOfSpeech[token] == .verb || document.pennTags[token].hasPrefix("VB") || isTakenForNoun(token)
    else { return nil }
    guard ![.adjectivalModifier, .compound, .caseMarking, .fixed].contains(document.relations[token]) else {
      return nil
    }
    if isPuttingIt(token) || isGoingOn(token) || isShootingBack(token) {
      return context.knowledge.reportingWords.verb("say")
    }
    return context.knowledge.reportingWords.verb(document.lemmas[token])
  }

  /// "…, he went on, …".
  private func isGoingOn(_ verb: Int) -> Bool {
    guard document.lemmas[verb] == "go", verb + 1 < document.tokenCount, context.words[verb + 1] == "on",
      [.parataxis, .relativeClause].contains(document.relations[verb])
        || tree.child(of: verb, .clausalComplement) != nil,
      tree.child(of: verb, .object, .openClausalComplement) == nil, let subject = tree.child(of: verb, .subject)
    else { return false }
    return document.partsOfSpeech[subject] == .pronoun
      ? ["he", "she", "they"].contains(context.words[subject])
      : document.entities.contains { $0.kind == .person && $0.tokens.contains(subject) }
  }

  /// "…, she shot back": verbs that tell of an answer together with a particle, beside a quotation or clause.
  private func isShootingBack(_ verb: Int) -> Bool {
    guard ["shoot", "fire", "hit", "chime", "push", "weigh"].contains(document.lemmas[verb]),
      verb + 1 < document.tokenCount,
      ["back", "in"].contains(context.words[verb + 1]), document.heads[verb + 1] == verb,
      tree.child(of: verb, .object) == nil
    else { return false }
    return document.relations[verb] == .parataxis
      || tree.child(of: verb, .clausalComplement, .openClausalComplement) != nil
  }

  /// The entry of a noun of saying: "statement", "claim".
  func reportingNoun(_ token: Int) -> ReportingWordTable.Entry? {
    document.partsOfSpeech[token] == .noun ? context.knowledge.reportingWords.noun(document.lemmas[token]) : nil
  }

  /// Head token of the phrase that names who says what a verb tells.
  func speaker(ofVerb verb: Int, depth: Int = 0) -> Int? {
    guard depth < 6 else { return nil }
    let manner = context.knowledge.reportingWords.verb(document.lemmas[verb])?.manner
    if isPassive(verb) {
      if let agent = tree.child(of: verb, .obliqueAgent) ?? byPhrase(of: verb) { return speaker(named: agent) }
      guard depth > 0 || manner == .cite else { return nil }
      return tree.child(of: verb, .passiveSubject, .subject).flatMap { speaker(named: $0) }
    }
    if let behind = people(behind: verb) { return speaker(named: behind) }
    if let subject = subject(of: verb) {
      return isExpletive(subject) ? nil : speaker(named: subject, of: verb)
    }
    if isInverted(verb) { return tree.child(of: verb, .object).flatMap { speaker(named: $0) } }
    switch document.relations[verb] {
    case .conjunct, .openClausalComplement, .adverbialClause, .parataxis, .clausalComplement, .adverbialModifier,
      .unspecified:
      guard let head = tree.head(of: verb), !isFinite(verb) || document.relations[verb] != .clausalComplement else {
        return nil
      }
      if document.relations[verb] == .openClausalComplement, isPrompting(head) {
        return tree.child(of: head, .object).flatMap { speaker(named: $0) }
      }
      // "said …, while cautioning that one quarter makes no trend": the clause cautioned of has another subject.
      if document.pennTags[verb] == "VBG", head > verb, tree.child(of: head, .subject).map({ $0 > verb }) == true,
        tree.children(of: head, .marker).contains(where: { $0 > verb && context.words[$0] == "that" })
      {
        return speaker(before: verb)
      }
      if document.relations[verb] == .conjunct, let nearer = subject(between: head, and: verb) { return nearer }
      if tree.children(of: verb, .marker, .caseMarking).contains(where: { context.words[$0] == "as" }),
        context.knowledge.reportingWords.verb(document.lemmas[head])?.manner == .cite
      {
        return cited(by: head).flatMap { speaker(named: $0) }
      }
      return document.partsOfSpeech[head].isNoun && document.relations[verb] != .conjunct
        && tree.child(of: head, .copula) == nil
        ? speaker(named: head) : speaker(ofVerb: head, depth: depth + 1)
    case .adnominalClause, .relativeClause, .adverbialRelativeClause:
      guard let head = tree.head(of: verb), document.pennTags[verb] != "VBN" else { return nil }
      return speaker(named: head)
    default: return nil
    }
  }

  /// The subject of a verb of saying; where the tree takes words of the saying for a second one ("The plan, he wrote,
  /// …"), the one nearest to the verb.
  func subject(of verb: Int) -> Int? {
    let subjects = tree.children(of: verb, .subject, .outerSubject, .passiveSubject)
    guard subjects.count > 1 else { return subjects.first }
    if verb > 0, document.partsOfSpeech[verb - 1] == .punctuation, let behind = subjects.first(where: { $0 > verb }) {
      return behind
    }
    return subjects.last { $0 < verb } ?? subjects.first
  }

  /// The named subject of a clause between two verbs that share a head: "A reported …; B keeps silent but says …".
  private func subject(between head: Int, and verb: Int) -> Int? {
    let clause = tree.children(of: head, .parataxis, .conjunct).last { $0 > head && $0 < verb }
    guard let clause, let subject = tree.child(of: clause, .subject), subject > head,
      document.entities.contains(where: {
        [.person, .organization, .place].contains($0.kind) && $0.tokens.contains(subject)
      })
    else { return nil }
    return speaker(named: subject)
  }

  /// Whom "was quoted as saying", "cited officials as saying" mean.
  private func cited(by verb: Int) -> Int? {
    if isPassive(verb) { return tree.child(of: verb, .passiveSubject, .subject) }
    return tree.child(of: verb, .object)
      ?? tree.children(of: verb, .oblique).first { $0 > verb && tree.child(of: $0, .caseMarking) == nil }
  }

  /// Head token of the phrase that names who gives a number, where it is one who can count: "officials put the toll at
  /// six".
  func speaker(counting verb: Int) -> Int? {
    if isPassive(verb) {
      return (tree.child(of: verb, .obliqueAgent) ?? byPhrase(of: verb)).flatMap { speaker(named: $0) }
    }
    guard let found = speaker(ofVerb: verb) else { return nil }
    return canCount(found) ? found : subject(of: verb).flatMap { canCount($0) ? $0 : nil }
  }

  private func canCount(_ token: Int) -> Bool {
    if document.partsOfSpeech[token] == .pronoun {
      return !["it", "this", "that", "which"].contains(context.words[token])
    }
    if context.knowledge.peopleWords[document.lemmas[token]] != nil { return true }
    if context.knowledge.titles[document.lemmas[token]] != nil { return true }
    return document.entities.contains {
      [.person, .organization, .place].contains($0.kind) && $0.tokens.contains(token)
    }
  }

  /// Head token of the phrase that names the speaker, given the noun that stands for them: who made a statement, whom a
  /// relative pronoun means.
  func speaker(named token: Int, of verb: Int? = nil) -> Int? {
    if ["WDT", "WP"].contains(document.pennTags[token]), let verb, let relative = relativeClause(around: verb) {
      return tree.head(of: relative).flatMap { speaker(named: $0) }
    }
    if reportingNoun(token) != nil || isDocument(token) { return owner(ofNoun: token) ?? token }
    if let whole = text(partlyNamedBy: token) { return speaker(named: whole) }
    if let name = name(besides: token) { return name }
    if let title = title(joinedTo: token) { return title }
    // "said Ed Hart, a weaver who said …"
    if document.relations[token] == .apposition, document.partsOfSpeech[token] == .noun,
      let name = tree.head(of: token),
      name < token, document.entities.contains(where: { $0.kind == .person && $0.tokens.contains(name) })
    {
      return name
    }
    return people(countedBy: token).flatMap { speaker(named: $0) } ?? token
  }

  /// "the Finance and Trade Minister says": the office whose name is joined.
  private func title(joinedTo token: Int) -> Int? {
    guard document.partsOfSpeech[token] == .properNoun, let verb = tree.head(of: token),
      document.pennTags[verb] != "VBP",
      let office = tree.children(of: token, .conjunct).last, tree.child(of: office, .determiner) == nil,
      document.partsOfSpeech[office] == .properNoun,
      context.knowledge.titles[document.lemmas[office].lowercased()] != nil,
      context.knowledge.titles[document.lemmas[token].lowercased()] == nil,
      !document.entities.contains(where: { $0.kind == .person && $0.tokens.contains(token) })
    else { return nil }
    return office
  }

  /// Who speaks in a participle that the tree ties to nobody: the speaker told of before in the sentence.
  func speaker(before verb: Int) -> Int? {
    guard document.pennTags[verb] == "VBG", tree.child(of: verb, .auxiliary, .subject) == nil else { return nil }
    let start = document.sentences[tree.sentenceOfToken[verb]].tokens.lowerBound
    return (start..<verb).reversed().lazy
      .filter { ["VBD", "VBZ", "VBP"].contains(document.pennTags[$0]) && reportingVerb($0) != nil }
      .compactMap { speaker(ofVerb: $0) }
      .first
  }

  /// "two of his aides": the people of whom some speak.
  private func people(countedBy token: Int) -> Int? {
    guard
      document.partsOfSpeech[token] == .numeral || ["some", "many", "several", "most"].contains(context.words[token])
    else { return nil }
    return tree.children(of: token, .nominalModifier).first { noun in
      (document.partsOfSpeech[noun] == .noun || context.words[noun] == "them")
        && tree.children(of: noun, .caseMarking).contains { context.words[$0] == "of" }
    }
  }

  /// "the head of its mission, Ibrahim Salou": the name that a description is explained by.
  private func name(besides token: Int) -> Int? {
    guard document.partsOfSpeech[token] == .noun || context.words[token] == "one" else { return nil }
    let names = document.entities.filter { [.person, .organization].contains($0.kind) }
    for name in tree.children(of: token, .apposition) where name > token && document.partsOfSpeech[name] == .properNoun
    {
      // The name may be known by its first word only.
      let parts = [name] + tree.children(of: name, .compound, .flat)
      if let part = parts.first(where: { part in names.contains { $0.tokens.contains(part) } }) { return part }
    }
    return nil
  }

  /// Head token of the phrase that names whom the words are said to: the object of "told", "to reporters".
  func addressee(ofVerb verb: Int) -> Int? {
    let manner = context.knowledge.reportingWords.verb(document.lemmas[verb])?.manner
    if manner == .tell || manner == .ask || manner == .demand {
      if isPassive(verb) { return tree.child(of: verb, .passiveSubject, .subject) }
      if let object = tree.child(of: verb, .indirectObject, .object) { return object }
    }
    return tree.children(of: verb, .oblique).first { phrase in
      tree.children(of: phrase, .caseMarking).contains { context.words[$0] == "to" }
        && document.relations[phrase] == .oblique && document.partsOfSpeech[phrase] != .numeral
    }
  }

  /// "…, complained a diplomat": the tree takes the speaker for an object.
  func isInverted(_ verb: Int) -> Bool {
    guard document.relations[verb] == .parataxis, verb > 0, context.words[verb - 1] == ",",
      tree.child(of: verb, .subject, .passiveSubject, .clausalComplement) == nil,
      let object = tree.child(of: verb, .object), object > verb
    else { return false }
    return canCount(object)
  }

  /// "…, reported officials, with 25 hurt": those who stand between a verb of saying and the end of its clause speak,
  /// whatever the tree takes for its subject.
  private func people(behind verb: Int) -> Int? {
    let sentence = document.sentences[tree.sentenceOfToken[verb]].tokens
    guard Self.invertible.contains(document.lemmas[verb]), verb > sentence.lowerBound, context.words[verb - 1] == ",",
      let noun = tree.child(of: verb, .object), noun > verb, noun <= verb + 4, canCount(noun),
      tree.child(of: verb, .clausalComplement).map({ $0 < verb }) ?? true,
      noun + 1 >= sentence.upperBound || [",", "."].contains(context.words[noun + 1]),
      (verb + 1..<noun).allSatisfy({ document.partsOfSpeech[$0] != .numeral })
    else { return nil }
    return noun
  }

  private static let invertible: Set = ["say", "report", "announce", "confirm", "add", "state", "declare", "claim"]

  /// Whether a verb stands in the passive.
  func isPassive(_ verb: Int) -> Bool {
    if isNamedWithEnding(before: verb) { return false }
    if tree.child(of: verb, .passiveAuxiliary, .passiveSubject) != nil { return true }
    if ["VBN", "VBD"].contains(document.pennTags[verb]), document.lemmas[verb] == "ask",
      [.adverbialClause, .openClausalComplement].contains(document.relations[verb]),
      tree.child(of: verb, .auxiliary, .subject) == nil
    {
      return true
    }
    if isSetApart(verb) || isOpening(verb) || isAskedBeside(verb) { return true }
    return document.pennTags[verb] == "VBN" && tree.child(of: verb, .auxiliary, .subject) == nil
      && [.adnominalClause, .root].contains(document.relations[verb])
      && tree.child(of: verb, .object, .clausalComplement) == nil
  }

  /// "Hart's repeated that …", where "Hart's" is a name or "has" is meant: nothing is done to Hart.
  private func isNamedWithEnding(before verb: Int) -> Bool {
    guard verb > 1, ["'s", "’s"].contains(context.words[verb - 1]), document.heads[verb - 1] == verb,
      tree.child(of: verb, .clausalComplement).map({ $0 > verb }) == true
    else { return false }
    return document.partsOfSpeech[verb - 2] == .properNoun
  }

  /// "The mayor, asked whether he would run, smiled": a participle between commas that looks finite.
  private func isSetApart(_ verb: Int) -> Bool {
    guard ["ask", "tell", "press", "question"].contains(document.lemmas[verb]), verb > 1,
      context.words[verb - 1] == ",",
      ["VBN", "VBD"].contains(document.pennTags[verb]),
      let subject = tree.child(of: verb, .subject), subject < verb,
      tree.child(of: verb, .auxiliary, .object, .indirectObject) == nil
    else { return false }
    // "An official, speaking privately, asked whether …" asks.
    let isAlone = !(subject..<verb - 1).contains { context.words[$0] == "," }
    return isAlone
      && tree.subtree(of: subject).allSatisfy { $0 >= verb - 1 || document.partsOfSpeech[$0] != .punctuation }
  }

  /// "A spokesman, asked whether aid would be cut, smiled."
  func isAskedBeside(_ verb: Int) -> Bool {
    ["asked", "told", "pressed", "questioned"].contains(context.words[verb]) && verb > 0
      && context.words[verb - 1] == ","
      && (document.relations[verb] == .adnominalClause
        || document.relations[verb] == .clausalComplement && document.heads[verb] > verb)
      && tree.child(of: verb, .auxiliary, .subject, .object) == nil
  }

  /// "Asked whether she would run, the mayor smiled."
  func isOpening(_ verb: Int) -> Bool {
    ["asked", "told", "pressed", "questioned"].contains(context.words[verb])
      && document.sentences[tree.sentenceOfToken[verb]].tokens.lowerBound == verb
  }

  private func isFinite(_ verb: Int) -> Bool { ["VBD", "VBZ", "VBP"].contains(document.pennTags[verb]) }

  func byPhrase(of verb: Int) -> Int? {
    tree.children(of: verb, .oblique, .obliqueAgent).first { phrase in
      tree.children(of: phrase, .caseMarking).contains { context.words[$0] == "by" }
    }
  }

  private func isExpletive(_ subject: Int) -> Bool {
    document.relations[subject] == .expletive || ["there", "what", "this", "that"].contains(context.words[subject])
  }

  private func relativeClause(around verb: Int) -> Int? {
    var current = verb
    for _ in 0..<4 {
      if [.relativeClause, .adverbialRelativeClause, .adnominalClause].contains(document.relations[current]) {
        return current
      }
      guard let head = tree.head(of: current) else { return nil }
      current = head
    }
    return nil
  }

  /// The noun of a phrase near a verb of saying, where the tree names no subject: behind the verb ("said Smith"), else
  /// before it.
  func nearestNoun(to verb: Int, within limits: Range<Int>) -> Int? {
    func isNominal(_ token: Int) -> Bool {
      document.partsOfSpeech[token].isNoun
        || ["he", "she", "they", "i", "we"].contains(context.words[token])
        || ["one", "another", "others"].contains(context.words[token])
          && ![.numericModifier, .determiner].contains(document.relations[token])
    }
    func head(from token: Int) -> Int {
      var current = token
      while let next = tree.head(of: current), limits.contains(next), document.partsOfSpeech[next].isNoun,
        [.compound, .flat, .possessiveModifier, .nominalModifier, .adjectivalModifier].contains(
          document.relations[current]
        )
      {
        current = next
      }
      return current
    }
    if let name = nameBehind(verb, within: limits) { return name }
    if let next = ((verb + 1)..<max(verb + 1, min(limits.upperBound, verb + 4))).first(where: isNominal),
      !((verb + 1)..<next).contains(where: { document.partsOfSpeech[$0] == .adposition })
    {
      return head(from: next)
    }
    guard limits.lowerBound < verb else { return nil }
    return (limits.lowerBound..<verb).last(where: isNominal).map(head(from:))
  }

  /// "tweeted former council member Ana Ruiz": the person named at the end of the phrase behind a verb.
  private func nameBehind(_ verb: Int, within limits: Range<Int>) -> Int? {
    let parts: [UniversalPartOfSpeech] = [.noun, .properNoun, .adjective, .determiner, .particle]
    let end =
      (verb + 1..<max(verb + 1, min(limits.upperBound, verb + 9)))
      .first { !parts.contains(document.partsOfSpeech[$0]) } ?? min(limits.upperBound, verb + 9)
    let person = document.entities.last {
      $0.kind == .person && $0.tokens.lowerBound > verb && $0.tokens.upperBound <= end
    }
    return person.map { context.head(of: $0.tokens) }
  }
}
