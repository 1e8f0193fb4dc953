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
    guard let wordClass = Self.wordClass(of: partOfSpeech) else { return proposed }
    let lowered = form.lowercased()
    guard lowered.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return proposed }
    if Self.inflectedTags.contains(pennTag) {
      let candidates = lemmas(of: lowered, wordClass: wordClass)
      guard let first = candidates.first, !candidates.contains(proposed.lowercased()) else { return proposed }
      return first
    }
    guard Self.baseTags.contains(pennTag), proposed.lowercased() != lowered, !Self.irregularBases.contains(lowered),
      lemmas(of: lowered, wordClass: wordClass).isEmpty
    else { return proposed }
    return lowered
  }

  private static let inflectedTags: Set = ["VBD", "VBN", "VBG", "VBZ", "NNS", "JJR", "JJS", "RBR", "RBS"]
  private static let baseTags: Set = ["VB", "VBP", "NN", "JJ", "RB"]
  /// Base forms that the treebanks write otherwise: "wan" of "wanna", "am" of the clock.
  private static let irregularBases: Set = ["am", "pm", "wan", "gon", "got", "are", "ai", "ca", "wo"]

  private static func wordClass(of partOfSpeech: UniversalPartOfSpeech) -> UInt8? {
    switch partOfSpeech {
    case .verb: UInt8(ascii: "v")
    case .noun: UInt8(ascii: "n")
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
