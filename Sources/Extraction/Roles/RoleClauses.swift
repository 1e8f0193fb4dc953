import Knowledge
import LanguageAnalysis

/// Offices that a clause gives to its subject or object.
extension RoleReading {
  /// "X is the president of Y", "X was elected president", "X resigned as director", "as president, X …".
  mutating func readPredicate(_ token: Int) {
    guard !isName(token) else { return }
    if context.tree.child(of: token, .copula) != nil {
      if let subject = context.tree.child(of: token, .subject), let holder = self.holder(subject, of: token),
        !isDenied(token)
      {
        addPredicate(token, holder: holder, rule: "role:copula", isFormer: false)
      }
      return
    }
    guard let head = context.tree.head(of: token) else { return }
    if context.document.partsOfSpeech[head] == .verb {
      readComplement(token, of: head)
    } else if context.knowledge.roleWords.contains(lemma(head), .capacity) {
      if hasAs(token) { readCapacity(token, of: head) } else { readPost(token, in: head) }
    }
  }

  private mutating func readComplement(_ token: Int, of verb: Int) {
    let words = context.knowledge.roleWords
    let lemma = lemma(verb)
    let relation = context.document.relations[token]
    let isOblique = relation == .oblique || relation == .unmarkedOblique
    guard !isDenied(verb) else { return }
    if words.contains(lemma, .replace), isOblique, hasAs(token) { return readReplacement(token, by: verb) }
    let isLeaving = words.contains(lemma, .leave)
    if isOblique, hasAs(token), let noun = capacityNoun(before: token) {
      let owner = context.tree.child(of: noun, .possessiveModifier)
      let holder = owner.flatMap { person(at: $0) } ?? holder(of: verb, besides: noun)
      if let holder { addPredicate(token, holder: holder, rule: "role:capacity", isFormer: isLeaving) }
      return
    }
    if isOblique, hasAs(token), words.contains(lemma, .hold), let subject = context.tree.child(of: verb, .subject) {
      // "took over as governor", "took office as president"
      if let holder = self.holder(subject, of: verb) {
        addPredicate(token, holder: holder, rule: "role:\(lemma)", isFormer: isLeaving)
      }
      return
    }
    guard isLeaving || words.contains(lemma, .become) || words.contains(lemma, .appoint) else {
      if isOblique, hasAs(token), token < verb, context.tree.child(of: token, .determiner) == nil {
        // "As president, X …"
        guard let subject = context.tree.child(of: verb, .subject, .passiveSubject), subject > token,
          let holder = person(at: subject)
        else { return }
        addPredicate(token, holder: holder, rule: "role:as", isFormer: false)
      }
      return
    }
    switch relation {
    case .oblique, .unmarkedOblique: guard hasAs(token) else { return }
    case .openClausalComplement, .object: guard !isLeaving || hasAs(token) else { return }
    default: return
    }
    let isGiven = words.contains(lemma, .appoint) && context.document.pennTags[verb] != "VBN"
    guard
      let holder = named(inside: token)
        ?? (isGiven ? appointed(by: verb, besides: token) : holder(of: verb, besides: token))
    else { return }
    let isObject = context.tree.child(of: verb, .object).flatMap { person(at: $0) } == holder
    let body = isObject ? appointer(of: verb) : nil
    addPredicate(token, holder: holder, rule: "role:\(lemma)", isFormer: isLeaving, body: body)
  }

  /// The body that appoints somebody to an office, which then is its own: "X Ltd named Y chief executive".
  private func appointer(of verb: Int) -> Int? {
    guard let subject = context.tree.child(of: verb, .subject),
      let body = entities.entity(headedBy: subject) ?? entities.entity(namedAt: subject),
      entities.entities[body].kind == .organization
    else { return nil }
    return subject
  }

  /// Whom a body or person appoints: the object, and never the subject.
  private func appointed(by verb: Int, besides token: Int) -> EntityIndex? {
    guard let object = context.tree.child(of: verb, .object, .indirectObject), object != token else { return nil }
    return person(at: object)
  }

  /// "named X ambassador", where the parser makes one phrase of X and the office.
  private func named(inside token: Int) -> EntityIndex? {
    context.tree.children(of: token, .compound, .subject).lazy.compactMap { person(at: $0) }.first
  }

