import Knowledge
import LanguageAnalysis

// Which numbers count people.
extension QuantityScanner {
  /// Whether a number may count people: no age, date, sum of money, name or measure.
  func isCount(_ number: ReadNumber, in sentence: Range<Int>) -> Bool {
    let start = number.tokens.lowerBound
    let next = number.tokens.upperBound
    let before = start > sentence.lowerBound ? words[start - 1] : ""
    let after = next < sentence.upperBound ? words[next] : ""
    if context.knowledge.wordClasses.contains(before, in: .numberedThing) || after == "]" { return false }
    // "29,000 children under five"
    if ["under", "over", "below", "above", "aged"].contains(before), start >= sentence.lowerBound + 2,
      context.knowledge.peopleWords[document.lemmas[start - 2]] == "person",
      next >= sentence.upperBound || !document.partsOfSpeech[next].isNoun
    {
      return false
    }
    // "aged between 22 and 94"
    let above = max(sentence.lowerBound, start - 4)..<start
    if let aged = above.last(where: { ["aged", "ages"].contains(words[$0]) }),
      !(aged + 1..<start).contains(where: { document.partsOfSpeech[$0].isNoun || words[$0] == "," })
    {
      return false
    }
    // "two deaths, both of them in Orso"
    if words[start] == "both", after == "of" { return false }
    // "a man of 61"
    if before == "of", start >= sentence.lowerBound + 3, ["a", "an"].contains(words[start - 3]),
      document.pennTags[start - 2] == "NN",
      context.knowledge.peopleWords[document.lemmas[start - 2]] == "person",
      next >= sentence.upperBound || !document.partsOfSpeech[next].isNoun
    {
      return false
    }
    if isFractioned(start, in: sentence) { return false }
    // "one in five families"
    if words[start] == "one", after == "in", next + 1 < sentence.upperBound,
      reader.number(at: next + 1, end: sentence.upperBound)?.isIndefinite == false
    {
      return false
    }
    if before == "in", start >= sentence.lowerBound + 2, words[start - 2] == "one" { return false }
    // "all but three of them soldiers"
    if before == "but", start >= sentence.lowerBound + 2, words[start - 2] == "all" { return false }
    // "rose by 25 to 300"
    if before == "by", after == "to", next + 1 < sentence.upperBound,
      reader.number(at: next + 1, end: sentence.upperBound) != nil
    {
      return false
    }
    if isYear(number, in: sentence) { return false }
    if before.hasSuffix("$") || ["€", "£", "¥", "₹", "us$"].contains(before) { return false }
    let isCompound =
      next + 1 < sentence.upperBound && (document.partsOfSpeech[next + 1].isNoun || words[next + 1] == "-")
    if (context.knowledge.casualtyWords.isThing(after) && !isCompound) || after == "%" || after == "/" || after == ":" {
      return false
    }
    if after == "-", next + 1 < sentence.upperBound, reader.number(at: next + 1, end: sentence.upperBound) == nil {
      return false
    }
    if number.tokens.count == 1, words[start] == "one",
      ["the", "this", "that", "each", "every", "any", "which", "no"].contains(before)
        && document.partsOfSpeech[start - 1] != .subordinatingConjunction
        || document.partsOfSpeech[start] == .pronoun && after != "of" && before != "only" && isGeneric(start)
    {
      return false
    }
    if context.knowledge.wordClasses.contains(after, in: .fractionNoun) {
      return false
    }
    if isAge(start, before: before, after: after, in: sentence) { return false }
    if NumberReader.digits(words[start]) != nil {
      let head = document.heads[start]
      if head == start - 1, document.partsOfSpeech[head].isNoun, document.relations[start] == .numericModifier,
        !document.partsOfSpeech[min(next, sentence.upperBound - 1)].isNoun || after == "",
        context.knowledge.casualtyWords.entries(.noun, document.lemmas[head]).isEmpty,
        !document.entities.contains(where: { $0.kind == .place && $0.tokens.contains(head) })
      {
        return false
      }
    }
    if let expression = times.expression(overlapping: number.tokens), !number.isIndefinite {
      return !(expression.tokens.contains(start) && expression.tokens.contains(next - 1))
    }
    return true
  }

  /// "90 percent of the town's 20,000 people": a number of whom only a part is told of.
  private func isFractioned(_ start: Int, in sentence: Range<Int>) -> Bool {
    let near = max(sentence.lowerBound, start - 5)..<start
    guard let of = near.last(where: { words[$0] == "of" }), of > sentence.lowerBound,
      ["percent", "%"].contains(words[of - 1]) || words[of - 1] == "cent"
    else { return false }
    return (of + 1..<start).allSatisfy { token in
      document.partsOfSpeech[token].isNoun || document.partsOfSpeech[token] == .determiner
        || ["'s", "’s", "its", "their"].contains(words[token])
    }
  }

  /// "his 2016 arrest": a year before a single thing.
  private func isYear(_ number: ReadNumber, in sentence: Range<Int>) -> Bool {
    let next = number.tokens.upperBound
    guard number.tokens.count == 1, let value = number.value, (1_800...2_099).contains(value),
      words[number.tokens.lowerBound].count == 4, next < sentence.upperBound
    else { return false }
    return document.pennTags[next] == "NN" && document.lemmas[next] != "dead"
  }

  /// "one" that stands for people in general or for a thing told before.
  private func isGeneric(_ token: Int) -> Bool { document.pennTags[token] == "PRP" }

  /// "Smith, 23, …", "Smith (23)".
  private func isAge(_ token: Int, before: String, after: String, in sentence: Range<Int>) -> Bool {
    guard [",", "("].contains(before), [",", ")", ";"].contains(after), token >= sentence.lowerBound + 2 else {
      return false
    }
    if document.partsOfSpeech[token - 2] == .properNoun { return true }
    // "The gunman, 19, died."
    let noun = token - 2
    return before == "," && after == "," && document.pennTags[noun] == "NN"
      && context.knowledge.peopleWords[document.lemmas[noun]] == "person"
  }
}
