import Knowledge
import LanguageAnalysis

/// One figure as a sentence gives it, not yet tied to its cause, place and source.
struct Figure: Sendable, Hashable {
  var quantity: Quantity
  var harm: Harm
  /// Position among the figures of the article of the one that this is a part of.
  var partOf: Int?
  /// Whether it is a part of a figure that stands elsewhere: "two of the dead".
  var isPart = false
  /// The tokens of number and people; several where figures of one list are added.
  var tokens: Range<Int>
}

/// Reads the figures of a sentence: quantities with what became of the people, lists added up, parts tied to the whole.
struct FigureReader {
  private let context: ArticleContext
  private let scanner: QuantityScanner
  private let tree: HarmReader
  private let wording: HarmWording
  private let parts: PartReader
  private var document: Document { context.document }
  private var words: [String] { context.words }

  init(context: ArticleContext, times: TimeResolver) {
    self.context = context
    scanner = QuantityScanner(context: context, times: times)
    tree = HarmReader(context: context)
    wording = HarmWording(context: context)
    parts = PartReader(context: context)
  }

  /// The figures of a sentence, given those that stand before them in the article.
  func figures(in sentence: Range<Int>, after told: [Figure]) -> [Figure] {
    let count = told.count
    var figures: [Figure] = []
    var lists: [Int: Int] = [:]
    var pending: Quantity?
    let quantities = scanner.quantities(in: sentence)
    for (index, quantity) in quantities.enumerated() {
      if quantity.isIndefinite, quantity.counted == nil, words[quantity.numberEnd] != "another" { continue }
      let previous = index > 0 ? quantities[index - 1] : nil
      if let first = listMember(quantity, of: quantities[..<index]), let position = lists[first.node],
        figures[position].quantity.isExact, quantity.isExact, !quantity.isFormer, !isPlaced(quantity),
        !quantity.isIndefinite || isPersonLike(quantity)
      {
        if isOwn(quantity, harm: figures[position].harm) {
          figures[position] = sum(figures[position], quantity)
          lists[quantity.node] = position
          continue
        }
      }
      if let whole = parts.isPart(quantity, of: previous, in: sentence), let last = figures.last {
        if quantity.isIndefinite, !isPersonLike(quantity) { continue }
        let own = tree.harms(of: quantity).first
        guard own == nil || own?.outcome == last.harm.outcome || whole else {
          figures.append(figure(quantity, own ?? last.harm))
          continue
        }
        var part = figure(quantity, own ?? last.harm)
        part.partOf = count + (figures.firstIndex { $0.partOf == nil && $0.harm == last.harm } ?? figures.count - 1)
        figures.append(part)
        continue
      }
      let known = (told.suffix(6) + figures).map(\.harm.outcome)
      if let harm = parts.harm(ofPart: quantity, known: known.contains(.killed) ? .killed : known.last),
        isCounted(quantity)
      {
        var part = figure(quantity, harm)
        part.isPart = true
        figures.append(part)
        continue
      }
      var harms = tree.harms(of: quantity)
      if harms.isEmpty, !parts.isWhole(quantity, of: previous) {
        harms = wording.harm(of: quantity, in: sentence).map { [$0] } ?? []
      }
      if harms.isEmpty, let last = known.last, let harm = wording.repeated(quantity, after: last, in: sentence) {
        harms = [harm]
      }
      if harms.isEmpty, let last = figures.last, isGapped(quantity, after: previous, last: last, in: sentence) {
        harms = [last.harm]
        if last.partOf != nil || last.isPart {
          var part = figure(quantity, last.harm)
          part.partOf = last.partOf
          part.isPart = last.isPart
          figures.append(part)
          continue
        }
      }
      let isUntold = pending.map { isSubjectList($0, quantity) } ?? false
      for harm in joined(harms) where isFigure(quantity, harm) {
        lists[quantity.node] = lists[quantity.node] ?? figures.count
        let counted = quantities.map(\.node)
        var figure = figure(withNamed(quantity, besides: counted), harm)
        if isUntold, let pending { figure = sum(figure, pending) }
        figures.append(figure)
      }
      pending = harms.isEmpty ? quantity : nil
    }
    return figures
  }