  /// The noun right before "as": "his term as mayor".
  private func capacityNoun(before token: Int) -> Int? {
    guard let marker = context.tree.children(of: token, .caseMarking).first(where: { context.words[$0] == "as" }),
      marker > 0, context.knowledge.roleWords.contains(lemma(marker - 1), .capacity)
    else { return nil }
    return marker - 1
  }

  /// "X succeeded Y as governor": X holds the office, Y held it.
  private mutating func readReplacement(_ token: Int, by verb: Int) {
    let rule = "role:\(lemma(verb))"
    let object = context.tree.child(of: verb, .object)
    let isPassive = context.tree.child(of: verb, .passiveSubject) != nil
    let agent = context.tree.child(of: verb, .obliqueAgent)
    let taker = isPassive ? agent : context.tree.child(of: verb, .subject)
    let giver = isPassive ? context.tree.child(of: verb, .passiveSubject) : object
    if let taker, let holder = person(at: taker) {
      addPredicate(token, holder: holder, rule: rule, isFormer: false)
    } else if !isPassive, taker == nil, let holder = holder(of: verb, besides: token), holder != giver.flatMap(person) {
      addPredicate(token, holder: holder, rule: rule, isFormer: false)
    }
    if let giver, let holder = person(at: giver) { addPredicate(token, holder: holder, rule: rule, isFormer: true) }
  }

  /// "in his role as chairman": the office of whom the role is said to be.
  private mutating func readCapacity(_ token: Int, of noun: Int) {
    guard let owner = context.tree.child(of: noun, .possessiveModifier) else { return readSpan(token, of: noun) }
    // "In his role as president, X …": the pronoun comes before its name.
    let isAhead = context.document.partsOfSpeech[owner] == .pronoun && entities.entity(headedBy: owner) == nil
    let verb = isAhead ? context.tree.head(of: noun) : nil
    guard
      let holder = person(at: owner)
        ?? verb.flatMap({ context.tree.child(of: $0, .subject, .passiveSubject) }).flatMap({ person(at: $0) })
    else { return }
    addPredicate(token, holder: holder, rule: "role:capacity", isFormer: false)
  }

  /// "the election of X as speaker", "after eight years as prime minister, X …".
  private mutating func readSpan(_ token: Int, of noun: Int) {
    let named = context.tree.children(of: noun, .nominalModifier).compactMap { person(at: $0) }.first
    var holder = named
    if holder == nil,
      context.knowledge.timeWords[lemma(noun)] != nil || ["term", "stint", "spell"].contains(lemma(noun)),
      let verb = context.tree.head(of: noun), let subject = context.tree.child(of: verb, .subject, .passiveSubject)
    {
      holder = self.holder(subject, of: verb)
    }
    if let holder { addPredicate(token, holder: holder, rule: "role:capacity", isFormer: false) }
  }

  /// "X, who held the post of Speaker".
  private mutating func readPost(_ token: Int, in noun: Int) {
    guard context.tree.children(of: token, .caseMarking).contains(where: { context.words[$0] == "of" }),
      context.document.relations[noun] == .object, let verb = context.tree.head(of: noun), !isDenied(verb)
    else { return }
    let isLeaving = context.knowledge.roleWords.contains(lemma(verb), .leave)
    guard isLeaving || context.knowledge.roleWords.contains(lemma(verb), .hold),
      let holder = holder(of: verb, besides: noun)
    else { return }
    addPredicate(token, holder: holder, rule: "role:post", isFormer: isLeaving)
  }

  /// The title that a noun heads and those joined to it, with what they are of in common.
  mutating func addPredicate(_ noun: Int, holder: EntityIndex, rule: String, isFormer: Bool, body: Int? = nil) {
    for var phrase in joinedTitles(at: noun) {
      if let body { phrase.owners.append(body) }
      phrase.isFormer = phrase.isFormer || isFormer
      add(phrase, holder: holder, rule: rule)
    }
  }

