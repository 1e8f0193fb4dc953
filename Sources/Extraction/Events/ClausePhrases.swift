import Knowledge
import LanguageAnalysis

extension ClauseSyntax {
  // MARK: All phrases of a word

  /// The phrases around a word, in the order of the tree.
  func phrases(of token: Int) -> [ArgumentPhrase] {
    isVerb(token) ? phrasesOfVerb(token) : phrasesOfNoun(token)
  }

  private func phrasesOfVerb(_ verb: Int) -> [ArgumentPhrase] {
    var found: [ArgumentPhrase] = []
    let isPassive = isPassive(verb)
    let subjects = surfaceSubjects(verb)
    if isPassive {
      let objects = context.tree.children(of: verb, .object)
      let position: ArgumentPosition = objects.isEmpty ? .object : .indirectObject
      found += subjects.map { ArgumentPhrase(position: position, head: $0.head, isAntecedent: $0.isAntecedent) }
      found += objects.map { phrase(.object, resolvingRelative: $0) }
      found += agentsOfComplements(of: verb) + agentsOfConjuncts(of: verb)
    } else {
      found += subjects
      found += activeObjects(verb)
    }
    for child in children(verb) {
      switch relation(child) {
      case .indirectObject: found.append(phrase(.indirectObject, resolvingRelative: child))
      case .obliqueAgent:
        // "blamed on rebels": only "by" tells who does it, whatever the parser calls the phrase.
        let name = preposition(of: child) ?? "by"
        let position: ArgumentPosition = name == "on" ? ArgumentPosition(rawValue: name) : .subject
        found.append(phrase(position, resolvingRelative: child))
      case .oblique, .nominalModifier, .adverbialRelativeClause:
        guard let name = preposition(of: child), !belongsToObject(child, name, of: verb) else { continue }
        let position = isPassive && name == "by" ? .subject : ArgumentPosition(rawValue: name)
        found.append(phrase(position, resolvingRelative: child))
      case .clausalComplement where !self.isPassive(child):
        found += surfaceSubjects(child, depth: Self.depthLimit).map {
          ArgumentPhrase(position: .complementSubject, head: $0.head)
        }
      case .adverbialModifier where context.words[child] == "where" && relation(verb) == .relativeClause:
        if let noun = context.tree.head(of: verb) {
          found.append(ArgumentPhrase(position: ArgumentPosition(rawValue: "in"), head: noun, isAntecedent: true))
        }
      default: break
      }
    }
    return found
  }

  /// "rejected demands by rebels": of an active verb with an object a "by" phrase tells who does what the object is.
  private func belongsToObject(_ phrase: Int, _ preposition: String, of verb: Int) -> Bool {
    ["by", "between"].contains(preposition) && !isPassive(verb)
      && context.tree.children(of: verb, .object).contains { $0 < phrase && namesEvent($0) }
  }

  /// "named acting president by the court": the agent of a passive may hang on what completes the verb.
  private func agentsOfComplements(of verb: Int) -> [ArgumentPhrase] {
    guard !has(verb, .obliqueAgent) else { return [] }
    let complements = context.tree.children(of: verb, .openClausalComplement, .object, .oblique)
    return complements.filter { $0 > verb }.flatMap {
      context.tree.children(of: $0, .nominalModifier, .obliqueAgent, .oblique)
    }.filter { preposition(of: $0) == "by" }.map { phrase(.subject, resolvingRelative: $0) }
  }

  /// "Two officers were killed and four wounded by gunmen": the agent of the last passive is that of all.
  private func agentsOfConjuncts(of verb: Int) -> [ArgumentPhrase] {
    guard !has(verb, .obliqueAgent), let next = context.tree.children(of: verb, .conjunct).last(where: isVerb),
      tag(next) == "VBN", !has(next, .auxiliary)
    else { return [] }
    return context.tree.children(of: next, .obliqueAgent).map { phrase(.subject, resolvingRelative: $0) }
  }