  private func figure(_ quantity: Quantity, _ harm: Harm) -> Figure {
    let end = max(quantity.numberEnd, min(quantity.counted ?? 0, quantity.numberEnd + 8)) + 1
    return Figure(
      quantity: quantity,
      harm: harm,
      partOf: nil,
      tokens: quantity.tokens.lowerBound..<max(end, quantity.tokens.upperBound)
    )
  }

  /// "killed or wounded" is one figure of people affected.
  private func joined(_ harms: [Harm]) -> [Harm] {
    guard harms.count == 2, let first = harms.first, let second = harms.last, first.outcome != second.outcome else {
      return harms
    }
    let between = min(first.cue, second.cue)..<max(first.cue, second.cue)
    guard between.contains(where: { words[$0] == "or" }) else { return harms }
    var both = first
    both.outcome = .affected
    both.foundBy += "+" + second.foundBy
    return [both]
  }

  // MARK: Which quantities are figures

  private func isCounted(_ quantity: Quantity) -> Bool {
    quantity.minimum != 0 && (quantity.isIndefinite ? isPersonLike(quantity) : quantity.minimum != nil)
  }

  private func isFigure(_ quantity: Quantity, _ harm: Harm) -> Bool {
    guard !harm.isUnreal else { return false }
    if quantity.isIndefinite {
      return [.killed, .injured, .detained, .missing].contains(harm.outcome) && isPersonLike(quantity)
        && !harm.foundBy.hasSuffix(".words") && quantity.counted != harm.cue
    }
    if quantity.minimum == 0 {
      return quantity.counted == nil || quantity.counted != harm.cue || !isFollowedByLeft(quantity)
    }
    if harm.outcome == .affected, let noun = quantity.counted, noun != harm.cue, !isAffectable(noun) { return false }
    if words[harm.cue] == "casualties", quantity.bound == .vague, quantity.minimum == nil { return false }
    return quantity.minimum != nil || quantity.maximum != nil
  }

  /// Whether a noun counts people who can be affected: "residents", "families", but not "river basins".
  private func isAffectable(_ noun: Int) -> Bool {
    let lemma = document.lemmas[noun]
    return context.knowledge.peopleWords[lemma] != nil
      || ["individual", "household", "life", "customer", "case", "infection", "other", "more", "million"].contains(
        lemma
      )
  }

  private func isFollowedByLeft(_ quantity: Quantity) -> Bool {
    let next = (quantity.counted ?? quantity.numberEnd) + 1
    return next < document.tokenCount && words[next] == "left"
  }

  /// Whether "a" counts a person: a singular noun of the table of people.
  private func isPersonLike(_ quantity: Quantity) -> Bool {
    if quantity.counted == nil { return words[quantity.numberEnd] == "another" }
    guard let noun = quantity.counted, ["NN", "NNP", "JJ"].contains(document.pennTags[noun]) else { return false }
    let lemma = document.lemmas[noun]
    return context.knowledge.peopleWords[lemma] == "person" || context.knowledge.titles[lemma] != nil
  }

  // MARK: Lists

  /// Whether a bare number is followed by where it counts: "36 in the north".
  private func isPlaced(_ quantity: Quantity) -> Bool {
    let next = quantity.numberEnd + 1
    return quantity.counted == nil && next < document.tokenCount
      && ["in", "at", "from", "near", "each"].contains(words[next])
  }

