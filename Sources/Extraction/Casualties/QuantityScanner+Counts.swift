import Knowledge
import LanguageAnalysis

// Which numbers count people.
extension QuantityScanner {
  /// Whether a number may count people: no age, date, sum of money, name or measure.
  func isCount(_ number: ReadNumber, in sentence: Range<Int>) -> Bool {
    let place = NumberPlace(number, in: sentence, words: words)
    if isAge(place) || isPart(place) || isChange(place) || isYear(number, in: sentence) || isMeasure(place)
      || isPronoun(place) || isNumbering(place)
    {
      return false
    }
    if let expression = times.expression(overlapping: number.tokens), !number.isIndefinite {
      return !(expression.tokens.contains(place.start) && expression.tokens.contains(place.next - 1))
    }
    return true
  }

  /// A number in its sentence, with the words beside it; empty where the sentence ends.
  private struct NumberPlace {
    let start: Int
    /// The position behind the number.
    let next: Int
    let sentence: Range<Int>
    let before: String
    let after: String

    init(_ number: ReadNumber, in sentence: Range<Int>, words: [String]) {
      (start, next) = (number.tokens.lowerBound, number.tokens.upperBound)
      self.sentence = sentence
      before = start > sentence.lowerBound ? words[start - 1] : ""
      after = next < sentence.upperBound ? words[next] : ""
    }

    /// Whether the sentence has so many words before the number.
    func isPreceded(by count: Int) -> Bool { start >= sentence.lowerBound + count }
  }

  /// "29,000 children under five", "aged between 22 and 94", "a man of 61", "Smith, 23, …".
  private func isAge(_ place: NumberPlace) -> Bool {
    let isAlone = place.next >= place.sentence.upperBound || !document.partsOfSpeech[place.next].isNoun
    if ["under", "over", "below", "above", "aged"].contains(place.before), place.isPreceded(by: 2),
      isPerson(place.start - 2), isAlone
    {
      return true
    }
    let above = max(place.sentence.lowerBound, place.start - 4)..<place.start
    if let aged = above.last(where: { ["aged", "ages"].contains(words[$0]) }),
      !(aged + 1..<place.start).contains(where: { document.partsOfSpeech[$0].isNoun || words[$0] == "," })
    {
      return true
    }
    if place.before == "of", place.isPreceded(by: 3), ["a", "an"].contains(words[place.start - 3]),
      document.pennTags[place.start - 2] == "NN", isPerson(place.start - 2), isAlone
    {
      return true
    }
    return isAge(place.start, before: place.before, after: place.after, in: place.sentence)
  }

  private func isPerson(_ token: Int) -> Bool { context.knowledge.peopleWords[document.lemmas[token]] == "person" }

  /// "two deaths, both of them in Orso", "one in five families", "all but three of them", "two thirds".
  private func isPart(_ place: NumberPlace) -> Bool {
    if words[place.start] == "both", place.after == "of" { return true }
    if isFractioned(place.start, in: place.sentence) { return true }
    if words[place.start] == "one", place.after == "in", numberBehind(place)?.isIndefinite == false { return true }
    if place.isPreceded(by: 2), [["one", "in"], ["all", "but"]].contains([words[place.start - 2], place.before]) {
      return true
    }
    return context.knowledge.wordClasses.contains(place.after, in: .fractionNoun)
  }

  /// "rose by 25 to 300".
  private func isChange(_ place: NumberPlace) -> Bool {
    place.before == "by" && place.after == "to" && numberBehind(place) != nil
  }

  /// The number behind the word after a number.
  private func numberBehind(_ place: NumberPlace) -> ReadNumber? {
    guard place.next + 1 < place.sentence.upperBound else { return nil }
    return reader.number(at: place.next + 1, end: place.sentence.upperBound)
  }

  /// "$ 300", "300 houses", "a 300-page book".
  private func isMeasure(_ place: NumberPlace) -> Bool {
    if place.before.hasSuffix("$") || ["€", "£", "¥", "₹", "us$"].contains(place.before) { return true }
    let behind = place.next + 1
    let isCompound =
      behind < place.sentence.upperBound && (document.partsOfSpeech[behind].isNoun || words[behind] == "-")
    if context.knowledge.casualtyWords.isThing(place.after) && !isCompound { return true }
    if ["%", "/", ":"].contains(place.after) { return true }
    return place.after == "-" && behind < place.sentence.upperBound && numberBehind(place) == nil
  }

  /// "the one", "no one", "one never knows".
  private func isPronoun(_ place: NumberPlace) -> Bool {
    guard place.next == place.start + 1, words[place.start] == "one" else { return false }
    let isPointedAt =
      ["the", "this", "that", "each", "every", "any", "which", "no"].contains(place.before)
      && document.partsOfSpeech[place.start - 1] != .subordinatingConjunction
    return isPointedAt
      || document.partsOfSpeech[place.start] == .pronoun && place.after != "of" && place.before != "only"
        && isGeneric(place.start)
  }

  /// "Highway 61", "[12]": a number that names a thing.
  private func isNumbering(_ place: NumberPlace) -> Bool {
    if context.knowledge.wordClasses.contains(place.before, in: .numberedThing) || place.after == "]" { return true }
    let head = document.heads[place.start]
    return NumberReader.digits(words[place.start]) != nil && head == place.start - 1
      && document.partsOfSpeech[head].isNoun && document.relations[place.start] == .numericModifier
      && (place.after.isEmpty || !document.partsOfSpeech[min(place.next, place.sentence.upperBound - 1)].isNoun)
      && context.knowledge.casualtyWords.entries(.noun, document.lemmas[head]).isEmpty
      && !document.entities.contains { $0.kind == .place && $0.tokens.contains(head) }
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
