import Knowledge
import LanguageAnalysis

/// Mends objects that the parser has misread: a day that is none, one that it has hung on the infinitive after it, one
/// after a particle that it took for a preposition.
struct ObjectRepair {
  private let knowledge: KnowledgeBase

  init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
  }

  /// Mends the objects of a document.
  func repair(_ document: inout Document) {
    for token in 0..<document.tokenCount where document.relations[token] == .object {
      readDay(token, &document)
    }
    let tree = DependencyTree(document)
    for token in 0..<document.tokenCount where document.relations[token] == .indirectObject {
      // "advised residents to leave": without another object it is the object.
      if let verb = tree.head(of: token), tree.child(of: verb, .object) == nil,
        let clause = tree.child(of: verb, .openClausalComplement), document.pennTags[clause] == "VB"
      {
        document.relations[token] = .object
      }
    }
    for verb in 0..<document.tokenCount where document.relations[verb] == .openClausalComplement {
      raiseObject(above: verb, in: tree, &document)
    }
    for verb in 0..<document.tokenCount where document.partsOfSpeech[verb] == .verb {
      readParticle(after: verb, in: tree, &document)
    }
  }

  private static let particles: Set = ["over", "up", "down", "off", "out"]

  /// "turned over the suspect": after a verb that takes the word as its particle, it is no preposition.
  private func readParticle(after verb: Int, in tree: DependencyTree, _ document: inout Document) {
    let particle = verb + 1
    guard particle < document.tokenCount, Self.particles.contains(document.forms[particle].lowercased()),
      document.relations[particle] == .caseMarking, let noun = tree.head(of: particle), tree.head(of: noun) == verb,
      document.relations[noun] == .oblique,
      tree.child(of: verb, .object, .passiveAuxiliary, .passiveSubject) == nil,
      knowledge.events.entries(trigger: document.lemmas[verb]).contains(where: { entry in
        entry.companions == [document.forms[particle].lowercased()]
          && entry.requires.contains { $0.position == .object }
      })
    else { return }
    document.relations[noun] = .object
    document.heads[particle] = verb
    document.relations[particle] = .particle
  }

  /// "They demonstrated Friday in ten cities": a day of the week says when, not what.
  private func readDay(_ token: Int, _ document: inout Document) {
    guard document.partsOfSpeech[token] == .properNoun,
      case .weekday? = knowledge.timeWords[document.forms[token].lowercased()],
      document.partsOfSpeech[document.heads[token]] == .verb, document.heads[token] < token,
      !document.heads.indices.contains(where: { document.heads[$0] == token && $0 < token && $0 != token })
    else { return }
    document.relations[token] = .unmarkedOblique
  }

  /// "warned the authority not to disarm them": who is told to do something is the object of the verb that tells it.
  private func raiseObject(above verb: Int, in tree: DependencyTree, _ document: inout Document) {
    guard document.pennTags[verb] == "VB", let head = tree.head(of: verb), head < verb,
      document.partsOfSpeech[head] == .verb,
      knowledge.statusCues.entries(word: document.lemmas[head]).contains(where: {
        $0.positions.contains(.complement)
      }), tree.child(of: head, .object, .indirectObject, .passiveAuxiliary) == nil,
      let marker = tree.children(of: verb, .marker).first(where: { document.forms[$0] == "to" }),
      let subject = tree.child(of: verb, .subject), head < subject, subject < marker,
      tree.child(of: subject, .caseMarking) == nil
    else { return }
    document.heads[subject] = head
    document.relations[subject] = .object
  }

  private static let directions: Set = [
    "south", "north", "east", "west", "southeast", "southwest", "northeast", "northwest", "outside",
  ]

  /// "a bomb south of Accra killed two": where from a place, and nobody who kills.
  static func tellsDirection(_ token: Int, in document: Document) -> Bool {
    directions.contains(document.forms[token].lowercased()) && token + 1 < document.tokenCount
      && document.forms[token + 1] == "of"
  }
}