  /// A quantity with the single people added that a list names beside it: "the mayor and two others", "four nurses and
  /// their driver".
  private func withNamed(_ quantity: Quantity, besides counted: [Int]) -> Quantity {
    guard !quantity.isIndefinite, quantity.minimum.map({ $0 > 0 }) == true, [.exact, .atLeast].contains(quantity.bound)
    else { return quantity }
    let isMember = document.relations[quantity.node] == .conjunct
    let first = isMember ? document.heads[quantity.node] : quantity.node
    let members = context.tree.conjuncts(of: first).filter { $0 != quantity.node && !counted.contains($0) }
    guard !members.isEmpty, isMember == (members.first == first), members.allSatisfy(isOnePerson),
      isMember || members.allSatisfy(isDetermined)
    else { return quantity }
    var quantity = quantity
    quantity.minimum = quantity.minimum.map { $0 + members.count }
    quantity.maximum = quantity.maximum.map { $0 + members.count }
    return quantity
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
  private func listMember(_ quantity: Quantity, of earlier: ArraySlice<Quantity>) -> Quantity? {
    guard !quantity.isFormer,
      !context.tree.children(of: quantity.node, .coordination).contains(where: { words[$0] == "or" })
    else { return nil }
    switch document.relations[quantity.node] {
    case .conjunct: break
    case .apposition where context.isInTitle(quantity.node): break
    default: return nil
    }
    var head = document.heads[quantity.node]
    if let first = earlier.last(where: { $0.node == head }) { return first }
    // "five children in a church bus and two drivers": nobody harms a bus.
    guard isPersonNoun(quantity.node) else { return nil }
    for _ in 0..<2 {
      guard [.nominalModifier, .oblique].contains(document.relations[head]), !isPersonNoun(head),
        let next = context.tree.head(of: head)
      else { return nil }
      head = next
      if let first = earlier.last(where: { $0.node == head }), isPersonNoun(head) { return first }
    }
    return nil
  }

  private func isPersonNoun(_ token: Int) -> Bool {
    context.knowledge.peopleWords[document.lemmas[token]] == "person"
  }

  /// Whether two quantities share the verb that only the later one hangs on: "22 demonstrators and 9 officers were hurt".
  private func isSubjectList(_ first: Quantity, _ second: Quantity) -> Bool {
    guard first.isExact, second.isExact, !first.isIndefinite, let noun = first.counted, isPersonNoun(noun),
      document.relations[second.node].universal == "nsubj", second.tokens.lowerBound == noun + 2
    else { return false }
    return words[noun + 1] == "and"
  }

  /// Whether a member of a list has no harm of its own that differs.
  private func isOwn(_ quantity: Quantity, harm: Harm) -> Bool {
    if quantity.counted.map({ context.knowledge.casualtyWords.entries(.noun, document.lemmas[$0]).isEmpty }) == false {
      return false
    }
    return tree.harms(of: quantity).allSatisfy { $0.outcome == harm.outcome }
  }

  private func sum(_ figure: Figure, _ more: Quantity) -> Figure {
    var figure = figure
    figure.quantity.minimum = (figure.quantity.minimum ?? 0) + (more.minimum ?? 0)
    figure.quantity.maximum = (figure.quantity.maximum ?? 0) + (more.maximum ?? 0)
    figure.quantity.isIndefinite = false
    let start = min(figure.tokens.lowerBound, more.tokens.lowerBound)
    figure.tokens = start..<max(figure.tokens.upperBound, (more.counted ?? more.numberEnd) + 1)
    return figure
  }

  /// "36 in North Cotabato, 29 in South Cotabato": a number of a list whose verb is left out.
  private func isGapped(_ quantity: Quantity, after previous: Quantity?, last: Figure, in sentence: Range<Int>) -> Bool
  {
    guard let previous, previous.tokens == last.quantity.tokens, quantity.counted == nil,
      !quantity.isIndefinite || words[quantity.numberEnd] == "another"
    else {
      return false
    }
    let next = quantity.numberEnd + 1
    let start = quantity.tokens.lowerBound
    if start >= sentence.lowerBound + 2, words[start - 2] == "as", ["were", "was"].contains(words[start - 1]) {
      return true
    }
    guard next < sentence.upperBound, ["in", "at", "from", "near", "on", "for"].contains(words[next]) else {
      return false
    }
    if quantity.isIndefinite, words[next] != "for" { return false }
    return [",", "and", ";"].contains(words[start - 1]) && start - previous.numberEnd <= 14
      && !(previous.numberEnd..<start).contains { document.partsOfSpeech[$0] == .verb && $0 > last.harm.cue }
  }
}