  /// "talks between Ruritania and the rebels": the second party may hang on the noun itself.
  private func secondParties(of noun: Int) -> [ArgumentPhrase] {
    let between = ArgumentPosition(rawValue: "between")
    guard
      let first = context.tree.children(of: noun, .nominalModifier).first(where: { preposition(of: $0) == "between" }),
      context.tree.children(of: first, .conjunct).isEmpty
    else { return [] }
    return context.tree.children(of: noun, .conjunct).filter { $0 > first && partOfSpeech($0).isNoun }.map {
      phrase(between, resolvingRelative: $0)
    }
  }

  private func namesEvent(_ noun: Int) -> Bool {
    partOfSpeech(noun) == .noun
      && context.knowledge.events.entries(trigger: lemma(noun)).contains { $0.part == .noun && $0.type != nil }
  }

  /// Prepositions of those who take part in what a noun tells.
  private static let partyMarkers: Set<String> = ["between", "with", "by", "against"]

  /// "talks in Strelsau between Ruritania and the rebels": the parties may hang on the name of the place.
  private func nestedParties(of noun: Int) -> [ArgumentPhrase] {
    guard namesEvent(noun) else { return [] }
    return context.tree.children(of: noun, .nominalModifier).filter {
      partOfSpeech($0) == .properNoun && ["in", "at", "on"].contains(preposition(of: $0) ?? "")
    }.flatMap { context.tree.children(of: $0, .nominalModifier) }.compactMap { child in
      guard let name = preposition(of: child), Self.partyMarkers.contains(name) else { return nil }
      return phrase(ArgumentPosition(rawValue: name), resolvingRelative: child)
    }
  }

  /// Phrases that the parser has hung on the verb above a noun although they complete the noun.
  private func misplacedPhrases(of noun: Int) -> [ArgumentPhrase] {
    guard relation(noun) == .object, let verb = context.tree.head(of: noun), isVerb(verb) else { return [] }
    return children(verb).filter { $0 > noun && [.oblique, .obliqueAgent].contains(relation($0)) }.compactMap { child in
      guard let name = preposition(of: child), belongsToObject(child, name, of: verb) else { return nil }
      return phrase(ArgumentPosition(rawValue: name), resolvingRelative: child)
    }
  }

  /// Types of movement, of which a phrase under what is moved says whereto.
  private static let moving: Set<EventType> = ["withdraw", "travel", "mobilize", "aid", "sanction"]

  /// Types of what somebody does to somebody, of which a phrase under who does it says to whom.
  private static let directed: Set<EventType> = ["attack", "accuse", "sanction", "threaten"]

  /// "the expulsion of ten diplomats by Ruritania", "the deployment of troops to the border", "a raid by gunmen on the
  /// camp": phrases that the parser has hung on what the event is done to, or on who does it.
  private func phrasesUnderPatient(of noun: Int) -> [ArgumentPhrase] {
    guard
      let type = context.knowledge.events.entries(trigger: lemma(noun)).first(where: {
        $0.part == .noun && $0.type != nil
      })?.type,
      let patient = context.tree.children(of: noun, .nominalModifier).first(where: {
        ["of", "by"].contains(preposition(of: $0) ?? "")
      }), !namesEvent(patient)
    else { return [] }
    let isDoer = preposition(of: patient) == "by"
    return context.tree.children(of: patient, .nominalModifier).compactMap { child in
      guard child > patient, let name = preposition(of: child),
        name == "by" && !isDoer || ["to", "into"].contains(name) && (Self.moving.contains(type) || type == "visit")
          || name == "from" && type == "withdraw"
          || isDoer && ["on", "against"].contains(name) && Self.directed.contains(type)
      else { return nil }
      return phrase(ArgumentPosition(rawValue: name), resolvingRelative: child)
    }
  }

  /// The heads of the phrases with a preposition under the objects of a verb.
  func phrases(at position: ArgumentPosition, ofObjectOf verb: Int) -> [Int] {
    context.tree.children(of: verb, .object, .passiveSubject).flatMap { object in
      context.tree.children(of: object, .nominalModifier).filter { preposition(of: $0) == position.rawValue }
    }
  }

