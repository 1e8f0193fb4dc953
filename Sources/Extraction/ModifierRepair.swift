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
      switch document.relations[token] {
      case .openClausalComplement where document.partsOfSpeech[token] == .adjective:
        freeObject(of: token, in: tree, &document)
      case .relativeClause: seatRelative(token, in: tree, &document)
      default: break
      }
      if document.forms[token].lowercased() == "visiting" { readVisitor(token, in: tree, &document) }
    }
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
      tree.child(of: token, .auxiliary, .subject, .marker) == nil, isTitled(name, after: token, in: tree, document),
      let head = tree.head(of: token)
    else { return }
    let place = seat(of: token, under: head, in: tree, document)
    guard let place else { return }
    for child in tree.children[token] where child != name {
      document.heads[child] = document.relations[child] == .coordination ? name : head
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

  private func isSomebody(_ noun: Int, in document: Document) -> Bool {
    let lemma = document.lemmas[noun].lowercased()
    return document.partsOfSpeech[noun] == .properNoun || knowledge.peopleWords[lemma] != nil
      || knowledge.titles[lemma] != nil || knowledge.organizationWords[lemma] != nil
  }
}