  /// "president and chief executive of Y": both are of Y.
  func joinedTitles(at noun: Int) -> [TitlePhrase] {
    var phrases: [TitlePhrase] = []
    for token in context.tree.conjuncts(of: noun) + further(after: noun) where !isName(token) {
      guard !phrases.contains(where: { $0.head == token }), var phrase = titles.title(headedBy: token) else { continue }
      if let first = phrases.first, context.tree.child(of: token, .determiner) == nil, phrase.owners.isEmpty {
        phrase.owners = first.owners
        phrase.isFormer = first.isFormer
      }
      phrases.append(phrase)
    }
    guard let last = phrases.last, phrases.count > 1 else { return phrases }
    return phrases.map { phrase in
      var phrase = phrase
      // "a former prime minister and president of the council": no premier of the council
      if phrase.owners.isEmpty, !["minister", "premier"].contains(context.words[phrase.head]) {
        phrase.owners = last.owners
      }
      return phrase
    }
  }

  /// "president of Y and a member of Z": titles after "and" that the parser ties to other words than the first.
  private func further(after noun: Int) -> [Int] {
    let end = context.sentenceTokens(of: noun).upperBound
    var found: [Int] = []
    var token = noun + 1
    while token < end, token < noun + 25 {
      let word = context.words[token]
      if word == ",", found.isEmpty || token + 1 < end && context.words[token + 1] != "and" { break }
      let part = context.document.partsOfSpeech[token]
      if part == .verb || part == .auxiliary || part == .pronoun { break }
      if word == "and", token + 1 < end, isName(token - 1) || token - 1 == noun {
        guard let next = title(beginningAt: token + 1, before: end) else { break }
        found.append(next)
        token = next
      }
      token += 1
    }
    return found
  }

  /// The head of a title that stands at a place, after an article and words that tell that it is past.
  private func title(beginningAt start: Int, before end: Int) -> Int? {
    var first = start
    while first < end,
      context.document.partsOfSpeech[first] == .determiner
        || context.knowledge.roleWords.contains(context.words[first], .former)
    {
      first += 1
    }
    guard first < end, !context.knowledge.roleWords.contains(context.words[first], .quality) else { return nil }
    for token in first..<min(first + 4, end) {
      let part = context.document.partsOfSpeech[token]
      guard !isName(token), part.isNoun || part == .adjective else { return nil }
      guard !context.document.pennTags[token].hasSuffix("S"), let phrase = titles.title(headedBy: token),
        phrase.tokens.lowerBound <= first
      else { continue }
      let last = phrase.tokens.upperBound - 1
      if last > token, part == .adjective || !phrase.tokens.contains(where: { context.words[$0] == "of" }) { continue }
      return last + 1 < end && isName(last + 1) ? nil : token
    }
    return nil
  }

  // MARK: Verbs that are offices

  /// "X, who heads Y", "Y, led by X", "under X's presidency".
  mutating func readOffice(_ token: Int) {
    if context.document.partsOfSpeech[token] == .verb,
      let title = context.knowledge.roleWords.title(of: lemma(token), .lead), !isDenied(token)
    {
      readLeading(token, title: title)
    } else if context.document.partsOfSpeech[token].isNoun,
      let title = context.knowledge.roleWords.title(of: lemma(token), .tenure)
    {
      readTenure(token, title: title)
    }
  }

  /// "X's presidency", "X won the presidency of Y".
  private mutating func readTenure(_ noun: Int, title: String) {
    let body = context.tree.children(of: noun, .nominalModifier).first { modifier in
      context.tree.children(of: modifier, .caseMarking).contains { context.words[$0] == "of" }
    }
    if let possessor = context.tree.child(of: noun, .possessiveModifier), let holder = person(at: possessor) {
      let owner = body.flatMap { self.owner(at: $0, holder: holder) }
      add(title, of: owner, holder: holder, at: noun..<noun + 1, rule: "role:tenure")
    } else if context.document.relations[noun] == .object, let verb = context.tree.head(of: noun), !isDenied(verb) {
      let isLeaving = context.knowledge.roleWords.contains(lemma(verb), .leave)
      guard isLeaving || lemma(verb) == "win" || context.knowledge.roleWords.contains(lemma(verb), .hold),
        let holder = holder(of: verb, besides: noun)
      else { return }
      let owner = body.flatMap { self.owner(at: $0, holder: holder) }
      add(title, of: owner, holder: holder, at: noun..<noun + 1, isFormer: isLeaving, rule: "role:tenure")
    }
  }

