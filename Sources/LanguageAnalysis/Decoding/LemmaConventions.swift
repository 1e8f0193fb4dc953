/// What Universal Dependencies' English treebanks write as the lemma of figures, clitics and shortened words.
///
/// These are conventions, not forms of words: the network proposes them wrongly where a form is rare.
enum LemmaConventions {
  /// The lemma that the conventions ask for, or nil where they say nothing.
  static func lemma(
    of form: String,
    lowered: String,
    partOfSpeech: UniversalPartOfSpeech,
    pennTag: String
  ) -> String? {
    switch partOfSpeech {
    case .numeral: return groupedFigure(form)
    case .properNoun:
      return calendarNames[form.hasSuffix(".") ? String(form.dropLast()) : form] ?? nameInCapitals(form, pennTag)
    case .auxiliary:
      if let clitic = clitics[lowered] { return clitic }
    case .noun where pennTag == "NNS":
      if let plural = lowered == "people" ? lowered : decade(form) { return plural }
    case .adverb:
      if let word = withoutDrawl(lowered) { return word }
    default: break
    }
    return shortened[partOfSpeech]?[lowered] ?? Misspellings.lemmas[lowered]
  }

  /// A name in capitals as a name is written; shorter ones are mostly acronyms.
  private static func nameInCapitals(_ form: String, _ pennTag: String) -> String? {
    guard pennTag == "NNP", form.utf8.count >= 6, form.utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
      !acronyms.contains(form)
    else { return nil }
    return String(form.prefix(1)) + form.dropFirst().lowercased()
  }

  private static let acronyms: Set = ["UNESCO", "UNICEF", "ECOWAS", "MERCOSUR", "UNCTAD", "UNAIDS", "NASDAQ"]

  /// "80's" is "80s".
  private static func decade(_ form: String) -> String? {
    guard form.hasSuffix("0's") || form.hasSuffix("0’s"), form.dropLast(2).utf8.allSatisfy(isDigit) else { return nil }
    return String(form.dropLast(2)) + "s"
  }

  /// "sooooo" is "so".
  private static func withoutDrawl(_ lowered: String) -> String? {
    var word = ""
    var (run, isDrawn) = (0, false)
    for letter in lowered {
      run = word.last == letter ? run + 1 : 1
      if run < 3 { word.append(letter) } else { isDrawn = true }
      if run == 3 { word.removeLast() }
    }
    return isDrawn ? word : nil
  }

  /// Shortened words of informal writing.
  private static let shortened: [UniversalPartOfSpeech: [String: String]] = [
    .noun: [
      "hrs": "hour", "mins": "minute", "yrs": "year", "ppl": "people", "attn": "attention", "gov't": "government",
    ],
    .adposition: ["w/": "with", "vs": "versus", "thru": "through", "b/c": "because"],
    .subordinatingConjunction: ["b/c": "because", "bc": "because", "cuz": "because"],
    .interjection: ["pls": "please", "plz": "please"],
    .pronoun: ["u": "you", "ya": "you", "ur": "your"],
    .coordinatingConjunction: ["n": "and"],
    .verb: ["hav": "have"],
  ]

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
