import Knowledge
import LanguageAnalysis

/// Finds the quantities of a sentence that may count people, with their hedges; ages, dates, money, distances and
/// numbers of things are left out.
struct QuantityScanner {
  let context: ArticleContext
  let times: TimeResolver
  let reader: NumberReader
  var words: [String] { context.words }
  var document: Document { context.document }

  init(context: ArticleContext, times: TimeResolver) {
    self.context = context
    self.times = times
    reader = NumberReader(context: context)
  }

  /// The quantities of a sentence in the order of the text.
  func quantities(in sentence: Range<Int>) -> [Quantity] {
    var found: [Quantity] = []
    var position = sentence.lowerBound
    while position < sentence.upperBound {
      if let quantity = remainder(at: position, in: sentence) ?? zero(at: position, in: sentence)
        ?? ordinal(at: position, in: sentence)
      {
        found.append(quantity)
        position = quantity.numberEnd + 1
      } else if let number = reader.number(at: position, end: sentence.upperBound) {
        if isFurther(number, in: sentence) {
          position = number.tokens.upperBound
        } else if isCount(number, in: sentence), let quantity = quantity(number, in: sentence) {
          found.append(quantity)
          position = quantity.numberEnd + 1
        } else {
          position = number.tokens.upperBound
        }
      } else {
        position += 1
      }
    }
    return found
  }

  /// "a third was wounded": one more person, told by an ordinal alone.
  private func ordinal(at token: Int, in sentence: Range<Int>) -> Quantity? {
    guard words[token] == "a", token + 2 < sentence.upperBound,
      ["second", "third", "fourth", "fifth", "sixth"].contains(words[token + 1]),
      document.partsOfSpeech[token + 2] == .verb || document.partsOfSpeech[token + 2] == .auxiliary
        || document.partsOfSpeech[token + 2] == .adverb
        // "killing two workers and injuring a third"
        || document.partsOfSpeech[token + 2] == .punctuation && token > sentence.lowerBound
          && document.partsOfSpeech[token - 1] == .verb
    else { return nil }
    return Quantity(
      bound: .exact,
      minimum: 1,
      maximum: 1,
      tokens: token..<token + 2,
      numberEnd: token + 1,
      node: token + 1,
      counted: nil
    )
  }

  /// Whether a word only adds to the number behind it: "another" in "another 12".
  private func isFurther(_ number: ReadNumber, in sentence: Range<Int>) -> Bool {
    guard number.isIndefinite, words[number.tokens.lowerBound] == "another",
      let next = reader.number(at: number.tokens.upperBound, end: sentence.upperBound)
    else { return false }
    return !next.isIndefinite && isCount(next, in: sentence)
  }

  // MARK: Numbers with bounds

  private func quantity(_ number: ReadNumber, in sentence: Range<Int>) -> Quantity? {
    var tokens = number.tokens
    if number.isVague {
      return finish(bound: .vague, minimum: number.value, maximum: nil, tokens: tokens, number: tokens, in: sentence)
    }
    guard let value = number.value else { return nil }
    if !number.isIndefinite, let range = range(from: number, value: value, in: sentence) { return range }
    let before = hedgeBefore(tokens.lowerBound, in: sentence)
    if let before { tokens = before.start..<tokens.upperBound }
    var hedge = before?.hedge ?? (number.isRough ? .about : nil)
    let head = node(of: number.tokens, in: sentence)
    if hedge == nil {
      let noun = head.counted.map { $0 + 1 } ?? tokens.upperBound
      for start in [tokens.upperBound, noun] {
        guard let after = hedgeAfter(start, in: sentence) else { continue }
        hedge = after.hedge
        if start == tokens.upperBound { tokens = tokens.lowerBound..<after.end }
        break
      }
    }
    let bounds = Self.bounds(value, hedge)
    var quantity = finish(
      bound: bounds.bound,
      minimum: bounds.minimum,
      maximum: bounds.maximum,
      tokens: tokens,
      number: number.tokens,
      in: sentence
    )
    quantity?.isIndefinite = number.isIndefinite
    quantity?.isFormer = tokens.lowerBound > sentence.lowerBound && words[tokens.lowerBound - 1] == "from"
    return quantity
  }

