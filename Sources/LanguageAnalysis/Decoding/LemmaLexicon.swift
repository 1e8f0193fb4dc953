import AnalyserWeights

/// Inflected English forms and their lemmas, which mend the network's edits of rare words ("clashe" for "clashes").
///
/// Data: the SPECIALIST Lexicon of the National Library of Medicine, by way of the package lemminflect (MIT licence);
/// made by `Training/lemmas.py`. Looked up by binary search in the embedded lines, so that nothing is parsed at start.
struct LemmaLexicon: Sendable {
  // The bytes are constants of the program: never freed, never written.
  nonisolated(unsafe) private let bytes: UnsafeRawBufferPointer

  /// The lexicon embedded in the program.
  init() {
    bytes = UnsafeRawBufferPointer(start: dateline_analyser_lemmas(), count: dateline_analyser_lemmas_length())
  }

  /// The lemma of a form with its tags, given the network's own proposal, which stands wherever the lexicon allows it.
  func lemma(of form: String, proposed: String, partOfSpeech: UniversalPartOfSpeech, pennTag: String) -> String {
    let lowered = form.lowercased()
    if let lemma = LemmaConventions.lemma(of: form, lowered: lowered, partOfSpeech: partOfSpeech, pennTag: pennTag) {
      return lemma
    }
    guard let wordClass = Self.wordClass(of: partOfSpeech) else { return proposed }
    guard lowered.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else {
      return partOfSpeech == .verb ? compoundVerb(lowered, pennTag: pennTag, proposed: proposed) : proposed
    }
    if pennTag == "NNPS" { return pluralName(form, lowered: lowered, proposed: proposed) }
    if Self.inflectedTags.contains(pennTag) {
      let candidates = lemmas(of: lowered, wordClass: wordClass)
      if candidates.contains(proposed.lowercased()) { return proposed }
      return candidates.first ?? uninflected(lowered, pennTag: pennTag, partOfSpeech: partOfSpeech) ?? proposed
    }
    if pennTag == "JJ", let proper = lemmas(of: lowered, wordClass: wordClass).first, proper.lowercased() == lowered {
      return proper
    }
    guard Self.baseTags.contains(pennTag), proposed.lowercased() != lowered, !Self.irregularBases.contains(lowered),
      lemmas(of: lowered, wordClass: wordClass).isEmpty
    else { return proposed }
    return lowered
  }

  /// The lemma of an inflected verb with a hyphen that was left as it is, by its last part: "counter-protesting".
  private func compoundVerb(_ lowered: String, pennTag: String, proposed: String) -> String {
    guard proposed.lowercased() == lowered, pennTag == "JJ" || Self.inflectedTags.contains(pennTag),
      let hyphen = lowered.lastIndex(of: "-"), hyphen != lowered.startIndex
    else { return proposed }
    let part = String(lowered[lowered.index(after: hyphen)...])
    return lemmas(of: part, wordClass: UInt8(ascii: "v")).first.map { lowered[...hyphen] + $0 } ?? proposed
  }

  /// The singular of a name in the plural, in the case of the form: "Libraries" is "Library".
  private func pluralName(_ form: String, lowered: String, proposed: String) -> String {
    let candidates = lemmas(of: lowered, wordClass: UInt8(ascii: "n"))
    guard let first = candidates.first, !candidates.contains(proposed.lowercased()), proposed != form,
      let initial = form.first, initial.isUppercase
    else { return proposed }
    return first.prefix(1).uppercased() + first.dropFirst()
  }

  /// The form itself where no inflection can be seen in it: "footage" and "km" in a plural, the adjective "upcoming",
  /// the past "shut".
  private func uninflected(_ lowered: String, pennTag: String, partOfSpeech: UniversalPartOfSpeech) -> String? {
    switch pennTag {
    case "NNS": lowered.hasSuffix("s") || lowered.hasSuffix("people") ? nil : lowered
    // "shut", "broadcast": verbs that are the same in the past.
    case "VBD" where partOfSpeech == .verb, "VBN" where partOfSpeech == .verb:
      lowered.hasSuffix("ed") ? nil : lowered
    case "VBG", "VBN":
      partOfSpeech == .adjective && lemmas(of: lowered, wordClass: UInt8(ascii: "v")).isEmpty ? lowered : nil
    default: nil
    }
  }

  private static let inflectedTags: Set = ["VBD", "VBN", "VBG", "VBZ", "NNS", "JJR", "JJS", "RBR", "RBS"]
  private static let baseTags: Set = ["VB", "VBP", "NN", "JJ", "RB"]
  /// Base forms that the treebanks write otherwise: "wan" of "wanna", "am" of the clock.
  private static let irregularBases: Set = ["am", "pm", "wan", "gon", "got", "are", "ai", "ca", "wo"]

  private static func wordClass(of partOfSpeech: UniversalPartOfSpeech) -> UInt8? {
    switch partOfSpeech {
    case .verb: UInt8(ascii: "v")
    case .noun, .properNoun: UInt8(ascii: "n")
    case .adjective: UInt8(ascii: "a")
    case .adverb: UInt8(ascii: "r")
    default: nil
    }
  }

  private func lemmas(of form: String, wordClass: UInt8) -> [String] {
    var form = form
    form.append("\t")
    form.unicodeScalars.append(Unicode.Scalar(wordClass))
    form.append("\t")
    return form.withUTF8 { key in
      var (low, high) = (0, bytes.count)
      while low < high {
        let line = start(ofLineAt: (low + high) / 2)
        let order = compare(line, key)
        if order == 0 {
          let end = end(ofLineAt: line)
          let text = String(decoding: bytes[line + key.count..<end], as: UTF8.self)
          return text.split(separator: "/").map(String.init)
        }
        if order < 0 { low = end(ofLineAt: line) + 1 } else { high = line }
      }
      return []
    }
  }

  private func start(ofLineAt offset: Int) -> Int {
    var position = offset
    while position > 0, bytes[position - 1] != UInt8(ascii: "\n") { position -= 1 }
    return position
  }

  private func end(ofLineAt offset: Int) -> Int {
    var position = offset
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
    return position
  }

  /// Below zero where the line comes before the key, zero where it begins with it.
  private func compare(_ line: Int, _ key: UnsafeBufferPointer<UInt8>) -> Int {
    for (index, byte) in key.enumerated() {
      guard line + index < bytes.count else { return -1 }
      let difference = Int(bytes[line + index]) - Int(byte)
      if difference != 0 { return difference }
    }
    return 0
  }
}
