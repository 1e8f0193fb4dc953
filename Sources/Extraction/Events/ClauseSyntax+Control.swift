import Knowledge
import LanguageAnalysis

/// Who is meant where the subject of a predicate is understood from the words around it.
extension ClauseSyntax {
  /// "Civilians were among those killed": who is said to be among them; nil for other nouns.
  func members(of word: Int, depth: Int) -> [ArgumentPhrase]? {
    guard context.words[word] == "those", preposition(of: word) == "among", isPredicate(word) else { return nil }
    let found = surfaceSubjects(word, depth: depth + 1)
    return found.isEmpty ? nil : found
  }

  /// "accused each other": the subjects, each of whom does it to the others; nil for other phrases.
  func reciprocal(_ phrase: ArgumentPhrase) -> [Int]? {
    let head = phrase.head
    guard
      [head - 1, head].contains(where: { first in
        first >= 0 && first + 1 < context.words.count
          && ["each other", "one another"].contains(context.words[first] + " " + context.words[first + 1])
      }),
      let verb = context.tree.ancestors(of: head).first(where: isVerb)
    else { return nil }
    return phrases(of: verb).filter { $0.position == .subject }.flatMap { heads(of: $0, before: verb) }
  }

  /// Whether a noun is a predicate: "is the first to", "became the first to".
  func isPredicate(_ noun: Int) -> Bool { has(noun, .copula) || relation(noun) == .openClausalComplement }

  /// Whether a noun tells the place in an order: "the third country", "the first", "the youngest person".
  func isRanked(_ noun: Int) -> Bool {
    let ranks = ["first", "last", "second", "third", "fourth", "fifth", "sixth", "latest", "only"]
    return ranks.contains(context.words[noun])
      || children(noun).contains { child in
        relation(child) == .adjectivalModifier
          && (ranks.contains(context.words[child]) || tag(child) == "JJS" && describesSomebody(noun))
      }
  }

  /// Whose words a text is that a participle follows: "vetoed a council resolution condemning the raid"; nil where
  /// there is no such text.
  func authors(ofTextBefore participle: Int, depth: Int) -> [ArgumentPhrase]? {
    guard tag(participle) == "VBG", participle > 0, let verb = context.tree.head(of: participle),
      let text = context.tree.children(of: verb, .object).first, text == participle - 1,
      context.knowledge.wordClasses.contains(lemma(text), in: .textNoun)
    else { return nil }
    return controllers(ofNoun: text, depth: depth + 1).filter { phrase in
      // Who votes a text down has not worded it.
      !context.knowledge.events.entries(trigger: lemma(verb)).contains { $0.type?.rawValue == "reject" }
        || context.tree.head(of: phrase.head) != verb
    }
  }

  /// Who is to do what an infinitive tells, where the verb charges its object with it: "sent troops to help".
  func delegates(of verb: Int, before infinitive: Int) -> [ArgumentPhrase]? {
    guard context.knowledge.wordClasses.contains(lemma(verb), in: .delegatingVerb) else { return nil }
    let found = context.tree.children(of: verb, .indirectObject, .object, .passiveSubject).filter {
      $0 < infinitive && describesSomebody($0)
    }
    return found.isEmpty ? nil : found.prefix(1).map { phrase(.subject, resolvingRelative: $0) }
  }

  /// "dispersed teachers demanding more pay": those just before a participle, wherever the parser has hung it.
  func people(justBefore participle: Int, under verb: Int) -> Int? {
    guard tag(participle) == "VBG", preposition(of: participle) == nil, participle > 0,
      !["use", "kill", "wound", "injure", "leave", "cause"].contains(lemma(participle))
    else { return nil }
    return context.tree.children(of: verb, .object).first { $0 == participle - 1 && describesPeople($0) }
  }

  /// "people who fled fighting in the city": others fight.
  func isFledFrom(_ gerund: Int, by verb: Int) -> Bool {
    tag(gerund) == "VBG" && context.knowledge.wordClasses.contains(lemma(verb), in: .flightVerb)
  }

  /// Whether a noun that is no name describes people.
  func describesPeople(_ noun: Int) -> Bool {
    partOfSpeech(noun) == .noun
      && (context.knowledge.peopleWords[lemma(noun)] != nil || context.knowledge.titles[lemma(noun)] != nil)
  }

  /// Whether a noun stands for people or a body.
  func describesSomebody(_ noun: Int) -> Bool {
    let knowledge = context.knowledge
    return partOfSpeech(noun) == .properNoun || knowledge.peopleWords[lemma(noun)] != nil
      || knowledge.titles[lemma(noun)] != nil || knowledge.organizationWords[lemma(noun)] != nil
  }
}