  private static func bounds(
    _ value: Int,
    _ hedge: NumberTable.Hedge?
  ) -> (bound: CasualtyFact.Bound, minimum: Int?, maximum: Int?) {
    switch hedge {
    case nil: (.exact, value, value)
    case .atLeast: (.atLeast, value, nil)
    case .moreThan: (.moreThan, value + 1, nil)
    case .about: (.about, value, value)
    case .atMost: (.atMost, nil, value)
    case .lessThan: (.atMost, nil, value - 1)
    }
  }

  /// "30 to 40", "between 30 and 40", "two or three".
  private func range(from number: ReadNumber, value: Int, in sentence: Range<Int>) -> Quantity? {
    let next = number.tokens.upperBound
    guard next + 1 < sentence.upperBound, let second = reader.number(at: next + 1, end: sentence.upperBound),
      !second.isVague, !second.isIndefinite, let upper = second.value, upper > value
    else { return nil }
    let before = number.tokens.lowerBound > sentence.lowerBound ? words[number.tokens.lowerBound - 1] : ""
    var start = number.tokens.lowerBound
    // "went up by 6,557 to 53,578"
    if before == "by" { return nil }
    switch words[next] {
    case "to", "-", "–", "—":
      guard before != "from" || isRanging(start - 1, in: sentence) else { return nil }
    case "or": guard upper <= value + 2 || upper * 2 <= value * 3 else { return nil }
    case "and":
      guard before == "between" else { return nil }
      start -= 1
    default: return nil
    }
    var quantity = finish(
      bound: .range,
      minimum: value,
      maximum: upper,
      tokens: start..<second.tokens.upperBound,
      number: second.tokens,
      in: sentence
    )
    let first = node(of: number.tokens, in: sentence).node
    if let node = quantity?.node, second.tokens.contains(node), first >= second.tokens.upperBound {
      // "300–500 people": the tree may tie the people to the first number alone.
      quantity?.node = first
    } else if let node = quantity?.node, second.tokens.contains(node), let people = quantity?.counted,
      words[next] == "and"
    {
      quantity?.node = people
    }
    return quantity
  }