  private mutating func readLeading(_ verb: Int, title: String) {
    let relation = context.document.relations[verb]
    let isPassive = context.document.pennTags[verb] == "VBN"
    let leader: Int?
    let led: Int?
    if let agent = context.tree.child(of: verb, .obliqueAgent) {
      leader = agent
      led =
        context.tree.child(of: verb, .passiveSubject)
        ?? (relation == .adnominalClause ? context.tree.head(of: verb) : nil)
    } else if relation == .relativeClause || ["VBZ", "VBP"].contains(context.document.pennTags[verb]) {
      guard !isPassive, context.tree.child(of: verb, .particle) == nil else { return }
      leader = context.tree.child(of: verb, .subject)
      led = context.tree.child(of: verb, .object)
    } else {
      return
    }
    guard let leader, let led, let body = entities.entity(headedBy: led) ?? entities.entity(namedAt: led),
      entities.entities[body].kind == .organization
    else { return }
    let isPast = context.document.pennTags[verb] == "VBD"
    // "who led Y to victory" tells of a deed.
    if isPast, !context.tree.children(of: verb, .oblique, .openClausalComplement).isEmpty { return }
    guard let holder = person(at: leader) ?? relativeHead(of: verb, pronoun: leader) else { return }
    // Who is told to hold an office leads by it.
    if title == "leader" || title == "head", holds(holder, in: body) { return }
    add(title, of: body, holder: holder, at: verb..<verb + 1, isFormer: isPast, rule: "role:\(lemma(verb))")
  }

  private func relativeHead(of verb: Int, pronoun: Int) -> EntityIndex? {
    guard ["who", "that"].contains(context.words[pronoun]), context.document.relations[verb] == .relativeClause else {
      return nil
    }
    return context.tree.head(of: verb).flatMap { person(at: $0) }
  }

  // MARK: Holders

  private func holder(of verb: Int, besides token: Int) -> EntityIndex? {
    if let subject = context.tree.child(of: verb, .passiveSubject) { return holder(subject, of: verb) }
    if let object = context.tree.child(of: verb, .object), object != token { return person(at: object) }
    if let subject = context.tree.child(of: verb, .subject) { return holder(subject, of: verb) }
    guard let head = context.tree.head(of: verb) else { return nil }
    switch context.document.relations[verb] {
    case .relativeClause, .adnominalClause:
      return isIntended(verb) ? nil : person(at: head)
    case .conjunct:
      return context.tree.child(of: head, .subject, .passiveSubject).flatMap { person(at: $0) }
    case .adverbialClause where !isIntended(verb):
      return context.tree.child(of: head, .subject, .passiveSubject).flatMap { person(at: $0) }
    default: return nil
    }
  }

  private func holder(_ subject: Int, of verb: Int) -> EntityIndex? {
    person(at: subject) ?? named(beside: subject) ?? relativeHead(of: verb, pronoun: subject)
  }

  /// "One of them, Joan Smith, is ambassador": who the subject is said to be.
  private func named(beside subject: Int) -> EntityIndex? {
    guard context.words[subject] == "one" || context.knowledge.peopleWords[lemma(subject)] == "person" else {
      return nil
    }
    return context.tree.children(of: subject, .apposition).lazy.compactMap { person(at: $0) }.first
  }

  /// Whether a clause without a subject is an aim: "a candidate to become mayor".
  private func isIntended(_ verb: Int) -> Bool {
    context.tree.children(of: verb, .marker).contains { ["to", "if", "unless"].contains(context.words[$0]) }
  }

  func person(at token: Int) -> EntityIndex? {
    guard let index = entities.entity(headedBy: token), entities.entities[index].kind == .person else { return nil }
    return index
  }

  private func hasAs(_ token: Int) -> Bool {
    context.tree.children(of: token, .caseMarking).contains { context.words[$0] == "as" }
  }

  private func lemma(_ token: Int) -> String { context.document.lemmas[token].lowercased() }

  private func isDenied(_ token: Int) -> Bool {
    context.tree.children[token].contains { child in
      ["not", "n't", "never", "would", "could", "may", "might", "if", "unless"].contains(context.words[child])
        && context.document.partsOfSpeech[child] != .properNoun
    }
  }
}
