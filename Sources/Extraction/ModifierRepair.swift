import Knowledge
import LanguageAnalysis

/// Hangs phrases where they belong that a parser puts under the wrong word: the object of "shot dead", the name after
/// "visiting", a clause with "who" that follows a person.
struct ModifierRepair {
  private let knowledge: KnowledgeBase

  init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
  }

  /// Mends the trees of a document.
  func repair(_ document: inout Document) {
    let tree = DependencyTree(document)
    for token in 0..<document.tokenCount {
      joinSister(token, in: tree, &document)
      switch document.relations[token] {
      case .openClausalComplement where document.partsOfSpeech[token] == .adjective:
        freeObject(of: token, in: tree, &document)
      case .relativeClause: seatRelative(token, in: tree, &document)
      case .nominalModifier, .oblique: seatDate(token, in: tree, &document)
      default: break
      }
      if document.forms[token].lowercased() == "visiting" { readVisitor(token, in: tree, &document) }
      if document.forms[token].lowercased() == "between" { joinParties(token, in: tree, &document) }
    }
  }

  /// "talks between Smith and President Jones": what "and" stands before is joined, not a part of the name.
  private func joinSister(_ token: Int, in tree: DependencyTree, _ document: inout Document) {
    guard [.descriptiveModifier, .apposition, .compound, .flat].contains(document.relations[token]),
      let head = tree.head(of: token), head < token, document.partsOfSpeech[token].isNoun,
      let coordination = tree.child(of: token, .coordination), tree.subtree(of: token).first == coordination,
      ["and", "or"].contains(document.forms[coordination].lowercased())
    else { return }
    document.relations[token] = .conjunct
  }

  /// "the war between rebels in the south and the government": the second party is joined to the first, not to its place.
  private func joinParties(_ marker: Int, in tree: DependencyTree, _ document: inout Document) {
    guard document.relations[marker] == .caseMarking, let first = tree.head(of: marker),
      document.partsOfSpeech[first].isNoun, tree.children(of: first, .conjunct).isEmpty,
      tree.head(of: first).map({ tree.children(of: $0, .conjunct).allSatisfy { $0 < first } }) ?? false
    else { return }
    for inner in tree.children(of: first, .nominalModifier) where inner > first {
      let parties = tree.children(of: inner, .conjunct)
      guard !parties.isEmpty else { continue }
      for party in parties { document.heads[party] = first }
      return
    }
    // "a meeting between Smith, sent by the king, and Jones"
    let party = tree.subtree(of: first).first { token in
      document.relations[token] == .conjunct && document.partsOfSpeech[token] == .properNoun
        && tree.child(of: token, .coordination).map { $0 > 0 && document.forms[$0 - 1] == "," } ?? false
    }
    if let party { document.heads[party] = first }
  }

  /// "the first meeting since a clash on June 7": what stands with "since" directly before a date happened then.
  private func seatDate(_ token: Int, in tree: DependencyTree, _ document: inout Document) {
    guard let first = tree.subtree(of: token).first, first > 0, tree.children(of: token, .caseMarking).contains(first),
      ["on", "in"].contains(document.forms[first].lowercased()), let head = tree.head(of: token), head < first,
      document.entities.contains(where: { $0.kind == .date && $0.tokens.contains(token) })
    else { return }
    let earlier = tree.children(of: head, .nominalModifier, .oblique).last { noun in
      noun > head && tree.subtree(of: noun).last == first - 1 && document.partsOfSpeech[noun] == .noun
        && tree.children(of: noun, .caseMarking).contains { document.forms[$0].lowercased() == "since" }
    }
    guard let earlier else { return }
    document.heads[token] = earlier
    document.relations[token] = .nominalModifier
  }

  /// "shot dead a man": adjectives have no objects, so it is the verb's.
  private func freeObject(of adjective: Int, in tree: DependencyTree, _ document: inout Document) {
    guard let verb = tree.head(of: adjective), document.partsOfSpeech[verb] == .verb,
      tree.child(of: verb, .object, .passiveAuxiliary) == nil
    else { return }
    for object in tree.children(of: adjective, .object) where object > adjective { document.heads[object] = verb }
  }

  /// "visiting Foreign Minister Smith urged", "talks between Jones and visiting King Karl": the word only describes whom
  /// the name means.
  private func readVisitor(_ token: Int, in tree: DependencyTree, _ document: inout Document) {
    guard document.pennTags[token] == "VBG", let name = tree.child(of: token, .object), name > token,
      tree.child(of: token, .auxiliary, .subject) == nil, isTitled(name, after: token, in: tree, document),
      let head = tree.head(of: token)
    else { return }
    let place = seat(of: token, under: head, in: tree, document)
    guard let place else { return }
    for child in tree.children[token] where child != name {
      let isBefore = child < token && [.coordination, .marker, .caseMarking].contains(document.relations[child])
      document.heads[child] = isBefore ? name : head
      if document.relations[child] == .marker { document.relations[child] = .caseMarking }
    }
    document.heads[name] = place.head
    document.relations[name] = place.relation
    document.heads[token] = name
    document.relations[token] = .adjectivalModifier
  }

  /// Where a name hangs before which such a word stands.
  private func seat(
    of token: Int,
    under head: Int,
    in tree: DependencyTree,
    _ document: Document
  ) -> (head: Int, relation: DependencyRelation)? {
    if let marker = tree.child(of: token, .marker, .caseMarking) {
      guard marker == token - 1, ["with", "by", "to", "for", "from"].contains(document.forms[marker].lowercased())
      else {
        return nil
      }
      // "talks with visiting King Karl": the noun just before, wherever the parser has hung the word.
      if marker > 0, document.partsOfSpeech[marker - 1].isNoun { return (marker - 1, .nominalModifier) }
      return (head, document.partsOfSpeech[head].isNoun ? .nominalModifier : .oblique)
    }
    switch document.relations[token] {
    case .adverbialClause where token < head && tree.child(of: head, .subject, .passiveSubject) == nil:
      return (head, tree.child(of: head, .passiveAuxiliary) == nil ? .subject : .passiveSubject)
    case .conjunct:
      guard let coordination = tree.child(of: token, .coordination), coordination == token - 1 else { return nil }
      // The name before the conjunction is its sister.
      let sister = tree.children(of: head, .nominalModifier, .oblique, .object).last { $0 < token }
      return (sister ?? head, .conjunct)
    default: return nil
    }
  }

  /// Whether a name has a title or the adjective of a country right after a word.
  private func isTitled(_ name: Int, after token: Int, in tree: DependencyTree, _ document: Document) -> Bool {
    guard document.partsOfSpeech[name].isNoun, tree.subtree(of: name).first == token + 1,
      tree.child(of: name, .determiner, .caseMarking) == nil
    else { return false }
    return knowledge.titles[document.lemmas[name].lowercased()] != nil
      || tree.children(of: name, .descriptiveModifier, .compound, .adjectivalModifier).contains {
        knowledge.titles[document.lemmas[$0].lowercased()] != nil
      }
  }

  /// "a crackdown led by President Smith, who has sent troops": who does something is somebody.
  private func seatRelative(_ verb: Int, in tree: DependencyTree, _ document: inout Document) {
    if seatBeforeBody(verb, in: tree, &document) { return }
    guard let noun = tree.head(of: verb), noun < verb, document.partsOfSpeech[noun] == .noun,
      !isSomebody(noun, in: document),
      let pronoun = tree.subtree(of: verb).first(where: { document.forms[$0].lowercased() == "who" }),
      document.pennTags[pronoun] == "WP", pronoun < verb, pronoun > noun + 1
    else { return }
    var last = pronoun - 1
    if document.forms[last] == "," { last -= 1 }
    var found: Int?
    var current = last
    while current > noun {
      if isSomebody(current, in: document), document.relations[current] != .flat { found = current }
      guard let head = tree.head(of: current), head > noun, (tree.subtree(of: head).last ?? 0) <= last + 1 else {
        break
      }
      current = head
    }
    if let found { document.heads[verb] = found }
  }

  /// "lawmaker Smith from the Labour Party, who was shot": people are shot, not parties.
  private func seatBeforeBody(_ verb: Int, in tree: DependencyTree, _ document: inout Document) -> Bool {
    guard let noun = tree.head(of: verb), noun < verb,
      document.entities.contains(where: { [.organization, .place].contains($0.kind) && $0.tokens.contains(noun) }),
      let pronoun = tree.subtree(of: verb).first(where: { document.forms[$0].lowercased() == "who" }),
      document.pennTags[pronoun] == "WP", pronoun < verb, let first = tree.subtree(of: noun).first,
      let marker = tree.child(of: noun, .caseMarking),
      ["from", "of", "at", "in"].contains(document.forms[marker].lowercased()),
      let person = document.entities.last(where: { $0.kind == .person && $0.tokens.upperBound == first }),
      let head = person.tokens.first(where: { !person.tokens.contains(document.heads[$0]) })
    else { return false }
    document.heads[verb] = head
    return true
  }

  private func isSomebody(_ noun: Int, in document: Document) -> Bool {
    let lemma = document.lemmas[noun].lowercased()
    return document.partsOfSpeech[noun] == .properNoun || knowledge.peopleWords[lemma] != nil
      || knowledge.titles[lemma] != nil || knowledge.organizationWords[lemma] != nil
  }
}