  private func phrasesOfNoun(_ noun: Int) -> [ArgumentPhrase] {
    var found: [ArgumentPhrase] = []
    for child in children(noun) {
      switch relation(child) {
      case .subject, .outerSubject:
        // "It was the worst attack of the year": nobody does it.
        guard !["it", "this", "that"].contains(context.words[child]) || !has(noun, .copula) else { continue }
        found.append(phrase(.subject, resolvingRelative: child))
      case .possessiveModifier: found.append(phrase(.possessive, resolvingRelative: child))
      case .adjectivalModifier: found.append(ArgumentPhrase(position: .adjective, head: child))
      // "the summit last month"
      case .unmarkedNominalModifier where child > noun: break
      case .compound, .unmarkedNominalModifier, .descriptiveModifier:
        found.append(ArgumentPhrase(position: .compound, head: child))
      case .apposition: found.append(ArgumentPhrase(position: .apposition, head: child))
      case .nominalModifier, .oblique, .obliqueAgent:
        if let name = preposition(of: child) {
          found.append(phrase(ArgumentPosition(rawValue: name), resolvingRelative: child))
        }
      default: break
      }
    }
    found += misplacedPhrases(of: noun) + secondParties(of: noun) + phrasesUnderPatient(of: noun)
    if !found.contains(where: { Self.partyMarkers.contains($0.position.rawValue) }) { found += nestedParties(of: noun) }
    let isPredicate =
      has(noun, .copula)
      || partOfSpeech(noun) == .adjective
        && [.openClausalComplement, .adverbialClause, .root].contains(relation(noun))
    if isPredicate, !has(noun, .subject, .outerSubject), !found.contains(where: { $0.position == .subject }) {
      found += surfaceSubjects(noun)
    }
    // "Ruritania is under sanctions": who is under something suffers it.
    if isPredicate, preposition(of: noun) == "under" {
      for position in found.indices where found[position].position == .subject { found[position].position = .object }
    }
    if partOfSpeech(noun) == .adjective, relation(noun) == .adjectivalModifier, let head = context.tree.head(of: noun) {
      found.append(ArgumentPhrase(position: .subject, head: head, isAntecedent: true))
    }
    return sharedModifiers(of: noun, beside: found)
  }

  /// "Ruritanian raids and bombings in Graustark": a conjunct without modifiers of its own has those of its sister.
  private func sharedModifiers(of noun: Int, beside own: [ArgumentPhrase]) -> [ArgumentPhrase] {
    guard relation(noun) == .conjunct, let first = context.tree.head(of: noun), partOfSpeech(first).isNoun else {
      guard let last = context.tree.children(of: noun, .conjunct).last, partOfSpeech(last).isNoun, last - noun <= 4,
        !own.contains(where: { $0.position.isPreposition })
      else { return own }
      return own
        + children(last).filter { relation($0) == .nominalModifier }.compactMap { child in
          preposition(of: child).map { phrase(ArgumentPosition(rawValue: $0), resolvingRelative: child) }
        }
    }
    let positions: Set<ArgumentPosition> = [.possessive, .adjective, .compound]
    guard !own.contains(where: { positions.contains($0.position) }) else { return own }
    let shared = children(first).filter {
      $0 < first && [.possessiveModifier, .adjectivalModifier].contains(relation($0))
    }
    return own
      + shared.map {
        phrase(relation($0) == .possessiveModifier ? .possessive : .adjective, resolvingRelative: $0)
      }
  }

  /// The heads that a phrase stands for: its own and those of the phrases coordinated with it.
  func heads(of phrase: ArgumentPhrase, before limit: Int?) -> [Int] {
    var found = [phrase.head]
    var position = 0
    while position < found.count, found.count < 24 {
      for child in children(found[position]) where relation(child) == .conjunct {
        if isVerb(child) { continue }
        if phrase.isAntecedent, let limit, child > limit { continue }
        found.append(child)
      }
      position += 1
    }
    return found.count > 1 ? found.sorted() : found
  }
}
