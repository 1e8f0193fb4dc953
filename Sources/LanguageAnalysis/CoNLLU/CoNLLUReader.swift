/// Reads annotated texts in CoNLL-U (https://universaldependencies.org/format.html), as `CoNLLUWriter` writes them and as
/// treebanks come.
///
/// The text is put together from the forms and `SpaceAfter=No`, with a blank line before each paragraph. Multiword
/// tokens, empty nodes, features and enhanced dependencies are passed over.
package struct CoNLLUReader {
  /// Makes a reader.
  package init() {}

  /// The documents of a file, in order, each with the id that the file gives it.
  ///
  /// Throws `CoNLLUError` at the first line that is not as it must be.
  package func documents(_ file: String) throws(CoNLLUError) -> [(id: String, document: Document)] {
    var documents: [(id: String, document: Document)] = []
    var assembly = Assembly()
    var id = ""
    for (index, line) in file.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.last == "\r" ? line.dropLast() : line
      if line.hasPrefix("# newdoc") {
        if !assembly.isEmpty { documents.append((id, assembly.document)) }
        assembly = Assembly()
        id = line.firstIndex(of: "=").map { String(line[$0...].dropFirst().drop { $0 == " " }) } ?? ""
      } else if line == "# newpar" || line.hasPrefix("# newpar ") {
        assembly.beginParagraph()
      } else if line.isEmpty {
        try assembly.endSentence()
      } else if !line.hasPrefix("#"), let row = try Row(line, number: index + 1) {
        try assembly.append(row)
      }
    }
    try assembly.endSentence()
    if !assembly.isEmpty { documents.append((id, assembly.document)) }
    return documents
  }

  /// The columns of a token's line.
  struct Row {
    let number: Int
    let form: String
    let lemma: String
    let partOfSpeech: UniversalPartOfSpeech
    let pennTag: String
    /// Counted from 1 within the sentence; 0 is the root.
    let head: Int
    let relation: DependencyRelation
    let name: String?
    let hasSpaceAfter: Bool

    /// Reads a line; nil for a multiword token or an empty node.
    init?(_ line: Substring, number: Int) throws(CoNLLUError) {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 10 else {
        throw CoNLLUError(line: number, problem: "has \(cells.count) columns instead of 10")
      }
      guard Int(cells[0]) != nil else { return nil }
      guard let partOfSpeech = UniversalPartOfSpeech(rawValue: String(cells[3])) else {
        throw CoNLLUError(line: number, problem: "has the unknown part of speech '\(cells[3])'")
      }
      guard let relation = DependencyRelation(rawValue: String(cells[7])) else {
        throw CoNLLUError(line: number, problem: "has the unknown relation '\(cells[7])'")
      }
      guard let head = Int(cells[6]) else {
        throw CoNLLUError(line: number, problem: "has the head '\(cells[6])', which is no number")
      }
      guard !cells[1].isEmpty else { throw CoNLLUError(line: number, problem: "has no form") }
      let miscellany = cells[9].split(separator: "|")
      self.number = number
      form = String(cells[1])
      lemma = String(cells[2])
      self.partOfSpeech = partOfSpeech
      pennTag = String(cells[4])
      self.head = head
      self.relation = relation
      name = miscellany.first { $0.hasPrefix("NER=") }.map { String($0.dropFirst(4)) }
      hasSpaceAfter = !miscellany.contains("SpaceAfter=No")
    }
  }
}

/// Why a CoNLL-U file cannot be read.
package struct CoNLLUError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The line, counted from 1.
  package let line: Int
  /// What is wrong with the line, as the rest of a sentence that begins with it.
  package let problem: String

  /// The sentence.
  package var description: String { "line \(line) \(problem)" }
}
