/// What Universal Dependencies' English treebanks write as the lemma of figures, clitics and shortened words.
///
/// These are conventions, not forms of words: the network proposes them wrongly where a form is rare.
enum LemmaConventions {
  /// The lemma that the conventions ask for, or nil where they say nothing.
  static func lemma(of form: String, partOfSpeech: UniversalPartOfSpeech) -> String? {
    switch partOfSpeech {
    case .numeral: groupedFigure(form)
    case .auxiliary: clitics[form.lowercased()]
    case .properNoun: calendarNames[form.hasSuffix(".") ? String(form.dropLast()) : form]
    case .pronoun: form == "u" ? "you" : nil
    default: nil
    }
  }

  /// A figure without the commas between its groups of three digits: "1,100" is "1100".
  private static func groupedFigure(_ form: String) -> String? {
    let groups = form.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1, let first = groups.first, (1...3).contains(first.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.allSatisfy({ $0.utf8.allSatisfy(isDigit) })
    else { return nil }
    return groups.joined()
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Clitics written without their apostrophe.
  private static let clitics = ["ve": "have", "ll": "will", "m": "be", "am": "be", "re": "be"]

  private static let calendarNames = [
    "Jan": "January", "Feb": "February", "Aug": "August", "Sept": "September", "Sep": "September", "Oct": "October",
    "Nov": "November", "Dec": "December", "Mon": "Monday", "Tue": "Tuesday", "Tues": "Tuesday", "Wed": "Wednesday",
    "Thu": "Thursday", "Thurs": "Thursday", "Fri": "Friday", "Sat": "Saturday",
  ]
}
