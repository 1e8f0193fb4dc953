import Knowledge
import LanguageAnalysis

/// Tells which quantities are members of one list: "five children, two drivers and a guard", "the mayor and two others".
struct ListReader {
  private let context: ArticleContext
  private var document: Document { context.document }
  private var words: [String] { context.words }

  init(context: ArticleContext) {
    self.context = context
  }

  /// Whether a bare number is followed by where it counts: "36 in the north".
  private func isPlaced(_ quantity: Quantity) -> Bool {
    let next = quantity.numberEnd + 1
    return quantity.counted == nil && next < document.tokenCount
      && ["in", "at", "from", "near", "each"].contains(words[next])
  }

  /// A quantity with the single people added that a list names beside it: "the mayor and two others", "four nurses and
  /// their driver".
  func withNamed(_ quantity: Quantity, besides counted: [Int]) -> Quantity {
    let isMember = document.relations[quantity.node] == .conjunct
    guard isMember || !quantity.isIndefinite, quantity.minimum.map({ $0 > 0 }) == true,
      [.exact, .atLeast].contains(quantity.bound)
    else { return quantity }
    let first = isMember ? document.heads[quantity.node] : quantity.node
    let members = context.tree.conjuncts(of: first).filter { $0 != quantity.node && !counted.contains($0) }
    guard !members.isEmpty, isMember == (members.first == first), members.allSatisfy(isOnePerson),
      isMember && !quantity.isIndefinite || members.allSatisfy(isDetermined)
    else { return quantity }
    var quantity = quantity
    // "the mayor, his driver and two guards": the tree may take the driver for a description of the mayor.
    let described =
      isMember ? members.flatMap { context.tree.children(of: $0, .apposition) }.count(where: isBesideSpouse) : 0
    let number = members.count + (isBesideSpouse(first) ? 1 : 0) + described
    quantity.minimum = quantity.minimum.map { $0 + number }
    quantity.maximum = quantity.maximum.map { $0 + number }
    return quantity
  }

  /// "Ana Belo, her husband and 94 others": the tree may take the second for a description of the first.
  private func isBesideSpouse(_ noun: Int) -> Bool {
    guard document.relations[noun] == .apposition, let person = context.tree.head(of: noun) else { return false }
    return isOnePerson(person)
      && context.tree.children(of: noun, .possessiveModifier).contains { ["his", "her"].contains(words[$0]) }
  }

  /// Whether a noun is one certain person: "their driver", "the pilot".
  private func isDetermined(_ noun: Int) -> Bool {
    context.tree.child(of: noun, .determiner, .possessiveModifier) != nil
  }

  private func isOnePerson(_ noun: Int) -> Bool {
    guard ["NN", "NNP"].contains(document.pennTags[noun]) else { return false }
    let lemma = document.lemmas[noun].lowercased()
    if context.knowledge.peopleWords[lemma] == "person" || context.knowledge.titles[lemma] != nil { return true }
    return context.document.entities.contains { $0.kind == .person && $0.tokens.contains(noun) }
  }

  /// The quantity whose list this one goes on with: "five children and two drivers".
  func first(of quantity: Quantity, among earlier: ArraySlice<Quantity>) -> Quantity? {
    guard !isPlaced(quantity), !isAlternative(quantity) else { return nil }
    let isConjunct = document.relations[quantity.node] == .conjunct
    // "of 1,867 Ruritanians and of 67 Graustarkers": two figures.
    let isApart = context.tree.children(of: quantity.node, .caseMarking).contains { words[$0] == "of" }
    if isConjunct, isApart { return nil }
    if isConjunct || document.relations[quantity.node] == .apposition && context.isInTitle(quantity.node) {
      var head = document.heads[quantity.node]
      if let first = earlier.last(where: { $0.node == head }) { return first }
      // "five children in a church bus and two drivers": nobody harms a bus.
      for _ in 0..<2 where isPersonNoun(quantity.node) {
        guard [.nominalModifier, .oblique].contains(document.relations[head]), !isPersonNoun(head),
          let next = context.tree.head(of: head)
        else { break }
        head = next
        if let first = earlier.last(where: { $0.node == head }), isPersonNoun(head) { return first }
      }
    }
    guard let last = earlier.last, isNext(quantity, after: last), !isPredicate(quantity) else { return nil }
    return last
  }

  /// Whether a quantity stands behind another with nothing but a comma or "and" between: "a couple, their three children".
  func isNext(_ quantity: Quantity, after previous: Quantity?) -> Bool {
    guard let previous, isSpecific(previous), isSpecific(quantity) else { return false }
    let start = max(previous.counted ?? previous.numberEnd, previous.numberEnd) + 1
    guard start <= quantity.tokens.lowerBound, quantity.tokens.lowerBound - start <= 3 else { return false }
    let between = (start..<quantity.tokens.lowerBound).map { words[$0] }
    if between == [","], isDescription(quantity, of: previous) { return false }
    return !between.isEmpty && between.allSatisfy { [",", "and", "their", "his", "her", "its", "the"].contains($0) }
      && (between.contains(",") || between.contains("and"))
  }

  /// "One suspect, a man aged 22, was held": one person told again between commas.
  private func isDescription(_ quantity: Quantity, of previous: Quantity) -> Bool {
    guard quantity.isIndefinite, previous.minimum == 1, previous.maximum == 1, let noun = quantity.counted else {
      return false
    }
    let sentence = document.sentences[context.tree.sentenceOfToken[noun]].tokens
    let closing = (noun + 1..<sentence.upperBound).first { words[$0] == "," }
    return closing.map { comma in
      comma + 1 < sentence.upperBound && words[comma + 1] != "and" && words[comma + 1] != "a"
        && !(noun + 1..<comma).contains { words[$0] == "and" }
    } ?? false
  }

  /// Whether a quantity counts people of one kind, so that what follows it are others, not the same told again.
  private func isSpecific(_ quantity: Quantity) -> Bool {
    guard let noun = quantity.counted else { return words[quantity.numberEnd] == "couple" }
    return isPersonNoun(noun)
      && (!context.knowledge.wordClasses.contains(document.lemmas[noun], in: .wholeNoun)
        || document.lemmas[noun] == "other")
  }

  /// Whether a quantity is the subject of a verb of its own.
  private func isPredicate(_ quantity: Quantity) -> Bool {
    document.relations[quantity.node].universal == "nsubj"
  }

  private func isAlternative(_ quantity: Quantity) -> Bool {
    context.tree.children(of: quantity.node, .coordination).contains { words[$0] == "or" }
  }

  private func isPersonNoun(_ token: Int) -> Bool {
    context.knowledge.peopleWords[document.lemmas[token]] == "person"
      || context.knowledge.countries.country(ofPeople: NameKey.fold(document.lemmas[token].lowercased())) != nil
  }
}
