import Foundation
import Knowledge
import LanguageAnalysis

/// A phrase that a pronoun may stand for.
struct PronounCandidate {
  /// Its head token.
  var head: Int
  /// The cluster of names, where it has a name.
  var cluster: Int?
  var sentence: Int
  var isPerson: Bool
  var isPlural: Bool
  /// Whether it names nobody who could act, and only stands in the way.
  var isInanimate: Bool
  var kind: Entity.Kind?
  var gender: GrammaticalGender?
  var isSubject: Bool
  var isObject: Bool
  /// The heads of the phrases that are joined, where it stands for all of them: "A and B".
  var joined: [Int] = []
}

/// How much a phrase is preferred as the antecedent of "he" or "she": a linear model of nearness, syntactic position
/// and prominence.
///
/// The weights were fitted on the development part of GAP; those of quotations, paragraphs, and phrases without a name,
/// of which it has few, are set by hand.
struct PersonalPronounPreference {
  /// What is known of a candidate beside its syntax.
  struct Facts {
    var gender: GrammaticalGender
    /// How often it was mentioned so far.
    var mentions: Int
    /// Whether it was also mentioned nearer to the pronoun.
    var isSeen: Bool
    /// How many others that fit were mentioned nearer to the pronoun.
    var others: Int
    /// Whether the pronoun stands in what the candidate is reported to say.
    var tellsThis: Bool
    /// Whether both are told to say something.
    var speakToo: Bool
    /// Whether the pronoun is told to say something in quotation marks.
    var speaksHere: Bool
    /// Whether one of pronoun and candidate stands in a quotation that the other does not.
    var crossesQuotation: Bool
    /// Whether it is only named in a phrase before the subject.
    var isFronted: Bool
  }

  let context: ArticleContext
  let pronoun: Int
  private var document: Document { context.document }
  private var tree: DependencyTree { context.tree }

  /// "A prosecutor charged Smith. A judge ordered him held": nobody is jailed for charging another.
  private func isProsecutor(_ candidate: PronounCandidate) -> Bool {
    guard candidate.isSubject, let charging = tree.head(of: candidate.head), isLegal(charging),
      let charged = tree.child(of: charging, .object), document.relations[candidate.head] == .subject,
      document.partsOfSpeech[charged] == .properNoun
        || context.knowledge.peopleWords[document.lemmas[charged].lowercased()] == "person",
      let verb = tree.head(of: pronoun),
      [.object, .passiveSubject].contains(document.relations[pronoun])
    else { return false }
    return isLegal(verb) || tree.children(of: verb, .openClausalComplement, .clausalComplement).contains(where: isLegal)
  }

  private func isLegal(_ verb: Int) -> Bool {
    context.knowledge.wordClasses.contains(document.lemmas[verb].lowercased(), in: .prosecutingVerb)
  }

  /// "One of the robbers was shot after he …": the subject of the clause that the pronoun's own clause belongs to.
  private func isAbove(_ candidate: PronounCandidate) -> Bool {
    guard candidate.isSubject, document.relations[pronoun] == .subject, let verb = tree.head(of: pronoun),
      document.relations[verb] == .adverbialClause
    else { return false }
    return tree.head(of: candidate.head) == tree.head(of: verb)
  }

  /// The preference; higher is better.
  func score(_ candidate: PronounCandidate, _ facts: Facts) -> Double {
    let sentence = tree.sentenceOfToken[pronoun]
    let distance = sentence - candidate.sentence
    let isRoot = candidate.isSubject && tree.head(of: candidate.head).map { document.heads[$0] == $0 } == true
    var score = position(of: candidate)
    switch distance {
    case 0: score += 1.3 + (candidate.isSubject ? 0.1 : 0) + syntax(of: candidate)
    case 1: score += 0.1
    default: break
    }
    if isRoot { score += distance == 0 ? 0 : distance == 1 ? 1.5 : 0.5 }
    score += 0.33 * log(1 + Double(facts.mentions)) - 0.2 * log(Double(max(1, pronoun - candidate.head)))
    score -= 0.63 * Double(facts.others)
    if facts.isSeen { score -= 0.7 }
    let isPronoun = document.partsOfSpeech[candidate.head] == .pronoun
    if isPronoun { score -= 1.05 }
    if candidate.gender == facts.gender { score += 0.4 }
    if candidate.cluster == nil, !isPronoun { score += isAbove(candidate) ? 0.6 : -0.6 }
    if [.compound, .descriptiveModifier, .adjectivalModifier].contains(document.relations[candidate.head]) {
      score -= 1.5
    }
    if isProsecutor(candidate) { score -= 2 }
    if facts.crossesQuotation { score -= 0.7 }
    if facts.isFronted { score -= 3 }
    // "Ana Ruiz is not so sure. “They never paid,” she says."
    if facts.speakToo || facts.speaksHere && isRoot && distance == 1 && candidate.cluster != nil { score += 1 }
    if facts.tellsThis { score += 1.6 }
    if document.sentences[candidate.sentence].block != document.sentences[sentence].block { score -= 0.3 }
    return score
  }

  /// What the grammatical roles of both say: a subject goes on as subject, a possessor as possessor.
  private func position(of candidate: PronounCandidate) -> Double {
    let relation = document.relations[candidate.head]
    let isNested = [.nominalModifier, .conjunct].contains(relation)
    switch document.relations[pronoun] {
    case .subject, .passiveSubject:
      if candidate.isSubject { return 1.25 }
      if candidate.isObject { return 0.55 }
      return isNested ? -1.3 : relation == .possessiveModifier ? -0.1 : 0
    case .possessiveModifier:
      if candidate.isSubject { return 0.7 }
      if candidate.isObject { return 0.3 }
      return isNested ? -0.5 : relation == .possessiveModifier ? 0.75 : 0
    default:
      if candidate.isSubject { return 0.1 }
      return relation == .possessiveModifier ? 0.4 : 0
    }
  }

  /// Whether both stand in one clause, or the candidate in one above that of the pronoun.
  private func syntax(of candidate: PronounCandidate) -> Double {
    guard let verb = tree.head(of: candidate.head) else { return 0 }
    let above = tree.ancestors(of: pronoun)
    let nearest = above.first { document.partsOfSpeech[$0] == .verb || document.partsOfSpeech[$0] == .auxiliary }
    if nearest == verb { return 0.9 }
    var score = above.contains(verb) ? 0.5 : 0
    if let nearest, document.relations[nearest] == .conjunct, tree.head(of: nearest) == verb { score += 0.5 }
    return score
  }
}
