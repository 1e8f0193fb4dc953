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
  let context: ArticleContext
  private let scanner: QuantityScanner
  private let tree: HarmReader
  private let wording: HarmWording
  private let parts: PartReader
  private let lists: ListReader
  var document: Document { context.document }
  var words: [String] { context.words }

  init(context: ArticleContext, times: TimeResolver) {
    self.context = context
    scanner = QuantityScanner(context: context, times: times)
    tree = HarmReader(context: context)
    wording = HarmWording(context: context)
    parts = PartReader(context: context)
    lists = ListReader(context: context)
  }

  /// What has been read of a sentence.
  private struct Reading {
    /// Number of figures before the sentence.
    let count: Int
    /// What became of the people of the figures told last.
    var known: [CasualtyFact.Outcome]
    var figures: [Figure] = []
    /// Positions of the figures that a list can go on with, by the node of each member.
    var lists: [Int: Int] = [:]
    /// Members of a list of which nothing is told yet: "22 demonstrators and 9 officers were hurt".
    var untold: [Quantity] = []

    mutating func add(_ figure: Figure) {
      figures.append(figure)
      known.append(figure.harm.outcome)
    }
  }

  /// The figures of a sentence, given those that stand before them in the article.
  func figures(in sentence: Range<Int>, after told: [Figure]) -> [Figure] {
    var reading = Reading(count: told.count, known: told.suffix(6).map(\.harm.outcome))
    let quantities = scanner.quantities(in: sentence)
    for (index, quantity) in quantities.enumerated() {
      if quantity.isIndefinite, quantity.counted == nil, words[quantity.numberEnd] != "another" { continue }
      if isWholeOfNext(quantity, among: quantities[(index + 1)...], in: sentence) { continue }
      if isBreakdown(index, of: quantities) { continue }
      let earlier = quantities[..<index]
      if isHome(quantity, of: earlier.last) { continue }
      if parts.isWholeOwned(quantity, of: earlier.last) { continue }
      if goesOn(quantity, after: earlier, in: &reading) { continue }
      if addsPart(quantity, after: earlier.last, in: sentence, to: &reading) { continue }
      let harms = harms(of: quantity, after: earlier.last, in: sentence, reading)
      let untold = lists.isNext(quantity, after: earlier.last) ? reading.untold : []
      let named = lists.withNamed(quantity, besides: quantities.map(\.node))
      for harm in joined(harms) where isFigure(quantity, harm, isListed: !untold.isEmpty) {
        reading.lists[quantity.node] = reading.lists[quantity.node] ?? reading.figures.count
        reading.add(untold.reduce(figure(named, harm), sum))
      }
      reading.untold = harms.isEmpty && quantity.isExact && !quantity.isIndefinite ? untold + [quantity] : []
    }
    return reading.figures
  }

  /// "37,000 people from 6,600 families": those of whom the people are.
  private func isHome(_ quantity: Quantity, of previous: Quantity?) -> Bool {
    guard let people = previous?.counted else { return false }
    return people == quantity.tokens.lowerBound - 2 && ["from", "in"].contains(words[people + 1])
      && quantity.counted.map { ["family", "household"].contains(document.lemmas[$0]) } ?? false
  }

  /// "Sixteen others, twelve adults and four children, were hurt": the members of the list are the people before it.
  private func isBreakdown(_ index: Int, of quantities: [Quantity]) -> Bool {
    var first = index
    while first > 0, lists.isNext(quantities[first], after: quantities[first - 1]) || isBesideOthers(first, quantities)
    {
      first -= 1
    }
    guard first < index, quantities[first].isExact, let total = quantities[first].minimum, total > 2 else {
      return false
    }
    var sum = 0
    var last = first + 1
    while last < quantities.count, sum < total,
      last == first + 1 || lists.isNext(quantities[last], after: quantities[last - 1])
    {
      guard quantities[last].isExact, let number = quantities[last].minimum else { return false }
      sum += number
      last += 1
    }
    return sum == total && last > first + 2 && index < last
  }

  /// "Sixteen others, twelve adults": only a comma between.
  private func isBesideOthers(_ index: Int, _ quantities: [Quantity]) -> Bool {
    let (previous, quantity) = (quantities[index - 1], quantities[index])
    let start = max(previous.counted ?? previous.numberEnd, previous.numberEnd) + 1
    return start + 1 == quantity.tokens.lowerBound && words[start] == ","
  }

  /// "Of the 476 people aboard, 174 were rescued": nothing is told of all of them.
  private func isWholeOfNext(_ quantity: Quantity, among later: ArraySlice<Quantity>, in sentence: Range<Int>) -> Bool {
    let start = quantity.tokens.lowerBound
    guard start >= sentence.lowerBound + 2, ["the", "its", "their", "those"].contains(words[start - 1]),
      words[start - 2] == "of", start - 2 == sentence.lowerBound || [",", ";"].contains(words[start - 3]),
      let next = later.first
    else { return false }
    // "Of the 1,517 who perished, only 337 were found"
    if let own = tree.harms(of: quantity).first, own.cue < next.tokens.lowerBound { return false }
    return (quantity.numberEnd..<next.tokens.lowerBound).contains { words[$0] == "," }
  }

  /// Adds a quantity to the figure whose list it goes on with.
  private func goesOn(_ quantity: Quantity, after earlier: ArraySlice<Quantity>, in reading: inout Reading) -> Bool {
    guard !quantity.isFormer, !quantity.isIndefinite || isPersonLike(quantity),
      let first = lists.first(of: quantity, among: earlier), let position = reading.lists[first.node],
      reading.figures[position].quantity.canTake(quantity, after: first),
      isOwn(quantity, harm: reading.figures[position].harm)
    else { return false }
    // "killed six people, five in cars and one on foot": the members are the six.
    let members = earlier.filter { $0.tokens.lowerBound > first.tokens.lowerBound } + [quantity]
    let isOfAll = first.counted.map {
      ["person", "other", "victim", "resident", "passenger"].contains(document.lemmas[$0])
    }
    if isOfAll ?? false, members.count > 1, members.reduce(0, { $0 + ($1.minimum ?? 0) }) == first.minimum {
      return true
    }
    reading.figures[position] = sum(reading.figures[position], quantity)
    reading.lists[quantity.node] = position
    return true
  }

  /// Adds a quantity that is a part of a figure beside it or told elsewhere.
  private func addsPart(
    _ quantity: Quantity,
    after previous: Quantity?,
    in sentence: Range<Int>,
    to reading: inout Reading
  ) -> Bool {
    if let mayStandAlone = parts.isPart(quantity, of: previous, in: sentence), let last = reading.figures.last {
      addPart(quantity, of: last, mayStandAlone: mayStandAlone, in: sentence, to: &reading)
      return true
    }
    if let last = reading.figures.last, parts.isGrade(quantity, of: last, in: sentence) {
      var part = figure(quantity, last.harm)
      part.partOf = reading.count + reading.figures.count - 1
      reading.add(part)
      return true
    }
    let known = reading.known.contains(.killed) ? .killed : reading.known.last
    if let harm = parts.harm(ofPart: quantity, known: known), isCounted(quantity) {
      let named = lists.withNamed(quantity, besides: [])
      var part = figure(named, harm)
      part.isPart = true
      // "including a gardener and four guards"; named people are added already.
      if named == quantity { reading.lists[quantity.node] = reading.figures.count }
      reading.add(part)
      return true
    }
    if let last = reading.figures.last, last.partOf != nil || last.isPart, tree.harms(of: quantity).isEmpty,
      isGapped(quantity, after: previous, last: last, in: sentence)
    {
      var part = figure(quantity, last.harm)
      part.partOf = last.partOf
      part.isPart = last.isPart
      reading.add(part)
      return true
    }
    return false
  }

  /// Adds a quantity that its words call a part of the figure before it, where it gives a number of its own.
  private func addPart(
    _ quantity: Quantity,
    of last: Figure,
    mayStandAlone: Bool,
    in sentence: Range<Int>,
    to reading: inout Reading
  ) {
    // "many of them children" gives no number.
    if quantity.minimum == nil, quantity.maximum == nil { return }
    if quantity.isIndefinite, !isPersonLike(quantity) { return }
    let told = parts.fatal(quantity, in: sentence) ?? tree.harms(of: quantity).first
    // "killed 34 people, including ten who were trapped": what befell them before tells less.
    let own = told?.outcome == .affected && last.harm.outcome == .killed ? nil : told
    // "28 were held, and nine of them were later convicted": of those another thing is told.
    if own == nil, !mayStandAlone, isSubjectOfVerb(quantity) { return }
    var part = figure(quantity, own ?? last.harm)
    if own == nil || own?.outcome == last.harm.outcome || mayStandAlone {
      let whole = reading.figures.lastIndex { $0.partOf == nil && $0.harm == last.harm }
      part.partOf = reading.count + (whole ?? reading.figures.count - 1)
    }
    // "a mother and her two sons" are one part.
    if quantity.isIndefinite { reading.lists[quantity.node] = reading.figures.count }
    reading.add(part)
  }

  private func isSubjectOfVerb(_ quantity: Quantity) -> Bool {
    guard document.relations[quantity.node].universal == "nsubj" else { return false }
    let verb = document.heads[quantity.node]
    return document.partsOfSpeech[verb] == .verb
  }

  private func harms(of quantity: Quantity, after previous: Quantity?, in sentence: Range<Int>, _ reading: Reading)
    -> [Harm]
  {
    let harms = tree.harms(of: quantity)
    if !harms.isEmpty { return harms }
    // "reported 800 infections, taking its total to 3,000, and 17 deaths"
    if let last = reading.figures.last,
      let harm = wording.repeated(quantity, after: last.harm.outcome, in: sentence)
    {
      return [harm]
    }
    if !parts.isWhole(quantity, of: previous), let harm = wording.harm(of: quantity, in: sentence) { return [harm] }
    if let last = reading.known.last, let harm = wording.repeated(quantity, after: last, in: sentence) { return [harm] }
    if let last = reading.figures.last,
      isGapped(quantity, after: previous, last: last, in: sentence) || isOfOthers(quantity)
    {
      return [last.harm]
    }
    return []
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

  /// "five counts of murder and seven of attempted murder", "charges of multiple homicide": what is counted are charges.
  private func isOfCharges(_ quantity: Quantity, _ harm: Harm) -> Bool {
    (quantity.counted == nil || quantity.counted == harm.cue) && context.isChargedWith(harm.cue)
  }

  private func isFigure(_ quantity: Quantity, _ harm: Harm, isListed: Bool) -> Bool {
    if harm.outcome == .displaced, tree.isFugitive(quantity.counted ?? quantity.node) { return false }
    if isOfCharges(quantity, harm) { return false }
    guard !harm.isUnreal else { return false }
    // "Another death occurred in Orso"
    if quantity.isIndefinite, words[quantity.numberEnd] == "another", quantity.counted == harm.cue { return true }
    if quantity.isIndefinite, !isListed || !isPersonLike(quantity) {
      return [.killed, .injured, .detained, .missing].contains(harm.outcome) && isPersonLike(quantity)
        && !harm.foundBy.hasSuffix(".words") && quantity.counted != harm.cue
    }
    if quantity.minimum == 0, [.rescued, .detained].contains(harm.outcome) { return false }
    if quantity.minimum == 0 {
      return quantity.counted == nil || quantity.counted != harm.cue || !isFollowedByLeft(quantity)
    }
    if harm.outcome == .affected, let noun = quantity.counted, noun != harm.cue, !isAffectable(noun, by: harm.cue) {
      return false
    }
    if words[harm.cue] == "casualties", quantity.bound == .vague, quantity.minimum == nil { return false }
    return quantity.minimum != nil || quantity.maximum != nil
  }

  /// Whether a noun counts people who can be affected: "residents", "families", but not "river basins".
  private func isAffectable(_ noun: Int, by cue: Int) -> Bool {
    let lemma = document.lemmas[noun]
    if context.knowledge.wordClasses.contains(document.lemmas[cue], in: .strandingVerb),
      document.pennTags[noun] == "NNS"
    {
      return true
    }
    return context.knowledge.peopleWords[lemma] != nil
      || context.knowledge.countries.country(ofPeople: NameKey.fold(lemma)) != nil
      || context.knowledge.wordClasses.contains(lemma, in: .affectedNoun)
  }

  private func isFollowedByLeft(_ quantity: Quantity) -> Bool {
    let next = (quantity.counted ?? quantity.numberEnd) + 1
    return next < document.tokenCount && words[next] == "left"
  }

  /// Whether "a" counts a person: a singular noun of the table of people.
  private func isPersonLike(_ quantity: Quantity) -> Bool {
    if quantity.counted == nil { return words[quantity.numberEnd] == "another" }
    guard let noun = quantity.counted, ["NN", "NNP", "JJ"].contains(document.pennTags[noun]) else { return false }
    let lemma = document.lemmas[noun].lowercased()
    return context.knowledge.peopleWords[lemma] == "person" || context.knowledge.titles[lemma] != nil
      || context.knowledge.countries.country(ofPeople: NameKey.fold(lemma)) != nil
  }

  // MARK: Lists

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
    figure.quantity.maximum = figure.quantity.maximum.flatMap { known in more.maximum.map { known + $0 } }
    if more.bound == .atLeast { figure.quantity.bound = .atLeast }
    figure.quantity.isIndefinite = false
    let start = min(figure.tokens.lowerBound, more.tokens.lowerBound)
    figure.tokens = start..<max(figure.tokens.upperBound, (more.counted ?? more.numberEnd) + 1)
    return figure
  }
}
