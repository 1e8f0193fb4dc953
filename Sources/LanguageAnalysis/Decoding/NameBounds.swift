/// Cuts off what is no part of a name of a person or place: titles before it, numbers and codes behind it.
///
/// In the training corpora these titles stand 1,426 times before a person's name and 19 times in one, but for 156 that the
/// reading of one corpus had left there. Of the names of people of several words three end in a word with a digit, of those
/// of places one in capitals with digits behind them ("Islamabad F11"); "Route 66" and "West 17th" are common.
package enum NameBounds {
  /// The tokens of a name, counted in `forms` from 0, without what is no part of it.
  package static func trimmed(_ tokens: Range<Int>, of kind: EntitySpan.Kind, forms: ArraySlice<String>) -> Range<Int> {
    var (start, end) = (tokens.lowerBound, tokens.upperBound)
    while end - start > 1, isForeign(forms[forms.startIndex + end - 1], to: kind) { end -= 1 }
    while kind == .person, end - start > 1, titles.contains(forms[forms.startIndex + start].lowercased()) { start += 1 }
    return start..<end
  }

  /// What stands before the names of people, in small letters.
  private static let titles: Set<String> = [
    "ambassador", "col.", "colonel", "dr", "dr.", "gen.", "general", "gov.", "governor", "judge", "minister", "mr",
    "mr.", "mrs", "mrs.", "ms", "ms.", "president", "prof.", "professor",
  ]

  private static func isForeign(_ form: String, to kind: EntitySpan.Kind) -> Bool {
    guard let first = form.utf8.first, form.utf8.contains(where: isDigit) else { return false }
    return switch kind {
    case .person: true
    case .place: !isDigit(first) && form.utf8.allSatisfy { isDigit($0) || isCapital($0) }
    default: false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func isCapital(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
}