  /// "ranges from five to eight", not "rose from five to eight".
  private func isRanging(_ from: Int, in sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, from - 3)..<from).contains {
      context.knowledge.wordClasses.contains(document.lemmas[$0], in: .rangingVerb)
    }
  }

  private func hedgeBefore(_ token: Int, in sentence: Range<Int>) -> (hedge: NumberTable.Hedge, start: Int)? {
    var last = token - 1
    // "surpassing the 49 killed in Strelsau": another number is compared.
    let isKnown = last >= sentence.lowerBound && words[last] == "the"
    if last >= sentence.lowerBound, ["another", "the", "a", "an", "further"].contains(words[last]) { last -= 1 }
    for _ in 0..<2 {
      guard last >= sentence.lowerBound else { return nil }
      for phrase in context.knowledge.numbers.hedges(endingWith: words[last]) {
        let start = last - phrase.words.count + 1
        guard start >= sentence.lowerBound, Array(words[start...last]) == phrase.words else { continue }
        // "the number went up to 29"
        if phrase.words == ["up", "to"], start > sentence.lowerBound,
          context.knowledge.wordClasses.contains(document.lemmas[start - 1], in: .risingVerb)
        {
          continue
        }
        if phrase.words == ["up", "to"], isTollRaised(before: start, in: sentence) { continue }
        if phrase.words == ["some"] || phrase.words == ["near"], last != token - 1 { continue }
        if isKnown, [.moreThan, .lessThan].contains(phrase.hedge) { continue }
        return (phrase.hedge, start)
      }
      guard words[last] == "of", last > sentence.lowerBound, words[last - 1] == "total" else { return nil }
      last -= 3
    }
    return nil
  }

  /// "which brings the toll up to 12": no bound.
  private func isTollRaised(before token: Int, in sentence: Range<Int>) -> Bool {
    let classes = context.knowledge.wordClasses
    let near = max(sentence.lowerBound, token - 6)..<token
    let isToll = near.contains { token in
      context.knowledge.casualtyWords.entries(.noun, document.lemmas[token]).contains { $0.frame == .toll }
    }
    return isToll
      && near.contains { token in
        classes.contains(document.lemmas[token], in: .summingVerb)
          || classes.contains(document.lemmas[token], in: .tollGivingVerb)
      }
  }

  private func hedgeAfter(_ token: Int, in sentence: Range<Int>) -> (hedge: NumberTable.Hedge, end: Int)? {
    guard token < sentence.upperBound else { return nil }
    for phrase in context.knowledge.numbers.hedges(beginningWith: words[token]) {
      let end = token + phrase.words.count
      guard end <= sentence.upperBound, Array(words[token..<end]) == phrase.words else { continue }
      // "at least" before another number belongs to that one.
      if phrase.words.first != "or", end < sentence.upperBound, reader.number(at: end, end: sentence.upperBound) != nil
      {
        continue
      }
      return (phrase.hedge, end)
    }
    return nil
  }

  // MARK: None, and all but some

  private func zero(at token: Int, in sentence: Range<Int>) -> Quantity? {
    guard case .zero? = context.numberMeanings[token] else { return nil }
    guard !["less", "fewer", "more", "longer"].contains(token + 1 < sentence.upperBound ? words[token + 1] : "") else {
      return nil
    }
    // "no injuries were serious" does not tell that there were none.
    if let noun = context.tree.head(of: token), document.relations[noun] == .subject,
      let state = context.tree.head(of: noun), document.partsOfSpeech[state] == .adjective,
      context.tree.child(of: state, .copula) != nil,
      context.knowledge.casualtyWords.entries(.adjective, words[state]).isEmpty
    {
      return nil
    }
    // "by no means"
    if token > sentence.lowerBound, words[token - 1] == "by" { return nil }
    var number = token..<token + 1
    let next = token + 1 < sentence.upperBound && words[token + 1] == "-" ? token + 2 : token + 1
    if words[token] == "no", next < sentence.upperBound, words[next] == "one" { number = token..<next + 1 }
    return finish(bound: .exact, minimum: 0, maximum: 0, tokens: number, number: number, in: sentence)
  }

  /// "all but one of the sixteen".
  private func remainder(at token: Int, in sentence: Range<Int>) -> Quantity? {
    guard words[token] == "all", token + 4 < sentence.upperBound, words[token + 1] == "but",
      let less = reader.number(at: token + 2, end: sentence.upperBound), let lost = less.value,
      less.tokens.upperBound < sentence.upperBound, words[less.tokens.upperBound] == "of"
    else { return nil }
    var next = less.tokens.upperBound + 1
    if next < sentence.upperBound, ["the", "its", "their", "those"].contains(words[next]) { next += 1 }
    guard let whole = reader.number(at: next, end: sentence.upperBound), let total = whole.value, total >= lost,
      !whole.isVague, !less.isVague
    else { return nil }
    var quantity = finish(
      bound: .exact,
      minimum: total - lost,
      maximum: total - lost,
      tokens: token..<whole.tokens.upperBound,
      number: whole.tokens,
      in: sentence
    )
    if context.tree.head(of: token).map({ $0 > whole.tokens.upperBound }) == true { quantity?.node = token }
    return quantity
  }

  // MARK: What is counted

  private func finish(
    bound: CasualtyFact.Bound,
    minimum: Int?,
    maximum: Int?,
    tokens: Range<Int>,
    number: Range<Int>,
    in sentence: Range<Int>
  ) -> Quantity? {
    let head = node(of: number, in: sentence)
    if let counted = head.counted {
      if countsThings(counted) { return nil }
      // "four deaths per 100,000 people" is a rate.
      if counted + 1 < sentence.upperBound, words[counted + 1] == "per" { return nil }
    }
    return Quantity(
      bound: bound,
      minimum: minimum,
      maximum: maximum,
      tokens: tokens,
      numberEnd: number.upperBound - 1,
      node: head.node,
      counted: head.counted
    )
  }

  /// Whether a noun counts things or animals: "ten houses", "270 swine deaths".
  private func countsThings(_ noun: Int) -> Bool {
    let words = context.knowledge.casualtyWords
    // "22,000 Poles"
    let isNation =
      document.forms[noun].first?.isUppercase ?? false
      && context.knowledge.countries.country(ofPeople: NameKey.fold(document.lemmas[noun])) != nil
    if words.isThing(document.lemmas[noun]), !isNation { return true }
    // "Ten lions died"
    if context.knowledge.wordClasses.contains(document.lemmas[noun], in: .animalNoun) { return true }
    guard !words.entries(.noun, document.lemmas[noun]).isEmpty else { return false }
    return context.tree.children(of: noun, .compound).contains {
      context.knowledge.wordClasses.contains(document.lemmas[$0], in: .animalNoun)
        && !["flu", "influenza", "fever"].contains(self.words[$0 + 1])
    }
  }

  /// The token that stands for the counted people in the tree, and their noun.
  private func node(of number: Range<Int>, in sentence: Range<Int>) -> (node: Int, counted: Int?) {
    let last = number.upperBound - 1
    var node = number.last { !number.contains(document.heads[$0]) || document.heads[$0] == $0 } ?? last
    for _ in 0..<3 {
      guard let head = context.tree.head(of: node), head > node, head < number.upperBound + 10,
        [.numericModifier, .adjectivalModifier, .determiner, .compound, .adverbialModifier, .predeterminer, .fixed]
          .contains(document.relations[node])
          // "twenty more were hurt", whatever the tree has the number be to the others
          || document.relations[node] == .unmarkedOblique && head == node + 1 && words[head] == "more",
        document.partsOfSpeech[head] != .verb,
        // "wounding over 200, hours after it opened"
        number.upperBound >= sentence.upperBound || words[number.upperBound] != ",",
        // "another 128 over three months": no months are counted.
        !(number.upperBound..<max(number.upperBound, head)).contains(where: {
          document.partsOfSpeech[$0] == .adposition && words[$0] != "of"
        })
      else { break }
      node = head
    }
    if node > last, document.partsOfSpeech[node].isNoun { return (node, node) }
    if let counted = nounBehind(number.upperBound, in: sentence) {
      // "with over 967 people reported killed": number and noun hang on the same word.
      let isBeside = counted == number.upperBound && document.heads[counted] == document.heads[node]
      return (isBeside && node == last ? counted : node, counted)
    }
    if let people = peopleBehindAside(number.upperBound, in: sentence) { return (people, people) }
    return (node, nil)
  }

  /// "at least 98 — and possibly as many as 104 — people": whom a number counts behind an aside.
  private func peopleBehindAside(_ start: Int, in sentence: Range<Int>) -> Int? {
    guard start < sentence.upperBound, let closing = ["—": "—", "–": "–", "(": ")"][words[start]],
      let end = (start + 1..<min(sentence.upperBound, start + 10)).first(where: { words[$0] == closing }),
      end + 1 < sentence.upperBound, document.pennTags[end + 1] == "NNS",
      context.knowledge.peopleWords[document.lemmas[end + 1].lowercased()] != nil
    else { return nil }
    return end + 1
  }

  /// The noun of the phrase that goes on behind a number: "people" in "of the local people".
  private func nounBehind(_ start: Int, in sentence: Range<Int>) -> Int? {
    var next = start
    var noun: Int?
    while next < min(sentence.upperBound, start + 8) {
      if document.partsOfSpeech[next].isNoun {
        noun = next
      } else if noun != nil, ["'s", "’s"].contains(words[next]) {
        // "21 of the ship's 48 passengers"
        noun = nil
        if next + 1 < sentence.upperBound, document.partsOfSpeech[next + 1] == .numeral { next += 1 }
      } else {
        guard noun == nil else { break }
        let mayPrecede: [UniversalPartOfSpeech] = [.adjective, .determiner]
        // "bringing to five the number of dead": the noun is not of the five.
        let isOf =
          ["of", "the", "other", "or", "more"].contains(words[next]) && next - start < 4
          && (words[next] != "the" || words[next - 1] == "of")
        let isParticiple = document.pennTags[next] == "VBN" && document.relations[next] == .adjectivalModifier
        guard isOf || isParticiple || mayPrecede.contains(document.partsOfSpeech[next]) else { break }
      }
      next += 1
    }
    return noun
  }
}
